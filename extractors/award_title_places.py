"""Awards named by a title: after "danh hiệu", known ones that a verb governs, quoted ones after a verb of naming."""

from extractors.award_form_places import read_more
from extractors.award_forms import TITLES
from extractors.award_places import Places
from extractors.award_titles import (
    Named,
    read_level,
    read_plain_title,
    read_praised_title,
    read_quoted,
)
from extractors.award_verbs import VerbKind
from extractors.bodies import read_body, read_name
from extractors.lexicon import Hit
from extractors.phrase_table import words
from extractors.quotes import Quote
from extractors.recipient_nouns import NOUNS
from extractors.records import AwardForm, RecipientKind
from extractors.subjects import PRONOUNS
from extractors.tokens import TokenKind, Tokens, is_capital

MAX_NAMED = 18
_NAMES = (["suy", "tôn"], ["công", "nhận"], ["bình", "chọn"], ["bầu", "chọn"], ["tôn", "vinh"])
_LEADER = ["đơn", "vị", "dẫn", "đầu"]
_EACH = ("mỗi", "các", "những")
_NAMING = ("công", "suy", "bình", "bầu", "phong", "tôn", "chọn", "lựa", "xếp")
MAX_QUOTED = 20
MAX_GAP = 8
TITLE_HEADS = words(
    "bệnh ngành quán chợ tuyến nhân huấn lái tay hộ hợp htx vững đơn vị tập cá gương người công chiến đoàn cán doanh chủ phụ nhà gia anh bà mẹ lao giáo học sinh thợ nông thanh bàn kiện"
    " thầy nghệ tổ cờ xã phường thôn làng bếp phòng trường cđcs cựu điển bông hoa dũng sao vua nữ tài nhân trí thôn khu cụm"
    " trạm đài khoa lớp viện đội đồn bưu cửa xưởng phân nghiệp tàu bến buôn ấp kỹ vận bác điều lính"
    " cstđ lđtt cn gv cđ hộ dòng cộng"
)
_CUE_FILLERS = words("cao quý thi đua là như : vinh dự nhà nước gồm và")
_NO_TITLE = words(
    "này đó trên khác của cho các và được trong hình khen do mà đã theo đối tại nhằm cũng vẻ cao cấp nhất hoặc là"
)
_TITLE_GAP = words(
    "ngôi chức danh xưng là 1 trong số các : một những “ ‘ danh hiệu gương hai ba là có nhiều chị em đồng chí người cán bộ với"
) | frozenset({'"', "'", ","})
_OCCASIONS = [[word] for word in ("hội", "thi", "nghị", "trào", "tuyển", "đua", "kỳ")]
_HONOURS = words("chiến lao tập anh nhà thầy nghệ nsnd nsưt bà mẹ cstđ lđtt đơn")
_OF_PERSONS = ("nghệ", "nhà", "thầy", "nsnd", "nsưt")
_PART_SIGNS = frozenset(":;+•*")
_PRAISE_JOINTS = words(", và – - / động viên kịp thời & ; ghi nhận")


def read_titles(places: Places, hit: Hit, stop: int) -> None:
    """Read the title or titles after "danh hiệu"."""
    tokens, at = places.tokens, hit.stop
    while at < stop and tokens.norms[at] in _CUE_FILLERS:
        at += 1
    if tokens.norms[at - 1] == "thi" and at < stop and tokens.norms[at] == "đua":
        at += 1
    quote = read_quoted(tokens, places.quotes, at)
    if quote is not None:
        places.add_title(quote.first, quote.stop, "award.title")
        read_more(places, AwardForm.DANH_HIEU, stop)
        return
    if at >= stop or tokens.kinds[at] != TokenKind.WORD or tokens.norms[at] in _NO_TITLE:
        return
    known = TITLES.read(tokens.norms, at, stop)
    if known is None and not tokens.words[at][0].isupper() and tokens.norms[at] not in TITLE_HEADS:
        return
    word = places.hit_at(at)
    if word is not None and word.value.startswith("form:"):
        return
    end = read_plain_title(tokens, at, stop)
    if end > at:
        places.add_title(at, end, "award.title")


def read_known_title(places: Places, hit: Hit, stop: int) -> None:
    """Take a known title where a verb of conferral governs it, or an award stands right before it."""
    tokens = places.tokens
    if not _title_governed(places, hit):
        return
    opened = hit.first
    while opened > 0 and tokens.words[opened - 1] in "“\"‘'":
        opened -= 1
    holders = _counted_holders(tokens, hit, opened)
    if not holders and _standing(tokens, hit, hit.first):
        places.add_title(hit.first, hit.stop, "award.standing_title")
        return
    end = max(hit.stop, read_plain_title(tokens, hit.first, stop))
    first = hit.first
    inside = _quote_around(places, hit.first)
    if inside is not None:
        if inside.stop - inside.first > MAX_QUOTED:
            return
        first, end = inside.first, inside.stop
    places.add_title(first, end, "award.holders" if holders else "award.known_title")


