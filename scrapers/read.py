"""The front door: bytes or text of one page in, one article out, or an error that says why not."""

import re
from collections.abc import Sequence
from dataclasses import replace

from scrapers.addresses import path_of
from scrapers.article import read_article
from scrapers.decode import Decoded, decode_page
from scrapers.densest import find_body
from scrapers.drift import find_drift
from scrapers.errors import EmptyListingError, LayoutError, UnreadablePageError
from scrapers.fields import Draft, find_scope
from scrapers.gate import refuse_encrypted, refuse_error, refuse_page, refuse_raw
from scrapers.generic import read_generic, read_generic_body
from scrapers.headline import find_headline
from scrapers.layouts import Layout, Page, Platform
from scrapers.lead import find_lead
from scrapers.listings import read_listing
from scrapers.page import parse_page
from scrapers.page_kind import listing_links
from scrapers.plain_text import read_plain_text
from scrapers.records import Article, ArticleKind, FieldEvidence, Layer, Source
from scrapers.registry import (
    load_sources,
    platform_named,
    platform_of,
    source_for_url,
    source_named,
)

FEW_WORDS = 40
HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|div|p|article|table|meta|span|section|title|script|h[1-6])"
    r"\b[^<]{0,2000}>",
    re.I,
)


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


def read_text(
    text: str, *, source: str = "auto", sources: Sequence[Source] | None = None
) -> Article:
    """Read the plain-text dump of one article page."""
    if source not in ("auto", "generic"):
        source_named(source, load_sources() if sources is None else sources)
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
    if decoded.text.lstrip().startswith("<") or HTML.search(decoded.text[:20_000]):
        return _read_html(decoded, url=url, source=source, sources=sources)
    article = read_text(decoded.text, source=source, sources=sources)
    return replace(article, url=url, warnings=decoded.warnings + article.warnings)


def _read_html(
    decoded: Decoded, *, url: str | None, source: str, sources: Sequence[Source] | None
) -> Article:
    name = url or "page"
    refuse_raw(decoded.text, name)
    page = parse_page(decoded, url=url, name=name)
    known = load_sources() if sources is None else sources
    found, platform = _place(page, source, known)
    if page.url is None and platform and platform.stated_address:
        page = replace(page, url=platform.stated_address(page))
        found = found or source_for_url(page.url, known)
    if page.cut:
        decoded, page = _strained(decoded, page, platform)
    article = _read(page, platform, found)
    return replace(article, warnings=decoded.warnings + article.warnings)


def _strained(decoded: Decoded, page: Page, platform: Platform | None) -> tuple[Decoded, Page]:
    """Give the page anew with what BeautifulSoup strained out of it."""
    from scrapers.strain import strain_html  # rarely needed

    html = strain_html(decoded.text, platform)
    if html is None:
        raise UnreadablePageError(
            f"{page.name}: elements nested too deep, and no known body in them; is it a page of news?"
        )
    warning = "elements are nested too deep; read through BeautifulSoup"
    again = replace(decoded, text=html, data=html.encode(), warnings=(*decoded.warnings, warning))
    return again, parse_page(again, url=page.url, name=page.name)


def _place(
    page: Page, source: str, sources: Sequence[Source]
) -> tuple[Source | None, Platform | None]:
    """Find source and platform: as asked for, by the address, by what the page shows."""
    if source == "generic":
        return None, None
    found = source_for_url(page.url, sources) if source == "auto" else source_named(source, sources)
    if found is None:
        return None, platform_of(page)
    return found, platform_named(found.platform)


def _read(page: Page, platform: Platform | None, source: Source | None) -> Article:
    slug = source.slug if source else "generic"
    layout = _layout_of(page, platform)
    links = listing_links(page, platform=platform, source=source, layout=layout)
    if links is not None:
        if not links:
            refuse_page(page, words=0)
            raise EmptyListingError(
                f"{page.name}: a list without links to articles; is its paging at an end, or is the"
                " page no page of news?"
            )
        refuse_error(page)
        return read_listing(page, platform=platform, slug=slug, links=links)
    if layout is None or platform is None:
        warned = (
            f"no layout of {platform.name} fits; read by the generic reader" if platform else ""
        )
        article = read_generic(
            page,
            slug=slug,
            warnings=(warned,) if warned else (),
            habits=platform.layouts[0] if platform else None,
        )
    else:
        article = read_article(page, platform=platform, layout=layout, slug=slug)
        article = _with_generic_parts(page, article, layout)
        article = replace(article, warnings=article.warnings + find_drift(page, layout, article))
    return _checked(page, platform, article)


