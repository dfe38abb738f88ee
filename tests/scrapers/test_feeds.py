"""Feeds and their dates: broken ones count, empty ones and web pages do not."""

from datetime import UTC, datetime

import pytest

from scrapers.errors import FeedError, NotAnArticleError
from scrapers.feed_dates import parse_feed_date
from scrapers.feeds import Feed, read_feed

NOW = datetime(2025, 11, 21, 2, 0, tzinfo=UTC)
URL = "https://vidu.example/rss/cong-doan.rss"
ITEM = (
    "<item><title>{title}</title><link>https://vidu.example/bai-{n}.html</link>"
    "<pubDate>Thu, 20 Nov 2025 07:0{n}:00 +0700</pubDate></item>"
)
TITLES = (
    "Trao quà cho công nhân ca ba",
    "Phát động thi đua ở bến Đồng Vàng",
    "Hội thao của thợ mỏ vùng đông",
    "Khen thưởng sáng kiến quý ba",
    "Ký thỏa ước mới cho 1.200 lao động",
)
HEAD = '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Công đoàn</title>'
FEED = HEAD + "".join(ITEM.format(title=t, n=n) for n, t in enumerate(TITLES)) + "</channel></rss>"


def read(body: bytes, content_type: str | None = "text/xml") -> Feed:
    return read_feed(body, url=URL, content_type=content_type, now=NOW)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(FEED.encode(), id="sound"),
        pytest.param(b"\n\n  " + FEED.encode(), id="blank-lines-before-the-declaration"),
        pytest.param(FEED.encode().replace(b"<channel>", b"<channel>&nbsp;"), id="entity-of-html"),
        pytest.param(FEED.encode().replace(b"<channel>", b"<channel>A & B"), id="bare-ampersand"),
        pytest.param(FEED.encode().replace(b"<channel>", b"<channel>\x0b"), id="control-character"),
        pytest.param(FEED.encode().replace(b"</channel></rss>", b""), id="end-is-missing"),
        pytest.param(b"\xef\xbb\xbf" + FEED.encode(), id="byte-order-mark"),
        pytest.param(FEED.encode("utf-16"), id="utf-16"),
        pytest.param(
            FEED.replace('encoding="utf-8"', 'encoding="iso-8859-1"').encode(), id="wrong-encoding"
        ),
        pytest.param(FEED.replace(' encoding="utf-8"', "").encode(), id="no-encoding"),
    ],
)
def test_a_broken_feed_with_entries_counts(body: bytes) -> None:
    feed = read(body)
    assert [entry.title for entry in feed.entries] == list(TITLES)
    assert [entry.published for entry in feed.entries] == [
        f"2025-11-20T07:0{n}:00+07:00" for n in range(5)
    ]
    assert feed.entries[4].url == "https://vidu.example/bai-4.html"


def test_one_bad_byte_costs_one_character() -> None:
    body = FEED.encode().replace("thợ".encode(), b"th\xe1ng")
    titles = [entry.title for entry in read(body).entries]
    assert titles[2] == "Hội thao của th\ufffdng mỏ vùng đông"
    assert titles[:2] == list(TITLES[:2])


def test_a_declared_charset_that_is_wrong_is_told() -> None:
    feed = read(FEED.encode(), "text/xml; charset=iso-8859-1")
    assert feed.entries[0].title == TITLES[0]
    assert any("declares" in warning for warning in feed.warnings)


@pytest.mark.parametrize(
    ("body", "word"),
    [
        pytest.param(b"", "empty", id="empty"),
        pytest.param(b"   \n", "empty", id="white-space"),
        pytest.param(b"<!DOCTYPE html><html><body>404</body></html>", "web page", id="web-page"),
        pytest.param(b"<!-- x --><html><h1>Trang</h1></html>", "web page", id="comment-first"),
        pytest.param(HEAD.encode() + b"</channel></rss>", "without a single", id="no-entries"),
        pytest.param(b"OK", "without a single", id="plain-text"),
        pytest.param(b'{"error": "not found"}', "without a single", id="json"),
        pytest.param(b'<!DOCTYPE a [<!ENTITY b "c">]><rss/>', "entities", id="entities"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(500), "no feed", id="binary"),
        pytest.param(
            b"<rss><channel><item><title>a</title></item></channel></rss>", "without", id="no-link"
        ),
    ],
)
def test_what_names_no_article_is_an_error(body: bytes, word: str) -> None:
    with pytest.raises(FeedError, match=word):
        read(body)


