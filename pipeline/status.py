"""How the store is: counts, the last runs, the health of each source."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from pipeline.dates import now
from pipeline.store import Store, read_version

COUNTED = (
    "articles",
    "campaign_mentions",
    "figures",
    "awards",
    "pages",
    "urls",
    "issues",
    "reviews",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceHealth:
    """How one source did when it was last asked."""

    slug: str
    """Its id."""
    status: str
    """"ok" or "failed"."""
    reason: str | None
    """Why it failed. None where it did not."""
    last_good_at: str | None
    """UTC time of its last good run. None where there was none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """What the store holds at one moment."""

    db: str
    """Path of the database."""
    schema: int
    """Number of its schema."""
    bytes: int
    """Size of the file."""
    counts: dict[str, int]
    """Table to rows; of mentions only the standing ones."""
    last_run: dict[str, Any] | None
    """The last run as it stands in `runs`, without its ledger. None where there was none."""
    last_good_at: str | None
    """UTC time at which the last good run ended. None where there was none."""
    age_s: float | None
    """Seconds since then."""
    unfinished_run: int | None
    """Number of a run that was killed or still runs. None where there is none."""
    sources: tuple[SourceHealth, ...]
    """The sources of the ledgers."""

    def is_stale(self, limit_s: float) -> bool:
        """Say whether the last good run is older than `limit_s`, or there never was one."""
        return self.age_s is None or self.age_s > limit_s

    def as_json(self) -> dict[str, Any]:
        """Give the status as a plain dictionary."""
        return asdict(self)


def read_status(store: Store) -> Status:
    """Read the status of an open store."""
    db = store.db
    runs = list(
        db.query(
            "SELECT id, started_at, finished_at, command, version, exit_code FROM runs ORDER BY id DESC LIMIT 1"
        )
    )
    good = db.execute("SELECT max(finished_at) FROM runs WHERE exit_code = 0").fetchone()[0]
    open_run = db.execute(
        "SELECT max(id) FROM runs WHERE finished_at IS NULL AND id = (SELECT max(id) FROM runs)"
    ).fetchone()[0]
    return Status(
        db=str(store.path),
        schema=read_version(db),
        bytes=store.path.stat().st_size,
        counts={name: _count(store, name) for name in COUNTED},
        last_run=runs[0] if runs else None,
        last_good_at=good,
        age_s=(now() - datetime.fromisoformat(good)).total_seconds() if good else None,
        unfinished_run=open_run,
        sources=tuple(
            SourceHealth(
                slug=row["slug"],
                status=row["status"],
                reason=row["reason"],
                last_good_at=row["last_good_at"],
            )
            for row in db.query(
                """SELECT slug, status, reason, last_good_at FROM (
                     SELECT rs.slug, rs.status, rs.reason,
                       max(CASE WHEN rs.status = 'ok' THEN r.finished_at END) OVER (PARTITION BY rs.slug)
                         AS last_good_at,
                       row_number() OVER (PARTITION BY rs.slug ORDER BY rs.run_id DESC) AS back
                     FROM run_sources rs JOIN runs r ON r.id = rs.run_id) WHERE back = 1 ORDER BY slug"""
            )
        ),
    )


def _count(store: Store, table: str) -> int:
    standing = (
        " WHERE ended_run IS NULL" if table in {"campaign_mentions", "figures", "awards"} else ""
    )
    return int(store.db.execute(f"SELECT count(*) FROM {table}{standing}").fetchone()[0])


def render_status(status: Status) -> str:
    """Give the status for people."""
    lines = [f"{status.db}: schema {status.schema}, {status.bytes / 1e6:.1f} MB"]
    lines.append(", ".join(f"{number} {name}" for name, number in status.counts.items() if number))
    if status.last_run:
        run = status.last_run
        ended = f"exit {run['exit_code']}" if run["finished_at"] else "not finished"
        lines.append(f"last run {run['id']}: {run['command']}, {run['started_at']}, {ended}")
    else:
        lines.append("no run yet")
    lines += [
        f"{source.slug}: {source.status}"
        + (
            f", {source.reason}, last good {source.last_good_at or 'never'}"
            if source.reason
            else ""
        )
        for source in status.sources
    ]
    return "\n".join(line for line in lines if line)


def render_openmetrics(status: Status) -> str:
    """Give the status in the OpenMetrics text format."""
    lines = ["# TYPE thidua_rows gauge", "# HELP thidua_rows Rows by table."]
    lines += [f'thidua_rows{{table="{name}"}} {number}' for name, number in status.counts.items()]
    lines += [
        "# TYPE thidua_bytes gauge",
        "# UNIT thidua_bytes bytes",
        f"thidua_bytes {status.bytes}",
    ]
    if status.age_s is not None:
        lines += [
            "# TYPE thidua_last_good_run_age_seconds gauge",
            "# UNIT thidua_last_good_run_age_seconds seconds",
            f"thidua_last_good_run_age_seconds {status.age_s:.0f}",
        ]
    if status.sources:
        lines += ["# TYPE thidua_source_ok gauge"]
        lines += [
            f'thidua_source_ok{{source="{s.slug}"}} {int(s.status == "ok")}' for s in status.sources
        ]
    return "\n".join([*lines, "# EOF", ""])
