"""One harvest of several sources: hosts in parallel, each source on its own, a ledger that adds up."""

import sys
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from pipeline.claims import save_claims
from pipeline.documents import Extractor
from pipeline.errors import EXIT_FAILED, EXIT_OK, PipelineError, StoppedError
from pipeline.event_log import EventLog
from pipeline.exchanges import ExchangeKeeper, KeptFetcher, load_robots
from pipeline.frontier import Only
from pipeline.harvest_source import Progress, SourceHarvest, Wanted
from pipeline.ledger import Ledger
from pipeline.reprints import save_reprints
from pipeline.runs import SourceLedger, begin_run, end_run, save_extractor
from pipeline.settings import Settings, hash_settings
from pipeline.source_rows import save_sources
from pipeline.stopping import StopFlag, StoppableClock
from pipeline.store import Store
from scrapers.archive import ArchiveWriter
from scrapers.discover import Reach
from scrapers.fetch import Fetcher
from scrapers.limits import Limits
from scrapers.records import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class HarvestPlan:
    """What a harvest is to do."""

    sources: tuple[Source, ...]
    """The sources to ask."""
    reach: Reach
    """How far back, how many."""
    settings: Settings
    """The configuration."""
    extractor: Extractor | None
    """What gives the facts. None after `--no-extract`."""
    archive: Path
    """Folder of the WARC files."""
    command: str
    """How the run is called in `runs`."""
    only: Only | None = None
    """What a backfill asks for. None in a harvest."""
    newest_first: bool = False
    """Fetch by date, the newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HarvestResult:
    """What a harvest did."""

    run_id: int
    """Number of the run."""
    exit_code: int
    """0 where every source answered, 1 where one failed, 130 or 143 after a signal."""
    ledgers: dict[str, SourceLedger]
    """Source to what it did."""


def archive_folder(db: Path, settings: Settings) -> Path:
    """Give the folder of the archive: the configured one, or one beside the database."""
    return settings.store.archive or db.with_name(f"{db.stem}-archive")


def run_harvest(
    store: Store,
    plan: HarvestPlan,
    *,
    flag: StopFlag,
    log_options: dict[str, object],
    progress: Progress,
) -> HarvestResult:
    """Harvest all sources of the plan; the caller holds the lock."""
    run_id = begin_run(store, plan.command, config_hash=hash_settings(plan.settings))
    log = EventLog(run_id=run_id, **log_options)  # type: ignore[arg-type]  # form and noise, as the caller has them
    harvest = _Harvest(store, plan, flag, run_id, progress)
    try:
        ledgers = harvest.run_all(log)
        code = (
            EXIT_FAILED if any(x.get("status") == "failed" for x in ledgers.values()) else EXIT_OK
        )
    except StoppedError as err:
        ledgers, code = harvest.closed, err.exit_code
    finally:
        harvest.close()
    save_reprints(store, run_id)
    save_claims(store, run_id)
    end_run(store, run_id, code, ledgers)
    log.write("run_ended", "I", exit_code=code)
    return HarvestResult(run_id=run_id, exit_code=code, ledgers=ledgers)


def first_interrupted_run(store: Store, slug: str, *, before: int) -> int | None:
    """Give the first of the runs over a source that were stopped or killed since its last finished one."""
    finished = store.db.execute(
        "SELECT coalesce(max(r.id), 0) FROM runs r, json_each(r.ledger) s "
        "WHERE s.key = ? AND r.exit_code IN (0, 1)",
        [slug],
    ).fetchone()[0]
    row = store.db.execute(
        "SELECT min(id) FROM runs WHERE id > ? AND id < ? AND (exit_code IS NULL OR exit_code NOT IN (0, 1)) "
        "AND ' ' || command || ' ' LIKE '% ' || ? || ' %' ESCAPE '\\'",
        [finished, before, slug.replace("_", "\\_")],
    ).fetchone()
    return int(row[0]) if row[0] is not None else None


def last_good_run(store: Store, slug: str) -> int | None:
    """Give the number of the last run in which a source did not fail."""
    row = store.db.execute(
        "SELECT max(run_id) FROM run_sources WHERE slug = ? AND status = 'ok'", [slug]
    ).fetchone()
    return int(row[0]) if row[0] is not None else None


class _Harvest:
    """The parts that the sources of one run share."""

    def __init__(
        self,
        store: Store,
        plan: HarvestPlan,
        flag: StopFlag,
        run_id: int,
        progress: Progress,
    ) -> None:
        self.closed: dict[str, SourceLedger] = {}
        self._store = store
        self._plan = plan
        self._flag = flag
        self._run_id = run_id
        self._progress = progress
        self._clock = StoppableClock(flag)
        self._writer = ArchiveWriter(plan.archive)
        self._keeper = ExchangeKeeper(self._writer, store)
        self._extractor_id = save_extractor(store)
        save_sources(store, plan.sources)
        self._fetchers = {
            cookies: self._make_fetcher(cookies) for cookies in map(self._cookies, plan.sources)
        }
        self._interrupted = {
            source.slug: first_interrupted_run(store, source.slug, before=run_id)
            for source in plan.sources
        }
        self._complete = {source.slug: self._was_complete(source.slug) for source in plan.sources}

    def run_all(self, log: EventLog) -> dict[str, SourceLedger]:
        """Run every source, at most so many at once; a signal stops them all after their present page."""
        workers = max(1, min(self._plan.settings.harvest.hosts_at_once, len(self._plan.sources)))
        with ThreadPoolExecutor(max_workers=workers, thread_name_prefix="source") as pool:
            waiting: dict[Future[Ledger], Source] = {
                pool.submit(self._run_one, source, log): source for source in self._plan.sources
            }
            stopped: StoppedError | None = None
            while waiting:
                try:
                    done, _ = wait(waiting, timeout=1.0, return_when=FIRST_COMPLETED)
                except StoppedError as err:
                    stopped = err
                    self._flag.stop(err.exit_code - 128)
                    continue
                for future in done:
                    self._close_one(waiting.pop(future), future.result(), log)
        if stopped is not None:
            raise stopped
        return self.closed

    def close(self) -> None:
        """Close archive and connections."""
        self._writer.close()
        for fetcher in self._fetchers.values():
            fetcher.close()

    def _run_one(self, source: Source, log: EventLog) -> Ledger:
        since = self._interrupted[source.slug]
        if since is not None:
            log.write("resumed", "I", source.slug, since_run=since)
        harvest = SourceHarvest(
            source,
            self._kept_fetcher(source),
            self._store,
            Wanted(
                reach=self._reach(source.slug),
                extractor=self._plan.extractor,
                extractor_id=self._extractor_id,
                stops=self._flag.reason,
                validate=self._complete[source.slug] and self._plan.only is None,
                only=self._plan.only,
                newest_first=self._plan.newest_first,
            ),
            sources=self._plan.sources,
            base_url=self._base_url(source),
            run_id=self._run_id,
            clock=self._clock,
            progress=self._progress,
            log=log,
        )
        try:
            return harvest.run()
        except Exception as err:  # noqa: BLE001 (the one place: a bug in one source must not stop the others)
            harvest.ledger.problems.insert(0, _name_failure(err))
            harvest.ledger.give_up()
            return harvest.ledger

    def _close_one(self, source: Source, ledger: Ledger, log: EventLog) -> None:
        before = last_good_run(self._store, source.slug)
        entry = ledger.close(last_good_run=before)
        self.closed[source.slug] = entry
        if ledger.failed:
            log.write(
                "source_failed",
                "E",
                source.slug,
                cause=entry["reason"],
                last_good=_when(self._store, before),
                next=f"thidua sources check {source.slug}",
            )
        else:
            log.write("source_ok", "I", source.slug, new=ledger.new, found=ledger.found)

    def _kept_fetcher(self, source: Source) -> KeptFetcher:
        return KeptFetcher(
            self._fetchers[self._cookies(source)],
            self._keeper,
            self._store,
            slug=source.slug,
            run_id=self._run_id,
            resume_from=self._interrupted[source.slug],
            archive=self._plan.archive,
            full_fetch_days=self._plan.settings.harvest.full_fetch_days,
            clock=self._clock,
        )

    def _cookies(self, source: Source) -> Path | None:
        part = self._plan.settings.sources.get(source.slug)
        return part.cookies_file if part else None

    def _make_fetcher(self, cookies: Path | None) -> Fetcher:
        # One fetcher for all, so that a host that two sources share is asked evenly; cookies stay apart.
        harvest = self._plan.settings.harvest
        return Fetcher(
            user_agent=harvest.user_agent,
            contact=harvest.contact,
            limits=Limits(loopback_gap_s=0.0),
            exempt=self._exempt(),
            cookies_file=cookies,
            robots=load_robots(self._store),
            on_exchange=self._keeper.keep,
            clock=self._clock,
        )

    def _exempt(self) -> frozenset[str]:
        parts = [self._base_url(source) for source in self._plan.sources]
        return frozenset(host_and_port(url) for url in parts if url)

    def _base_url(self, source: Source) -> str | None:
        part = self._plan.settings.sources.get(source.slug)
        return part.base_url if part else None

    def _reach(self, slug: str) -> Reach:
        # After a run that did not come to its end, known articles say nothing of what stands behind them.
        if self._complete[slug] and self._plan.only is None:
            return self._plan.reach
        return replace(self._plan.reach, stop_after_known=sys.maxsize)

    def _was_complete(self, slug: str) -> bool:
        if self._interrupted[slug] is not None:
            return False
        row = self._store.db.execute(
            "SELECT s.value ->> 'complete' FROM runs r, json_each(r.ledger) s WHERE s.key = ? "
            "ORDER BY r.id DESC LIMIT 1",
            [slug],
        ).fetchone()
        return bool(row and row[0])


def _name_failure(err: Exception) -> str:
    """Give the cause of a source that stopped: the store, the disk of the archive, or a bug of ours."""
    if isinstance(err, PipelineError):
        return f"store: {err}"
    if isinstance(err, OSError):
        return f"archive: {err}"
    return f"bug: {type(err).__name__}: {err}"


def host_and_port(url: str) -> str:
    """Give "host:port" of an address."""
    parts = urlsplit(url)
    return f"{parts.hostname}:{parts.port or (443 if parts.scheme == 'https' else 80)}"


def _when(store: Store, run_id: int | None) -> str:
    if run_id is None:
        return "never"
    row = store.db.execute("SELECT started_at FROM runs WHERE id = ?", [run_id]).fetchone()
    return str(row[0])
