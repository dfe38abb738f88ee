"""Nouns that count the same kind of thing, so that what one of them counts may have parts that another counts."""

from extractors.records import Figure
from extractors.text import spelling

# Nouns that count the same kind of thing: what has the one may have parts in the other.
ALIKE = (
    (
        *(
            "người",
            "đoàn viên",
            "công nhân",
            "lao động",
            "nữ",
            "chị",
            "anh",
            "cá nhân",
            "em",
            "cháu",
        ),
        *(
            "trường hợp",
            "đồng chí",
            "học viên",
            "thí sinh",
            "nhà giáo",
            "cán bộ",
            "gương mặt",
            "ca",
        ),
        *(
            "học sinh",
            "học trò",
            "kỹ sư",
            "thợ",
            "người lao động",
            "chị em",
            "hộ",
            "gia đình",
            "đứa",
        ),
        *("thành viên", "chuyên gia"),
        *("công nhân lao động", "nữ đoàn viên", "nữ công nhân", "đại biểu", "vận động viên"),
    ),
    ("cđcs", "công đoàn", "công đoàn cơ sở", "đơn vị", "nghiệp đoàn", "công đoàn bộ phận"),
    ("nhà", "căn", "căn nhà", "mái ấm", "mái ấm công đoàn", "gia đình", "ngôi nhà", "hộ"),
    ("doanh nghiệp", "đơn vị", "công ty"),
    ("sáng kiến", "đề tài", "giải pháp"),
)
# "Trong 430 hồ sơ có 11 trường hợp": cases of whatever was counted.
_ANY_CASE = spelling("trường hợp")
_CLASSES: dict[str, set[int]] = {}
for _number, _nouns in enumerate(ALIKE):
    for _noun in _nouns:
        _CLASSES.setdefault(spelling(_noun), set()).add(_number)


def alike(whole: Figure, part: Figure) -> bool:
    """Say whether two counts count the same kind of thing, or the part's noun is left out."""
    a, b = spelling(whole.unit or ""), spelling(part.unit or "")
    if not a or not b or a == b or a in b or b in a:
        return True
    if a.split()[-1] == b.split()[-1] or b == _ANY_CASE:
        return True
    return bool(_classes(a) & _classes(b))


def _classes(noun: str) -> set[int]:
    words = noun.split()
    found: set[int] = set()
    for width in range(len(words), 0, -1):
        found |= _CLASSES.get(" ".join(words[:width]), set())
    return found
