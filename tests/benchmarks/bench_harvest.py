"""What a harvest costs: hosts in parallel, a night with nothing new, the archive against bare warcio.

    python -m tests.benchmarks.bench_harvest [--seconds 20]

Prints one JSON object; exit code 1 where a bound is missed.
"""

import asyncio
import io
import json
import multiprocessing
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median

import click
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from corpus.press.site import load_papers, render_site
from scrapers.archive import ArchiveWriter
from scrapers.discover import discover
from scrapers.exchange import Exchange
from scrapers.fetch import Fetcher
from scrapers.found import Found, FoundStatus
from scrapers.limits import Limits
from scrapers.records import Source
from tests.benchmarks.measures import wall_seconds

HOSTS = 50
MIN_RATE, MAX_MEGABYTES, MAX_BYTES_SHARE, MIN_ARCHIVE = 0.95 * HOSTS, 400, 0.05, 0.75
ARTICLES, PER_PAGE = 300, 20
PAGE_BYTES = 160_000
"""The mean over 20 saved pages of Vietnamese papers is 166 KB. Small pages are reported without a bound: there the
time goes to waiting for the disk after each exchange, which bare warcio does not do.
"""


def page_bodies() -> list[bytes]:
    """Give the pages of the sample press, some 20 KB each."""
    return [
        answer.body
        for paper in load_papers()
        for answer in render_site(paper).values()
        if answer.status == 200 and len(answer.body) > 5_000
    ]


class Site:
    """A section of articles with a feed and paging, which honours ETags."""

    def __init__(self, body: bytes, *, etags: bool = True) -> None:
        self.body = body
        self.etags = etags

    def answer(self, path: str, etag: str | None) -> tuple[int, bytes]:
        if path == "/robots.txt":
            return 200, b"User-agent: *\nDisallow: /cam/\n"
        tag = f'"{path}"'
        if self.etags and etag == tag:
            return 304, b""
        if path == "/tin.rss":
            return 200, self._feed()
        if path.startswith("/cong-doan"):
            return 200, self._listing(
                int(path.rpartition("BRSR=")[2] or 0) if "BRSR" in path else 0
            )
        return 200, self.body

    def _feed(self) -> bytes:
        items = "".join(
            f"<item><title>Bản tin số {n}</title><link>{article_path(n)}</link></item>"
            for n in range(ARTICLES, ARTICLES - PER_PAGE, -1)
        )
        return f'<rss version="2.0"><channel>{items}</channel></rss>'.encode()

    def _listing(self, offset: int) -> bytes:
        first = ARTICLES - offset
        items = "".join(
            f'<article class="article"><h3><a href="{article_path(n)}">Bản tin công đoàn số {n}</a></h3></article>'
            for n in range(first, max(first - PER_PAGE, 0), -1)
        )
        following = offset + PER_PAGE
        if following < ARTICLES:
            items += f'<div class="__MB_ARTICLE_PAGING"><a href="/cong-doan&s_cond=&BRSR={following}">Sau</a></div>'
        return f"<html><body><div class='bx-listing'>{items}</div></body></html>".encode()


def article_path(number: int) -> str:
    return f"/ban-tin-cong-doan-so-{number}-{30000 + number}.html"


async def serve(site: Site, hosts: int, pipe: Connection) -> None:
    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
                path = head.split(" ", 2)[1]
                sent = [
                    line[15:] for line in head.split("\r\n") if line.startswith("If-None-Match: ")
                ]
                status, body = site.answer(path, sent[0] if sent else None)
                tag = f'ETag: "{path}"\r\n' if site.etags else ""
                writer.write(
                    f"HTTP/1.1 {status} X\r\nContent-Type: text/html; charset=utf-8\r\n{tag}"
                    f"Content-Length: {len(body)}\r\n\r\n".encode()
                    + body
                )
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()

    servers = [await asyncio.start_server(handle, "127.0.0.1", 0) for _ in range(hosts)]
    pipe.send([server.sockets[0].getsockname()[1] for server in servers])
    await asyncio.Event().wait()


def serve_process(site: Site, hosts: int, pipe: Connection) -> None:
    asyncio.run(serve(site, hosts, pipe))


