"""Export a database, or a gold file, in another tool's format."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click

from corpus.errors import CorpusError
from corpus.export.annotation import ALL_LAYERS, Written
from corpus.export.annotation_export import ANNOTATION_FORMATS, export_annotations
from corpus.export.croissant import render_croissant
from corpus.export.csv_files import read_csv, write_csv
from corpus.export.datapackage import About, FileFacts, render_datapackage
from corpus.export.json_lines import save_lines
from corpus.export.links import LINKS, links_of
from corpus.export.table_files import read_jsonl, read_parquet, write_jsonl, write_parquet
from corpus.export.token_cuts import Level
from corpus.export.xlsx import write_xlsx
from corpus.personal_names import Names
from corpus.release.cite import version_of
from corpus.release.manifest import file_facts
from corpus.tables import DataColumn, DataTable, Row, same_rows
from pipeline.dataset_columns import Policy
from pipeline.dataset_documents import StoredDocuments
from pipeline.dataset_tables import read_tables
from pipeline.errors import EXIT_FAILED, EXIT_OK, MisuseError
from pipeline.gold_arguments import load_gold
from pipeline.spool import Spool
from pipeline.store import open_store

TABLE_FORMATS = ("csv", "jsonl", "parquet", "xlsx", "datapackage", "croissant")
FORMATS = (*TABLE_FORMATS, *ANNOTATION_FORMATS)
Write = Callable[[DataTable, Path], None]
Read = Callable[[tuple[DataColumn, ...], Path], Iterator[Row]]
PLAIN: dict[str, tuple[Write, Read]] = {
    "csv": (write_csv, read_csv),
    "jsonl": (write_jsonl, read_jsonl),
    "parquet": (write_parquet, read_parquet),
}


def export_tables(
    db: Path, format_name: str, out: Path, *, policy: Policy, for_people: bool = False
) -> int:
    """Write the tables of a database and read them back; give how many rows were written.

    csv, jsonl, parquet, datapackage and croissant write a folder with a file a table, xlsx one workbook.
    """
    if format_name != "xlsx":
        _new_folder(out)
    with open_store(db, read_only=True) as store, store.snapshot() as shot, Spool() as spool:
        tables = read_tables(shot, spool, policy)
        if format_name == "xlsx":
            write_xlsx(tables, out)
        else:
            form = format_name if format_name in PLAIN else "csv"
            for table in tables:
                _write_table(table, form, out, for_people=for_people)
        if format_name in ("datapackage", "croissant"):
            _describe(format_name, tables, out)
        return sum(len(table.rows) for table in tables)


def _write_table(table: DataTable, form: str, out: Path, *, for_people: bool) -> None:
    path = out / f"{table.name}.{form}"
    if form == "csv" and for_people:
        write_csv(table, path, for_people=True)
        return
    write, read = PLAIN[form]
    write(table, path)
    if not same_rows(read(table.columns, path), table.rows):
        raise CorpusError(f"{path}: other rows come back than were written")


def _new_folder(out: Path) -> None:
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise MisuseError(f"{out}: something is there already", "", "name a new folder with --out")
    out.mkdir(parents=True, exist_ok=True)


def _describe(format_name: str, tables: Sequence[DataTable], out: Path) -> None:
    import json

    files: dict[str, FileFacts] = {
        table.name: file_facts(out, out / f"{table.name}.csv") for table in tables
    }
    days = [
        str(day)
        for table in tables
        if table.name == "articles"
        for day in table.column("fetched_at")
    ]
    day = max(days)[:10] if days else "1970-01-01"
    about = About(
        name="thidua",
        title="thidua: campaigns, figures and awards in Vietnamese trade-union news",
        description="An export of one database; a release has a card, a version and a manifest as well.",
        version=version_of(day),
        released_on=day,
        keywords=("trade unions", "Vietnam", "news"),
    )
    document = (
        render_datapackage(about, tables, files)
        if format_name == "datapackage"
        else render_croissant(about, tables, files, citation=f"{about.title}, {day}")
    )
    text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    (out / f"{format_name}.json").write_text(text, "utf-8")


def export_documents(
    db: Path | None,
    gold: str | None,
    format_name: str,
    out: Path,
    *,
    names: Names,
    level: Level,
) -> Written:
    """Write the annotated articles of a database, or a gold, and compare what comes back."""
    if gold is not None:
        documents, layers = load_gold(gold)
        known = [layer for layer in ALL_LAYERS if layer in layers]
        if links := sum(len(one.layer(LINKS)) - len(links_of(one)) for one in documents):
            click.echo(
                f"{links} links are left out: the gold does not mark both their ends", err=True
            )
        return export_annotations(
            documents, out, format_name, level=level, predicted=False, layers=known
        )
    if db is None:
        raise MisuseError("nothing to export", "", "name a database or a gold")
    with open_store(db, read_only=True) as store, store.snapshot() as shot:
        stored = StoredDocuments(db=shot, names=names)
        return export_annotations(stored, out, format_name, level=level)


def report_losses(written: Written, *, allowed: bool, list_path: Path | None) -> int:
    """Name every span that did not survive; the exit code is 1 unless that was allowed."""
    if list_path is not None:
        save_lines(
            list_path,
            (
                {
                    "document": one.document,
                    "layer": one.layer,
                    "start": one.start,
                    "end": one.end,
                    "text": one.text,
                    "reason": one.reason,
                }
                for one in written.losses
            ),
        )
    for one in written.losses:
        click.echo(
            f"lost: {one.document} {one.layer} {one.start}..{one.end} {one.text!r}: {one.reason}",
            err=True,
        )
    if not written.losses:
        return EXIT_OK
    total = written.spans + len(written.losses)
    click.echo(f"{len(written.losses)} of {total} mentions lost", err=True)
    return EXIT_OK if allowed else EXIT_FAILED
