"""Read from the store which names in an article are those of private persons; refuse articles whose people were never read."""

import json
from collections.abc import Sequence

from sqlite_utils import Database

from corpus.site.private_names import find_private
from corpus.site.quotes import Span
from extractors.entities import Person
from extractors.text import make_layer
from pipeline.digest_marks import LAST_RUN
from pipeline.errors import StoreError

NO_LAYERS = "NOT EXISTS (SELECT 1 FROM article_facts f WHERE f.article_id = a.id)"
"""Condition on an article `a`: its people, bodies and province were never read."""


def require_layers(db: Database, *, since: str | None = None) -> None:
    """Raise where a current article has no people, bodies and province; its private names could not be blanked.

    `since` bounds it to articles published from that day on, without a whole day, or not yet in a digest.
    """
    bound = (
        f"""AND (a.published_on IS NULL OR length(a.published_on) < 10 OR a.published_on >= :since
           OR a.first_seen_run > {LAST_RUN})"""
        if since
        else ""
    )
    count = db.execute(
        f"SELECT count(*) FROM articles a WHERE a.is_current = 1 AND {NO_LAYERS} {bound}",
        {"since": since},
    ).fetchone()[0]
    if count:
        articles = "1 article was" if count == 1 else f"{count} articles were"
        raise StoreError(
            f"{articles} stored without people, bodies and provinces; run: thidua reextract"
        )


def read_private(db: Database, texts: dict[str, str]) -> dict[str, tuple[Span, ...]]:
    """Give the places of private names in articles, by id; `texts` are the texts by id."""
    people: dict[str, list[Person]] = {}
    for article, start, end, role in _mentions(db, list(texts)):
        name = make_layer(texts[article][start:end]).work
        person = Person(start=start, end=end, rule="store", name=name, role=role)
        people.setdefault(article, []).append(person)
    return {article: find_private(text, people.get(article, ())) for article, text in texts.items()}


def _mentions(db: Database, ids: Sequence[str]) -> list[tuple[str, int, int, str | None]]:
    return db.execute(
        """SELECT article_id, start, end, role FROM person_mentions
           WHERE ended_run IS NULL AND article_id IN (SELECT value FROM json_each(?))
           ORDER BY article_id, start""",
        [json.dumps(list(ids))],
    ).fetchall()
