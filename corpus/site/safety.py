"""Make what strangers wrote harmless before it meets a page, a feed, a mail or a cell."""

import re
from urllib.parse import urlsplit

MAX_TITLE = 300
# What reorders or hides text: bidirectional controls, zero-width signs, and controls other than line ends.
_UNSEEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]|[\ud800-\udfff]"
)


def clean_text(text: str) -> str:
    """Give the text without signs that reorder or hide it; each is dropped."""
    return _UNSEEN.sub("", text)


def clean_title(title: str) -> str:
    """Give a title in one line of at most `MAX_TITLE` code points."""
    line = " ".join(clean_text(title).split())
    return line if len(line) <= MAX_TITLE else line[: MAX_TITLE - 1] + "…"


def safe_link(url: str | None) -> str | None:
    """Give a web address that may stand in a link; None for every other scheme and for what is no address."""
    if url is None:
        return None
    url = clean_text(url).strip()
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
        return None
    return url.replace('"', "%22").replace("'", "%27").replace("<", "%3C").replace(">", "%3E")
