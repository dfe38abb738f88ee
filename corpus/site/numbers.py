"""Numbers, days and amounts as a Vietnamese reader writes them."""

from datetime import date

MODIFIERS = {
    "exact": "",
    "more_than": "hơn",
    "less_than": "dưới",
    "nearly": "gần",
    "about": "khoảng",
    "at_least": "ít nhất",
    "at_most": "tối đa",
    "indefinite": "chừng",
}
UNITS = {"VND": "đồng", "USD": "đô la Mỹ", "EUR": "euro"}
_WORDS = ((1e12, "nghìn tỷ"), (1e9, "tỷ"), (1e6, "triệu"))
WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def render_number(value: float, places: int | None = None) -> str:
    """Give `2.400.000` or `20,1`; at most four decimals, or exactly `places`."""
    if places is not None:
        text = f"{value:,.{places}f}"
    elif value == int(value):
        text = f"{int(value):,}"
    else:
        text = f"{value:,.4f}".rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


def render_percent(value: float) -> str:
    """Give `20,1 %` with a blank that does not break."""
    return f"{render_number(value, 1)}\u00a0%"


def render_day(iso: str | None) -> str:
    """Give `19/11/2025`; a partial date as far as it goes, and words where there is none."""
    if not iso:
        return "không rõ ngày"
    return "/".join(reversed(iso.split("-")))


def render_short_day(iso: str | None) -> str:
    """Give `19/11`."""
    return render_day(iso)[:5] if iso and len(iso) == 10 else render_day(iso)


def render_whole_day(iso: str | None) -> str:
    """Give a whole ISO day, as feeds want it: the first of a month or year; 1970-01-01 where there is none."""
    return f"{iso}{'-01-01'[: 10 - len(iso)] if len(iso) < 8 else ''}"[:10] if iso else "1970-01-01"


def render_weekday(iso: str) -> str:
    """Give `Thứ Tư`."""
    return WEEKDAYS[date.fromisoformat(iso).weekday()]


def render_week(week: str) -> str:
    """Give `Tuần 47 năm 2025` of `2025-W47`."""
    year, number = week.split("-W")
    return f"Tuần {int(number)} năm {year}"


def render_change(change: int) -> str:
    """Give the sign and the number; the sign is a shape, so that no colour is needed."""
    if not change:
        return "= 0"
    return f"{'▲' if change > 0 else '▼'} {render_number(abs(change))}"


def render_said(
    value: float, *, value_max: float | None, of: float | None, unit: str, kind: str, modifier: str
) -> str:
    """Give a figure as it is to be quoted; the hedge is never dropped."""
    number = render_number(value)
    if value_max is not None:
        number += f"–{render_number(value_max)}"
    if of is not None:
        number += f"/{render_number(of)}"
    words = (MODIFIERS[modifier], number, UNITS.get(unit, unit))
    joined = " ".join(word for word in words if word)
    return joined.replace(" %", "\u00a0%") if kind == "percent" else joined


def render_in_words(value: float, unit: str) -> str:
    """Give `= 1,045 tỷ đồng` of a large amount, with `≈` where it is rounded; empty below a million."""
    for size, word in _WORDS:
        if abs(value) >= size:
            short = round(value / size, 3)
            is_exact = abs(short * size - value) < 0.5
            number = render_number(short if is_exact else round(value / size, 2))
            return f"{'=' if is_exact else '≈'} {number} {word} {UNITS.get(unit, unit)}".strip()
    return ""
