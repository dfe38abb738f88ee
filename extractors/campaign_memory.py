"""Names met before: known names without a trigger, and names that the document itself has introduced."""

from collections.abc import Iterator, Sequence

from extractors.campaign_candidates import Candidate
from extractors.campaign_ends import theme_end
from extractors.campaign_heads import HEADS, Governors
from extractors.campaign_index import NameIndex, choose_known
from extractors.campaign_names import SHORT_FORMS, Name, fold_words, name_at
from extractors.campaign_spans import begins_upper, trim_name
from extractors.campaign_words import DAY_PARTS, NAME_ENDS, PAIR_ENDS, VERBAL, VERBS, spelled
from extractors.document import Document
from extractors.known_campaigns import KnownHit
from extractors.quotes import Quote
from extractors.records import CampaignType
from extractors.tokens import TokenKind, Tokens

# Heads whose known names count however they are written: "mái ấm công đoàn", "tháng công nhân".
_ALWAYS = (CampaignType.MO_HINH, CampaignType.THANG)
# So many names with one first word are looked for again: more stand in no article.
_REMEMBERED = 40
# Before "500 ngày đêm" these make it a stretch of time.
_SPANS = frozenset(("sau", "trong", "suốt", "qua", "gần", "hơn", "hết", "đủ", "với", "tròn"))
# Words that open sentences and belong to no name: "Còn Bữa cơm Công đoàn thì …".
_OPENERS = spelled(
    "còn với từ tại trong về nhân cùng và các những mỗi theo qua sau nhờ đến riêng ngoài khi do bên dự ủng để "
    "ứng mừng rồi thế nay đây nhất nhì ba khích"
)
_PLURALS = ("những", "các")
_PEAK = ["cao", "điểm"]
_AWARD_WORDS = frozenset(("Bằng", "BẰNG", "hiệu", "chương", "thưởng", "giải", "đạt", "cờ", "Cờ"))


def find_known_names(
    document: Document,
    governors: Governors,
    known: dict[int, KnownHit],
    refused: Sequence[Quote],
    seen: frozenset[str],
    spent: frozenset[int],
) -> Iterator[Candidate]:
    """Find known names that no trigger announces, where their spelling shows that they are names."""
    tokens = document.tokens
    barred = _inside(refused)
    heads = governors.starting
    for hit in known.values():
        if hit.first in barred or hit.first in spent:
            continue
        barrier = governors.barriers.get(hit.first)
        if barrier is not None and barrier.value == "award":
            continue
        if barrier is not None and barrier.value == "certificate" and hit.first not in heads:
            continue
        # "khen thưởng Tháng Công nhân" tells what is rewarded, "Giải thưởng …" names a prize.
        rewarded = tokens.norms[max(hit.first - 2, 0) : hit.first] == ["khen", "thưởng"]
        if hit.first and tokens.words[hit.first - 1] in _AWARD_WORDS and not rewarded:
            continue
        head = governors.starting.get(hit.first)
        if head is not None and HEADS[head.value].inside and head.stop < hit.stop:
            if tokens.kinds[head.stop] == TokenKind.SIGN:
                continue
            plural = hit.first and tokens.norms[hit.first - 1] in ("các", "những", "nhiều")
            always = HEADS[head.value].type in _ALWAYS
            if head.value == "tết" and tokens.words[hit.first].islower():
                continue
            if plural and tokens.words[hit.first].islower() and head.value != "mái ấm":
                continue
            scheme = (
                HEADS[head.value].type is CampaignType.CHUONG_TRINH and hit.stop - hit.first > 3
            )
            long = hit.stop - hit.first >= 6
            capital = (scheme or long) and tokens.words[hit.first][0].isupper()
            if not (always or capital or _proper(document, hit, head.stop)):
                continue
        elif not _stands_out(document, hit, seen):
            continue
        one = choose_known(hit.known, None)
        first, stop = trim_name(tokens, hit.first, theme_end(tokens, hit.stop, governors))
        if one is None or one.title or stop <= first:
            continue
        kind = one.type
        if head is not None and HEADS[head.value].inside and head.value != "tết":
            kind = HEADS[head.value].type
        if hit.first and tokens.norms[hit.first - 1] in ("quỹ", "quĩ"):
            kind = CampaignType.QUY
        yield Candidate(first=first, stop=stop, type=kind, rule="campaign.known_name")


def known_ids(document: Document, kept: Sequence[Candidate], index: NameIndex) -> frozenset[str]:
    """Give the ids of the ontology that the names found so far stand under."""
    names = (name_at(document.tokens, one.first, one.stop) for one in kept)
    found = (known.id for name in names for known in index.known.get(name, ()))
    return frozenset(id_ for id_ in found if id_ is not None)


def _inside(quotes: Sequence[Quote]) -> set[int]:
    return {index for quote in quotes for index in range(quote.first, quote.stop)}


def _proper(document: Document, hit: KnownHit, after: int) -> bool:
    """Say whether a name with its head inside is written as a proper name."""
    tokens = document.tokens
    starts = document.sentences[document.sentence_at(hit.first)][0] == hit.first
    capital = tokens.words[hit.first][0].isupper() and not starts
    return capital or any(tokens.words[i][0].isupper() for i in range(after, hit.stop))


