"""Receivers of awards that no verb governs: "tấm Bằng khen của …", "81 Chiến sĩ thi đua", "Xưởng Mộc (Cờ thi đua)"."""

from extractors.award_frames import Frame, Scene
from extractors.award_memory import Memory
from extractors.award_places import AwardName
from extractors.award_receivers import (
    at_home,
    bracketed,
    each_holder,
    held_by,
    is_numbered,
    numbered_title,
    rated,
)
from extractors.clauses import Voice, clause_start
from extractors.grantors import find_subject
from extractors.recipient_groups import Group, read_groups
from extractors.recipients import find_counted
from extractors.records import AwardForm, RecipientKind
from extractors.subjects import find_receivers
from extractors.tokens import Tokens

_MARKS = frozenset("“‘\"'")
_MEDALS = (AwardForm.HUAN_CHUONG, AwardForm.HUY_CHUONG, AwardForm.GIAI)
MAX_APPOSED = 16


def fill_verbless(
    scene: Scene, frame: Frame, previous: Frame | None, right: list[Group], memory: Memory
) -> None:
    """Read an award that no verb governs ("tấm Bằng khen của …", "Thành tích: …", "là học sinh giỏi")."""
    tokens, name = scene.tokens, frame.name
    told = copula_before(tokens, name, scene.first) is not None
    frame.groups = right or ([] if told else held_by(scene, frame)) or rated(scene, name)
    if not frame.groups:
        frame.groups = numbered_title(scene, name) or each_holder(scene, name)
    if not frame.groups:
        frame.groups = bracketed(scene, name) or at_home(scene, name)
    if (
        name.rule == "award.letter"
        and not frame.own_grantor
        and tokens.norms[name.first - 1] == "có"
    ):
        sender = find_subject(tokens, clause_start(tokens, scene.first, name.first), name.first - 1)
        frame.grantor = None if sender is None else (sender.first, sender.stop)
    if not frame.groups and tokens.norms[name.first - 1] == "được":
        begin = clause_start(tokens, scene.first, name.first)
        frame.groups = find_receivers(tokens, begin, name.first - 1, scene.figures)
    if not frame.groups and tokens.norms[name.first - 1] in ("có", ","):
        frame.groups = _owners(scene, previous, name)
    if not frame.groups and tokens.norms[name.first - 1] in ("xét", "“", '"'):
        frame.groups = _introduced(scene, name)
    if not frame.groups and name.form == AwardForm.GIAI and name.rule == "award.form":
        begin = clause_start(tokens, scene.first, name.first)
        frame.groups = find_receivers(tokens, begin, name.first, scene.figures)
    copula = copula_before(tokens, name, scene.first)
    if not frame.groups and copula is not None:
        begin = clause_start(tokens, scene.first, copula)
        frame.groups = find_receivers(tokens, begin, copula, scene.figures)
        frame.groups = frame.groups or _first_name(tokens, begin, copula) or memory.topic(scene)
    elif not frame.groups and previous is not None and previous.voice in (Voice.NONE, Voice.BELONG):
        further = _further(scene, previous, name)
        frame.groups = further or (previous.groups if previous.verb is None else [])


def _introduced(scene: Scene, name: AwardName) -> list[Group]:
    """Read X in "giới thiệu X dự xét “…”"."""
    norms = scene.tokens.norms
    for at in range(name.first - 2, max(scene.first, name.first - MAX_APPOSED), -1):
        if norms[at - 1 : at + 1] in (["giới", "thiệu"], ["bình", "chọn"]):
            return read_groups(scene.tokens, at + 1, name.first)[:1]
    return []


def _first_name(tokens: Tokens, first: int, stop: int) -> list[Group]:
    """Read a person called by the first name alone right before "là" ("Bây giờ Kình là Bàn tay vàng")."""
    at = stop - 1
    if at <= first or not tokens.words[at].istitle() or not tokens.words[at - 1].islower():
        return []
    return [Group(at, stop, RecipientKind.INDIVIDUAL, name=tokens.words[at])]


def _owners(scene: Scene, previous: Frame | None, name: AwardName) -> list[Group]:
    """Read who has an award ("3 tổ và 7 đoàn viên có bằng khen"), or whom it is an apposition of ("anh X, huy chương Bạc")."""
    tokens, stop = scene.tokens, name.first - 1
    first = clause_start(tokens, scene.first, name.first)
    if tokens.norms[stop] == "có":
        counted = find_counted(tokens, first, stop, scene.figures)
        return counted if counted and counted[-1].stop == stop else []
    if previous is not None or name.form not in _MEDALS:
        return []
    for at in range(max(first, stop - MAX_APPOSED), stop):
        if at > first and tokens.norms[at - 1] not in ("là", ",", ":"):
            continue
        groups = read_groups(tokens, at, stop)
        if groups and groups[0].name and groups[-1].stop == stop:
            return groups
    return []


def copula_before(tokens: Tokens, name: AwardName, first: int) -> int | None:
    """Give the place of "là" right before a title ("21 đồng chí là Chiến sĩ thi đua"), or None."""
    if name.form != AwardForm.DANH_HIEU:
        return None
    at = name.first - 1
    while at > first and tokens.words[at] in _MARKS:
        at -= 1
    return at if at > first and tokens.norms[at] == "là" else None


def _further(scene: Scene, previous: Frame, name: AwardName) -> list[Group]:
    """Count the winners of further prizes like those named before ("giải Nhất: X; còn 3 giải Ba")."""
    if not previous.groups or not is_numbered(scene, name):
        return []
    before = previous.groups[0]
    listed = before.first >= previous.after or before.first == previous.name.first - 1
    if not listed:
        return []
    alike = name.form == previous.name.form == AwardForm.GIAI
    kind = before.kind if alike else RecipientKind.UNKNOWN
    count = scene.figures[name.first - 1][1].value
    return [Group(name.first - 1, name.first, kind, count, numbered=True)]
