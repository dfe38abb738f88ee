"""Many inputs, of which some may be unusable: go on, list those at the end, exit 1."""

from collections import Counter

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
        self._passed: dict[str, Counter[str]] = {}

    def fail(self, name: str, err: Exception) -> None:
        """Keep one unusable input: its name, the reason, the next step."""
        told = explain(name, err)
        self.failures.append((told.thing, told.why, told.next_step))

    def warn(self, name: str, warnings: tuple[str, ...]) -> None:
        """Print what was odd about an input that could be used."""
        for warning in warnings:
            click.echo(f"warning: {name}: {warning}", err=True)

    def pass_over(self, archive: str, reason: str, count: int = 1) -> None:
        """Count pages of a web archive that are no articles."""
        self._passed.setdefault(archive, Counter())[reason] += count

    def end_archive(self, archive: str) -> None:
        """Tell in one warning which pages of a web archive were no articles."""
        others = self._passed.pop(archive, Counter())
        if others:
            counted = ", ".join(f"{number} {reason}" for reason, number in sorted(others.items()))
            click.echo(f"warning: {archive}: pages that are no articles: {counted}", err=True)

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


def explain(name: str, err: Exception) -> InputError:
    """Give the error of an unusable input with its name, reason and next step apart; it can be pickled."""
    if isinstance(err, InputError):
        return err
    text = str(err).removeprefix(f"{name}: ").removeprefix("page: ")
    why, _, next_step = text.partition("; ")
    return InputError(name, why, next_step)
