"""Many inputs, of which some may be unusable: go on, list those at the end, exit 1."""

import click

from corpus.errors import CorpusError
from extractors.errors import ExtractError
from pipeline.errors import EXIT_FAILED, EXIT_OK, InputError
from scrapers.errors import ScrapeError

UNUSABLE = (InputError, ScrapeError, ExtractError, CorpusError)
"""What one input may raise without stopping the others."""


class Batch:
    """What went well and what did not."""

    def __init__(self) -> None:
        self.good = 0
        self.failures: list[tuple[str, str, str]] = []
        self.warnings: list[str] = []

    def fail(self, name: str, err: Exception) -> None:
        """Keep one unusable input: its name, the reason, the next step."""
        if isinstance(err, InputError):
            self.failures.append((err.thing, err.why, err.next_step))
            return
        text = str(err).removeprefix(f"{name}: ").removeprefix("page: ")
        why, _, next_step = text.partition("; ")
        self.failures.append((name, why, next_step))

    def warn(self, name: str, warnings: tuple[str, ...]) -> None:
        """Print what was odd about an input that could be used."""
        for warning in warnings:
            click.echo(f"warning: {name}: {warning}", err=True)

    def report(self) -> int:
        """List the unusable inputs on stderr, one block each; give the exit code."""
        for thing, why, next_step in self.failures:
            click.echo(f"error: {thing}", err=True)
            for label, text in (("why", why), ("next", next_step)):
                if text:
                    click.echo(f"  {label}: {text}", err=True)
        total = self.good + len(self.failures)
        if self.failures and total > 1:
            click.echo(f"{len(self.failures)} of {total} inputs could not be used", err=True)
        return EXIT_FAILED if self.failures else EXIT_OK
