"""The unit after a number: counted noun, money, percent, duration, age, measure or multiple, as written and short."""

from dataclasses import dataclass

from extractors.counted_nouns import CLASSIFIERS, NO_NOUN, NOUNS, OPEN_CLASSIFIERS, VERBS
from extractors.quotes import OPENING, SINGLE, STRAIGHT
from extractors.records import FigureKind
from extractors.text import spelled, spelling
from extractors.tokens import TokenKind, Tokens

CURRENCIES = {
    **dict.fromkeys(("đồng", "đ", "vnd", "vnđ", "₫", "đvn"), "VND"),
    **dict.fromkeys(("usd", "$", "đô", "đôla", "dollar"), "USD"),
    **dict.fromkeys(("eur", "euro", "€"), "EUR"),
    **dict.fromkeys(("yên", "jpy", "yen", "¥"), "JPY"),
    **dict.fromkeys(("won", "krw"), "KRW"),
    **dict.fromkeys(("ndt", "rmb", "cny", "tệ"), "CNY"),
    **dict.fromkeys(("baht", "thb"), "THB"),
    **dict.fromkeys(("gbp", "£"), "GBP"),
    **dict.fromkeys(("aud", "sgd"), ""),
}
# "đồng chí" is a comrade, "đồng nghiệp" a colleague, "yên tâm" calm.
NO_CURRENCY_BEFORE = spelled(
    "chí nghiệp bào đội hành hương thời loạt hạng bộ tác lòng diễn phục tâm bái thế"
)
TIMES = spelled("giây phút giờ tiếng ngày tuần tháng quý năm")
# Where one of these follows, the time word begins another noun: "ngày công", "giờ công", "tiếng nói", "năm học".
NO_TIME_BEFORE = {
    "ngày": spelled("công hội lễ"),
    "giờ": spelled("công giảng dạy"),
    "tiếng": spelled("nói anh việt pháp hát trung nhật hàn thái nga chuông trống cười vang"),
}
MEASURES = spelled(
    "kg kilogam kí ký gam gram g mg tấn tạ yến lạng cân m mét km cm mm ha héc hecta sào mẫu lít ml l m² m³ km² kw kwh mw "
    "mwh kv kva gb mb tb hz w mva hải_lý dặm inch độ điểm carat lượng chỉ teu cc calo kcal cv hp pixel mah"
)
LONG_MEASURES = (
    ("mét", "vuông"), ("mét", "khối"), ("ki", "lô", "mét"), ("ki", "lô", "gam"), ("cây", "số"), ("héc", "ta"), ("hải", "lý"),
    ("điểm", "phần", "trăm"), ("km", "vuông"), ("cây", "vàng"), ("lượng", "vàng"), ("chỉ", "vàng"), ("ki", "lô", "mét", "vuông"),
    ("m", "vuông"), ("m", "khối"), ("đơn", "vị", "đo"), ("độ", "c"),
)  # fmt: skip
_LONG = tuple(sorted((tuple(map(spelling, m)) for m in LONG_MEASURES), key=lambda m: -len(m)))
AMBIGUOUS_MEASURES = spelled("độ lượng chỉ yến l w g")
LAND = spelled("ruộng đất lúa vườn ao rừng ta bắc ngô màu rau hoa")
NO_MEASURE_BEFORE = {
    "cân": spelled("bằng đối nhắc điện"),
    "kí": spelled("kết tự giao sự giả túc hiệu ức họa"),
    "mét": frozenset(),
}
RAISED = spelled("m km cm dm mm")
POINTS_OF = spelled(
    "cầu trường bán đến mới nghẽn sáng tiếp phát nhấn giao hẹn kiểm du vui sinh nóng thi dừng đỗ phục tư tuyển chốt yếu mạnh"
)
QUOTES = f"{OPENING}{STRAIGHT}{SINGLE}"
MULTIPLE_CUES = spelled("gấp bằng tăng cao giảm thấp lớn nhanh")
# Words between a stated noun and its number: "số đoàn viên hiện nay là 15.230".
STATING = spelled("là đạt có còn lên xuống : tăng giảm khoảng hơn gần trên tới chỉ được")
NO_STATED = spelled("trong một con đa")


