"""`thidua sources`: what is known of the sources."""

from pathlib import Path

import click

from pipeline.invocation import Invocation
from pipeline.options import db_option, json_option


@click.group("sources", short_help="List, show or check sources.")
def command() -> None:
    """List the sources, show one, or check that it still answers as expected.

    \b
    Examples:
      thidua sources list
      thidua sources check laodong
    """


@command.command("list")
@json_option
@click.pass_obj
def list_sources(invocation: Invocation, as_json: bool) -> int:
    """List every source, built in or of the configuration: thidua sources list --json."""
    import json
    from dataclasses import asdict

    from pipeline.choose_sources import all_sources
    from pipeline.tables import print_table

    sources = sorted(all_sources(invocation.load_settings()), key=lambda source: source.slug)
    if as_json:
        document = {"schema_version": 1, "sources": [asdict(source) for source in sources]}
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    else:
        columns = ("slug", "name", "platform", "home")
        print_table(columns, [[s.slug, s.name, s.platform, s.home] for s in sources])
    return 0


@command.command("show")
@click.argument("slug")
@click.pass_obj
def show_source(invocation: Invocation, slug: str) -> int:
    """Show one source: thidua sources show laodong."""
    from dataclasses import asdict

    from pipeline.choose_sources import choose_sources

    (source,) = choose_sources(invocation.load_settings(), (slug,))
    for name, value in asdict(source).items():
        if value not in (None, ()):
            shown = ", ".join(map(str, value)) if isinstance(value, tuple) else value
            click.echo(f"{name}: {shown}")
    return 0


@command.command("check")
@click.argument("slugs", nargs=-1, metavar="[SLUG]...")
@click.pass_obj
def check_sources(invocation: Invocation, slugs: tuple[str, ...]) -> int:
    """Fetch robots.txt, one listing and one article; say field by field what fits; write nothing.

    Example: thidua sources check laodong.
    """
    from pipeline.check_source import check_source, make_check_fetcher
    from pipeline.choose_sources import choose_sources

    settings = invocation.load_settings()
    code = 0
    fetcher = make_check_fetcher(settings)
    for source in choose_sources(settings, slugs):
        part = settings.sources.get(source.slug)
        report = check_source(source, fetcher, base_url=part.base_url if part else None)
        click.echo(f"{source.slug}: {'ok' if report.fits else 'FAILED'}")
        for line in report.lines:
            click.echo(f"  {line}")
        code = code if report.fits else 1
    fetcher.close()
    return code


@command.command("accept")
@click.argument("slug")
@db_option
@click.pass_obj
def accept_source(invocation: Invocation, slug: str, db: Path | None) -> int:
    """Take a changed site for the usual one from now on: thidua sources accept laodong.

    After a redesign that was looked at, its nights count as history again.
    """
    from pipeline.choose_db import choose_db
    from pipeline.choose_sources import choose_sources
    from pipeline.lock import hold_lock
    from pipeline.nights import accept_nights
    from pipeline.store import open_store

    choose_sources(invocation.load_settings(), (slug,))
    path = choose_db(invocation, db)
    with hold_lock(path), open_store(path) as store:
        run = accept_nights(store, slug)
    if invocation.is_chatty():
        click.echo(f"{slug}: accepted up to run {run}", err=True)
    return 0
