"""Awards named by their form: certificates, flags, orders, medals, prizes and places in contests."""

from extractors.award_contest_places import (
    is_tournament,
    prize_name,
    read_place,
    solves,
    takes_prize,
    told_winner,
)
from extractors.award_forms import CLASSES, MEDAL_RANKS, RANKS
from extractors.award_places import Places
from extractors.award_titles import (
    Named,
    read_certificate,
    read_level,
    read_medal,
    read_order,
    read_plain_title,
    read_prize,
    read_proper,
    read_quoted,
)
from extractors.bodies import read_body
from extractors.lexicon import Hit
from extractors.phrase_table import words
from extractors.recipient_groups import PLURALS
from extractors.recipient_nouns import NOUNS
from extractors.records import AwardForm
from extractors.tokens import TokenKind, Tokens, is_capital

_TAKES = ("nhận", "đón")
_PAPERS = words(
    "quyền sở đăng đủ an hộ kết tốt nghiệp sức thương khuyết hành độc đầu kiểm xuất bảo"
)
_FLAGS = {"nhất": "nhat", "nhì": "nhi", "ba": "ba"}
# "đoạt giải" alone only tells who is meant ("4 người đoạt giải"); with the contest behind it is told as news.
_WHERE = [
    [word]
    for word in (
        "trong",
        "tại",
        "ở",
        "cấp",
        "cuộc",
        "hội",
        "kỳ",
        "kì",
        "quốc",
        "toàn",
        "khu",
        "các",
    )
]
_LETTERS = ("có", "bức", "lá", "được")
_TITLE_WORDS = words("gương danh hiệu điển hình giải thưởng")


def read_form(places: Places, hit: Hit, form: AwardForm, stop: int) -> None:
    """Read the award whose form is named by words of its own ("Bằng khen", "Huân chương")."""
    if places.tokens.norms[hit.first] == "thư":
        _read_letter(places, hit, stop)
        return
    named = _read_named(places, hit, form, stop)
    if named is not None:
        places.add(hit.first, form, named, "award.form")
        read_more(places, form, stop)


def _read_named(places: Places, hit: Hit, form: AwardForm, stop: int) -> Named | None:
    tokens, quotes, at = places.tokens, places.quotes, hit.stop
    if form == AwardForm.HUAN_CHUONG:
        return read_order(tokens, at, stop)
    if form == AwardForm.HUY_CHUONG:
        return read_medal(tokens, quotes, at, stop)
    if form == AwardForm.GIAI:
        return read_place(places, hit)
    if form == AwardForm.CO_LUU_NIEM and tokens.norms[hit.first + 1] in _FLAGS:
        return Named(at, None, _FLAGS[tokens.norms[hit.first + 1]], marked=True)
    if form == AwardForm.KY_NIEM_CHUONG:
        return read_proper(tokens, quotes, at, stop)
    if form == AwardForm.GIAI_THUONG:
        named = read_proper(tokens, quotes, at, stop)
        heading = tokens.norms[at : at + 1] == [":"]
        taken = places.governed(hit.first, 3) and not heading
        if tokens.norms[hit.first : hit.stop] == ["giải", "báo", "chí"] and (
            not taken or tokens.norms[at : at + 1] == ["viết"]
        ):
            # "Ban Tổ chức Giải báo chí viết về …": the contest, not a prize that somebody gets.
            return None
        return named if named.marked or taken else None
    if form == AwardForm.BANG_CHUNG_NHAN:
        named = read_certificate(tokens, quotes, at, stop)
        return named if named.title is not None or _is_honour(places, hit) else None
    if tokens.norms[hit.first] == "huy":
        return _badge(places, at, stop)
    return read_certificate(tokens, quotes, at, stop)


