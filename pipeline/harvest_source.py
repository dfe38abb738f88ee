"""Harvest one source: find, fetch, archive, read, extract, store; one transaction an article."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from sqlite_utils import Database

from pipeline.dates import HANOI
from pipeline.documents import Extractor, extract_facts
from pipeline.documents import day_of as published_day
from pipeline.errors import StoppedError
from pipeline.event_log import EventLog
from pipeline.exchanges import KeptFetcher
from pipeline.frontier import Frontier, Only, settle_url
from pipeline.ids import hash_bytes
from pipeline.inserting import insert_rows
from pipeline.issues import kind_of, save_issue
from pipeline.ledger import Ledger, Outcome
from pipeline.nights import judge_night, night_to_json
from pipeline.preparing import prepare
from pipeline.records import Document, PageCopy
from pipeline.rows import Row
from pipeline.saving import save_document
from pipeline.store import Store
from scrapers.article_text import article_text
from scrapers.clock import Clock
from scrapers.discover import Reach, discover
from scrapers.errors import ScrapeError
from scrapers.exchange import Exchange
from scrapers.found import Found, FoundStatus, Problem, ProblemKind
from scrapers.night import NightCount
from scrapers.read import read_page
from scrapers.records import Article, ArticleKind, Source
from scrapers.url_variants import main_address, printed_id
from scrapers.urls import canonical_url, source_aliases

Progress = Callable[[str, Ledger], None]
"""Told after each address: the source and how far it is."""

LOUD_SHARE = 0.5
"""A source fails when more than this share of at least `LOUD_PAGES` fetched pages is unusable."""
LOUD_PAGES = 4
NO_ARTICLE = "a listing, not an article"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What one harvest is to do."""

    reach: Reach
    """How far back, how many."""
    extractor: Extractor | None
    """What gives the facts. None where extraction is left out."""
    extractor_id: str
    """Its id in the store."""
    stops: Callable[[], str | None]
    """Gives why the run is to stop now; None where it goes on."""
    validate: bool
    """Whether listings may be asked for conditionally: only after a complete run."""
    only: Only | None = None
    """What a backfill asks for. None in a harvest."""
    newest_first: bool = False
    """Find everything first, then fetch by date, the newest first."""


