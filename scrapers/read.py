"""The front door: bytes or text of one page in, one article out, or an error that says why not."""

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from scrapers.article import Draft, read_article
from scrapers.decode import Decoded, decode_page
from scrapers.elements import parse_html
from scrapers.errors import LayoutError
from scrapers.gate import refuse_encrypted, refuse_page, refuse_raw
from scrapers.generic import find_body, read_generic, read_generic_body
from scrapers.layouts import Layout, Page, Platform
from scrapers.listings import read_listing
from scrapers.metadata import read_metadata
from scrapers.plain_text import read_plain_text
from scrapers.records import Article, ArticleKind, FieldEvidence, Layer, Source
from scrapers.registry import (
    load_sources,
    platform_named,
    platform_of,
    source_for_url,
    source_named,
)
from scrapers.selectors import select

HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|div|p|article|table|meta|span|section|title|script|h[1-6])\b[^<]{0,2000}>",
    re.I,
)
MIN_WORDS = 40


def read_page(
    body: bytes,
    *,
    url: str | None = None,
    source: str = "auto",
    content_type: str | None = None,
    sources: Sequence[Source] | None = None,
) -> Article:
    """Read a page: an article, or a listing with its links; raises the errors of `scrapers.errors`."""
    decoded = decode_page(body, content_type=content_type, name=url or "page")
    return _read_html(decoded, url=url, source=source, sources=sources)


def read_text(text: str, *, source: str = "auto") -> Article:
    """Read the plain-text dump of one article page."""
    return read_plain_text(text, source=source)


def read_bytes_auto(
    body: bytes,
    *,
    url: str | None = None,
    source: str = "auto",
    content_type: str | None = None,
    sources: Sequence[Source] | None = None,
) -> Article:
    """Read HTML or plain text, whichever the bytes are."""
    decoded = decode_page(body, content_type=content_type, name=url or "page")
    if HTML.search(decoded.text[:20_000]):
        return _read_html(decoded, url=url, source=source, sources=sources)
    article = read_plain_text(decoded.text, source=source)
    return replace(article, url=url, warnings=decoded.warnings + article.warnings)


def _read_html(
    decoded: Decoded, *, url: str | None, source: str, sources: Sequence[Source] | None
) -> Article:
    name = url or "page"
    refuse_raw(decoded.text, name)
    root = parse_html(decoded.text, name=name)
    metadata = read_metadata(root)
    page = Page(
        root=root, html=decoded.text, url=url or metadata.canonical, metadata=metadata, name=name
    )
    found, platform = _place(page, source, load_sources() if sources is None else sources)
    if page.url is None and platform and platform.stated_address:
        page = replace(page, url=platform.stated_address(page))
        found = found or source_for_url(page.url, load_sources() if sources is None else sources)
    slug = found.slug if found else "generic"
    article = _read(page, platform, found, slug)
    return replace(article, warnings=decoded.warnings + article.warnings)


def _place(
    page: Page, source: str, sources: Sequence[Source]
) -> tuple[Source | None, Platform | None]:
    """Find source and platform: as asked for, by the address, by what the page shows."""
    if source == "generic":
        return None, None
    found = source_for_url(page.url, sources) if source == "auto" else source_named(source, sources)
    if found is not None and found.platform != "generic":
        return found, platform_named(found.platform)
    return found, platform_of(page) if found is None else None


def _read(page: Page, platform: Platform | None, source: Source | None, slug: str) -> Article:
    layout = _layout_of(page, platform)
    if _is_listing(page, platform, source, layout):
        listing = read_listing(page, platform=platform, slug=slug)
        if not listing.links:
            refuse_page(page, words=0)
            raise LayoutError(
                f"{page.name}: neither an article nor links to articles; is it a page of news?"
            )
        return listing
    if layout is None or platform is None:
        warned = (
            (f"no layout of {platform.name} fits; read by the generic reader",) if platform else ()
        )
        article = read_generic(page, slug=slug, warnings=warned)
    else:
        article = read_article(page, platform=platform, layout=layout, slug=slug)
        if not article.blocks and article.kind is not ArticleKind.VIDEO:
            article = _with_generic_body(page, article, layout)
    return _checked(page, platform, article)


def _layout_of(page: Page, platform: Platform | None) -> Layout | None:
    if platform is None:
        return None
    for layout in platform.layouts:
        if any(select(page.root, css) for css in layout.signs):
            return layout
    return None


def _is_listing(
    page: Page, platform: Platform | None, source: Source | None, layout: Layout | None
) -> bool:
    path = urlsplit(page.url or "").path
    pattern = source.article_url if source and source.article_url else None
    if path and (
        (pattern and re.search(pattern, path)) or (platform and platform.article_url.search(path))
    ):
        return False
    if page.metadata.article:
        return False
    if layout is not None:
        return not any(select(page.root, css) for css in (*layout.body, *layout.sapo))
    if (
        platform is None
        and page.metadata.meta.get("og:type") == "article"
        and path.rstrip("/") != ""
    ):
        return False
    links = read_listing(page, platform=platform, slug="").links
    if platform is not None and path and len(links) >= 5:
        return True
    return len(links) >= 5 and (path in ("", "/") or not _has_text(page))


def _has_text(page: Page) -> bool:
    container = find_body(page)
    if container is None:
        return False
    texts = [len(" ".join("".join(p.itertext()).split())) for p in container.iter("p")]
    return sum(size for size in texts if size >= 80) >= 600


def _with_generic_body(page: Page, article: Article, layout: Layout) -> Article:
    draft = Draft()
    draft.values.update({k: v for k, v in (("title", article.title), ("sapo", article.sapo)) if v})
    body = read_generic_body(page, find_body(page), draft)
    if not body.blocks:
        return article
    warning = f"{layout.name}: no body element ({layout.body[0]}); the body was read by the generic reader"
    return replace(
        article,
        blocks=body.blocks,
        captions=article.captions or body.captions,
        images=article.images or tuple(body.images),
        byline=article.byline or body.byline,
        kind=ArticleKind.INTERVIEW if body.interview else article.kind,
        fields=(
            *article.fields,
            FieldEvidence(field="blocks", layer=Layer.GENERIC, where="densest text", raw=""),
        ),
        warnings=(*article.warnings, warning, *draft.warnings),
    )


def _checked(page: Page, platform: Platform | None, article: Article) -> Article:
    """Refuse what is no article, and compare the ids of page and address."""
    texts = tuple(block.text for block in article.blocks)
    words = sum(len(text.split()) for text in (*texts, article.sapo or ""))
    refuse_encrypted(page.name, texts)
    refuse_page(page, words=words)
    if not article.title or (not article.blocks and not article.sapo and not article.captions):
        raise LayoutError(
            f"{page.name}: no title and text of an article found; is it a page of news?"
        )
    warnings = list(article.warnings)
    if not article.blocks and article.kind is not ArticleKind.VIDEO:
        warnings.append("the article has no body")
    shown = platform.page_id(page) if platform and platform.page_id else None
    match = (
        platform.article_url.search(urlsplit(page.url or "").path)
        if platform and page.url
        else None
    )
    wanted = match.groupdict().get("id") if match else None
    if shown and wanted and shown != wanted:
        warnings.append(f"the page says it is article {shown}, its address says {wanted}")
    site_id = shown or wanted
    fields = article.fields
    if site_id:
        layer = Layer.SELECTOR if shown else Layer.URL_ID
        fields = (
            *fields,
            FieldEvidence(
                field="site_id", layer=layer, where="page" if shown else "address", raw=site_id
            ),
        )
    return replace(article, site_id=site_id, fields=fields, warnings=tuple(warnings))
