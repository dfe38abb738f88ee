"""An evaluation for people and for programs: JSON and one HTML page."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from corpus.agreement import Agreement
from corpus.breakdown import Line
from corpus.error_list import Error
from extractors.output import Json

TEMPLATES = Path(__file__).parent / "templates"


def lines_to_json(lines: Sequence[Line]) -> list[Json]:
    """Give the lines of an evaluation as objects with stable keys."""
    return [
        {
            "by": line.by,
            "part": line.part,
            "measure": line.measure,
            "documents": line.documents,
            "right": line.counts.right,
            "predicted": line.counts.predicted,
            "gold": line.counts.gold,
            "precision": round(line.counts.precision, 6),
            "recall": round(line.counts.recall, 6),
            "f1": round(line.counts.f1, 6),
            "f1_low": round(line.low, 6),
            "f1_high": round(line.high, 6),
        }
        for line in lines
    ]


def errors_to_json(errors: Sequence[Error]) -> list[Json]:
    """Give errors as objects."""
    return [
        {
            "document": error.document,
            "layer": error.layer,
            "what": error.what,
            "start": error.start,
            "before": error.before,
            "words": error.words,
            "after": error.after,
            "fields": list(error.fields),
            "gold": error.gold,
            "predicted": error.predicted,
        }
        for error in errors
    ]


def agreement_to_json(found: Agreement) -> dict[str, Json]:
    """Give an agreement as one object."""
    return {
        "documents": found.documents,
        "only_first": list(found.only_first),
        "only_second": list(found.only_second),
        "spans": [
            {
                "layer": row.layer,
                "measure": row.measure,
                "first": row.counts.gold,
                "second": row.counts.predicted,
                "both": row.counts.right,
                "f1": round(row.counts.f1, 6),
                "f1_low": round(row.low, 6),
                "f1_high": round(row.high, 6),
            }
            for row in found.spans
        ],
        "fields": [
            {
                "layer": row.layer,
                "field": row.field,
                "pairs": row.pairs,
                "same": row.same,
                "kappa": None if row.kappa is None else round(row.kappa, 6),
            }
            for row in found.fields
        ],
    }


def render_page(title: str, documents: int, lines: Sequence[Line], errors: Sequence[Error]) -> str:
    """Give the evaluation as one HTML page that needs nothing from elsewhere."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    groups = [(by, list(some)) for by, some in groupby(lines, key=lambda line: line.by)]
    page = environment.get_template("evaluation.html")
    return page.render(title=title, documents=documents, groups=groups, errors=errors)
