"""A loopback server that answers byte for byte as told, with every fault a paper's server may have."""

import socket
import struct
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

ALLOW_ALL = b"User-agent: *\nDisallow: /cam/\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One request as the server saw it."""

    path: str
    at: float
    """Monotonic seconds when its head was complete."""
    headers: dict[str, str]
    nth: int
    """How often this path was asked for before."""
    connection: int
    """Number of the connection it came over."""


class Pause(float):
    """Seconds of silence between two pieces."""


class Reset:
    """The connection is reset."""


Piece = bytes | Pause | Reset
Answer = Callable[[Asked], Iterable[Piece]]


def reply(
    body: bytes = b"",
    *,
    status: int = 200,
    headers: Iterable[str] = ("Content-Type: text/html; charset=utf-8",),
    length: int | None = None,
) -> list[Piece]:
    """Give head and body; `length` is announced in place of the true one."""
    announced = len(body) if length is None else length
    lines = [f"HTTP/1.1 {status} Status", f"Content-Length: {announced}", *headers]
    return [("\r\n".join(lines) + "\r\n\r\n").encode() + body]


def fixed(body: bytes = b"", **kwargs: object) -> Answer:
    """Give an answer that is always the same."""
    pieces = reply(body, **kwargs)  # type: ignore[arg-type]  # handed through
    return lambda asked: pieces


def http_date(seconds: float) -> str:
    """Give an HTTP date that many seconds from now."""
    return format_datetime(datetime.now(UTC) + timedelta(seconds=seconds), usegmt=True)


@dataclass(slots=True)
class FaultServer:
    """Routes by path with query; robots.txt allows all but /cam/ unless a route says otherwise."""

    routes: dict[str, Answer] = field(default_factory=dict)
    log: list[Asked] = field(default_factory=list)
    port: int = 0
    _listener: socket.socket | None = None
    _stopped: threading.Event = field(default_factory=threading.Event)
    _threads: list[threading.Thread] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)
    _guard: threading.Lock = field(default_factory=threading.Lock)
    most_open: int = 0
    """Most connections that were open at once."""
    _open: int = 0

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.port}"

    def paths(self) -> list[str]:
        return [asked.path for asked in self.log]

    def start(self) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._listener.settimeout(0.1)
        self.port = self._listener.getsockname()[1]
        self._spawn(self._accept)

    def stop(self) -> None:
        self._stopped.set()
        for thread in list(self._threads):
            thread.join(5)
        if self._listener is not None:
            self._listener.close()

    def _spawn(self, target: Callable[..., None], *args: object) -> None:
        thread = threading.Thread(target=target, args=args, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _accept(self) -> None:
        number = 0
        while not self._stopped.is_set() and self._listener is not None:
            try:
                connection, _ = self._listener.accept()
            except TimeoutError:
                continue
            number += 1
            self._spawn(self._serve, connection, number)

    def _serve(self, connection: socket.socket, number: int) -> None:
        with self._guard:
            self._open += 1
            self.most_open = max(self.most_open, self._open)
        with connection:
            connection.settimeout(0.1)
            try:
                while self._serve_one(connection, number):
                    pass
            except OSError:
                pass
        with self._guard:
            self._open -= 1

    def _serve_one(self, connection: socket.socket, number: int) -> bool:
        head = self._read_head(connection)
        if not head:
            return False
        first, *lines = head.decode("latin-1").split("\r\n")
        path = first.split(" ")[1]
        headers = dict(line.split(": ", 1) for line in lines if ": " in line)
        with self._guard:
            nth = self._counts.get(path, 0)
            self._counts[path] = nth + 1
            asked = Asked(
                path=path, at=time.monotonic(), headers=headers, nth=nth, connection=number
            )
            self.log.append(asked)
        connection.settimeout(10)
        for piece in self._answer(asked):
            if isinstance(piece, Reset):
                linger = struct.pack("ii", 1, 0)
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                return False
            if isinstance(piece, Pause):
                if self._stopped.wait(piece):
                    return False
                continue
            connection.sendall(piece)
            if b"Connection: close\r\n" in piece:
                return False
        connection.settimeout(0.1)
        return True

    def _answer(self, asked: Asked) -> Iterable[Piece]:
        if asked.path in self.routes:
            return self.routes[asked.path](asked)
        if asked.path == "/robots.txt":
            return reply(ALLOW_ALL, headers=("Content-Type: text/plain",))
        return reply(b"not here", status=404)

    def _read_head(self, connection: socket.socket) -> bytes:
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            if self._stopped.is_set():
                return b""
            try:
                piece = connection.recv(1)
            except TimeoutError:
                continue
            if not piece:
                return b""
            head += piece
        return head


@contextmanager
def fault_server(routes: dict[str, Answer] | None = None) -> Iterator[FaultServer]:
    """Run a server for a test."""
    server = FaultServer(routes=dict(routes or {}))
    server.start()
    try:
        yield server
    finally:
        server.stop()
