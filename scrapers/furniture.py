"""What stands in pages and is not the article: words and lines of the site around it."""

import re

CUT = (
    "có thể bạn quan tâm",
    "có thể bạn thích",
    "nên xem",
    "tin khác",
    "các tin khác",
    "tin bài khác",
    "tin cùng chuyên mục",
    "cùng chuyên mục",
    "bài cùng chuyên mục",
    "tin liên quan",
    "tin bài liên quan",
    "bài viết liên quan",
    "tin mới nhất",
    "tin mới",
    "tin nổi bật",
    "gợi ý dành cho bạn",
    "đọc nhiều",
    "đọc nhiều nhất",
    "xem nhiều",
    "bình luận",
    "ý kiến bạn đọc",
    "phiên bản di động",
    "đọc thêm",
    "xem thêm",
)
"""Headings behind which a page lists other articles; each is a line of its own."""
WEAK_CUT = frozenset({"xem thêm", "đọc thêm", "tin mới", "đọc nhiều", "xem nhiều", "tin nổi bật"})
"""Those of them that also stand between paragraphs, before one link."""
RELATED_LEAD = re.compile(
    r"^(?:>>|»|->|→|➤|►|\W{0,3}(?:xem|đọc|mời|tin|bài)[\w ,]{0,20}"
    r"(?:thêm|liên quan|cùng chủ đề|cùng chuyên mục)\s*(?:về|tại|ở)?\s*:)",
    re.I,
)
NOISE_LINE = re.compile(
    r"^(?:chia sẻ(?: bài viết)?|lưu bài(?: viết)?|in bài(?: viết)?|gửi bình luận|sao chép liên kết|đọc tiếp"
    r"|\W*mời (?:quý )?(?:bạn đọc|độc giả|quý vị).{0,200}|nghe đọc bài|cỡ chữ|mặc định|advertisement|quảng cáo|theo dõi .{0,60} trên(?: google news)?|tags?|từ khóa"
    r"|©.*|.{0,30}ghi rõ nguồn .{0,80}|bình luận(?: \(\d+\))?|thích|tặng sao|loading\.*)\s*:?$",
    re.I,
)
FOOT = re.compile(
    r"^(?:©|copyright\b|bản quyền (?:thuộc|của|©)|(?:trang|cổng) thông tin điện tử (?:liên đoàn|công đoàn|ldld|tổng hợp)"
    r"|giấy phép (?:số|hoạt động|xuất bản|thiết lập)|website được thiết kế|chịu trách nhiệm (?:chính|nội dung)"
    r"|tổng biên tập\s*:|cơ quan chủ quản|ghi rõ nguồn)",
    re.I,
)
"""Lines with which the footer of a site begins."""
CONTACT = re.compile(
    r"^(?:địa chỉ\s*:|(?:điện thoại|đt|tel|hotline|đường dây nóng)\s*:?\s*[\d(+]|email\s*:)", re.I
)
"""Lines of a footer that also stand in articles, where they are followed by text."""
ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$", re.I)
CREDIT = re.compile(
    r"(?:^|[\s.(|–-])(?:Ảnh|Nguồn ảnh|Ảnh tư liệu)\s*:\s*(?P<credit>[^:]{1,80}?)[.)\s]*$"
)
BYLINE_LEAD = re.compile(
    r"^(?:(?:bài|tin|ảnh|clip|video|thực hiện|tác giả|nhóm pv)(?:(?:\s*[,&/+-]\s*|\s+và\s+)"
    r"(?:bài|tin|ảnh|clip|video))*)\s*:\s*\S",
    re.I,
)
BASE64_LINE = re.compile(r"[A-Za-z0-9+/=]{60,}")


def is_address(text: str) -> bool:
    """Say whether the text is nothing but a web address."""
    return bool(ADDRESS.match(text))


def is_cut(text: str) -> bool:
    """Say whether the line heads a list of other articles."""
    return text.casefold().strip(" :.-–|") in CUT


def is_weak_cut(text: str) -> bool:
    """Say whether the heading also stands between paragraphs."""
    return text.casefold().strip(" :.-–|") in WEAK_CUT


def is_noise(text: str) -> bool:
    """Say whether the line is a button or label of the page."""
    return bool(NOISE_LINE.match(text))


def credit_of(caption: str) -> str | None:
    """Give the photographer or source that a caption names at its end, or None."""
    match = CREDIT.search(caption)
    return match["credit"].strip() or None if match else None
