"""Numbers of the calendar and the clock: dates, months, years, periods and times of day; none of them is a figure."""

from typing import NamedTuple

from extractors.counted_nouns import NO_NOUN
from extractors.date_shapes import DateShape, is_year, norm, plain, read_date
from extractors.records import DigitOwner
from extractors.text import spelled, spelling
from extractors.tokens import TokenKind, Tokens

DAY_CUES = spelled("ngày sáng trưa chiều tối đêm hôm mùng mồng khuya rạng")
WEAK_CUES = spelled(
    "từ đến tới trước sau qua nay vào dịp lễ mừng niệm hết kể nhật cuối đầu và thống nhất nữ phụ việt nam lễ là tế ngày tuần cả"
)
EACH = spelled("mỗi một từng hằng hàng mọi bình/quân")
CONNECTORS = frozenset((",", "-", "–", "—", "và", "đến", "tới", "hoặc", "hay", "&", ";", "~"))
DASHES = frozenset("-–—")
YEAR_CUES = spelled(
    "năm từ đến tới trước sau giữa cuối đầu xuân tết hè thu đông mùa kì khóa dậu tý tí sửu dần mão mẹo thìn tỵ tị ngọ mùi thân tuất hợi"
)
PARTS_OF_DAY = spelled("sáng trưa chiều tối đêm kém ngày cùng hôm khuya")
TIME_CUES = spelled("lúc vào hồi")
LASTING = spelled("trong suốt hơn gần khoảng trên mất dài đủ tổng mỗi làm sau qua dưới thêm tới")
PART_CUES = spelled("chiếm bằng khoảng hơn gần trên tới được quá đạt giảm còn chỉ ít này đó lệ khi")
UNITS_OF_PERIODS = spelled("tháng quý tuần ngày năm")
WHOLE_PERIODS = spelled("năm tháng quý tuần nhiệm khóa kì thế mùa")


class Owned(NamedTuple):
    """A stretch of tokens whose numbers are no figure."""

    stop: int
    owner: DigitOwner
    rule: str


def cue_before(tokens: Tokens, at: int) -> str:
    """Give the norm of the word before a token; of "khănSáng", which lost its line break, the second half."""
    if at < 1:
        return ""
    word = tokens.words[at - 1]
    if word.islower() or word.istitle() or word.isupper() or tokens.kinds[at - 1] != TokenKind.WORD:
        return tokens.norms[at - 1]
    last = (
        max(index for index, letter in enumerate(word) if letter.isupper())
        if word != word.lower()
        else 0
    )
    return spelling(word[last:])


def find_calendar(
    tokens: Tokens, at: int, *, counted: bool, cued: DigitOwner | None = None
) -> Owned | None:
    """Find the date, year, period or time of day that begins at a token of digits.

    `counted` says that a unit or counted noun follows the number, `cued` that a date or year before a comma or "và" makes
    one likely here.
    """
    shape = read_date(tokens, at)
    return (
        _clock(tokens, at)
        or (_by_shape(tokens, at, shape, counted, cued) if shape else None)
        or _year(tokens, at, counted, cued)
        or _day_or_month(tokens, at, counted, cued)
        or find_period(tokens, at, at + 1)
    )


def _by_shape(
    tokens: Tokens, at: int, shape: DateShape, counted: bool, cued: DigitOwner | None
) -> Owned | None:
    if shape.form == "dmy":
        return Owned(shape.stop, DigitOwner.DATE, "date.full")
    if shape.form == "my":
        dotted_number = shape.sign == "." and norm(tokens, at - 1) not in ("tháng", "(")
        return None if dotted_number else Owned(shape.stop, DigitOwner.DATE, "date.month_year")
    left = cue_before(tokens, at)
    after = norm(tokens, shape.stop)
    if left in DAY_CUES or cued is DigitOwner.DATE or _spans_days(tokens, shape, left):
        return Owned(_trailing(tokens, shape.stop), DigitOwner.DATE, "date.cued")
    if left == "bậc" and shape.sign == "/":
        return Owned(shape.stop, DigitOwner.ORDINAL, "ordinal.grade")
    if after == "%" or after in ("triệu", "tỉ", "nghìn", "ngàn", "đồng"):
        return None
    in_brackets = left == "(" and (after in (")", ",", ";") or after in DASHES)
    if in_brackets and not (shape.sign in DASHES and counted):
        return Owned(_trailing(tokens, shape.stop), DigitOwner.DATE, "date.brackets")
    if left in ("lịch", "tháng") or norm(tokens, at - 2) in ("thứ",):
        return Owned(shape.stop, DigitOwner.DATE, "date.cued")
    if counted:
        return None
    if _is_proper_fraction(tokens, at, shape):
        return None
    glued = tokens.glued(at + 1) and tokens.glued(at + 2) if shape.stop > at + 1 else True
    if (left in WEAK_CUES and glued) or (shape.sign == "/" and glued):
        return Owned(_trailing(tokens, shape.stop), DigitOwner.DATE, "date.bare")
    if shape.sign in DASHES and glued and tokens.words[at - 1 : at] != ["-"]:
        return Owned(shape.stop, DigitOwner.DATE, "date.bare")
    return None


