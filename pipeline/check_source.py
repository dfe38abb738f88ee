"""Check one source: robots.txt, one listing, one article, field by field."""

from dataclasses import dataclass

from pipeline.run import host_and_port
from pipeline.settings import Settings
from scrapers.discover import Reach, discover
from scrapers.errors import ScrapeError
from scrapers.fetch import Fetcher
from scrapers.found import Found, Problem
from scrapers.limits import Limits
from scrapers.read import read_page
from scrapers.records import Article, Source

FIELDS = ("title", "sapo", "byline", "published", "section", "tags", "blocks", "captions")
NEEDED = ("title", "published", "blocks")
"""Fields without which an article of any source is odd."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReport:
    """What a check found."""

    fits: bool
    """True where robots, listing and article were as expected."""
    lines: tuple[str, ...]
    """One line a finding."""


def make_check_fetcher(settings: Settings) -> Fetcher:
    """Give a fetcher that keeps nothing."""
    bases = [part.base_url for part in settings.sources.values() if part.base_url]
    return Fetcher(
        user_agent=settings.harvest.user_agent,
        contact=settings.harvest.contact,
        limits=Limits(loopback_gap_s=0.0),
        exempt=frozenset(map(host_and_port, bases)),
    )


def check_source(source: Source, fetcher: Fetcher, *, base_url: str | None = None) -> SourceReport:
    """Check a source; nothing is written anywhere."""
    lines: list[str] = []
    fits = True
    try:
        robots = fetcher.robots_for(base_url or source.home)
        lines.append(f"robots.txt: {robots.state}, {robots.reason}")
        found = None
        for item in discover(
            source, fetcher, known=lambda canonical: False, reach=Reach(limit=3), base_url=base_url
        ):
            if isinstance(item, Problem):
                fits = False
                lines.append(f"{item.kind}: {item.detail}")
            elif isinstance(item, Found):
                found = item
                lines.append(f"listing: names {item.canonical} in {item.found_in}")
                break
        if found is None:
            return SourceReport(fits=False, lines=(*lines, "listing: no article named"))
        exchange = fetcher.fetch(found.url, delay_s=source.delay_s)
        article = read_page(
            exchange.body,
            url=found.canonical,
            source=source.slug,
            content_type=exchange.content_type,
            sources=(source,),
        )
    except ScrapeError as err:
        return SourceReport(fits=False, lines=(*lines, str(err)))
    lines += _fields(article)
    missing = [name for name in NEEDED if not getattr(article, name)]
    if missing:
        lines.append(f"missing: {', '.join(missing)}")
    return SourceReport(fits=fits and not missing, lines=tuple(lines))


def _fields(article: Article) -> list[str]:
    layers = {evidence.field: str(evidence.layer) for evidence in article.fields}
    lines = [f"layout: {article.layout}"]
    for name in FIELDS:
        value = getattr(article, name)
        shown = f"{len(value)}" if isinstance(value, tuple) else repr(value)[:80]
        lines.append(f"{name}: {shown if value else 'none'} ({layers.get(name, 'not read')})")
    return lines + [f"warning: {warning}" for warning in article.warnings]
