"""Places of a text that may name an award: its words of commendation, and the award names found so far."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.award_titles import Named, read_level
from extractors.document import Document
from extractors.lexicon import Hit, longest
from extractors.phrase_table import words
from extractors.quotes import Quote
from extractors.records import AwardForm, Span
from extractors.tokens import TokenKind, Tokens

LABEL = "award"
MAX_VERB_GAP = 24
MAX_JOINTS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardName(Span):
    """A place that names an award, or praises by a verb."""

    form: AwardForm
    """The form it names."""
    first: int = 0
    """Its first token."""
    stop: int = 0
    """One past its last token."""
    title: str | None = None
    """The proper name in it."""
    rank: str | None = None
    """Its rank."""
    level: str | None = None
    """Its level as written."""
    after: int = 0
    """One past the level, where one follows; else equal to `stop`."""
    praise: bool = False
    """Whether it is a verb of praise: an award only where the text states who receives it."""
    rule: str = "award.form"
    """What found it."""


def award_hits(document: Document) -> tuple[Hit, ...]:
    """Give the words of commendation of a text, longest first, none overlapping."""
    return longest(document.labelled(LABEL))


_LIST_WORDS = words(
    ", và ; : / & năm cùng với các ( ) “ ” ‘ ’ hoặc cấp cơ sở tỉnh thành phố huyện hạng toàn quốc quân nhiều lần – - ngành 2 danh hiệu gương"
) | frozenset({'"', "'", "01", "02"})


class Places:
    """The words of commendation of a text by place, and the award names found so far, in order."""

    def __init__(self, document: Document) -> None:
        """Index the hits and the quotes of a text."""
        self.document = document
        self.tokens: Tokens = document.tokens
        self.hits = award_hits(document)
        self.found: list[AwardName] = []
        self.quotes: dict[int, Quote] = {quote.before: quote for quote in document.quotes}
        self.quoted: dict[int, Quote] = {quote.first: quote for quote in document.quotes}
        self._starts = [hit.first for hit in self.hits]
        self._at = {hit.first: hit for hit in self.hits}

    def hit_at(self, at: int) -> Hit | None:
        """Give the word of commendation that begins at a token."""
        return self._at.get(at)

    def first_at(self, at: int) -> int:
        """Give the first token of the sentence that holds a token."""
        return self.document.sentences[self.document.sentence_at(at)][0]

    def stop_at(self, at: int) -> int:
        """Give one past the last token of the sentence that holds a token."""
        return self.document.sentences[self.document.sentence_at(at)][1]

    def before(self, at: int) -> Iterator[Hit]:
        """Give the words of commendation shortly before a token, the nearest first."""
        for number in range(bisect_left(self._starts, at) - 1, -1, -1):
            hit = self.hits[number]
            if hit.stop < at - MAX_VERB_GAP:
                return
            yield hit

    def governed(self, at: int, width: int) -> bool:
        """Say whether a verb stands at most `width` tokens before a token, or an award right before it."""
        if self.found and self.found[-1].after <= at and self.only_joints(self.found[-1].after, at):
            return True
        first = max(self.first_at(at), at - width)
        return any(
            hit.value.startswith("verb:") and first <= hit.stop <= at for hit in self.before(at)
        )

    def only_joints(self, first: int, stop: int) -> bool:
        """Say whether nothing but numbers, signs and joining words stand between two members of a list."""
        tokens = self.tokens
        return 0 < stop - first <= MAX_JOINTS and all(
            tokens.kinds[i] == TokenKind.NUMBER or tokens.norms[i] in _LIST_WORDS
            for i in range(first, stop)
        )

    def add(
        self, first: int, form: AwardForm, named: Named, rule: str, *, praise: bool = False
    ) -> None:
        """Keep an award name, with the level that follows it."""
        tokens = self.tokens
        at = named.stop
        while at < len(tokens) and tokens.words[at] in "”\"’»'":
            at += 1
        level = None if praise else read_level(tokens, at, min(len(tokens), at + 16))
        self.found.append(
            AwardName(
                start=tokens.starts[first],
                end=tokens.ends[named.stop - 1],
                form=form,
                first=first,
                stop=named.stop,
                title=named.title,
                rank=named.rank,
                level=level[1] if level else None,
                after=level[0] if level else at,
                praise=praise,
                rule=rule,
            )
        )

    def add_title(
        self, first: int, stop: int, rule: str, *, form: AwardForm = AwardForm.DANH_HIEU
    ) -> None:
        """Keep a title whose name is the stretch itself."""
        named = Named(stop, self.tokens.text(first, stop), None, marked=True)
        self.add(first, form, named, rule)
