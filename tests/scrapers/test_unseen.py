"""What else stands in the pages of papers: each thing in the page of every platform, and of papers nobody described."""

import unicodedata
from collections.abc import Iterator

import pytest

from scrapers.read import read_page
from scrapers.records import Article, ArticleKind
from tests.scrapers.unseen_pages import (
    BYLINE,
    CARDS,
    HOST,
    MORE,
    OTHERS,
    PLATFORMS,
    SAPO,
    TEXT,
    TITLE,
    URL,
    Printed,
    Template,
)

BODY = [("paragraph", text) for text in TEXT]
NGAN = "Chị Lưu Thị Ngần, tổ trưởng tổ men, nói rằng ngày đông nhất có tới 23 người ở lại làm đến chín giờ tối."
FIVE = "Đến nay xưởng đã có 5 năm liền giữ được nhà trẻ tại chỗ, điều mà nhiều cơ sở lớn hơn chưa làm nổi."
HOW = "Thưa bà, nhờ đâu công đoàn vận động được nhiều thợ đến thế trong vòng hai tuần?"
NEXT = "Năm tới nhà trẻ có nhận thêm con của thợ ngoài xưởng không?"
WENT = "Chúng tôi đi từng lò, nói rõ việc cần làm và số công còn thiếu, rồi ghi tên người nhận ngay tại chỗ."
YES = "Có. Chúng tôi đã bàn với xã, trước mắt nhận 15 cháu ở hai thôn gần xưởng."
CLASSES = "Các cháu nhận lớp mới"
CREDITED = "Thợ lò số 2 chuyển gạch lên xe chiều 28/8. Ảnh: Ngọc Sa"
IMG = "<img src='/i/1.jpg' alt='x'>"
LINK = f"<a href='{HOST}/doi-song/x-88122.html'>{MORE[0]}</a>"
Blocks = list[tuple[str, str]]
THREE = 3


def readings() -> Iterator[tuple[str, Template, str]]:
    """Give every template, as its platform reads it and as the generic reader does.

    The portal's head and body tell no sapo from text: that is for its platform alone to know.
    """
    for name, template in {**PLATFORMS, **OTHERS}.items():
        if name in PLATFORMS:
            yield name, template, "auto"
        if name != "thanh_hoa":
            yield f"{name}, generic", template, "generic"


def read(template: Template, printed: Printed, source: str) -> Article:
    return read_page(template(printed).encode(), url=URL, source=source, sources=())


def told(article: Article) -> Blocks:
    return [(str(block.kind), block.text) for block in article.blocks]


def with_inserted(html: str, at: int) -> str:
    shown = [f"<p>{text}</p>" for text in TEXT]
    return "\n".join([*shown[:at], html, *shown[at:]])


def kinds(kind: str, *texts: str) -> Blocks:
    return [(kind, text) for text in texts]


