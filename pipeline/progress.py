"""Progress of a harvest: one line a source on a terminal, nothing anywhere else."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from pipeline.ledger import Ledger

Report = Callable[[str, Ledger], None]


def _say_nothing(slug: str, ledger: Ledger) -> None:
    """Report nowhere."""


@contextmanager
def show_progress(*, shown: bool) -> Iterator[Report]:
    """Give what is told after each address; it draws only where `shown`."""
    if not shown:
        yield _say_nothing
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TextColumn("{task.fields[found]} found"),
        TextColumn("{task.fields[new]} new"),
        TextColumn("{task.fields[failed]} failed"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        tasks = {}

        def report(slug: str, ledger: Ledger) -> None:
            if slug not in tasks:
                tasks[slug] = progress.add_task(slug, total=None, found=0, new=0, failed=0)
            progress.update(
                tasks[slug], found=ledger.found, new=ledger.new, failed=ledger.count("failed")
            )

        yield report
