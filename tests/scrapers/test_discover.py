"""How the articles of a source are found: feeds, sitemaps, listings page by page, and when it stops."""

import gzip
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime

import pytest

from scrapers.discover import Reach, discover
from scrapers.errors import FetchError, HostPausedError, HttpStatusError
from scrapers.exchange import Exchange
from scrapers.found import Found, FoundStatus, Problem, ProblemKind
from scrapers.records import Source

HOME = "https://vidu.example"
NOW = datetime(2025, 11, 21, 2, 0, tzinfo=UTC)


class Clock:
    """A clock that stands."""

    def now(self) -> datetime:
        return NOW

    def monotonic(self) -> float:
        return 0.0

    def sleep(self, seconds: float) -> None:
        raise AssertionError("discovery does not wait")


class Web:
    """Pages by address, in place of a fetcher."""

    def __init__(self, pages: dict[str, bytes | int | FetchError], origin: str = HOME) -> None:
        self.pages = {origin + path: body for path, body in pages.items()}
        self.asked: list[str] = []
        self.origin = origin
        self.validators: list[str | None] = []

    def fetch(
        self, url: str, *, delay_s: float, etag: str | None, last_modified: str | None
    ) -> Exchange:
        self.asked.append(url.removeprefix(self.origin))
        self.validators.append(etag)
        page = self.pages.get(url, 404)
        if isinstance(page, FetchError):
            raise page
        if isinstance(page, int) and page != 304:
            raise HttpStatusError(f"{url}: answered with status {page}", url=url, status=page)
        body = b"" if isinstance(page, int) else page
        return Exchange(
            url=url,
            final_url=url,
            status=304 if isinstance(page, int) else 200,
            request=b"",
            response_head=b"",
            wire_body=body,
            body=body,
            headers=(("Content-Type", "text/html; charset=utf-8"),),
            fetched_at=NOW,
        )


def source(**kwargs: object) -> Source:
    given = {"slug": "vi_du", "name": "Ví Dụ", "home": HOME, "platform": "mastercms", **kwargs}
    return Source(**given)  # type: ignore[arg-type]  # handed through


def path_of(number: int) -> str:
    return f"/hoi-nghi-cong-doan-ben-song-lan-thu-{number}-{20000 + number}.html"


def listing(numbers: Iterable[int], following: str | None = None) -> bytes:
    items = "".join(
        f'<article class="article"><h3 class="article-title"><a href="{path_of(n)}">'
        f"Hội nghị công đoàn bến sông lần thứ {n}</a></h3></article>"
        for n in numbers
    )
    paging = (
        f'<div class="__MB_ARTICLE_PAGING"><a href="{following}">Sau</a></div>' if following else ""
    )
    return f"<html><body><div class='bx-listing'>{items}</div>{paging}</body></html>".encode()


def feed(*items: tuple[int, str]) -> bytes:
    entries = "".join(
        f"<item><title>Tin {n}</title><link>{HOME}{path_of(n)}</link><pubDate>{day}</pubDate></item>"
        for n, day in items
    )
    return f'<rss version="2.0"><channel>{entries}</channel></rss>'.encode()


def sitemap(*entries: tuple[str, str | None], index: bool = False) -> bytes:
    tag, root = ("sitemap", "sitemapindex") if index else ("url", "urlset")
    rows = "".join(
        f"<{tag}><loc>{HOME}{path}</loc>{f'<lastmod>{day}</lastmod>' if day else ''}</{tag}>"
        for path, day in entries
    )
    return f"<{root}>{rows}</{root}>".encode()


def run(
    web: Web,
    of: Source,
    *,
    known: Callable[[str], bool] = lambda canonical: False,
    reach: Reach | None = None,
    base_url: str | None = None,
    published: Callable[[str], date | None] | None = None,
    validators: Callable[[str], tuple[str | None, str | None]] | None = None,
) -> list[Found | Problem]:
    return list(
        discover(
            of, web, known=known, published=published, reach=reach, base_url=base_url,
            validators=validators, clock=Clock(),
        )
    )  # fmt: skip


def numbers(items: Iterable[Found | Problem], status: FoundStatus = FoundStatus.NEW) -> list[int]:
    return [
        int(item.canonical.rpartition("-")[2].removesuffix(".html")) - 20000
        for item in items if isinstance(item, Found) and item.status is status
    ]  # fmt: skip


