"""Bytes to text: every encoding that old Vietnamese pages come in, and what is refused."""

import unicodedata

import pytest

from scrapers.decode import MAX_BYTES, decode_page
from scrapers.errors import UnreadablePageError

TEXT = "Công đoàn Cảng Sa Vĩ tặng 45 suất quà cho đoàn viên nghèo, trị giá mỗi suất 500.000 đồng. "
TONES = {"́": 0xEC, "̀": 0xCC, "̃": 0xDE, "̉": 0xD2, "̣": 0xF2}


def windows_1258(text: str) -> bytes:
    """Write as a Windows editor of the time did: base letter, then the tone."""
    out = bytearray()
    for character in unicodedata.normalize("NFC", text):
        letters = unicodedata.normalize("NFD", character)
        tone = next((mark for mark in letters if mark in TONES), "")
        base = unicodedata.normalize("NFC", "".join(mark for mark in letters if mark != tone))
        out += base.encode("cp1258")
        out += bytes([TONES[tone]]) if tone else b""
    return bytes(out)


def page(text: str, declared: str) -> str:
    return f'<html><head><meta charset="{declared}"></head><body><p>{text}</p></body></html>'


@pytest.mark.parametrize(
    ("body", "encoding", "warned"),
    [
        pytest.param(page(TEXT, "utf-8").encode(), "utf-8", "", id="utf-8"),
        pytest.param("\ufeff".encode() + page(TEXT, "x").encode(), "utf-8", "", id="a-bom-wins"),
        pytest.param(page(TEXT, "utf-16").encode("utf-16"), "utf-16", "", id="utf-16-with-bom"),
        pytest.param(
            page(TEXT, "iso-8859-1").encode(),
            "utf-8",
            "but is UTF-8",
            id="wrongly-declared-latin-1",
        ),
        pytest.param(
            windows_1258(page(TEXT, "windows-1258")), "cp1258", "windows-1258", id="windows-1258"
        ),
        pytest.param(
            windows_1258(page(TEXT, "utf-8")),
            "cp1258",
            "declares utf-8",
            id="windows-1258-undeclared",
        ),
        pytest.param(
            page(TEXT * 9, "utf-8").encode().decode("latin-1").encode(),
            "utf-8",
            "double-encoded",
            id="read-as-latin-1-and-encoded-again",
        ),
    ],
)
def test_decode_page(body: bytes, encoding: str, warned: str) -> None:
    decoded = decode_page(body)
    assert TEXT.strip() in unicodedata.normalize("NFC", decoded.text)
    assert decoded.encoding == encoding
    assert warned in " ".join(decoded.warnings)
    assert bool(warned) == bool(decoded.warnings)


def test_the_header_tells_what_the_page_does_not() -> None:
    body = windows_1258(f"<p>{TEXT}</p>")
    assert decode_page(body, content_type="text/html; charset=windows-1258").encoding == "cp1258"


def test_a_charset_declared_behind_long_scripts_is_found() -> None:
    late = (
        f'<script>{"x" * 90_000}</script><meta charset="windows-1252"><p>caf\u00e9 na\u00efve</p>'
    )
    assert "caf\u00e9" in decode_page(late.encode("cp1252")).text


def test_one_bad_byte_costs_one_character() -> None:
    body = page(TEXT * 3, "utf-8").encode().replace(b"Sa V", b"Sa\xff V", 1)
    decoded = decode_page(body)
    assert decoded.text.count("\ufffd") == 1
    assert decoded.warnings == ("1 bad byte in UTF-8 text, replaced by U+FFFD",)


def test_nul_characters_go() -> None:
    decoded = decode_page(page("Công\x00 đoàn", "utf-8").encode())
    assert "Công đoàn" in decoded.text
    assert decoded.warnings == ("NUL characters were removed",)


def test_clean_text_with_foreign_letters_is_left_alone() -> None:
    text = page("Giải thưởng mang tên São Tomé, Ångström và Çelik – “Ânã”", "utf-8")
    assert decode_page(text.encode()).text == text


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b" \n\t ", "empty", id="white-space"),
        pytest.param(b"%PDF-1.7 ...", "a PDF", id="pdf"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "a PNG picture", id="png"),
        pytest.param(b"PK\x03\x04" + bytes(50), "ZIP", id="office-document"),
        pytest.param(bytes(range(32)) * 60, "binary", id="control-bytes"),
        pytest.param(b"a" * (MAX_BYTES + 1), "more than", id="too-long"),
    ],
)
def test_what_is_no_page_is_refused_by_name(body: bytes, reason: str) -> None:
    with pytest.raises(UnreadablePageError, match=reason) as caught:
        decode_page(body, name="tin.html")
    assert str(caught.value).startswith("tin.html: ")
