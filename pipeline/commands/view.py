"""`thidua view`: one text with all its layers as a page to open in a browser."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.invocation import Invocation
from pipeline.options import db_option

if TYPE_CHECKING:
    from datetime import date


@click.command("view", short_help="Show a text with its layers as an HTML page.")
@click.argument("target", metavar="FILE|ID")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write. Default: the standard output.",
)
@db_option
@click.pass_obj
def command(invocation: Invocation, target: str, out: Path | None, db: Path | None) -> int:
    """Write one self-contained page: the text with its mentions marked, the links, the checks.

    \b
    Examples:
      thidua view bai-viet.txt --out bai-viet.html
      thidua view a-3f2a9c01d4e5f607 --out bai-viet.html

    A FILE is plain text in UTF-8; its first line is taken for the headline. An ID is that of an article in the
    database. Boxes above the text switch layers off; nothing is loaded from elsewhere.
    """
    from extractors.extract import load_extractor
    from extractors.view import render_view

    text, published = _read(invocation, target, db)
    facts = load_extractor().extract_all(text, published=published)
    title = next((line for line in text.splitlines() if line.strip()), target)
    page = render_view(text, facts, title=title)
    if out is None:
        click.echo(page, nl=False)
    else:
        out.write_text(page, "utf-8")
    return 0


def _read(invocation: Invocation, target: str, db: Path | None) -> "tuple[str, date | None]":
    from pipeline.choose_db import choose_db
    from pipeline.documents import day_of
    from pipeline.errors import InputError
    from pipeline.show import find_article, read_shown
    from pipeline.store import open_store

    path = Path(target)
    if path.is_file():
        try:
            return path.read_text("utf-8"), None
        except UnicodeDecodeError as err:
            raise InputError(f"{path}: no UTF-8 text: {err}") from err
    with open_store(choose_db(invocation, db), read_only=True) as store:
        shown = read_shown(store.db, find_article(store.db, target))
    return str(shown["text"]), day_of(shown["published_on"])