@dataclass(frozen=True, slots=True)
class Unit:
    """What a number counts or measures."""

    kind: FigureKind
    """The sort of quantity."""
    name: str | None
    """The unit as written, or the currency's code."""
    first: int
    """Its first token."""
    stop: int
    """One past its last token."""
    sure: bool = True
    """Whether it stands in our lists; else the words after the number were taken for a noun."""


def find_unit(
    tokens: Tokens, at: int, *, before: str = "", magnitude: float = 1, glued_names: dict[int, int]
) -> Unit | None:
    """Find the unit that begins at a token.

    `before` is the word before the number ("gấp"), `magnitude` its largest magnitude word, `glued_names` gives for the
    first token of each known name (campaign, award) the token after it.
    """
    if at >= len(tokens) or tokens.kinds[at] == TokenKind.BREAK:
        return None
    word = tokens.norms[at]
    if word in ("hoặc", "hay") and _norm(tokens, at + 1) in ("vài", "một"):
        # "1 hoặc một số ngày": the unit stands after the vague second number.
        at += 3 if _norm(tokens, at + 2) == "số" else 2
        if at >= len(tokens):
            return None
        word = tokens.norms[at]
    if word == "từ" and _norm(tokens, at + 1) in (".", ",", ";", ")", "\n", "", "/"):
        return Unit(FigureKind.COUNT, tokens.words[at], at, at + 1)
    return (
        _percent(tokens, at, word)
        or _money(tokens, at, word, magnitude)
        or _time(tokens, at, word)
        or _measure(tokens, at, word)
        or _multiple(tokens, at, word, before)
        or _count(tokens, at, glued_names)
    )


def _percent(tokens: Tokens, at: int, word: str) -> Unit | None:
    if word == "%" or word == "‰":
        return Unit(FigureKind.PERCENT, "%", at, at + 1)
    following = _norm(tokens, at + 1)
    if word == "phần" and following in ("trăm", "nghìn"):
        return Unit(FigureKind.PERCENT, "%", at, at + 2)
    return None


def _money(tokens: Tokens, at: int, word: str, magnitude: float) -> Unit | None:
    code = CURRENCIES.get(word)
    following = _norm(tokens, at + 1)
    if code is not None and word in ("đồng", "yên", "đô", "tệ"):
        if following in NO_CURRENCY_BEFORE and not (following == "bộ" and magnitude > 1):
            return None
        if word == "đô" and following not in ("la", "mỹ"):
            return None
    if code is not None and word == "đ" and following == "/" and _norm(tokens, at + 2) == "c":
        return None
    if code is not None:
        stop = at + 2 if word == "đô" else at + 1
        return Unit(FigureKind.MONEY, code or tokens.words[at], at, stop)
    if word == "tiền" and following in ("mặt", "đồng"):
        return Unit(FigureKind.MONEY, "VND", at, at + 2)
    if word == "nhân" and following == "dân" and _norm(tokens, at + 2) == "tệ":
        return Unit(FigureKind.MONEY, "CNY", at, at + 3)
    return None


def _time(tokens: Tokens, at: int, word: str) -> Unit | None:
    following = _norm(tokens, at + 1)
    if word == "tuổi" and following not in ("trẻ",):
        return Unit(FigureKind.AGE, tokens.words[at], at, at + 1)
    if word in ("thập", "thế", "nhiệm") and following in ("kỉ", "kì") and word != "nhiệm":
        return Unit(FigureKind.DURATION, tokens.text(at, at + 2), at, at + 2)
    if word == "h":
        return Unit(FigureKind.DURATION, "giờ", at, at + 1)
    if word not in TIMES or following in NO_TIME_BEFORE.get(word, ()):
        return None
    if tokens.words[at].istitle() and not tokens.glued(at):
        return None
    if word == "năm" and _one_year(tokens, at + 1):
        return None
    if word in ("tháng", "năm", "ngày") and following == "tuổi":
        third = _norm(tokens, at + 2)
        if third not in ("đảng", "nghề", "quân", "đoàn"):
            return Unit(FigureKind.AGE, tokens.text(at, at + 2), at, at + 2)
    joined = (word, following) in (("ngày", "đêm"), ("năm", "học"))
    stop = at + 2 if joined else at + 1
    return Unit(FigureKind.DURATION, tokens.text(at, stop), at, stop)


