"""`thidua show`: one article with its facts."""

from pathlib import Path

import click

from pipeline.invocation import Invocation
from pipeline.options import db_option, json_option


@click.command("show", short_help="Show one article with its facts.")
@click.argument("target", metavar="ID|URL")
@db_option
@json_option
@click.pass_obj
def command(invocation: Invocation, target: str, db: Path | None, as_json: bool) -> int:
    """Show one article: its fields, its text with the mentions marked, its campaigns, figures and awards.

    \b
    Examples:
      thidua show a-3f2a9c01d4e5f607
      thidua show https://laodong.vn/cong-doan/bai-viet-1.ldo --json

    ID may be shortened as long as it names one article; the id of a figure or award shows its article.
    """
    import json

    from pipeline.choose_db import choose_db
    from pipeline.show import find_article, read_shown, render_shown
    from pipeline.store import open_store

    with open_store(choose_db(invocation, db), read_only=True) as store:
        shown = read_shown(store.db, find_article(store.db, target))
    if as_json:
        click.echo(json.dumps({"schema_version": 1} | shown, ensure_ascii=False, indent=2))
    else:
        click.echo(render_shown(shown, invocation.choose_lang()))
    return 0
