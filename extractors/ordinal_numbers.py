"""Numbers that order or end a name: ordinals, addresses, numbered bodies; none of them is a figure."""

from extractors.calendar_numbers import EACH, Owned
from extractors.counted_nouns import AMBIGUOUS, NO_NOUN
from extractors.date_shapes import norm, plain
from extractors.marked_numbers import NOT_NUMBERED
from extractors.records import DigitOwner, FigureKind
from extractors.text import spelled, spelled_pairs
from extractors.tokens import TokenKind, Tokens
from extractors.units import Unit

# After one of these a small number is an ordinal whatever follows.
NEVER_ORDINAL_BEFORE = frozenset(("%", "triệu", "tỉ", "nghìn", "ngàn", "đồng"))
ALWAYS_ORDINALS = spelled("thứ hạng khóa tốp top")
ORDINALS = spelled("đợt vòng bậc chương tiết bước hình phiên version")
# Ordinals only where no counted noun follows: "khối 12", but "khối 500 công nhân".
SMALL_ORDINALS = spelled("loại nhóm khối vùng cấp bài lớp câu bảng tập mùa kì")
ORDINAL_PAIRS = spelled_pairs(
    "giai đoạn,đại hội,hội nghị,nhiệm kỳ,chuyên đề,phụ lục,học kỳ,kỳ họp,vị trí,tuần lễ,phiên bản,cụm thi,khối thi,thế hệ,phân khu,"
    "biển số,khu phố,quốc lộ,tỉnh lộ,huyện lộ,hương lộ,đường tỉnh,dân phố,số nhà,khu vực,cây số,sea games,army games,asian games,asian cup,"
    "world cup,đội tàu,học sinh lớp"
)
# Bodies that are named by a number, whatever follows it.
NUMBERED_BODIES = spelled_pairs(
    "quân khu,binh đoàn,quân đoàn,sư đoàn,trung đoàn,lữ đoàn,tiểu đoàn,đại đội,hải đội,hải đoàn,biên đội,trung đội,nhà giàn,"
    "giàn khoan,chỉ đạo,quân y,quân chủng,lữ tàu,phi đội,xí nghiệp,phân xưởng,xưởng may,may 10,cảng vụ"
)
ADDRESSES = spelled(
    "quận phường phố đường ngõ ngách hẻm kiệt lô km xóm thôn ấp khóm tầng phòng khu tổ đội ca căn nhà q p cầu cảng bến kho trạm cột mốc xã bản tiểu_khu chuyền xí"
)
INSTITUTIONS = spelled_pairs(
    "công ty,xí nghiệp,nhà máy,bệnh viện,tổng công,chi nhánh,công trường,trường học,trường thpt,trường thcs,trung tâm,công trình,"
    "tiểu học,mầm non,mẫu giáo,trung học,phổ thông,viễn thông,điện lực,thủy điện,nhiệt điện,xây dựng,may mặc,công đoàn,lắp máy,sông đà,hợp tác,"
    "cổ phần,thành viên,kinh tế,kỹ thuật"
)
BODY_HEADS = spelled(
    "đội tổ xí công nhà phân trạm đoạn hạt cụm khối trường bệnh trung chi cảng khoa phòng đồn ga mỏ tổng khu"
)


def find_ordinal(
    tokens: Tokens, at: int, *, unit: Unit | None, cued: DigitOwner | None = None
) -> Owned | None:
    """Find an ordinal, an address or a number at the end of a name; `unit` is the sure unit after it."""
    value = plain(tokens, at)
    if value is None or value > 9999 or at == 0 or norm(tokens, at + 1) in NEVER_ORDINAL_BEFORE:
        return None
    left, before = norm(tokens, at - 1), norm(tokens, at - 2)
    if left == "số" and before not in NOT_NUMBERED:
        owner = DigitOwner.ADDRESS if before == "nhà" else DigitOwner.ORDINAL
        return Owned(at + 1, owner, "ordinal.number")
    if (
        (before, left) in INSTITUTIONS
        and tokens.words[at + 1 : at + 2]
        and tokens.words[at + 1].istitle()
    ):
        return Owned(at + 1, DigitOwner.NAME, "name.school")
    if (before, left) in NUMBERED_BODIES:
        return Owned(at + 1, DigitOwner.NAME, "name.numbered_body")
    distributed = before in EACH or norm(tokens, at - 3) in EACH
    if unit is not None and _goes_on(tokens, at, unit):
        unit = None
    counted = unit is not None
    weak = counted and (value > 20 or distributed or _lasts(tokens, unit))
    if left == "vòng" and before == "trong":
        return None
    if left in ALWAYS_ORDINALS and not (weak and left == "khóa"):
        return Owned(at + 1, DigitOwner.ORDINAL, "ordinal.word")
    if (left in ORDINALS or (before, left) in ORDINAL_PAIRS) and not weak:
        return Owned(at + 1, DigitOwner.ORDINAL, "ordinal.word")
    if left in ("quận", "phường", "q", "p") and not weak and value <= 30:
        return Owned(at + 1, DigitOwner.ADDRESS, "address.district")
    if counted:
        return None
    return _uncounted(tokens, at, cued)


