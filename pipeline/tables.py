"""Tables for people: drawn on a terminal, tab-separated lines in a pipe."""

import os
import sys
from collections.abc import Sequence

import click

Cell = str | int | float | None


def render_number(value: float) -> str:
    """Give a number as Vietnamese print has it: points group, a comma is the decimal mark."""
    if value == int(value):
        return f"{int(value):,}".replace(",", ".")
    return f"{value:,}".replace(",", "\x00").replace(".", ",").replace("\x00", ".")


def emphasise(text: str) -> str:
    """Give a text in bold, or as it is where the user wants no colours or the terminal has none."""
    plain = bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"
    return text if plain else click.style(text, bold=True)


def print_blocks(blocks: Sequence[tuple[str, str, str]]) -> None:
    """Print each (title, facts, text) as a block: for a terminal, where long texts do not fit a table."""
    for title, facts, text in blocks:
        click.echo(emphasise(title))
        click.echo(f"  {facts}")
        if text:
            click.echo(f"  {text}")
        click.echo()


def print_table(
    headings: Sequence[str], rows: Sequence[Sequence[Cell]], *, drawn: bool | None = None
) -> None:
    """Print rows on stdout; `drawn` forces or forbids the table, the terminal decides otherwise."""
    if not (sys.stdout.isatty() if drawn is None else drawn):
        for row in rows:
            click.echo("\t".join(_plain(cell) for cell in row))
        return
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE, pad_edge=False, expand=False)
    for number, heading in enumerate(headings):
        numeric = all(isinstance(row[number], int | float) for row in rows)
        table.add_column(heading, justify="right" if numeric else "left", overflow="fold")
    for row in rows:
        table.add_row(*(Text(_pretty(cell)) for cell in row))
    Console(file=sys.stdout, width=None if sys.stdout.isatty() else 110).print(table)


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell == int(cell):
        return str(int(cell))
    return " ".join(str(cell).split())


def _pretty(cell: Cell) -> str:
    return render_number(cell) if isinstance(cell, int | float) else _plain(cell)
