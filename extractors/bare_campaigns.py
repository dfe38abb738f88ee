"""Unquoted names after a trigger: known ones, capitalised ones, slogans, and the lists they stand in."""

from collections.abc import Iterator, Sequence

from extractors.campaign_candidates import Candidate
from extractors.campaign_ends import name_end, theme_end
from extractors.campaign_heads import HEADS, Governors
from extractors.campaign_index import choose_known
from extractors.campaign_spans import begins_upper, trim_name
from extractors.campaign_words import BODY_WORDS, JOINTS, NAME_ENDS, VERBAL, paired, spelled
from extractors.document import Document
from extractors.known_campaigns import KnownHit
from extractors.lexicon import Hit
from extractors.quote_governors import is_no_trigger
from extractors.quotes import Quote
from extractors.records import CampaignType
from extractors.tokens import TokenKind, Tokens

# Triggers that announce a name only in quotation marks.
_QUOTES_ONLY = (
    "sân chơi",
    "vận động",
    "hoạt động",
    "sự kiện",
    "chuỗi hoạt động",
    "chuyên mục",
    "chuỗi sự kiện",
    "cách làm",
    "cuộc bình chọn",
    "đợt 1",
    "đợt 2",
    "đợt 3",
    "gameshow",
    "game show",
    "đêm nhạc",
    "đêm nghệ thuật",
)
_PERSONS = spelled(
    "công cnvclđ cnvc cnlđ cđ đoàn hội đội thanh phụ tdtt việt lao đảng liên lđlđ ubnd thơ bộ tổng ban ủy "
    "sở cb cán chính đông xuân thời quốc hà hồ nam mỹ nga đại"
)
_MOVEMENTS = (CampaignType.PHONG_TRAO, CampaignType.CUOC_VAN_DONG)
# What is taught by a "chương trình" that is a curriculum, and movements of history.
_NO_CAMPAIGNS = paired(
    "giáo/dục đào/tạo tiếng/anh sách/giáo đồng/khởi cần/vương duy/tân đông/du văn/thân yên/thế tây/sơn "
    "xô/viết áo/vàng cộng/sản dân/chủ không/liên giải/phóng thơ/mới phục/hưng điện/biên hồ/chí biên/giới tây/nguyên việt/bắc"
)
# Kinds of bodies that a "mô hình" is the pattern of: "mô hình Hợp tác xã kiểu mới".
_BODIES = paired(
    "hợp/tác câu/lạc chính/quyền trường/học công/ty công/ti doanh/nghiệp tổ/hợp nhà/nước kinh/tế trang/trại đại/học"
)
_GROUPS = paired(
    "thanh/niên phụ/nữ công/nhân nông/dân sinh/viên học/sinh cán/bộ đoàn/viên thiếu/nhi giáo/viên tuổi/trẻ "
    "chiến/sĩ doanh/nhân bộ/đội trí/thức cựu/chiến"
)
# What goes on with the name of a group: "Công nhân viên chức lao động".
_RANKS = spelled("viên chức lao công và giáo hội trẻ binh nòng")
_SEVERAL = spelled("các những nhiều hai ba bốn năm 2 3 4 5")
_SEPARATORS = (",", ";", "và", "cùng")
_MOVING = (CampaignType.PHONG_TRAO, CampaignType.CUOC_VAN_DONG, CampaignType.CHUONG_TRINH)


def find_bare(
    document: Document,
    governors: Governors,
    known: dict[int, KnownHit],
    spent: frozenset[int],
    refused: Sequence[Quote],
) -> Iterator[Candidate]:
    """Find unquoted names after the triggers, in order; triggers in `spent` have a quoted one."""
    tokens = document.tokens
    marks = {quote.before for quote in document.quotes}
    mottos = {quote.first for quote in refused}
    for hit in governors.heads:
        drive = _is_drive(document, hit)
        if (
            (HEADS[hit.value].inside and not drive)
            or hit.value in _QUOTES_ONLY
            or hit.first in mottos
        ):
            continue
        if hit.first in spent and not _heads_a_list(tokens, hit, known):
            continue
        if hit.stop >= len(tokens) or hit.stop in marks:
            continue
        if is_no_trigger(tokens, hit):
            continue
        if drive:
            yield from _drive(tokens, hit, governors)
            continue
        one = _known_after(tokens, hit, known, governors) or _after_trigger(tokens, hit, governors)
        if one is not None:
            yield one
            yield from _rest_of_list(tokens, hit, one, governors)


