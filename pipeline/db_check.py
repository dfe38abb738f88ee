"""Find every damage of a store: database, search index, offsets, archive."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from pipeline.exchanges import ref_of_row
from pipeline.layer_rows import TABLE_OF, UNWORDED_TABLES, WORDED_TABLES, hash_written
from pipeline.names_key import load_names_key
from pipeline.rows import MENTION_TABLES
from pipeline.store import Store
from scrapers.archive_check import check_archive
from scrapers.record_ref import Damage


def check_store(store: Store, archive: Path) -> Iterator[str]:
    """Give one line a damage, nothing for a whole store."""
    checks = (
        _check_database,
        _check_offsets,
        _check_names,
        _check_links,
        _check_search,
        _check_pages,
    )
    for check in checks:
        try:
            yield from check(store)
        except sqlite3.DatabaseError as err:
            yield f"database: {err}; thidua db restore puts a backup in its place"
            return
    yield from _check_archive(store, archive)


def _check_database(store: Store) -> Iterator[str]:
    for (line,) in store.db.execute("PRAGMA integrity_check").fetchall():
        if line != "ok":
            yield f"database: {line}"
    for row in store.db.execute("PRAGMA foreign_key_check").fetchall():
        yield f"foreign key: {row[0]} row {row[1]} refers to a missing row of {row[2]}"


def _check_offsets(store: Store) -> Iterator[str]:
    for table in (*MENTION_TABLES, *WORDED_TABLES):
        rows = store.db.execute(
            f"SELECT m.id, m.article_id FROM {table} m JOIN articles a ON a.id = m.article_id "
            f'WHERE m.text <> substr(a.text, m."start" + 1, m."end" - m."start")'
        )
        for mention, article in rows.fetchall():
            yield f"offsets: {mention} is not what stands in {article}"


def _check_names(store: Store) -> Iterator[str]:
    """Check the mentions that keep no words: inside the text and their sentence, names by their hash."""
    for table in UNWORDED_TABLES:
        rows = store.db.execute(
            f"SELECT m.id, m.article_id FROM {table} m JOIN articles a ON a.id = m.article_id "
            'WHERE m."end" > length(a.text) OR m."start" < m.sentence_start '
            'OR m."end" > m.sentence_end'
        )
        for mention, article in rows.fetchall():
            yield f"offsets: {mention} does not stand in a sentence of {article}"
    key = load_names_key(store.db)
    people = store.db.execute(
        'SELECT m.id, m.article_id, m.name_hash, substr(a.text, m."start" + 1, m."end" - m."start") '
        "FROM person_mentions m JOIN articles a ON a.id = m.article_id"
    )
    for mention, article, name_hash, written in people:
        if hash_written(written, key) != name_hash:
            yield f"offsets: {mention} is not the name that stands in {article}"


def _check_links(store: Store) -> Iterator[str]:
    """Check that both ends of each link are mentions of its article."""
    known = " UNION ALL ".join(
        f"SELECT 1 FROM {table} m WHERE m.id = l.{{end}} AND m.article_id = l.article_id"
        for table in TABLE_OF.values()
    )
    for end in ("from_id", "to_id"):
        rows = store.db.execute(
            f"SELECT l.id FROM mention_links l WHERE NOT EXISTS ({known.format(end=end)})"
        )
        for (link,) in rows.fetchall():
            yield f"link: {link} has no mention as its {end}"


def _check_search(store: Store) -> Iterator[str]:
    missing = store.db.execute(
        "SELECT a.id FROM articles a LEFT JOIN article_search s ON s.article_id = a.id "
        "WHERE s.id IS NULL"
    )
    for (article,) in missing.fetchall():
        yield f"search: {article} is not in the index"
    shown = store.db.execute("SELECT count(*) FROM articles_fts_docsize").fetchone()[0]
    wanted = store.db.table("article_search").count
    if shown != wanted:
        yield f"search: the index holds {shown} articles of {wanted}; thidua db vacuum rebuilds it"


def _check_pages(store: Store) -> Iterator[str]:
    rows = store.db.execute(
        "SELECT p.sha256 FROM pages p LEFT JOIN page_bodies b ON b.page_sha256 = p.sha256 "
        "JOIN articles a ON a.page_sha256 = p.sha256 WHERE b.page_sha256 IS NULL "
        "AND p.record_id IS NULL AND p.file_name IS NULL"
    )
    for (page,) in rows.fetchall():
        yield f"page: {page} has no bytes, neither here nor in the archive"


def _check_archive(store: Store, archive: Path) -> Iterator[str]:
    rows = list(store.db.query("SELECT * FROM records WHERE pruned_at IS NULL"))
    if not rows and not archive.is_dir():
        return
    paths = sorted(archive.glob("*.warc.gz")) if archive.is_dir() else []
    for damage in check_archive(paths, refs=[ref_of_row(row) for row in rows]):
        yield _render_damage(store, damage)


def _render_damage(store: Store, damage: Damage) -> str:
    where = f"{damage.file} at byte {damage.offset}" if damage.offset is not None else damage.file
    line = f"archive: {damage.kind}: {where}: {damage.reason}"
    if damage.record_id is None:
        return line
    articles = store.db.execute(
        "SELECT a.id FROM articles a JOIN pages p ON p.sha256 = a.page_sha256 WHERE p.record_id = ?",
        [damage.record_id],
    ).fetchall()
    named = ", ".join(article for (article,) in articles) or "no article"
    return f"{line}; record {damage.record_id} ({damage.url}); {named}"
