"""Read the declaration of tables and make SQL of it.

A table is declared by lines `name type [flags] | Vietnamese | English [| unit | example]`. In the two
descriptions, what stands before the first colon is the title. Flags: `*` key, `!` never null,
`>table.column` a foreign key, `?` an index, `+2` a column that came with schema 2.
"""

from dataclasses import dataclass
from typing import Literal

Licence = Literal["code", "annotation", "publisher"]
Kind = Literal["TEXT", "INTEGER", "REAL", "BLOB"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column as declared."""

    name: str
    """Its name in SQL."""
    kind: str
    """Its SQLite type."""
    key: bool
    """True where it is part of the primary key."""
    required: bool
    """True where it is never null."""
    indexed: bool
    """True where it has an index although it is no foreign key."""
    refers_to: tuple[str, str] | None
    """Table and column of the foreign key. None where it is none."""
    vi: str
    """Vietnamese description; the part before the first colon is the title."""
    en: str
    """English description, likewise."""
    unit: str | None
    """Unit of its values. None where they have none."""
    example: str | None
    """One value as it may stand there."""
    since: int
    """Schema it came with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table as declared."""

    name: str
    """Its name in SQL."""
    vi: str
    """Vietnamese description; the part before the first colon is the title."""
    en: str
    """English description, likewise."""
    licence: Licence
    """Whose words it holds: our code's, our annotations, or the publishers' text."""
    columns: tuple[Column, ...]
    """Its columns in order."""
    checks: tuple[str, ...] = ()
    """Further SQL conditions on a row."""
    since: int = 1
    """Schema it came with."""

    @property
    def is_join(self) -> bool:
        """True for a table with a composite key; it is stored without a row id."""
        return sum(column.key for column in self.columns) > 1


def table(
    name: str,
    licence: Licence,
    vi: str,
    en: str,
    lines: str,
    *,
    checks: tuple[str, ...] = (),
    since: int = 1,
) -> Table:
    """Read one declaration; raise `ValueError` where a line does not fit."""
    columns = tuple(_column(line, since) for line in lines.splitlines() if line.strip())
    return Table(
        name=name, vi=vi, en=en, licence=licence, columns=columns, checks=checks, since=since
    )


def title_of(description: str) -> str:
    """Give the part of a description before its first colon."""
    return description.split(":", 1)[0].strip()


def render_step(declared: Table, schema: int) -> list[str]:
    """Give the statements that bring a table from the schema before to this one; none where it stays."""
    if declared.since == schema:
        return [render_create(declared, schema), *render_indexes(declared, schema)]
    return [
        f"ALTER TABLE {declared.name} ADD COLUMN {_render_added(column)}"
        for column in declared.columns
        if column.since == schema
    ] + render_indexes(declared, schema)


def render_create(declared: Table, schema: int) -> str:
    """Give the CREATE TABLE of a declaration as it was in a schema."""
    columns = [column for column in declared.columns if column.since <= schema]
    keys = [column.name for column in columns if column.key]
    lines = [_render_column(column, sole_key=keys == [column.name]) for column in columns]
    if declared.is_join:
        lines.append(f"PRIMARY KEY ({', '.join(_quote(key) for key in keys)})")
    lines += [
        f"FOREIGN KEY ({_quote(column.name)}) REFERENCES {column.refers_to[0]}({column.refers_to[1]})"
        for column in columns
        if column.refers_to
    ]
    lines += [f"CHECK ({check})" for check in declared.checks]
    end = ") WITHOUT ROWID" if declared.is_join else ")"
    return f"CREATE TABLE {declared.name} (\n  " + ",\n  ".join(lines) + f"\n{end}"


def render_indexes(declared: Table, schema: int) -> list[str]:
    """Give a CREATE INDEX for each foreign key and each column with `?` that came with a schema."""
    return [
        f"CREATE INDEX idx_{declared.name}_{column.name} ON {declared.name} ({_quote(column.name)})"
        for column in declared.columns
        if (column.refers_to or column.indexed) and column.since == schema
    ]


def _column(line: str, table_since: int) -> Column:
    parts = [part.strip() for part in line.split("|")]
    if not 3 <= len(parts) <= 5:
        raise ValueError(f"a column has three to five parts: {line!r}")
    name, kind, *flags = parts[0].split()
    if kind not in {"TEXT", "INTEGER", "REAL", "BLOB"}:
        raise ValueError(f"no SQLite type: {line!r}")
    target = next((flag[1:] for flag in flags if flag.startswith(">")), None)
    added = next((flag for flag in flags if flag.startswith("+")), f"+{table_since}")
    if set(flags) - {"*", "!", "?", f">{target}", added} or not added[1:].isdigit():
        raise ValueError(f"unknown flag: {line!r}")
    refers_to = None
    if target is not None:
        other, _, column = target.partition(".")
        refers_to = (other, column or "id")
    return Column(
        name=name,
        kind=kind,
        key="*" in flags,
        required="!" in flags or "*" in flags,
        indexed="?" in flags,
        refers_to=refers_to,
        vi=parts[1],
        en=parts[2],
        unit=(parts[3] or None) if len(parts) > 3 else None,
        example=(parts[4] or None) if len(parts) > 4 else None,
        since=int(added[1:]),
    )


def _render_column(column: Column, *, sole_key: bool) -> str:
    words = [_quote(column.name), column.kind]
    if sole_key:
        words.append("PRIMARY KEY")
    if column.required:
        words.append("NOT NULL")
    return " ".join(words)


def _render_added(column: Column) -> str:
    # SQLite adds a foreign key in the column itself, and a column that is never null only with a default.
    if column.required:
        raise ValueError(f"{column.name}: a column that is added later may be null")
    other = f" REFERENCES {column.refers_to[0]}({column.refers_to[1]})" if column.refers_to else ""
    return f"{_quote(column.name)} {column.kind}{other}"


def _quote(name: str) -> str:
    return f'"{name}"'
