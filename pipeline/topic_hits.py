"""Saved searches: what they catch, and whether that is more than usual."""

from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from sqlite_utils import Database

from corpus.site.paths import feed_page
from corpus.site.records import Period
from extractors.ontology import load_ontology
from pipeline.search import render_match
from pipeline.search_text import fold_for_search

BASELINE_DAYS = 14
DEFAULT_SPIKE = 3.0
"""A day of three times the usual one is a spike where the topic names no threshold of its own."""
LEAST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicHits:
    """A topic and its articles in a period."""

    id: str
    """Its id."""
    name: str
    """Its name."""
    query: str
    """The search as typed."""
    feed: str
    """Path of its feed."""
    count: int
    """Articles in the period."""
    alert: str
    """What is unusual; empty where nothing is."""
    ids: tuple[str, ...]
    """The articles, newest first."""


def read_topics(db: Database, period: Period) -> tuple[TopicHits, ...]:
    """Give every topic with what it catches in a period."""
    rows = db.query("SELECT id, name, query, alias_set, alert_at FROM topics ORDER BY name")
    return tuple(_read_topic(db, row, period) for row in rows)


def find_hits(
    db: Database, query: str, campaign: str | None, since: str, until: str
) -> list[tuple[str, str]]:
    """Give (article, day) of the articles that hold the words or name the campaign, newest first."""
    match = match_topic(query, campaign)
    if not match and campaign is None:
        return []
    found = db.execute(
        """SELECT a.id, a.published_on FROM articles a
           WHERE a.is_current = 1 AND a.published_on BETWEEN :since AND :until AND (
             a.id IN (SELECT m.article_id FROM campaign_mentions m
               WHERE m.campaign_id = :campaign AND m.ended_run IS NULL)
             OR a.id IN (SELECT x.article_id FROM articles_fts f JOIN article_search x ON x.id = f.rowid
               WHERE :match <> '' AND articles_fts MATCH :match))
           ORDER BY a.published_on DESC, a.published_at DESC, a.id""",
        {
            "since": since,
            "until": until,
            "campaign": campaign,
            # A MATCH of nothing is a syntax error even where it is not asked for.
            "match": match or '"\u0001"',
        },
    )
    return [(row[0], row[1]) for row in found]


def match_topic(query: str, campaign: str | None) -> str:
    """Give the FTS5 expression of a topic: its words side by side, or any printed form of its campaign."""
    names = [query] if query.strip() else []
    if campaign is not None:
        names += [
            alias
            for entry in load_ontology().campaigns
            if entry.id == campaign
            for alias in entry.aliases
        ]
    # Without marks: whoever follows a topic wants the headline that was typed without them, too.
    folded = dict.fromkeys(" ".join(fold_for_search(name).split()) for name in names)
    quoted = [name if '"' in name else f'"{name}"' for name in folded]
    return " OR ".join(f"({expression})" for expression in map(render_match, quoted) if expression)


def judge_spike(counts: list[int], threshold: float) -> str:
    """Say what is unusual about the last of daily counts against the days before; empty where nothing is."""
    if len(counts) < 2:
        return ""
    today, before = counts[-1], counts[:-1]
    usual = max(median(before), sum(before) / len(before))
    if today < LEAST or today < threshold * max(usual, 1 / len(before)):
        return ""
    said = f"{usual:.1f}".replace(".", ",")
    return f"{today} bài trong ngày, thường {said} bài/ngày"


def _read_topic(db: Database, row: dict[str, str | None], period: Period) -> TopicHits:
    query, campaign = str(row["query"]), row["alias_set"]
    hits = find_hits(db, query, campaign, period.since, period.until)
    until = date.fromisoformat(period.until)
    days = [(until - timedelta(days=back)).isoformat() for back in range(BASELINE_DAYS, -1, -1)]
    recent = [day for _, day in find_hits(db, query, campaign, days[0], period.until)]
    threshold = float(row["alert_at"] or DEFAULT_SPIKE)
    return TopicHits(
        id=str(row["id"]),
        name=str(row["name"]),
        query=query,
        feed=feed_page("chu-de", str(row["id"])),
        count=len(hits),
        alert=judge_spike([recent.count(day) for day in days], threshold),
        ids=tuple(one for one, _ in hits),
    )
