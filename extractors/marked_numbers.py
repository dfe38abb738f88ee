"""Numbers that their marks or words give away: documents, phones, codes, models, scores, anniversaries, terms."""

from extractors.calendar_numbers import DASHES, Owned
from extractors.date_shapes import norm, plain
from extractors.records import DigitOwner
from extractors.text import spelled, spelled_pairs
from extractors.tokens import TokenKind, Tokens
from extractors.units import RAISED

DOCUMENTS = spelled_pairs(
    "nghị quyết,nghị định,quyết định,chỉ thị,thông tư,công văn,kết luận,công điện,sắc lệnh,pháp lệnh,tờ trình,giấy phép,thông tri,"
    "công ước,quy chế,hiệp định"
)
LOOSE_DOCUMENTS = spelled_pairs(
    "kế hoạch,hướng dẫn,thông báo,đề án,văn bản,quy định,quy chế,chương trình,bộ luật,dự án,báo cáo,hiệp định"
)
ARTICLES = spelled("điều khoản mục chương luật")
NOT_ARTICLES = spelled("tài nhiều các những mỗi hạng danh trang đề chuyên kỉ")
NOT_NUMBERED = spelled(
    "tổng trong con đa thiểu một dân chỉ hệ cơ ẩn đại phần cộng toàn nhân vô tham thông biến doanh quân quá"
)
SCORES = spelled("thắng thua hòa bại số dẫn gỡ")
GREAT_EVENTS = spelled("khởi chiến cách quốc giải thống toàn cuộc ngày")
SAVED_YEARS = spelled("sau qua hơn gần trong trên suốt từ với bằng dưới khoảng cả tổng")
MOTTOS = spelled(
    "không có cùng giỏi tốt nhất sạch biết rõ dám hơn xây chống an bám khâu_đột luôn xin tự đúng đủ giảm tăng nâng vừa đảm trách xung sẵn dễ khó sao"
)
MOTTO_TAILS = spelled_pairs(
    "tại chỗ,trong 1,trong một,điều bác,trách nhiệm,sẵn sàng,đảm đang,xung kích,chủ động,tích cực,đột phá,nhân tố"
)
PHONES = spelled("thoại đt tel phone fax hotline zalo nóng sđt dđ mobile đài")
CODES = spelled("khoản stk mã cmnd cccd mst isbn sbd biển seri serial iso sa cov sars hiệu")
MODELS = spelled("nghiệp mạng web bản đại nguyên thời thế hệ số industry kỉ")
LOST_BLANK_UNITS = spelled(
    "kg m km cm mm g ha đ vnđ vnd usd tr tỉ triệu nghìn ngàn k l ml tấn kwh kw mw h p w hz gb mb ty m² m³ km² trđ tỉđ"
)


def find_marked(
    tokens: Tokens, at: int, *, counted: bool, cued: DigitOwner | None = None
) -> Owned | None:
    """Find a marker, term, document, model, phone, score or anniversary at a token of digits.

    `counted` says that a unit or a listed noun follows; `cued`, that it goes on with a list of ordinals or articles.
    """
    return (
        _furniture(tokens, at)
        or _term(tokens, at, counted)
        or _document(tokens, at, counted, cued)
        or _model(tokens, at, counted)
        or _phone(tokens, at, counted)
        or _score(tokens, at, cued)
        or (find_anniversary(tokens, at, at + 1) if plain(tokens, at) is not None else None)
    )


def _furniture(tokens: Tokens, at: int) -> Owned | None:
    """Find list markers at the beginning of a line: "1.", "2)", "3/", "(4)"."""
    value = plain(tokens, at)
    first = at == 0 or tokens.kinds[at - 1] == TokenKind.BREAK
    if value is None or value > 99 or not first:
        return None
    after = norm(tokens, at + 1)
    if after not in (".", ")", "/", "-", "–") or not tokens.glued(at + 1):
        return None
    if plain(tokens, at + 2) is not None and tokens.glued(at + 2):
        return None
    return Owned(at + 1, DigitOwner.FURNITURE, "furniture.list_marker")


