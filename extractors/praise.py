"""Praise by a verb alone: whom it praises, and whether it is an award at all."""

from collections.abc import Mapping, Sequence

from extractors.award_places import AwardName
from extractors.bodies import read_body
from extractors.clauses import Verb, Voice
from extractors.phrase_table import PhraseTable, phrases, words
from extractors.recipient_groups import PLURALS, Group, read_groups
from extractors.recipient_nouns import NOUNS
from extractors.recipients import read_list
from extractors.records import Figure, FigureKind, RecipientKind
from extractors.subjects import PRONOUNS
from extractors.tokens import TokenKind, Tokens, is_capital

_EVENT_WORDS = words(
    "hội nghị lễ buổi gala đêm chương trình dịp công tác việc hoạt động phong trào nhằm để kịp thời ban ngày quỹ chế độ"
)
_GENERIC = words(
    "công tác việc nhằm để kịp dịp quỹ chế thi đua cần phải hội nghị lễ buổi đợt ban đêm quy hoạt tổ hình nhân mức"
)
# What makes a body of "công", "hội" or "ban" ("Công ty", "Hội đồng", "Ban Giám đốc").
_BODIES = ("ty", "đoàn", "an", "đồng", "giám", "quản", "chấp", "thường")
_EFFORTS = words(
    "những nỗ lực thành tích tích kết quả đóng góp cố gắng tinh thần sự việc làm công lao cống hiến các mặt quá trình vai trò đã hoạt động chủ ý chí nghĩa"
)
_MORE_PRAISE = PhraseTable(
    phrases(
        None,
        (
            "đánh giá cao",
            "ghi nhận",
            "chúc mừng",
            "cảm ơn",
            "tri ân",
            "tặng",
            "trao",
            "tặng quà",
            "trao quà",
            "trao tặng quà",
            "gặp mặt",
            "động viên",
            "khích lệ",
            "khen ngợi",
            "trân trọng",
            "nhiệt liệt",
            "hoan nghênh",
            "trao thưởng",
            "đột xuất",
            "bổ sung",
            "kịp thời",
            "nóng",
        ),
    )
)


def praised(
    tokens: Tokens, name: AwardName, end: int, figures: Mapping[int, tuple[int, Figure]]
) -> list[Group]:
    """Read whom a verb of praise has as its object."""
    at = _skip_praise(tokens, name.after, end)
    money = figures.get(at)
    if money is not None and money[1].kind == FigureKind.MONEY:
        for index in range(money[0], min(end, money[0] + 6)):
            if tokens.norms[index] == "cho":
                at = index + 1
                break
    groups = read_list(tokens, at, end, figures)
    if groups:
        return groups
    single = at < end and tokens.words[at].istitle() and tokens.kinds[at] == TokenKind.WORD
    if (
        single
        and tokens.norms[at] not in PLURALS
        and at + 1 < end
        and tokens.words[at + 1].islower()
    ):
        return [Group(at, at + 1, RecipientKind.INDIVIDUAL, name=tokens.words[at])]
    return _efforts_of(tokens, at, end)


def _skip_praise(tokens: Tokens, at: int, end: int) -> int:
    """Step over "cho" and over further verbs of praise ("và đánh giá cao")."""
    while at < end:
        joint = at + 1 if tokens.norms[at] in (",", "và") else at
        read = _MORE_PRAISE.read(tokens.norms, joint, end)
        if read is not None:
            at = read[0]
        elif tokens.norms[at] in ("cho", "được", "đối", "với", "tới"):
            at += 1
        else:
            break
    return at


def _efforts_of(tokens: Tokens, at: int, end: int) -> list[Group]:
    """Read X in "những nỗ lực của X"."""
    if at >= end or tokens.norms[at] not in _EFFORTS:
        return []
    for index in range(at, min(end, at + 18)):
        if tokens.norms[index] in ("của", "mà"):
            return read_groups(tokens, index + 1, end)
    for index in range(at + 2, min(end, at + 6)):
        body = read_body(tokens, index, end)
        if body is not None and body.stop > index + 1 and is_capital(tokens, index):
            return read_groups(tokens, index, body.stop)
    return []