def _one_year(tokens: Tokens, at: int) -> bool:
    """Say whether a single year follows, "đợt 2 năm 2024"; "2 năm 2010-2011" goes on with another."""
    year = tokens.words[at] if at < len(tokens) else ""
    if not (len(year) == 4 and year.isdecimal() and "1900" <= year <= "2100"):
        return False
    other = tokens.words[at + 2] if at + 2 < len(tokens) else ""
    joined = _norm(tokens, at + 1) in ("-", "–", "—", ",", "và", "đến")
    return not (joined and other.isdecimal() and len(other) in (2, 4))


def _measure(tokens: Tokens, at: int, word: str) -> Unit | None:
    norms = tokens.norms
    for phrase in _LONG:
        if phrase[0] == word and tuple(norms[at : at + len(phrase)]) == phrase:
            stop = at + len(phrase)
            return Unit(FigureKind.MEASURE, tokens.text(at, stop), at, stop)
    if word not in MEASURES:
        return None
    following = _norm(tokens, at + 1)
    if word == "điểm" and (following in POINTS_OF or tokens.norms[at - 2] in ("đến", "tại", "ở")):
        return None
    if word == "mẫu" and following not in LAND:
        return None
    if word in AMBIGUOUS_MEASURES and not _alone(tokens, at):
        return None
    if following in NO_MEASURE_BEFORE.get(word, ()):
        return None
    raised = word in RAISED and following in ("2", "3") and tokens.glued(at + 1)
    stop = at + 2 if raised else at + 1
    return Unit(FigureKind.MEASURE, tokens.text(at, stop), at, stop)


def _alone(tokens: Tokens, at: int) -> bool:
    """Say whether an ambiguous measure ends its phrase: "30 độ,"; not "3 mẫu xét nghiệm"."""
    after = at + 1
    if tokens.glued(at):
        return True
    return (
        after >= len(tokens)
        or tokens.kinds[after] != TokenKind.WORD
        or tokens.norms[after] in NO_NOUN
    )


def _multiple(tokens: Tokens, at: int, word: str, before: str) -> Unit | None:
    if word != "lần":
        return None
    number = at - 1
    if _norm(tokens, at + 1) in ("mức", "lương", "so"):
        return Unit(FigureKind.MULTIPLE, tokens.words[at], at, at + 1)
    if "," in tokens.words[number] or before in MULTIPLE_CUES or _exceeds(tokens, number):
        return Unit(FigureKind.MULTIPLE, tokens.words[at], at, at + 1)
    return None


def _exceeds(tokens: Tokens, number: int) -> bool:
    """Say whether a word of comparison stands shortly before: "gấp gần 3 lần", "vượt mức cho phép 2 lần"."""
    while number > 1 and tokens.words[number - 1] in "-–—" and number > 2:
        number -= 2
    for index in range(number - 1, max(number - 7, -1), -1):
        if tokens.kinds[index] != TokenKind.WORD:
            return False
        if tokens.norms[index] in ("gấp", "vượt") or (
            index >= number - 3 and tokens.norms[index] in ("tăng", "giảm", "bằng", "kém")
        ):
            return True
    return False


def _count(tokens: Tokens, at: int, names: dict[int, int]) -> Unit | None:
    """Find a counted noun: a known name, a quoted name, a noun of our lists, or the words that follow."""
    if tokens.kinds[at] == TokenKind.SIGN:
        first = at
        while first < min(at + 2, len(tokens)) and tokens.words[first] in QUOTES:
            first += 1
        stop = names.get(first)
        if first == at or stop is None:
            return None
        return Unit(FigureKind.COUNT, tokens.text(first, stop), first, stop)
    known = names.get(at)
    if tokens.kinds[at] != TokenKind.WORD:
        return None
    if tokens.norms[at] in ("số", "tổng") and at + 1 < len(tokens):
        # "2/3 số công nhân" counts workers; "số" and "tổng số" only say of what.
        at += 2 if tokens.norms[at + 1] == "số" else 1
        return _count(tokens, at, names) if at < len(tokens) and _longest_noun(tokens, at) else None
    phrase = _longest_noun(tokens, at)
    if phrase < 3 and (tokens.norms[at], _norm(tokens, at + 1)) in VERBS:
        return None
    if known is not None and known > at + phrase:
        return Unit(FigureKind.COUNT, tokens.text(at, known), at, known)
    if phrase:
        stop = _hyphened(tokens, _extended(tokens, at, at + phrase))
        return Unit(FigureKind.COUNT, tokens.text(at, stop), at, stop)
    return _unlisted(tokens, at)


