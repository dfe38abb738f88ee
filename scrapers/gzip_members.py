"""Walk a file of gzip members, such as a WARC file, and get past the broken ones."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

MAGIC = b"\x1f\x8b\x08"
HEADER = bytes.fromhex("1f8b08000000000000ff")
"""The header of every member that we write, on each system: no name, no date, "unknown" as system."""
STEP = 256 * 1024
MAX_CONTENT = 400_000_000
"""More than this in one member is not unfolded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One whole member."""

    offset: int
    """Its first byte in the file."""
    raw: bytes
    """The bytes as they lie there."""
    content: bytes
    """What they unfold to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Bytes that are no whole member."""

    offset: int
    """The first of them in the file."""
    length: int
    """How many."""
    reason: str
    """What is wrong, in words."""
    at_end: bool
    """True where nothing whole stands behind."""


def pack_member(content: bytes) -> bytes:
    """Fold bytes into one member without a date, so that equal bytes fold equally.

    Level 4 takes a third of the time of level 9 for pages of papers and makes them 5 % longer (measured on 20 of them).
    """
    stream = zlib.compressobj(4, zlib.DEFLATED, zlib.MAX_WBITS + 16)
    return HEADER + (stream.compress(content) + stream.flush())[len(HEADER) :]


def iter_members(file: BinaryIO, *, start: int = 0) -> Iterator[Member | Gap]:
    """Give the members of a file in order; where one is broken a gap, then what stands behind it."""
    at = start
    while True:
        found = _read_member(file, at)
        if found is None:
            return
        if isinstance(found, Member):
            yield found
            at += len(found.raw)
            continue
        behind = _find_member(file, at + 1)
        end = file.seek(0, 2) if behind is None else behind
        yield Gap(offset=at, length=end - at, reason=found, at_end=behind is None)
        if behind is None:
            return
        at = behind


def _read_member(file: BinaryIO, at: int) -> Member | str | None:
    """Give the member at an offset, the reason why there is none, or None at the end of the file."""
    file.seek(at)
    stream = zlib.decompressobj(zlib.MAX_WBITS + 16)
    raw, content = bytearray(), bytearray()
    try:
        while not stream.eof:
            data = file.read(STEP)
            if not data:
                return "the file ends within a record" if raw else None
            raw += data
            content += stream.decompress(data, MAX_CONTENT + 1 - len(content))
            if stream.unconsumed_tail or len(content) > MAX_CONTENT:
                return f"a record of more than {MAX_CONTENT} bytes"
    except zlib.error as err:
        return f"the record cannot be unfolded ({err})"
    if stream.unused_data:
        del raw[-len(stream.unused_data) :]
    return Member(offset=at, raw=bytes(raw), content=bytes(content))


def _find_member(file: BinaryIO, at: int) -> int | None:
    """Give the offset of the first whole member that holds a WARC record, from an offset on."""
    while True:
        file.seek(at)
        window = file.read(STEP)
        if len(window) < len(MAGIC):
            return None
        hit = window.find(MAGIC)
        if hit < 0:
            at += len(window) - len(MAGIC) + 1
            continue
        found = _read_member(file, at + hit)
        if isinstance(found, Member) and found.content.startswith(b"WARC/"):
            return at + hit
        at += hit + 1