def praise_stands(
    tokens: Tokens,
    name: AwardName,
    verb: Verb | None,
    groups: Sequence[Group],
    *,
    others: Sequence[AwardName],
    subject: bool,
    first: int,
    stop: int,
    again: bool,
) -> bool:
    """Say whether a verb of praise is an award: it states who receives it, and names no form beside it."""
    if verb is None or not groups:
        return False
    bare = tokens.norms[name.first : name.after]
    if bare in (["thưởng"], ["khen"]) and not _rewards(tokens, verb, groups, subject):
        return False
    if "lời" in bare and not (groups[0].numbered or groups[0].name):
        return False
    if _beside_form(tokens, name, others, groups):
        return False
    if name.after < stop and tokens.norms[name.after] == ":":
        return False
    before = tokens.norms[max(first, verb.begin - 3) : verb.first]
    before = [
        w for n, w in enumerate(before) if n + 1 == len(before) or before[n + 1] not in _BODIES
    ]
    asked = "đề" in tokens.norms[max(first, verb.begin - 9) : verb.begin]
    plain = len({g.kind for g in groups}) == 1 and groups[0].kind != RecipientKind.UNKNOWN
    opens = verb.begin == first and stop - first < 40 and plain
    stated = any(g.numbered or g.name is not None for g in groups)
    stated = stated or _one_person(tokens, groups[0], stop)
    counted = stated or any(tokens.norms[g.first] == "hàng" for g in groups)
    if not counted and "hoạch" in tokens.norms[max(first, verb.first - 6) : verb.first]:
        return False
    if verb.voice == Voice.ACTIVE:
        if any(w in _GENERIC for w in before[-3:]) and not asked:
            organised = ("tổ" in before and "chức" in before) or "tổ" in tokens.norms[
                max(first, verb.first - 4) : verb.first
            ]
            plural = name.after < stop and tokens.norms[name.after] in ("các", "những")
            event = any(w in ("hội", "nghị", "lễ", "buổi") for w in before)
            return (counted or (organised and (plural or "lễ" in before or not event))) and groups[
                0
            ].first <= name.after + 3
        # "…; cá nhân xuất sắc được đề nghị khen thưởng", beside an award that is named.
        put_forward = asked and bool(others) and groups[0].first < name.first
        return counted or subject or opens or put_forward
    if counted:
        return True
    if (
        tokens.norms[max(groups[0].first - 2, 0)] == "cho"
        or tokens.norms[groups[0].first - 1] == "cho"
    ):
        return False
    if tokens.norms[name.after : name.after + 2] in ([",", "có"], [",", "trong"]):
        return False
    return not again and _is_group(tokens, verb, groups)


def _rewards(tokens: Tokens, verb: Verb, groups: Sequence[Group], subject: bool) -> bool:
    """Say whether the bare "thưởng" or "khen" tells who rewards whom, and no mere pay or kind word."""
    told = groups[0].numbered or groups[0].name is not None
    told = told or (tokens.norms[verb.first] == "khen" and verb.giver is not None)
    if not told or groups[0].kind == RecipientKind.WORK:
        return False
    return subject or (verb.giver is not None and read_body(tokens, *verb.giver) is not None)


def _one_person(tokens: Tokens, group: Group, stop: int) -> bool:
    """Say whether a group is one person known before ("tuyên dương em trước toàn thể …")."""
    alone = group.stop - group.first == 1 and tokens.norms[group.first] in PRONOUNS
    if not alone or group.stop >= stop or tokens.norms[group.first - 1] in PLURALS:
        return False
    following = tokens.words[group.stop]
    return following.islower() and NOUNS.read(tokens.norms, group.first, group.stop + 2) == (
        group.stop,
        RecipientKind.INDIVIDUAL,
    )


def _is_group(tokens: Tokens, verb: Verb, groups: Sequence[Group]) -> bool:
    """Say whether receivers without number or name are some that were praised, and not people in general."""
    first = groups[0].first
    if len({g.kind for g in groups}) > 1 or verb.giver is not None:
        return True
    firm = groups[0].kind == RecipientKind.ENTERPRISE and is_capital(tokens, first)
    # "Công ty … được vinh danh": the one firm that the text speaks of.
    return firm or tokens.norms[first - 1] in PLURALS or tokens.norms[first] in (PLURALS | PRONOUNS)


def _beside_form(
    tokens: Tokens, name: AwardName, others: Sequence[AwardName], groups: Sequence[Group]
) -> bool:
    """Say whether a named form stands beside the verb in one clause ("trao bằng khen và tuyên dương")."""
    for other in others:
        low, high = sorted((other, name), key=lambda n: n.first)
        gap = tokens.norms[low.after : high.first]
        if any(w in (";", ".", ":") for w in gap):
            continue
        apart = "," in gap and len(gap) > 3 and ("trao" in gap or "tặng" in gap)
        if other.first > name.first and apart:
            continue
        between = any(low.after <= g.first < high.first for g in groups)
        if between and ("trao" in gap or "tặng" in gap):
            continue
        if other.first > name.first and len(gap) <= 8 and not any(w in _RECEIVED for w in gap):
            return True
        if (
            other.first < name.first
            and len(gap) <= 6
            and not any(w in ("cho", "được") for w in gap)
        ):
            return True
    return False


_RECEIVED = ("đạt", "đoạt", "giành", "nhận", "có", "với")
