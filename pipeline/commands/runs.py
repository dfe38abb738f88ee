"""`thidua runs`: what ran, when, and how it ended."""

from pathlib import Path

import click

from pipeline.invocation import Invocation
from pipeline.options import db_option, json_option


@click.group("runs", short_help="List runs, or show one with its ledger.")
def command() -> None:
    """List runs, or show one with its ledger.

    \b
    Examples:
      thidua runs list
      thidua runs show 12 --urls
    """


@command.command("list")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True)
@db_option
@json_option
@click.pass_obj
def list_runs(invocation: Invocation, limit: int, db: Path | None, as_json: bool) -> int:
    """List the last runs, newest first: thidua runs list --limit 5."""
    import json

    from pipeline.choose_db import choose_db
    from pipeline.store import open_store
    from pipeline.tables import print_table

    columns = ("id", "started_at", "finished_at", "exit_code", "command")
    with open_store(choose_db(invocation, db), read_only=True) as store:
        rows = list(
            store.db.query(
                f"SELECT {', '.join(columns)} FROM runs ORDER BY id DESC LIMIT ?", [limit]
            )
        )
    if as_json:
        click.echo(json.dumps({"schema_version": 1, "runs": rows}, ensure_ascii=False, indent=2))
    else:
        print_table(columns, [[row[name] for name in columns] for row in rows])
    return 0


@command.command("show")
@click.argument("number", type=int)
@click.option("--urls", is_flag=True, help="List each address with its outcome and reason.")
@db_option
@json_option
@click.pass_obj
def show_run(
    invocation: Invocation, number: int, urls: bool, db: Path | None, as_json: bool
) -> int:
    """Show one run with what each source did: thidua runs show 12 --urls."""
    import json

    from pipeline.choose_db import choose_db
    from pipeline.errors import MisuseError
    from pipeline.store import open_store
    from pipeline.tables import print_table

    with open_store(choose_db(invocation, db), read_only=True) as store:
        runs = list(store.db.query("SELECT * FROM runs WHERE id = ?", [number]))
        if not runs:
            raise MisuseError(f"{number}: no such run", "", "thidua runs list")
        sources = list(store.db.query("SELECT * FROM run_sources WHERE run_id = ?", [number]))
        ledger = list(
            store.db.query(
                "SELECT l.slug, l.outcome, l.reason, u.canonical AS url FROM ledger l "
                "JOIN urls u ON u.id = l.url_id WHERE l.run_id = ? ORDER BY 1, 2, 3, 4",
                [number],
            )
            if urls
            else []
        )
    run = {name: value for name, value in runs[0].items() if name != "ledger"}
    if as_json:
        document = {"schema_version": 1, "run": run, "sources": sources, "urls": ledger}
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
        return 0
    for name, value in run.items():
        click.echo(f"{name}: {value}")
    columns = ("slug", "status", "found", "fetched", "new", "changed", "failed", "bytes", "reason")
    print_table(columns, [[row[name] for name in columns] for row in sources])
    if urls:
        print_table(("slug", "outcome", "reason", "url"), [list(row.values()) for row in ledger])
    return 0
