"""Read HTTP messages that were kept as bytes."""

from http.client import parse_headers
from io import BytesIO

from scrapers.errors import BrokenBodyError, ScrapeError
from scrapers.limits import Limits
from scrapers.unfold import unfold_body

_LIMIT = Limits().max_body_bytes


def split_message(block: bytes) -> tuple[bytes, bytes]:
    """Give head (with its empty line) and body of a request or response."""
    for mark in (b"\r\n\r\n", b"\n\n"):
        head, found, body = block.partition(mark)
        if found:
            return head + mark, body
    return block, b""


def head_fields(head: bytes) -> tuple[tuple[str, str], ...]:
    """Give the header fields of a head in order."""
    _, _, fields = head.partition(b"\n")
    found = parse_headers(BytesIO(fields)).items()
    return tuple((name, str(value).strip()) for name, value in found)


def head_status(head: bytes) -> int:
    """Give the status of a response's head; raise where it states none."""
    words = head.split(b"\r", 1)[0].split(b"\n", 1)[0].split(None, 2)
    if len(words) < 2 or not words[0].startswith(b"HTTP/") or not words[1].isdigit():
        raise ScrapeError(f"no HTTP status line: {head[:60]!r}")
    return int(words[1])


def readable_body(head: bytes, wire_body: bytes, *, url: str) -> bytes:
    """Give the body without chunk marks and compression.

    Foreign archives often keep the header fields and drop what they speak of; a body that does
    not begin as its fields say is taken as it is.
    """
    fields = {name.lower(): value.lower() for name, value in head_fields(head)}
    body = wire_body
    if "chunked" in fields.get("transfer-encoding", ""):
        body = _unchunk(wire_body, url=url)
    coding = fields.get("content-encoding")
    if coding in ("gzip", "x-gzip") and not body.startswith(b"\x1f\x8b"):
        coding = None
    return unfold_body(body, coding, limit=_LIMIT, url=url)


def _unchunk(body: bytes, *, url: str) -> bytes:
    """Join the chunks; give the body as it is where it does not begin with the size of one."""
    out, at = bytearray(), 0
    while True:
        end = body.find(b"\r\n", at)
        size = _chunk_size(body[at:end]) if end >= 0 else None
        if size is None and at == 0:
            return body
        if size is None or end + 2 + size > len(body):
            raise BrokenBodyError(f"{url}: the chunks of the body are broken", url=url)
        if size == 0:
            return bytes(out)
        out += body[end + 2 : end + 2 + size]
        at = end + 2 + size + 2


def _chunk_size(line: bytes) -> int | None:
    digits = line.split(b";", 1)[0].strip()
    if not digits or len(digits) > 8:
        return None
    try:
        return int(digits, 16)
    except ValueError:
        return None
