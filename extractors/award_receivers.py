"""Who receives one award: right of its name, between verb and name, left of the verb, or out of its title."""

from bisect import bisect_left

from extractors.award_frames import Frame, Scene
from extractors.award_places import AwardName
from extractors.bodies import BodyKind, read_body, read_name
from extractors.clauses import Verb, Voice, clause_stop
from extractors.recipient_groups import JOINTS, PLURALS, Group, read_groups
from extractors.recipient_nouns import NOUNS
from extractors.recipients import find_counted, read_list
from extractors.records import AwardForm, Figure, RecipientKind
from extractors.subjects import PRONOUNS
from extractors.tokens import TokenKind, Tokens, is_capital

MAX_REACH = 24
MAX_FRONT = 24
_WHICH = (["đầu", "tiên"], ["duy", "nhất"], ["cuối", "cùng"], ["gần", "nhất"])
MAX_ITEM = 7
MAX_CHOSEN = 10
_SAME = ("đồng", "cùng", "đều", "là", "với", ":", "-", "–")
_EQUALS = ("là", "có", "gồm")
_TO = ("cho", "tới", "đến", "gửi")
# "một tấm Bằng khen to đến hai người khiêng": so large that …
_SIZES = ("to", "lớn", "cao", "nặng", "nhiều", "đẹp", "quý")
_PREDICATES = ("được", "đạt", "nhận", "đoạt", "giành", "tặng", "trao", "là")


def right_groups(scene: Scene, frame: Frame, end: int) -> list[Group]:
    """Read the receivers right of an award's name: after a colon, after "cho", or right there."""
    tokens, at = scene.tokens, _after_bracket(scene.tokens, frame.after, end)
    works = _quoted_works(scene, at, _list_stop(scene, frame.name))
    if works and frame.name.form in (AwardForm.GIAI, AwardForm.HUY_CHUONG):
        frame.given = True
        return works
    contest = frame.name.form in (AwardForm.GIAI, AwardForm.HUY_CHUONG)
    dashed = (
        contest and at + 1 < end and tokens.norms[at] in ("-", "–") and not tokens.glued(at + 1)
    )
    if dashed or (at < end and tokens.norms[at] == ":"):
        last = _list_stop(scene, frame.name)
        groups = read_list(tokens, at + 1, last, scene.figures, listed=True)
        if contest and not groups:
            groups = _items(tokens, at + 1, last)
        if groups:
            frame.given = True
            return groups
    for index in range(at, min(end, at + MAX_REACH)):
        norm, following = tokens.norms[index], tokens.norms[index + 1 : index + 2]
        opposite = norm == "đối" and following == ["với"]
        if norm == "đến" and tokens.norms[index - 1] in _SIZES:
            continue
        if norm in _TO or opposite or (norm == "tặng" and following != ["cho"]):
            frame.given = True
            index += opposite
            groups = read_list(tokens, index + 1, end, scene.figures)
            return _counted_by(scene, frame.name, groups or _proper(scene, index + 1, end))
    if frame.name.rule == "award.letter" and frame.name.form == AwardForm.KHEN_THUONG:
        return read_list(tokens, at, end, scene.figures)
    if frame.name.rule == "award.standing_title":
        return read_list(tokens, at, end, scene.figures) or _proper(
            scene, at, end, kind=RecipientKind.INDIVIDUAL
        )
    at_number = at in scene.figures or at + 1 in scene.figures
    winner = frame.name.form == AwardForm.GIAI and at < end
    winner = winner and (is_capital(tokens, at) or _begins_body(tokens, at, end))
    titled = frame.name.form == AwardForm.DANH_HIEU
    winner = winner or (
        not titled and frame.voice == Voice.ACTIVE and at < end and _begins_body(tokens, at, end)
    )
    if not at_number and not winner and (at >= end or not _begins_person(tokens, at, end)):
        return []
    return read_list(tokens, at, end, scene.figures)


def _begins_body(tokens: Tokens, at: int, end: int) -> bool:
    body = read_body(tokens, at, end)
    return body is not None and body.kind != BodyKind.OFFICE


def _begins_person(tokens: Tokens, at: int, end: int) -> bool:
    """Say whether a person or "các" and those who receive stand right after an award's name."""
    if tokens.norms[at] in ("các", "những"):
        return NOUNS.read(tokens.norms, at + 1, end) is not None
    body = read_body(tokens, at, end)
    person = body is not None and body.kind == BodyKind.PERSON
    return person or read_name(tokens, at, end) is not None