def _quote_around(places: Places, at: int) -> Quote | None:
    """Give the quoted stretch that begins at a token or up to three tokens before it."""
    for first in range(at, max(at - 4, -1), -1):
        quote = places.quoted.get(first)
        if quote is not None and at < quote.stop:
            return quote
    return None


def _title_governed(places: Places, hit: Hit) -> bool:
    """Say whether a known title is conferred here, and does not just describe somebody."""
    tokens, at = places.tokens, hit.first
    while at > 0 and tokens.words[at - 1] in "“\"‘'":
        at -= 1
    first = places.first_at(at)
    last = places.found[-1] if places.found else None
    if tokens.norms[hit.first : hit.stop] == _LEADER and at == hit.first:
        return tokens.norms[at - 1] == "là" and _named_as(tokens, at, first)
    if last is not None and not last.praise and first <= last.first:
        if places.only_joints(_after_count(tokens, last.after, at), at):
            return last.form != AwardForm.KHEN_THUONG or _passive_praise(places, at)
        if last.rule == "award.known_title" and _names_holders(places, hit, at):
            return True
    if tokens.norms[at - 1] == "được" and at > first:
        return True
    if at > first and (_examined(tokens, hit, at) or _counted_holders(tokens, hit, at)):
        return True
    if (
        _stated(tokens, hit, at, first)
        or _standing(tokens, hit, at)
        or _opens_part(tokens, at, first)
    ):
        return True
    verb = next((h for h in places.before(at) if h.value.startswith("verb:")), None)
    if verb is None or verb.stop < first or not _in_reach(tokens, verb, at):
        return tokens.norms[at - 1] == "là" and _years_running(tokens, first, at)
    if tokens.norms[verb.first] == "gắn" or verb.value == f"verb:{VerbKind.BELONG}":
        return False
    if verb.value == f"verb:{VerbKind.PRAISE}":
        named = read_name(tokens, hit.stop, min(len(tokens), hit.stop + 6)) is not None
        return named or _passive_praise(places, at) or tokens.words[hit.first][0].isupper()
    return True


def _after_count(tokens: Tokens, at: int, stop: int) -> int:
    """Step over the holders counted behind a title ("Lao động tiên tiến 376 người, Chiến sĩ thi đua 41 người")."""
    if at < stop and tokens.kinds[at] == TokenKind.NUMBER:
        noun = NOUNS.read(tokens.norms, at + 1, stop)
        return at if noun is None else noun[0]
    return at


def _names_holders(places: Places, hit: Hit, at: int) -> bool:
    """Say whether a further title of a list stands before the names of its holders."""
    tokens = places.tokens
    if tokens.norms[at - 1] not in ("các", ";") or hit.stop >= len(tokens):
        return False
    return read_name(tokens, hit.stop, min(len(tokens), hit.stop + 6)) is not None


def _examined(tokens: Tokens, hit: Hit, at: int) -> bool:
    """Say whether somebody stands to get a title ("được đề nghị xét Nhà giáo Nhân dân", "dự xét “Công nhân giỏi”")."""
    named = at < hit.first or tokens.words[hit.first][0].isupper()
    return named and tokens.norms[at - 1] == "xét"


def _counted_holders(tokens: Tokens, hit: Hit, at: int) -> bool:
    """Say whether a title stands for its holders ("81 Chiến sĩ thi đua cơ sở", "mỗi “Công nhân giỏi”")."""
    noun = NOUNS.read(tokens.norms, hit.first, hit.stop)
    if noun is None or noun[1] == RecipientKind.WORK:
        return False
    if at < hit.first:
        return tokens.norms[at - 1] in _EACH
    if tokens.kinds[at - 1] != TokenKind.NUMBER:
        return False
    mothers = tokens.norms[hit.stop - 2 : hit.stop] == ["anh", "hùng"]
    return mothers or (tokens.words[at][0].isupper() and _is_honour(tokens, at))


