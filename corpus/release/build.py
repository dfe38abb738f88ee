"""Build a release: all tables in three formats, card, Data Package, Croissant, citation, manifest.

Two builds from one database are the same bytes: rows are ordered by key, nothing says when or where it was built.
"""

import json
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from corpus.errors import CorpusError
from corpus.export.croissant import render_croissant
from corpus.export.csv_files import write_csv
from corpus.export.datapackage import About, FileFacts, render_datapackage
from corpus.export.table_files import write_jsonl, write_parquet
from corpus.release.card import render_card
from corpus.release.cite import TITLE, citation_of, render_cff
from corpus.release.manifest import FORMATS, MANIFEST, Manifest, file_facts, render_manifest
from corpus.release.records import ReleasePlan
from corpus.tables import DataTable, same_rows

WRITERS: dict[str, Callable[[DataTable, Path], None]] = {
    "csv": write_csv,
    "jsonl": write_jsonl,
    "parquet": write_parquet,
}


def build_release(
    tables: Sequence[DataTable],
    plan: ReleasePlan,
    out: Path,
    *,
    accept: Callable[[FileFacts], None] | None = None,
) -> Manifest:
    """Write the release into a new folder and give its manifest.

    What was written is read back and compared before the folder gets its name; `accept` is given size and hash of the
    manifest and may still refuse it by raising. Raise `CorpusError` where the folder is there already, or where a
    format gives other rows back.
    """
    check_new(out)
    beside = out.with_name(f".{out.name}.new")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    try:
        _write_tables(tables, beside)
        _write_papers(tables, plan, beside)
        files = list_files(beside)
        manifest = render_manifest(plan, tables, files)
        _save_json(beside / MANIFEST, manifest)
        if accept is not None:
            accept(file_facts(beside, beside / MANIFEST))
        if out.exists():
            out.rmdir()
        beside.rename(out)
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return manifest


def check_new(out: Path) -> None:
    """Raise `CorpusError` where something is there already."""
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise CorpusError(f"{out}: something is there already; a release goes into a new folder")


def list_files(folder: Path) -> tuple[FileFacts, ...]:
    """Give every file of a release but the manifest, by path."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != MANIFEST)
    return tuple(sorted((file_facts(folder, path) for path in paths), key=lambda one: one.path))


def _write_tables(tables: Sequence[DataTable], folder: Path) -> None:
    for form, write in WRITERS.items():
        (folder / form).mkdir()
        for table in tables:
            path = folder / form / f"{table.name}.{form}"
            write(table, path)
            if not same_rows(FORMATS[form](table.columns, path), table.rows):
                raise CorpusError(f"table {table.name}: {form} gives other rows back")


def _write_papers(tables: Sequence[DataTable], plan: ReleasePlan, folder: Path) -> None:
    files = {
        table.name: file_facts(folder, folder / "csv" / f"{table.name}.csv") for table in tables
    }
    about = About(
        name="thidua",
        title=TITLE,
        description=(
            "Campaigns, figures and awards that Vietnamese trade-union news reports, each with its place, "
            "its quote, its page and the rule that found it."
        ),
        version=plan.version,
        released_on=plan.released_on,
        keywords=("trade unions", "Vietnam", "news", "information extraction", "provenance"),
    )
    _save_json(folder / "datapackage.json", render_datapackage(about, tables, files))
    croissant = render_croissant(about, tables, files, citation=citation_of(plan))
    _save_json(folder / "croissant.json", croissant)
    (folder / "README.md").write_text(render_card(plan, tables), "utf-8")
    (folder / "CITATION.cff").write_text(render_cff(plan), "utf-8")


def _save_json(path: Path, document: object) -> None:
    path.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", "utf-8")
