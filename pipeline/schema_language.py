"""Read the declaration of tables and make SQL of it.

A table is declared by lines `name type [flags] | Vietnamese | English [| unit | example]`. In the two
descriptions, what stands before the first colon is the title. Flags: `*` key, `!` never null,
`>table.column` a foreign key, `?` an index.
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

    @property
    def is_join(self) -> bool:
        """True for a table with a composite key; it is stored without a row id."""
        return sum(column.key for column in self.columns) > 1


def table(
    name: str, licence: Licence, vi: str, en: str, lines: str, *, checks: tuple[str, ...] = ()
) -> Table:
    """Read one declaration; raise `ValueError` where a line does not fit."""
    columns = tuple(_column(line) for line in lines.splitlines() if line.strip())
    return Table(name=name, vi=vi, en=en, licence=licence, columns=columns, checks=checks)


def title_of(description: str) -> str:
    """Give the part of a description before its first colon."""
    return description.split(":", 1)[0].strip()


def render_create(declared: Table) -> str:
    """Give the CREATE TABLE of a declaration."""
    keys = [column.name for column in declared.columns if column.key]
    lines = [_render_column(column, sole_key=keys == [column.name]) for column in declared.columns]
    if declared.is_join:
        lines.append(f"PRIMARY KEY ({', '.join(_quote(key) for key in keys)})")
    lines += [
        f"FOREIGN KEY ({_quote(column.name)}) REFERENCES {column.refers_to[0]}({column.refers_to[1]})"
        for column in declared.columns
        if column.refers_to
    ]
    lines += [f"CHECK ({check})" for check in declared.checks]
    end = ") WITHOUT ROWID" if declared.is_join else ")"
    return f"CREATE TABLE {declared.name} (\n  " + ",\n  ".join(lines) + f"\n{end}"


def render_indexes(declared: Table) -> list[str]:
    """Give a CREATE INDEX for each foreign key and each column with `?`."""
    return [
        f"CREATE INDEX idx_{declared.name}_{column.name} ON {declared.name} ({_quote(column.name)})"
        for column in declared.columns
        if column.refers_to or column.indexed
    ]


def _column(line: str) -> Column:
    parts = [part.strip() for part in line.split("|")]
    if not 3 <= len(parts) <= 5:
        raise ValueError(f"a column has three to five parts: {line!r}")
    name, kind, *flags = parts[0].split()
    if kind not in {"TEXT", "INTEGER", "REAL", "BLOB"}:
        raise ValueError(f"no SQLite type: {line!r}")
    target = next((flag[1:] for flag in flags if flag.startswith(">")), None)
    if set(flags) - {"*", "!", "?", f">{target}"}:
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
    )


def _render_column(column: Column, *, sole_key: bool) -> str:
    words = [_quote(column.name), column.kind]
    if sole_key:
        words.append("PRIMARY KEY")
    if column.required:
        words.append("NOT NULL")
    return " ".join(words)


def _quote(name: str) -> str:
    return f'"{name}"'
