"""Two hosts out of a big web archive of many: gigabytes a minute beside a bare pass of warcio.

The archive has the order of a CC-NEWS file: a response of some paper, its request, the next one. One page in fifty is of
the sample press. The pages of the others are those of the press with their words in another order.
"""

import random
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from warcio.archiveiterator import ArchiveIterator

from scrapers.archive import iter_records
from scrapers.exchange import Exchange
from scrapers.warc_records import pack_exchange, pack_info
from tests.benchmarks.measures import Measure, wall_seconds
from tests.benchmarks.texts import press_pages

AT = datetime(2025, 11, 19, tzinfo=UTC)
BYTES = 1_000_000_000
OTHERS, SHARE, PAGE_BYTES = 400, 50, 120_000


def measure(size: int = BYTES) -> list[Measure]:
    """Write the archive and pass over it three ways."""
    pages = press_pages()
    wanted = frozenset({pages[0][0].split("/")[2].removeprefix("www.")})
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "CC-NEWS-20251119000000-00001.warc.gz"
        records, kept = write_archive(path, pages, wanted, size)
        packed = path.stat().st_size / 1e9
        count_all(path)  # the file in the cache of the system, for all alike
        found: list[int] = []
        ours = wall_seconds(lambda: found.append(sum(1 for _ in iter_records(path, hosts=wanted))))
        bare = wall_seconds(lambda: count_all(path))
        whole = wall_seconds(lambda: sum(1 for _ in iter_records(path)))
    if found[-1] != kept:
        raise ValueError(f"{found[-1]} pages found of {kept}")
    note = f"{packed:.2f} GB packed, {records:,} records, {kept:,} wanted pages, all found"
    unit = "GB a minute"
    return [
        Measure(what="web archive filtered by host", value=60 * packed / ours, unit=unit,
                peer="warcio, bare pass over all records", peer_value=60 * packed / bare, note=note),
        Measure(what="web archive, every answer unfolded", value=60 * packed / whole, unit=unit,
                peer="warcio, bare pass over all records", peer_value=60 * packed / bare),
    ]  # fmt: skip


def count_all(path: Path) -> int:
    """Pass over all records with warcio alone, reading no body."""
    with path.open("rb") as file:
        return sum(record.rec_type == "response" for record in ArchiveIterator(file))


def write_archive(
    path: Path, pages: list[tuple[str, bytes]], wanted: frozenset[str], size: int
) -> tuple[int, int]:
    """Write the archive; give its records and how many pages of the wanted hosts it holds."""
    rest = random.Random(7)
    others = []
    for number in range(OTHERS):
        words = pages[number % len(pages)][1].split(b" ")
        while sum(map(len, words)) < PAGE_BYTES:
            words += rest.choice(pages)[1].split(b" ")
        rest.shuffle(words)
        others.append(_pack(f"https://bao-{number}.example/tin-{number}.html", b" ".join(words)))
    records, kept = 1, 0
    with path.open("wb") as file:
        file.write(pack_info(path.name, now=AT))
        while file.tell() < size:
            for _ in range(SHARE - 1):
                file.write(rest.choice(others))
            url, body = pages[records % len(pages)]
            file.write(_pack(f"{url}?{records}", body))
            kept += url.split("/")[2].removeprefix("www.") in wanted
            records += 2 * SHARE
    return records, kept


def _pack(url: str, body: bytes) -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n"
    packed = pack_exchange(
        Exchange(
            url=url, final_url=url, status=200, request=b"GET / HTTP/1.1\r\nHost: a\r\n\r\n",
            response_head=head.encode(), wire_body=body, body=body, headers=(), fetched_at=AT,
        )
    )  # fmt: skip
    return packed.response + packed.request
