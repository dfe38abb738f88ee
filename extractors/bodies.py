"""Bodies, offices and persons as they stand in a sentence: where each begins and ends, and what kind it is."""

from dataclasses import dataclass
from enum import StrEnum

from extractors.phrase_table import PhraseTable, phrases, words
from extractors.tokens import TokenKind, Tokens

MAX_TOKENS = 30


class BodyKind(StrEnum):
    """What a name stands for."""

    BODY = "body"
    """A union, an authority, a school …: a collective."""
    COMPANY = "company"
    """An enterprise."""
    OFFICE = "office"
    """An office held by a person, such as "Chủ tịch UBND tỉnh"."""
    PERSON = "person"
    """A person."""
    PEOPLE = "people"
    """A household."""


@dataclass(frozen=True, slots=True)
class Body:
    """A body, office or person, in token indices."""

    first: int
    """Its first token."""
    stop: int
    """One past its last token."""
    kind: BodyKind
    """What it is."""


# Bodies that are whole by themselves, or go on with capitalised words and those of `TAILS`.
_BODIES = (
    "liên đoàn lao động",
    "LĐLĐ",
    "LĐLĐVN",
    "tổng liên đoàn lao động",
    "tổng liên đoàn",
    "tổng LĐLĐ",
    "tổng LĐLĐVN",
    "TLĐ",
    "tổng công đoàn",
    "tổ chức công đoàn",
    "hội đồng bình chọn",
    "hội đồng thi đua",
    "ban vận động",
    "ban chủ nhiệm",
    "ban biên tập",
    "ban chuyên môn",
    "tiểu ban",
    "TLĐLĐ",
    "TLĐLĐVN",
    "đoàn chủ tịch",
    "công đoàn",
    "các cấp công đoàn",
    "công đoàn các cấp",
    "CĐ",
    "CĐCS",
    "CĐN",
    "CĐVC",
    "CĐNHVN",
    "nghiệp đoàn",
    "ủy ban nhân dân",
    "UBND",
    "HĐND",
    "hội đồng nhân dân",
    "hội đồng thi đua khen thưởng",
    "hội đồng thi đua - khen thưởng",
    "hội đồng",
    "UBMTTQ",
    "MTTQ",
    "mặt trận Tổ quốc",
    "ủy ban mặt trận Tổ quốc",
    "ủy ban trung ương mặt trận Tổ quốc",
    "ủy ban trung ương MTTQ",
    "ban chỉ đạo",
    "ban tổ chức",
    "ban chấp hành",
    "ban thường vụ",
    "ban giám đốc",
    "ban giám hiệu",
    "ban giám khảo",
    "ban quản lý",
    "ban thi đua khen thưởng",
    "ban liên lạc",
    "ban lãnh đạo",
    "ban cán sự",
    "ban đại diện",
    "BTC",
    "BCH",
    "BTV",
    "BGH",
    "BGK",
    "tỉnh ủy",
    "thành ủy",
    "huyện ủy",
    "quận ủy",
    "thị ủy",
    "đảng ủy",
    "đảng bộ",
    "chi bộ",
    "trung ương đoàn",
    "trung ương hội",
    "tỉnh đoàn",
    "thành đoàn",
    "huyện đoàn",
    "quận đoàn",
    "đoàn thanh niên",
    "đoàn TNCS",
    "hội liên hiệp phụ nữ",
    "hội liên hiệp thanh niên",
    "hội LHPN",
    "hội LHTN",
    "hội khuyến học",
    "hội chữ thập đỏ",
    "hội nông dân",
    "hội cựu chiến binh",
    "hội phụ nữ",
    "hội doanh nhân",
    "chính phủ",
    "quốc hội",
    "đảng, nhà nước",
    "đảng và nhà nước",
    "trung ương",
    "quân khu",
    "quân chủng",
    "quân đoàn",
    "lữ đoàn",
    "sư đoàn",
    "trung đoàn",
    "tiểu đoàn",
    "hải đội",
    "biên đội",
    "đại đội",
    "hải đoàn",
    "bộ chỉ huy",
    "bộ tư lệnh",
    "bộ đội biên phòng",
    "tổng cục",
    "chi cục",
    "trung tâm",
    "bệnh viện",
    "học viện",
    "trường đại học",
    "trường cao đẳng",
    "trường tiểu học",
    "trường trung học",
    "trường mầm non",
    "trường THPT",
    "trường THCS",
    "tòa án",
    "viện kiểm sát",
    "kho bạc",
    "khoa học",
    "nhà xuất bản",
    "nhà máy",
    "xí nghiệp",
    "phân xưởng",
    "chi nhánh",
    "các cấp, các ngành",
    "các cấp các ngành",
    "các cấp, ngành",
    "các cấp",
    "các bộ, ngành",
    "bộ, ngành",
    "cấp trên",
    "cấp có thẩm quyền",
    "các cấp có thẩm quyền",
    "cơ quan có thẩm quyền",
    "hợp tác xã",
    "HTX",
    "VCCI",
    "Viettel",
)
# Common words that begin the name of a body only before a capitalised word (Bộ Y tế, Sở Nội vụ, tỉnh Nam Hà).
_BEFORE_CAPITAL = (
    "bộ",
    "sở",
    "phòng",
    "cục",
    "vụ",
    "viện",
    "ban",
    "đảng",
    "nhà nước",
    "hội",
    "đoàn",
    "trường",
    "công an",
    "cảnh sát",
    "khoa",
    "đội",
    "tổ",
    "báo",
    "đài",
    "văn phòng",
    "ngành",
    "tỉnh",
    "thành phố",
    "TP",
    "huyện",
    "quận",
    "thị xã",
    "xã",
    "phường",
    "thị trấn",
    "thôn",
    "cụm",
    "khối",
    "vùng",
    "lực lượng",
    "đội tuyển",
    "CLB",
    "câu lạc bộ",
    "quỹ",
    "đoàn kinh tế",
    "hiệp hội",
    "liên hiệp",
    "liên minh",
    "ủy ban",
    "tập thể",
    "đơn vị",
    "cơ quan",
    "nhóm",
    "tạp chí",
    "đại học",
    "ĐH",
    "THPT",
    "THCS",
    "nông trường",
    "lâm trường",
    "mầm non",
    "tiểu học",
)
# After these a lower-case name may follow ("bộ quốc phòng", "công an tỉnh").
_LOWER_BODIES = (
    "bộ quốc phòng",
    "bộ công an",
    "bộ y tế",
    "bộ giáo dục và đào tạo",
    "bộ nội vụ",
    "bộ tài chính",
    "bộ công thương",
    "bộ giao thông vận tải",
    "bộ xây dựng",
    "bộ lao động thương binh và xã hội",
    "bộ lao động",
    "công an tỉnh",
    "công an thành phố",
    "công an huyện",
    "công an các tỉnh",
    "lực lượng quản lý thị trường",
    "công an phường",
    "công an xã",
    "công an quận",
    "công an thị xã",
    "công an thị trấn",
    "bưu điện",
    "cảnh sát giao thông",
    "CSGT",
    "cảnh sát hình sự",
    "cảnh sát PCCC",
    "đội CĐ",
    "đội công đoàn",
    "các đội CĐ",
    "bộ trưởng bộ",
    "ngành giáo dục",
    "ngành y tế",
    "ngành điện",
    "ngành than",
    "ngành dầu khí",
    "ngành ngân hàng",
    "sở giáo dục",
    "đảng bộ cơ quan",
    "nhà nước",
)
_COMPANIES = (
    "công ty",
    "tổng công ty",
    "Cty",
    "tập đoàn",
    "ngân hàng TMCP",
    "ngân hàng",
    "công ty cổ phần",
    "công ty TNHH",
    "TCT",
    "doanh nghiệp",
    "DNTN",
    "khách sạn",
    "nhà máy",
    "xí nghiệp",
)
_OFFICES = (
    "lãnh đạo Đảng, Nhà nước",
    "lãnh đạo Đảng và Nhà nước",
    "chủ tịch nước",
    "phó chủ tịch nước",
    "thủ tướng",
    "thủ tướng chính phủ",
    "phó thủ tướng",
    "phó thủ tướng thường trực",
    "tổng bí thư",
    "chủ tịch",
    "chủ tịch quốc hội",
    "phó chủ tịch",
    "phó chủ tịch thường trực",
    "bí thư",
    "phó bí thư",
    "phó bí thư thường trực",
    "bí thư thứ nhất",
    "giám đốc",
    "phó giám đốc",
    "tổng giám đốc",
    "phó tổng giám đốc",
    "bộ trưởng",
    "thứ trưởng",
    "thống đốc",
    "phó thống đốc",
    "hiệu trưởng",
    "phó hiệu trưởng",
    "trưởng ban",
    "phó trưởng ban",
    "cục trưởng",
    "phó cục trưởng",
    "vụ trưởng",
    "tổng cục trưởng",
    "phó tổng cục trưởng",
    "chi cục trưởng",
    "viện trưởng",
    "tổng biên tập",
    "phó tổng biên tập",
    "tư lệnh",
    "phó tư lệnh",
    "chính ủy",
    "thủ trưởng",
    "lãnh đạo",
    "trưởng phòng",
    "trưởng đoàn",
    "ủy viên",
    "đại diện",
    "thường trực",
    "chánh văn phòng",
    "kiểm soát trưởng",
    "hội đồng quản trị",
    "HĐQT",
    "chủ nhiệm",
    "phó chủ nhiệm",
    "chỉ huy trưởng",
)
_PERSONS = (
    "đồng chí",
    "đ/c",
    "ông",
    "bà",
    "anh",
    "chị",
    "em",
    "cụ",
    "mẹ",
    "bé",
    "lão",
    "già làng",
    "y sĩ",
    "dược sĩ",
    "nghệ nhân",
    "ca sĩ",
    "nhà văn",
    "nhà thơ",
    "cầu thủ",
    "tài xế",
    "lái xe",
    "nhạc sĩ",
    "chiến sĩ",
    "binh nhất",
    "hạ sĩ",
    "trung sĩ",
    "thượng sĩ",
    "chuẩn úy",
    "cô",
    "thầy",
    "bác",
    "chú",
    "cháu",
    "nghệ sĩ",
    "kỹ sư",
    "bác sĩ",
    "nhà giáo",
    "cô giáo",
    "thầy giáo",
    "giáo viên",
    "công nhân",
    "sinh viên",
    "học sinh",
    "VĐV",
    "vận động viên",
    "thí sinh",
    "thượng tá",
    "thiếu tá",
    "đại tá",
    "trung tá",
    "đại úy",
    "thượng úy",
    "trung úy",
    "thiếu úy",
    "thiếu tướng",
    "trung tướng",
    "thượng tướng",
    "đại tướng",
    "xạ thủ",
    "cầu thủ",
    "tác giả",
    "nhà báo",
    "phóng viên",
    "TS",
    "ThS",
    "PGS",
    "GS",
    "BS",
    "luật sư",
)
BODIES: PhraseTable[BodyKind] = PhraseTable(
    phrases(BodyKind.BODY, _BODIES)
    | phrases(BodyKind.BODY, _LOWER_BODIES)
    | phrases(BodyKind.COMPANY, _COMPANIES)
    | phrases(BodyKind.OFFICE, _OFFICES)
)
BEFORE_CAPITAL: PhraseTable[BodyKind] = PhraseTable(
    phrases(BodyKind.BODY, _BEFORE_CAPITAL) | phrases(BodyKind.PERSON, _PERSONS)
)
TAILS = words(
    "tỉnh thành phố huyện quận thị xã phường tp tx ngành khu vực kinh tế công nghiệp chế xuất cơ sở cấp trên trực tiếp trung ương"
    " nhà nước việt nam các địa phương liên hiệp nhân dân chỉ đạo tổ chức chấp hành thường vụ trực hiệu giám đốc quản trị tiểu"
    " trung học quân phổ thông mầm non đại cao đẳng mẫu giáo chính phủ quốc bộ sở ban phòng cục đoàn lao động đội tổng"
    " hàng dục tế nghiệp học lực chính quan lịch dựng thông vận tải nội vụ môi đào tạo nhân sản xuất chất thuật truyền hình tin"
    " công an đảng ủy cơ quan khối thi đua khen thưởng toàn quốc lđlđ ubnd cđ cđcs mttq của thuộc đơn doanh nghiệp tham"
    " cuộc cuộc vận động giải mặt trận tổ quốc viên chức trưởng trường công ty tnhh cổ phần mtv"
) - words("của thuộc đơn tham cuộc vận động giải")
# Ministries and departments join two fields by "và".
_AND_TAILS = words("đào công xã du đầu môi truyền phát nhân thể đô nông khoa gia nội")
_SURNAMES = words(
    "nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý đinh trịnh đoàn lương mai đào tô trương tạ hà cao"
    " lâm châu thái thân phùng quách tống vương chu la kiều lại doãn hứa nghiêm từ văn triệu bế nông vi hầu giàng lò lường điểu"
)
# Second syllables of branches of trade and of places that follow a capitalised first one (Công thương, Thủ đô).
_SECOND = words(
    "thương mại chính viễn thông lâm thủy sản khoáng hóa chất mặc dệt măng dầu khí su phê lực lá dược phẩm đô giày không sắt hải"
    " quan biển lịch nghiệp hàng dục tế học thuật tử tin điện tải dựng trang trí vụ thao hóa thức bạc thuế kho bưu hoàn kiểm sát"
    " án tư pháp ngoại giao thanh tra dân tộc nguyên trường toán sạn hưu thiếu niên ương thép xăng giấy bia nhựa gỗ sứ cấp thoát"
    " minh chứng khoán hiểm đốc thiện nhiên phòng văn liệu mực chì"
)
_NOT_INSIDE = words(
    "đã vừa cũng sẽ còn được là và với cho của tại ở trong trên từ đến do có tặng trao khen tuyên biểu dương vinh tôn nhận đạt đoạt"
    " giành các những nhiều một hai ba năm ngày sáng chiều tối khi vì để nhằm cùng phối tổ quyết công phát ký thưởng gồm thuộc về lên"
    " giải danh huy huân bằng giấy cờ kỷ kỉ hạng lần thứ thắng thua dẫn xếp đề thăm chúc kêu cảm gửi giao bàn hỗ xây nâng ông bà anh"
    " chị em cô thầy đồng tham dự thay thừa"
)
_WHOLE = words(
    "hội trường sở bộ đoàn ban phường quận huyện tỉnh ngành khoa viện cục phòng quỹ báo đảng"
)
_AFTER_WHOLE = [
    [word] for word in "đã vừa cũng tặng trao biểu khen tuyên tổ được và , sẽ còn vinh tôn".split()
]
_OPEN_OFFICES = frozenset(
    {"lãnh", "đại", "thường", "ủi", "ủy", "chủ", "phó", "bí", "giám", "trưởng"}
)
_NUMBERED = words(
    "đội đoàn đội khu tổ trường công ty số may cụm khối vùng quận phường xí nghiệp viện lữ quân sư trung tiểu nhà máy xưởng"
)


