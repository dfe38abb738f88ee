"""`thidua train`: train a small tagger on annotated texts and say what it gains."""

from pathlib import Path

import click


@click.command("train", short_help="Train a tagger on a gold and say what it gains over the rules.")
@click.argument(
    "gold", type=click.Path(path_type=Path, exists=True, dir_okay=False), required=False
)
@click.option(
    "--layer", type=click.Choice(["campaigns", "awards"]), default="campaigns", show_default=True
)
@click.option("--folds", type=click.IntRange(min=2), default=5, show_default=True)
@click.option(
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the model trained on all of it.",
)
def command(gold: Path | None, layer: str, folds: int, out: Path | None) -> int:
    """Train on annotated texts, by default those of the sample press, and print by cross-validation how many spans
    the rules, the model, and both together find exactly.

    \b
    Examples:
      thidua train --layer campaigns
      thidua train my-gold.jsonl --layer awards --out awards.crf

    Texts of other publishers are for measuring only: train on texts that you may use.
    """
    from corpus.gold import load_annotated
    from corpus.press.build_gold import GOLD
    from corpus.train import measure_gain, train_tagger

    documents = load_annotated(gold or GOLD)
    gain = measure_gain(documents, layer, folds=folds)
    click.echo(f"{len(documents)} documents, {folds} folds, exact spans of {layer}")
    for name, counts in (("rules", gain.rules), ("model", gain.model), ("both", gain.union)):
        click.echo(
            f"{name:6} P {counts.precision:.3f}  R {counts.recall:.3f}  F1 {counts.f1:.3f}  "
            f"({counts.right} right, {counts.predicted} given, {counts.gold} in the gold)"
        )
    click.echo(f"the model would change F1 by {gain.union.f1 - gain.rules.f1:+.3f}")
    if out is not None:
        trained = train_tagger(documents, layer, out)
        click.echo(f"{out}: sha256 {trained.sha256}, of its tags {trained.tags_sha256}")
    return 0
