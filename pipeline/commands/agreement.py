"""`thidua agreement`: how far two annotators agree."""

from typing import TYPE_CHECKING

import click

from pipeline.invocation import Invocation
from pipeline.options import json_option

if TYPE_CHECKING:
    from corpus.agreement import Agreement


@click.command("agreement", short_help="Tell how far two annotators agree.")
@click.argument("first", metavar="A")
@click.argument("second", metavar="[B]", default="press-second")
@json_option
@click.pass_obj
def command(invocation: Invocation, first: str, second: str, as_json: bool) -> int:
    """Compare annotations A and B: F1 for spans (κ does not fit them), κ and shares for their fields.

    \b
    Examples:
      thidua agreement lan.jsonl minh.jsonl
      thidua agreement press
      thidua agreement press --json
      thidua agreement press-further

    A and B are JSONL files; press and press-further are the golds of the sample press, and the second annotation of
    either is compared where B is not given. Only documents that both hold are compared, the others are counted.
    """
    import json

    from corpus.agreement import agree
    from corpus.evaluation_report import agreement_to_json
    from corpus.predict import prepare
    from corpus.press.benchmark import load_second
    from pipeline.errors import MisuseError
    from pipeline.gold_arguments import load_gold

    documents, layers = load_gold(first)
    others = (
        prepare(load_second(layers=layers), layers)
        if second == "press-second"
        else load_gold(second)[0]
    )
    if not others:
        raise MisuseError("the sample press has no second annotation yet", "", "name a file as B")
    found = agree(documents, others, layers)
    if as_json:
        document = {"schema_version": 1} | agreement_to_json(found)
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
        return 0
    _print(found)
    if invocation.is_chatty():
        left = f"{len(found.only_first)} only in A, {len(found.only_second)} only in B"
        click.echo(f"{found.documents} documents of both; {left}", err=True)
    return 0


def _print(found: "Agreement") -> None:
    """Print the two tables: spans, then fields."""
    from pipeline.tables import Cell, print_table

    spans: list[list[Cell]] = [
        [
            row.layer,
            row.measure,
            row.counts.gold,
            row.counts.predicted,
            row.counts.right,
            round(row.counts.f1, 3),
            round(row.low, 3),
            round(row.high, 3),
        ]
        for row in found.spans
    ]
    print_table(("layer", "measure", "A", "B", "both", "f1", "low", "high"), spans)
    fields: list[list[Cell]] = [
        [
            row.layer,
            row.field,
            row.pairs,
            round(row.same / row.pairs, 3) if row.pairs else None,
            None if row.kappa is None else round(row.kappa, 3),
        ]
        for row in found.fields
    ]
    print_table(("layer", "field", "pairs", "same", "kappa"), fields)
