"""Bytes of a page to text: the encoding is found, repaired where it was damaged, and said."""

import codecs
import re
from dataclasses import dataclass

from w3lib.encoding import html_body_declared_encoding, http_content_type_encoding

from scrapers.errors import UnreadablePageError
from scrapers.font_letters import repair_fonts

MAX_BYTES = 4_000_000
"""Eight times the largest page of a paper that was seen."""
BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
MAGIC = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a ZIP archive or Office document"),
    (b"\x1f\x8b", "gzip data"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"RIFF", "audio, video or a WebP picture"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"\x7fELF", "a program"),
)
CONTROL = bytes({*range(9), *range(14, 27), *range(28, 32)})
TONES_1258 = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
TONED_1258 = re.compile("[AEIOUYaeiouyĂăÂâÊêÔôƠơƯư][\u0300\u0301\u0303\u0309\u0323]")
MOJIBAKE = re.compile(
    "(?:[ÃÄÅÆ][\u0080-\u00bf\u0152-\u2122]|[áâ][º»€][\u0080-\u00bf\u0152-\u2122])"
)
NOT_ASCII = re.compile("[^\x00-\x7f]+")
FROM_1252 = {
    ord(bytes([code]).decode("cp1252", "ignore") or chr(code)): code for code in range(0x80, 0xA0)
}
"""Letters and signs that windows-1252 has where latin-1 has control codes."""
DOUBLED = (b"\xc3\xa1\xc2", b"\xc3\x83\xc2", b"\xc3\x84\xe2")
"""The bytes of twice encoded "ạ" to "ỹ", "à" to "ý" and "đ": looked for first, since it costs little."""
FONT_MARKS = (b"\xc2\xb5", b"\xc3\xb1")
"""The bytes of "µ" and "ñ", which stand for "à" and "đ" in TCVN3 and VNI: looked for first."""
HEAD = 60_000
FEWEST_DOUBLED = 5
BYTE_RUN = re.compile(
    "[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u2122]+"
)
SMALL_ERRORS = 20
SAMPLE = 65_536


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """The text of a page and how it was come by."""

    text: str
    """The page, without a byte order mark and without NUL. Its texts are brought to NFC where they are read."""
    data: bytes
    """The same in UTF-8."""
    encoding: str
    """The encoding it was read in."""
    warnings: tuple[str, ...] = ()
    """What was wrong with the bytes and was put right."""


def decode_page(body: bytes, *, content_type: str | None = None, name: str = "page") -> Decoded:
    """Decode a page; `name` stands in errors. Raises `UnreadablePageError` on empty or binary input."""
    _refuse_unreadable(body, name)
    warnings: list[str] = []
    text, encoding = _decode(body, content_type, warnings)
    read = text
    if b"\x00" in body and "\x00" in text:
        warnings.append("NUL characters were removed")
        text = text.replace("\x00", "")
    if encoding != "utf-8" or _may_be_doubled(body):
        text = _repair_double_encoding(text, warnings)
    if encoding != "utf-8" or any(
        body.count(mark, 0, HEAD) >= FEWEST_DOUBLED for mark in FONT_MARKS
    ):
        text, font = repair_fonts(text)
        if font:
            warnings.append(f"the text was in the letters of {font} fonts and was put into Unicode")
    if not text.strip():
        raise UnreadablePageError(f"{name}: the file holds white space only; save the page again")
    clean = (
        encoding == "utf-8"
        and text is read
        and not warnings
        and not body.startswith(codecs.BOM_UTF8)
    )
    data = body if clean else text.encode("utf-8", "replace")
    return Decoded(text=text, data=data, encoding=encoding, warnings=tuple(warnings))


def _refuse_unreadable(body: bytes, name: str) -> None:
    if not body.strip():
        raise UnreadablePageError(f"{name}: the file is empty; save or fetch the page again")
    if len(body) > MAX_BYTES:
        raise UnreadablePageError(
            f"{name}: {len(body):,} bytes, more than the {MAX_BYTES:,} that a page may have;"
            " if it is a page of news, cut out what is not the article"
        )
    for magic, what in MAGIC:
        if body.startswith(magic):
            raise UnreadablePageError(
                f"{name}: this is {what}, not a page; give HTML or plain text"
            )
    if any(body.startswith(bom) for bom, _ in BOMS):
        return
    sample = body[:SAMPLE]
    if len(sample) - len(sample.translate(None, CONTROL)) > len(sample) // 20:
        raise UnreadablePageError(f"{name}: binary data, not a page; give HTML or plain text")


