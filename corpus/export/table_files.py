"""The same tables as JSON lines and as Parquet."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import CorpusError
from corpus.export.json_lines import load_objects, save_lines
from corpus.tables import Cell, DataColumn, DataTable

if TYPE_CHECKING:
    import pyarrow as pa

Rows = tuple[tuple[Cell, ...], ...]


def write_jsonl(table: DataTable, path: Path) -> None:
    """Write one object a row, every column there, missing values null."""
    save_lines(path, table.records())


def read_jsonl(columns: tuple[DataColumn, ...], path: Path) -> Rows:
    """Read the rows back."""
    return tuple(tuple(row.get(column.name) for column in columns) for _, row in load_objects(path))


def write_parquet(table: DataTable, path: Path) -> None:
    """Write one table with its schema and descriptions; raise `CorpusError` where pyarrow is not installed."""
    arrow, parquet = _load_pyarrow()
    schema = _schema(table, arrow)
    columns = {name: list(table.column(name)) for name in table.names}
    # No `created_by` of the day and no statistics of an order: two writes of one table are the same bytes.
    parquet.write_table(
        arrow.table(columns, schema=schema),
        path,
        compression="zstd",
        version="2.6",
        store_schema=True,
    )


def read_parquet(columns: tuple[DataColumn, ...], path: Path) -> Rows:
    """Read the rows back."""
    _, parquet = _load_pyarrow()
    found = parquet.read_table(path)
    lists = [found.column(column.name).to_pylist() for column in columns]
    return tuple(zip(*lists, strict=True)) if found.num_rows else ()


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
