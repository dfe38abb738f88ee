"""Awards as frames: form, title, rank, level, grantor, recipients and status around each named award."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extractors.award_names import AwardName, award_hits
from extractors.award_status import read_status
from extractors.award_verbs import VerbKind
from extractors.bodies import Body, BodyKind, read_bodies, read_name
from extractors.clauses import (
    Verb,
    Voice,
    clause_start,
    clause_stop,
    governing,
    read_verbs,
    skip_adverbs,
)
from extractors.document import Document
from extractors.grantors import find_subject, only_hands_over, read_after
from extractors.praise import praise_stands, praised
from extractors.recipient_nouns import NOUNS
from extractors.recipients import (
    PLURALS,
    Group,
    find_counted,
    read_groups,
    read_list,
    to_recipients,
)
from extractors.records import (
    Award,
    AwardForm,
    AwardStatus,
    Campaign,
    Evidence,
    Figure,
    RecipientKind,
)
from extractors.subjects import PRONOUNS, find_receivers, find_topic
from extractors.tokens import Tokens


def find_awards(
    document: Document,
    *,
    names: Sequence[AwardName],
    figures: Sequence[Figure],
    campaigns: Sequence[Campaign],
) -> tuple[Award, ...]:
    """Find awards in order of place."""
    if not names:
        return ()
    return tuple(_Frames(document, names, figures).read())


@dataclass(slots=True)
class Frame:
    """What is known of one award while its sentence is read."""

    name: AwardName
    verb: Verb | None
    voice: Voice
    grantor: tuple[int, int] | None = None
    own_grantor: bool = False
    shared_grantor: tuple[int, int] | None = None
    subject: bool = False
    after: int = 0
    given: bool = False
    carried: bool = False
    carried_grantor: bool = False
    groups: list[Group] = field(default_factory=list)
    status: AwardStatus = AwardStatus.CONFERRED
    cue: tuple[int, int] | None = None


class _Frames:
    """All awards of one text."""

    def __init__(
        self, document: Document, names: Sequence[AwardName], figures: Sequence[Figure]
    ) -> None:
        self.document = document
        self.tokens: Tokens = document.tokens
        self.names = names
        self.hits = award_hits(document)
        self.figures: Mapping[int, tuple[int, Figure]] = {
            document.token_at(f.start): (document.token_at(f.end - 1) + 1, f) for f in figures
        }
        self.line = -1
        self.grantor: tuple[int, int] | None = None
        self.receivers: list[Group] = []
        self.received_at = 0
        self.jury: tuple[int, int] | None = None
        self.jury_at = 0
        self.prize_grantor: tuple[int, int] | None = None
        self.known: dict[tuple[AwardForm, str, str | None], tuple[int, int]] = {}
        self.praised_before = False

    def read(self) -> list[Award]:
        found: list[Award] = []
        number = 0
        by_sentence: dict[int, list[AwardName]] = {}
        for name in self.names:
            by_sentence.setdefault(self.document.sentence_at(name.first), []).append(name)
        for number, names in by_sentence.items():
            found.extend(self._sentence(number, names))
        return found

    def _sentence(self, number: int, names: list[AwardName]) -> list[Award]:
        first, stop = self.document.sentences[number]
        tokens = self.tokens
        spans = [(n.first, n.after) for n in names if not n.praise]
        hits = [
            h
            for h in self.hits
            if first <= h.first < stop and not any(a <= h.first < b for a, b in spans)
        ]
        hits = governing(tokens, hits, names)
        verbs = read_verbs(tokens, hits, first, stop)
        frames: list[Frame] = []
        for index, name in enumerate(names):
            frame = self._frame(name, verbs, first, stop)
            self._fill(frame, frames, names, index, verbs, first, stop)
            frames.append(frame)
        self._share(frames, stop)
        kept = [
            f for f in frames if not f.name.praise or self._praise_stands(f, frames, first, stop)
        ]
        for frame in kept:
            self._settle(frame, first)
        return [self._award(f) for f in kept]

    def _frame(self, name: AwardName, verbs: list[Verb], first: int, stop: int) -> Frame:
        if name.praise:
            own = next((v for v in verbs if name.first <= v.first < name.stop), None)
            return Frame(name, own, own.voice if own else Voice.NONE)
        left = [v for v in verbs if v.stop <= name.first]
        right = [v for v in verbs if v.first >= name.after]
        if (
            right
            and right[0].first - name.after <= 6
            and (
                right[0].voice == Voice.BELONG
                or (
                    right[0].kind == VerbKind.GIVE and (not left or right[0].voice == Voice.PASSIVE)
                )
            )
        ):
            between = self.tokens.norms[name.after : right[0].begin]
            if not any(w in (",", ";", "và") for w in between):
                return Frame(name, right[0], Voice.BELONG)
        while left and self._breaks_off(left[-1], name):
            left.pop()
        if left:
            return Frame(name, left[-1], left[-1].voice)
        return Frame(name, None, Voice.NONE)

    def _breaks_off(self, verb: Verb, name: AwardName) -> bool:
        """Say whether a verb of praise is over before the award ("… được khen thưởng, trong đó có 2 Huân chương")."""
        if verb.kind != VerbKind.PRAISE:
            return False
        gap = self.tokens.norms[verb.stop : name.first]
        return "," in gap and ("trong" in gap or "có" in gap or "gồm" in gap)

    def _fill(
        self,
        frame: Frame,
        frames: list[Frame],
        names: list[AwardName],
        index: int,
        verbs: list[Verb],
        first: int,
        stop: int,
    ) -> None:
        """Read grantor, receivers and status of one frame."""
        tokens, name, verb = self.tokens, frame.name, frame.verb
        previous = frames[-1] if frames else None
        begin = self._left_bound(frame, previous, verbs, first)
        frame.grantor = None if name.praise else read_after(tokens, name, stop)
        frame.own_grantor = frame.grantor is not None
        frame.after = frame.grantor[1] if frame.grantor else name.after
        end = self._right_bound(frame, names, index, verbs, stop)
        right = (
            praised(tokens, name, end, self.figures)
            if name.praise
            else self._right_groups(frame, end)
        )
        if frame.voice == Voice.ACTIVE and verb is not None:
            self._active(frame, previous, begin, first, right)
        elif frame.voice in (Voice.PASSIVE, Voice.RECEIVE) and verb is not None:
            self._receiving(frame, previous, begin, right)
        elif frame.voice == Voice.BELONG and verb is not None:
            frame.groups = self._after_verb(
                verb, clause_stop(tokens, verb.stop, end if end > verb.stop else stop)
            )
            if previous is not None and not frame.own_grantor:
                frame.grantor = previous.shared_grantor
            if verb.giver is not None:
                frame.grantor = verb.giver
        else:
            frame.groups = right or self._held_by(frame, stop) or self._rated(name)
            if not frame.groups and tokens.norms[name.first - 1] == "là":
                at = name.first - 1
                frame.groups = find_receivers(tokens, first, at, self.figures) or self._topic(
                    self.document.sentence_at(name.first)
                )
            elif not frame.groups and previous is not None and previous.verb is None:
                frame.groups, frame.grantor = previous.groups, frame.grantor
            if not frame.groups and self._states(name, first):
                frame.groups = self._topic(self.document.sentence_at(name.first))
        if not frame.own_grantor:
            frame.shared_grantor = frame.shared_grantor or frame.grantor
        elif frame.shared_grantor is None and previous is not None:
            frame.shared_grantor = previous.shared_grantor
        if self._is_equated(name, stop):
            frame.groups = self._groups(name.after + 1, clause_stop(tokens, name.after, stop))
        frame.status, frame.cue = read_status(
            tokens, min(begin, name.first) if verb else first, name.first
        )
        runs_on = previous is not None and (
            previous.verb is verb
            or (
                frame.voice == Voice.ACTIVE
                and previous.voice == Voice.ACTIVE
                and not frame.subject
                and frame.shared_grantor == previous.shared_grantor
            )
        )
        if previous is not None and runs_on and frame.cue is None:
            frame.status, frame.cue = previous.status, previous.cue
        elif frame.cue is None and self._comes(frame, stop):
            frame.status = AwardStatus.PLANNED
        elif (
            verb is None
            and frame.cue is None
            and not frame.groups
            and not self._states(name, first)
        ):
            frame.status = AwardStatus.GENERAL

    def _left_bound(
        self, frame: Frame, previous: Frame | None, verbs: list[Verb], first: int
    ) -> int:
        """Give where the words left of a frame's verb begin: after the award or verb before, or a semicolon."""
        verb = frame.verb
        if verb is None:
            return first
        begin = clause_start(self.tokens, first, verb.begin)
        for other in self.names:
            if other.first >= verb.begin:
                break
            if not other.praise or other.stop <= verb.begin:
                begin = max(begin, min(other.after, verb.begin))
        return begin

    def _right_bound(
        self, frame: Frame, names: list[AwardName], index: int, verbs: list[Verb], stop: int
    ) -> int:
        name = frame.name
        end = clause_stop(self.tokens, name.after, stop)
        for other in names[index + 1 :]:
            if not other.praise:
                end = min(end, other.first)
                break
        for verb in verbs:
            if verb.first >= name.after and verb.first < end:
                if verb.voice == Voice.BELONG or verb.first in (name.after, frame.after):
                    continue
                end = verb.begin
                if verb.voice in (Voice.PASSIVE, Voice.RECEIVE, Voice.ACTIVE):
                    comma = max(
                        (i for i in range(name.after, end) if self.tokens.norms[i] in (",", "và")),
                        default=end,
                    )
                    if comma < end and self._begins_subject(comma + 1, end):
                        end = comma
                break
        return max(end, name.after)

    def _begins_subject(self, at: int, stop: int) -> bool:
        """Say whether a new subject begins at a token: a number, "nhiều" or a named body."""
        at_number = at in self.figures or at + 1 in self.figures
        if at_number or self.tokens.norms[at] in PLURALS:
            return True
        return read_bodies(self.tokens, at, stop) is not None

    def _right_groups(self, frame: Frame, end: int) -> list[Group]:
        """Read the receivers right of an award's name."""
        tokens = self.tokens
        at = frame.after
        if at < end and tokens.norms[at] == ":":
            groups = read_list(
                tokens, at + 1, self._list_stop(frame, end), self.figures, listed=True
            )
            if groups:
                frame.given = True
                return groups
        for index in range(at, min(end, at + 24)):
            if tokens.norms[index] in ("cho", "tới", "đến") or (
                tokens.norms[index] == "tặng" and tokens.norms[index + 1 : index + 2] != ["cho"]
            ):
                frame.given = True
                groups = self._groups(index + 1, end) or self._proper(index + 1, end)
                return self._counted_by(frame.name, groups)
        at_number = at in self.figures or at + 1 in self.figures
        if not at_number and (at >= end or read_name(tokens, at, end) is None):
            return []
        return read_list(tokens, at, end, self.figures)

    def _list_stop(self, frame: Frame, end: int) -> int:
        """Give the end of a list after a colon: the next award, or the end of the sentence."""
        number = self.document.sentence_at(frame.name.first)
        stop = self.document.sentences[number][1]
        following = [n.first for n in self.names if frame.name.first < n.first < stop]
        return min(following, default=stop)

    def _proper(self, at: int, end: int) -> list[Group]:
        """Read a capitalised name of unknown sort after "cho"."""
        tokens = self.tokens
        stop = at
        while stop < min(end, at + 6) and tokens.words[stop][0].isupper():
            stop += 1
        if stop == at:
            return []
        return [Group(at, stop, RecipientKind.COLLECTIVE, name=tokens.text(at, stop))]

    def _counted_by(self, name: AwardName, groups: list[Group]) -> list[Group]:
        """Give one unnamed group the number that stands before the award ("6 cờ cho công đoàn cấp trên")."""
        before = self._number_before(name)
        if before is None or len(groups) != 1 or groups[0].numbered:
            return groups
        group = groups[0]
        plural = self.tokens.norms[group.first - 1] in PLURALS
        if plural or name.form in (AwardForm.HUY_CHUONG, AwardForm.GIAI):
            return groups
        words = self.tokens.words[group.first + 1 : group.stop]
        if group.name is not None and any(w.istitle() for w in words):
            return groups
        return [Group(group.first, group.stop, group.kind, before.value, numbered=True)]

    def _groups(self, at: int, end: int) -> list[Group]:
        """Read the receivers from a token on."""
        return read_list(self.tokens, at, end, self.figures)

    def _after_verb(self, verb: Verb, end: int) -> list[Group]:
        at = verb.stop
        while at < end and self.tokens.norms[at] in ("cho", "tới", "đến", "về"):
            at += 1
        return self._groups(at, end)

    def _active(
        self, frame: Frame, previous: Frame | None, begin: int, first: int, right: list[Group]
    ) -> None:
        tokens, verb, name = self.tokens, frame.verb, frame.name
        if verb is None:
            return
        if frame.own_grantor:
            subject = find_subject(tokens, begin, verb.begin)
            if subject is not None and not only_hands_over(tokens, subject, verb.first):
                frame.shared_grantor = (subject.first, subject.stop)
        else:
            around = tokens.norms[max(verb.begin - 1, 0) : verb.first]
            event = (
                name.praise
                and any(w in ("lễ", "nghị", "buổi", "đêm") for w in around)
                and "tổ" not in around
            )
            asked = self._asked(verb, begin)
            organised = _organiser_stop(tokens, begin, verb.first) if event else None
            if event and organised is None:
                subject = None
            else:
                subject = find_subject(tokens, begin, organised or verb.begin)
            if subject is not None:
                staged = not name.praise or tokens.norms[verb.first] == "trao"
                hands = staged and only_hands_over(tokens, subject, verb.first)
                if (
                    not hands
                    and not (asked and subject.stop <= asked)
                    and not (
                        name.form in _STATE_FORMS and not asked and not _is_state(tokens, subject)
                    )
                    and not (name.praise and subject.kind == BodyKind.PERSON)
                ):
                    frame.grantor = (subject.first, subject.stop)
                    frame.subject = True
            elif previous is not None and previous.verb is not None:
                if previous.voice == Voice.ACTIVE or previous.verb.giver:
                    frame.grantor = previous.shared_grantor
            elif self.grantor is not None and verb.begin <= first + 4 and not asked:
                frame.grantor = self.grantor
        frame.groups = right
        if not right and not name.praise:
            frame.groups = self._between(verb, name)
            frame.carried = bool(frame.groups)
        if not frame.groups and self._asked(verb, begin):
            frame.groups = find_receivers(tokens, begin, self._asked(verb, begin), self.figures)
        if not frame.groups and not name.praise:
            frame.groups = self._titled_count(name, praised=verb.kind == VerbKind.PRAISE)
        if frame.given:
            return
        if (
            not frame.groups
            and previous is not None
            and previous.verb is not verb
            and not name.praise
        ):
            frame.groups = previous.groups
            frame.carried = True
        elif not frame.groups and previous is not None and previous.carried and not name.praise:
            frame.groups, frame.carried = previous.groups, True

    def _asked(self, verb: Verb, begin: int) -> int:
        """Give where "đề nghị" begins left of a verb, or 0: who asks without naming another asks for himself."""
        norms = self.tokens.norms
        for index in range(verb.first - 1, begin, -1):
            if norms[index] == "trình" and norms[index - 1] not in ("chương", "công", "quá", "tờ"):
                return skip_adverbs(self.tokens, index, begin)
            if norms[index - 1 : index + 1] in (["đề", "nghị"], ["hồ", "sơ"]):
                return skip_adverbs(self.tokens, index - 1, begin)
        return 0

    def _between(self, verb: Verb, name: AwardName) -> list[Group]:
        """Read receivers between the verb and the award ("tặng 5 cá nhân Bằng khen", "khen cho X …")."""
        tokens = self.tokens
        at = verb.stop
        if at < name.first and tokens.norms[at] in ("cho", "tới", "đến"):
            return self._groups(at + 1, name.first)
        counted = find_counted(tokens, at, name.first, self.figures)
        if counted:
            return [g for g in counted if g.stop <= name.first]
        near = read_list(tokens, at, name.first, self.figures) if at < name.first else []
        return near if near and name.first - near[-1].stop <= 3 else []

    def _titled_count(self, name: AwardName, *, praised: bool = False) -> list[Group]:
        """Take the number right before a title as that of its holders ("công nhận 4 đơn vị dẫn đầu khối thi đua")."""
        before = self._number_before(name)
        noun = NOUNS.read(self.tokens.norms, name.first, name.stop)
        if before is None and praised and noun is not None and name.form == AwardForm.DANH_HIEU:
            return [Group(name.first, name.stop, noun[1])]
        if before is None:
            return []
        if name.form == AwardForm.DANH_HIEU and noun is not None:
            return [Group(name.first, name.stop, noun[1], before.value, numbered=True)]
        return []

    def _number_before(self, name: AwardName) -> Figure | None:
        at = name.first
        while at > 0 and self.tokens.words[at - 1] in "“\"‘'":
            at -= 1
        for back in range(1, 4):
            figure = self.figures.get(at - back)
            if figure is not None and figure[0] == at:
                return figure[1]
        return None

    def _receiving(
        self, frame: Frame, previous: Frame | None, begin: int, right: list[Group]
    ) -> None:
        tokens, verb, name = self.tokens, frame.verb, frame.name
        if verb is None:
            return
        if not frame.own_grantor:
            if verb.giver is not None:
                frame.grantor = verb.giver
            elif (
                (
                    verb.kind in (VerbKind.GIVE, VerbKind.PRAISE)
                    or tokens.norms[verb.first] in ("nhận", "đón")
                )
                and previous is not None
                and previous.verb is not None
                and previous.verb.kind in (verb.kind, VerbKind.GIVE)
                and tokens.norms[verb.first] != "gắn"
                and (previous.verb.kind != VerbKind.RECEIVE or previous.carried_grantor)
            ):
                frame.carried_grantor = True
                frame.grantor = previous.shared_grantor
        groups = find_receivers(
            tokens,
            begin,
            verb.begin,
            self.figures,
            bare=verb.kind == VerbKind.RECEIVE and verb.begin == verb.first,
        )
        if groups and groups[0].numbered:
            groups = groups + self._late_members(frame)
        if previous is not None and previous.verb is verb:
            own = self._elided(previous, name)
            groups = own or self._titled_count(name) or groups
        if frame.given and right and not name.praise:
            groups = right
        if not groups:
            groups = self._titled_count(name)
        if not groups and previous is not None:
            groups = previous.groups
        if not groups:
            groups = self._topic(self.document.sentence_at(name.first))
        frame.groups = groups

    def _elided(self, previous: Frame, name: AwardName) -> list[Group]:
        """Read a new subject whose verb is left out ("A giành giải Nhất, B giải Nhì")."""
        at = previous.after
        if at + 1 >= name.first or self.tokens.norms[at] not in (",", ";", "và"):
            return []
        groups = read_list(self.tokens, at + 1, name.first, self.figures)
        own = groups and groups[0].kind != RecipientKind.UNKNOWN
        return groups if own and (groups[0].name or groups[0].numbered) else []

    def _late_members(self, frame: Frame) -> list[Group]:
        """Read a counted group that the subject is joined by after the award (", 5 tập thể …" at the end)."""
        tokens, at = self.tokens, frame.after
        stop = clause_stop(tokens, at, self.document.sentences[self.document.sentence_at(at)][1])
        if frame.name.praise or at + 1 >= stop or tokens.norms[at] not in (",", "và"):
            return []
        if at + 1 not in self.figures or self.figures[at + 1][0] in {n.first for n in self.names}:
            return []
        if any(w in _PREDICATES for w in tokens.norms[at:stop]):
            return []
        return [g for g in read_list(tokens, at + 1, stop, self.figures) if g.numbered]

    def _share(self, frames: list[Frame], stop: int) -> None:
        """Let awards in one list share receivers and a grantor stated after the last of them."""
        tokens = self.tokens
        for here, following in zip(reversed(frames[:-1]), reversed(frames[1:]), strict=True):
            if here.voice == Voice.NONE and following.voice == Voice.BELONG:
                between = tokens.norms[here.name.after : following.name.first]
                if all(w in (",", "và") or w[0].isdigit() for w in between):
                    here.groups, here.status = following.groups, following.status
                    here.grantor = here.grantor or following.shared_grantor
                    here.verb, here.voice = following.verb, following.voice
                continue
            if here.verb is None or here.verb is not following.verb:
                close = tokens.norms[here.name.after : following.name.first]
                if not (following.name.praise and all(w in _PRAISE_GAP for w in close)):
                    continue
            gap = tokens.norms[here.name.after : following.name.first]
            tight = all(w in _SHARED_GAP or w in _PRAISE_GAP or w[0].isdigit() for w in gap)
            if here.voice in (Voice.ACTIVE, Voice.PASSIVE, Voice.RECEIVE) and tight:
                if following.groups and (not here.groups or (following.given and not here.given)):
                    here.groups = following.groups
                if (
                    here.grantor is None
                    and following.own_grantor
                    and here.name.form in _BODY_FORMS
                    and all(w in (",", "và") for w in gap)
                ):
                    here.grantor = following.grantor

    def _praise_stands(self, frame: Frame, frames: list[Frame], first: int, stop: int) -> bool:
        others = [f for f in frames if f is not frame and not f.name.praise]
        if any(f.verb is frame.verb for f in others):
            return False
        stands = praise_stands(
            self.tokens,
            frame.name,
            frame.verb,
            frame.groups,
            others=[f.name for f in others],
            subject=frame.subject,
            first=first,
            stop=stop,
            again=self.praised_before,
        )
        self.praised_before = self.praised_before or stands
        return stands

    def _settle(self, frame: Frame, first: int) -> None:
        """Remember what later awards may take over, and take over from an earlier mention of the same award."""
        name = frame.name
        key = (name.form, (name.title or "").lower(), name.rank)
        if name.form == AwardForm.GIAI_THUONG and frame.grantor is None and not name.title:
            frame.grantor = self.prize_grantor
        if name.form == AwardForm.GIAI:
            number = self.document.sentence_at(name.first)
            if frame.grantor is None and self.jury is not None and number - self.jury_at <= 2:
                frame.grantor = self.jury
            if frame.grantor is not None and self.tokens.norms[frame.grantor[0]] in ("ban", "btc"):
                self.jury, self.jury_at = frame.grantor, number
        if (
            name.form == AwardForm.KY_NIEM_CHUONG
            and not frame.own_grantor
            and frame.grantor is not None
            and any(w in ("thủ", "nước") for w in tokens_of(self.tokens, frame.grantor))
        ):
            frame.grantor = None
        if (
            frame.grantor is None
            and (name.title or name.rank)
            and name.form not in (AwardForm.GIAI, AwardForm.DANH_HIEU)
        ):
            frame.grantor = self.known.get(key)
        if frame.grantor is not None:
            self.known.setdefault(key, frame.grantor)
            if name.form == AwardForm.GIAI_THUONG:
                self.prize_grantor = frame.grantor
        if frame.shared_grantor is not None and frame.voice == Voice.ACTIVE:
            self.grantor = frame.shared_grantor
        if frame.groups and frame.voice in (Voice.RECEIVE, Voice.PASSIVE):
            self.receivers = frame.groups
            self.received_at = self.document.sentence_at(name.first)
        if frame.status == AwardStatus.GENERAL:
            cue = frame.cue[0] if frame.cue else self.document.sentences[0][0]
            frame.groups = [g for g in frame.groups if g.count is not None and g.first > cue]
        if name.form == AwardForm.DANH_HIEU:
            frame.groups = _fitting(self.tokens, name, frame.groups)

    def _comes(self, frame: Frame, stop: int) -> bool:
        """Say whether "sẽ" or "dự kiến" stands right after the award ("người đoạt giải nhất sẽ được …")."""
        following = self.tokens.norms[frame.after : min(stop, frame.after + 4)]
        return "sẽ" in following or following[:2] == ["dự", "kiến"] or "dự" in following[:3]

    def _is_equated(self, name: AwardName, stop: int) -> bool:
        """Say whether "là" ties a place in a contest to its winner ("giải Ba là đội Văn phòng")."""
        return (
            name.form == AwardForm.GIAI
            and name.after + 1 < stop
            and self.tokens.norms[name.after] == "là"
        )

    def _rated(self, name: AwardName) -> list[Group]:
        """Read the holders out of the title itself ("tỷ lệ gia đình văn hóa đạt 90%")."""
        norms = self.tokens.norms
        if norms[name.after : name.after + 1] != ["đạt"] and norms[name.first - 1] != "lệ":
            return []
        noun = NOUNS.read(norms, name.first, name.stop)
        return [Group(name.first, name.stop, noun[1])] if noun is not None else []

    def _held_by(self, frame: Frame, stop: int) -> list[Group]:
        """Read "của X" after an award that no verb governs."""
        at = frame.name.after
        if at + 1 < stop and self.tokens.norms[at] == "của" and frame.grantor is None:
            return read_groups(self.tokens, at + 1, stop)
        return []

    def _topic(self, number: int) -> list[Group]:
        """Give whom the text speaks of: the subject of the receivers before, or of a sentence shortly before."""
        first = self.document.sentences[number][0]
        if self.tokens.norms[first] in PRONOUNS:
            return [
                Group(first, first + 1, RecipientKind.INDIVIDUAL, name=self.tokens.words[first])
            ]
        if self.receivers and self.received_at >= number - 3:
            kept = [g for g in self.receivers if not g.numbered]
            if kept:
                return kept
        return find_topic(self.document, number)

    def _states(self, name: AwardName, first: int) -> bool:
        """Say whether an award without a verb is stated as held: after a colon, "tấm", "có", "với"."""
        before = self.tokens.norms[max(first, name.first - 10) : name.first]
        return (
            any(w in before for w in (":", "tấm", "chiếc", "có", "với", "nhiều", "từng", "thành"))
            or not before
        )

    def _award(self, frame: Frame) -> Award:
        tokens, name = self.tokens, frame.name
        evidence = [
            Evidence(start=tokens.starts[a], end=tokens.ends[b - 1], role=role)
            for role, span in (
                ("trigger", (frame.verb.first, frame.verb.stop) if frame.verb else None),
                ("grantor", frame.grantor),
                ("status", frame.cue),
            )
            if span is not None
            for a, b in (span,)
            if b > a
        ]
        evidence += [
            Evidence(start=tokens.starts[g.first], end=tokens.ends[g.stop - 1], role="recipient")
            for g in frame.groups
        ]
        return Award(
            start=name.start,
            end=name.end,
            rule=f"{name.rule}.{frame.voice}",
            confidence=0.8,
            evidence=tuple(evidence),
            form=name.form,
            title=name.title,
            rank=name.rank,
            level=name.level,
            grantor=tokens.text(*frame.grantor) if frame.grantor else None,
            recipients=to_recipients(frame.groups),
            status=frame.status,
        )


