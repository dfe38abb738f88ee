"""Lists of awards: receivers, a giver or a verb stated once, after the last member."""

from collections.abc import Sequence

from extractors.award_frames import Frame
from extractors.clauses import Voice
from extractors.records import AwardForm
from extractors.tokens import TokenKind, Tokens

# A giver after the last of these holds for all of them; orders and titles have givers of their own.
_OF_ONE_GIVER = (
    AwardForm.BANG_KHEN,
    AwardForm.GIAY_KHEN,
    AwardForm.CO_THI_DUA,
    AwardForm.KY_NIEM_CHUONG,
)
_BESIDE_PRAISE = frozenset({",", "và", "tặng", "thưởng", "phần", "quà", "tiền", "trao"})
_TIGHT = _BESIDE_PRAISE | {
    *("cùng", "với", "“", "”", '"', "nhiều", "các", "cấp", "danh", "hiệu", "&", "giải"),
}


def share(tokens: Tokens, frames: Sequence[Frame]) -> None:
    """Let the members of a list take over what is stated after a later member, last ones first."""
    for here, following in zip(reversed(frames[:-1]), reversed(frames[1:]), strict=True):
        gap = tokens.norms[here.name.after : following.name.first]
        if here.voice == Voice.NONE and following.voice == Voice.BELONG:
            _belong_together(here, following, gap)
        elif _same_list(here, following, gap) and here.voice in _LISTED:
            _take_over(tokens, here, following, gap)
        elif here.voice == following.voice == Voice.RECEIVE and ";" not in gap:
            _given_alike(here, following)


_LISTED = (Voice.ACTIVE, Voice.PASSIVE, Voice.RECEIVE)


def _belong_together(here: Frame, following: Frame, gap: list[str]) -> None:
    """Read "3 Cờ thi đua, 15 Bằng khen được trao cho …"."""
    if not all(word in (",", "và") or word[0].isdigit() for word in gap):
        return
    here.groups, here.status = following.groups, following.status
    here.grantor = here.grantor or following.shared_grantor
    here.verb, here.voice = following.verb, following.voice


def _same_list(here: Frame, following: Frame, gap: list[str]) -> bool:
    if here.verb is not None and here.verb is following.verb:
        return True
    return following.name.praise and all(word in _BESIDE_PRAISE for word in gap)


def _given_alike(here: Frame, following: Frame) -> None:
    """Read one giver after the second of two receipts ("20 tổ nhận Cờ thi đua, 30 thợ nhận Bằng khen của Y")."""
    counted = bool(here.groups and following.groups) and here.groups[0].numbered
    carried = here.grantor is None or here.carried_grantor
    alike = here.name.form in _OF_ONE_GIVER and following.name.form in _OF_ONE_GIVER
    if counted and following.groups[0].numbered and carried and alike and following.own_grantor:
        here.grantor = following.grantor


def _is_plural(tokens: Tokens, here: Frame) -> bool:
    """Say whether more than one such award is counted, so that one winner cannot hold them ("4 giải nhì và giải A cho X")."""
    at = here.name.first - 1
    return tokens.kinds[at] == TokenKind.NUMBER and tokens.norms[at].lstrip("0") != "1"


def _take_over(tokens: Tokens, here: Frame, following: Frame, gap: list[str]) -> None:
    if not all(word in _TIGHT or word[0].isdigit() for word in gap):
        return
    if following.groups and (not here.groups or (following.given and not here.given)):
        single = [(g.numbered, bool(g.name)) for g in following.groups] == [(False, True)]
        here.unnamed = single and here.name.form == AwardForm.GIAI and _is_plural(tokens, here)
        here.groups = [] if here.unnamed else following.groups
    elif following.unnamed and not here.groups and here.name.form == AwardForm.GIAI:
        here.unnamed = _is_plural(tokens, here)
    joined = all(word in (",", "và") for word in gap)
    one_giver = here.name.form in _OF_ONE_GIVER
    if here.grantor is None and following.own_grantor and joined and one_giver:
        here.grantor = following.grantor
