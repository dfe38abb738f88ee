"""Where an unquoted name ends: before a clause, before the next head, at most signs."""

from extractors.campaign_heads import Governors
from extractors.campaign_spans import begins_upper
from extractors.campaign_words import (
    BINDING,
    BODY_WORDS,
    COMPOUNDS,
    DAY_PARTS,
    DAYS,
    GROUP_WORDS,
    INNER_PAIRS,
    NAME_ENDS,
    PAIR_ENDS,
    VERBAL,
    VERBS,
    paired,
    spelled,
)
from extractors.tokens import TokenKind, Tokens

MAX_NAME = 28
_PERSONS = spelled("cnvclđ cnlđ cnvc nữ cbccvclđ cbccvc công đoàn cán")
_GIVING = spelled(
    "tài rót cam phối đầu trao tặng hỗ trích giải ủng chi thăm giúp đóng nhận mua xây đưa chở đón dư tổng"
)
# What is told apart by numbers: "lớp 5", "quận 7", "lần 2".
_NUMBERED = spelled(
    "lớp khối số quận phường vực đợt lần tổ cụm thứ năm tháng hạng nhóm vùng ấp khóa kì khu đoạn tuổi ngày quý "
    "tỉnh và cùng không có mỗi một trước đường giờ"
)
# What numbers count inside of names: "tìm hiểu 90 năm", "6 điều Bác Hồ dạy", "5 không".
_COUNTED = spelled("năm điều không tốt giỏi nhất đúng xây sạch đồng có biết an đảm ngày phút giờ")
# What is done at a festival or by a fund, before the number that says to how many.
_DOING = spelled(
    "khám phát cấp tặng trao thu đón giúp đưa chở tuyển quyên tiếp phục mang dư vận huy bán chọn mổ chữa xây sửa nuôi cứu"
)
_OTHERS = spelled(
    "lễ hội đại ban công liên sở ông bà anh chị chủ phó giám tổng tập trường ủy ubnd lđlđ"
)
# What a contest asks for: "Nấu ăn ngon, khéo tay hay làm", "Nhà giáo tài năng, thanh lịch".
_QUALITIES = spelled("giỏi đẹp ngon hay khéo lịch dáng tài tốt nhanh làm")
_PLACES = spelled("thôn bản ấp xóm xã phường khu")
# Words between which a comma belongs to the name: "tư tưởng, đạo đức, phong cách", "an toàn, vệ sinh".
_COMMA_PAIRS = paired(
    "tưởng/đạo đức/phong nhân/viên nhân/công chức/lao chức/viên chức/công chức/người bộ/công bộ/đoàn "
    "bộ/viên toàn/vệ toàn/phòng sinh/phòng dục/thể dục/y hóa/thể hóa/văn hóa/nghệ hóa/giáo kiến/sáng "
    "kiến/cải kiến/kĩ phòng/chống viên/người viên/công viên/giáo viên/lao cháy/chữa tập/thực tập/làm "
    "tập/lao lịch/văn kiệm/chống kiệm/phòng thuật/hợp thuật/khoa nghệ/thể nghệ/thi thao/văn giỏi/đảm "
    "giỏi/lao giỏi/phục tốt/học chức/cán động/sáng xanh/sạch sạch/đẹp sạch/an đẹp/bảo đẹp/an "
    "đảm/biển hội/bệnh học/công trật/an hải/đảo ngữ/tin người/gia máu/cứu phong/chống tế/văn "
    "trung/tiết bằng/dân minh/hiện tịch/hiện"
)


def name_end(
    tokens: Tokens, at: int, governors: Governors, *, event: bool, fund: bool = False
) -> int:
    """Give one past the last token of an unquoted name that begins at a token.

    The name of an `event` goes on to its level or body: "Hội thi giáo viên giỏi cấp huyện"; that of a `fund` ends
    before a verb or number, for funds act: "Quỹ Vì trẻ em hỗ trợ 30 suất".
    """
    limit = min(len(tokens), at + MAX_NAME)
    index = at
    while index < limit:
        kind, norm = tokens.kinds[index], tokens.norms[index]
        if kind == TokenKind.BREAK:
            return index
        if kind == TokenKind.SIGN:
            if not goes_on(tokens, index, governors, event=event):
                return index
        elif index > at:
            head = governors.starting.get(index)
            if head is not None and head.value not in ("thi đua", "tết", "mái ấm", "cúp"):
                return index - 1 if tokens.norms[index - 1] == "và" else index
            if norm == "và" and not _joins(tokens, index, governors):
                return index
            if fund and _acts(tokens, index):
                return index
            if kind == TokenKind.NUMBER and _reckoned(tokens, at, index):
                return index - 1
            binds = not event and _binds(tokens, at, index)
            if not binds and _ends_name(tokens, index, event=event):
                return index
        index += 1
    return index


