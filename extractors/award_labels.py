"""Labels before a colon that say of whom a line or a part of it speaks: "Sở Y tế: Bằng khen cho …", "Ông X: Chiến sĩ thi đua"."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.award_frames import Frame, Scene, TokenSpan
from extractors.award_places import AwardName
from extractors.bodies import BodyKind, read_bodies
from extractors.clauses import Voice, skip_adverbs
from extractors.document import Document
from extractors.grantors import find_subject
from extractors.phrase_table import words
from extractors.recipient_groups import Group, read_groups
from extractors.recipient_nouns import NOUNS
from extractors.records import RecipientKind
from extractors.tokens import TokenKind, Tokens

MAX_LABEL = 28
MAX_ITEMS = 12
_GIVING = ("trao", "tặng", "thưởng", "dương", "nhận", "khen")
_BULLETS = frozenset("-–—+*•.)/(") | words(
    "riêng còn về phía đối với tại ở gồm và là trong đó khối"
)
_GIVERS = (BodyKind.BODY, BodyKind.OFFICE, BodyKind.COMPANY)


@dataclass(frozen=True, slots=True)
class Label:
    """What stands before a colon, in token indices."""

    colon: int
    """The colon."""
    giver: TokenSpan | None
    """The body or office it names."""
    groups: tuple[Group, ...]
    """Those it names, as receivers."""


def read_labels(scene: Scene) -> list[Label]:
    """Read the labels of a sentence that name a body, a person or a work; awards before a colon are none."""
    tokens, found = scene.tokens, []
    begin = scene.first
    for index in range(scene.first, scene.stop):
        word = tokens.words[index]
        if word == ";":
            begin = index + 1
        elif word == ":":
            label = _read_label(scene, begin, index)
            if label is not None:
                found.append(label)
            begin = index + 1
    return found


def skip_bullets(tokens: Tokens, at: int, stop: int) -> int:
    """Step over the signs and numbers that an item of a list begins with."""
    while at < stop and (
        tokens.norms[at] in _BULLETS
        or (tokens.kinds[at] == TokenKind.NUMBER and tokens.norms[at + 1 : at + 2] in _ENDS)
    ):
        at += 1
    return at


_ENDS = (["."], [")"], ["/"], ["-"])


def _read_label(scene: Scene, begin: int, colon: int) -> Label | None:
    tokens = scene.tokens
    at = skip_bullets(tokens, begin, colon)
    if at >= colon or colon - at > MAX_LABEL:
        return None
    if any(at <= name.first < colon for name in scene.names):
        return None
    if tokens.norms[at : at + 2] in (["cá", "nhân"], ["tập", "thể"]) and at + 2 < colon:
        at += 2
    groups = read_groups(tokens, at, colon)
    if not groups:
        noun = NOUNS.read(tokens.norms, at, colon)
        work = noun is not None and noun[1] == RecipientKind.WORK
        groups = [Group(at, colon, RecipientKind.WORK)] if work else []
    named = bool(groups) and groups[0].first == at
    if not named or not _closes(tokens, groups[-1], colon):
        return None
    body = read_bodies(tokens, at, colon)
    giver = (body.first, body.stop) if body is not None and body.kind in _GIVERS else None
    return Label(colon, giver, tuple(groups))


def heading_giver(document: Document, number: int) -> TokenSpan | None:
    """Find who gives what stands under "… trao giải như sau:", for an item of that list."""
    tokens = document.tokens
    for back in range(number - 1, max(number - MAX_ITEMS, 0) - 1, -1):
        first, stop = document.sentences[back]
        if tokens.words[stop - 1] == ":":
            for at in range(stop - 2, first, -1):
                if tokens.norms[at] in _GIVING:
                    body = find_subject(tokens, first, skip_adverbs(tokens, at, first))
                    return (body.first, body.stop) if body is not None else None
            return None
        item = skip_bullets(tokens, first, stop) > first or tokens.kinds[first] == TokenKind.NUMBER
        if not item and tokens.norms[first] not in ("giải", "huy", "bằng", "cờ"):
            return None
    return None


def _closes(tokens: Tokens, group: Group, colon: int) -> bool:
    """Say whether a label holds a name and what describes it, and no verb of speech."""
    if group.stop == colon or tokens.norms[group.stop] in (",", "(", "-", "–"):
        return True
    return group.kind == RecipientKind.WORK


def apply_label(frame: Frame, labels: Sequence[Label]) -> None:
    """Let a label give what stands right of it, or receive it where nobody else does."""
    place = bisect_left([label.colon for label in labels], frame.name.first) - 1
    if place < 0:
        return
    label = labels[place]
    to_others = bool(frame.groups) and frame.groups[0].first > label.colon
    if not to_others and (not frame.groups or frame.verb is None or frame.verb.first < label.colon):
        frame.groups = list(label.groups)
        return
    own = frame.grantor is not None and frame.grantor[0] > label.colon
    giving = frame.voice in (Voice.NONE, Voice.ACTIVE)
    if to_others and giving and not own and label.giver is not None:
        frame.grantor = frame.shared_grantor = label.giver


def is_stated(scene: Scene, name: AwardName) -> bool:
    """Say whether an award that no verb governs is stated as held: as an item, after a label, "tấm", "có" …"""
    tokens = scene.tokens
    at = skip_bullets(tokens, scene.first, name.first)
    if at >= name.first or (at in scene.figures and scene.figures[at][0] == name.first):
        return True
    if tokens.norms[name.first - 1] in ("được", "là"):
        return True
    before = tokens.norms[max(scene.first, name.first - 10) : name.first]
    return any(word in _HELD for word in before)


_HELD = (":", "tấm", "chiếc", "có", "với", "nhiều", "từng", "thành", "treo")
