"""Take personal names out of texts and of what was copied from them, place by place.

Every name of a person goes, in office or not: what leaves the house as a data set cannot tell whose name may stay.
A letter is put for each letter of the name, so that offsets stay what they were.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile
from typing import Literal

from extractors.text import fold, make_layer

Names = Literal["drop", "initials", "keep"]
Span = tuple[int, int]
BLANK = "■"
MIN_SYLLABLES = 2
PLACES = ("TP", "TX", "TT", "KCN")
"""What stands before the dot of a place and no person: "TP.Huế"."""
# "Ảnh: Dạ Hương" names who took it; the extractor leaves such furniture out of the people of an article.
# Also "Ảnh minh họa: Dạ Hương" and "Ảnh: D.Hương".
_CREDIT = re.compile(
    r"\b(?:(?:Ảnh|ảnh)(?:[ ](?:minh[ ](?:họa|hoạ)|tư[ ]liệu))?|Bài|bài|Tin|tin|Video|Clip|Đồ[ ](?:họa|hoạ)|Tác[ ]giả)"
    r"[ ]*:[ ]*(?P<name>(?P<short>(?:\w{1,3}\.[ ]?)+\w+)|\w+(?:[ ]\w+){1,4})"
)


@dataclass(frozen=True, slots=True)
class NameBlanker:
    """The personal names of one article, and what stands for them."""

    full: tuple[str, ...]
    """Whole names, folded, longest first."""
    spans: tuple[Span, ...]
    """Where names stand in the text."""
    names: Names
    """What is done with them."""

    def text(self, text: str) -> str:
        """Give the article's text with its names blanked; the length stays."""
        if self.names == "keep":
            return text
        letters = list(text)
        for start, end in self.spans:
            for at in range(start, end):
                first = at == start or not text[at - 1].isalpha()
                if not (self.names == "initials" and first) and not text[at].isspace():
                    letters[at] = BLANK
        return "".join(letters)

    def words(self, words: str | None) -> str | None:
        """Give words copied from the article, such as a grantor or a title, with whole names blanked."""
        if words is None or self.names == "keep" or not self.full:
            return words
        found = find_folded(words, self.full)
        return NameBlanker((), found, self.names).text(words)

    def is_in_address(self, url: str | None) -> bool:
        """Say whether an address spells a whole name, as in "…/chi-nguyen-thi-lan-hon-17-nam.html"."""
        if url is None or self.names == "keep":
            return False
        path = re.sub(r"[^a-z0-9]+", "-", fold(url))
        return any(f"-{name.replace(' ', '-')}-" in f"-{path}-" for name in self.full)


def make_blanker(text: str, people: Sequence[Span], names: Names) -> NameBlanker:
    """Gather the names of an article: those found, every further place where a whole one stands, and credits."""
    spans = set(people)
    spans |= set(_find_credits(text))
    full = _whole_names(text[start:end] for start, end in spans)
    spans |= set(find_folded(text, full))
    return NameBlanker(full, tuple(sorted(spans)), names)


def _find_credits(text: str) -> Iterator[Span]:
    layer = make_layer(text)
    for match in _CREDIT.finditer(layer.work):
        start = match.start("name")
        if match["short"] is not None:
            first, *_, last = re.findall(r"\w+", match["short"])
            if first[0].isupper() and first.upper() not in PLACES and not last.isupper():
                yield layer.given_span(start, match.end("short"))
            continue
        words = list(takewhile(_is_capitalised, re.finditer(r"\w+", match["name"])))
        if len(words) >= MIN_SYLLABLES:
            yield layer.given_span(start + words[0].start(), start + words[-1].end())


def _is_capitalised(word: re.Match[str]) -> bool:
    return word.group()[0].isupper() and not word.group().isupper()


def _whole_names(names: Iterable[str]) -> tuple[str, ...]:
    folded = {" ".join(fold(name).split()) for name in names}
    whole = {name for name in folded if len(name.split()) >= MIN_SYLLABLES}
    return tuple(sorted(whole, key=lambda name: (-len(name), name)))


def find_folded(text: str, names: Sequence[str]) -> tuple[Span, ...]:
    """Find folded names in a text whatever its accents, capitals and blanks; offsets are into the text as given.

    A match without a capital letter is words and no name: "minh thu" in a sentence is none of a Minh Thu.
    """
    if not names:
        return ()
    layer = make_layer(text)
    plain = "".join(map(_one_letter, layer.work))
    pattern = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    found = []
    for match in re.finditer(rf"(?<!\w)(?:{pattern})(?!\w)", plain):
        start, end = layer.given_span(*match.span())
        if any(letter.isupper() for letter in text[start:end]):
            found.append((start, end))
    return tuple(found)


@lru_cache(maxsize=4096)
def _one_letter(letter: str) -> str:
    folded = fold(letter)
    return folded if len(folded) == 1 else letter
