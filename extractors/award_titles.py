"""What belongs to the name of an award after its form: title, rank, level and qualifiers."""

from collections.abc import Mapping
from dataclasses import dataclass

from extractors.award_forms import (
    CLASSES,
    LEVEL_WORDS,
    MEDAL_RANKS,
    ORDERS,
    PRIZE_WORDS,
    RANKS,
    TITLE_STOPS,
    TITLES,
)
from extractors.bodies import read_name
from extractors.phrase_table import PhraseTable, phrases, words
from extractors.quotes import Quote
from extractors.recipient_nouns import NOUNS
from extractors.tokens import TokenKind, Tokens

MAX_TITLE = 14

# What may stand between a form and its quoted title, or close the name of a certificate or a flag.
QUALIFIERS = PhraseTable(
    phrases(
        None,
        (
            "toàn diện",
            "chuyên đề",
            "đột xuất",
            "xuất sắc",
            "vững mạnh",
            "vững mạnh xuất sắc",
            "thi đua",
            "thi đua xuất sắc",
            "đơn vị xuất sắc",
            "đơn vị dẫn đầu",
            "đơn vị xuất sắc dẫn đầu",
            "đơn vị xuất sắc trong phong trào thi đua",
            "đơn vị dẫn đầu phong trào thi đua",
            "dẫn đầu",
            "dẫn đầu phong trào thi đua",
            "phong trào thi đua",
            "tập thể lao động xuất sắc",
            "tập thể xuất sắc",
            "khen thưởng",
            "danh dự",
            "cao quý",
            "về thành tích",
            "thành tích xuất sắc",
        ),
    )
)


# "Danh hiệu Bà mẹ Việt Nam anh hùng cụ được …": who is spoken of begins behind a known title.
_ADDRESS = words("ông bà anh chị cụ má mẹ cô thầy chú bác")
# Givers that follow a title without "của".
_GRANTORS = PhraseTable(
    phrases(None, ("tổng liên đoàn", "tổng LĐLĐ", "TLĐ", "LĐLĐ", "UBND", "liên đoàn lao động"))
)
# Words after "giải thưởng" that are no name of one.
_NO_PRIZE = words(
    "thường này cao lớn uy danh có được của do là cho quan trong tại các và đó trên khác ngoài đã với về hàng hằng từ giá trị"
)


@dataclass(frozen=True, slots=True)
class Named:
    """How far the name of an award reaches, and what it says."""

    stop: int
    """One past its last token."""
    title: str | None = None
    """The proper name in it."""
    rank: str | None = None
    """Its rank."""
    marked: bool = False
    """Whether a rank, a title or a qualifier stands with the form."""


def read_quoted(tokens: Tokens, quotes: Mapping[int, Quote], at: int) -> Quote | None:
    """Give the quoted stretch whose opening mark stands at a token."""
    quote = quotes.get(at)
    return quote if quote is not None and quote.stop > quote.first else None


def read_plain_title(tokens: Tokens, at: int, stop: int) -> int:
    """Give the end of a title without quotation marks that begins at a token; `at` where there is none."""
    known = TITLES.read(tokens.norms, at, stop)
    end = at if known is None else known[0]
    wide = at > 0 and tokens.norms[at - 1] == "vì"
    limit = min(stop, at + MAX_TITLE)
    while end < limit and tokens.kinds[end] in (TokenKind.WORD, TokenKind.NUMBER):
        joined = wide and tokens.norms[end] in ("của", "và")
        if tokens.norms[end] in TITLE_STOPS and not joined and not _inside(tokens, end, limit):
            break
        if known is not None and read_name(tokens, end, stop) is not None:
            break
        if known is not None and tokens.norms[end] in _ADDRESS:
            break
        if end > at and _GRANTORS.read(tokens.norms, end, limit) is not None:
            break
        if tokens.kinds[end] == TokenKind.NUMBER and (end == at or _counts(tokens, end, stop)):
            break
        end += 1
    return end


def _counts(tokens: Tokens, at: int, stop: int) -> bool:
    """Say whether a number behind a title counts its holders or years ("Lao động tiên tiến 376 người", "… 7 năm liền")."""
    after = tokens.norms[at + 1 : at + 2]
    return after in (["năm"], ["lần"]) or NOUNS.read(tokens.norms, at + 1, stop) is not None


