"""Coverage as a figure for a paper: articles by week and source, weeks with failed runs marked."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from corpus.coverage import CoverageRow
from corpus.errors import CorpusError

ENDINGS = (".svg", ".png", ".pdf", ".json")
FONT = "DejaVu Sans"
# Okabe and Ito's colours, which people who see colours otherwise can tell apart.
COLOURS = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#000000")
CELL = 16
_NUMBERED = re.compile(r"gradient_(\d+)")


def save_plot(rows: Sequence[CoverageRow], path: Path) -> None:
    """Draw the coverage; raise `CorpusError` for an unknown ending or without the extra."""
    if path.suffix not in ENDINGS:
        raise CorpusError(f"{path}: a figure ends in {', '.join(ENDINGS)}")
    chart = make_chart(rows)
    if path.suffix == ".json":
        path.write_text(json.dumps(chart.to_dict(), ensure_ascii=False, indent=1) + "\n", "utf-8")
        return
    try:
        chart.save(str(path), scale_factor=2)
    except ImportError as err:
        raise CorpusError("figures need the extra: pip install 'thidua[charts]'") from err
    if path.suffix == ".svg":
        # The renderer numbers its gradients through all figures of a process; the same data are to give the same bytes.
        drawn = path.read_text("utf-8")
        found = dict.fromkeys(_NUMBERED.findall(drawn))
        numbers = {name: str(number) for number, name in enumerate(found)}
        path.write_text(_NUMBERED.sub(lambda m: f"gradient_{numbers[m[1]]}", drawn), "utf-8")


def make_chart(rows: Sequence[CoverageRow]) -> Any:  # noqa: ANN401 altair has no types
    """Give the chart: a column a week, a row a source, the number of articles as shade, a cross where a run failed."""
    try:
        import altair
    except ImportError as err:
        raise CorpusError("figures need the extra: pip install 'thidua[charts]'") from err
    values = [row.as_json() for row in rows if row.week != "undated"]
    weeks = sorted({str(row["week"]) for row in values})
    base = altair.Chart(altair.Data(values=values)).encode(  # type: ignore[no-untyped-call]
        x=altair.X("week:N", title="ISO week", sort=weeks),
        y=altair.Y("source_slug:N", title=None),
    )
    cells = base.mark_rect(stroke="#ffffff").encode(
        color=altair.Color("articles:Q", title="articles", scale=altair.Scale(scheme="blues"))
    )
    failed = base.transform_filter("datum.state == 'failed'").mark_point(
        shape="cross", angle=45, color=COLOURS[5], size=60, strokeWidth=2
    )
    height = CELL * len({row["source_slug"] for row in values})
    return (
        (cells + failed)
        .properties(width=max(CELL * len(weeks), 120), height=max(height, 40))
        .configure(font=FONT)
        .configure_view(stroke=None)
    )
