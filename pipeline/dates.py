"""Times and days of the store: UTC with Z, and the day in Hà Nội."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")


def now() -> datetime:
    """Give the present time, aware, in UTC."""
    return datetime.now(UTC)


def render_utc(moment: datetime) -> str:
    """Give an aware time as `2025-11-19T19:05:03Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def render_day(moment: datetime) -> str:
    """Give the day an aware time has in Hà Nội."""
    return moment.astimezone(HANOI).date().isoformat()


def split_published(published: str | None) -> tuple[str | None, str | None]:
    """Give (published_at, published_on) of an article's date; a bare or partial date gives a day alone."""
    if published is None or "T" not in published:
        return None, published
    moment = datetime.fromisoformat(published)
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=HANOI)
    return render_utc(moment), render_day(moment)