def problems(items: Iterable[Found | Problem]) -> list[ProblemKind]:
    return [item.kind for item in items if isinstance(item, Problem)]


def number_of(canonical: str) -> int:
    return int(canonical.rpartition("-")[2].removesuffix(".html")) - 20000


def paged(last: int, size: int = 10) -> dict[str, bytes | int | FetchError]:
    """Give a section of pages whose addresses MasterCMS makes with a bare `&`."""
    pages: dict[str, bytes | int | FetchError] = {}
    for offset in range(0, last, size):
        here = "/cong-doan" if not offset else f"/cong-doan&s_cond=&BRSR={offset}"
        more = offset + size < last
        shown = range(last - offset, max(last - offset - size, 0), -1)
        pages[here] = listing(shown, f"/cong-doan&s_cond=&BRSR={offset + size}" if more else None)
    return pages


SECTION = source(sections=("/cong-doan",))


def test_a_first_night_walks_all_pages_of_a_listing() -> None:
    web = Web(paged(35))
    found = run(web, SECTION)
    assert numbers(found) == list(range(35, 0, -1))
    assert problems(found) == []
    assert web.asked[1] == "/cong-doan&s_cond=&BRSR=10"


def test_a_night_with_nothing_new_costs_one_request_a_listing() -> None:
    web = Web(paged(35))
    found = run(web, SECTION, known=lambda canonical: True)
    assert numbers(found) == []
    assert len(numbers(found, FoundStatus.KNOWN)) == 10
    assert web.asked == ["/cong-doan"]


def test_paging_goes_on_until_so_many_known_in_a_row() -> None:
    web = Web(paged(60))
    new = {60, 59, 52, 47}
    found = run(web, SECTION, known=lambda canonical: number_of(canonical) not in new)
    assert numbers(found) == [60, 59, 52, 47]
    assert len(web.asked) == 3, "a pinned known article on top does not end it, ten in a row do"


def test_what_the_feed_named_in_this_run_does_not_end_the_listing() -> None:
    pages = paged(35)
    day = "Thu, 20 Nov 2025 07:00:00 +0700"
    pages["/rss"] = feed(*[(n, day) for n in range(35, 15, -1)])
    stored: set[str] = set()
    of = source(feeds=("/rss",), sections=("/cong-doan",))
    got = []
    for item in discover(of, Web(pages), known=stored.__contains__, clock=Clock()):
        got.append(item)
        if isinstance(item, Found):
            stored.add(item.canonical)
    assert sorted(numbers(got)) == list(range(1, 36))


def test_since_ends_the_paging_by_the_days_of_what_was_stored_meanwhile() -> None:
    web = Web(paged(60))
    found = run(
        web, SECTION, reach=Reach(since=date(2025, 11, 1)),
        published=lambda canonical: date(2025, 11, 20) if number_of(canonical) > 45 else date(2025, 10, 1),
    )  # fmt: skip
    assert numbers(found) == list(range(60, 30, -1)), (
        "the page after the last wanted day is the last"
    )
    assert len(web.asked) == 3


@pytest.mark.parametrize(
    ("reach", "wanted"),
    [
        pytest.param(Reach(since=date(2025, 11, 19)), [3, 2], id="since"),
        pytest.param(Reach(until=date(2025, 11, 19)), [2, 1, 9], id="until"),
        pytest.param(Reach(since=date(2025, 11, 19), until=date(2025, 11, 19)), [2], id="one-day"),
    ],
)
def test_days_of_a_feed_are_days_in_vietnam(reach: Reach, wanted: list[int]) -> None:
    body = feed(
        (3, "Wed, 19 Nov 2025 17:30:00 GMT"), (2, "19-11-2025 23:59"), (1, "18/11/2025"),
        (9, "Fri, 01 Nov 2024 07:00:00 +0700"),
    )  # fmt: skip
    found = run(Web({"/rss": body}), source(feeds=("/rss",)), reach=reach)
    assert numbers(found) == wanted
    assert len(found) == 4, "those out of range are given too, for the ledger"


def test_a_limit_counts_new_ones() -> None:
    web = Web(paged(35))
    found = run(web, SECTION, known=lambda c: number_of(c) % 2 == 0, reach=Reach(limit=7))
    assert len(numbers(found)) == 7
    assert len(web.asked) == 2


