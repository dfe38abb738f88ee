"""Fetch pages: the only file that touches the network.

What it holds to, for every request and every hop of a redirect: http and https to public addresses only
(looked up once, checked, and connected to as checked), robots.txt, one connection a host with even gaps, limits on
time, size and redirects, no cookie but those of a file that the user hands over.
"""

import socket
import ssl
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from http.client import HTTPResponse
from pathlib import Path
from threading import Lock
from typing import Any, Self

import requests
import urllib3
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from scrapers.clock import Clock, SystemClock
from scrapers.cookies import load_cookies
from scrapers.errors import (
    BadAddressError,
    BrokenBodyError,
    ConnectionFailedError,
    FetchError,
    HostNotFoundError,
    HttpStatusError,
    TimedOutError,
    TooLargeError,
)
from scrapers.exchange import Exchange
from scrapers.guest import Guest
from scrapers.http_message import head_fields
from scrapers.limits import Limits
from scrapers.public_addresses import check_address
from scrapers.robots import RobotsFile
from scrapers.tape import Recording, Tape
from scrapers.unfold import unfold_body
from scrapers.urls import host_of

_WIRE_ERRORS = (FetchError, requests.RequestException, urllib3.exceptions.HTTPError, OSError)

Resolver = Callable[[str, int], Iterable[str]]
"""Gives the addresses of a host and port; raises OSError where there are none."""
Connector = Callable[[str, int, float], socket.socket]
"""Connects to an address and port within seconds; raises OSError."""


class Fetcher:
    """Fetch pages politely; may be shared by threads, and asks each host one thing at a time."""

    def __init__(
        self,
        *,
        user_agent: str = "thidua/0.1",
        contact: str | None = None,
        limits: Limits | None = None,
        exempt: frozenset[str] = frozenset(),
        cookies_file: Path | None = None,
        robots: Iterable[RobotsFile] = (),
        on_exchange: Callable[[Exchange], None] | None = None,
        clock: Clock | None = None,
        resolver: Resolver | None = None,
        connector: Connector | None = None,
    ) -> None:
        """Take the product name and a contact (URL or mail address), and what may be injected.

        `exempt` names "host:port" that may be private or loopback. `robots` are files kept from earlier runs.
        `on_exchange` sees every answer once, those of robots.txt, redirects and failures too, before it is judged.
        """
        self.product = user_agent.split("/", 1)[0]
        self.limits = limits or Limits()
        self._agent = f"{user_agent} (+{contact})" if contact else user_agent
        self._exempt = exempt
        self._clock = clock or SystemClock()
        self._on_exchange = on_exchange
        self._resolver = resolver or _resolve
        self._connector = connector or _connect
        self._cookies = load_cookies(cookies_file) if cookies_file else None
        self._guest = Guest(
            self._ask_once,
            product=self.product,
            contact=contact,
            limits=self.limits,
            robots=robots,
            clock=self._clock,
        )
        self._lines: dict[str, _Line] = {}
        self._guard = Lock()

    def fetch(
        self,
        url: str,
        *,
        delay_s: float = 5.0,
        etag: str | None = None,
        last_modified: str | None = None,
    ) -> Exchange:
        """Give the answer to a GET: status 200, or 304 when `etag` or `last_modified` were given.

        Raises a `FetchError` for all else; its `exchange` is set where the server answered.
        """
        conditions = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {name: value for name, value in conditions.items() if value}
        return _judge_status(self._guest.get(url, delay_s=delay_s, headers=headers))

    def robots_for(self, url: str) -> RobotsFile:
        """Give the robots.txt of the URL's origin; ask for it where none of the last day is known."""
        return self._guest.robots_for(url)

    def robots_files(self) -> tuple[RobotsFile, ...]:
        """Give every robots.txt known in this run, with text and date, for the store."""
        return self._guest.robots_files()

    def __enter__(self) -> Self:
        """Give itself; `close` follows at the end."""
        return self

    def __exit__(self, *error: object) -> None:
        """Close all connections."""
        self.close()

    def close(self) -> None:
        """Close all connections."""
        with self._guard:
            for line in self._lines.values():
                line.close()
            self._lines.clear()

    def _ask_once(
        self, url: str, *, headers: Mapping[str, str], first: str, hops: tuple[Exchange, ...]
    ) -> Exchange:
        """Send one request and read its answer to the end."""
        line, prepared = self._line(url), self._prepare(url, headers)
        fetched_at = self._clock.now()
        head, folded, response = line.exchange(prepared, url=url)
        exchange = Exchange(
            url=first,
            final_url=prepared.url or url,
            status=response.status_code,
            request=bytes(line.recording.sent),
            response_head=head,
            wire_body=bytes(line.recording.tape[len(head) :]),
            body=b"",
            headers=head_fields(head),
            fetched_at=fetched_at,
            address=line.address,
            redirects=hops,
        )
        try:
            coding = exchange.header("Content-Encoding")
            body = unfold_body(folded, coding, limit=self.limits.max_body_bytes, url=url)
            exchange = replace(exchange, body=body)
        except FetchError as err:
            err.exchange = exchange
            raise
        finally:
            line.forget()
            if self._on_exchange is not None:
                self._on_exchange(replace(exchange, redirects=()))
        return exchange

    def _prepare(self, url: str, headers: Mapping[str, str]) -> requests.PreparedRequest:
        try:
            asked = requests.Request("GET", url.split("#", 1)[0])
            prepared = asked.prepare()
            prepared.prepare_headers({**self._headers(), **headers})
        except (requests.RequestException, ValueError) as err:
            raise BadAddressError(f"{url}: no address that can be asked ({err})", url=url) from err
        if self._cookies is not None:
            prepared.prepare_cookies(self._cookies)
        return prepared

    def _headers(self) -> dict[str, str]:
        return {
            "User-Agent": self._agent,
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
            "Accept-Language": "vi",
            "Accept-Encoding": "gzip, deflate",
            "Connection": "keep-alive",
        }

    def _line(self, url: str) -> "_Line":
        key = host_of(url)
        with self._guard:
            if key not in self._lines:
                self._lines[key] = _Line(
                    limits=self.limits,
                    exempt=self._exempt,
                    resolver=self._resolver,
                    connector=self._connector,
                )
            return self._lines[key]


