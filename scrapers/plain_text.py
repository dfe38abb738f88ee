"""Plain-text dumps of article pages: the furniture of the site out, the fields found by their order.

The order of the parts is that of the papers: lead photo's caption, title, author and date in one line,
sapo, titles of related articles run together in one line, body with captions, author, boxes, footer.
"""

import re
from dataclasses import dataclass, field

from scrapers.block_kinds import ASKER, SPEAKER
from scrapers.bylines import is_byline
from scrapers.datelines import STAMP, find_dateline, is_stamp_line
from scrapers.elements import clean_text
from scrapers.errors import LayoutError, UnreadablePageError
from scrapers.furniture import (
    CONTACT,
    CREDIT,
    FOOT,
    RELATED_LEAD,
    credit_of,
    is_address,
    is_cut,
    is_noise,
)
from scrapers.records import Article, ArticleKind, Block, BlockKind, Caption, FieldEvidence, Layer

HEAD = re.compile(
    r"^(?:•\s*)?(?:thống kê truy cập|(?:đang )?(?:online|trực tuyến)\s*:?\s*[\d.]+|hôm nay\s*:.*|(?:đã|tổng|lượt) truy cập\s*:?.*"
    r"|hôm qua\s*:\s*[\d.]+|(?:tuần|tháng) này\s*:\s*[\d.]+|tổng lượt truy cập.*|mới nhất|trang chủ|đăng nhập|tìm kiếm|menu"
    r"|sở thông tin và truyền thông .*|trang chủ\s*[>/»].*|cơ quan của .*|(?:trang chủ\s*)?(?:»|>|/).*)$",
    re.I,
)
END = (".", "!", "?", ":", ";", "…", "”", '"', ")", ",")
RESTART = re.compile(r"[^\W\d_A-ZÀ-Ỹ]+[”\"’]?\s+[^\W\d_a-zà-ỹ][^\W\d_]*\s+[^\W\d_A-ZÀ-Ỹ]")
LDO = re.compile(r"\s*\bLDO\b\s*\|?\s*$")
MAX_TITLE = 220
SHORTEST = 40
MAX_SAPO = 1_500
MAX_LINE = 50_000
LONG = 120


@dataclass(slots=True, kw_only=True)
class Line:
    """One line of a dump."""

    text: str
    """Cleaned."""
    attached: bool
    """Whether no empty line stands before it."""
    number: int
    """Its number in the dump, from 1."""


@dataclass(slots=True, kw_only=True)
class Parts:
    """What has been told apart so far."""

    title: Line | None = None
    sapo: Line | None = None
    byline: str | None = None
    stamp: str | None = None
    published: str | None = None
    captions: list[Caption] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    fields: list[FieldEvidence] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    def note(self, name: str, line: Line) -> None:
        """Record the line that gave a field."""
        where = f"line {line.number}"
        self.fields.append(
            FieldEvidence(field=name, layer=Layer.TEXT, where=where, raw=line.text[:500])
        )


def read_plain_text(text: str, *, source: str = "auto") -> Article:
    """Read a dump; raises where no line of it can be an article."""
    lines = _lines(text)
    if not lines:
        raise UnreadablePageError("the text holds white space only; save the page again")
    longest = max(len(line.text) for line in lines)
    if longest > MAX_LINE:
        raise UnreadablePageError(
            f"one line of the text has {longest:,} characters; give one article, a paragraph a line"
        )
    kept = _without_frame(lines)
    parts = Parts()
    rest = _take_head(kept, parts)
    rest = _take_byline(rest, parts)
    _take_body(rest, parts, spaced=_is_spaced(lines))
    told = [block.text for block in parts.blocks] + ([parts.sapo.text] if parts.sapo else [])
    if not any(len(text) >= SHORTEST for text in told) or (not parts.blocks and not parts.title):
        raise LayoutError(
            "the text holds no paragraph of an article; is it the dump of an article page?"
        )
    asked = sum(block.kind is BlockKind.QUESTION for block in parts.blocks)
    return Article(
        source=_source_of(lines, parts) if source == "auto" else source,
        layout="plain_text",
        kind=ArticleKind.INTERVIEW if asked >= 2 else ArticleKind.NEWS,
        title=parts.title.text if parts.title else None,
        sapo=parts.sapo.text if parts.sapo else None,
        byline=parts.byline,
        published=parts.published,
        published_raw=parts.stamp,
        blocks=tuple(parts.blocks),
        captions=tuple(parts.captions),
        fields=tuple(parts.fields),
        warnings=tuple(parts.warnings),
    )


