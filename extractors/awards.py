"""Awards as frames: form, title, rank, level, grantor, recipients and status around each named award."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from extractors.award_denials import Denial, read_denial
from extractors.award_frames import Frame, Scene, TokenSpan
from extractors.award_givers import (
    fill_active,
    fill_belonging,
    fill_receiving,
    is_state,
)
from extractors.award_labels import apply_label, is_stated, read_labels
from extractors.award_lists import share
from extractors.award_memory import Memory
from extractors.award_places import AwardName, award_hits
from extractors.award_receivers import equated, fitting, right_groups
from extractors.award_speech import speaker_office
from extractors.award_status import (
    awaits_end,
    is_coming,
    is_examined,
    is_plan,
    is_prize_list,
    read_status,
)
from extractors.award_tables import is_row, row_receivers
from extractors.award_verbless import fill_verbless
from extractors.award_windows import open_frame, right_bound
from extractors.clauses import Verb, Voice, clause_start, governing, read_verbs
from extractors.document import Document
from extractors.grantors import find_subject, only_hands_over, read_after
from extractors.lexicon import Hit
from extractors.praise import praise_stands, praised
from extractors.recipients import to_recipients
from extractors.records import Award, AwardForm, AwardStatus, Campaign, Evidence, Figure, FigureKind

# A sentence of more awards is read in stretches, so that the cost stays linear.
MAX_NAMES = 32
MAX_AFTER = 80
WORTH_REACH = 9
_PICTURES = [[word] for word in ("vô", "lớn", "thầm", "lặng", "quý", "không", "đẹp")]
_AIMS = (["phấn", "đấu"], ["mục", "tiêu"], ["chỉ", "tiêu"])
_RESULTS = ("kết", "đã", "cuối", "nay", "thực")


def find_awards(
    document: Document,
    *,
    names: Sequence[AwardName],
    figures: Sequence[Figure],
    campaigns: Sequence[Campaign],
) -> tuple[Award, ...]:
    """Find awards in order of place; `names` of praise without a stated receiver are dropped."""
    if not names:
        return ()
    places = {document.token_at(f.start): (document.token_at(f.end - 1) + 1, f) for f in figures}
    memory = Memory()
    found: list[Award] = []
    for scene in _scenes(document, names, places):
        found.extend(_read_scene(scene, memory))
    return tuple(found)


def _scenes(
    document: Document, names: Sequence[AwardName], figures: Mapping[int, tuple[int, Figure]]
) -> Iterator[Scene]:
    """Cut a text into the sentences that name awards, long ones into stretches."""
    hits, planned = award_hits(document), is_plan(document)
    starts = [hit.first for hit in hits]
    for number, group in groupby(names, key=lambda n: document.sentence_at(n.first)):
        members = list(group)
        first, end = document.sentences[number]
        for at in range(0, len(members), MAX_NAMES):
            part = members[at : at + MAX_NAMES]
            last = at + MAX_NAMES >= len(members)
            stop = end if last else members[at + MAX_NAMES].first
            stop = max(min(stop, part[-1].after + MAX_AFTER), part[-1].after)
            near = hits[bisect_left(starts, first) : bisect_left(starts, stop)]
            verbs = _verbs(document, near, part, first, stop)
            yield Scene(document, number, part, verbs, figures, first, stop, planned)
            first = part[-1].after


def _verbs(
    document: Document, hits: Sequence[Hit], names: Sequence[AwardName], first: int, stop: int
) -> list[Verb]:
    """Read the verbs outside the names of awards."""
    spans = [(n.first, n.after) for n in names if not n.praise]
    free = [h for h in hits if not any(a <= h.first < b for a, b in spans)]
    return read_verbs(document.tokens, governing(document.tokens, free, names), first, stop)


def _read_scene(scene: Scene, memory: Memory) -> list[Award]:
    frames: list[Frame] = []
    same = memory.last is not None and memory.last[0] == scene.number
    previous = memory.last[1] if memory.last is not None and same else None
    labels = read_labels(scene)
    for name in scene.names:
        frame = open_frame(scene, name)
        _fill(scene, frame, previous, memory)
        if labels and not name.praise:
            apply_label(frame, labels)
        _set_status(scene, frame, previous)
        frames.append(frame)
        previous = frame
        memory.last = scene.number, frame
    share(scene.tokens, frames)
    memory.complete(scene, frames)
    for frame in frames:
        office = speaker_office(scene, frame)
        if office is not None:
            frame.grantor, frame.subject = office, True
        if _rewarded_with_money(scene, frame):
            frame.groups = memory.topic(scene)
    kept = [f for f in frames if not f.name.praise or _stands(scene, f, frames, memory)]
    kept = [f for f in kept if not _is_figurative(scene, f)]
    for frame in kept:
        memory.settle(scene, frame)
        frame.groups = fitting(scene, frame.name, frame.groups)
    return [_award(scene, frame) for frame in kept]


def _fill(scene: Scene, frame: Frame, previous: Frame | None, memory: Memory) -> None:
    """Read grantor, receivers and status of one frame."""
    name, verb = frame.name, frame.verb
    if not name.praise:
        frame.grantor = read_after(scene.tokens, name, scene.stop)
    if frame.grantor is not None and _goes_to(scene, frame):
        frame.grantor = None
    held = name.form == AwardForm.HUAN_CHUONG and frame.grantor is not None
    if held and not is_state(scene.tokens, frame.grantor):
        # "Huân chương Lao động hạng Ba của Công ty X": orders come from the State, others hold them.
        frame.grantor = None
    frame.own_grantor = frame.grantor is not None
    frame.after = frame.grantor[1] if frame.grantor else name.after
    end = right_bound(scene, frame)
    if name.praise:
        right = praised(scene.tokens, name, end, scene.figures)
    else:
        right = right_groups(scene, frame, end)
    if verb is None:
        fill_verbless(scene, frame, previous, right, memory)
    elif frame.voice == Voice.ACTIVE:
        fill_active(scene, frame, verb, previous, right, memory)
    elif frame.voice == Voice.BELONG:
        fill_belonging(scene, frame, verb, previous, end)
    else:
        fill_receiving(scene, frame, verb, previous, right, memory)
    frame.groups = equated(scene, name) or frame.groups
    if verb is None and not name.praise and is_row(scene):
        frame.groups = row_receivers(scene, frame) or frame.groups
    if not frame.own_grantor:
        frame.shared_grantor = frame.shared_grantor or frame.grantor
    elif frame.shared_grantor is None and previous is not None:
        frame.shared_grantor = previous.shared_grantor


def _goes_to(scene: Scene, frame: Frame) -> bool:
    """Say whether the body right after an award receives it, as the verb has its giver ("Y tặng Bằng khen X")."""
    verb, tokens = frame.verb, scene.tokens
    if verb is None or frame.voice != Voice.ACTIVE or frame.grantor is None:
        return False
    if frame.grantor[0] != frame.name.after or verb.stop != frame.name.first:
        return False
    subject = find_subject(tokens, frame.begin, verb.begin)
    return subject is not None and not only_hands_over(tokens, subject, verb.first)


def _set_status(scene: Scene, frame: Frame, previous: Frame | None) -> None:
    name = frame.name
    begin = min(frame.begin, name.first) if frame.verb else scene.first
    if frame.voice == Voice.BELONG and previous is None:
        begin = clause_start(scene.tokens, scene.first, name.first)
    denial = read_denial(scene.tokens, (scene.first, scene.stop), begin, (name.first, frame.after))
    if denial is not None:
        frame.status, frame.cue = AwardStatus.GENERAL, denial[1]
        frame.revoked = denial[0] == Denial.REVOKED
        frame.denied = not frame.revoked
        return
    frame.status, frame.cue = read_status(scene.tokens, begin, name.first)
    if frame.cue is None:
        frame.status, frame.cue = _headed_status(scene, begin)
    if frame.cue is not None:
        _correct_status(scene, frame, previous)
        return
    if _is_target(scene, frame):
        frame.status = AwardStatus.GENERAL
    elif previous is not None and (
        _runs_on(frame, previous) or _still_planned(scene, frame, previous)
    ):
        frame.status, frame.cue = previous.status, previous.cue
    elif scene.planned and "đã" not in scene.tokens.norms[scene.first : name.first]:
        frame.status = AwardStatus.PLANNED
        if frame.verb is None:
            frame.groups = [g for g in frame.groups if g.numbered]
    elif is_coming(scene.tokens, frame.after, scene.stop) or _awaits_end(scene, frame):
        frame.status = AwardStatus.PLANNED
    elif name.form == AwardForm.GIAI and (
        (frame.voice != Voice.RECEIVE and is_prize_list(scene.document, scene.number))
        or _is_offered(scene, frame)
    ):
        frame.status, frame.groups = AwardStatus.PLANNED, []
    elif frame.verb is None and not frame.groups and not is_stated(scene, name):
        frame.status = AwardStatus.GENERAL


def _correct_status(scene: Scene, frame: Frame, previous: Frame | None) -> None:
    """Take back what a cue says, where the words around it weaken it."""
    planned = scene.planned or (previous is not None and previous.status == AwardStatus.PLANNED)
    if frame.status == AwardStatus.PROPOSED and planned and is_examined(scene.tokens, frame.cue):
        frame.status = AwardStatus.PLANNED
    elif frame.status == AwardStatus.GENERAL and frame.cue and frame.groups:
        # "78% nữ công nhân đăng ký, 120 chị đạt …": those who are counted behind a comma have got it.
        group, stop = frame.groups[0], frame.cue[1]
        norms = scene.tokens.norms
        signed = "đăng" in norms[max(scene.first, frame.cue[0] - 4) : stop]
        gap = norms[stop : group.first]
        told = gap == [","] or (bool(gap) and gap[0] == "," and any(w in _RESULTS for w in gap))
        if signed and group.numbered and told:
            frame.status, frame.cue = AwardStatus.CONFERRED, None


def _awaits_end(scene: Scene, frame: Frame) -> bool:
    """Say whether a certificate is promised to all who take part until the end."""
    if frame.name.form != AwardForm.BANG_CHUNG_NHAN or frame.verb is None:
        return False
    unnamed = all(not g.numbered and g.name is None for g in frame.groups)
    told = "đã" in scene.tokens.norms[scene.first : frame.name.first]
    return unnamed and not told and awaits_end(scene.tokens, scene.first, scene.stop)


def _is_target(scene: Scene, frame: Frame) -> bool:
    """Say whether a share to be reached stands in a list of aims ("phấn đấu …; ít nhất 70% CĐCS đạt vững mạnh")."""
    norms, at = scene.tokens.norms, frame.name.first
    begin = clause_start(scene.tokens, scene.first, at)
    part = norms[begin:at]
    least = ["ít", "nhất"] in [part[i : i + 2] for i in range(len(part) - 1)]
    if not (least or "trở" in part) or "%" not in part or "đã" in part:
        return False
    before = norms[scene.first : begin]
    return any(before[i : i + 2] in _AIMS for i in range(len(before) - 1))


def _headed_status(scene: Scene, stop: int) -> tuple[AwardStatus, TokenSpan | None]:
    """Read what the words before a colon say of the list behind it ("thống nhất 9 chỉ tiêu: …")."""
    words = scene.tokens.words[scene.first : stop]
    if ":" not in words:
        return AwardStatus.CONFERRED, None
    colon = scene.first + words.index(":")
    status, cue = read_status(scene.tokens, scene.first, colon)
    if status == AwardStatus.PROPOSED:
        return AwardStatus.CONFERRED, None
    return status, cue


def _is_offered(scene: Scene, frame: Frame) -> bool:
    """Say whether a number of prizes and their worth is all that is told ("02 giải Nhì: 5 triệu đồng")."""
    if frame.verb is not None or frame.groups or frame.name.first - 1 not in scene.figures:
        return False
    near = range(frame.after, min(scene.stop, frame.after + WORTH_REACH))
    return any(i in scene.figures and scene.figures[i][1].kind == FigureKind.MONEY for i in near)


def _runs_on(frame: Frame, previous: Frame) -> bool:
    """Say whether what is said of the award before ("sẽ", "đề nghị") holds for this one."""
    if previous.verb is frame.verb:
        return True
    active = frame.voice == Voice.ACTIVE and previous.voice == Voice.ACTIVE
    return active and not frame.subject and frame.shared_grantor == previous.shared_grantor


def _still_planned(scene: Scene, frame: Frame, previous: Frame) -> bool:
    """Say whether "sẽ" of the award before holds over a comma ("5 đơn vị sẽ được tặng Cờ, 30 cá nhân nhận …")."""
    gap = scene.tokens.norms[previous.after : frame.name.first]
    planned = previous.status == AwardStatus.PLANNED and frame.verb is not None
    return planned and ";" not in gap and "đã" not in gap


def _is_figurative(scene: Scene, frame: Frame) -> bool:
    """Say whether a medal without name or class is but a picture ("tấm huân chương lớn nhất là …")."""
    name = frame.name
    bare = name.form in (AwardForm.HUAN_CHUONG, AwardForm.HUY_CHUONG) and name.title is None
    if not bare or name.rank is not None or name.stop - name.first > 2:
        return False
    following = scene.tokens.norms[name.stop : name.stop + 2]
    picture = following[:1] in _PICTURES or following == ["cho", "sự"]
    return picture or (frame.voice == Voice.NONE and frame.status == AwardStatus.GENERAL)


def _shares_giver(frame: Frame, others: Sequence[Frame]) -> bool:
    """Say whether the giver of a named award before also praises ("Y trao Bằng khen cho A; biểu dương B")."""
    before = [f for f in others if f.name.first < frame.name.first]
    return frame.grantor is not None and bool(before) and before[-1].grantor == frame.grantor


def _rewarded_with_money(scene: Scene, frame: Frame) -> bool:
    """Say whether a giver rewards by a sum whom the sentence before tells of ("Giám đốc thưởng nóng 5 triệu đồng")."""
    if not frame.name.praise or frame.voice != Voice.ACTIVE or frame.groups or not frame.subject:
        return False
    if scene.tokens.norms[frame.name.first : frame.name.stop] == ["thưởng"]:
        return False
    money = scene.figures.get(frame.name.after)
    return money is not None and money[1].kind == FigureKind.MONEY


def _stands(scene: Scene, frame: Frame, frames: Sequence[Frame], memory: Memory) -> bool:
    others = [f for f in frames if not f.name.praise]
    if frame.denied:
        return False
    if any(f.verb is frame.verb for f in others):
        return False
    stands = praise_stands(
        scene.tokens,
        frame.name,
        frame.verb,
        frame.groups,
        others=[f.name for f in others],
        subject=frame.subject or _shares_giver(frame, others),
        first=scene.first,
        stop=scene.stop,
        again=memory.praised,
    )
    memory.praised = memory.praised or stands
    return stands


def _award(scene: Scene, frame: Frame) -> Award:
    tokens, name = scene.tokens, frame.name
    return Award(
        start=name.start,
        end=name.end,
        rule=f"{name.rule}.{frame.voice}",
        confidence=CONFIDENCE[frame.voice],
        evidence=tuple(_evidence(scene, frame)),
        form=name.form,
        title=name.title,
        rank=name.rank,
        level=name.level,
        grantor=tokens.text(*frame.grantor) if frame.grantor else None,
        recipients=to_recipients(frame.groups),
        status=frame.status,
    )


def _evidence(scene: Scene, frame: Frame) -> Iterator[Evidence]:
    tokens = scene.tokens
    trigger = (frame.verb.first, frame.verb.stop) if frame.verb else None
    spans = [("trigger", trigger), ("grantor", frame.grantor), ("status", frame.cue)]
    spans += [("recipient", (group.first, group.stop)) for group in frame.groups]
    for role, span in spans:
        if span is not None and span[1] > span[0]:
            start, end = tokens.starts[span[0]], tokens.ends[span[1] - 1]
            yield Evidence(start=start, end=end, role=role)


# The share of awards right in form, rank, grantor, recipients and status, by the voice of the verb, on the
# 1,264 awards of the development gold, our sample press and five sets of our own; new text lies lower.
CONFIDENCE: Mapping[Voice, float] = {
    Voice.PASSIVE: 0.94,
    Voice.BELONG: 0.86,
    Voice.RECEIVE: 0.91,
    Voice.ACTIVE: 0.91,
    Voice.NONE: 0.79,
}
