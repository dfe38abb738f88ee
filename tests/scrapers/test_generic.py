"""Papers that nobody described: article, listing, and the honest refusal."""

import pytest

from scrapers.errors import LayoutError, ScrapeError
from scrapers.read import read_page
from scrapers.records import ArticleKind

URL = "https://bao.example/xa-hoi/tho-mai-da-ha-long-d10234.html"
TITLE = "Thợ mài đá Hà Vân cải tiến bàn cắt"
TEXT = [
    f"Đoạn {n}: tổ thợ mài đá Hà Vân tự chế bộ phận hút bụi từ quạt cũ, nhờ đó phòng cắt sạch hơn hẳn và mỗi"
    " ca bớt được một lượt dừng máy để lau chùi, ai cũng mừng."
    for n in range(1, 6)
]
CARDS = "".join(
    f'<div class="card"><h3><a href="/xa-hoi/bai-viet-ve-to-tho-so-{n}-d9{n}331.html">Bài viết về tổ thợ số {n} của'
    f" xưởng</a></h3><p>Tóm tắt: tổ thợ số {n} đã có một năm làm việc đều tay, an toàn và được bạn nghề quý mến.</p></div>"
    for n in range(8)
)


def page(body: str, head: str = "") -> bytes:
    return f"<html><head><title>{TITLE}</title>{head}</head><body>{body}</body></html>".encode()


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"<h1>{TITLE}</h1>{paragraphs(TEXT)}", id="straight-in-the-body"),
        pytest.param(f"<div><h1>{TITLE}</h1><div class='q'>{paragraphs(TEXT)}</div></div>{CARDS}", id="cards-below"),
        pytest.param(
            f"<h1>{TITLE}</h1><div class='w'><div>{paragraphs(TEXT[:2])}</div><div class='ads'>Mua</div>"
            f"<div>{paragraphs(TEXT[2:])}</div></div>",
            id="in-two-parts",
        ),
        pytest.param(
            f"<h1>{TITLE}</h1><div class='w'>{''.join(f'<div><p>{text}</p></div>' for text in TEXT)}</div>",
            id="each-in-its-own-div",
        ),
        pytest.param(f"<h1>{TITLE}</h1><div class='w'>{'<br><br>'.join(TEXT)}</div>", id="parted-by-breaks"),
        pytest.param(
            f"<div class='sidebar-1'><h1>{TITLE}</h1><article>{paragraphs(TEXT)}</article></div>",
            id="in-a-box-with-a-misleading-name",
        ),
        pytest.param(
            f"<h1>{TITLE}</h1><div class='w'><span>{'<br/><br/>'.join(TEXT)}</span></div>",
            id="parted-by-breaks-in-a-span",
        ),
        pytest.param(
            f"<table><tr><td><a href='/a'>Trang chủ</a></td><td><h1>{TITLE}</h1><table><tr><td>{paragraphs(TEXT)}"
            "</td></tr></table></td></tr></table>",
            id="in-tables",
        ),
        pytest.param(
            f"<h1><a href='/'>CÔNG ĐOÀN HÀ VÂN</a></h1><h2 class='title'>{TITLE}</h2><div>{paragraphs(TEXT)}</div>",
            id="below-the-name-of-the-site",
        ),
        pytest.param(f"<form id='aspnetForm'><h1>{TITLE}</h1><div>{paragraphs(TEXT)}</div></form>", id="in-a-form"),
        pytest.param(
            f"<h1>{TITLE}</h1><div class='w'>{paragraphs(TEXT)}<div class='tin-lien-quan'>{CARDS}</div></div>"
            f"<div class='comments'>{paragraphs(['Bạn đọc: ' + text for text in TEXT])}</div>",
            id="related-and-comments",
        ),
    ],
)  # fmt: skip
def test_body_is_found(body: str) -> None:
    article = read_page(page(body), url=URL)
    assert article.title == TITLE
    assert [block.text for block in article.blocks] == TEXT


def test_description_that_is_an_excerpt_is_no_sapo() -> None:
    head = f'<meta name="description" content="{TEXT[0][:80]}...">'
    article = read_page(page(f"<h1>{TITLE}</h1><div>{paragraphs(TEXT)}</div>", head), url=URL)
    assert article.sapo is None
    assert len(article.blocks) == len(TEXT)


