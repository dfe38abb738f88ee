"""`thidua config`: which configuration counts and what it says."""

import click

from pipeline.invocation import Invocation


@click.group("config", short_help="Show the configuration and its origin.")
def command() -> None:
    """Show the configuration, where it comes from, or check it.

    \b
    Examples:
      thidua config show --show-origin
      thidua config path
    """


@command.command("show")
@click.option("--show-origin", is_flag=True, help="Say where each value comes from.")
@click.pass_obj
def show(invocation: Invocation, show_origin: bool) -> int:
    """Print every key with its value: thidua config show --show-origin."""
    from pipeline.settings import list_values, load_with_origins

    loaded = load_with_origins(invocation.config)
    for key, value in list_values(loaded.settings):
        origin = f"\t{loaded.origins.get(key, 'default')}" if show_origin else ""
        click.echo(f"{key} = {value}{origin}")
    return 0


@command.command("path")
@click.pass_obj
def path(invocation: Invocation) -> int:
    """Print the file that counts; exit 1 where there is none: thidua config path."""
    from pipeline.settings import find_config

    found = find_config(invocation.config)
    if found is None:
        click.echo("no configuration file: every value is the default", err=True)
        return 1
    click.echo(found)
    return 0


@command.command("check")
@click.pass_obj
def check(invocation: Invocation) -> int:
    """Check the configuration, the sources it declares too: thidua config check."""
    from pipeline.choose_sources import all_sources

    settings = invocation.load_settings()
    sources = all_sources(settings)
    if invocation.is_chatty():
        click.echo(f"the configuration is right; {len(sources)} sources are known", err=True)
    return 0
