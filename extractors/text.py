"""The text layer: a working copy to read, an offset map back to the text as given, and two ways to fold.

The given text is never changed. `make_layer` gives a working copy in NFC without zero-width characters, with
one kind of blank and with the Vietnamese Đ; all rules read that copy, and `TextLayer.given_span` leads back.
"""

import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import lru_cache

ZERO_WIDTH = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
BLANKS = "\t\r\u000b\u000c\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
LINE_ENDS = "\u0085\u2028\u2029"

# Same length: a look-alike letter, blanks, line ends; bidirectional controls become blanks, so that they cannot reorder a page.
_SAME_LENGTH = (
    {"\u00d0": "\u0110", "\u0189": "\u0110"}
    | dict.fromkeys(BLANKS, " ")
    | dict.fromkeys(LINE_ENDS, "\n")
    | dict.fromkeys("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", " ")
)
_TRANSLATE = str.maketrans(_SAME_LENGTH)
_NEEDS_TRANSLATION = re.compile(f"[{''.join(map(re.escape, _SAME_LENGTH))}]")
_DROPPED = re.compile(f"[{ZERO_WIDTH}]")

# Tone marks on the second vowel of oa, oe, uy move to the first where the syllable ends there: hoà is hòa.
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_MOVED_TONE = re.compile(
    f"(?<!q)(o(?=[ae])|u(?=y))([aey])([{_TONES}])(?![a-z\u0300-\u036f])", re.IGNORECASE
)
_FINAL_Y = re.compile(f"(?<![^\\W_])(h|k|l|m|s|t|v|qu)y([{_TONES}]?)(?![^\\W_]|[\u0300-\u036f])")


@dataclass(frozen=True, slots=True)
class TextLayer:
    """A text as given, its working copy, and the way back."""

    given: str
    """The text exactly as it came."""
    work: str
    """What the rules read."""
    starts: "array[int] | None"
    """For each code point of `work` the offset of its first code point in `given`; None where they are equal."""

    def given_span(self, start: int, end: int) -> tuple[int, int]:
        """Lead a span of `work` back to `given`; what was dropped at its edges stays outside."""
        if self.starts is None:
            return start, end
        begin = self.starts[start]
        while end < len(self.starts) and self.starts[end] == begin:
            # A letter and a mark that do not compose: both stand for the same place.
            end += 1
        stop = self.starts[end] if end < len(self.starts) else len(self.given)
        while stop > begin + 1 and self.given[stop - 1] in ZERO_WIDTH:
            stop -= 1
        return begin, stop


def make_layer(text: str) -> TextLayer:
    """Make the working copy of a text; linear in its length."""
    if unicodedata.is_normalized("NFC", text) and not _DROPPED.search(text):
        work = text.translate(_TRANSLATE) if _NEEDS_TRANSLATION.search(text) else text
        return TextLayer(given=text, work=work, starts=None)
    out: list[str] = []
    starts = array("q")
    at, length = 0, len(text)
    while at < length:
        stop = at + 1
        while stop < length and (unicodedata.combining(text[stop]) or text[stop] in ZERO_WIDTH):
            stop += 1
        cluster = _DROPPED.sub("", text[at:stop])
        composed = unicodedata.normalize("NFC", cluster).translate(_TRANSLATE)
        out.append(composed)
        starts.extend([at] * len(composed))
        at = stop
    return TextLayer(given=text, work="".join(out), starts=starts)


@lru_cache(maxsize=65536)
def spelling(name: str) -> str:
    """Fold a word or a name to a spelling that does not vary: NFC, lower case, Ð as Đ, hoà as hòa, kỹ as kĩ."""
    text = unicodedata.normalize("NFC", name).translate(_TRANSLATE).lower()
    parts = unicodedata.normalize("NFD", text)
    parts = _MOVED_TONE.sub(r"\1\3\2", parts)
    parts = _FINAL_Y.sub(r"\1i\2", parts)
    return unicodedata.normalize("NFC", parts)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Fold for search without accents: `spelling`, no marks, đ as d."""
    marks = unicodedata.normalize("NFD", spelling(text))
    return "".join(c for c in marks if not unicodedata.combining(c)).replace("đ", "d")


def spelled(words: str) -> frozenset[str]:
    """Fold a list of words, parted by blanks, as tokens are folded."""
    return frozenset(map(spelling, words.split()))


def spelled_pairs(text: str) -> frozenset[tuple[str, str]]:
    """Fold a list of two-word phrases, parted by commas."""
    found = (tuple(map(spelling, phrase.split())) for phrase in text.split(",") if phrase.strip())
    return frozenset((pair[0], pair[1]) for pair in found)