def _after_bracket(tokens: Tokens, at: int, end: int) -> int:
    """Step over what stands in brackets between an award and a colon ("giải B (10 triệu đồng): …")."""
    if at >= end or tokens.words[at] != "(":
        return at
    for index in range(at + 1, min(end - 1, at + 14)):
        if tokens.words[index] == ")":
            return index + 1 if tokens.words[index + 1] == ":" else at
    return at


def _quoted_works(scene: Scene, at: int, stop: int) -> list[Group]:
    """Read the works that stand in quotation marks after a colon."""
    tokens, quotes = scene.tokens, scene.document.quotes
    if at + 2 >= stop or tokens.words[at] != ":":
        return []
    number = bisect_left(quotes, at, key=lambda quote: quote.before)
    found: list[Group] = []
    while number < len(quotes) and quotes[number].before < stop:
        quote = quotes[number]
        if not found and quote.before != at + 1:
            break
        name = tokens.text(quote.first, quote.stop) if quote.stop > quote.first else None
        found.append(Group(quote.before, quote.before + 1, RecipientKind.WORK, name=name))
        number += 1
    return found


def _items(tokens: Tokens, at: int, stop: int) -> list[Group]:
    """Read the winners of a list that are named by nothing but capitals ("giải Ba: Vận tải Biển Mới, Đóng tàu Bến Đá")."""
    found: list[Group] = []
    while at < stop and is_capital(tokens, at):
        end = at
        while end < min(stop, at + MAX_ITEM) and tokens.kinds[end] == TokenKind.WORD:
            if tokens.norms[end] in JOINTS:
                break
            end += 1
        found.append(Group(at, end, RecipientKind.COLLECTIVE, name=tokens.text(at, end)))
        if end >= stop or tokens.norms[end] not in JOINTS:
            break
        at = end + 1
    return found


def _list_stop(scene: Scene, name: AwardName) -> int:
    """Give the end of a list after a colon: the next award, or the end of the sentence."""
    return min((n.first for n in scene.names if n.first > name.first), default=scene.stop)


def _proper(
    scene: Scene, at: int, end: int, *, kind: RecipientKind = RecipientKind.COLLECTIVE
) -> list[Group]:
    """Read a capitalised name of unknown sort after "cho"."""
    tokens, stop = scene.tokens, at
    end = min((n.first for n in scene.names if n.stop > at and not n.praise), default=end)
    while stop < min(end, at + 6) and tokens.words[stop][0].isupper():
        stop += 1
    if stop == at:
        return []
    return [Group(at, stop, kind, name=tokens.text(at, stop))]


def _counted_by(scene: Scene, name: AwardName, groups: list[Group]) -> list[Group]:
    """Give one unnamed group the number that stands before the award ("6 cờ cho công đoàn cấp trên")."""
    before = _number_before(scene, name)
    if before is None or len(groups) != 1 or groups[0].numbered:
        return groups
    group = groups[0]
    plural = scene.tokens.norms[group.first - 1] in PLURALS
    if plural or name.form in (AwardForm.HUY_CHUONG, AwardForm.GIAI):
        return groups
    written = scene.tokens.words[group.first + 1 : group.stop]
    if group.name is not None and any(word.istitle() for word in written):
        return groups
    return [Group(group.first, group.stop, group.kind, before.value, numbered=True)]


def after_verb(scene: Scene, verb: Verb, end: int) -> list[Group]:
    """Read the receivers after "thuộc về" or "được trao cho"."""
    at = verb.stop
    while at < end and scene.tokens.norms[at] in (*_TO, "về"):
        at += 1
    return read_list(scene.tokens, at, end, scene.figures) or _proper(scene, at, end)


def between(scene: Scene, verb: Verb, name: AwardName) -> list[Group]:
    """Read receivers between the verb and the award ("tặng 5 cá nhân Bằng khen", "khen cho X …")."""
    tokens, at = scene.tokens, verb.stop
    if at >= name.first:
        return _chosen(scene, verb)
    if tokens.norms[at] in _TO:
        return read_list(tokens, at + 1, name.first, scene.figures)
    counted = find_counted(tokens, at, name.first, scene.figures)
    if counted:
        return [g for g in counted if g.stop <= name.first]
    near = read_list(tokens, at, name.first, scene.figures)
    return near if near and name.first - near[-1].stop <= 3 else []


