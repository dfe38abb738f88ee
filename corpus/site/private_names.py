"""Which names in a text are those of private persons.

Officials acting in office are named in public matters; workers, prize winners and people in need are not
to be found by a search for their name. In doubt a name is private.
"""

import re
from collections.abc import Iterable, Sequence

from corpus.personal_names import find_folded
from corpus.site.quotes import Span
from extractors.entities import Person
from extractors.text import fold, spelling

# Offices of unions, state, party and press; heads of teams and firms are private persons here.
_OFFICES = (
    *("chủ tịch", "phó chủ tịch", "quyền chủ tịch", "nguyên chủ tịch", "bí thư", "phó bí thư"),
    *("tổng bí thư", "trưởng ban", "phó trưởng ban", "ủy viên", "chánh văn phòng", "bộ trưởng"),
    *("phó chánh văn phòng", "thứ trưởng", "thủ tướng", "phó thủ tướng", "đại biểu quốc hội"),
    *("cục trưởng", "phó cục trưởng", "vụ trưởng", "tổng thư ký", "chánh án", "chánh thanh tra"),
    *("phó chánh thanh tra", "giám đốc sở", "phó giám đốc sở", "trưởng công an"),
)
_OFFICE = re.compile("|".join(sorted(map(spelling, _OFFICES), key=len, reverse=True)))

_CREDIT = re.compile(
    r"(?:Ảnh|Bài|Tin|Video|Clip|Đồ họa|Tác giả)\s*:\s*([^\W\d_a-zà-ỹđ]\w*(?:[ \u00a0][^\W\d_a-zà-ỹđ]\w*){1,4})"
)


def find_private(text: str, people: Sequence[Person]) -> tuple[Span, ...]:
    """Give the places of private names: those found, and every further place where such a name stands."""
    full = [person for person in people if len(person.name.split()) > 1]
    in_office = {spelling(one.name) for one in full if _acts_in_office(one.role)}
    at_work = {
        spelling(one.name) for one in full if one.role is not None and not _acts_in_office(one.role)
    }
    public = in_office - at_work
    private_given = {name.split()[-1] for name in map(spelling, _names(full)) if name not in public}
    given = {name.split()[-1] for name in public} - private_given
    private = [one for one in people if spelling(one.name) not in public | given]
    spans = {(one.start, one.end) for one in private}
    whole = {" ".join(fold(one.name).split()) for one in private}
    spans |= set(find_folded(text, [name for name in whole if " " in name]))
    # The name under a picture is a private one too; the layer of people leaves it out as furniture.
    spans |= {match.span(1) for match in _CREDIT.finditer(text)}
    return tuple(sorted(spans))


def _names(people: Iterable[Person]) -> Iterable[str]:
    return (person.name for person in people)


def _acts_in_office(role: str | None) -> bool:
    return role is not None and _OFFICE.match(spelling(role)) is not None
