"""Save, list, try and remove topics."""

from dataclasses import dataclass

from sqlite_utils import Database

from extractors.ontology import load_ontology
from extractors.text import fold
from pipeline.errors import MisuseError
from pipeline.store import Store
from pipeline.topic_hits import find_hits

Row = dict[str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicHit:
    """An article that a topic catches."""

    id: str
    """Its id."""
    day: str
    """The day it was published."""
    source: str
    """Name of its source."""
    title: str
    """Its title."""


def add_topic(
    store: Store,
    name: str,
    *,
    query: str | None,
    campaign: str | None,
    alert_at: float | None,
    owner: str | None,
) -> str:
    """Save a topic and give its id; a name that is a campaign's catches all its printed forms by itself."""
    topic_id = "-".join(fold(name).split())
    topic_id = "".join(letter for letter in topic_id if letter.isalnum() or letter == "-").strip(
        "-"
    )
    if not topic_id:
        raise MisuseError(f"{name!r}: no name", "", "give a name with letters")
    campaign = campaign or find_campaign(store.db, name)
    known = (
        campaign is None
        or store.db.execute("SELECT 1 FROM campaigns WHERE id = ?", [campaign]).fetchone()
    )
    if not known:
        raise MisuseError(f"{campaign}: no such campaign", "", "leave --campaign out")
    with store.transaction() as db:
        if db.execute("SELECT 1 FROM topics WHERE id = ?", [topic_id]).fetchone():
            raise MisuseError(
                f"{topic_id}: there is such a topic", "", f"thidua topics rm {topic_id}"
            )
        db.execute(
            "INSERT INTO topics (id, name, query, alias_set, alert_at, owner) VALUES (?, ?, ?, ?, ?, ?)",
            [topic_id, name, query or name, campaign, alert_at and str(alert_at), owner],
        )
    return topic_id


def find_campaign(db: Database, name: str) -> str | None:
    """Give the campaign of the ontology that one of whose printed forms the name is. None where none is."""
    folded = " ".join(fold(name).split())
    for entry in load_ontology().campaigns:
        if any(" ".join(fold(alias).split()) == folded for alias in entry.aliases):
            row = db.execute("SELECT id FROM campaigns WHERE id = ?", [entry.id]).fetchone()
            return str(row[0]) if row else None
    return None


def list_topics(db: Database) -> list[Row]:
    """Give all topics."""
    return list(
        db.query("SELECT id, name, query, alias_set, alert_at, owner FROM topics ORDER BY name")
    )


def remove_topic(store: Store, topic_id: str) -> None:
    """Remove a topic with what it caught and the marks of its digests."""
    with store.transaction() as db:
        db.execute("DELETE FROM topic_hits WHERE topic_id = ?", [topic_id])
        # Without their topic they would count as marks of everything.
        db.execute("DELETE FROM digests WHERE topic_id = ?", [topic_id])
        if not db.execute("DELETE FROM topics WHERE id = ?", [topic_id]).rowcount:
            raise MisuseError(f"{topic_id}: no such topic", "", "thidua topics list")


def try_topic(
    db: Database, query: str, campaign: str | None, since: str, until: str
) -> tuple[TopicHit, ...]:
    """Give what a topic would have caught."""
    hits = []
    for article, day in find_hits(db, query, campaign, since, until):
        title, source = db.execute(
            """SELECT coalesce(a.title, a.external_id, a.id), s.name FROM articles a
               JOIN sources s ON s.slug = a.source_slug WHERE a.id = ?""",
            [article],
        ).fetchone()
        hits.append(TopicHit(id=article, day=day, source=source, title=title))
    return tuple(hits)
