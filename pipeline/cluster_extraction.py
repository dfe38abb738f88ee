"""`thidua extract --scheduler`: see what is to be done, have it done, say what became of it."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from pipeline.batch import Batch
from pipeline.cluster import Job, describe_rules, run_job
from pipeline.errors import InputError
from pipeline.invocation import Invocation
from pipeline.partition_inputs import Part, list_parts
from pipeline.partitions import PartResult, claim_folder, clear_leftovers, load_results
from scrapers.records import Source

Tell = Callable[[Part, PartResult | InputError], None]


def extract_on_cluster(
    urls: tuple[str, ...],
    *,
    scheduler: str,
    out: str,
    source: str,
    sources: tuple[Source, ...],
    hosts: frozenset[str] | None,
    invocation: Invocation,
) -> int:
    """Read the inputs on the workers of a scheduler into partitions under `out`; give the exit code."""
    parts = list_parts(urls)
    settings: dict[str, object] = {
        "source": source,
        "hosts": sorted(hosts) if hosts is not None else None,
    }
    claim_folder(out, settings)
    known = load_results(out)
    todo = [part for part in parts if part.id not in known]
    invocation.report(f"{len(parts)} parts, {len(parts) - len(todo)} of them done before")
    job = Job(source=source, sources=sources, hosts=hosts, out=out, maker=describe_rules())
    found: dict[str, PartResult | InputError] = dict(known)
    with _progress(len(todo), invocation) as tell:
        for part, result in run_job(scheduler, job, todo):
            found[part.id] = result
            tell(part, result)
    clear_leftovers(out)
    return _report(parts, found, out)


def _report(parts: tuple[Part, ...], found: dict[str, PartResult | InputError], out: str) -> int:
    """Tell in the order of the inputs what could not be used, also by parts that were done before."""
    batch = Batch()
    rows: Counter[str] = Counter()
    for part in parts:
        result = found[part.id]
        if isinstance(result, InputError):
            batch.fail(part.name, result)
            continue
        rows.update(result.rows)
        for reason, count in result.passed.items():
            batch.pass_over(part.name, reason, count)
        batch.end_archive(part.name)
        for failure in result.failures:
            batch.fail(failure[0], InputError(*failure))
    batch.good = rows["articles"]
    code = batch.report()
    counted = ", ".join(f"{number} {table}" for table, number in rows.items())
    click.echo(f"{counted}; thidua import {out}", err=True)
    return code


@contextmanager
def _progress(total: int, invocation: Invocation) -> Iterator[Tell]:
    """Give what is told after each part: a bar on a terminal, a line after `-v`."""

    def line(part: Part, result: PartResult | InputError) -> None:
        if isinstance(result, PartResult):
            speed = result.rows["articles"] / max(result.seconds, 0.001)
            invocation.report(
                f"{part.name}: {result.rows['articles']} articles in {result.seconds:.1f} s "
                f"({speed:.0f} a second), worker at {result.worker_megabytes} MB"
            )

    if not invocation.shows_progress():
        yield line
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("parts"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("parts", total=total)

        def advance(part: Part, result: PartResult | InputError) -> None:
            line(part, result)
            progress.advance(task)

        yield advance
