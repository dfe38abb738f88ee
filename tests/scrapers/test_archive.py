"""The archive: what is written is what was on the wire, and is read back or named as damaged."""

import gzip
import io
import os
import random
import resource
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from scrapers.archive import ArchiveWriter, cut_back, iter_records, read_record, walk_archive
from scrapers.archive_check import check_archive
from scrapers.errors import ArchiveError
from scrapers.exchange import Exchange
from scrapers.fetch import Fetcher
from scrapers.limits import Limits
from scrapers.record_ref import Damage, DamageKind, RecordKind, RecordRef
from scrapers.stored_records import StoredRecord
from tests.scrapers.fault_server import fault_server

NOW = datetime(2025, 11, 20, 1, 2, 3, 456789, tzinfo=UTC)
HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nx-Odd:   two  spaces\r\n\r\n"


def exchange(number: int, body: bytes | None = None, **kwargs: object) -> Exchange:
    noise = random.Random(number).randbytes(1500).hex()
    body = (
        f"<h1>Bản tin số {number} của công đoàn</h1><p>{noise}</p>".encode()
        if body is None
        else body
    )
    url = f"https://vidu.example/ban-tin-{number}.html"
    given = Exchange(
        url=url,
        final_url=url,
        status=200,
        request=f"GET /ban-tin-{number}.html HTTP/1.1\r\nHost: vidu.example\r\n\r\n".encode(),
        response_head=HEAD,
        wire_body=body,
        body=body,
        headers=(
            ("Content-Type", "text/html; charset=utf-8"),
            ("x-Odd", "two  spaces"),
        ),
        fetched_at=NOW + timedelta(seconds=number),
        address="93.184.215.14",
    )
    return replace(given, **kwargs)  # type: ignore[arg-type]  # handed through


def write(folder: Path, *exchanges: Exchange) -> list[RecordRef]:
    writer = ArchiveWriter(folder)
    refs = [writer.write(each) for each in exchanges]
    writer.close()
    return refs


