"""Documents of a web archive file, ours or a foreign one such as Common Crawl's."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import click

from pipeline.documents import Extractor, day_of, extract_facts
from pipeline.errors import InputError
from pipeline.ids import hash_bytes
from pipeline.issues import kind_of
from pipeline.records import Document, PageCopy
from scrapers.archive import ArchivedPage, iter_records
from scrapers.article_text import article_text
from scrapers.errors import ScrapeError
from scrapers.exchange import Exchange
from scrapers.read import read_page
from scrapers.records import ArticleKind, Source
from scrapers.registry import source_for_url
from scrapers.urls import canonical_url, source_aliases

PAGE_TYPES = ("text/html", "application/xhtml")


def documents_of_warc(
    path: Path, *, source: str, sources: tuple[Source, ...], extractor: Extractor | None
) -> Iterator[tuple[str, Document | Exception]]:
    """Give each article of the archive, and the error of each record that cannot be read.

    Redirects, failures, feeds and robots.txt are passed over. Pages that are no articles are counted by their
    reason and told in one warning: an archive holds front pages, listings and login walls beside articles.
    """
    others: Counter[str] = Counter()
    try:
        for page in iter_records(path):
            name = f"{path.name}: {page.ref.url}"
            if page.exchange is None:
                yield name, InputError(name, page.problem or "the record cannot be read")
            elif _may_be_article(page.exchange):
                made = _document(page, page.exchange, source, sources, extractor)
                if isinstance(made, Document):
                    yield name, made
                else:
                    others[made] += 1
    except (ScrapeError, OSError) as err:
        yield str(path), InputError(f"{path}: {err}", "", "thidua db check names the damage")
    if others:
        counted = ", ".join(f"{number} {reason}" for reason, number in sorted(others.items()))
        click.echo(f"warning: {path}: pages that are no articles: {counted}", err=True)


def _may_be_article(exchange: Exchange) -> bool:
    kind = (exchange.content_type or "").lower()
    return exchange.status == 200 and bool(exchange.body) and kind.startswith(PAGE_TYPES)


def _document(
    page: ArchivedPage,
    exchange: Exchange,
    source: str,
    sources: tuple[Source, ...],
    extractor: Extractor | None,
) -> Document | str:
    known = source_for_url(page.ref.url, sources)
    aliases = source_aliases(known.home, known.hosts) if known else {}
    canonical = canonical_url(page.ref.url, aliases=aliases)
    try:
        article = read_page(
            exchange.body,
            url=canonical,
            source=source,
            content_type=exchange.content_type,
            sources=sources,
        )
    except ScrapeError as err:
        return kind_of(err)
    if article.kind is ArticleKind.LISTING:
        return "listing"
    text = article_text(article)
    published = day_of(article.published)
    return Document(
        article=article,
        text=text,
        canonical=canonical,
        page=PageCopy(
            sha256=hash_bytes(exchange.body),
            size=len(exchange.body),
            fetched_at=exchange.fetched_at,
            content_type=exchange.content_type,
            http_status=exchange.status,
            file_name=page.ref.file,
            body=exchange.body,
        ),
        facts=extract_facts(extractor, text, published=published) if extractor else None,
    )
