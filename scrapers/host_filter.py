"""The records of some hosts out of a big WARC file, the others passed over without unfolding them.

A gzip member does not say how long it is, so a reader of WARC files unfolds each to its end. Here only the first bytes
of a member are unfolded: they state its host and the length of the record. Of another host's member the end is looked
for as it must be: the length of what it holds (ISIZE, RFC 1952), then the beginning of the next member. These seven
bytes cannot stand there by accident; where they are not found, the member is unfolded after all.
"""

import re
import struct
import zlib
from collections.abc import Iterator
from typing import BinaryIO

from scrapers.addresses import host_in
from scrapers.gzip_members import MAGIC, Gap, iter_members
from scrapers.stored_records import StoredRecord, iter_stretches, records_of

HEAD_BYTES = 4096
WINDOW = 4 * 1024 * 1024
_HOST = re.compile(rb"\r\nWARC-Target-URI:[ \t]*<?[a-z]+://(?:[^/@\r\n]*@)?([^/:?#>\r\n]*)", re.I)
_LENGTH = re.compile(rb"\r\nContent-Length:[ \t]*(\d{1,12})\r\n", re.I)
_END = b"\r\n\r\n"
_AFTER = len(_END)
"""Bytes between a record and the next."""


def iter_records_of_hosts(file: BinaryIO, hosts: frozenset[str]) -> Iterator[StoredRecord | Gap]:
    """Give the first record and those of the hosts (named without "www."), in order, with broken stretches between."""
    file.seek(0)
    packed = file.read(2) == MAGIC[:2]
    first = True
    for found in _iter_packed(file, hosts) if packed else iter_stretches(file):
        if isinstance(found, Gap) or first or host_in(found.url) in hosts:
            yield found
        first = False


def _iter_packed(file: BinaryIO, hosts: frozenset[str]) -> Iterator[StoredRecord | Gap]:
    window = _Window(file)
    at = 0
    while True:
        behind = _skip(window, at, hosts) if at else None
        if behind is not None:
            at = behind
            continue
        found = next(iter_members(file, start=at), None)
        if found is None:
            return
        if isinstance(found, Gap):
            yield found
            if found.at_end:
                return
            at = found.offset + found.length
        else:
            yield from records_of(found)
            at += len(found.raw)


def _skip(window: "_Window", at: int, hosts: frozenset[str]) -> int | None:
    """Give where the member behind this one begins; None where this one is wanted, or its end is not seen."""
    head = _unfold_head(window.read(at, HEAD_BYTES))
    end = head.find(_END)
    host, length = _HOST.search(head, 0, end + 2), _LENGTH.search(head, 0, end + 2)
    if end < 0 or not head.startswith(b"WARC/") or host is None or length is None:
        return None
    if host[1].decode("latin-1").lower().removeprefix("www.") in hosts:
        return None
    size = end + len(_END) + int(length[1]) + _AFTER
    mark = struct.pack("<I", size & 0xFFFFFFFF) + MAGIC
    # Deflate makes what it cannot fold longer by five bytes in 16 KB at most.
    found = window.find(mark, at, at + size + size // 3000 + 1024)
    return None if found is None else found + 4


def _unfold_head(raw: bytes) -> bytes:
    try:
        return zlib.decompressobj(zlib.MAX_WBITS + 16).decompress(raw, HEAD_BYTES)
    except zlib.error:
        return b""


class _Window:
    """A stretch of a file in memory that moves on."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._start = 0
        self._data = b""

    def read(self, at: int, size: int) -> bytes:
        """Give so many bytes, fewer at the end of the file."""
        self._hold(at, size)
        return self._data[at - self._start : at - self._start + size]

    def find(self, mark: bytes, start: int, end: int) -> int | None:
        """Give where a mark stands between two offsets."""
        at = start
        while at + len(mark) <= end:
            self._hold(at, min(WINDOW, end - at))
            here = at - self._start
            found = self._data.find(mark, here, end - self._start)
            if found >= 0:
                return self._start + found
            reached = self._start + len(self._data) - len(mark) + 1
            if reached <= at:
                return None
            at = reached
        return None

    def _hold(self, at: int, size: int) -> None:
        if self._start <= at and at + size <= self._start + len(self._data):
            return
        self._file.seek(at)
        self._start = at
        self._data = self._file.read(max(size, WINDOW))