def _stands_out(document: Document, hit: KnownHit, seen: frozenset[str]) -> bool:
    """Say whether a known name without a head is capitalised where no sentence begins, or is long, or is met again."""
    tokens = document.tokens
    size = hit.stop - hit.first
    if size == 1:
        return tokens.words[hit.first].isupper()
    if tokens.norms[hit.stop - 2 : hit.stop] == ["0", "đồng"]:
        return True
    if tokens.norms[hit.first - 1] == "cổng" or tokens.norms[hit.first - 2 : hit.first] == _PEAK:
        return size > 2
    if size > 3 and tokens.kinds[hit.first] == TokenKind.NUMBER:
        return size >= 7 or any(one.id in seen for one in hit.known)
    if size < 3 or tokens.kinds[hit.first] != TokenKind.WORD:
        return False
    if not tokens.words[hit.first][0].isupper():
        return False
    starts = document.sentences[document.sentence_at(hit.first)][0] == hit.first
    if hit.first and tokens.words[hit.first - 1] in "“\"‘'":
        return size >= 6
    if starts or tokens.words[hit.first - 1] == ":":
        inner = any(tokens.words[i][0].isupper() for i in range(hit.first + 1, hit.stop))
        scheme = hit.known[0].type in (CampaignType.CHUONG_TRINH, CampaignType.MO_HINH)
        return size >= 6 or (size >= 4 and (inner or scheme))
    return not _after_capital(tokens, hit.first)


def find_repeated(
    document: Document,
    governors: Governors,
    kept: Sequence[Candidate],
    refused: Sequence[Quote],
) -> Iterator[Candidate]:
    """Find names again that the text has introduced by a trigger or in quotation marks."""
    tokens = document.tokens
    names: dict[str, dict[Name, Candidate]] = {}
    for one in kept:
        name = name_at(tokens, one.first, one.stop)
        same = names.setdefault(tokens.norms[one.first], {})
        if len(name) >= 2 and len(same) < _REMEMBERED:
            same.setdefault(name, one)
        short = _short_form(tokens, governors, one)
        if short:
            same.setdefault(short, one)
    if not names:
        return
    quoted = {quote.first: quote for quote in document.quotes}
    barred = _inside(refused)
    for at in [at for at, norm in enumerate(tokens.norms) if norm in names]:
        norm = tokens.norms[at]
        if at in barred or at in governors.barriers:
            continue
        quote = quoted.get(at)
        starts = document.sentences[document.sentence_at(at)][0] == at
        if quote is None and not _may_repeat(tokens, at):
            continue
        if quote is None and tokens.words[at].isupper() and tokens.norms[at - 1] in _PLURALS:
            # "NHỮNG BỨC TƯỜNG …" in a headline: the things, not the name made of them.
            continue
        for name, one in names[norm].items():
            stop = _match(tokens, at, name)
            if stop is None or (quote is not None and trim_name(tokens, at, quote.stop)[1] != stop):
                continue
            if quote is None and _goes_further(tokens, governors, at, stop):
                continue
            counts = tokens.kinds[at] == TokenKind.NUMBER
            if quote is None and len(name) < (4 if starts and not counts else 3):
                continue
            if counts and at and tokens.norms[at - 1] in _SPANS:
                continue
            over = governors.ending.get(at)
            yield Candidate(
                first=at,
                stop=stop,
                type=HEADS[over.value].type if over is not None else one.type,
                rule="campaign.repeated",
                head=(over.first, over.stop) if over is not None else None,
            )
            break


def _goes_further(tokens: Tokens, governors: Governors, at: int, stop: int) -> bool:
    """Say whether a name with its head goes on: “Ngày hội Việc làm” is not all of "Ngày hội Việc làm thanh niên"."""
    if at not in governors.starting or stop >= len(tokens) or not tokens.words[stop][0].islower():
        return False
    word = tokens.norms[stop]
    pair = (word, *tokens.norms[stop + 1 : stop + 2])
    ends = word in NAME_ENDS or word in VERBAL or word in VERBS or pair in PAIR_ENDS
    return tokens.kinds[stop] == TokenKind.WORD and not ends and word not in DAY_PARTS


def _short_form(tokens: Tokens, governors: Governors, one: Candidate) -> Name:
    """Give what a drive is called for short: "Đợt thi đua cao điểm", "500 ngày đêm"; () where nothing is usual."""
    head = governors.starting.get(one.first)
    if head is not None and head.stop < one.stop and head.value.startswith("đợt thi đua "):
        return name_at(tokens, head.first, head.stop)
    days = tokens.norms[one.first + 1 : one.first + 3] == ["ngày", "đêm"]
    return name_at(tokens, one.first, one.first + 3) if days and one.stop > one.first + 3 else ()


def _may_repeat(tokens: Tokens, at: int) -> bool:
    return begins_upper(tokens, at) and not (at and _after_capital(tokens, at))


def _after_capital(tokens: Tokens, at: int) -> bool:
    """Say whether a capitalised word stands right before: then a capital begins no name of its own."""
    before = tokens.words[at - 1]
    if tokens.norms[at - 1] in _OPENERS:
        return False
    return tokens.kinds[at - 1] == TokenKind.WORD and before[0].isupper()


def _match(tokens: Tokens, at: int, name: Name) -> int | None:
    """Give where the name ends if it stands at a token."""
    after = tokens.norms[at + 1 : at + 2]
    if after and after[0].isalpha() and after[0] not in name and after[0] not in SHORT_FORMS:
        return None
    words: list[str] = []
    for stop in range(at, min(len(tokens), at + 2 * len(name) + 4)):
        kind = tokens.kinds[stop]
        if kind == TokenKind.BREAK:
            return None
        if kind == TokenKind.SIGN:
            continue
        words.extend(fold_words((tokens.norms[stop],)))
        size = min(len(words), len(name))
        if size and words[size - 1] != name[size - 1] and words[size - 1] not in ("đảm", "bảo"):
            return None
        if len(words) >= len(name):
            return stop + 1 if name_at(tokens, at, stop + 1) == name else None
    return None
