"""Awards that the text denies, takes back or ties to a condition: "chưa cá nhân nào được …", "thu hồi …", "Để được …, phải có …"."""

from enum import StrEnum

from extractors.phrase_table import PhraseTable, phrases, words
from extractors.tokens import Tokens

MAX_GAP = 14
MAX_TAKEN = 10
_NOT = ("không", "chưa", "chẳng")
# What stands right after "không" where the conferral itself is denied; "không chỉ", "không ngừng" and the like do not.
_DENIED = words(
    "được xét tặng trao nhận đạt công đề bình đủ giành đoạt từng hề suy có còn ai tổ xếp chọn khen lấy dùng xem"
)
_TURNS = words(", ; : mà nhưng song sau")
_NEED = (
    ["khó", "có"],
    ["khó", "đạt"],
    ["khó", "được"],
    ["phải", "có"],
    ["phải", "đạt"],
    ["phải", "là"],
    ["phải", "được"],
    ["phải", "từng"],
)
_BEHIND = (["không", "thuộc"], ["bị", "thu"], ["bị", "tước"], ["chỉ", "xét"])
_AIMS = words("để muốn")
_GAINED = words("được đạt giành nhận có trở")
_TAKING = PhraseTable(
    phrases(
        None,
        ("thu hồi", "hủy bỏ", "hủy", "tước", "tước bỏ", "tước đoạt", "rút lại", "xóa bỏ"),
    )
)
_TAKING_FIRST = ("thu", "hủy", "tước", "rút", "xóa")
_TAKEN = words(
    "quyết định việc tặng trao thưởng phong công nhận danh hiệu các số những hình thức khen kết quả toàn bộ lại tấm chiếc"
    " “ ‘ đã của và xét cấp hai"
) | frozenset({'"', "'"})


class Denial(StrEnum):
    """Why an award is only spoken of."""

    DENIED = "denied"
    """Nobody gets it, or only who meets a condition."""
    REVOKED = "revoked"
    """It is taken back from those who had it."""


def read_denial(
    tokens: Tokens, sentence: tuple[int, int], begin: int, name: tuple[int, int]
) -> tuple[Denial, tuple[int, int]] | None:
    """Give why an award is only spoken of, with the words that say so; None where it is not denied.

    `begin` is where the words left of the award's verb begin, `name` are the tokens of the award.
    """
    first, stop = sentence
    taken = _taking(tokens, first, name[0])
    if taken is not None:
        return Denial.REVOKED, taken
    denied = (
        _negated(tokens, max(begin, name[0] - MAX_GAP), name[0])
        or _needed(tokens, first, begin, name[0])
        or _excluded(tokens, name[1], stop)
    )
    return None if denied is None else (Denial.DENIED, denied)


def _taking(tokens: Tokens, first: int, at: int) -> tuple[int, int] | None:
    """Find "thu hồi", "hủy bỏ việc tặng" before an award."""
    for index in range(at - 1, max(first, at - MAX_TAKEN) - 1, -1):
        if tokens.norms[index] not in _TAKING_FIRST:
            continue
        read = _TAKING.read(tokens.norms, index, at)
        if read is not None:
            gap = tokens.norms[read[0] : at]
            if all(word in _TAKEN or word[0].isdigit() for word in gap):
                return index, read[0]
    return None


def _negated(tokens: Tokens, first: int, at: int) -> tuple[int, int] | None:
    """Find "không có tập thể nào được", "chưa được xét", "không đủ điều kiện xét" before an award."""
    for index in range(at - 1, first - 1, -1):
        norm = tokens.norms[index]
        if norm in _TURNS:
            return None
        if norm not in _NOT or index + 1 >= at:
            continue
        if any(word in _NOT for word in tokens.norms[first:index]):
            # "Chưa năm nào tổ không có người đạt …": twice denied is told.
            return None
        if tokens.norms[index + 1] in _DENIED or "nào" in tokens.norms[index:at]:
            return index, index + 2
        return None
    return None


def _needed(tokens: Tokens, first: int, begin: int, at: int) -> tuple[int, int] | None:
    """Find "phải có" right before an award, or "Để được", "Muốn đạt" at the head of its sentence."""
    for index in range(at - 2, max(begin, at - MAX_GAP) - 1, -1):
        if tokens.norms[index] in (",", ";"):
            break
        if tokens.norms[index : index + 2] in _NEED:
            return index, index + 2
    for index in range(first, min(at - 1, first + 6)):
        head = tokens.norms[index] in _AIMS and tokens.norms[index + 1] in _GAINED
        opened = index == first or tokens.norms[index - 1] == ","
        if head and opened and "," not in tokens.norms[index:at]:
            return index, index + 2
    return None


def _excluded(tokens: Tokens, at: int, stop: int) -> tuple[int, int] | None:
    """Find "không thuộc diện xét" behind an award that rules somebody out."""
    for index in range(at, min(stop - 1, at + MAX_GAP)):
        if tokens.norms[index] in (",", ";"):
            return None
        if tokens.norms[index : index + 2] in _BEHIND:
            return index, index + 2
    return None
