"""The annotated documents of a database: texts of current articles with their standing mentions."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from sqlite_utils import Database

from corpus.export.annotation import in_order
from corpus.measures import Mention
from corpus.personal_names import Names
from corpus.records import Annotated
from extractors.output import Json, plain_number
from pipeline.dataset_articles import DatasetArticle, read_articles
from pipeline.review import JUDGED
from pipeline.rows import Row

LAYER_TABLES = {"campaigns": "campaign_mentions", "figures": "figures", "awards": "awards"}
# Column of the store → field of the annotation guideline, where the two differ.
RENAMED = {"form_id": "form", "campaign_id": "id"}
WORDS = ("unit", "title", "level", "grantor")
NEW_CAMPAIGN = "moi-"


def read_documents(
    db: Database,
    *,
    names: Names = "drop",
    only: Collection[str] | None = None,
    articles: Iterable[DatasetArticle] | None = None,
) -> Iterator[Annotated]:
    """Give every current article as an annotated document, names treated as asked; offsets stay what they are.

    What a reviewer called wrong is left out, what was edited is as edited. `only` are the ids of the articles wanted,
    `articles` all of them where somebody has read them already.
    """
    reviews = {
        str(row["target_id"]): row
        for row in db.query("SELECT target_id, verdict, value FROM reviews ORDER BY at, id")
    }
    recipients: defaultdict[str, list[Json]] = defaultdict(list)
    for row in db.query("SELECT award_id, kind, count FROM award_recipients ORDER BY award_id, n"):
        recipients[str(row["award_id"])].append(
            {"kind": row["kind"], "count": plain_number(row["count"]), "names": []}
        )
    for article in articles if articles is not None else read_articles(db, names):
        if only is None or article.row["id"] in only:
            yield _document(db, article, reviews, recipients)


def _document(
    db: Database,
    article: DatasetArticle,
    reviews: dict[str, Row],
    recipients: dict[str, list[Json]],
) -> Annotated:
    row = article.row
    about = {
        "source": row["source_slug"],
        "published": row["published_on"],
        "year": str(row["published_on"])[:4] if row["published_on"] else None,
        "genre": row["kind"],
        "url": article.url,
    }
    mentions: dict[str, tuple[Mention, ...]] = {}
    for layer, table in LAYER_TABLES.items():
        found = []
        sql = f"SELECT * FROM {table} WHERE article_id = ? AND ended_run IS NULL"
        for stored in db.query(sql, [row["id"]]):
            mention = _mention(layer, stored, article, reviews.get(str(stored["id"])))
            if mention is None:
                continue
            if layer == "awards":
                mention["recipients"] = recipients.get(str(stored["id"]), [])
            found.append(mention)
        mentions[layer] = in_order(found)
    return Annotated(
        id=str(row["id"]),
        text=article.text,
        mentions=mentions,
        about={name: str(value) for name, value in about.items() if value is not None},
    )


def _mention(
    layer: str, stored: Row, article: DatasetArticle, review: Row | None
) -> Mention | None:
    table = LAYER_TABLES[layer]
    values = {name: stored[name] for name in JUDGED[table]}
    if review is not None and review["verdict"] == "wrong":
        return None
    if review is not None and review["verdict"] == "edited":
        values |= json.loads(str(review["value"]))
    start, end = int(str(stored["start"])), int(str(stored["end"]))
    mention: Mention = {"start": start, "end": end, "text": article.text[start:end]}
    for name, value in values.items():
        said = article.blanker.words(value) if name in WORDS and isinstance(value, str) else value
        if isinstance(said, float):
            said = plain_number(said)
        if name == "campaign_id" and str(said).startswith(NEW_CAMPAIGN):
            said = None
        mention[RENAMED.get(name, name)] = said
    about = {"rule": stored["rule"], "confidence": stored["score"], "stored_id": stored["id"]}
    return mention | about
