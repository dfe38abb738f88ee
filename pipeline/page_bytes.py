"""The bytes of a stored page: from the database for imported ones, from the archive for fetched ones."""

import zlib
from pathlib import Path

from sqlite_utils import Database

from pipeline.exchanges import ref_of_row
from pipeline.rows import Row
from scrapers.archive import read_record
from scrapers.errors import ArchiveError
from scrapers.record_ref import RecordKind


def load_page(db: Database, page_sha256: str, archive: Path) -> bytes:
    """Give the bytes of a page; raise `ArchiveError` where they are gone or damaged."""
    row = db.execute("SELECT body FROM page_bodies WHERE page_sha256 = ?", [page_sha256]).fetchone()
    if row:
        return zlib.decompress(row[0])
    record = _record(
        db,
        "SELECT r.* FROM records r JOIN pages p ON p.record_id = r.record_id WHERE p.sha256 = ?",
        page_sha256,
    )
    if record is None or record["pruned_at"]:
        raise ArchiveError(f"page {page_sha256[:16]}: its bytes were pruned")
    ref = ref_of_row(record)
    original = None
    if ref.kind is RecordKind.REVISIT and ref.refers_to:
        full = _record(db, "SELECT * FROM records WHERE record_id = ?", ref.refers_to)
        original = ref_of_row(full) if full else None
    return read_record(archive, ref, original=original).body


def _record(db: Database, sql: str, value: str) -> Row | None:
    return next(iter(db.query(sql, [value])), None)