def _chosen(scene: Scene, verb: Verb) -> list[Group]:
    """Read X in "chọn X trao Giải thưởng" and "chọn X để tặng Bằng khen"."""
    tokens = scene.tokens
    stop = verb.begin - 1 if tokens.norms[verb.begin - 1] == "để" else verb.begin
    for at in range(stop - 1, max(scene.first, stop - MAX_CHOSEN) - 1, -1):
        if tokens.norms[at] in (",", ";", ":"):
            return []
        if tokens.norms[at] == "chọn":
            chosen = find_counted(tokens, at + 1, stop, scene.figures)
            return [] if chosen and chosen[-1].stop != stop else chosen
    return []


def bracketed(scene: Scene, name: AwardName) -> list[Group]:
    """Read whom an award in brackets or between dashes is told of ("Xưởng Mộc, Xưởng Hàn (Cờ thi đua)")."""
    tokens, stop = scene.tokens, name.first - 1
    if stop <= scene.first or tokens.words[stop] not in "(-–":
        return []
    for at in range(max(scene.first, stop - MAX_REACH), stop):
        if at > scene.first and tokens.norms[at - 1] not in (":", ";", ")", ".", "là", "gồm"):
            continue
        groups = read_groups(tokens, at, stop)
        if groups and groups[-1].stop == stop and all(g.name for g in groups):
            return groups
    return []


def at_home(scene: Scene, name: AwardName) -> list[Group]:
    """Read on whose wall certificates hang ("Những tấm bằng khen treo kín bức tường nhà ông Mộc")."""
    norms = scene.tokens.norms
    near = range(max(scene.first, name.first - 10), min(scene.stop - 1, name.after + 10))
    if not any(norms[at] in ("treo", "tường", "tủ", "vách") for at in near):
        return []
    for at in near:
        if norms[at] == "nhà" and norms[at + 1] in PRONOUNS:
            group = read_groups(scene.tokens, at + 1, scene.stop)[:1]
            return [g for g in group if g.kind == RecipientKind.INDIVIDUAL]
    return []


def titled_count(scene: Scene, name: AwardName, *, praised: bool = False) -> list[Group]:
    """Take the number right before a title as that of its holders ("công nhận 4 đơn vị dẫn đầu khối thi đua")."""
    if name.form != AwardForm.DANH_HIEU:
        return []
    noun = NOUNS.read(scene.tokens.norms, name.first, name.stop)
    before = _number_before(scene, name)
    if noun is None or (before is None and not praised):
        return []
    count = None if before is None else before.value
    return [Group(name.first, name.stop, noun[1], count, numbered=before is not None)]


def numbered_title(scene: Scene, name: AwardName) -> list[Group]:
    """Take the number right before a title, where one stands, as that of its holders."""
    return titled_count(scene, name) if _number_before(scene, name) is not None else []


def each_holder(scene: Scene, name: AwardName) -> list[Group]:
    """Take the holders out of a title in quotation marks that stands for them ("Mỗi “Công nhân giỏi” được …")."""
    at = name.first
    while at > scene.first and scene.tokens.words[at - 1] in "“\"‘'":
        at -= 1
    if at == name.first or scene.tokens.norms[at - 1] not in ("mỗi", "các", "những"):
        return []
    return titled_count(scene, name, praised=True)


def _number_before(scene: Scene, name: AwardName) -> Figure | None:
    at = name.first
    while at > 0 and scene.tokens.words[at - 1] in "“\"‘'":
        at -= 1
    for back in range(1, 4):
        figure = scene.figures.get(at - back)
        if figure is not None and figure[0] == at:
            return figure[1]
    return None


def elided(scene: Scene, previous: Frame, name: AwardName) -> list[Group]:
    """Read a new subject whose verb is left out ("A giành giải Nhất, B giải Nhì")."""
    tokens = scene.tokens
    found: list[Group] = []
    for at in range(name.first - 2, previous.after - 1, -1):
        if tokens.norms[at] not in (",", ";", "và"):
            continue
        groups = read_list(tokens, at + 1, name.first, scene.figures)
        own = bool(groups) and groups[0].kind != RecipientKind.UNKNOWN
        whole = at == previous.after or (
            own and all(w in _SAME for w in tokens.norms[groups[-1].stop : name.first])
        )
        if own and whole and (groups[0].name or groups[0].numbered):
            # A list may begin further left: "; hai đội A và B đồng giải Nhì".
            if found and groups[-1].stop != found[-1].stop:
                break
            found = groups
        if tokens.norms[at] == ";":
            break
    return found


