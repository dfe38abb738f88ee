"""Make documents of bytes and of JSONL lines: read, extract, ready to store."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from extractors.facts import Facts
from pipeline.errors import InputError
from pipeline.ids import hash_bytes
from pipeline.inputs import JsonText
from pipeline.preparing import prepare
from pipeline.records import Document, PageCopy
from scrapers.article_text import article_text
from scrapers.read import read_bytes_auto
from scrapers.records import Article, ArticleKind, Source
from scrapers.urls import canonical_url

if TYPE_CHECKING:
    from extractors.extract import Extractor as TextExtractor


class Extractor(Protocol):
    """What gives the facts of a text: `extractors.extract.Extractor`, or a small one in a test."""

    def extract_all(self, text: str, *, published: date | None = None) -> Facts:
        """Read all layers of one text."""
        ...


def document_of_file(
    body: bytes,
    path: Path,
    *,
    source: str,
    sources: tuple[Source, ...],
    at: datetime,
    extractor: Extractor | None,
) -> Document:
    """Read a saved page or a plain-text dump; raise a `ScrapeError` where it is no article."""
    article = read_bytes_auto(body, source=source, sources=sources)
    if article.kind is ArticleKind.LISTING:
        raise InputError(
            f"{path}: a listing, not an article",
            "it holds links and no article text",
            f"thidua parse {path} shows the links",
        )
    text = article_text(article)
    facts = _facts(extractor, text, article)
    page = PageCopy(
        sha256=hash_bytes(body), size=len(body), fetched_at=at, file_name=path.name, body=body
    )
    return Document(
        article=article,
        text=text,
        page=page,
        canonical=_address(article),
        facts=facts,
        prepared=prepare(article.title, text, facts, page=body),
    )


def document_of_line(line: JsonText, *, at: datetime, extractor: Extractor | None) -> Document:
    """Make a document of a JSONL line; its text is kept exactly as given."""
    day = day_of(line.published)
    article = Article(
        source="generic",
        layout="jsonl",
        kind=ArticleKind.NEWS,
        url=line.url,
        title=line.title,
        published=day.isoformat() if day else None,
        published_raw=line.published,
    )
    facts = _facts(extractor, line.text, article)
    page = PageCopy(
        sha256=hash_bytes(line.line),
        size=len(line.line),
        fetched_at=at,
        file_name=line.name,
        body=line.line,
    )
    return Document(
        article=article,
        text=line.text,
        page=page,
        canonical=canonical_url(line.url) if line.url else None,
        external_id=line.id,
        facts=facts,
        prepared=prepare(line.title, line.text, facts, page=line.line),
    )


def make_extractor() -> "TextExtractor":
    """Load the extractor with the packaged ontology."""
    from extractors.extract import load_extractor

    return load_extractor()


def extract_facts(extractor: Extractor, text: str, *, published: date | None) -> Facts:
    """Extract from one text; `published` is the day that relative dates in it count from."""
    return extractor.extract_all(text, published=published)


def day_of(published: str | None) -> date | None:
    """Give the day of an ISO date or time; None where there is no whole day."""
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def _facts(extractor: Extractor | None, text: str, article: Article) -> Facts | None:
    if extractor is None:
        return None
    return extract_facts(extractor, text, published=day_of(article.published))


def _address(article: Article) -> str | None:
    address = article.canonical or article.url
    return canonical_url(address) if address else None