def _stated(tokens: Tokens, hit: Hit, at: int, first: int) -> bool:
    """Say whether the words around a title show by themselves that it is held."""
    if tokens.norms[at - 1] in ("gương", "hình") and at < hit.first:
        return True
    following = tokens.norms[hit.stop : hit.stop + 4]
    if tokens.norms[at - 1] == "là":
        numbered = any(k == TokenKind.NUMBER for k in tokens.kinds[max(first, at - 5) : at])
        capital = tokens.words[hit.first][0].isupper()
        if capital and (_reached(tokens, hit, at) or tokens.norms[hit.first] in _OF_PERSONS):
            return True
        if _named_as(tokens, at, first):
            return True
        also = tokens.norms[at - 2] in ("đều", "cũng", "vẫn", "luôn")
        return numbered or also or "liền" in following or "liên" in following
    if following[:1] == [":"] and hit.stop + 1 < len(tokens):
        # "vua phá lưới: Trần Văn Đỗ"
        return read_name(tokens, hit.stop + 1, min(len(tokens), hit.stop + 7)) is not None
    cultured = tokens.norms[hit.stop - 1] in ("hóa", "tập")
    return cultured and (following[:1] == ["đạt"] or tokens.norms[at - 1] == "lệ")


def _named_as(tokens: Tokens, at: int, first: int) -> bool:
    """Say whether somebody is named what stands behind "là" ("suy tôn X là đơn vị dẫn đầu")."""
    for index in range(at - 2, max(first, at - MAX_NAMED) - 1, -1):
        if tokens.norms[index] in (",", ";"):
            return False
        if tokens.norms[index : index + 2] in _NAMES:
            return True
    return False


def _reached(tokens: Tokens, hit: Hit, at: int) -> bool:
    """Say whether a level shows that "là" and a title tell what somebody has won ("là Bàn tay vàng cấp lữ đoàn")."""
    return read_level(tokens, hit.stop, min(len(tokens), hit.stop + 8)) is not None


def _standing(tokens: Tokens, hit: Hit, at: int) -> bool:
    """Say whether a title stands before the name of its holder, or in quotation marks as what it is."""
    if not tokens.words[hit.first][0].isupper() or tokens.norms[at - 1 : at] in _OCCASIONS:
        return False
    if at < hit.first:
        return _is_honour(tokens, hit.first)
    level = read_level(tokens, hit.stop, min(len(tokens), hit.stop + 8))
    holder = hit.stop if level is None else level[0]
    if holder >= len(tokens):
        return False
    if read_name(tokens, holder, min(len(tokens), holder + 6)) is not None:
        return True
    # The honours of the State go to one person: what stands behind in capitals is the name.
    person = is_capital(tokens, holder) and read_body(tokens, holder, len(tokens)) is None
    return person and tokens.norms[hit.first] in _OF_PERSONS


def _is_honour(tokens: Tokens, at: int) -> bool:
    """Say whether a known title is one of the State's or of the yearly ratings, and no campaign's name too."""
    if tokens.norms[at] == "lao":
        return tokens.norms[at + 2 : at + 3] == ["tiên"]
    return tokens.norms[at] in _HONOURS


def _opens_part(tokens: Tokens, at: int, first: int) -> bool:
    """Say whether a capitalised title begins an item of a list, or what stands behind a label."""
    if not tokens.words[at][0].isupper() or tokens.words[at].isupper():
        return False
    if tokens.norms[at - 2 : at - 1] in (["trào"], ["đua"], ["động"]):
        return False
    return at > first and tokens.words[at - 1] in _PART_SIGNS


def _in_reach(tokens: Tokens, verb: Hit, at: int) -> bool:
    """Say whether nothing but numbers and linking words stand between a verb and a title."""
    gap = tokens.norms[verb.stop : at]
    if verb.value == f"verb:{VerbKind.NONE}" or len(gap) > MAX_GAP:
        return False
    return all(word in _TITLE_GAP or word[0].isdigit() for word in gap)


def _passive_praise(places: Places, at: int) -> bool:
    """Say whether the nearest verb of praise stands in the passive."""
    verb = next((h for h in places.before(at) if h.value.startswith("verb:praise")), None)
    return verb is not None and "được" in places.tokens.norms[max(verb.first - 3, 0) : verb.first]


def read_quoted_title(places: Places, hit: Hit, stop: int) -> None:
    """Take a quoted title right after a verb of conferral ("được tặng thưởng “Đơn vị quyết thắng”")."""
    tokens = places.tokens
    at = hit.stop
    proposed = tokens.norms[hit.first : at] == ["đề", "cử"]
    if proposed and at < stop and tokens.norms[at] in PRONOUNS:
        at += 1
    while at < stop and tokens.norms[at] in ("là", "gương", "các", ":"):
        at += 1
    quote = read_quoted(tokens, places.quotes, at)
    if quote is None:
        _read_praised(places, hit, at, stop)
        return
    if quote.stop - quote.first > 16 or quote.stop - quote.first < 2:
        return
    naming = proposed or (
        hit.value == f"verb:{VerbKind.NAME}"
        and "được" in tokens.norms[max(hit.first - 12, 0) : hit.first]
    )
    if (
        not naming
        and tokens.norms[quote.first] not in TITLE_HEADS
        and TITLES.read(tokens.norms, quote.first, quote.stop) is None
    ):
        return
    places.add_title(quote.first, quote.stop, "award.quoted_title")
    read_more(places, AwardForm.DANH_HIEU, stop)


