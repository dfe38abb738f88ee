"""Undo the compression of a body, never beyond a limit."""

import zlib

from scrapers.errors import BrokenBodyError, TooLargeError

STEP = 64 * 1024


def unfold_body(body: bytes, encoding: str | None, *, limit: int, url: str) -> bytes:
    """Give the body without its Content-Encoding; raise when it is broken, unknown or too large."""
    codings = [part.strip().lower() for part in (encoding or "").split(",")]
    for coding in reversed([part for part in codings if part not in ("", "identity")]):
        if coding in ("gzip", "x-gzip"):
            body = unfold_gzip(body, limit=limit, url=url)
        elif coding == "deflate":
            body = _unfold_deflate(body, limit=limit, url=url)
        else:
            raise BrokenBodyError(
                f"{url}: compressed as {coding!r}, which was not asked for", url=url
            )
    return body


def unfold_gzip(body: bytes, *, limit: int, url: str) -> bytes:
    """Unfold all members of a gzip; what follows the last one must be zeros."""
    out = bytearray()
    rest = body
    while rest.strip(b"\0"):
        rest = _inflate(rest, out, wbits=31, limit=limit, url=url)
    return bytes(out)


def _unfold_deflate(body: bytes, *, limit: int, url: str) -> bytes:
    """Unfold a zlib stream, or the bare deflate that some servers send under that name."""
    if not body:
        return b""
    out = bytearray()
    zlib_header = (
        body[0] & 0x0F == 8 and len(body) > 1 and int.from_bytes(body[:2], "big") % 31 == 0
    )
    _inflate(body, out, wbits=15 if zlib_header else -15, limit=limit, url=url)
    return bytes(out)


def _inflate(data: bytes, out: bytearray, *, wbits: int, limit: int, url: str) -> bytes:
    """Unfold one stream onto `out` and give what follows it."""
    stream = zlib.decompressobj(wbits)
    try:
        piece = stream.decompress(data, STEP)
        while True:
            out += piece
            if len(out) > limit:
                raise TooLargeError(f"{url}: unfolds to more than {limit} bytes", url=url)
            if stream.eof:
                return stream.unused_data
            if not piece and not stream.unconsumed_tail:
                raise BrokenBodyError(f"{url}: the compressed body ends early", url=url)
            piece = stream.decompress(stream.unconsumed_tail, STEP)
    except zlib.error as err:
        raise BrokenBodyError(f"{url}: the compression is broken ({err})", url=url) from err
