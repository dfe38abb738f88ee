"""The same tables as JSON lines and as Parquet."""

import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import CorpusError
from corpus.export.json_lines import load_objects, save_lines
from corpus.tables import DataColumn, DataTable, Row

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 20_000
"""Rows of a row group: what is held in memory at once."""


def write_jsonl(table: DataTable, path: Path) -> None:
    """Write one object a row, every column there, missing values null."""
    save_lines(path, table.records())


def read_jsonl(columns: tuple[DataColumn, ...], path: Path) -> Iterator[Row]:
    """Read the rows back, one after the other."""
    names = [column.name for column in columns]
    return (tuple(row.get(name) for name in names) for _, row in load_objects(path))


def write_parquet(table: DataTable, path: Path) -> None:
    """Write one table with its schema and descriptions; raise `CorpusError` where pyarrow is not installed."""
    arrow, parquet = _load_pyarrow()
    schema = _schema(table, arrow)
    # No `created_by` of the day and no statistics of an order: two writes of one table are the same bytes.
    with parquet.ParquetWriter(
        path, schema, compression="zstd", version="2.6", store_schema=True
    ) as out:
        rows = iter(table.rows)
        while batch := list(islice(rows, BATCH)):
            columns = dict(zip(table.names, map(list, zip(*batch, strict=True)), strict=True))
            out.write_table(arrow.table(columns, schema=schema))


def read_parquet(columns: tuple[DataColumn, ...], path: Path) -> Iterator[Row]:
    """Read the rows back, one after the other."""
    _, parquet = _load_pyarrow()
    names = [column.name for column in columns]
    with parquet.ParquetFile(path) as file:
        for batch in file.iter_batches(batch_size=BATCH, columns=names):
            lists = [batch.column(name).to_pylist() for name in names]
            yield from zip(*lists, strict=True)


def has_parquet() -> bool:
    """Say whether pyarrow is installed."""
    try:
        _load_pyarrow()
    except CorpusError:
        return False
    return True


def _load_pyarrow() -> tuple["pa", "pa"]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as err:
        raise CorpusError("Parquet needs the extra: pip install 'thidua[parquet]'") from err
    return pyarrow, pyarrow.parquet


def _schema(table: DataTable, arrow: "pa") -> "pa.Schema":
    kinds = {"string": arrow.string(), "integer": arrow.int64(), "number": arrow.float64()}
    fields = [
        arrow.field(
            column.name,
            kinds[column.kind],
            nullable=not column.required,
            metadata={"title": column.title, "description": column.description},
        )
        for column in table.columns
    ]
    about = json.dumps({"name": table.name, "title": table.title, "licence": table.licence})
    return arrow.schema(fields, metadata={"thidua": about})
