"""How far a link may reach: the clause, the sentence, the line that heads a list, the sentence before."""

from collections.abc import Iterator
from dataclasses import dataclass

from extractors.document import Document
from extractors.tables import BAR, cut_lines
from extractors.tokens import TokenKind, Tokens

Stretch = tuple[int, int]
MAX_ITEM = 60
ENDS = frozenset(".!?…")
# No clause of the press is longer; endless lines cost no more for it.
MAX_CLAUSE = 200


@dataclass(frozen=True, slots=True)
class Scopes:
    """Token ranges that rules of linking look things up in."""

    document: Document
    """The text."""
    heads: dict[int, Stretch]
    """First token of a list's line → the sentence that heads the list."""
    lines: dict[int, int]
    """First token of a sentence → first token of its line."""
    captions: dict[int, Stretch]
    """First token of a table's row → the line above the table."""

    def sentence(self, at: int) -> Stretch:
        """Give the sentence that holds a token."""
        return self.document.sentences[self.document.sentence_at(at)]

    def before(self, at: int) -> Stretch | None:
        """Give the sentence before the one that holds a token, where it stands in the same line."""
        number = self.document.sentence_at(at)
        if not number:
            return None
        first, _ = self.document.sentences[number]
        earlier = self.document.sentences[number - 1]
        return earlier if self.lines.get(first) == self.lines.get(earlier[0]) else None

    def clause(self, at: int) -> Stretch:
        """Give the part of the sentence between semicolons that holds a token."""
        first, stop = self.sentence(at)
        words = self.document.tokens.words
        begin = at
        while begin > max(first, at - MAX_CLAUSE) and words[begin - 1] != ";":
            begin -= 1
        end = at + 1
        while end < min(stop, at + MAX_CLAUSE) and words[end] != ";":
            end += 1
        return begin, end

    def head(self, at: int) -> Stretch | None:
        """Give the sentence that heads the list whose line holds a token; None outside lists."""
        first, _ = self.sentence(at)
        return self.heads.get(self.lines.get(first, first))

    def caption(self, at: int) -> Stretch | None:
        """Give the line above the table whose row holds a token; None outside tables and where no line stands above."""
        first, _ = self.sentence(at)
        return self.captions.get(self.lines.get(first, first))


def read_scopes(document: Document) -> Scopes:
    """Lay out the lines and lists of a text."""
    heads: dict[int, Stretch] = {}
    lines: dict[int, int] = {}
    head: Stretch | None = None
    first_of_line = -1
    sentences = document.sentences
    for number, (first, stop) in enumerate(sentences):
        new_line = first == 0 or document.tokens.kinds[first - 1] == TokenKind.BREAK
        if new_line:
            first_of_line = first
            if head is not None and _is_item(document.tokens, first):
                heads[first] = head
            else:
                head = None
        lines[first] = first_of_line
        last = number + 1 == len(sentences) or _breaks_after(document.tokens, stop)
        if last and document.tokens.words[stop - 1] == ":":
            head = first, stop
    captions = dict(_captions(document.tokens))
    return Scopes(document=document, heads=heads, lines=lines, captions=captions)


def _captions(tokens: Tokens) -> Iterator[tuple[int, Stretch]]:
    """Give the first token of each row of cells with the heading above its table: a line that is no whole sentence."""
    if BAR not in tokens.words:
        return
    above: Stretch | None = None
    for first, stop in cut_lines(tokens):
        if BAR not in tokens.words[first:stop]:
            titled = stop > first and tokens.words[stop - 1] not in ENDS
            above = (first, stop) if titled else None
        elif above is not None:
            yield first, above


def _breaks_after(tokens: Tokens, stop: int) -> bool:
    return stop < len(tokens) and tokens.kinds[stop] == TokenKind.BREAK


def _is_item(tokens: Tokens, first: int) -> bool:
    """Say whether a line looks like an item of a list: short, or with a dash, a bullet or a number before it."""
    if tokens.words[first] in "-–+•*" or tokens.words[first].isdigit():
        return True
    stop = min(first + MAX_ITEM, len(tokens))
    return stop == len(tokens) or TokenKind.BREAK in tokens.kinds[first:stop]