def _read_praised(places: Places, hit: Hit, at: int, stop: int) -> None:
    """Take a title without quotation marks after "đạt", "công nhận là", "được tôn vinh là"."""
    tokens = places.tokens
    if at < stop and tokens.norms[at : at + 1] in (["ngôi"], ["chức"]):
        at += 1
    named = tokens.norms[at - 1] == "là" or tokens.norms[hit.first] in _NAMING
    taken = tokens.norms[hit.first] in ("đạt", "giành", "đoạt") and tokens.words[at : at + 1] != [
        "–"
    ]
    if at >= stop or not (named or taken) or places.hit_at(at) is not None:
        return
    noun = NOUNS.read(tokens.norms, at, stop)
    if noun is None and not (is_capital(tokens, at) and tokens.norms[at] in TITLE_HEADS):
        return
    if not is_capital(tokens, at) and noun is not None and noun[1] == RecipientKind.WORK and taken:
        return
    if tokens.norms[hit.first] == "trở" and not is_capital(tokens, at):
        return
    end = read_praised_title(tokens, at, stop, head=at if noun is None else noun[0])
    if end > at:
        places.add_title(at, end, "award.praised_title")
        read_more(places, AwardForm.DANH_HIEU, stop)


def read_praise(places: Places, hit: Hit, stop: int) -> None:
    """Take a verb of praise, and join it to one right before it."""
    tokens = places.tokens
    last = places.found[-1] if places.found else None
    if last is not None and last.praise and hit.first - last.stop <= 4:
        gap = tokens.norms[last.stop : hit.first]
        if all(word in _PRAISE_JOINTS for word in gap):
            places.found.pop()
            places.add(
                last.first, AwardForm.KHEN_THUONG, Named(hit.stop), "award.praise", praise=True
            )
            return
    if _praised_quote(places, hit, stop) or _praised_as(places, hit, stop):
        return
    places.add(hit.first, AwardForm.KHEN_THUONG, Named(hit.stop), "award.praise", praise=True)


def _praised_quote(places: Places, hit: Hit, stop: int) -> bool:
    """Take the quoted title after "tuyên dương", right there or behind a count of those praised."""
    tokens, at = places.tokens, hit.stop
    if at < stop and tokens.kinds[at] == TokenKind.NUMBER:
        noun = NOUNS.read(tokens.norms, at + 1, stop)
        at = noun[0] if noun is not None else at + 1
    quote = read_quoted(tokens, places.quotes, at)
    if quote is None or not 2 <= quote.stop - quote.first <= MAX_QUOTED:
        return False
    if not is_capital(tokens, quote.first) and tokens.norms[quote.first] not in TITLE_HEADS:
        return False
    places.add_title(quote.first, quote.stop, "award.praised_as")
    read_more(places, AwardForm.DANH_HIEU, stop)
    return True


def _praised_as(places: Places, hit: Hit, stop: int) -> bool:
    """Take the capitalised title after "được vinh danh"."""
    tokens, at = places.tokens, hit.stop
    if at < stop and tokens.norms[at] == "là":
        at += 1
        found = len(places.found)
        _read_praised(places, hit, at, stop)
        if len(places.found) > found:
            return True
    if at >= stop or not is_capital(tokens, at) or tokens.words[at].isupper():
        return False
    if "được" not in tokens.norms[max(hit.first - 16, 0) : hit.first]:
        return False
    if read_body(tokens, at, stop) is not None or read_name(tokens, at, stop) is not None:
        return False
    word = places.hit_at(at)
    if word is not None and word.value != "none:":
        return False
    end = read_plain_title(tokens, at, stop)
    if end - at < 3:
        return False
    places.add_title(at, end, "award.praised_as")
    return True


def _years_running(tokens: Tokens, first: int, at: int) -> bool:
    """Say whether "nhiều năm liền", "liên tục" or the like stands in front of "là" and a title."""
    before = tokens.norms[max(first, at - 14) : at]
    return any(word in before for word in ("liền", "liên", "năm", "luôn"))
