"""Pages of the years before Unicode: the letters of TCVN3 and VNI fonts become letters."""

import pytest

from scrapers.decode import decode_page
from scrapers.font_letters import TCVN3, VNI, repair_fonts
from scrapers.read import read_page

SENTENCES = (
    "Công đoàn xưởng nung vôi và thợ các lò họp bàn việc chăm lo bữa ăn ca của người lao động.",
    "Theo đó, mỗi tổ được cử một người đến bếp, không ai phải ăn nguội, cũng không phải đợi lâu.",
    "Việc ấy là của công đoàn, song các tổ đều góp sức với bếp, người ít thì vài giờ, người nhiều cả buổi.",
)
TO_TCVN3 = {letter: chr(code) for code, letter in TCVN3.items()}
TO_VNI = {letter: key for key, letter in VNI.items() if key == key.lower()}


def spelled(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(letter, table.get(letter.lower(), letter)) for letter in text)


@pytest.mark.parametrize(("name", "table"), [("TCVN3", TO_TCVN3), ("VNI", TO_VNI)])
@pytest.mark.parametrize("encoding", ["latin-1", "utf-8"])
def test_old_letters_become_unicode(name: str, table: dict[str, str], encoding: str) -> None:
    body = "".join(f"<p>{spelled(text, table)}</p>" for text in SENTENCES)
    page = f"<html><body><h1>Bếp ăn</h1><div>{body}</div></body></html>"
    raw = page.replace("Bếp ăn", "Tin").encode(encoding)
    article = read_page(raw, url="https://cu.example/tin-1999.html", sources=())
    assert [block.text for block in article.blocks] == list(SENTENCES)
    assert any(name in warning for warning in article.warnings)


def test_capitals_of_vni() -> None:
    text = ">COÂNG ÑOAØN vaø thôï caùc loø, ngöôøi laø cuûa coâng ñoaøn, khoâng vôùi Ñaø Naüng<"
    assert repair_fonts(text) == (
        ">CÔNG ĐOÀN và thợ các lò, người là của công đoàn, không với Đà Nẵng<",
        "VNI",
    )


def test_plain_text_is_repaired_too() -> None:
    text = "\n".join(spelled(text, TO_TCVN3) for text in SENTENCES)
    assert repair_fonts(text) == ("\n".join(SENTENCES), "TCVN3")


def test_a_page_in_unicode_keeps_its_foreign_letters() -> None:
    text = "".join(f"<p>{text} Señor Muñoz, 5 µm, El Niño, piñata.</p>" for text in SENTENCES * 4)
    decoded = decode_page(f"<html>{text}</html>".encode())
    assert decoded.text == f"<html>{text}</html>"
    assert decoded.warnings == ()