def test_an_empty_listing_is_a_problem_of_its_own_kind() -> None:
    web = Web({"/cong-doan": listing([]), "/hoat-dong": listing([1, 2])})
    found = run(web, source(sections=("/cong-doan", "/hoat-dong")))
    assert problems(found) == [ProblemKind.EMPTY_LISTING]
    assert numbers(found) == [1, 2]


def test_an_end_of_paging_is_no_problem() -> None:
    pages = paged(20)
    pages["/cong-doan&s_cond=&BRSR=10"] = listing(range(10, 0, -1), "/cong-doan&s_cond=&BRSR=20")
    assert problems(run(Web(pages), SECTION)) == [], "the next page answers 404"
    pages["/cong-doan&s_cond=&BRSR=20"] = listing([])
    assert problems(run(Web(pages), SECTION)) == [], "the next page names nothing"
    pages["/cong-doan&s_cond=&BRSR=20"] = b" \n"
    assert problems(run(Web(pages), SECTION)) == [], "the next page is blank"


def test_paging_that_goes_in_a_circle_ends() -> None:
    pages = paged(20)
    pages["/cong-doan&s_cond=&BRSR=10"] = listing(range(10, 0, -1), "/cong-doan")
    web = Web(pages)
    run(web, SECTION)
    assert len(web.asked) == 2
    same: dict[str, bytes | int | FetchError] = {
        f"/cong-doan&s_cond=&BRSR={n}": listing(
            range(10, 0, -1), f"/cong-doan&s_cond=&BRSR={n + 10}"
        )
        for n in range(10, 900, 10)
    }
    web = Web(same | {"/cong-doan": listing(range(10, 0, -1), "/cong-doan&s_cond=&BRSR=10")})
    run(web, SECTION)
    assert len(web.asked) == 2, "a server that shows the same page for each offset"


def test_a_listing_that_never_ends_is_cut_and_said() -> None:
    found = run(Web(paged(90)), SECTION, reach=Reach(max_pages=4))
    assert len(numbers(found)) == 40
    assert problems(found) == [ProblemKind.LIMIT]


def test_one_broken_way_does_not_stop_the_others() -> None:
    pages: dict[str, bytes | int | FetchError] = {
        "/rss": b"<html><body>404</body></html>",
        "/s.xml": b"",
        "/cong-doan": 500,
        "/cam": b"<html><script>document.cookie='D1N=1';location.reload(true)</script></html>",
        "/hoat-dong": listing([5]),
    }
    of = source(
        feeds=("/rss",), sitemaps=("/s.xml",), sections=("/cong-doan", "/cam", "/hoat-dong")
    )
    found = run(Web(pages), of)
    assert problems(found) == [
        ProblemKind.BROKEN_FEED, ProblemKind.BROKEN_SITEMAP, ProblemKind.FETCH, ProblemKind.BOT_CHECK,
    ]  # fmt: skip
    assert numbers(found) == [5]


def test_a_paused_host_ends_the_run_with_one_problem() -> None:
    paused = HostPausedError("asked for a pause", url=HOME)
    web = Web({"/cong-doan": paused, "/hoat-dong": listing([5])})
    found = run(web, source(sections=("/cong-doan", "/hoat-dong")))
    assert problems(found) == [ProblemKind.HOST_PAUSED]
    assert web.asked == ["/cong-doan"]


def test_a_sitemap_index_is_followed_where_it_may_hold_something_new() -> None:
    pages: dict[str, bytes | int | FetchError] = {
        "/sitemap.xml": sitemap(
            ("/s-2025-11.xml.gz", "2025-11-20"), ("/s-2020.xml", "2020-12-31"), ("/s-muc.xml", None),
            index=True,
        ),
        "/s-2025-11.xml.gz": gzip.compress(sitemap((path_of(3), "2025-11-20"), ("/cong-doan", None))),
        "/s-muc.xml": sitemap(("/cong-doan/hoat-dong", None), (path_of(4), None)),
    }  # fmt: skip
    web = Web(pages)
    of = source(sitemaps=("/sitemap.xml",))
    found = run(web, of, reach=Reach(since=date(2025, 11, 1)))
    assert numbers(found) == [3, 4], "sections are no articles"
    assert web.asked == ["/sitemap.xml", "/s-2025-11.xml.gz", "/s-muc.xml"]