def test_first_paragraph_that_is_the_description_is_the_sapo() -> None:
    head = f'<meta property="og:description" content="{TEXT[0]}">'
    body = f"<h1>{TITLE}</h1><div><p><b>(HV) - {TEXT[0]}</b></p>{paragraphs(TEXT[1:])}</div>"
    article = read_page(page(body, head), url=URL)
    assert article.sapo == f"(HV) - {TEXT[0]}"
    assert [block.text for block in article.blocks] == TEXT[1:]


def test_first_paragraph_all_in_bold_is_the_sapo() -> None:
    body = f"<h1>{TITLE}</h1><div><p><b>{TEXT[0]}</b></p>{paragraphs(TEXT[1:])}</div>"
    article = read_page(page(body), url=URL)
    assert article.sapo == TEXT[0]
    assert [block.text for block in article.blocks] == TEXT[1:]


def test_date_line_between_headline_and_body_is_found_in_any_element() -> None:
    body = f"<div><h1>{TITLE}</h1><div class='q1'><span>Thứ Bảy, 07/03/2026 - 08:07</span></div><div>{paragraphs(TEXT)}</div></div>"
    assert read_page(page(body), url=URL).published == "2026-03-07T08:07:00+07:00"


def test_title_of_the_head_loses_the_name_of_the_site() -> None:
    head = f'<meta property="og:title" content="{TITLE} | Báo Vân"><meta property="og:site_name" content="Báo Vân">'
    assert read_page(page(paragraphs(TEXT), head), url=URL).title == TITLE


def test_date_comes_from_the_address_where_the_page_has_none() -> None:
    url = "https://bao.example/tho-mai-da-20240517081530123.htm"
    article = read_page(page(f"<h1>{TITLE}</h1>{paragraphs(TEXT)}"), url=url)
    assert article.published == "2024-05-17"


def test_impossible_date_is_refused_with_a_warning() -> None:
    head = '<meta property="article:published_time" content="2024-02-31T08:00:00+07:00">'
    article = read_page(page(f"<h1>{TITLE}</h1>{paragraphs(TEXT)}", head), url=URL)
    assert article.published is None
    assert any("2024-02-31" in warning for warning in article.warnings)


def test_listing_is_told_from_an_article() -> None:
    listing = read_page(
        page(f"<nav><a href='/'>Trang chủ</a></nav>{CARDS}"), url="https://bao.example/xa-hoi"
    )
    assert listing.kind is ArticleKind.LISTING
    assert len(listing.links) == 8
    assert listing.links[0] == "https://bao.example/xa-hoi/bai-viet-ve-to-tho-so-0-d90331.html"


@pytest.mark.parametrize("body", ["<p>Xin chào</p>", "<div></div>", "<h1>Liên hệ</h1>"])
def test_page_without_article_is_refused(body: str) -> None:
    with pytest.raises(ScrapeError) as caught:
        read_page(page(body), url="https://bao.example/lien-he")
    assert isinstance(caught.value, LayoutError | ScrapeError)
    assert "https://bao.example/lien-he" in str(caught.value)


@pytest.mark.parametrize("around", ["", '<!-- BASED ON MASTERCMS --><div class="__MB_X">'])
def test_article_below_hundreds_of_open_boxes_is_read(around: str) -> None:
    name = "__MASTERCMS_CONTENT" if around else "article-content"
    body = f"{around}{'<div>' * 400}<h1>{TITLE}</h1><div class='{name}'>{paragraphs(TEXT)}</div>"
    article = read_page(page(body), url="https://bao.example/tho-mai-da-10234.html")
    assert article.title == TITLE
    assert [block.text for block in article.blocks] == TEXT
    assert any("nested too deep" in warning for warning in article.warnings)


def test_endless_boxes_without_an_article_are_refused() -> None:
    with pytest.raises(ScrapeError, match="nested too deep"):
        read_page(page("<div>" * 400 + "<p>Xin chào</p>"), url=URL)


def test_broken_addresses_do_no_harm() -> None:
    head = '<link rel="canonical" href="https://[bao.example/tin-1234.html">'
    body = f"<h1>{TITLE}</h1><div>{paragraphs(TEXT)}<p><img src='//[x/a.jpg'></p></div><a href='http://[y'>Một liên kết hỏng dài dòng</a>"
    article = read_page(page(body, head))
    assert article.title == TITLE
    assert article.images == ("//[x/a.jpg",)
