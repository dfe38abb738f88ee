"""Givers and receivers of one frame by the voice of its verb."""

from extractors.award_frames import Frame, Scene, TokenSpan
from extractors.award_memory import Memory
from extractors.award_places import AwardName
from extractors.award_receivers import (
    after_verb,
    between,
    elided,
    fronted,
    is_numbered,
    late_members,
    numbered_title,
    titled_count,
)
from extractors.award_verbs import VerbKind
from extractors.bodies import Body, BodyKind, read_bodies
from extractors.clauses import Verb, Voice, clause_stop, skip_adverbs
from extractors.grantors import find_subject, only_hands_over
from extractors.recipient_groups import Group
from extractors.records import AwardForm
from extractors.subjects import find_receivers
from extractors.tokens import Tokens
from extractors.topics import sentence_topic

_EVENTS = ("lễ", "nghị", "buổi", "đêm")
_STATE = (
    "chủ tịch hồ chí minh",
    "chủ tịch nước",
    "nhà nước",
    "đảng",
    "chính phủ",
    "quốc hội",
    "thủ tướng",
    "lãnh đạo đảng",
    "lãnh đạo nhà nước",
    "hội đồng nhà nước",
    "hội đồng chính phủ",
    "bác",
)
_GOES_ON = (",", "và", "năm", "liền", "liên", "tục", "được", "hiện", "đang", "còn", "lần")
_MEETINGS = (["hội", "nghị"], ["đại", "hội"], ["buổi", "lễ"], ["chương", "trình"], ["ngày", "hội"])
_ASKING = (["đề", "nghị"], ["hồ", "sơ"], ["đề", "xuất"], ["kiến", "nghị"])
MAX_APPOSED = 16
MAX_ORGANISER = 24
MAX_LEAD = 3


def fill_active(
    scene: Scene,
    frame: Frame,
    verb: Verb,
    previous: Frame | None,
    right: list[Group],
    memory: Memory,
) -> None:
    """Read "Y tặng Z cho X"."""
    name, asked = frame.name, _asked(scene.tokens, verb, frame.begin)
    _give_active(scene, frame, verb, previous, asked, memory)
    frame.groups = right
    if not right and not name.praise:
        fresh = previous is None or previous.name.praise or previous.verb is not verb
        frame.groups = numbered_title(scene, name)
        if not frame.groups and fresh:
            frame.groups = between(scene, verb, name)
        frame.carried = bool(frame.groups)
    if not frame.groups and asked:
        frame.groups = find_receivers(scene.tokens, frame.begin, asked, scene.figures)
    if name.praise:
        return
    if not frame.groups:
        frame.groups = titled_count(scene, name, praised=verb.kind == VerbKind.PRAISE)
    if (
        not frame.groups
        and asked
        and previous is not None
        and _same_subject(scene, previous, asked)
    ):
        frame.groups = previous.groups
    if frame.groups or frame.given or previous is None:
        return
    held = previous.voice in (Voice.PASSIVE, Voice.RECEIVE)
    if previous.carried or (held and previous.verb is not verb):
        frame.groups, frame.carried = previous.groups, True


def _same_subject(scene: Scene, previous: Frame, asked: int) -> bool:
    """Say whether a proposal goes on from an award by a comma alone ("là Chiến sĩ thi đua, được đề nghị tặng …")."""
    gap = scene.tokens.norms[previous.after : asked]
    alone = bool(gap) and all(word in _GOES_ON or word[0].isdigit() for word in gap)
    return alone and "," in gap and not any(g.numbered for g in previous.groups)


def _give_active(
    scene: Scene, frame: Frame, verb: Verb, previous: Frame | None, asked: int, memory: Memory
) -> None:
    tokens = scene.tokens
    if frame.own_grantor:
        subject = find_subject(tokens, frame.begin, verb.begin)
        if subject is not None and not only_hands_over(tokens, subject, verb.first):
            frame.shared_grantor = (subject.first, subject.stop)
        return
    subject = _active_subject(scene, frame, verb)
    if subject is None and _event_subject(tokens, frame.begin, verb.begin):
        return
    if subject is not None:
        if _confers(tokens, frame, verb, subject, asked):
            frame.grantor = (subject.first, subject.stop)
        after = tokens.norms[frame.name.after : frame.name.after + 1]
        frame.subject = frame.grantor is not None or after in (["những"], ["các"])
    elif previous is not None and previous.verb is not None:
        proposed = frame.name.praise and asked > 0
        if (previous.voice == Voice.ACTIVE or previous.verb.giver) and not proposed:
            frame.grantor = previous.shared_grantor
    elif verb.begin <= scene.first + 4 and not asked:
        frame.grantor = memory.grantor
    elif verb.begin - frame.begin <= MAX_LEAD and frame.begin > scene.first and not asked:
        frame.grantor = _sentence_subject(tokens, scene.first, frame.begin)


