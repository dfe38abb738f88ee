"""Bodies: what becomes a block, a caption, a byline, and what is left out."""

import pytest
from lxml import etree

from scrapers.assemble import Body, assemble_body
from scrapers.body import BodyRules, read_body
from scrapers.bylines import is_byline
from scrapers.records import BlockKind

LONG = "Công đoàn Nhà máy Đường Vạn Trạch hỗ trợ mỗi gia đình thợ gặp bão 3 triệu đồng để lợp lại mái nhà."
NEXT = "Đợt này có 52 gia đình được hỗ trợ, nguồn từ quỹ tương trợ do thợ toàn nhà máy đóng góp trong năm."


def body_of(html: str, **asked: bool) -> Body:
    element = etree.HTML(f"<div id='b'>{html}</div>").find(".//div[@id='b']")
    byline_last = asked.get("byline_last", False)
    sapo_first = asked.get("sapo_first", False)
    pieces = read_body(element, BodyRules())
    return assemble_body(
        pieces, title="Thợ đường góp quỹ", sapo=None, byline_last=byline_last, sapo_first=sapo_first
    )


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        pytest.param(f"<p>{LONG}</p>", [("paragraph", LONG)], id="paragraph"),
        pytest.param(f"{LONG}<br><br>{NEXT}", [("paragraph", LONG), ("paragraph", NEXT)], id="two-breaks-part"),
        pytest.param(f"<p>{LONG}<br>{NEXT}</p>", [("paragraph", f"{LONG} {NEXT}")], id="one-break-does-not"),
        pytest.param(f"<h3>Mái ấm</h3><p>{LONG}</p>", [("heading", "Mái ấm"), ("paragraph", LONG)], id="heading"),
        pytest.param(
            f"<p><strong>Mái ấm</strong></p><p>{LONG}</p>",
            [("heading", "Mái ấm"), ("paragraph", LONG)],
            id="a-bold-line-heads-what-follows",
        ),
        pytest.param(f"<p>{LONG}</p><p><b>Bão số 3</b></p>", [("paragraph", LONG), ("paragraph", "Bão số 3")], id="a-last-bold-line-does-not"),
        pytest.param(f"<blockquote><p>{LONG}</p></blockquote>", [("quote", LONG)], id="quote"),
        pytest.param("<ul><li>52 mái nhà</li><li>3 lớp học</li></ul>", [("list_item", "52 mái nhà"), ("list_item", "3 lớp học")], id="list"),
        pytest.param("<table><tr><td>Tổ</td><td>Nhà</td></tr><tr><td>Ép</td><td>12</td></tr></table>", [("table", "Tổ | Nhà\nÉp | 12")], id="table"),
        pytest.param(f"<table><tr><td><p>{LONG}</p></td></tr></table>", [("note", LONG)], id="a-box-drawn-as-a-table"),
        pytest.param(f"<p>{LONG}</p><p>&gt;&gt; <a href='/x.html'>Thợ mỏ hiến máu</a></p>", [("paragraph", LONG)], id="related-behind-arrows"),
        pytest.param(f"<p>{LONG}</p><p><a href='/x.html'>Thợ mỏ hiến máu</a></p>", [("paragraph", LONG)], id="a-linked-title"),
        pytest.param(f"<p>{LONG} <a href='/x.html'>Quỹ tương trợ</a></p>", [("paragraph", f"{LONG} Quỹ tương trợ")], id="a-link-in-a-paragraph-stays"),
        pytest.param(f"<p>{LONG}</p><p>Tin khác</p><p>Thợ mỏ hiến máu.</p>", [("paragraph", LONG)], id="cut-at-other-news"),
        pytest.param(f"<p>{LONG}</p><p>Xem thêm</p><p>{NEXT}</p>", [("paragraph", LONG), ("paragraph", NEXT)], id="see-also-cuts-nothing"),
        pytest.param(f"<p>Thợ đường góp quỹ</p><p>{LONG}</p>", [("paragraph", LONG)], id="echo-of-the-title"),
        pytest.param(f"<p>{LONG}</p><p style='display:none'>{NEXT}</p>", [("paragraph", LONG)], id="hidden"),
        pytest.param(f"<div><div><p>{LONG}</p></div></div>", [("paragraph", LONG)], id="nested-divs"),
        pytest.param(f"<p>{LONG}<p>{NEXT}", [("paragraph", LONG), ("paragraph", NEXT)], id="paragraphs-never-closed"),
    ],
)  # fmt: skip
def test_blocks(html: str, blocks: list[tuple[str, str]]) -> None:
    assert [(str(block.kind), block.text) for block in body_of(html).blocks] == blocks


