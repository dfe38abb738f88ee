"""Documents of a web archive file, ours or a foreign one such as Common Crawl's."""

from pipeline.documents import Extractor, day_of, extract_facts
from pipeline.ids import hash_bytes
from pipeline.input_items import WebAnswer
from pipeline.issues import kind_of
from pipeline.preparing import prepare
from pipeline.records import Document, PageCopy
from scrapers.article_text import article_text
from scrapers.errors import ScrapeError
from scrapers.read import read_page
from scrapers.records import Article, ArticleKind, Source
from scrapers.registry import source_for_url
from scrapers.urls import canonical_url, source_aliases


def document_of_answer(
    item: WebAnswer, *, source: str, sources: tuple[Source, ...], extractor: Extractor | None
) -> Document | str:
    """Read an answer of an archive; give the reason where it is no article.

    An archive holds front pages, listings and login walls beside articles: those are no errors.
    """
    read = read_answer(item, source=source, sources=sources)
    if isinstance(read, str):
        return read
    article, canonical = read
    text = article_text(article)
    published = day_of(article.published)
    facts = extract_facts(extractor, text, published=published) if extractor else None
    return Document(
        article=article,
        text=text,
        canonical=canonical,
        page=PageCopy(
            sha256=hash_bytes(item.body),
            size=len(item.body),
            fetched_at=item.fetched_at,
            content_type=item.content_type,
            http_status=item.status,
            file_name=item.file,
            body=item.body,
        ),
        facts=facts,
        prepared=prepare(article.title, text, facts),
    )


def read_answer(
    item: WebAnswer, *, source: str, sources: tuple[Source, ...]
) -> tuple[Article, str] | str:
    """Give article and address, or the reason why there is none."""
    known = source_for_url(item.url, sources)
    aliases = source_aliases(known.home, known.hosts) if known else {}
    canonical = canonical_url(item.url, aliases=aliases)
    try:
        article = read_page(
            item.body, url=canonical, source=source, content_type=item.content_type, sources=sources
        )
    except ScrapeError as err:
        return kind_of(err)
    return "listing" if article.kind is ArticleKind.LISTING else (article, canonical)
