"""Keep every exchange as WARC 1.1, and read it back: the only file that touches WARC files.

An answer is one record with head and body as they crossed the wire, the request is the next one. A file is only ever
appended to, each writer begins its own (and cuts a torn end off the one before), and what is written is on the disk before `write` returns.
"""

import os
import re
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import BinaryIO

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.utils import Digester
from warcio.warcwriter import WARCWriter

from scrapers.clock import Clock, SystemClock
from scrapers.errors import ArchiveError, ScrapeError
from scrapers.exchange import Exchange
from scrapers.gzip_members import Gap, pack_member
from scrapers.http_message import head_fields, head_status, readable_body, split_message
from scrapers.record_ref import RecordKind, RecordRef
from scrapers.stored_records import StoredRecord, iter_stretches

PROFILES = "http://netpreserve.org/warc/1.1/revisit/"
HTTP_TYPE = "application/http; msgtype={}"
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
    """Write exchanges into a folder; may be shared by threads."""

    def __init__(
        self, folder: Path, *, max_bytes: int = 1_000_000_000, clock: Clock | None = None
    ) -> None:
        """Take the folder; a file is begun with the first exchange, and a new one beyond `max_bytes`."""
        self.folder = folder
        self._max_bytes = max_bytes
        self._clock = clock or SystemClock()
        self._lock = Lock()
        self._file: BinaryIO | None = None
        self._name = self._file_id = ""

    def write(self, exchange: Exchange, *, earlier: RecordRef | None = None) -> RecordRef:
        """Keep an exchange, its redirects before it; give the place of the answer, which is on the disk.

        With `earlier`, a full record of the same page, an equal body (or a 304) becomes a revisit record.
        """
        if earlier is not None and earlier.kind is not RecordKind.RESPONSE:
            raise ValueError(f"{earlier.record_id} holds no body to refer to")
        with self._lock:
            file = self._open()
            for hop in exchange.redirects:
                self._append(file, hop, earlier=None)
            ref = self._append(file, exchange, earlier=earlier)
            file.flush()
            os.fsync(file.fileno())
        return ref

    def close(self) -> None:
        """Close the file in hand."""
        with self._lock:
            if self._file is not None:
                self._file.close()
            self._file = None

    def _open(self) -> BinaryIO:
        if self._file is not None and self._file.tell() >= self._max_bytes:
            self._file.close()
            self._file = None
        if self._file is None:
            self.folder.mkdir(parents=True, exist_ok=True)
            for newest in sorted(self.folder.glob("thidua-*.warc.gz"))[-1:]:
                cut_back(newest)
            stamp = self._clock.now().strftime("%Y%m%d%H%M%S")
            self._name = f"thidua-{stamp}-{uuid.uuid4().hex[:8]}.warc.gz"
            self._file = (self.folder / self._name).open("xb")
            info = _pack("warcinfo", self._info_fields(), block=_INFO)
            self._file.write(info)
            self._file_id = sha256(info).hexdigest()
            _sync_folder(self.folder)
        return self._file

    def _info_fields(self) -> list[tuple[str, str]]:
        return [
            ("WARC-Record-ID", f"<urn:uuid:{uuid.uuid4()}>"),
            ("WARC-Filename", self._name),
            ("WARC-Date", _warc_date(self._clock.now())),
            ("Content-Type", "application/warc-fields"),
        ]

    def _append(
        self, file: BinaryIO, exchange: Exchange, *, earlier: RecordRef | None
    ) -> RecordRef:
        digest = _digest(exchange.wire_body)
        record_id = f"urn:uuid:{uuid.uuid4()}"
        fields = [
            ("WARC-Record-ID", f"<{record_id}>"),
            ("WARC-Target-URI", exchange.final_url),
            ("WARC-Date", _warc_date(exchange.fetched_at)),
            ("Content-Type", HTTP_TYPE.format("response")),
        ]
        if exchange.address is not None:
            fields.append(("WARC-IP-Address", exchange.address))
        same = earlier is not None and (exchange.not_modified or earlier.payload_digest == digest)
        kind = RecordKind.REVISIT if same else RecordKind.RESPONSE
        if same and earlier is not None:
            fields += _revisit_fields(earlier, not_modified=exchange.not_modified)
            digest = earlier.payload_digest
        response = _pack(
            kind, fields, head=exchange.response_head, block=b"" if same else exchange.wire_body
        )
        request = _pack(
            "request",
            [
                ("WARC-Record-ID", f"<urn:uuid:{uuid.uuid4()}>"),
                ("WARC-Target-URI", exchange.final_url),
                ("WARC-Date", _warc_date(exchange.fetched_at)),
                ("WARC-Concurrent-To", f"<{record_id}>"),
                ("Content-Type", HTTP_TYPE.format("request")),
            ],
            head=_without_cookies(exchange.request),
        )
        offset = file.tell()
        file.write(response + request)
        return RecordRef(
            file=self._name,
            file_id=self._file_id,
            offset=offset,
            length=len(response),
            sha256=sha256(response).hexdigest(),
            request_length=len(request),
            request_sha256=sha256(request).hexdigest(),
            record_id=record_id,
            kind=kind,
            url=exchange.final_url,
            fetched_at=exchange.fetched_at,
            payload_digest=digest,
            refers_to=earlier.record_id if same and earlier is not None else None,
        )


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