def _hyphened(tokens: Tokens, stop: int) -> int:
    """Add the second half of an abbreviation such as "CNVC-LĐ"."""
    if not (tokens.words[stop - 1].isupper() and stop + 1 < len(tokens)):
        return stop
    joined = tokens.words[stop] in "-–" and tokens.words[stop + 1].isupper()
    return stop + 2 if joined and tokens.glued(stop) and tokens.glued(stop + 1) else stop


def _longest_noun(tokens: Tokens, at: int) -> int:
    """Give the length of the longest listed noun at a token, 0 where none stands there."""
    norms = tokens.norms
    for phrase in NOUNS.get(norms[at], ()):
        if tuple(norms[at : at + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _extended(tokens: Tokens, at: int, stop: int) -> int:
    """Add the noun after a classifier: "lượt" with "hộ nghèo", "căn" with "nhà"."""
    if stop != at + 1 or tokens.norms[at] not in CLASSIFIERS or stop >= len(tokens):
        return stop
    if not _plain_word(tokens, stop):
        return stop
    noun = _longest_noun(tokens, stop)
    if noun:
        return stop + noun
    return stop + 1 if tokens.norms[at] in OPEN_CLASSIFIERS else stop


def _plain_word(tokens: Tokens, index: int) -> bool:
    """Say whether a token is a lower-case word that may belong to a noun."""
    return (
        tokens.kinds[index] == TokenKind.WORD
        and tokens.words[index].islower()
        and tokens.norms[index] not in NO_NOUN
        and not tokens.glued(index)
    )


def _unlisted(tokens: Tokens, at: int) -> Unit | None:
    """Take up to two lower-case words, or one abbreviation in capitals, for a noun that is not listed."""
    word = tokens.words[at]
    if tokens.norms[at] in NO_NOUN:
        return None
    if word.isupper() and len(word) > 1:
        stop = _hyphened(tokens, at + 1)
        return Unit(FigureKind.COUNT, tokens.text(at, stop), at, stop, sure=False)
    if not word.islower() or len(word) < 2:
        return None
    stop = at + 1
    if stop < len(tokens) and _plain_word(tokens, stop):
        stop += 1
    return Unit(FigureKind.COUNT, tokens.text(at, stop), at, stop, sure=False)


def _norm(tokens: Tokens, index: int) -> str:
    norms = tokens.norms
    return norms[index] if index < len(norms) else ""


def find_stated_age(tokens: Tokens, first: int) -> Unit | None:
    """Find the word "tuổi" before a number: "tuổi ngoài bốn mươi", "ở tuổi 60"."""
    for index in range(first - 1, max(first - 4, -1), -1):
        if tokens.norms[index] == "tuổi":
            return Unit(FigureKind.AGE, tokens.words[index], index, index + 1)
        if tokens.norms[index] not in ("ngoài", "gần", "hơn", "trên", "khoảng", "dưới", "chừng"):
            return None
    return None


def find_stated_noun(tokens: Tokens, first: int) -> Unit | None:
    """Find the noun stated before a number: "số đoàn viên hiện nay là 15.230", "tổng số lao động: 350"."""
    if first < 3 or tokens.norms[first - 1] not in STATING:
        return None
    index = first
    for _ in range(14):
        index -= 1
        if tokens.words[index] == ")":
            index = _opening(tokens, index)
        if index < 1 or tokens.kinds[index] == TokenKind.BREAK or tokens.words[index] in ".;,?!":
            return None
        word = tokens.norms[index]
        if word == "tổng" and tokens.norms[index + 1] in ("số", "công", "cục", "giám"):
            continue
        if word in ("số", "tổng") and tokens.norms[index - 1] not in NO_STATED:
            width = _longest_noun(tokens, index + 1)
            stop = index + 1 + width
            if not width:
                return None
            return Unit(FigureKind.COUNT, tokens.text(index + 1, stop), index + 1, stop)
    return None


def _opening(tokens: Tokens, index: int) -> int:
    """Give the token before the bracket that closes at `index`; 0 where none opens near."""
    for back in range(index - 1, max(index - 30, 0), -1):
        if tokens.words[back] == "(":
            return back - 1
    return 0
