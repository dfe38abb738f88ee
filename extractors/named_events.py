"""Campaigns without quotation marks: names after a trigger, and names that begin with their head ("Tháng Công nhân")."""

from collections.abc import Iterator

from extractors.campaign_heads import HEADS, Governors
from extractors.campaign_names import KnownHit, choose_known
from extractors.campaign_spans import begins_upper, trim_name
from extractors.campaign_words import NAME_ENDS, NO_TRIGGER, PAIR_ENDS, VERBAL, spelled
from extractors.document import Document
from extractors.lexicon import Hit
from extractors.quoted_campaigns import Candidate
from extractors.records import CampaignType
from extractors.tokens import TokenKind, Tokens

MAX_NAME = 24
# Words between which a comma belongs to the name: "tư tưởng, đạo đức, phong cách", "an toàn, vệ sinh".
_COMMA_PAIRS = frozenset(
    (
        ("tưởng", "đạo"), ("đức", "phong"), ("nhân", "viên"), ("chức", "lao"), ("chức", "viên"),
        ("bộ", "công"), ("toàn", "vệ"), ("dục", "thể"), ("hóa", "thể"), ("hóa", "văn"), ("kiến", "sáng"),
        ("phòng", "chống"), ("viên", "người"), ("kiến", "cải"), ("cháy", "chữa"), ("tập", "thực"),
        ("tập", "làm"), ("nhân", "công"), ("lịch", "văn"), ("tiết", "kiệm"), ("kiệm", "chống"),
        ("kiệm", "phòng"), ("thuật", "hợp"), ("nghệ", "thể"), ("thao", "văn"), ("giỏi", "đảm"),
    )
)  # fmt: skip
_SOCIAL = spelled(
    "vì khuyến bảo tấm mái tình đền xã từ nhân nghĩa chăm ủng phòng vắc tương trợ trợ-vốn xóa ngày trái hy "
    "thiện học hỗ hi đồng bạn an ấm chia yêu tiếp nạn hoàng trường vừ phúc phụ"
)
_FUND_STUFF = spelled(
    "đất lương bảo-hiểm tiền tín đầu tài công đen lớp bhxh bhyt bảo phúc dự hưu quốc này đó đạo của do để "
    "được và có là với kết đã sẽ trên cho"
)
_PERSONS = spelled(
    "công cnvclđ cnvc cnlđ cđ đoàn hội đội thanh phụ tdtt việt lao đảng liên ldld lđlđ ubnd"
)
_MONTHS = spelled(
    "giêng hai ba tư năm sáu bảy tám chín mười chạp một này đó qua sau trước đầu cuối lương"
)


def find_unquoted(
    document: Document, governors: Governors, known: dict[int, KnownHit]
) -> Iterator[Candidate]:
    """Find unquoted names at the heads, in order."""
    tokens = document.tokens
    opened = {quote.before for quote in document.quotes}
    for hit in governors.heads:
        if hit.stop >= len(tokens) or hit.stop in opened:
            continue
        if hit.value == "thi đua" and hit.first and tokens.norms[hit.first - 1] in NO_TRIGGER:
            continue
        one = _at_head(document, hit, known, governors)
        if one is not None:
            yield one


def _at_head(
    document: Document, hit: Hit, known: dict[int, KnownHit], governors: Governors
) -> Candidate | None:
    tokens = document.tokens
    head = HEADS[hit.value]
    after = known.get(hit.stop)
    if hit.value == "phong trào" and tokens.words[hit.stop] == "Thi":
        later = known.get(hit.stop + 2)
        after = KnownHit(hit.stop, later.stop, later.known) if later is not None else None
    if head.inside:
        whole = known.get(hit.first)
        if whole is not None and whole.stop > hit.stop:
            return None
        if _is_named_event(document, hit, governors):
            return _event(tokens, hit, after, governors)
        return None
    if hit.value in ("hoạt động", "sự kiện", "chuỗi hoạt động", "chuyên mục", "mô hình"):
        return None
    if after is not None:
        return _known_after(tokens, hit, after)
    return _after_trigger(document, hit, governors)


def _known_after(tokens: Tokens, hit: Hit, after: KnownHit) -> Candidate | None:
    """Take a known name right after a trigger, whatever its capitals."""
    one = choose_known(after.known, HEADS[hit.value].type)
    if one is None:
        return None
    kind = HEADS[hit.value].type
    return Candidate(
        first=after.first,
        stop=after.stop,
        type=kind,
        rule="campaign.known_after_trigger",
        confidence=0.9,
        head=(hit.first, hit.stop),
    )


