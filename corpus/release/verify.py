"""Check a release against its manifest, byte by byte and row by row."""

from pathlib import Path

from corpus.errors import CorpusError
from corpus.export.table_files import has_parquet
from corpus.release.build import list_files
from corpus.release.manifest import FORMATS, load_manifest, read_table


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
        name = described["name"]
        read = {}
        for form in forms:
            try:
                read[form] = read_table(folder, described, form).rows
            except CorpusError as err:
                problems.append(str(err))
        for form, rows in read.items():
            if len(rows) != described["rows"]:
                problems.append(f"{form}/{name}: {len(rows)} rows, {described['rows']} stated")
        if len(set(read.values())) > 1:
            problems.append(f"{name}: the formats hold different rows")
    return tuple(problems)
