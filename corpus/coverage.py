"""Coverage: what each source gave in each week, and what of the world's week it therefore shows.

Runs count in the week they ran in, articles in the week they were published in. A week without a run has no numbers,
which is not the same as zero; a week whose runs failed says so.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date

from corpus.tables import Cell, DataColumn, Kind

NO_RUN = "no run"


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageRow:
    """One source in one week."""

    source_slug: str
    """The source."""
    week: str
    """ISO week, such as "2026-W07"; "undated" for articles without a day."""
    state: str
    """"ok", "failed" where the week's last run of the source failed, "no run" where there was none."""
    runs: int
    """Runs that asked the source."""
    found: int | None
    """Addresses found. None without a run."""
    fetched: int | None
    """Requests answered."""
    parsed: int | None
    """Pages that became articles, new or in a new version."""
    failed: int | None
    """Pages that failed."""
    barred: int | None
    """Addresses that robots.txt or a login bars."""
    articles: int
    """Articles published in the week."""
    mentions: int
    """Campaigns, figures and awards in them."""
    claims: int | None
    """Claims whose first article is among them. None where the database holds no claims."""
    duplicates: int
    """Articles among them that repeat another nearly word for word."""

    def as_cells(self) -> tuple[Cell, ...]:
        """Give the values in the order of the fields."""
        return tuple(getattr(self, one.name) for one in fields(self))

    def as_json(self) -> dict[str, Cell]:
        """Give the row as an object."""
        return asdict(self)


def week_of(day: str | None) -> str:
    """Give the ISO week of a day; "undated" where there is no whole day."""
    try:
        year, week, _ = date.fromisoformat((day or "")[:10]).isocalendar()
    except ValueError:
        return "undated"
    return f"{year}-W{week:02d}"


def _column(name: str, kind: Kind, en: str, vi: str, *, key: bool = False) -> DataColumn:
    return DataColumn(
        name=name,
        kind=kind,
        title=en.split(":", 1)[0],
        title_vi=vi,
        description=en,
        key=key,
        required=key,
    )


COVERAGE_COLUMNS: tuple[DataColumn, ...] = (
    _column("source_slug", "string", "Source: its id", "Nguồn", key=True),
    _column("week", "string", "Week: ISO year and week", "Tuần", key=True),
    _column("state", "string", "State: ok, failed or no run", "Tình trạng"),
    _column("runs", "integer", "Runs: that asked the source", "Số lượt"),
    _column("found", "integer", "Found: addresses; null without a run", "Thấy"),
    _column("fetched", "integer", "Fetched: requests; null without a run", "Tải"),
    _column("parsed", "integer", "Parsed: pages that became articles; null without a run", "Đọc được"),
    _column("failed", "integer", "Failed: pages; null without a run", "Lỗi"),
    _column("barred", "integer", "Barred: by robots.txt or a login; null without a run", "Bị cấm"),
    _column("articles", "integer", "Articles: published in the week", "Bài"),
    _column("mentions", "integer", "Mentions: in those articles", "Lần nhắc"),
    _column("claims", "integer", "Claims: first made in those articles; null where none were looked for", "Sự việc"),
    _column("duplicates", "integer", "Duplicates: of those articles, near-identical ones", "Bài trùng"),
)  # fmt: skip


def total(rows: Sequence[CoverageRow]) -> dict[str, int]:
    """Give the sums of all countable fields."""
    return {
        column.name: sum(int(getattr(row, column.name) or 0) for row in rows)
        for column in COVERAGE_COLUMNS
        if column.kind == "integer" and column.name != "runs"
    }
