"""Pages that answer and are no articles: bot checks, login walls, CAPTCHAs, encrypted bodies, errors."""

import json
import re

from scrapers.elements import clean_text, element_text
from scrapers.errors import NotAnArticleError
from scrapers.furniture import BASE64_LINE
from scrapers.layouts import Page

SETS = re.compile(r"document\.cookie\s*=|D1N=|location\.reload|setTimeout\(", re.I)
COOKIE_PAGE = re.compile(
    r"document\.cookie\s*=|D1N=|location\.reload|location\.href\s*=|setTimeout\(", re.I
)
CHALLENGES = (
    "cf-browser-verification", "cf_chl_", "challenge-platform", "just a moment...", "checking your browser",
    "attention required! | cloudflare", "ddos-guard", "__ddg", "sucuri_cloudproxy", "incapsula incident",
)  # fmt: skip
HUMAN = re.compile(
    r"xác (?:minh|thực) (?:bạn )?(?:là|không phải)(?: là)? (?:con )?(?:người|robot)", re.I
)
CAPTCHAS = ("recaptcha", "hcaptcha", "captcha")
ERROR_TITLE = re.compile(
    r"^(?:(?:lỗi|error|http)\s*)?(?:40\d|410|429|50\d)\s*(?:$|[-–|:.!](?!\s*\d)|error|not\b|page|forbidden|bad\b|internal|service|lỗi)"
    r"|\bnot found\b|\bforbidden\b|access denied|bad gateway|service unavailable|under maintenance"
    r"|không tìm thấy (?:trang|bài|nội dung|đường dẫn)"
    r"|(?:trang|bài viết|nội dung|đường dẫn)[\w ]{0,20} (?:không tồn tại|đã bị (?:xóa|xoá|gỡ)|bị (?:từ chối|chặn))"
    r"|(?:website|hệ thống|trang (?:web|tin)) [\w ]{0,15}bảo trì"
    r"|^(?:rất tiếc|xin lỗi|oops|ôi)\b.{0,60}\b(?:không (?:còn|có|tồn tại|tìm thấy)|đã bị)\b",
    re.I,
)
"""A bare number is one only where it stands alone: "500 công nhân hiến máu" is a headline."""
LOGIN_TITLE = re.compile(r"^(?:trang )?(?:đăng nhập|login|log in|sign in)\s*(?:$|[-–|:])", re.I)
LOGIN_TEXT = re.compile(
    r"(?:vui lòng|bạn (?:cần|phải)|hãy|yêu cầu) đăng (?:nhập|ký)[^.]{0,40}(?:để )?(?:tiếp tục |có thể )?"
    r"(?:xem|đọc)(?!\s+(?:thêm\s+)?(?:các\s+)?bình luận)",
    re.I,
)
FEED = re.compile(
    r"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*|<\?[^>]*>\s*)*<(?P<what>rss|feed|rdf:RDF|urlset|sitemapindex)\b",
    re.S,
)
GOES_ON = re.compile(
    r"<meta[^>]{0,80}http-equiv=[\"']?refresh[^>]{0,300}>|(?:window\.|document\.|top\.)?location(?:\.href|\.replace)?\s*[=(]\s*[\"'](?P<to>(?:https?:)?/[^\"']*)",
    re.I,
)
"""A page that sends its reader to another address, and is nothing else."""
SMALL_PAGE = 2_000
CHALLENGE_PAGE = 60_000
FEW_WORDS = 150
WALLED = 80
"""What a wall leaves open is a sentence or two."""


