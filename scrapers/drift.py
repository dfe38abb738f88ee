"""Signs that a site has changed its templates although a page could still be read."""

from scrapers.fields import find_scope
from scrapers.layouts import Layout, Page
from scrapers.records import Article, Layer


def find_drift(page: Page, layout: Layout, article: Article) -> tuple[str, ...]:
    """Give a warning for each thing that all pages of the layout had and this one has not."""
    found = [f"{layout.name}: {layout.warning}"] if layout.warning else []
    if layout.expects_json_ld and not page.metadata.article:
        what = "cannot be parsed" if page.metadata.broken_json_ld else "is missing"
        found.append(f"{layout.name}: the JSON-LD article {what}")
    elif layout.expects_breadcrumbs and not page.metadata.breadcrumbs:
        found.append(f"{layout.name}: the JSON-LD breadcrumbs are missing")
    found += _unknown_classes(page, layout)
    layers = {evidence.field: evidence.layer for evidence in article.fields}
    for name in ("title", "sapo"):
        if getattr(layout, name) and layers.get(name) not in (None, Layer.SELECTOR):
            found.append(
                f"{layout.name}: the {name} came from {layers[name]}, not from its element"
            )
    return tuple(found)


def _unknown_classes(page: Page, layout: Layout) -> list[str]:
    """Compare class attributes, as written, with those seen on pages of this layout."""
    if not layout.known_classes:
        return []
    scope = find_scope(page, layout)
    found = []
    for name in ("title", "sapo", "body"):
        for css in getattr(layout, name):
            matches = page.select(css, scope) or page.select(css)
            if not matches:
                continue
            written = matches[0].get("class") or ""
            if written not in layout.known_classes:
                found.append(
                    f"{layout.name}: class of the {name} reads {written!r}, not seen before"
                )
            break
    return found
