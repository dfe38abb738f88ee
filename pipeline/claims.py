"""After a run: bring the statements of one fact together into claims, and mark those that cannot both hold.

Only what came or changed since the last call is placed; what was placed before stays where it is, so ids never move.
A figure joins what tells of its event within days of it in like words, or what says the very same sentence whenever.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import combinations

from sqlite_utils import Database

from corpus.claims import (
    KINDS,
    MAX_DAYS,
    MIN_SHARED,
    Statement,
    Told,
    claim_of,
    find_clashes,
    is_one_event,
    mask_numbers,
)
from extractors.records import Figure, FigureKind, Modifier
from extractors.text import spelling
from pipeline.documents import day_of
from pipeline.ids import hash_text, make_id
from pipeline.inserting import insert_rows
from pipeline.rows import Row
from pipeline.store import Store

KEY = "claims_up_to_run"
# Reprints of one text beyond so many articles say nothing more about which articles tell of one event.
MAX_ARTICLES = 12
_KINDS = ", ".join(f"'{kind}'" for kind in sorted(KINDS))
# The plus keeps SQLite from the indexes of columns that say next to nothing.
_STANDING = f"+f.ended_run IS NULL AND +a.is_current = 1 AND +f.kind IN ({_KINDS})"
_TOLD = f"""
SELECT f.id, f.article_id, f."start", f."end", f.value, f.value_max, f."of", f.modifier, f.kind, f.unit, f.unit_id,
  f.campaign_id, f.organization_id, f.period_from, f.period_to, a.source_slug, a.published_on,
  substr(a.text, f.sentence_start + 1, f.sentence_end - f.sentence_start) AS sentence