def _reckoned(tokens: Tokens, at: int, index: int) -> bool:
    """Say whether a number comes after the verb of a clause: "Thắp sáng bản làng | lắp 210 bóng đèn"."""
    if index - at < 3 or tokens.kinds[at] == TokenKind.NUMBER or tokens.words[index] == "0":
        return False
    before = tokens.words[index - 1]
    if tokens.kinds[index - 1] != TokenKind.WORD or not before.islower():
        return False
    after = tokens.norms[index + 1] if index + 1 < len(tokens) else ""
    counts = after.isalpha() and after not in _COUNTED and after not in NAME_ENDS
    return counts and tokens.norms[index - 1] not in _NUMBERED


def _binds(tokens: Tokens, at: int, index: int) -> bool:
    """Say whether a preposition after the first words of a capitalised name belongs to it."""
    most = BINDING.get(tokens.norms[index], 0)
    if index - at > most or not tokens.words[at][0].isupper() or tokens.words[at].isupper():
        return False
    after = index + 1
    common = after < len(tokens) and tokens.words[after].islower()
    return common and tokens.norms[after] not in NAME_ENDS and tokens.norms[after] not in VERBAL


def _acts(tokens: Tokens, index: int) -> bool:
    """Say whether a fund or bus is said to do something from here on."""
    if tokens.kinds[index] == TokenKind.NUMBER:
        glued = tokens.glued(index) and tokens.words[index - 1] in "-–"
        part = glued or tokens.norms[index - 1] in _NUMBERED
        return tokens.words[index] != "0" and not part
    pair = tuple(tokens.norms[index - 1 : index + 1]), tuple(tokens.norms[index : index + 2])
    if pair[0] in COMPOUNDS or pair[1] in COMPOUNDS:
        return False
    new = tokens.norms[index] == "và" and tokens.norms[index + 1 : index + 2] in (["bệnh"], ["các"])
    return new or (tokens.norms[index] in _GIVING and tokens.words[index].islower())


def theme_end(tokens: Tokens, stop: int, governors: Governors) -> int:
    """Let a known name go on to the theme of a year: Tết Sum vầy - Xuân gắn kết."""
    if stop + 1 >= len(tokens) or tokens.words[stop] not in "-–" or stop + 1 in governors.starting:
        return stop
    theme = tokens.kinds[stop + 1] == TokenKind.WORD and tokens.words[stop + 1][0].isupper()
    if not theme or not tokens.words[stop + 2 : stop + 3] or tokens.words[stop + 2][0].isupper():
        return stop
    return name_end(tokens, stop + 1, governors, event=False)


def is_body(tokens: Tokens, at: int) -> bool:
    """Say whether a body, place or branch of work begins here: "ngành Dệt may", "khu công nghiệp"."""
    if at >= len(tokens) or tokens.kinds[at] != TokenKind.WORD:
        return False
    if tokens.norms[at] == "khu":
        return tokens.norms[at + 1 : at + 2] != ["vực"] or begins_upper(tokens, at + 2)
    return tokens.norms[at] in BODY_WORDS


def _ends_name(tokens: Tokens, index: int, *, event: bool) -> bool:
    """Say whether a word, alone or with the next, ends an unquoted name."""
    norm = tokens.norms[index]
    after = tokens.norms[index + 1] if index + 1 < len(tokens) else ""
    if (norm, after) in INNER_PAIRS and not event:
        return False
    if (norm, after) in COMPOUNDS or (index and (tokens.norms[index - 1], norm) in COMPOUNDS):
        return False
    if norm in _DOING and _reckons(tokens, index + 1):
        return True
    if norm in ("giúp", "góp") and _brings_number(tokens, index + 1):
        return True
    if event and ((norm, after) == ("nội", "dung") or norm == "môn"):
        return tokens.norms[index - 1] != "các"
    if (norm, after) == ("theo", "chủ"):
        return tokens.words[index + 3 : index + 4] in (["“"], ['"'], [":"], ["‘"], ["«"])
    if norm in ("các", "cấp"):
        group = is_body(tokens, index + 1) or (norm == "các" and after in GROUP_WORDS)
        return not (event and group) and after != "dân"
    if norm == "của" and tokens.norms[index - 1] == "hại":
        return False
    if norm == "lần":
        return not _edition_inside(tokens, index)
    if norm in DAY_PARTS and (after in DAYS or after[:1].isdigit()):
        return True
    if norm == "năm":
        return after[:1].isdigit() or (norm, after) in PAIR_ENDS or after in ("học", "này", "qua")
    if norm == "trong" and event:
        return after not in _PERSONS
    if norm in _PLACES and not event and (begins_upper(tokens, index + 1) or after == "dân"):
        return True
    if norm == "với":
        proper = begins_upper(tokens, index + 1) and not after[:1].isdigit()
        return not proper or (norm, after) in PAIR_ENDS
    word = tokens.words[index]
    title = word[0].isupper() and not word.isupper()
    return (norm in NAME_ENDS and not title) or (norm, after) in PAIR_ENDS


