"""Links between the mentions of a document, as annotation tools hold relations: by the places of both ends."""

from dataclasses import dataclass

from corpus.measures import Mention, place
from corpus.records import Annotated

LINKS = "links"
End = tuple[str, int, int]
"""Layer, start and end of a mention."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """The first mention belongs to the second."""

    relation: str
    """What the link says, such as "campaign" or "speaker"."""
    source: End
    """The mention that belongs to the other."""
    target: End
    """The other."""


def links_of(document: Annotated) -> tuple[Link, ...]:
    """Give the links of a document whose two ends are both marked in it."""
    marked = {
        (layer, *place(mention))
        for layer, mentions in document.mentions.items()
        if layer != LINKS
        for mention in mentions
    }
    links = map(_link, document.layer(LINKS))
    return tuple(one for one in links if {one.source, one.target} <= marked)


def make_link(text: str, relation: str, source: End, target: End) -> Mention:
    """Give a link in the layout of the gold of the further layers."""
    layer, start, end = source
    to_layer, to_start, to_end = target
    return {
        "start": start,
        "end": end,
        "text": text[start:end],
        "relation": relation,
        "from_layer": layer,
        "to_layer": to_layer,
        "to_start": to_start,
        "to_end": to_end,
    }


def _link(row: Mention) -> Link:
    target = (str(row["to_layer"]), int(str(row["to_start"])), int(str(row["to_end"])))
    return Link(
        relation=str(row["relation"]),
        source=(str(row["from_layer"]), *place(row)),
        target=target,
    )
