"""The hedge around a number: "hơn 2.219", "tối đa là 5,1%", "từ 5 năm trở lên"."""

from typing import NamedTuple

from extractors.records import FigureKind, Modifier
from extractors.text import spelled, spelling
from extractors.tokens import TokenKind, Tokens

_BEFORE = {
    Modifier.MORE_THAN: (
        "hơn, trên, quá, vượt, vượt qua, vượt quá, vượt mốc, vượt ngưỡng, trên mức, nhỉnh hơn, ngót hơn, đã quá, hơn cả, "
        "hơn con số, vượt con số, vượt trên, vượt hơn, từ trên, từ hơn"
    ),
    Modifier.LESS_THAN: "dưới, chưa đến, chưa tới, chưa đầy, chưa được, không đến, không tới, không đầy, chưa quá, dưới mức",
    Modifier.NEARLY: "gần, ngót, ngót nghét, suýt, gần như, gần đến, gần tới, suýt soát, từ gần",
    Modifier.ABOUT: (
        "khoảng, khoảng chừng, ước, ước tính, ước đạt, ước khoảng, ước chừng, ước tính khoảng, xấp xỉ, chừng, tầm, cỡ, "
        "độ chừng, độ khoảng, ước có, ước thực hiện, ước tính đạt, ước khoảng trên, khoảng trên, tầm khoảng, "
        "phỏng chừng, áng chừng, tương đương khoảng, chừng khoảng, trong khoảng, vào khoảng"
    ),
    Modifier.AT_LEAST: (
        "ít nhất, tối thiểu, không dưới, không ít hơn, không thấp hơn, thấp nhất là, chí ít, ít ra, không kém, ít nhất cũng, "
        "ít nhất từ, tối thiểu từ, đạt từ ít nhất, không nhỏ hơn"
    ),
    Modifier.AT_MOST: (
        "tối đa, không quá, không vượt, không vượt quá, không hơn, nhiều nhất, cao nhất là, cùng lắm, tối đa không quá, "
        "không cao hơn, không trên, không được quá, nhiều lắm"
    ),
}  # fmt: skip
HEDGES: dict[tuple[str, ...], Modifier] = {
    tuple(spelling(word) for word in phrase.split()): modifier
    for modifier, phrases in _BEFORE.items()
    for phrase in phrases.split(", ")
}
_LAST_WORDS = frozenset(phrase[-1] for phrase in HEDGES)
_LONGEST = max(len(phrase) for phrase in HEDGES)
# Words that may stand between a superlative hedge and its number: "ít nhất là 45 m2", "tối đa chỉ 3".
# "lương tối thiểu", "điểm tối đa", "thỏa ước có": parts of terms, no hedges.
_TERMS = {
    "tối": spelled("lương sống vùng điểm"),
    "ước": spelled("thỏa giao công quy hiệp mơ mong nguyện ao"),
    "quá": spelled("bất"),
    "dưới": spelled("phía bên"),
    "trên": spelled("phía bên"),
    "độ": spelled("tốc nhiệt mức chế trình cường"),
}
_FAR = 20
_ESTIMATE_REACH = 30
_BETWEEN = spelled("là bằng chỉ từ đạt được phải có cũng đến tới cho")
_ACROSS = frozenset((Modifier.AT_LEAST, Modifier.AT_MOST, Modifier.ABOUT))
_MEASURED = (FigureKind.MEASURE, FigureKind.AGE)
# "cao hơn 10 %" states a difference, not a floor; "núi cao hơn 600 m" a floor.
_COMPARED = spelled(
    "cao thấp nhiều ít lớn nhỏ kém nhanh chậm dài ngắn sớm muộn đông mạnh rẻ đắt tốt nặng nhẹ rộng trẻ già"
)
_OPEN_ENDS = {
    ("trở", "lên"): Modifier.AT_LEAST,
    ("trở", "xuống"): Modifier.AT_MOST,
    ("đổ", "lại"): Modifier.AT_MOST,
}


class Hedge(NamedTuple):
    """A hedge and the tokens that state it."""

    modifier: Modifier
    first: int
    stop: int