def _rest_of_list(
    tokens: Tokens, hit: Hit, one: Candidate, governors: Governors
) -> Iterator[Candidate]:
    """Give the further members of "các mô hình: Tiếng kẻng an ninh, Đường hoa phụ nữ": each with a capital."""
    several = hit.first > 0 and tokens.norms[hit.first - 1] in _SEVERAL
    at = one.stop
    while several and at + 1 < len(tokens) and tokens.norms[at] in _SEPARATORS:
        at += 1
        name = tokens.words[at].istitle() and tokens.words[at + 1 : at + 2] != []
        if not name or not tokens.words[at + 1].islower() or at in governors.starting:
            return
        if tokens.norms[at] in _PERSONS and not _does(tokens, at):
            return
        first, stop = trim_name(tokens, at, name_end(tokens, at, governors, event=False))
        if stop - first < 2:
            return
        yield _candidate(tokens, hit, (first, stop), "campaign.bare_list")
        at = stop


def _is_drive(document: Document, hit: Hit) -> bool:
    """Say whether a drive is named by its length: "chiến dịch 80 ngày đêm về đích", "đợt thi đua 45 ngày nước rút"."""
    tokens = document.tokens
    if HEADS[hit.value].type is not CampaignType.DOT_THI_DUA or hit.stop + 2 >= len(tokens):
        return False
    counts = tokens.kinds[hit.stop] == TokenKind.NUMBER and tokens.norms[hit.stop + 1] == "ngày"
    starts = document.sentences[document.sentence_at(hit.first)][0] == hit.first
    return counts and (tokens.words[hit.first][0].islower() or (starts and HEADS[hit.value].inside))


def _drive(tokens: Tokens, hit: Hit, governors: Governors) -> Iterator[Candidate]:
    """Take the name of a drive from its number on; "90 ngày" alone is no name, "90 ngày đêm" is."""
    end = name_end(tokens, hit.stop + 2, governors, event=False)
    first, stop = trim_name(tokens, hit.stop, end)
    if stop - first > 2:
        yield _candidate(tokens, hit, (first, stop), "campaign.name_after_trigger")


def _heads_a_list(tokens: Tokens, hit: Hit, known: dict[int, KnownHit]) -> bool:
    """Say whether an unquoted known name opens a list that goes on in quotation marks: Hai tốt, “Dạy tốt”."""
    after = known.get(hit.stop)
    return after is not None and tokens.words[after.stop : after.stop + 1] in ([","], [";"])


def _known_after(
    tokens: Tokens, hit: Hit, known: dict[int, KnownHit], governors: Governors
) -> Candidate | None:
    """Take a known name right after a trigger, whatever its capitals."""
    at = hit.stop
    while at < min(hit.stop + 2, len(tokens)) and tokens.norms[at] in (":", "như", "là", "-"):
        at += 1
    after = known.get(at)
    begins = at
    if after is None and tokens.words[at : at + 2] == ["Thi", "đua"]:
        after = known.get(at + 2)
    if after is None:
        return None
    one = choose_known(after.known, HEADS[hit.value].type)
    weak = hit.value == "thi đua" and after.stop - after.first < 3
    if one is None or (weak and not begins_upper(tokens, at)):
        return None
    first, stop = trim_name(tokens, begins, theme_end(tokens, after.stop, governors))
    return _candidate(tokens, hit, (first, stop), "campaign.known_after_trigger")


def _after_trigger(tokens: Tokens, hit: Hit, governors: Governors) -> Candidate | None:
    """Take a capitalised name or a slogan after a trigger."""
    at = hit.stop
    if tokens.kinds[at] not in (TokenKind.WORD, TokenKind.NUMBER):
        return None
    shaped = _is_slogan(tokens, at)
    if not shaped and not (tokens.kinds[at] == TokenKind.WORD and begins_upper(tokens, at)):
        return None
    if tokens.norms[at] in NAME_ENDS and not shaped:
        return None
    if tuple(tokens.norms[at : at + 2]) in _NO_CAMPAIGNS:
        return None
    if hit.value.startswith("mô hình") and tuple(tokens.norms[at : at + 2]) in _BODIES:
        return None
    strong = hit.value.startswith(("phong trào thi đua", "cuộc vận động")) or _does(tokens, at)
    if tokens.norms[at] in VERBAL or (not shaped and tokens.norms[at] in _PERSONS and not strong):
        return None
    end = name_end(tokens, at, governors, event=False)
    while shaped and _goes_on_well(tokens, end):
        end = name_end(tokens, end + 1, governors, event=False)
    if HEADS[hit.value].type in _MOVEMENTS and not shaped:
        end = _with_other_parts(tokens, at, end, governors)
    first, stop = trim_name(tokens, at, end)
    acronym = tokens.words[at].isupper() and len(tokens.words[at]) > 1
    if acronym and not shaped:
        return None
    if stop - first < 2 or all(tokens.words[i].isupper() for i in range(first, stop)):
        return None
    if not shaped and not any(tokens.words[i].islower() for i in range(first, stop)):
        return None
    return _candidate(tokens, hit, (first, stop), "campaign.name_after_trigger")


