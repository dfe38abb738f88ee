"""Answers that are no articles, each refused by its kind; articles that speak of such things are not."""

import pytest

from scrapers.errors import LayoutError, NotAnArticleError
from scrapers.read import read_page
from scrapers.records import ArticleKind

BODY = "".join(
    f"<p>Đoạn {n}: công đoàn khu chế xuất Linh Hà hướng dẫn đoàn viên đăng nhập ứng dụng, đổi mật khẩu và "
    "tra cứu ngày phép, nhắc mọi người không đưa mã captcha cho kẻ lạ gọi đến.</p>"
    for n in range(6)
)
ARTICLE = (
    "<html><head><title>Hướng dẫn đăng nhập</title></head><body><h1>404 lượt đoàn viên được hướng dẫn"
    f" đăng nhập ứng dụng</h1><div>{BODY}</div>"
    '<form><input type="password"></form><div class="g-recaptcha"></div></body></html>'
)


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        pytest.param(
            "<html><head><script>document.cookie='D1N=0f1e2d3c;path=/';location.reload(true)</script></head></html>",
            "bot_check",
            id="cookie-page",
        ),
        pytest.param(
            "<html><head><title>Just a moment...</title></head><body><div id='cf_chl_opt'>Checking your browser"
            "</div></body></html>",
            "bot_check",
            id="challenge",
        ),
        pytest.param(
            "<html><head><title>Đăng nhập</title></head><body><h1>Đăng nhập</h1><form><input type=text>"
            "<input type=password></form></body></html>",
            "login_wall",
            id="login",
        ),
        pytest.param(
            "<html><body><h1>Bài dành cho thành viên</h1><p>Bạn cần đăng nhập để xem tiếp bài viết này.</p></body></html>",
            "login_wall",
            id="wall",
        ),
        pytest.param(
            "<html><body><h1>Xin chào</h1><div class='g-recaptcha'></div><p>Hãy chọn các ô.</p></body></html>",
            "captcha",
            id="captcha",
        ),
        pytest.param(
            "<html><head><title>404</title></head><body><h1>Không tìm thấy trang</h1></body></html>",
            "error_page",
            id="not-found-with-status-200",
        ),
        pytest.param(
            "<html><body><h1>Tin có bảo vệ</h1><div>"
            + f"<p>{'QWxpZW4rL2Jvbg' * 12}</p>" * 8
            + "</div></body></html>",
            "encrypted",
            id="encrypted-body",
        ),
    ],
)
def test_refused(html: str, kind: str) -> None:
    with pytest.raises(NotAnArticleError) as caught:
        read_page(html.encode(), url="https://a.example/tin-1234.html")
    assert caught.value.kind == kind
    assert "https://a.example/tin-1234.html" in str(caught.value)


CARDS = "".join(
    f'<div><h3><a href="/doi-song/tho-dan-luoi-so-{n}-72{n}04.html">Thợ đan lưới Cồn Ngao kể chuyện nghề số {n}</a></h3>'
    f"<p>Tóm tắt {n}: mùa gió chướng, tổ đan lưới chuyển vào nhà kho để vá nốt những tấm lưới rách trước Tết.</p></div>"
    for n in range(9)
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(
            f"<html><body><h1>Không tìm thấy trang</h1>{CARDS}</body></html>", "error_page", id="not-found-above-other-articles"
        ),
        pytest.param(
            f"<html><body><h2>Rất tiếc, bài viết này không còn.</h2>{CARDS}</body></html>", "error_page", id="gone-without-an-h1"
        ),
        pytest.param('<?xml version="1.0"?><rss version="2.0"><channel></channel></rss>', "feed", id="feed"),
        pytest.param("<urlset><url><loc>https://a.example/</loc></url></urlset>", "feed", id="sitemap"),
        pytest.param('{"title": "Thợ đan lưới", "body": "<p>Cồn Ngao</p>"}', "data", id="json"),
        pytest.param(
            "<html><head><meta http-equiv='refresh' content='0;url=/'></head><body>Đang chuyển…</body></html>", "redirect", id="refresh"
        ),
        pytest.param("<html><script>location.href='/tin-99.html'</script></html>", "redirect", id="script-that-leads-on"),
    ],
)  # fmt: skip
def test_refused_whatever_else_stands_there(text: str, kind: str) -> None:
    with pytest.raises(NotAnArticleError) as caught:
        read_page(text.encode(), url="https://a.example/tin-1234.html", sources=())
    assert caught.value.kind == kind


