"""The further layers of one stored article: read for a JSON document, and in a few lines for people."""

import json
from collections import Counter
from typing import Any

from sqlite_utils import Database

from pipeline.invocation import Lang
from pipeline.layer_rows import ENTITY_TABLES, TABLE_OF
from pipeline.tables import render_number
from pipeline.words import say

Shown = dict[str, Any]  # Any: a JSON document of several layers

_NOT_SHOWN = {"article_id", "ended_run", "name_hash", "speaker_hash"}
_JSON = ("evidence", "today", "topics")


def read_layers(db: Database, article_id: str, text: str) -> Shown:
    """Give the standing mentions of the further layers, links, checks and what the article as a whole is."""
    shown: Shown = {}
    for layer, table in TABLE_OF.items():
        if table in ENTITY_TABLES:
            shown[layer] = _standing(db, table, article_id, "start, end")
            for one in shown[layer]:
                one["text"] = text[one["start"] : one["end"]]
    shown["links"] = _standing(db, "mention_links", article_id, "from_id, relation, to_id")
    shown["checks"] = _standing(db, "checks", article_id, "id")
    for check in shown["checks"]:
        members = "SELECT figure_id FROM check_figures WHERE check_id = ? ORDER BY n"
        check["figures"] = [one for (one,) in db.execute(members, [check["id"]]).fetchall()]
        check["passed"] = bool(check["passed"])
    facts = db.query("SELECT * FROM article_facts WHERE article_id = ?", [article_id])
    shown["article"] = next((_plain(row) for row in facts), None)
    return shown


def _standing(db: Database, table: str, article_id: str, order: str) -> list[Shown]:
    sql = f"SELECT * FROM {table} WHERE article_id = ? AND ended_run IS NULL ORDER BY {order}"
    return [_plain(row) for row in db.query(sql, [article_id])]


def _plain(row: dict[str, Any]) -> Shown:
    kept = {name: value for name, value in row.items() if name not in _NOT_SHOWN}
    return kept | {name: json.loads(kept[name]) for name in _JSON if name in kept}


def render_layers(shown: Shown, lang: Lang) -> list[str]:
    """Give the further layers for people: one line a layer, one for each sum that does not come out."""
    people = [
        f"{one['text']} ({one['role']})" if one["role"] else one["text"] for one in shown["people"]
    ]
    documents = [" ".join(filter(None, (one["kind"], one["number"]))) for one in shown["documents"]]
    found = {
        "bodies": [one["name"] for one in shown["organizations"]],
        "people": people,
        "places": [one["name"] for one in shown["places"]],
        "times": [_render_time(one) for one in shown["times"]],
        "documents": documents,
    }
    lines = [
        f"{say(word, lang)}: {_render_counted(names)}" for word, names in found.items() if names
    ]
    if shown["quotations"]:
        lines.append(f"{say('quotations', lang)}: {len(shown['quotations'])}")
    article = shown["article"]
    if article is not None:
        facts = [article["genre"], *article["topics"], article["outlook"], article["province_id"]]
        lines.append(f"{say('article', lang)}: {' · '.join(one for one in facts if one)}")
    for check in shown["checks"]:
        if not check["passed"]:
            stated, reckoned = render_number(check["stated"]), render_number(check["reckoned"])
            lines.append(f"{say('mismatch', lang)}: {stated} ≠ {reckoned} ({check['kind']})")
    return lines


def render_belongings(mention: Shown, shown: Shown) -> str:
    """Give what a figure or award belongs to, in brackets behind it; empty where the text does not say."""
    words = {one["id"]: one for layer in TABLE_OF for one in shown[layer]}
    parts = [
        _render_target(words[link["to_id"]])
        for link in shown["links"]
        if link["from_id"] == mention["id"]
        and link["relation"] not in ("grantor", "recipient_count")
        and link["to_id"] in words
    ]
    return f" [{'; '.join(parts)}]" if parts else ""


def _render_target(target: Shown) -> str:
    return (
        _render_time(target) if "relative" in target else str(target.get("name") or target["text"])
    )


def _render_time(time: Shown) -> str:
    begin, until = time["period_from"] or "", time["period_to"] or ""
    return begin if begin == until else f"{begin}/{until}"


def _render_counted(names: list[str]) -> str:
    counted = Counter(names)
    return ", ".join(
        name if number == 1 else f"{name} (×{number})" for name, number in counted.items()
    )
