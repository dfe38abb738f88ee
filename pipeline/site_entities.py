"""Read the things that have a page of their own: campaigns, bodies, provinces, sources, award forms, weeks."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from sqlite_utils import Database

from corpus.site.numbers import render_day, render_number, render_week
from corpus.site.paths import KINDS, entity_page, feed_page
from corpus.site.records import EntityPage, Ref
from corpus.site.safety import clean_text
from extractors.text import spelling
from pipeline.site_claims import read_claims
from pipeline.site_items import STATUS, ItemReader
from pipeline.site_rows import SHOWN_BODY, read_award_rows
from pipeline.sort_key import sort_key

MAX_ITEMS = 60
MAX_WEEK = 200
MAX_CLAIMS = 16
MAX_AWARDS = 20
MAX_WEEKS = 104
MAX_NAMES = 8
_PAIRS = {
    "chien-dich": """SELECT DISTINCT campaign_id AS key, article_id FROM campaign_mentions
        WHERE ended_run IS NULL AND {those}""",
    "to-chuc": f"""SELECT DISTINCT m.organization_id AS key, m.article_id FROM organization_mentions m
        JOIN organizations o ON o.id = m.organization_id WHERE m.ended_run IS NULL AND {SHOWN_BODY} AND {{those}}""",
    "tinh": """SELECT today_id AS key, article_id FROM prints WHERE today_id IS NOT NULL AND {those}
        UNION SELECT written_id, article_id FROM prints WHERE written_id IS NOT NULL AND {those}""",
    "nguon": "SELECT source_slug AS key, id AS article_id FROM articles WHERE {those_ids}",
    "hinh-thuc": """SELECT DISTINCT form_id AS key, article_id FROM awards
        WHERE ended_run IS NULL AND {those}""",
    "tuan": "SELECT week AS key, article_id FROM prints WHERE week IS NOT NULL AND {those}",
}
"""Kind to a query of (key, article); articles of old versions are left out by the table of prints."""
_ALL = {"those": "1", "those_ids": "1"}
_OWN = {
    "those": "article_id IN (SELECT article_id FROM own)",
    "those_ids": "id IN (SELECT article_id FROM own)",
}
_NAMES = {
    "chien-dich": ("campaigns", "id", "name"),
    "to-chuc": ("organizations", "id", "name"),
    "tinh": ("provinces", "id", "name"),
    "nguon": ("sources", "slug", "name"),
    "hinh-thuc": ("award_forms", "id", "name"),
}
_SORTED = ("chien-dich", "tinh", "hinh-thuc")
"""Kinds whose tables have a sort key of their own."""
_HEADINGS = {"nguon": "Nguồn đưa tin", "tinh": "Tỉnh hôm nay", "chien-dich": "Chiến dịch"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A thing that has at least one article."""

    kind: str
    """A key of `corpus.site.paths.KINDS`."""
    key: str
    """Its id."""
    count: int
    """Current articles of it."""
    print: int
    """Sum of the prints of these articles; it changes when one of them does."""


def list_entities(db: Database) -> list[Entity]:
    """Give every thing with an article, by kind and key."""
    return [
        Entity(kind=kind, key=key, count=count, print=total)
        for kind in KINDS
        for key, count, total in db.execute(
            f"""SELECT x.key, count(*), sum(p.print) FROM ({_PAIRS[kind].format(**_ALL)}) x
                JOIN prints p ON p.article_id = x.article_id GROUP BY x.key ORDER BY x.key"""
        ).fetchall()
    ]


def read_names(db: Database, kind: str) -> dict[str, str]:
    """Give key to name of a kind, in the Vietnamese order where there is one."""
    if kind == "tuan":
        keys = db.execute("SELECT DISTINCT week FROM prints WHERE week IS NOT NULL ORDER BY 1 DESC")
        return {key: render_week(key) for (key,) in keys.fetchall()}
    table, column, name = _NAMES[kind]
    if kind in _SORTED:
        rows = db.execute(f"SELECT {column}, {name} FROM {table} ORDER BY sort_key").fetchall()
    else:
        rows = db.execute(f"SELECT {column}, {name} FROM {table}").fetchall()
        rows.sort(key=lambda row: sort_key(row[1]))
    return {key: clean_text(text) for key, text in rows}


