"""What pages are made of: plain records, all words already in Vietnamese, all names already blanked."""

from dataclasses import dataclass, field
from typing import Literal

PieceKind = Literal["plain", "mark", "name"]
DayState = Literal["good", "failed", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a quoted sentence."""

    text: str
    """Its words; of a blanked name the sign that stands for it."""
    kind: PieceKind = "plain"
    """"mark": the mention itself; "name": a private person's name, blanked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A sentence as printed, with its mention marked."""

    pieces: tuple[Piece, ...]
    """The sentence in order."""
    link: str | None
    """The publisher's page at that sentence. None where the article has no web address."""

    @property
    def text(self) -> str:
        """Give the sentence as plain text."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ref:
    """A thing that has a page of its own."""

    id: str
    """Its id."""
    name: str
    """Its name."""
    page: str | None = None
    """Path of its page from the root of the site. None where it has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A stated quantity."""

    id: str
    """Its id."""
    article_id: str
    """The article it stands in."""
    value: float
    """The number with its magnitude applied."""
    said: str
    """As it is to be quoted, hedge and unit included: "hơn 6.700 suất quà"."""
    in_words: str
    """Large numbers in words: "= 2,4 tỷ đồng"; empty where that adds nothing."""
    unit: str
    """What is counted or measured; empty where the text does not say."""
    kind: str
    """"count", "money", "percent" …"""
    modifier: str
    """The hedge in Vietnamese; "chính xác" where there is none."""
    campaign: Ref | None
    """The campaign it belongs to. None where the text does not say."""
    verdict: str
    """"đúng", "sai", "đã sửa" by a reviewer; empty where nobody looked."""
    quote: Quote
    """Its sentence."""
    source: str
    """Name of the source that printed it."""
    day: str | None
    """ISO day of the article. None where the page gives none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """A commendation."""

    id: str
    """Its id."""
    article_id: str
    """The article it stands in."""
    form: Ref
    """Its form."""
    title: str
    """Its proper name; empty where it has none."""
    rank: str
    """Its rank in Vietnamese; empty where there is none."""
    grantor: str
    """Who confers it; empty where the text does not say."""
    recipients: str
    """Kinds and counts: "6 tập thể, 8 cá nhân"; names are never kept."""
    status: str
    """"đã tặng", "đề nghị", "dự kiến", "nói chung"."""
    verdict: str
    """A reviewer's verdict; empty where nobody looked."""
    quote: Quote
    """Its sentence."""
    source: str = ""
    """Name of the source that printed it."""
    day: str | None = None
    """ISO day it was published. None where the page gives none."""
    page: str = ""
    """Path of the page of its article from the root of the site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence with all figures that it states."""

    quote: Quote
    """The sentence, each figure marked."""
    figures: tuple[Figure, ...]
    """The figures in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One article."""

    id: str
    """Its id."""
    page: str
    """Path of its page from the root of the site."""
    title: str
    """Its title, names blanked by the policy."""
    source: Ref
    """Who printed it."""
    day: str | None
    """ISO day in Hà Nội. None where the page gives none."""
    hour: str
    """"20:47"; empty where only the day is known."""
    link: str | None
    """The publisher's page. None where it was imported from a file."""
    province_written: Ref | None
    """The province it is about, as named at the time."""
    province_today: Ref | None
    """The same place since July 2025."""
    campaigns: tuple[Ref, ...]
    """Campaigns it names, in order."""
    bodies: tuple[Ref, ...] = ()
    """Organisations it names."""
    figures: tuple[Figure, ...] = ()
    """Its figures; on lists only the first ones."""
    awards: tuple[Award, ...] = ()
    """Its awards; on lists only the first ones."""
    lead: Quote | None = None
    """The sentence that is shown on lists. None where no fact was read."""
    sentences: tuple[Sentence, ...] = ()
    """Its figures by sentence; only for its own page."""
    full_text: tuple[Piece, ...] = ()
    """The whole text with its marks; only for use in the house."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One stated fact and where it is stated."""

    id: str
    """Its id."""
    figure: Figure
    """The mention that stands for it."""
    articles: int
    """Articles that state it."""
    sources: int
    """Sources that state it."""
    first: Item
    """The first article."""
    others: tuple[Figure, ...] = ()
    """Further mentions in other articles."""
    against: tuple[Figure, ...] = ()
    """Mentions that state something else of the same thing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """The part of the coverage that one campaign has."""

    ref: Ref
    """The campaign; of the last row "others"."""
    count: int
    """Articles in the period."""
    percent: float
    """Share of all pairs of article and campaign in the period, in percent."""
    before: int
    """Articles in the period before."""
    sources: int
    """Sources in the period."""
    provinces: int
    """Provinces of today in the period."""
    days: tuple[int, ...]
    """Articles by day, or by week where the period is long."""

    @property
    def change(self) -> int:
        """Give the difference to the period before."""
        return self.count - self.before


@dataclass(frozen=True, slots=True, kw_only=True)
class GridRow:
    """One province of the grid."""

    ref: Ref
    """The province."""
    cells: tuple[int, ...]
    """Articles by campaign, in the order of the columns."""
    total: int
    """Articles about the province, with or without a campaign of the columns."""
    failed: bool = False
    """Whether a source of this province failed when last asked, so that a zero says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """Provinces by campaigns."""

    columns: tuple[Ref, ...]
    """Campaigns."""
    rows: tuple[GridRow, ...]
    """Provinces with at least one article."""
    silent: tuple[str, ...]
    """Names of the provinces without any."""
    unplaced: int
    """Articles that are about no province."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormCount:
    """Awards of one form by status."""

    form: Ref
    """The form."""
    by_status: dict[str, int]
    """Status in Vietnamese to count."""
    total: int
    """All of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """How one source did."""

    ref: Ref
    """The source."""
    status: str
    """"tốt", "lỗi" or "chưa chạy"."""
    reason: str
    """Why it failed; empty where it did not."""
    last_good: str | None
    """UTC time of its last good run."""
    per_week: float
    """Articles a week over the last 28 days."""
    days: tuple[tuple[str, DayState, str], ...] = ()
    """Ninety days: ISO day, state, words on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """The days that are looked at, ends included, and as many before."""

    since: str
    """First day."""
    until: str
    """Last day."""
    before_since: str
    """First day of the period before."""
    before_until: str
    """Last day of the period before."""
    days: int
    """Number of days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A saved search and what it caught."""

    id: str
    """Its id."""
    name: str
    """Its name."""
    query: str
    """The search as typed."""
    feed: str
    """Path of its feed."""
    count: int
    """Articles in the period."""
    alert: str
    """What is unusual about it; empty where nothing is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Everything that the front page and the report show."""

    title: str
    """What it is called."""
    period: Period
    """The days."""
    bounds: tuple[str, ...] = ()
    """What it is confined to, in words: a campaign, a province, a source; empty where it tells of everything."""
    articles: int
    """Articles in the period."""
    articles_before: int
    """Articles in the period before."""
    days_behind: int | None
    """Days from the newest article to the day it is made on. None where there is no article."""
    since_digest: bool
    """Whether the new articles are those since the last digest, or those of the period."""
    new_count: int
    """New articles, listed or not."""
    new: tuple[tuple[Ref, tuple[Item, ...]], ...]
    """The newest of them by campaign; the last group has no campaign."""
    shares: tuple[Share, ...]
    """By campaign, largest first."""
    pairs: int
    """Pairs of article and campaign that the shares are parts of."""
    campaigns: int
    """Campaigns in the period, listed or not."""
    grid_today: Grid
    """Provinces as of today."""
    grid_written: Grid
    """Provinces as printed."""
    claims: tuple[Claim, ...]
    """Figures by claim, contradictions first."""
    figures: int
    """Figures in the period."""
    forms: tuple[FormCount, ...]
    """Awards by form and status."""
    awards: tuple[Award, ...]
    """Awards, conferred ones first."""
    health: tuple[Health, ...]
    """The sources."""
    answered: int
    """Sources that answered when last asked."""
    unreviewed: int
    """Figures of the period that nobody reviewed."""
    topics: tuple[Topic, ...] = ()
    """Saved searches."""
    items: tuple[Item, ...] = ()
    """All articles of the period; only for downloads."""
    stamp: str = ""
    """When the data was last written, and by which version."""
    names: str = "drop"
    """The policy for names of private persons."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityPage:
    """A campaign, body, province, source, award form or week."""

    kind: str
    """"chien-dich", "to-chuc", "tinh", "nguon", "hinh-thuc" or "tuan"."""
    ref: Ref
    """What it is about."""
    about: tuple[tuple[str, str], ...]
    """Heading and words: aliases, first mention …"""
    articles: int
    """All articles of it."""
    weeks: tuple[tuple[str, int], ...]
    """Week and articles, oldest first."""
    items: tuple[Item, ...]
    """The newest articles."""
    claims: tuple[Claim, ...] = ()
    """Figures by claim."""
    awards: tuple[Award, ...] = ()
    """Awards."""
    lists: tuple[tuple[str, tuple[tuple[Ref, int], ...]], ...] = ()
    """Heading, then things with counts: who reports it, where."""
    silent: tuple[str, ...] = ()
    """Provinces without an article."""
    feed: str | None = None
    """Path of its feed."""
    parts: tuple[tuple[str, str], ...] = field(default=())
    """Further pages of the same list: name and path from the root."""
