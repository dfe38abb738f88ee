"""Words of somebody: quoted beside a verb of saying, after a colon, or the answers of an interview."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from extractors.document import Document
from extractors.entities import Person, Quotation
from extractors.lexicon import Hit, Term, longest
from extractors.quotes import Quote
from extractors.records import Evidence, Span
from extractors.speakers import PRONOUNS, Speakers
from extractors.tokens import TokenKind, Tokens

SAYING = (
    *("nói", "cho biết", "chia sẻ", "khẳng định", "nhấn mạnh", "bày tỏ", "phát biểu", "tâm sự"),
    *("kể", "cho hay", "trao đổi", "đánh giá", "nhận định", "bộc bạch", "nhớ lại", "giải thích"),
    *("đề nghị", "yêu cầu", "kêu gọi", "trả lời", "chia sẻ thêm", "cho biết thêm", "căn dặn"),
    *("dạy", "lưu ý", "tin tưởng", "khuyên", "khoe", "cười", "tính", "tính nhẩm", "thổ lộ"),
    *("cho rằng", "bảo", "nói vui", "kể lại", "kể thêm", "nói thêm", "thốt lên", "tiếp lời"),
    *("góp lời", "mong muốn", "đề xuất", "kiến nghị", "nêu", "nêu rõ", "chỉ đạo", "đặt câu hỏi"),
    *("cười nói", "reo lên", "nhắn nhủ", "động viên", "thừa nhận", "phân tích", "kết luận", "hỏi"),
    *(
        "thông tin",
        "cảm ơn",
        "quả quyết",
        "xúc động",
        "phấn khởi",
        "hồ hởi",
        "nghẹn ngào",
        "tự hào",
    ),
)
# Fewer words in quotation marks are a name or a term; with somebody's "…, chị nói" behind them they are speech.
MIN_TOKENS, MIN_SAID = 8, 3
# What a question of an interview is set off with.
_QUESTION_MARKS = frozenset(("-", "–", "*", "+", "•", "■", "▪", "?"))
MAX_TAIL, MAX_LEAD = 32, 40
# How far behind the closing mark the one who speaks must be named: "”, - anh Rơ Châm Thiu …".
MAX_NAME_GAP = 4
# How far a verb of saying may stand before words that are woven into its sentence.
MAX_WOVEN = 8
# Endless paragraphs cost no more: so many verbs of saying are looked through for the next report.
MAX_VERBS = 40
_SIGNS = frozenset(",;.:()“”")


def quotation_terms() -> Iterable[Term]:
    """Give the verbs of saying."""
    for verb in SAYING:
        yield Term("saying", verb, verb)


def find_quotations(
    document: Document, *, people: Sequence[Person], names: Sequence[Span] = ()
) -> tuple[Quotation, ...]:
    """Find quotations in order; the span is what was said, without the marks.

    `names` are campaigns and awards: what is quoted in them is a name.
    """
    reader = _Reader(document, people, names)
    said = (*reader.quoted(), *reader.after_colon(), *reader.answers())
    found: list[Quotation] = []
    for one in sorted(said, key=lambda quotation: (quotation.start, -quotation.end)):
        if not found or one.start >= found[-1].end:
            found.append(one)
    return tuple(found)


class _Reader:
    def __init__(self, document: Document, people: Sequence[Person], names: Sequence[Span]) -> None:
        self._document = document
        self._tokens = document.tokens
        self._speakers = Speakers(document, people)
        self._verbs = longest(document.labelled("saying"))
        self._verb_firsts = [verb.first for verb in self._verbs]
        self._name_starts = {one.start for one in names}
        self._offices = sorted({hit.first for hit in document.labelled("office")})
        self._lines = _lines(document.tokens)

    def quoted(self) -> Iterator[Quotation]:
        """Read what stands in quotation marks with somebody who says it before, behind, or in the quotation before."""
        reach = 0
        last: tuple[int, int, int | None] | None = None
        for quote in self._document.quotes:
            if quote.first < reach or self._is_name(quote):
                continue
            found = self._behind(quote) or self._before(quote) or self._going_on(quote, last)
            found = found or self._woven(quote) or self._standing(quote)
            if found is None:
                continue
            reach = quote.after
            verb, speaker, end = found
            last = quote.after, end, speaker
            yield self._made(quote.first, quote.stop, speaker, verb, "quotation.marks")

    def _is_name(self, quote: Quote) -> bool:
        return self._tokens.starts[quote.first] in self._name_starts

    def _behind(self, quote: Quote) -> tuple[Hit, int | None, int] | None:
        """Read "“…”, chị Lan, công nhân X, nói": who speaks stands right behind the marks, and then the verb."""
        tokens = self._tokens
        if quote.stop - quote.first < MIN_SAID or quote.after >= len(tokens):
            return None
        at = quote.after
        while at < min(quote.after + 3, len(tokens)) and tokens.words[at] in ",-–.":
            at += 1
        if at == quote.after:
            return None
        stop = self._clause_stop(at)
        person = self._speakers.between(at, min(at + MAX_NAME_GAP, stop))
        if person is None and not (at < stop and tokens.norms[at] in PRONOUNS):
            return None
        verb = self._verb_between(at + 1, stop)
        if verb is None:
            return None
        if person is None:
            person = self._speakers.pointed_back(at)
        return verb, person, stop

    def _verb_between(self, first: int, stop: int) -> Hit | None:
        """Give the first verb of saying that begins in a stretch."""
        at = bisect_left(self._verb_firsts, first)
        return self._verbs[at] if at < len(self._verbs) and self._verb_firsts[at] < stop else None

    def _last_verb(self, first: int, stop: int) -> Hit | None:
        """Give the last verb of saying that stands in a stretch."""
        at = bisect_left(self._verb_firsts, stop) - 1
        inside = at >= 0 and self._verb_firsts[at] >= first and self._verbs[at].stop <= stop
        return self._verbs[at] if inside else None

    def _clause_stop(self, at: int) -> int:
        tokens = self._tokens
        stop = at
        while stop < min(len(tokens), at + MAX_TAIL):
            if tokens.kinds[stop] == TokenKind.BREAK or tokens.words[stop] in ".!?“":
                break
            stop += 1
        return stop

    def _before(self, quote: Quote) -> tuple[Hit | None, int | None, int] | None:
        """Read "ông Lộc nhấn mạnh: “…”": a colon before the marks, and a verb or a person before it."""
        tokens = self._tokens
        colon = self._colon_before(quote)
        if colon is None or quote.stop - quote.first < MIN_SAID:
            return None
        first, _ = self._document.sentences[self._document.sentence_at(colon)]
        lead = max(first, colon - MAX_LEAD)
        verb = self._last_verb(lead, colon)
        speaker = self._said_by(lead, colon)
        if verb is None and speaker is None:
            return None
        if verb is None or colon - verb.stop > MAX_NAME_GAP:
            # Only what looks like speech: a capital, and more than a name would have.
            upper = tokens.words[quote.first][0].isupper()
            if not upper or quote.stop - quote.first < MIN_TOKENS or speaker is None:
                return None
        return verb, speaker, quote.after

    def _colon_before(self, quote: Quote) -> int | None:
        tokens = self._tokens
        for index in (quote.before - 1, quote.before - 2):
            if index > 0 and tokens.words[index] == ":":
                return index
        return None

    def _going_on(
        self, quote: Quote, last: tuple[int, int, int | None] | None
    ) -> tuple[None, int | None, int] | None:
        """Read a second quotation right behind "…, chị Lan kể."."""
        if last is None or last[2] is None or quote.stop - quote.first < MIN_TOKENS:
            return None
        gap = quote.before - last[1]
        return (None, last[2], quote.after) if 0 <= gap <= 1 else None

    def _woven(self, quote: Quote) -> tuple[Hit, int | None, int] | None:
        """Read "ông Lộc nói nghề này “được cái vui là chính”": the words go on with the sentence of who says them."""
        tokens = self._tokens
        if quote.stop - quote.first < MIN_TOKENS or not tokens.words[quote.first][0].islower():
            return None
        verb = self._last_verb(max(0, quote.before - MAX_WOVEN), quote.before)
        if verb is None or not _SIGNS.isdisjoint(tokens.words[verb.stop : quote.before]):
            return None
        first, _ = self._document.sentences[self._document.sentence_at(verb.first)]
        speaker = self._said_by(max(first, verb.first - MAX_LEAD), verb.first)
        return (verb, speaker, quote.after) if speaker is not None else None

    def _standing(self, quote: Quote) -> tuple[Hit, int | None, int] | None:
        """Read a quotation that is a sentence of its own behind one in which somebody tells: "Ông kể chuyện cũ. “…”"."""
        tokens = self._tokens
        number = self._document.sentence_at(quote.first)
        first, _ = self._document.sentences[number]
        whole = first == quote.before and tokens.words[quote.first][0].isupper()
        ends = quote.after >= len(tokens) or not tokens.words[quote.after].islower()
        if not (number and whole and ends) or quote.stop - quote.first < MIN_TOKENS:
            return None
        begin, stop = self._document.sentences[number - 1]
        if stop != first or TokenKind.BREAK in tokens.kinds[begin:first]:
            return None
        verb = self._verb_between(begin, min(stop, begin + MAX_NAME_GAP + 2))
        speaker = self._said_by(begin, verb.first) if verb is not None else None
        return (verb, speaker, quote.after) if verb is not None and speaker is not None else None

    def _said_by(self, first: int, verb: int) -> int | None:
        """Give the person that a stretch before a verb of saying names or points back to."""
        speaker = self._speakers.last_between(first, verb)
        if speaker is not None:
            return speaker
        pronouns = [i for i in range(first, verb) if self._tokens.norms[i] in PRONOUNS]
        return self._speakers.pointed_back(pronouns[-1]) if pronouns else None

    def after_colon(self) -> Iterator[Quotation]:
        """Read "đồng chí Lộc cho biết: Toàn tỉnh có …" to the end of the paragraph."""
        tokens = self._tokens
        for verb in self._verbs:
            at = verb.stop
            if at + MIN_TOKENS >= len(tokens) or tokens.words[at] != ":":
                continue
            if tokens.words[at + 1] in "“\"'‘" or tokens.kinds[at + 1] == TokenKind.BREAK:
                continue
            first, _ = self._document.sentences[self._document.sentence_at(verb.first)]
            line = bisect_right(self._lines, (verb.first, len(tokens) + 1)) - 1
            stop = self._lines[line][1]
            speaker = self._speakers.last_between(first, verb.first)
            upper = tokens.words[at + 1][0].isupper()
            if stop - at <= MIN_TOKENS or not (upper or speaker is not None):
                continue
            stop = self._next_report(verb.stop, stop)
            office = bisect_left(self._offices, first)
            said_by_office = office < len(self._offices) and self._offices[office] < verb.first
            if speaker is None and not said_by_office:
                continue
            yield self._made(at + 1, stop, speaker, verb, "quotation.colon")

    def _next_report(self, at: int, stop: int) -> int:
        """Give where the words behind a colon end: at the sentence in which the next ones are reported, or at `stop`."""
        tokens = self._tokens
        first_verb = bisect_left(self._verb_firsts, at)
        for verb in self._verbs[first_verb : first_verb + MAX_VERBS]:
            if verb.stop >= stop:
                break
            first, _ = self._document.sentences[self._document.sentence_at(verb.first)]
            told = tokens.words[verb.stop] == ":" and first > at
            if told and self._speakers.between(first, verb.first) is not None:
                return first
        return stop

    def answers(self) -> Iterator[Quotation]:
        """Read the answers of an interview: "Đồng chí Lộc: …", and "- …" after a question put with a dash."""
        tokens = self._tokens
        answerer: int | None = None
        asked = False
        for first, stop in self._lines:
            person = self._speakers.between(first, min(first + 6, stop))
            if person is not None:
                after = self._speakers.stops[person]
                if after + 1 < stop and tokens.words[after] == ":" and stop - after > MIN_TOKENS:
                    answerer, asked = person, False
                    yield self._made(after + 1, stop, person, None, "quotation.answer")
                    continue
            if answerer is None:
                continue
            if tokens.words[stop - 1] == "?" and tokens.words[first] in _QUESTION_MARKS:
                asked = True
            elif tokens.words[first] not in "-–":
                continue
            elif asked and stop - first > MIN_TOKENS:
                asked = False
                yield self._made(first + 1, stop, answerer, None, "quotation.answer")

    def _made(
        self, first: int, stop: int, speaker: int | None, verb: Hit | None, rule: str
    ) -> Quotation:
        tokens = self._tokens
        evidence = []
        if verb is not None:
            start, end = tokens.starts[verb.first], tokens.ends[verb.stop - 1]
            evidence.append(Evidence(start=start, end=end, role="verb"))
        if speaker is not None:
            person = self._speakers.person(speaker)
            evidence.append(Evidence(start=person.start, end=person.end, role="speaker"))
        return Quotation(
            start=tokens.starts[first],
            end=tokens.ends[stop - 1],
            rule=rule,
            confidence=0.9 if speaker is not None else 0.75,
            evidence=tuple(evidence),
            speaker=self._speakers.name(speaker) if speaker is not None else None,
        )


def _lines(tokens: Tokens) -> list[tuple[int, int]]:
    lines, first = [], 0
    for index, kind in enumerate(tokens.kinds):
        if kind == TokenKind.BREAK:
            lines.append((first, index))
            first = index + 1
    lines.append((first, len(tokens)))
    return [(a, b) for a, b in lines if b > a]
