"""Keep every exchange as WARC 1.1, and read it back: the only file that touches WARC files.

An answer is one record with head and body as they crossed the wire, the request is the next one. A file is only ever
appended to, each writer begins its own (and cuts a torn end off the one before), and what is written is on the disk before `write` returns.
"""

import os
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from scrapers.clock import Clock, SystemClock
from scrapers.errors import ArchiveError, ScrapeError
from scrapers.exchange import Exchange
from scrapers.gzip_members import Gap
from scrapers.host_filter import iter_records_of_hosts
from scrapers.http_message import head_fields, head_status, readable_body, split_message
from scrapers.record_ref import RecordKind, RecordRef
from scrapers.stored_records import StoredRecord, iter_stretches
from scrapers.warc_records import pack_exchange, pack_info

KINDS = frozenset(kind.value for kind in RecordKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedPage:
    """One answer of an archive and where it lies."""

    ref: RecordRef
    """Its place."""
    exchange: Exchange | None
    """What was asked and answered; the body of a revisit is empty. None where it cannot be read."""
    problem: str | None = None
    """Why it cannot be read. None where it can."""


class ArchiveWriter:
    """Write exchanges into a folder; may be shared by threads, which then share the waiting for the disk."""

    def __init__(
        self, folder: Path, *, max_bytes: int = 1_000_000_000, clock: Clock | None = None
    ) -> None:
        """Take the folder; a file is begun with the first exchange, and a new one beyond `max_bytes`."""
        self.folder = folder
        self._max_bytes = max_bytes
        self._clock = clock or SystemClock()
        self._lock = Lock()
        self._file: _File | None = None

    def write(self, exchange: Exchange, *, earlier: RecordRef | None = None) -> RecordRef:
        """Keep an exchange, its redirects before it; give the place of the answer, which is on the disk.

        With `earlier`, a full record of the same page, an equal body (or a 304) becomes a revisit record.
        Raises OSError where the disk refuses it, which is no fault of the page; nothing of it is then in the file.
        """
        if earlier is not None and earlier.kind is not RecordKind.RESPONSE:
            raise ValueError(f"{earlier.record_id} holds no body to refer to")
        hops = b"".join(
            packed.response + packed.request for packed in map(pack_exchange, exchange.redirects)
        )
        last = pack_exchange(exchange, earlier=earlier)
        try:
            with self._lock:
                file = self._open()
                offset = file.append(hops + last.response + last.request) + len(hops)
            file.sync(offset + len(last.response) + len(last.request))
        except OSError as err:
            reason = f"{err.strerror}: the answer of {exchange.final_url} cannot be kept"
            raise OSError(err.errno, reason, str(self.folder)) from err
        return last.ref(file=file.name, file_id=file.file_id, offset=offset)

    def close(self) -> None:
        """Close the file in hand."""
        with self._lock:
            if self._file is not None:
                self._file.close()
            self._file = None

    def _open(self) -> "_File":
        if self._file is not None and self._file.end >= self._max_bytes:
            self._file.close()
            self._file = None
        if self._file is None:
            self.folder.mkdir(parents=True, exist_ok=True)
            for newest in sorted(self.folder.glob("thidua-*.warc.gz"))[-1:]:
                cut_back(newest)
            stamp = self._clock.now().strftime("%Y%m%d%H%M%S")
            name = f"thidua-{stamp}-{uuid.uuid4().hex[:8]}.warc.gz"
            self._file = _File(self.folder / name, info=pack_info(name, now=self._clock.now()))
        return self._file


class _File:
    """The file that is appended to."""

    def __init__(self, path: Path, *, info: bytes) -> None:
        self.name = path.name
        self.file_id = sha256(info).hexdigest()
        self.end = 0
        self._raw = path.open("xb", buffering=0)
        self._synced = 0
        self._sync_lock = Lock()
        self.append(info)
        _sync_folder(path.parent)

    def append(self, data: bytes) -> int:
        """Write at the end and give the offset; where the disk refuses, take back what was written of it."""
        start, view = self.end, memoryview(data)
        try:
            while view:
                view = view[self._raw.write(view) :]
        except OSError:
            self._raw.truncate(start)
            self._raw.seek(start)
            raise
        self.end += len(data)
        return start

    def sync(self, end: int) -> None:
        """Return when all up to there is on the disk; one wait serves all threads that wrote before it."""
        with self._sync_lock:
            if self._synced < end:
                reached = self.end
                os.fsync(self._raw.fileno())
                self._synced = reached

    def close(self) -> None:
        """Put all on the disk and close."""
        self.sync(self.end)
        self._raw.close()


def read_record(folder: Path, ref: RecordRef, *, original: RecordRef | None = None) -> Exchange:
    """Give the exchange at a place, checked against its hash.

    A revisit needs the record that it refers to as `original`, whose body it then has.
    """
    if ref.kind is RecordKind.REVISIT and original is None:
        raise ArchiveError(f"{ref.url}: a revisit is read together with {ref.refers_to}")
    path = folder / ref.file
    answer = _read_checked(path, ref, at=ref.offset, length=ref.length, expected=ref.sha256)
    request = b""
    if ref.request_length:
        at, length = ref.offset + ref.length, ref.request_length
        request = _read_checked(path, ref, at=at, length=length, expected=ref.request_sha256).block
    exchange = _as_exchange(answer, request=request)
    if original is not None:
        body = read_record(folder, original)
        exchange = replace(exchange, wire_body=body.wire_body, body=body.body)
    return exchange


def iter_records(path: Path, *, hosts: frozenset[str] | None = None) -> Iterator[ArchivedPage]:
    """Give all answers of anyone's WARC file, packed or plain, with their requests where kept beside.

    Broken stretches are passed over; `check_archive` names them. A file without a whole record raises.
    With `hosts` (named without "www.") only their answers; the others are not even unfolded.
    """
    with path.open("rb") as file:
        yield from iter_stream(file, path, hosts=hosts)


def iter_stream(
    file: BinaryIO, path: Path, *, hosts: frozenset[str] | None = None
) -> Iterator[ArchivedPage]:
    """Give the answers of a WARC file that is open already, such as one in another place; it can be sought in."""
    file_id = ""
    waiting: StoredRecord | None = None
    for found in iter_stretches(file) if hosts is None else iter_records_of_hosts(file, hosts):
        if isinstance(found, Gap):
            continue
        file_id = file_id or sha256(found.raw).hexdigest()
        if waiting is not None:
            request = found if found.kind == "request" and found.answers(waiting) else None
            yield _page(path, waiting, file_id=file_id, request=request)
        waiting = found if found.kind in KINDS and found.url else None
    if waiting is not None:
        yield _page(path, waiting, file_id=file_id, request=None)
    if not file_id:
        raise ArchiveError(f"{path}: holds no whole WARC record")


def walk_archive(path: Path) -> Iterator[StoredRecord | Gap]:
    """Give every record and broken stretch of a WARC file in order."""
    with path.open("rb") as file:
        yield from iter_stretches(file)


def cut_back(path: Path) -> int:
    """Cut a torn end off a file of ours, as a crash leaves it; give the number of bytes cut.

    It ends then with a whole exchange. Damage with whole records behind it stays as it is.
    """
    size = keep = path.stat().st_size
    last: StoredRecord | None = None
    for found in walk_archive(path):
        if isinstance(found, StoredRecord):
            last = found
        elif found.at_end:
            keep = found.offset
    if last is not None and last.kind in KINDS and last.offset + len(last.raw) == keep:
        keep = last.offset
    if keep < size:
        with path.open("r+b") as file:
            file.truncate(keep)
            os.fsync(file.fileno())
    return size - keep


def _read_checked(
    path: Path, ref: RecordRef, *, at: int, length: int, expected: str
) -> StoredRecord:
    """Give the record at an offset after checking its hash."""
    try:
        with path.open("rb") as file:
            file.seek(at)
            raw = file.read(length)
    except OSError as err:
        raise ArchiveError(f"{path}: cannot be read for {ref.url} ({err})") from err
    if sha256(raw).hexdigest() != expected:
        raise ArchiveError(f"{path}: the record of {ref.url} at byte {at} is damaged")
    for found in iter_stretches(BytesIO(raw)):
        if isinstance(found, StoredRecord) and found.url == ref.url:
            return found
    raise ArchiveError(f"{path}: no record of {ref.url} at byte {at}")


def _page(
    path: Path, stored: StoredRecord, *, file_id: str, request: StoredRecord | None
) -> ArchivedPage:
    ref = RecordRef(
        file=path.name,
        file_id=file_id,
        offset=stored.offset,
        length=len(stored.raw),
        sha256=sha256(stored.raw).hexdigest(),
        request_length=len(request.raw) if request else 0,
        request_sha256=sha256(request.raw).hexdigest() if request else "",
        record_id=stored.record_id,
        kind=RecordKind(stored.kind),
        url=stored.url,
        fetched_at=_parse_warc_date(stored.field("WARC-Date"), path=path),
        payload_digest=stored.field("WARC-Payload-Digest"),
        refers_to=stored.field("WARC-Refers-To").strip("<>") or None,
    )
    try:
        exchange = _as_exchange(stored, request=request.block if request else b"")
    except ScrapeError as err:
        return ArchivedPage(ref=ref, exchange=None, problem=str(err))
    return ArchivedPage(ref=ref, exchange=exchange)


def _as_exchange(stored: StoredRecord, *, request: bytes) -> Exchange:
    """Give the exchange that a record holds; that of a revisit has no body."""
    if stored.kind == RecordKind.RESOURCE:
        content_type = stored.field("Content-Type") or "application/octet-stream"
        head = f"HTTP/1.1 200 OK\r\nContent-Type: {content_type}\r\n\r\n".encode()
        wire_body = stored.block
    else:
        head, wire_body = split_message(stored.block)
    return Exchange(
        url=stored.url,
        final_url=stored.url,
        status=head_status(head),
        request=request,
        response_head=head,
        wire_body=wire_body,
        body=readable_body(head, wire_body, url=stored.url),
        headers=head_fields(head),
        fetched_at=_parse_warc_date(stored.field("WARC-Date"), path=None),
        address=stored.field("WARC-IP-Address") or None,
    )


def _parse_warc_date(value: str, *, path: Path | None) -> datetime:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as err:
        raise ArchiveError(f"{path or 'record'}: no date of a record: {value!r}") from err
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def _sync_folder(folder: Path) -> None:
    """Put the name of a new file on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
