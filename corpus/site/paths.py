"""Where each page lies below the root of the site."""

import hashlib
import re

KINDS = {
    "chien-dich": "Chiến dịch",
    "to-chuc": "Tổ chức",
    "tinh": "Tỉnh, thành phố",
    "nguon": "Nguồn",
    "hinh-thuc": "Hình thức khen thưởng",
    "tuan": "Tuần",
}
"""Folder of each kind of page and what it is called."""
_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,80}")


def article_page(article_id: str) -> str:
    """Give the path of an article's page; a folder holds a 256th of them."""
    name = _file_name(article_id)
    return f"bai/{name[-2:].lower()}/{name}.html"


def entity_page(kind: str, key: str, part: int = 1) -> str:
    """Give the path of a thing's page, or of a further part of its list."""
    return f"{kind}/{_file_name(key)}{f'-{part}' if part > 1 else ''}.html"


def feed_page(kind: str, key: str) -> str:
    """Give the path of an Atom feed."""
    return f"nguon-tin/{kind}-{_file_name(key)}.xml"


def root_from(path: str) -> str:
    """Give the way from a page up to the root: `../../`."""
    return "../" * path.count("/")


def _file_name(key: str) -> str:
    # An id is ours and safe; what a stranger named gets a hash, so that no name leads out of the folder.
    if _SAFE.fullmatch(key):
        return key
    return "x" + hashlib.sha256(key.encode()).hexdigest()[:20]
