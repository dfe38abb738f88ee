"""Windows of an award: the verb it depends on and how far its words reach to both sides."""

from extractors.award_frames import Frame, Scene
from extractors.award_places import AwardName
from extractors.award_verbs import VerbKind
from extractors.bodies import read_bodies
from extractors.clauses import Verb, Voice, clause_start, clause_stop
from extractors.recipient_groups import PLURALS
from extractors.records import AwardForm

NEAR = 6
MAX_TOLD = 14


def open_frame(scene: Scene, name: AwardName) -> Frame:
    """Make the frame of an award with the verb it depends on and the start of its left window."""
    frame = _choose(scene, name)
    frame.after = name.after
    frame.begin = _left_bound(scene, frame)
    return frame


def _choose(scene: Scene, name: AwardName) -> Frame:
    if name.praise:
        own = next((v for v in scene.verbs if name.first <= v.first < name.stop), None)
        return Frame(name, own, own.voice if own else Voice.NONE)
    if name.rule == "award.holders" and not _led(scene, name):
        return Frame(name, None, Voice.NONE)
    before = scene.tokens.norms[max(name.first - 2, 0) : name.first]
    if name.rule == "award.letter" and before[-1:] == ["có"]:
        return Frame(name, None, Voice.NONE)
    if "lệ" in before and scene.tokens.norms[name.after : name.after + 1] == ["đạt"]:
        # "tỷ lệ “Gia đình học tập” đạt 71,5%"
        return Frame(name, None, Voice.NONE)
    left = [v for v in scene.verbs if v.stop <= name.first and v.voice != Voice.BELONG]
    left = [v for v in left if v.stop == name.first or not _told_before(scene, v)]
    right = next((v for v in scene.verbs if v.first >= name.after), None)
    if right is not None and _belongs(scene, name, right, bool(left)):
        return Frame(name, right, Voice.BELONG)
    while left and (_breaks_off(scene, left[-1], name) or _equated(scene, left[-1], name)):
        left.pop()
    if left:
        return Frame(name, left[-1], left[-1].voice)
    return Frame(name, None, Voice.NONE)


def _told_before(scene: Scene, verb: Verb) -> bool:
    """Say whether a verb only tells who gave an award before it ("danh hiệu “A” do Y trao và Huy hiệu B")."""
    named = (n for n in scene.names if n.after < verb.first and not n.praise)
    last = max((n.after for n in named), default=None)
    return last is not None and scene.tokens.norms[last] == "do" and verb.first - last <= MAX_TOLD


def _led(scene: Scene, name: AwardName) -> bool:
    """Say whether a verb in front confers the title on as many ("công nhận 81 Chiến sĩ thi đua cơ sở")."""
    verb = next((v for v in reversed(scene.verbs) if v.stop <= name.first), None)
    return verb is not None and name.first - verb.stop <= NEAR and verb.voice != Voice.BELONG


def _belongs(scene: Scene, name: AwardName, verb: Verb, governed: bool) -> bool:
    """Say whether the verb after an award tells who gets it ("Z thuộc về X", "Z được trao cho X")."""
    if verb.first - name.after > NEAR:
        return False
    if scene.tokens.norms[name.after : name.after + 1] == ["do"]:
        # "Huân chương … do Chủ tịch nước trao tặng": the verb tells of the giver alone.
        return "cho" in scene.tokens.norms[verb.stop : verb.stop + 2]
    given = verb.kind == VerbKind.GIVE and (not governed or verb.voice == Voice.PASSIVE)
    if verb.voice != Voice.BELONG and not given:
        return False
    own = any(n.first == verb.stop for n in scene.names)
    if given and governed and own:
        return False
    between = scene.tokens.norms[name.after : verb.begin]
    return not any(word in (",", ";", "và") for word in between)


def _breaks_off(scene: Scene, verb: Verb, name: AwardName) -> bool:
    """Say whether a verb of praise is over before the award ("… được khen thưởng, trong đó có 2 Huân chương")."""
    if verb.kind != VerbKind.PRAISE:
        return False
    gap = scene.tokens.norms[verb.stop : name.first]
    if ";" in gap and sum(word[0].isalpha() for word in gap[-gap[::-1].index(";") :]) > 1:
        return gap[-1] != ";"
    return "," in gap and ("trong" in gap or "có" in gap or "gồm" in gap)


def _equated(scene: Scene, verb: Verb, name: AwardName) -> bool:
    """Say whether "là" ties a title to a subject of its own, in a part of its own ("…; 21 đồng chí là …")."""
    norms = scene.tokens.norms
    own = name.form == AwardForm.DANH_HIEU and norms[name.first - 1] == "là"
    return own and clause_start(scene.tokens, scene.first, name.first) >= verb.stop


def _left_bound(scene: Scene, frame: Frame) -> int:
    """Give where the words left of a frame's verb begin: after the award before, or after a semicolon."""
    verb = frame.verb
    if verb is None:
        return scene.first
    begin = clause_start(scene.tokens, scene.first, verb.begin)
    for other in scene.names:
        if other.first >= verb.begin:
            break
        if not other.praise or other.stop <= verb.begin:
            begin = max(begin, min(other.after, verb.begin))
    return begin


def right_bound(scene: Scene, frame: Frame) -> int:
    """Give where the words right of an award end: at a semicolon, the next award or the next verb's subject."""
    name = frame.name
    end = clause_stop(scene.tokens, name.after, scene.stop)
    following = (o.first for o in scene.names if o.first > name.first and not o.praise)
    end = min(end, next(following, end))
    for verb in scene.verbs:
        if not name.after <= verb.first < end:
            continue
        if verb.voice == Voice.BELONG or verb.first in (name.after, frame.after):
            continue
        return max(_before_subject(scene, name.after, verb.begin), name.after)
    return max(end, name.after)


def _before_subject(scene: Scene, at: int, end: int) -> int:
    """Leave the subject of the next verb out of a window, where one stands after the last comma or "và"."""
    norms = scene.tokens.norms
    comma = max((i for i in range(at, end) if norms[i] in (",", "và")), default=end)
    return comma if comma < end and _begins_subject(scene, comma + 1, end) else end


def _begins_subject(scene: Scene, at: int, stop: int) -> bool:
    """Say whether a new subject begins at a token: a number, "nhiều" or a named body."""
    if at in scene.figures or at + 1 in scene.figures or scene.tokens.norms[at] in PLURALS:
        return True
    return read_bodies(scene.tokens, at, stop) is not None
