"""The receivers left of a verb: counted groups anywhere in the clause, or the noun phrase that begins a part of it."""

from collections.abc import Mapping

from extractors.award_forms import TITLES
from extractors.bodies import BodyKind, read_body, read_name
from extractors.clauses import ADVERBS, cut_brackets
from extractors.phrase_table import words
from extractors.recipient_groups import PLURALS, Group, read_group, read_groups, with_members
from extractors.recipient_nouns import NOUNS
from extractors.recipients import MAX_DESCRIPTION, find_counted
from extractors.records import Figure, RecipientKind
from extractors.tokens import TokenKind, Tokens, is_capital

_LEADS = words(
    "hằng hàng ngoài ra cũng hiện nhất bên cạnh sau trước ấy này cùng ngày hôm năm nay còn đã có vì vậy thế nên do đó cùng nhờ và thì mà là trong đó riêng đặc biệt hiện nay khi"
) | frozenset({"“", '"'})
# Words before a name that leave to it who receives ("đại diện X nhận", "bản thân chị Y đạt").
_STANDS_FOR = (["đại", "diện"], ["bản", "thân"])
MAX_SHARE_GAP = 3
PRONOUNS = words("ông bà anh chị em cô thầy bác tôi chú cụ mẹ cậu dì thím mợ mình")
_DEEDS = words("động tích lực góp hiến cảm làm")
MAX_QUOTED = 24
_CLOSING = frozenset("”\"’'»")
_QUOTES = frozenset("“\"‘'«")
_HOLDERS = words(
    "của cho với và thầy cô giáo người con cháu trai gái học nhân viên các nữ nam y bạn"
)
_OWN_TEAMS = ("tổ", "đội", "xưởng", "nhóm", "trạm", "kíp")
_BEATS = ("thắng", "hạ", "vượt", "đánh")
_MANY = words("nhiều các những số")
_BEFORE_OBJECT = words("của cho với tại ở trong từ hết")
_OPENERS = words(", : – - ; . ) “ và") | frozenset({"+", "•", "*"})


def find_receivers(
    tokens: Tokens,
    first: int,
    stop: int,
    figures: Mapping[int, tuple[int, Figure]],
    *,
    bare: bool = False,
) -> list[Group]:
    """Find those who receive, in the stretch left of "được", "nhận" or "đạt"."""
    behalf = _on_behalf(tokens, first, stop)
    if behalf:
        return behalf
    pronoun = _pronoun(tokens, first, stop)
    if pronoun is not None:
        return [pronoun]
    quoted = _quoted_subject(tokens, first, stop)
    if quoted is not None:
        return [quoted]
    parts = cut_brackets(tokens, first, stop)
    counted: list[Group] = []
    for begin, end in reversed(parts):
        counted = find_counted(tokens, begin, end, figures, reach=3 if bare else MAX_DESCRIPTION)
        if counted and counted[-1].kind == RecipientKind.WORK:
            apart = tokens.norms[counted[-1].stop : stop]
            counted = [] if "," in apart else counted
        if counted:
            break
    if not counted:
        return (
            _outside(tokens, parts)
            or _shares(tokens, parts)
            or _proper_name(tokens, first, stop)
            or _victor(tokens, first, stop)
        )
    counted = _with_person(tokens, first, counted)
    later = _outside(tokens, cut_brackets(tokens, counted[-1].stop, stop))
    joined = bool(later) and tokens.norms[later[0].first - 1] in ("và", "của", "-", "–")
    proper = bool(later) and not joined and any(c.isupper() for c in (later[0].name or ""))
    named = with_members(tokens, counted, stop)
    if named is not counted and named[0].names:
        return named
    # "12 tập thể, cá nhân Công ty X": where they work stands right behind.
    beside = bool(later) and later[0].first == counted[-1].stop
    return later if proper and not beside else counted


def _on_behalf(tokens: Tokens, first: int, stop: int) -> list[Group]:
    """Read for whom somebody takes it ("Giám đốc thay mặt công ty nhận …")."""
    for at in range(stop - 2, first - 1, -1):
        if tokens.norms[at] in (",", ";"):
            return []
        if tokens.norms[at : at + 2] == ["thay", "mặt"]:
            begin = at + 3 if tokens.norms[at + 2] == "cho" else at + 2
            groups = read_groups(tokens, begin, stop) if begin < stop else []
            rest = tokens.norms[groups[-1].stop : stop] if groups else []
            return groups if all(word in ADVERBS or word == "lên" for word in rest) else []
    return []


