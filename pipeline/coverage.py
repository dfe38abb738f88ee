"""Read the coverage of the sources by week from the ledgers of the runs and from the articles."""

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlite_utils import Database

from corpus.coverage import NO_RUN, CoverageRow, week_of
from corpus.tables import Cell
from pipeline.dates import render_day
from pipeline.rows import MENTION_TABLES

LOGIN = "login_wall"
Place = tuple[str, str]


@dataclass(slots=True)
class _Runs:
    count: int = 0
    state: str = NO_RUN
    numbers: Counter[str] = field(default_factory=Counter)


def read_coverage(db: Database, *, claims: Sequence[Cell] | None = None) -> tuple[CoverageRow, ...]:
    """Give one row for each source and week with a run or an article, in order.

    `claims` are the first articles of claims found elsewhere; without them the store's are counted, where it has any.
    """
    if claims is None:
        stored = db.execute("SELECT first_article_id FROM claims").fetchall()
        claims = [row[0] for row in stored] or None
    runs = _read_runs(db)
    articles = _read_articles(db, claims or ())
    rows = []
    for source, week in sorted({*runs, *articles}):
        run = runs.get((source, week), _Runs())
        counted = articles.get((source, week), Counter())
        rows.append(
            CoverageRow(
                source_slug=source,
                week=week,
                state=run.state,
                runs=run.count,
                found=run.numbers["found"] if run.count else None,
                fetched=run.numbers["fetched"] if run.count else None,
                parsed=run.numbers["parsed"] if run.count else None,
                failed=run.numbers["failed"] if run.count else None,
                barred=run.numbers["barred"] if run.count else None,
                articles=counted["articles"],
                mentions=counted["mentions"],
                claims=counted["claims"] if claims is not None else None,
                duplicates=counted["duplicates"],
            )
        )
    return tuple(rows)


def _read_runs(db: Database) -> dict[Place, _Runs]:
    found: defaultdict[Place, _Runs] = defaultdict(_Runs)
    sql = "SELECT started_at, ledger FROM runs WHERE ledger IS NOT NULL ORDER BY id"
    for started_at, ledger in db.execute(sql).fetchall():
        week = week_of(render_day(datetime.fromisoformat(started_at.replace("Z", "+00:00"))))
        for slug, entry in json.loads(ledger).items():
            run = found[slug, week]
            run.count += 1
            run.state = str(entry.get("status", "failed"))
            urls = entry.get("urls") or {}
            login = len((urls.get("failed") or {}).get(LOGIN, ()))
            run.numbers.update(
                found=entry.get("found", 0),
                fetched=entry.get("fetched", 0),
                parsed=entry.get("new", 0) + entry.get("changed", 0),
                failed=entry.get("failed", 0) - login,
                barred=sum(len(ids) for ids in (urls.get("refused") or {}).values()) + login,
            )
    return dict(found)


def _read_articles(db: Database, claims: Sequence[Cell]) -> dict[Place, Counter[str]]:
    found: defaultdict[Place, Counter[str]] = defaultdict(Counter)
    places: dict[str, Place] = {}
    seen: set[str] = set()
    sql = "SELECT id, source_slug, published_on, cluster_id FROM articles WHERE is_current = 1 ORDER BY published_on, id"
    for article, slug, day, cluster in db.execute(sql).fetchall():
        place = (slug, week_of(day))
        places[article] = place
        found[place]["articles"] += 1
        if cluster is not None:
            found[place]["duplicates"] += cluster in seen
            seen.add(cluster)
    for table in MENTION_TABLES:
        counts = (
            f"SELECT article_id, count(*) FROM {table} WHERE ended_run IS NULL GROUP BY article_id"
        )
        for article, number in db.execute(counts).fetchall():
            if article in places:
                found[places[article]]["mentions"] += number
    for first in claims:
        if str(first) in places:
            found[places[str(first)]]["claims"] += 1
    return dict(found)