def _event_subject(tokens: Tokens, first: int, stop: int) -> bool:
    """Say whether a meeting is the subject of a verb, so that no giver of before is ("Hội nghị cũng tuyên dương …")."""
    for at in range(max(first, stop - 8), stop - 1):
        if tokens.norms[at : at + 2] in _MEETINGS and (
            at == first or tokens.norms[at - 1] in (",", ";", "và", ".")
        ):
            return "," not in tokens.norms[at:stop]
    return False


def _sentence_subject(tokens: Tokens, first: int, stop: int) -> TokenSpan | None:
    """Give the body or office whose verbs go on behind a semicolon ("Y đánh giá cao …; nhiệt liệt biểu dương X")."""
    for at in range(max(first, stop - 60), stop):
        if at > first and tokens.norms[at - 1] not in (",", ":", ")"):
            continue
        body = read_bodies(tokens, at, stop)
        if body is not None and body.kind != BodyKind.PERSON and body.stop < stop:
            return body.first, body.stop
    return None


def _active_subject(scene: Scene, frame: Frame, verb: Verb) -> Body | None:
    """Find the subject; inside the name of an event only its organiser ("Y tổ chức lễ tuyên dương …")."""
    tokens = scene.tokens
    around = tokens.norms[max(verb.begin - 1, 0) : verb.first]
    praising = frame.name.praise or verb.kind == VerbKind.PRAISE
    event = praising and any(w in _EVENTS for w in around) and "tổ" not in around
    if not event:
        return find_subject(tokens, frame.begin, verb.begin)
    organised = _organiser_stop(tokens, frame.begin, verb.first)
    return None if organised is None else find_subject(tokens, frame.begin, organised)


def _confers(tokens: Tokens, frame: Frame, verb: Verb, subject: Body, asked: int) -> bool:
    """Say whether a subject confers the award, and does not only hand it over or ask for it."""
    name = frame.name
    staged = not name.praise or tokens.norms[verb.first] == "trao"
    if staged and only_hands_over(tokens, subject, verb.first):
        return False
    if name.praise and subject.kind == BodyKind.PERSON:
        return False
    if asked and subject.stop <= asked:
        return False
    # Orders come from the State alone.
    order = name.form == AwardForm.HUAN_CHUONG and not asked
    return not order or tokens.norm(subject.first, subject.stop).startswith(_STATE)


def _asked(tokens: Tokens, verb: Verb, begin: int) -> int:
    """Give where "đề nghị" or "trình" begins left of a verb, or 0; who asks names no receiver asks for himself."""
    norms = tokens.norms
    for index in range(verb.first - 1, begin, -1):
        if norms[index] == "trình" and norms[index - 1] not in ("chương", "công", "quá", "tờ"):
            return skip_adverbs(tokens, index, begin)
        if norms[index - 1 : index + 1] in _ASKING:
            return skip_adverbs(tokens, index - 1, begin)
    return 0


def _organiser_stop(tokens: Tokens, first: int, at: int) -> int | None:
    """Give where "tổ chức" begins in "Y tổ chức hội nghị … biểu dương", or None."""
    for index in range(at - 1, max(first, at - MAX_ORGANISER), -1):
        if tokens.norms[index - 1 : index + 1] != ["tổ", "chức"]:
            continue
        if tokens.norms[index - 2] != "ban":
            return skip_adverbs(tokens, index - 1, first)
    return None


def fill_receiving(
    scene: Scene,
    frame: Frame,
    verb: Verb,
    previous: Frame | None,
    right: list[Group],
    memory: Memory,
) -> None:
    """Read "X được Y tặng Z" and "X đạt Z"."""
    tokens, name = scene.tokens, frame.name
    if not frame.own_grantor:
        if verb.giver is not None:
            frame.grantor = verb.giver
        elif previous is not None and _carries_on(tokens, verb, previous):
            frame.carried_grantor = True
            frame.grantor = _kept(tokens, name, previous.shared_grantor)
        if frame.grantor is None and verb.kind != VerbKind.RECEIVE:
            frame.grantor = _by_decision(tokens, scene.first, verb.begin)
    bare = verb.kind == VerbKind.RECEIVE and verb.begin == verb.first
    groups = find_receivers(tokens, frame.begin, verb.begin, scene.figures, bare=bare)
    if groups and groups[0].numbered:
        groups = groups + late_members(scene, frame)
    if previous is not None and previous.verb is verb:
        groups = elided(scene, previous, name) or titled_count(scene, name) or groups
        if (
            groups
            and groups[0].numbered
            and name.form == AwardForm.GIAI
            and is_numbered(scene, name)
        ):
            frame.groups, frame.unnamed = [], True
            return
    if frame.given and right and not name.praise and not _gained(tokens, frame, verb):
        groups = right
    if previous is not None and previous.verb is verb and _counted_apart(scene, previous, name):
        frame.groups, frame.unnamed = [], True
        return
    groups = groups or titled_count(scene, name)
    if not groups and previous is None:
        groups = fronted(scene, frame, verb) or sentence_topic(tokens, scene.first, verb.begin)
    if not groups and previous is not None:
        groups = previous.groups
    groups = groups or fronted(scene, frame, verb) or memory.topic(scene)
    frame.groups = [g for g in groups if not _gives(tokens, frame, g)]


