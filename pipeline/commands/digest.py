"""`thidua digest`: what is new, as text, mail or JSON."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from pipeline.invocation import Invocation
from pipeline.names_policy import choose_names, names_option
from pipeline.options import db_option

if TYPE_CHECKING:
    from pipeline.digest import Made
    from pipeline.settings import Settings

Form = Literal["text", "html", "eml", "json"]


@click.command("digest", short_help="What is new since the last digest.")
@click.option(
    "--since",
    default="last",
    show_default=True,
    metavar="last|yesterday|DAY",
    help="Since the last digest that was sent, since yesterday, or since a day.",
)
@click.option("--topic", metavar="ID", help="One saved topic only; it has a mark of its own.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "html", "eml", "json"]),
    help="Default: mail to digest.to where that is set, else text.",
)
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="File. Default: standard output."
)
@click.option(
    "--mark-sent",
    is_flag=True,
    help="The next digest begins behind this one; with --topic, the next one of the topic.",
)
@click.option("--dry-run", is_flag=True, help="Print what would be sent; send and mark nothing.")
@names_option
@db_option
@click.pass_obj
def command(
    invocation: Invocation,
    since: str,
    topic: str | None,
    form: Form | None,
    out: Path | None,
    mark_sent: bool,
    dry_run: bool,
    names: Literal["drop", "initials", "keep"] | None,
    db: Path | None,
) -> int:
    """Tell what is new; it opens with how many sources answered, or which did not, and is never silent.

    \b
    Examples:
      thidua digest
      thidua digest --since yesterday --format html --out ban-tin.html
      thidua digest --mark-sent
      thidua digest --topic tet-sum-vay --mark-sent
    """
    from pipeline.choose_db import choose_db
    from pipeline.digest import DigestOptions, make_digest, mark_as_sent

    settings = invocation.load_settings()
    path = choose_db(invocation, db)
    options = DigestOptions(
        since=since,
        topic=topic,
        names=choose_names(settings, names),
        provinces=settings.digest.provinces,
    )
    made = make_digest(path, options)
    content = _deliver(invocation, settings, made, form, out, dry_run=dry_run)
    if mark_sent and not dry_run:
        mark_as_sent(path, made, content, topic=topic)
    return 0


def _deliver(
    invocation: Invocation,
    settings: "Settings",
    made: "Made",
    form: Form | None,
    out: Path | None,
    *,
    dry_run: bool,
) -> bytes:
    """Mail, write or print the digest; give its bytes."""
    import sys

    from pipeline.digest import parse_message, render_digest
    from pipeline.mail import send_message

    to = settings.digest.to
    mailed = form is None and out is None and bool(to)
    content = render_digest(
        made, form or ("eml" if mailed else "text"), sender=settings.notify.mail_from, to=to
    )
    told = made.digest.count or made.digest.failed or settings.digest.at_least_daily
    if dry_run or not (mailed or out):
        sys.stdout.buffer.write(content)
    elif out is not None:
        out.write_bytes(content)
    elif told:
        send_message(settings.notify, parse_message(content))
        if invocation.is_chatty():
            click.echo(f"mailed to {', '.join(to)}: {len(content)} bytes", err=True)
    return content