def _does(tokens: Tokens, at: int) -> bool:
    """Say whether a group of persons is said to do something: "Thanh niên khởi nghiệp", not "Thanh niên Công ty"."""
    if tuple(tokens.norms[at : at + 2]) not in _GROUPS or at + 2 >= len(tokens):
        return False
    after = tokens.norms[at + 2]
    plain = tokens.kinds[at + 2] == TokenKind.WORD and tokens.words[at + 2].islower()
    return plain and not (
        after in NAME_ENDS or after in VERBAL or after in BODY_WORDS or after in _RANKS
    )


def _candidate(tokens: Tokens, hit: Hit, span: tuple[int, int], rule: str) -> Candidate:
    return Candidate(
        first=span[0],
        stop=span[1],
        type=HEADS[hit.value].type,
        rule=rule,
        head=(hit.first, hit.stop),
    )


def _is_slogan(tokens: Tokens, at: int) -> bool:
    """Say whether a slogan begins here: "5 không 3 sạch", "tăng gia sản xuất giỏi", "làm theo lời Bác"."""
    if tokens.kinds[at] == TokenKind.NUMBER and at + 1 < len(tokens):
        after = tokens.norms[at + 1]
        counted = (
            "không",
            "giỏi",
            "tốt",
            "nhất",
            "sạch",
            "có",
            "xây",
            "an",
            "đảm",
            "biết",
            "trách",
        )
        several = len(tokens.words[at]) < 3 and _numbers(tokens, at + 1, at + 5) > 0
        return after in counted or several
    if tokens.norms[at] in NAME_ENDS:
        return False
    for index in range(at + 1, min(at + 18, len(tokens))):
        norm = tokens.norms[index]
        if norm in NAME_ENDS or tokens.kinds[index] == TokenKind.BREAK:
            return False
        if norm in ("giỏi", "tốt", "khéo"):
            return index - at >= 2
        if tokens.words[index] in ("Bác", "Hồ"):
            return tokens.norms[at] in ("học", "làm", "thi", "công", "thực", "đời")
    return False


def _with_other_parts(tokens: Tokens, at: int, comma: int, governors: Governors) -> int:
    """Let a slogan go on to parts as long as the first: "Giỏi việc bếp, đảm việc vườn", "Nhà sạch, ngõ đẹp, phố vui"."""
    size = comma - at
    for _ in range(3):
        if comma + 2 >= len(tokens) or tokens.words[comma] != "," or size > 6:
            return comma
        if not tokens.words[comma + 1].islower() or tokens.norms[comma + 1] in NAME_ENDS:
            return comma
        end = name_end(tokens, comma + 1, governors, event=False)
        part = tokens.norms[comma + 1 : end]
        plain = not any(word in VERBAL or word in _PERSONS for word in part)
        if not plain or len(part) < 2 or abs(len(part) - size) > 1:
            return comma
        comma = end
    return comma


def _goes_on_well(tokens: Tokens, comma: int) -> bool:
    """Say whether a slogan goes on after a comma: "sản xuất giỏi, kinh doanh giỏi"."""
    if comma >= len(tokens) or tokens.words[comma] != ",":
        return False
    for index in range(comma + 1, min(comma + 6, len(tokens))):
        if tokens.kinds[index] != TokenKind.WORD or tokens.norms[index] in NAME_ENDS:
            return False
        if tokens.norms[index] in ("giỏi", "tốt", "khéo"):
            return True
    return False


def _numbers(tokens: Tokens, first: int, stop: int) -> int:
    return sum(1 for i in range(first, min(stop, len(tokens))) if tokens.norms[i].isdecimal())


def find_listed(
    document: Document,
    known: dict[int, KnownHit],
    kept: Sequence[Candidate],
    refused: Sequence[Quote],
) -> Iterator[Candidate]:
    """Find known names that continue a list of campaigns, whatever their capitals and without quotation marks."""
    tokens = document.tokens
    barred = {quote.first for quote in refused}
    ends = {one.stop: one for one in kept if one.type in _MOVING}
    for first in sorted(known):
        hit = known[first]
        at = first
        while at > 0 and tokens.norms[at - 1] in JOINTS and at not in ends and first - at < 5:
            at -= 1
        before = ends.get(at)
        if before is None or before.type is None or first in barred:
            continue
        if not any(word in _SEPARATORS for word in tokens.norms[at:first]):
            continue
        one = choose_known(hit.known, before.type)
        plain = tokens.words[at - 1] in "”\"’'" and all(k.id is None for k in hit.known)
        short = (hit.stop - first < 3 or plain) and not begins_upper(tokens, first)
        if one is None or one.title or one.type not in _MOVING or short:
            continue
        found = Candidate(
            first=first,
            stop=hit.stop,
            type=before.type,
            rule="campaign.bare_list",
        )
        ends[hit.stop] = found
        yield found