def _term(tokens: Tokens, at: int, counted: bool) -> Owned | None:
    left, value, after = norm(tokens, at - 1), plain(tokens, at), norm(tokens, at + 1)
    if value is None:
        return None
    if after == "/" and value == 24 and plain(tokens, at + 2) in (24, 7):
        return Owned(at + 3, DigitOwner.TERM, "term.round_the_clock")
    if after in ("kv", "mva") and left in ("dây", "áp", "trạm", "lưới", "điện", "mạch"):
        return Owned(at + 1, DigitOwner.TERM, "term.voltage")
    if after == "x" and plain(tokens, at + 2) is not None and tokens.glued(at + 2):
        return Owned(at + 3, DigitOwner.TERM, "term.product")
    if value == 0 and after in ("đồng", "đ"):
        return Owned(at + 1, DigitOwner.TERM, "term.free")
    return find_term(tokens, at, at + 1, value, left, counted=counted)


def find_term(
    tokens: Tokens, first: int, stop: int, value: float, left: str, *, counted: bool = False
) -> Owned | None:
    """Find fixed terms and mottos with a number in digits or words: "bảo hiểm 1 lần", "3 tại chỗ", "6 điều Bác Hồ dạy"."""
    after = norm(tokens, stop)
    if value == 1 and after == "lần" and left in ("hiểm", "bhxh", "cấp", "xh", "hưởng"):
        return Owned(stop, DigitOwner.TERM, "term.lump_sum")
    if after == "năm" and left == "hiệu":
        return Owned(stop, DigitOwner.TERM, "term.badge")
    pair = after, norm(tokens, stop + 1)
    if pair in MOTTO_TAILS or (pair[0] == "điều" and norm(tokens, stop + 2) == "bác"):
        return Owned(stop, DigitOwner.TERM, "term.motto")
    if value == 1 and pair in (("trong", "những"), ("trong", "các")):
        return Owned(stop, DigitOwner.TERM, "term.one_of")
    if value in (4, 5) and after in ("biển", "phương", "bể", "châu") and left != "có":
        return Owned(stop, DigitOwner.TERM, "term.idiom")
    named = first > 0 and tokens.words[first - 1][0].isupper() and first > 1
    if (
        value < 10
        and after in MOTTOS
        and not counted
        and not named
        and not (after == "có" and value == 1)
    ):
        return Owned(stop, DigitOwner.TERM, "term.motto")
    return None


def _document(tokens: Tokens, at: int, counted: bool, cued: DigitOwner | None) -> Owned | None:
    if "," in tokens.words[at]:
        return None
    left, before, third = norm(tokens, at - 1), norm(tokens, at - 2), norm(tokens, at - 3)
    stop = _document_tail(tokens, at)
    numbered = left == "số" and before not in NOT_NUMBERED
    pair = (third, before) if numbered else (before, left)
    if stop > at + 1:
        return Owned(stop, DigitOwner.DOCUMENT, "document.number")
    small = (plain(tokens, at) or 100_000) < 10_000
    if pair in DOCUMENTS and (numbered or (small and not counted) or _slashed_year(tokens, at)):
        return Owned(_document_slash(tokens, at), DigitOwner.DOCUMENT, "document.word")
    if pair in LOOSE_DOCUMENTS and (
        numbered or (small and not counted and _slashed_year(tokens, at))
    ):
        return Owned(_document_slash(tokens, at), DigitOwner.DOCUMENT, "document.word")
    if pair in LOOSE_DOCUMENTS and small and not counted and tokens.words[at - 2][:1].isupper():
        return Owned(at + 1, DigitOwner.DOCUMENT, "document.word")
    article = left in ARTICLES and small and before not in NOT_ARTICLES
    if article and (tokens.words[at - 1][:1].isupper() or not counted):
        return Owned(at + 1, DigitOwner.DOCUMENT, "document.article")
    if cued is DigitOwner.DOCUMENT and small and not counted:
        return Owned(at + 1, DigitOwner.DOCUMENT, "document.list")
    return None