IN_THE_BODY = [
    pytest.param("", [], id="nothing"),
    pytest.param(f"<p>{NGAN}<br>{FIVE}</p>", kinds("paragraph", f"{NGAN} {FIVE}"), id="one-break-parts-nothing"),
    pytest.param(f"<p>{'<br><br>'.join((NGAN, FIVE, WENT))}</p>", kinds("paragraph", NGAN, FIVE, WENT), id="breaks-twice-over-part-a-long-element"),
    pytest.param(f"<div>{'<br>'.join((NGAN, FIVE, WENT, YES))}</div>", kinds("paragraph", NGAN, FIVE, WENT, YES), id="lines-of-sentences-are-paragraphs"),
    pytest.param(f"<div>{NGAN}<br/>&nbsp;<br/>{FIVE}</div>", kinds("paragraph", NGAN, FIVE), id="a-box-parted-by-breaks"),
    pytest.param(f"<div>{NGAN}</div><div>{FIVE}</div>", kinds("paragraph", NGAN, FIVE), id="boxes-for-paragraphs"),
    pytest.param("<p>" + "".join(f"<span>{word} </span>" for word in NGAN.split()) + "</p>", kinds("paragraph", NGAN), id="a-span-a-word"),
    pytest.param(f"<p>&nbsp;&nbsp;{NGAN.replace('tổ', 'tổ​', 1)}­&nbsp;</p>", kinds("paragraph", NGAN), id="invisible-characters"),
    pytest.param(f"<p>{unicodedata.normalize('NFD', NGAN)}</p>", kinds("paragraph", NGAN), id="decomposed-letters"),
    pytest.param(
        "<ul><li>Tổ men góp 40 công<ul><li>ca sáng 25 công</li></ul></li><li><p>Tổ chuốt góp 62 công</p></li></ul>",
        kinds("list_item", "Tổ men góp 40 công", "ca sáng 25 công", "Tổ chuốt góp 62 công"),
        id="nested-list",
    ),
    pytest.param(
        "<div class='table-responsive'><table><tr><th colspan=2>Ngày công</th></tr><tr><td><p>Men</p></td><td>40</td></tr></table></div>",
        kinds("table", "Ngày công\nMen | 40"),
        id="table-with-a-wide-cell",
    ),
    pytest.param("<p><span style='font-weight:700'>Cả xưởng cùng làm</span></p>", kinds("heading", "Cả xưởng cùng làm"), id="bold-by-style"),
    pytest.param("<p style='font-weight: bold'>Cả xưởng cùng làm</p>", kinds("heading", "Cả xưởng cùng làm"), id="paragraph-bold-by-style"),
    pytest.param("<p><b>Vì sao phải làm gấp?</b></p>", kinds("heading", "Vì sao phải làm gấp?"), id="one-bold-question-heads"),
    pytest.param(
        f"<p><b>{HOW}</b></p><p>{WENT}</p><p><b>- Bà có lời khuyên gì?</b></p><p>{YES}</p><p>{FIVE}</p>",
        [("question", HOW), ("answer", WENT), ("question", "- Bà có lời khuyên gì?"), ("answer", YES), ("paragraph", FIVE)],
        id="bold-questions-of-an-interview",
    ),
    pytest.param(
        f"<p><b>PV:</b> {HOW}</p><p><b>Bà Mã Thị Vân Khê:</b> {WENT}</p><p><b>* {NEXT}</b></p><p>- {YES}</p>",
        [("question", f"PV: {HOW}"), ("answer", f"Bà Mã Thị Vân Khê: {WENT}"), ("question", f"* {NEXT}"), ("answer", f"- {YES}")],
        id="labelled-questions",
    ),
    pytest.param(f"<p>Hỏi chuyện chị Ngần: {NGAN}</p>", kinds("paragraph", f"Hỏi chuyện chị Ngần: {NGAN}"), id="asking-somebody-is-no-question"),
    pytest.param(f"<div class='box-note'><h4>Nhà trẻ</h4><p>{NGAN}</p></div>", [("heading", "Nhà trẻ"), ("note", NGAN)], id="boxed-note"),
    pytest.param(f"<aside><p>{NGAN}</p></aside>", kinds("note", NGAN), id="aside-with-text-is-a-note"),
    pytest.param(f"<div class='timeline-item'><p>{NGAN}</p></div>", kinds("paragraph", NGAN), id="a-live-page"),
    pytest.param(f"<p>{LINK}</p>", [], id="a-linked-title"),
    pytest.param(f"<p><b>Xem thêm:</b> {LINK}</p><p><i>Đọc thêm: {LINK}</i></p><p>&gt;&gt;&gt; {LINK}</p>", [], id="links-to-more"),
    pytest.param(f"<p><b>Tin liên quan</b></p><ul><li>{LINK}</li><li>{LINK}</li></ul>", [], id="related-in-the-middle"),
    pytest.param(
        f"<div class='box-tinlienquan'><div>Bài liên quan</div><div>{LINK}<p>Bài khác của báo kể chuyện thợ đá.</p></div></div>",
        [],
        id="related-box-named",
    ),
    pytest.param(f"<div class='z9'><h4>Có thể bạn quan tâm</h4><a href='/x-88122.html'>{IMG}{MORE[0]}</a></div>", [], id="related-box-unnamed"),
    pytest.param(f"<div class='r7'>{CARDS}</div>", [], id="cards-without-a-heading"),
    pytest.param("<p><iframe src='https://v.example/1'></iframe></p><div class='audio-box'><p>Nghe bài viết</p><span>0:00</span></div>", [], id="players"),
    pytest.param("<div class='ads-inread'><p>Mua gốm giá rẻ</p></div><div id='adzone12'>Advertisement</div><p>Quảng cáo</p>", [], id="advertising"),
    pytest.param("<p>&nbsp;</p><p><br></p><p>***</p>", [], id="empty-lines-and-stars"),
    pytest.param(f"<p>-> {NGAN}</p>", kinds("paragraph", f"-> {NGAN}"), id="an-arrow-before-a-sentence"),
    pytest.param("<p>10:30</p>", kinds("paragraph", "10:30"), id="the-time-of-an-entry"),
    pytest.param(f"<p>Giấy phép hoạt động của nhà trẻ còn ba năm. {NGAN} {FIVE}</p>", kinds("paragraph", f"Giấy phép hoạt động của nhà trẻ còn ba năm. {NGAN} {FIVE}"), id="a-licence-is-no-footer"),
]  # fmt: skip
AT_THE_END = [
    pytest.param("<p><em>(Theo Báo Lũng Sậy)</em></p>", kinds("paragraph", "(Theo Báo Lũng Sậy)"), id="taken-from"),
    pytest.param("<p>Từ khóa: <a href='/t/1'>nhà trẻ</a>, <a href='/t/2'>gốm</a></p>", [], id="tags"),
    pytest.param("<p>Lượt xem: 1.245</p><div class='fb-share'>Chia sẻ bài viết <a href='#'>Zalo</a></div>", [], id="counters-and-buttons"),
    pytest.param("<div id='comments'><h3>Bình luận (2)</h3><p>Bạn đọc Hải: Bài viết hay, mong xưởng giữ mãi nếp này cho con thợ.</p></div>", [], id="comments"),
    pytest.param("<div class='poll'><h3>Bạn nghĩ sao?</h3><label>Rất hay</label></div>", [], id="poll"),
    pytest.param("<div class='subscribe'><p>Nhận bản tin Lũng Sậy mỗi sáng</p></div>", [], id="newsletter"),
    pytest.param(f"<div class='r7'><h3>Tin cùng chuyên mục</h3>{CARDS}</div>", [], id="cards-below-a-heading"),
]  # fmt: skip


