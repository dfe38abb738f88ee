"""Read stored articles anew, with the present rules and without the network."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from pipeline.batch import UNUSABLE, Batch
from pipeline.dates import now
from pipeline.documents import Extractor, day_of, extract_facts
from pipeline.ids import hash_bytes
from pipeline.mentions import Change, compare_facts, save_facts
from pipeline.page_bytes import load_page
from pipeline.records import Document, PageCopy
from pipeline.rows import Row
from pipeline.runs import begin_run, end_run, save_extractor
from pipeline.saving import save_document
from pipeline.store import Store
from scrapers.article_text import article_text
from scrapers.read import read_bytes_auto


@dataclass(frozen=True, slots=True, kw_only=True)
class Reextraction:
    """What is to be done."""

    since: str | None = None
    """First published day. None for all."""
    show_diff: bool = False
    """Print each change."""
    dry_run: bool = False
    """Write nothing."""
    from_archive: bool = False
    """Read the pages again too, not only their texts."""


def reextract(store: Store, extractor: Extractor, what: Reextraction, *, archive: Path) -> int:
    """Bring the mentions of all current articles to the present rules; give the exit code."""
    batch, counts = Batch(), Counter[str]()
    run_id = None if what.dry_run else begin_run(store, "reextract")
    extractor_id = "" if what.dry_run else save_extractor(store)
    for row in articles(store, what.since):
        try:
            changes = _one(store, extractor, row, what, run_id, extractor_id, archive)
        except UNUSABLE as err:
            batch.fail(str(row["id"]), err)
            continue
        batch.good += 1
        counts.update(change.what for change in changes)
        if what.show_diff:
            for change in changes:
                click.echo(f"{change.what}\t{change.table}\t{change.target_id}\t{change.text}")
    code = batch.report()
    if run_id is not None:
        end_run(store, run_id, code)
    summary = (
        ", ".join(f"{number} {name}" for name, number in sorted(counts.items())) or "no change"
    )
    click.echo(f"{batch.good} articles: {summary}", err=True)
    return code


def articles(store: Store, since: str | None) -> Iterator[Row]:
    """Give the current articles, oldest first."""
    ids = store.db.execute(
        "SELECT id FROM articles WHERE is_current = 1 AND (? IS NULL OR published_on >= ?) "
        "ORDER BY published_on, id",
        [since, since],
    ).fetchall()
    for (article_id,) in ids:
        yield from store.db.query(
            "SELECT a.*, u.canonical, p.fetched_at, p.http_status, p.content_type, p.file_name, p.record_id "
            "FROM articles a JOIN pages p ON p.sha256 = a.page_sha256 LEFT JOIN urls u ON u.id = a.url_id "
            "WHERE a.id = ?",
            [article_id],
        )


def _one(
    store: Store,
    extractor: Extractor,
    row: Row,
    what: Reextraction,
    run_id: int | None,
    extractor_id: str,
    archive: Path,
) -> tuple[Change, ...]:
    if what.from_archive and row["layout"] != "jsonl":
        changed = _read_again(store, extractor, row, what, run_id, extractor_id, archive)
        if changed is not None:
            return changed
    article_id, text = str(row["id"]), str(row["text"])
    published = row["published_on"]
    facts = extract_facts(extractor, text, published=day_of(str(published) if published else None))
    if what.dry_run:
        return compare_facts(store.db, facts, text, article_id)
    with store.transaction() as db:
        return save_facts(db, facts, text, article_id, run_id=run_id, extractor_id=extractor_id)


def _read_again(
    store: Store,
    extractor: Extractor,
    row: Row,
    what: Reextraction,
    run_id: int | None,
    extractor_id: str,
    archive: Path,
) -> tuple[Change, ...] | None:
    """Give the change of an article whose text is read otherwise now; None where it is the same."""
    body = load_page(store.db, str(row["page_sha256"]), archive)
    canonical = str(row["canonical"]) if row["canonical"] else None
    source = str(row["source_slug"])
    article = read_bytes_auto(
        body,
        url=canonical,
        source="auto" if source == "generic" else source,
        content_type=str(row["content_type"]) if row["content_type"] else None,
    )
    text = article_text(article)
    if text == row["text"]:
        return None
    change = Change(
        table="articles", target_id=str(row["id"]), what="reread", text=str(row["title"])
    )
    if what.dry_run or canonical is None:
        return (change,)
    document = Document(
        article=article,
        text=text,
        canonical=canonical,
        page=PageCopy(sha256=hash_bytes(body), size=len(body), fetched_at=now()),
        facts=extract_facts(extractor, text, published=day_of(article.published)),
    )
    with store.transaction() as db:
        save_document(db, document, run_id=run_id, extractor_id=extractor_id)
    return (change,)