class SourceHarvest:
    """One source in one run."""

    def __init__(
        self,
        source: Source,
        fetcher: KeptFetcher,
        store: Store,
        wanted: Wanted,
        *,
        sources: tuple[Source, ...],
        base_url: str | None,
        run_id: int,
        clock: Clock,
        progress: Progress,
        log: EventLog,
    ) -> None:
        self.source = source
        self.ledger = Ledger(slug=source.slug)
        self._fetcher = fetcher
        self._store = store
        self._wanted = wanted
        self._sources = sources
        self._base_url = base_url
        self._run_id = run_id
        self._clock = clock
        self._progress = progress
        self._log = log
        self._aliases = source_aliases(source.home, source.hosts)
        self._frontier = Frontier(
            store, slug=source.slug, run_id=run_id, now=clock.now(), only=wanted.only
        )
        self._pages = 0
        self._bad_pages = 0
        self._new_addresses = 0
        self._night = NightCount(clock.now().astimezone(HANOI).date())

    def run(self) -> Ledger:
        """Harvest the source; its ledger says what happened. Errors that are no page's own are raised."""
        reach = self._wanted.reach
        self.ledger.complete = reach.since is None and reach.until is None and reach.limit is None
        try:
            self._go()
        except StoppedError:
            self.ledger.complete = False
        self._judge()
        if self.ledger.complete and self._wanted.validate and self._wanted.only is None:
            self._judge_night()
        self.ledger.requests = self._fetcher.requests
        self.ledger.bytes = self._fetcher.bytes
        return self.ledger

    def _go(self) -> None:
        if self._wanted.only == "failed":
            self._try_due()
            return
        for item in self._discover():
            if isinstance(item, Problem):
                self._note_problem(item)
            else:
                self._handle(item)
            if self._stopped():
                return
        if self._wanted.only is None:
            self._try_due()

    def _discover(self) -> Iterable[Found | Problem]:
        items = discover(
            self.source,
            self._fetcher,
            known=self._frontier.is_known,
            published=self._frontier.published,
            reach=self._wanted.reach,
            base_url=self._base_url,
            validators=self._fetcher.validators if self._wanted.validate else None,
            clock=self._clock,
        )
        if not self._wanted.newest_first:
            return items
        # Undated ones come last; the order within a day is that of the listing.
        return sorted(
            items, key=lambda item: getattr(item, "published_hint", None) or "", reverse=True
        )

    def _stopped(self) -> bool:
        reason = self._wanted.stops()
        if reason is not None:
            self.ledger.complete = False
        return reason is not None

    def _handle(self, found: Found) -> None:
        self.ledger.found += 1
        if found.status is FoundStatus.KNOWN:
            number, outcome, reason = self._frontier.outcome_of_known(found.canonical)
            self.ledger.settle(number, outcome, reason)
        elif found.status is FoundStatus.OUT_OF_RANGE:
            number = self._frontier.note(
                found.url, found.canonical, found_in=found.found_in, reason="out_of_range"
            )
            self.ledger.settle(number, "filtered", "out_of_range")
        else:
            self._new_addresses += 1
            number = self._frontier.note(found.url, found.canonical, found_in=found.found_in)
            self._harvest_page(number, found.url, found.canonical)
        self._tell(number, found.canonical)

    def _tell(self, url_id: int, canonical: str) -> None:
        """Draw the progress, and write the line of a page that was fetched."""
        self._progress(self.source.slug, self.ledger)
        outcome, reason = self.ledger.outcomes[url_id]
        slug = self.source.slug
        if outcome == "stored":
            self._log.write("page_stored", "I", slug, url=canonical, what=reason)
        elif outcome in ("failed", "refused"):
            self._log.write("page_failed", "W", slug, url=canonical, cause=reason)
        else:
            self._log.write("page_left_out", "D", slug, url=canonical, outcome=outcome, why=reason)

    def _try_due(self) -> None:
        if self._wanted.reach.limit is not None:
            return
        for due in self._frontier.due():
            if due.id in self.ledger.outcomes:
                continue
            if self._stopped():
                return
            self.ledger.found += 1
            self._harvest_page(due.id, due.url, due.canonical)
            self._tell(due.id, due.canonical)

    def _harvest_page(self, url_id: int, url: str, canonical: str) -> None:
        record: Row | None = None
        try:
            exchange, record = self._fetcher.fetch_article(url, delay_s=self.source.delay_s)
            self._pages += 1
            article = self._read(exchange, canonical)
            if article.kind is not ArticleKind.LISTING:
                self._night.add(article)
            document = self._document(article, exchange, canonical, str(record["record_id"]))
        except ScrapeError as err:
            self._fail(url_id, url, err, record)
        except StoppedError:
            self.ledger.settle(url_id, "pending", "stopped")
            raise
        else:
            self._save(url_id, canonical, document, record)

    def _read(self, exchange: Exchange, canonical: str) -> Article:
        return read_page(
            exchange.body,
            url=canonical,
            source=self.source.slug,
            content_type=exchange.content_type,
            sources=self._sources,
        )

    def _document(
        self, article: Article, exchange: Exchange, canonical: str, record_id: str
    ) -> Document:
        text = article_text(article)
        wanted = self._wanted.extractor
        facts = None
        if wanted is not None and article.kind is not ArticleKind.LISTING:
            facts = extract_facts(wanted, text, published=published_day(article.published))
        return Document(
            article=article,
            text=text,
            canonical=canonical,
            page=PageCopy(
                sha256=hash_bytes(exchange.body),
                size=len(exchange.body),
                fetched_at=exchange.fetched_at,
                content_type=exchange.content_type,
                http_status=exchange.status,
                record_id=record_id,
            ),
            facts=facts,
            prepared=prepare(article.title, text, facts),
        )

    def _save(self, url_id: int, canonical: str, document: Document, record: Row) -> None:
        twin = self._twin(document.article, canonical)
        is_listing = document.article.kind is ArticleKind.LISTING
        stored = None
        with self._store.transaction() as db:
            insert_rows(db, "records", [record])
            if is_listing:
                self._settle(db, url_id, state="filtered", reason=NO_ARTICLE)
            elif twin is not None:
                db.execute("UPDATE urls SET duplicate_of = ? WHERE id = ?", [twin, url_id])
                self._settle(db, url_id, state="duplicate", reason="canonical")
            else:
                stored, _ = save_document(
                    db, document, run_id=self._run_id, extractor_id=self._wanted.extractor_id
                )
                self._settle(db, url_id, state="stored", reason=None)
        if stored is None:
            outcome: Outcome = "filtered" if is_listing else "duplicate"
            self.ledger.settle(url_id, outcome, NO_ARTICLE if is_listing else "canonical")
            return
        fates: dict[str, Outcome] = {"unchanged": "unchanged", "forgotten": "filtered"}
        self.ledger.settle(url_id, fates.get(stored, "stored"), stored)
        self.ledger.new += stored == "new"
        self.ledger.changed += stored == "changed"
        if document.facts is not None and stored in ("new", "changed"):
            self.ledger.figures += len(document.facts.figures)
            self.ledger.awards += len(document.facts.awards)

    def _twin(self, article: Article, canonical: str) -> int | None:
        """Give the number of the stored address of the same article, where it is another one.

        The page names it as its own, or this one is its print, mobile or AMP view.
        """
        named = (article.canonical, main_address(canonical))
        stated, main = (canonical_url(url, aliases=self._aliases) if url else None for url in named)
        # Two questions, each by its own index: one with OR would read the whole store.
        asked: tuple[tuple[str, list[str | None]], ...] = (
            ("u.canonical IN (?, ?)", [stated, main]),
            ("a.source_slug = ? AND a.external_id = ?", [self.source.slug, printed_id(canonical)]),
        )
        with self._store.reading() as db:
            for condition, values in asked:
                row = db.execute(
                    "SELECT u.id FROM urls u JOIN articles a ON a.url_id = u.id "
                    f"WHERE u.canonical != ? AND {condition}",
                    [canonical, *values],
                ).fetchone()
                if row:
                    return int(row[0])
        return None

    def _fail(self, url_id: int, url: str, err: ScrapeError, record: Row | None) -> None:
        kind = kind_of(err)
        refused = kind in {"robots_refused", "robots_unreachable"}
        paused = kind == "host_paused"
        if not refused and not paused:
            self._bad_pages += 1
            self._pages += record is None
        if kind in {"bot_check", "host_paused", "robots_unreachable"}:
            self.ledger.problems.append(f"{kind}: {err}")
        with self._store.transaction() as db:
            if record is not None:
                insert_rows(db, "records", [record])
            if paused:
                db.execute("UPDATE urls SET state = 'discovered' WHERE id = ?", [url_id])
            else:
                self._settle(db, url_id, state="failed", reason=kind)
                self._save_issue(db, url, kind, str(err))
        self.ledger.settle(
            url_id, "refused" if refused else "pending" if paused else "failed", kind
        )

    def _note_problem(self, problem: Problem) -> None:
        self._log.write("problem", "W", self.source.slug, url=problem.url, cause=problem.detail)
        # A bound that was reached is told and kept; it does not make the source a failed one.
        if problem.kind is not ProblemKind.LIMIT:
            self.ledger.problems.append(f"{problem.kind}: {problem.detail}")
        with self._store.transaction() as db:
            self._save_issue(db, problem.url, str(problem.kind), problem.detail)

    def _judge(self) -> None:
        if self._pages >= LOUD_PAGES and self._bad_pages > LOUD_SHARE * self._pages:
            self.ledger.problems.append(
                f"unusable_pages: {self._bad_pages} of {self._pages} pages could not be used"
            )

    def _judge_night(self) -> None:
        """Hold the night against the source's own history; a breach makes it a failed source."""
        night = self._night.close(new=self._new_addresses, fetched=self._pages)
        night, reasons = judge_night(
            self._store, self.source.slug, night, per_week=self.source.per_week
        )
        self.ledger.problems += reasons
        self.ledger.night = night_to_json(replace(night, breached=self.ledger.failed))

    def _settle(self, db: Database, url_id: int, *, state: str, reason: str | None) -> None:
        settle_url(
            db, url_id, state=state, reason=reason, run_id=self._run_id, now=self._clock.now()
        )

    def _save_issue(self, db: Database, url: str, kind: str, detail: str) -> None:
        save_issue(
            db,
            run_id=self._run_id,
            slug=self.source.slug,
            url=url,
            kind=kind,
            detail=detail,
            now=self._clock.now(),
        )