def _after_trigger(document: Document, hit: Hit, governors: Governors) -> Candidate | None:
    """Take a capitalised name after a trigger."""
    tokens = document.tokens
    at = hit.stop
    if tokens.kinds[at] not in (TokenKind.WORD, TokenKind.NUMBER):
        return None
    strong = hit.value.startswith(("phong trào thi đua", "cuộc vận động"))
    shaped = _has_shape(tokens, at)
    if not shaped and not (begins_upper(tokens, at) and tokens.kinds[at] == TokenKind.WORD):
        return None
    if tokens.norms[at] in VERBAL or (not shaped and tokens.norms[at] in _PERSONS and not strong):
        return None
    stop = _name_end(tokens, at, governors)
    first, stop = trim_name(tokens, at, stop)
    if stop - first < 2 or _all_upper(tokens, first, stop):
        return None
    if not shaped and not any(tokens.words[i].islower() for i in range(first, stop)):
        return None
    return Candidate(
        first=first,
        stop=stop,
        type=HEADS[hit.value].type,
        rule="campaign.name_after_trigger",
        confidence=0.75,
        head=(hit.first, hit.stop),
    )


def _has_shape(tokens: Tokens, at: int) -> bool:
    """Say whether a slogan begins here: "5 không 3 sạch", "sản xuất giỏi", "lao động giỏi, tiết kiệm tốt"."""
    numbers = sum(
        1
        for i in range(at, min(at + 5, len(tokens)))
        if tokens.kinds[i] == TokenKind.NUMBER or tokens.norms[i] in ("hai", "ba", "bốn")
    )
    if tokens.kinds[at] == TokenKind.NUMBER and at + 1 < len(tokens):
        return (
            tokens.norms[at + 1] in ("không", "giỏi", "tốt", "nhất", "sạch", "có", "xây", "an")
            or numbers > 1
        )
    for index in range(at + 1, min(at + 12, len(tokens))):
        norm = tokens.norms[index]
        if norm in NAME_ENDS or tokens.kinds[index] == TokenKind.BREAK:
            return False
        if norm in ("giỏi", "tốt", "khéo"):
            return index - at >= 2
        if tokens.words[index] in ("Bác", "Hồ"):
            return tokens.norms[at] in ("học", "làm", "thi", "công", "thực", "đời")
    return False


def _all_upper(tokens: Tokens, first: int, stop: int) -> bool:
    return all(tokens.words[i].isupper() for i in range(first, stop))


def _is_named_event(document: Document, hit: Hit, governors: Governors) -> bool:
    """Say whether a head begins a proper name and no description."""
    tokens = document.tokens
    at = hit.stop
    if tokens.kinds[at] != TokenKind.WORD and not (
        tokens.kinds[at] == TokenKind.NUMBER
        and hit.value not in ("tháng", "giải", "tết", "quỹ", "quĩ")
    ):
        return False
    word = tokens.norms[at]
    if word in VERBAL or word in (
        "lần",
        "năm",
        "do",
        "của",
        "với",
        "tại",
        "cấp",
        "các",
        "toàn",
        "đến",
        "vào",
        "thứ",
    ):
        return False
    capital = tokens.words[hit.first][0].isupper()
    starts = _starts_line(document, hit.first)
    kind = HEADS[hit.value].type
    if hit.value in ("tháng", "tết"):
        return capital and hit.value == "tháng" and word not in _MONTHS and begins_upper(tokens, at)
    if kind is CampaignType.QUY:
        return _is_fund(tokens, hit, capital=capital)
    if hit.value == "cúp" or hit.value.startswith("giải "):
        return capital and (not starts or _holds_capital(tokens, hit))
    if hit.value in (
        "mái ấm",
        "hành trình",
        "chuyến xe",
        "chuyến tàu",
        "chuyến bay",
        "phiên chợ",
        "gala",
        "festival",
    ):
        return capital and begins_upper(tokens, at) and not starts
    if kind is CampaignType.DOT_THI_DUA:
        return capital and not starts and hit.value != "đợt thi đua"
    if capital and not starts:
        return True
    if kind is CampaignType.THANG:
        return word in ("về", "vì", "không", "quốc", "phòng", "an") or begins_upper(tokens, at)
    return (
        _holds_capital(tokens, hit) and tokens.norms[hit.first - 1] not in ("các", "nhiều", "những")
        if hit.first
        else _holds_capital(tokens, hit)
    )


def _starts_line(document: Document, at: int) -> bool:
    return document.sentences[document.sentence_at(at)][0] == at


