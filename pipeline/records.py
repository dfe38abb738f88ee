"""What pipeline handles between reading and storing."""

from dataclasses import dataclass
from datetime import datetime

from extractors.facts import Facts
from pipeline.preparing import Prepared
from scrapers.records import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCopy:
    """The bytes an article was read from."""

    sha256: str
    """SHA-256 of the body."""
    size: int
    """Bytes of the body."""
    fetched_at: datetime
    """When it was fetched or, for a file, imported."""
    content_type: str | None = None
    """As the server stated. None for a file."""
    http_status: int | None = None
    """Of the answer. None for a file."""
    file_name: str | None = None
    """Base name of an imported file. None for a fetched page."""
    body: bytes | None = None
    """The bytes, where the database itself is to keep them; None where the archive does."""
    record_id: str | None = None
    """Its record in the archive. None where the database keeps the body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One page, read and extracted, ready to be stored."""

    article: Article
    """What the page says."""
    text: str
    """The text that the offsets of the facts count in."""
    page: PageCopy
    """Where it comes from."""
    canonical: str | None = None
    """The address it is known by. None for a file that states none."""
    external_id: str | None = None
    """The id of the site or of the JSONL line. None where there is none."""
    facts: Facts | None = None
    """What was extracted. None where extraction was left out."""
    prepared: Prepared | None = None
    """What could be made beforehand. None where it is made when the document is stored."""
