"""Write the mentions of an article: new ones in, vanished ones ended, changed ones kept with their former values."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from extractors.facts import Facts
from pipeline.inserting import insert_rows
from pipeline.names_key import load_names_key
from pipeline.rows import FactRows, Row, Value, make_fact_rows

_KEPT_ASIDE = {"id", "article_id", "run_id", "ended_run", "extractor_id"}
"""What is not compared when a mention is found again."""
CHILDREN = {
    "awards": ("award_recipients", "award_id", "award_id, n, kind, count, name_hash"),
    "checks": ("check_figures", "check_id", "check_id, n, figure_id"),
}
"""Table to the table of its parts, their column that refers to it, and all their columns."""


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


def insert_fact_rows(db: Database, many: Sequence[FactRows]) -> None:
    """Insert the mentions of articles that have none yet, table by table."""
    # Rows of figures have more columns where the further layers were read.
    whole = [rows for rows in many if rows.article is not None]
    for alike in (whole, [rows for rows in many if rows.article is None]):
        _insert_names(db, alike)
        for table in alike[0].mentions if alike else ():
            insert_rows(db, table, [row for rows in alike for row in rows.mentions[table]])
        insert_rows(db, "award_recipients", [row for rows in alike for row in rows.recipients])
    insert_rows(db, "check_figures", [row for rows in whole for row in rows.check_figures])
    insert_rows(db, "article_facts", [rows.article for rows in whole if rows.article is not None])


def save_facts(
    db: Database, facts: Facts, text: str, article_id: str, *, run_id: int | None, extractor_id: str
) -> tuple[Change, ...]:
    """Bring the stored mentions of an article to `facts`; give what changed.

    A mention that is no longer found is ended, never deleted. One whose values changed keeps its id; the
    former values go to `mention_versions`. Reviews refer to the id and stay. Layers that were not read stay too.
    """
    rows = make_fact_rows(
        facts,
        text,
        article_id,
        extractor_id=extractor_id,
        run_id=run_id,
        names_key=load_names_key(db),
    )
    _insert_names(db, [rows])
    changes: list[Change] = []
    for table in rows.mentions:
        changes += _save_table(db, table, rows, article_id, run_id)
    return tuple(changes + _save_article(db, rows, run_id))


def compare_facts(db: Database, facts: Facts, text: str, article_id: str) -> tuple[Change, ...]:
    """Give what `save_facts` would change, writing nothing."""
    rows = make_fact_rows(
        facts, text, article_id, extractor_id="", run_id=None, names_key=load_names_key(db)
    )
    changes: list[Change] = []
    for table, found in rows.mentions.items():
        stored = _stored(db, table, article_id)
        changes += _compare(table, stored, found, _children(table, rows), db)
    return tuple(changes + _compare_article(db, rows))


def _insert_names(db: Database, many: Sequence[FactRows]) -> None:
    insert_rows(db, "campaigns", [row for rows in many for row in rows.campaigns], ignore=True)
    insert_rows(db, "units", [row for rows in many for row in rows.units], ignore=True)
    bodies = [row for rows in many for row in rows.organizations]
    insert_rows(db, "organizations", bodies, ignore=True)


def _save_table(
    db: Database, table: str, rows: FactRows, article_id: str, run_id: int | None
) -> list[Change]:
    found = rows.mentions[table]
    stored = _stored(db, table, article_id)
    children = _children(table, rows)
    if not stored:
        insert_rows(db, table, found)
        for parts in children.values():
            insert_rows(db, CHILDREN[table][0], parts)
        return [_change(table, row, "added") for row in found]
    changes = _compare(table, stored, found, children, db)
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
        if table in CHILDREN:
            part, key, _ = CHILDREN[table]
            db.execute(f"DELETE FROM {part} WHERE {key} = ?", [change.target_id])
            insert_rows(db, part, children.get(change.target_id, []))
    return changes


def _save_article(db: Database, rows: FactRows, run_id: int | None) -> list[Change]:
    """Write what the article as a whole is; its former values are kept as those of a mention."""
    changes = _compare_article(db, rows)
    for change in changes:
        if rows.article is None:
            continue
        if change.what == "changed":
            former = _stored(db, "article_facts", change.target_id)[change.target_id]
            former |= {"id": change.target_id, "ended_run": None}
            _keep_former(db, "article_facts", former, run_id)
            db.execute("DELETE FROM article_facts WHERE article_id = ?", [change.target_id])
        insert_rows(db, "article_facts", [rows.article])
        db.execute(
            "UPDATE articles SET province_id = ? WHERE id = ?",
            [rows.article["province_id"], change.target_id],
        )
    return changes


def _compare_article(db: Database, rows: FactRows) -> list[Change]:
    if rows.article is None:
        return []
    article_id = str(rows.article["article_id"])
    former = _stored(db, "article_facts", article_id).get(article_id)
    if former is not None and not _differs(former, rows.article):
        return []
    return [
        Change(
            table="article_facts",
            target_id=article_id,
            what="added" if former is None else "changed",
            text=str(rows.article["genre"]),
        )
    ]


def _compare(
    table: str,
    stored: dict[str, Row],
    found: list[Row],
    children: dict[str, list[Row]],
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
            table in CHILDREN
            and _stored_children(db, table, row) != children.get(str(row["id"]), [])
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
    return Change(table=table, target_id=str(row["id"]), what=what, text=_wording(row))


def _wording(row: Row) -> str:
    """Give the words of a mention; of one that keeps no words its place, of a link its relation, of a check its kind."""
    if "text" in row:
        return str(row["text"])
    if "start" in row:
        return f"{row['start']}-{row['end']}"
    return str(row.get("relation") or row["kind"])


def _stored(db: Database, table: str, article_id: str) -> dict[str, Row]:
    cursor = db.conn.execute(f"SELECT * FROM {table} WHERE article_id = ?", [article_id])
    names = [column[0] for column in cursor.description]
    rows: list[Row] = [dict(zip(names, row, strict=True)) for row in cursor]
    key = "article_id" if table == "article_facts" else "id"
    return {str(row[key]): row for row in rows}


def _children(table: str, rows: FactRows) -> dict[str, list[Row]]:
    """Give the parts of each row of a table that has parts."""
    grouped: dict[str, list[Row]] = {}
    if table in CHILDREN:
        parts = rows.recipients if table == "awards" else rows.check_figures
        for row in parts:
            grouped.setdefault(str(row[CHILDREN[table][1]]), []).append(row)
    return grouped


def _stored_children(db: Database, table: str, parent: Row) -> list[Row]:
    part, key, columns = CHILDREN[table]
    return list(
        db.query(f"SELECT {columns} FROM {part} WHERE {key} = ? ORDER BY n", [parent["id"]])
    )


def _keep_former(db: Database, table: str, former: Row, run_id: int | None) -> None:
    target = str(former["id"])
    fields = dict(_values(former))
    if table == "awards":
        fields["recipients"] = json.dumps(_stored_children(db, table, former), ensure_ascii=False)
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
