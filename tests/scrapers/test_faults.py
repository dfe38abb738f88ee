"""Every fault of a server, the outcome that is promised for it, and that all other sources finish."""

import socket
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from scrapers.decode import decode_page
from scrapers.discover import discover
from scrapers.errors import FetchError, HttpStatusError, NotAnArticleError, ScrapeError
from scrapers.exchange import Exchange
from scrapers.fetch import Fetcher
from scrapers.found import Found, Problem, ProblemKind
from scrapers.limits import Limits
from scrapers.read import read_page
from scrapers.records import Source
from tests.scrapers.fault_server import (
    Answer,
    Asked,
    FaultServer,
    Piece,
    Reset,
    fault_server,
    fixed,
    http_date,
    reply,
)
from tests.scrapers.faults import BOT_CHECK, FAULTS, LIMITS, PAGE, after, routes_of, silent


def fetcher_for(*servers: FaultServer, limits: Limits = LIMITS) -> Fetcher:
    fetcher = Fetcher(limits=limits, exempt=frozenset(server.host for server in servers))
    OPENED.append(fetcher)
    return fetcher


OPENED: list[Fetcher] = []


@pytest.fixture(autouse=True)
def _close_fetchers() -> Iterator[None]:
    yield
    while OPENED:
        OPENED.pop().close()


@pytest.mark.parametrize(("answer", "kind"), FAULTS.values(), ids=FAULTS.keys())
def test_each_fault_is_an_error_of_its_kind_and_the_host_stays_usable(
    answer: Answer, kind: str
) -> None:
    with fault_server({**routes_of(answer), "/tot": fixed(PAGE)}) as server:
        fetcher = fetcher_for(server)
        with pytest.raises(FetchError) as caught:
            fetcher.fetch(f"{server.origin}/trang")
        assert caught.value.kind == kind
        assert server.origin in str(caught.value) or caught.value.url in str(caught.value)
        assert fetcher.fetch(f"{server.origin}/tot").body == PAGE


def test_a_port_that_nobody_listens_on_is_a_connection_error() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    fetcher = Fetcher(limits=LIMITS, exempt=frozenset({f"127.0.0.1:{port}"}))
    with pytest.raises(FetchError) as caught:
        fetcher.fetch(f"http://127.0.0.1:{port}/trang")
    assert caught.value.kind == "robots_unreachable"
    assert "refused" in str(caught.value)


@pytest.mark.parametrize(
    "first",
    [
        pytest.param(reply(status=500), id="500-then-200"),
        pytest.param(reply(status=503), id="503-then-200"),
        pytest.param([Reset()], id="reset-then-200"),
        pytest.param(reply(status=429), id="429-then-200"),
    ],
)
def test_a_passing_fault_is_tried_again(first: list[Piece]) -> None:
    with fault_server({"/trang": after(2, first)}) as server:
        assert fetcher_for(server).fetch(f"{server.origin}/trang").body == PAGE
        assert server.paths().count("/trang") == 3


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451])
def test_a_lasting_fault_is_asked_for_once(status: int) -> None:
    with fault_server({"/trang": fixed(status=status)}) as server:
        with pytest.raises(HttpStatusError) as caught:
            fetcher_for(server).fetch(f"{server.origin}/trang")
        assert caught.value.status == status
        assert isinstance(caught.value.exchange, Exchange)
        assert server.paths().count("/trang") == 1


@pytest.mark.parametrize(
    ("value", "least"),
    [pytest.param("1", 1.0, id="seconds"), pytest.param(None, 1.0, id="http-date")],
)
def test_retry_after_is_kept_to(value: str | None, least: float) -> None:
    def answer(asked: Asked) -> list[Piece]:
        header = f"Retry-After: {value or http_date(2.2)}"
        return reply(status=429, headers=(header,)) if asked.nth == 0 else reply(PAGE)

    with fault_server({"/trang": answer, "/khac": fixed(PAGE)}) as server:
        fetcher = fetcher_for(server)
        assert fetcher.fetch(f"{server.origin}/trang").body == PAGE
        asked = [entry for entry in server.log if entry.path == "/trang"]
        assert asked[1].at - asked[0].at >= least


