"""`thidua stats`: coverage by source and week."""

from pathlib import Path

import click

from pipeline.invocation import Invocation
from pipeline.options import db_option, json_option


@click.command("stats", short_help="Coverage by source and week, as table, JSON or figure.")
@click.option("--source", metavar="SLUG", help="This source alone.")
@click.option("--since", metavar="WEEK", help="From this ISO week on, such as 2026-W07.")
@click.option("--until", metavar="WEEK", help="Up to this ISO week.")
@click.option(
    "--plot",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Draw it: .svg, .png or .pdf (extra charts), or .json with the chart's specification.",
)
@json_option
@db_option
@click.pass_obj
def command(
    invocation: Invocation,
    source: str | None,
    since: str | None,
    until: str | None,
    plot: Path | None,
    as_json: bool,
    db: Path | None,
) -> int:
    """Count by source and week: found, fetched, parsed, failed, barred; articles, mentions, claims, duplicates.

    \b
    Examples:
      thidua stats
      thidua stats --source laodong --since 2026-W01 --json
      thidua stats --plot coverage.svg

    Runs count in the week they ran, articles in the week they were published. A week without a run has no numbers,
    which is not zero; a failed source says so.
    """
    import json

    from corpus.coverage import COVERAGE_COLUMNS, total
    from pipeline.choose_db import choose_db
    from pipeline.coverage import read_coverage
    from pipeline.store import open_store
    from pipeline.tables import print_table

    with open_store(choose_db(invocation, db), read_only=True) as store:
        rows = [
            row
            for row in read_coverage(store.db)
            if (source is None or row.source_slug == source)
            and (since is None or row.week >= since)
            and (until is None or row.week <= until)
        ]
    if plot is not None:
        from corpus.coverage_plot import save_plot

        save_plot(rows, plot)
    if as_json:
        document = {
            "schema_version": 1,
            "total": total(rows),
            "weeks": [row.as_json() for row in rows],
        }
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    elif plot is None:
        names = [column.name for column in COVERAGE_COLUMNS]
        print_table(names, [row.as_cells() for row in rows])
    return 0