def read_entity(
    db: Database, reader: ItemReader, entity: Entity, name: str, *, part: int = 1
) -> EntityPage:
    """Read the page of a thing; a week's list goes on in further parts."""
    kind, key = entity.kind, entity.key
    size = MAX_WEEK if kind == "tuan" else MAX_ITEMS
    ids = _ids(db, kind, key, limit=size, offset=(part - 1) * size)
    parts = -(-entity.count // size) if kind == "tuan" else 1
    weight = ids[:MAX_ITEMS] if part == 1 else []
    awards = [
        row
        for row in read_award_rows(db, weight)
        if row["verdict"] != "wrong" and (kind != "hinh-thuc" or row["form_id"] == key)
    ]
    awards.sort(key=lambda row: row["status"] != "conferred")
    claims = read_claims(db, reader, weight, limit=MAX_CLAIMS) if kind != "hinh-thuc" else ()
    if kind == "chien-dich":
        # Figures the text binds to this campaign; those of other campaigns in the same articles stay out.
        claims = tuple(
            c for c in claims if c.figure.campaign is None or c.figure.campaign.id == key
        )
    return EntityPage(
        kind=kind,
        ref=Ref(id=key, name=name, page=entity_page(kind, key)),
        about=_about(db, kind, key),
        articles=entity.count,
        weeks=() if kind == "tuan" else _weeks(db, kind, key),
        items=reader.items(ids, facts=0),
        claims=claims,
        awards=reader.awards(awards[: MAX_AWARDS * (2 if kind == "hinh-thuc" else 1)]),
        lists=tuple(
            (heading, _top(db, kind, key, other))
            for other, heading in _HEADINGS.items()
            if other != kind and part == 1
        ),
        silent=_silent(db, key) if kind == "chien-dich" else (),
        feed=feed_page(kind, key) if kind in ("chien-dich", "nguon") else None,
        parts=tuple((str(n), entity_page(kind, key, n)) for n in range(1, parts + 1))
        if parts > 1
        else (),
    )


def newest_ids(db: Database, entity: Entity, limit: int) -> list[str]:
    """Give the newest articles of a thing."""
    return _ids(db, entity.kind, entity.key, limit=limit, offset=0)


def count_parts(entity: Entity) -> int:
    """Give the number of pages of a thing."""
    return -(-entity.count // MAX_WEEK) if entity.kind == "tuan" else 1


def _pairs_of(kind: str) -> str:
    return f"SELECT article_id FROM ({_PAIRS[kind].format(**_ALL)}) WHERE key = ?"


def _ids(db: Database, kind: str, key: str, *, limit: int, offset: int) -> list[str]:
    rows = db.execute(
        f"""SELECT a.id FROM articles a WHERE a.is_current = 1 AND a.id IN ({_pairs_of(kind)})
            ORDER BY a.published_on DESC, a.published_at DESC, a.id LIMIT ? OFFSET ?""",
        [key, limit, offset],
    )
    return [row[0] for row in rows]


def _weeks(db: Database, kind: str, key: str) -> tuple[tuple[str, int], ...]:
    rows = db.execute(
        f"""SELECT week, count(*) FROM prints
            WHERE week IS NOT NULL AND article_id IN ({_pairs_of(kind)}) GROUP BY 1""",
        [key],
    ).fetchall()
    return _filled(dict(rows))


def _filled(counts: dict[str, int]) -> tuple[tuple[str, int], ...]:
    """Give the last two years up to the newest week, empty weeks included."""
    if not counts:
        return ()
    year, number = max(counts).split("-W")
    last = date.fromisocalendar(int(year), int(number), 1)
    weeks = []
    for back in range(MAX_WEEKS - 1, -1, -1):
        iso = (last - timedelta(weeks=back)).isocalendar()
        weeks.append(f"{iso.year}-W{iso.week:02d}")
    first = next(n for n, week in enumerate(weeks) if week in counts)
    return tuple((week, counts.get(week, 0)) for week in weeks[first:])


def _top(db: Database, kind: str, key: str, other: str) -> tuple[tuple[Ref, int], ...]:
    pairs = _PAIRS[other].format(**_OWN)
    if other == "tinh":
        pairs = pairs.partition("UNION")[0]
    table, column, name = _NAMES[other]
    rows = db.execute(
        f"""WITH own AS MATERIALIZED (
              SELECT p.article_id FROM prints p WHERE p.article_id IN ({_pairs_of(kind)}))
            SELECT n.{column}, n.{name}, count(*) FROM ({pairs}) x JOIN {table} n ON n.{column} = x.key
            GROUP BY 1 ORDER BY 3 DESC, {"n.sort_key" if other in _SORTED else "2"} LIMIT 12""",
        [key],
    )
    return tuple(
        (Ref(id=one, name=clean_text(words), page=entity_page(other, one)), count)
        for one, words, count in rows.fetchall()
    )


def _silent(db: Database, campaign: str) -> tuple[str, ...]:
    rows = db.execute(
        """SELECT name FROM provinces WHERE valid_to IS NULL AND id NOT IN (
             SELECT p.today_id FROM prints p JOIN campaign_mentions m ON m.article_id = p.article_id
             WHERE m.campaign_id = ? AND m.ended_run IS NULL AND p.today_id IS NOT NULL) ORDER BY sort_key""",
        [campaign],
    )
    return tuple(row[0] for row in rows)


def _about(db: Database, kind: str, key: str) -> tuple[tuple[str, str], ...]:
    facts: list[tuple[str, str | None]] = []
    if kind == "chien-dich":
        facts.append(("Tên khác", _other_names(db, key)))
    if kind == "tinh":
        facts += _mergers(db, key)
    if kind == "hinh-thuc":
        facts += _statuses(db, key)
    if kind == "nguon":
        row = db.execute(
            "SELECT publisher, homepage, robots_decision, terms_read_on FROM sources WHERE slug = ?",
            [key],
        ).fetchone()
        heads = ("Cơ quan chủ quản", "Trang chủ", "robots.txt", "Đọc điều khoản")
        facts += list(zip(heads, row, strict=True))
    if kind != "tuan":
        first, last = db.execute(
            f"""SELECT min(published_on), max(published_on) FROM articles a WHERE a.is_current = 1
                AND a.id IN ({_pairs_of(kind)})""",
            [key],
        ).fetchone()
        facts += [("Bài đầu tiên", render_day(first)), ("Bài mới nhất", render_day(last))]
    return tuple((head, clean_text(str(words))) for head, words in facts if words)


def _other_names(db: Database, campaign: str) -> str:
    """Give the other printed names, those that differ in signs or capitals alone once."""
    rows = db.execute(
        """SELECT c.name, x.alias FROM campaigns c JOIN campaign_aliases x ON x.campaign_id = c.id
           WHERE c.id = ? ORDER BY length(x.alias), x.alias""",
        [campaign],
    ).fetchall()
    names: dict[str, str] = {}
    for name, alias in rows:
        if _bare(alias) != _bare(name):
            names.setdefault(_bare(alias), clean_text(alias))
    more = f"; và {len(names) - MAX_NAMES} tên nữa" if len(names) > MAX_NAMES else ""
    return "; ".join(list(names.values())[:MAX_NAMES]) + more


def _bare(name: str) -> str:
    return " ".join(re.findall(r"\w+", spelling(name)))


def _statuses(db: Database, form: str) -> list[tuple[str, str | None]]:
    rows = db.execute(
        """SELECT m.status, count(*) FROM awards m JOIN prints p ON p.article_id = m.article_id
           WHERE m.form_id = ? AND m.ended_run IS NULL GROUP BY 1""",
        [form],
    )
    counts = dict(rows.fetchall())
    return [
        (words[0].upper() + words[1:], f"{render_number(counts[status])} lượt")
        for status, words in STATUS.items()
        if status in counts
    ]


def _mergers(db: Database, key: str) -> list[tuple[str, str | None]]:
    parts = db.execute(
        """SELECT p.name FROM province_map x JOIN provinces p ON p.id = x.old_id
           WHERE x.new_id = ? AND x.old_id <> x.new_id ORDER BY p.sort_key""",
        [key],
    ).fetchall()
    whole = db.execute(
        """SELECT p.name FROM province_map x JOIN provinces p ON p.id = x.new_id
           WHERE x.old_id = ? AND x.old_id <> x.new_id""",
        [key],
    ).fetchone()
    return [
        ("Gồm cả", ", ".join(row[0] for row in parts)),
        ("Nay thuộc", whole[0] if whole else None),
    ]