def only_file(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_what_is_read_is_what_was_written(tmp_path: Path) -> None:
    given = [exchange(number) for number in range(5)]
    refs = write(tmp_path, *given)
    assert [read_record(tmp_path, ref) for ref in refs] == given
    assert [page.exchange for page in iter_records(only_file(tmp_path))] == given
    assert [page.ref for page in iter_records(only_file(tmp_path))] == refs


def test_a_fetched_page_is_kept_with_the_bytes_that_the_server_sent(tmp_path: Path) -> None:
    packed = gzip.compress("<h1>Thợ hàn tay nghề cao</h1>".encode())
    sent = (
        b"HTTP/1.1 200 Tot\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\nX-A:b \r\n\r\n"
        + b"%x\r\n" % len(packed) + packed + b"\r\n0\r\n\r\n"
    )  # fmt: skip
    with (
        fault_server({"/trang": lambda asked: [sent]}) as server,
        Fetcher(exempt=frozenset({server.host}), limits=Limits(loopback_gap_s=0)) as fetcher,
    ):
        fetched = fetcher.fetch(f"{server.origin}/trang")
    (ref,) = write(tmp_path, fetched)
    raw = only_file(tmp_path).read_bytes()[ref.offset : ref.offset + ref.length]
    assert gzip.decompress(raw).partition(b"\r\n\r\n")[2] == sent + b"\r\n\r\n"
    assert read_record(tmp_path, ref) == fetched


def test_redirects_are_kept_before_the_answer(tmp_path: Path) -> None:
    hop = exchange(1, b"", status=301, response_head=b"HTTP/1.1 301 Moved\r\nLocation: /x\r\n\r\n")
    write(tmp_path, exchange(2, redirects=(hop,)))
    pages = [page.exchange for page in iter_records(only_file(tmp_path))]
    assert [page.status for page in pages if page] == [301, 200]


def test_an_equal_body_and_a_304_become_revisits(tmp_path: Path) -> None:
    writer = ArchiveWriter(tmp_path)
    first = writer.write(exchange(1))
    again = writer.write(exchange(1), earlier=first)
    not_modified = writer.write(
        exchange(1, b"", status=304, response_head=b"HTTP/1.1 304 Not Modified\r\n\r\n"),
        earlier=first,
    )
    changed = writer.write(exchange(1, b"<h1>sua</h1>"), earlier=first)
    writer.close()
    kinds = [ref.kind for ref in (first, again, not_modified, changed)]
    response, revisit = RecordKind.RESPONSE, RecordKind.REVISIT
    assert kinds == [response, revisit, revisit, response]
    assert again.length < first.length / 3
    assert again.refers_to == first.record_id
    assert read_record(tmp_path, again, original=first).body == exchange(1).body
    assert read_record(tmp_path, not_modified, original=first).status == 304
    with pytest.raises(ArchiveError, match="read together with"):
        read_record(tmp_path, again)
    with pytest.raises(ValueError, match="holds no body"):
        ArchiveWriter(tmp_path).write(exchange(1), earlier=again)
    profiles = [
        record.field("WARC-Profile").rpartition("/")[2]
        for record in records(only_file(tmp_path)) if record.kind == "revisit"
    ]  # fmt: skip
    assert profiles == ["identical-payload-digest", "server-not-modified"]


def records(path: Path) -> list[StoredRecord]:
    return [found for found in walk_archive(path) if isinstance(found, StoredRecord)]


def test_the_file_is_warc_1_1_that_others_read(tmp_path: Path) -> None:
    write(tmp_path, exchange(1))
    path = only_file(tmp_path)
    with path.open("rb") as file:
        read = [
            (record.rec_type, record.rec_headers.protocol, record.content_stream().read())
            for record in ArchiveIterator(file, check_digests="raise")
        ]
    assert [(kind, version) for kind, version, _ in read] == [
        ("warcinfo", "WARC/1.1"), ("response", "WARC/1.1"), ("request", "WARC/1.1"),
    ]  # fmt: skip
    assert read[1][2] == exchange(1).body
    (response,) = (record for record in records(path) if record.kind == "response")
    assert response.field("WARC-Date") == "2025-11-20T01:02:04.456789Z"
    assert response.field("WARC-IP-Address") == "93.184.215.14"
    assert response.field("WARC-Payload-Digest").startswith("sha1:")
    command = [str(Path(sys.executable).parent / "warcio"), "check", str(path)]
    assert subprocess.run(command, check=False).returncode == 0


def test_cookies_of_the_user_do_not_reach_the_archive(tmp_path: Path) -> None:
    request = b"GET / HTTP/1.1\r\nHost: vidu.example\r\nCookie: phien=bi-mat\r\nAccept: */*\r\n\r\n"
    (ref,) = write(tmp_path, exchange(1, request=request))
    kept = read_record(tmp_path, ref).request
    assert kept == request.replace(b"phien=bi-mat", b"withheld")


def test_it_is_on_the_disk_before_the_place_is_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    real = os.fsync

    def note(handle: int) -> None:
        real(handle)
        synced.append(sum(path.stat().st_size for path in tmp_path.glob("*.warc.gz")))

    monkeypatch.setattr(os, "fsync", note)
    (ref,) = write(tmp_path, exchange(1))
    assert synced[-1] == ref.offset + ref.length + ref.request_length


def test_threads_share_the_waiting_for_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    real = os.fsync

    def slow(handle: int) -> None:
        time.sleep(0.005)
        real(handle)
        synced.append(handle)

    monkeypatch.setattr(os, "fsync", slow)
    writer = ArchiveWriter(tmp_path, max_bytes=60_000)
    with ThreadPoolExecutor(8) as pool:
        refs = list(pool.map(lambda number: writer.write(exchange(number)), range(80)))
    writer.close()
    assert check_archive(tmp_path.iterdir(), refs=refs) == ()
    assert [read_record(tmp_path, ref).url for ref in refs] == [exchange(n).url for n in range(80)]
    assert len(synced) < 60


def test_a_full_disk_leaves_no_half_record(tmp_path: Path) -> None:
    writer = ArchiveWriter(tmp_path)
    before = [writer.write(exchange(number)) for number in range(3)]
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ends(before[-1]) + 700, limits[1]))
    try:
        with pytest.raises(OSError, match=r"ban-tin-4\.html cannot be kept"):
            writer.write(exchange(4))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert only_file(tmp_path).stat().st_size == ends(before[-1])
    after = writer.write(exchange(5))
    writer.close()
    assert check_archive([only_file(tmp_path)], refs=[*before, after]) == ()


