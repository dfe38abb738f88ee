"""What robots.txt allows, and when it counts as missing or unreachable."""

from datetime import UTC, datetime

import pytest

from scrapers.robots import RobotsFile, RobotsState, read_robots, unreachable_robots

NOW = datetime(2025, 11, 20, tzinfo=UTC)
ORIGIN = "https://vidu.example"


def rules(text: str) -> RobotsFile:
    return read_robots(origin=ORIGIN, status=200, body=text.encode(), fetched_at=NOW)


@pytest.mark.parametrize(
    ("text", "path", "allowed"),
    [
        pytest.param("User-agent: *\nDisallow: /cam/", "/cam/a", False, id="prefix"),
        pytest.param("User-agent: *\nDisallow: /cam/", "/tin/a", True, id="other-path"),
        pytest.param("User-agent: *\nDisallow:", "/a", True, id="empty-disallow"),
        pytest.param("User-agent: *\nDisallow: /*?*in=", "/a?x=1&in=2", False, id="wildcard"),
        pytest.param("User-agent: *\nDisallow: /*.pdf$", "/a.pdf", False, id="end-mark"),
        pytest.param("User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x", True, id="end-mark-missed"),
        pytest.param("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True, id="longest"),
        pytest.param(
            "User-agent: *\nDisallow: /\n\nUser-agent: Thidua\nAllow: /", "/a", True, id="our-group"
        ),
        pytest.param(
            "User-agent: *\nAllow: /\n\nUser-agent: thidua\nDisallow: /", "/a", False, id="only-us"
        ),
        pytest.param(
            "User-agent: *\nDisallow: /công-đoàn", "/c%C3%B4ng-%C4%91o%C3%A0n", False, id="encoded"
        ),
        pytest.param("\ufeffUser-agent: *\nDisallow: /a", "/a", False, id="byte-order-mark"),
        pytest.param("User-agent: *\r\nDisallow: /a\r\n", "/a", False, id="windows-lines"),
        pytest.param("", "/a", True, id="empty-file"),
    ],
)
def test_rules(text: str, path: str, allowed: bool) -> None:
    assert rules(text).allows(ORIGIN + path, agent="thidua") is allowed


@pytest.mark.parametrize(
    ("status", "state"),
    [
        (200, RobotsState.READ), (404, RobotsState.MISSING), (403, RobotsState.MISSING),
        (410, RobotsState.MISSING), (429, RobotsState.UNREACHABLE), (500, RobotsState.UNREACHABLE),
        (503, RobotsState.UNREACHABLE), (304, RobotsState.UNREACHABLE),
    ],
)  # fmt: skip
def test_states(status: int, state: RobotsState) -> None:
    file = read_robots(origin=ORIGIN, status=status, body=b"", fetched_at=NOW)
    assert file.state is state
    assert file.allows(f"{ORIGIN}/a", agent="thidua") is (state is not RobotsState.UNREACHABLE)


@pytest.mark.parametrize(
    "page",
    [
        b"<!DOCTYPE html><html><body>Trang</body></html>",
        b"\n <!-- cms --> <html>User-agent: *\nAllow: /</html>",
        b"<script>document.cookie='D1N=1'</script>",
        b'<?xml version="1.0"?><html/>',
    ],
)
def test_a_web_page_in_its_place_means_stay_out(page: bytes) -> None:
    file = read_robots(origin=ORIGIN, status=200, body=page, fetched_at=NOW)
    assert file.state is RobotsState.UNREACHABLE
    assert "web page" in file.reason


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        pytest.param("User-agent: *\nCrawl-delay: 10", 10.0, id="crawl-delay"),
        pytest.param("User-agent: *\nCrawl-delay: 0.5", 0.5, id="fraction"),
        pytest.param("User-agent: *\nRequest-rate: 1/20", 20.0, id="request-rate"),
        pytest.param("User-agent: *\nCrawl-delay: 86400", 86400.0, id="a-day"),
        pytest.param("User-agent: khac\nCrawl-delay: 10", 0.0, id="of-another-crawler"),
        pytest.param("User-agent: *\nCrawl-delay: nhanh", 0.0, id="no-number"),
    ],
)
def test_crawl_delay(text: str, seconds: float) -> None:
    assert rules(text).crawl_delay(agent="thidua") == seconds


def test_rules_behind_the_first_half_mebibyte_are_not_read() -> None:
    text = "# " + "x" * 600_000 + "\nUser-agent: *\nDisallow: /\n"
    assert rules(text).allows(f"{ORIGIN}/a", agent="thidua")
    early = "User-agent: *\nDisallow: /\n" + "# " + "x" * 600_000
    assert not rules(early).allows(f"{ORIGIN}/a", agent="thidua")


def test_sitemaps_are_named() -> None:
    assert rules("Sitemap: https://vidu.example/s.xml").sitemaps() == (
        "https://vidu.example/s.xml",
    )


def test_an_unreachable_file_keeps_its_reason() -> None:
    file = unreachable_robots(origin=ORIGIN, reason="reset", fetched_at=NOW)
    assert (file.allows(f"{ORIGIN}/", agent="thidua"), file.reason) == (False, "reset")
