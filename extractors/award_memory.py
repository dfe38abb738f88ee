"""What later awards of a text take over from earlier ones: givers of the same award, juries, the person spoken of."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from extractors.award_frames import Frame, Scene, TokenSpan
from extractors.award_labels import heading_giver, is_stated
from extractors.clauses import Voice
from extractors.recipient_groups import Group
from extractors.recipients import find_counted
from extractors.records import AwardForm, AwardStatus, Modifier, RecipientKind
from extractors.subjects import PRONOUNS
from extractors.tokens import TokenKind
from extractors.topics import HEAD_SENTENCES, document_topic, find_topic, sentence_topic

TOPIC_SENTENCES = 3
JURY_SENTENCES = 2
# Works win prizes and certificates of innovation; the others go to people and bodies.
_FOR_WORKS = (
    *(AwardForm.GIAI, AwardForm.GIAI_THUONG, AwardForm.HUY_CHUONG, AwardForm.BANG_CHUNG_NHAN),
    AwardForm.OTHER,
)
# Titles of yearly ratings are given by many, "Công nhân giỏi Thủ đô" by one.
_RATINGS = ("chiế", "lao ", "tập ", "vững", "gia ", "học ", "giáo", "cstđ", "lđtt")
_MEASURES = ("lượt", "tấm", "chiếc", "suất")
_CERTIFICATES = (
    *(AwardForm.BANG_KHEN, AwardForm.GIAY_KHEN, AwardForm.CO_THI_DUA),
    *(AwardForm.KY_NIEM_CHUONG, AwardForm.BANG_CHUNG_NHAN),
)
_KINDS = {
    AwardForm.CO_THI_DUA: RecipientKind.COLLECTIVE,
    AwardForm.DANH_HIEU: RecipientKind.INDIVIDUAL,
}
MANY = 2
_DETAILS = (["trong", "đó"], ["cụ", "thể"], ["bao", "gồm"], ["theo", "đó"], ["trong", "số"])


@dataclass(slots=True)
class Memory:
    """State of one text while its awards are read in order."""

    grantor: TokenSpan | None = None
    """The giver of the last award in the active voice."""
    last: tuple[int, Frame] | None = None
    """The last frame with the number of its sentence, for the next stretch of a long sentence."""
    praised: bool = False
    """Whether a verb of praise stood as an award before."""
    _known: dict[tuple[AwardForm, str, str | None], TokenSpan] = field(default_factory=dict)
    _prize: TokenSpan | None = None
    _jury: TokenSpan | None = None
    _jury_at: int = 0
    _given: tuple[int, AwardForm, TokenSpan] | None = None
    _winners: tuple[int, RecipientKind] | None = None
    _only: dict[AwardForm, TokenSpan | None] = field(default_factory=dict)
    _heads: dict[int, list[Group]] = field(default_factory=dict)
    _receivers: list[Group] = field(default_factory=list)
    _received_at: int = 0

    def settle(self, scene: Scene, frame: Frame) -> None:
        """Fill a missing giver from an earlier mention of the same award, and remember this one."""
        self._headed(scene, frame)
        self._contest(scene, frame)
        self._named(scene, frame)
        self._second(scene, frame)
        if frame.grantor is not None:
            self._given = scene.number, frame.name.form, frame.grantor
        if frame.name.form == AwardForm.GIAI and frame.groups and not frame.groups[0].numbered:
            self._winners = scene.number, frame.groups[0].kind
        if frame.shared_grantor is not None and frame.voice == Voice.ACTIVE:
            self.grantor = frame.shared_grantor
        if frame.groups and frame.voice in (Voice.RECEIVE, Voice.PASSIVE):
            self._receivers, self._received_at = frame.groups, scene.number
        if frame.status == AwardStatus.GENERAL and not frame.revoked:
            cue = frame.cue[0] if frame.cue else 0
            frame.groups = [g for g in frame.groups if g.first > cue and _exact(scene, g)]

    def _second(self, scene: Scene, frame: Frame) -> None:
        """Let one who receives a certificate spoken of before have it from the only giver of such ("Hôm nhận Bằng khen, …")."""
        form, verb = frame.name.form, frame.verb
        if form not in _CERTIFICATES or frame.name.praise:
            return
        again = verb is not None and scene.tokens.norms[verb.first] in ("nhận", "đón")
        counted = any(group.numbered for group in frame.groups)
        if frame.grantor is None and frame.voice == Voice.RECEIVE and again and not counted:
            frame.grantor = self._only.get(form)
        same = form not in self._only or _alike(scene, self._only[form], frame.grantor)
        self._only[form] = frame.grantor if same else None

    def _headed(self, scene: Scene, frame: Frame) -> None:
        """Take the giver of the heading above a list, or of the sentence that "trong đó" goes on with."""
        if frame.grantor is not None or frame.name.praise:
            return
        if frame.voice == Voice.NONE:
            frame.grantor = heading_giver(scene.document, scene.number)
        if frame.grantor is None and self._given is not None and _details(scene):
            number, form, giver = self._given
            if number >= scene.number - 1 and form == frame.name.form:
                frame.grantor = giver

    def _contest(self, scene: Scene, frame: Frame) -> None:
        """Let the jury of a contest hold for the places named in the next sentences."""
        if frame.name.form != AwardForm.GIAI:
            return
        near = scene.number - self._jury_at <= JURY_SENTENCES
        if frame.grantor is None and near:
            frame.grantor = self._jury
        if frame.grantor is not None and scene.tokens.norms[frame.grantor[0]] in ("ban", "btc"):
            self._jury, self._jury_at = frame.grantor, scene.number

    def _named(self, scene: Scene, frame: Frame) -> None:
        name = frame.name
        if name.form == AwardForm.GIAI_THUONG and frame.grantor is None and not name.title:
            frame.grantor = self._prize
        if name.form == AwardForm.KY_NIEM_CHUONG and not frame.own_grantor and frame.grantor:
            # The State hands out no commemorative medals: such a giver belongs to the award before.
            first, stop = frame.grantor
            if any(word in ("thủ", "nước") for word in scene.tokens.norms[first:stop]):
                frame.grantor = None
        key = (name.form, (name.title or "").lower(), name.rank)
        special = name.form not in (AwardForm.GIAI, AwardForm.DANH_HIEU)
        special = special or (
            name.form == AwardForm.DANH_HIEU and (name.title or "")[:4].lower() not in _RATINGS
        )
        if frame.grantor is None and special and (name.title or name.rank):
            frame.grantor = self._known.get(key)
        if frame.grantor is not None:
            self._known.setdefault(key, frame.grantor)
            if name.form == AwardForm.GIAI_THUONG:
                self._prize = frame.grantor

    def complete(self, scene: Scene, frames: Sequence[Frame]) -> None:
        """Find receivers for awards that are held by somebody whom their clause does not name."""
        previous: Frame | None = None
        for frame in frames:
            if not frame.groups:
                frame.groups = self._counted(scene, frame)
            if not frame.groups and _is_held(scene, frame):
                counted = self._more_winners(scene, frame) or _entrants(scene, frame)
                if counted:
                    frame.groups = counted
                elif previous is not None and previous.groups and frame.voice != Voice.ACTIVE:
                    frame.groups = previous.groups
                elif (
                    frame.verb is not None
                    or frame.status == AwardStatus.PROPOSED
                    or is_stated(scene, frame.name)
                ):
                    frame.groups = self._others(scene, frame)
            if not frame.name.praise:
                previous = frame

    def _counted(self, scene: Scene, frame: Frame) -> list[Group]:
        """Count the receivers by the awards, where a giver hands out a number of them to nobody in particular."""
        at = frame.name.first - 1
        while at > scene.first and scene.tokens.norms[at] in _MEASURES:
            at -= 1
        figure = scene.figures.get(at)
        if figure is None or frame.name.praise or frame.status != AwardStatus.CONFERRED:
            return []
        if figure[1].value < MANY:
            return []
        if frame.voice != Voice.ACTIVE or frame.given or frame.unnamed:
            return []
        kind = _KINDS.get(frame.name.form, RecipientKind.UNKNOWN)
        if frame.name.form == AwardForm.GIAI and self._winners is not None:
            kind = self._winners[1]
        if frame.name.form == AwardForm.GIAI:
            kind = _kind_told(scene, frame, kind)
        return [Group(at, figure[0], kind, figure[1].value, numbered=True)]

    def _more_winners(self, scene: Scene, frame: Frame) -> list[Group]:
        """Count the winners of prizes that stand in a line of their own under those with names."""
        at = frame.name.first - 1
        figure = scene.figures.get(at)
        if self._winners is None or figure is None or frame.name.form != AwardForm.GIAI:
            return []
        if frame.verb is not None or scene.number - self._winners[0] > JURY_SENTENCES:
            return []
        return [Group(at, at + 1, self._winners[1], figure[1].value, numbered=True)]

    def _others(self, scene: Scene, frame: Frame) -> list[Group]:
        """Give the topic of the text unless it is the giver."""
        tokens = scene.tokens
        before = frame.name.first if frame.verb is None else frame.verb.begin
        active = frame.voice == Voice.ACTIVE
        groups = self.topic(scene, None if active else before)
        giver = tokens.norm(*frame.grantor) if frame.grantor else None
        if frame.name.form not in _FOR_WORKS:
            groups = [g for g in groups if g.kind != RecipientKind.WORK]
        # "Giải thưởng Tôn Đức Thắng" is named after a person who does not receive it.
        inside = [(n.first, n.after) for n in scene.names if not n.praise]
        groups = [g for g in groups if not any(a <= g.first < b for a, b in inside)]
        return [g for g in groups if tokens.norm(g.first, g.stop) != giver]

    def topic(self, scene: Scene, stop: int | None = None) -> list[Group]:
        """Give whom the text speaks of: the receivers before, or the subject of a sentence shortly before.

        The words of the sentence itself up to `stop` come first.
        """
        tokens, first = scene.tokens, scene.first
        own = sentence_topic(tokens, first, stop) if stop is not None else []
        if own:
            return own
        if tokens.norms[first] in PRONOUNS:
            return [Group(first, first + 1, RecipientKind.INDIVIDUAL, name=tokens.words[first])]
        if self._receivers and self._received_at >= scene.number - TOPIC_SENTENCES:
            kept = [g for g in self._receivers if not g.numbered]
            if kept:
                return kept
        near = find_topic(scene.document, scene.number)
        return near or self._head(scene)

    def _head(self, scene: Scene) -> list[Group]:
        """Give whom the head of the text speaks of; it is read once for each of the first sentences."""
        number = min(scene.number, HEAD_SENTENCES)
        if number not in self._heads:
            self._heads[number] = document_topic(scene.document, number)
        return self._heads[number]


def _entrants(scene: Scene, frame: Frame) -> list[Group]:
    """Give those who took part, where a colon opens the prizes they won ("có 22 đoàn tham gia: 3 giải A, …")."""
    words = scene.tokens.words[scene.first : frame.name.first]
    if frame.verb is not None or frame.name.form != AwardForm.GIAI or ":" not in words:
        return []
    colon = scene.first + words.index(":")
    entered = find_counted(scene.tokens, scene.first, colon, scene.figures)
    return [Group(g.first, g.stop, g.kind) for g in entered[-1:]]


def _kind_told(scene: Scene, frame: Frame, kind: RecipientKind) -> RecipientKind:
    """Give the kind of winners that the name of a prize itself tells ("4 giải cá nhân", "2 giải tập thể")."""
    name = scene.tokens.norms[frame.name.first : frame.name.stop]
    if "cá" in name:
        return RecipientKind.INDIVIDUAL
    return RecipientKind.COLLECTIVE if "thể" in name or "đội" in name else kind


def _alike(scene: Scene, one: TokenSpan | None, other: TokenSpan | None) -> bool:
    """Say whether two givers are named by the same words."""
    if one is None or other is None:
        return False
    return scene.tokens.norm(*one) == scene.tokens.norm(*other)


def _exact(scene: Scene, group: Group) -> bool:
    """Say whether a group aimed at is counted exactly, and not by a least number or a share."""
    figure = scene.figures.get(group.first)
    if group.count is None or figure is None:
        return False
    return figure[1].modifier == Modifier.EXACT and figure[1].value_max is None


def _details(scene: Scene) -> bool:
    """Say whether a sentence goes into the details of the one before."""
    return scene.tokens.norms[scene.first : scene.first + 2] in _DETAILS


def _is_held(scene: Scene, frame: Frame) -> bool:
    """Say whether somebody holds or is to get an award, whom the words around it do not name."""
    if frame.name.praise or _counts_places(scene, frame):
        return False
    return frame.status in (AwardStatus.CONFERRED, AwardStatus.PROPOSED)


def _counts_places(scene: Scene, frame: Frame) -> bool:
    """Say whether a number of prizes is told, and nothing of who got them ("còn trao 12 giải Ba")."""
    numbered = scene.tokens.kinds[frame.name.first - 1] == TokenKind.NUMBER
    return frame.unnamed or (
        frame.name.form == AwardForm.GIAI and numbered and frame.verb is not None
    )
