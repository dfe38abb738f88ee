"""How Vietnamese personal names are written: a surname and one to four given syllables, each capitalised."""

from extractors.text import spelling
from extractors.tokens import TokenKind, Tokens

# The surnames of nearly all Vietnamese, and those of the larger minorities.
_SURNAMES = (
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đào Đoàn Vương Trịnh Trương Đinh Lâm "
    "Phùng Mai Tô Hà Tạ Lương Châu Cao Thái Quách Từ Lưu La Thạch Kim Đồng Tống Nghiêm Chu Triệu Tôn Doãn Quản "
    "Kiều Đàm Bạch Văn Hứa Khổng Mạc Lại Thân Viên Ông Giáp Cù Vi Lò Quàng Hà Nông Ma Sùng Giàng Thào Vàng Lầu "
    "Hầu Ly Lục Hoàng Mùa Cầm Điêu Tòng Đèo Ksor Rmah Siu Nay Kpă Rahlan Rơ H' Y K' Ka Sơn Danh Lù Tráng Cư Bế "
    "Cồ Ngần Củ Uông Lã Mã Ngụy Nhâm Đới Khiếu Sầm Lường Mông Tào Tần Thiệu Hàn Mạch "
    "Phàn Tiêu Tẩn Lồ Neáng Điểu Chảo Vừ Hạng Cháng Thò Thảo Bá Hờ Xồng Moong Lữ Kha Vang Ngân Quàng Bạc Bàn Thế "
    "Xa Ngọ Bàng Tưởng Tiết Sái Thôi Trác Lô Cụt Xeo Viêng Pịt Chẩu Chíu Chìu Lèo Mè Pờ Lự Lỳ Thền Tếnh Vày Sằn Chướng Hỏa Sín Giáng Ríah Zơrâm Alăng "
    "Ninh Phí Khuất Khúc Nhữ Tăng Âu Diệp Du Đường Quang Thiều Trà Vòng Chử Lộc Ứng Chương Kha Khương Mẫn Cung"
)
SURNAMES = frozenset(spelling(name) for name in _SURNAMES.split())
# Sure ones: as the first of two or three capitalised syllables they begin a person's name more often than not.
COMMON = frozenset(
    spelling(name)
    for name in (
        *("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Ngô"),
        *("Dương", "Lý", "Đào", "Đoàn", "Vương", "Trịnh", "Trương", "Đinh", "Phùng", "Tạ", "Lương"),
        *("Quách", "Lưu", "Nghiêm", "Chu", "Doãn", "Đàm", "Hứa", "Khổng", "Hoàng", "Hồ", "Tống"),
    )
)
# Those and more that begin a name of two syllables where a giver, a receiver or an officer is looked for.
FREQUENT = COMMON | frozenset(
    spelling(name)
    for name in (
        *(
            "Mai",
            "Tô",
            "Hà",
            "Cao",
            "Lâm",
            "Châu",
            "Thái",
            "Thân",
            "La",
            "Kiều",
            "Lại",
            "Từ",
            "Văn",
        ),
        *("Triệu", "Bế", "Nông", "Vi", "Hầu", "Giàng", "Lò", "Lường", "Điểu"),
    )
)
MIDDLE = frozenset(
    spelling(name) for name in ("Thị", "Văn", "Hữu", "Đức", "Xuân", "Ngọc", "Thanh", "Minh")
)
# Second syllables behind a rarer surname: "Khổng Văn Tẻo", "Lò Hải Mẩy".
SECOND = MIDDLE | frozenset(
    spelling(name)
    for name in (
        *("Công", "Quang", "Đình", "Bá", "Huy", "Quốc", "Thu", "Hoàng", "Tiến", "Duy", "Trọng"),
        *("Ích", "Chí", "Thế", "Như", "Bích", "Tuấn", "Phương", "Diệu", "Gia", "Hải", "Hồng"),
        *("Khắc", "Khánh", "Mạnh", "Nhật", "Phúc", "Phước", "Sỹ", "Tấn", "Thành", "Thái", "Thiện"),
        *("Thúy", "Thùy", "Tường", "Viết", "Việt", "Vĩnh", "Anh", "Bảo", "Cẩm", "Hoài"),
    )
)
# Surnames that are also words a capitalised phrase may begin with: two syllables are too few for them.
AMBIGUOUS = frozenset(spelling(name) for name in ("Đoàn", "Vương", "Hồ", "Dương", "Chu", "Lý"))
MAX_SYLLABLES = 5
# What stands before the apostrophe in names of the Central Highlands: "K'Brọ", "H'Hen".
CLAN_LETTERS = frozenset(("K", "H", "Y"))


def name_stop(tokens: Tokens, first: int, limit: int) -> int:
    """Give one past the last syllable of the capitalised run at a token, five at most; `first` where there is none."""
    stop, syllables = first, 0
    while stop < limit and syllables < MAX_SYLLABLES and _is_syllable(tokens, stop):
        stop, syllables = stop + 1, syllables + 1
        if stop + 1 < limit and _is_joint(tokens, stop):
            # "Chen Mei-ling", "K'Brọ"
            stop += 2
    return stop


def _is_joint(tokens: Tokens, index: int) -> bool:
    """Say whether a sign joins two parts of one syllable group: a hyphen before a small letter, an apostrophe."""
    word, following = tokens.words[index], tokens.words[index + 1]
    if not (tokens.glued(index) and tokens.glued(index + 1)):
        return False
    if word == "-":
        return following.islower() and tokens.words[index - 1].isascii() and following.isascii()
    initial = tokens.words[index - 1] in CLAN_LETTERS
    return word in "'’" and initial and following[0].isupper()


def person_at(tokens: Tokens, first: int, limit: int, *, introduced: bool) -> int:
    """Give one past the last token of the personal name at a token; `first` where none begins there.

    `introduced`: a form of address or an office stands before it; then any capitalised run of two to five will do, or
    a single given name. Otherwise a common surname and two to four further syllables are asked for.
    """
    stop = name_stop(tokens, first, limit)
    count = stop - first
    surname = tokens.norms[first] if count else ""
    if introduced:
        return stop if count >= 2 or (count == 1 and len(tokens.words[first]) > 1) else first
    if count > 1 and tokens.words[first] in CLAN_LETTERS and tokens.words[first + 1] in "'’":
        return stop
    sure = surname in COMMON and (
        count >= 3
        or (count == 2 and surname not in AMBIGUOUS and tokens.norms[first + 1] not in MIDDLE)
    )
    middle = surname in SURNAMES and count >= 3 and tokens.norms[first + 1] in MIDDLE
    return stop if sure or middle else first


def _is_syllable(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    titled = word[0].isupper() and (word[1:].islower() or len(word) == 1 or word.isupper())
    return tokens.kinds[index] == TokenKind.WORD and titled and len(word) <= 7