def test_no_other_url_of_the_host_is_asked_for_before_retry_after() -> None:
    first = reply(status=503, headers=("Retry-After: 1",))
    with fault_server({"/trang": after(1, first), "/khac": fixed(PAGE)}) as server:
        fetcher = fetcher_for(server)
        fetcher.robots_for(server.origin)
        with ThreadPoolExecutor(2) as pool:
            urls = [f"{server.origin}/trang", f"{server.origin}/khac"]
            waiting = [pool.submit(fetcher.fetch, url) for url in urls]
            assert all(done.result().body == PAGE for done in waiting)
        refused = next(entry for entry in server.log if entry.path == "/trang")
        assert all(entry.at - refused.at >= 1.0 for entry in server.log if entry.at > refused.at)


def test_a_retry_after_of_a_day_ends_the_host_for_this_run() -> None:
    answer = fixed(status=429, headers=("Retry-After: 86400",))
    with fault_server({"/trang": answer, "/khac": fixed(PAGE)}) as server:
        fetcher = fetcher_for(server)
        started = time.monotonic()
        with pytest.raises(HttpStatusError):
            fetcher.fetch(f"{server.origin}/trang")
        with pytest.raises(FetchError, match="asked for a pause of 86400 s") as caught:
            fetcher.fetch(f"{server.origin}/khac")
        assert caught.value.kind == "host_paused"
        assert server.paths() == ["/robots.txt", "/trang"]
        assert time.monotonic() - started < 2


def test_a_host_that_fails_again_and_again_is_left_alone() -> None:
    with fault_server({f"/{n}": fixed(status=403) for n in range(9)}) as server:
        fetcher = fetcher_for(server)
        kinds = []
        for n in range(9):
            with pytest.raises(FetchError) as caught:
                fetcher.fetch(f"{server.origin}/{n}")
            kinds.append(caught.value.kind)
        assert kinds == ["http_status"] * 5 + ["host_paused"] * 4
        assert len(server.log) == 1 + 5


@pytest.mark.parametrize(
    ("robots", "word"),
    [
        pytest.param(fixed(status=500), "status 500", id="500"),
        pytest.param(fixed(status=503), "status 503", id="503"),
        pytest.param(fixed(status=429), "status 429", id="429"),
        pytest.param(fixed(PAGE), "a web page instead of rules", id="html"),
        pytest.param(fixed(BOT_CHECK), "a web page instead of rules", id="bot-check"),
        pytest.param(lambda asked: [Reset()], "broke", id="reset"),
        pytest.param(silent, "stopped coming", id="silent"),
        pytest.param(
            fixed(status=302, headers=("Location: /robots.txt",)), "redirected", id="redirect-loop"
        ),
    ],
)
def test_robots_that_cannot_be_had_mean_stay_out(robots: Answer, word: str) -> None:
    with fault_server({"/robots.txt": robots, "/trang": fixed(PAGE)}) as server:
        fetcher = fetcher_for(server)
        for _ in range(2):
            with pytest.raises(FetchError, match=word) as caught:
                fetcher.fetch(f"{server.origin}/trang")
            assert caught.value.kind == "robots_unreachable"
        assert "/trang" not in server.paths()


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_robots_that_do_not_exist_allow_all(status: int) -> None:
    with fault_server({"/robots.txt": fixed(status=status), "/trang": fixed(PAGE)}) as server:
        assert fetcher_for(server).fetch(f"{server.origin}/trang").body == PAGE


def test_a_wrong_and_a_missing_charset_do_no_harm() -> None:
    text = "<html><body><p>Công đoàn Đồng Vàng tặng 120 suất quà cho đoàn viên</p></body></html>"
    routes = {
        "/sai": fixed(text.encode(), headers=("Content-Type: text/html; charset=iso-8859-1",)),
        "/thieu": fixed(text.encode(), headers=("Content-Type: text/html",)),
    }
    with fault_server(routes) as server:
        fetcher = fetcher_for(server)
        for path in routes:
            answer = fetcher.fetch(f"{server.origin}{path}")
            assert decode_page(answer.body, content_type=answer.content_type).text == text


def test_a_bot_check_with_status_200_is_no_article_and_no_listing() -> None:
    with fault_server({"/trang": fixed(BOT_CHECK)}) as server:
        fetcher = fetcher_for(server)
        answer = fetcher.fetch(f"{server.origin}/trang")
        assert answer.status == 200
        with pytest.raises(NotAnArticleError):
            read_page(answer.body, url=answer.final_url)
        source = source_at(server, sections=("/trang",))
        problems = list(discover(source, fetcher, known=lambda canonical: False))
        assert [p.kind for p in problems if isinstance(p, Problem)] == [ProblemKind.BOT_CHECK]