def test_a_file_that_is_full_is_followed_by_another(tmp_path: Path) -> None:
    writer = ArchiveWriter(tmp_path, max_bytes=8_000)
    refs = [writer.write(exchange(number)) for number in range(12)]
    writer.close()
    assert len({ref.file for ref in refs}) == len(list(tmp_path.iterdir())) >= 3
    assert check_archive(tmp_path.iterdir(), refs=refs) == ()
    assert [read_record(tmp_path, ref).url for ref in refs] == [ref.url for ref in refs]


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.8, 0.95, 0.999])
def test_a_torn_end_is_cut_back_to_the_last_whole_exchange(tmp_path: Path, kept: float) -> None:
    refs = write(tmp_path, *[exchange(number) for number in range(8)])
    path = only_file(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * kept)])
    assert cut_back(path) > 0
    assert cut_back(path) == 0
    assert check_archive([path]) == ()
    left = [page.ref for page in iter_records(path)]
    assert left == refs[: len(left)]
    assert len(left) >= int(8 * kept) - 1


def test_a_writer_cuts_the_torn_end_of_the_file_before(tmp_path: Path) -> None:
    (kept, _) = write(tmp_path, exchange(1), exchange(2))
    torn = only_file(tmp_path)
    torn.write_bytes(torn.read_bytes()[:-100])
    (new,) = write(tmp_path, exchange(3))
    assert new.file != torn.name
    assert check_archive(tmp_path.iterdir(), refs=[kept, new]) == ()


def test_a_whole_file_is_left_as_it_is(tmp_path: Path) -> None:
    write(tmp_path, exchange(1))
    before = only_file(tmp_path).read_bytes()
    assert cut_back(only_file(tmp_path)) == 0
    assert only_file(tmp_path).read_bytes() == before


CUTS = [pytest.param("cut", seed, id=f"cut-{seed}") for seed in range(12)]
FLIPS = [pytest.param("flip", seed, id=f"flip-{seed}") for seed in range(12)]


def damaged(folder: Path, how: str, seed: int) -> tuple[list[RecordRef], int]:
    """Write an archive of 40 pages, damage it, and give the refs and the place of the damage."""
    refs = write(folder, *[exchange(number) for number in range(40)])
    path = only_file(folder)
    data = bytearray(path.read_bytes())
    at = random.Random(f"{how}{seed}").randrange(len(data))
    if how == "cut":
        del data[at:]
    else:
        data[at] ^= 1 << random.Random(seed).randrange(8)
    path.write_bytes(data)
    return refs, at


def ends(ref: RecordRef) -> int:
    return ref.offset + ref.length + ref.request_length


@pytest.mark.parametrize(("how", "seed"), CUTS + FLIPS)
def test_every_damage_is_found_and_its_record_named(tmp_path: Path, how: str, seed: int) -> None:
    refs, at = damaged(tmp_path, how, seed)
    found = check_archive([only_file(tmp_path)], refs=refs)
    hit = [
        ref for ref in refs if (ends(ref) > at if how == "cut" else ref.offset <= at < ends(ref))
    ]
    assert found
    if hit:
        assert {damage.record_id for damage in found} == {ref.record_id for ref in hit}
        urls = {ref.record_id: ref.url for ref in hit}
        assert all(damage.url == urls[damage.record_id or ""] for damage in found)


@pytest.mark.parametrize(("how", "seed"), CUTS + FLIPS)
def test_what_is_not_hit_stays_readable(tmp_path: Path, how: str, seed: int) -> None:
    refs, at = damaged(tmp_path, how, seed)
    sound = [ref for ref in refs if ends(ref) <= at or (how == "flip" and ref.offset > at)]
    assert [read_record(tmp_path, ref).url for ref in sound] == [ref.url for ref in sound]
    walked = {page.ref.record_id for page in iter_records(only_file(tmp_path))} if sound else set()
    assert {ref.record_id for ref in sound} <= walked
    for ref in refs:
        if ref.offset <= at < ref.offset + ref.length:
            with pytest.raises(ArchiveError, match="damaged"):
                read_record(tmp_path, ref)


@pytest.mark.parametrize(("how", "seed"), CUTS[:6] + FLIPS)
def test_damage_is_found_without_any_reference_too(tmp_path: Path, how: str, seed: int) -> None:
    damaged(tmp_path, how, seed)
    assert check_archive([only_file(tmp_path)]) != ()