def _spans_days(tokens: Tokens, shape: DateShape, left: str) -> bool:
    """Say whether a second day and month follow a dash: "từ 1.3 – 31.5"."""
    if left != "từ" or norm(tokens, shape.stop) not in (*DASHES, "đến", "tới"):
        return False
    if shape.stop + 1 >= len(tokens) or tokens.kinds[shape.stop + 1] != TokenKind.NUMBER:
        return False
    other = read_date(tokens, shape.stop + 1)
    whole = other is not None and norm(tokens, other.stop) not in (
        "%",
        "triệu",
        "tỉ",
        "đồng",
        "lần",
        "tuổi",
    )
    return other is not None and other.form == "dm" and other.sign == shape.sign and whole


def _is_proper_fraction(tokens: Tokens, at: int, shape: DateShape) -> bool:
    """Say whether "1/3" is a part, not a day: a small numerator after a word of quantity."""
    if shape.sign != "/" or shape.stop != at + 3:
        return False
    part, whole = plain(tokens, at) or 0, plain(tokens, at + 2) or 0
    if not part < whole <= 10:
        return False
    left = norm(tokens, at - 1)
    if left in PART_CUES:
        return True
    after = shape.stop
    noun = after < len(tokens) and tokens.kinds[after] == TokenKind.WORD
    noun = noun and tokens.words[after].islower() and tokens.norms[after] not in NO_NOUN
    return noun and left not in WEAK_CUES and left not in DAY_CUES


def _trailing(tokens: Tokens, stop: int) -> int:
    """Take in what hangs on a date: the month of "1-5/6"."""
    while (
        norm(tokens, stop) in ("/", "-", ".")
        and tokens.glued(stop)
        and plain(tokens, stop + 1) is not None
        and tokens.glued(stop + 1)
    ):
        stop += 2
    return stop


def _year(tokens: Tokens, at: int, counted: bool, cued: DigitOwner | None) -> Owned | None:
    value = plain(tokens, at)
    if value is None:
        return None
    left = cue_before(tokens, at)
    if not (is_year(value) and len(tokens.words[at]) == 4):
        decade = left in ("năm", "niên", "kỉ") and 30 <= value <= 99
        plural = norm(tokens, at - 2) in ("những", "các", "thập", "đầu", "cuối", "giữa", "từ")
        return (
            Owned(at + 1, DigitOwner.YEAR, "year.decade")
            if decade and plural and not counted
            else None
        )
    stop = _period_end(tokens, at)
    if stop:
        return Owned(stop, DigitOwner.PERIOD, "period.years")
    cue = left in YEAR_CUES or cued is DigitOwner.YEAR or norm(tokens, at - 2) == "năm"
    named = at > 0 and tokens.words[at - 1][:1].isupper()
    if cue or named or not counted:
        return Owned(at + 1, DigitOwner.YEAR, "year.cued" if cue else "year.bare")
    return None


def _period_end(tokens: Tokens, at: int) -> int:
    """Give the token after "2020-2025", "2013-14", "2021/2022" or "2016 đến 2020"; 0 where there is none."""
    if norm(tokens, at + 1) not in DASHES and norm(tokens, at + 1) not in ("/", "đến", "tới", "~"):
        return 0
    skipped = 1 if norm(tokens, at + 2) == "năm" else 0
    end = plain(tokens, at + 2 + skipped)
    if is_year(end):
        return at + 3 + skipped
    two_digits = end is not None and len(tokens.words[at + 2]) == 2 and tokens.glued(at + 2)
    return at + 3 if two_digits and norm(tokens, at + 1) in DASHES else 0


def _day_or_month(tokens: Tokens, at: int, counted: bool, cued: DigitOwner | None) -> Owned | None:
    value = plain(tokens, at)
    if value is None or not 1 <= value <= 31:
        return None
    left, before, after = cue_before(tokens, at), norm(tokens, at - 2), norm(tokens, at + 1)
    if after in ("%", "triệu", "tỉ", "nghìn", "ngàn"):
        return None
    each = before in EACH
    if left in ("ngày", "mùng", "mồng", "rằm", "hôm") and not (each and counted):
        return Owned(at + 1, DigitOwner.DATE, "date.day")
    if left in DAY_CUES and not counted:
        return Owned(at + 1, DigitOwner.DATE, "date.day")
    if left == "tháng" and value <= 12 and not (each and counted):
        return Owned(at + 1, DigitOwner.DATE, "date.month")
    if after == "tháng" and (
        norm(tokens, at + 2) in ("giêng", "chạp") or (plain(tokens, at + 2) or 13) <= 12
    ):
        return Owned(at + 1, DigitOwner.DATE, "date.day")
    if cued is DigitOwner.DATE and not counted:
        return Owned(at + 1, DigitOwner.DATE, "date.list")
    if left == "quý" and value <= 4:
        return Owned(at + 1, DigitOwner.PERIOD, "period.quarter")
    if left in ("kỉ", "niên") and before in ("thế", "thập"):
        return Owned(at + 1, DigitOwner.PERIOD, "period.century")
    if _list_ends_in_date(tokens, at):
        return Owned(at + 1, DigitOwner.DATE, "date.list")
    return None


