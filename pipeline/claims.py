"""After a run: bring the statements of one fact together into claims, and mark those that cannot both hold.

Only numbers that came, changed or went since the last call are looked at again, with all that state the same number.
A claim keeps its id as long as one of its figures stands; one that goes into another says into which.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from sqlite_utils import Database

from corpus.claims import (
    KINDS,
    MIN_SHARED,
    Statement,
    Told,
    claim_of,
    find_clashes,
    group_told,
    mask_numbers,
)
from extractors.records import Figure, FigureKind, Modifier
from extractors.text import spelling
from pipeline.documents import day_of
from pipeline.ids import make_id
from pipeline.inserting import insert_rows
from pipeline.rows import Row
from pipeline.store import Store

KEY = "claims_up_to_run"
# Reprints of one text beyond so many articles say nothing more about which articles tell of one event.
MAX_ARTICLES = 40
_KINDS = ", ".join(f"'{kind}'" for kind in sorted(KINDS))
_STANDING = f"f.ended_run IS NULL AND a.is_current = 1 AND f.kind IN ({_KINDS})"
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

_SLOT = 'f.value = ? AND f.kind = ? AND f."of" IS ?'

Slot = tuple[str, float, float | None]
"""Kind, value and total: statements of one fact agree in them."""
Pair = tuple[str, str]


def save_claims(store: Store, run_id: int) -> int:
    """Bring the claims to what stands since the last call; give how many were written.

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
        articles: set[str] = set()
        written = sum(_save_slot(db, slot, articles) for slot in _slots(db))
        db.execute("DROP TABLE touched")
        _mark_clashes(db, articles)
        db.table("_meta").upsert({"key": KEY, "value": str(run_id)}, pk="key")
    return written


def _slots(db: Database) -> list[Slot]:
    """Give the numbers of the touched figures, and those of the claims that they belonged to."""
    rows = db.execute(
        f"""SELECT f.kind, f.value, f."of" FROM touched t JOIN figures f ON f.id = t.id WHERE f.kind IN ({_KINDS})
            UNION SELECT c.kind, c.value, c."of" FROM touched t JOIN claim_mentions m ON m.figure_id = t.id
            JOIN claims c ON c.id = m.claim_id"""
    ).fetchall()
    return sorted(rows, key=lambda row: (row[0], row[1], row[2] is not None, row[2] or 0.0))


def _save_slot(db: Database, slot: Slot, articles: set[str]) -> int:
    """Group anew what states one number; add to `articles` where it is stated otherwise now; give how many claims changed."""
    kind, value, of = slot
    rows = {str(row["id"]): row for row in db.query(_TOLD + _SLOT + _ORDER, [value, kind, of])}
    former = _former_claims(db, slot)
    taken: dict[str, tuple[str, ...]] = {}
    for figures in _group(rows):
        taken[_choose_id(figures, former, taken)] = figures
    home = {figure: claim for claim, figures in taken.items() for figure in figures}
    changed = 0
    for claim, figures in taken.items():
        moved = [one for one in figures if former.get(one) != claim]
        if _write_claim(db, claim, [rows[one] for one in figures]) or moved:
            changed += 1
            articles.update(str(rows[one]["article_id"]) for one in figures)
        for one in moved:
            db.execute("DELETE FROM claim_mentions WHERE figure_id = ?", [one])
        mentions: list[Row] = [{"claim_id": claim, "figure_id": one} for one in moved]
        insert_rows(db, "claim_mentions", mentions)
    for figure, claim in former.items():
        if claim not in taken:
            db.execute("UPDATE claims SET merged_into = ? WHERE id = ?", [home[figure], claim])
    return changed


def _former_claims(db: Database, slot: Slot) -> dict[str, str]:
    """Give figure → the claim of the same number that it belongs to."""
    kind, value, of = slot
    sql = (
        "SELECT f.id, m.claim_id FROM figures f JOIN articles a ON a.id = f.article_id "
        "JOIN claim_mentions m ON m.figure_id = f.id JOIN claims c ON c.id = m.claim_id "
        f'AND c.value = f.value AND c.kind = f.kind AND c."of" IS f."of" WHERE {_STANDING} AND {_SLOT}'
    )
    return dict(db.execute(sql, [value, kind, of]).fetchall())


def _group(rows: Mapping[str, Row]) -> list[tuple[str, ...]]:
    """Give the figures of each fact."""
    ids = list(rows)
    told = [_tell(row, number) for number, row in enumerate(rows.values())]
    return [tuple(ids[one.statement.figure] for one in group) for group in group_told(told)]


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


def _choose_id(figures: Sequence[str], former: Mapping[str, str], taken: Iterable[str]) -> str:
    """Give the id of the claim that the earliest figure belonged to, or one made of the first figure."""
    for one in figures:
        if one in former and former[one] not in taken:
            return former[one]
    made, again = make_id("c", figures[0]), 0
    while made in taken or made in former.values():
        again += 1
        made = make_id("c", figures[0], again)
    return made


def _write_claim(db: Database, claim: str, rows: Sequence[Row]) -> bool:
    """Write what a claim says, where it is not what is stored; say whether it was written."""
    first = rows[0]
    said: Row = {
        name: first[name] for name in ("kind", "unit_id", "value", "value_max", "of", "modifier")
    }
    for name in ("campaign_id", "organization_id"):
        said[name] = next((row[name] for row in rows if row[name] is not None), None)
    dated = next((row for row in rows if row["period_from"] or row["period_to"]), first)
    said |= {name: dated[name] for name in ("period_from", "period_to")}
    said |= {"first_article_id": first["article_id"], "merged_into": None}
    stored = next(iter(db.query("SELECT * FROM claims WHERE id = ?", [claim])), None)
    if stored is None:
        said["id"] = claim
        insert_rows(db, "claims", [said])
    elif any(stored[name] != value for name, value in said.items()):
        db.table("claims").update(claim, said)
    else:
        return False
    return True


def _mark_clashes(db: Database, articles: set[str]) -> None:
    """Mark the claims of articles that tell of one event and differ in a number."""
    db.execute("CREATE TEMP TABLE told_anew (id TEXT PRIMARY KEY)")
    db.conn.executemany("INSERT INTO told_anew VALUES (?)", [(one,) for one in sorted(articles)])
    claims = (
        "SELECT m.claim_id FROM told_anew t JOIN figures f ON f.article_id = t.id "
        "JOIN claim_mentions m ON m.figure_id = f.id"
    )
    db.execute(
        f"UPDATE claims SET contradicts_id = NULL WHERE contradicts_id IS NOT NULL AND id IN ({claims})"
    )
    rows = db.execute(
        f"SELECT DISTINCT m.claim_id, f.article_id FROM claim_mentions m JOIN figures f ON f.id = m.figure_id "
        f"JOIN articles a ON a.id = f.article_id WHERE {_STANDING} AND m.claim_id IN ({claims}) ORDER BY 1, 2"
    ).fetchall()
    db.execute("DROP TABLE told_anew")
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
