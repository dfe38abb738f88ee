"""The line of a run: begun before the first write, ended after the last, never deleted."""

import json
from importlib.metadata import version
from typing import TypedDict

from extractors.ontology import load_ontology
from pipeline.dates import now, render_utc
from pipeline.store import Store
from pipeline.vocabulary import ontology_version


class SourceLedger(TypedDict, total=False):
    """What one source did in a run, as it stands in the ledger of the run."""

    status: str
    found: int
    fetched: int
    new: int
    changed: int
    failed: int
    bytes: int
    figures: int
    awards: int
    reason: str | None
    complete: bool
    last_good_run: int | None
    night: dict[str, object] | None
    urls: dict[str, dict[str, list[int]]]


def begin_run(store: Store, command: str, *, config_hash: str | None = None) -> int:
    """Write the line of a new run and give its number."""
    with store.transaction() as db:
        cursor = db.execute(
            "INSERT INTO runs (started_at, command, version, config_hash, ontology_version) "
            "VALUES (?, ?, ?, ?, ?)",
            [
                render_utc(now()),
                command,
                version("thidua"),
                config_hash,
                ontology_version(load_ontology()),
            ],
        )
        if cursor.lastrowid is None:
            raise ValueError("SQLite gave no row id for the run")
        return cursor.lastrowid


def end_run(
    store: Store, run_id: int, exit_code: int, ledger: dict[str, SourceLedger] | None = None
) -> None:
    """Close the line of a run."""
    text = json.dumps(ledger, ensure_ascii=False, sort_keys=True) if ledger is not None else None
    with store.transaction() as db:
        db.execute(
            "UPDATE runs SET finished_at = ?, exit_code = ?, ledger = ? WHERE id = ?",
            [render_utc(now()), exit_code, text, run_id],
        )


def save_extractor(store: Store) -> str:
    """Make sure that the present extractor has its row; give its id."""
    number = version("thidua")
    extractor_id = f"thidua-{number}"
    with store.transaction() as db:
        db.execute(
            "INSERT OR IGNORE INTO extractors (id, name, version, rules_hash) VALUES (?, 'thidua', ?, ?)",
            [extractor_id, number, ontology_version(load_ontology())],
        )
    return extractor_id
