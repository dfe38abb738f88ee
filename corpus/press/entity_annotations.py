"""What a person found in the articles of the sample press beyond campaigns, figures and awards.

`entity_annotations/<paper>/<stem>.json` names mentions by anchors, as `annotations/` does; a link names the anchors of
both its ends. `ENTITIES.md` says what is marked. `entity_second/` holds what a second reader marked, in the same layout,
that of the passages under `passages/`.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TypedDict

from corpus.errors import CorpusError
from corpus.press.annotations import find_anchor
from corpus.press.articles import as_article
from corpus.press.records import PressArticle
from extractors.output import Json
from scrapers.article_text import article_text

FOLDER = Path(__file__).parent / "entity_annotations"
SECOND_FOLDER = Path(__file__).parent / "entity_second"
MENTION_LAYERS = ("organizations", "people", "places", "times", "documents", "quotations")


class _LinkData(TypedDict):
    relation: str
    at: str
    to: str
    to_at: str


def is_annotated(article: PressArticle, *, folder: Path = FOLDER) -> bool:
    """Say whether somebody annotated the further layers of an article."""
    return (folder / article.paper / f"{article.stem}.json").is_file()


def annotate_entities(article: PressArticle, *, folder: Path = FOLDER) -> dict[str, Json]:
    """Join an article with its annotations of the further layers; raise CorpusError where the two do not fit."""
    path = folder / article.paper / f"{article.stem}.json"
    return annotate_text(article.id, article_text(as_article(article)), path)


def annotate_text(text_id: str, text: str, path: Path) -> dict[str, Json]:
    """Join a text with a file of annotations; raise CorpusError where the two do not fit."""
    try:
        data = json.loads(path.read_text("utf-8"))
    except FileNotFoundError as err:
        raise CorpusError(f"{text_id}: nobody annotated it, {path.name} is missing") from err
    row: dict[str, Json] = {"id": text_id, "text": text, "published": data["published"]}
    for layer in MENTION_LAYERS:
        row[layer] = [*_mentions(text, data[layer])]
    row["links"] = [*_links(text, data["links"])]
    return row


def _mentions(text: str, rows: Sequence[dict[str, Json]]) -> list[dict[str, Json]]:
    found = []
    for row in rows:
        start, end = find_anchor(text, str(row["at"]))
        own = {key: value for key, value in row.items() if key != "at"}
        found.append({"start": start, "end": end, "text": text[start:end], **own})
    return sorted(found, key=lambda one: (int(str(one["start"])), int(str(one["end"]))))


def _links(text: str, rows: Sequence[_LinkData]) -> list[dict[str, Json]]:
    found: list[dict[str, Json]] = []
    for row in rows:
        start, end = find_anchor(text, row["at"])
        to_start, to_end = find_anchor(text, row["to_at"])
        found.append(
            {
                "start": start,
                "end": end,
                "text": text[start:end],
                "relation": row["relation"],
                "from_layer": str(row["from"]),  # type: ignore[typeddict-item]
                "to_layer": row["to"],
                "to_start": to_start,
                "to_end": to_end,
            }
        )
    return found
