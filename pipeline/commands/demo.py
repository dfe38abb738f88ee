"""`thidua demo`: the whole way on a small invented press."""

from pathlib import Path

import click

from pipeline.invocation import Invocation


@click.command("demo", short_help="Harvest a small invented press and show what was found.")
@click.option(
    "--dir",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("thidua-demo"),
    show_default=True,
    help="Folder for the database and the archive; made where there is none.",
)
@click.pass_obj
def command(invocation: Invocation, folder: Path) -> int:
    """Harvest a small invented union press over real HTTP on loopback and show what was found.

    \b
    Example:
      thidua demo --dir my-demo

    Some pages of that press are no articles, on purpose: the demo exits 0 when exactly those failed.
    """
    from pipeline.demo import run_demo

    return run_demo(folder, invocation)