def _organiser_stop(tokens: Tokens, first: int, at: int) -> int | None:
    """Give where "tổ chức" begins in "Y tổ chức hội nghị … biểu dương", or None."""
    for index in range(at - 1, max(first, at - 24), -1):
        if tokens.norms[index - 1 : index + 1] == ["tổ", "chức"]:
            if tokens.norms[index - 2] == "ban":
                continue
            return skip_adverbs(tokens, index - 1, first)
    return None


def tokens_of(tokens: Tokens, span: tuple[int, int]) -> list[str]:
    """Give the norms of a stretch."""
    return tokens.norms[span[0] : span[1]]


def _is_state(tokens: Tokens, body: Body) -> bool:
    """Say whether a giver can be the State, which alone confers orders and medals."""
    return any(w in ("nước", "đảng", "phủ", "quốc") for w in tokens.norms[body.first : body.stop])


def _fitting(tokens: Tokens, name: AwardName, groups: list[Group]) -> list[Group]:
    """Keep the receivers that a title can go to, where the list names both kinds without numbers."""
    if len(groups) < 2 or any(g.numbered for g in groups):
        return groups
    noun = NOUNS.read(tokens.norms, name.first, name.stop)
    if noun is None:
        return groups
    return [g for g in groups if g.kind == noun[1]] or groups


_PREDICATES = ("được", "đạt", "nhận", "đoạt", "giành", "tặng", "trao", "là")
_STATE_FORMS = (AwardForm.HUAN_CHUONG,)
_BODY_FORMS = (
    AwardForm.BANG_KHEN,
    AwardForm.GIAY_KHEN,
    AwardForm.CO_THI_DUA,
    AwardForm.KY_NIEM_CHUONG,
)
_PRAISE_GAP = frozenset({",", "và", "tặng", "thưởng", "phần", "quà", "tiền", "trao"})
_SHARED_GAP = frozenset(
    {",", "và", "cùng", "với", "“", "”", '"', "nhiều", "các", "cấp", "danh", "hiệu", "&", "giải"}
)
