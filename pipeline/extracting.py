"""How an item of an input becomes a line of facts: what a worker of `thidua extract` does."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import click

from extractors.extract import Extractor
from extractors.output import Json, all_to_json, facts_to_json
from pipeline.batch import UNUSABLE, Batch, explain
from pipeline.documents import day_of, extract_facts
from pipeline.errors import InputError
from pipeline.importing_warc import read_answer
from pipeline.input_items import (
    ArchiveEnd,
    InputItem,
    SavedPage,
    Unreadable,
    WebAnswer,
    weigh_item,
)
from pipeline.inputs import JsonText, read_file
from pipeline.reading import Passed, explain_lost
from pipeline.workers import Lost
from scrapers.article_text import article_text
from scrapers.read import read_bytes_auto
from scrapers.records import Article, Source


@dataclass(frozen=True, slots=True, kw_only=True)
class FactLine:
    """What `thidua extract` prints of one document."""

    line: str
    """One JSON object."""
    warnings: tuple[str, ...] = ()
    """What was odd about its page."""


Extracted = tuple[str, FactLine | InputError | Passed | ArchiveEnd]
"""The name of an item, for messages, and what became of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracting:
    """How items are read and printed."""

    source: str
    """Slug of the source, or "auto"."""
    sources: tuple[Source, ...]
    """Every known source."""
    with_text: bool
    """Print the text too."""
    make_extractor: Callable[[], Extractor]
    """Gives what finds the facts, the same one each time."""
    all_layers: bool = False
    """Print the further layers too: bodies, people, places, times, documents, quotations, links, checks."""

    def load(self) -> None:
        """Load the extractor."""
        self.make_extractor()

    def weigh(self, item: InputItem, /) -> int:
        """Give about how many bytes an item holds."""
        return weigh_item(item)

    def __call__(self, item: InputItem, /) -> Extracted:
        """Extract from one item."""
        match item:
            case JsonText():
                return item.name, self._line(item.id, item.text, item.published)
            case WebAnswer():
                read = read_answer(item, source=self.source, sources=self.sources)
                if isinstance(read, str):
                    return item.name, Passed(archive=item.archive, reason=read)
                return item.name, self._of_article(item.url, read[0])
            case SavedPage():
                return item.name, self._of_page(item)
            case Unreadable():
                return item.name, item.error
            case ArchiveEnd():
                return item.archive, item

    def _of_page(self, item: SavedPage) -> FactLine | InputError:
        try:
            body = item.body if item.body is not None else read_file(item.path)
            article = read_bytes_auto(body, source=self.source, sources=self.sources)
        except UNUSABLE as err:
            return explain(item.name, err)
        return self._of_article(item.path.name, article)

    def _of_article(self, name: str, article: Article) -> FactLine:
        return self._line(name, article_text(article), article.published, article.warnings)

    def _line(
        self, name: str, text: str, published: str | None, warnings: tuple[str, ...] = ()
    ) -> FactLine:
        shown = {"text": text} if self.with_text else {}
        record = {"id": name} | shown | self._facts(text, published)
        return FactLine(line=json.dumps(record, ensure_ascii=False), warnings=warnings)

    def _facts(self, text: str, published: str | None) -> dict[str, Json]:
        extractor = self.make_extractor()
        if self.all_layers:
            return all_to_json(extract_facts(extractor, text, published=day_of(published)), text)
        return facts_to_json(extractor.extract(text), text)


def print_lines(answers: Iterable[Extracted | Lost[InputItem]]) -> int:
    """Print the lines on stdout, what was odd on stderr; give the exit code."""
    batch = Batch()
    for answer in answers:
        name, made = explain_lost(answer) if isinstance(answer, Lost) else answer
        match made:
            case FactLine():
                batch.good += 1
                batch.warn(name, made.warnings)
                click.echo(made.line)
            case Passed():
                batch.pass_over(made.archive, made.reason)
            case ArchiveEnd():
                batch.end_archive(made.archive)
            case InputError():
                batch.fail(name, made)
    return batch.report()
