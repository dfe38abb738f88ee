"""`thidua digest`: what is new, as text, mail or JSON."""

from pathlib import Path
from typing import Literal

import click

from pipeline.invocation import Invocation
from pipeline.names_policy import choose_names, names_option
from pipeline.options import db_option

Form = Literal["text", "html", "eml", "json"]


@click.command("digest", short_help="What is new since the last digest.")
@click.option(
    "--since",
    default="last",
    show_default=True,
    metavar="last|yesterday|DAY",
    help="Since the last digest that was sent, since yesterday, or since a day.",
)
@click.option("--topic", metavar="ID", help="One saved topic only.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "html", "eml", "json"]),
    help="Default: mail to digest.to where that is set, else text.",
)
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="File. Default: standard output."
)
@click.option("--mark-sent", is_flag=True, help="The next digest begins behind this one.")
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
    """
    import sys

    from pipeline import digest as digests
    from pipeline.choose_db import choose_db
    from pipeline.errors import MisuseError
    from pipeline.lock import hold_lock
    from pipeline.mail import send_message
    from pipeline.store import open_store

    if mark_sent and topic is not None:
        raise MisuseError(
            "--mark-sent with --topic",
            "what the topic leaves out would never be told",
            "mark the whole digest, or send a topic's with --since yesterday",
        )
    settings = invocation.load_settings()
    path = choose_db(invocation, db)
    made = digests.make_digest(
        path,
        digests.DigestOptions(
            since=since,
            topic=topic,
            names=choose_names(settings, names),
            provinces=settings.digest.provinces,
        ),
    )
    sender, to = settings.notify.mail_from, settings.digest.to
    mailed = form is None and out is None and bool(to)
    content = digests.render_digest(
        made, form or ("eml" if mailed else "text"), sender=sender, to=to
    )
    quiet_day = (
        not made.digest.count and not made.digest.failed and not settings.digest.at_least_daily
    )
    if mailed and not dry_run:
        if not quiet_day:
            send_message(settings.notify, digests.parse_message(content))
            if invocation.is_chatty():
                click.echo(f"mailed to {', '.join(to)}: {len(content)} bytes", err=True)
    elif out is not None and not dry_run:
        out.write_bytes(content)
    else:
        sys.stdout.buffer.write(content)
    if mark_sent and not dry_run:
        with hold_lock(path), open_store(path) as store:
            digests.mark_sent(store, made, content)
    return 0