def _document_tail(tokens: Tokens, at: int) -> int:
    """Give the token after "07/NQ-TLĐ", "06/2022/QH15", "60-NQ/TW"; `at + 1` where no letters of a body follow."""
    index = at + 1
    if norm(tokens, index) == "/" and plain(tokens, index + 1) is not None:
        index += 2
    sign = norm(tokens, index)
    if sign not in ("/", "-", "–") or not tokens.glued(index) or not tokens.glued(index + 1):
        return at + 1
    if index + 1 >= len(tokens) or tokens.kinds[index + 1] != TokenKind.WORD:
        return at + 1
    word = tokens.words[index + 1]
    if not (word.isupper() and len(word) > 1):
        return at + 1
    following = norm(tokens, index + 2)
    if sign != "/" and following not in ("/", "-", "–"):
        return at + 1
    if (
        sign == "/"
        and following not in ("-", "–", "/")
        and word in ("CNLĐ", "NLĐ", "CĐCS", "CNVCLĐ", "DN", "ĐV", "LĐ", "HS")
    ):
        return at + 1
    stop = index + 2
    while stop < len(tokens) and tokens.glued(stop) and stop < at + 14:
        joined = tokens.kinds[stop] in (TokenKind.WORD, TokenKind.NUMBER)
        if not joined and not (
            tokens.words[stop] in "/-–&." and stop + 1 < len(tokens) and tokens.glued(stop + 1)
        ):
            break
        stop += 1
    return stop


def _slashed_year(tokens: Tokens, at: int) -> bool:
    return norm(tokens, at + 1) in ("/", "-") and plain(tokens, at + 2) is not None


def _document_slash(tokens: Tokens, at: int) -> int:
    return at + 3 if _slashed_year(tokens, at) and tokens.glued(at + 2) else at + 1


def _model(tokens: Tokens, at: int, counted: bool) -> Owned | None:
    word, left = tokens.words[at], norm(tokens, at - 1)
    value = plain(tokens, at)
    if (norm(tokens, at - 2), left) == ("phiên", "bản") and not counted:
        return Owned(at + 1, DigitOwner.MODEL, "model.version")
    if len(word) == 3 and word.endswith(".0") and (left in MODELS or not counted):
        return Owned(at + 1, DigitOwner.MODEL, "model.version")
    if left in DASHES and at > 1 and tokens.kinds[at - 2] == TokenKind.WORD:
        named = tokens.words[at - 2]
        glued = tokens.glued(at) and tokens.glued(at - 1)
        if tokens.norms[at - 2] in ("covid", "cov", "sars"):
            return Owned(at + 1, DigitOwner.MODEL, "model.hyphen")
        if glued and named[0].isupper() and not counted:
            return Owned(at + 1, DigitOwner.MODEL, "model.hyphen")
    if value is not None and value >= 10_000 and not counted and at:
        mixed = tokens.words[at - 1] != left and not tokens.words[at - 1].istitle()
        if mixed or left in ("tàu", "cá"):
            return Owned(at + 1, DigitOwner.CODE, "code.registration")
    if left in ("covid", "iso", "haccp", "sa", "ohsas"):
        return Owned(at + 1, DigitOwner.MODEL, "model.name")
    if left == ":" and norm(tokens, at - 3) == "iso":
        return Owned(at + 1, DigitOwner.MODEL, "model.name")
    if at and tokens.glued(at) and tokens.words[at - 1].isupper() and len(left) == 1:
        return Owned(at + 1, DigitOwner.MODEL, "model.glued")
    if left in RAISED and word in ("2", "3") and tokens.glued(at):
        return Owned(at + 1, DigitOwner.TERM, "term.unit")
    if at and tokens.kinds[at - 1] == TokenKind.WORD and tokens.glued(at) and not counted:
        return Owned(at + 1, DigitOwner.MODEL, "model.glued")
    after = at + 1
    if after < len(tokens) and tokens.kinds[after] == TokenKind.WORD and tokens.glued(after):
        letters = tokens.words[after]
        if letters.isupper() and len(letters) <= 2 and tokens.norms[after] not in LOST_BLANK_UNITS:
            return Owned(at + 1, DigitOwner.MODEL, "model.letter")
        if letters == "K" and value is not None and value < 10:
            return Owned(at + 1, DigitOwner.MODEL, "model.letter")
        if letters == "G" and value is not None:
            return Owned(at + 1, DigitOwner.MODEL, "model.letter")
    return None


