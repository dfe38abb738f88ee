"""The card of a release: what it is, how good, what is wrong with it, whose words, who is not in it."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from corpus.export.datapackage import LICENCES
from corpus.release.cite import citation_of
from corpus.release.records import ReleasePlan
from corpus.tables import DataTable

TEMPLATES = Path(__file__).parents[1] / "templates"


def render_card(plan: ReleasePlan, tables: Sequence[DataTable]) -> str:
    """Give README.md with the front matter that Hugging Face reads."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["cell"] = _cell
    by_name = {table.name: table for table in tables}
    return environment.get_template("card.md").render(
        plan=plan,
        tables=tables,
        licences=LICENCES,
        citation=citation_of(plan),
        years=_counts(by_name["articles"], "published_on", cut=4),
        kinds=_counts(by_name["figures"], "kind"),
        forms=_counts(by_name["awards"], "form_id"),
        types=_counts(by_name["campaign_mentions"], "type"),
        verdicts=_counts(by_name["reviews"], "verdict"),
        rows={table.name: len(table.rows) for table in tables},
        size=_size(len(by_name["articles"].rows)),
    )


def _counts(table: DataTable, column: str, *, cut: int | None = None) -> list[tuple[str, int]]:
    values = [
        str(value)[:cut] if value is not None else "not stated" for value in table.column(column)
    ]
    return sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0]))


def _size(number: int) -> str:
    for limit, word in ((1_000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K")):
        if number < limit:
            return word
    return "100K<n<1M" if number < 1_000_000 else "1M<n<10M"


def _cell(value: object) -> str:
    """Keep a value within its cell of a Markdown table."""
    return " ".join(str(value).split()).replace("|", "\\|").replace("<", "&lt;")
