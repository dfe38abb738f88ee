"""Offsets as other tools count them: UTF-16 units as Java and JavaScript do, or a text with other line ends."""

from bisect import bisect_right

from corpus.errors import CorpusError


class Utf16:
    """The way between code points of a text and its UTF-16 units."""

    def __init__(self, text: str) -> None:
        self._wide = [at for at, letter in enumerate(text) if ord(letter) > 0xFFFF]
        self._units = [at + n + 2 for n, at in enumerate(self._wide)]
        self._length = len(text)

    def units(self, at: int) -> int:
        """Give the UTF-16 offset of a code point."""
        low = bisect_right(self._wide, at - 1)
        return at + low

    def points(self, unit: int) -> int:
        """Give the code point at a UTF-16 offset; raise `CorpusError` inside a letter or behind the text."""
        before = bisect_right(self._units, unit)
        at = unit - before
        if self.units(at) != unit or not 0 <= at <= self._length:
            raise CorpusError(f"offset {unit} is no place between two letters of the text")
        return at


def find_span(text: str, start: int, end: int, words: str | None) -> tuple[int, int]:
    """Give the place of a span that a tool states, in code points, whatever it counted in.

    The marked words decide: the offsets are tried as code points, as UTF-16 units, and as counted with each "\\r\\n"
    as one sign. Raise `CorpusError` where none of the three gives the words.
    """
    if words is None or (0 <= start < end and text[start:end] == words):
        if not 0 <= start < end <= len(text):
            raise CorpusError(f"span {start}..{end} lies outside the text")
        return start, end
    for lead in (_from_utf16, _from_lf):
        found = lead(text, start, end)
        if found and _same_lines(text[found[0] : found[1]], words):
            return found
    raise CorpusError(f"span {start}..{end}: the text has {text[start:end]!r} there, not {words!r}")


def _same_lines(one: str, other: str) -> bool:
    return one.replace("\r\n", "\n") == other.replace("\r\n", "\n")


def _from_utf16(text: str, start: int, end: int) -> tuple[int, int] | None:
    way = Utf16(text)
    try:
        found = way.points(start), way.points(end)
    except CorpusError:
        return None
    return found if found[0] < found[1] else None


def _from_lf(text: str, start: int, end: int) -> tuple[int, int] | None:
    starts = [at for at in range(len(text)) if text[at - 1 : at + 1] != "\r\n" or at == 0]
    starts.append(len(text))
    if not 0 <= start < end < len(starts):
        return None
    return starts[start], starts[end]
