"""Make the report of one period in the form that is asked for."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from corpus.report.document import render_document
from corpus.report.tables import make_tables
from corpus.report.workbook import render_workbook
from corpus.site.pages import render_report
from corpus.site.quotes import Names
from pipeline.errors import MisuseError
from pipeline.pdf import print_pdf
from pipeline.private_people import require_layers
from pipeline.site_data import Scope, last_day, make_period, read_overview
from pipeline.stamp import render_stamp
from pipeline.store import open_store

Form = Literal["html", "xlsx", "docx", "pdf"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOptions:
    """What a report is to show."""

    form: Form
    """The file format."""
    since: str | None = None
    """First day. None for the 28 days up to the last."""
    until: str | None = None
    """Last day. None for the newest day of the data."""
    campaign: str | None = None
    """Id of a campaign. None for all."""
    province: str | None = None
    """Id of a province. None for all."""
    source: str | None = None
    """Id of a source. None for all."""
    names: Names = "drop"
    """What becomes of private persons' names."""
    title: str = "Báo cáo thi đua, khen thưởng"
    """What it is called."""
    today: str
    """The day that source health ends with."""


def make_report(db: Path, options: ReportOptions) -> bytes:
    """Give the bytes of the report."""
    with open_store(db, read_only=True) as store:
        period = make_period(options.since, options.until, last=last_day(store.db) or options.today)
        for table, column, value in (
            ("campaigns", "id", options.campaign),
            ("provinces", "id", options.province),
            ("sources", "slug", options.source),
        ):
            known = (
                value is None
                or store.db.execute(f"SELECT 1 FROM {table} WHERE {column} = ?", [value]).fetchone()
            )
            if not known:
                raise MisuseError(f"{value}: not known", f"no such id among the {table}")
        require_layers(store.db, since=period.before_since)
        overview = read_overview(
            store.db,
            Scope(
                period=period,
                campaign=options.campaign,
                province=options.province,
                source=options.source,
                claims=16,
                awards=16,
                since_digest=False,
                items=options.form == "xlsx",
            ),
            names=options.names,
            title=options.title,
            stamp=render_stamp(store.db),
            today=options.today,
        )
    if options.form == "xlsx":
        return render_workbook(make_tables(overview, overview.items), title=options.title)
    if options.form == "docx":
        return render_document(overview)
    page = render_report(overview)
    return print_pdf(page) if options.form == "pdf" else page.encode()
