"""`thidua serve`: browse the database with Datasette."""

from pathlib import Path

import click

from pipeline.invocation import Invocation
from pipeline.options import db_option


@click.command("serve", short_help="Browse the database with Datasette (extra web).")
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen at.")
@click.option("--port", type=click.IntRange(1, 65535), default=8001, show_default=True)
@click.option("--public", is_flag=True, help="Allow an address that others can reach.")
@db_option
@click.pass_obj
def command(invocation: Invocation, host: str, port: int, public: bool, db: Path | None) -> int:
    """Serve the database read-only to this machine: facets, SQL, canned queries, marked sentences.

    \b
    Examples:
      thidua serve
      thidua serve --db union.db --port 8010
    """
    from pipeline.choose_db import choose_db
    from pipeline.serve import serve

    path = choose_db(invocation, db)
    if invocation.is_chatty():
        click.echo(f"http://{host}:{port}/{path.stem}", err=True)
    serve(path, host=host, port=port, public=public)
    return 0