def _pronoun(tokens: Tokens, first: int, stop: int) -> Group | None:
    """Read the word of address right before the verb, where it is the subject ("năm 1994 cụ được …")."""
    at = stop - 1
    while at > first and tokens.norms[at] in ADVERBS:
        at -= 1
    if at < first or tokens.norms[at] not in PRONOUNS or tokens.kinds[at] != TokenKind.WORD:
        return None
    before = tokens.norms[at - 1] if at > first else ","
    if before in _OWN_TEAMS:
        # "Tổ anh được tặng …": his team, not he.
        return Group(at - 1, at + 1, RecipientKind.COLLECTIVE, name=tokens.text(at - 1, at + 1))
    if before[0].isdigit() and tokens.norms[at - 2] in ("năm", "tháng", "ngày"):
        before = ","
    if before == "của" and tokens.norms[at - 2] in _DEEDS:
        before = ","
    if tokens.norms[at - 2 : at - 1] == ["lớp"]:
        before = ","
    if before in _HOLDERS or before in PLURALS or before in PRONOUNS or before[0].isdigit():
        return None
    if at > first and NOUNS.read(tokens.norms, at - 1, at + 1) == (
        at + 1,
        RecipientKind.INDIVIDUAL,
    ):
        return None
    if before == "chúng" or tokens.norms[at - 1 : at + 1] == ["chúng", "tôi"]:
        return Group(at - 1, at + 1, RecipientKind.COLLECTIVE)
    return Group(at, at + 1, RecipientKind.INDIVIDUAL, name=tokens.words[at])


def _with_person(tokens: Tokens, first: int, counted: list[Group]) -> list[Group]:
    """Add the person named right before a counted group ("ông X và 14 công nhân được …")."""
    at = counted[0].first - 1
    if at <= first or tokens.norms[at] not in ("và", "cùng"):
        return counted
    for begin in range(max(first, at - 8), at - 1):
        person = read_name(tokens, begin, at)
        if person is not None and person.stop == at:
            name = tokens.text(begin, at)
            return [Group(begin, at, RecipientKind.INDIVIDUAL, name=name), *counted]
    return counted


def _quoted_subject(tokens: Tokens, first: int, stop: int) -> Group | None:
    """Read a name in quotation marks right before the verb: a work, unless a noun before it says otherwise."""
    end = stop
    while end > first and tokens.words[end - 1] in _CLOSING:
        end -= 1
    if end == stop:
        return None
    for at in range(end - 1, max(first, end - MAX_QUOTED) - 1, -1):
        if tokens.words[at] not in _QUOTES:
            continue
        begin = at
        while begin > first and tokens.words[begin - 1] in _QUOTES:
            begin -= 1
        if begin > first and tokens.norms[begin - 1] in ("và", ",", "cùng"):
            return None
        head = NOUNS.ends_at(tokens.norms, first, begin)
        noun = NOUNS.read(tokens.norms, head, begin) if head is not None else None
        kind = RecipientKind.WORK if noun is None else noun[1]
        title = TITLES.read(tokens.norms, at + 1, end)
        holder = NOUNS.read(tokens.norms, at + 1, end) if title is not None else None
        each = begin == first or tokens.norms[begin - 1] in PLURALS
        if each and holder is not None and title is not None and title[0] >= end - 2:
            return Group(at + 1, end, holder[1])
        if kind == RecipientKind.INDIVIDUAL or (head is not None and at - head > 6):
            return None
        return Group(begin, stop, kind, name=tokens.text(at + 1, end))
    return None


def _shares(tokens: Tokens, parts: list[tuple[int, int]]) -> list[Group]:
    """Read the noun after a percentage ("có 85% đoàn viên đạt"), the one nearest to the verb."""
    for first, stop in reversed(parts):
        for at in range(stop - 2, first, -1):
            if tokens.words[at] == "%" and tokens.kinds[at - 1] == TokenKind.NUMBER:
                noun = NOUNS.read(tokens.norms, at + 1, stop)
                if noun is not None:
                    return [Group(at + 1, noun[0], noun[1])]
    return []


def _outside(tokens: Tokens, parts: list[tuple[int, int]]) -> list[Group]:
    """Read the receivers in the parts outside brackets, the nearest part first."""
    for begin, end in reversed(parts):
        groups = _by_part(tokens, begin, end)
        if groups:
            return groups
    return []


