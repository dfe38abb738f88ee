"""Some hosts out of a big WARC file: the same records as a whole pass gives, only sooner."""

import gzip
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from scrapers.archive import iter_records
from scrapers.exchange import Exchange
from scrapers.gzip_members import Gap, Member, iter_members
from scrapers.host_filter import iter_records_of_hosts
from scrapers.stored_records import StoredRecord, iter_stretches
from scrapers.warc_records import pack_exchange, pack_info

AT = datetime(2025, 11, 19, 2, 30, tzinfo=UTC)
WANTED = frozenset({"congdoan.example"})


def packed(url: str, body: bytes) -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n"
    exchange = Exchange(
        url=url,
        final_url=url,
        status=200,
        request=b"GET / HTTP/1.1\r\n\r\n",
        response_head=head.encode(),
        wire_body=body,
        body=body,
        headers=(),
        fetched_at=AT,
    )
    records = pack_exchange(exchange)
    return records.response + records.request


def make_archive(urls: list[str], body: Callable[[int], bytes]) -> bytes:
    parts = [packed(url, body(number)) for number, url in enumerate(urls)]
    return pack_info("CC-NEWS-1.warc.gz", now=AT) + b"".join(parts)


def plain(number: int) -> bytes:
    return f"<p>Bản tin số {number} của công đoàn cơ sở.</p>".encode() * (1 + number % 40)


URLS = [
    f"https://{'www.' * (n % 2)}{host}/tin-{n}.html"
    for n in range(60)
    for host in ("khac.example", "congdoan.example", "xacongdoan.example", "congdoan.example.net")
]


def wanted_urls(data: bytes) -> list[tuple[str, str, int]]:
    return [
        (found.kind, found.url, found.offset)
        for found in iter_stretches(BytesIO(data))
        if isinstance(found, StoredRecord) and (found.kind == "warcinfo" or found.url in URLS[1::4])
    ]


def filtered(data: bytes) -> list[tuple[str, str, int]]:
    return [
        (found.kind, found.url, found.offset)
        for found in iter_records_of_hosts(BytesIO(data), WANTED)
        if isinstance(found, StoredRecord)
    ]


@pytest.mark.parametrize("window", [1, 5000, 4_000_000])
def test_the_wanted_records_are_those_of_a_whole_pass(
    monkeypatch: pytest.MonkeyPatch, window: int
) -> None:
    monkeypatch.setattr("scrapers.host_filter.WINDOW", window)
    data = make_archive(URLS, plain)
    found = filtered(data)
    assert found == wanted_urls(data)
    assert len(found) == 1 + 2 * 60


def test_bodies_that_cannot_be_folded_are_passed_over_too(monkeypatch: pytest.MonkeyPatch) -> None:
    data = make_archive(URLS[:40], lambda number: os.urandom(70_000))
    unfolded: list[int] = []

    def counted(file: BytesIO, *, start: int) -> Iterator[Member | Gap]:
        unfolded.append(start)
        return iter_members(file, start=start)

    monkeypatch.setattr("scrapers.host_filter.iter_members", counted)
    assert filtered(data) == wanted_urls(data)
    # The first record, two for each wanted page, the last one, and the look behind the end.
    assert len(unfolded) <= 1 + 2 * 10 + 2


def test_an_archive_inside_a_page_of_another_host_is_no_record() -> None:
    planted = packed("https://congdoan.example/gia.html", b"<p>gi\xe1\xba\xa3</p>")
    body = os.urandom(50_000) + planted + os.urandom(50_000)
    data = make_archive(["https://khac.example/1", URLS[1]], lambda number: body)
    assert planted in data  # as it is, since what stands around cannot be folded
    assert [url for _, url, _ in filtered(data)] == ["", URLS[1], URLS[1]]


def test_damage_in_a_wanted_record_is_a_gap_and_the_next_ones_are_found() -> None:
    data = bytearray(make_archive(URLS, plain))
    whole = wanted_urls(bytes(data))
    at = whole[11][2]
    data[at + 40 : at + 60] = bytes(20)
    found = list(iter_records_of_hosts(BytesIO(data), WANTED))
    kept = [(one.kind, one.url, one.offset) for one in found if isinstance(one, StoredRecord)]
    assert any(isinstance(one, Gap) for one in found)
    assert kept == [one for one in whole if one[2] != at]


def test_a_torn_file_gives_what_is_whole() -> None:
    data = make_archive(URLS, plain)
    whole = wanted_urls(data)
    cut = whole[-1][2] + 30
    assert filtered(data[:cut]) == whole[:-1]


def test_a_plain_file_is_filtered_too(tmp_path: Path) -> None:
    data = make_archive(URLS, plain)
    unpacked = b"".join(r.raw for r in _unpacked(data))
    path = tmp_path / "a.warc"
    path.write_bytes(unpacked)
    urls = [page.ref.url for page in iter_records(path, hosts=WANTED)]
    assert urls == URLS[1::4]


def _unpacked(data: bytes) -> list[StoredRecord]:
    found = iter_stretches(BytesIO(gzip.decompress(data)))
    return [one for one in found if isinstance(one, StoredRecord)]


def test_iter_records_keeps_the_requests_beside(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(make_archive(URLS, plain))
    pages = list(iter_records(path, hosts=WANTED))
    assert [page.ref.url for page in pages] == URLS[1::4]
    assert all(page.exchange and page.exchange.request.startswith(b"GET /") for page in pages)
    everything = [page for page in iter_records(path) if page.ref.url in URLS[1::4]]
    assert [page.ref for page in pages] == [page.ref for page in everything]
