"""Undoing the compression of a body within limits."""

import gzip
import time
import zlib

import pytest

from scrapers.errors import BrokenBodyError, TooLargeError
from scrapers.unfold import unfold_body

TEXT = "Thi đua lao động giỏi ".encode() * 500
BARE = zlib.compressobj(9, zlib.DEFLATED, -15)
BARE_DEFLATE = BARE.compress(TEXT) + BARE.flush()


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        pytest.param(TEXT, None, id="none"),
        pytest.param(TEXT, "identity", id="identity"),
        pytest.param(gzip.compress(TEXT), "gzip", id="gzip"),
        pytest.param(gzip.compress(TEXT), "X-GZIP", id="x-gzip"),
        pytest.param(gzip.compress(TEXT[:99]) + gzip.compress(TEXT[99:]), "gzip", id="members"),
        pytest.param(gzip.compress(TEXT) + bytes(20), "gzip", id="zeros-behind"),
        pytest.param(zlib.compress(TEXT), "deflate", id="deflate"),
        pytest.param(BARE_DEFLATE, "deflate", id="bare-deflate"),
        pytest.param(gzip.compress(gzip.compress(TEXT)), "gzip, gzip", id="twice"),
        pytest.param(gzip.compress(TEXT), "identity, gzip", id="with-identity"),
    ],
)
def test_unfold_body(body: bytes, encoding: str | None) -> None:
    assert unfold_body(body, encoding, limit=len(TEXT), url="u") == TEXT


def test_an_empty_body_is_empty_in_each_encoding() -> None:
    assert {unfold_body(b"", coding, limit=9, url="u") for coding in ("gzip", "deflate")} == {b""}


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        pytest.param(TEXT, "gzip", id="not-gzip"),
        pytest.param(gzip.compress(TEXT)[:-1], "gzip", id="last-byte-gone"),
        pytest.param(gzip.compress(TEXT)[:40], "gzip", id="cut"),
        pytest.param(gzip.compress(TEXT) + b"tail", "gzip", id="something-behind"),
        pytest.param(zlib.compress(TEXT)[:-3], "deflate", id="deflate-cut"),
        pytest.param(TEXT, "br", id="not-asked-for"),
        pytest.param(TEXT, "gzip, nonsense", id="unknown"),
    ],
)
def test_what_is_broken(body: bytes, encoding: str) -> None:
    with pytest.raises(BrokenBodyError):
        unfold_body(body, encoding, limit=10**6, url="u")


def test_a_flipped_byte_is_found_by_the_checksum() -> None:
    body = bytearray(gzip.compress(TEXT, compresslevel=0))
    body[200] ^= 1
    with pytest.raises(BrokenBodyError, match="broken"):
        unfold_body(bytes(body), "gzip", limit=10**6, url="u")


@pytest.mark.parametrize(
    "bomb",
    [gzip.compress(bytes(10**8)), gzip.compress(gzip.compress(bytes(10**8)))],
    ids=["once", "twice"],
)
def test_a_bomb_is_stopped_at_the_limit(bomb: bytes) -> None:
    started = time.monotonic()
    with pytest.raises(TooLargeError):
        unfold_body(bomb, "gzip, gzip" if len(bomb) < 10**4 else "gzip", limit=10**6, url="u")
    assert time.monotonic() - started < 1
