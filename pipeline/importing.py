"""Bring files into the store."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from pipeline.batch import UNUSABLE, Batch
from pipeline.choose_sources import all_sources, check_source
from pipeline.dates import now
from pipeline.documents import Extractor, document_of_file, document_of_line, make_extractor
from pipeline.errors import InputError
from pipeline.importing_warc import documents_of_warc
from pipeline.inputs import expand_paths, is_json_lines, is_warc, read_file, read_json_lines
from pipeline.invocation import Invocation
from pipeline.lock import hold_lock
from pipeline.records import Document
from pipeline.runs import begin_run, end_run, save_extractor
from pipeline.saving import save_document
from pipeline.store import Store, open_store
from pipeline.summary import render_counts
from scrapers.records import Source

AT_ONCE = 200
"""Articles that share a transaction."""
Made = tuple[str, Document | Exception]


@dataclass(frozen=True, slots=True)
class Reading:
    """How the files of an import are read."""

    source: str
    """Slug of the source, or "auto"."""
    sources: tuple[Source, ...]
    """Every known source."""
    extractor: Extractor | None
    """What gives the facts. None where extraction is left out."""


def import_paths(
    db: Path, paths: tuple[Path, ...], *, source: str, extract: bool, invocation: Invocation
) -> int:
    """Import files and folders into the database at `db`; give the exit code."""
    sources = all_sources(invocation.load_settings())
    check_source(source, sources)
    files = list(expand_paths(paths))
    if not files:
        raise InputError(
            f"{', '.join(map(str, paths))}: no page in it",
            "pages end in .html, .htm, .txt, .jsonl or .warc.gz",
            "name the files themselves",
        )
    extractor = make_extractor() if extract else None
    with hold_lock(db), open_store(db, create=True, durability="NORMAL") as store:
        return _import(store, files, Reading(source, sources, extractor), invocation)


def _import(store: Store, files: list[Path], reading: Reading, invocation: Invocation) -> int:
    batch = Batch()
    outcomes: Counter[str] = Counter()
    run_id = begin_run(store, f"import {len(files)} files")
    extractor_id = save_extractor(store)
    waiting: list[Document] = []
    for name, made in _documents(files, reading):
        if isinstance(made, Exception):
            batch.fail(name, made)
            continue
        batch.good += 1
        batch.warn(name, made.article.warnings)
        waiting.append(made)
        if len(waiting) == AT_ONCE:
            outcomes += save_documents(store, waiting, run_id=run_id, extractor_id=extractor_id)
            waiting = []
    outcomes += save_documents(store, waiting, run_id=run_id, extractor_id=extractor_id)
    code = batch.report()
    end_run(store, run_id, code)
    if invocation.is_chatty():
        lang = invocation.choose_lang()
        click.echo(render_counts(store, outcomes, len(batch.failures), run_id, lang), err=True)
    return code


def save_documents(
    store: Store, documents: list[Document], *, run_id: int, extractor_id: str
) -> Counter[str]:
    """Store documents in one transaction; give how many were new, changed, unchanged.

    The files of an import are still there after a kill, so that a few dozen articles may share a commit.
    """
    outcomes: Counter[str] = Counter()
    if documents:
        with store.transaction() as db:
            for document in documents:
                outcome, _ = save_document(db, document, run_id=run_id, extractor_id=extractor_id)
                outcomes[outcome] += 1
    return outcomes


def _documents(files: list[Path], reading: Reading) -> Iterator[Made]:
    extractor = reading.extractor
    for path in files:
        if is_json_lines(path):
            for line in read_json_lines(path):
                if isinstance(line, InputError):
                    yield str(path), line
                else:
                    yield line.name, document_of_line(line, at=now(), extractor=extractor)
        elif is_warc(path):
            yield from documents_of_warc(
                path, source=reading.source, sources=reading.sources, extractor=extractor
            )
        else:
            yield str(path), _of_file(path, reading)


def _of_file(path: Path, reading: Reading) -> Document | Exception:
    try:
        return document_of_file(
            read_file(path),
            path,
            source=reading.source,
            sources=reading.sources,
            at=now(),
            extractor=reading.extractor,
        )
    except UNUSABLE as err:
        return err
