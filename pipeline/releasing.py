"""Make a release of a database: what it is told to be, and its tables."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from sqlite_utils import Database

from corpus.breakdown import Line, score_lines
from corpus.export.datapackage import FileFacts
from corpus.personal_names import Names
from corpus.release.build import build_release, check_new
from corpus.release.cite import version_of
from corpus.release.manifest import Manifest
from corpus.release.records import ReleasePlan, ReleasePolicy, SourceNote
from corpus.tables import DataTable
from pipeline.dataset_columns import Policy
from pipeline.dataset_tables import read_tables
from pipeline.dates import render_day
from pipeline.errors import MisuseError, VersionTakenError
from pipeline.gold_arguments import FURTHER, PRESS, RULES, load_gold, load_system
from pipeline.lock import hold_lock
from pipeline.release_records import (
    find_parent,
    is_outdated,
    newest_version,
    next_version,
    obey_tombstones,
    record_release,
)
from pipeline.spool import Spool
from pipeline.store import Store, open_store, read_version

NOT_READ = "not read"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseOptions:
    """What a person said of the release."""

    version: str | None = None
    """Version. None takes the day of the newest run, such as "2026.11.20", then "2026.11.20+1" for other content."""
    parent: str | None = None
    """Version before. None takes the one that was built last from this database."""
    doi: str | None = None
    """DOI of this version."""
    concept_doi: str | None = None
    """DOI of all versions."""
    names: Names = "drop"
    """What is done with personal names."""
    names_reason: str | None = None
    """Why they are not dropped."""
    text_reason: str | None = None
    """Why whole texts are in it. None leaves them out."""


def make_release(db: Path, out: Path, options: ReleaseOptions) -> Manifest:
    """Build the release of a database and keep a record of it there, both or neither.

    Raise `MisuseError` where an opt-in has no reason, or the version was already given to other content.
    """
    if options.names != "drop" and not options.names_reason:
        raise MisuseError(
            f"names {options.names}: no reason",
            "personal names leave the house with a reason alone",
            'add --names-reason "…"',
        )
    check_new(out)
    with hold_lock(db), open_store(db) as store:
        day = _newest_day(store.db)
        first = version_of(day)
        said = options.version or newest_version(store.db, first)
        if options.version is None and is_outdated(store.db, said):
            said = next_version(said, first)
        try:
            return _build(store, out, options, said, day)
        except VersionTakenError:
            if options.version is not None:
                raise
            # Content has changed since the last release of this day.
            return _build(store, out, options, next_version(said, first), day)


def _build(store: Store, out: Path, options: ReleaseOptions, version: str, day: str) -> Manifest:
    policy = Policy(names=options.names, with_text=options.text_reason is not None)
    with store.transaction() as db, Spool() as spool:
        obey_tombstones(db, version)
        tables = read_tables(db, spool, policy)
        parent = options.parent or find_parent(db, version)
        plan = _plan(db, tables, replace(options, version=version, parent=parent), day)

        def accept(manifest: FileFacts) -> None:
            record_release(db, plan, manifest.sha256)

        return build_release(tables, plan, out, accept=accept)


def _plan(
    db: Database, tables: tuple[DataTable, ...], options: ReleaseOptions, day: str
) -> ReleasePlan:
    scores, documents = score_press(PRESS)
    further_scores, further_documents = score_press(FURTHER)
    return ReleasePlan(
        version=str(options.version),
        released_on=day,
        parent=options.parent,
        doi=options.doi,
        concept_doi=options.concept_doi,
        program=version("thidua"),
        schema=read_version(db),
        policy=ReleasePolicy(
            names=options.names,
            names_reason=options.names_reason,
            with_text=options.text_reason is not None,
            text_reason=options.text_reason,
        ),
        scores=scores,
        gold_documents=documents,
        further_scores=further_scores,
        further_documents=further_documents,
        sources=_sources(db, tables),
    )


@lru_cache(maxsize=2)
def score_press(name: str) -> tuple[tuple[Line, ...], int]:
    """Score the present rules on one gold of the sample press; give the lines and how many articles it has."""
    gold, layers = load_gold(name)
    return score_lines(gold, load_system(RULES, gold, layers), layers), len(gold)


def _newest_day(db: Database) -> str:
    last = db.execute("SELECT max(started_at) FROM runs").fetchone()[0]
    if last is None:
        raise MisuseError("the database has no run yet", "there is nothing to release")
    return render_day(datetime.fromisoformat(str(last).replace("Z", "+00:00")))


def _sources(db: Database, tables: tuple[DataTable, ...]) -> tuple[SourceNote, ...]:
    by_name = {table.name: table for table in tables}
    articles = Counter(by_name["articles"].column("source_slug"))
    robots = _read_robots(db)
    return tuple(
        SourceNote(
            slug=str(row["slug"]),
            name=str(row["name"]),
            homepage=str(row["homepage"] or "unknown"),
            robots=_robots(
                row["robots_decision"], row["robots_read_at"], robots.get(str(row["slug"]))
            ),
            terms=_terms(row["terms_url"], row["terms_read_on"]),
            mining=str(row["tdm_signal"] or "not looked for"),
            articles=articles[row["slug"]],
        )
        for row in by_name["sources"].records()
        if articles[row["slug"]]
    )


def _read_robots(db: Database) -> dict[str, str]:
    """Give source → the state and day of the robots.txt of the server that answered for it."""
    sql = """SELECT DISTINCT r.source_slug, b.state, substr(b.fetched_at, 1, 10) FROM records r JOIN robots b
        ON substr(r.url, 1, length(b.origin) + 1) = b.origin || '/'
        WHERE r.source_slug IS NOT NULL ORDER BY 1, 3"""
    return {slug: f"{state}, {day}; obeyed" for slug, state, day in db.execute(sql).fetchall()}


def _robots(decision: object, at: object, read: str | None) -> str:
    if decision:
        return f"{decision}, {str(at)[:10]}" if at else str(decision)
    return read or NOT_READ


def _terms(url: object, day: object) -> str:
    return f"{url}, read on {day}" if url and day else str(url) if url else NOT_READ