def iter_records(path: Path) -> Iterator[ArchivedPage]:
    """Give all answers of anyone's WARC file, packed or plain, with their requests where kept beside.

    Broken stretches are passed over; `check_archive` names them. A file without a whole record raises.
    """
    file_id = ""
    waiting: StoredRecord | None = None
    with path.open("rb") as file:
        for found in iter_stretches(file):
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


_INFO = b"software: thidua\r\nformat: WARC File Format 1.1\r\nisPartOf: thidua\r\n"


class _RawHead(StatusAndHeaders):  # type: ignore[misc]  # warcio has no types
    """Header fields that are written as they came, not as warcio would."""

    def __init__(self, raw: bytes) -> None:
        super().__init__("raw", [])
        self.headers_buff = raw

    def compute_headers_buffer(self, header_filter: object = None) -> None:
        """Keep the buffer."""


def _pack(
    kind: str, fields: list[tuple[str, str]], *, head: bytes = b"", block: bytes = b""
) -> bytes:
    """Give one record as a gzip member."""
    headers = StatusAndHeaders("", [("WARC-Type", kind), *fields], protocol="WARC/1.1")
    http = _RawHead(head) if head else None
    record = ArcWarcRecord("warc", str(kind), headers, BytesIO(block), http, None, len(block))
    record.payload_length = len(block)
    out = BytesIO()
    WARCWriter(out, gzip=False, warc_version="WARC/1.1").write_record(record)
    return pack_member(out.getvalue())


def _revisit_fields(earlier: RecordRef, *, not_modified: bool) -> list[tuple[str, str]]:
    profile = "server-not-modified" if not_modified else "identical-payload-digest"
    return [
        ("WARC-Profile", PROFILES + profile),
        ("WARC-Refers-To", f"<{earlier.record_id}>"),
        ("WARC-Refers-To-Target-URI", earlier.url),
        ("WARC-Refers-To-Date", _warc_date(earlier.fetched_at)),
        ("WARC-Payload-Digest", earlier.payload_digest),
    ]


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


def _warc_date(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _parse_warc_date(value: str, *, path: Path | None) -> datetime:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as err:
        raise ArchiveError(f"{path or 'record'}: no date of a record: {value!r}") from err
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)


def _digest(body: bytes) -> str:
    digester = Digester("sha1")
    digester.update(body)
    return str(digester)


def _without_cookies(request: bytes) -> bytes:
    """Hide the cookies of the user's file: an archive is handed on."""
    return re.sub(rb"(?mi)^(cookie:)[^\r\n]*", rb"\1 withheld", request)


def _sync_folder(folder: Path) -> None:
    """Put the name of a new file on the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
