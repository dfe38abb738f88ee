"""The two forms of a text that search compares: one spelling with marks, and lower case without.

They equal `extractors.text.spelling` and `fold` word by word, which a test holds them to. Every stored article
goes through here, and its words are nearly always words that were met before: each is formed once.
"""

import re
import unicodedata
from collections.abc import Callable

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_LOOK_ALIKES = str.maketrans({"\u00d0": "Đ", "\u0189": "Đ"})


def _compose(letter: str, tone: str) -> str:
    return unicodedata.normalize("NFC", letter + tone)


# Strings that can change at the end of a syllable: oà oè uỳ carry the tone on the first vowel, a final y is i.
_MOVED = {
    first + _compose(second, tone): _compose(first, tone) + second
    for first, second in ("oa", "oe", "uy")
    for tone in _TONES
}
_FINAL_Y = {
    head + _compose("y", tone): head + _compose("i", tone)
    for head in ("h", "k", "l", "m", "s", "t", "v", "qu")
    for tone in ("", *_TONES)
}
_MOVED_PLACE = re.compile(rf"(?<!q)(?:{'|'.join(_MOVED)})(?![^\W\d_đ])")
_FINAL_Y_PLACE = re.compile(rf"(?<![^\W_])(?:{'|'.join(_FINAL_Y)})(?![^\W_])")


def _bare(character: str) -> str:
    parts = unicodedata.normalize("NFD", character).replace("đ", "d").replace("Đ", "D")
    return "".join(part for part in parts if not unicodedata.combining(part))


_BARE = {
    code: _bare(chr(code))
    for span in (range(0xC0, 0x250), range(0x300, 0x370), range(0x1E00, 0x1F00))
    for code in span
}


def spell_for_search(text: str) -> str:
    """Give lower case in NFC with Ð as Đ and tone marks in one style; white space stays."""
    return " ".join([_SPELLED[word] for word in text.split(" ")])


def fold_for_search(text: str) -> str:
    """Give lower case without marks, đ as d; white space stays."""
    return " ".join([_FOLDED[word] for word in text.split(" ")])


def _spell(word: str) -> str:
    lower = unicodedata.normalize("NFC", word).translate(_LOOK_ALIKES).lower()
    lower = _MOVED_PLACE.sub(lambda match: _MOVED[match[0]], lower)
    return _FINAL_Y_PLACE.sub(lambda match: _FINAL_Y[match[0]], lower)


class _Words(dict[str, str]):
    """Words that were met, with their form; emptied before it grows beyond all bounds."""

    def __init__(self, form: Callable[[str], str]) -> None:
        super().__init__()
        self._form = form

    def __missing__(self, word: str) -> str:
        if len(self) > 200_000:
            self.clear()
        formed = self._form(word)
        if len(word) < 100:
            self[word] = formed
        return formed


_SPELLED = _Words(_spell)
_FOLDED = _Words(lambda word: _spell(word).translate(_BARE))


def has_marks(word: str) -> bool:
    """Say whether a word was typed with marks or đ, so that it is to be found exactly so."""
    lower = unicodedata.normalize("NFC", word).translate(_LOOK_ALIKES).lower()
    return lower.translate(_BARE) != lower
