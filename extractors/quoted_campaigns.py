"""Campaigns in quotation marks: by the word that governs them, by the list they stand in, by what is known."""

from collections.abc import Mapping
from dataclasses import dataclass

from extractors.campaign_candidates import Candidate
from extractors.campaign_heads import HEADS, Governors
from extractors.campaign_index import NameIndex, choose_known
from extractors.campaign_names import name_at
from extractors.campaign_spans import begins_upper, trim_name
from extractors.campaign_words import JOINTS, LISTERS, NO_TRIGGER, VERBAL, spelled
from extractors.document import Document
from extractors.known_campaigns import KnownHit
from extractors.lexicon import Hit
from extractors.quotes import Quote
from extractors.records import CampaignType
from extractors.tokens import TokenKind, Tokens

MAX_NAME = 48
_REACH = 34
# How many words may stand between a barrier and the marks.
_BARRIER_REACH = {
    "motto": 9,
    "saying": 6,
    "document": 9,
    "event": 9,
    "award": 4,
    "work": 3,
    "body": 1,
}
_LAUNCH = spelled("động ứng xướng chức trì")
_OWN = (CampaignType.THANG, CampaignType.HOI_THI, CampaignType.QUY)
_LAUNCHES = frozenset((("phát", "động"), ("hưởng", "ứng"), ("khởi", "động"), ("ra", "quân")))
_KIND_WORDS = spelled("tình nghĩa ấm đoàn thương ái đỏ nhân")
_ROW = (",", ";", "và")
_OCCASION = spelled("chào mừng hướng")
_THAT_DO = spelled("do của")


@dataclass(frozen=True, slots=True)
class Governor:
    """What stands over a quoted stretch."""

    head: Hit | None
    """The head that announces campaigns."""
    barrier: Hit | None
    """The word that announces something else."""
    listed: bool = False
    """Whether it comes from the quoted stretch before."""
    near: bool = True
    """Whether the barrier stands right before the marks."""


NOTHING = Governor(None, None)


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
    for quote in document.quotes:
        first, stop = trim_name(tokens, quote.first, quote.stop)
        if not _name_like(tokens, first, stop):
            continue
        governor = _governor(document, governors, quote, over, named)
        over[quote.after] = (quote, governor)
        one = _judge(tokens, governors, index, governor, (first, stop))
        free = governor.head is None and governor.barrier is None
        if one is None and free and found and begins_upper(tokens, first):
            one = _in_row(tokens, found[-1], quote, (first, stop))
        if one is not None:
            found.append(one)
            if governor.barrier is not None:
                over[quote.after] = (quote, NOTHING)
        elif governor.barrier is not None:
            refused.append(quote)
    return found, refused


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


def _governor(
    document: Document,
    governors: Governors,
    quote: Quote,
    over: dict[int, tuple[Quote, Governor]],
    named: set[int],
) -> Governor:
    """Walk left from the opening mark to the nearest word that says what the quoted stretch is."""
    tokens = document.tokens
    sentence = document.sentences[document.sentence_at(quote.before)][0]
    limit = max(sentence, quote.before - _REACH)
    at, gap, lister, strong, crossed = quote.before, 0, False, False, False
    listed = _listed(tokens, quote.before, over, named)
    if listed is not None:
        return listed
    while at > limit:
        before = over.get(at)
        if before is not None:
            if not crossed and _is_joint(tokens, at, quote.before):
                return Governor(before[1].head, before[1].barrier, listed=True)
            at = before[0].before
            crossed, lister = True, strong
            continue
        hit = governors.ending.get(at)
        if hit is not None and is_no_trigger(tokens, hit):
            return NOTHING
        if hit is not None:
            motto = governors.barriers.get(hit.first)
            if motto is not None and motto.value == "motto":
                return Governor(None, motto)
            if _reaches(tokens, hit, quote.before, lister=lister, crossed=crossed):
                return Governor(_outer(governors, hit), None)
            if not lister:
                return NOTHING
            at = hit.first
            continue
        barrier = governors.barriers.get(at)
        if barrier is not None and gap < _BARRIER_REACH[barrier.value]:
            return Governor(None, barrier, near=gap < 2)
        word = tokens.norms[at - 1]
        lister = lister or word in LISTERS
        strong = strong or (word in LISTERS and word != "là")
        if tokens.kinds[at - 1] == TokenKind.BREAK or word == ";":
            return NOTHING
        gap += 1
        at -= 1
    return NOTHING


def is_no_trigger(tokens: Tokens, hit: Hit) -> bool:
    """Say whether "thi đua" is part of something else: "Cờ thi đua", "Hội đồng Thi đua"."""
    return hit.value == "thi đua" and hit.first > 0 and tokens.norms[hit.first - 1] in NO_TRIGGER


