"""Whom a text speaks of: the person, body or company that shortly before a place, or at the head of a text, is its subject."""

from extractors.bodies import Body, BodyKind, read_body, read_name
from extractors.document import Document
from extractors.phrase_table import PhraseTable, phrases, words
from extractors.recipient_groups import Group, read_groups
from extractors.records import RecipientKind
from extractors.subjects import PRONOUNS
from extractors.tokens import TokenKind, Tokens, is_capital

TOPIC_REACH = 6
HEAD_SENTENCES = 3
HEAD_WIDTH = 80
_OPENERS = frozenset({",", ":", "“", '"', "là", "-", "–", ")", "*", "+"})
# What a sheet about one person is headed by or holds.
_SHEETS = PhraseTable(
    phrases(
        None,
        (
            "họ và tên",
            "họ tên",
            "tiểu sử",
            "sinh ngày",
            "sinh năm",
            "năm sinh",
            "ngày sinh",
            "lý lịch",
            "chân dung",
        ),
    )
)
_OWNS = ("có", "treo", "còn", "cũng", "nằm", "là")
_BULLETS = frozenset("-–•*+")
# "Đội trưởng", "Tổ phó", "Tổ chức", "Trạm xá" name no team.
_NO_TEAM = [[word] for word in ("trưởng", "phó", "viên", "chức", "ngũ", "tuyển", "quốc")]
_TEAMS = ("tổ", "đội", "xưởng", "trạm", "kíp")
_NO_PRONOUN_AFTER = words("em chị ấy cả bà cháu chồng con mẹ bé")
_BODIES = (BodyKind.BODY, BodyKind.COMPANY)


def find_topic(document: Document, number: int) -> list[Group]:
    """Find whom a text speaks of: the person or body that a sentence shortly before begins with."""
    tokens = document.tokens
    near = range(number - 1, max(number - TOPIC_REACH, 0) - 1, -1)
    for back in near:
        found = _subject(tokens, *document.sentences[back])
        if found:
            return found
    for back in near:
        found = _mentioned(tokens, *document.sentences[back])
        if found:
            return found
    return []


def sentence_topic(tokens: Tokens, first: int, stop: int) -> list[Group]:
    """Find the person, pronoun or body that a sentence itself speaks of before a token."""
    for at in range(first + 1, stop - 1):
        # "Trên vách nhà sàn của ông có 7 tấm giấy khen": who owns the place holds what hangs there.
        # "Tên ông cũng có trong danh sách": so does whose name stands in a list.
        owner = tokens.norms[at] in PRONOUNS and tokens.norms[at - 1] in ("của", "tên")
        if owner and tokens.norms[at + 1] in _OWNS:
            return [Group(at, at + 1, RecipientKind.INDIVIDUAL, name=tokens.words[at])]
    return _subject(tokens, first, stop) or _mentioned(tokens, first, stop)


def document_topic(document: Document, number: int) -> list[Group]:
    """Find whom a whole text speaks of: the person of a sheet or headline, or the body that heads it."""
    tokens = document.tokens
    head = document.sentences[: min(HEAD_SENTENCES, number + 1)]
    for first, stop in document.sentences[: min(HEAD_SENTENCES + 1, number + 1)]:
        near = range(first, min(stop, first + HEAD_WIDTH))
        if any(_SHEETS.read(tokens.norms, at, stop) for at in near):
            return [Group(first, first + 1, RecipientKind.INDIVIDUAL)]
    for first, stop in head:
        found = _subject(tokens, first, stop) or _mentioned(tokens, first, stop)
        if found:
            return found
    for first, stop in head:
        for at in range(first, min(stop, first + HEAD_WIDTH)):
            body = read_body(tokens, at, stop)
            if body is not None and body.kind in _BODIES and body.stop > at + 1:
                return [g for g in read_groups(tokens, at, body.stop) if g.name]
    return []


def _subject(tokens: Tokens, first: int, stop: int) -> list[Group]:
    """Read the person, pronoun or body that begins a sentence or a part of it."""
    head = first
    while head < stop - 1 and tokens.words[head] in _BULLETS:
        head += 1
    for at in range(first, min(stop, first + 30)):
        if at != first and tokens.norms[at - 1] not in _OPENERS:
            continue
        body = read_body(tokens, at, stop)
        person = body if body is not None and body.kind == BodyKind.PERSON else None
        name = read_name(tokens, at, stop)
        if person is None and name is not None and name.stop - at >= 3:
            # "Đoàn Bến Than dẫn đầu": a surname that is the head of a body too.
            delegation = tokens.norms[at] == "đoàn" and body is not None
            person = None if delegation else name
        if person is not None:
            return _person(tokens, person)
        if _is_pronoun(tokens, at, stop):
            return [Group(at, at + 1, RecipientKind.INDIVIDUAL, name=tokens.words[at])]
        if at == head and body is not None and body.kind in _BODIES:
            return [g for g in read_groups(tokens, at, body.stop) if g.name]
        team = tokens.norms[at] in _TEAMS and tokens.norms[at + 1 : at + 2] not in _NO_TEAM
        if at == head and team and is_capital(tokens, at):
            return [Group(at, at + 1, RecipientKind.COLLECTIVE, name=tokens.words[at])]
    return []


def _is_pronoun(tokens: Tokens, at: int, stop: int) -> bool:
    """Say whether a word of address stands for a person named before."""
    if tokens.norms[at] not in PRONOUNS or tokens.kinds[at] != TokenKind.WORD or at + 1 >= stop:
        return False
    return tokens.words[at + 1].islower() and tokens.norms[at + 1] not in _NO_PRONOUN_AFTER


def _mentioned(tokens: Tokens, first: int, stop: int) -> list[Group]:
    """Read a full name of a person anywhere in the beginning of a sentence."""
    for at in range(first, min(stop, first + 40)):
        name = read_name(tokens, at, stop)
        if name is not None and name.stop - at >= 3 and not is_capital(tokens, max(at - 1, 0)):
            return _person(tokens, name)
    return []


def _person(tokens: Tokens, body: Body) -> list[Group]:
    name = tokens.text(body.first, body.stop)
    return [Group(body.first, body.stop, RecipientKind.INDIVIDUAL, name=name)]