def _holds_capital(tokens: Tokens, hit: Hit) -> bool:
    """Say whether a capital stands in the first words after the head, before the name can end."""
    for index in range(hit.stop, min(hit.stop + 6, len(tokens))):
        if tokens.kinds[index] != TokenKind.WORD or tokens.norms[index] in NAME_ENDS:
            return False
        if tokens.words[index][0].isupper():
            return True
    return False


def _is_fund(tokens: Tokens, hit: Hit, *, capital: bool) -> bool:
    word = tokens.norms[hit.stop]
    if word in _FUND_STUFF and not (
        word == "bảo" and tokens.norms[hit.stop + 1 : hit.stop + 2] in (["trợ"], ["vệ"])
    ):
        return False
    if word in _SOCIAL:
        return capital
    return capital and begins_upper(tokens, hit.stop)


def _event(
    tokens: Tokens, hit: Hit, after: KnownHit | None, governors: Governors
) -> Candidate | None:
    stop = _name_end(tokens, hit.stop, governors)
    if after is not None:
        stop = max(stop, after.stop)
    first, stop = trim_name(tokens, hit.first, stop)
    if stop <= hit.stop:
        return None
    return Candidate(
        first=first,
        stop=stop,
        type=HEADS[hit.value].type,
        rule="campaign.named_event",
        confidence=0.75,
        head=(hit.first, hit.stop),
    )


def _name_end(tokens: Tokens, at: int, governors: Governors) -> int:
    """Give one past the last token of an unquoted name that begins at a token."""
    limit = min(len(tokens), at + MAX_NAME)
    index = at
    while index < limit:
        kind, norm = tokens.kinds[index], tokens.norms[index]
        if kind == TokenKind.BREAK:
            return index
        if kind == TokenKind.SIGN:
            if not _goes_on(tokens, index, governors):
                return index
        elif index > at:
            if index in governors.starting and norm not in ("thi", "tết", "mái"):
                return index - 1 if tokens.norms[index - 1] == "và" else index
            if norm == "và" and not _joins(tokens, index, governors):
                return index
            if _ends_name(tokens, index):
                return index
            if norm == "với" and not begins_upper(tokens, index + 1):
                return index
        index += 1
    return index


def _ends_name(tokens: Tokens, index: int) -> bool:
    """Say whether a word, alone or with the next, ends an unquoted name."""
    norm = tokens.norms[index]
    after = tokens.norms[index + 1] if index + 1 < len(tokens) else ""
    if norm == "lần":
        return not _edition_inside(tokens, index)
    if norm == "năm":
        return after[:1].isdigit() or (norm, after) in PAIR_ENDS or after in ("học", "này", "qua")
    return norm in NAME_ENDS or (norm, after) in PAIR_ENDS


def _edition_inside(tokens: Tokens, index: int) -> bool:
    """Say whether "lần thứ 40" stands inside a name: "Giải chạy … lần thứ 40 - Vì hòa bình"."""
    at = index + 3
    return (
        tokens.norms[index + 1 : index + 2] == ["thứ"]
        and at + 1 < len(tokens)
        and tokens.words[at] in "-–—"
        and tokens.kinds[at + 1] == TokenKind.WORD
        and tokens.words[at + 1][0].isupper()
    )


def _goes_on(tokens: Tokens, index: int, governors: Governors) -> bool:
    """Say whether a name goes on across a sign."""
    sign = tokens.words[index]
    if index + 1 >= len(tokens) or tokens.kinds[index + 1] == TokenKind.BREAK:
        return False
    before, after = tokens.norms[index - 1], tokens.norms[index + 1]
    if sign == ",":
        return (before, after) in _COMMA_PAIRS
    if sign in "-–—/&":
        if index + 1 in governors.starting:
            return False
        return tokens.kinds[index + 1] == TokenKind.WORD and after not in ("năm", "lần", "giai")
    if sign == "(":
        close = index + 2
        short = (
            close < len(tokens) and tokens.words[close] == ")" and tokens.words[index + 1].isupper()
        )
        return short
    if sign == ")":
        return index >= 2 and tokens.words[index - 2] == "("
    return (
        sign == "."
        and tokens.norms[index - 1] in ("tp", "tx", "q", "p", "h")
        and tokens.kinds[index + 1] == TokenKind.WORD
    )


def _joins(tokens: Tokens, index: int, governors: Governors) -> bool:
    """Say whether "và" joins two parts of one name."""
    if index + 1 >= len(tokens) or index + 1 in governors.starting:
        return False
    return tokens.norms[index + 1] not in spelled(
        "trao tổng phát tổ ra kí công tuyên biểu khen đạt giành đoạt các những nhiều được đã đang sẽ có là"
    )
