"""Answers that are no articles, each refused by its kind; articles that speak of such things are not."""

import pytest

from scrapers.errors import NotAnArticleError
from scrapers.read import read_page

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


def test_an_article_about_logging_in_is_an_article() -> None:
    article = read_page(ARTICLE.encode(), url="https://a.example/tin-1234.html")
    assert article.title == "404 lượt đoàn viên được hướng dẫn đăng nhập ứng dụng"
    assert len(article.blocks) == 6


@pytest.mark.parametrize(
    "title",
    [
        "500 công nhân hiến máu",
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
