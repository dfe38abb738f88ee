"""Partitions: Parquet files in one folder a table, and a manifest with one entry a finished part.

An entry is written when all files of its part are in their places: a job that stopped, or whose worker died, goes on
with the parts that have none. Nothing is ever appended; a part is written whole or not at all.
"""

import json
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

import fsspec
import pyarrow.parquet as pq

from extractors.ontology import load_ontology
from pipeline.errors import InputError, MisuseError
from pipeline.inputs import PARTITIONS
from pipeline.partition_inputs import Part
from pipeline.partition_rows import documents_of_tables, make_rows, make_tables
from pipeline.partition_schema import SCHEMAS
from pipeline.records import Document
from pipeline.vocabulary import ontology_version

MANIFEST = "manifest"
AT_ONCE = 500
"""Documents that share a row group; memory holds no more of a part."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartResult:
    """What became of a part; its entry in the manifest."""

    part: str
    """Id of the part."""
    paths: tuple[str, ...]
    """What it was read from."""
    start: int
    """First byte of its lines."""
    rows: dict[str, int]
    """Table to rows written."""
    failures: tuple[tuple[str, str, str], ...]
    """Items that could not be used: what, why, next step."""
    passed: dict[str, int]
    """Why pages of a web archive are no articles, to how many."""
    seconds: float
    """How long the worker took."""
    worker_megabytes: int
    """Most memory its process ever had."""


def write_part(out: str, part: Part, documents: Iterable[Document]) -> dict[str, int]:
    """Write the files of a part under names of their own, then move them into place; give rows by table."""
    fs, root = fsspec.core.url_to_fs(out)
    counts: Counter[str] = Counter(dict.fromkeys(SCHEMAS, 0))
    names = {table: f"{root}/{table}/part-{part.id}.parquet" for table in SCHEMAS}
    mark = uuid.uuid4().hex[:8]
    with ExitStack() as files:
        writers = {}
        for table, name in names.items():
            fs.makedirs(f"{root}/{table}", exist_ok=True)
            sink = files.enter_context(fs.open(f"{name}.{mark}.tmp", "wb"))
            writers[table] = files.enter_context(
                pq.ParquetWriter(sink, SCHEMAS[table], compression="zstd")
            )
        seen: set[str] = set()
        for some in _batches(documents):
            for table, arrow in make_tables(make_rows(some, seen)).items():
                writers[table].write_table(arrow)
                counts[table] += arrow.num_rows
    for name in names.values():
        fs.mv(f"{name}.{mark}.tmp", name)
    return dict(counts)


def save_result(out: str, result: PartResult) -> None:
    """Enter a finished part in the manifest."""
    fs, root = fsspec.core.url_to_fs(out)
    fs.makedirs(f"{root}/{MANIFEST}", exist_ok=True)
    text = json.dumps(asdict(result), ensure_ascii=False, indent=1)
    fs.pipe_file(f"{root}/{MANIFEST}/part-{result.part}.json", text.encode())


def load_results(out: str) -> dict[str, PartResult]:
    """Give the finished parts by id."""
    fs, root = fsspec.core.url_to_fs(out)
    found = {}
    for path in sorted(fs.glob(f"{root}/{MANIFEST}/part-*.json")):
        try:
            entry = json.loads(fs.cat_file(path))
        except ValueError:
            continue  # torn by a crash: the part counts as not done and is written again
        entry |= {"paths": tuple(entry["paths"]), "failures": tuple(map(tuple, entry["failures"]))}
        found[entry["part"]] = PartResult(**entry)
    return found


def claim_folder(out: str, settings: dict[str, object]) -> None:
    """Make the folder of partitions, or see that the present job is the one that it was made for."""
    fs, root = fsspec.core.url_to_fs(out)
    about = describe_maker() | {"settings": settings}
    path = f"{root}/{PARTITIONS}"
    if fs.exists(path):
        known = json.loads(fs.cat_file(path))
        if known != json.loads(json.dumps(about)):
            raise MisuseError(
                f"{out}: holds partitions of another job",
                f"made with {known}",
                "name another folder with --out",
            )
        return
    fs.makedirs(root, exist_ok=True)
    fs.pipe_file(path, json.dumps(about, ensure_ascii=False, indent=1).encode())


def clear_leftovers(out: str) -> None:
    """Remove what workers that died left half-written."""
    fs, root = fsspec.core.url_to_fs(out)
    for path in fs.glob(f"{root}/*/*.tmp"):
        fs.rm_file(path)


def describe_maker() -> dict[str, object]:
    """Give what partitions depend on beside their inputs."""
    return {
        "format": 1,
        "thidua": version("thidua"),
        "ontology": ontology_version(load_ontology()),
    }


def documents_of_folder(folder: Path) -> Iterator[Document | InputError]:
    """Give the documents of all finished partitions, in the order of their inputs; one that is damaged, its error.

    Raises `InputError` where another thidua made them: their facts would go into the store under a wrong name.
    """
    known = json.loads((folder / PARTITIONS).read_text("utf-8"))
    ours = describe_maker()
    if {key: known.get(key) for key in ours} != ours:
        raise InputError(
            f"{folder}: made by thidua {known.get('thidua')}, this is {ours['thidua']}",
            "the facts would be stored as those of this one",
            "import them with that version, or run the job again",
        )
    results = load_results(str(folder)).values()
    for result in sorted(results, key=lambda one: (one.paths, one.start)):
        yield from _documents_of_part(folder, result)


def _documents_of_part(folder: Path, result: PartResult) -> Iterator[Document | InputError]:
    tables = {}
    for table in SCHEMAS:
        path = folder / table / f"part-{result.part}.parquet"
        try:
            tables[table] = pq.read_table(path, schema=SCHEMAS[table])
        except (OSError, ValueError) as err:
            yield InputError(
                f"{path}: {err}",
                "the partition is gone or damaged",
                f"remove {MANIFEST}/part-{result.part}.json and run the job again",
            )
            return
    yield from documents_of_tables(tables)


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    some: list[Document] = []
    for document in documents:
        some.append(document)
        if len(some) == AT_ONCE:
            yield some
            some = []
    if some:
        yield some
