"""Write the mentions of an article: new ones in, vanished ones ended, changed ones kept with their former values."""

import json
from dataclasses import dataclass

from sqlite_utils import Database

from extractors.facts import Facts
from pipeline.inserting import insert_rows
from pipeline.rows import MENTION_TABLES, FactRows, Row, Value, make_fact_rows

_KEPT_ASIDE = {"id", "article_id", "run_id", "ended_run", "extractor_id"}
"""What is not compared when a mention is found again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a re-extraction did to one mention."""

    table: str
    """Table of the mention."""
    target_id: str
    """Its id."""
    what: str
    """"added", "ended", "changed" or "revived"."""
    text: str
    """The mention as written."""


def insert_fact_rows(db: Database, rows: FactRows) -> None:
    """Insert the mentions of an article that has none yet."""
    insert_rows(db, "campaigns", rows.campaigns, ignore=True)
    insert_rows(db, "units", rows.units, ignore=True)
    for table in MENTION_TABLES:
        insert_rows(db, table, rows.mentions[table])
    insert_rows(db, "award_recipients", rows.recipients)


def save_facts(
    db: Database, facts: Facts, text: str, article_id: str, *, run_id: int | None, extractor_id: str
) -> tuple[Change, ...]:
    """Bring the stored mentions of an article to `facts`; give what changed.

    A mention that is no longer found is ended, never deleted. One whose values changed keeps its id; the
    former values go to `mention_versions`. Reviews refer to the id and stay.
    """
    rows = make_fact_rows(facts, text, article_id, extractor_id=extractor_id, run_id=run_id)
    insert_rows(db, "campaigns", rows.campaigns, ignore=True)
    insert_rows(db, "units", rows.units, ignore=True)
    changes: list[Change] = []
    for table in MENTION_TABLES:
        changes += _save_table(db, table, rows, article_id, run_id)
    return tuple(changes)


def compare_facts(db: Database, facts: Facts, text: str, article_id: str) -> tuple[Change, ...]:
    """Give what `save_facts` would change, writing nothing."""
    rows = make_fact_rows(facts, text, article_id, extractor_id="", run_id=None)
    changes: list[Change] = []
    for table in MENTION_TABLES:
        stored = _stored(db, table, article_id)
        changes += _compare(table, stored, rows.mentions[table], _recipients(rows), db)
    return tuple(changes)


def _save_table(
    db: Database, table: str, rows: FactRows, article_id: str, run_id: int | None
) -> list[Change]:
    found = rows.mentions[table]
    stored = _stored(db, table, article_id)
    recipients = _recipients(rows)
    if not stored:
        insert_rows(db, table, found)
        if table == "awards":
            insert_rows(db, "award_recipients", rows.recipients)
        return [_change(table, row, "added") for row in found]
    changes = _compare(table, stored, found, recipients, db)
    by_id = {str(row["id"]): row for row in found}
    for change in changes:
        if change.what == "ended":
            db.table(table).update(change.target_id, {"ended_run": run_id})
            continue
        row = by_id[change.target_id]
        if change.what == "added":
            insert_rows(db, table, [row])
        else:
            _keep_former(db, table, stored[change.target_id], run_id)
            db.table(table).update(change.target_id, row)
        if table == "awards":
            db.execute("DELETE FROM award_recipients WHERE award_id = ?", [change.target_id])
            insert_rows(db, "award_recipients", recipients.get(change.target_id, []))
    return changes


def _compare(
    table: str,
    stored: dict[str, Row],
    found: list[Row],
    recipients: dict[str, list[Row]],
    db: Database,
) -> list[Change]:
    changes = []
    for row in found:
        former = stored.get(str(row["id"]))
        if former is None:
            changes.append(_change(table, row, "added"))
        elif former["ended_run"] is not None:
            changes.append(_change(table, row, "revived"))
        elif _differs(former, row) or (
            table == "awards" and _stored_recipients(db, row) != recipients.get(str(row["id"]), [])
        ):
            changes.append(_change(table, row, "changed"))
    gone = stored.keys() - {str(row["id"]) for row in found}
    ended = [stored[target] for target in sorted(gone) if stored[target]["ended_run"] is None]
    return changes + [_change(table, row, "ended") for row in ended]


def _differs(former: Row, row: Row) -> bool:
    # Columns that others fill, such as the body a figure is linked to, are not compared.
    return any(former[name] != value for name, value in row.items() if name not in _KEPT_ASIDE)


def _values(row: Row) -> dict[str, Value]:
    return {
        name: value for name, value in row.items() if name not in _KEPT_ASIDE and value is not None
    }


def _change(table: str, row: Row, what: str) -> Change:
    return Change(table=table, target_id=str(row["id"]), what=what, text=str(row["text"]))


def _stored(db: Database, table: str, article_id: str) -> dict[str, Row]:
    cursor = db.conn.execute(f"SELECT * FROM {table} WHERE article_id = ?", [article_id])
    names = [column[0] for column in cursor.description]
    rows: list[Row] = [dict(zip(names, row, strict=True)) for row in cursor]
    return {str(row["id"]): row for row in rows}


def _recipients(rows: FactRows) -> dict[str, list[Row]]:
    grouped: dict[str, list[Row]] = {}
    for row in rows.recipients:
        grouped.setdefault(str(row["award_id"]), []).append(row)
    return grouped


def _stored_recipients(db: Database, award: Row) -> list[Row]:
    return list(
        db.query(
            "SELECT award_id, n, kind, count, name_hash FROM award_recipients WHERE award_id = ? ORDER BY n",
            [award["id"]],
        )
    )


def _keep_former(db: Database, table: str, former: Row, run_id: int | None) -> None:
    target = str(former["id"])
    fields = dict(_values(former))
    if table == "awards":
        fields["recipients"] = json.dumps(_stored_recipients(db, former), ensure_ascii=False)
    count = db.execute("SELECT count(*) FROM mention_versions WHERE target_id = ?", [target])
    insert_rows(
        db,
        "mention_versions",
        [
            {
                "target_id": target,
                "n": count.fetchone()[0] + 1,
                "run_id": former["run_id"],
                "ended_run": former["ended_run"] or run_id,
                "extractor_id": former["extractor_id"],
                "fields": json.dumps(fields, ensure_ascii=False, sort_keys=True),
            }
        ],
    )
