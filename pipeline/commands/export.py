"""`thidua export`: tables and annotations in the formats of other tools."""

from pathlib import Path
from typing import Literal

import click

from pipeline.invocation import Invocation
from pipeline.options import db_option

FORMATS: tuple[str, ...] = (
    *("csv", "jsonl", "parquet", "xlsx", "datapackage", "croissant"),
    *("conll", "spacy", "labelstudio", "doccano", "prodigy", "inception", "inception-json"),
)


@click.command("export", short_help="Write tables or annotations in another tool's format.")
@click.argument("format_name", metavar="FORMAT", type=click.Choice(FORMATS))
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    metavar="PATH",
    help="File, or a new folder where the format has several files.",
)
@click.option("--gold", metavar="GOLD", help="Export a gold (a JSONL file or press), no database.")
@click.option(
    "--level",
    type=click.Choice(["syllable", "word"]),
    default="syllable",
    show_default=True,
    help="Tokens of conll and spacy.",
)
@click.option(
    "--names",
    type=click.Choice(["drop", "initials", "keep"]),
    default="drop",
    show_default=True,
    help="What is done with personal names.",
)
@click.option("--full-text", is_flag=True, help="Tables with the articles' whole texts.")
@click.option(
    "--bom", is_flag=True, help="CSV for spreadsheets: byte order mark, formulas defused."
)
@click.option("--allow-loss", is_flag=True, help="Exit 0 although some mentions do not fit.")
@click.option(
    "--losses",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write the lost mentions as JSON lines.",
)
@db_option
@click.pass_obj
def command(
    invocation: Invocation,
    format_name: str,
    out: Path,
    gold: str | None,
    level: Literal["syllable", "word"],
    names: Literal["drop", "initials", "keep"],
    full_text: bool,
    bom: bool,
    allow_loss: bool,
    losses: Path | None,
    db: Path | None,
) -> int:
    """Write the data set in FORMAT, read it back and compare before saying it is done.

    \b
    Examples:
      thidua export parquet --out tables/
      thidua export labelstudio --out tasks.json
      thidua export conll --level word --out press.conllup --gold press --allow-loss

    Tables: csv, jsonl, parquet, xlsx, datapackage, croissant. Annotations: conll, spacy (a DocBin), labelstudio,
    doccano, prodigy, inception, inception-json. A mention that a format cannot hold is named, and the exit code is 1.
    """
    from pipeline.choose_db import choose_db
    from pipeline.dataset_columns import Policy
    from pipeline.exporting import TABLE_FORMATS, export_documents, export_tables, report_losses

    if format_name in TABLE_FORMATS:
        if gold is not None:
            raise click.UsageError(f"{format_name} holds tables; --gold has documents")
        policy = Policy(names=names, with_text=full_text)
        rows = export_tables(
            choose_db(invocation, db), format_name, out, policy=policy, for_people=bom
        )
        if invocation.is_chatty():
            click.echo(f"{rows} rows in {out}", err=True)
        return 0
    path = None if gold is not None else choose_db(invocation, db)
    written = export_documents(path, gold, format_name, out, names=names, level=level)
    if invocation.is_chatty():
        click.echo(f"{written.documents} documents, {written.spans} mentions in {out}", err=True)
    return report_losses(written, allowed=allow_loss, list_path=losses)
