"""Names that begin with their head and need no quotation marks: "Hội thi thợ giỏi", "Tháng Công nhân", "Quỹ Vì trẻ em"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.campaign_candidates import Candidate
from extractors.campaign_ends import goes_on, is_body, name_end
from extractors.campaign_heads import HEADS, SPORTS, Governors
from extractors.campaign_index import NameIndex
from extractors.campaign_names import name_at
from extractors.campaign_spans import begins_upper, trim_name
from extractors.campaign_words import (
    FUND_WORDS,
    GROUP_WORDS,
    NAME_ENDS,
    VERBAL,
    VERBS,
    paired,
    spelled,
)
from extractors.document import Document
from extractors.known_campaigns import KnownHit
from extractors.lexicon import Hit
from extractors.records import CampaignType
from extractors.text import spelling
from extractors.tokens import TokenKind, Tokens

_NO_NAME = spelled(
    "lần năm do của với tại cấp các đến vào thứ về từ trên trong cho này ấy ở hay nào và nhưng cũng tuyên biểu tôn vinh khen trao"
)
# Words that begin names of funds and also kinds of money: "quỹ Bảo hiểm", "quỹ Phòng Tài chính".
_MONEY = spelled("bảo từ phòng học xã bạn hoàng trường phụ xóa đồng hỗ")
_NO_FUND = spelled(
    "đất lương tiền tín đầu tài công đen lớp bhxh bhyt bảo phúc dự hưu quốc này đó đạo của do để được và có "
    "là với kết đã sẽ trên cho thưởng phát xăng hợp đoàn lúc ngân nhà dân toàn môi châu bình"
)
_NO_MONTH = spelled(
    "giêng hai ba tư năm sáu bảy tám chín mười chạp một này đó qua sau trước đầu cuối lương cô nhuận"
)
_LOOSE = (
    "lễ hội",
    "mái ấm",
    "hành trình",
    "gala",
    "festival",
)
_JOURNEYS = ("chuyến xe", "chuyến tàu", "chuyến bay", "phiên chợ")
# What events are said to do after their names.
_EVENT_VERBS = paired(
    "diễn/ra thu/hút quy/tụ khép/lại khai/mạc bế/mạc kết/thúc được/tổ do/công do/liên do/hội do/đoàn "
    "do/sở sẽ/diễn đã/diễn vừa/diễn sẽ/khai đã/khép vừa/khép đã/thu khởi/tranh năm/nay đã/kết vừa/kết"
)
# School subjects: "Olympic Toán", and no Olympic games.
_SUBJECTS = spelled("toán tin vật hóa sinh tiếng văn cơ các mác kinh công học người thể thanh")
# A level without a name after the name of a fund: "Quỹ Vì người nghèo tỉnh".
_LEVELS = spelled("tỉnh huyện xã phường quận thành thị")
# Fairs of goods are no campaigns: "Hội chợ Thương mại", "Hội chợ Hàng công nghiệp".
_TRADE = spelled("triển hàng thương quốc công nông xuất")
# Letters that no Vietnamese word holds: a fund named so invests.
_FOREIGN = re.compile(r"[fjwzFJWZ]|[a-zà-ỹ][A-ZĐ]")
_WITH = frozenset((",", "-", "–", "và"))
_SPORT_NAMES = frozenset(spelling(sport) for sport in SPORTS)
_WINNING = spelled("trao tặng nhận đoạt giành đạt hiệu thưởng chiếc cao")
_WHOLE = ("đợt thi đua cao điểm", "đợt thi đua đặc biệt")
_EVENT_TYPES = (CampaignType.HOI_THI, CampaignType.QUY)


def find_events(
    document: Document,
    governors: Governors,
    known: dict[int, KnownHit],
    index: NameIndex,
    spent: frozenset[int],
) -> Iterator[Candidate]:
    """Find names at the heads that belong to them; heads in `spent` announce a quoted name near by."""
    tokens = document.tokens
    found: list[Candidate] = []
    marks = {quote.before for quote in document.quotes}
    for hit in governors.heads:
        if not HEADS[hit.value].inside or hit.first in spent:
            continue
        if hit.stop >= len(tokens) or hit.stop in marks:
            continue
        whole = known.get(hit.first)
        if hit.value in _WHOLE and _is_short_form(document, hit):
            found.append(_short_form(hit))
            continue
        if whole is not None and whole.stop > hit.stop:
            one = _known_event(tokens, hit, whole, governors)
        elif _is_fund_by_name(hit, known, tokens) or _is_name(document, hit, governors):
            one = _event(tokens, hit, known.get(hit.stop), governors)
        else:
            continue
        if one is not None:
            found.append(_without_fund(tokens, one, hit, index))
    yield from _lengthened(tokens, found)


def _lengthened(tokens: Tokens, found: list[Candidate]) -> Iterator[Candidate]:
    """Give each name as long as the text gives it elsewhere, where the same words follow."""
    longest: dict[tuple[str, ...], tuple[str, ...]] = {}
    for one in found:
        words = tuple(tokens.norms[one.first : one.stop])
        for size in range(4, len(words)):
            if len(longest.get(words[:size], ())) < len(words):
                longest[words[:size]] = words
    for one in found:
        words = longest.get(tuple(tokens.norms[one.first : one.stop]), ())
        stop = one.first + len(words)
        same = words and tuple(tokens.norms[one.first : stop]) == words
        yield replace(one, stop=stop) if same else one


def _is_fund_by_name(hit: Hit, known: dict[int, KnownHit], tokens: Tokens) -> bool:
    """Say whether a known name other than of a fund follows a "quỹ" of any case."""
    rest = known.get(hit.stop)
    if HEADS[hit.value].type is not CampaignType.QUY or rest is None:
        return False
    return rest.known[0].type is not CampaignType.QUY and any(
        tokens.words[index][0].isupper() for index in range(hit.first, rest.stop)
    )


def _without_fund(tokens: Tokens, one: Candidate, hit: Hit, index: NameIndex) -> Candidate:
    """Leave "Quỹ" out where the rest alone is the name: Quỹ Vì người nghèo, Quỹ Đền ơn đáp nghĩa."""
    first, then = tokens.words[hit.first], tokens.words[hit.stop]
    shouted = first.isupper() and then.isupper() and len(then) > 1
    trigger = first.islower() or (then[0].isupper() and not shouted)
    if HEADS[hit.value].type is not CampaignType.QUY or not trigger:
        return one
    if first.islower() and then[0].isupper() and not (then.isupper() and len(then) > 1):
        return replace(one, first=hit.stop)
    if tokens.norms[hit.stop] == "vì":
        at_level = tokens.norms[one.stop - 1] in _LEVELS and one.stop - hit.stop > 3
        return replace(one, first=hit.stop, stop=one.stop - at_level)
    for stop in range(one.stop, hit.stop + 2, -1):
        whole = stop == one.stop or tokens.norms[stop] in _LEVELS
        rest = index.known.get(name_at(tokens, hit.stop, stop), ()) if whole else ()
        if any(k.type is not CampaignType.QUY and not k.cut for k in rest):
            return replace(one, first=hit.stop, stop=stop)
    return one


def _is_short_form(document: Document, hit: Hit) -> bool:
    """Say whether a capitalised "Đợt thi đua cao điểm" stands for the full name: nothing of a name follows."""
    tokens = document.tokens
    starts = document.sentences[document.sentence_at(hit.first)][0] == hit.first
    if (
        starts
        or not tokens.words[hit.first][0].isupper()
        or (tokens.words[hit.first].isupper() and len(tokens.words[hit.first]) > 1)
    ):
        return False
    word = tokens.norms[hit.stop]
    return (
        tokens.kinds[hit.stop] == TokenKind.SIGN
        or word in VERBAL
        or word in _NO_NAME
        or word in NAME_ENDS
    )


def _short_form(hit: Hit) -> Candidate:
    return Candidate(
        first=hit.first,
        stop=hit.stop,
        type=HEADS[hit.value].type,
        rule="campaign.short_form",
        head=(hit.first, hit.stop),
    )


def _known_event(
    tokens: Tokens, hit: Hit, whole: KnownHit, governors: Governors
) -> Candidate | None:
    """Let a known contest or fund go on to the place or body it belongs to: "Quỹ Khuyến học xã Hòa An"."""
    at = whole.stop
    fund = HEADS[hit.value].type is CampaignType.QUY
    if HEADS[hit.value].type not in _EVENT_TYPES or at >= len(tokens):
        return None
    if not tokens.words[hit.first][0].isupper() and not _holds_capital(tokens, hit):
        return None
    upper = tokens.kinds[at] == TokenKind.WORD and tokens.words[at][0].isupper()
    level = tokens.norms[at] == "cấp" and is_body(tokens, at + 1)
    comma = tokens.words[at] == "," and goes_on(tokens, at, governors, event=not fund)
    dash = (
        tokens.words[at] in "-–"
        and begins_upper(tokens, at + 1)
        and at + 1 not in governors.starting
    )
    plain = fund and whole.known[0].id is None and _goes_on_plainly(tokens, at)
    if not (upper or level or comma or dash or plain or is_body(tokens, at)):
        return _candidate(tokens, hit, at, "campaign.known_event") if fund else None
    stop = max(at, name_end(tokens, at - 1, governors, event=True, fund=fund))
    return _candidate(tokens, hit, _without_level(tokens, hit, stop), "campaign.known_event")


def _without_level(tokens: Tokens, hit: Hit, stop: int) -> int:
    """Leave the level of a contest with a proper name out: Hội khỏe Phù Đổng cấp huyện, but "hội thi giáo viên giỏi cấp trường"."""
    word = tokens.words[hit.stop]
    if not word[0].isupper() or (word.isupper() and len(word) > 1):
        return stop
    for at in range(hit.stop + 1, stop):
        if tokens.norms[at] == "cấp" and tokens.norms[at + 1] != "trên":
            return at
    return stop


def _goes_on_plainly(tokens: Tokens, at: int) -> bool:
    """Say whether common words go on with the name of a fund: "Quỹ tình thương đồng nghiệp"."""
    word = tokens.norms[at]
    ends = word in NAME_ENDS or word in VERBS or word in VERBAL
    return tokens.kinds[at] == TokenKind.WORD and not ends


def _event(
    tokens: Tokens, hit: Hit, after: KnownHit | None, governors: Governors
) -> Candidate | None:
    event = HEADS[hit.value].type in _EVENT_TYPES
    acts = HEADS[hit.value].type is CampaignType.QUY or hit.value in _JOURNEYS
    stop = name_end(tokens, _after_sports(tokens, hit), governors, event=event, fund=acts)
    if after is not None:
        stop = max(stop, after.stop)
    stop = _without_level(tokens, hit, stop)
    return _candidate(tokens, hit, stop, "campaign.named_event")


def _candidate(tokens: Tokens, hit: Hit, stop: int, rule: str) -> Candidate | None:
    first, stop = trim_name(tokens, hit.first, stop)
    if stop <= hit.stop:
        return None
    return Candidate(
        first=first,
        stop=stop,
        type=HEADS[hit.value].type,
        rule=rule,
        head=(hit.first, hit.stop),
    )


def _is_name(document: Document, hit: Hit, governors: Governors) -> bool:
    """Say whether a head begins a proper name and no description."""
    tokens = document.tokens
    word = tokens.norms[hit.stop]
    number = tokens.kinds[hit.stop] == TokenKind.NUMBER
    if _after_sports(tokens, hit) > hit.stop:
        return begins_upper(tokens, hit.first)
    if tokens.kinds[hit.stop] != TokenKind.WORD and not (number and _may_count(hit)):
        return False
    charity = tokens.norm(hit.stop, hit.stop + 2) == "từ thiện"
    group = word == "các" and tokens.norms[hit.stop + 1 : hit.stop + 2]
    if word in VERBAL or (
        word in _NO_NAME and not (charity or (group and group[0] in GROUP_WORDS))
    ):
        return False
    capital = tokens.words[hit.first][0].isupper()
    starts = document.sentences[document.sentence_at(hit.first)][0] == hit.first
    upper = begins_upper(tokens, hit.stop)
    kind = HEADS[hit.value].type
    if hit.value == "chương trình mục tiêu quốc gia":
        return capital
    if hit.value == "tết":
        return False
    if hit.value == "tháng":
        return capital and word not in _NO_MONTH and upper and not number
    if kind is CampaignType.QUY:
        known = word in FUND_WORDS and word not in _MONEY and tokens.words[hit.stop].istitle()
        return (capital or known) and _is_fund(tokens, hit)
    if hit.value == "olympic":
        return capital and (word in _SUBJECTS or word in GROUP_WORDS)
    if hit.value == "giải báo chí" and hit.first and tokens.norms[hit.first - 1] in _WINNING:
        return False
    if hit.value == "giải báo chí" and word == "viết":
        return capital
    if hit.value == "hội chợ" and word in _TRADE:
        return False
    if hit.value == "cúp" and word == "vô":
        return False
    if hit.value == "cúp" and tokens.norm(hit.stop, hit.stop + 2) in _SPORT_NAMES:
        return capital
    if hit.value == "cúp":
        won = hit.first > 0 and tokens.norms[hit.first - 1] in _WINNING
        return capital and upper and not number and not won
    if hit.value in _JOURNEYS:
        return capital and not starts
    if hit.value in _LOOSE:
        return capital and upper and not starts
    if kind is CampaignType.DOT_THI_DUA:
        return capital and not starts and (number or hit.value != "đợt thi đua")
    if capital and not starts:
        return True
    if kind is CampaignType.THANG:
        return upper or word in ("về", "vì", "không", "quốc", "phòng", "an")
    if starts and capital and _is_told_of(tokens, hit, governors):
        return True
    plural = hit.first > 0 and tokens.norms[hit.first - 1] in ("các", "nhiều", "những", "một")
    return _holds_capital(tokens, hit) and not plural


def _is_told_of(tokens: Tokens, hit: Hit, governors: Governors) -> bool:
    """Say whether a year, edition or, after a long name, what events do follows what would be the name."""
    stop = name_end(tokens, hit.stop, governors, event=True)
    after = tokens.norms[stop : stop + 2]
    if len(after) < 2 or stop == hit.stop:
        return False
    if stop - hit.stop > 2 and tuple(after) in _EVENT_VERBS:
        return True
    return after in (["lần", "thứ"], ["năm", "học"]) or (
        after[0] == "năm" and after[1][0].isdigit()
    )


def _after_sports(tokens: Tokens, hit: Hit) -> int:
    """Give where a list of sports after "giải" ends: "Giải cầu lông, bóng bàn"."""
    at = hit.stop
    while hit.value.startswith("giải ") and at + 1 < len(tokens) and tokens.norms[at] in _WITH:
        width = next((w for w in (3, 2, 1) if tokens.norm(at + 1, at + 1 + w) in _SPORT_NAMES), 0)
        if not width:
            break
        at += 1 + width
    return at


def _may_count(hit: Hit) -> bool:
    """Say whether a number can stand right after the head of a name: "Hội diễn 25 năm thành lập"."""
    kind = HEADS[hit.value].type
    if kind is CampaignType.DOT_THI_DUA:
        return True
    return kind is CampaignType.HOI_THI and not hit.value.startswith(("giải", "cúp"))


def _holds_capital(tokens: Tokens, hit: Hit) -> bool:
    """Say whether a capital stands in the first words after the head, before the name can end."""
    for index in range(hit.stop, min(hit.stop + 7, len(tokens))):
        if tokens.kinds[index] == TokenKind.NUMBER:
            continue
        if tokens.kinds[index] != TokenKind.WORD or tokens.norms[index] in NAME_ENDS:
            return False
        if tokens.words[index][0].isupper():
            return True
    return False


def _is_fund(tokens: Tokens, hit: Hit) -> bool:
    word = tokens.norms[hit.stop]
    after = tokens.norms[hit.stop + 1] if hit.stop + 1 < len(tokens) else ""
    if word == "bảo":
        return after in ("trợ", "vệ", "thọ")
    if word in ("tiền", "quốc", "công"):
        return False
    if word in FUND_WORDS:
        return True
    acronym = tokens.words[hit.stop].isupper() and len(tokens.words[hit.stop]) > 1
    foreign = acronym or _FOREIGN.search(tokens.words[hit.stop])
    return word not in _NO_FUND and not foreign and begins_upper(tokens, hit.stop)