def _outer(governors: Governors, hit: Hit) -> Hit:
    """Give the head over a head: "phong trào xây dựng mô hình"."""
    if hit.value.startswith("mô hình"):
        for at in (hit.first, hit.first - 1, hit.first - 2):
            over = governors.ending.get(at)
            if over is not None and over.value.startswith(("phong trào", "cuộc vận động")):
                return over
    at = hit.first
    if at > 1 and governors.ending.get(at - 1) is not None and not HEADS[hit.value].inside:
        return governors.ending[at - 1]
    return hit


def _listed(
    tokens: Tokens, at: int, over: dict[int, tuple[Quote, Governor]], named: set[int]
) -> Governor | None:
    """Give what governs the quoted stretch before where only signs, "và" and known names stand between.

    A point ends lists of less than three.
    """
    for after in range(at, max(at - 24, 0), -1):
        before = over.get(after)
        if before is not None:
            governor = before[1]
            point = any(word in ".…" for word in tokens.words[after:at])
            if point and not (governor.listed and governor.head is not None):
                return NOTHING
            return Governor(governor.head, governor.barrier, listed=True)
        joint = tokens.norms[after - 1] in JOINTS
        if not joint and (after == at or after - 1 not in named):
            return None
    return None


def _is_joint(tokens: Tokens, first: int, stop: int) -> bool:
    """Say whether only joints of a list, or a short addition and then a joint, stand between two quoted stretches."""
    if stop - first > 9:
        return False
    words = tokens.norms[first:stop]
    if all(word in JOINTS for word in words):
        return True
    if any(word in VERBAL for word in words) or "." in words:
        return False
    return words[-1] in JOINTS and words[-1] not in ("với", "-") and words[0] not in (",", ";")


def _reaches(tokens: Tokens, hit: Hit, stop: int, *, lister: bool, crossed: bool) -> bool:
    """Say whether a head governs a quoted stretch across what stands between them."""
    gap = tokens.norms[hit.stop : stop]
    signs = [word for word in gap if word in ",:–-("]
    if len(signs) == len(gap) and not crossed:
        return True
    head = HEADS[hit.value]
    if hit.value in (
        "vận động",
        "hoạt động",
        "thi đua",
        "tháng",
        "tết",
        "sự kiện",
        "quĩ",
        "quỹ",
        "cúp",
    ):
        return len(gap) <= 2 and not any(word in VERBAL for word in gap)
    if lister:
        clause = head.inside and any(word in VERBAL and word != "là" for word in gap)
        return not clause
    if crossed or len(gap) > 14:
        return False
    by = _by_launcher(gap)
    if any(word in VERBAL or word in _OCCASION for word in gap[by:]):
        return False
    commas = sum(1 for word in gap if word == ",")
    return commas == 0 or (commas <= 2 and _enumerates(gap))


def _by_launcher(gap: list[str]) -> int:
    """Give where the gap goes on after "do … phát động"."""
    if gap and gap[0] in _THAT_DO:
        for index, word in enumerate(gap):
            if word in _LAUNCH:
                return index + 1
    return 0


def _enumerates(gap: list[str]) -> bool:
    """Say whether the commas of a gap stand inside a group of persons ("cán bộ, công chức, viên chức")."""
    for index, word in enumerate(gap):
        if word == "," and (
            index + 1 >= len(gap) or gap[index + 1] not in ("công", "viên", "lao", "đoàn", "người")
        ):
            return index + 1 >= len(gap)
    return True


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
    theme_year = (
        tokens.words[first] == "Năm"
        and tokens.kinds[first + 1 if first + 1 < stop else first] == TokenKind.WORD
    )
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
        governor = Governor(_named_after(tokens, governors, span), governor.barrier)
    if governor.head is not None and _is_protest(tokens, governor.head, span):
        return None
    if governor.head is not None:
        kind = _kind(tokens, governor.head, own)
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
    if before[-1:] == ("nhà",) and any(
        tokens.norms[index] in _KIND_WORDS for index in range(first, min(first + 4, len(tokens)))
    ):
        return CampaignType.MO_HINH
    return None


def _named_after(tokens: Tokens, governors: Governors, span: tuple[int, int]) -> Hit | None:
    """Find the head after the marks: "“Tủ sách xanh” là tên mô hình", "“Bếp hồng” là phong trào"."""
    at = span[1]
    while at < len(tokens) and tokens.words[at] in "”\"’'":
        at += 1
    if at == span[1] or tokens.norms[at : at + 1] not in (["là"], ["-"], ["–"], [","]):
        return None
    for start in range(at + 1, min(at + 5, len(tokens))):
        hit = governors.starting.get(start)
        if hit is not None:
            return None if HEADS[hit.value].inside and hit.value != "cuộc thi" else hit
        if tokens.norms[start] not in ("tên", "gọi", "của", "một", "1", "những", "các"):
            return None
    return None


def _names(tokens: Tokens, own: Hit, stop: int) -> bool:
    """Say whether a head inside the marks begins a name and no sentence of a speech."""
    if (
        own.stop >= stop
        or stop - own.stop > 24
        or own.value in ("hoạt động", "sự kiện", "tết", "cúp")
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