def test_a_missing_file_is_told_for_each_record(tmp_path: Path) -> None:
    refs = write(tmp_path, exchange(1), exchange(2))
    path = only_file(tmp_path)
    path.unlink()
    for found in (check_archive([path], refs=refs), check_archive([], refs=refs)):
        assert [(d.kind, d.record_id) for d in found] == [
            (DamageKind.MISSING_FILE, ref.record_id) for ref in refs
        ]
    (alone,) = check_archive([path])
    assert (alone.kind, alone.file) == (DamageKind.MISSING_FILE, path.name)
    with pytest.raises(ArchiveError, match="cannot be read"):
        read_record(tmp_path, refs[0])


def test_two_files_that_changed_places_are_told(tmp_path: Path) -> None:
    one, two = tmp_path / "a", tmp_path / "b"
    refs = write(one, exchange(1)) + write(two, exchange(2))
    first, second = only_file(one), only_file(two)
    data = first.read_bytes()
    first.write_bytes(second.read_bytes())
    second.write_bytes(data)
    found = check_archive([first, second], refs=refs)
    assert {d.kind for d in found} == {DamageKind.SWAPPED_FILE}
    assert {ref.record_id for ref in refs} <= {d.record_id for d in found}
    assert {d.kind for d in check_archive([first, second])} == {DamageKind.SWAPPED_FILE}


def test_a_file_replaced_by_another_under_its_name_is_told(tmp_path: Path) -> None:
    refs = write(tmp_path / "a", exchange(1))
    path = only_file(tmp_path / "a")
    foreign = io.BytesIO()
    WARCWriter(foreign, gzip=True).write_record(
        WARCWriter(foreign).create_warcinfo_record(None, {"software": "khac"})
    )
    path.write_bytes(foreign.getvalue())
    kinds = {damage.kind for damage in check_archive([path], refs=refs)}
    assert DamageKind.SWAPPED_FILE in kinds


def test_a_record_cut_off_exactly_at_its_end_is_told_by_its_reference(tmp_path: Path) -> None:
    refs = write(tmp_path, exchange(1), exchange(2))
    path = only_file(tmp_path)
    path.write_bytes(path.read_bytes()[: refs[1].offset])
    found = check_archive([path], refs=refs)
    assert {(d.kind, d.record_id) for d in found} == {
        (DamageKind.MISSING_RECORD, refs[1].record_id)
    }


def test_a_sound_archive_has_no_damage(tmp_path: Path) -> None:
    refs = write(tmp_path, *[exchange(number) for number in range(10)])
    assert check_archive([only_file(tmp_path)], refs=refs) == ()
    assert check_archive([only_file(tmp_path)]) == ()


def test_a_damage_says_where_it_lies(tmp_path: Path) -> None:
    refs = write(tmp_path, *[exchange(number) for number in range(3)])
    path = only_file(tmp_path)
    data = bytearray(path.read_bytes())
    data[refs[1].offset + 200] ^= 4
    path.write_bytes(data)
    (damage,) = check_archive([path], refs=refs)
    assert isinstance(damage, Damage)
    assert (damage.kind, damage.offset, damage.length) == (
        DamageKind.DAMAGED, refs[1].offset, refs[1].length,
    )  # fmt: skip
    assert damage.url == "https://vidu.example/ban-tin-1.html"
    assert "answer" in damage.reason


PAGE = "<html><body><h1>Tổ trưởng công đoàn giỏi</h1></body></html>".encode()


