"""Clauses around an award: verbs with their voice, and the stretches in which givers and receivers stand."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from extractors.award_places import AwardName
from extractors.award_verbs import VerbKind
from extractors.bodies import Body, read_bodies
from extractors.body_phrases import FIELD_ROWS, match_width
from extractors.lexicon import Hit
from extractors.phrase_table import words
from extractors.tokens import TokenKind, Tokens, is_capital


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
    "đã vừa cũng sẽ còn đang tiếp tục quyết định ra ký vinh dự chính thức tổ chức tiến hành xem xét chọn và lại mới đều luôn"
    " kịp thời từng liên tục cùng lần lượt trực ban hành lựa bình lễ công bố đến lên nhiệt liệt ghi hoan nghênh chúc"
    " mừng đặc biệt phối hợp bao gồm tập thể việc vui xuất sắc đánh giá cao thể chọn chia sẻ bày tỏ nhiều lần"
) - words("và tập thể việc gồm chúc")
_COORDINATED = [
    [*pair.split(), joint]
    for pair in (
        "công nhận",
        "ghi nhận",
        "đánh giá",
        "chúc mừng",
        "động viên",
        "cảm ơn",
        "hoan nghênh",
        "ấn tượng",
        "lựa chọn",
        "xét chọn",
        "quyết định",
        "gặp mặt",
        "họp mặt",
    )
    for joint in ("và", ",")
]
_NOT_PASSIVE = words("đạt giành đoạt làm thu có biết gặt hái dành nhận lấy")
MAX_GIVER = 34
_APART = (",", ";", ":", "được", "và")
_TITLE = ["danh", "hiệu"]
_KEEPS = (["giữ", "vững"], ["duy", "trì"])
_ALWAYS = ("verb:praise", "verb:belong")


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


def governing(tokens: Tokens, hits: Sequence[Hit], names: Sequence[AwardName]) -> list[Hit]:
    """Keep the verbs that an award depends on, and all verbs of praise."""
    starts = {n.first for n in names}
    verbs = [
        h
        for h in hits
        if h.value.startswith("verb:")
        and h.value != "verb:none"
        and (
            h.stop - h.first > 1
            or tokens.norms[h.first] not in ("cấp", "gửi", "đón", "giữ")
            or h.stop in starts
            or (tokens.norms[h.first] == "giữ" and tokens.norms[h.stop : h.stop + 2] == _TITLE)
        )
        and (
            tokens.norms[h.first : h.stop] not in _KEEPS
            or tokens.norms[h.stop : h.stop + 2] == _TITLE
        )
        and not _is_given_name(tokens, h)
    ]
    verbs = [
        h
        for i, h in enumerate(verbs)
        if not (h.value == "verb:receive" and i and _named_before(tokens, verbs[i - 1], h))
        and not (_is_heading(h, tokens) and tokens.norms[h.stop : h.stop + 1] == [":"])
    ]
    kept = {h for h in verbs if h.value in _ALWAYS}
    previous = -1
    for name in names:
        if name.praise:
            continue
        for verb in reversed(verbs):
            if verb.stop > name.first:
                continue
            if verb in kept or verb.stop <= previous or _reaches(tokens, verb, name.first):
                kept.add(verb)
                break
        kept.update(v for v in verbs if _follows(tokens, v, name.after))
        previous = name.first
    return [h for h in verbs if h in kept]


def _is_heading(verb: Hit, tokens: Tokens) -> bool:
    """Say whether a verb before a colon only heads what follows ("Khen thưởng: …", "Xếp loại: …")."""
    if (
        "được" in tokens.norms[max(verb.first - MAX_GIVER, 0) : verb.first]
        and verb.stop - verb.first > 1
    ):
        return False
    return verb.value == "verb:praise" or tokens.norms[verb.first] == "xếp"


def _follows(tokens: Tokens, verb: Hit, at: int) -> bool:
    """Say whether a verb right after an award tells who got it ("Bằng khen trao cho …")."""
    if verb.value != "verb:give" or not 0 <= verb.first - at <= 6:
        return False
    return not any(word in (",", "và", ";") for word in tokens.norms[at : verb.first])


def _is_given_name(tokens: Tokens, verb: Hit) -> bool:
    """Say whether a verb's word is the end of a person's name (Thái Bá Đạt)."""
    at = verb.first
    return (
        verb.stop == at + 1
        and at > 0
        and tokens.words[at].istitle()
        and tokens.words[at - 1].istitle()
        and tokens.kinds[at - 1] == TokenKind.WORD
    )


def _named_before(tokens: Tokens, verb: Hit, at: Hit) -> bool:
    """Say whether "đạt" only tells what another verb names ("công nhận 22 đoàn viên đạt danh hiệu …")."""
    gap = tokens.norms[verb.stop : at.first]
    naming = verb.value in ("verb:name", "verb:praise") and tokens.norms[at.first] == "đạt"
    if verb.value == "verb:praise" and tokens.norms[at.stop : at.stop + 1] != ["danh"]:
        return False
    return naming and 0 < len(gap) <= 8 and not any(w in _APART for w in gap)


def _reaches(tokens: Tokens, verb: Hit, at: int) -> bool:
    """Say whether an award is near enough to be the object of a verb."""
    if verb.value == "verb:give":
        return True
    gap = tokens.norms[verb.stop : at]
    if len(gap) > 18:
        return False
    if "," not in gap or "trong" in gap or ":" in gap or "như" in gap or "gồm" in gap:
        return True
    # "nhận biểu trưng, Giấy chứng nhận và 20 triệu đồng": one thing more is taken.
    return tokens.norms[verb.first] in ("nhận", "đón") and len(gap) <= 4 and gap[-1] == ","


def _read_verb(tokens: Tokens, hit: Hit, kind: VerbKind, floor: int) -> Verb:
    if kind == VerbKind.BELONG:
        by = _inner_giver(tokens, floor, hit.first)
        named = by is not None and by[1] > by[0] and _body_at(tokens, by[0], by[1]) is not None
        giver_span = by[:2] if by is not None and named else None
        return Verb(hit.first, hit.stop, hit.first, kind, Voice.BELONG, giver_span)
    at = skip_adverbs(tokens, hit.first, floor)
    if kind == VerbKind.RECEIVE:
        begin = at
        if at > floor and tokens.norms[at - 1] == "được":
            begin = at - 1
        return Verb(hit.first, hit.stop, begin, kind, Voice.RECEIVE)
    if at > floor and tokens.norms[at - 1] == "được" and not _spent(tokens, at - 1, floor):
        begin = skip_adverbs(tokens, at - 1, floor)
        return Verb(hit.first, hit.stop, begin, kind, Voice.PASSIVE)
    giver = _inner_giver(tokens, floor, at)
    if giver is not None:
        begin = skip_adverbs(tokens, giver[2] - 1, floor)
        return Verb(
            hit.first,
            hit.stop,
            begin,
            kind,
            Voice.PASSIVE,
            giver[:2] if giver[1] > giver[0] else None,
        )
    return Verb(hit.first, hit.stop, at, kind, Voice.ACTIVE)


def skip_adverbs(tokens: Tokens, at: int, floor: int) -> int:
    """Go back from a verb over the words that stand between it and its subject."""
    while at > floor:
        if tokens.norms[max(at - 3, floor) : at] in _COORDINATED:
            at -= 3
            continue
        if tokens.norms[at - 1] not in ADVERBS or _is_name_end(tokens, at - 1, floor):
            break
        if tokens.norms[at - 1] == "tổ" and tokens.norms[at] != "chức":
            # "45 tổ đạt …": the team, not "tổ chức".
            break
        pair = tokens.norms[at - 2 : at] if at - 2 >= floor else []
        if pair == ["tổ", "chức"]:
            if at - 3 >= floor and tokens.norms[at - 3] in ("ban", "ban", "các", "những", "cuộc"):
                return at
            at -= 2
        elif tokens.norms[at - 1] == "chức" or tokens.norms[at - 2 : at] == ["chủ", "trì"]:
            return at
        else:
            at -= 1
    return at


def _is_name_end(tokens: Tokens, at: int, floor: int) -> bool:
    """Say whether an adverb's word is part of a name (phường Cảng Mới, Bộ Tài chính)."""
    if at <= floor or not is_capital(tokens, at - 1):
        return False
    field = match_width(FIELD_ROWS, tokens, at - 1, at + 1) > 1 and tokens.norms[at] != "chức"
    return field or tokens.words[at].istitle()