LONG_SUMMARY = "Một đoạn tóm tắt của bài khác, dài hơn tám mươi ký tự để trông như một đoạn văn của chính bài đang đọc."
TITLES = [f"<a href='/doi-song/bai-{n}-8812{n}.html'>{title}</a>" for n, title in enumerate(MORE)]
LISTS = {
    "titles-with-days": "<ul>" + "".join(f"<li>{link} <i>(04/09/2025)</i></li>" for link in TITLES) + "</ul>",
    "titles-and-summaries-in-turns": "<p><b>TIN LIÊN QUAN:</b></p>" + "".join(f"<p>{link}</p><p>{LONG_SUMMARY}</p>" for link in TITLES),
    "titles-and-summaries-in-boxes": "<div><b>Tin khác</b></div>"
    + "".join(f"<div><div>{link}</div><div>{LONG_SUMMARY}</div></div>" for link in TITLES),
    "cards-that-are-links": "".join(f"<a href='/b-8812{n}.html'><div>{IMG}<h4>{title}</h4><p>{LONG_SUMMARY}</p></div></a>" for n, title in enumerate(MORE)),
    "stars-before-links": f"<p>* {'<br>* '.join(TITLES)}</p>",
    "more-of-it": f"<p>Xem thêm bài viết: {', '.join(TITLES)}</p>",
    "comment-form": "<div><h3>Gửi bình luận của bạn</h3><form><label>Họ tên</label><p>Bình luận sẽ được duyệt trước.</p></form></div>",
    "rating": "<div><p>Đánh giá bài viết:</p><p>5/5 (3 lượt)</p></div>",
}  # fmt: skip