def _brings_number(tokens: Tokens, at: int) -> bool:
    """Say whether a number follows in the clause of "giúp": what a movement brought ("… giúp tiết kiệm 12% điện")."""
    for index in range(at, min(at + 9, len(tokens))):
        if tokens.kinds[index] == TokenKind.NUMBER:
            return True
        if tokens.kinds[index] != TokenKind.WORD:
            return False
    return False


def _reckons(tokens: Tokens, at: int) -> bool:
    """Say whether a number or "cho" follows at once or after one word: "khám cho 400 người", "phát thuốc cho"."""
    return any(
        tokens.kinds[index] == TokenKind.NUMBER or tokens.norms[index] == "cho"
        for index in range(at, min(at + 2, len(tokens)))
    )


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


def goes_on(tokens: Tokens, index: int, governors: Governors, *, event: bool = False) -> bool:
    """Say whether a name goes on across a sign."""
    sign = tokens.words[index]
    if index + 1 >= len(tokens) or tokens.kinds[index + 1] == TokenKind.BREAK or not index:
        return False
    before, after = tokens.norms[index - 1], tokens.norms[index + 1]
    if sign == ",":
        if event and (
            _comes_to_end(tokens, index + 1) or _is_second_part(tokens, index + 1, governors)
        ):
            return True
        if after == "công" and tokens.norms[index + 2 : index + 3] not in (["nhân"], ["chức"]):
            return False
        return (before, after) in _COMMA_PAIRS
    if sign == "-" and tokens.glued(index) and tokens.glued(index + 1):
        return True
    if sign in "-–—/&":
        head = governors.starting.get(index + 1)
        if head is not None and head.value not in ("mái ấm", "tết", "thi đua"):
            return False
        return tokens.kinds[index + 1] == TokenKind.WORD and after not in ("năm", "lần", "giai")
    if sign == "(":
        close = index + 2
        return (
            close < len(tokens) and tokens.words[close] == ")" and tokens.words[index + 1].isupper()
        )
    if sign == ")":
        return index >= 2 and tokens.words[index - 2] == "("
    short = before in ("tp", "tx", "q", "p", "h")
    return sign == "." and short and tokens.kinds[index + 1] == TokenKind.WORD


def _comes_to_end(tokens: Tokens, at: int) -> bool:
    """Say whether the words after a comma run, without a verb, up to what stands after names: a year, "lần thứ", "do"."""
    if not tokens.words[at][0].islower():
        return False
    for index in range(at, min(at + 10, len(tokens) - 1)):
        norm, after = tokens.norms[index], tokens.norms[index + 1]
        if (norm == "năm" and (after[0].isdigit() or after == "học")) or norm == "lần":
            return index > at
        if tokens.kinds[index] != TokenKind.WORD or norm in VERBS or norm in VERBAL:
            return False
    return False


def _is_second_part(tokens: Tokens, at: int, governors: Governors) -> bool:
    """Say whether a second thing to be good at follows a comma: "nấu ăn ngon, khéo tay hay làm", "đồ dùng, đồ chơi"."""
    shouted = tokens.words[at].isupper() and tokens.words[at - 2].isupper()
    if not (tokens.words[at][0].islower() or shouted) or at in governors.starting:
        return False
    stop = part = at
    while stop < min(at + 8, len(tokens)):
        if tokens.words[stop] == "," and 0 < stop - part < 3:
            part = stop + 1
        elif not _is_plain(tokens, stop, shouted=shouted):
            break
        stop += 1
    if stop == at or tokens.norms[at] in VERBS or tokens.norms[at] in _PERSONS:
        return False
    again = tokens.norms[at] in tokens.norms[max(at - 5, 0) : at - 1]
    return again or tokens.norms[stop - 1] in _QUALITIES or tokens.norms[stop - 2] == "toàn"


def _is_plain(tokens: Tokens, index: int, *, shouted: bool) -> bool:
    if tokens.kinds[index] != TokenKind.WORD or tokens.norms[index] in NAME_ENDS:
        return False
    if not (tokens.words[index][0].islower() or shouted):
        return False
    return (
        tokens.norms[index] not in VERBAL
        and tuple(tokens.norms[index : index + 2]) not in PAIR_ENDS
    )


def _joins(tokens: Tokens, index: int, governors: Governors) -> bool:
    """Say whether "và" joins two parts of one name."""
    if index + 1 >= len(tokens) or index + 1 in governors.starting:
        return False
    if tokens.kinds[index + 1] != TokenKind.WORD:
        return False
    if tokens.words[index + 1][0].isupper():
        return tokens.norms[index + 1] not in _OTHERS
    noun = tuple(tokens.norms[index + 1 : index + 3]) in COMPOUNDS
    return noun or tokens.norms[index + 1] not in VERBS