def _lines(text: str) -> list[Line]:
    found: list[Line] = []
    empty = True
    for number, raw in enumerate(text.splitlines(), 1):
        line = clean_text(raw)
        if line:
            found.append(Line(text=line, attached=not empty, number=number))
        empty = not line
    return found


def _is_spaced(lines: list[Line]) -> bool:
    """Say whether the dump sets paragraphs apart by empty lines."""
    return sum(not line.attached for line in lines) > 0.4 * len(lines)


def _without_frame(lines: list[Line]) -> list[Line]:
    """Cut the head of the site off, and everything from the first box or footer behind the body."""
    start = 0
    for at, line in enumerate(lines[:25]):
        if HEAD.match(line.text) or (at < 3 and is_noise(line.text)):
            start = at + 1
    kept = [line for line in lines[start:] if not _is_slogan(line)]
    running = 0
    for at, line in enumerate(kept):
        if running and (is_cut(line.text) or FOOT.match(line.text)):
            return kept[:at]
        if (
            running
            and CONTACT.match(line.text)
            and not any(
                len(later.text) >= LONG and not CONTACT.match(later.text) for later in kept[at:]
            )
        ):
            return kept[:at]
        running += len(line.text) >= LONG
    return kept


def _is_slogan(line: Line) -> bool:
    letters = [character for character in line.text if character.isalpha()]
    upper = sum(character.isupper() for character in letters)
    return len(line.text) > 60 and upper > 0.9 * len(letters) and line.number <= 4


def _take_head(lines: list[Line], parts: Parts) -> list[Line]:
    """Take title, date line, lead captions and sapo; give the lines behind them."""
    stamped = next((at for at, line in enumerate(lines[:8]) if is_stamp_line(line.text)), None)
    if stamped is not None:
        _take_stamp(lines[stamped], parts)
        before, behind = lines[:stamped], lines[stamped + 1 :]
    else:
        before, behind = [], lines
    if not before:
        before, behind = _leading(behind)
    if before:
        title = before[-1]
        parts.title = title
        parts.note("title", title)
        for line in before[:-1]:
            if _is_caption(line.text) or len(line.text) > 60:
                _add_caption(line, parts)
    elif behind and len(behind[0].text) <= MAX_TITLE:
        parts.title = behind[0]
        parts.note("title", behind[0])
        behind = behind[1:]
    else:
        parts.warnings.append("no line that could be the title")
    if (
        behind
        and SHORTEST <= len(behind[0].text) <= MAX_SAPO
        and not _is_caption(behind[0].text)
        and not ASKER.match(behind[0].text)
    ):
        parts.sapo = behind[0]
        parts.note("sapo", behind[0])
        behind = behind[1:]
    return behind


