"""Clauses around an award: verbs with their voice, and the stretches in which givers and receivers stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from extractors.award_verbs import VerbKind
from extractors.bodies import Body, read_bodies
from extractors.lexicon import Hit
from extractors.phrase_table import words
from extractors.tokens import TokenKind, Tokens


class Voice(StrEnum):
    """On which side of a verb givers and receivers stand."""

    ACTIVE = "active"
    """Y tặng Z cho X."""
    PASSIVE = "passive"
    """X được (Y) tặng Z."""
    RECEIVE = "receive"
    """X đạt Z."""
    BELONG = "belong"
    """Z thuộc về X."""
    NONE = "none"
    """No verb."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of conferral in a sentence, in token indices."""

    first: int
    """Its first token."""
    stop: int
    """One past its last token."""
    begin: int
    """The first token of what belongs to it on the left: adverbs, "được" and the giver inside."""
    kind: VerbKind
    """What sort of verb it is."""
    voice: Voice
    """Its voice here."""
    giver: tuple[int, int] | None = None
    """The giver between "được" and the verb."""


# Words between a subject and its verb.
ADVERBS = words(
    "đã vừa cũng sẽ còn đang tiếp tục quyết định ra ký vinh dự chính thức tổ chức tiến hành xem xét chọn và lại mới được đều luôn"
    " kịp thời từng liên tục cùng lần lượt trực đồng ban hành lựa bình chí lễ công bố đến lên nhận nhiệt liệt ghi hoan nghênh chúc"
    " mừng đặc biệt phối hợp bao gồm tập thể việc vui xuất sắc đánh giá cao thể chọn chia sẻ bày tỏ nhiều lần"
) - words("và tập thể việc gồm chúc")
_HALF_ADVERBS = words(
    "đã vừa cũng sẽ còn đang ra quyết định xét chọn xem vinh dự tổ chức đề nghị tiếp tục liên và nhiều lần đồng ý ký trực tiếp đều"
)
_NOT_PASSIVE = words("đạt giành đoạt làm thu có biết gặt hái dành nhận lấy")
MAX_GIVER = 34


def read_verbs(tokens: Tokens, hits: Sequence[Hit], first: int, stop: int) -> list[Verb]:
    """Give the verbs of conferral of a sentence, in order, with their voice."""
    verbs: list[Verb] = []
    for hit in hits:
        if not hit.value.startswith("verb:") or hit.value == "verb:none":
            continue
        kind = VerbKind(hit.value.partition(":")[2])
        floor = verbs[-1].stop if verbs else first
        verbs.append(_read_verb(tokens, hit, kind, floor))
    return verbs


def _read_verb(tokens: Tokens, hit: Hit, kind: VerbKind, floor: int) -> Verb:
    if kind == VerbKind.BELONG:
        return Verb(hit.first, hit.stop, hit.first, kind, Voice.BELONG)
    at = hit.first
    while at > floor and tokens.norms[at - 1] in ADVERBS and tokens.norms[at - 1] != "được":
        at -= 1
    if kind == VerbKind.RECEIVE:
        begin = at
        if at > floor and tokens.norms[at - 1] == "được":
            begin = at - 1
        return Verb(hit.first, hit.stop, begin, kind, Voice.RECEIVE)
    if at > floor and tokens.norms[at - 1] == "được" and not _spent(tokens, at - 1, floor):
        begin = at - 1
        while begin > floor and tokens.norms[begin - 1] in ADVERBS:
            begin -= 1
        return Verb(hit.first, hit.stop, begin, kind, Voice.PASSIVE)
    giver = _inner_giver(tokens, floor, at)
    if giver is not None:
        begin = giver[0] - 1
        while begin > floor and tokens.norms[begin - 1] in ADVERBS:
            begin -= 1
        return Verb(hit.first, hit.stop, begin, kind, Voice.PASSIVE, giver)
    return Verb(hit.first, hit.stop, at, kind, Voice.ACTIVE)


def _spent(tokens: Tokens, at: int, floor: int) -> bool:
    """Say whether "được" belongs to the word before it ("đạt được")."""
    return at > floor and tokens.norms[at - 1] in _NOT_PASSIVE


def _inner_giver(tokens: Tokens, floor: int, stop: int) -> tuple[int, int] | None:
    """Give the stretch of the giver between "được" and the verb, or None where there is none."""
    for at in range(stop - 1, max(floor, stop - MAX_GIVER) - 1, -1):
        norm = tokens.norms[at]
        if norm in (";", ":", ".") or tokens.kinds[at] == TokenKind.BREAK:
            return None
        if norm != "được" or _spent(tokens, at, floor):
            continue
        begin = at + 1
        while (
            begin < stop
            and tokens.norms[begin] in ("sự", "đồng", "chí", "các", "xét")
            and not _body_at(tokens, begin, stop)
        ):
            begin += 1
        whole = read_bodies(tokens, begin, stop)
        if whole is not None:
            rest = tokens.norms[whole.stop : stop]
            if len(rest) <= 8 and not any(w in (",", "được") for w in rest[1:]):
                return begin, whole.stop
            if len(rest) <= 24 and tokens.norms[whole.stop : whole.stop + 1] in (
                ["("],
                [","],
                ["đề"],
                ["-"],
                ["–"],
            ):
                return begin, whole.stop
            return None
        gap = tokens.norms[begin:stop]
        if 0 < len(gap) <= 8 and not any(w in _NO_GIVER for w in gap):
            return begin, stop
        return None
    return None


def _body_at(tokens: Tokens, at: int, stop: int) -> Body | None:
    return read_bodies(tokens, at, stop)


_NO_GIVER = words(
    "của là những trong tại với để và cho khi từ nhiều thành tích nhằm đóng góp phần tham gia thực hiện kết quả"
)


def clause_start(tokens: Tokens, first: int, at: int) -> int:
    """Give the start of the part between semicolons that holds a token."""
    for index in range(at - 1, first - 1, -1):
        if tokens.norms[index] == ";":
            return index + 1
    return first


def clause_stop(tokens: Tokens, at: int, stop: int) -> int:
    """Give the end of the part between semicolons that holds a token."""
    for index in range(at, stop):
        if tokens.norms[index] == ";":
            return index
    return stop


def cut_brackets(tokens: Tokens, first: int, stop: int) -> list[tuple[int, int]]:
    """Give the parts of a stretch outside brackets and before a breakdown ("trong đó", "gồm")."""
    parts: list[tuple[int, int]] = []
    begin, depth = first, 0
    for index in range(first, stop):
        word = tokens.words[index]
        if word == "(":
            if depth == 0 and index > begin:
                parts.append((begin, index))
            depth += 1
        elif word == ")" and depth:
            depth -= 1
            begin = index + 1
        elif (
            not depth
            and tokens.norms[index] == "trong"
            and tokens.norms[index + 1 : index + 2] == ["đó"]
        ):
            if index > begin:
                parts.append((begin, index))
            return parts
    if depth == 0 and begin < stop:
        parts.append((begin, stop))
    return parts
