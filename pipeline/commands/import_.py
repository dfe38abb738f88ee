"""`thidua import`: saved pages, dumps, JSONL and web archives into the database."""

from pathlib import Path

import click

from pipeline.invocation import Invocation
from pipeline.options import db_option, hosts_option, jobs_option, paths_argument, source_option


@click.command("import", short_help="Store saved pages, dumps, JSONL or web archives.")
@paths_argument(required=True)
@source_option
@db_option
@click.option("--no-extract", is_flag=True, help="Store the articles and extract nothing.")
@click.option(
    "--annotations",
    type=click.Choice(["labelstudio", "doccano", "prodigy", "inception"]),
    help="PATH is what people annotated in this tool: store verdicts, or with --gold write a gold.",
)
@click.option("--reviewer", help="Who annotated.")
@click.option(
    "--gold",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the annotations as a gold file and touch no database.",
)
@jobs_option
@hosts_option
@click.pass_obj
def command(
    invocation: Invocation,
    paths: tuple[Path, ...],
    source: str,
    db: Path | None,
    no_extract: bool,
    annotations: str | None,
    reviewer: str | None,
    gold: Path | None,
    jobs: int,
    hosts: tuple[str, ...],
    known_hosts: bool,
) -> int:
    """Store saved HTML pages, plain-text dumps of pages, JSONL with id and text, or whole folders of them.

    \b
    Examples:
      thidua import saved-pages/ --db union.db
      thidua import dump.txt articles.jsonl --source laodong
      thidua import CC-NEWS-20251119-00042.warc.gz --known-hosts --jobs 4
      thidua import tasks.json --annotations labelstudio --reviewer lan

    An unusable file stops only itself, is listed at the end, and the exit code is 1. What is already stored
    stays as it is; nothing is left half-written. Makes the database where there is none.
    """
    from pipeline.choose_db import choose_db
    from pipeline.choose_sources import all_sources, choose_hosts
    from pipeline.importing import import_paths

    if annotations is not None:
        from pipeline.annotation_import import import_annotations

        path = None if gold is not None else choose_db(invocation, db)
        return import_annotations(path, paths, annotations, reviewer=reviewer, gold=gold)
    sources = all_sources(invocation.load_settings())
    return import_paths(
        choose_db(invocation, db),
        paths,
        source=source,
        extract=not no_extract,
        invocation=invocation,
        jobs=jobs,
        hosts=choose_hosts(sources, hosts, known=known_hosts),
    )
