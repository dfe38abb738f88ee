"""Pieces of a body to blocks, captions and byline: what is furniture goes, what is left gets its kind."""

import re
from dataclasses import dataclass

from scrapers.body import Piece
from scrapers.furniture import (
    BYLINE_LEAD,
    CREDIT,
    FOOT,
    RELATED_LEAD,
    credit_of,
    is_address,
    is_cut,
    is_noise,
    is_weak_cut,
)
from scrapers.records import Block, BlockKind, Caption

CAPTION_NAMES = re.compile(
    r"caption|chu-?thich|photo-?note|pic-?(?:note|desc)|image-?desc|img-?desc", re.I
)
ASKER = re.compile(r"^(?:phóng viên|pv|p\.v|hỏi|mc|nhà báo|bạn đọc)\b[^:]{0,40}:", re.I)
SPEAKER = re.compile(
    r"^(?:ông|bà|anh|chị|đồng chí|đ/c|em|bác sĩ|bs|luật sư|ls|thạc sĩ|ths|ts|tiến sĩ|pgs|gs|nhà giáo|nsnd|nsưt"
    r"|đại diện|trả lời)\b[^:.!?]{0,70}:",
    re.I,
)
MAX_HEADING = 180
MAX_LINKED = 250
"""A linked title of another article is shorter; a longer text in a link is an anchor left open."""
MAX_BYLINE = 80
NAME = re.compile(
    r"^[^\W\d_][\w.’' -]*(?:\s*[-–,&/]\s*[^\W\d_][\w.’' -]*)*(?:\s*\([^()]{2,60}\))?$"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What was made of a body."""

    blocks: tuple[Block, ...]
    captions: tuple[Caption, ...]
    images: tuple[str, ...]
    byline: str | None = None
    """The author line that stood at its end. None where there is none, or where it was not asked for."""
    sapo: str | None = None
    """The lead that stood at its head. None where it was not asked for."""
    interview: bool = False
    """Whether it is made of questions and answers."""
    bold_first: bool = False
    """Whether its first block is a paragraph all in bold, as leads are."""
    loose: int = 0
    """How many paragraphs stood outside `p` elements, list items and cells."""


def assemble_body(
    pieces: list[Piece],
    *,
    title: str | None,
    sapo: str | None,
    byline_last: bool = False,
    sapo_first: bool = False,
    caption_lead: re.Pattern[str] | None = None,
) -> Body:
    """Give each piece its kind and leave out what is not the article."""
    kept = _without_furniture(pieces, title)
    kept = _with_captions(kept, caption_lead)
    texts = [piece for piece in kept if piece.kind == "text"]
    loose = sum(piece.tag not in ("p", "li", "td") and not piece.note for piece in texts)
    byline = _take_byline(kept) if byline_last else None
    taken = None
    if sapo_first and not sapo:
        taken = _take_sapo(kept)
    elif sapo:
        _drop_echo(kept, sapo)
    shown = [piece for piece in kept if piece.kind != "picture"]
    bold_first = len(shown) > 2 and shown[0].kind == "text" and shown[0].bold and not shown[1].bold
    blocks, questions = _blocks(shown)
    pictures = [piece for piece in kept if piece.kind == "picture"]
    captions = [piece for piece in pictures if piece.text]
    return Body(
        blocks=tuple(blocks),
        captions=tuple(
            Caption(text=p.text, credit=credit_of(p.text), image=p.images[0] if p.images else None)
            for p in captions
        ),
        images=tuple(dict.fromkeys(address for p in pictures for address in p.images)),
        byline=byline,
        sapo=taken,
        interview=questions >= 2,
        bold_first=bold_first and blocks[0].kind is not BlockKind.QUESTION,
        loose=loose,
    )


def _without_furniture(pieces: list[Piece], title: str | None) -> list[Piece]:
    echo = (title or "").casefold()
    kept: list[Piece] = []
    total = sum(len(piece.text) for piece in pieces)
    seen = 0
    for piece in pieces:
        seen += len(piece.text)
        text = piece.text
        if piece.kind == "picture":
            if is_address(text) or text.casefold() == echo:
                piece.text = ""
            kept.append(piece)
        elif is_cut(text):
            if seen > 0.5 * total and not is_weak_cut(text):
                break
        elif FOOT.match(text) and seen > 0.5 * total:
            break
        elif (
            text.casefold() == echo
            or is_noise(text)
            or is_address(text)
            or (RELATED_LEAD.match(text) and (piece.links or len(text) < 200))
            or (piece.links and piece.kind in ("text", "list_item") and len(text) <= MAX_LINKED)
        ):
            continue
        elif any(character.isalnum() for character in text):
            kept.append(piece)
    return kept


def _with_captions(pieces: list[Piece], lead: re.Pattern[str] | None) -> list[Piece]:
    """Move to pictures the paragraphs that are their captions."""
    kept: list[Piece] = []
    for piece in pieces:
        before = kept[-1] if kept else None
        after_picture = before is not None and before.kind == "picture" and not before.text
        marked = bool(piece.names and CAPTION_NAMES.search(piece.names))
        credited = len(piece.text) < 400 and bool(CREDIT.search(piece.text))
        led = lead is not None and bool(lead.match(piece.text))
        placed = credited or (
            len(piece.text) < 400 and (piece.slanted or (piece.centred and not piece.bold))
        )
        if piece.kind != "text" or not (marked or led or (after_picture and placed)):
            kept.append(piece)
        elif after_picture and before is not None:
            before.text = piece.text
        else:
            kept.append(Piece(kind="picture", text=piece.text, tag=piece.tag))
    return kept


def _take_byline(pieces: list[Piece]) -> str | None:
    """Take the author line off the end; a source line may stand behind it."""
    for at in range(len(pieces) - 1, max(len(pieces) - 4, -1), -1):
        piece = pieces[at]
        if piece.kind == "picture":
            continue
        if piece.kind != "text":
            return None
        if is_byline(piece.text, marked=piece.right or piece.bold):
            del pieces[at]
            return piece.text
        if not piece.text.startswith(("Nguồn:", "Theo ")):
            return None
    return None


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


def _take_sapo(pieces: list[Piece]) -> str | None:
    for at, piece in enumerate(pieces[:3]):
        if piece.kind == "text":
            del pieces[at]
            return piece.text
        if piece.kind != "picture":
            return None
    return None


def _drop_echo(pieces: list[Piece], sapo: str) -> None:
    for at, piece in enumerate(pieces[:3]):
        if piece.kind in ("text", "heading") and piece.text.casefold() == sapo.casefold():
            del pieces[at]
            return


def _blocks(shown: list[Piece]) -> tuple[list[Block], int]:
    blocks: list[Block] = []
    questions, asked = 0, False
    for at, piece in enumerate(shown):
        kind = _kind(piece, last=at + 1 == len(shown), asked=asked)
        asked = kind is BlockKind.QUESTION or (asked and kind is BlockKind.PARAGRAPH)
        questions += kind is BlockKind.QUESTION
        blocks.append(Block(kind=kind, text=piece.text, cells=piece.cells))
    return blocks, questions


def _kind(piece: Piece, *, last: bool, asked: bool) -> BlockKind:
    text = piece.text
    if piece.kind != "text":
        return BlockKind(piece.kind)
    if ASKER.match(text) or (piece.bold and text.endswith("?") and len(text) > 30):
        return BlockKind.QUESTION
    if asked and (
        text.startswith(("- ", "– "))
        or SPEAKER.match(text)
        or (piece.label.endswith(":") and len(piece.label) < 80)
    ):
        return BlockKind.ANSWER
    if (
        piece.bold
        and len(text) <= MAX_HEADING
        and not last
        and not text.endswith((".", ";", "…", "!"))
    ):
        return BlockKind.HEADING
    return BlockKind.NOTE if piece.note else BlockKind.PARAGRAPH
