"""Syllable tokens: numbers with their inner points and commas, runs of letters, single signs, line breaks."""

import re
from dataclasses import dataclass
from enum import IntEnum

from extractors.text import spelling

# "2.219", "528,6", "12.500.000"; a sign that no digit follows stays outside. "/", "-" and ":" are tokens of their own.
_TOKEN = re.compile(r"(\d+(?:[.,]\d+)*)|([^\W\d_]+)|(\n)|(\S)")


class TokenKind(IntEnum):
    """What a token is made of."""

    NUMBER = 1
    WORD = 2
    BREAK = 3
    SIGN = 4


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text, as columns of equal length; offsets are into the working text."""

    work: str
    """The working text."""
    starts: list[int]
    """First code point of each token."""
    ends: list[int]
    """One past its last code point."""
    words: list[str]
    """Each token as written."""
    norms: list[str]
    """Each token by `spelling`: lower case, one place for the tone mark, one spelling of i and y."""
    kinds: list[int]
    """A `TokenKind` each."""

    def __len__(self) -> int:
        return len(self.starts)

    def text(self, first: int, stop: int) -> str:
        """Give the working text of the tokens first..stop-1."""
        return self.work[self.starts[first] : self.ends[stop - 1]] if stop > first else ""

    def norm(self, first: int, stop: int) -> str:
        """Give the norms of the tokens first..stop-1, joined by blanks."""
        return " ".join(self.norms[first:stop])

    def glued(self, index: int) -> bool:
        """Say whether nothing stands between the token and the one before it."""
        return 0 < index < len(self.starts) and self.starts[index] == self.ends[index - 1]


def tokenize(work: str) -> Tokens:
    """Cut a working text into tokens; white space other than line breaks is no token."""
    matches = list(_TOKEN.finditer(work))
    words = [match.group() for match in matches]
    return Tokens(
        work=work,
        starts=[match.start() for match in matches],
        ends=[match.end() for match in matches],
        words=words,
        norms=list(map(spelling, words)),
        kinds=[match.lastindex or 0 for match in matches],
    )


def is_capital(tokens: Tokens, index: int) -> bool:
    """Say whether a token is a word that begins with a capital."""
    return tokens.kinds[index] == TokenKind.WORD and tokens.words[index][0].isupper()


def is_lower(tokens: Tokens, index: int) -> bool:
    """Say whether a token is a word in small letters."""
    return tokens.kinds[index] == TokenKind.WORD and tokens.words[index].islower()


def is_shouted(tokens: Tokens, first: int, stop: int) -> bool:
    """Say whether a stretch is printed in capitals, so that a capital shows no name."""
    seen = [w for w in tokens.words[first:stop] if w[0].isalpha() and len(w) > 1]
    return len(seen) > 3 and sum(w.isupper() for w in seen) * 10 > len(seen) * 7
