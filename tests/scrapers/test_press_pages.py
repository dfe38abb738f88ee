"""The sample press, page by page: what the papers printed is what is read, on four platforms."""

from collections.abc import Iterator

import pytest

from corpus.press.records import Paper, PressArticle
from corpus.press.site import load_papers, render_site
from scrapers.errors import NotAnArticleError, ScrapeError
from scrapers.read import read_page
from scrapers.records import Article, ArticleKind, Source


def source_of(paper: Paper) -> Source:
    return Source(
        slug=paper.slug,
        name=paper.name,
        home=f"https://{paper.host}",
        platform=paper.platform,
    )


def pages(paper: Paper) -> Iterator[tuple[PressArticle, str, bytes]]:
    """Give each article with its page."""
    site = render_site(paper)
    for article in paper.articles:
        paths = [path for path in site if f"-{article.site_id}." in path]
        assert len(paths) == 1, paths
        yield article, f"https://{paper.host}{paths[0]}", site[paths[0]].body


PAPERS = load_papers()
ARTICLES = [
    pytest.param(paper, article, url, body, id=f"{paper.slug}-{article.site_id}")
    for paper in PAPERS
    for article, url, body in pages(paper)
]


@pytest.mark.parametrize(("paper", "printed", "url", "body"), ARTICLES)
def test_article_is_read_as_printed(
    paper: Paper, printed: PressArticle, url: str, body: bytes
) -> None:
    read = read_page(body, url=url, sources=(source_of(paper),))
    assert read.source == paper.slug
    assert (read.title, read.kicker, read.sapo) == (
        printed.title,
        printed.kicker or None,
        printed.sapo or None,
    )
    assert read.byline == (printed.byline or None)
    assert str(read.kind) == str(printed.kind)
    assert read.published is not None
    day_only = len(read.published) == len("2026-05-14")
    assert read.published[:16] == printed.published[: 10 if day_only else 16]
    assert read.tags == tuple(printed.tags)
    assert read.site_id == printed.site_id
    assert [block.text for block in read.blocks] == [block.text for block in printed.blocks]
    assert [str(block.kind) for block in read.blocks] == [str(b.kind) for b in printed.blocks]
    assert [caption.text for caption in read.captions] == [
        photo.caption.text for photo in printed.photos if photo.caption
    ]
    assert read.warnings == ()


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.slug)
def test_planted_pages_are_refused(paper: Paper) -> None:
    site = render_site(paper)
    for planted in paper.planted:
        with pytest.raises(NotAnArticleError):
            read_page(
                site[planted.path].body,
                url=f"https://{paper.host}{planted.path}",
                sources=(source_of(paper),),
            )


def walk(paper: Paper, path: str) -> Iterator[Article]:
    """Follow a section from page to page as far as it leads."""
    site, at = render_site(paper), path
    for _ in range(20):
        body = site[at].body if at in site else b""
        try:
            listing = read_page(body, url=f"https://{paper.host}{at}", sources=(source_of(paper),))
        except ScrapeError:
            return
        assert listing.kind is ArticleKind.LISTING
        yield listing
        if listing.next_page is None:
            return
        at = listing.next_page.removeprefix(f"https://{paper.host}")


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.slug)
def test_sections_lead_to_every_article(paper: Paper) -> None:
    found = {
        link
        for section in paper.sections
        for listing in walk(paper, section.path)
        for link in listing.links
    }
    wanted = {url for _, url, _ in pages(paper)}
    planted = {f"https://{paper.host}{planted.path}" for planted in paper.planted}
    if (
        paper.platform != "thanh_hoa"
    ):  # its paging is a postback: the months are sections of their own
        assert wanted - found == set()
    assert found - wanted - planted == set()