def _decode(body: bytes, content_type: str | None, warnings: list[str]) -> tuple[str, str]:
    for bom, encoding in BOMS:
        if body.startswith(bom):
            return body.decode(encoding, "replace").removeprefix("\ufeff"), encoding
    declared = _declared_encoding(body, content_type)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_legacy(body, declared, warnings)
    if declared not in (None, "utf-8", "ascii") and not body.isascii():
        warnings.append(f"the page declares {declared} but is UTF-8")
    return text, "utf-8"


def _declared_encoding(body: bytes, content_type: str | None) -> str | None:
    found = http_content_type_encoding(content_type) or html_body_declared_encoding(body)
    if found is None:  # declared later than the first 4 KiB, after scripts
        late = re.search(
            rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{3,20})", body[:262144], re.I
        )
        found = late.group(1).decode("ascii") if late else None
    try:
        return codecs.lookup(found).name if found else None
    except LookupError:
        return None


def _decode_legacy(body: bytes, declared: str | None, warnings: list[str]) -> tuple[str, str]:
    """Decode what is not clean UTF-8."""
    text = body.decode("utf-8", "replace")
    bad = text.count("\ufffd") - body.count("\ufffd".encode())
    letters = sum(character > "\x7f" for character in text) - bad
    if bad <= SMALL_ERRORS and letters > 10 * bad:
        warnings.append(f"{bad} bad byte{'s' if bad > 1 else ''} in UTF-8 text, replaced by U+FFFD")
        return text, "utf-8"
    if _is_windows_1258(body):
        if declared != "cp1258":
            warnings.append(f"read as windows-1258 (the page declares {declared or 'nothing'})")
        else:
            warnings.append("read as windows-1258")
        return body.decode("cp1258", "replace"), "cp1258"
    if declared and declared not in ("utf-8", "ascii"):
        warnings.append(f"read as {declared}, as declared")
        return body.decode(declared, "replace"), declared
    if repair_fonts(body[:SAMPLE].decode("latin-1"))[1]:
        return body.decode("latin-1"), "latin-1"
    from charset_normalizer import from_bytes  # rarely needed

    best = from_bytes(body[:SAMPLE]).best()
    encoding = best.encoding if best else "cp1252"
    warnings.append(f"the encoding was guessed: {encoding}")
    return body.decode(encoding, "replace"), encoding


def _is_windows_1258(body: bytes) -> bool:
    """Say whether the tone marks of windows-1258 stand where they must: behind a vowel."""
    text = body[:SAMPLE].decode("cp1258", "replace")
    tones = len(TONES_1258.findall(text))
    return tones >= 5 and len(TONED_1258.findall(text)) >= 0.9 * tones


def _may_be_doubled(body: bytes) -> bool:
    return any(body.count(mark, 0, HEAD) >= FEWEST_DOUBLED for mark in DOUBLED)


def _repair_double_encoding(text: str, warnings: list[str]) -> str:
    """Undo "UTF-8 read as latin-1 or windows-1252 and written as UTF-8 again"."""
    head = text[:HEAD]
    damaged = len(MOJIBAKE.findall(head))
    if damaged < FEWEST_DOUBLED or damaged * 40 < sum(map(len, NOT_ASCII.findall(head))):
        return text
    repaired = _undo(text) or BYTE_RUN.sub(_undo_run, text)
    if len(MOJIBAKE.findall(repaired[:HEAD])) * 5 > damaged:
        return text
    warnings.append("the text was double-encoded (UTF-8 read as latin-1) and was repaired")
    return repaired


def _undo(text: str) -> str | None:
    """Give what a text was before; None where not all of it is damaged."""
    for candidate in (text, text.translate(FROM_1252)) if len(text) < HEAD else (text,):
        try:
            return candidate.encode("latin-1").decode("utf-8")
        except UnicodeError:
            continue
    return None


def _undo_run(match: re.Match[str]) -> str:
    return _undo(match.group()) or match.group()
