"""The single steps beside their peers: page → article, ingest, search, site, harvest from a host of this machine."""

import tempfile
import time
from functools import partial
from pathlib import Path

import lxml.html
import requests

from extractors.facts import Facts
from pipeline.search import search_articles
from pipeline.store import Store, open_store
from scrapers.fetch import Fetcher
from scrapers.limits import Limits
from scrapers.records import Article
from scrapers.warc_records import pack_exchange
from tests.benchmarks.bench_harvest import (
    Site,
    article_path,
    as_exchange,
    measure_archive,
    measure_hosts,
    page_bodies,
    served,
)
from tests.benchmarks.bench_reading import (
    ROOT,
    newspaper_reader,
    pages_per_second,
    read_ours,
    read_trafilatura,
)
from tests.benchmarks.bench_store import (
    QUERIES,
    compare_ingest,
    load_bases,
    make_documents,
    save_all,
)
from tests.benchmarks.measures import Measure, wall_seconds
from tests.benchmarks.texts import press_pages

SAVED = ROOT.parent / "shared" / "pages"
INGESTED, SEARCHED, FETCHED = 2_000, 20_000, 300


def measure_reading() -> list[Measure]:
    """Read real saved pages where they are at hand, those of the press elsewhere."""
    bodies = [path.read_bytes() for path in sorted(SAVED.glob("*.html"))]
    kind = "real saved pages" if bodies else "pages of the sample press"
    bodies = bodies or [body for _, body in press_pages()]
    ours = pages_per_second(read_ours, bodies, 3)
    peers = {
        "lxml, bare parse": pages_per_second(lxml.html.document_fromstring, bodies, 3),
        "trafilatura": pages_per_second(read_trafilatura, bodies, 1),
    }
    newspaper = newspaper_reader()
    if newspaper is not None:
        peers["newspaper4k"] = pages_per_second(newspaper, bodies, 1)
    note = f"{len(bodies)} pages of {sum(map(len, bodies)) // len(bodies) // 1000} KB"
    return [
        Measure(what="page → article, all fields", value=ours, unit=f"{kind} a CPU second",
                peer=name, peer_value=value, note=note)
        for name, value in peers.items()
    ]  # fmt: skip


def measure_store() -> list[Measure]:
    """Store the same rows as an import does and bare, in turns; then search a bigger store."""
    bases = load_bases()
    documents = list(make_documents(bases, range(INGESTED)))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        ours, bare, rows = compare_ingest(folder, documents, rounds=3)
        lines = [
            Measure(what="ingest", value=rows / ours, unit="rows a second",
                    peer="sqlite3, bare executemany of the same rows", peer_value=rows / bare)
        ]  # fmt: skip
        return lines + _search(folder / "search.db", bases)


def _search(path: Path, bases: list[tuple[Article, Facts]]) -> list[Measure]:
    with open_store(path, create=True, durability="NORMAL") as store:
        save_all(store, make_documents(bases, range(SEARCHED)))
    with open_store(path, read_only=True) as store:
        ours = [wall_seconds(partial(search_articles, store.db, q), rounds=3) for q in QUERIES]
        like = [wall_seconds(partial(look_through, store, q), rounds=3) for q in QUERIES]
    return [
        Measure(what=f"search {SEARCHED:,} articles, with snippets", value=1000 * sum(ours) / len(ours),
                unit="ms a query", peer="SQLite, one pass with LIKE", peer_value=1000 * sum(like) / len(like))
    ]  # fmt: skip


def look_through(store: Store, words: str) -> None:
    """Look for words that stand nowhere, so that every text is looked through."""
    store.db.execute("SELECT id FROM articles WHERE text LIKE ?", [f"%{words} 0%0 0%"]).fetchall()


def measure_harvest() -> list[Measure]:
    """Fetch from hosts of this machine, beside bare requests; write the archive beside bare warcio."""
    body = max(page_bodies(), key=len)
    with served(Site(body)) as (port,):
        origin = f"http://127.0.0.1:{port}"
        limits = Limits(loopback_gap_s=0.0)
        with Fetcher(exempt=frozenset({f"127.0.0.1:{port}"}), limits=limits) as fetcher:
            fetcher.fetch(f"{origin}{article_path(9_999)}")
            ours = wall_seconds(
                lambda: [fetcher.fetch(f"{origin}{article_path(n)}") for n in range(FETCHED)]
            )
        with requests.Session() as session:
            session.get(f"{origin}/")
            bare = wall_seconds(
                lambda: [session.get(f"{origin}{article_path(n)}").content for n in range(FETCHED)]
            )
    hosts = measure_hosts(8)
    bodies = [path.read_bytes() for path in sorted(SAVED.glob("*.html"))] or page_bodies()
    packed = [pack_exchange(as_exchange(n, body)) for n, body in enumerate(bodies)]
    kept = sum(len(one.response) + len(one.request) for one in packed) / len(packed)
    served_bytes = sum(map(len, bodies)) / len(bodies)
    archive = measure_archive(160_000)
    return [
        Measure(what="fetch without the gap of politeness, every check and the bytes kept",
                value=FETCHED / ours, unit="pages a second", peer="requests, bare",
                peer_value=FETCHED / bare, note=f"{len(body) // 1000} KB a page"),
        Measure(what="harvest of 50 hosts, one request a second each",
                value=hosts["requests_per_second"], unit="pages a second",
                peer="the gap itself", peer_value=50.0,
                note=f"{hosts['peak_megabytes']:.0f} MB at most"),
        Measure(what="archive: a page with its request, packed", value=kept / 1000, unit="KB",
                peer="the page as served", peer_value=served_bytes / 1000,
                note=f"mean of {len(bodies)} pages"),
        Measure(what="archive: write pages of 160 KB, from eight hosts",
                value=archive["ours_from_eight_hosts"], unit="pages a second",
                peer="warcio, bare, without waiting for the disk",
                peer_value=archive["bare_warcio_pages_per_second"]),
    ]  # fmt: skip


def measure_site(articles: int = 3_000) -> list[Measure]:
    """Build the explorer twice: whole, and with nothing new."""
    from tests.benchmarks.bench_site import measure_site as build

    with tempfile.TemporaryDirectory() as folder:
        started = time.perf_counter()
        found = build(Path(folder), articles)
        seconds = time.perf_counter() - started
    note = "; ".join(f"{name} {value:,.2f}" for name, value in found.items())
    return [
        Measure(what=f"site of {articles:,} articles, whole and the night after", value=seconds,
                unit="s", note=note)
    ]  # fmt: skip
