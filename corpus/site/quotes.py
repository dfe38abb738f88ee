"""Quote a sentence: its mention marked, names of private persons blanked, a link that opens at it."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal
from urllib.parse import quote as percent_encode

from corpus.site.records import Piece, PieceKind, Quote
from corpus.site.safety import clean_text, clean_title, safe_link

Names = Literal["drop", "initials", "keep"]
Span = tuple[int, int]
BLANK = "[ẩn tên]"
MAX_SENTENCE = 420
MAX_FRAGMENT = 48
_EDGES = " \n\t,;:.–-“”\"'()…"


def hide_name(name: str, names: Names) -> str:
    """Give what stands for a private person's name."""
    if names == "keep":
        return name
    if names == "initials":
        return "".join(f"{word[0].upper()}." for word in name.split() if word[0].isalpha())
    return BLANK


def make_quote(
    text: str,
    mention: Span,
    sentence: Span,
    *,
    private: Sequence[Span],
    names: Names,
    url: str | None,
    also: Sequence[Span] = (),
) -> Quote:
    """Quote the sentence of a mention; a very long one is cut around it. `also` are further marks in it."""
    shown = _cut(text, mention, sentence)
    inside = [span for span in private if span[0] < shown[1] and span[1] > shown[0]]
    pieces = split_pieces(text, shown, marks=[mention, *also], private=inside, names=names)
    if shown[0] > sentence[0]:
        pieces = (Piece(text="… "), *pieces)
    if shown[1] < sentence[1]:
        pieces = (*pieces, Piece(text=" …"))
    hidden = () if names == "keep" else inside
    return Quote(pieces=pieces, link=link_at(url, text, mention, sentence, hidden))


def split_pieces(
    text: str, shown: Span, *, marks: Sequence[Span], private: Sequence[Span], names: Names
) -> tuple[Piece, ...]:
    """Cut a stretch of text into marked, blanked and plain pieces; a name inside a mark parts the mark."""
    begin, end = shown
    hidden = _merged(private if names != "keep" else ())
    edges = {begin, end}
    for span in (*marks, *hidden):
        edges |= {min(max(place, begin), end) for place in span}
    cuts = sorted(edges)
    pieces: list[Piece] = []
    for first, stop in pairwise(cuts):
        name = next((span for span in hidden if span[0] <= first and stop <= span[1]), None)
        if name is not None:
            if first == max(name[0], begin):
                pieces.append(Piece(text=hide_name(text[name[0] : name[1]], names), kind="name"))
            continue
        marked = any(span[0] <= first and stop <= span[1] for span in marks)
        kind: PieceKind = "mark" if marked else "plain"
        words = clean_text(text[first:stop])
        if pieces and pieces[-1].kind == kind and kind == "plain":
            pieces[-1] = Piece(text=pieces[-1].text + words)
        elif words:
            pieces.append(Piece(text=words, kind=kind))
    return tuple(pieces)


def blank_title(title: str, *, private: Sequence[Span], names: Names) -> str:
    """Give a title with the names blanked; `private` counts in the title."""
    pieces = split_pieces(title, (0, len(title)), marks=(), private=private, names=names)
    return clean_title("".join(piece.text for piece in pieces))


def link_at(
    url: str | None, text: str, mention: Span, sentence: Span, hidden: Sequence[Span]
) -> str | None:
    """Give the publisher's address with a text fragment around the mention that holds no hidden name."""
    safe = safe_link(url)
    if safe is None:
        return None
    line_start = text.rfind("\n", 0, mention[0]) + 1
    line_end = text.find("\n", mention[1])
    begin = max(sentence[0], line_start)
    end = min(sentence[1], line_end if line_end >= 0 else len(text))
    for start, stop in hidden:
        if stop <= mention[0]:
            begin = max(begin, stop)
        elif start >= mention[1]:
            end = min(end, start)
        else:
            return safe.partition("#")[0]
    words = _around(text, mention, begin, end)
    if not words:
        return safe.partition("#")[0]
    encoded = percent_encode(words, safe="").replace("-", "%2D")
    return f"{safe.partition('#')[0]}#:~:text={encoded}"


def _around(text: str, mention: Span, begin: int, end: int) -> str:
    # Whole words around the mention: a browser matches at word boundaries only.
    room = max(MAX_FRAGMENT - (mention[1] - mention[0]), 0) // 2
    first, stop = max(begin, mention[0] - room), min(end, mention[1] + room)
    while first > begin and not text[first - 1].isspace():
        first -= 1
    while stop < end and not text[stop].isspace():
        stop += 1
    return text[first:stop].strip(_EDGES)


def _cut(text: str, mention: Span, sentence: Span) -> Span:
    begin, end = sentence
    if end - begin <= MAX_SENTENCE:
        return begin, end
    room = max(MAX_SENTENCE - (mention[1] - mention[0]), 0) // 2
    first, stop = max(begin, mention[0] - room), min(end, mention[1] + room)
    while first > begin and not text[first - 1].isspace():
        first -= 1
    while stop < end and not text[stop].isspace():
        stop += 1
    return first, stop


def _merged(spans: Sequence[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
