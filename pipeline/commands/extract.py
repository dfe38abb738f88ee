"""`thidua extract`: campaigns, figures and awards of texts, as JSON lines."""

from pathlib import Path

import click

from pipeline.invocation import Invocation
from pipeline.options import hosts_option, jobs_option, paths_argument, source_option


@click.command("extract", short_help="Print campaigns, figures and awards as JSON lines.")
@paths_argument(required=False, dash=True)
@source_option
@click.option("--no-text", is_flag=True, help="Leave the text out of the lines.")
@jobs_option
@hosts_option
@click.pass_obj
def command(
    invocation: Invocation,
    paths: tuple[Path, ...],
    source: str,
    no_text: bool,
    jobs: int,
    hosts: tuple[str, ...],
    known_hosts: bool,
) -> int:
    """Print one JSON line a document: id, text, campaigns, figures, awards, with offsets into the text.

    \b
    Examples:
      thidua extract articles.jsonl > facts.jsonl
      thidua extract page.html --no-text
      cat articles.jsonl | thidua extract -

    The text of a JSONL input is the article exactly as given; of pages and dumps the article is read first.
    Without PATH the standard input is read as JSONL. No database is read or written.
    """
    from pipeline.choose_sources import all_sources, check_source, choose_hosts
    from pipeline.extracting import Extracting, print_lines
    from pipeline.input_items import iter_items
    from pipeline.inputs import expand_paths
    from pipeline.workers import open_answers

    sources = all_sources(invocation.load_settings())
    check_source(source, sources)
    wanted = choose_hosts(sources, hosts, known=known_hosts)
    items = iter_items(expand_paths(paths or (Path("-"),)), hosts=wanted)
    work = Extracting(source=source, sources=sources, with_text=not no_text)
    with open_answers(work, items, jobs=jobs, report=invocation.report) as answers:
        return print_lines(answers)
