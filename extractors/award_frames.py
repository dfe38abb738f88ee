"""Frames of awards while a sentence is read: what is known of each, and the sentence around it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extractors.award_places import AwardName
from extractors.clauses import Verb, Voice
from extractors.document import Document
from extractors.recipient_groups import Group
from extractors.records import AwardStatus, Figure
from extractors.tokens import Tokens

TokenSpan = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence with awards, or a stretch of a very long one; token indices throughout."""

    document: Document
    """The text."""
    number: int
    """The number of the sentence."""
    names: Sequence[AwardName]
    """The awards named in it, in order, candidates of praise included."""
    verbs: Sequence[Verb]
    """The verbs that awards depend on, in order."""
    figures: Mapping[int, tuple[int, Figure]]
    """By its first token each figure of the text, with the token after it."""
    first: int
    """The first token."""
    stop: int
    """One past the last token."""
    planned: bool = False
    """Whether the text is a plan or a set of rules."""

    @property
    def tokens(self) -> Tokens:
        """The tokens of the text."""
        return self.document.tokens


@dataclass(slots=True)
class Frame:
    """What is known of one award; filled step by step."""

    name: AwardName
    """Where it is named."""
    verb: Verb | None
    """The verb it depends on. None where there is none."""
    voice: Voice
    """On which side of the verb givers and receivers stand."""
    begin: int = 0
    """Where the words left of the verb begin."""
    after: int = 0
    """One past the award's name, its level and a giver named right after it."""
    grantor: TokenSpan | None = None
    """Who confers it."""
    own_grantor: bool = False
    """Whether the giver stands right after the name ("Bằng khen của …"), so that it holds for this award alone."""
    shared_grantor: TokenSpan | None = None
    """The giver that later awards of the list take over."""
    carried_grantor: bool = False
    """Whether the giver was taken over from an earlier award of the list."""
    subject: bool = False
    """Whether the giver is the subject of the verb."""
    groups: list[Group] = field(default_factory=list)
    """Who receives it."""
    given: bool = False
    """Whether "cho" or a colon introduces the receivers right of the name."""
    unnamed: bool = False
    """Whether the text counts such awards and says nothing of who got them."""
    carried: bool = False
    """Whether the receivers were taken over, or stand before the name."""
    status: AwardStatus = AwardStatus.CONFERRED
    """How real it is."""
    cue: TokenSpan | None = None
    """The words that show the status."""
    denied: bool = False
    """Whether the text says that nobody gets it, or only who meets a condition."""
    revoked: bool = False
    """Whether it is taken back from those who had it."""
