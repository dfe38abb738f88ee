"""Lists of funds that name "quỹ" once: quỹ “Đền ơn đáp nghĩa”, Vì bạn nghèo, Khuyến học; các quỹ: Vì người nghèo, …"""

from collections.abc import Iterator, Sequence

from extractors.campaign_candidates import Candidate
from extractors.campaign_ends import name_end
from extractors.campaign_heads import Governors
from extractors.campaign_spans import trim_name
from extractors.campaign_words import FUND_WORDS
from extractors.document import Document
from extractors.records import CampaignType
from extractors.tokens import Tokens

_SEPARATORS = (",", ";", "và")
_CLOSING = "”\"’'"
_MOST = 8


def find_fund_lists(
    document: Document, governors: Governors, kept: Sequence[Candidate]
) -> Iterator[Candidate]:
    """Find the unquoted members of such lists after the first, in order."""
    tokens = document.tokens
    for one in kept:
        if one.type is CampaignType.QUY:
            yield from _members(tokens, governors, _next_member(tokens, one.stop))
    for hit in governors.heads:
        if hit.value in ("quỹ", "quĩ") and tokens.words[hit.stop : hit.stop + 1] == [":"]:
            yield from _members(tokens, governors, hit.stop + 1)


def _members(tokens: Tokens, governors: Governors, at: int | None) -> Iterator[Candidate]:
    for _ in range(_MOST):
        if at is None or at >= len(tokens) or not _begins_fund(tokens, at):
            return
        end = name_end(tokens, at, governors, event=False, fund=True)
        first, stop = trim_name(tokens, at, end)
        if stop - first < 2:
            return
        yield Candidate(first=first, stop=stop, type=CampaignType.QUY, rule="campaign.fund_list")
        at = _next_member(tokens, end)


def _begins_fund(tokens: Tokens, at: int) -> bool:
    return tokens.words[at].istitle() and tokens.norms[at] in FUND_WORDS


def _next_member(tokens: Tokens, stop: int) -> int | None:
    """Give the token after the closing marks and the separator that follow a name."""
    at = stop
    while at < len(tokens) and tokens.words[at] in _CLOSING:
        at += 1
    return at + 1 if at < len(tokens) and tokens.norms[at] in _SEPARATORS else None
