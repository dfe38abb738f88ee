"""Words of somebody: quoted after a verb of saying, or the answers of an interview after the speaker's name."""

from collections.abc import Iterable, Sequence

from extractors.document import Document
from extractors.entities import Person, Quotation
from extractors.lexicon import Term
from extractors.records import Evidence
from extractors.tokens import TokenKind, Tokens

SAYING = (
    *(
        "nói",
        "cho biết",
        "chia sẻ",
        "khẳng định",
        "nhấn mạnh",
        "bày tỏ",
        "phát biểu",
        "tâm sự",
        "kể",
    ),
    *(
        "cho hay",
        "trao đổi",
        "đánh giá",
        "nhận định",
        "thông tin",
        "bộc bạch",
        "nhớ lại",
        "giải thích",
    ),
    *(
        "đề nghị",
        "yêu cầu",
        "kêu gọi",
        "trả lời",
        "chia sẻ thêm",
        "cho biết thêm",
        "căn dặn",
        "dạy",
    ),
    *(
        "xúc động nói",
        "hồ hởi nói",
        "vui mừng nói",
        "phấn khởi chia sẻ",
        "lưu ý",
        "tin tưởng",
        "khuyên",
    ),
)
# Fewer words than that in quotation marks are a name or a term, no statement.
MIN_TOKENS = 8
MAX_DISTANCE = 40


def quotation_terms() -> Iterable[Term]:
    """Give the verbs of saying."""
    for verb in SAYING:
        yield Term("saying", verb, verb)


def find_quotations(document: Document, *, people: Sequence[Person]) -> tuple[Quotation, ...]:
    """Find quotations in order; the span is what was said, without the marks."""
    said = (*_quoted(document, people), *_answers(document, people))
    return tuple(sorted(said, key=lambda one: (one.start, one.end)))


def _quoted(document: Document, people: Sequence[Person]) -> Iterable[Quotation]:
    tokens = document.tokens
    verbs = document.labelled("saying")
    reach = 0
    for quote in document.quotes:
        if quote.first < reach or quote.stop - quote.first < MIN_TOKENS:
            continue
        reach = quote.after
        before = [
            v for v in verbs if quote.before - MAX_DISTANCE <= v.first and v.stop <= quote.before
        ]
        after = [v for v in verbs if quote.after <= v.first <= quote.after + 12]
        colon = quote.before > 0 and tokens.words[quote.before - 1] in ":,"
        if colon and before:
            verb = before[-1]
        elif after and _names_follow(tokens, quote.after):
            verb = after[0]
        else:
            continue
        speaker = _nearest(document, people, verb.first)
        evidence = [
            Evidence(start=tokens.starts[verb.first], end=tokens.ends[verb.stop - 1], role="verb")
        ]
        if speaker is not None:
            evidence.append(Evidence(start=speaker.start, end=speaker.end, role="speaker"))
        yield Quotation(
            start=tokens.starts[quote.first],
            end=tokens.ends[quote.stop - 1],
            rule="quotation.marks",
            confidence=0.9 if speaker else 0.75,
            evidence=tuple(evidence),
            speaker=speaker.name if speaker else None,
        )


def _names_follow(tokens: Tokens, index: int) -> bool:
    """Say whether the sentence goes on right after the quotation: "…”, ông Lộc nói."""
    return index < len(tokens) and tokens.words[index] in (",", "-", "–", ".")


def _nearest(document: Document, people: Sequence[Person], verb: int) -> Person | None:
    """Give the person named nearest to the verb of saying, in its sentence or the one before."""
    offset = document.tokens.starts[verb]
    sentence = document.sentence_at(verb)
    near = [
        one
        for one in people
        if sentence - 1 <= document.sentence_at(document.token_at(one.start)) <= sentence
    ]
    return min(near, key=lambda one: abs(one.start - offset)) if near else None


def _answers(document: Document, people: Sequence[Person]) -> list[Quotation]:
    """Find the paragraphs of an interview that begin with "Đồng chí Nguyễn Văn Lộc: …" or "Ông Lộc: …"."""
    tokens = document.tokens
    by_start = {document.token_at(one.start): one for one in people}
    found: list[Quotation] = []
    lines = _lines(tokens)
    for first, stop in lines:
        for index in range(first, min(first + 6, stop)):
            person = by_start.get(index)
            if person is None:
                continue
            after = document.token_at(person.end - 1) + 1
            if after + 1 < stop and tokens.words[after] == ":" and stop - after > MIN_TOKENS:
                found.append(
                    Quotation(
                        start=tokens.starts[after + 1],
                        end=tokens.ends[stop - 1],
                        rule="quotation.answer",
                        confidence=0.95,
                        evidence=(Evidence(start=person.start, end=person.end, role="speaker"),),
                        speaker=person.name,
                    )
                )
            break
    return found


def _lines(tokens: Tokens) -> list[tuple[int, int]]:
    lines, first = [], 0
    for index, kind in enumerate(tokens.kinds):
        if kind == TokenKind.BREAK:
            lines.append((first, index))
            first = index + 1
    lines.append((first, len(tokens)))
    return [(a, b) for a, b in lines if b > a]