def _read_letter(places: Places, hit: Hit, stop: int) -> None:
    """Read a letter of praise that somebody sends or gets; with an object of its own "khen" is the verb in it."""
    tokens, at = places.tokens, hit.stop
    told = places.governed(hit.first, 4) or tokens.norms[hit.first - 1] in _LETTERS
    signed = tokens.norms[at : at + 1] == ["của"] and at + 1 < stop
    signed = signed and read_body(tokens, at + 1, stop) is not None
    if not told and not signed and tokens.norms[at : at + 1] not in (["gửi"], ["tới"], ["cho"]):
        return
    direct = at < stop and (
        tokens.norms[at] in PLURALS
        or NOUNS.read(tokens.norms, at, stop) is not None
        or read_body(tokens, at, stop) is not None
    )
    form = AwardForm.KHEN_THUONG if direct else AwardForm.OTHER
    places.add(hit.first, form, Named(at), "award.letter")


def _is_honour(places: Places, hit: Hit) -> bool:
    """Say whether a certificate honours: one of innovation, or one that is handed over or stands in a list."""
    if places.tokens.norms[hit.first] == "bằng" and (
        hit.stop - hit.first > 3 or places.tokens.norms[hit.first + 1] == "lđst"
    ):
        return True
    near = [h for h in places.before(hit.first) if hit.first - 5 <= h.stop]
    if any(h.value == "verb:give" or places.tokens.norms[h.first] in _TAKES for h in near):
        return not _is_paper(places.tokens, hit.stop)
    return bool(places.found) and places.only_joints(places.found[-1].after, hit.first)


def _is_paper(tokens: Tokens, at: int) -> bool:
    """Say whether a certificate shows a right or a state, and honours nobody ("giấy chứng nhận hộ nghèo")."""
    return at < len(tokens) and tokens.norms[at] in _PAPERS


def _badge(places: Places, at: int, stop: int) -> Named:
    """Read "30 năm tuổi Đảng" or a quoted name after "Huy hiệu"."""
    tokens = places.tokens
    end = at
    while end < min(stop, at + 5) and tokens.kinds[end] in (TokenKind.NUMBER, TokenKind.WORD):
        end += 1
        if tokens.norms[end - 1] == "đảng":
            return Named(end, tokens.text(at, end), None, marked=True)
    if end < stop and at < end and tokens.words[at][0].isupper():
        return read_proper(tokens, places.quotes, at, stop)
    return read_certificate(tokens, places.quotes, at, stop)


def read_more(places: Places, form: AwardForm, stop: int) -> None:
    """Read further members of a list with the same form after a comma or "và"."""
    while places.found and places.found[-1].after + 1 < stop:
        at = places.found[-1].after
        if form == AwardForm.HUAN_CHUONG:
            at = _after_year(places, at, stop)
        if at >= stop or places.tokens.norms[at] not in (",", "và", ";"):
            return
        if form == AwardForm.HUAN_CHUONG:
            more = _class_member(places, at + 1, stop)
        elif form in (AwardForm.GIAI, AwardForm.HUY_CHUONG):
            more = _rank_member(places, form, at + 1, stop)
        elif form == AwardForm.GIAI_THUONG and places.found[-1].title is not None:
            more = _plain_member(places, at + 1, stop)
        else:
            more = _quoted_member(places, form, at + 1, stop)
        if not more:
            return


def _after_year(places: Places, at: int, stop: int) -> int:
    """Step over "(1998)" or "năm 1998" behind an order."""
    tokens = places.tokens
    if tokens.words[at] == "(":
        closing = (i for i in range(at + 1, min(stop, at + 8)) if tokens.words[i] == ")")
        return next(closing, at - 1) + 1
    if tokens.norms[at] == "năm" and tokens.kinds[at + 1 : at + 2] == [TokenKind.NUMBER]:
        return at + 2
    return at


