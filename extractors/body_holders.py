"""Where the name of a person begins right behind that of a body: "Chủ tịch UBND xã Hòa An Nguyễn Văn Lộc"."""

from collections.abc import Callable
from dataclasses import dataclass

from extractors.body_phrases import RANK_ROWS, Phrase, stands, words_of
from extractors.entities import BodyType
from extractors.person_names import COMMON, MIDDLE, SURNAMES, name_stop
from extractors.text import spelling
from extractors.tokens import Tokens, is_shouted

OFFICE_ENDS = frozenset(
    spelling(one) for one in ("tịch", "thư", "đốc", "ban", "trưởng", "phòng", "ủy viên", "viên")
)
NAMED_AFTER_PEOPLE = frozenset((BodyType.SCHOOL, BodyType.HOSPITAL, BodyType.COMPANY))
_NAMED_SORTS = frozenset(
    spelling(one) for one in ("trường", "học", "thpt", "thcs", "non", "chuyên", "đường", "phố")
)
_UNIONS = (words_of("công đoàn"), words_of("cđ"))
_RANK_ENDS = frozenset(row[-1] for rows in RANK_ROWS.values() for row in rows)


@dataclass(frozen=True, slots=True)
class Behind:
    """The body behind which a person may be named."""

    head: Phrase
    """Its head."""
    kind: BodyType
    """What sort of body it is."""
    at: int
    """The token right behind the head."""
    whole: bool
    """Whether the head alone may be the name of the body."""


def holder_begins(
    tokens: Tokens,
    body: Behind,
    index: int,
    is_place: Callable[[str], bool],
    *,
    after_rank: bool = False,
) -> bool:
    """Say whether a person's name begins here: "UBND xã Hòa An Nguyễn Văn Lộc"; "xã Nguyễn Huân" is a place."""
    stop = name_stop(tokens, index, len(tokens))
    count = stop - index
    if count < 2 or tokens.norms[index] not in SURNAMES:
        return False
    capitals = tokens.words[index].isupper() and tokens.norms[index] not in COMMON
    if capitals and is_shouted(tokens, body.at - len(body.head), index + 2):
        # "CÔNG ĐOÀN TỈNH SƠN BÌNH LẦN THỨ V"
        return False
    before = tokens.norms[index - 1]
    sure = count >= 3 and tokens.norms[index + 1] in MIDDLE
    if index == body.at and not (after_rank or body.whole):
        # "Giám đốc quỹ Nông Thị Sen", but "Hiệu trưởng Trường Nguyễn Văn Trỗi"
        return sure and _follows_office(tokens, body) and body.kind not in NAMED_AFTER_PEOPLE
    if after_rank or before in _RANK_ENDS or (body.whole and index == body.at):
        return count >= 3 and not _place_begins(tokens, index, stop, is_place)
    if body.kind in NAMED_AFTER_PEOPLE and before in _NAMED_SORTS:
        return False
    if sure:
        return True
    # "Phú Lâm Âu Văn Sửu": a surer name begins further on.
    if any(tokens.norms[at + 1] in MIDDLE for at in range(index + 1, stop - 2)):
        return False
    if not _follows_office(tokens, body) or body.kind is BodyType.COMPANY:
        return False
    # The longest name that leaves the body one of its own: the surname may be an uncommon one.
    return count in (3, 4) or (count == 2 and tokens.norms[index] in COMMON)


def _follows_office(tokens: Tokens, body: Behind) -> bool:
    """Say whether an office stands before the head, so that its holder may follow the body."""
    first = body.at - len(body.head)
    for union in _UNIONS:
        # "Chủ tịch Công đoàn | Tổng cục Hải quan": the office stands before both heads.
        first -= len(union) if stands(tokens, first - len(union), union) else 0
    return first > 0 and tokens.norms[first - 1] in OFFICE_ENDS


def _place_begins(tokens: Tokens, index: int, stop: int, is_place: Callable[[str], bool]) -> bool:
    return any(is_place(tokens.norm(index, end)) for end in range(index + 1, stop + 1))
