"""Sentences: parts of lines, as token ranges."""

from extractors.tokens import TokenKind, Tokens

ENDS = ".!?…"
CLOSING = '”’"»)'
# Abbreviations whose point ends no sentence: TP. Hà Nội, ThS. Lan, Q. 3, P. 5, v.v. …
PLACES_AND_UNITS = ("tp", "tx", "tt", "q", "p", "h", "x", "th", "tr", "st", "nxb")
FORMS_OF_ADDRESS = (
    "ths",
    "ts",
    "pgs",
    "gs",
    "bs",
    "ks",
    "cn",
    "nsnd",
    "nsưt",
    "mr",
    "mrs",
    "ms",
    "dr",
)
ABBREVIATIONS = frozenset((*PLACES_AND_UNITS, *FORMS_OF_ADDRESS, "v", "vv", "đ", "đc", "ctv", "pv"))
_MARKS = frozenset((*ENDS, *CLOSING, "\n"))


def find_sentences(tokens: Tokens) -> tuple[tuple[int, int], ...]:
    """Give token ranges (first, stop) of the sentences; line breaks belong to none."""
    found: list[tuple[int, int]] = []
    first = 0
    for index in [n for n, word in enumerate(tokens.words) if word in _MARKS]:
        kind = tokens.kinds[index]
        if kind == TokenKind.BREAK:
            if index > first:
                found.append((first, index))
            first = index + 1
        elif kind == TokenKind.SIGN and tokens.words[index] in ENDS and _ends(tokens, index):
            stop = index + 1
            if stop < len(tokens) and tokens.words[stop] in CLOSING and tokens.glued(stop):
                continue
            found.append((first, stop))
            first = stop
        elif index > first and _closes(tokens, index):
            found.append((first, index + 1))
            first = index + 1
    if first < len(tokens):
        found.append((first, len(tokens)))
    return tuple(found)


def _closes(tokens: Tokens, index: int) -> bool:
    """Say whether a closing mark right after an end sign ends the sentence with it."""
    after_end = tokens.words[index] in CLOSING and tokens.words[index - 1] in ENDS
    return after_end and tokens.glued(index) and _begins(tokens, index + 1)


def _ends(tokens: Tokens, index: int) -> bool:
    after = index + 1
    if after >= len(tokens) or tokens.kinds[after] == TokenKind.BREAK:
        return True
    if tokens.words[index] == ".":
        previous = tokens.norms[index - 1] if index else ""
        initial = len(previous) == 1 and tokens.words[index - 1].isupper()
        if previous in ABBREVIATIONS or initial:
            return False
    if tokens.words[after] in ENDS:
        return False
    if tokens.glued(after):
        # "…đi học.Ngôi nhà": two sentences that lost their blank; "laodong.vn", "TP.HCM" are none.
        long_before = (
            index > 0 and len(tokens.words[index - 1]) > 1 and tokens.words[index - 1].islower()
        )
        return tokens.words[after] in CLOSING or (long_before and tokens.words[after][0].isupper())
    return _begins(tokens, after)


def _begins(tokens: Tokens, index: int) -> bool:
    if index >= len(tokens) or tokens.kinds[index] in (TokenKind.BREAK, TokenKind.NUMBER):
        return True
    word = tokens.words[index]
    return word[0].isupper() or word in '“‘"«-–—•+*('
