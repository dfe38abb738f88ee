"""Features and labels for a sequence tagger over syllables: what a small model of our own is trained on."""

from collections.abc import Sequence

from extractors.document import Document
from extractors.records import Span
from extractors.tokens import TokenKind, Tokens

OUTSIDE, BEGIN, INSIDE = "O", "B", "I"


def token_features(document: Document) -> list[list[str]]:
    """Give the features of each token: itself, its neighbours, their shapes, whether it stands in quotation marks."""
    tokens = document.tokens
    quoted = ["0"] * len(tokens)
    for quote in document.quotes:
        for index in range(quote.first, min(quote.stop, len(tokens))):
            quoted[index] = "1" if index > quote.first else "2"
    return [_features(tokens, index, quoted) for index in range(len(tokens))]


def span_tags(document: Document, spans: Sequence[Span]) -> list[str]:
    """Give a B, I or O for each token; `spans` are places in the working text."""
    tags = [OUTSIDE] * len(document.tokens)
    for span in spans:
        first, last = document.token_at(span.start), document.token_at(span.end - 1)
        for index in range(first, last + 1):
            tags[index] = BEGIN if index == first else INSIDE
    return tags


def tag_spans(document: Document, tags: Sequence[str]) -> tuple[Span, ...]:
    """Give the places in the working text that tags mark; an I without a B begins one as well."""
    tokens = document.tokens
    found: list[Span] = []
    first: int | None = None
    for index in range(len(tags) + 1):
        tag = tags[index] if index < len(tags) else OUTSIDE
        if first is not None and tag != INSIDE:
            found.append(Span(start=tokens.starts[first], end=tokens.ends[index - 1]))
            first = None
        if first is None and tag != OUTSIDE:
            first = index
    return tuple(found)


def _features(tokens: Tokens, index: int, quoted: Sequence[str]) -> list[str]:
    w = {offset: _norm(tokens, index + offset) for offset in range(-3, 3)}
    s = {offset: _shape(tokens, index + offset) for offset in (-1, 0, 1)}
    return [
        "bias",
        *(f"w{offset}={w[offset]}" for offset in range(-2, 3)),
        f"w-1,0={w[-1]}_{w[0]}",
        f"w0,1={w[0]}_{w[1]}",
        f"w-3..-1={w[-3]}_{w[-2]}_{w[-1]}",
        f"s={s[0]}",
        f"s-1..1={s[-1]}{s[0]}{s[1]}",
        f"q={quoted[index]}",
        f"q-1={quoted[index - 1] if index else '0'}",
    ]


def _norm(tokens: Tokens, index: int) -> str:
    return tokens.norms[index] if 0 <= index < len(tokens) else "#"


def _shape(tokens: Tokens, index: int) -> str:
    """Give "N" for a number, "A" for capitals, "C" for a capital, "c" for a small letter, else the sign itself."""
    if not 0 <= index < len(tokens):
        return "#"
    word, kind = tokens.words[index], tokens.kinds[index]
    if kind == TokenKind.NUMBER:
        return "N"
    if kind != TokenKind.WORD:
        return word
    if word.isupper() and len(word) > 1:
        return "A"
    return "C" if word[0].isupper() else "c"
