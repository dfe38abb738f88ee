"""Read stored articles anew, with the present rules and without the network."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from extractors.facts import Facts
from pipeline.batch import UNUSABLE, Batch, explain
from pipeline.claims import save_claims
from pipeline.dates import now
from pipeline.documents import Extractor, day_of, extract_facts
from pipeline.errors import InputError
from pipeline.mentions import Change, compare_facts, save_facts
from pipeline.page_bytes import load_page
from pipeline.records import Document, PageCopy
from pipeline.rows import Row
from pipeline.runs import begin_run, end_run, save_extractor
from pipeline.saving import save_document
from pipeline.store import Store
from pipeline.workers import DIED_TWICE, Lost, open_answers
from scrapers.article_text import article_text
from scrapers.read import read_bytes_auto
from scrapers.records import Article


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


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredArticle:
    """An article as the store has it."""

    row: Row
    """Its row, with address and page."""
    body: bytes | None = None
    """The bytes of its page. None where its text is enough."""
    error: InputError | None = None
    """Why its page cannot be had. None where it can, or is not asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """What the present rules read in a stored article."""

    row: Row
    """Its row."""
    facts: Facts
    """The facts of its text, or of the text as the page is read now."""
    article: Article | None = None
    """The page as it is read now. None where its text stays the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rereading:
    """How stored articles are read: what a worker does."""

    make_extractor: Callable[[], Extractor]
    """Gives what finds the facts, the same one each time."""

    def load(self) -> None:
        """Load the extractor."""
        self.make_extractor()

    def weigh(self, item: StoredArticle, /) -> int:
        """Give about how many bytes an article holds."""
        return len(item.body or b"") + 2 * len(str(item.row["text"]))

    def __call__(self, item: StoredArticle, /) -> tuple[str, Reread | InputError]:
        """Read one article; its id comes first."""
        name = str(item.row["id"])
        if item.error is not None:
            return name, item.error
        try:
            return name, self._read(item)
        except UNUSABLE as err:
            return name, explain(name, err)

    def _read(self, item: StoredArticle) -> Reread:
        extractor, row = self.make_extractor(), item.row
        if item.body is not None:
            article = _read_page(item.body, row)
            text = article_text(article)
            if text != row["text"]:
                facts = extract_facts(extractor, text, published=day_of(article.published))
                return Reread(row=row, facts=facts, article=article)
        published = row["published_on"]
        day = day_of(str(published) if published else None)
        return Reread(row=row, facts=extract_facts(extractor, str(row["text"]), published=day))


def reextract(
    store: Store,
    make_extractor: Callable[[], Extractor],
    what: Reextraction,
    *,
    archive: Path,
    jobs: int = 1,
    report: Callable[[str], None],
) -> int:
    """Bring the mentions of all current articles to the present rules; give the exit code.

    The reading is done by `jobs` processes, the comparing and writing by this one, in the order of the articles.
    """
    batch, counts = Batch(), Counter[str]()
    run_id = None if what.dry_run else begin_run(store, "reextract")
    extractor_id = "" if what.dry_run else save_extractor(store)
    items = stored_articles(store, what, archive)
    work = Rereading(make_extractor=make_extractor)
    with open_answers(work, items, jobs=jobs, report=report) as answers:
        for answer in answers:
            if isinstance(answer, Lost):
                name = str(answer.item.row["id"])
                answer = name, InputError(name, DIED_TWICE, "it stays as it is")
            name, made = answer
            if isinstance(made, InputError):
                batch.fail(name, made)
                continue
            changes = _save(store, made, what, run_id, extractor_id)
            batch.good += 1
            counts.update(change.what for change in changes)
            if what.show_diff:
                for change in changes:
                    click.echo(f"{change.what}\t{change.table}\t{change.target_id}\t{change.text}")
    code = batch.report()
    if run_id is not None:
        save_claims(store, run_id)
        end_run(store, run_id, code)
    summary = (
        ", ".join(f"{number} {name}" for name, number in sorted(counts.items())) or "no change"
    )
    click.echo(f"{batch.good} articles: {summary}", err=True)
    return code


def stored_articles(store: Store, what: Reextraction, archive: Path) -> Iterator[StoredArticle]:
    """Give the articles to read, each with its page where that is to be read again."""
    for row in articles(store, what.since):
        if not what.from_archive or row["layout"] == "jsonl":
            yield StoredArticle(row=row)
            continue
        try:
            yield StoredArticle(row=row, body=load_page(store.db, str(row["page_sha256"]), archive))
        except UNUSABLE as err:
            yield StoredArticle(row=row, error=explain(str(row["id"]), err))


def articles(store: Store, since: str | None) -> Iterator[Row]:
    """Give the current articles, oldest first."""
    ids = store.db.execute(
        "SELECT id FROM articles WHERE is_current = 1 AND (? IS NULL OR published_on >= ?) "
        "ORDER BY published_on, id",
        [since, since],
    ).fetchall()
    for (article_id,) in ids:
        yield from store.db.query(
            "SELECT a.*, u.canonical, p.fetched_at, p.http_status, p.content_type, p.file_name, p.record_id, p.bytes "
            "FROM articles a JOIN pages p ON p.sha256 = a.page_sha256 LEFT JOIN urls u ON u.id = a.url_id "
            "WHERE a.id = ?",
            [article_id],
        )


def _read_page(body: bytes, row: Row) -> Article:
    source = str(row["source_slug"])
    return read_bytes_auto(
        body,
        url=str(row["canonical"]) if row["canonical"] else None,
        source="auto" if source == "generic" else source,
        content_type=str(row["content_type"]) if row["content_type"] else None,
    )


def _save(
    store: Store, made: Reread, what: Reextraction, run_id: int | None, extractor_id: str
) -> tuple[Change, ...]:
    row = made.row
    article_id, text = str(row["id"]), str(row["text"])
    if made.article is not None:
        return _save_again(store, made, made.article, what, run_id, extractor_id)
    if what.dry_run:
        return compare_facts(store.db, made.facts, text, article_id)
    with store.transaction() as db:
        return save_facts(
            db, made.facts, text, article_id, run_id=run_id, extractor_id=extractor_id
        )


def _save_again(
    store: Store,
    made: Reread,
    article: Article,
    what: Reextraction,
    run_id: int | None,
    extractor_id: str,
) -> tuple[Change, ...]:
    """Store an article whose text is read otherwise now, as a version of its own."""
    row = made.row
    canonical = str(row["canonical"]) if row["canonical"] else None
    change = Change(
        table="articles", target_id=str(row["id"]), what="reread", text=str(row["title"])
    )
    if what.dry_run or canonical is None:
        return (change,)
    document = Document(
        article=article,
        text=article_text(article),
        canonical=canonical,
        page=PageCopy(
            sha256=str(row["page_sha256"]), size=int(row["bytes"] or 0), fetched_at=now()
        ),
        facts=made.facts,
    )
    with store.transaction() as db:
        save_document(db, document, run_id=run_id, extractor_id=extractor_id)
    return (change,)
