"""`thidua review`: what a person judged, and what to judge next."""

from pathlib import Path

import click

from pipeline.invocation import Invocation
from pipeline.options import db_option


@click.group("review", short_help="Judge mentions; verdicts survive re-extraction.")
def command() -> None:
    """Judge mentions: right, wrong or edited. A verdict survives every re-extraction.

    \b
    Examples:
      thidua review next --limit 20 > to-judge.jsonl
      thidua review import judged.jsonl --reviewer lan
      thidua review stats
    """


@command.command("next")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True)
@db_option
@click.pass_obj
def next_mentions(invocation: Invocation, limit: int, db: Path | None) -> int:
    """Print what to judge next, one JSON object a line: thidua review next --limit 5."""
    import json

    from pipeline.choose_db import choose_db
    from pipeline.review import queue
    from pipeline.store import open_store

    with open_store(choose_db(invocation, db), read_only=True) as store:
        for item in queue(store.db, limit=limit):
            click.echo(json.dumps(item, ensure_ascii=False))
    return 0


@command.command("export")
@db_option
@click.pass_obj
def export_verdicts(invocation: Invocation, db: Path | None) -> int:
    """Print every verdict, one JSON object a line: thidua review export > reviews.jsonl."""
    import json

    from pipeline.choose_db import choose_db
    from pipeline.review import export_reviews
    from pipeline.store import open_store

    with open_store(choose_db(invocation, db), read_only=True) as store:
        for item in export_reviews(store.db):
            click.echo(json.dumps(item, ensure_ascii=False))
    return 0


@command.command("import")
@click.argument("path", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--reviewer", help="Who judged, for lines that do not say.")
@db_option
@click.pass_obj
def import_verdicts(
    invocation: Invocation, path: Path, reviewer: str | None, db: Path | None
) -> int:
    """Store verdicts of a JSONL file, all or none: thidua review import judged.jsonl --reviewer lan."""
    from pipeline.choose_db import choose_db
    from pipeline.lock import hold_lock
    from pipeline.review import import_reviews
    from pipeline.store import open_store

    target = choose_db(invocation, db)
    lines = path.read_text(encoding="utf-8").splitlines()
    with hold_lock(target), open_store(target) as store:
        new = import_reviews(store, lines, reviewer=reviewer)
    if invocation.is_chatty():
        click.echo(f"{new} new verdicts", err=True)
    return 0


@command.command("stats")
@db_option
@click.pass_obj
def stats(invocation: Invocation, db: Path | None) -> int:
    """Count verdicts by layer: thidua review stats."""
    from pipeline.choose_db import choose_db
    from pipeline.review import VERDICTS, count_reviews
    from pipeline.store import open_store
    from pipeline.tables import Cell, print_table

    with open_store(choose_db(invocation, db), read_only=True) as store:
        counts = count_reviews(store.db)
    columns = (*VERDICTS, "unjudged")
    rows: list[list[Cell]] = [
        [layer, *(found.get(name, 0) for name in columns)] for layer, found in counts.items()
    ]
    print_table(("layer", *columns), rows)
    return 0