def is_capital(tokens: Tokens, index: int) -> bool:
    """Say whether a token is a word that begins with a capital."""
    return tokens.kinds[index] == TokenKind.WORD and tokens.words[index][0].isupper()


def is_shouted(tokens: Tokens, first: int, stop: int) -> bool:
    """Say whether a stretch is printed in capitals, so that a capital shows no name."""
    seen = [w for w in tokens.words[first:stop] if w[0].isalpha() and len(w) > 1]
    return len(seen) > 3 and sum(w.isupper() for w in seen) * 10 > len(seen) * 7


def read_body(tokens: Tokens, at: int, stop: int) -> Body | None:
    """Read the body, office or person whose name begins at a token; the end is bounded by `stop` and `MAX_TOKENS`."""
    stop = min(stop, at + MAX_TOKENS)
    read = BODIES.read(tokens.norms, at, stop)
    if read is not None:
        head, kind = read
        if kind == BodyKind.BODY and head == at + 1 and tokens.norms[at] in ("trung",):
            return None
        return _grow(tokens, at, head, stop, kind)
    read = BEFORE_CAPITAL.read(tokens.norms, at, stop)
    if read is not None:
        head, kind = read
        if kind == BodyKind.PERSON and head < stop and tokens.words[head] in ".":
            head += 1
        unit = tokens.norms[at] in _NUMBERED and tokens.kinds[head : head + 1] == [TokenKind.NUMBER]
        if (
            unit
            and kind == BodyKind.BODY
            and len(tokens.words[head]) < 4
            and is_capital(tokens, at)
        ):
            return _grow(tokens, at, head, stop, kind)
        whole = (
            kind == BodyKind.BODY
            and tokens.norms[at] in _WHOLE
            and is_capital(tokens, at)
            and tokens.norms[head : head + 1] in _AFTER_WHOLE
        )
        if whole and not (head < stop and is_capital(tokens, head)):
            return _grow(tokens, at, head, stop, kind)
        if head < stop and is_capital(tokens, head):
            if kind == BodyKind.PERSON:
                return _person(tokens, at, head, stop)
            return _grow(tokens, at, head, stop, kind)
        return None
    return None