@contextmanager
def served(site: Site, hosts: int = 1) -> Iterator[list[int]]:
    """Serve the site on so many ports from another process, so that its memory does not count."""
    ours, theirs = multiprocessing.Pipe()
    process = multiprocessing.Process(target=serve_process, args=(site, hosts, theirs), daemon=True)
    process.start()
    try:
        yield ours.recv()
    finally:
        process.terminate()
        process.join()


def measure_hosts(seconds: int) -> dict[str, float]:
    """Ask 50 hosts once a second each and archive every answer."""
    body = max(page_bodies(), key=len)
    done: list[float] = []
    with tempfile.TemporaryDirectory() as folder, served(Site(body), HOSTS) as ports:
        writer = ArchiveWriter(Path(folder))
        with Fetcher(
            exempt=frozenset(f"127.0.0.1:{port}" for port in ports),
            on_exchange=lambda exchange: (writer.write(exchange), None)[1],
        ) as fetcher:

            def harvest(port: int) -> None:
                for n in range(seconds):
                    fetcher.fetch(f"http://127.0.0.1:{port}{article_path(n)}", delay_s=1.0)
                    done.append(time.monotonic())

            with ThreadPoolExecutor(HOSTS) as pool:
                list(pool.map(harvest, ports))
        writer.close()
    done.sort()
    rate = (len(done) - HOSTS) / (done[-1] - done[HOSTS - 1])
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "hosts": HOSTS,
        "requests": len(done),
        "page_bytes": len(body),
        "requests_per_second": round(rate, 2),
        "peak_megabytes": round(megabytes, 1),
    }


def measure_nights(*, etags: bool) -> dict[str, float]:
    """Harvest a source twice, the second time with nothing new."""
    body = max(page_bodies(), key=len)
    with served(Site(body, etags=etags)) as (port,):
        nights = [Counter[str](), Counter[str]()]
        tags: dict[str, str | None] = {}
        known: set[str] = set()
        source = Source(
            slug="do", name="Đo", home=f"http://127.0.0.1:{port}", platform="mastercms",
            feeds=("/tin.rss",), sections=("/cong-doan",),
        )  # fmt: skip
        for night in nights:
            harvest_night(source, f"127.0.0.1:{port}", night=night, tags=tags, known=known)
    first, second = nights
    return {
        "articles": first["articles"],
        "first_requests": first["requests"],
        "first_bytes": first["bytes"],
        "second_requests": second["requests"],
        "second_robots": second["robots"],
        "second_articles": second["articles"],
        "second_bytes": second["bytes"],
        "bytes_share": round(second["bytes"] / first["bytes"], 5),
    }


def harvest_night(
    source: Source, host: str, *, night: Counter[str], tags: dict[str, str | None], known: set[str]
) -> None:
    def note(exchange: Exchange) -> None:
        kind = "robots" if exchange.final_url.endswith("/robots.txt") else "requests"
        night.update({kind: 1, "bytes": len(exchange.response_head) + len(exchange.wire_body)})
        tags[exchange.url] = exchange.etag or tags.get(exchange.url)

    limits = Limits(loopback_gap_s=0.0)
    with Fetcher(exempt=frozenset({host}), limits=limits, on_exchange=note) as fetcher:
        earlier = dict(tags)
        for found in discover(
            source, fetcher, known=known.__contains__, validators=lambda url: (earlier.get(url), None)
        ):  # fmt: skip
            if isinstance(found, Found) and found.status is FoundStatus.NEW:
                fetcher.fetch(found.url)
                night["articles"] += 1
                known.add(found.canonical)


def pages_of_size(size: int, count: int) -> list[bytes]:
    """Give pages of that size at least, joined from those of the sample press in changing order."""
    bodies = page_bodies()
    pages = []
    for number in range(count):
        page = bytearray()
        for step in range(len(bodies) * 20):
            page += bodies[(number * 7 + step * (number % 5 + 1)) % len(bodies)]
            if len(page) >= size:
                break
        pages.append(bytes(page))
    return pages


