"""What the head of a page says: JSON-LD, Open Graph and other meta elements."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from scrapers.addresses import join_address, path_of
from scrapers.elements import clean_text

ARTICLE_TYPES = frozenset(
    [
        "Article",
        "NewsArticle",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "OpinionNewsArticle",
        "BlogPosting",
        "TechArticle",
        "LiveBlogPosting",
    ]
)
TRAILING_COMMA = re.compile(r",(\s*[}\]])")
LOOSE_FIELD = re.compile(
    r'"(headline|datePublished|dateModified)"\s*:\s*"((?:[^"\\]|\\.)+)"\s*[,}\]]'
)
MOST_LOOSE = 100_000
LOOSE_TYPE = re.compile(r'"@type"\s*:\s*\[?\s*"(\w*(?:Article|BlogPosting))"')
LEAST_COMMON = 0.25
HEADLINES = etree.XPath("//h1 | //title")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """The machine-readable statements of a page."""

    meta: Mapping[str, str] = field(default_factory=dict)
    """Content by `property`, `name` or `itemprop`, in lower case; the first of each counts."""
    article: Mapping[str, object] = field(default_factory=dict)
    """The JSON-LD object of the article; empty where there is none."""
    breadcrumbs: tuple[str, ...] = ()
    """Names of the JSON-LD breadcrumb list, without the front page."""
    canonical: str | None = None
    """The address the page states for itself."""
    broken_json_ld: bool = False
    """Whether a JSON-LD script could not be read."""

    def article_text(self, *path: str) -> str | None:
        """Give one text of the JSON-LD article, such as `("author", "name")`, or None."""
        return _text_at(self.article, path)

    def description(self, title: str | None = None) -> str:
        """Give the description of the page; empty where there is none, or where it is that of the whole site.

        So it is where the title in the head has nothing of the headline `title`.
        """
        stated = self.meta.get("og:title")
        if title and stated and _common(title, stated) < LEAST_COMMON:
            return ""
        return self.meta.get("og:description") or self.meta.get("description") or ""

    def first(self, *names: str) -> tuple[str, str] | None:
        """Give name and content of the first meta element that is there and not empty."""
        return next(((name, self.meta[name]) for name in names if self.meta.get(name)), None)


def _address(canonical: str, other: str) -> str | None:
    """Give the address that a page states; one that is relative, or but the front page, gives way to a better one."""
    stated = [f"https:{one}" if one.startswith("//") else one for one in (canonical, other)]
    canonical, other = stated
    whole = other.startswith(("http://", "https://"))
    if canonical and whole and not canonical.startswith(("http://", "https://")):
        return join_address(other, canonical)
    if path_of(canonical) in ("", "/") and whole and path_of(other) not in ("", "/"):
        return other
    return canonical or other or None


def _common(one: str, other: str) -> float:
    """Give the share of common words in the smaller of two titles."""
    words, others = set(one.casefold().split()), set(other.casefold().split())
    return len(words & others) / max(1, min(len(words), len(others)))


def read_metadata(root: etree._Element) -> Metadata:
    """Collect what the page states about itself."""
    meta: dict[str, str] = {}
    scripts: list[str] = []
    links: list[str] = []
    for element in root.iter("meta", "script", "link"):
        if element.tag == "meta":
            name = element.get("property") or element.get("name") or element.get("itemprop")
            content = element.get("content")
            if name and content is not None:
                meta.setdefault(name.lower(), clean_text(content))
        elif element.tag == "link":
            if element.get("rel") == "canonical" and element.get("href"):
                links.append(element.get("href", "").strip())
        elif "ld+json" in (element.get("type") or "").lower():
            scripts.append(element.text or "")
    things, broken = _json_ld(scripts)
    articles: list[Mapping[str, object]] = []
    breadcrumbs: tuple[str, ...] = ()
    for thing in things:
        kinds = thing.get("@type")
        names = {kind for kind in _listed(kinds) if isinstance(kind, str)}
        if names & ARTICLE_TYPES:
            articles.append(thing)
        elif "BreadcrumbList" in names and not breadcrumbs:
            breadcrumbs = _breadcrumbs(thing)
    return Metadata(
        meta=meta,
        article=_own(articles, root) if len(articles) > 1 else next(iter(articles), {}),
        breadcrumbs=breadcrumbs,
        canonical=_address(next(iter(links), ""), meta.get("og:url", "")),
        broken_json_ld=broken,
    )


def _own(articles: list[Mapping[str, object]], root: etree._Element) -> Mapping[str, object]:
    """Give the article whose headline the page shows; some state those of related articles, too."""
    shown = {clean_text("".join(element.itertext())).casefold() for element in HEADLINES(root)}

    def fits(article: Mapping[str, object]) -> bool:
        headline = (_text_at(article, ("headline",)) or "").casefold()
        return bool(headline) and any(text.startswith(headline) for text in shown)

    return next(filter(fits, articles), articles[0])


def _json_ld(scripts: list[str]) -> tuple[list[Mapping[str, object]], bool]:
    things: list[Mapping[str, object]] = []
    broken = False
    for script in scripts:
        text = script.strip()
        try:
            things += _objects(_load(text))
        except (ValueError, RecursionError):
            broken = broken or bool(text)
            things += _loose_object(text)
    return things, broken


def _unwrapped(script: str) -> str:
    """Give the JSON of a script without the comments and CDATA marks that some systems put around it."""
    text = script.strip()
    first = text.find("{")
    opened = text.rfind("[", 0, first) if first > 0 else -1
    listed = (
        opened >= 0
        and not text[opened + 1 : first].strip()
        and not text[: opened + 1].endswith("CDATA[")
    )
    start = opened if listed else first
    end = text.rfind("]}"[not listed], max(start, 0), len(text))
    if listed and text[end - 1 : end + 1] == "]]":  # the end of a CDATA mark
        end = text.rfind("]", start, end - 1)
    return text[start : end + 1] if 0 <= start < end else text


def _load(text: str) -> object:
    for repair in (str, _unwrapped, _without_last_comma):
        try:
            return json.loads(repair(text), strict=False)
        except ValueError:
            continue
    return json.loads(html.unescape(text), strict=False)


def _without_last_comma(text: str) -> str:
    return TRAILING_COMMA.sub(r"\1", _unwrapped(text))


def _loose_object(text: str) -> list[Mapping[str, object]]:
    """Save headline and times out of a JSON-LD article that cannot be parsed."""
    kind = LOOSE_TYPE.search(text) if len(text) <= MOST_LOOSE else None
    if kind is None:
        return []
    found: dict[str, object] = {"@type": kind[1]}
    for name, value in LOOSE_FIELD.findall(text):
        found.setdefault(name, value)
    return [found]


def _objects(value: object) -> Iterator[Mapping[str, object]]:
    if isinstance(value, list):
        for item in value:
            yield from _objects(item)
    elif isinstance(value, dict):
        if "@graph" in value:
            yield from _objects(value["@graph"])
        else:
            yield value
            if isinstance(value.get("mainEntity"), dict):
                yield value["mainEntity"]


def _breadcrumbs(thing: Mapping[str, object]) -> tuple[str, ...]:
    items = thing.get("itemListElement")
    names = [
        _text_at(item, ("name",)) or _text_at(item, ("item", "name")) for item in _listed(items)
    ]
    return tuple(clean_text(name) for name in names if name and clean_text(name))


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _text_at(value: object, path: tuple[str, ...]) -> str | None:
    if isinstance(value, list):
        texts = [text for item in value if (text := _text_at(item, path))]
        return ", ".join(dict.fromkeys(texts)) or None
    if not path:
        return _plain(value) if isinstance(value, str) else None
    if isinstance(value, Mapping):
        return _text_at(value.get(path[0]), path[1:])
    return _plain(value) if isinstance(value, str) and len(path) == 1 else None


def _plain(value: str) -> str | None:
    """Undo the entities that some systems write into JSON, once or twice over."""
    return clean_text(html.unescape(html.unescape(value)) if "&" in value else value) or None