def _inside(tokens: Tokens, at: int, limit: int) -> bool:
    """Say whether a stop word stands inside a name printed with capitals ("Vì ANTQ", "Tiêu biểu Toàn quốc")."""
    return (
        tokens.words[at][0].isupper()
        and at > 0
        and tokens.kinds[at - 1] == TokenKind.WORD
        and at + 1 < limit
    )


def read_order(tokens: Tokens, at: int, stop: int) -> Named:
    """Read the name and class after "Huân chương"."""
    known = ORDERS.read(tokens.norms, at, stop)
    end = known[0] if known else at
    if known is None:
        while (
            end < min(stop, at + 6)
            and tokens.kinds[end] == TokenKind.WORD
            and tokens.words[end][0].isupper()
        ):
            end += 1
    title = tokens.text(at, end) if end > at else None
    ranks: list[str] = []
    after = end
    if after < stop and tokens.norms[after] == ",":
        after += 1
    if after < stop and tokens.norms[after] in ("hạng", "hạn"):
        ranks, end = _rank_list(tokens, after + 1, stop, end, table=CLASSES)
    return Named(end, title, ranks[0] if len(ranks) == 1 else None, marked=end > at)


def read_medal(tokens: Tokens, quotes: Mapping[int, Quote], at: int, stop: int) -> Named:
    """Read colour, title or class after "Huy chương"."""
    before = tokens.norms[at - 1]
    short = {"hcv": "nhat", "hcb": "nhi", "hcđ": "ba"}.get(before)
    if short:
        return Named(at, None, short, marked=True)
    if before in ("vàng", "bạc", "đồng"):
        return Named(at, None, MEDAL_RANKS.read(tokens.norms, at - 1, at)[1], marked=True)  # type: ignore[index]
    ranks, end = _rank_list(tokens, at, stop, at, table=MEDAL_RANKS)
    if ranks:
        return Named(end, None, ranks[0] if len(ranks) == 1 else None, marked=True)
    quote = read_quoted(tokens, quotes, at)
    if quote is not None:
        return Named(quote.stop, tokens.text(quote.first, quote.stop), None, marked=True)
    return read_order(tokens, at, stop)


def _rank_list(
    tokens: Tokens, at: int, stop: int, end: int, *, table: PhraseTable[str] = RANKS
) -> tuple[list[str], int]:
    """Read "Nhất, Nhì, Ba" from a token; gives the ranks and the end of the last one."""
    ranks: list[str] = []
    while at < stop:
        skip = at + 1 if tokens.norms[at] in ('"', "“", "hạng") and ranks else at
        read = (RANKS if ranks and table is CLASSES else table).read(tokens.norms, skip, stop)
        if read is None and ranks and tokens.words[skip] in ("II", "III"):
            read = CLASSES.read(tokens.norms, skip, stop)
        if read is None or (ranks and tokens.norms[read[0] : read[0] + 1] == ["giải"]):
            break
        end, rank = read
        ranks.append(rank)
        if end >= stop or tokens.norms[end] not in (",", "và", "/", "-"):
            break
        at = end + 1
    return ranks, end


def read_prize(tokens: Tokens, quotes: Mapping[int, Quote], at: int, stop: int) -> Named:
    """Read the place after "giải"."""
    quote = read_quoted(tokens, quotes, at)
    inner = quote.first if quote is not None else at
    ranks, end = _rank_list(tokens, inner, stop, inner)
    if quote is not None:
        rank = ranks[0] if len(ranks) == 1 else None
        title = None if ranks else tokens.text(quote.first, quote.stop)
        return Named(quote.stop, title, rank, marked=True)
    marked = bool(ranks)
    more = PRIZE_WORDS.read(tokens.norms, end, stop)
    if more is not None:
        end, marked = more[0], True
    return Named(end if marked else at, None, ranks[0] if len(ranks) == 1 else None, marked=marked)


def read_certificate(tokens: Tokens, quotes: Mapping[int, Quote], at: int, stop: int) -> Named:
    """Read the qualifiers and the quoted title after "Bằng khen", "Cờ thi đua" and the like."""
    end = at
    while (read := QUALIFIERS.read(tokens.norms, end, stop)) is not None:
        end = read[0]
    quote = read_quoted(tokens, quotes, end)
    if quote is not None:
        return Named(quote.stop, tokens.text(quote.first, quote.stop), None, marked=True)
    return Named(end, None, None, marked=end > at)


