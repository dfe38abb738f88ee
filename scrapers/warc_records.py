"""Make WARC 1.1 records of an exchange, as bytes."""

import re
import uuid
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.utils import Digester
from warcio.warcwriter import WARCWriter

from scrapers.exchange import Exchange
from scrapers.gzip_members import pack_member
from scrapers.record_ref import RecordKind, RecordRef

PROFILES = "http://netpreserve.org/warc/1.1/revisit/"
HTTP_TYPE = "application/http; msgtype={}"
SOFTWARE = b"software: thidua\r\nformat: WARC File Format 1.1\r\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedExchange:
    """The records of one exchange."""

    exchange: Exchange
    """What they hold."""
    response: bytes
    """The response or revisit record as a gzip member."""
    request: bytes
    """The request record as a gzip member."""
    record_id: str
    """Id of the first one, without angle brackets."""
    payload_digest: str
    """Digest of the body as on the wire; that of the earlier one in a revisit."""
    refers_to: str | None
    """The record that holds the body of a revisit. None for a response."""

    def ref(self, *, file: str, file_id: str, offset: int) -> RecordRef:
        """Give their place once they are written."""
        return RecordRef(
            file=file,
            file_id=file_id,
            offset=offset,
            length=len(self.response),
            sha256=sha256(self.response).hexdigest(),
            request_length=len(self.request),
            request_sha256=sha256(self.request).hexdigest(),
            record_id=self.record_id,
            kind=RecordKind.RESPONSE if self.refers_to is None else RecordKind.REVISIT,
            url=self.exchange.final_url,
            fetched_at=self.exchange.fetched_at,
            payload_digest=self.payload_digest,
            refers_to=self.refers_to,
        )


def pack_exchange(exchange: Exchange, *, earlier: RecordRef | None = None) -> PackedExchange:
    """Pack response and request; where `earlier` holds an equal body, or for a 304, a revisit and the request."""
    digest = _digest(exchange.wire_body)
    if earlier is not None and not exchange.not_modified and earlier.payload_digest != digest:
        earlier = None
    record_id = f"urn:uuid:{uuid.uuid4()}"
    common = [
        ("WARC-Target-URI", exchange.final_url),
        ("WARC-Date", warc_date(exchange.fetched_at)),
    ]
    fields = [("WARC-Record-ID", f"<{record_id}>"), *common]
    fields.append(("Content-Type", HTTP_TYPE.format("response")))
    if exchange.address is not None:
        fields.append(("WARC-IP-Address", exchange.address))
    if earlier is None:
        response = _pack("response", fields, head=exchange.response_head, block=exchange.wire_body)
    else:
        digest = earlier.payload_digest
        fields += _revisit_fields(earlier, not_modified=exchange.not_modified)
        response = _pack("revisit", fields, head=exchange.response_head)
    fields = [("WARC-Record-ID", f"<urn:uuid:{uuid.uuid4()}>"), *common]
    fields += [
        ("WARC-Concurrent-To", f"<{record_id}>"),
        ("Content-Type", HTTP_TYPE.format("request")),
    ]
    return PackedExchange(
        exchange=exchange,
        response=response,
        request=_pack("request", fields, head=_without_cookies(exchange.request)),
        record_id=record_id,
        payload_digest=digest,
        refers_to=earlier.record_id if earlier is not None else None,
    )


def pack_info(name: str, *, now: datetime) -> bytes:
    """Pack the record that a file begins with."""
    fields = [
        ("WARC-Record-ID", f"<urn:uuid:{uuid.uuid4()}>"),
        ("WARC-Filename", name),
        ("WARC-Date", warc_date(now)),
        ("Content-Type", "application/warc-fields"),
    ]
    return _pack("warcinfo", fields, block=SOFTWARE)


def warc_date(moment: datetime) -> str:
    """Give a date as WARC 1.1 has it, to the microsecond."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


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
    record = ArcWarcRecord("warc", kind, headers, BytesIO(block), http, None, len(block))
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
        ("WARC-Refers-To-Date", warc_date(earlier.fetched_at)),
        ("WARC-Payload-Digest", earlier.payload_digest),
    ]


def _digest(body: bytes) -> str:
    digester = Digester("sha1")
    digester.update(body)
    return str(digester)


def _without_cookies(request: bytes) -> bytes:
    """Hide the cookies of the user's file: an archive is handed on."""
    return re.sub(rb"(?mi)^(cookie:)[^\r\n]*", rb"\1 withheld", request)