def test_sitemaps_that_name_each_other_or_go_too_deep_end() -> None:
    circle = sitemap(("/a.xml", None), ("/b.xml", None), index=True)
    web = Web({"/a.xml": circle, "/b.xml": circle})
    run(web, source(sitemaps=("/a.xml",)))
    assert web.asked == ["/a.xml", "/b.xml"]
    deep: dict[str, bytes | int | FetchError] = {
        f"/{n}.xml": sitemap((f"/{n + 1}.xml", None), index=True) for n in range(20)
    }
    web = Web(deep)
    assert problems(run(web, source(sitemaps=("/0.xml",)))) == [ProblemKind.LIMIT]
    assert len(web.asked) == 4


def test_sitemaps_of_another_host_are_not_fetched() -> None:
    body = sitemap(("/x", None), index=True).replace(HOME.encode(), b"https://khac.example")
    web = Web({"/a.xml": body})
    run(web, source(sitemaps=("/a.xml",)))
    assert web.asked == ["/a.xml"]


def test_links_to_other_hosts_are_left_out_and_aliases_joined() -> None:
    items = "".join(
        f"<item><title>Tin</title><link>{link}</link></item>"
        for link in (
            f"http://www.vidu.example{path_of(1)}?utm_source=rss", f"https://cu.vidu.example{path_of(1)}",
            f"https://khac.example{path_of(2)}",
        )
    )  # fmt: skip
    body = f'<rss version="2.0"><channel>{items}</channel></rss>'.encode()
    found = run(Web({"/rss": body}), source(feeds=("/rss",), hosts=("cu.vidu.example",)))
    assert [item.canonical for item in found if isinstance(item, Found)] == [HOME + path_of(1)]


def test_an_unchanged_feed_and_listing_name_nothing() -> None:
    web = Web({"/rss": 304, "/cong-doan": 304})
    of = source(feeds=("/rss",), sections=("/cong-doan",))
    assert run(web, of, validators=lambda url: ('"a"', None)) == []
    assert web.validators == ['"a"', '"a"']


def test_only_the_first_page_of_a_listing_is_asked_for_conditionally() -> None:
    web = Web(paged(20))
    run(web, SECTION, validators=lambda url: ('"a"', None))
    assert web.validators == ['"a"', None]


def test_a_source_is_sent_to_another_origin_and_known_by_its_own() -> None:
    base = "http://127.0.0.1:8012"
    pages = paged(12)
    day = "Thu, 20 Nov 2025 07:00:00 +0700"
    pages["/rss"] = feed((40, day)).replace(HOME.encode(), base.encode())
    pages["/tin.rss"] = feed((41, day))
    web = Web(pages, origin=base)
    of = source(feeds=("/rss", "/tin.rss"), sections=("/cong-doan",))
    found = [item for item in run(web, of, base_url=base) if isinstance(item, Found)]
    assert {item.url.removesuffix(path_of(number_of(item.canonical))) for item in found} == {base}
    assert {item.canonical.partition("/hoi")[0] for item in found} == {HOME}
    assert numbers(found) == [40, 41, *range(12, 0, -1)]


def test_the_day_in_an_address_counts() -> None:
    def path(day: str) -> str:
        return f"/cong-doan-khu-cong-nghiep-trao-qua-cho-nguoi-lao-dong-196{day}071308923.htm"

    items = "".join(
        f'<div class="box-category-item"><a class="box-category-link-title" href="{path(day)}">'
        "Công đoàn khu công nghiệp trao quà cho người lao động</a></div>"
        for day in ("251120", "251119", "251001")
    )
    web = Web({"/lao-dong.htm": f"<html><body>{items}</body></html>".encode()})
    of = source(platform="vccorp", sections=("/lao-dong.htm",))
    found = [
        item
        for item in run(web, of, reach=Reach(since=date(2025, 11, 19)))
        if isinstance(item, Found)
    ]
    assert [item.status for item in found] == [
        FoundStatus.NEW, FoundStatus.NEW, FoundStatus.OUT_OF_RANGE,
    ]  # fmt: skip
    assert (found[0].published_hint or "")[:10] == "2025-11-20"


def test_findings_come_one_by_one() -> None:
    web = Web(paged(35))
    walk: Iterator[Found | Problem] = discover(SECTION, web, known=lambda c: False, clock=Clock())
    next(walk)
    assert web.asked == ["/cong-doan"], "the next page is fetched when it is needed"
