"""The body of an article as a row of parts for the templates: blocks and pictures in order."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from corpus.press.records import Photo, PressArticle
from scrapers.records import Block, BlockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing in the body."""

    kind: str
    """Kind of the blocks, or "photo"."""
    blocks: tuple[Block, ...] = ()
    """One block, or all items of one list, all paragraphs of one note."""
    photo: Photo | None = None
    """The picture."""
    label: str = field(default="")
    """The speaker's name with its colon, at the head of a question or an answer."""
    rest: str = field(default="")
    """What the speaker says."""


def body_parts(article: PressArticle) -> list[Part]:
    """Put pictures between the blocks; items of a list and paragraphs of a note go together."""
    found: list[Part] = []
    for at in range(len(article.blocks) + 1):
        found += [Part(kind="photo", photo=p) for p in article.photos if p.after == at]
        if at < len(article.blocks):
            found.append(_part(article.blocks[at]))
    return list(_together(found))


def _part(block: Block) -> Part:
    if block.kind in (BlockKind.QUESTION, BlockKind.ANSWER) and ":" in block.text:
        label, rest = block.text.split(":", 1)
        return Part(kind=block.kind, blocks=(block,), label=f"{label}:", rest=rest)
    return Part(kind=block.kind, blocks=(block,), rest=block.text)


def _together(parts: list[Part]) -> Iterator[Part]:
    for kind, group in groupby(parts, key=lambda part: part.kind):
        if kind in (BlockKind.LIST_ITEM, BlockKind.NOTE):
            yield Part(kind=kind, blocks=tuple(b for part in group for b in part.blocks))
        else:
            yield from group