def test_a_304_that_lies_is_found_by_the_forced_full_fetch() -> None:
    def answer(asked: Asked) -> list[Piece]:
        if "If-None-Match" in asked.headers:
            return reply(status=304)
        return reply(PAGE + str(asked.nth).encode(), headers=('ETag: "1"',))

    with fault_server({"/trang": answer}) as server:
        fetcher = fetcher_for(server)
        first = fetcher.fetch(f"{server.origin}/trang")
        again = fetcher.fetch(f"{server.origin}/trang", etag=first.etag)
        assert again.not_modified
        assert again.body == b""
        assert fetcher.fetch(f"{server.origin}/trang").body == PAGE + b"2"


def test_entity_bombs_in_a_feed_stop_only_that_feed() -> None:
    declared = "".join(
        f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9)
    )
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">{declared}]><rss>&j;</rss>'
    good = (
        '<rss version="2.0"><channel><title>Tin</title><item><title>Hội thao</title>'
        "<link>/hoi-thao-12345.html</link></item></channel></rss>"
    )
    routes = {"/bom.rss": fixed(bomb.encode()), "/tin.rss": fixed(good.encode())}
    with fault_server(routes) as server:
        source = source_at(server, feeds=("/bom.rss", "/tin.rss"))
        started = time.monotonic()
        found = list(discover(source, fetcher_for(server), known=lambda canonical: False))
        assert time.monotonic() - started < 2
    assert [type(item) for item in found] == [Problem, Found]
    assert isinstance(found[0], Problem)
    assert found[0].kind is ProblemKind.BROKEN_FEED


def test_a_changed_layout_is_an_error_or_a_warning_never_silence() -> None:
    changed = "<html><head><title>Trang</title></head><body><div id='app'></div></body></html>"
    with pytest.raises(ScrapeError):
        read_page(changed.encode(), url="https://vidu.example/hoi-thao-12345.html")


def test_one_article_under_four_urls_is_found_once() -> None:
    links = [
        "/hoi-thao-cong-nhan-ben-song-12345.html",
        "/hoi-thao-cong-nhan-ben-song-12345.html?utm_source=zalo",
        "/hoi-thao-cong-nhan-ben-song-12345.html#binh-luan",
        "//127.0.0.1:{port}/hoi-thao-cong-nhan-ben-song-12345.html?fbclid=abc",
    ]
    other = "/hoi-thao-cong-nhan-vung-bien-12345.html"
    with fault_server() as server:
        items = "".join(
            f"<item><title>Hội thao</title><link>{link.format(port=server.port)}</link></item>"
            for link in [*links, other]
        )
        feed = f'<rss version="2.0"><channel>{items}</channel></rss>'
        server.routes["/tin.rss"] = fixed(feed.encode())
        source = source_at(server, feeds=("/tin.rss",))
        found = list(discover(source, fetcher_for(server), known=lambda canonical: False))
    paths = [item.canonical.rpartition("/")[2] for item in found if isinstance(item, Found)]
    assert paths == [links[0].strip("/"), other.strip("/")], "the same id is no reason to drop one"


def test_every_other_source_finishes_beside_all_faults_at_once() -> None:
    article = "/bai-{}.html"
    good = dict.fromkeys([article.format(n) for n in range(3)], fixed(PAGE))
    with fault_server(good) as first, fault_server(good) as second:
        bad = [fault_server(routes_of(answer)) for answer, _ in FAULTS.values()]
        servers = [entered.__enter__() for entered in bad]
        fetcher = fetcher_for(first, second, *servers)
        urls = [[f"{server.origin}{path}" for path in good] for server in (first, second)] + [
            [f"{server.origin}/trang"] for server in servers
        ]
        with ThreadPoolExecutor(len(urls)) as pool:
            outcomes = list(pool.map(lambda each: [outcome(fetcher, url) for url in each], urls))
        for entered in bad:
            entered.__exit__(None, None, None)
    assert outcomes[:2] == [["ok"] * 3] * 2
    assert [o[0] for o in outcomes[2:]] == [kind for _, kind in FAULTS.values()]


def outcome(fetcher: Fetcher, url: str) -> str:
    try:
        fetcher.fetch(url)
    except FetchError as err:
        return err.kind
    return "ok"


def source_at(
    server: FaultServer, *, feeds: tuple[str, ...] = (), sections: tuple[str, ...] = ()
) -> Source:
    return Source(
        slug="vi_du",
        name="Ví Dụ",
        home=server.origin,
        platform="generic",
        feeds=feeds,
        sections=sections,
    )
