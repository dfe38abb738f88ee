"""The fields of an article beside its body, each with the layer that gave it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from scrapers.assemble import Body
from scrapers.body import BodyRules, read_body
from scrapers.datelines import Dateline, date_in_address, find_dateline
from scrapers.elements import clean_text, element_text
from scrapers.furniture import is_address
from scrapers.layouts import Layout, Page, Platform
from scrapers.lead import is_excerpt
from scrapers.records import FieldEvidence, Layer

MAX_RAW = 500
MAX_SAPO = 1_500
MOST_SECTIONS = 6
"""A breadcrumb has few names; more of them are the menu."""
FRONT_NAMES = frozenset({"trang chủ", "home", "trang nhất", "trang chính"})
HOST_TAIL = re.compile(r"\s*/\s*(?:https?://)?(?:[\w-]+\.)+[a-z]{2,8}/?$")
"""The paper's host behind a name, as in "Minh An / vidu.example"."""
TITLE_TAIL = re.compile(r"\s+[|–-]\s+[^|–-]{2,60}$")


@dataclass(slots=True, kw_only=True)
class Draft:
    """An article in the making."""

    values: dict[str, str] = field(default_factory=dict)
    fields: list[FieldEvidence] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def put(
        self, name: str, value: str | None, layer: Layer, where: str, raw: str | None = None
    ) -> bool:
        """Take a value where the field is still empty; say whether it is filled now."""
        if name in self.values:
            return True
        if not value:
            return False
        self.values[name] = value
        self.note(name, layer, where, raw or value)
        return True

    def note(self, name: str, layer: Layer, where: str, raw: str) -> None:
        """Record where a field was read."""
        evidence = FieldEvidence(field=name, layer=layer, where=where, raw=raw[:MAX_RAW])
        self.fields.append(evidence)


def find_scope(page: Page, layout: Layout) -> etree._Element:
    """Give the container of the article, or the whole page."""
    for css in layout.scope:
        found = page.select(css)
        if found:
            return found[0]
    return page.root


def first_text(
    page: Page, scope: etree._Element, selectors: Iterable[str]
) -> tuple[str, str] | None:
    """Give selector and text of the first element that has a text."""
    for css in selectors:
        for element in page.select(css, scope):
            text = element_text(element)
            if text:
                return css, text
    return None


def first_names(
    page: Page, scope: etree._Element, selectors: Iterable[str]
) -> tuple[str, str] | None:
    """Give selector and names of the first selector with a text; several authors are joined by " - "."""
    for css in selectors:
        texts = (HOST_TAIL.sub("", element_text(element)) for element in page.select(css, scope))
        names = dict.fromkeys(text for text in texts if text)
        if names:
            return css, " - ".join(names)
    return None


def read_texts(page: Page, layout: Layout, scope: etree._Element, draft: Draft) -> None:
    """Read title, kicker, sapo and byline by selector."""
    for name in ("title", "kicker", "sapo", "byline"):
        selectors: tuple[str, ...] = getattr(layout, name)
        read = first_names if name == "byline" else first_text
        found = read(page, scope, selectors)
        if found and name == "sapo" and len(found[1]) > MAX_SAPO:
            found = (found[0], _first_piece(page, scope, found[0]))
            draft.warnings.append(f"{layout.name}: the sapo element holds more than the sapo")
        if found:
            draft.put(name, found[1], Layer.SELECTOR, found[0])
        elif name in ("title", "sapo") and selectors and not layout.sapo_first:
            draft.warnings.append(f"{layout.name}: no element for the {name} ({selectors[0]})")


def _first_piece(page: Page, scope: etree._Element, css: str) -> str:
    """Give the first paragraph of an element that was not closed where it should be."""
    pieces = read_body(page.select(css, scope)[0], BodyRules())
    return next((piece.text for piece in pieces if piece.text), "")


def read_stated_title(page: Page, draft: Draft) -> None:
    """Take the title from the head where no element gave it."""
    site = clean_text(page.metadata.meta.get("og:site_name", ""))
    draft.put("title", page.metadata.article_text("headline"), Layer.JSON_LD, "headline")
    for name in ("og:title", "twitter:title", "dable:title"):
        draft.put("title", _without_site(page.metadata.meta.get(name), site), Layer.META, name)


def read_fallbacks(page: Page, draft: Draft, body: Body) -> None:
    """Fill from JSON-LD and meta what no element gave."""
    metadata = page.metadata
    site = clean_text(metadata.meta.get("og:site_name", ""))
    read_stated_title(page, draft)
    own = bool(metadata.description(draft.values.get("title")))
    for layer, where, value in (
        (Layer.JSON_LD, "description", metadata.article_text("description")),
        (Layer.META, "og:description", metadata.meta.get("og:description") if own else None),
        (Layer.META, "description", metadata.meta.get("description") if own else None),
    ):
        if value and not is_excerpt(value, body):
            draft.put("sapo", value, layer, where)
    author = metadata.article_text("author", "name")
    for layer, where, value in (
        (Layer.JSON_LD, "author.name", author),
        (Layer.META, "dable:author", metadata.meta.get("dable:author")),
    ):
        if value and value.casefold() not in site.casefold() and not is_address(value):
            publisher = metadata.article_text("publisher", "name") or site
            if value.casefold() != publisher.casefold():
                draft.put("byline", value, layer, where)


def _without_site(title: str | None, site: str) -> str | None:
    """Cut "| Sức khỏe và Đời sống" off a title, where the tail is part of the name of the site."""
    if not title:
        return None
    match = TITLE_TAIL.search(title)
    if match and match.group().strip(" |–-").casefold() in (site or "").casefold():
        return title[: match.start()]
    return title