def _layout_of(page: Page, platform: Platform | None) -> Layout | None:
    if platform is None:
        return None
    return next((layout for layout in platform.layouts if page.shows(layout.signs)), None)


def _with_generic_parts(page: Page, article: Article, layout: Layout) -> Article:
    """Let the generic reader give body and sapo where the layout has lost them."""
    draft = Draft(fields=list(article.fields), warnings=list(article.warnings))
    draft.values.update({k: v for k, v in (("title", article.title), ("sapo", article.sapo)) if v})
    shown = article.blocks or article.captions or article.images
    body_lost = not shown and article.kind is not ArticleKind.VIDEO
    by_selector = any(e.field == "sapo" and e.layer is Layer.SELECTOR for e in article.fields)
    if layout.sapo and not by_selector:
        bodies = (element for css in layout.body for element in page.select(css))
        lead = find_lead(
            page,
            scope=find_scope(page, layout),
            headline=find_headline(page),
            body=next(bodies, None),
            title=article.title,
        )
        if lead:
            draft.values.pop("sapo", None)
            draft.fields = [e for e in draft.fields if e.field != "sapo"]
            draft.put("sapo", lead[1], Layer.GENERIC, lead[0])
            article = replace(article, sapo=lead[1])
    if body_lost:
        body = read_generic_body(page, find_body(page, find_headline(page)), draft, layout=layout)
        if body.blocks:
            draft.warnings.append(
                f"{layout.name}: no body element ({layout.body[0]}); the generic reader took over"
            )
            article = replace(
                article,
                blocks=body.blocks,
                captions=article.captions or body.captions,
                images=article.images or body.images,
                byline=article.byline or body.byline,
                sapo=article.sapo or body.sapo,
                kind=ArticleKind.INTERVIEW if body.interview else article.kind,
            )
    return replace(article, fields=tuple(draft.fields), warnings=tuple(draft.warnings))


def _is_credible(page: Page, article: Article) -> bool:
    """Say whether something but a few words tells that a page which no layout fits is an article."""
    return (
        article.layout != "generic"
        or bool(article.published or article.byline or article.captions or page.metadata.article)
        or page.metadata.meta.get("og:type", "").startswith(("article", "video"))
    )


def _checked(page: Page, platform: Platform | None, article: Article) -> Article:
    """Refuse what is no article, and compare the ids of page and address."""
    texts = tuple(block.text for block in article.blocks)
    words = sum(len(text.split()) for text in texts)
    refuse_encrypted(page.name, texts)
    refuse_page(page, words=words)
    if article.layout == "generic" and not article.published:
        refuse_error(page)
    if not article.title or not (article.blocks or article.sapo or article.captions):
        raise LayoutError(
            f"{page.name}: no title and text of an article found; is it a page of news?"
        )
    if words < FEW_WORDS and not _is_credible(page, article):
        raise LayoutError(
            f"{page.name}: {words} words without date, author or mark of an article; is it a page of news?"
        )
    warnings = list(article.warnings)
    if not article.blocks and article.kind not in (ArticleKind.VIDEO, ArticleKind.PHOTO):
        warnings.append("the article has no body")
    shown = platform.page_id(page) if platform and platform.page_id else None
    path = path_of(page.url)
    match = platform.article_url.search(path) if platform and path else None
    wanted = match.groupdict().get("id") if match else None
    if shown and wanted and shown != wanted:
        warnings.append(f"the page says it is article {shown}, its address says {wanted}")
    if not (shown or wanted):
        return replace(article, warnings=tuple(warnings))
    evidence = FieldEvidence(
        field="site_id",
        layer=Layer.SELECTOR if shown else Layer.URL_ID,
        where="page" if shown else "address",
        raw=shown or wanted or "",
    )
    return replace(
        article,
        site_id=shown or wanted,
        fields=(*article.fields, evidence),
        warnings=tuple(warnings),
    )