@pytest.mark.parametrize(
    "html",
    [
        pytest.param("<figure><img src='a.jpg'><figcaption>Lợp nhà. Ảnh: Vi Hà</figcaption></figure>", id="figure"),
        pytest.param("<p><img src='a.jpg'></p><p><em>Lợp nhà. Ảnh: Vi Hà</em></p>", id="italic-line-below"),
        pytest.param("<p><img src='a.jpg'></p><p>Lợp nhà. Ảnh: Vi Hà</p>", id="line-with-a-credit"),
        pytest.param("<p><img src='a.jpg'><br>Lợp nhà. Ảnh: Vi Hà</p>", id="same-paragraph"),
        pytest.param("<p><img src='a.jpg'></p><p class='image-caption'>Lợp nhà. Ảnh: Vi Hà</p>", id="named"),
        pytest.param("<table><tr><td><img src='a.jpg'></td></tr><tr><td>Lợp nhà. Ảnh: Vi Hà</td></tr></table>", id="table"),
        pytest.param("<div><img data-src='a.jpg' src='data:image/gif;base64,R0'><div class='caption'>Lợp nhà. Ảnh: Vi Hà</div></div>", id="lazy"),
    ],
)  # fmt: skip
def test_captions(html: str) -> None:
    body = body_of(f"<p>{LONG}</p>{html}<p>{NEXT}</p>")
    assert [(c.text, c.credit, c.image) for c in body.captions] == [
        ("Lợp nhà. Ảnh: Vi Hà", "Vi Hà", "a.jpg")
    ]
    assert [block.text for block in body.blocks] == [LONG, NEXT]


def test_two_pictures_in_a_row_have_their_captions_in_the_next() -> None:
    body = body_of(
        "<table><tr><td><img src='a.jpg'></td><td><img src='b.jpg'></td></tr>"
        "<tr><td>Lợp nhà.</td><td>Dựng cột.</td></tr></table>"
    )
    assert [(c.text, c.image) for c in body.captions] == [
        ("Lợp nhà.", "a.jpg"),
        ("Dựng cột.", "b.jpg"),
    ]


def test_a_picture_alone_makes_the_next_paragraph_no_caption() -> None:
    body = body_of(f"<p><img src='a.jpg'></p><p>{LONG}</p>")
    assert body.captions == ()
    assert body.images == ("a.jpg",)
    assert [block.text for block in body.blocks] == [LONG]


def test_questions_and_answers() -> None:
    body = body_of(
        f"<p><b>Phóng viên: Quỹ có từ bao giờ?</b></p><p><b>Ông Lý Vạn:</b> {LONG}</p><p>{NEXT}</p>"
        f"<p><b>Năm tới quỹ sẽ giúp thêm những ai?</b></p><p>- {NEXT}</p>"
    )
    assert [block.kind for block in body.blocks] == [
        BlockKind.QUESTION,
        BlockKind.ANSWER,
        BlockKind.PARAGRAPH,
        BlockKind.QUESTION,
        BlockKind.ANSWER,
    ]
    assert body.interview


@pytest.mark.parametrize(
    ("line", "marked", "found"),
    [
        ("P.Ngà", False, True),
        ("Đỗ Quyên - Vi Hà", False, True),
        ("Bài và ảnh: Đỗ Quyên, LĐLĐ huyện Vạn Trạch", False, True),
        ("Hồ Vy (thực hiện)", False, True),
        ("Đỗ Quyên - Ban Tổ chức, kiểm tra", True, True),
        ("Thợ đường góp quỹ mái ấm cho bạn nghề", False, False),
        ("Trân trọng cảm ơn ông!", False, False),
        (LONG, True, False),
    ],
)
def test_is_byline(line: str, marked: bool, found: bool) -> None:
    assert is_byline(line, marked=marked) is found


def test_byline_and_sapo_are_taken_out_of_the_body_where_asked() -> None:
    html = f"<p>{NEXT}</p><p>{LONG}</p><p style='text-align:right'><b>Vi Hà</b></p><p>Nguồn: trang của nhà máy</p>"
    body = body_of(html, byline_last=True, sapo_first=True)
    assert (body.byline, body.sapo) == ("Vi Hà", NEXT)
    assert [block.text for block in body.blocks] == [LONG, "Nguồn: trang của nhà máy"]
