"""Which times tell when something was counted: not a deadline, a birth or what is compared with, but what a report reviews."""

from bisect import bisect_left
from itertools import pairwise

from extractors.document import Document
from extractors.link_scopes import Stretch
from extractors.link_targets import Layers, Targets
from extractors.records import Figure, Mention, Span
from extractors.text import spelling
from extractors.tokens import TokenKind

# "so với năm 2024", "sinh năm 1979", "ra đời năm 2010": years that tell when something else was.
NO_PERIOD = tuple(
    spelling(one)
    for one in (
        "so với",
        "sinh",
        "hơn",
        "bằng",
        "vào nghề",
        "ra đời",
        "đời từ",
        "thành lập",
        "ra mắt",
    )
)
# "hội nghị sơ kết 6 tháng đầu năm": a period that is reviewed is no day of a speech.
REVIEWS = frozenset(
    tuple(spelling(one).split()) for one in ("sơ kết", "tổng kết", "kết quả", "tình hình")
)
DEADLINE, COUNTED, MIN_LEAD = spelling("đến hết"), spelling("tính"), 3
MAX_BRACKET, MAX_BESIDE, MAX_REVIEW = 5, 24, 6


class PeriodReader:
    """Judges the times of a text by the words around them; made once a text."""

    def __init__(self, document: Document, layers: Layers) -> None:
        """Take the dates of documents, which are no periods of figures."""
        self._document = document
        self._tokens = document.tokens
        self._dated = {
            evidence.start
            for one in layers.documents
            for evidence in one.evidence
            if evidence.role == "date"
        }

    def is_period(self, one: Span) -> bool:
        """Say whether a date is no date of a document, of birth, no deadline, nor what is only compared with."""
        first = self._document.token_at(one.start)
        before = self._tokens.norm(max(0, first - 2), first)
        if before == DEADLINE and first > MIN_LEAD:
            # "nhận bài đến hết ngày 15/8" says until when; "(Tính) đến hết tháng 6, có 90 hộ" when it was counted.
            lead = first - MIN_LEAD
            word = self._tokens.kinds[lead] == TokenKind.WORD
            return not word or self._tokens.norms[lead] == COUNTED
        return not before.endswith(NO_PERIOD) and one.start not in self._dated

    def is_reviewed(self, one: Span) -> bool:
        """Say whether a time is what a report looks back on: "hội nghị sơ kết 6 tháng đầu năm, ông Lộc cho biết"."""
        first = self._document.token_at(one.start)
        words = self._tokens.norms[max(0, first - MAX_REVIEW) : first]
        return not REVIEWS.isdisjoint(pairwise(words))

    def bracketed(self, targets: Targets, clause: Stretch, mention: Mention) -> int | None:
        """Give the date in brackets right behind a figure: "126 vụ (năm 2020)"."""
        index = bisect_left(targets.starts, mention.end)
        if index == len(targets.starts):
            return None
        first = self._document.token_at(targets.starts[index])
        last = self._document.token_at(mention.end - 1)
        near = first < clause[1] and first - last <= MAX_BRACKET
        return index if near and self._tokens.words[first - 1] == "(" else None

    def beside(self, targets: Targets, mention: Mention) -> int | None:
        """Give the time right behind what is counted or conferred: "2 vụ năm ngoái", "“Lao động giỏi” năm 2014"."""
        index = bisect_left(targets.starts, mention.end)
        if index == len(targets.starts) or targets.starts[index] - mention.end > MAX_BESIDE:
            return None
        between = self._tokens.work[mention.end : targets.starts[index]].strip(' ”"’»')
        unit = (mention.unit or "") if isinstance(mention, Figure) else ""
        return index if between in ("", unit) else None
