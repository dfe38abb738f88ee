"""What discovery gives: addresses with where they came from, and what went wrong on the way."""

from dataclasses import dataclass
from enum import StrEnum

from scrapers.errors import FetchError, NotAnArticleError


class FoundStatus(StrEnum):
    """What is to be done with a found address."""

    NEW = "new"
    KNOWN = "known"
    OUT_OF_RANGE = "out_of_range"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The address of an article. Each canonical one is given once a run."""

    url: str
    """The address to fetch."""
    canonical: str
    """The address under which the article is known."""
    found_in: str
    """The feed, sitemap or listing that named it first."""
    status: FoundStatus
    """Whether to fetch it: known ones and ones out of the range of days are given for the ledger."""
    published_hint: str | None = None
    """ISO 8601, by the feed, the sitemap or the address. None where none of them says."""
    modified_hint: str | None = None
    """ISO 8601 of the sitemap's `lastmod`. None where it does not say."""
    title_hint: str | None = None
    """The title in the feed or news sitemap."""


class ProblemKind(StrEnum):
    """What went wrong with a feed, sitemap or listing."""

    FETCH = "fetch"
    ROBOTS = "robots"
    BOT_CHECK = "bot_check"
    BROKEN_FEED = "broken_feed"
    BROKEN_SITEMAP = "broken_sitemap"
    UNREADABLE_LISTING = "unreadable_listing"
    EMPTY_LISTING = "empty_listing"
    LIMIT = "limit"
    HOST_PAUSED = "host_paused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that went wrong; the other ways of the source were gone all the same."""

    kind: ProblemKind
    """What it is."""
    url: str
    """The feed, sitemap or listing."""
    detail: str
    """What happened, in words."""


def as_problem(err: Exception, *, url: str, otherwise: ProblemKind) -> Problem:
    """Give the problem that an error of this room stands for."""
    kind = otherwise
    if isinstance(err, NotAnArticleError):
        kind = ProblemKind.BOT_CHECK
    elif isinstance(err, FetchError):
        kinds = {"robots_refused": ProblemKind.ROBOTS, "robots_unreachable": ProblemKind.ROBOTS}
        kind = kinds.get(err.kind, ProblemKind.FETCH)
        kind = ProblemKind.HOST_PAUSED if err.kind == "host_paused" else kind
    return Problem(kind=kind, url=url, detail=str(err))
