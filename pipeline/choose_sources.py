"""Which sources a command means: built-in ones and those of the configuration."""

from difflib import get_close_matches

from pipeline.errors import MisuseError
from pipeline.settings import Settings
from scrapers.addresses import host_in
from scrapers.records import Source
from scrapers.registry import load_sources, source_from_config


def all_sources(settings: Settings) -> tuple[Source, ...]:
    """Give every known source; one of the configuration goes before a built-in one of the same slug."""
    own = {source.slug: source for source in map(source_from_config, settings.source)}
    built_in = {source.slug: source for source in load_sources()}
    return tuple((built_in | own).values())


def choose_sources(settings: Settings, slugs: tuple[str, ...]) -> tuple[Source, ...]:
    """Give the named sources, else the configured ones, else the user's own; raise `MisuseError` for none."""
    known = {source.slug: source for source in all_sources(settings)}
    wanted = slugs or settings.harvest.sources or tuple(str(s.get("slug")) for s in settings.source)
    if not wanted:
        raise MisuseError(
            "no source was named",
            f"known are {', '.join(sorted(known))}",
            "thidua harvest SLUG, or sources = [...] under [harvest] in thidua.toml",
        )
    for slug in wanted:
        if slug not in known:
            near = get_close_matches(slug, known, n=1)
            raise MisuseError(
                f"{slug}: no such source",
                f"did you mean {near[0]}?" if near else f"known are {', '.join(sorted(known))}",
                "thidua sources list",
            )
    return tuple(known[slug] for slug in dict.fromkeys(wanted))


def check_source(slug: str, sources: tuple[Source, ...]) -> None:
    """Raise `MisuseError` where `--source` names none of the sources, nor auto, nor generic."""
    known = ["auto", "generic", *(source.slug for source in sources)]
    if slug not in known:
        near = get_close_matches(slug, known, n=1)
        raise MisuseError(
            f"--source {slug}: no such source",
            f"did you mean {near[0]}?" if near else "",
            "thidua sources list",
        )


def choose_hosts(
    sources: tuple[Source, ...], hosts: tuple[str, ...], *, known: bool
) -> frozenset[str] | None:
    """Give the hosts to take from web archives, without "www."; None takes all."""
    named = {host.lower().removeprefix("www.") for host in hosts}
    if known:
        named |= {host_in(source.home) for source in sources} - {""}
        named |= {host.removeprefix("www.") for source in sources for host in source.hosts}
    return frozenset(named) or None
