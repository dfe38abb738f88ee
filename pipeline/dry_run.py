"""`thidua harvest --dry-run`: which articles a run would fetch."""

from pathlib import Path

import click

from pipeline.choose_sources import choose_sources
from pipeline.dates import now
from pipeline.errors import EXIT_FAILED, EXIT_OK
from pipeline.frontier import Frontier
from pipeline.harvesting import HarvestOptions
from pipeline.run import host_and_port
from pipeline.settings import Settings
from pipeline.store import open_store
from scrapers.discover import Reach, discover
from scrapers.fetch import Fetcher
from scrapers.found import FoundStatus, Problem
from scrapers.limits import Limits
from scrapers.records import Source


def print_plan(db: Path, options: HarvestOptions, *, settings: Settings) -> int:
    """Print the addresses that a run would fetch, one a line; nothing is written anywhere."""
    sources = choose_sources(settings, options.slugs)
    bases = {slug: part.base_url for slug, part in settings.sources.items() if part.base_url}
    fetcher = Fetcher(
        user_agent=settings.harvest.user_agent,
        contact=settings.harvest.contact,
        limits=Limits(loopback_gap_s=0.0),
        exempt=frozenset(host_and_port(url) for url in bases.values()),
    )
    code, count = EXIT_OK, 0
    with open_store(db, read_only=True) as store:
        for source in sources:
            frontier = Frontier(store, slug=source.slug, run_id=0, now=now(), only=options.only)
            for line, failed in _plan(source, fetcher, frontier, options, bases.get(source.slug)):
                click.echo(line, err=failed)
                code = EXIT_FAILED if failed else code
                count += not failed
    click.echo(
        f"dry run: {count} articles would be fetched; listings were, nothing was written", err=True
    )
    fetcher.close()
    return code


def _plan(
    source: Source, fetcher: Fetcher, frontier: Frontier, options: HarvestOptions, base: str | None
) -> list[tuple[str, bool]]:
    reach = Reach(since=options.since, until=options.until, limit=options.limit)
    lines = []
    for item in discover(
        source,
        fetcher,
        known=frontier.is_known,
        published=frontier.published,
        reach=reach,
        base_url=base,
    ):
        if isinstance(item, Problem):
            lines.append((f"{source.slug}: {item.kind}: {item.detail}", True))
        elif item.status is FoundStatus.NEW:
            lines.append((f"{source.slug}\t{item.canonical}\t{item.found_in}", False))
    return lines
