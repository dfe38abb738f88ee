"""The annotated documents of a database: texts of current articles with their standing mentions."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sqlite_utils import Database

from corpus.export.annotation import FIELDS, LISTS, in_order
from corpus.export.links import LINKS, End, make_link
from corpus.measures import Mention, place
from corpus.personal_names import Names
from corpus.records import Annotated
from extractors.output import Json, plain_number
from pipeline.dataset_articles import DatasetArticle, read_articles
from pipeline.layer_rows import TABLE_OF
from pipeline.review import JUDGED
from pipeline.rows import Row

LAYER_TABLES = {"campaigns": "campaign_mentions", "figures": "figures", "awards": "awards"}
# Column of the store → field of the annotation guideline, where the two differ.
RENAMED = {"form_id": "form", "campaign_id": "id"}
WORDS = ("unit", "title", "level", "grantor")
NEW = "moi-"
SPEAKER = "speaker"
"""The link from a quotation to the person who speaks."""
FURTHER_TABLES = {layer: table for layer, table in TABLE_OF.items() if layer not in LAYER_TABLES}
COLUMNS = {
    ("organizations", "id"): "organization_id",
    ("times", "begin"): "period_from",
    ("times", "until"): "period_to",
    ("documents", "dated"): "dated_on",
}
"""Field of a further layer → column of the store, where the two differ."""
BLANKED = ("name", "unit", "issuer", "role")
OF_PEOPLE = ("role", "unit")
"""What is said of people only where their names are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDocuments:
    """The documents of a database, read anew each time they are gone through, one at a time."""

    db: Database
    """The database."""
    names: Names
    """What is done with personal names."""

    def __iter__(self) -> Iterator[Annotated]:
        """Give them in the order of their ids."""
        return read_documents(self.db, names=self.names)


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
    for article in articles if articles is not None else read_articles(db, names, only=only):
        if only is None or article.row["id"] in only:
            yield _document(db, article, reviews)


def _document(db: Database, article: DatasetArticle, reviews: dict[str, Row]) -> Annotated:
    row = article.row
    about = {
        "source": row["source_slug"],
        "published": row["published_on"],
        "year": str(row["published_on"])[:4] if row["published_on"] else None,
        "genre": row["kind"],
        "layout": row["layout"],
        "url": article.url,
        **_facts(db, row["id"]),
    }
    recipients = _recipients(db, row["id"])
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
    mentions |= _further(db, article)
    ends = {
        str(one["stored_id"]): (layer, *place(one)) for layer in mentions for one in mentions[layer]
    }
    mentions[LINKS] = make_links(article.text, _stored_links(db, row["id"]), ends)
    return Annotated(
        id=str(row["id"]),
        text=article.text,
        mentions=mentions,
        about={name: str(value) for name, value in about.items() if value is not None},
    )


def _recipients(db: Database, article: object) -> dict[str, list[Json]]:
    found: defaultdict[str, list[Json]] = defaultdict(list)
    sql = """SELECT r.award_id, r.kind, r.count FROM award_recipients r JOIN awards w ON w.id = r.award_id
        WHERE w.article_id = ? ORDER BY r.award_id, r.n"""
    for row in db.query(sql, [article]):
        found[str(row["award_id"])].append(
            {"kind": row["kind"], "count": plain_number(row["count"]), "names": []}
        )
    return found


def _facts(db: Database, article: object) -> dict[str, str | None]:
    """Give what the article as a whole is, as far as that was read."""
    sql = "SELECT genre, topics, outlook, province_id FROM article_facts WHERE article_id = ?"
    for row in db.query(sql, [article]):
        topics = ", ".join(json.loads(row["topics"]))
        return {
            "form": row["genre"],
            "topics": topics or None,
            "outlook": row["outlook"],
            "province": row["province_id"],
        }
    return {}


def _further(db: Database, article: DatasetArticle) -> dict[str, tuple[Mention, ...]]:
    """Give the mentions of the further layers."""
    found: dict[str, tuple[Mention, ...]] = {}
    people: dict[object, str] = {}
    for layer, table in FURTHER_TABLES.items():
        sql = f"SELECT * FROM {table} WHERE article_id = ? AND ended_run IS NULL"
        rows = []
        for row in db.query(sql, [article.row["id"]]):
            for name in BLANKED:
                if isinstance(row.get(name), str):
                    row[name] = article.blanker.words(row[name])
            if layer == "people" and article.names != "keep":
                row |= dict.fromkeys(OF_PEOPLE)
            rows.append(make_further(layer, row, article.text, people))
            rows[-1] |= {"rule": row["rule"], "confidence": row["score"], "stored_id": row["id"]}
            if layer == "people":
                people[row["id"]] = str(rows[-1]["text"])
        found[layer] = in_order(rows)
    return found


def _stored_links(db: Database, article: object) -> Iterator[tuple[str, str, str]]:
    sql = """SELECT relation, from_id, to_id FROM mention_links WHERE article_id = ? AND ended_run IS NULL
        UNION ALL SELECT ?, id, person_id FROM quotation_mentions
        WHERE article_id = ? AND ended_run IS NULL AND person_id IS NOT NULL"""
    yield from db.execute(sql, [article, SPEAKER, article])


def make_links(
    text: str, links: Iterable[tuple[str, str, str]], ends: Mapping[str, End]
) -> tuple[Mention, ...]:
    """Give the links, from (relation, id, id), whose two ends are among the mentions."""
    return in_order(
        [
            make_link(text, relation, ends[source], ends[target])
            for relation, source, target in links
            if source in ends and target in ends
        ]
    )


def make_further(
    layer: str, row: Mapping[str, Json], text: str, people: Mapping[object, str]
) -> Mention:
    """Give a mention of a further layer from its row; `people` are the words of people's mentions by their ids.

    What an article names for the first time has no id that means anything elsewhere.
    """
    start, end = int(str(row["start"])), int(str(row["end"]))
    mention: Mention = {"start": start, "end": end, "text": text[start:end]}
    if layer == "quotations":
        return mention | {"speaker": people.get(row["person_id"])}
    for name in FIELDS[layer]:
        value = row.get(COLUMNS.get((layer, name), name))
        if name in LISTS and isinstance(value, str):
            value = json.loads(value)
        if name == "id" and str(value).startswith(NEW):
            value = None
        mention[name] = value
    return mention


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
        if name == "campaign_id" and str(said).startswith(NEW):
            said = None
        mention[RENAMED.get(name, name)] = said
    about = {"rule": stored["rule"], "confidence": stored["score"], "stored_id": stored["id"]}
    return mention | about
