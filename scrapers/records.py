"""What scrapers handle: sources, pages, articles."""

from dataclasses import dataclass
from enum import StrEnum


class ArticleKind(StrEnum):
    """What a page is."""

    NEWS = "news"
    INTERVIEW = "interview"
    VIDEO = "video"
    PHOTO = "photo"
    LISTING = "listing"


class BlockKind(StrEnum):
    """What a block of the body is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTE = "quote"
    QUESTION = "question"
    ANSWER = "answer"
    LIST_ITEM = "list_item"
    TABLE = "table"
    NOTE = "note"


class Layer(StrEnum):
    """Where the value of a field was read; the earlier ones are trusted more."""

    SELECTOR = "selector"
    JSON_LD = "json_ld"
    META = "meta"
    URL_ID = "url_id"
    IMAGE_PATH = "image_path"
    FEED = "feed"
    TEXT = "text"
    GENERIC = "generic"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of an article's body."""

    kind: BlockKind
    """What it is."""
    text: str
    """Its text: NFC, each run of white space as one space. Rows of a table are joined by newlines, cells by " | "."""
    cells: tuple[tuple[str, ...], ...] = ()
    """The rows of a table; empty for all other kinds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """The words under a picture."""

    text: str
    """As printed, the credit included."""
    credit: str | None = None
    """The photographer or source after "Ảnh:". None where none is printed."""
    image: str | None = None
    """Address of the picture. None where it is not in the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldEvidence:
    """Where one field of an article was read."""

    field: str
    """Name of the field of `Article`."""
    layer: Layer
    """The layer that gave it."""
    where: str
    """The selector, JSON-LD path or meta name."""
    raw: str
    """The string as it stood there, at most 500 code points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """What one page says."""

    source: str
    """Slug of the source; "generic" where no source fits."""
    layout: str
    """Name of the layout that read it, such as "mastercms.2021"; "generic" for the generic reader."""
    kind: ArticleKind
    """What the page is."""
    url: str | None = None
    """The address it was read from. None for a saved page that does not state one."""
    canonical: str | None = None
    """The address the page states for itself."""
    site_id: str | None = None
    """The site's own id of the article."""
    title: str | None = None
    """The headline in the page."""
    kicker: str | None = None
    """The line above the headline."""
    sapo: str | None = None
    """The lead below the headline."""
    byline: str | None = None
    """The authors as printed."""
    published: str | None = None
    """ISO 8601: a day, or a time with offset. None where the page does not say."""
    published_raw: str | None = None
    """The date as printed."""
    modified: str | None = None
    """ISO 8601 time of the last change. None where the page does not say."""
    section: str | None = None
    """The narrowest section the page names."""
    section_path: tuple[str, ...] = ()
    """All sections from wide to narrow."""
    tags: tuple[str, ...] = ()
    """Tags as printed, without "#"."""
    blocks: tuple[Block, ...] = ()
    """The body in order."""
    captions: tuple[Caption, ...] = ()
    """Captions of the pictures in order."""
    images: tuple[str, ...] = ()
    """Addresses of the pictures in order."""
    links: tuple[str, ...] = ()
    """Addresses of the articles that a listing names, in order, each once."""
    next_page: str | None = None
    """Address of the next page of a listing."""
    fields: tuple[FieldEvidence, ...] = ()
    """Where each field was read."""
    warnings: tuple[str, ...] = ()
    """What was odd: a repaired encoding, a layer below the expected one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A newspaper or portal: where its union news stands and on which platform."""

    slug: str
    """Name of the file and of the source."""
    name: str
    """Name as readers know it."""
    home: str
    """Address of the front page; "unknown" where none was seen, so that a configuration must give it."""
    platform: str
    """Name of a module in `scrapers.platforms`."""
    publisher: str = "unknown"
    """Who publishes it."""
    province: str | None = None
    """Id of the province it belongs to; None for a national one."""
    hosts: tuple[str, ...] = ()
    """Further hosts that serve the same articles under the same paths."""
    sections: tuple[str, ...] = ()
    """Addresses of section listings to walk, relative to `home` or whole."""
    feeds: tuple[str, ...] = ()
    """Addresses of feeds."""
    sitemaps: tuple[str, ...] = ()
    """Addresses of sitemaps."""
    article_url: str | None = None
    """Regular expression that the path of an article matches; None takes the platform's."""
    delay_s: float = 5.0
    """Least gap between two requests to its host, in seconds."""
    per_week: tuple[int, int] | None = None
    """Fewest and most new articles a week; None until its own history shows them."""
    confirmed: str = "nothing"
    """What was confirmed on a real page, and when."""
    inferred: str = "nothing"
    """What is inferred from sister sites or crawlers."""