@pytest.mark.parametrize("html", LISTS.values(), ids=LISTS)
def test_nothing_of_other_articles_comes_in(html: str) -> None:
    for name, template, source in readings():
        article = read(template, Printed(body=with_inserted(html, len(TEXT))), source)
        assert told(article) == BODY, name
        assert article.captions == (), name


@pytest.mark.parametrize(
    ("html", "blocks", "at"),
    [pytest.param(*case.values, THREE, id=case.id) for case in IN_THE_BODY]
    + [pytest.param(*case.values, len(TEXT), id=case.id) for case in AT_THE_END],
)
def test_blocks(html: str, blocks: Blocks, at: int) -> None:
    wanted = [*BODY[:at], *blocks, *BODY[at:]]
    for name, template, source in readings():
        article = read(template, Printed(body=with_inserted(html, at)), source)
        assert told(article) == wanted, name
        assert (article.title, article.sapo) == (TITLE, SAPO), name
        assert article.captions == (), name


@pytest.mark.parametrize(
    ("html", "captions"),
    [
        pytest.param(f"<figure>{IMG}<figcaption><h2>{CREDITED}</h2></figcaption></figure>", [CREDITED], id="heading-in-a-figure"),
        pytest.param(f"<figure><div>{IMG}</div><div>{IMG}</div><figcaption>{CREDITED}</figcaption></figure>", [CREDITED], id="two-pictures-one-caption"),
        pytest.param(f"<table><tr><td>{IMG}</td><td>{IMG}</td></tr><tr><td colspan=2>{CREDITED}</td></tr></table>", [CREDITED], id="table-with-one-caption"),
        pytest.param(f"<p align=center>{IMG}</p><p align=center><em>{CLASSES}</em></p>", [CLASSES], id="italic-line"),
        pytest.param(f"<center>{IMG}<br><i>{CLASSES}</i></center>", [CLASSES], id="centred"),
        pytest.param(f"<div class='swiper-slide'>{IMG}<div class='d'>{CLASSES}</div></div>", [CLASSES], id="a-box-of-picture-and-words"),
        pytest.param(f"<p>{IMG}</p><p>Trong ảnh: {CLASSES}.</p>", [f"Trong ảnh: {CLASSES}."], id="in-the-picture"),
        pytest.param(f"<p>{IMG}</p><p>{CLASSES}. Ảnh minh họa</p>", [f"{CLASSES}. Ảnh minh họa"], id="credit-without-a-colon"),
        pytest.param(f"<figure><iframe src='/v'></iframe><figcaption>{CLASSES}. Video: Ngọc Sa</figcaption></figure>", [f"{CLASSES}. Video: Ngọc Sa"], id="of-a-video"),
        pytest.param(f"<figure>{IMG}<figcaption>{TITLE} - Ảnh 1.</figcaption></figure>", [], id="a-numbered-headline-is-none"),
    ],
)  # fmt: skip
def test_captions(html: str, captions: list[str]) -> None:
    for name, template, source in readings():
        article = read(template, Printed(body=with_inserted(html, THREE)), source)
        assert [caption.text for caption in article.captions] == captions, name
        assert told(article) == BODY, name


@pytest.mark.parametrize(
    "lead", ["<p>{}{}</p>", "<p>{1}{0}</p>"], ids=["picture-first", "picture-last"]
)
def test_a_picture_in_a_paragraph_makes_it_no_caption(lead: str) -> None:
    for name, template, source in readings():
        article = read(template, Printed(body=with_inserted(lead.format(IMG, NGAN), THREE)), source)
        assert ("paragraph", NGAN) in told(article), name
        assert article.captions == (), name


