"""What scrapers raise."""


class ScrapeError(Exception):
    """Base of the errors of this room. The message names the file or URL, the reason and the next step."""


class UnreadablePageError(ScrapeError):
    """The bytes are no page that can be read: empty, binary, or beyond the limits; raised by `decode`."""


class NotAnArticleError(ScrapeError):
    """A page answered, but it is a bot check, a login wall, a CAPTCHA, an encrypted body or an error page."""


class LayoutError(ScrapeError):
    """A page of a known source fits none of its layouts and the generic reader found no body either."""
