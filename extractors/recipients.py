"""Who receives an award: counted, named and indefinite groups in a stretch of a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass

from extractors.bodies import Body, BodyKind, is_capital, read_body, read_name
from extractors.phrase_table import PhraseTable, phrases, words
from extractors.records import Figure, Modifier, Recipient, RecipientKind
from extractors.tokens import TokenKind, Tokens

Kind = RecipientKind


@dataclass(frozen=True, slots=True)
class Group:
    """A group of receivers, in token indices."""

    first: int
    """Its first token, the number included."""
    stop: int
    """One past its head noun or name."""
    kind: RecipientKind
    """What sort it is."""
    count: float | None = None
    """How many."""
    name: str | None = None
    """Its name as written."""
    numbered: bool = False
    """Whether a number stands with it, also one for two kinds together."""


NOUNS: PhraseTable[RecipientKind] = PhraseTable(
    phrases(
        Kind.COLLECTIVE,
        (
            "tập thể",
            "lượt tập thể",
            "đơn vị",
            "công đoàn cơ sở",
            "CĐCS",
            "công đoàn",
            "CĐ",
            "nghiệp đoàn",
            "tổ công đoàn",
            "công đoàn bộ phận",
            "nhóm",
            "nhóm tác giả",
            "tổ chức",
            "cơ quan",
            "trường",
            "nhà trường",
            "trường học",
            "đội",
            "đội thi",
            "tổ",
            "tổ sản xuất",
            "chi bộ",
            "đảng bộ",
            "chi hội",
            "chi đoàn",
            "đoàn",
            "xã",
            "phường",
            "thị trấn",
            "huyện",
            "quận",
            "thị xã",
            "tỉnh",
            "tỉnh, thành phố",
            "tỉnh, thành",
            "thành phố",
            "địa phương",
            "thôn",
            "bản",
            "bộ, ban, ngành",
            "bộ, ngành",
            "ban, ngành",
            "ngành",
            "phòng",
            "phòng, ban",
            "ban",
            "sở",
            "khoa",
            "lớp",
            "lực lượng",
            "dòng họ",
            "cộng đồng",
            "khu dân cư",
            "câu lạc bộ",
            "CLB",
            "phân xưởng",
            "bệnh viện",
            "cụm",
            "khối",
            "ban chỉ đạo",
            "các cấp hội",
            "cấp hội",
            "các cấp công đoàn",
            "cơ sở",
            "trung tâm",
            "liên đoàn lao động",
            "LĐLĐ",
            "tổ tự quản",
            "đội tuyển",
            "tổ hợp tác",
        ),
    )
    | phrases(
        Kind.INDIVIDUAL,
        (
            "cá nhân",
            "cán nhân",
            "cá",
            "lượt cá nhân",
            "đoàn viên",
            "đoàn viên thanh niên",
            "ĐVTN",
            "ĐVTV",
            "ĐVCĐ",
            "người",
            "lượt người",
            "người lao động",
            "NLĐ",
            "công nhân",
            "công nhân viên",
            "công nhân lao động",
            "công nhân, viên chức, lao động",
            "CNLĐ",
            "CNVC",
            "CNVCLĐ",
            "CBCNV",
            "CNV",
            "CBCNVC",
            "CBNV",
            "cán bộ",
            "cán bộ công đoàn",
            "cán bộ, đoàn viên",
            "nữ cán bộ",
            "nữ công nhân",
            "nữ CNVCLĐ",
            "nữ đoàn viên",
            "công chức",
            "viên chức",
            "nhân viên",
            "lao động",
            "nữ",
            "phụ nữ",
            "chị",
            "chị em",
            "anh",
            "anh chị em",
            "đồng chí",
            "em",
            "em học sinh",
            "cháu",
            "học sinh",
            "sinh viên",
            "HSSV",
            "con",
            "học viên",
            "giáo viên",
            "giảng viên",
            "nhà giáo",
            "thầy cô",
            "thầy, cô giáo",
            "thầy cô giáo",
            "cô giáo",
            "thầy giáo",
            "bác sĩ",
            "kỹ sư",
            "thợ",
            "thợ giỏi",
            "chiến sĩ",
            "cán bộ, chiến sĩ",
            "CBCS",
            "đồng bào",
            "nghệ sĩ",
            "nghệ nhân",
            "nhà khoa học",
            "nhà báo",
            "phóng viên",
            "tác giả",
            "thí sinh",
            "VĐV",
            "vận động viên",
            "đại biểu",
            "đảng viên",
            "hội viên",
            "thành viên",
            "chủ tịch",
            "chủ tịch công đoàn cơ sở",
            "chủ tịch CĐCS",
            "nông dân",
            "thanh niên",
            "lái xe",
            "tài xế",
            "cựu chiến binh",
            "doanh nhân",
            "gương mặt",
            "nhân vật",
            "thủ khoa",
            "trí thức",
            "nhân sĩ",
            "mẹ",
            "bà mẹ",
            "nạn nhân",
            "tình nguyện viên",
            "an toàn vệ sinh viên",
            "ATVSV",
            "con em",
            "thiếu nhi",
            "bạn",
            "bạn trẻ",
            "người dân",
            "nhân dân",
            "công dân",
            "lãnh đạo",
            "đội trưởng",
            "đội phó",
            "tổ trưởng",
            "tổ phó",
            "nhóm trưởng",
            "trưởng nhóm",
            "xưởng trưởng",
            "quản đốc",
            "CB",
            "nữ CB",
            "CBCC",
            "CBCCVC",
            "CCVC",
            "CCVCLĐ",
            "CNVC-LĐ",
            "cán bộ, công chức",
            "cán bộ công chức",
            "cán bộ, công chức, viên chức",
            "con gái",
            "con trai",
            "ĐV",
            "đoàn viên công đoàn",
            "cầu thủ",
            "đấu thủ",
            "tay vợt",
            "vận động viên nam",
            "nữ sinh",
            "nam sinh",
            "dũng sĩ",
            "cựu chiến binh",
            "người có uy tín",
            "già làng",
            "trưởng bản",
            "trưởng thôn",
            "điều dưỡng",
            "y bác sĩ",
            "y, bác sĩ",
            "công nhân viên chức",
            "nữ CNLĐ",
            "nữ CNVC",
            "LĐ",
            "cặp đôi",
        ),
    )
    | phrases(
        Kind.ENTERPRISE,
        (
            "doanh nghiệp",
            "DN",
            "công ty",
            "Cty",
            "tổng công ty",
            "tập đoàn",
            "hợp tác xã",
            "HTX",
            "ngân hàng",
            "nhà hàng",
        ),
    )
    | phrases(Kind.HOUSEHOLD, ("hộ", "hộ gia đình", "gia đình", "cặp vợ chồng", "gđ"))
    | phrases(
        Kind.WORK,
        (
            "sáng kiến",
            "đề tài",
            "giải pháp",
            "công trình",
            "sản phẩm",
            "tác phẩm",
            "bài thi",
            "bài viết",
            "bài dự thi",
            "tiết mục",
            "ca khúc",
            "mô hình",
            "dự án",
            "ý tưởng",
            "bộ phim",
            "phim",
            "bức ảnh",
            "ảnh",
            "vở diễn",
            "gian hàng",
            "phần thi",
            "đề án",
        ),
    )
    | phrases(
        Kind.UNKNOWN,
        (
            "điển hình",
            "điển hình tiên tiến",
            "gương điển hình",
            "gương điển hình tiên tiến",
            "tấm gương",
            "gương",
            "trường hợp",
            "bông hoa",
            "tấm gương điển hình",
            "gương người tốt việc tốt",
            "gương người tốt, việc tốt",
        ),
    )
)
# Words between a number or a plural mark and the noun, or before a noun that stands for a group.
_FILLERS = words("nữ lượt bạn vị đồng tấm gương")
PLURALS = words("các những nhiều một số toàn thể hàng trăm nghìn ngàn chục vạn mỗi hai nhóm vài")
_JOINTS = frozenset({",", "và", "&", "cùng", "/", "-", "–", "với", "hoặc", "+"})
_BODY_RECIPIENTS = {
    BodyKind.BODY: Kind.COLLECTIVE,
    BodyKind.COMPANY: Kind.ENTERPRISE,
    BodyKind.PERSON: Kind.INDIVIDUAL,
    BodyKind.OFFICE: Kind.INDIVIDUAL,
    BodyKind.PEOPLE: Kind.HOUSEHOLD,
}


def find_counted(
    tokens: Tokens, first: int, stop: int, figures: Mapping[int, tuple[int, Figure]]
) -> list[Group]:
    """Find the groups with a number, in order; a number for two kinds together counts for neither."""
    found: list[Group] = []
    at = first
    while at < stop:
        figure = figures.get(at)
        if figure is None:
            at += 1
            continue
        groups = _counted(tokens, at, figure, stop)
        found.extend(groups)
        at = groups[-1].stop if groups else figure[0]
    return found


def _counted(tokens: Tokens, at: int, figure: tuple[int, Figure], stop: int) -> list[Group]:
    after, record = figure
    if "trong" in tokens.norms[max(at - 3, 0) : at] and "đó" in tokens.norms[max(at - 3, 0) : at]:
        return []
    noun = _noun(tokens, after, stop)
    if noun is None:
        return []
    _, end, kind = noun
    kinds = [(kind, end)]
    while end + 1 < stop and tokens.norms[end] in _JOINTS:
        more = NOUNS.read(tokens.norms, end + 1, stop)
        if more is None or more[1] in [k for k, _ in kinds]:
            break
        if more[1] != Kind.INDIVIDUAL and not tokens.words[end + 1][0].islower():
            break
        end = more[0]
        kinds.append((more[1], end))
    if len(kinds) == 1:
        nxt = NOUNS.read(tokens.norms, end, stop)
        both = {kind, nxt[1]} if nxt else set()
        if both == {Kind.COLLECTIVE, Kind.INDIVIDUAL} and tokens.norms[end : end + 2] == [
            "cá",
            "nhân",
        ]:
            kinds.append((nxt[1], nxt[0]))  # type: ignore[index]
    alone = len(kinds) == 1 and record.modifier != Modifier.INDEFINITE
    count = record.value if alone else None
    return [Group(at, end, kind, count, numbered=True) for kind, end in kinds]


def _noun(tokens: Tokens, at: int, stop: int) -> tuple[int, int, RecipientKind] | None:
    """Read the head noun after a number, over a filler word."""
    for start in (at, at + 1):
        read = NOUNS.read(tokens.norms, start, stop)
        if read is not None:
            return start, read[0], read[1]
        if start >= stop or tokens.norms[start] not in _FILLERS:
            return None
    return None


def read_group(tokens: Tokens, at: int, stop: int) -> Group | None:
    """Read a group without a number that begins at a token: named, or a noun of receivers."""
    body = read_body(tokens, at, stop)
    noun = NOUNS.read(tokens.norms, at, stop)
    if body is not None and (noun is None or body.stop > noun[0]):
        name = tokens.text(body.first, body.stop)
        return Group(at, body.stop, _BODY_RECIPIENTS[body.kind], name=name)
    if noun is not None:
        end, kind = noun
        named = end < stop and is_capital(tokens, end) and not tokens.words[end].isupper()
        if named:
            grown = end
            while grown < stop and (
                is_capital(tokens, grown) or tokens.kinds[grown] == TokenKind.NUMBER
            ):
                grown += 1
            return Group(at, grown, kind, name=tokens.text(at, grown))
        return Group(at, end, kind)
    person: Body | None = read_name(tokens, at, stop)
    if person is not None:
        return Group(at, person.stop, Kind.INDIVIDUAL, name=tokens.text(at, person.stop))
    return None


def read_groups(tokens: Tokens, at: int, stop: int) -> list[Group]:
    """Read groups without a number joined by commas and "và", from a token on."""
    found: list[Group] = []
    while at < stop:
        while at < stop and tokens.norms[at] in PLURALS:
            at += 1
        group = read_group(tokens, at, stop) if at < stop else None
        if group is None:
            break
        found.append(group)
        at = group.stop
        if at < stop and tokens.norms[at] in _JOINTS:
            at += 1
            if at < stop and tokens.norms[at] == "và":
                at += 1
        elif not (
            tokens.norms[group.first : at] == ["tập", "thể"]
            and tokens.norms[at : at + 2] == ["cá", "nhân"]
        ):
            break
    return found


def to_recipients(groups: list[Group]) -> tuple[Recipient, ...]:
    """Make the list of receivers: each counted group for itself, the others once a kind."""
    out: list[Recipient] = []
    for group in groups:
        if group.count is not None:
            out.append(Recipient(kind=group.kind, count=group.count, names=()))
            continue
        known = next(
            (i for i, r in enumerate(out) if r.kind == group.kind and r.count is None), None
        )
        names = (group.name,) if group.name else ()
        if known is None:
            if not any(r.kind == group.kind for r in out) or names:
                out.append(Recipient(kind=group.kind, names=names))
        elif names:
            out[known] = Recipient(kind=group.kind, names=(*out[known].names, *names))
    return tuple(out)
