"""Check a release against its manifest, byte by byte and row by row."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path

from corpus.errors import CorpusError
from corpus.export.table_files import has_parquet
from corpus.release.build import list_files
from corpus.release.manifest import FORMATS, load_manifest, read_columns, read_rows
from corpus.tables import Row


def verify_release(folder: Path) -> tuple[str, ...]:
    """Say what is wrong with a release, naming each file; `()` where nothing is.

    Raise `CorpusError` where there is no manifest. Rows are compared over the three formats as far as the bytes hold.
    """
    manifest = load_manifest(folder)
    stated = {one["path"]: one for one in manifest["files"]}
    found = {one.path: one for one in list_files(folder)}
    problems = [f"{path}: missing" for path in sorted(stated.keys() - found.keys())]
    problems += [f"{path}: not in the manifest" for path in sorted(found.keys() - stated.keys())]
    for path in sorted(stated.keys() & found.keys()):
        facts = found[path]
        if facts.sha256 != stated[path]["sha256"]:
            size = f"{facts.bytes} bytes, {stated[path]['bytes']} in the manifest"
            problems.append(f"{path}: changed: SHA-256 {facts.sha256[:16]}…, {size}")
    return tuple(problems) or _compare_formats(folder)


def _compare_formats(folder: Path) -> tuple[str, ...]:
    problems = []
    forms = [form for form in FORMATS if form != "parquet" or has_parquet()]
    for described in load_manifest(folder)["tables"]:
        name, columns = described["name"], read_columns(described)
        try:
            counts, same = _compare(
                [read_rows(folder, name, columns, form) for form in forms],
            )
        except CorpusError as err:
            problems.append(str(err))
            continue
        problems += [
            f"{form}/{name}: {number} rows, {described['rows']} stated"
            for form, number in zip(forms, counts, strict=True)
            if number != described["rows"]
        ]
        if not same:
            problems.append(f"{name}: the formats hold different rows")
    return tuple(problems)


def _compare(readers: Sequence[Iterator[Row]]) -> tuple[list[int], bool]:
    """Go through all formats at once; give the number of rows of each, and whether they are the same."""
    counts, same = [0] * len(readers), True
    for rows in zip_longest(*readers):
        same = same and len(set(rows)) == 1
        counts = [number + (row is not None) for number, row in zip(counts, rows, strict=True)]
    return counts, same
