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
@jobs_option
@hosts_option
@click.pass_obj
def command(
    invocation: Invocation,
    paths: tuple[Path, ...],
    source: str,
    db: Path | None,
    no_extract: bool,
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

    An unusable file stops only itself, is listed at the end, and the exit code is 1. What is already stored
    stays as it is; nothing is left half-written. Makes the database where there is none.
    """
    from pipeline.choose_db import choose_db
    from pipeline.choose_sources import all_sources, choose_hosts
    from pipeline.importing import import_paths

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
