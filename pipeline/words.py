"""The words of people's output in two languages; keys, exit codes and log events stay English."""

from pipeline.invocation import Lang

WORDS: dict[str, tuple[str, str]] = {
    "articles": ("bài viết", "articles"),
    "new": ("mới", "new"),
    "changed": ("đổi", "changed"),
    "unchanged": ("đã có", "already stored"),
    "forgotten": ("đã gỡ, không nhập lại", "taken down before, left out"),
    "failed": ("lỗi", "failed"),
    "campaigns": ("chiến dịch", "campaigns"),
    "figures": ("số liệu", "figures"),
    "awards": ("khen thưởng", "awards"),
    "sources": ("nguồn", "sources"),
    "source": ("nguồn", "source"),
    "found": ("thấy", "found"),
    "database": ("cơ sở dữ liệu", "database"),
    "next": ("tiếp theo", "next"),
    "mentions": ("lần nhắc", "mentions"),
    "campaign": ("chiến dịch", "campaign"),
    "figure": ("số liệu", "figure"),
    "sentence": ("câu gốc", "sentence"),
    "form": ("hình thức", "form"),
    "grantor": ("nơi tặng", "grantor"),
    "status": ("tình trạng", "status"),
    "recipients": ("đối tượng", "recipients"),
    "sources_answered": ("nguồn trả lời", "sources answered"),
    "planted": ("trang hỏng cài sẵn để thử", "failures, planted on purpose"),
    "no_hits": ("không có bài nào", "no article found"),
    "published": ("ngày đăng", "published"),
    "title": ("tiêu đề", "title"),
    "id": ("mã", "id"),
    "type": ("loại", "type"),
    "value": ("giá trị", "value"),
    "unit": ("đơn vị", "unit"),
    "bodies": ("tổ chức", "bodies"),
    "people": ("người", "people"),
    "places": ("địa danh", "places"),
    "times": ("thời gian", "times"),
    "documents": ("văn bản", "documents"),
    "quotations": ("lời trích dẫn", "quotations"),
    "article": ("bài", "article"),
    "mismatch": ("số không khớp", "sums that do not come out"),
}


def say(key: str, lang: Lang) -> str:
    """Give a word in a language."""
    vi, en = WORDS[key]
    return vi if lang == "vi" else en
