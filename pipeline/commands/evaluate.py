"""`thidua evaluate`: how good predictions are against a gold."""

from pathlib import Path

import click

from pipeline.invocation import Invocation
from pipeline.options import json_option


@click.command(
    "evaluate", short_help="Score predictions against a gold, with intervals and errors."
)
@click.argument("gold")
@click.argument("predicted", default="rules")
@click.option(
    "--by",
    default="",
    metavar="field,kind,…",
    help="Also score in parts: field, kind, genre, source, layout, year; several with commas.",
)
@click.option("--errors", type=click.IntRange(min=0), default=0, metavar="N", help="List N errors.")
@click.option(
    "--html",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write one page with all scores and all errors.",
)
@click.option(
    "--floors",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="JSON of measure to least F1, such as corpus/floors.json; one below its floor: exit 1.",
)
@json_option
@click.pass_obj
def command(
    invocation: Invocation,
    gold: str,
    predicted: str,
    by: str,
    errors: int,
    html: Path | None,
    floors: Path | None,
    as_json: bool,
) -> int:
    """Score PREDICTED against GOLD: precision, recall and F1 by measure, with 95 % bootstrap intervals.

    \b
    Examples:
      thidua evaluate press
      thidua evaluate gold.jsonl predicted.jsonl --by kind,source --errors 20
      thidua evaluate press:test --html scores.html

    GOLD is a JSONL file, or press, press:dev, press:test, press-further for the gold in the package. PREDICTED is
    a JSONL file with the same ids; without it the present rules read the texts of the gold.
    """
    import json

    from pipeline.evaluating import check_floors, evaluate, print_evaluation

    found = evaluate(gold, predicted, by=tuple(part for part in by.split(",") if part))
    if html is not None:
        html.write_text(found.render_html(), encoding="utf-8")
    if as_json:
        click.echo(json.dumps(found.as_json(errors), ensure_ascii=False, indent=2))
    else:
        print_evaluation(found, errors)
    return check_floors(found, floors)
