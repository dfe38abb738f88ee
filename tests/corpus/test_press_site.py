import re
import unicodedata
from collections.abc import Iterator

import lxml.html
import pytest
from protego import Protego

from corpus.press.records import Paper, PlantedKind, PressArticle
from corpus.press.site import load_papers, render_site, respond

PAPERS = {paper.slug: paper for paper in load_papers()}


def page(paper: Paper, path: str) -> lxml.html.HtmlElement:
    answer = respond(paper, path)
    assert answer.status == 200, path
    return lxml.html.fromstring(answer.body.decode("utf-8-sig"))


def article_pages() -> Iterator[tuple[Paper, PressArticle, str]]:
    for paper in load_papers():
        for path, answer in render_site(paper).items():
            for article in paper.articles:
                ours = path.rsplit(".", 1)[0].endswith(article.site_id)
                if ours and answer.status == 200 and "print" not in path:
                    yield paper, article, path


def test_every_article_has_one_page() -> None:
    found = [article.id for _, article, _ in article_pages()]
    assert sorted(found) == sorted(a.id for p in load_papers() for a in p.articles)


def test_the_words_of_an_article_stand_in_its_page() -> None:
    for paper, article, path in article_pages():
        text = unicodedata.normalize("NFC", " ".join(page(paper, path).text_content().split()))
        assert " ".join(article.title.split()) in text
        for block in article.blocks:
            for cell in (c for row in block.cells for c in row) if block.cells else [block.text]:
                assert cell in text, (path, cell)


@pytest.mark.parametrize("slug", PAPERS)
def test_the_listings_lead_to_every_article_and_every_planted_page(slug: str) -> None:
    paper = PAPERS[slug]
    links: set[str] = set()
    for path, answer in render_site(paper, base_url="http://127.0.0.1:81").items():
        if any(
            path.startswith(s.path.rstrip("/").removesuffix(".aspx")) for s in paper.sections
        ) or (path.startswith("/timelinelist/")):
            links |= set(
                re.findall(r'href="(?:http://127\.0\.0\.1:81)?(/[^"]+)"', answer.body.decode())
            )
    wanted = {path for p, _, path in article_pages() if p is paper}
    assert wanted | {planted.path for planted in paper.planted} <= links


def test_planted_pages_are_what_they_claim() -> None:
    kinds = set()
    for paper in load_papers():
        for planted in paper.planted:
            kinds.add(planted.kind)
            answer = respond(paper, planted.path)
            if planted.kind is PlantedKind.BOT_CHECK:
                assert answer.status == 200
                assert len(answer.body) < 600
                assert b"D1N=" in answer.body
            elif planted.kind is PlantedKind.NOT_FOUND:
                assert answer.status == 404
            else:
                assert b'type="password"' in answer.body
    assert kinds == set(PlantedKind)


def test_base_url_takes_the_place_of_the_host_in_every_absolute_link() -> None:
    for paper in load_papers():
        for path, answer in render_site(paper, base_url="http://127.0.0.1:81").items():
            assert paper.home.encode() not in answer.body, path


def test_robots_forbids_something_and_lets_every_article_pass() -> None:
    for paper in load_papers():
        rules = Protego.parse(respond(paper, "/robots.txt").body.decode())
        assert "Disallow: /" in paper.robots
        for article_paper, _, path in article_pages():
            if article_paper is paper:
                assert rules.can_fetch(f"https://{paper.host}{path}", "thidua")


def test_feeds_and_sitemaps_answer() -> None:
    for paper in load_papers():
        for path in (*paper.feeds, *paper.sitemaps):
            answer = respond(paper, path)
            assert answer.status == 200
            assert answer.body.startswith(b"<?xml")


def test_an_unknown_path_is_not_found() -> None:
    assert {respond(paper, "/khong-co-trang-nay").status for paper in load_papers()} == {404}


def test_a_paper_gives_the_same_bytes_each_time() -> None:
    for paper in load_papers():
        assert render_site(paper) == render_site(paper)
