"""`thidua extract`: campaigns, figures and awards of texts, as JSON lines."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.invocation import Invocation
from pipeline.options import hosts_option, jobs_option, paths_argument, source_option

if TYPE_CHECKING:
    from scrapers.records import Source


@click.command("extract", short_help="Print campaigns, figures and awards as JSON lines.")
@paths_argument(required=False, dash=True, urls=True)
@source_option
@click.option("--no-text", is_flag=True, help="Leave the text out of the lines.")
@jobs_option
@click.option(
    "--scheduler",
    metavar="tcp://HOST:PORT",
    help="Have the workers of this Dask scheduler do it; PATH may then be an address such as s3://bucket/*.warc.gz.",
)
@click.option("--out", metavar="FOLDER", help="Where --scheduler puts partitions; an address too.")
@click.option(
    "--all",
    "all_layers",
    is_flag=True,
    help="Print bodies, people, places, times, documents, quotations, links and checks too.",
)
@hosts_option
@click.pass_obj
def command(
    invocation: Invocation,
    paths: tuple[Path | str, ...],
    source: str,
    no_text: bool,
    all_layers: bool,
    jobs: int,
    scheduler: str | None,
    out: str | None,
    hosts: tuple[str, ...],
    known_hosts: bool,
) -> int:
    """Print one JSON line a document: id, text, campaigns, figures, awards, with offsets into the text.

    \b
    Examples:
      thidua extract articles.jsonl > facts.jsonl
      thidua extract page.html --no-text --all
      cat articles.jsonl | thidua extract -
      thidua extract CC-NEWS/ --known-hosts --scheduler tcp://10.0.0.1:8786 --out partitions

    The text of a JSONL input is the article exactly as given; of pages and dumps the article is read first.
    Without PATH the standard input is read as JSONL. No database is read or written. With --scheduler the facts
    go to partitions of Parquet, which thidua import stores; a job that stopped goes on where it was.
    """
    from extractors.extract import load_extractor
    from pipeline.choose_sources import all_sources, check_source, choose_hosts
    from pipeline.extracting import Extracting, print_lines
    from pipeline.input_items import iter_items
    from pipeline.inputs import expand_paths
    from pipeline.workers import open_answers

    sources = all_sources(invocation.load_settings())
    check_source(source, sources)
    wanted = choose_hosts(sources, hosts, known=known_hosts)
    if scheduler is not None or out is not None:
        return _extract_on_cluster(paths, scheduler, out, jobs, source, sources, wanted, invocation)
    files = _local(paths)
    items = iter_items(expand_paths(files or (Path("-"),)), hosts=wanted)
    work = Extracting(
        source=source,
        sources=sources,
        with_text=not no_text,
        make_extractor=load_extractor,
        all_layers=all_layers,
    )
    with open_answers(work, items, jobs=jobs, report=invocation.report) as answers:
        return print_lines(answers)


def _local(paths: tuple[Path | str, ...]) -> tuple[Path, ...]:
    from pipeline.errors import MisuseError

    for path in paths:
        if isinstance(path, str):
            raise MisuseError(
                f"{path}: an address goes with --scheduler only",
                "this command opens files of this machine",
                "thidua extract --help",
            )
    return tuple(path for path in paths if isinstance(path, Path))


def _extract_on_cluster(
    paths: tuple[Path | str, ...],
    scheduler: str | None,
    out: str | None,
    jobs: int,
    source: str,
    sources: "tuple[Source, ...]",
    hosts: frozenset[str] | None,
    invocation: Invocation,
) -> int:
    from pipeline.errors import MisuseError

    if scheduler is None or out is None or not paths or "-" in map(str, paths):
        raise MisuseError(
            "--scheduler tcp://HOST:PORT, --out FOLDER and PATH... go together",
            "workers of other machines read files and write partitions",
            "thidua extract --help",
        )
    if jobs != 1:
        raise MisuseError(
            "--jobs does not go with --scheduler",
            "the cluster has its own workers",
            "leave one of them out",
        )
    try:
        from pipeline.cluster_extraction import extract_on_cluster
    except ModuleNotFoundError as err:
        raise MisuseError(
            f"--scheduler: {err.name} is not installed",
            "it comes with an extra",
            "pip install 'thidua[dask]'",
        ) from err

    return extract_on_cluster(
        tuple(path if isinstance(path, str) else str(path.resolve()) for path in paths),
        scheduler=scheduler,
        out=out if "://" in out else str(Path(out).resolve()),
        source=source,
        sources=sources,
        hosts=hosts,
        invocation=invocation,
    )
