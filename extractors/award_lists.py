"""Lists of awards: receivers, a giver or a verb stated once, after the last member."""

from collections.abc import Sequence

from extractors.award_frames import Frame
from extractors.clauses import Voice
from extractors.records import AwardForm
from extractors.tokens import Tokens

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
            _take_over(here, following, gap)


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


def _take_over(here: Frame, following: Frame, gap: list[str]) -> None:
    if not all(word in _TIGHT or word[0].isdigit() for word in gap):
        return
    if following.groups and (not here.groups or (following.given and not here.given)):
        here.groups = following.groups
    joined = all(word in (",", "và") for word in gap)
    one_giver = here.name.form in _OF_ONE_GIVER
    if here.grantor is None and following.own_grantor and joined and one_giver:
        here.grantor = following.grantor