def _spent(tokens: Tokens, at: int, floor: int) -> bool:
    """Say whether "được" belongs to the word before it ("đạt được")."""
    named = at - 1 > floor and _is_name_end(tokens, at - 1, floor)
    return at > floor and tokens.norms[at - 1] in _NOT_PASSIVE and not named


def _inner_giver(tokens: Tokens, floor: int, stop: int) -> tuple[int, int, int] | None:
    """Give the stretch of the giver between "được" and the verb, and where it begins after "được"; or None."""
    for at in range(stop - 1, max(floor, stop - MAX_GIVER) - 1, -1):
        norm = tokens.norms[at]
        if norm in (";", ":", ".") or tokens.kinds[at] == TokenKind.BREAK:
            return None
        if norm != "được" or _spent(tokens, at, floor) or tokens.norms[at + 1] == "biết":
            continue
        begin = at + 1
        while (
            begin < stop
            and tokens.norms[begin] in ("sự", "đồng", "chí", "các", "xét", "đề", "nghị", "xuất")
            and not _body_at(tokens, begin, stop)
        ):
            begin += 1
        whole = read_bodies(tokens, begin, stop)
        if whole is not None:
            asked = whole.stop
            if tokens.norms[asked : asked + 2] in (
                ["đề", "nghị"],
                ["đề", "xuất"],
                ["kiến", "nghị"],
            ):
                higher = read_bodies(tokens, asked + 2, stop) if asked + 2 < stop else None
                if higher is not None:
                    return higher.first, higher.stop, at + 1
                return stop, stop, at + 1
            rest = tokens.norms[whole.stop : stop]
            if len(rest) <= 8 and not any(w in (",", "được") for w in rest[1:]):
                return begin, whole.stop, at + 1
            if len(rest) <= 24 and tokens.norms[whole.stop : whole.stop + 1] in (
                ["("],
                [","],
                ["đề"],
                ["-"],
                ["–"],
            ):
                return begin, whole.stop, at + 1
        gap = tokens.norms[begin:stop]
        if 0 < len(gap) <= 8 and not any(w in _NO_GIVER for w in gap):
            return begin, stop, at + 1
        return None
    return None


def _body_at(tokens: Tokens, at: int, stop: int) -> Body | None:
    return read_bodies(tokens, at, stop)


_NO_GIVER = words(
    "chọn xét ghi bầu của là những trong tại với để cho khi từ nhiều tích nhằm đóng góp tham gia thực hiện kết"
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
    """Give the parts of a stretch outside brackets."""
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
    if depth == 0 and begin < stop:
        parts.append((begin, stop))
    return parts
