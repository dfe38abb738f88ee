"""Pieces of a body to blocks, captions and byline: what is furniture goes, what is left gets its kind."""

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from scrapers.block_kinds import blocks_of
from scrapers.bylines import take_byline
from scrapers.datelines import is_bare_stamp
from scrapers.furniture import (
    CAPTION_LEAD,
    CAPTION_NAMES,
    CREDIT,
    FOOT,
    LOOSE_CREDIT,
    MORE_LEAD,
    NUMBERED,
    PAPER_MARK,
    RELATED_LEAD,
    TAG_LEAD,
    credit_of,
    is_address,
    is_cut,
    is_last_cut,
    is_noise,
    is_weak_cut,
)
from scrapers.pieces import Piece
from scrapers.records import Block, BlockKind, Caption

SENTENCE_ENDS = (".", "!", "?", "…", "”", '"', ":", ";", ")")
FEWEST_FRAMED, MOST_NOTES = 4, 0.8
HALF = 0.5
ARROWS = "-→➤►"
LONGEST_FOOT = 200
FEWEST_BEFORE = FEWEST_TURNS = 2
MOST_LISTS = 20
EVERYWHERE: frozenset[str] = frozenset({"*"})
RUNNING = 80
LEAST_SHARE = 0.3
HEAD_PIECES = 4
MAX_LINKED = 250
"""A linked title of another article is shorter; a longer text in a link is an anchor left open."""


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
    byline = take_byline(kept) if byline_last else None
    taken = None
    if sapo_first and not sapo:
        taken = _take_sapo(kept)
    if sapo or taken:
        _drop_echo(kept, sapo or taken or "")
    shown = [piece for piece in kept if piece.kind != "picture"]
    notes = sum(piece.note for piece in shown)
    if len(shown) >= FEWEST_FRAMED and notes >= MOST_NOTES * len(shown):
        for piece in shown:  # a frame around the whole article, no note within it
            piece.note = False
    bold_first = len(shown) > 2 and shown[0].kind == "text" and shown[0].bold and not shown[1].bold
    blocks, questions = blocks_of(shown)
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
    seen, lists, places = 0, 0, EVERYWHERE
    for at, piece in enumerate(pieces):
        seen += len(piece.text)
        text = piece.text
        if places is not EVERYWHERE and not (piece.place in places and _runs(piece)):
            continue
        places = EVERYWHERE
        if piece.kind == "picture":
            if is_address(text) or NUMBERED.sub("", text.casefold()) == echo:
                piece.text = ""
            kept.append(piece)
        elif is_cut(text):
            if is_last_cut(text) and seen > 0.5 * total:
                break
            lists += 1
            weak = is_weak_cut(text) or lists > MOST_LISTS
            places = EVERYWHERE if weak else _places_behind(pieces, at)
        elif len(text) < LONGEST_FOOT and seen > 0.5 * total and FOOT.match(text):
            lists += 1
            places = EVERYWHERE if lists > MOST_LISTS else _places_behind(pieces, at)
        elif not (_is_furniture(piece, echo) or (at < HEAD_PIECES and _is_head(text, echo))):
            kept.append(piece)
    return kept


def _is_furniture(piece: Piece, echo: str) -> bool:
    text = piece.text
    return (
        text.casefold() == echo
        or is_noise(text)
        or is_address(text)
        or (bool(RELATED_LEAD.match(text)) and _is_related(piece))
        or (piece.linked > 0 and bool(TAG_LEAD.match(text)))
        or (piece.linked >= HALF and bool(MORE_LEAD.match(text)))
        or (bool(piece.links) and piece.kind in ("text", "list_item") and len(text) <= MAX_LINKED)
        or not any(character.isalnum() for character in text)
    )


def _is_related(piece: Piece) -> bool:
    """Say whether what stands behind arrows or "Xem thêm:" names an article, and is no sentence."""
    if piece.links or piece.linked >= HALF:
        return True
    return len(piece.text) < LONGEST_FOOT and not (
        piece.text[0] in ARROWS and piece.text.endswith((".", "!", "?"))
    )


def _is_head(text: str, echo: str) -> bool:
    """Say whether a line is the date, alone or behind the title."""
    rest = text[len(echo) :].strip() if echo and text.casefold().startswith(echo) else text
    return is_bare_stamp(rest)


def _places_behind(pieces: list[Piece], heading: int) -> frozenset[str]:
    """Give the places where sentences go on with the article behind a list of others.

    They are those where its sentences stand; where titles and summaries take turns below the heading, the
    sentences are those of the list.
    """
    turns = sum(bool(a.links) and _runs(b) for a, b in pairwise(pieces[heading:]))
    if turns >= FEWEST_TURNS:
        return frozenset()
    before = [piece for piece in pieces[:heading] if _runs(piece)]
    sizes: Counter[str] = Counter()
    for piece in before if len(before) >= FEWEST_BEFORE else filter(_runs, pieces):
        sizes[piece.place] += len(piece.text)
    return frozenset(place for place in sizes if sizes[place] >= LEAST_SHARE * sizes.total())


def _runs(piece: Piece) -> bool:
    return (
        piece.kind == "text"
        and not piece.links
        and len(piece.text) >= RUNNING
        and piece.text.endswith(SENTENCE_ENDS)
    )


def _with_captions(pieces: list[Piece], lead: re.Pattern[str] | None) -> list[Piece]:
    """Move to pictures the paragraphs that are their captions."""
    kept: list[Piece] = []
    for piece in pieces:
        before = kept[-1] if kept else None
        after_picture = before is not None and before.kind == "picture" and not before.text
        marked = bool(piece.names and CAPTION_NAMES.search(piece.names))
        credited = len(piece.text) < 400 and bool(CREDIT.search(piece.text))
        led = bool(CAPTION_LEAD.match(piece.text)) or (
            lead is not None and bool(lead.match(piece.text))
        )
        loose = len(piece.text) < 250 and bool(LOOSE_CREDIT.search(piece.text))
        placed = (
            credited
            or loose
            or (len(piece.text) < 400 and (piece.slanted or (piece.centred and not piece.bold)))
        )
        if piece.kind != "text" or not (marked or led or (after_picture and placed)):
            kept.append(piece)
        elif after_picture and before is not None:
            before.text = piece.text
        else:
            kept.append(Piece(kind="picture", text=piece.text, tag=piece.tag))
    return kept


def _take_sapo(pieces: list[Piece]) -> str | None:
    for at, piece in enumerate(pieces[:3]):
        if piece.kind == "text":
            del pieces[at]
            return piece.text
        if piece.kind != "picture":
            return None
    return None


def _drop_echo(pieces: list[Piece], sapo: str) -> None:
    """Leave out the sapo where it is printed again, with or without the mark of the paper."""
    bare = PAPER_MARK.sub("", sapo).casefold()
    for at, piece in enumerate(pieces[:3]):
        text = PAPER_MARK.sub("", piece.text).casefold()
        if piece.kind in ("text", "heading") and text == bare:
            del pieces[at]
            return
