"""Where a record lies in an archive, and what can be wrong with it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class RecordKind(StrEnum):
    """What a record of an archive holds."""

    RESPONSE = "response"
    REVISIT = "revisit"
    RESOURCE = "resource"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordRef:
    """The place of one archived answer; the request follows it directly."""

    file: str
    """Name of the WARC file within the archive's folder."""
    file_id: str
    """SHA-256 of the first record of that file: tells it from any other, whatever its name. Empty if unknown."""
    offset: int
    """First byte of the record in the file."""
    length: int
    """Bytes of the record as they lie there, compressed."""
    sha256: str
    """SHA-256 of those bytes."""
    request_length: int
    """Bytes of the record of the request behind it; 0 where there is none."""
    request_sha256: str
    """SHA-256 of those bytes; empty where there is none."""
    record_id: str
    """WARC-Record-ID, without angle brackets."""
    kind: RecordKind
    """What it holds; a revisit has no body of its own."""
    url: str
    """The address that answered."""
    fetched_at: datetime
    """When, aware, UTC."""
    payload_digest: str
    """Digest of the body as on the wire, such as "sha1:…"; empty where none is stated."""
    refers_to: str | None = None
    """Record that holds the body of a revisit. None for the other kinds."""


class DamageKind(StrEnum):
    """What is wrong with an archive."""

    MISSING_FILE = "missing_file"
    SWAPPED_FILE = "swapped_file"
    TRUNCATED = "truncated"
    DAMAGED = "damaged"
    MISSING_RECORD = "missing_record"


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """One damage of an archive."""

    kind: DamageKind
    """What is wrong."""
    file: str
    """Name of the file."""
    offset: int | None
    """First damaged byte range; None where the whole file is meant."""
    length: int | None
    """Its length; None where the whole file is meant."""
    record_id: str | None
    """The record hit, where a reference or its own header tells. None where neither does."""
    url: str | None
    """The address of that record."""
    reason: str
    """What was found, in words."""
