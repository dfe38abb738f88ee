"""Campaigns in quotation marks: by the word that governs them, by the list they stand in, by what is known."""

from collections.abc import Iterator, Mapping

from extractors.campaign_candidates import Candidate
from extractors.campaign_ends import name_end
from extractors.campaign_heads import HEADS, Governors
from extractors.campaign_index import NameIndex, choose_known
from extractors.campaign_names import name_at
from extractors.campaign_spans import begins_upper, trim_name
from extractors.campaign_words import JOINTS, VERBAL, spelled
from extractors.document import Document
from extractors.known_campaigns import KnownHit
from extractors.lexicon import Hit
from extractors.quote_governors import NOTHING, Governor, find_governor, find_head_after
from extractors.quotes import Quote
from extractors.records import CampaignType
from extractors.tokens import TokenKind, Tokens

MAX_NAME = 48
# So many words a quoted phrase has at most; what is longer is a sentence.
_PHRASE = 6
# So many members a list has at most whose head stands after it.
_ROW_LENGTH = 6
_OWN = (CampaignType.THANG, CampaignType.HOI_THI, CampaignType.QUY)
_LAUNCHES = frozenset((("phát", "động"), ("hưởng", "ứng"), ("khởi", "động"), ("ra", "quân")))
_KIND_WORDS = spelled("tình nghĩa ấm đoàn thương ái đỏ nhân")
# "Tết Nguyên đán", "Tết Trung thu", "Tết đến": the feast and no scheme.
_TET_DAYS = spelled("nguyên trung cổ dương âm đoan đến này xưa độc hàn thiếu ta tây năm")
_ANY_YEAR = spelled(
    "nay ngoái đó trước sau qua nào kia ấy mới cũ học hai ba bốn năm sáu tháng đầu cuối tôi"
)
_ROW = (",", ";", "và")


def find_quoted(
    document: Document,
    governors: Governors,
    index: NameIndex,
    known: Mapping[int, KnownHit],
) -> tuple[list[Candidate], list[Quote]]:
    """Find campaigns among the quoted stretches; gives them and the quotes that are known to be something else."""
    tokens = document.tokens
    over: dict[int, tuple[Quote, Governor]] = {}
    named = {index for hit in known.values() for index in range(hit.first, hit.stop)}
    named.update(index for hit in governors.heads for index in range(hit.first, hit.stop))
    found: list[Candidate] = []
    refused: list[Quote] = []
    waiting: list[Quote] = []
    for quote in document.quotes:
        first, stop = trim_name(tokens, quote.first, quote.stop)
        if not quote.closed:
            stop = min(stop, name_end(tokens, first, governors, event=False))
        if not _name_like(tokens, first, stop):
            continue
        governor = find_governor(document, governors, quote, over, named)
        over[quote.after] = (quote, governor)
        one = _judge(tokens, governors, index, governor, (first, stop))
        free = governor.head is None and governor.barrier is None
        if one is None and free and found and begins_upper(tokens, first):
            one = _in_row(tokens, found[-1], quote, (first, stop))
        if one is not None and free:
            found.extend(_before(tokens, waiting, quote, one))
        waiting = [*waiting[1 - _ROW_LENGTH :], quote] if one is None and free else []
        if one is not None:
            found.append(one)
            if governor.barrier is not None:
                over[quote.after] = (quote, NOTHING)
        elif governor.barrier is not None and not _is_speech(governor.barrier, quote):
            refused.append(quote)
    return found, refused


def _before(
    tokens: Tokens, waiting: list[Quote], last: Quote, one: Candidate
) -> Iterator[Candidate]:
    """Give the members of a list whose head stands after its last one: “Tủ thuốc” và “Hũ gạo” là hai mô hình."""
    if one.rule != "campaign.quoted":
        return
    for quote in reversed(waiting[-_ROW_LENGTH:]):
        gap = tokens.norms[quote.after : last.before]
        if (
            not gap
            or any(word not in _ROW for word in gap)
            or not begins_upper(tokens, quote.first)
        ):
            return
        span = trim_name(tokens, quote.first, quote.stop)
        yield _candidate(span, one.type, "campaign.quoted_row")
        last = quote


def _is_speech(barrier: Hit, quote: Quote) -> bool:
    """Say whether a whole sentence of a speaker is quoted: campaigns can be spoken of in it."""
    return barrier.value == "saying" and quote.stop - quote.first > _PHRASE


def _in_row(
    tokens: Tokens, before: Candidate, quote: Quote, span: tuple[int, int]
) -> Candidate | None:
    """Take a quoted name that only marks and commas part from a campaign known by itself."""
    gap = tokens.norms[before.stop : quote.before]
    if len(gap) > 4 or not any(word in _ROW for word in gap):
        return None
    if before.rule in ("campaign.quoted", "campaign.quoted_list") or any(
        w not in JOINTS and w not in "”\"’'" for w in gap
    ):
        return None
    return _candidate(span, before.type, "campaign.quoted_row")


def _name_like(tokens: Tokens, first: int, stop: int) -> bool:
    """Say whether a quoted stretch can be a name: not empty, not long, no sentence end inside."""
    if not 0 < stop - first <= MAX_NAME:
        return False
    for index in range(first, stop):
        if tokens.kinds[index] == TokenKind.BREAK:
            return False
        ends = tokens.words[index] in ".!?…" and index + 1 < stop
        if ends and (tokens.words[index] != "." or tokens.words[index + 1][0].isupper()):
            return False
    words = sum(1 for index in range(first, stop) if tokens.kinds[index] == TokenKind.WORD)
    return words > 1 or (words == 1 and begins_upper(tokens, first))