def read_dates(
    page: Page,
    layout: Layout,
    scope: etree._Element,
    draft: Draft,
    platform: Platform | None,
    *,
    near: str | None = None,
) -> None:
    """Read the times of publication and change: what machines read first, then what is printed.

    `near` is a date line that the generic reader saw between headline and body.
    """
    metadata = page.metadata
    printed = next(
        ((css, e.get("datetime"), element_text(e)) for css in layout.published for e in page.select(css, scope)
         if e.get("datetime") or find_dateline(element_text(e))),
        None,
    )  # fmt: skip
    named = metadata.first(
        "article:published_time", "datepublished", "pubdate", "article:published"
    )
    url_date = _address_date(page, platform)
    candidates = [
        (Layer.JSON_LD, "datePublished", metadata.article_text("datePublished")),
        (Layer.META, *named) if named else None,
        (Layer.SELECTOR, f"{printed[0]}@datetime", printed[1]) if printed else None,
        (Layer.SELECTOR, printed[0], printed[2]) if printed else None,
        (Layer.GENERIC, "between headline and body", near),
        (Layer.URL_ID, "address", url_date),
    ]
    _put_published([one for one in candidates if one is not None], draft)
    if "published" in draft.values:
        shown = printed[2] if printed and printed[2] else draft.fields[-1].raw
        draft.values["published_raw"] = shown
        if printed and layout.scope:
            _compare(draft, find_dateline(printed[2] or printed[1]))
    changed = metadata.first("article:modified_time", "datemodified", "og:updated_time", "lastmod")
    for layer, where, raw in (
        (Layer.JSON_LD, "dateModified", metadata.article_text("dateModified")),
        (Layer.META, *changed) if changed else (Layer.META, "", None),
    ):
        dateline = find_dateline(raw)
        if dateline:
            draft.put("modified", dateline.value, layer, where, dateline.raw)


def _put_published(candidates: list[tuple[Layer, str, str | None]], draft: Draft) -> None:
    """Take the first time that can be; where it is but a day, the time that another one gives to it."""
    day: tuple[Dateline, Layer, str] | None = None
    for layer, where, raw in candidates:
        if not raw:
            continue
        dateline = find_dateline(raw)
        if dateline is None:
            draft.warnings.append(f"no possible date in {where}: {clean_text(raw)[:80]!r}")
        elif day is None and not _is_day(dateline.value):
            draft.put("published", dateline.value, layer, where, dateline.raw)
            return
        elif day is None:
            day = (dateline, layer, where)
        elif not _is_day(dateline.value) and dateline.value[:10] == day[0].value[:10]:
            draft.put("published", dateline.value, layer, where, dateline.raw)
            return
    if day is not None:
        draft.put("published", day[0].value, day[1], day[2], day[0].raw)


def _compare(draft: Draft, printed: Dateline | None) -> None:
    """Warn where the page prints another day than the one that was taken."""
    taken = draft.values["published"][:10]
    if printed is not None and len(printed.value) >= len(taken) and printed.value[:10] != taken:
        draft.warnings.append(f"the page prints {printed.raw[:60]!r}, its metadata say {taken}")


def _is_day(value: str) -> bool:
    """Say whether a time is no more than a day: without a clock, or at midnight to the second."""
    return len(value) <= len("2026-05-14") or "T00:00:00" in value


def _address_date(page: Page, platform: Platform | None) -> str | None:
    if not page.url:
        return None
    read = platform.date_from_url if platform and platform.date_from_url else date_in_address
    return read(page.url)


def read_section(
    page: Page, layout: Layout, scope: etree._Element, draft: Draft
) -> tuple[str, ...]:
    """Read the section; gives the path from wide to narrow."""
    title = draft.values.get("title", page.metadata.article_text("headline") or "")
    crumbs = tuple(
        name for name in page.metadata.breadcrumbs
        if name.casefold() not in FRONT_NAMES and name.casefold() != title.casefold()
    )  # fmt: skip
    for css in layout.section:
        names = [text for e in page.select(css, scope) if (text := element_text(e))]
        names = [name for name in names if name.casefold() not in FRONT_NAMES and name != title]
        if 0 < len(names) <= MOST_SECTIONS:
            draft.put("section", names[-1], Layer.SELECTOR, css)
            return crumbs or tuple(dict.fromkeys(names))
    named = page.metadata.first("article:section")
    if named:
        draft.put("section", named[1].split(",")[0].strip(), Layer.META, named[0])
    else:
        value = page.metadata.article_text("articleSection")
        draft.put(
            "section",
            value.split(",")[-1].strip() if value else None,
            Layer.JSON_LD,
            "articleSection",
        )
    if crumbs:
        draft.put("section", crumbs[-1], Layer.JSON_LD, "BreadcrumbList")
    return crumbs or tuple([draft.values["section"]] if "section" in draft.values else [])


def read_tags(page: Page, layout: Layout, scope: etree._Element, draft: Draft) -> tuple[str, ...]:
    """Read the tags as printed, else those of the metadata; addresses among them are none."""
    for css in layout.tags:
        printed = [element_text(e) for place in (scope, page.root) for e in page.select(css, place)]
        tags = _tags(printed)
        if tags:
            draft.note("tags", Layer.SELECTOR, css, ", ".join(tags))
            return tags
    named = page.metadata.first("news_keywords", "article:tag", "keywords")
    tags = _tags(named[1].split(",")) if named else ()
    if named and tags:
        draft.note("tags", Layer.META, named[0], named[1])
    return tags


def _tags(printed: Iterable[str]) -> tuple[str, ...]:
    names = (clean_text(name).strip("#, ") for name in printed)
    return tuple(dict.fromkeys(name for name in names if name and not is_address(name)))