def read_proper(tokens: Tokens, quotes: Mapping[int, Quote], at: int, stop: int) -> Named:
    """Read the quoted or plain title after "Kỷ niệm chương", "Giải thưởng", "danh hiệu"."""
    quote = read_quoted(tokens, quotes, at)
    if quote is not None:
        return Named(quote.stop, tokens.text(quote.first, quote.stop), None, marked=True)
    if at >= stop or not (
        tokens.words[at][0].isupper()
        or tokens.norms[at] in ("vì",)
        or TITLES.read(tokens.norms, at, stop) is not None
        or tokens.kinds[at] in (TokenKind.WORD, TokenKind.NUMBER)
    ):
        return Named(at)
    if tokens.kinds[at] == TokenKind.NUMBER and tokens.words[at + 1 : at + 2] in (["-"], ["/"]):
        return Named(at + 3, tokens.text(at, at + 3), None, marked=True)
    if tokens.norms[at] in _NO_PRIZE:
        return Named(at)
    begin = at + 1 if tokens.norms[at] == "vì" else at
    end = read_plain_title(tokens, begin, stop)
    if (begin > at and end == begin) or end == at:
        return Named(at)
    return Named(end, tokens.text(at, end), None, marked=True)


def read_level(tokens: Tokens, at: int, stop: int) -> tuple[int, str] | None:
    """Read "cấp cơ sở", "cấp tỉnh, thành phố", "toàn quốc" at a token; gives its end and the text."""
    if at >= stop:
        return None
    if (
        tokens.norms[at] == "toàn"
        and at + 1 < stop
        and tokens.norms[at + 1] in ("quốc", "quân", "ngành", "tỉnh")
    ):
        return at + 2, tokens.text(at, at + 2)
    if tokens.norms[at] != "cấp":
        return None
    end, here = at + 1, at + 1
    while here < stop:
        read = LEVEL_WORDS.read(tokens.norms, here, stop)
        if read is None:
            break
        end = read[0]
        if end + 1 >= stop or tokens.norms[end] not in (",", "và", "/", "-"):
            break
        here = end + 1
    return (end, tokens.text(at, end)) if end > at + 1 else None


# What closes a title that has no quotation marks and is in no list: a word that praises.
PRAISES = PhraseTable(
    phrases(
        None,
        (
            *(
                "xuất sắc",
                "xuất sắc nhất",
                "giỏi",
                "giỏi nhất",
                "tiêu biểu",
                "tiêu biểu nhất",
                "ưu tú",
            ),
            *("tiên tiến", "kiểu mẫu", "mẫu mực", "gương mẫu", "vững mạnh", "vững mạnh toàn diện"),
            *(
                "văn hóa",
                "thân thiện",
                "hạnh phúc",
                "tài năng",
                "sáng tạo",
                "anh hùng",
                "quyết thắng",
            ),
            *("danh dự", "đảm đang", "uy tín", "bền vững", "hiếu thảo", "triển vọng", "năng động"),
            *(
                "nghĩa tình",
                "an toàn",
                "của năm",
                "của tháng",
                "số một",
                "số 1",
                "hay nhất",
                "đẹp nhất",
            ),
            *(
                "ấn tượng",
                "yêu thích",
                "yêu thích nhất",
                "dạy giỏi",
                "học giỏi",
                "chăm ngoan",
                "phá lưới",
            ),
            *(
                "5 không, 3 sạch",
                "3 không",
                "nhân ái",
                "hiếu học",
                "học tập",
                "vì người lao động",
                "vàng",
            ),
            *(
                "trong sạch vững mạnh",
                "an toàn về an ninh trật tự",
                "bản lĩnh",
                "thanh lịch",
                "ấn tượng nhất",
            ),
        ),
    )
)
MAX_PRAISED = 12


def read_praised_title(tokens: Tokens, at: int, stop: int, *, head: int) -> int:
    """Give the end of a title that closes with a word of praise ("sản phẩm nông thôn tiêu biểu"); `at` for none.

    Its head noun ends at `head`.
    """
    closed = at
    end, limit = head, min(stop, at + MAX_PRAISED)
    while end < limit and (
        tokens.kinds[end] in (TokenKind.WORD, TokenKind.NUMBER) or tokens.norms[end] == ","
    ):
        praise = PRAISES.read(tokens.norms, end, limit) if end > at else None
        if praise is not None:
            closed = end = praise[0]
            continue
        if tokens.norms[end] in TITLE_STOPS or tokens.norms[end] == ",":
            break
        end += 1
    return closed