def _goes_on(tokens: Tokens, at: int, unit: Unit) -> bool:
    """Say whether the noun after a name's number is the sentence's verb: "Công ty May 10 tổ chức …"."""
    if tuple(tokens.norms[unit.first : unit.first + 2]) not in AMBIGUOUS or at < 2:
        return False
    return tokens.words[at - 1][0].isupper() and tokens.kinds[at - 2] == TokenKind.WORD


def _lasts(tokens: Tokens, unit: Unit | None) -> bool:
    """Say whether the unit is no counted noun and does not begin a date: "4 năm liền", not "2 năm 2024"."""
    if unit is None or unit.kind is FigureKind.COUNT:
        return False
    return plain(tokens, unit.stop) is None


def _uncounted(tokens: Tokens, at: int, cued: DigitOwner | None) -> Owned | None:
    """Find what a number without a unit orders or names."""
    left = norm(tokens, at - 1)
    pair = norm(tokens, at - 2), left
    if left in SMALL_ORDINALS:
        return Owned(at + 1, DigitOwner.ORDINAL, "ordinal.word")
    if left in ADDRESSES or pair in ORDINAL_PAIRS:
        return Owned(at + 1, DigitOwner.ADDRESS, "address.word")
    if cued is DigitOwner.ORDINAL:
        return Owned(at + 1, DigitOwner.ORDINAL, "ordinal.list")
    if _names_body(tokens, at):
        return Owned(at + 1, DigitOwner.NAME, "name.body")
    if pair in INSTITUTIONS or pair == ("lao", "động"):
        return Owned(at + 1, DigitOwner.NAME, "name.body")
    return _after_name(tokens, at)


def _names_body(tokens: Tokens, at: int) -> bool:
    """Say whether a small number ends the name of a team or plant: "Đội thi công 7", "Xí nghiệp Xây lắp 5"."""
    value = plain(tokens, at)
    if value is None or value > 99:
        return False
    for index in range(at - 1, max(at - 9, -1), -1):
        word = tokens.words[index]
        if tokens.kinds[index] != TokenKind.WORD or tokens.norms[index] in NO_NOUN:
            return False
        if word[0].isupper() and tokens.norms[index] in BODY_HEADS and index < at - 1:
            return True
    return False


def _after_name(tokens: Tokens, at: int) -> Owned | None:
    """Find a number that ends a proper name or begins an address: "Công ty May 10", "tại 65 Quán Sứ"."""
    left = tokens.words[at - 1]
    starts = at == 1 or tokens.kinds[at - 2] == TokenKind.BREAK or tokens.words[at - 2] in ".!?:"
    named = tokens.kinds[at - 1] == TokenKind.WORD and left[0].isupper()
    # In a headline in capitals "CHO 50 LĐXS" is no name.
    named = named and tokens.norms[at - 1] not in NO_NOUN
    if named and (not starts or left.isupper()):
        return Owned(at + 1, DigitOwner.NAME, "name.capital")
    capitals = [word for word in tokens.words[at + 1 : at + 3] if word[0].isupper()]
    if len(capitals) == 2 and tokens.norms[at - 1] in ("tại", "ở", "chỉ", "số", ":", "đường", "("):
        return Owned(at + 1, DigitOwner.ADDRESS, "address.street")
    return None
