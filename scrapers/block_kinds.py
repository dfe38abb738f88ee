"""Kinds of blocks: headings, questions and answers are told by how they are set and by what stands beside them."""

import re

from scrapers.pieces import Piece
from scrapers.records import Block, BlockKind

ASKER = re.compile(
    r"^(?:[-–*+•]\s*)?(?:(?:phóng viên|pv|p\.v|nhà báo|bạn đọc|độc giả|mc)\b(?:[^:.!?]|\.(?=\S)){0,60}:|(?:câu\s+)?hỏi\s*\d*\s*:)",
    re.I,
)
SPEAKER = re.compile(
    r"^(?:[-–*+•]\s*)?(?:ông|bà|anh|chị|đồng chí|đ/c|em|bác sĩ|bs|luật sư|ls|thạc sĩ|ths|ts|tiến sĩ|pgs|gs|nhà giáo|nsnd|nsưt"
    r"|đại diện|trả lời|đáp)\b(?:[^:.!?]|\.(?=\S)){0,70}:",
    re.I,
)
"""Who speaks stands before the first mark of a sentence: "Hỏi chuyện người cũ: …" is told, not asked."""
DASHES = ("- ", "– ", "+ ", "* ", "• ")
QUESTION_ENDS = ("?", "?”", '?"', "?)")
MAX_HEADING = 180
LONG_QUESTION = 30
FEWEST_QUESTIONS = 2
"""An interview has more than one question."""


def blocks_of(shown: list[Piece]) -> tuple[list[Block], int]:
    """Give the blocks with their kinds, and how many questions are among them."""
    sure = sum(map(_asks, shown))
    interview = sure > 0 and sum(_may_ask(piece) for piece in shown) >= FEWEST_QUESTIONS
    blocks: list[Block] = []
    questions, before = 0, BlockKind.PARAGRAPH
    asked = False
    for at, piece in enumerate(shown):
        kind = _kind(piece, last=at + 1 == len(shown), interview=interview)
        if kind is BlockKind.PARAGRAPH and asked and _answers(piece, before=before):
            kind = BlockKind.ANSWER
        asked = kind is BlockKind.QUESTION or (asked and kind is BlockKind.PARAGRAPH)
        questions += kind is BlockKind.QUESTION
        blocks.append(Block(kind=kind, text=piece.text, cells=piece.cells))
        before = kind
    return blocks, questions


def _asks(piece: Piece) -> bool:
    """Say whether a piece by itself is a question of an interview."""
    if piece.kind != "text":
        return False
    text = piece.text
    return bool(ASKER.match(text)) or (
        piece.bold and text.endswith("?") and len(text) > LONG_QUESTION
    )


def _may_ask(piece: Piece) -> bool:
    return _asks(piece) or (
        piece.kind == "text" and piece.bold and piece.text.endswith(QUESTION_ENDS)
    )


def _answers(piece: Piece, *, before: BlockKind) -> bool:
    text = piece.text
    return (
        before is BlockKind.QUESTION
        or text.startswith(DASHES)
        or bool(SPEAKER.match(text))
        or (piece.label.endswith(":") and len(piece.label) < 80)
    )


def _kind(piece: Piece, *, last: bool, interview: bool) -> BlockKind:
    text = piece.text
    if piece.kind != "text":
        return BlockKind(piece.kind)
    if _asks(piece) and (interview or ASKER.match(text) or not _heads(piece, last=last)):
        return BlockKind.QUESTION
    if interview and piece.bold and text.endswith(QUESTION_ENDS):
        return BlockKind.QUESTION
    if _heads(piece, last=last):
        return BlockKind.HEADING
    return BlockKind.NOTE if piece.note else BlockKind.PARAGRAPH


def _heads(piece: Piece, *, last: bool) -> bool:
    """Say whether a line is a heading: all in bold, short, no sentence, with text behind it."""
    return (
        piece.bold
        and len(piece.text) <= MAX_HEADING
        and not last
        and not piece.text.endswith((".", ";", "…", "!"))
    )