def read_name(tokens: Tokens, at: int, stop: int) -> Body | None:
    """Read a person's name without a word of address: a surname and one to four capitalised words."""
    if tokens.norms[at] not in _SURNAMES or not is_capital(tokens, at):
        return None
    end = at + 1
    while end < min(stop, at + 5) and is_capital(tokens, end) and tokens.words[end].istitle():
        end += 1
    return Body(at, end, BodyKind.PERSON) if end >= at + 2 else None


def read_bodies(tokens: Tokens, at: int, stop: int) -> Body | None:
    """Read one body or several joined by commas and "và" as one stretch."""
    whole = read_body(tokens, at, stop)
    while whole is not None and whole.kind != BodyKind.PERSON and whole.stop + 1 < stop:
        sign = tokens.norms[whole.stop]
        if sign not in (",", "và", "&", "cùng"):
            break
        after = whole.stop + 1
        if sign == "," and tokens.norms[after] == "và":
            after += 1
        joined = read_body(tokens, after, stop) if after < stop else None
        if joined is None or joined.kind == BodyKind.PERSON:
            break
        if joined.kind == BodyKind.OFFICE and sign == "," and tokens.norms[whole.first] == "lãnh":
            break
        whole = Body(whole.first, joined.stop, whole.kind)
    return whole


