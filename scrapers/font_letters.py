"""Text of the years before Unicode: letters that only the fonts of TCVN3 (ABC) and VNI made Vietnamese.

Such a page says that it is Latin-1 or UTF-8 and holds "c«ng ®oµn" or "coâng ñoaøn". Tables: TCVN 5712:1993
(its third part) and the VNI-Windows layout.
"""

import re
from collections.abc import Callable, Mapping

FEWEST = 5
"""So many of the commonest words tell the encoding of a page."""
SAMPLE = 60_000
TONED = [
    "à",
    "B5",
    "ả",
    "B6",
    "ã",
    "B7",
    "á",
    "B8",
    "ạ",
    "B9",
    "ằ",
    "BB",
    "ẳ",
    "BC",
    "ẵ",
    "BD",
    "ắ",
    "BE",
    "ặ",
    "C6",
    "ầ",
    "C7",
    "ẩ",
    "C8",
    "ẫ",
    "C9",
    "ấ",
    "CA",
    "ậ",
    "CB",
    "è",
    "CC",
    "ẻ",
    "CE",
    "ẽ",
    "CF",
    "é",
    "D0",
    "ẹ",
    "D1",
    "ề",
    "D2",
    "ể",
    "D3",
    "ễ",
    "D4",
    "ế",
    "D5",
    "ệ",
    "D6",
    "ì",
    "D7",
    "ỉ",
    "D8",
    "ĩ",
    "DC",
    "í",
    "DD",
    "ị",
    "DE",
    "ò",
    "DF",
    "ỏ",
    "E1",
    "õ",
    "E2",
    "ó",
    "E3",
    "ọ",
    "E4",
    "ồ",
    "E5",
    "ổ",
    "E6",
    "ỗ",
    "E7",
    "ố",
    "E8",
    "ộ",
    "E9",
    "ờ",
    "EA",
    "ở",
    "EB",
    "ỡ",
    "EC",
    "ớ",
    "ED",
    "ợ",
    "EE",
    "ù",
    "EF",
    "ủ",
    "F1",
    "ũ",
    "F2",
    "ú",
    "F3",
    "ụ",
    "F4",
    "ừ",
    "F5",
    "ử",
    "F6",
    "ữ",
    "F7",
    "ứ",
    "F8",
    "ự",
    "F9",
    "ỳ",
    "FA",
    "ỷ",
    "FB",
    "ỹ",
    "FC",
    "ý",
    "FD",
    "ỵ",
    "FE",
    "ă",
    "A8",
    "â",
    "A9",
    "ê",
    "AA",
    "ô",
    "AB",
    "ơ",
    "AC",
    "ư",
    "AD",
    "đ",
    "AE",
    "Ă",
    "A1",
    "Â",
    "A2",
    "Ê",
    "A3",
    "Ô",
    "A4",
    "Ơ",
    "A5",
    "Ư",
    "A6",
    "Đ",
    "A7",
]
TCVN3 = {int(code, 16): letter for letter, code in zip(TONED[::2], TONED[1::2], strict=True)}
BENT = (("a", "øùûõï", "àáảãạ"), ("a", "âàáåãä", "âầấẩẫậ"), ("a", "êèéúüë", "ăằắẳẵặ"), ("e", "øùûõï", "èéẻẽẹ"),
        ("e", "âàáåãä", "êềếểễệ"), ("o", "øùûõï", "òóỏõọ"), ("o", "âàáåãä", "ôồốổỗộ"), ("ô", "øùûõï", "ờớởỡợ"),
        ("u", "øùûõï", "ùúủũụ"), ("ö", "øùûõï", "ừứửữự"), ("y", "øùûõ", "ỳýỷỹ"))  # fmt: skip
SINGLE = dict(zip("ôöñæóòî", "ơưđỉĩịỵ", strict=True))


def _vni() -> dict[str, str]:
    table = dict(SINGLE)
    for base, marks, letters in BENT:
        table.update({base + mark: letter for mark, letter in zip(marks, letters, strict=True)})
    upper = {key.upper(): letter.upper() for key, letter in table.items()}
    mixed = {key[0].upper() + key[1:]: letter.upper() for key, letter in table.items()}
    return {**table, **mixed, **upper}


VNI: Mapping[str, str] = _vni()
VNI_LETTER = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)))
TCVN3_WORD = re.compile(
    r"(?<!\w)(?:vµ|cña|lµ|c\xb8c|kh«ng|c«ng|®oµn|®\xad\u00eec|ng\xad\u00eai|®Õn|®Ó|víi)(?!\w)"
)
VNI_WORD = re.compile(
    r"(?<!\w)(?:vaø|cuûa|laø|caùc|khoâng|coâng|ñoaøn|ñöôïc|ngöôøi|ñeán|ñeå|vôùi)(?!\w)"
)
TEXT_RUN = re.compile(r">[^<>]+<")
LINE_RUN = re.compile(r"[^\n]+")
UNICODE = re.compile("[\u1ea0-\u1ef9]")
MOST_UNICODE = 20
"""A page with more letters of Unicode's Vietnamese is only in parts of the old kind."""


def repair_fonts(text: str) -> tuple[str, str | None]:
    """Give the text in Unicode, and the name of the old encoding; None where it was none."""
    sample = text[:SAMPLE]
    for name, word, repair in (("TCVN3", TCVN3_WORD, _from_tcvn3), ("VNI", VNI_WORD, _from_vni)):
        if len(word.findall(sample)) >= FEWEST:
            return _repaired(text, word, repair), name
    return text, None


def _repaired(text: str, word: re.Pattern[str], repair: Callable[[str], str]) -> str:
    """Repair all texts between tags, or all lines of plain text; on a mixed page those alone that hold a word of the old kind."""
    mixed = len(UNICODE.findall(text)) > MOST_UNICODE

    def one(match: re.Match[str]) -> str:
        run = match.group()
        if UNICODE.search(run) or (mixed and not word.search(run)):
            return run
        return repair(run)

    return (TEXT_RUN if "<" in text else LINE_RUN).sub(one, text)


def _from_tcvn3(text: str) -> str:
    return text.translate(TCVN3)


def _from_vni(text: str) -> str:
    return VNI_LETTER.sub(lambda match: VNI[match.group()], text)
