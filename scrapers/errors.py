"""What scrapers raise."""


class ScrapeError(Exception):
    """Base of the errors of this room. The message names the file or URL, the reason and the next step."""


class UnreadablePageError(ScrapeError):
    """The bytes are no page that can be read: empty, binary, or beyond the limits; raised by `decode`."""


class NotAnArticleError(ScrapeError):
    """A page answered, but it is a bot check, a login wall, a CAPTCHA, an encrypted body or an error page.

    `kind` is a stable word for tables and ledgers.
    """

    def __init__(self, message: str, *, kind: str = "not_an_article") -> None:
        super().__init__(message)
        self.kind = kind


class EmptyListingError(ScrapeError):
    """A page that is a list of articles names none: the end of its paging, or a template that changed."""


class LayoutError(ScrapeError):
    """A page of a known source fits none of its layouts and the generic reader found no body either."""


class FetchError(ScrapeError):
    """A URL gave no page; raised by `fetch`. `kind` is a stable word for tables and ledgers."""

    kind = "fetch"

    def __init__(self, message: str, *, url: str = "", exchange: object | None = None) -> None:
        super().__init__(message)
        self.url = url
        """The URL that failed; after a redirect, that of the hop."""
        self.exchange = exchange
        """The `Exchange` where the server did answer, so that it can be archived; else None."""


class BadAddressError(FetchError):
    """The URL is no http or https address with a host."""

    kind = "bad_address"


class PrivateAddressError(FetchError):
    """The host is, or resolves to, an address that is not on the public internet."""

    kind = "private_address"


class NoContactError(FetchError):
    """A host that is not loopback was asked for while no contact is configured."""

    kind = "no_contact"


class RobotsRefusedError(FetchError):
    """The robots.txt of the host forbids the URL."""

    kind = "robots_refused"


class RobotsUnreachableError(FetchError):
    """The robots.txt cannot be had (5xx, 429, network, a web page in its place): stay out."""

    kind = "robots_unreachable"


class HostNotFoundError(FetchError):
    """The name of the host cannot be resolved."""

    kind = "dns"


class ConnectionFailedError(FetchError):
    """The connection was refused, reset, or failed at the encryption."""

    kind = "connection"


class TimedOutError(FetchError):
    """The answer did not come within the limits on time."""

    kind = "timeout"


class TooLargeError(FetchError):
    """The answer is larger than the limit, on the wire or unfolded."""

    kind = "too_large"


class BrokenBodyError(FetchError):
    """The body ends early, is longer than announced, or its compression is broken."""

    kind = "broken_body"


class TooManyRedirectsError(FetchError):
    """Redirects go in a circle or on for too long."""

    kind = "too_many_redirects"


class HttpStatusError(FetchError):
    """The server answered with a status that is no page (4xx, 5xx); `status` holds it."""

    kind = "http_status"

    def __init__(
        self, message: str, *, url: str = "", exchange: object | None = None, status: int
    ) -> None:
        super().__init__(message, url=url, exchange=exchange)
        self.status = status


class HostPausedError(FetchError):
    """The host asked for a long pause, or failed again and again: nothing more of it in this run."""

    kind = "host_paused"


class FeedError(ScrapeError):
    """A feed is a web page, is empty, or holds no entry; raised by `feeds`."""


class SitemapError(ScrapeError):
    """A sitemap is a web page, is broken, or is beyond the limits; raised by `sitemaps`."""


class ArchiveError(ScrapeError):
    """A WARC file is missing or damaged at the place asked for; raised by `archive`."""