def _gives(tokens: Tokens, frame: Frame, group: Group) -> bool:
    """Say whether a group is the giver itself, which the text speaks of and which receives nothing from itself."""
    if frame.grantor is None:
        return False
    return tokens.norm(group.first, group.stop) == tokens.norm(*frame.grantor)


def _by_decision(tokens: Tokens, first: int, stop: int) -> TokenSpan | None:
    """Read Y in "Theo quyết định (số 12) của Y, X được tặng Z"."""
    if tokens.norms[first : first + 3] != ["theo", "quyết", "định"]:
        return None
    for at in range(first + 3, min(stop, first + 12)):
        if tokens.norms[at] == ",":
            return None
        if tokens.norms[at] == "của":
            body = read_bodies(tokens, at + 1, stop)
            return None if body is None else (body.first, body.stop)
    return None


def _kept(tokens: Tokens, name: AwardName, giver: TokenSpan | None) -> TokenSpan | None:
    """Keep a giver that is taken over, unless it cannot confer orders, which come from the State alone."""
    if name.form in (AwardForm.OTHER, AwardForm.GIAI_THUONG):
        return None
    if giver is None or name.form != AwardForm.HUAN_CHUONG:
        return giver
    return giver if tokens.norm(*giver).startswith(_STATE) else None


def is_state(tokens: Tokens, giver: TokenSpan | None) -> bool:
    """Say whether a giver is one of the State, from whom orders come."""
    return giver is not None and tokens.norm(*giver).startswith(_STATE)


def _gained(tokens: Tokens, frame: Frame, verb: Verb) -> bool:
    """Say whether "cho" after a verb of receipt tells what an award was gained for, not who received it."""
    return verb.kind == VerbKind.RECEIVE and tokens.norms[frame.after] != ":"


def _counted_apart(scene: Scene, previous: Frame, name: AwardName) -> bool:
    """Say whether a list goes on with a number of awards alone ("…; 120 bằng khen của Chính phủ")."""
    gap = scene.tokens.norms[previous.after : name.first]
    certificate = name.form in (AwardForm.BANG_KHEN, AwardForm.GIAY_KHEN, AwardForm.CO_THI_DUA)
    return certificate and len(gap) <= 6 and gap[-2:-1] == [";"] and gap[-1][0].isdigit()


def _carries_on(tokens: Tokens, verb: Verb, previous: Frame) -> bool:
    """Say whether the giver of the award before holds for a verb that names none ("…; 06 tập thể được tặng …")."""
    before = previous.verb
    if before is None or tokens.norms[verb.first] == "gắn":
        return False
    if "từng" in tokens.norms[max(verb.begin - 2, 0) : verb.first]:
        return False
    passive = verb.kind in (VerbKind.GIVE, VerbKind.PRAISE)
    if not passive and tokens.norms[verb.first] not in ("nhận", "đón"):
        return False
    if before.kind not in (verb.kind, VerbKind.GIVE):
        return False
    return before.kind != VerbKind.RECEIVE or previous.carried_grantor


def fill_belonging(
    scene: Scene, frame: Frame, verb: Verb, previous: Frame | None, end: int
) -> None:
    """Read "Z thuộc về X" and "Z được trao cho X"."""
    stop = clause_stop(scene.tokens, verb.stop, end if end > verb.stop else scene.stop)
    frame.groups = after_verb(scene, verb, stop)
    if not frame.groups and verb.voice == Voice.PASSIVE and verb.begin > frame.name.after:
        # "Danh hiệu ấy má được Nhà nước phong tặng": the receiver stands before "được".
        frame.groups = find_receivers(scene.tokens, frame.name.after, verb.begin, scene.figures)
    if previous is not None and not frame.own_grantor:
        frame.grantor = previous.shared_grantor
    if verb.giver is not None:
        frame.grantor = verb.giver
