"""What the sample press is made of: papers, articles, answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from scrapers.records import ArticleKind, Block, Caption


class PlantedKind(StrEnum):
    """Pages that look like articles in a listing and are none."""

    BOT_CHECK = "bot_check"
    NOT_FOUND = "not_found"
    LOGIN_WALL = "login_wall"


class Head(Protocol):
    """What the address of an article is made of."""

    @property
    def slug(self) -> str:
        """Its title in the address."""
        ...

    @property
    def site_id(self) -> str:
        """The paper's own id of it."""
        ...

    @property
    def section(self) -> str:
        """Key of its section."""
        ...

    @property
    def published(self) -> str:
        """ISO 8601: a day, or a time with offset."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Photo:
    """A picture in the body with its caption."""

    after: int
    """Number of blocks that stand before it."""
    file: str
    """File name of the picture."""
    caption: Caption | None = None
    """The words under it. None where there are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PressArticle:
    """An article as the newsroom wrote it, before any page is made of it."""

    paper: str
    """Slug of its paper."""
    stem: str
    """Day and slug, the name of its file."""
    slug: str
    """Its title in the address."""
    site_id: str
    """The paper's own id of it."""
    title: str
    """Headline."""
    published: str
    """ISO 8601 with offset."""
    section: str
    """Key of its section."""
    kind: ArticleKind = ArticleKind.NEWS
    """News, interview, photo or video."""
    kicker: str | None = None
    """Line above the headline."""
    sapo: str | None = None
    """Lead."""
    byline: str | None = None
    """Authors as printed."""
    modified: str | None = None
    """ISO 8601 with offset; None where it was never changed."""
    tags: tuple[str, ...] = ()
    """Tags as printed."""
    blocks: tuple[Block, ...] = ()
    """The body."""
    photos: tuple[Photo, ...] = ()
    """Pictures in order."""

    @property
    def id(self) -> str:
        """Its id in the gold file."""
        return f"{self.paper}/{self.stem}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section of a paper."""

    key: str
    """Name in the articles' data and in addresses."""
    name: str
    """As printed."""
    path: str
    """Path of its first listing page."""
    parent: str | None = None
    """Key of the wider section; None for a top one."""
    zone: str | None = None
    """The platform's number of it, where it has one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """A link in a listing that leads to no article, put there on purpose."""

    path: str
    """Its path; it has the shape of an article's."""
    kind: PlantedKind
    """What answers there."""
    title: str
    """The headline that the listing shows for it."""
    section: str
    """Key of the section that lists it."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Paper:
    """An invented paper or portal."""

    slug: str
    """Its name as a source."""
    name: str
    """As readers know it."""
    publisher: str
    """Who publishes it."""
    host: str
    """Its host, under `.example`."""
    platform: str
    """mastercms, laodong, thanh_hoa or vccorp."""
    sections: tuple[Section, ...]
    """Wide ones before their narrow ones."""
    feeds: tuple[str, ...] = ()
    """Paths of its feeds."""
    sitemaps: tuple[str, ...] = ()
    """Paths of its sitemaps."""
    robots: str = "User-agent: *\nDisallow:\n"
    """Its robots.txt."""
    planted: tuple[Planted, ...] = ()
    """The failures that a harvest of its listings must meet, and no others."""
    articles: Sequence[PressArticle] = ()
    """Newest first."""
    heads: Sequence[Head] = ()
    """The same articles without their texts, where making the texts takes time; empty: the articles."""
    province: str | None = None
    """The province it belongs to; None for a national one."""
    page_size: int = 4
    """Items on one page of a listing."""

    @property
    def home(self) -> str:
        """Address of the front page."""
        return f"https://{self.host}/"

    def list_heads(self) -> Sequence[Head]:
        """Give what addresses are made of, for every article in order."""
        return self.heads or self.articles

    def section_of(self, key: str) -> Section:
        """Give the section with that key; raise KeyError where there is none."""
        return next((s for s in self.sections if s.key == key), None) or _no_section(self, key)


def _no_section(paper: Paper, key: str) -> Section:
    raise KeyError(f"{paper.slug} has no section {key!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What a paper answers to one request."""

    status: int
    """HTTP status."""
    body: bytes
    """The bytes of the page."""
    headers: Mapping[str, str] = field(default_factory=dict)
    """At least Content-Type."""
