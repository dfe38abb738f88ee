"""`thidua compare`: whether one system is better than another."""

import click

from pipeline.invocation import Invocation
from pipeline.options import json_option


@click.command("compare", short_help="Compare two systems on one gold, with a permutation test.")
@click.argument("first", metavar="A")
@click.argument("second", metavar="[B]", default="rules")
@click.option("--gold", default="press", show_default=True, help="Gold: a JSONL file or press.")
@click.option("--rounds", type=click.IntRange(min=100), default=5000, show_default=True)
@json_option
@click.pass_obj
def command(
    invocation: Invocation, first: str, second: str, gold: str, rounds: int, as_json: bool
) -> int:
    """Compare predictions A with predictions B by every measure, each with a two-sided p-value.

    \b
    Examples:
      thidua compare last-month.jsonl
      thidua compare mine.jsonl theirs.jsonl --gold gold.jsonl --json

    A and B are JSONL files with the ids of the gold; rules is the present extractor. Whole documents are swapped
    between the two at random; p is the share of swaps with at least the measured difference.
    """
    import json

    from corpus.compare import compare_systems
    from pipeline.gold_arguments import load_gold, load_system
    from pipeline.tables import Cell, print_table

    documents, layers = load_gold(gold)
    a, b = (load_system(one, documents, layers) for one in (first, second))
    found = compare_systems(documents, a, b, layers=layers, rounds=rounds)
    if as_json:
        rows = [
            {"measure": d.measure, "first": d.first, "second": d.second, "gain": d.gain, "p": d.p}
            for d in found
        ]
        result = {"schema_version": 1, "gold": gold, "rounds": rounds, "differences": rows}
        click.echo(json.dumps(result, ensure_ascii=False, indent=2))
        return 0
    table: list[list[Cell]] = [
        [d.measure, round(d.first, 3), round(d.second, 3), round(d.gain, 3), round(d.p, 4)]
        for d in found
    ]
    print_table(("measure", "A", "B", "gain", "p"), table)
    return 0