def _leading(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """Tell captions that stand before the title from the title."""
    for at, line in enumerate(lines[:4]):
        if len(line.text) <= MAX_TITLE and not _is_caption(line.text):
            return (lines[: at + 1], lines[at + 1 :]) if at else ([], lines)
    return [], lines


def _take_stamp(line: Line, parts: Parts) -> None:
    match = STAMP.search(line.text)
    if match is None:
        return
    dateline = find_dateline(match.group())
    if dateline is not None:
        parts.published, parts.stamp = dateline.value, match.group().strip()
        parts.note("published", line)
    author = LDO.sub("", line.text[: match.start()].rstrip(" |,-–")).strip(" |,-–")
    if author and is_byline(author, marked=True):
        parts.byline = author
        parts.note("byline", line)


def _take_byline(lines: list[Line], parts: Parts) -> list[Line]:
    """Take the author off the end of the body."""
    for at in range(len(lines) - 1, max(len(lines) - 4, -1), -1):
        line = lines[at]
        if is_noise(line.text) or is_address(line.text):
            continue
        if parts.byline is None and is_byline(line.text, marked=False):
            parts.byline = line.text
            parts.note("byline", line)
            return lines[:at] + lines[at + 1 :]
        if not line.text.startswith(("Nguồn:", "Theo ")):
            break
    return lines


def _take_body(lines: list[Line], parts: Parts, *, spaced: bool) -> None:
    title = parts.title.text.casefold() if parts.title else ""
    echoed, asked = False, False
    for at, line in enumerate(lines):
        text = line.text
        if at < 2 and not parts.blocks and _is_title_run(line, parts, spaced=spaced):
            parts.warnings.append(
                f"line {line.number}: titles of related articles run together, left out"
            )
        elif text.casefold() == title:
            echoed = True
            continue
        elif is_noise(text) or is_address(text) or (RELATED_LEAD.match(text) and len(text) < LONG):
            pass
        elif (echoed and line.attached) or _is_caption(text):
            _add_caption(line, parts)
        else:
            following = lines[at + 1].text if at + 1 < len(lines) else ""
            kind = _kind(text, following, asked=asked)
            asked = kind is BlockKind.QUESTION or (asked and kind is BlockKind.PARAGRAPH)
            parts.blocks.append(Block(kind=kind, text=text))
        echoed = False


def _is_title_run(line: Line, parts: Parts, *, spaced: bool) -> bool:
    """Say whether the line behind the sapo is titles of other articles, run together."""
    if parts.sapo is None or line.text.endswith((".", "!", "?", ":", ";", "…", ",")):
        return False
    if ASKER.match(line.text) or SPEAKER.match(line.text):
        return False
    direct = spaced and line.attached and line.number == parts.sapo.number + 1
    return direct or (len(line.text) >= 90 and bool(RESTART.search(line.text)))


def _is_caption(text: str) -> bool:
    if text.endswith("|") or text.startswith(("Ảnh:", "Ảnh :", "Trong ảnh:", "Chú thích ảnh:")):
        return True
    return len(text) < 400 and bool(CREDIT.search(text))


def _add_caption(line: Line, parts: Parts) -> None:
    text = line.text.rstrip("| ")
    if text and (parts.title is None or text.casefold() != parts.title.text.casefold()):
        parts.captions.append(Caption(text=text, credit=credit_of(text)))


def _kind(text: str, following: str, *, asked: bool) -> BlockKind:
    if ASKER.match(text):
        return BlockKind.QUESTION
    if asked and SPEAKER.match(text):
        return BlockKind.ANSWER
    if (
        len(text) <= 110
        and not text.endswith(END)
        and text[0].isupper()
        and len(following) > len(text)
    ):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _source_of(lines: list[Line], parts: Parts) -> str:
    """Tell the source by the boxes and lines that only its pages have."""
    texts = [line.text.casefold() for line in lines]
    if any(
        re.match(r"trang thông tin điện tử liên đoàn lao động tỉnh thanh h(?:óa|oá)", text)
        for text in texts
    ):
        return "ldld_thanh_hoa"
    if (
        any("ldo |" in text for text in texts)
        or "cơ quan của tổng liên đoàn lao động việt nam" in texts[:3]
    ):
        return "laodong"
    if {"có thể bạn quan tâm", "nên xem", "tin khác"} <= set(texts):
        return "laodongthudo"
    return "generic"
