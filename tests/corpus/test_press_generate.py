from datetime import date

import pytest

from corpus.press.generate import generate_articles, generate_papers
from corpus.press.site import load_papers, render_site, respond
from corpus.press.vary import Variation

WRITTEN = date(2026, 5, 14)


def vary(text: str, *, days: int = 40) -> str:
    return Variation(seed=7, written=WRITTEN, days=days)(text)


@pytest.mark.parametrize(
    ("text", "varied"),
    [
        pytest.param("Sáng 14/5, hội nghị", "Sáng 23/6, hội nghị", id="a-day-moves"),
        pytest.param("ngày 12.3.2026", "ngày 21.4.2026", id="a-date-moves-in-its-own-notation"),
        pytest.param("hạng Ba, lần thứ 12", "hạng Ba, lần thứ 12", id="an-ordinal-stays"),
        pytest.param(
            "Nghị định số 13/2012/NĐ-CP",
            "Nghị định số 13/2012/NĐ-CP",
            id="a-number-of-a-decree-stays",
        ),
        pytest.param(
            "tại Hà Nội và Thái Nguyên", "tại Hà Nội và Thái Nguyên", id="a-province-is-no-person"
        ),
        pytest.param("đạt 95/100 điểm", "đạt 95/100 điểm", id="a-share-stays"),
        pytest.param("từ 15-20 triệu đồng", "từ 15-20 triệu đồng", id="a-range-stays"),
    ],
)
def test_what_a_variation_changes(text: str, varied: str) -> None:
    assert vary(text) == varied


def test_a_name_becomes_the_same_name_throughout_an_article() -> None:
    variation = Variation(seed=7, written=WRITTEN, days=0)
    first = variation("Bà Tăng Mỹ Phụng phát biểu").removeprefix("Bà ").removesuffix(" phát biểu")
    assert first != "Tăng Mỹ Phụng"
    assert variation("chị Tăng Mỹ Phụng") == f"chị {first}"


def test_figures_keep_their_notation() -> None:
    assert vary("trao 2.350 suất quà") != "trao 2.350 suất quà"
    assert "." in vary("trao 2.350 suất quà")


def test_the_same_seed_gives_the_same_articles() -> None:
    paper = load_papers()[0]
    assert list(generate_articles(30, 5, paper=paper)) == list(
        generate_articles(30, 5, paper=paper)
    )
    assert generate_articles(30, 5, paper=paper)[3] != generate_articles(30, 6, paper=paper)[3]


def test_generated_articles_differ_from_each_other_and_are_newest_first() -> None:
    for paper in generate_papers(400, 1):
        assert len({article.title for article in paper.articles}) > 90
        assert len({article.site_id for article in paper.articles}) == 100
        days = [article.published for article in paper.articles]
        assert days == sorted(days, reverse=True)


def test_a_generated_press_answers_at_every_path() -> None:
    papers = generate_papers(120, 3)
    assert sum(len(paper.articles) for paper in papers) == 120
    for paper in papers:
        pages = render_site(paper)
        assert {answer.status for answer in pages.values()} == {200}
        paths = [path for path in pages if paper.articles[-1].site_id in path]
        title = paper.articles[-1].title.split(":")[0]
        assert any(title.encode() in pages[path].body for path in paths)


def test_a_press_of_a_hundred_thousand_articles_answers_without_making_them_all() -> None:
    paper = generate_papers(100_000, 2)[1]
    article = paper.articles[-1]
    answer = respond(paper, f"/{article.section}/{article.slug}-{article.site_id}.ldo")
    assert answer.status == 200
    assert article.title.encode() in answer.body
