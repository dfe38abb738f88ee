"""The faults of a server: how it behaves, and the kind of the error that is promised for it."""

import gzip
from collections.abc import Iterable, Iterator

from scrapers.limits import Limits
from tests.scrapers.fault_server import Answer, Asked, Pause, Piece, Reset, fixed, reply

LIMITS = Limits(
    connect_s=2.0,
    read_s=0.6,
    total_s=1.2,
    max_wire_bytes=400_000,
    max_body_bytes=2_000_000,
    backoff_s=0.05,
    loopback_gap_s=0.0,
    max_retry_after_s=3.0,
)
PAGE = "<html><body><h1>Công đoàn Đồng Vàng trao quà</h1></body></html>".encode()
BOT_CHECK = (
    b"<html><body><script>document.cookie='D1N=0123456789abcdef0123456789abcdef;path=/';"
    b"window.location.reload(true);</script></body></html>"
)


def endless(asked: Asked) -> Iterator[Piece]:
    yield b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    while True:
        yield b"10000\r\n" + b"x" * 0x10000 + b"\r\n"


def dripping_body(asked: Asked) -> Iterator[Piece]:
    yield b"HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n"
    for _ in range(10000):
        yield b"x"
        yield Pause(0.05)


def dripping_head(asked: Asked) -> Iterator[Piece]:
    yield b"HTTP/1.1 200 OK\r\nX-Slow: "
    for _ in range(10000):
        yield b"x"
        yield Pause(0.05)


def silent(asked: Asked) -> Iterator[Piece]:
    yield Pause(5)


def reset_in_body(asked: Asked) -> Iterator[Piece]:
    yield b"HTTP/1.1 200 OK\r\nContent-Length: 10000\r\n\r\n" + b"x" * 500
    yield Pause(0.05)
    yield Reset()


def closed_in_body(asked: Asked) -> Iterator[Piece]:
    yield b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 10000\r\n\r\n" + b"x" * 500


def no_http(asked: Asked) -> Iterator[Piece]:
    yield b"SSH-2.0-OpenSSH_9.2\r\n\r\n"
    yield Reset()


def after(tries: int, first: Iterable[Piece]) -> Answer:
    """Answer with `first` that many times, then with the page."""
    return lambda asked: first if asked.nth < tries else reply(PAGE)


BOMB = gzip.compress(bytes(50_000_000))
GZIP = ("Content-Encoding: gzip",)
HUGE = 300_000_000
FAULTS: dict[str, tuple[Answer, str]] = {
    "connection reset within the body": (reset_in_body, "broken_body"),
    "connection closed within the body": (closed_in_body, "broken_body"),
    "no HTTP at all": (no_http, "broken_body"),
    "drips for ever": (dripping_body, "timeout"),
    "drips its head for ever": (dripping_head, "timeout"),
    "says nothing": (silent, "timeout"),
    "403": (fixed(status=403), "http_status"),
    "404": (fixed(status=404), "http_status"),
    "410": (fixed(status=410), "http_status"),
    "503 for ever": (fixed(status=503), "http_status"),
    "304 that nobody asked for": (fixed(status=304), "http_status"),
    "redirects in a circle": (
        lambda asked: reply(status=302, headers=[f"Location: {asked.path}?x"] if "?" not in asked.path else ["Location: /trang"]),
        "too_many_redirects",
    ),
    "redirects without end": (
        lambda asked: reply(status=302, headers=[f"Location: {asked.path}x"]),
        "too_many_redirects",
    ),
    "a bomb in gzip": (fixed(BOMB, headers=GZIP), "too_large"),
    "gzip that breaks off": (fixed(gzip.compress(PAGE * 50)[:-20], headers=GZIP), "broken_body"),
    "gzip that is none": (fixed(PAGE, headers=GZIP), "broken_body"),
    "a compression that was not asked for": (
        fixed(PAGE, headers=("Content-Encoding: br",)), "broken_body",
    ),
    "longer than its Content-Length": (fixed(PAGE, length=len(PAGE) - 9), "broken_body"),
    "shorter than its Content-Length": (
        lambda asked: [*reply(PAGE, length=len(PAGE) + 9), Reset()], "broken_body",
    ),
    "announces 300 MB": (fixed(b"x" * 1000, length=HUGE), "too_large"),
    "300 MB that were not announced": (endless, "too_large"),
    "redirects to a file": (
        fixed(status=302, headers=("Location: file:///etc/hostname",)), "bad_address",
    ),
    "redirects to a link-local address": (
        fixed(status=302, headers=("Location: http://169.254.169.254/latest/",)), "no_contact",
    ),
    "redirects to a forbidden path": (
        fixed(status=302, headers=("Location: /cam/mat.html",)), "robots_refused",
    ),
}  # fmt: skip
"""Fault → how the server behaves, and the kind of the error that `fetch` raises."""


def routes_of(answer: Answer) -> dict[str, Answer]:
    routes = dict.fromkeys(["/trang", "/trang?x"], answer)
    return routes | {"/trang" + "x" * count: answer for count in range(1, 9)}
