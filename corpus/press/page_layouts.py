"""Which layout each page of the sample press is read by."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from corpus.press.site import load_papers, render_site
from corpus.records import Annotated
from scrapers.read import read_page
from scrapers.records import Source


def with_layouts(documents: Sequence[Annotated]) -> tuple[Annotated, ...]:
    """Add to documents of the press the layout of their pages; others stay as they are."""
    known = find_layouts()
    return tuple(
        replace(one, about={**one.about, "layout": known[one.id]}) if one.id in known else one
        for one in documents
    )


@lru_cache(maxsize=1)
def find_layouts() -> dict[str, str]:
    """Give article id → layout, by reading every page as a harvest would."""
    found: dict[str, str] = {}
    for paper in load_papers():
        site = render_site(paper)
        source = Source(slug=paper.slug, name=paper.name, home=paper.home, platform=paper.platform)
        ids = {article.site_id: article.id for article in paper.articles}
        for path, response in site.items():
            site_id = path.rpartition("-")[2].partition(".")[0]
            if site_id in ids:
                url = f"https://{paper.host}{path}"
                found[ids[site_id]] = read_page(response.body, url=url, sources=(source,)).layout
    return found
