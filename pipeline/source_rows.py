"""The declarations of sources as rows."""

from pipeline.rows import Row
from pipeline.store import Store
from scrapers.records import Source


def save_sources(store: Store, sources: tuple[Source, ...]) -> None:
    """Bring the rows of the sources to their declarations; write nothing where they are equal."""
    provinces = {row["id"] for row in store.db.query("SELECT id FROM provinces")}
    stored = {row["slug"]: row for row in store.db.query("SELECT * FROM sources")}
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
    changed = [
        row
        for row in rows
        if any(stored.get(row["slug"], {}).get(name) != value for name, value in row.items())
    ]
    if changed:
        with store.transaction() as db:
            db.table("sources").upsert_all(changed, pk="slug")
