"""Rows of cells parted by "|": the figures in them take their unit from the heading of their column."""

from dataclasses import dataclass

from extractors.number_words import LARGE_MAGNITUDES
from extractors.records import FigureKind
from extractors.tokens import TokenKind, Tokens
from extractors.units import CURRENCIES

BAR = "|"
MAX_ROWS = 200
MAX_HEADING = 12
Cell = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Column:
    """What the numbers of one column measure."""

    kind: FigureKind
    """The sort of quantity."""
    unit: str | None
    """The unit as written, or the currency's code."""
    times: float
    """What a heading such as "(triệu đồng)" multiplies by."""
    first: int
    """The first token of the heading."""
    stop: int
    """One past its last token."""


def find_table_cells(tokens: Tokens) -> dict[int, Column]:
    """Give the column of each token of digits that fills a table cell alone; empty where the text has no table."""
    if BAR not in tokens.words:
        return {}
    cells: dict[int, Column] = {}
    heading: list[Column] | None = None
    rows = 0
    for first, stop in cut_lines(tokens):
        row = cut_cells(tokens, first, stop)
        if len(row) < 2:
            heading, rows = None, 0
        elif heading is None or len(row) != len(heading) or rows >= MAX_ROWS:
            named = all(not _is_number(tokens, *cell) for cell in row)
            heading, rows = ([_column(tokens, *cell) for cell in row], 0) if named else (None, 0)
        else:
            rows += 1
            for column, cell in list(zip(heading, row, strict=True))[1:]:
                if _is_number(tokens, *cell):
                    cells[cell[0]] = column
    return cells


def cut_lines(tokens: Tokens) -> list[tuple[int, int]]:
    """Cut a text at its line breaks."""
    breaks = [i for i, kind in enumerate(tokens.kinds) if kind == TokenKind.BREAK]
    starts = [0, *(i + 1 for i in breaks)]
    return list(zip(starts, [*breaks, len(tokens)], strict=True))


def cut_cells(tokens: Tokens, first: int, stop: int) -> list[Cell]:
    """Cut a line at its bars; an empty cell has no tokens. A line without bars gives one cell."""
    found: list[tuple[int, int]] = []
    begin = first
    for index in range(first, stop):
        if tokens.words[index] == BAR:
            found.append((begin, index))
            begin = index + 1
    found.append((begin, stop))
    if len(found) > 1 and found[0][0] == found[0][1]:
        found = found[1:]
    if len(found) > 1 and found[-1][0] == found[-1][1]:
        found = found[:-1]
    return found


def _is_number(tokens: Tokens, first: int, stop: int) -> bool:
    if stop - first not in (1, 2) or tokens.kinds[first] != TokenKind.NUMBER:
        return False
    return stop - first == 1 or tokens.words[first + 1] == "%"


def _column(tokens: Tokens, first: int, stop: int) -> Column:
    """Read a heading such as "Chi phí (nghìn đồng/tháng)", "Tỷ lệ (%)", "Sáng kiến"."""
    stop = min(stop, first + MAX_HEADING)
    norms = tokens.norms[first:stop]
    if "%" in norms or norms[:2] == ["tỉ", "lệ"]:
        return Column(FigureKind.PERCENT, "%", 1, first, stop)
    for index, word in enumerate(norms):
        if word in ("đồng", "vnđ", "vnd", "usd") and (index == 0 or norms[index - 1] != "hội"):
            times = 1.0
            for before in norms[max(index - 2, 0) : index]:
                times *= LARGE_MAGNITUDES.get(before, 1)
            if "huy" not in norms[:index]:
                return Column(FigureKind.MONEY, CURRENCIES[word], times, first, stop)
    if norms[:1] == ["điểm"]:
        return Column(FigureKind.MEASURE, tokens.words[first], 1, first, first + 1)
    unit = tokens.text(first, stop) if stop > first else None
    return Column(FigureKind.COUNT, unit, 1, first, stop)
