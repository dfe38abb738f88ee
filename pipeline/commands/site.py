"""`thidua site`: the explorer as a folder of plain files."""

from pathlib import Path
from typing import Literal

import click

from pipeline.invocation import Invocation
from pipeline.names_policy import choose_names, names_option
from pipeline.options import db_option


@click.group("site", short_help="Build the explorer: a folder of pages.")
def command() -> None:
    """Turn the database into pages that open from disk, in Vietnamese.

    \b
    Examples:
      thidua site build --out trang
      thidua site build --db union.db --out trang --names initials
    """


@command.command("build")
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="Folder."
)
@click.option(
    "--full-text", is_flag=True, help="Put whole texts on article pages; in the house only."
)
@click.option(
    "--title", default="Bản tin thi đua", show_default=True, help="Title of the front page."
)
@names_option
@db_option
@click.pass_obj
def build(
    invocation: Invocation,
    out: Path,
    full_text: bool,
    title: str,
    names: Literal["drop", "initials", "keep"] | None,
    db: Path | None,
) -> int:
    """Write what changed since the last build and open OUT/index.html: thidua site build --out trang."""
    from pipeline.choose_db import choose_db
    from pipeline.dates import now, render_day
    from pipeline.site_build import SiteOptions, build_site

    built = build_site(
        choose_db(invocation, db),
        out,
        SiteOptions(
            names=choose_names(invocation.load_settings(), names),
            full_text=full_text,
            today=render_day(now()),
            title=title,
        ),
    )
    if invocation.is_chatty():
        click.echo(
            f"{out / 'index.html'}: {built.articles} articles, {built.written} pages written, "
            f"{built.kept} kept, {built.removed} removed",
            err=True,
        )
    return 0
