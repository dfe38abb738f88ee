"""Campaigns that a text points back to: "Hội thi" for the contest named before, a prize for the contest it was won in."""

from bisect import bisect_left
from collections.abc import Sequence

from extractors.document import Document
from extractors.link_scopes import Stretch
from extractors.records import Award, AwardForm, Campaign, CampaignType, Mention
from extractors.text import spelling
from extractors.tokens import TokenKind

# What a campaign is called when its name is not said again. "Ngày hội" may be a contest or something else.
CALLED: dict[str, frozenset[CampaignType]] = {
    spelling(name): frozenset(types)
    for names, types in (
        (("hội thi", "cuộc thi", "hội thao", "hội diễn", "giải đấu"), (CampaignType.HOI_THI,)),
        (("ngày hội",), (CampaignType.HOI_THI, CampaignType.OTHER)),
        (("chương trình",), (CampaignType.CHUONG_TRINH, CampaignType.OTHER)),
        (("phong trào",), (CampaignType.PHONG_TRAO,)),
        (("cuộc vận",), (CampaignType.CUOC_VAN_DONG,)),
        (("đợt thi", "đợt cao"), (CampaignType.DOT_THI_DUA,)),
        (("mô hình",), (CampaignType.MO_HINH,)),
    )
    for name in names
}
PRIZES = frozenset((AwardForm.GIAI, AwardForm.HUY_CHUONG))
# How far back a name may stand that is pointed at, and how far into the sentence it may be pointed at.
MAX_BACK, MAX_LEAD, MAX_HEAD, MAX_PARAGRAPH = 160, 8, 4, 600


class PointedCampaigns:
    """Looks up the campaigns that a text points back to; made once a text."""

    def __init__(
        self, document: Document, campaigns: Sequence[Campaign], sayings: Sequence[int]
    ) -> None:
        """Lay out the campaigns by the tokens they begin at; `sayings` are the tokens of verbs of saying."""
        self._document = document
        self._campaigns = campaigns
        self._sayings = sayings
        self._firsts = [document.token_at(one.start) for one in campaigns]
        contests = {one.key for one in campaigns if one.type is CampaignType.HOI_THI}
        self._contest = next(iter(contests)) if len(contests) == 1 else None

    def called(self, sentence: Stretch, at: int) -> int | None:
        """Follow "Hội thi", "Năm tới, chương trình" at the head of a sentence back to the last campaign of that sort."""
        norms = self._document.tokens.norms
        for index in range(sentence[0], min(sentence[0] + MAX_LEAD, at - 1)):
            types = CALLED.get(f"{norms[index]} {norms[index + 1]}")
            if types is not None:
                named = self._is_named(index)
                return None if named or self._is_told(index, at) else self._last(index, types)
        return None

    def contest_of(self, mention: Mention, at: int) -> int | None:
        """Give the contest that a prize was won in, named in the same paragraph, where the text tells of one contest only."""
        if not isinstance(mention, Award) or mention.form not in PRIZES or self._contest is None:
            return None
        for number in range(bisect_left(self._firsts, at) - 1, -1, -1):
            if self._firsts[number] < at - MAX_PARAGRAPH:
                return None
            if self._campaigns[number].key == self._contest:
                between = self._document.tokens.kinds[self._firsts[number] : at]
                return None if TokenKind.BREAK in between else number
        return None

    def _is_named(self, index: int) -> bool:
        """Say whether the name follows, so that nothing is pointed back to: "phong trào “Lao động giỏi”"."""
        near = bisect_left(self._firsts, index)
        return near < len(self._firsts) and self._firsts[near] <= index + MAX_HEAD

    def _is_told(self, index: int, at: int) -> bool:
        """Say whether it only tells where somebody speaks: "Phát biểu tại chương trình, ông Lộc cho biết …"."""
        near = bisect_left(self._sayings, index)
        return near < len(self._sayings) and self._sayings[near] < at - 1

    def _last(self, at: int, types: frozenset[CampaignType]) -> int | None:
        for number in range(bisect_left(self._firsts, at) - 1, -1, -1):
            if self._firsts[number] < at - MAX_BACK:
                return None
            if self._campaigns[number].type in types:
                return number
        return None
