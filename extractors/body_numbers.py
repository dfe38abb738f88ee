"""Numbers in the names of organisations: "Quận 7", "Trung đoàn 335", "Trường THPT số 2", "Công ty May 10"."""

from extractors.body_heads import NUMBERED_HEADS
from extractors.body_holders import Behind
from extractors.body_phrases import match_width, stands, words_of
from extractors.body_words import MEASURES, NO_SECOND_SYLLABLE, NUMBERED
from extractors.counted_nouns import NOUNS
from extractors.entities import BodyType
from extractors.text import spelling
from extractors.tokens import TokenKind, Tokens

MAX_DIGITS = 4
_NUMBERED = frozenset(spelling(one) for one in NUMBERED)
_NUMBERED_HEADS = frozenset(words_of(one) for one in NUMBERED_HEADS)
_MEASURES = frozenset(spelling(one) for one in MEASURES)
_NO_SECOND = frozenset(spelling(one) for one in NO_SECOND_SYLLABLE)


def number_width(
    tokens: Tokens, body: Behind, index: int, limit: int, *, proper: bool, after_field: bool
) -> int:
    """Give the length of the number at a token that is part of a body's name, 0 where it is none.

    `proper` and `after_field` say what was read right before: a proper name, a field of work.
    """
    if not tokens.words[index].isdigit() or len(tokens.words[index]) > MAX_DIGITS:
        return 0
    if index + 1 < limit and tokens.words[index + 1] in "%/":
        return 0
    joined = index > body.at or body.kind is BodyType.ARMED_FORCES
    before = tokens.norms[index - 1]
    arm = after_field and body.kind is BodyType.ARMED_FORCES
    numbered = before in _NUMBERED or ((proper or arm) and index > body.at)
    told = numbered and (joined or before == "số")
    if not told and (not _may_tell(tokens, body, index, after_field) or _counts(tokens, index)):
        return 0
    return _date_width(tokens, index, limit)


def _may_tell(tokens: Tokens, body: Behind, index: int, after_field: bool) -> bool:
    """Say whether a number alone tells a body of this sort apart: "Xí nghiệp 2", "Công ty May 10"."""
    if index == body.at and body.head in _NUMBERED_HEADS:
        return True
    if body.kind is BodyType.COMPANY and after_field:
        return True
    return index > body.at and any(stands(tokens, index - len(one), one) for one in _NUMBERED_HEADS)


def _counts(tokens: Tokens, index: int) -> bool:
    """Say whether a number counts what follows it: "nhà máy 2 tầng", "Công ty 8 năm liền"."""
    after = index + 1
    if after >= len(tokens) or tokens.norms[after] in _NO_SECOND:
        return False
    noun = match_width(NOUNS, tokens, after, len(tokens))
    return bool(noun) or tokens.norms[after] in _MEASURES


def _date_width(tokens: Tokens, index: int, limit: int) -> int:
    """Give the length of a number or of a day that a body is named after: "Bệnh viện 19-8"."""
    dashed = index + 2 < limit and tokens.words[index + 1] == "-" and tokens.glued(index + 1)
    if not dashed or tokens.kinds[index + 2] != TokenKind.NUMBER:
        return 1
    return 3 if max(len(tokens.words[index]), len(tokens.words[index + 2])) < 3 else 1
