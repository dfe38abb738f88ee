"""The two forms of a text that search compares: one spelling with marks, and lower case without."""

import re
import unicodedata

from extractors.text import fold, spelling

_WORD = re.compile(r"\S+")


def spell_for_search(text: str) -> str:
    """Give NFC with Ð as Đ and tone marks in one style; white space stays."""
    return _WORD.sub(lambda match: spelling(match[0]), unicodedata.normalize("NFC", text))


def fold_for_search(text: str) -> str:
    """Give lower case without marks, đ as d; white space stays."""
    return _WORD.sub(lambda match: fold(match[0]), unicodedata.normalize("NFC", text))


def has_marks(word: str) -> bool:
    """Say whether a word was typed with marks or đ, so that it is to be found exactly so."""
    return fold(word) != unicodedata.normalize("NFC", word).lower()
