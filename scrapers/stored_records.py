"""The records in a WARC stream, packed or plain, and the broken stretches between them."""

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO

from warcio.statusandheaders import StatusAndHeadersParser, StatusAndHeadersParserException

from scrapers.gzip_members import STEP, Gap, Member, iter_members

VERSIONS = ["WARC/1.1", "WARC/1.0", "WARC/0.18", "WARC/0.17"]
MAX_BLOCK = 400_000_000
"""More than this in one record is not read."""
_START = b"WARC/"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRecord:
    """One record as it lies in a file."""

    offset: int
    """First byte of what holds it in the file: its gzip member, or itself in a plain file."""
    raw: bytes
    """The bytes there."""
    fields: tuple[tuple[str, str], ...]
    """The WARC header fields."""
    block: bytes
    """What the record holds."""
    end: int
    """One past its last byte in the stream that it was read from."""

    def field(self, name: str) -> str:
        """Give a header field; empty where there is none."""
        return next((value for key, value in self.fields if key.lower() == name.lower()), "")

    @property
    def kind(self) -> str:
        """The WARC-Type."""
        return self.field("WARC-Type")

    @property
    def url(self) -> str:
        """The WARC-Target-URI, without the angle brackets of older writers."""
        return self.field("WARC-Target-URI").strip("<>")

    @property
    def record_id(self) -> str:
        """The WARC-Record-ID without angle brackets."""
        return self.field("WARC-Record-ID").strip("<>")

    def answers(self, other: "StoredRecord") -> bool:
        """Say whether this request belongs to that response, or the other way round."""
        mine = self.field("WARC-Concurrent-To").strip("<>")
        theirs = other.field("WARC-Concurrent-To").strip("<>")
        if mine or theirs:
            return other.record_id == mine or self.record_id == theirs
        return self.url == other.url

    def digest_problem(self) -> str | None:
        """Say how its block digest does not fit. None where it fits, or none is stated in a form we know."""
        stated = self.field("WARC-Block-Digest")
        name, _, digest = stated.partition(":")
        if name.lower() not in ("sha1", "sha256", "md5") or not digest:
            return None
        found = hashlib.new(name.lower(), self.block, usedforsecurity=False)
        forms = {found.hexdigest(), base64.b32encode(found.digest()).decode().lower()}
        if digest.lower() in forms or digest == base64.b64encode(found.digest()).decode():
            return None
        return f"the record does not have its digest {stated}"


def iter_stretches(file: BinaryIO) -> Iterator[StoredRecord | Gap]:
    """Give records and broken stretches in order; memory holds one record at a time."""
    file.seek(0)
    packed = file.read(2) == b"\x1f\x8b"
    return _iter_packed(file) if packed else _iter_plain(file)


def _iter_packed(file: BinaryIO) -> Iterator[StoredRecord | Gap]:
    for found in iter_members(file):
        if isinstance(found, Gap):
            yield found
        else:
            yield from records_of(found)


def records_of(member: Member) -> Iterator[StoredRecord | Gap]:
    """Give the records in a member: one, or all where a whole file was packed in one piece."""
    stream = BytesIO(member.content)
    at = 0
    while at < len(member.content):
        found = _read_one(stream, at)
        if isinstance(found, str):
            length = len(member.raw)
            yield Gap(offset=member.offset, length=length, reason=found, at_end=False)
            return
        at = found.end
        yield StoredRecord(
            offset=member.offset,
            raw=member.raw,
            fields=found.fields,
            block=found.block,
            end=found.end,
        )


def _iter_plain(file: BinaryIO) -> Iterator[StoredRecord | Gap]:
    size, at = file.seek(0, 2), 0
    while at < size:
        found = _read_one(file, at)
        if isinstance(found, StoredRecord):
            yield found
            at = found.end
            continue
        behind = _find_plain(file, at + 1)
        end = size if behind is None else behind
        yield Gap(offset=at, length=end - at, reason=found, at_end=behind is None)
        at = end


def _read_one(stream: BinaryIO, at: int) -> StoredRecord | str:
    """Give the record at an offset of a stream, or why there is none."""
    stream.seek(at)
    try:
        head = StatusAndHeadersParser(VERSIONS).parse(stream)
    except (StatusAndHeadersParserException, EOFError, ValueError) as err:
        return f"no WARC record begins here ({err})"
    length = str(head.get_header("Content-Length") or "")
    if not length.isdigit() or int(length) > MAX_BLOCK:
        return f"a record with the length {length!r}"
    block = stream.read(int(length))
    if len(block) < int(length):
        return "the file ends within a record"
    if stream.read(4) != b"\r\n\r\n":
        return "a record that is not as long as it says"
    end = stream.tell()
    stream.seek(at)
    raw = stream.read(end - at)
    return StoredRecord(offset=at, raw=raw, fields=tuple(head.headers), block=block, end=end)


def _find_plain(file: BinaryIO, at: int) -> int | None:
    """Give the offset of the next whole record of a plain file, from an offset on."""
    while True:
        file.seek(at)
        window = file.read(STEP)
        if len(window) < len(_START):
            return None
        hit = window.find(_START)
        if hit < 0:
            at += len(window) - len(_START) + 1
            continue
        if isinstance(_read_one(file, at + hit), StoredRecord):
            return at + hit
        at += hit + 1