def test_a_bot_check_in_place_of_a_feed_is_told_as_one() -> None:
    body = b"<html><script>document.cookie='D1N=ab';location.reload(true)</script></html>"
    with pytest.raises(NotAnArticleError, match="bot check"):
        read(body, "text/html")


def test_atom_relative_links_and_repeated_entries() -> None:
    entry = (
        '<entry><title type="html">&lt;b&gt;Tết&lt;/b&gt; sum vầy</title><link href="/tet-1.html"/>'
    )
    entry += "<updated>2025-01-20T08:00:00Z</updated></entry>"
    feed = read(f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}{entry}</feed>'.encode())
    (only,) = feed.entries
    assert (only.url, only.title) == ("https://vidu.example/tet-1.html", "Tết sum vầy")
    assert only.published == "2025-01-20T15:00:00+07:00"


def test_an_address_in_the_guid_is_taken_where_no_link_is() -> None:
    item = "<item><title>Tin</title><guid>https://vidu.example/a-1.html</guid></item>"
    assert read(f"{HEAD}{item}</channel></rss>".encode()).entries[0].url.endswith("/a-1.html")


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("Thu, 20 Nov 2025 07:00:00 +0700", "2025-11-20T07:00:00+07:00"),
        ("Thu, 20 Nov 2025 07:00:00 GMT", "2025-11-20T14:00:00+07:00"),
        ("Thu, 20 Nov 2025 07:00:00 GMT+7", "2025-11-20T07:00:00+07:00"),
        ("Thu, 20 Nov 2025 07:00:00 (GMT+07:00)", "2025-11-20T07:00:00+07:00"),
        ("Thu, 20 Nov 2025 00:00:00 UTC-3", "2025-11-20T10:00:00+07:00"),
        ("Thu, 20 Nov 2025 07:00:00", "2025-11-20T07:00:00+07:00"),
        ("20 Nov 2025 07:00:00 +0700", "2025-11-20T07:00:00+07:00"),
        ("2025-11-20T07:00:00Z", "2025-11-20T14:00:00+07:00"),
        ("2025-11-20T07:00:00+07:00", "2025-11-20T07:00:00+07:00"),
        ("2025-11-20", "2025-11-20"),
        ("20-11-2025", "2025-11-20"),
        ("20-11-2025 07:00", "2025-11-20T07:00:00+07:00"),
        ("05/11/2025 07:00", "2025-11-05T07:00:00+07:00"),
        ("20/11/2025 07:00 GMT+7", "2025-11-20T07:00:00+07:00"),
        ("Thứ Năm, 20/11/2025 07:00", "2025-11-20T07:00:00+07:00"),
        ("Thứ năm, 20/11/2025 - 19:05 (GMT+7)", "2025-11-20T19:05:00+07:00"),
        ("ngày 20 tháng 11 năm 2025", "2025-11-20"),
        ("20.11.2025", "2025-11-20"),
    ],
)
def test_dates_of_feeds(raw: str, value: str) -> None:
    assert parse_feed_date(raw, now=NOW) == value


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param("hôm qua", id="words"),
        pytest.param("31/02/2025", id="no-such-day"),
        pytest.param("Thu, 32 Nov 2025 07:00:00 +0700", id="no-such-day-in-english"),
        pytest.param("11/2025", id="a-month"),
        pytest.param("20/11/2026", id="a-year-ahead"),
        pytest.param("Sun, 23 Nov 2025 07:00:00 +0700", id="two-days-ahead"),
        pytest.param("01/01/1970 00:00", id="before-there-was-a-web"),
        pytest.param("", id="empty"),
    ],
)
def test_what_is_no_date_of_a_feed(raw: str) -> None:
    assert parse_feed_date(raw, now=NOW) is None
