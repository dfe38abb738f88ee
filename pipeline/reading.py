"""How an item of an input becomes a document: what a worker of an import does."""

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.batch import UNUSABLE, explain
from pipeline.dates import now
from pipeline.documents import Extractor, document_of_file, document_of_line
from pipeline.errors import InputError
from pipeline.importing_warc import document_of_answer
from pipeline.input_items import (
    ArchiveEnd,
    InputItem,
    SavedPage,
    Unreadable,
    WebAnswer,
    weigh_item,
)
from pipeline.inputs import JsonText, read_file
from pipeline.records import Document
from pipeline.workers import DIED_TWICE, Lost
from scrapers.records import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """A page of a web archive that is no article."""

    archive: str
    """Path of the archive."""
    reason: str
    """What it is instead."""


Made = tuple[str, Document | InputError | Passed | ArchiveEnd]
"""The name of an item, for messages, and what became of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How the items of an import are read."""

    source: str
    """Slug of the source, or "auto"."""
    sources: tuple[Source, ...]
    """Every known source."""
    make_extractor: Callable[[], Extractor] | None
    """Gives what finds the facts, the same one each time. None where extraction is left out."""

    def load(self) -> None:
        """Load the extractor."""
        if self.make_extractor is not None:
            self.make_extractor()

    def weigh(self, item: InputItem, /) -> int:
        """Give about how many bytes an item holds."""
        return weigh_item(item)

    def __call__(self, item: InputItem, /) -> Made:
        """Read one item."""
        extractor = self.make_extractor() if self.make_extractor else None
        match item:
            case JsonText():
                return item.name, document_of_line(item, at=now(), extractor=extractor)
            case WebAnswer():
                made = document_of_answer(
                    item, source=self.source, sources=self.sources, extractor=extractor
                )
                if isinstance(made, str):
                    return item.name, Passed(archive=item.archive, reason=made)
                return item.name, made
            case SavedPage():
                return item.name, self._of_page(item, extractor)
            case Unreadable():
                return item.name, item.error
            case ArchiveEnd():
                return item.archive, item

    def _of_page(self, item: SavedPage, extractor: Extractor | None) -> Document | InputError:
        try:
            return document_of_file(
                item.body if item.body is not None else read_file(item.path),
                item.path,
                source=self.source,
                sources=self.sources,
                at=now(),
                extractor=extractor,
            )
        except UNUSABLE as err:
            return explain(item.name, err)


def explain_lost(lost: Lost[InputItem]) -> tuple[str, InputError]:
    """Give name and error of an item at which worker processes died."""
    item = lost.item
    name = item.archive if isinstance(item, ArchiveEnd) else item.name
    shown = f"{name} (id {item.id})" if isinstance(item, JsonText) else name
    return name, InputError(shown, DIED_TWICE, "try it alone, with --jobs 1")