def _class_member(places: Places, at: int, stop: int) -> bool:
    """Read a further class of the same order ("Huân chương Lao động hạng Ba (1998), hạng Nhì (2006)")."""
    tokens, last = places.tokens, places.found[-1]
    if tokens.norms[at] == "năm" and tokens.kinds[at + 1 : at + 2] == [TokenKind.NUMBER]:
        at += 2
    if at + 1 >= stop or tokens.norms[at] != "hạng":
        return False
    rank = CLASSES.read(tokens.norms, at + 1, stop)
    if rank is None:
        return False
    named = Named(rank[0], last.title, rank[1], marked=True)
    places.add(at, AwardForm.HUAN_CHUONG, named, "award.class_list")
    return True


def _rank_member(places: Places, form: AwardForm, at: int, stop: int) -> bool:
    """Read "2 Nhì" after "1 giải Nhất", "3 bạc" after "5 huy chương vàng"."""
    tokens = places.tokens
    if places.found[-1].rank is None:
        return False
    table = RANKS if form == AwardForm.GIAI else MEDAL_RANKS
    first, rank = at, None
    if tokens.kinds[at] == TokenKind.NUMBER:
        first, rank = at + 1, table.read(tokens.norms, at + 1, stop)
    elif form == AwardForm.GIAI:
        rank = _ellipsis(places, at, stop)
    if rank is None:
        return False
    places.add(first, form, Named(rank[0], None, rank[1], marked=True), "award.rank_list")
    return True


def _quoted_member(places: Places, form: AwardForm, at: int, stop: int) -> bool:
    """Read one more quoted name ("danh hiệu “A”, “B”")."""
    tokens, last = places.tokens, places.found[-1]
    while form == AwardForm.DANH_HIEU and at < stop and tokens.norms[at] in _TITLE_WORDS:
        at += 1
    quote = read_quoted(tokens, places.quotes, at)
    if quote is None or last.title is None or tokens.words[last.stop] not in "”\"’'":
        return False
    places.add_title(quote.first, quote.stop, "award.title_list", form=form)
    return True


def _ellipsis(places: Places, at: int, stop: int) -> tuple[int, str] | None:
    """Read a rank without "giải" before "thuộc về" or "là" ("…, nhì là Chi nhánh Bến Gỗ")."""
    read = RANKS.read(places.tokens.norms, at, stop)
    if read is None or places.tokens.norms[read[0] : read[0] + 1] not in (["là"], ["thuộc"]):
        return None
    return read


def _plain_member(places: Places, at: int, stop: int) -> bool:
    """Read one more unquoted prize of a list ("các giải thưởng Sao Mai, Sao Khuê")."""
    tokens = places.tokens
    if tokens.kinds[at] != TokenKind.WORD or not tokens.words[at][0].isupper():
        return False
    word = places.hit_at(at)
    if word is not None and not word.value.startswith("verb:praise"):
        return False
    if read_body(tokens, at, stop) is not None:
        return False
    end = read_plain_title(tokens, at, stop)
    level = read_level(tokens, end, stop)
    reach = level[0] if level else end
    closed = reach >= stop or tokens.norms[reach] in (",", ".", "…", ";", "và", "năm")
    if end - at < 2 or not closed:
        return False
    places.add_title(at, end, "award.title_list", form=AwardForm.GIAI_THUONG)
    return True


def read_rank(places: Places, hit: Hit, stop: int) -> None:
    """Read a place that is named by its rank alone, between signs of a list of results."""
    tokens, at = places.tokens, hit.first
    if _told_rank(places, hit, stop):
        return
    if not tokens.words[at][0].isupper() or hit.stop + 1 >= stop:
        return
    if tokens.words[hit.stop] not in ":-–" or tokens.glued(hit.stop) != (
        tokens.words[hit.stop] == ":"
    ):
        return
    opened = at > places.first_at(at) and tokens.words[at - 1] in ":;,+•*"
    rank = RANKS.read(tokens.norms, at, stop)
    if opened and rank is not None:
        places.add(at, AwardForm.GIAI, Named(hit.stop, None, rank[1], marked=True), "award.rank")