def _list_ends_in_date(tokens: Tokens, at: int) -> bool:
    """Say whether small numbers lead up to a date: "4, 5, 6-2022", "24 - 26/9"."""
    cued = norm(tokens, at - 1) in ("từ", "ngày", "(")
    for _ in range(6):
        if norm(tokens, at + 1) not in CONNECTORS:
            return False
        at += 2
        if at >= len(tokens) or tokens.kinds[at] != TokenKind.NUMBER:
            return False
        shape = read_date(tokens, at)
        if shape is not None:
            return (
                shape.form != "dm"
                or (
                    (shape.sign == "/" or cued)
                    and tokens.kinds[min(shape.stop, len(tokens) - 1)] != TokenKind.WORD
                )
                or norm(tokens, shape.stop) in ("tại", "ở", "do", "với", "đã", "sẽ", "vừa", "năm")
            )
        if (plain(tokens, at) or 99) > 31:
            return False
    return False


def find_period(tokens: Tokens, first: int, stop: int) -> Owned | None:
    """Find a part of a year after a number in digits or words: "6 tháng đầu năm", "9 tháng năm 2013"."""
    unit = norm(tokens, stop)
    if unit not in UNITS_OF_PERIODS:
        return None
    part, whole = norm(tokens, stop + 1), norm(tokens, stop + 2)
    if part in ("đầu", "cuối", "giữa") and (
        whole in WHOLE_PERIODS or (whole == "của" and norm(tokens, stop + 3) in WHOLE_PERIODS)
    ):
        return Owned(stop, DigitOwner.PERIOD, "period.part_of_year")
    halfway = norm(tokens, first - 1) in ("kết", "cáo", "quả") and norm(tokens, first) in (
        "3", "6", "9", "ba", "sáu", "chín", "06", "09", "03",
    )  # fmt: skip
    if unit == "tháng" and halfway and part in ("", ".", ",", "\n", "năm", ")", ";"):
        return Owned(stop, DigitOwner.PERIOD, "period.part_of_year")
    if unit in ("tháng", "quý") and part == "năm" and is_year(plain(tokens, stop + 2)):
        return Owned(stop, DigitOwner.PERIOD, "period.part_of_year")
    if unit == "tháng" and part in ("đầu", "cuối") and is_year(plain(tokens, stop + 2)):
        return Owned(stop, DigitOwner.PERIOD, "period.part_of_year")
    return None


def _clock(tokens: Tokens, at: int) -> Owned | None:
    value = plain(tokens, at)
    if value is None or value > 24:
        return None
    after, minutes = norm(tokens, at + 1), plain(tokens, at + 2)
    left = norm(tokens, at - 1)
    minute_follows = minutes is not None and minutes < 60 and tokens.glued(at + 2)
    if after == ":" and minute_follows and tokens.glued(at + 1) and len(tokens.words[at + 2]) == 2:
        seconds = norm(tokens, at + 3) == ":" and plain(tokens, at + 4) is not None
        return Owned(at + 5 if seconds else at + 3, DigitOwner.TIME, "time.colon")
    if after in ("h", "g", "h00") and tokens.glued(at + 1):
        if minutes is not None and minutes < 60 and tokens.glued(at + 2):
            return Owned(at + 3, DigitOwner.TIME, "time.h")
        in_day = norm(tokens, at + 2) in PARTS_OF_DAY
        if norm(tokens, at + 2) == "/" or (left in LASTING and not in_day) or after == "g":
            return None
        return Owned(at + 1, DigitOwner.TIME, "time.h")
    if after != "giờ" and after != "h":
        return None
    right = norm(tokens, at + 2)
    in_day = (
        right == "," and (left == "" or at == 0 or tokens.kinds[at - 1] == TokenKind.BREAK)
    ) or (
        norm(tokens, at + 3) == "phút"
        and norm(tokens, at + 4) in ("ngày", "sáng", "chiều", "tối", "đêm")
    )
    if in_day and right == ",":
        return Owned(at + 1, DigitOwner.TIME, "time.hour")
    in_day = in_day or right in ("sáng", "trưa", "chiều", "tối", "đêm", "khuya")
    if right == "/" or (left in LASTING and not in_day):
        return None
    if minutes is not None and minutes < 60:
        return Owned(at + 3, DigitOwner.TIME, "time.hour")
    if right in PARTS_OF_DAY and not (right == "ngày" and norm(tokens, at + 3) == "công"):
        return Owned(at + 1, DigitOwner.TIME, "time.hour")
    ranged = right in ("đến", "-", "–") and left == "từ"
    if left in TIME_CUES or ranged:
        return Owned(at + 1, DigitOwner.TIME, "time.hour")
    if left in ("đến", "trước") and (right in (",", ".", ")", "") or right in DAY_CUES):
        return Owned(at + 1, DigitOwner.TIME, "time.hour")
    return None