def _judge(
    tokens: Tokens,
    governors: Governors,
    index: NameIndex,
    governor: Governor,
    span: tuple[int, int],
) -> Candidate | None:
    """Decide whether the quoted name is a campaign."""
    first, stop = span
    known = index.known.get(name_at(tokens, first, stop), ())
    own = governors.starting.get(first)
    theme_year = _is_theme_year(tokens, first, stop)
    if governor.barrier is not None:
        kind = governor.barrier.value
        named = bool(known) or (own is not None and HEADS[own.value].inside)
        topical = named and (
            (kind == "event" and known != ())
            or (not governor.near and kind in ("saying", "work", "document", "event"))
        )
        if theme_year and stop - first > 3 and governor.barrier.value == "motto":
            return _candidate(span, CampaignType.OTHER, "campaign.theme_year")
        if not topical:
            return None
    if governor.head is None:
        governor = Governor(find_head_after(tokens, governors, span), governor.barrier)
    if governor.head is not None and _is_protest(tokens, governor.head, span):
        return None
    if governor.head is not None:
        kind = _kind(tokens, governor.head, own)
        if governor.listed and own is not None and HEADS[own.value].inside:
            kind = HEADS[own.value].type
        rule = "campaign.quoted_list" if governor.listed else "campaign.quoted"
        return _candidate(span, kind, rule, (governor.head.first, governor.head.stop))
    if own is not None and _names(tokens, own, stop):
        return _candidate(
            span, HEADS[own.value].type, "campaign.quoted_head", (own.first, own.stop)
        )
    if theme_year and stop - first > 3 and stop - first < 25:
        return _candidate(span, CampaignType.OTHER, "campaign.theme_year")
    launched = _launched(tokens, first)
    if launched is not None:
        return _candidate(span, launched, "campaign.launched")
    if known and not known[0].title:
        one = choose_known(known, None)
        kind_known = one.type if one is not None else None
        return _candidate(span, kind_known, "campaign.quoted_known")
    return None


def _is_theme_year(tokens: Tokens, first: int, stop: int) -> bool:
    """Say whether a year is named: "Năm kỷ cương hành chính", not "Năm nay …" and not a number of years."""
    if tokens.words[first] not in ("Năm", "NĂM") or stop - first < 3:
        return False
    return tokens.kinds[first + 1] == TokenKind.WORD and tokens.norms[first + 1] not in _ANY_YEAR


def _is_protest(tokens: Tokens, head: Hit, span: tuple[int, int]) -> bool:
    """Say whether a movement is one of protest, as the words before its name tell."""
    if not head.value.startswith("phong trào") or tokens.words[span[0]][0].isupper():
        return False
    near = tokens.norm(max(head.first - 14, 0), head.first)
    return any(word in near for word in ("biểu tình", "đình công", "bạo loạn", "nổi dậy"))


def _kind(tokens: Tokens, head: Hit, own: Hit | None) -> CampaignType:
    """Give the type: the name's own head goes before a programme or activity that it is part of."""
    if own is not None and HEADS[own.value].type in _OWN:
        return HEADS[own.value].type
    before = tokens.norms[max(head.first - 2, 0) : head.first]
    after = tokens.norms[head.stop : head.stop + 2]
    if head.value == "thi đua" and (before == ["ngày", "đêm"] or after == ["nước", "rút"]):
        return CampaignType.DOT_THI_DUA
    return HEADS[head.value].type


def _launched(tokens: Tokens, first: int) -> CampaignType | None:
    """Give a type where the words before the marks launch something or name a charity house."""
    at = first
    while at > 0 and tokens.kinds[at - 1] == TokenKind.SIGN and tokens.words[at - 1] in "“\"‘'":
        at -= 1
    if at == first or not begins_upper(tokens, first):
        return None
    before = tuple(tokens.norms[max(at - 2, 0) : at])
    if before in _LAUNCHES:
        return CampaignType.PHONG_TRAO
    if before in (("ra", "mắt"), ("duy", "trì")):
        return CampaignType.MO_HINH
    if before[-1:] == ("nhà",) and any(
        tokens.norms[index] in _KIND_WORDS for index in range(first, min(first + 4, len(tokens)))
    ):
        return CampaignType.MO_HINH
    return None


def _names(tokens: Tokens, own: Hit, stop: int) -> bool:
    """Say whether a head inside the marks begins a name and no sentence of a speech."""
    if (
        own.stop >= stop
        or stop - own.stop > 24
        or own.value in ("hoạt động", "sự kiện", "vận động", "cúp")
        or (own.value == "tết" and (stop - own.stop < 2 or tokens.norms[own.stop] in _TET_DAYS))
    ):
        return False
    capital = tokens.words[own.first][0].isupper()
    return (
        capital
        and tokens.norms[own.stop] not in VERBAL
        and tokens.norms[own.stop] not in ("lần", "của", "do")
    )


def _candidate(
    span: tuple[int, int],
    kind: CampaignType | None,
    rule: str,
    head: tuple[int, int] | None = None,
) -> Candidate:
    return Candidate(first=span[0], stop=span[1], type=kind, rule=rule, head=head)
