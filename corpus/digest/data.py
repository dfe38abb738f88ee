"""The digest as JSON for other programs."""

import json

from corpus.digest.records import Digest
from corpus.digest.wording import render_subject
from corpus.site.records import Item


def render_json(digest: Digest) -> str:
    """Give one document with stable keys."""
    document = {
        "schema_version": 1,
        "subject": render_subject(digest),
        "topic": digest.topic,
        "day": digest.day,
        "count": digest.count,
        "listed": digest.listed,
        "answered": digest.answered,
        "sources": [
            {"id": one.ref.id, "name": one.ref.name, "status": one.status, "reason": one.reason}
            for one in digest.health
        ],
        "alerts": [
            {"topic": one.id, "name": one.name, "alert": one.alert} for one in digest.alerts
        ],
        "contradictions": [
            {"said": one.figure.said, "against": [other.said for other in one.against]}
            for one in digest.clashes
        ],
        "articles": [
            {"campaign": ref.id or None} | _item(item)
            for ref, items in digest.groups
            for item in items
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _item(item: Item) -> dict[str, str | None]:
    return {
        "id": item.id,
        "title": item.title,
        "source": item.source.id,
        "day": item.day,
        "hour": item.hour or None,
        "province": item.province_today.name if item.province_today else None,
        "sentence": item.lead.text if item.lead else None,
        "link": (item.lead.link if item.lead else None) or item.link,
    }