def _told_rank(places: Places, hit: Hit, stop: int) -> bool:
    """Read a place without "giải" behind one with it ("giải nhất thuộc về A, nhì là B")."""
    tokens, at = places.tokens, hit.first
    last = places.found[-1] if places.found else None
    if last is None or last.form != AwardForm.GIAI or last.first < places.first_at(at):
        return False
    rank = RANKS.read(tokens.norms, at, stop)
    if last.rank is None or rank is None or tokens.norms[at - 1] not in (",", ";", "và"):
        return False
    if tokens.norms[rank[0] : rank[0] + 1] not in (["là"], ["thuộc"]):
        return False
    places.add(at, AwardForm.GIAI, Named(rank[0], None, rank[1], marked=True), "award.rank")
    return True


def read_bare(places: Places, hit: Hit, form: AwardForm, stop: int) -> None:
    """Read "giải", "cờ", "cúp" or "biển", which are awards only in company."""
    if places.tokens.norms[hit.first] == "giải":
        _read_prize(places, hit, form, stop)
    else:
        _read_thing(places, hit, form, stop)


def _read_prize(places: Places, hit: Hit, form: AwardForm, stop: int) -> None:
    tokens = places.tokens
    named = read_prize(tokens, places.quotes, hit.stop, stop)
    if not named.marked and (places.governed(hit.first, 3) or tokens.norms[hit.first - 1] == "có"):
        end = prize_name(tokens, hit.stop, stop)
        if end > hit.stop:
            named = Named(end, None, None, marked=True)
    if not named.marked and hit.stop < stop and is_capital(tokens, hit.stop):
        # "trao 4 giải Khuyến khích cho 4 đội và giải Thí sinh tài năng cho chị …"
        end = prize_name(tokens, hit.stop, stop)
        if end > hit.stop and tokens.norms[end : end + 1] in (["cho"], ["thuộc"]):
            named = Named(end, None, None, marked=True)
    if not named.marked:
        end = told_winner(tokens, hit.stop, stop)
        if end > hit.stop:
            named = Named(end, None, None, marked=True)
    if not named.marked and not (
        takes_prize(places, hit.first) and tokens.norms[hit.stop : hit.stop + 1] in _WHERE
    ):
        return
    if is_tournament(places, named.stop, stop):
        return
    if named.title is None and solves(places, hit.first, named.stop, stop):
        return
    taken = places.governed(hit.first, 3) or tokens.norms[hit.first - 1] == "có"
    after = tokens.norms[named.stop : named.stop + 3]
    if named.title is not None and not taken and "thuộc" not in after:
        return
    places.add(hit.first, form, named, "award.prize")
    read_more(places, form, stop)


def _read_thing(places: Places, hit: Hit, form: AwardForm, stop: int) -> None:
    tokens, at, norm = places.tokens, hit.stop, places.tokens.norms[hit.first]
    numbered = hit.first > 0 and tokens.kinds[hit.first - 1] == TokenKind.NUMBER
    titled = norm == "cờ" and read_quoted(tokens, places.quotes, at) is not None
    near = places.governed(hit.first, 3) or (numbered and places.governed(hit.first, 24))
    if not titled and not near:
        return
    if norm == "biển" and tokens.norms[hit.first - 1] != "gắn":
        return
    named = read_certificate(tokens, places.quotes, at, stop)
    plain = not named.marked
    if norm == "cúp" and plain and at < stop and is_capital(tokens, at):
        if read_body(tokens, at, stop) is None:
            named, form = read_proper(tokens, places.quotes, at, stop), AwardForm.GIAI_THUONG
    elif norm == "cờ" and plain and _beside_prize(places, hit.first):
        form = AwardForm.CO_LUU_NIEM
    places.add(hit.first, form, named, "award.bare")
    read_more(places, form, stop)


def _beside_prize(places: Places, at: int) -> bool:
    """Say whether the award before a token in the same sentence is a place in a contest."""
    last = places.found[-1] if places.found else None
    contest = (AwardForm.GIAI, AwardForm.CO_LUU_NIEM)
    return last is not None and last.first >= places.first_at(at) and last.form in contest
