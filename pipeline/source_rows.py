"""The declarations of sources as rows."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlite_utils import Database

from pipeline.rows import Row
from scrapers.records import Source
from scrapers.registry import load_sources

if TYPE_CHECKING:
    from pipeline.store import Store


def save_sources(store: "Store", sources: tuple[Source, ...]) -> None:
    """Bring the rows of the sources to their declarations; write nothing where they are equal."""
    changed = _changed(store.db, sources)
    if changed:
        with store.transaction() as db:
            db.table("sources").upsert_all(changed, pk="slug")


def declare_stored(db: Database) -> None:
    """Bring the rows of built-in sources that a database holds to their declarations."""
    held = {row["slug"] for row in db.query("SELECT slug FROM sources")}
    changed = _changed(db, (source for source in load_sources() if source.slug in held))
    if changed:
        db.table("sources").upsert_all(changed, pk="slug")


def new_row(db: Database, slug: str) -> Row:
    """Give the first row of a source: as it is declared, else with its slug for a name until a declaration comes."""
    declared = [source for source in load_sources() if source.slug == slug]
    return _changed(db, declared)[0] if declared else {"slug": slug, "name": slug}


def _changed(db: Database, sources: Iterable[Source]) -> list[Row]:
    provinces = {row["id"] for row in db.query("SELECT id FROM provinces")}
    stored = {row["slug"]: row for row in db.query("SELECT * FROM sources")}
    rows: list[Row] = [
        {
            "slug": source.slug,
            "name": source.name,
            "publisher": None if source.publisher == "unknown" else source.publisher,
            "province_id": source.province if source.province in provinces else None,
            "kind": source.platform,
            "homepage": source.home,
        }
        for source in sources
    ]
    return [
        row
        for row in rows
        if any(stored.get(row["slug"], {}).get(name) != value for name, value in row.items())
    ]
