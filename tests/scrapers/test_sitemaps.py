"""Sitemaps: indexes, packed ones, dates, limits, hostile ones."""

import gzip
import time
from datetime import UTC, datetime

import pytest

from scrapers.errors import SitemapError
from scrapers.sitemaps import Sitemap, read_sitemap

NOW = datetime(2025, 11, 21, tzinfo=UTC)
NAMES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" '
    'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
)
PAGE = (
    "<url><loc> https://vidu.example/a-1.html?x=1&amp;y=2 </loc><lastmod>2025-11-20</lastmod>"
    "<image:image><image:loc>https://vidu.example/a.jpg</image:loc></image:image>"
    "<news:news><news:publication_date>2025-11-19T08:00:00+07:00</news:publication_date>"
    "<news:title>Thợ mỏ &amp; bếp ăn</news:title></news:news></url>"
)


def read(text: str | bytes) -> Sitemap:
    body = text.encode() if isinstance(text, str) else text
    return read_sitemap(body, url="https://vidu.example/sitemap.xml", now=NOW)


def test_pages_with_dates_and_titles() -> None:
    (page,) = read(f"<urlset {NAMES}>{PAGE}{PAGE}</urlset>").pages
    assert page.url == "https://vidu.example/a-1.html?x=1&y=2"
    assert (page.modified, page.published) == ("2025-11-20", "2025-11-19T08:00:00+07:00")
    assert page.title == "Thợ mỏ & bếp ăn"


def test_an_index_without_name_space_packed() -> None:
    text = (
        "<sitemapindex><sitemap><loc>https://vidu.example/s-2025-11.xml.gz</loc>"
        "<lastmod>20/11/2025</lastmod></sitemap></sitemapindex>"
    )
    sitemap = read(gzip.compress(text.encode()))
    assert [(child.url, child.modified) for child in sitemap.children] == [
        ("https://vidu.example/s-2025-11.xml.gz", "2025-11-20")
    ]
    assert sitemap.pages == ()


def test_one_that_breaks_off_gives_what_is_whole_and_says_so() -> None:
    text = "<urlset><url><loc>https://vidu.example/a-1.html</loc></url><url><loc>https://vidu.ex"
    sitemap = read(text)
    assert [page.url for page in sitemap.pages] == ["https://vidu.example/a-1.html"]
    assert sitemap.cut


def test_more_than_the_protocol_allows_is_left_out_and_said() -> None:
    urls = "".join(f"<url><loc>https://vidu.example/{n}</loc></url>" for n in range(50_010))
    started = time.monotonic()
    sitemap = read(f"<urlset>{urls}</urlset>")
    assert (len(sitemap.pages), sitemap.cut) == (50_000, True)
    assert time.monotonic() - started < 5


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"<html><body>Trang</body></html>", id="web-page"),
        pytest.param(b"<urlset></urlset>", id="names-nothing"),
        pytest.param(b"<urlset><url><loc>/a-1.html</loc></url></urlset>", id="relative"),
        pytest.param(gzip.compress(b"<urlset/>" * 100)[:-9], id="packed-and-cut"),
        pytest.param(gzip.compress(bytes(60_000_000)), id="bomb"),
        pytest.param(b"<urlset><url><loc>file:///etc/passwd</loc></url></urlset>", id="file"),
    ],
)
def test_what_names_no_page_is_an_error(body: bytes) -> None:
    with pytest.raises(SitemapError):
        read(body)


@pytest.mark.parametrize(
    "declared",
    [
        pytest.param('<!ENTITY a SYSTEM "file:///etc/hostname">', id="outside-entity"),
        pytest.param(
            '<!ENTITY z "xxxxxxxxxx">'
            + "".join(
                f'<!ENTITY {chr(97 + n)} "{("&" + chr(98 + n) + ";") * 10}">' for n in range(8)
            )
            + '<!ENTITY i "&z;">',
            id="entity-bomb",
        ),
    ],
)
def test_entities_are_not_resolved(declared: str) -> None:
    text = (
        f"<!DOCTYPE urlset [{declared}]><urlset><url><loc>https://vidu.example/&a;</loc></url>"
        "<url><loc>https://vidu.example/gut-1.html</loc></url></urlset>"
    )
    started = time.monotonic()
    try:
        urls = [page.url for page in read(text).pages]
    except SitemapError:
        urls = []
    assert time.monotonic() - started < 1
    assert set(urls) <= {"https://vidu.example/", "https://vidu.example/gut-1.html"}