def measure_archive(size: int, *, count: int = 120, rounds: int = 5) -> dict[str, float]:
    """Write the same pages with bare warcio and with ours, in turns; medians of pages a second.

    Ours waits for the disk after each exchange, bare warcio never does. The bound is on writing as a harvest does, from
    several hosts at once, which share that wait; from one host alone the ratio goes with the disk.
    """
    exchanges = [as_exchange(n, body) for n, body in enumerate(pages_of_size(size, count))]
    bare, ours, parallel = [], [], []
    for _ in range(rounds):
        bare.append(count / wall_seconds(lambda: write_bare(exchanges)))
        ours.append(count / wall_seconds(lambda: write_ours(exchanges)))
        parallel.append(count / wall_seconds(lambda: write_ours(exchanges, threads=8)))
    return {
        "pages": len(exchanges),
        "bytes_a_page": round(sum(len(e.body) for e in exchanges) / len(exchanges)),
        "bare_warcio_pages_per_second": round(median(bare), 1),
        "ours_pages_per_second": round(median(ours), 1),
        "ours_from_eight_hosts": round(median(parallel), 1),
        "ratio": round(median(ours) / median(bare), 3),
        "ratio_from_eight_hosts": round(median(parallel) / median(bare), 3),
    }


def as_exchange(number: int, body: bytes) -> Exchange:
    url = f"https://vidu.example{article_path(number)}"
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n"
    return Exchange(
        url=url,
        final_url=url,
        status=200,
        request=f"GET {article_path(number)} HTTP/1.1\r\nHost: vidu.example\r\n\r\n".encode(),
        response_head=head.encode(),
        wire_body=body,
        body=body,
        headers=(),
        fetched_at=datetime.now(UTC),
    )


def write_bare(exchanges: list[Exchange]) -> None:
    with tempfile.TemporaryDirectory() as folder, (Path(folder) / "a.warc.gz").open("wb") as file:
        writer = WARCWriter(file, gzip=True, warc_version="1.1")
        for exchange in exchanges:
            http = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
            response = writer.create_warc_record(
                exchange.url, "response", payload=io.BytesIO(exchange.wire_body),
                length=len(exchange.wire_body), http_headers=http,
            )  # fmt: skip
            line = StatusAndHeaders("GET / HTTP/1.1", [("Host", "a")], is_http_request=True)
            request = writer.create_warc_record(exchange.url, "request", http_headers=line)
            writer.write_request_response_pair(request, response)


def write_ours(exchanges: list[Exchange], *, threads: int = 1) -> None:
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(threads) as pool:
        writer = ArchiveWriter(Path(folder))
        list(pool.map(writer.write, exchanges))
        writer.close()


@click.command()
@click.option("--seconds", default=20, show_default=True, help="How long the hosts are asked.")
def main(seconds: int) -> None:
    """Measure and compare with the bounds."""
    multiprocessing.set_start_method("spawn")
    hosts = measure_hosts(seconds)
    tagged, plain = measure_nights(etags=True), measure_nights(etags=False)
    archive, small = measure_archive(PAGE_BYTES), measure_archive(10_000)
    held = {
        f"{HOSTS} hosts: at least {MIN_RATE:g} requests a second": hosts["requests_per_second"]
        >= MIN_RATE,
        f"under {MAX_MEGABYTES} MB": hosts["peak_megabytes"] < MAX_MEGABYTES,
        "no article fetched again": tagged["second_articles"] == plain["second_articles"] == 0,
        "one request a listing": tagged["second_requests"] == plain["second_requests"] == 2,
        "few bytes": max(tagged["bytes_share"], plain["bytes_share"]) <= MAX_BYTES_SHARE,
        f"archive at least {MIN_ARCHIVE} of bare warcio": archive["ratio_from_eight_hosts"]
        >= MIN_ARCHIVE,
    }
    report = {
        "hosts": hosts,
        "night_with_etags": tagged,
        "night_without": plain,
        "archive": archive,
        "archive_of_small_pages": small,
    }
    click.echo(json.dumps(report | {"held": held}, indent=2, ensure_ascii=False))
    sys.exit(0 if all(held.values()) else 1)


if __name__ == "__main__":
    main()
