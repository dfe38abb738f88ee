"""The Vietnamese order of names: letters first (a ă â … d đ …), tones after."""

import unicodedata
from functools import lru_cache

_LETTERS = {letter: f"{n:02d}" for n, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz", 10)}
_TONES = {"\u0300": "1", "\u0309": "2", "\u0303": "3", "\u0301": "4", "\u0323": "5"}


@lru_cache(maxsize=4096)
def sort_key(name: str) -> str:
    """Give a string whose plain order is the Vietnamese order of the name."""
    letters: list[str] = []
    tones: list[str] = []
    for letter in unicodedata.normalize("NFC", name).lower():
        parts = unicodedata.normalize("NFD", letter)
        tone = next((_TONES[mark] for mark in parts if mark in _TONES), "0")
        base = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in _TONES))
        letters.append(_LETTERS.get(base, "09" + base if base.isdigit() else "00"))
        tones.append(tone)
    return "".join(letters) + "." + "".join(tones)
