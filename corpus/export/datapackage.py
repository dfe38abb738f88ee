"""Data Package 2.0: `datapackage.json` beside the CSV files, with the types, keys and references of every table."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from corpus.tables import DataColumn, DataTable

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
Descriptor = dict[str, Any]  # Any: a JSON document of several layers


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What is said of a data set as a whole."""

    name: str
    """Short ASCII name."""
    title: str
    """Title."""
    description: str
    """One paragraph."""
    version: str
    """Version of the data set."""
    released_on: str
    """ISO day of the newest data in it."""
    keywords: tuple[str, ...]
    """Words to find it by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """What is known of a written file."""

    path: str
    """Path within the data set, with slashes."""
    bytes: int
    """Its size."""
    sha256: str
    """Its SHA-256 in hexadecimal digits."""


LICENCES = {
    "code": "Made by the program; its licence is not stated.",
    "annotation": "Our annotations; their licence is not stated.",
    "publisher": "Words of the publishers, quoted; all rights remain with them.",
}


def render_datapackage(
    about: About, tables: Sequence[DataTable], files: Mapping[str, FileFacts]
) -> Descriptor:
    """Give the descriptor; `files` gives the CSV file of each table."""
    known = {table.name for table in tables}
    return {
        "$schema": PROFILE,
        "name": about.name,
        "title": about.title,
        "description": about.description,
        "version": about.version,
        "created": f"{about.released_on}T00:00:00Z",
        "keywords": list(about.keywords),
        "resources": [_resource(table, files[table.name], known) for table in tables],
    }


def _resource(table: DataTable, file: FileFacts, known: set[str]) -> Descriptor:
    schema: Descriptor = {
        "fields": [_field(column) for column in table.columns],
        "primaryKey": list(table.keys),
        "missingValues": [""],
    }
    references = [
        {
            "fields": [column.name],
            "reference": {
                "resource": column.refers_to[0] if column.refers_to[0] != table.name else "",
                "fields": [column.refers_to[1]],
            },
        }
        for column in table.columns
        if column.refers_to and column.refers_to[0] in known
    ]
    if references:
        schema["foreignKeys"] = references
    return {
        "name": table.name,
        "title": table.title,
        "description": f"{table.title_vi}. {LICENCES[table.licence]}",
        "path": file.path,
        "type": "table",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.bytes,
        "hash": f"sha256:{file.sha256}",
        "dialect": {"lineTerminator": "\r\n"},
        "schema": schema,
    }


def _field(column: DataColumn) -> Descriptor:
    field: Descriptor = {
        "name": column.name,
        "type": column.kind,
        "title": column.title,
        "description": column.description,
    }
    if column.required:
        field["constraints"] = {"required": True}
    return field