def _person(tokens: Tokens, at: int, head: int, stop: int) -> Body:
    end = head
    while end < min(stop, head + 6) and (
        is_capital(tokens, end)
        or (tokens.words[end] == "." and end + 1 < stop and tokens.glued(end + 1))
    ):
        end += 1
    return Body(at, end, BodyKind.PERSON)


def _grow(tokens: Tokens, at: int, head: int, stop: int, kind: BodyKind) -> Body:
    """Go on from the head over capitalised words, tails, numbers of units and joined fields."""
    end = head
    shouted = is_shouted(tokens, at, stop)
    while end < stop:
        step = _step(tokens, at, head, end, stop, kind=kind, shouted=shouted)
        if step == end:
            break
        end = step
    return Body(at, end, kind)


def _step(
    tokens: Tokens, at: int, head: int, end: int, stop: int, *, kind: BodyKind, shouted: bool
) -> int:
    """Give the end after one more piece, or the same end where the name is over."""
    word, norm = tokens.words[end], tokens.norms[end]
    if tokens.kinds[end] == TokenKind.NUMBER:
        numbered = tokens.norms[end - 1] in _NUMBERED or is_capital(tokens, end - 1)
        return end + 1 if numbered and word.isdigit() and len(word) < 4 else end
    if tokens.kinds[end] == TokenKind.WORD:
        if norm in TAILS:
            split = norm == "liên" and tokens.norms[end + 1 : end + 2] not in (["hiệp"], ["đoàn"])
            return end if split else end + 1
        if norm in _SECOND and not shouted and tokens.words[end - 1].istitle() and end > at:
            return end + 1
        if not shouted and not word[0].isupper() and _inside_name(tokens, head, end, stop):
            return end + 1
        if shouted or not word[0].isupper():
            joined = norm == "và" and end + 2 < stop and tokens.norms[end + 1] in _AND_TAILS
            return end + 2 if joined and is_capital(tokens, end - 1) else end
        if kind == BodyKind.OFFICE and end > at and _person_begins(tokens, end, stop):
            return end
        if end > head and read_verbless_person(tokens, end, stop):
            return end
        return end + 1
    if word == "." and tokens.norms[end - 1] in ("q", "p", "tp", "tx", "h", "t") and end + 1 < stop:
        return end + 2
    if (
        word in "&-–"
        and end + 1 < stop
        and is_capital(tokens, end + 1)
        and is_capital(tokens, end - 1)
    ):
        spaced = not tokens.glued(end)
        office = BODIES.read(tokens.norms, end + 1, stop)
        if word == "&" or not spaced or (office is None and tokens.norms[end + 1] not in _SURNAMES):
            return end + 2
    return end


