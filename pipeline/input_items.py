"""The items that files hold: saved pages, lines of JSON, answers of web archives; none of them read yet.

They are small and can be pickled, so that a worker process, here or in a cluster, does the reading.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pipeline.errors import InputError
from pipeline.inputs import JsonText, is_json_lines, is_warc, read_json_lines
from scrapers.archive import ArchivedPage, iter_records
from scrapers.errors import ScrapeError
from scrapers.exchange import Exchange

PAGE_TYPES = ("text/html", "application/xhtml")


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedPage:
    """A file that holds one page."""

    name: str
    """For messages."""
    path: Path
    """Where it lies; of a file that was fetched already, its name alone counts."""
    body: bytes | None = None
    """Its bytes. None where whoever reads the page opens the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WebAnswer:
    """One answer of a web archive that may be an article."""

    name: str
    """For messages."""
    archive: str
    """Path of the archive."""
    file: str
    """Its base name."""
    url: str
    """The address that answered."""
    body: bytes
    """The readable body."""
    content_type: str | None
    """As the server stated."""
    status: int
    """Of the answer."""
    fetched_at: datetime
    """When it was fetched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """A place of an input that holds nothing to read."""

    name: str
    """For messages."""
    error: InputError
    """Why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveEnd:
    """The end of a web archive; what was passed over in it can be told now."""

    archive: str
    """Path of the archive."""


InputItem = SavedPage | JsonText | WebAnswer | Unreadable | ArchiveEnd


def iter_items(
    files: Iterable[Path], *, hosts: frozenset[str] | None = None
) -> Iterator[InputItem]:
    """Give the items of files in order; of web archives only those of `hosts`, where they are given."""
    for path in files:
        if is_json_lines(path):
            for line in read_json_lines(path):
                yield line if isinstance(line, JsonText) else Unreadable(name=str(path), error=line)
        elif is_warc(path):
            yield from answers_of_archive(iter_records(path, hosts=hosts), str(path))
        else:
            yield SavedPage(name=str(path), path=path)


def answers_of_archive(pages: Iterator[ArchivedPage], archive: str) -> Iterator[InputItem]:
    """Give the pages of a web archive; redirects, failures, feeds and robots.txt are passed over."""
    file = archive.rpartition("/")[2]
    try:
        for page in pages:
            name = f"{file}: {page.ref.url}"
            if page.exchange is None:
                problem = page.problem or "the record cannot be read"
                yield Unreadable(name=name, error=InputError(name, problem))
            elif _may_be_article(page.exchange):
                yield WebAnswer(
                    name=name,
                    archive=archive,
                    file=page.ref.file,
                    url=page.ref.url,
                    body=page.exchange.body,
                    content_type=page.exchange.content_type,
                    status=page.exchange.status,
                    fetched_at=page.exchange.fetched_at,
                )
    except (ScrapeError, OSError) as err:
        error = InputError(f"{archive}: {err}", "", "thidua db check names the damage")
        yield Unreadable(name=archive, error=error)
    yield ArchiveEnd(archive=archive)


def weigh_item(item: InputItem) -> int:
    """Give about how many bytes an item holds."""
    if isinstance(item, JsonText):
        return 2 * len(item.line)
    return len(item.body) if isinstance(item, SavedPage | WebAnswer) and item.body else 200


def _may_be_article(exchange: Exchange) -> bool:
    kind = (exchange.content_type or "").lower()
    return exchange.status == 200 and bool(exchange.body) and kind.startswith(PAGE_TYPES)