@pytest.mark.parametrize(
    ("html", "byline"),
    [
        pytest.param(f"<p class='text-right'><strong>{BYLINE}</strong></p>", BYLINE, id="right-by-class"),
        pytest.param(f"<p><strong>{BYLINE.upper()}</strong></p>", BYLINE.upper(), id="capitals"),
        pytest.param(f"<p><em>Tin, ảnh: {BYLINE}</em></p>", f"Tin, ảnh: {BYLINE}", id="news-and-pictures"),
        pytest.param(f"<p><b>Nội dung: {BYLINE}</b></p><p><b>Đồ họa: Ngọc Sa</b></p>", f"Nội dung: {BYLINE} - Đồ họa: Ngọc Sa", id="two-lines"),
        pytest.param(f"<p>Người viết: {BYLINE}</p>", f"Người viết: {BYLINE}", id="writer"),
        pytest.param("<p style='text-align:right'><b>Ban Nữ công</b></p>", "Ban Nữ công", id="a-unit"),
        pytest.param("<p><b>Ban Tuyên giáo - Nữ công LĐLĐ huyện Lũng Sậy</b></p>", "Ban Tuyên giáo - Nữ công LĐLĐ huyện Lũng Sậy", id="a-long-unit"),
        pytest.param(f"<p><b>{BYLINE}</b></p><p>Xem thêm: {LINK}</p>", BYLINE, id="before-a-link"),
        pytest.param(f"<p><b>{BYLINE}</b></p><figure>{IMG}<figcaption>{CLASSES}.</figcaption></figure>", BYLINE, id="before-a-picture"),
        pytest.param(f"<div class='author'>{BYLINE}</div>", BYLINE, id="named"),
    ],
)  # fmt: skip
def test_bylines_at_the_end(html: str, byline: str) -> None:
    for name, template, source in readings():
        printed = Printed(body=with_inserted(html, len(TEXT)), byline="")
        article = read(template, printed, source)
        assert article.byline == byline, name
        assert told(article) == BODY, name


def test_a_name_behind_the_last_sentence_is_the_author() -> None:
    last = f"<p>{TEXT[-1]}<br><strong>{BYLINE}</strong></p>"
    body = "".join(f"<p>{text}</p>" for text in TEXT[:-1]) + last
    for name, template, source in readings():
        article = read(template, Printed(body=body, byline=""), source)
        assert article.byline == BYLINE, name
        assert told(article) == BODY, name


@pytest.mark.parametrize("mark", ["", "(BLS) - ", "BLS - "])
def test_a_sapo_printed_again_in_the_body_is_no_paragraph(mark: str) -> None:
    body = with_inserted(f"<p><b>{mark}{SAPO}</b></p>", 0)
    for name, template, source in readings():
        article = read(template, Printed(body=body), source)
        assert told(article) == BODY, name
        assert (article.sapo or "").endswith(SAPO), name


@pytest.mark.parametrize(
    "echo", [f"<h2>{TITLE}</h2>", f"<p>{TITLE}</p>", "<p>05/09/2025 08:15</p>"]
)
def test_title_and_date_at_the_head_of_the_body_are_no_paragraphs(echo: str) -> None:
    for name, template, source in readings():
        assert told(read(template, Printed(body=with_inserted(echo, 0)), source)) == BODY, name


FIGURES = "".join(f"<figure>{IMG}<figcaption>{text}</figcaption></figure>" for text in TEXT[:4])
LINES = "".join(f"<p align=center>{IMG}</p><p align=center><i>{text}</i></p>" for text in TEXT[:4])


@pytest.mark.parametrize("body", [FIGURES, LINES], ids=["figures", "italic-lines"])
def test_photo_story_of_captions_alone(body: str) -> None:
    for name, template, source in readings():
        if name != "web_forms, generic" or body == LINES:
            article = read(template, Printed(body=body), source)
            assert [caption.text for caption in article.captions] == list(TEXT[:4]), name
            assert (article.kind, article.blocks) == (ArticleKind.PHOTO, ()), name


