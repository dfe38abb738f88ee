"""What a fetch sends, records, refuses and waits for."""

import gzip
import socket
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from scrapers.errors import (
    BadAddressError,
    FetchError,
    HostNotFoundError,
    HostPausedError,
    NoContactError,
    PrivateAddressError,
    RobotsRefusedError,
)
from scrapers.exchange import Exchange
from scrapers.fetch import Fetcher
from scrapers.limits import Limits
from scrapers.robots import RobotsFile, RobotsState
from tests.scrapers.fault_server import (
    Answer,
    Asked,
    FaultServer,
    Piece,
    fault_server,
    fixed,
    reply,
)

PAGE = "<h1>Hội thao công nhân vùng biển</h1>".encode()
PUBLIC = "93.184.215.14"
FAST = Limits(loopback_gap_s=0.0, backoff_s=0.01)


OPENED: list[Fetcher] = []


def opened(**kwargs: object) -> Fetcher:
    """Make a fetcher that is closed after the test."""
    OPENED.append(Fetcher(**kwargs))  # type: ignore[arg-type]  # handed through
    return OPENED[-1]


@pytest.fixture(autouse=True)
def _close_fetchers() -> Iterator[None]:
    yield
    while OPENED:
        OPENED.pop().close()


class FakeClock:
    """A clock that jumps where others wait."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        self.slept: list[float] = []

    def now(self) -> datetime:
        return datetime(2025, 11, 20, tzinfo=UTC) + timedelta(seconds=self.seconds)

    def monotonic(self) -> float:
        return self.seconds

    def sleep(self, seconds: float) -> None:
        if seconds > 0:
            self.slept.append(round(seconds, 3))
            self.seconds += seconds


class Names:
    """A name server of ours, and the connections made with its answers, all led to one local server."""

    def __init__(self, server: FaultServer, **names: list[str]) -> None:
        self.server = server
        self.names = {name.replace("_", "."): found for name, found in names.items()}
        self.connected: list[str] = []
        self.asked: list[str] = []

    def resolve(self, host: str, port: int) -> Iterable[str]:
        self.asked.append(host)
        if host in self.names:
            return self.names[host]
        raise socket.gaierror(-2, "Name or service not known")

    def connect(self, address: str, port: int, seconds: float) -> socket.socket:
        self.connected.append(address)
        return socket.create_connection(("127.0.0.1", self.server.port), timeout=seconds)

    def fetcher(self, **kwargs: object) -> Fetcher:
        given = {"contact": "mailto:phong-vien@vidu.example", "clock": FakeClock(), **kwargs}
        return opened(resolver=self.resolve, connector=self.connect, **given)


def fetcher_at(server: FaultServer, *, limits: Limits = FAST, **kwargs: object) -> Fetcher:
    return opened(limits=limits, exempt=frozenset({server.host}), **kwargs)


def test_head_and_body_are_kept_byte_for_byte() -> None:
    packed = gzip.compress(PAGE)
    head = b"HTTP/1.1 200 Tot\r\nX-Odd:   two  spaces \r\nx-odd: again\r\nTransfer-Encoding: chunked\r\n"
    head += b"Content-Encoding: gzip\r\n\r\n"
    chunks = (
        b"5\r\n"
        + packed[:5]
        + b"\r\n%x;a=b\r\n" % (len(packed) - 5)
        + packed[5:]
        + b"\r\n0\r\n\r\n"
    )

    def answer(asked: Asked) -> list[Piece]:
        return [head + chunks]

    with fault_server({"/trang?a=1&b": answer}) as server:
        exchange = fetcher_at(server).fetch(f"{server.origin}/trang?a=1&b")
    assert exchange.response_head == head
    assert exchange.wire_body == chunks
    assert exchange.body == PAGE
    assert exchange.request.startswith(b"GET /trang?a=1&b HTTP/1.1\r\nHost: ")
    assert exchange.request.endswith(b"\r\n\r\n")
    assert exchange.address == "127.0.0.1"
    assert exchange.header("x-ODD") == "two  spaces"
    assert exchange.fetched_at.utcoffset() == timedelta(0)


def test_the_user_agent_names_product_and_contact() -> None:
    with fault_server({"/trang": fixed(PAGE)}) as server:
        fetcher_at(server, contact="mailto:a@vidu.example").fetch(f"{server.origin}/trang")
        agents = {asked.headers["User-Agent"] for asked in server.log}
    assert agents == {"thidua/0.1 (+mailto:a@vidu.example)"}


def test_without_a_contact_only_loopback_is_asked() -> None:
    with fault_server({"/trang": fixed(PAGE)}) as server:
        assert fetcher_at(server).fetch(f"{server.origin}/trang").body == PAGE
    names = Names(server, vidu_example=[PUBLIC])
    fetcher = opened(resolver=names.resolve, connector=names.connect)
    with pytest.raises(NoContactError, match="set `contact`"):
        fetcher.fetch("https://vidu.example/bai-1.html")
    assert names.asked == []


def test_an_exemption_holds_for_one_host_and_port() -> None:
    with fault_server({"/trang": fixed(PAGE)}) as server, fault_server() as other:
        fetcher = fetcher_at(server)
        with pytest.raises(PrivateAddressError, match="not on the public internet"):
            fetcher.fetch(f"{other.origin}/trang")
        with pytest.raises(PrivateAddressError):
            fetcher.fetch(f"http://localhost:{server.port}/trang")
    assert other.log == []


@pytest.mark.parametrize(
    "addresses",
    [
        pytest.param(["10.0.0.7"], id="private"),
        pytest.param(["127.0.0.1"], id="loopback"),
        pytest.param(["169.254.169.254"], id="link-local"),
        pytest.param(["100.64.1.1"], id="carrier-nat"),
        pytest.param(["0.0.0.0"], id="unspecified"),
        pytest.param(["224.0.0.1"], id="multicast"),
        pytest.param(["::1"], id="loopback-v6"),
        pytest.param(["fd00::1"], id="unique-local-v6"),
        pytest.param(["fe80::1%eth0"], id="link-local-v6"),
        pytest.param(["::ffff:192.168.1.1"], id="mapped-v4"),
        pytest.param(["64:ff9b::a00:1"], id="nat64-of-a-private-one"),
        pytest.param(["2002:7f00:1::"], id="6to4-of-loopback"),
        pytest.param([PUBLIC, "192.168.1.1"], id="one-of-two-is-private"),
    ],
)
def test_a_name_that_leads_into_a_private_net_is_not_connected_to(addresses: list[str]) -> None:
    with fault_server() as server:
        names = Names(server, vidu_example=addresses)
        with pytest.raises(PrivateAddressError, match=r"vidu\.example"):
            names.fetcher().fetch("http://vidu.example/trang")
    assert names.connected == []
    assert server.log == []


def test_the_address_that_was_checked_is_the_one_connected_to() -> None:
    with fault_server({"/trang": fixed(PAGE)}) as server:
        names = Names(server, vidu_example=[PUBLIC])
        assert names.fetcher().fetch("http://vidu.example/trang").address == PUBLIC
    assert names.connected == [PUBLIC]
    assert names.asked == ["vidu.example"], "one look-up, one connection for robots.txt and page"
    assert server.log[1].headers["Host"] == "vidu.example"


def test_a_name_that_changes_to_a_private_address_is_refused_at_the_next_connection() -> None:
    def closing(asked: Asked) -> list[Piece]:
        return reply(PAGE, headers=("Connection: close",))

    with fault_server({"/1": closing, "/2": closing}) as server:
        names = Names(server, vidu_example=[PUBLIC])
        fetcher = names.fetcher()
        assert fetcher.fetch("http://vidu.example/1").body == PAGE
        names.names["vidu.example"] = ["127.0.0.1"]
        with pytest.raises(PrivateAddressError):
            fetcher.fetch("http://vidu.example/2")
    assert names.connected == [PUBLIC]


def test_a_name_that_is_not_known_is_an_error_of_its_own() -> None:
    with fault_server() as server, pytest.raises(HostNotFoundError, match=r"khong-co\.example"):
        Names(server).fetcher(limits=FAST).fetch("http://khong-co.example/trang")


@pytest.mark.parametrize(
    ("location", "error"),
    [
        pytest.param("http://noi-bo.example/x", PrivateAddressError, id="name-of-a-private-host"),
        pytest.param("http://10.1.2.3/x", PrivateAddressError, id="private"),
        pytest.param(
            "http://169.254.169.254/latest/meta-data/", PrivateAddressError, id="link-local"
        ),
        pytest.param("http://[::1]:8080/x", PrivateAddressError, id="loopback-v6"),
        pytest.param("http://2130706433/x", PrivateAddressError, id="loopback-as-a-number"),
        pytest.param("file:///etc/passwd", BadAddressError, id="file"),
        pytest.param("ftp://vidu.example/x", BadAddressError, id="ftp"),
        pytest.param("http://a:b@vidu.example/x", BadAddressError, id="user-name"),
        pytest.param("http://vidu.example:0/x", BadAddressError, id="port-0"),
    ],
)
def test_a_redirect_into_a_private_net_or_a_file_is_not_followed(
    location: str, error: type[Exception]
) -> None:
    with fault_server({"/trang": fixed(status=302, headers=(f"Location: {location}",))}) as server:
        names = Names(server, vidu_example=[PUBLIC], noi__bo_example=["192.168.0.9"])
        names.names |= {"noi-bo.example": ["192.168.0.9"], "2130706433": ["127.0.0.1"]}
        names.names |= {ip: [ip] for ip in ("10.1.2.3", "169.254.169.254", "::1", "[::1]")}
        with pytest.raises(error):
            names.fetcher(limits=FAST).fetch("http://vidu.example/trang")
        assert server.paths() == ["/robots.txt", "/trang"]
    assert set(names.connected) == {PUBLIC}


def test_redirects_are_followed_and_kept() -> None:
    routes: dict[str, Answer] = {
        "/cu": fixed(b"moved", status=301, headers=("Location: /moi?a=1#x",)),
        "/moi?a=1": fixed(PAGE),
    }
    with fault_server(routes) as server:
        exchange = fetcher_at(server).fetch(f"{server.origin}/cu")
    assert exchange.url == f"{server.origin}/cu"
    assert exchange.final_url == f"{server.origin}/moi?a=1"
    assert [(hop.status, hop.body) for hop in exchange.redirects] == [(301, b"moved")]


def test_letters_of_vietnamese_in_an_address_are_encoded_once() -> None:
    coded = "/c%C3%B4ng-%C4%91o%C3%A0n"
    moved = "HTTP/1.1 302 X\r\nContent-Length: 0\r\nLocation: /công-đoàn\r\n\r\n".encode()
    with fault_server({"/cu": lambda asked: [moved], coded: fixed(PAGE)}) as server:
        fetcher = fetcher_at(server)
        exchange = fetcher.fetch(f"{server.origin}/cu")
        assert exchange.final_url == f"{server.origin}{coded}"
        asked = f"{server.origin}/công-đoàn#binh-luan"
        assert fetcher.fetch(asked).url == asked
        assert server.paths()[1:] == ["/cu", coded, coded]


@pytest.mark.parametrize(
    "location", ["http://.example/x", "http://xn--a.example:80/", f"http://{'a' * 70}.example/x"]
)
def test_a_redirect_to_no_address_is_an_error_of_ours(location: str) -> None:
    with fault_server({"/trang": fixed(status=302, headers=(f"Location: {location}",))}) as server:
        fetcher = opened(
            contact="mailto:a@vidu.example", limits=FAST, exempt=frozenset({server.host})
        )
        with pytest.raises(FetchError) as caught:
            fetcher.fetch(f"{server.origin}/trang")
    assert caught.value.kind in {"bad_address", "dns"}


def test_validators_are_sent_and_a_304_is_an_answer() -> None:
    with fault_server({"/trang": fixed(status=304)}) as server:
        exchange = fetcher_at(server).fetch(
            f"{server.origin}/trang", etag='"a"', last_modified="Thu, 20 Nov 2025 00:00:00 GMT"
        )
        sent = server.log[-1].headers
    assert exchange.not_modified
    assert sent["If-None-Match"] == '"a"'
    assert sent["If-Modified-Since"] == "Thu, 20 Nov 2025 00:00:00 GMT"


def test_robots_are_obeyed_and_asked_for_once() -> None:
    robots = b"User-agent: thidua\nDisallow: /*?in=\n\nUser-agent: *\nDisallow: /\n"
    with fault_server({"/robots.txt": fixed(robots), "/trang": fixed(PAGE)}) as server:
        fetcher = fetcher_at(server)
        assert fetcher.fetch(f"{server.origin}/trang").body == PAGE
        with pytest.raises(RobotsRefusedError, match=r"forbidden by .*/robots\.txt"):
            fetcher.fetch(f"{server.origin}/trang?in=1")
        (kept,) = fetcher.robots_files()
        assert server.paths() == ["/robots.txt", "/trang"]
    assert (kept.text, kept.state) == (robots.decode(), RobotsState.READ)


@pytest.mark.parametrize(("hours", "asked_again"), [(23, False), (25, True), (-1, True)])
def test_robots_kept_from_an_earlier_run_are_used_for_a_day(hours: int, asked_again: bool) -> None:
    clock = FakeClock()
    with fault_server({"/trang": fixed(PAGE)}) as server:
        kept = RobotsFile(
            origin=server.origin,
            state=RobotsState.READ,
            text="User-agent: *\nDisallow: /trang\n",
            fetched_at=clock.now() - timedelta(hours=hours),
            reason="status 200",
        )
        fetcher = fetcher_at(server, robots=[kept], clock=clock)
        if asked_again:
            assert fetcher.fetch(f"{server.origin}/trang").body == PAGE
        else:
            with pytest.raises(RobotsRefusedError):
                fetcher.fetch(f"{server.origin}/trang")
        assert ("/robots.txt" in server.paths()) == asked_again


@pytest.mark.parametrize(
    ("delay_s", "crawl_delay", "gap"),
    [
        pytest.param(0.25, "", 0.25, id="the-source-asks-for-more"),
        pytest.param(0.05, "Crawl-delay: 0.25\n", 0.25, id="robots-ask-for-more"),
        pytest.param(0.05, "Request-rate: 4/1\n", 0.25, id="robots-name-a-rate"),
    ],
)
def test_gaps_are_even_and_as_long_as_asked(delay_s: float, crawl_delay: str, gap: float) -> None:
    robots = f"User-agent: *\nDisallow: /cam/\n{crawl_delay}".encode()
    routes = {f"/{n}": fixed(PAGE) for n in range(4)} | {"/robots.txt": fixed(robots)}
    with fault_server(routes) as server:
        fetcher = fetcher_at(server, limits=Limits(min_gap_s=0.0))
        with ThreadPoolExecutor(4) as pool:
            urls = [f"{server.origin}/{n}" for n in range(4)]
            list(pool.map(lambda url: fetcher.fetch(url, delay_s=delay_s), urls))
        times = [asked.at for asked in server.log]
        assert server.most_open == 1
    gaps = [after - before for before, after in pairwise(times)]
    assert min(gaps[1:]) >= gap - 0.03
    assert gaps[0] >= gap / 2, "the server notes its first connection late"
    assert max(gaps) < gap + 0.25


def test_a_gap_longer_than_a_run_waits_gives_one_page_a_run() -> None:
    robots = b"User-agent: *\nDisallow:\nCrawl-delay: 86400\n"
    routes = {f"/{n}": fixed(PAGE) for n in range(2)} | {"/robots.txt": fixed(robots)}
    with fault_server(routes) as server:
        clock = FakeClock()
        fetcher = fetcher_at(server, limits=Limits(), clock=clock)
        assert fetcher.fetch(f"{server.origin}/0").body == PAGE
        with pytest.raises(HostPausedError, match="wants 86400 s between"):
            fetcher.fetch(f"{server.origin}/1")
        assert server.paths() == ["/robots.txt", "/0"]
    assert clock.slept == [300.0]


def test_hosts_are_asked_in_parallel() -> None:
    with fault_server() as one, fault_server() as two, fault_server() as three:
        servers = (one, two, three)
        for server in servers:
            server.routes |= {f"/{n}": fixed(PAGE) for n in range(3)}
        fetcher = opened(exempt=frozenset(s.host for s in servers), limits=Limits(min_gap_s=0.2))
        with ThreadPoolExecutor(3) as pool:
            list(
                pool.map(
                    lambda s: [fetcher.fetch(f"{s.origin}/{n}", delay_s=0.2) for n in range(3)],
                    servers,
                )
            )
        times = sorted(asked.at for server in servers for asked in server.log)
        assert [server.most_open for server in servers] == [1, 1, 1]
    assert len(times) == 12
    assert times[-1] - times[0] < 1.2, "one after the other they would take 2.2 s"


def test_the_gap_to_a_host_that_is_not_loopback_is_never_under_a_second() -> None:
    with fault_server({"/1": fixed(PAGE), "/2": fixed(PAGE)}) as server:
        names = Names(server, vidu_example=[PUBLIC])
        clock = FakeClock()
        fetcher = opened(
            contact="mailto:a@vidu.example",
            limits=Limits(loopback_gap_s=0.0),
            clock=clock,
            resolver=names.resolve,
            connector=names.connect,
        )
        for path in ("1", "2"):
            fetcher.fetch(f"http://vidu.example/{path}", delay_s=0.0)
    assert clock.slept == [1.0, 1.0]


def test_after_429_the_gap_doubles_for_the_rest_of_the_run() -> None:
    def busy_once(asked: Asked) -> list[Piece]:
        return reply(status=429) if asked.nth == 0 else reply(PAGE)

    clock = FakeClock()
    with fault_server({"/1": busy_once, "/2": fixed(PAGE), "/3": fixed(PAGE)}) as server:
        fetcher = fetcher_at(server, limits=Limits(backoff_s=4.0), clock=clock)
        for path in ("1", "2", "3"):
            fetcher.fetch(f"{server.origin}/{path}", delay_s=5.0)
    assert clock.slept == [5.0, 10.0, 10.0, 10.0]


def test_a_cookie_file_is_sent_to_its_host_alone_and_nothing_else_is_kept(tmp_path: Path) -> None:
    jar = tmp_path / "cookies.txt"
    jar.write_text("# Netscape HTTP Cookie File\n127.0.0.1\tFALSE\t/\tFALSE\t0\tphien\tduoc-phep\n")
    setting = fixed(PAGE, headers=("Set-Cookie: theo-doi=1; Path=/",))
    with fault_server({"/1": setting, "/2": setting}) as server:
        fetcher = fetcher_at(server, cookies_file=jar)
        fetcher.fetch(f"{server.origin}/1")
        fetcher.fetch(f"{server.origin}/2")
        assert [asked.headers.get("Cookie") for asked in server.log[1:]] == ["phien=duoc-phep"] * 2
    with fault_server({"/1": setting, "/2": setting}) as server:
        fetcher = fetcher_at(server)
        fetcher.fetch(f"{server.origin}/1")
        fetcher.fetch(f"{server.origin}/2")
        assert all("Cookie" not in asked.headers for asked in server.log)


def test_an_answer_that_cannot_be_unfolded_is_shown_to_the_archive_too() -> None:
    seen: list[bytes] = []
    answer = fixed(PAGE, headers=("Content-Encoding: gzip",))
    with fault_server({"/trang": answer}) as server:
        limits = Limits(loopback_gap_s=0.0, retries=0)
        fetcher = fetcher_at(server, limits=limits, on_exchange=lambda e: seen.append(e.wire_body))
        with pytest.raises(FetchError) as caught:
            fetcher.fetch(f"{server.origin}/trang")
    assert seen[1:] == [PAGE]
    assert isinstance(caught.value.exchange, Exchange)


def test_every_answer_is_shown_to_the_archive_also_that_of_robots() -> None:
    seen: list[tuple[str, int]] = []

    def note(exchange: Exchange) -> None:
        seen.append((exchange.final_url, exchange.status))
        assert exchange.redirects == (), "a redirect was shown before"

    routes = {"/trang": fixed(PAGE), "/cu": fixed(status=301, headers=("Location: /trang",))}
    with fault_server(routes) as server:
        fetcher = fetcher_at(server, on_exchange=note)
        fetcher.fetch(f"{server.origin}/cu")
        with pytest.raises(Exception, match="404"):
            fetcher.fetch(f"{server.origin}/khong-co")
        paths = [(url.removeprefix(server.origin), status) for url, status in seen]
    assert paths == [("/robots.txt", 200), ("/cu", 301), ("/trang", 200), ("/khong-co", 404)]
