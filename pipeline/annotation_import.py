"""`thidua import --annotations`: what people marked in another tool, as verdicts or as a gold file."""

import json
from pathlib import Path

import click

from corpus.export.annotation_import import load_annotations, save_gold
from corpus.measures import place
from pipeline.annotation_reviews import judge
from pipeline.dates import now, render_utc
from pipeline.errors import EXIT_OK, MisuseError
from pipeline.lock import hold_lock
from pipeline.review import import_reviews
from pipeline.store import open_store


def import_annotations(
    db: Path | None,
    paths: tuple[Path, ...],
    format_name: str,
    *,
    reviewer: str | None,
    gold: Path | None,
) -> int:
    """Store verdicts on what the database holds or, with `gold`, write the annotations there; give the exit code."""
    documents = [document for path in paths for document in load_annotations(path, format_name)]
    if gold is not None:
        save_gold(documents, gold)
        return EXIT_OK
    if db is None or not reviewer:
        raise MisuseError("verdicts need a reviewer", "", "add --reviewer NAME, or --gold FILE")
    with hold_lock(db), open_store(db) as store:
        found = judge(store.db, documents, reviewer=reviewer, at=render_utc(now()))
        new = import_reviews(store, map(json.dumps, found.items), reviewer=reviewer)
    for article, layer, mention in found.unseen:
        start, end = place(mention)
        click.echo(
            f"not in the database: {article} {layer} {start}..{end} {mention.get('text')!r}",
            err=True,
        )
    for layer, number in found.further.items():
        click.echo(
            f"{number} changed in {layer}: verdicts are kept of campaigns, figures and awards alone; --gold keeps all",
            err=True,
        )
    click.echo(
        f"{len(documents)} documents, {new} verdicts, {len(found.unseen)} mentions without one"
    )
    return EXIT_OK
