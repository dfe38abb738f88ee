"""Addresses as pages write them: broken ones are common and must not stop the reading of a page."""

from urllib.parse import urljoin, urlsplit


def join_address(base: str, address: str) -> str:
    """Give an address made whole; one that cannot be split is given as it stands."""
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def path_of(url: str | None) -> str:
    """Give the path of an address; empty where it has none or cannot be split."""
    try:
        return urlsplit(url or "").path
    except ValueError:
        return ""


def host_in(url: str | None) -> str:
    """Give the host of an address without "www."; empty where it has none or cannot be split."""
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""
