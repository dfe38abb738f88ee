"""Read how each source did over ninety days."""

from datetime import date, datetime, timedelta

from sqlite_utils import Database

from corpus.site.paths import entity_page
from corpus.site.records import DayState, Health, Ref
from corpus.site.safety import clean_text
from pipeline.dates import render_day

DAYS = 90
REASONS = {
    "bot_check": "trang chặn máy",
    "login_wall": "tường đăng nhập",
    "not_found": "không tìm thấy trang",
    "http_status": "máy chủ báo lỗi",
    "unreachable": "không kết nối được",
    "timeout": "quá giờ",
    "layout": "bố cục lạ",
    "empty_listing": "danh mục trống",
    "robots": "robots.txt không cho phép",
    "drift": "số bài khác thường",
    "captcha": "đòi xác minh là người",
    "encrypted": "nội dung bị mã hoá",
    "error_page": "trang báo lỗi",
    "feed": "là nguồn tin RSS, không phải bài",
    "data": "là dữ liệu, không phải bài",
    "redirect": "trang chuyển hướng",
    "robots_refused": "robots.txt không cho phép",
    "robots_unreachable": "không đọc được robots.txt",
    "too_large": "trang quá lớn",
    "too_many_redirects": "chuyển hướng quá nhiều",
    "dns": "không thấy tên miền",
    "connection": "không kết nối được",
}
"""What a reader is told of a kind of failure; others are told as they are."""


def read_health(db: Database, *, today: str) -> tuple[Health, ...]:
    """Give every source that was ever asked or has an article, failed ones first."""
    names = dict(db.execute("SELECT slug, name FROM sources").fetchall())
    by_source: dict[str, list[tuple[str, str, str | None]]] = {}
    for slug, status, reason, started in db.execute(
        """SELECT rs.slug, rs.status, rs.reason, r.started_at FROM run_sources rs JOIN runs r ON r.id = rs.run_id
           ORDER BY r.id"""
    ):
        by_source.setdefault(slug, []).append((started, status, reason))
    rates = _rates(db, today)
    held = [
        slug
        for (slug,) in db.execute(
            "SELECT DISTINCT source_slug FROM articles WHERE is_current = 1 ORDER BY 1"
        )
    ]

    def ref(slug: str) -> Ref:
        # A source has a page as soon as it has an article.
        page = entity_page("nguon", slug) if slug in held else None
        return Ref(id=slug, name=clean_text(names.get(slug) or slug), page=page)

    found = [
        _health(ref(slug), runs, rates.get(slug, 0.0), today) for slug, runs in by_source.items()
    ]
    found += [
        Health(
            ref=ref(slug),
            status="chưa chạy",
            reason="",
            last_good=None,
            per_week=rates.get(slug, 0.0),
        )
        for slug in held
        if slug not in by_source
    ]
    return tuple(sorted(found, key=lambda one: (one.status != "lỗi", one.ref.name)))


def say_reason(reason: str | None) -> str:
    """Give a failure in Vietnamese: its kind, or what the ledger says, cut to a line."""
    if not reason:
        return ""
    kind, _, rest = clean_text(reason).partition(": ")
    if kind in REASONS:
        return REASONS[kind]
    return f"{kind}: {rest}"[:120] if rest else kind[:120]


def _rates(db: Database, today: str) -> dict[str, float]:
    since = (date.fromisoformat(today) - timedelta(days=27)).isoformat()
    return {
        slug: round(count / 4, 1)
        for slug, count in db.execute(
            """SELECT source_slug, count(*) FROM articles WHERE is_current = 1 AND published_on >= ?
               GROUP BY source_slug""",
            [since],
        )
    }


def _health(ref: Ref, runs: list[tuple[str, str, str | None]], rate: float, today: str) -> Health:
    good = [started for started, status, _ in runs if status == "ok"]
    _, status, reason = runs[-1]
    return Health(
        ref=ref,
        status="tốt" if status == "ok" else "lỗi",
        reason=say_reason(reason),
        last_good=good[-1] if good else None,
        per_week=rate,
        days=_strip(runs, today),
    )


def _strip(
    runs: list[tuple[str, str, str | None]], today: str
) -> tuple[tuple[str, DayState, str], ...]:
    """Give ninety days; a day is good where any of its runs was, and none where nothing ran."""
    by_day: dict[str, tuple[DayState, str]] = {}
    for started, status, reason in runs:
        day = render_day(datetime.fromisoformat(started))
        if status == "ok":
            by_day[day] = ("good", "trả lời")
        elif by_day.get(day, ("none", ""))[0] != "good":
            by_day[day] = ("failed", f"lỗi: {say_reason(reason)}")
    last = date.fromisoformat(today)
    days = [(last - timedelta(days=back)).isoformat() for back in range(DAYS - 1, -1, -1)]
    return tuple((day, *by_day.get(day, ("none", "không chạy"))) for day in days)
