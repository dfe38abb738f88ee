"""Look-up of sources and platforms: by slug, by host, by what a page shows."""

import importlib
import pkgutil
import re
from collections.abc import Iterable, Mapping
from functools import cache
from types import ModuleType
from typing import TypeVar

import scrapers.platforms
import scrapers.sources
from scrapers.addresses import host_in
from scrapers.errors import ScrapeError
from scrapers.layouts import Page, Platform
from scrapers.records import Source

T = TypeVar("T")
SLUG = re.compile(r"^[a-z][a-z0-9_]{1,40}$")
KEYS = frozenset(
    [
        "slug",
        "name",
        "home",
        "platform",
        "publisher",
        "province",
        "hosts",
        "sections",
        "feeds",
        "sitemaps",
        "article_url",
        "delay_s",
        "per_week",
    ]
)
LISTS = ("hosts", "sections", "feeds", "sitemaps")


@cache
def load_sources() -> tuple[Source, ...]:
    """Give the built-in sources in the order of their slugs."""
    return tuple(_members(scrapers.sources, "SOURCE", Source))


@cache
def load_platforms() -> tuple[Platform, ...]:
    """Give the platforms in the order in which they are tried on a page of an unknown site."""
    found = _members(scrapers.platforms, "PLATFORM", Platform)
    return tuple(sorted(found, key=lambda platform: (platform.order, platform.name)))


def platform_named(name: str) -> Platform | None:
    """Give a platform by name, None for "generic"; raises `ScrapeError` for an unknown one."""
    if name == "generic":
        return None
    for platform in load_platforms():
        if platform.name == name:
            return platform
    known = ", ".join(sorted([platform.name for platform in load_platforms()] + ["generic"]))
    raise ScrapeError(f"platform {name!r} is unknown; known are {known}")


def platform_of(page: Page) -> Platform | None:
    """Give the platform that made a page of an unknown site, or None."""
    return next((platform for platform in load_platforms() if platform.detects(page)), None)


def source_named(slug: str, sources: Iterable[Source]) -> Source:
    """Give a source by slug; raises `ScrapeError` that names the known ones."""
    known = {source.slug: source for source in sources}
    if slug not in known:
        raise ScrapeError(f"source {slug!r} is unknown; known are {', '.join(sorted(known))}, auto")
    return known[slug]


def source_for_url(url: str | None, sources: Iterable[Source]) -> Source | None:
    """Give the source whose front page or further hosts an address belongs to, or None."""
    host = host_in(url)
    if not host:
        return None
    for source in sources:
        if host in source.home and host == host_in(source.home):
            return source
        if source.hosts and host in (name.removeprefix("www.") for name in source.hosts):
            return source
    return None


def source_from_config(mapping: Mapping[str, object]) -> Source:
    """Give the source that a `[[source]]` table of `thidua.toml` declares; raises `ScrapeError`."""
    where = f"[[source]] {mapping.get('slug', '')!r}"
    unknown = sorted(set(mapping) - KEYS)
    if unknown:
        raise ScrapeError(
            f"{where}: unknown key {unknown[0]!r}; known are {', '.join(sorted(KEYS))}"
        )
    slug, home = _text(mapping, "slug", where), _text(mapping, "home", where)
    if not SLUG.match(slug):
        raise ScrapeError(f"{where}: a slug is lower-case letters, digits and _, such as bao_vi_du")
    if not home.startswith(("http://", "https://")) or not host_in(home):
        raise ScrapeError(f"{where}: home {home!r} is no address; write it as https://vidu.example")
    platform = _text(mapping, "platform", where, "generic")
    platform_named(platform)
    pattern = mapping.get("article_url")
    if pattern is not None:
        _check_pattern(pattern, where)
    lists = {name: _texts(mapping, name, where) for name in LISTS}
    return Source(
        slug=slug,
        name=_text(mapping, "name", where, slug),
        home=home,
        platform=platform,
        publisher=_text(mapping, "publisher", where, "unknown"),
        province=_text(mapping, "province", where, "") or None,
        hosts=lists["hosts"],
        sections=lists["sections"],
        feeds=lists["feeds"],
        sitemaps=lists["sitemaps"],
        article_url=str(pattern) if pattern is not None else None,
        delay_s=_seconds(mapping, where),
        per_week=_bounds(mapping, where),
        confirmed="declared by the user",
    )


def _members(package: ModuleType, name: str, kind: type[T]) -> list[T]:
    modules = sorted(module.name for module in pkgutil.iter_modules(package.__path__))
    loaded = [
        getattr(importlib.import_module(f"{package.__name__}.{module}"), name, None)
        for module in modules
    ]
    return [member for member in loaded if isinstance(member, kind)]


def _text(mapping: Mapping[str, object], key: str, where: str, default: str | None = None) -> str:
    value = mapping.get(key, default)
    if not isinstance(value, str) or (default is None and not value.strip()):
        raise ScrapeError(f'{where}: {key} is missing or no text; write {key} = "…"')
    return value.strip()


def _texts(mapping: Mapping[str, object], key: str, where: str) -> tuple[str, ...]:
    value = mapping.get(key, ())
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
        raise ScrapeError(f'{where}: {key} is no list of texts; write {key} = ["…"]')
    return tuple(str(item) for item in value)


def _check_pattern(pattern: object, where: str) -> None:
    try:
        re.compile(str(pattern))
    except re.error as err:
        raise ScrapeError(
            f"{where}: article_url {pattern!r} is no regular expression: {err}"
        ) from err


def _seconds(mapping: Mapping[str, object], where: str) -> float:
    value = mapping.get("delay_s", 5.0)
    if isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
        raise ScrapeError(f"{where}: delay_s is no number of seconds")
    return float(value)


def _bounds(mapping: Mapping[str, object], where: str) -> tuple[int, int] | None:
    value = mapping.get("per_week")
    if value is None:
        return None
    if isinstance(value, list) and len(value) == 2 and all(isinstance(n, int) for n in value):
        return int(value[0]), int(value[1])
    raise ScrapeError(f"{where}: per_week is no pair of whole numbers; write per_week = [3, 40]")
