"""`thidua report`: one period on one page, in a workbook or in a document."""

from pathlib import Path
from typing import Literal

import click

from pipeline.invocation import Invocation
from pipeline.names_policy import choose_names, names_option
from pipeline.options import db_option

Form = Literal["html", "xlsx", "docx", "pdf"]


@click.command("report", short_help="One period as page, workbook, document or PDF.")
@click.option(
    "--for",
    "form",
    type=click.Choice(["html", "xlsx", "docx", "pdf"]),
    default="html",
    show_default=True,
    help="Format. PDF needs an installed Chromium.",
)
@click.option("--from", "since", metavar="DAY", help="First day. Default: 27 days before the last.")
@click.option("--to", "until", metavar="DAY", help="Last day. Default: the newest day of the data.")
@click.option("--campaign", metavar="ID", help="One campaign only.")
@click.option("--province", metavar="ID", help="One province only, of today or before.")
@click.option("--source", metavar="SLUG", help="One source only.")
@click.option("--title", default="Báo cáo thi đua, khen thưởng", show_default=True, help="Title.")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File. Default: bao-cao.<format> here; - is the standard output.",
    default=None,
)
@names_option
@db_option
@click.pass_obj
def command(
    invocation: Invocation,
    form: Form,
    since: str | None,
    until: str | None,
    campaign: str | None,
    province: str | None,
    source: str | None,
    title: str,
    out: Path | None,
    names: Literal["drop", "initials", "keep"] | None,
    db: Path | None,
) -> int:
    """Write the report of a period as one file that opens without the network.

    \b
    Examples:
      thidua report
      thidua report --from 2025-11-01 --to 2025-11-30 --for docx --out thang-11.docx
      thidua report --for xlsx --province ha_noi
    """
    import sys

    from pipeline.choose_db import choose_db
    from pipeline.dates import now, render_day
    from pipeline.report import ReportOptions, make_report

    content = make_report(
        choose_db(invocation, db),
        ReportOptions(
            form=form,
            since=since,
            until=until,
            campaign=campaign,
            province=province,
            source=source,
            names=choose_names(invocation.load_settings(), names),
            title=title,
            today=render_day(now()),
        ),
    )
    target = out or Path(f"bao-cao.{form}")
    if str(target) == "-":
        sys.stdout.buffer.write(content)
        return 0
    target.write_bytes(content)
    if invocation.is_chatty():
        click.echo(f"{target}: {len(content)} bytes", err=True)
    return 0
