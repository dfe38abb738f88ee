"""Bring files into the store."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

import click

from pipeline.batch import Batch
from pipeline.choose_sources import all_sources, check_source
from pipeline.claims import save_claims
from pipeline.documents import make_extractor
from pipeline.errors import InputError
from pipeline.input_items import ArchiveEnd, InputItem, iter_items
from pipeline.inputs import expand_paths, is_partitions
from pipeline.invocation import Invocation
from pipeline.lock import hold_lock
from pipeline.mentions import insert_fact_rows
from pipeline.reading import Made, Passed, Reading, explain_lost
from pipeline.records import Document
from pipeline.reprints import save_reprints
from pipeline.rows import FactRows
from pipeline.runs import begin_run, end_run, save_extractor
from pipeline.saving import save_document
from pipeline.store import Store, open_store
from pipeline.summary import render_counts
from pipeline.workers import Lost, open_answers

AT_ONCE = 500
"""Articles that share a transaction."""


def import_paths(
    db: Path,
    paths: tuple[Path, ...],
    *,
    source: str,
    extract: bool,
    invocation: Invocation,
    jobs: int = 1,
    hosts: frozenset[str] | None = None,
) -> int:
    """Import files and folders into the database at `db`; give the exit code.

    The reading is done by `jobs` processes, the writing by this one, in the order of the files.
    """
    sources = all_sources(invocation.load_settings())
    check_source(source, sources)
    folders = [path for path in paths if is_partitions(path)]
    files = list(expand_paths(tuple(path for path in paths if path not in folders)))
    if not files and not folders:
        raise InputError(
            f"{', '.join(map(str, paths))}: no page in it",
            "pages end in .html, .htm, .txt, .jsonl or .warc.gz",
            "name the files themselves",
        )
    maker = make_extractor if extract and files else None
    reading = Reading(source=source, sources=sources, make_extractor=maker)
    items = iter_items(files, hosts=hosts)
    with (
        hold_lock(db),
        open_store(db, create=True, durability="NORMAL") as store,
        open_answers(reading, items, jobs=jobs, report=invocation.report) as answers,
    ):
        command = f"import {len(files) + len(folders)} files"
        return _import(store, chain(_of_partitions(folders), answers), command, invocation)


def _import(
    store: Store,
    answers: Iterable[Made | Lost[InputItem]],
    command: str,
    invocation: Invocation,
) -> int:
    batch = Batch()
    outcomes: Counter[str] = Counter()
    run_id = begin_run(store, command)
    extractor_id = save_extractor(store)
    waiting: list[Document] = []
    for answer in answers:
        name, made = explain_lost(answer) if isinstance(answer, Lost) else answer
        match made:
            case Document():
                batch.good += 1
                batch.warn(name, made.article.warnings)
                waiting.append(made)
            case Passed():
                batch.pass_over(made.archive, made.reason)
            case ArchiveEnd():
                batch.end_archive(made.archive)
            case InputError():
                batch.fail(name, made)
        if len(waiting) == AT_ONCE:
            outcomes += save_documents(store, waiting, run_id=run_id, extractor_id=extractor_id)
            waiting = []
    outcomes += save_documents(store, waiting, run_id=run_id, extractor_id=extractor_id)
    save_reprints(store, run_id)
    save_claims(store, run_id)
    code = batch.report()
    end_run(store, run_id, code)
    if invocation.is_chatty():
        lang = invocation.choose_lang()
        click.echo(render_counts(store, outcomes, len(batch.failures), run_id, lang), err=True)
    return code


def _of_partitions(folders: Iterable[Path]) -> Iterator[Made]:
    """Give the documents of a cluster's work, which are read and extracted already."""
    for folder in folders:
        from pipeline.partitions import documents_of_folder  # needs the extra dask

        for made in documents_of_folder(folder):
            if isinstance(made, InputError):
                yield str(folder), made
            else:
                yield f"{folder}: {made.canonical or made.external_id or made.page.sha256}", made


def save_documents(
    store: Store, documents: list[Document], *, run_id: int, extractor_id: str
) -> Counter[str]:
    """Store documents in one transaction; give how many were new, changed, unchanged.

    The files of an import are still there after a kill, so that a few dozen articles may share a commit.
    """
    outcomes: Counter[str] = Counter()
    if documents:
        with store.transaction() as db:
            held: list[FactRows] = []
            for document in documents:
                outcome, _ = save_document(
                    db, document, run_id=run_id, extractor_id=extractor_id, held=held
                )
                outcomes[outcome] += 1
            insert_fact_rows(db, held)
    return outcomes