def _proper_name(tokens: Tokens, first: int, stop: int) -> list[Group]:
    """Read a capitalised name of unknown sort right before the verb ("Thép Nam Hưng giành …")."""
    at = stop
    while (
        at > first and tokens.kinds[at - 1] == TokenKind.WORD and tokens.words[at - 1][0].isupper()
    ):
        at -= 1
    long_enough = 2 <= stop - at <= 6
    if not long_enough or (at > first and tokens.norms[at - 1] not in _OPENERS):
        return []
    name = read_name(tokens, at, stop)
    kind = (
        RecipientKind.COLLECTIVE if name is None or name.stop < stop else RecipientKind.INDIVIDUAL
    )
    return [Group(at, stop, kind, name=tokens.text(at, stop))]


def _victor(tokens: Tokens, first: int, stop: int) -> list[Group]:
    """Read a team of capitalised words that beat another before it won ("Thép Nam Hưng thắng 4-2, giành …")."""
    for at in range(stop - 1, first, -1):
        if tokens.norms[at] not in _BEATS:
            continue
        end = at
        while end > first and tokens.norms[end - 1] in ADVERBS:
            end -= 1
        begin = end
        while begin > first and is_capital(tokens, begin - 1):
            begin -= 1
        if end - begin >= 2:
            name = tokens.text(begin, end)
            return [Group(begin, end, RecipientKind.COLLECTIVE, name=name)]
    return []


def _by_part(tokens: Tokens, first: int, stop: int) -> list[Group]:
    """Read the groups at the beginning of a part between commas, the part nearest to the verb first."""
    at = stop
    while at > first:
        at -= 1
        if at > 0 and tokens.norms[at - 1] not in _OPENERS and not _begins_line(tokens, at):
            continue
        if at != first and tokens.norms[at - 1] in "-–" and tokens.glued(at):
            continue
        begin = at
        while begin < stop and tokens.norms[begin] in _LEADS:
            begin += 1
        if tokens.norms[begin : begin + 2] in _STANDS_FOR:
            begin += 2
        percent = begin + 2 < stop and tokens.norms[begin + 1] == "%"
        if percent and tokens.kinds[begin] == TokenKind.NUMBER:
            begin += 2
        groups = read_groups(tokens, begin, stop) if begin < stop else []
        if groups and at - 2 > first and tokens.norms[at - 2 : at] == ["tuổi", ","]:
            # "chị Lụa, 29 tuổi, Công ty Gỗ, đoạt …": where one works stands behind the age.
            groups = groups if groups[0].kind == RecipientKind.INDIVIDUAL else []
        if groups:
            inner = _helped(tokens, groups[-1].stop, stop) or _inner_plural(
                tokens, groups[-1].stop, stop
            )
            if inner:
                return inner
            return _one_whole(tokens, groups, first, begin, stop) or _whole_list(
                tokens, groups, first, begin, stop
            )
    return (
        _is_the(tokens, first, stop)
        or _nearest(tokens, first, stop)
        or _coordinated(tokens, first, stop)
    )


def _one_whole(tokens: Tokens, groups: list[Group], first: int, at: int, stop: int) -> list[Group]:
    """Read "Tập thể cán bộ, công nhân Công ty X" as one, where its people are parted by a comma."""
    for begin in range(at - 1, max(first, at - 8) - 1, -1):
        if tokens.norms[begin : begin + 2] == ["tập", "thể"]:
            whole = read_group(tokens, begin, stop)
            return [whole] if whole is not None and whole.stop >= groups[-1].stop else []
    return []


def _coordinated(tokens: Tokens, first: int, stop: int) -> list[Group]:
    """Read the body before an earlier verb ("huyện Bình Minh đạt chuẩn … và đón nhận …")."""
    if stop - 1 <= first or tokens.norms[stop - 1] != "và":
        return []
    for at in range(stop - 2, max(first, stop - 30) - 1, -1):
        if tokens.norms[at] in (",", ";"):
            return []
        body = read_body(tokens, at, stop)
        if body is None or body.kind not in (BodyKind.BODY, BodyKind.COMPANY):
            continue
        whole = at == first or read_body(tokens, at - 1, stop) is None
        if whole and body.stop > at + 1:
            return [g for g in read_groups(tokens, at, body.stop) if g.name]
    return []