def fronted(scene: Scene, frame: Frame, verb: Verb) -> list[Group]:
    """Read X in "Được tặng Huân chương Lao động, X tiếp tục …" and "Nghe tin mình được tặng Z, X chỉ cười"."""
    norms = scene.tokens.norms
    if "," in norms[scene.first : verb.begin] or verb.begin - scene.first > MAX_FRONT:
        return []
    for at in range(frame.after, min(scene.stop - 1, frame.after + MAX_REACH)):
        if norms[at] == ",":
            groups = read_groups(scene.tokens, at + 1, scene.stop)
            givers = [v.begin for v in scene.verbs if v.voice == Voice.ACTIVE]
            groups = [g for g in groups[:1] if g.stop not in givers]
            return [g for g in groups if g.name or norms[g.first] in PRONOUNS]
    return []


def late_members(scene: Scene, frame: Frame) -> list[Group]:
    """Read a counted group that joins the subject after the award (", 5 tập thể …" at the end)."""
    tokens, at = scene.tokens, frame.after
    stop = clause_stop(tokens, at, scene.stop)
    if frame.name.praise or at + 1 >= stop or tokens.norms[at] not in (",", "và"):
        return []
    figure = scene.figures.get(at + 1)
    if figure is None or any(n.first == figure[0] for n in scene.names):
        return []
    if any(word in _PREDICATES for word in tokens.norms[at:stop]):
        return []
    return [g for g in read_list(tokens, at + 1, stop, scene.figures) if g.numbered]


def rated(scene: Scene, name: AwardName) -> list[Group]:
    """Read the holders out of the title itself ("tỷ lệ gia đình văn hóa đạt 90%")."""
    norms = scene.tokens.norms
    if norms[name.after : name.after + 1] != ["đạt"] and norms[name.first - 1] != "lệ":
        return []
    noun = NOUNS.read(norms, name.first, name.stop)
    return [Group(name.first, name.stop, noun[1])] if noun is not None else []


def held_by(scene: Scene, frame: Frame) -> list[Group]:
    """Read "của X" after an award that no verb governs."""
    at = frame.name.after
    if scene.tokens.norms[at : at + 2] in _WHICH:
        at += 2
    if at + 1 < scene.stop and scene.tokens.norms[at] == "của" and frame.grantor is None:
        return read_groups(scene.tokens, at + 1, scene.stop)
    return []


def equated(scene: Scene, name: AwardName) -> list[Group]:
    """Read the winner after "là" ("giải Ba là đội Văn phòng")."""
    norms, at = scene.tokens.norms, name.after
    heads = name.first == scene.first or norms[name.first - 1] == ";"
    headed = heads and name.form == AwardForm.DANH_HIEU and norms[at : at + 1] == ["là"]
    if name.form != AwardForm.GIAI and not headed and not _opens(scene, name):
        return []
    while at < min(scene.stop - 1, name.after + 7) and norms[at] not in _EQUALS:
        if norms[at] in (",", ";", ":") or name.form != AwardForm.GIAI:
            return []
        at += 1
    if at + 1 >= scene.stop or norms[at] not in (_EQUALS if _opens(scene, name) else ("là",)):
        return []
    stop = clause_stop(scene.tokens, at, scene.stop)
    return read_list(scene.tokens, at + 1, stop, scene.figures)


def _opens(scene: Scene, name: AwardName) -> bool:
    """Say whether a verb without a subject governs an award ("Đón nhận Cờ thi đua có X")."""
    verb = next((v for v in scene.verbs if v.stop <= name.first), None)
    return verb is not None and verb.begin == scene.first


def fitting(scene: Scene, name: AwardName, groups: list[Group]) -> list[Group]:
    """Keep the receivers that a title can go to, where the list names both kinds without numbers."""
    if name.form != AwardForm.DANH_HIEU or len(groups) < 2 or any(g.numbered for g in groups):
        return groups
    noun = NOUNS.read(scene.tokens.norms, name.first, name.stop)
    if noun is None:
        return groups
    return [g for g in groups if g.kind == noun[1]] or groups


def is_numbered(scene: Scene, name: AwardName) -> bool:
    """Say whether a number stands right before an award ("… và 15 giải khuyến khích")."""
    figure = scene.figures.get(name.first - 1)
    return figure is not None and figure[0] == name.first
