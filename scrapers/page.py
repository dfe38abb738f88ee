"""From decoded text to a parsed page: parsed once, its head read once."""

from scrapers.decode import Decoded
from scrapers.elements import parse_tree
from scrapers.layouts import Page
from scrapers.metadata import read_metadata


def parse_page(decoded: Decoded, *, url: str | None, name: str) -> Page:
    """Parse a page; without `url` its address is the one that it states for itself."""
    root, cut = parse_tree(decoded.data, name=name)
    metadata = read_metadata(root)
    return Page(
        root=root,
        html=decoded.text,
        data=decoded.data,
        url=url or metadata.canonical,
        metadata=metadata,
        name=name,
        cut=cut,
    )
