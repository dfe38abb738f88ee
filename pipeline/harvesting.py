"""`thidua harvest` as a whole: lock, store, run, notice, exit code."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import click

from pipeline.choose_sources import choose_sources
from pipeline.documents import make_extractor
from pipeline.errors import ConfigError
from pipeline.frontier import Only
from pipeline.invocation import Invocation, Lang
from pipeline.lock import hold_lock
from pipeline.progress import show_progress
from pipeline.run import HarvestPlan, HarvestResult, archive_folder, run_harvest
from pipeline.runs import SourceLedger
from pipeline.settings import Settings
from pipeline.signals import stop_on_signals
from pipeline.stopping import StopFlag
from pipeline.store import open_store
from pipeline.words import say
from scrapers.discover import Reach
from scrapers.public_addresses import is_loopback_host
from scrapers.records import Source

HARVEST_PAGES = 50
"""Most pages of one listing in a harvest."""
BACKFILL_PAGES = 1000
"""Most pages of one listing in a backfill."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HarvestOptions:
    """The options of the command."""

    slugs: tuple[str, ...] = ()
    """Sources by name. Empty where the configuration is to say."""
    since: date | None = None
    """First day wanted. None for no bound."""
    until: date | None = None
    """Last day wanted. None for no bound."""
    limit: int | None = None
    """Most new articles a source. None for no bound."""
    max_time_s: float | None = None
    """Seconds after which no further page is asked for. None takes the configuration's."""
    extract: bool = True
    """False after `--no-extract`."""
    wait_s: float = 0
    """Seconds to wait for the lock."""
    only: Only | None = None
    """What a backfill asks for. None in a harvest."""
    newest_first: bool = False
    """Fetch by date, the newest first."""


def harvest(
    db: Path,
    options: HarvestOptions,
    *,
    settings: Settings,
    invocation: Invocation,
    sources: tuple[Source, ...] | None = None,
) -> HarvestResult:
    """Harvest into the database at `db`, making it where there is none; the result has the exit code."""
    chosen = sources if sources is not None else choose_sources(settings, options.slugs)
    _require_contact(settings, chosen)
    max_time = options.max_time_s if options.max_time_s is not None else settings.harvest.max_time
    with (
        hold_lock(db, wait_s=options.wait_s),
        open_store(db, create=True) as store,
        stop_on_signals(),
        show_progress(shown=invocation.shows_progress()) as progress,
    ):
        return run_harvest(
            store,
            _make_plan(db, options, settings, chosen),
            flag=StopFlag(max_time_s=max_time),
            log_options={"form": invocation.log_format, "noise": invocation.noise},
            progress=progress,
        )


def _require_contact(settings: Settings, chosen: tuple[Source, ...]) -> None:
    """Refuse to ask any host but loopback while nobody says who asks."""
    if settings.harvest.contact is not None:
        return
    for source in chosen:
        part = settings.sources.get(source.slug)
        address = part.base_url if part and part.base_url else source.home
        if not is_loopback_host(urlsplit(address).hostname or ""):
            raise ConfigError(
                f"{source.slug}: no contact is configured",
                "a paper must be able to reach whoever asks its server",
                'contact = "mailto:..." under [harvest] in thidua.toml, or THIDUA_CONTACT',
            )


def _make_plan(
    db: Path, options: HarvestOptions, settings: Settings, chosen: tuple[Source, ...]
) -> HarvestPlan:
    return HarvestPlan(
        sources=chosen,
        reach=Reach(
            since=options.since,
            until=options.until,
            limit=options.limit,
            stop_after_known=settings.harvest.stop_after_known,
            max_pages=BACKFILL_PAGES if options.only else HARVEST_PAGES,
        ),
        settings=settings,
        extractor=make_extractor() if options.extract else None,
        archive=archive_folder(db, settings),
        command=" ".join(
            ["backfill" if options.only else "harvest", *(source.slug for source in chosen)]
        ),
        only=options.only,
        newest_first=options.newest_first,
    )


def render_summary(ledgers: Mapping[str, SourceLedger], lang: Lang) -> str:
    """Give one line a source and one for all."""
    width = max((len(slug) for slug in ledgers), default=0)
    lines = [
        f"{slug:<{width}}  {x['found']:>5} {say('found', lang)}  {x['new']:>5} {say('new', lang)}  "
        f"{x['changed']:>4} {say('changed', lang)}  {x['failed']:>4} {say('failed', lang)}  "
        f"{x['figures']:>5} {say('figures', lang)}  {x['awards']:>4} {say('awards', lang)}"
        for slug, x in sorted(ledgers.items())
    ]
    new = sum(x["new"] for x in ledgers.values())
    bad = sum(x["status"] == "failed" for x in ledgers.values())
    lines.append(
        f"{len(ledgers) - bad}/{len(ledgers)} {say('sources_answered', lang)}, {new} {say('new', lang)}"
    )
    return "\n".join(lines)


def echo_summary(result: HarvestResult, invocation: Invocation) -> None:
    """Print the summary where talk is wanted."""
    if invocation.is_chatty() and result.ledgers:
        click.echo(render_summary(result.ledgers, invocation.choose_lang()), err=True)