@pytest.mark.parametrize("path", ["/tag/dan-luoi-72104.html", "/hoat-dong-cong-doan-12345.html"])
def test_cards_alone_are_a_listing_whatever_the_address(path: str) -> None:
    html = f"<html><body><h1>Đan lưới</h1>{CARDS}</body></html>"
    listing = read_page(html.encode(), url=f"https://a.example{path}", sources=())
    assert listing.kind is ArticleKind.LISTING
    assert len(listing.links) == 9


ITEMS = "".join(
    f'<article class="article-large"><header><a href="/cong-doan/dan-luoi-{n}-13{n:04}.ldo">Thợ đan lưới Cồn Ngao số {n}</a>'
    f"</header><p>Tóm tắt {n}: mùa gió chướng, tổ đan lưới chuyển vào nhà kho để vá nốt những tấm lưới rách.</p></article>"
    for n in range(14)
)


def test_tags_of_a_platform_are_a_listing() -> None:
    html = f"<html><body><div ng-controller='MainCtrl as vm'>{ITEMS}</div></body></html>"
    listing = read_page(html.encode(), url="https://a.example/tags/dan-luoi-123.ldo", sources=())
    assert listing.kind is ArticleKind.LISTING
    assert len(listing.links) == 14


def test_a_gone_article_above_many_summaries_is_refused() -> None:
    html = f"<html><body><div ng-controller='MainCtrl as vm'><h1>Bài viết không tồn tại</h1>{ITEMS}</div></body></html>"
    with pytest.raises(NotAnArticleError) as caught:
        read_page(html.encode(), url="https://a.example/cong-doan/bai-1328243.ldo", sources=())
    assert caught.value.kind == "error_page"


def test_one_sentence_beside_cards_is_an_article() -> None:
    day = "<div>Thứ Năm, 03/04/2025 - 09:10</div>"
    text = "Sáng 3/4, tổ đan lưới Cồn Ngao nhận thêm hai gian nhà kho có mái che, do công đoàn góp tiền dựng trong mùa gió."
    html = f"<html><body><h1>Tổ đan lưới có nhà kho mới</h1>{day}<div><p>{text}</p></div>{CARDS}</body></html>"
    article = read_page(html.encode(), url="https://a.example/tin-72304.html", sources=())
    assert [block.text for block in article.blocks] == [text]


def test_a_few_words_without_date_and_author_are_no_article() -> None:
    text = "Đường dẫn bạn truy cập không còn trên hệ thống. Vui lòng quay lại trang chủ hoặc tìm kiếm bài viết khác."
    html = f"<html><body><h1>Thông báo</h1><p>{text}</p></body></html>"
    with pytest.raises(LayoutError, match="without date, author"):
        read_page(html.encode(), url="https://a.example/tin-72304.html", sources=())


def test_an_article_about_logging_in_is_an_article() -> None:
    article = read_page(ARTICLE.encode(), url="https://a.example/tin-1234.html")
    assert article.title == "404 lượt đoàn viên được hướng dẫn đăng nhập ứng dụng"
    assert len(article.blocks) == 6


@pytest.mark.parametrize(
    "title",
    [
        "500 công nhân hiến máu",
        "500.000 đồng cho mỗi thợ mỏ đón Tết xa nhà",
        "500 - 700 suất ăn ca mỗi ngày ở bếp mới",
        "404 suất quà đến tay thợ mỏ Hà Vân",
        "Bảo trì cầu Sa Vĩ: tổ thợ hàn làm việc xuyên đêm",
        "Giải chạy dành cho hội viên và đoàn viên nữ",
        "Đăng nhập ứng dụng công đoàn thế nào",
        "Lời đồn về ca làm mười sáu giờ không tồn tại",
    ],
)
def test_a_short_piece_of_news_is_no_error_page(title: str) -> None:
    text = "Sáng 3/4, tổ công đoàn phân xưởng cơ khí Hà Vân đã tổ chức hoạt động này với sự góp mặt của đông đảo thợ."
    html = (
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1><div><p>{text}</p><p>{text[:-1]} trẻ.</p>"
        "</div><p>Bạn cần đăng nhập để xem bình luận</p></body></html>"
    )
    assert read_page(html.encode(), url="https://a.example/tin-1234.html").title == title
