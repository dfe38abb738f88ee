"""Make another article out of a written one: other people, firms, days and figures, the same grammar.

Nothing here knows what an extractor looks for; the new text is only meant to be plausible and to differ.
"""

import random
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

WORD = r"[A-ZÀ-ỸĐ][a-zà-ỹđ]+"
FAMILY = (
    "Âu", "Bạch", "Bàn", "Bế", "Cao", "Cấn", "Cầm", "Chu", "Cù", "Dương", "Đàm", "Đào", "Đèo",
    "Điểu", "Đinh", "Đoàn", "Giàng", "Hà", "Hoàng", "Hồ", "Huỳnh", "Kiều", "Kim", "Khổng", "Lâm",
    "Lò", "Lù", "Lục", "Lương", "Lưu", "Ma", "Mạc", "Mai", "Mẫn", "Nghiêm", "Ngô", "Nguyễn",
    "Ninh", "Nông", "Phan", "Phàn", "Phùng", "Quách", "Sầm", "Siu", "Tạ", "Tăng", "Thạch", "Thái",
    "Tô", "Tống", "Trần", "Triệu", "Trịnh", "Ưng", "Vi", "Vũ", "Vương",
)  # fmt: skip
MIDDLE = (
    "Thị", "Văn", "Đình", "Hữu", "Thu", "Minh", "Ngọc", "Quang", "Bảo", "Thanh", "Khánh", "Gia",
    "Thế", "Mộc", "Hải", "Kim", "Anh", "Đức", "Diệu", "Xuân",
)  # fmt: skip
GIVEN = (
    "An", "Bình", "Chi", "Cường", "Dung", "Duyên", "Đạt", "Giang", "Hà", "Hạnh", "Hiếu", "Hoa",
    "Hưng", "Khoa", "Lan", "Linh", "Long", "Mai", "Nam", "Ngân", "Nhung", "Oanh", "Phúc", "Quyên",
    "Sơn", "Tâm", "Thảo", "Thắng", "Tiến", "Trang", "Tuấn", "Uyên", "Vân", "Việt", "Yến",
)  # fmt: skip
PLACES = (
    "An", "Bắc", "Bình", "Cẩm", "Đại", "Đông", "Gia", "Hạ", "Hòa", "Hồng", "Kim", "Lạc", "Long",
    "Minh", "Nam", "Ngọc", "Phú", "Phước", "Quảng", "Sơn", "Tân", "Tây", "Thanh", "Thượng",
    "Trung", "Vạn", "Vĩnh", "Xuân", "Yên",
)  # fmt: skip
FIRM = re.compile(rf"(?P<head>Công ty (?:TNHH |CP |Cổ phần )?)(?P<name>{WORD}(?: {WORD}){{1,4}})")
PROVINCE_END = "Nội|Nam|Tĩnh|Giang|Bình|Nguyên|Bằng|Đồng|Đình|Dương|Phòng"
"""Second halves of provinces that begin like a family name: "Hà Nội", "Thái Nguyên"."""
PERSON = re.compile(
    rf"\b(?:{'|'.join(FAMILY)}) (?!(?:{PROVINCE_END})\b(?! [A-ZÀ-Ỹ])){WORD}(?: {WORD}){{0,2}}\b"
)
DAY = re.compile(
    r"(?<![\d.,/-])(?P<day>0?[1-9]|[12]\d|3[01])(?P<mark>[/.-])(?P<month>0?[1-9]|1[0-2])"
    r"(?:(?P=mark)(?P<year>20\d\d))?(?![\d%/]|[.,-]\d)"
)
YEAR = re.compile(r"(?<=năm )20\d\d\b")
NUMBER = re.compile(r"(?<![\w.,/:+-])(?:[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{1,3})(?![\w/:]|[.,-]\d)")
KEEPS = re.compile(r"(?:số|lần|thứ|lần thứ|Km|kỷ niệm|năm|tháng|ngày|Điều|lớp) $")
"""What stands before a number that is no quantity."""


@dataclass(slots=True)
class Variation:
    """One way to change all texts of one article, the same name always into the same."""

    seed: int
    """Seed of all choices."""
    written: date
    """Day of the written article; days without a year lie in its year."""
    days: int
    """How far days move."""
    names: dict[str, str] = field(default_factory=dict)
    """Names met so far and what they became."""

    def __call__(self, text: str) -> str:
        """Change one text."""
        text = FIRM.sub(lambda m: m["head"] + self._renamed(m["name"], self._firm), text)
        text = PERSON.sub(lambda m: self._renamed(m[0], self._person), text)
        days = DAY.sub(self._day, text)
        years = YEAR.sub(lambda m: str(int(m[0]) + round(self.days / 365)), days)
        return NUMBER.sub(self._number, years)

    def _renamed(self, name: str, make: Callable[[random.Random], str]) -> str:
        if name not in self.names:
            self.names[name] = make(random.Random(f"{self.seed} {name}"))
        return self.names[name]

    def _person(self, rng: random.Random) -> str:
        return f"{rng.choice(FAMILY)} {rng.choice(MIDDLE)} {rng.choice(GIVEN)}"

    def _firm(self, rng: random.Random) -> str:
        return f"{rng.choice(PLACES)} {rng.choice(PLACES)} {rng.choice(GIVEN)}"

    def _day(self, match: re.Match[str]) -> str:
        """Move a day; what only looks like one, such as a share or a score, stays."""
        try:
            year = int(match["year"] or self.written.year)
            moved = date(year, int(match["month"]), int(match["day"])) + timedelta(days=self.days)
        except ValueError:
            return match[0]
        before = match.string[max(0, match.start() - 6) : match.start()].lower()
        if not (match["year"] or before.endswith(("ngày ", "sáng ", "chiều ", "tối ", "đến "))):
            return match[0]
        year_part = f"{match['mark']}{moved.year}" if match["year"] else ""
        return f"{moved.day}{match['mark']}{moved.month}{year_part}"

    def _number(self, match: re.Match[str]) -> str:
        """Change a quantity by up to a third, in the same notation."""
        if KEEPS.search(match.string[max(0, match.start() - 9) : match.start()]):
            return match[0]
        value = int(match[0].replace(".", ""))
        rng = random.Random(f"{self.seed} {value}")
        changed = max(10, value + rng.randint(-value // 3, value // 3))
        return f"{changed:,}".replace(",", ".") if "." in match[0] else str(changed)


def place_name(seed: int) -> str:
    """Give the invented name of a commune."""
    rng = random.Random(seed)
    return f"{rng.choice(PLACES)} {rng.choice(PLACES)}"
