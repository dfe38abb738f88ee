"""One address for one page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrapers.urls import (
    canonical_url,
    host_of,
    join_url,
    rebase_url,
    source_aliases,
    unbase_url,
)


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        pytest.param(
            "https://vidu.example/cong-doan&s_cond=&BRSR=20",
            "https://vidu.example/cong-doan&s_cond=&BRSR=20",
            id="mastercms-paging-stays",
        ),
        pytest.param(
            "http://vidu.example/apicenter%40/print_article%26i%3D140572",
            "https://vidu.example/apicenter@/print_article&i=140572",
            id="mastercms-marks-in-both-spellings",
        ),
        pytest.param(
            "https://vidu.example/cong-doan&s_cond=&BRSR=20&fbclid=x1&utm_source=zalo",
            "https://vidu.example/cong-doan&s_cond=&BRSR=20",
            id="trackers-behind-a-path-go",
        ),
        pytest.param(
            "https://vidu.example/cong-doan?page=2&utm_medium=rss&gclid=1",
            "https://vidu.example/cong-doan?page=2",
            id="trackers-go-page-stays",
        ),
        pytest.param(
            "https://vidu.example/x?utm_source=rss", "https://vidu.example/x", id="no-empty-query"
        ),
        pytest.param(
            "https://vidu.example/x?b=1&a=", "https://vidu.example/x?a=&b=1",
            id="sorted-query-with-empty-values",
        ),
        pytest.param(
            "https://vidu.example/x?a=1%262&b=2", "https://vidu.example/x?a=1%262&b=2",
            id="an-encoded-mark-in-a-query-is-data",
        ),
        pytest.param("HTTP://WWW.ViDu.Example:80/A", "https://vidu.example/A", id="host-and-scheme"),
        pytest.param("https://vidu.example:443/a", "https://vidu.example/a", id="default-port"),
        pytest.param("http://127.0.0.1:8012/a", "http://127.0.0.1:8012/a", id="other-port-stays"),
        pytest.param("https://vidu.example", "https://vidu.example/", id="root"),
        pytest.param("https://vidu.example/a/#binh-luan", "https://vidu.example/a", id="fragment"),
        pytest.param("https://vidu.example//a/../b.html", "https://vidu.example/b.html", id="dots"),
        pytest.param(
            "https://vidu.example/công-đoàn", "https://vidu.example/c%C3%B4ng-%C4%91o%C3%A0n",
            id="vietnamese-path",
        ),
        pytest.param("  https://vidu.example/a ", "https://vidu.example/a", id="spaces-around"),
    ],
)  # fmt: skip
def test_canonical_url(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical
    assert canonical_url(canonical) == canonical


def test_further_hosts_are_joined() -> None:
    aliases = source_aliases("https://vidu.example/", ("www.toasoan.vidu.example", "cu.example"))
    urls = ["http://toasoan.vidu.example/a-1.html", "https://www.cu.example/a-1.html"]
    assert {canonical_url(url, aliases=aliases) for url in urls} == {
        "https://vidu.example/a-1.html"
    }
    other = "https://khac.vidu.example/a-1.html"
    assert canonical_url(other, aliases=aliases) == other


@given(
    st.text("abz09-._~/%&=@", max_size=30),
    st.lists(st.tuples(st.sampled_from(["page", "id", "q"]), st.text("ab%01", max_size=4))),
)
def test_canonical_url_is_stable_and_never_loses_a_page(
    path: str, pairs: list[tuple[str, str]]
) -> None:
    query = "&".join(f"{name}={value}" for name, value in [*pairs, ("page", "7")])
    once = canonical_url(f"https://vidu.example/{path}?{query}")
    assert canonical_url(once) == once
    assert "page=7" in once


def test_a_source_sent_to_another_origin_and_back() -> None:
    url = "https://www.vidu.example/cong-doan&s_cond=&BRSR=20?page=2"
    wire = rebase_url(url, onto="http://127.0.0.1:8012/bao")
    assert wire == "http://127.0.0.1:8012/bao/cong-doan&s_cond=&BRSR=20?page=2"
    back = unbase_url(wire, origin="https://vidu.example/", onto="http://127.0.0.1:8012/bao")
    assert back == "https://vidu.example/cong-doan&s_cond=&BRSR=20?page=2"
    other = "https://khac.example/a"
    assert unbase_url(other, origin="https://vidu.example", onto="http://127.0.0.1:8012") == other


@pytest.mark.parametrize(
    ("link", "joined"),
    [
        ("/a-1.html#top", "https://vidu.example/a-1.html"),
        ("a-1.html", "https://vidu.example/muc/a-1.html"),
        ("//cu.example/a", "https://cu.example/a"),
        (" ?page=2 ", "https://vidu.example/muc/trang?page=2"),
    ],
)
def test_join_url(link: str, joined: str) -> None:
    assert join_url("https://vidu.example/muc/trang", link) == joined


def test_host_of_keeps_a_port_that_is_no_default_one() -> None:
    hosts = [host_of(url) for url in ("https://www.A.example:443/", "http://a.example:8080/x")]
    assert hosts == ["a.example", "a.example:8080"]