FROM figures f JOIN articles a ON a.id = f.article_id WHERE {_STANDING} AND """
_ORDER = """ ORDER BY coalesce(a.published_on, '9'), f.article_id, f."start", f.id"""
_TOUCHED = """
SELECT f.id FROM figures f WHERE f.run_id > :since OR f.ended_run > :since
UNION SELECT f.id FROM articles n JOIN figures f ON f.article_id = n.previous_id WHERE n.first_seen_run > :since
"""
_SLOT = 'f.value = ? AND +f.kind = ? AND f."of" IS ?'

Slot = tuple[str, float, float | None]
"""Kind, value and total: statements of one fact agree in them."""
Pair = tuple[str, str]


def save_claims(store: Store, run_id: int) -> int:
    """Bring the claims to what stands since the last call; give how many came or changed.

    A run that was killed did not get here: its figures are taken with those of the next one.
    """
    with store.transaction() as db:
        row = db.execute("SELECT value FROM _meta WHERE key = ?", [KEY]).fetchone()
        since = {"since": int(row[0]) if row else 0}
        touched = [(one,) for (one,) in db.execute(_TOUCHED, since).fetchall()]
        if not touched:
            return 0
        db.execute("CREATE TEMP TABLE touched (id TEXT PRIMARY KEY)")
        db.conn.executemany("INSERT INTO touched VALUES (?)", touched)
        changed = _leave_former(db)
        for slot in _slots(db):
            changed |= _place_all(db, slot)
        for claim in sorted(changed):
            _write_first(db, claim)
        _mark_clashes(db)
        db.execute("DROP TABLE touched")
        db.table("_meta").upsert({"key": KEY, "value": str(run_id)}, pk="key")
    return len(changed)


def _leave_former(db: Database) -> set[str]:
    """Take touched figures out of claims whose number they no longer state; give the claims of all touched ones."""
    claims = {
        str(claim)
        for (claim,) in db.execute(
            "SELECT DISTINCT m.claim_id FROM touched t JOIN claim_mentions m ON m.figure_id = t.id"
        ).fetchall()
    }
    db.execute(
        """DELETE FROM claim_mentions WHERE (claim_id, figure_id) IN (
             SELECT m.claim_id, m.figure_id FROM touched t JOIN claim_mentions m ON m.figure_id = t.id
             JOIN figures f ON f.id = t.id JOIN claims c ON c.id = m.claim_id
             WHERE c.value <> f.value OR c.kind <> f.kind OR c."of" IS NOT f."of")"""
    )
    return claims


def _slots(db: Database) -> list[Slot]:
    """Give the numbers of the touched figures that are in no claim."""
    rows = db.execute(
        f"""SELECT DISTINCT f.kind, f.value, f."of" FROM touched t JOIN figures f ON f.id = t.id
            JOIN articles a ON a.id = f.article_id WHERE {_STANDING}
            AND NOT EXISTS (SELECT 1 FROM claim_mentions m WHERE m.figure_id = f.id)"""
    ).fetchall()
    return sorted(rows, key=lambda row: (row[0], row[1], row[2] is not None, row[2] or 0.0))


def _place_all(db: Database, slot: Slot) -> set[str]:
    """Place the new figures of one number; give the claims that they went to."""
    kind, value, of = slot
    light = db.execute(
        "SELECT f.id, a.published_on, m.claim_id, m.sentence_key, t.id FROM figures f "
        "JOIN articles a ON a.id = f.article_id LEFT JOIN claim_mentions m ON m.figure_id = f.id "
        f"LEFT JOIN touched t ON t.id = f.id WHERE {_STANDING} AND {_SLOT}",
        [value, kind, of],
    ).fetchall()
    new = [(str(row[0]), row[1]) for row in light if row[2] is None and row[4] is not None]
    days = {day_of(day) for _, day in new}
    near_days = {near for day in days if day for near in _days_around(day)}
    placed: dict[str, str] = {}
    known: set[tuple[str, str | None, str | None]] = set()
    for figure, raw, claim, key, _ in light:
        day = day_of(raw)
        if claim is None or (claim, key, raw) in known:
            continue
        if None in days or day is None or day in near_days:
            known.add((claim, key, raw))
            placed[figure] = claim
    wanted = json.dumps([*placed, *(figure for figure, _ in new)])
    rows = list(db.query(f"{_TOLD} f.id IN (SELECT value FROM json_each(?)) {_ORDER}", [wanted]))
    return _place(db, rows, placed)


def _days_around(day: date) -> list[date]:
    """Give the days on which others tell of what was told on a day."""
    return [day + timedelta(days=n) for n in range(-MAX_DAYS, MAX_DAYS + 1)]


def _place(db: Database, rows: Sequence[Row], placed: Mapping[str, str]) -> set[str]:
    changed: set[str] = set()
    near = Nearby()
    told = [_tell(row, number) for number, row in enumerate(rows)]
    for row, one in zip(rows, told, strict=True):
        if str(row["id"]) in placed:
            near.add(one, placed[str(row["id"])])
    mentions: list[Row] = []
    keys: dict[str, str] = {}
    for row, one in zip(rows, told, strict=True):
        figure = str(row["id"])
        if figure in placed:
            continue
        key = hash_text(one.masked)[:16]
        claim = keys.get(key) or near.find(one) or _same_sentence(db, key, row)
        if claim is None:
            claim = make_id("c", figure)
            _make_claim(db, claim, row)
        keys.setdefault(key, claim)
        near.add(one, claim)
        mentions.append({"claim_id": claim, "figure_id": figure, "sentence_key": key})
        changed.add(claim)
    insert_rows(db, "claim_mentions", mentions)
    return changed


class Nearby:
    """The placed statements of one number, asked for by day."""

    def __init__(self) -> None:
        self._by_day: dict[date | None, list[tuple[Told, str]]] = defaultdict(list)

    def add(self, told: Told, claim: str) -> None:
        """Take in a statement and its claim; one in the words of another on that day adds nothing."""
        known = self._by_day[told.published]
        if not any(claim == other and told.masked == one.masked for one, other in known):
            known.append((told, claim))

    def find(self, told: Told) -> str | None:
        """Give the claim of the first statement of the same event, the earliest day first."""
        days: Iterable[date | None] = self._by_day
        if told.published is not None:
            days = (*_days_around(told.published), None)
        for day in days:
            for one, claim in self._by_day.get(day, ()):
                if is_one_event(told, one):
                    return claim
        return None


def _same_sentence(db: Database, key: str, row: Row) -> str | None:
    """Give the claim of the same number in the very same sentence, however long ago."""
    found = db.execute(
        "SELECT m.claim_id FROM claim_mentions m JOIN claims c ON c.id = m.claim_id WHERE m.sentence_key = ? "
        'AND c.value = ? AND c.kind = ? AND c."of" IS ? ORDER BY m.claim_id LIMIT 1',
        [key, row["value"], row["kind"], row["of"]],
    ).fetchone()
    return str(found[0]) if found else None


def _make_claim(db: Database, claim: str, row: Row) -> None:
    said: Row = {"id": claim}
    said |= {
        name: row[name] for name in ("kind", "unit_id", "value", "value_max", "of", "modifier")
    }
    insert_rows(db, "claims", [said], ignore=True)


def _write_first(db: Database, claim: str) -> None:
    """Write into a claim which article states it first, and what its statements are linked to."""
    rows = list(
        db.query(
            f"SELECT f.* FROM claim_mentions m JOIN figures f ON f.id = m.figure_id "
            f"JOIN articles a ON a.id = f.article_id WHERE m.claim_id = ? AND {_STANDING} {_ORDER}",
            [claim],
        )
    )
    if not rows:
        return
    said: Row = {
        name: next((row[name] for row in rows if row[name] is not None), None)
        for name in ("campaign_id", "organization_id")
    }
    dated = next((row for row in rows if row["period_from"] or row["period_to"]), rows[0])
    said |= {name: dated[name] for name in ("period_from", "period_to")}
    said["first_article_id"] = rows[0]["article_id"]
    stored = next(iter(db.query("SELECT * FROM claims WHERE id = ?", [claim])))
    if any(stored[name] != value for name, value in said.items()):
        db.table("claims").update(claim, said)


def _tell(row: Row, number: int) -> Told:
    period = f"{row['period_from'] or ''}/{row['period_to'] or ''}"
    sentence = str(row["sentence"])
    return Told(
        statement=Statement(
            article=str(row["article_id"]),
            source=str(row["source_slug"]),
            figure=number,
            sentence=sentence,
        ),
        figure=_figure(row),
        unit=spelling(str(row["unit"] or "")),
        campaign=_text(row["campaign_id"]),
        organization=_text(row["organization_id"]),
        period=period if period != "/" else None,
        published=day_of(_text(row["published_on"])),
        masked=mask_numbers(sentence),
    )


def _figure(row: Row) -> Figure:
    return Figure(
        start=int(row["start"] or 0),
        end=int(row["end"] or 0),
        rule="",
        value=float(row["value"] or 0),
        value_max=float(row["value_max"]) if row["value_max"] is not None else None,
        of=float(row["of"]) if row["of"] is not None else None,
        modifier=Modifier(str(row["modifier"])),
        kind=FigureKind(str(row["kind"])),
        unit=_text(row["unit"]),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _mark_clashes(db: Database) -> None:
    """Mark the claims of articles that tell of one event and differ in a number; `touched` says which articles."""
    db.execute("CREATE TEMP TABLE seen (id TEXT PRIMARY KEY)")
    db.execute(
        "INSERT INTO seen SELECT DISTINCT m.claim_id FROM "
        "(SELECT DISTINCT f.article_id FROM touched t JOIN figures f ON f.id = t.id) AS articles "
        "CROSS JOIN figures f ON f.article_id = articles.article_id "
        "CROSS JOIN claim_mentions m ON m.figure_id = f.id"
    )
    db.execute(
        "UPDATE claims SET contradicts_id = NULL "
        "WHERE contradicts_id IS NOT NULL AND id IN (SELECT id FROM seen)"
    )
    rows = db.execute(
        "SELECT m.claim_id, f.article_id FROM seen CROSS JOIN claim_mentions m ON m.claim_id = seen.id "
        f"JOIN figures f ON f.id = m.figure_id JOIN articles a ON a.id = f.article_id WHERE {_STANDING} "
        "GROUP BY 1, 2 ORDER BY 1, max(f.id IN (SELECT id FROM touched)) DESC, 2"
    ).fetchall()
    db.execute("DROP TABLE seen")
    for event in _events(rows):
        _mark_event(db, event)


def _events(rows: Iterable[Pair]) -> list[tuple[str, ...]]:
    """Give the groups of articles of which each shares claims enough with another, from claims and their articles."""
    tellers: dict[str, list[str]] = defaultdict(list)
    for claim, article in rows:
        tellers[claim].append(article)
    shared: Counter[Pair] = Counter()
    for found in tellers.values():
        shared.update(combinations(found[:MAX_ARTICLES], 2))
    home: dict[str, set[str]] = {}
    for (one, other), count in shared.items():
        if count >= MIN_SHARED:
            joined = home.get(one, {one}) | home.get(other, {other})
            home |= dict.fromkeys(joined, joined)
    return sorted({tuple(sorted(group)[:MAX_ARTICLES]) for group in home.values()})


def _mark_event(db: Database, articles: Sequence[str]) -> None:
    marks = ", ".join("?" * len(articles))
    rows = list(db.query(f"{_TOLD} f.article_id IN ({marks}) {_ORDER}", list(articles)))
    claims = dict(
        db.execute(
            "SELECT m.figure_id, m.claim_id FROM claim_mentions m JOIN figures f ON f.id = m.figure_id "
            f"WHERE f.article_id IN ({marks})",
            list(articles),
        ).fetchall()
    )
    told = [_tell(row, number) for number, row in enumerate(rows)]
    groups: dict[str, list[Told]] = defaultdict(list)
    for row, one in zip(rows, told, strict=True):
        groups[claims[str(row["id"])]].append(one)
    ids = list(groups)
    clashes = find_clashes(told, [claim_of(group) for group in groups.values()])
    for clash in sorted(clashes, key=lambda one: (one.similarity, one.one, one.other)):
        for here, there in ((clash.one, clash.other), (clash.other, clash.one)):
            db.execute("UPDATE claims SET contradicts_id = ? WHERE id = ?", [ids[there], ids[here]])
