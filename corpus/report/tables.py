"""The tables that people take away: Vietnamese headings, one row a thing, the type of each column."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from corpus.site.records import Award, Figure, Item, Overview
from corpus.site.safety import clean_text

ColumnKind = Literal["text", "number", "day", "link"]
Cell = str | float | int | date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table."""

    heading: str
    """Its Vietnamese heading."""
    kind: ColumnKind = "text"
    """What its cells are."""
    width: int = 14
    """Width in characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table with all its rows."""

    name: str
    """Name of the sheet."""
    file: str
    """Name of the file without its ending."""
    columns: tuple[Column, ...]
    """Its columns."""
    rows: tuple[tuple[Cell, ...], ...]
    """Its rows in order."""


_WHERE: tuple[Column, ...] = (
    Column(heading="Câu gốc", width=70),
    Column(heading="Mở tại câu", kind="link", width=16),
    Column(heading="Nguồn", width=24),
    Column(heading="Ngày", kind="day", width=12),
    Column(heading="Bài", width=50),
)


def make_tables(overview: Overview, items: Sequence[Item]) -> tuple[Table, ...]:
    """Give summary, articles, figures, awards, sources and how it is counted."""
    return (
        _summary(overview),
        _articles(items),
        _figures(items),
        _awards(items),
        _sources(overview),
        _counting(overview),
    )


def _summary(overview: Overview) -> Table:
    return Table(
        name="Tóm tắt",
        file="tom-tat",
        columns=(
            Column(heading="Chiến dịch", width=60),
            Column(heading="Số bài", kind="number"),
            Column(heading="Tỷ trọng (%)", kind="number"),
            Column(heading="Kỳ trước", kind="number"),
            Column(heading="Chênh", kind="number"),
            Column(heading="Số nguồn", kind="number"),
            Column(heading="Số tỉnh", kind="number"),
        ),
        rows=tuple(
            (s.ref.name, s.count, s.percent, s.before, s.change, s.sources, s.provinces)
            for s in overview.shares
        ),
    )


def _articles(items: Sequence[Item]) -> Table:
    return Table(
        name="Bài viết",
        file="bai-viet",
        columns=(
            Column(heading="Tiêu đề", width=70),
            Column(heading="Nguồn", width=24),
            Column(heading="Ngày", kind="day", width=12),
            Column(heading="Giờ", width=8),
            Column(heading="Tỉnh hôm nay", width=18),
            Column(heading="Tỉnh trong bài", width=18),
            Column(heading="Chiến dịch", width=50),
            Column(heading="Số liệu", kind="number"),
            Column(heading="Khen thưởng", kind="number"),
            Column(heading="Liên kết", kind="link", width=16),
            Column(heading="Mã", width=22),
        ),
        rows=tuple(
            (
                item.title,
                item.source.name,
                _day(item.day),
                item.hour,
                item.province_today.name if item.province_today else "",
                item.province_written.name if item.province_written else "",
                "; ".join(ref.name for ref in item.campaigns),
                len(item.figures),
                len(item.awards),
                item.link,
                item.id,
            )
            for item in items
        ),
    )


def _figures(items: Sequence[Item]) -> Table:
    def row(item: Item, one: Figure) -> tuple[Cell, ...]:
        return (
            one.value,
            one.unit,
            one.modifier,
            one.said,
            one.campaign.name if one.campaign else "",
            one.verdict,
            *_where(item, one),
            one.id,
        )

    return Table(
        name="Số liệu",
        file="so-lieu",
        columns=(
            Column(heading="Số", kind="number", width=18),
            Column(heading="Đơn vị", width=20),
            Column(heading="Mức độ", width=12),
            Column(heading="Như nêu", width=26),
            Column(heading="Chiến dịch", width=36),
            Column(heading="Duyệt", width=10),
            *_WHERE,
            Column(heading="Mã", width=22),
        ),
        rows=_rows_of(items, lambda item: [row(item, one) for one in item.figures]),
    )


def _awards(items: Sequence[Item]) -> Table:
    def row(item: Item, one: Award) -> tuple[Cell, ...]:
        fields = (one.form.name, one.title, one.rank, one.grantor, one.recipients, one.status)
        return (*fields, one.verdict, *_where(item, one), one.id)

    return Table(
        name="Khen thưởng",
        file="khen-thuong",
        columns=(
            Column(heading="Hình thức", width=20),
            Column(heading="Tên riêng", width=30),
            Column(heading="Hạng", width=12),
            Column(heading="Cơ quan tặng", width=36),
            Column(heading="Đối tượng", width=26),
            Column(heading="Tình trạng", width=12),
            Column(heading="Duyệt", width=10),
            *_WHERE,
            Column(heading="Mã", width=22),
        ),
        rows=_rows_of(items, lambda item: [row(item, one) for one in item.awards]),
    )


def _sources(overview: Overview) -> Table:
    return Table(
        name="Nguồn",
        file="nguon",
        columns=(
            Column(heading="Nguồn", width=36),
            Column(heading="Tình trạng", width=14),
            Column(heading="Lý do", width=40),
            Column(heading="Lần tốt gần nhất", kind="day", width=18),
            Column(heading="Bài/tuần", kind="number"),
        ),
        rows=tuple(
            (
                one.ref.name,
                one.status,
                one.reason,
                _day(one.last_good[:10]) if one.last_good else None,
                one.per_week,
            )
            for one in overview.health
        ),
    )


def _counting(overview: Overview) -> Table:
    policy = {
        "drop": "tên riêng của người không giữ chức vụ được thay bằng “[ẩn tên]”",
        "initials": "tên riêng của người không giữ chức vụ được viết tắt",
        "keep": "giữ nguyên như trong bài",
    }
    rows: tuple[tuple[str, str], ...] = (
        ("Kỳ", f"{overview.period.since} – {overview.period.until}"),
        ("Bài", "bản mới nhất của mỗi địa chỉ, theo ngày đăng giờ Hà Nội"),
        (
            "Tỷ trọng",
            "phần trong tổng số lượt bài – chiến dịch; bài nêu hai chiến dịch tính cho cả hai",
        ),
        ("Số", "đã nhân nghìn, triệu, tỷ; cột Mức độ và Như nêu giữ chữ “hơn”, “gần”, “khoảng”"),
        ("Khen thưởng", "mỗi lần nêu một dòng; phân biệt đã tặng, đề nghị, dự kiến, nói chung"),
        ("Tên người", policy[overview.names]),
        ("Dữ liệu", overview.stamp),
    )
    return Table(
        name="Cách đếm",
        file="cach-dem",
        columns=(Column(heading="Mục", width=20), Column(heading="Nghĩa", width=100)),
        rows=rows,
    )


def _rows_of(
    items: Sequence[Item], rows: Callable[[Item], list[tuple[Cell, ...]]]
) -> tuple[tuple[Cell, ...], ...]:
    return tuple(row for item in items for row in rows(item))


def _where(item: Item, one: Figure | Award) -> tuple[Cell, ...]:
    return (
        clean_text(one.quote.text),
        one.quote.link,
        item.source.name,
        _day(item.day),
        item.title,
    )


def _day(iso: str | None) -> Cell:
    if iso is None:
        return None
    return date.fromisoformat(iso) if len(iso) == 10 else iso
