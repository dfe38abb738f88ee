"""MANIFEST.json: every file of a release with its hash, every table with its columns and rows."""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from corpus.errors import CorpusError
from corpus.export.csv_files import read_csv
from corpus.export.datapackage import FileFacts
from corpus.export.table_files import read_jsonl, read_parquet
from corpus.release.records import Release, ReleasePlan
from corpus.tables import DataColumn, DataTable, Row, hold_rows

MANIFEST = "MANIFEST.json"
FORMATS: dict[str, Callable[[tuple[DataColumn, ...], Path], Iterator[Row]]] = {
    "csv": read_csv,
    "jsonl": read_jsonl,
    "parquet": read_parquet,
}
"""Format, which is also folder and ending, to what reads it."""
Manifest = dict[str, Any]  # Any: a JSON document of several layers


def file_facts(folder: Path, path: Path) -> FileFacts:
    """Give size and hash of a file of a release."""
    with path.open("rb") as body:
        digest = hashlib.file_digest(body, "sha256").hexdigest()
    name = path.relative_to(folder).as_posix()
    return FileFacts(path=name, bytes=path.stat().st_size, sha256=digest)


def render_manifest(
    plan: ReleasePlan, tables: Sequence[DataTable], files: Sequence[FileFacts]
) -> Manifest:
    """Give the manifest; nothing in it depends on when or where it was built."""
    lines = "".join(f"{file.sha256}  {file.path}\n" for file in files)
    return {
        "schema_version": 1,
        "name": "thidua",
        "version": plan.version,
        "released_on": plan.released_on,
        "parent": plan.parent,
        "doi": plan.doi,
        "concept_doi": plan.concept_doi,
        "program": plan.program,
        "database_schema": plan.schema,
        "policy": {
            "names": plan.policy.names,
            "names_reason": plan.policy.names_reason,
            "full_text": plan.policy.with_text,
            "full_text_reason": plan.policy.text_reason,
        },
        "content_sha256": hashlib.sha256(lines.encode()).hexdigest(),
        "files": [
            {"path": file.path, "bytes": file.bytes, "sha256": file.sha256} for file in files
        ],
        "tables": [_table(table) for table in tables],
    }


def _table(table: DataTable) -> Manifest:
    return {
        "name": table.name,
        "title": table.title,
        "title_vi": table.title_vi,
        "licence": table.licence,
        "rows": len(table.rows),
        "columns": [
            {
                "name": column.name,
                "kind": column.kind,
                "title": column.title,
                "title_vi": column.title_vi,
                "description": column.description,
                "key": column.key,
                "required": column.required,
                "refers_to": list(column.refers_to) if column.refers_to else None,
                "unit": column.unit,
            }
            for column in table.columns
        ],
    }


def load_manifest(folder: Path) -> Manifest:
    """Read the manifest of a release; raise `CorpusError` where there is none or it is broken."""
    path = folder / MANIFEST
    try:
        manifest: Manifest = json.loads(path.read_text("utf-8"))
        if not isinstance(manifest, dict) or manifest.get("schema_version") != 1:
            raise CorpusError(f"{path}: not a manifest of a release")
    except FileNotFoundError as err:
        raise CorpusError(f"{folder}: no release, {MANIFEST} is missing") from err
    except (OSError, ValueError) as err:
        raise CorpusError(f"{path}: cannot be read: {err}") from err
    return manifest


class FileRows:
    """The rows of one table of a release, read from its file each time they are gone through."""

    def __init__(self, folder: Path, described: Manifest, form: str) -> None:
        self._folder, self._described, self._form = folder, described, form

    def __iter__(self) -> Iterator[Row]:
        """Give the rows."""
        described = self._described
        return read_rows(self._folder, described["name"], read_columns(described), self._form)

    def __len__(self) -> int:
        """Give how many there are, as the manifest states."""
        return int(self._described["rows"])


def open_release(folder: Path, *, form: str = "jsonl") -> Release:
    """Open a release; the rows of a table are read from one of its formats when they are gone through."""
    manifest = load_manifest(folder)
    return Release(
        version=str(manifest["version"]),
        manifest=manifest,
        files=tuple(FileFacts(**one) for one in manifest["files"]),
        tables=tuple(_open_table(folder, described, form) for described in manifest["tables"]),
    )


def load_release(folder: Path, *, form: str = "jsonl") -> Release:
    """Read a release with all its rows; hashes are `verify_release`'s matter."""
    opened = open_release(folder, form=form)
    return replace(opened, tables=tuple(map(hold_rows, opened.tables)))


def _open_table(folder: Path, described: Manifest, form: str) -> DataTable:
    return DataTable(
        name=described["name"],
        title=described["title"],
        title_vi=described["title_vi"],
        licence=described["licence"],
        columns=read_columns(described),
        rows=FileRows(folder, described, form),
    )


def read_columns(described: Manifest) -> tuple[DataColumn, ...]:
    """Give the columns of a table as the manifest describes them."""
    return tuple(
        DataColumn(**{**one, "refers_to": tuple(one["refers_to"]) if one["refers_to"] else None})
        for one in described["columns"]
    )


def read_rows(folder: Path, name: str, columns: tuple[DataColumn, ...], form: str) -> Iterator[Row]:
    """Give the rows of one table of a release from one of its formats, one after the other."""
    path = folder / form / f"{name}.{form}"
    try:
        yield from FORMATS[form](columns, path)
    except FileNotFoundError as err:
        raise CorpusError(f"{path}: missing") from err