class _Line:
    """The one connection to a host. Used under the host's lock."""

    def __init__(
        self, *, limits: Limits, exempt: frozenset[str], resolver: Resolver, connector: Connector
    ) -> None:
        self.recording = Recording(url="", limits=limits)
        """What crosses the connection for the request in hand."""
        self.address: str | None = None
        """The address it leads to."""
        self._limits = limits
        self._exempt = exempt
        self._resolver = resolver
        self._connector = connector
        self._adapter = _Adapter(self)

    def exchange(
        self, prepared: requests.PreparedRequest, *, url: str
    ) -> tuple[bytes, bytes, requests.Response]:
        """Give the head as on the wire, the body without chunk marks, and the response."""
        self.recording = Recording(url=url, limits=self._limits)
        response: requests.Response | None = None
        try:
            response = self._adapter.send(
                prepared, stream=True, timeout=(self._limits.connect_s, self._limits.read_s)
            )
            head = bytes(self.recording.tape)
            self._check_announced(response)
            body = b"".join(response.raw.stream(64 * 1024, decode_content=False))
            self._check_rest(response)
        except _WIRE_ERRORS as err:
            if response is not None:
                response.raw.close()
            self.close()
            raise _as_fetch_error(err, url=url, begun=bool(self.recording.tape)) from err
        return head, body, response

    def forget(self) -> None:
        """Let go of the bytes of the last answer."""
        self.recording = Recording(url="", limits=self._limits)

    def close(self) -> None:
        """Close the connection; the next request opens a new one."""
        self._adapter.close()

    def open(self, host: str, port: int) -> socket.socket:
        """Look the host up once, check every address, and connect to one of those checked."""
        url = self.recording.url
        try:
            addresses = tuple(self._resolver(host, port))
        except (OSError, UnicodeError) as err:
            raise HostNotFoundError(
                f"{url}: the name {host} is not known ({err})", url=url
            ) from err
        for address in addresses:
            check_address(address, url=url, exempt=f"{host.lower()}:{port}" in self._exempt)
        problem: OSError | None = None
        for address in addresses:
            try:
                seconds = self.recording.seconds_left(self._limits.connect_s)
                connected = self._connector(address, port, seconds)
            except OSError as err:
                problem = err
                continue
            self.address = address
            return connected
        if isinstance(problem, TimeoutError):
            raise TimedOutError(f"{url}: {host} does not answer", url=url) from problem
        raise ConnectionFailedError(
            f"{url}: {host} cannot be connected to ({problem or 'no address'})", url=url
        ) from problem

    def _check_announced(self, response: requests.Response) -> None:
        announced, url = response.headers.get("Content-Length", ""), self.recording.url
        if announced.isdigit() and int(announced) > self._limits.max_wire_bytes:
            raise TooLargeError(f"{url}: announces {announced} bytes", url=url)

    def _check_rest(self, response: requests.Response) -> None:
        """Refuse an answer that is longer than its Content-Length: the page would be cut."""
        url = self.recording.url
        if self.recording.received > len(self.recording.tape):
            announced = response.headers.get("Content-Length")
            raise BrokenBodyError(f"{url}: longer than its Content-Length of {announced}", url=url)