def _inside_name(tokens: Tokens, head: int, at: int, stop: int) -> bool:
    """Say whether a lower-case word stands between capitalised ones of a name ("Dệt may Phú Lâm")."""
    if at <= head or not is_capital(tokens, at - 1) or tokens.norms[at] in _NOT_INSIDE:
        return False
    after = at + 1
    if after < stop and tokens.kinds[after] == TokenKind.WORD and tokens.words[after].islower():
        if tokens.norms[after] in _NOT_INSIDE:
            return False
        after += 1
    return after < stop and is_capital(tokens, after) and tokens.norms[after] not in _SURNAMES


def _person_begins(tokens: Tokens, at: int, stop: int) -> bool:
    name = read_name(tokens, at, stop)
    return name is not None and name.stop - name.first >= 2 and tokens.norms[at] != "hồ"


def read_verbless_person(tokens: Tokens, at: int, stop: int) -> bool:
    """Say whether a person's name of three words or more stands right after the end of a body's name."""
    name = read_name(tokens, at, stop)
    after_end = tokens.norms[at - 1] in ("nam", "phố", "tỉnh", "huyện", "quận", "xã", "ương", "phủ")
    return (
        name is not None and after_end and name.stop - name.first >= 3 and tokens.norms[at] != "hồ"
    )