def refuse_raw(html: str, name: str) -> None:
    """Raise `NotAnArticleError` for answers that are known before they are parsed."""
    feed = FEED.match(html[:SMALL_PAGE])
    if feed:
        raise NotAnArticleError(
            f"{name}: a feed or sitemap (<{feed['what']}>), not a page; name it as one in the source",
            kind="feed",
        )
    if _is_json(html):
        raise NotAnArticleError(f"{name}: JSON, not a page; give HTML or plain text", kind="data")
    if (
        len(html) < SMALL_PAGE
        and not SETS.search(html)
        and GOES_ON.search(html)
        and _is_empty(html)
    ):
        raise NotAnArticleError(
            f"{name}: a page that only leads on to another address; fetch that one", kind="redirect"
        )
    if (
        len(html) < SMALL_PAGE
        and COOKIE_PAGE.search(html)
        and "<script" in html.lower()
        and _is_empty(html)
    ):
        raise NotAnArticleError(
            f"{name}: a bot check (a script that sets a cookie and loads again), not a page of the paper;"
            " fetch it again later or save it from a browser",
            kind="bot_check",
        )


def refuse_page(page: Page, *, words: int) -> None:
    """Raise `NotAnArticleError` for a page of few words that is a bot check, an error, a login or a CAPTCHA."""
    if words >= FEW_WORDS:
        return
    low = page.html.lower() if len(page.html) < CHALLENGE_PAGE else ""
    heading, text = _title(page), _shown_text(page)
    if any(mark in low for mark in CHALLENGES) or (low and HUMAN.search(text)):
        raise NotAnArticleError(
            f"{page.name}: a bot check, not a page of the paper; save the page from a browser",
            kind="bot_check",
        )
    refuse_error(page)
    shown = len(text.split())
    password = bool(page.select("input[type=password]"))
    if LOGIN_TITLE.search(heading) or (password and shown < FEW_WORDS):
        raise NotAnArticleError(
            f"{page.name}: a login page ({heading[:80]!r}); only open pages are read",
            kind="login_wall",
        )
    if words < WALLED and LOGIN_TEXT.search(text[:20_000]):
        raise NotAnArticleError(
            f"{page.name}: a login wall stands before the text; only open pages are read",
            kind="login_wall",
        )
    if words < WALLED and shown < 200 and any(mark in page.html.lower() for mark in CAPTCHAS):
        raise NotAnArticleError(
            f"{page.name}: a CAPTCHA, not a page of the paper; save the page from a browser",
            kind="captcha",
        )


def refuse_error(page: Page) -> None:
    """Raise `NotAnArticleError` for a page whose heading says that there is none."""
    second = next(page.root.iter("h2"), None)
    headings = (_title(page), element_text(second) if second is not None else "")
    heading = next((text for text in headings if ERROR_TITLE.search(text)), None)
    if heading is not None:
        raise NotAnArticleError(
            f"{page.name}: an error page ({heading[:80]!r}); check the address",
            kind="error_page",
        )


def refuse_encrypted(name: str, texts: tuple[str, ...]) -> None:
    """Raise `NotAnArticleError` where most of a body is base64: a script opens it in browsers."""
    noise = sum(len(match.group()) for text in texts for match in BASE64_LINE.finditer(text))
    whole = sum(map(len, texts))
    if noise > 200 and noise * 2 > whole:
        raise NotAnArticleError(
            f"{name}: the body is encrypted and opened by a script; it cannot be read",
            kind="encrypted",
        )


def _is_json(html: str) -> bool:
    if not html[:SMALL_PAGE].lstrip().startswith(("{", "[")):
        return False
    try:
        json.loads(html)
    except (ValueError, RecursionError):
        return False
    return True


def _is_empty(html: str) -> bool:
    bare = re.sub(r"(?is)<(script|style|noscript).*?(?:</\1>|$)|<[^>]*>", " ", html)
    return len(clean_text(bare)) < 200


def _title(page: Page) -> str:
    heading = next(page.root.iter("h1"), None)
    title = next(page.root.iter("title"), None)
    texts = [element_text(e) for e in (heading, title) if e is not None]
    if title is not None:
        texts.append(clean_text(title.text or ""))
    return next((text for text in texts if text), "")


def _shown_text(page: Page) -> str:
    body = page.root.find("body")
    return element_text(body if body is not None else page.root)