def find_hedge(
    tokens: Tokens, first: int, stop: int, kind: FigureKind | None = None
) -> Hedge | None:
    """Find the hedge of a number whose expression is the tokens first..stop-1; None where it stands bare."""
    reach = _FAR if first and tokens.norms[first - 1] in ("từ", "đủ") else 7
    found = _after(tokens, stop, reach) or _before(tokens, first)
    if found is None and kind is FigureKind.AGE and first and tokens.norms[first - 1] == "ngoài":
        return Hedge(Modifier.MORE_THAN, first - 1, first)
    if found is None:
        return _estimate(tokens, first)
    if found.modifier is not Modifier.MORE_THAN:
        return found
    last = tokens.norms[found.stop - 1]
    if last == "trên" and _surveyed(tokens, found.first):
        return None
    compared = kind not in _MEASURED or "so" in tokens.norms[stop : stop + 4]
    if last == "hơn" and found.stop - found.first == 1 and compared:
        before = tokens.norms[found.first - 1] if found.first else ""
        return None if before in _COMPARED else found
    return found


def _estimate(tokens: Tokens, first: int) -> Hedge | None:
    """Find an estimate that opens the clause of its first number: "Ước tính đến nay, tỉ lệ … là 68 %"."""
    begin = max(first - _ESTIMATE_REACH, 0)
    if "ước" not in tokens.norms[begin:first]:
        return None
    for index in range(first - 1, begin - 1, -1):
        word = tokens.norms[index]
        if tokens.kinds[index] in (TokenKind.BREAK, TokenKind.NUMBER) or word in ".;?!":
            return None
        if word == "ước":
            stop = index + 2 if tokens.norms[index + 1] == "tính" else index + 1
            return Hedge(Modifier.ABOUT, index, stop) if tokens.norms[stop] == "đến" else None
    return None


def _surveyed(tokens: Tokens, first: int) -> bool:
    """Say whether "trên" means "among": "khảo sát trên 2.000 công nhân"."""
    before = tokens.norms[max(first - 8, 0) : first]
    return "sát" in before or "điều" in before or "nghiên" in before


def _before(tokens: Tokens, first: int) -> Hedge | None:
    end = first
    found = _ending_at(tokens, end)
    if found is None and end > 1 and tokens.norms[end - 1] == "gấp":
        # "gần gấp 1,6 lần", "hơn gấp đôi"
        return _ending_at(tokens, end - 1)
    skipped = 0
    while found is None and skipped < 2 and end > 0 and tokens.norms[end - 1] in _BETWEEN:
        end -= 1
        skipped += 1
        found = _ending_at(tokens, end)
        if found and found.modifier not in _ACROSS:
            return None
    return found


def _ending_at(tokens: Tokens, end: int) -> Hedge | None:
    """Find the longest hedge that ends before a token."""
    norms = tokens.norms
    if end == 0 or norms[end - 1] not in _LAST_WORDS:
        return None
    for length in range(min(_LONGEST, end), 0, -1):
        modifier = HEDGES.get(tuple(norms[end - length : end]))
        if modifier is not None:
            begin = end - length
            before = norms[begin - 1] if begin else ""
            # "lương tối thiểu 6 %": a kind of wage, no hedge.
            if before in _TERMS.get(norms[begin], ()):
                return None
            return Hedge(modifier, begin, end)
    return None


def _after(tokens: Tokens, stop: int, reach: int) -> Hedge | None:
    """Find "trở lên" and the like in the same clause: "từ 5 năm trở lên"."""
    norms, kinds = tokens.norms, tokens.kinds
    for index in range(stop, min(stop + reach, len(tokens) - 1)):
        if kinds[index] == TokenKind.BREAK or norms[index] in ".;:!?…":
            return None
        if norms[index] == "," and reach < _FAR:
            return None
        if kinds[index] == TokenKind.NUMBER:
            return None
        pair = norms[index], norms[index + 1]
        if pair in _OPEN_ENDS:
            return Hedge(_OPEN_ENDS[pair], index, index + 2)
    return None
