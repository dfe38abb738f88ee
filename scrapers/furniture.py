"""What stands in pages and is not the article: words and lines of the site around it."""

import re
import unicodedata

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
    "bài liên quan",
    "tin tức liên quan",
    "nội dung liên quan",
    "tin tức khác",
    "bài viết khác",
    "tin đọc nhiều",
    "tin nên đọc",
    "bài đọc nhiều",
    "có thể bạn chưa biết",
    "đừng bỏ lỡ",
    "tin cũ hơn",
    "tin mới hơn",
    "tin cùng chủ đề",
    "cùng chủ đề",
    "bài viết cùng chủ đề",
    "tin cùng loại",
    "ý kiến độc giả",
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
CUT_STARTS = frozenset(
    form[:2] for heading in CUT for form in (heading, unicodedata.normalize("NFD", heading))
)
LONGEST_CUT = 40
COUNT = re.compile(r"\s*\(\d*\)\s*$")
"""How many comments there are, behind the word."""
WEAK_CUT = frozenset({"xem thêm", "đọc thêm", "tin mới", "đọc nhiều", "xem nhiều", "tin nổi bật"})
"""Those of them that also stand between paragraphs, before one link."""
LAST_CUT = frozenset({"bình luận", "ý kiến bạn đọc", "ý kiến độc giả", "phiên bản di động"})
"""Those behind which nothing of the article follows."""
RELATED_LEAD = re.compile(
    r"^(?:>>|»|->|→|➤|►|\W{0,3}(?:xem|đọc|mời|tin|bài)[\w ,]{0,20}"
    r"(?:thêm|liên quan|cùng chủ đề|cùng chuyên mục)\s*(?:về|tại|ở)?\s*:)",
    re.I,
)
NOISE_LINE = re.compile(
    r"^(?:chia sẻ(?: bài viết)?|lưu bài(?: viết)?|in bài(?: viết)?|(?:gửi|viết) (?:bình luận|ý kiến)(?: của bạn)?|đánh giá bài viết|[\d.,]+\s?/\s?5\b.{0,30}|sao chép liên kết|đọc tiếp"
    r"|(?:bạn (?:cần|phải)|vui lòng|hãy|mời bạn) đăng (?:nhập|ký) (?:để )?(?:gửi |viết |xem |tham gia )?bình luận.{0,60}"
    r"|\W*mời (?:quý )?(?:bạn đọc|độc giả|quý vị).{0,200}|nghe đọc bài|cỡ chữ|mặc định|advertisement|quảng cáo|theo dõi .{0,60} trên(?: google news)?|tags?|từ khóa"
    r"|©.*|.{0,30}ghi rõ nguồn .{0,80}|bình luận(?: \(\d+\))?|thích|tặng sao|loading\.*|mục lục|nghe bài viết|0?0:\d{2}(?:\s*/\s*\d{1,2}:\d{2})?"
    r"|(?:số )?lượt (?:xem|đọc)\s*:?\s*[\d.,]+|[\d.,]+\s*lượt (?:xem|đọc)|đã xem\s*:?\s*[\d.,]+)\s*:?$",
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
PAPER_MARK = re.compile(r"^(?:\([^()]{1,24}\)|[A-ZĐ]{2,5}\s*[-–—])\s*[-–—]?\s*")
"""The mark of a paper before its lead, as in "(NLĐO) - "."""
ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$", re.I)
CREDIT = re.compile(
    r"(?:^|[\s.(|–-])(?:Ảnh|ẢNH|Nguồn ảnh|Ảnh tư liệu|Đồ họa|Video|Clip)\s*:\s*(?P<credit>[^:]{1,80}?)[.)\s]*$"
)
LOOSE_CREDIT = re.compile(
    r"(?:^|[\s.(|–-])(?:Ảnh (?:minh hoạ|minh họa|tư liệu|chụp|do|của|NVCC|BTC|CTV|[A-ZĐ])[^.:]{0,60}"
    r"|(?:Nguồn|Đồ họa|Theo)\s*:\s*[^.:]{1,60})[.)\s]*$"
)
"""Credits without a colon; below a picture they tell its caption."""
CAPTION_NAMES = re.compile(
    r"caption|chu-?thich|photo-?note|pic-?(?:note|desc)|image-?desc|img-?desc", re.I
)
CAPTION_LEAD = re.compile(
    r"^(?:trong ảnh|chú thích ảnh|ảnh (?:trên|dưới|bìa|minh họa|minh hoạ))\s*:", re.I
)
CREW = r"(?:bài|tin|ảnh|clip|video|nội dung|đồ họa|đồ hoạ|thiết kế|trình bày|kỹ thuật|dựng|quay phim|âm thanh)"
BYLINE_LEAD = re.compile(
    rf"^(?:(?:thực hiện|tác giả|người viết|nhóm (?:pv|phóng viên)|biên tập|tổng hợp|lược dịch|{CREW})"
    rf"(?:(?:\s*[,&/+-]\s*|\s+và\s+){CREW})*)\s*:\s*\S",
    re.I,
)
MORE_LEAD = re.compile(
    r"^\W{0,3}(?:xem|đọc|tham khảo|tìm hiểu|mời (?:bạn )?(?:xem|đọc))\b[^.:]{0,40}:", re.I
)
"""Before links to other articles, where links are most of the line."""
TAG_LEAD = re.compile(r"^\W{0,3}(?:từ khóa|từ khoá|tags?|chủ đề|hashtags?)\s*:", re.I)
NUMBERED = re.compile(r"\s*[-–]\s*(?:ảnh|hình)\s*(?:số\s*)?\d+\s*\.?$", re.I)
"""What a system adds to the headline where nobody wrote a caption."""
BASE64_LINE = re.compile(r"[A-Za-z0-9+/=]{60,}")


def is_address(text: str) -> bool:
    """Say whether the text is nothing but a web address."""
    return bool(ADDRESS.match(text))


def is_cut(text: str) -> bool:
    """Say whether the line heads a list of other articles."""
    return len(text) <= LONGEST_CUT and _folded(text) in CUT


def may_cut(text: str) -> bool:
    """Say by its first two letters whether a text as it stands in a page may head a list of others."""
    bare = text.strip()
    return bool(bare) and (bare[:2].casefold() in CUT_STARTS or not bare[0].isalpha())


def is_weak_cut(text: str) -> bool:
    """Say whether the heading also stands between paragraphs."""
    return _folded(text) in WEAK_CUT


def is_last_cut(text: str) -> bool:
    """Say whether the heading stands behind the article, with nothing of it to follow."""
    return _folded(text) in LAST_CUT


def is_noise(text: str) -> bool:
    """Say whether the line is a button or label of the page."""
    return bool(NOISE_LINE.match(text))


def credit_of(caption: str) -> str | None:
    """Give the photographer or source that a caption names at its end, or None."""
    match = CREDIT.search(caption)
    return match["credit"].strip() or None if match else None


def _folded(text: str) -> str:
    return COUNT.sub("", text).casefold().strip(" :.-–|»>*")