def foreign_warc(
    *, packed: bool, body: bytes = PAGE, headers: tuple[tuple[str, str], ...] = ()
) -> bytes:
    """Give a WARC file as other programs write it: WARC/1.0, request first, brackets, metadata."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    url = "http://cu.example/bai-1.html"
    http = StatusAndHeaders(
        "200 OK", [("Content-Type", "text/html"), *headers], protocol="HTTP/1.1"
    )
    response = writer.create_warc_record(
        url, "response", payload=io.BytesIO(body),
        length=len(body), http_headers=http,
        warc_headers_dict={"WARC-Date": "2020-05-06T07:08:09Z"},
    )  # fmt: skip
    request = writer.create_warc_record(
        url, "request", http_headers=StatusAndHeaders("GET / HTTP/1.1", [], is_http_request=True)
    )
    writer.write_record(writer.create_warcinfo_record("cu.warc.gz", {"software": "Nutch 1.6"}))
    writer.write_request_response_pair(request, response)
    writer.write_record(
        writer.create_warc_record(url, "metadata", payload=io.BytesIO(b"a: b"), length=4)
    )
    return out.getvalue()


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        pytest.param(PAGE, (), id="plain-body"),
        pytest.param(PAGE, (("X-Crawler-Content-Encoding", "gzip"),), id="common-crawl"),
        pytest.param(PAGE, (("Content-Encoding", "gzip"),), id="unpacked-but-still-declared"),
        pytest.param(gzip.compress(PAGE), (("Content-Encoding", "gzip"),), id="packed"),
        pytest.param(PAGE, (("Transfer-Encoding", "chunked"),), id="joined-but-still-declared"),
        pytest.param(
            b"%x\r\n%s\r\n0\r\n\r\n" % (len(PAGE), PAGE), (("Transfer-Encoding", "chunked"),),
            id="chunked",
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("packed", [True, False])
def test_archives_of_others_are_read(
    tmp_path: Path, packed: bool, body: bytes, headers: tuple[tuple[str, str], ...]
) -> None:
    path = tmp_path / "cu.warc"
    path.write_bytes(foreign_warc(packed=packed, body=body, headers=headers))
    (page,) = iter_records(path)
    assert page.exchange is not None
    assert page.exchange.body == PAGE
    assert page.exchange.url == "http://cu.example/bai-1.html"
    assert page.exchange.fetched_at == datetime(2020, 5, 6, 7, 8, 9, tzinfo=UTC)
    assert read_record(tmp_path, page.ref) == page.exchange
    assert check_archive([path], refs=[page.ref]) == ()


def test_a_whole_file_packed_in_one_piece_is_read(tmp_path: Path) -> None:
    path = tmp_path / "cu.warc.gz"
    path.write_bytes(gzip.compress(foreign_warc(packed=False)))
    (page,) = iter_records(path)
    assert page.exchange is not None
    assert page.exchange.body == PAGE


def test_a_resource_record_is_a_page(tmp_path: Path) -> None:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    writer.write_record(
        writer.create_warc_record(
            "http://cu.example/a.html", "resource", payload=io.BytesIO(PAGE), length=len(PAGE),
            warc_content_type="text/html; charset=utf-8",
        )
    )  # fmt: skip
    path = tmp_path / "a.warc.gz"
    path.write_bytes(out.getvalue())
    (page,) = iter_records(path)
    assert page.exchange is not None
    assert (page.exchange.body, page.exchange.content_type) == (PAGE, "text/html; charset=utf-8")


def test_one_record_that_is_no_http_stops_only_itself(tmp_path: Path) -> None:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for payload in (b"SSH-2.0-x\r\n\r\n", HEAD + PAGE):
        record = writer.create_warc_record(
            "dns:a.example", "response", payload=io.BytesIO(payload), length=len(payload)
        )
        record.rec_headers.replace_header("WARC-Target-URI", "http://cu.example/a.html")
        writer.write_record(record)
    path = tmp_path / "a.warc.gz"
    path.write_bytes(out.getvalue())
    broken, sound = iter_records(path)
    assert broken.exchange is None
    assert "no HTTP status line" in (broken.problem or "")
    assert sound.exchange is not None
    assert sound.exchange.body == PAGE


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7", gzip.compress(b"<html>"), bytes(3000)],
    ids=["empty", "pdf", "packed-page", "zeros"],
)
def test_what_is_no_warc_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.warc.gz"
    path.write_bytes(data)
    with pytest.raises(ArchiveError, match="no whole WARC record"):
        list(iter_records(path))


def test_plain_files_are_read_behind_a_damage(tmp_path: Path) -> None:
    whole = foreign_warc(packed=False)
    broken = whole.replace(b"Content-Length", b"Content-Lengxx", 1)
    path = tmp_path / "a.warc"
    path.write_bytes(broken)
    (page,) = iter_records(path)
    assert page.exchange is not None
    assert page.exchange.body == PAGE
    assert [d.kind for d in check_archive([path])] == [DamageKind.DAMAGED]
