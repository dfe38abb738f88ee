"""One article with everything that was read from it."""

import json
from collections import Counter
from typing import Any

from sqlite_utils import Database

from pipeline.errors import MisuseError
from pipeline.invocation import Lang
from pipeline.rows import MENTION_TABLES, Value
from pipeline.shown_layers import read_layers, render_belongings, render_layers
from pipeline.tables import render_number
from pipeline.words import say
from scrapers.urls import canonical_url

Shown = dict[str, Any]  # Any: a JSON document of several layers

_PREFIXES = {"cd-": "campaign_mentions", "so-": "figures", "kt-": "awards"}
_LAYERS = {"campaign_mentions": "campaigns", "figures": "figures", "awards": "awards"}


def find_article(db: Database, target: str) -> str:
    """Give the id of the article that an id, a part of one, a mention's id, an address or a file names."""
    table = _PREFIXES.get(target[:3])
    if table:
        sql = f"SELECT DISTINCT article_id AS id FROM {table} WHERE id >= ? AND id < ?"
        found = list(db.query(sql, [target, target + "g"]))
    elif target.startswith("a-"):
        found = list(
            db.query("SELECT id FROM articles WHERE id >= ? AND id < ?", [target, target + "g"])
        )
    else:
        address = canonical_url(target) if "://" in target else target
        found = list(
            db.query(
                """SELECT a.id FROM articles a LEFT JOIN urls u ON u.id = a.url_id
                   JOIN pages p ON p.sha256 = a.page_sha256
                   WHERE a.is_current = 1 AND (u.canonical = ? OR u.url = ? OR p.file_name = ?
                   OR a.external_id = ?)""",
                [address, target, target, target],
            )
        )
    if len(found) == 1:
        return str(found[0]["id"])
    why = f"{len(found)} articles fit" if found else "no article has this id, address or file name"
    raise MisuseError(f"{target}: {why}", "", "thidua search WORDS lists ids")


def read_shown(db: Database, article_id: str) -> Shown:
    """Give the article, its text and its standing mentions as one JSON document."""
    row = next(
        iter(
            db.query(
                """SELECT a.*, s.name AS source_name, coalesce(u.url, p.file_name) AS url, p.fetched_at
                   FROM articles a JOIN sources s ON s.slug = a.source_slug
                   JOIN pages p ON p.sha256 = a.page_sha256 LEFT JOIN urls u ON u.id = a.url_id
                   WHERE a.id = ?""",
                [article_id],
            )
        )
    )
    for name in ("tags", "warnings", "captions", "body_parts"):
        row[name] = json.loads(row[name])
    text = str(row["text"])
    shown: Shown = dict(row)
    for table in MENTION_TABLES:
        shown[_LAYERS[table]] = [
            _mention(mention, text) for mention in _mentions(db, table, article_id)
        ]
    for award in shown["awards"]:
        award["recipients"] = list(
            db.query(
                "SELECT kind, count FROM award_recipients WHERE award_id = ? ORDER BY n",
                [award["id"]],
            )
        )
    return shown | read_layers(db, article_id, text)


def _mentions(db: Database, table: str, article_id: str) -> list[dict[str, Value]]:
    join = {
        "campaign_mentions": "JOIN campaigns c ON c.id = m.campaign_id",
        "figures": "LEFT JOIN campaigns c ON c.id = m.campaign_id",
        "awards": "JOIN award_forms c ON c.id = m.form_id",
    }[table]
    return list(
        db.query(
            f"SELECT m.*, c.name AS name FROM {table} m {join} WHERE m.article_id = ? "
            "AND m.ended_run IS NULL ORDER BY m.start, m.end",
            [article_id],
        )
    )


def _mention(mention: dict[str, Value], text: str) -> dict[str, Any]:
    start, end = int(mention["sentence_start"] or 0), int(mention["sentence_end"] or 0)
    kept: dict[str, Any] = {
        name: value for name, value in mention.items() if name not in {"article_id", "ended_run"}
    }
    kept["evidence"] = json.loads(str(mention["evidence"]))
    kept["sentence"] = text[start:end]
    return kept


def render_shown(shown: Shown, lang: Lang) -> str:
    """Give the document for people: head, marked text, then the facts."""
    head = [shown["title"] or shown["external_id"] or shown["id"]]
    head += [
        f"{say(word, lang)}: {value}"
        for word, value in (
            ("source", shown["source_name"]),
            ("published", shown["published_on"]),
            ("id", shown["id"]),
        )
        if value
    ]
    if shown["url"]:
        head.append(str(shown["url"]))
    lines = [*head, "", mark_text(shown), ""]
    names = Counter(str(mention["name"]) for mention in shown["campaigns"])
    lines += _section(
        say("campaigns", lang),
        [name if number == 1 else f"{name} (×{number})" for name, number in names.items()],
    )
    figures = [render_figure(m) + render_belongings(m, shown) for m in shown["figures"]]
    lines += _section(say("figures", lang), figures)
    awards = [render_award(m) + render_belongings(m, shown) for m in shown["awards"]]
    lines += _section(say("awards", lang), awards)
    lines += render_layers(shown, lang)
    return "\n".join(lines).rstrip()


def mark_text(shown: Shown) -> str:
    """Give the text with each mention in square brackets; an inner mention stays inside the outer one."""
    text, marks = shown["text"], []
    for layer in _LAYERS.values():
        for mention in shown[layer]:
            marks += [(mention["start"], 1, "["), (mention["end"], 0, "]")]
    parts, at = [], 0
    for place, _, sign in sorted(marks):
        parts += [text[at:place], sign]
        at = place
    return "".join([*parts, text[at:]])


def render_figure(figure: dict[str, Any]) -> str:
    """Give a figure in one line: value, unit, hedge."""
    value = render_number(figure["value"])
    if figure["value_max"] is not None:
        value += f"–{render_number(figure['value_max'])}"
    if figure["of"] is not None:
        value += f"/{render_number(figure['of'])}"
    return f"{value} {figure['unit'] or ''} ({figure['modifier']})".replace("  ", " ")


def render_award(award: dict[str, Any]) -> str:
    """Give an award in one line: as written, grantor, recipients, status."""
    recipients = ", ".join(
        f"{render_number(r['count'])} {r['kind']}" if r["count"] is not None else r["kind"]
        for r in award["recipients"]
    )
    parts = [award["text"], award["grantor"], recipients, award["status"]]
    return " · ".join(part for part in parts if part)


def _section(heading: str, lines: list[str]) -> list[str]:
    return [f"{heading}:", *(f"  {line}" for line in lines)] if lines else []