def _phone(tokens: Tokens, at: int, counted: bool) -> Owned | None:
    word = tokens.words[at]
    digits = sum(c.isdecimal() for c in word)
    if "," in word or (counted and word[0] != "0"):
        return None
    left = norm(tokens, at - 1)
    index = at - 1
    while index > at - 4 and norm(tokens, index) in (":", ".", "(", "số", "+"):
        index -= 1
    if norm(tokens, index) in PHONES and (digits >= 3 or left == "("):
        return Owned(_phone_end(tokens, at), DigitOwner.PHONE, "phone.cued")
    if norm(tokens, index) in CODES and digits >= 4:
        return Owned(_phone_end(tokens, at), DigitOwner.CODE, "code.cued")
    if word[:5] in ("1900.", "1800.") and digits >= 8:
        return Owned(_phone_end(tokens, at), DigitOwner.PHONE, "phone.service")
    if word[0] == "0" and digits >= 9:
        return Owned(_phone_end(tokens, at), DigitOwner.PHONE, "phone.form")
    if word[0] == "0" and word.isdecimal() and 3 <= digits <= 4 and not counted:
        stop = _phone_end(tokens, at)
        total = sum(c.isdecimal() for i in range(at, stop) for c in tokens.words[i])
        owner = DigitOwner.PHONE if total >= 9 else DigitOwner.CODE
        return Owned(
            stop if total >= 9 else at + 1, owner, "phone.form" if total >= 9 else "code.zeros"
        )
    if word.isdecimal() and digits >= 7 and not counted:
        return Owned(at + 1, DigitOwner.CODE, "code.long")
    return None


def _phone_end(tokens: Tokens, at: int) -> int:
    stop = at + 1
    while stop < len(tokens) and stop < at + 9:
        if tokens.kinds[stop] == TokenKind.NUMBER:
            stop += 1
        elif (
            tokens.words[stop] in ".-–)"
            and stop + 1 < len(tokens)
            and tokens.kinds[stop + 1] == TokenKind.NUMBER
        ):
            stop += 2
        else:
            break
    return stop


def _score(tokens: Tokens, at: int, cued: DigitOwner | None) -> Owned | None:
    value, other = plain(tokens, at), plain(tokens, at + 2)
    if (
        value is None
        or other is None
        or value > 30
        or other > 30
        or norm(tokens, at + 1) not in (*DASHES, ":")
    ):
        return None
    opened = at > 1 and tokens.words[at - 1] == "(" and _sets(tokens, at - 2)
    if cued is DigitOwner.SCORE or opened:
        return Owned(at + 3, DigitOwner.SCORE, "score.sets")
    for index in range(at - 1, max(at - 9, -1), -1):
        if tokens.kinds[index] == TokenKind.BREAK or tokens.words[index] in ".;":
            return None
        word = tokens.norms[index]
        if word == "số" and norm(tokens, index - 1) not in ("tỉ", "điểm"):
            continue
        if word in SCORES:
            return Owned(at + 3, DigitOwner.SCORE, "score.match")
    return None


def _sets(tokens: Tokens, last: int) -> bool:
    """Say whether a score stands right before: "3-1 (25-19, …"."""
    return (
        plain(tokens, last) is not None
        and norm(tokens, last - 1) in (*DASHES, ":")
        and plain(tokens, last - 2) is not None
    )


def find_anniversary(tokens: Tokens, first: int, stop: int) -> Owned | None:
    """Find an anniversary after a number in digits or words: "kỷ niệm 90 năm Ngày thành lập"."""
    after = norm(tokens, stop)
    lo = max(first - 7, 0)
    if after == "năm":
        following = norm(tokens, stop + 1)
        named = following in ("ngày", "thành", "tái") and (
            following != "ngày" or norm(tokens, stop + 2) not in ("công", "qua", "nay")
        )
        capital = stop + 1 < len(tokens) and tokens.words[stop + 1][0].isupper()
        named = named or (capital and following in GREAT_EVENTS)
        if named and norm(tokens, first - 1) not in SAVED_YEARS:
            return Owned(stop, DigitOwner.ANNIVERSARY, "anniversary.of_day")
    elif after not in ("ngày", "tháng", "tuổi", "lần", "mùa"):
        return None
    for index in range(first - 1, lo - 1, -1):
        if tokens.kinds[index] == TokenKind.BREAK or tokens.words[index] in ".;,:()":
            return None
        if tokens.norms[index] == "niệm" and norm(tokens, index - 1) == "kỉ":
            return Owned(stop, DigitOwner.ANNIVERSARY, "anniversary.cued")
    return None