class _Response(HTTPResponse):
    """A response read through a tape."""

    def __init__(self, sock: socket.socket, *, recording: Recording, method: str | None) -> None:
        super().__init__(sock, method=method)
        self.fp = Tape(self.fp.detach(), sock, recording)


class _PlainConnection(HTTPConnection):
    """urllib3's connection, led and recorded by a line."""

    line: _Line

    def _new_conn(self) -> socket.socket:
        return self.line.open(self._dns_host, self.port)

    def send(self, data: Any) -> None:  # noqa: ANN401 - the type that http.client takes
        """Record and send."""
        self.line.recording.sent += data
        super().send(data)

    def response_class(  # type: ignore[override]  # a factory in place of the class
        self, sock: socket.socket, *, method: str | None
    ) -> _Response:
        """Make the response that records."""
        return _Response(sock, recording=self.line.recording, method=method)


class _TlsConnection(HTTPSConnection, _PlainConnection):
    """The same, encrypted; bytes are recorded inside the encryption."""


class _Adapter(HTTPAdapter):
    """requests' adapter over one led and recorded connection."""

    def __init__(self, line: _Line) -> None:
        super().__init__(pool_connections=2, pool_maxsize=1, max_retries=0)
        plain = type("_LedConnection", (_PlainConnection,), {"line": line})
        tls = type("_LedTlsConnection", (_TlsConnection,), {"line": line})
        self.poolmanager.pool_classes_by_scheme = {
            "http": type("_Pool", (HTTPConnectionPool,), {"ConnectionCls": plain}),
            "https": type("_TlsPool", (HTTPSConnectionPool,), {"ConnectionCls": tls}),
        }


def _as_fetch_error(err: Exception, *, url: str, begun: bool) -> FetchError:
    """Give the error in our terms; `begun` says that a part of the answer was there."""
    if isinstance(err, FetchError):
        return err
    if isinstance(err, requests.Timeout | urllib3.exceptions.TimeoutError):
        return TimedOutError(f"{url}: no answer in time ({err})", url=url)
    if isinstance(err, requests.exceptions.SSLError | ssl.SSLError):
        return ConnectionFailedError(f"{url}: the encryption failed ({err})", url=url)
    if isinstance(err, requests.exceptions.InvalidURL | requests.exceptions.InvalidSchema):
        return BadAddressError(f"{url}: no address that can be asked ({err})", url=url)
    kind = BrokenBodyError if begun else ConnectionFailedError
    return kind(f"{url}: the connection broke ({err})", url=url)


def _judge_status(exchange: Exchange) -> Exchange:
    """Give the answer if it is a page or an awaited 304; raise for any other status."""
    awaited = b"\r\nif-" in exchange.request.lower()
    if exchange.status in (200, 203) or (exchange.not_modified and awaited):
        return exchange
    raise HttpStatusError(
        f"{exchange.url}: answered with status {exchange.status}",
        url=exchange.final_url,
        exchange=exchange,
        status=exchange.status,
    )


def _resolve(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host.strip("[]"), port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def _connect(address: str, port: int, seconds: float) -> socket.socket:
    connected = socket.create_connection((address, port), timeout=seconds)
    connected.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return connected
