"""Quoted stretches: where each begins and ends, bounded by line and length so that an unclosed one eats nothing."""

from dataclasses import dataclass

from extractors.tokens import TokenKind, Tokens

OPENING = "\u201c\u201e\u00ab\u2039\u201f"
CLOSING = "\u201d\u00bb\u203a"
STRAIGHT = '"\uff02\u2033'
SINGLE = "\u2018\u2019'`\u00b4\u201a\u201b"
ENDING = ",.;:)!?…"
MAX_TOKENS = 60
_MARKS = frozenset((*OPENING, *CLOSING, *STRAIGHT, *SINGLE, "\n"))


@dataclass(frozen=True, slots=True)
class Quote:
    """A quoted stretch, in token indices."""

    first: int
    """The first token inside the marks."""
    stop: int
    """One past the last token inside the marks."""
    after: int
    """One past the closing mark; equal to `stop` where the closing mark is missing."""
    before: int
    """The first token of the opening mark."""

    @property
    def closed(self) -> bool:
        """Whether the closing mark stands in the text."""
        return self.after > self.stop


def find_quotes(tokens: Tokens) -> tuple[Quote, ...]:
    """Find quoted stretches in order, nested ones after the one around them; linear in the number of tokens.

    A mark opens or closes by its form; a straight or single one by whether a blank stands before or after it. A
    single mark inside a word (O'Neil) is no mark. Two single marks side by side are one. A stretch ends at the line's
    end at the latest; one without a closing mark is given only up to the next clause sign.
    """
    found: list[Quote] = []
    open_: list[tuple[str, int, int]] = []
    reach = 0
    for index in [n for n, word in enumerate(tokens.words) if word in _MARKS]:
        if tokens.kinds[index] == TokenKind.BREAK:
            if open_:
                _give_up(tokens, open_, found, index)
                open_.clear()
            continue
        mark, width = _mark(tokens, index)
        if mark is None or index < reach:
            continue
        role = _role(tokens, index, width, mark, open_)
        if role == "open":
            open_.append((mark, index, index + width))
        elif role == "close":
            _close(open_, found, mark, index, width)
        reach = index + width
    _give_up(tokens, open_, found, len(tokens))
    found.sort(key=lambda quote: (quote.first, -quote.stop))
    return tuple(found)


def _mark(tokens: Tokens, index: int) -> tuple[str | None, int]:
    """Give the family of the mark at a token ("“", '"' or "'") and its width in tokens."""
    word = tokens.words[index]
    if word in OPENING or word in CLOSING:
        return "“", 1
    if word in STRAIGHT:
        return '"', 1
    if word in SINGLE:
        doubled = (
            index + 1 < len(tokens)
            and tokens.words[index + 1] in SINGLE
            and tokens.glued(index + 1)
        )
        if doubled:
            return "“", 2
        inside = tokens.glued(index) and index + 1 < len(tokens) and tokens.glued(index + 1)
        letters = (
            inside
            and tokens.kinds[index - 1] == TokenKind.WORD
            and tokens.kinds[index + 1] == TokenKind.WORD
        )
        return (None, 1) if letters else ("'", 1)
    return None, 1


def _role(
    tokens: Tokens, index: int, width: int, mark: str, open_: list[tuple[str, int, int]]
) -> str:
    word = tokens.words[index]
    if width == 1 and word in OPENING:
        return "open"
    if width == 1 and word in CLOSING:
        return "close"
    is_open = any(family == mark or {family, mark} <= {"“", '"'} for family, _, _ in open_)
    if width == 2 and word == "\u2018":
        return "open"
    if width == 2 and word == "\u2019" and is_open:
        return "close"
    blank_before = index == 0 or not tokens.glued(index) or tokens.words[index - 1] in "(:-–,["
    after = index + width
    blank_after = (
        after >= len(tokens)
        or not tokens.glued(after)
        or tokens.kinds[after] == TokenKind.BREAK
        or tokens.words[after] in ENDING
    )
    if is_open and (not blank_before or blank_after):
        return "close"
    if blank_before and not blank_after:
        return "open"
    return "close" if is_open else "open" if not blank_after or mark == '"' else "none"


def _close(
    open_: list[tuple[str, int, int]], found: list[Quote], mark: str, index: int, width: int
) -> None:
    for depth in range(len(open_) - 1, -1, -1):
        family, before, first = open_[depth]
        if family == mark or {family, mark} <= {"“", '"'}:
            del open_[depth:]
            if first < index <= first + MAX_TOKENS * 4:
                found.append(Quote(first=first, stop=index, after=index + width, before=before))
            return


def _give_up(
    tokens: Tokens, open_: list[tuple[str, int, int]], found: list[Quote], stop: int
) -> None:
    """Keep what an unclosed mark opened up to the next clause sign, where that is near."""
    if not open_:
        return
    family, before, first = open_[-1]
    if family == "'":
        return
    end = first
    limit = min(stop, first + 24)
    while end < limit and tokens.words[end] not in ".,;:!?()…":
        end += 1
    if end > first and (end == stop or end < limit):
        found.append(Quote(first=first, stop=end, after=end, before=before))
