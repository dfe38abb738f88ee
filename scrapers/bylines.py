"""The author lines of a body: "Bài và ảnh: …", a name, or the unit that sent the report."""

import re

from scrapers.furniture import BYLINE_LEAD
from scrapers.pieces import Piece

MAX_BYLINE = 80
LAST_LINES = 4
"""So many lines from the end an author may stand: pictures and a source line may follow."""
NAME = re.compile(
    r"^[^\W\d_][\w.’' -]*(?:\s*[-–,&/]\s*[^\W\d_][\w.’' -]*)*(?:\s*\([^()]{2,60}\))?$"
)
UNIT = re.compile(
    r"^(?:ban|lđlđ|liên đoàn lao động|công đoàn|cđcs|cđ|văn phòng|phòng|tổ|nhóm|trung tâm|tuyên giáo|nữ công|tòa soạn"
    r"|toà soạn|bbt|btv|ctv|pv|thông tin)\s+(?=\S)",
    re.I,
)
"""With what the name of a unit begins that signs a report: "Ban Nữ công LĐLĐ tỉnh"."""
END_MARKS = (".", "!", "?", ":", "…", ";", ",")


def take_byline(pieces: list[Piece]) -> str | None:
    """Take the author lines off the end; a source line and pictures may stand behind them."""
    texts = 0
    for at in range(len(pieces) - 1, -1, -1):
        piece = pieces[at]
        if piece.kind == "picture":
            continue
        texts += 1
        if piece.kind != "text" or texts >= LAST_LINES:
            return None
        if is_byline(piece.text, marked=piece.right or piece.bold) or _is_unit(piece):
            del pieces[at]
            return " - ".join([*_lines_before(pieces, at, piece), piece.text])
        if piece.tail and is_byline(piece.tail, marked=True):
            piece.text = piece.text.removesuffix(piece.tail).rstrip()
            return piece.tail
        if not piece.text.startswith(("Nguồn:", "Theo ", "(Theo ")):
            return None
    return None


def _lines_before(pieces: list[Piece], at: int, last: Piece) -> list[str]:
    """Take the author lines right above the last one: "Bài: …" above "Ảnh: …"."""
    found: list[str] = []
    while at > 1 and len(found) < LAST_LINES:
        piece = pieces[at - 1]
        led = bool(BYLINE_LEAD.match(piece.text))
        name = bool(BYLINE_LEAD.match(last.text)) and (piece.right or piece.bold)
        if piece.kind != "text" or not (led or name):
            break
        if not is_byline(piece.text, marked=piece.right or piece.bold):
            break
        found.insert(0, piece.text)
        at -= 1
        del pieces[at]
    return found


def _is_unit(piece: Piece) -> bool:
    """Say whether a last line that is set apart is the unit that sent the report."""
    text = piece.text
    apart = piece.right or piece.bold or piece.slanted
    return (
        apart
        and len(text) <= MAX_BYLINE
        and not text.endswith(END_MARKS)
        and bool(UNIT.match(text))
        and (piece.right or len(text.split()) <= 12)
    )


def is_byline(text: str, *, marked: bool) -> bool:
    """Say whether a last line is the author: "Bài và ảnh: …", or a short name that is marked or bare."""
    if len(text) > MAX_BYLINE + 20 * bool(BYLINE_LEAD.match(text)):
        return False
    if BYLINE_LEAD.match(text):
        return True
    if len(text) > MAX_BYLINE or text.endswith((".", "!", "?", ":", "…")) or not NAME.match(text):
        return False
    bare = re.sub(r"\([^()]*\)", " ", text).strip()
    if marked:  # "Minh An - Ban Tổ chức": the name first, then the unit in any case
        bare = re.split(r"\s+[-–]\s+|,", bare)[0]
    words = [word for word in re.split(r"[\s.–,&/-]+", bare) if word]
    capital = sum(word[0].isupper() for word in words)
    return 0 < len(words) <= 6 and capital >= len(words) - bare.count(" và ")
