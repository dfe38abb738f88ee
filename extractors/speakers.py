"""Who speaks: the person named beside a verb of saying, or the one that a form of address points back to."""

from bisect import bisect_left
from collections.abc import Sequence

from extractors.document import Document
from extractors.entities import Person
from extractors.text import spelling

# Forms of address that stand for a person named before: "…”, chị nói".
PRONOUNS = frozenset(
    spelling(one)
    for one in (
        *("ông", "bà", "anh", "chị", "em", "cô", "chú", "bác", "cháu", "cụ", "thầy", "họ", "mẹ"),
        *("vị", "đồng chí", "người", "nữ", "nam", "lão"),
    )
)
# How many people back a form of address may point.
MAX_BACK = 40


class Speakers:
    """The people of a text by token, with the form of address before each; made once a text."""

    def __init__(self, document: Document, people: Sequence[Person]) -> None:
        """Lay out the people by the tokens they begin at."""
        self._people = people
        self._tokens = document.tokens
        self.firsts = [document.token_at(one.start) for one in people]
        self.stops = [document.token_at(one.end - 1) + 1 for one in people]
        norms = document.tokens.norms
        self._addresses = [norms[first - 1] if first else "" for first in self.firsts]
        self._full = {
            one.name.split()[-1].casefold(): one.name for one in reversed(people) if " " in one.name
        }
        # "Park Jong-soo" is called "ông Park".
        self._full |= {
            one.name.split()[0].casefold(): one.name
            for one in reversed(people)
            if " " in one.name and "-" in one.name
        }

    def between(self, first: int, stop: int) -> int | None:
        """Give the number of the first person named in a stretch, None where nobody is."""
        at = bisect_left(self.firsts, first)
        return at if at < len(self.firsts) and self.firsts[at] < stop else None

    def last_between(self, first: int, stop: int) -> int | None:
        """Give the number of the last person named in a stretch, None where nobody is."""
        at = bisect_left(self.firsts, stop) - 1
        return at if at >= 0 and self.firsts[at] >= first else None

    def pointed_back(self, pronoun: int) -> int | None:
        """Give the person that a form of address at a token points back to: the last one addressed by it, else the last."""
        last = bisect_left(self.firsts, pronoun) - 1
        word = self._tokens.norms[pronoun]
        for number in range(last, max(last - MAX_BACK, -1), -1):
            if self._addresses[number] == word:
                return number
        return last if last >= 0 else None

    def name(self, number: int) -> str:
        """Give the full name of a person, where the text gives one anywhere."""
        name = self._people[number].name
        return name if " " in name else self._full.get(name.casefold(), name)

    def person(self, number: int) -> Person:
        """Give a person by number."""
        return self._people[number]