def test_video_page_has_its_kind_and_no_text_of_other_articles() -> None:
    body = "<div class='player'><video src='/v.mp4'></video></div>"
    for name, template, source in readings():
        article = read(template, Printed(body=body), source)
        assert article.blocks == (), name
        assert article.sapo == SAPO, name
        assert article.kind is ArticleKind.VIDEO or source == "generic", name


@pytest.mark.parametrize(
    "stamp",
    [
        "08:15 | 05/09/2025",
        "Ngày 5 tháng Chín, 2025 lúc 8 giờ 15 phút",
        "05/09/2025 8:15:00 SA • GMT+7",
    ],
)
def test_date_lines(stamp: str) -> None:
    for name, template, source in readings():
        article = read(template, Printed(stamp=stamp), source)
        assert (article.published or "").startswith("2025-09-05T08:15"), name


EDITOR = "<div class='VCSortableInPreviewMode' type='{}'>{}</div>"


@pytest.mark.parametrize(
    ("html", "blocks", "captions"),
    [
        pytest.param(
            EDITOR.format("LayoutAlbum", f"<div>{IMG}{IMG}</div><div class='PhotoCMS_Caption'><p>{CLASSES}</p></div>"),
            [],
            [CLASSES],
            id="album",
        ),
        pytest.param(
            EDITOR.format("SimpleQuote", f"<p>{NGAN}</p><p class='StarNameCaption'>Bà Mã Thị Vân Khê</p>"),
            kinds("quote", NGAN, "Bà Mã Thị Vân Khê"),
            [],
            id="quotation-with-its-speaker",
        ),
        pytest.param(EDITOR.format("wrapnote", f"<p>{NGAN}</p>"), kinds("note", NGAN), [], id="note"),
        pytest.param(
            EDITOR.format("RelatedOneNews", f"<a href='/x-1.htm'>{MORE[0]}</a><p>Thợ đá có nhà sau ba năm chờ đợi ở Khe Chàm.</p>"),
            [],
            [],
            id="one-related-article",
        ),
    ],
)  # fmt: skip
def test_boxes_of_an_editor(html: str, blocks: Blocks, captions: list[str]) -> None:
    for source in ("auto", "generic"):
        article = read(PLATFORMS["vccorp"], Printed(body=with_inserted(html, THREE)), source)
        assert told(article) == [*BODY[:THREE], *blocks, *BODY[THREE:]]
        assert [caption.text for caption in article.captions] == captions


def test_a_frame_around_the_whole_body_makes_no_notes() -> None:
    framed = f"<table><tr><td>{with_inserted('', 0)}</td></tr></table>"
    for name, template, source in readings():
        assert told(read(template, Printed(body=framed), source)) == BODY, name


@pytest.mark.parametrize(
    ("canonical", "stated"),
    [
        pytest.param("/cong-doan/tho-gom-88412.html", f"{HOST}/cong-doan/tho-gom-88412.html", id="relative"),
        pytest.param("//bao.example/a-88412.html", f"{HOST}/a-88412.html", id="without-a-scheme"),
        pytest.param(f"{HOST}/", URL, id="the-front-page"),
        pytest.param("https://khac.example/goc-11111.html", "https://khac.example/goc-11111.html", id="another-host"),
    ],
)  # fmt: skip
def test_the_address_that_a_page_states(canonical: str, stated: str) -> None:
    head = f'<link rel="canonical" href="{canonical}"><meta property="og:url" content="{URL}">'
    html = PLATFORMS["mastercms"](Printed(head=head))
    assert read_page(html.encode(), sources=()).canonical == stated
    alone = PLATFORMS["mastercms"](Printed(head=f'<link rel="canonical" href="{HOST}/">'))
    assert read_page(alone.encode(), url=URL, sources=()).canonical is None