def _helped(tokens: Tokens, at: int, stop: int) -> list[Group]:
    """Read X in "giúp X nhận", "đưa X giành"."""
    for index in range(stop - 2, at - 1, -1):
        if tokens.norms[index] in ("giúp", "đưa"):
            return read_groups(tokens, index + 1, stop)
    return []


def _begins_line(tokens: Tokens, at: int) -> bool:
    """Say whether a sentence or a line begins at a token."""
    return tokens.kinds[at - 1] == TokenKind.BREAK or tokens.words[at - 1] in "!?…"


def _inner_plural(tokens: Tokens, at: int, stop: int) -> list[Group]:
    """Read "nhiều đoàn viên" in "Công đoàn có nhiều đoàn viên được tặng": the nearer noun receives."""
    for index in range(stop - 1, at - 1, -1):
        share = tokens.words[index] == "%"
        if (share or tokens.norms[index] in _MANY) and tokens.norms[
            index - 1
        ] not in _BEFORE_OBJECT:
            noun = NOUNS.read(tokens.norms, index + 1, stop)
            if noun is not None and not (share and stop - noun[0] > MAX_SHARE_GAP):
                return read_groups(tokens, index + share, stop)
    return []


def _is_the(tokens: Tokens, first: int, stop: int) -> list[Group]:
    """Read X in "Đây là X duy nhất được …"."""
    for at in range(first, stop - 1):
        if tokens.norms[at] == "là" and tokens.norms[at - 1] in ("đây", "đó", "này", "quả"):
            return read_groups(tokens, at + 1, stop)
    return []


def _whole_list(tokens: Tokens, groups: list[Group], first: int, at: int, stop: int) -> list[Group]:
    """Go back over members of the same list that stand before a comma or "và"."""
    while at - 2 >= first and tokens.norms[at - 1] in (",", "và"):
        start = at - 1
        while start > first and tokens.norms[start - 1] not in _OPENERS:
            start -= 1
        begin = start
        while begin < at and (tokens.norms[begin] in _LEADS or tokens.norms[begin] in PLURALS):
            begin += 1
        more = read_groups(tokens, begin, at - 1) if begin < at - 1 else []
        if not more or more[-1].stop != at - 1:
            break
        groups = more + groups
        at = start
    if groups[0].kind == RecipientKind.HOUSEHOLD and groups[0].name:
        return groups[:1]
    if groups[0].name and groups[0].kind == RecipientKind.INDIVIDUAL:
        # What follows a person's name is the office or the place of work.
        return [g for i, g in enumerate(groups) if i == 0 or _is_person(groups[: i + 1])]
    return groups


def _is_person(groups: list[Group]) -> bool:
    return all(g.name is not None and g.kind == RecipientKind.INDIVIDUAL for g in groups)


def _nearest(tokens: Tokens, first: int, stop: int) -> list[Group]:
    """Read the noun of receivers or the body that ends right before the verb's adverbs."""
    for at in range(max(first, stop - 24), stop):
        if tokens.norms[at] in PLURALS and at + 1 < stop:
            noun = NOUNS.read(tokens.norms, at + 1, stop)
            if noun is not None:
                return read_groups(tokens, at, stop)
    end = stop
    while end > first and tokens.norms[end - 1] in ADVERBS:
        end -= 1
    for at in range(max(first, end - 24), end):
        body = read_body(tokens, at, end)
        if body is not None and body.kind != BodyKind.OFFICE and body.stop == end:
            return read_groups(tokens, at, end)
    for at in range(max(first, end - 12), end):
        if at > first and tokens.norms[at - 1] in _BEFORE_OBJECT:
            continue
        group = read_group(tokens, at, end)
        if group is not None and group.stop == end:
            return [_whole_phrase(tokens, first, group)]
    return []


def _whole_phrase(tokens: Tokens, first: int, group: Group) -> Group:
    """Give the group of the head noun, where other nouns stand right before ("đội tuyển thợ hàn")."""
    at, kind = group.first, group.kind
    while (head := NOUNS.ends_at(tokens.norms, first, at)) is not None:
        noun = NOUNS.read(tokens.norms, head, at)
        if noun is None or noun[0] != at:
            break
        at, kind = head, noun[1]
    if at == group.first:
        return group
    return Group(at, group.stop, kind, name=tokens.text(at, group.stop) if group.name else None)
