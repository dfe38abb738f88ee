"""Sources and platforms: what each file must say, and what a user may declare."""

import importlib
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest

import scrapers.sources
from extractors.ontology import load_ontology
from extractors.text import fold
from scrapers.errors import ScrapeError
from scrapers.read import read_page
from scrapers.registry import (
    load_platforms,
    load_sources,
    platform_named,
    source_for_url,
    source_from_config,
    source_named,
)

FOLDER = Path(scrapers.sources.__file__).parent
SLUGS = [source.slug for source in load_sources()]
PAGES = Path(__file__).resolve().parents[1] / "fixtures" / "pages"
OWN = {"slug": "toa_soan_la", "name": "Tòa Soạn Lạ", "home": "https://toasoanla.example"}


def test_at_least_fifteen_sources() -> None:
    assert len(SLUGS) >= 15
    assert {"laodongthudo", "laodong", "ldld_thanh_hoa", "congdoan", "nld"} <= set(SLUGS)


@pytest.mark.parametrize("slug", SLUGS)
def test_source_file_is_honest_and_whole(slug: str) -> None:
    module = importlib.import_module(f"scrapers.sources.{slug}")
    source = module.SOURCE
    assert source.slug == slug
    for term in ("Access:", "Terms:", "Caveats:"):
        assert term in (module.__doc__ or "")
    assert source.confirmed != "nothing"
    assert source.platform == "generic" or platform_named(source.platform)
    assert len(set(source.feeds)) == len(source.feeds)
    for address in (*source.feeds, *source.sitemaps):
        assert urlsplit(address).scheme == "https"
    assert source.home == "unknown" or urlsplit(source.home).hostname
    assert source.per_week is None, "bounds come from the source's own history"


def test_each_file_of_the_folder_is_a_source() -> None:
    assert {path.stem for path in FOLDER.glob("*.py")} - {"__init__"} == set(SLUGS)


def test_a_declared_province_is_one_of_the_list() -> None:
    known = {fold(one.name).replace(" ", "_") for one in load_ontology().provinces}
    declared = {source.province for source in load_sources() if source.province is not None}
    assert declared
    assert declared <= known


def test_no_two_sources_share_a_host() -> None:
    owners: dict[str, str] = {}
    for source in load_sources():
        for host in {str(urlsplit(source.home).hostname), *source.hosts}:
            if host != "None":
                assert owners.setdefault(host.removeprefix("www."), source.slug) == source.slug


@pytest.mark.parametrize(
    ("url", "slug"),
    [
        ("https://laodong.vn/cong-doan/tin-1711578.ldo", "laodong"),
        ("http://www.congdoan.vn/tin-tuc/x-1.tld", "congdoan"),
        ("https://tacnghiep.laodongthudo.vn/tin-86287.html", "laodongthudo"),
        ("https://news.laodong.vn/society/x-1.ldo", None),
        ("https://unknown/x", None),
        (None, None),
    ],
)
def test_source_for_url(url: str | None, slug: str | None) -> None:
    found = source_for_url(url, load_sources())
    assert (found.slug if found else None) == slug


def test_an_unknown_slug_names_the_known_ones() -> None:
    with pytest.raises(ScrapeError, match=r"'laodon' is unknown; known are .*laodong"):
        source_named("laodon", load_sources())


def test_article_urls_of_platforms_take_real_forms() -> None:
    forms = {
        "mastercms": "/doi-moi-can-ban-86287.html",
        "laodong": "/cong-doan/thanh-nien-cong-nhan-1711578.ldo",
        "vccorp": "/nhung-sai-sot-196260307071308923.htm",
        "thanh_hoa": "/portal/pages/2022-07-05/Tin-Hoat-Dong-3107.aspx",
        "story": "/cong-doan-viet-nam-post771204.html",
        "provincial": "/cong-doan-ha-noi-668201.html",
        "wordpress": "/2024/05/cong-doan-trao-qua/",
    }
    for platform in load_platforms():
        match = platform.article_url.search(forms[platform.name])
        assert match, platform.name
        number = re.search(r"(\d+)\.", forms[platform.name])
        if number:
            assert match["id"] == number[1]
        assert not platform.article_url.search("/")
        assert not platform.article_url.search("/cong-doan")


def test_own_source_with_the_generic_platform() -> None:
    source = source_from_config({**OWN, "sections": ["/xa-hoi"]})
    assert (source.platform, source.sections) == ("generic", ("/xa-hoi",))
    article = read_page((PAGES / "generic_article.html").read_bytes(), sources=(source,))
    assert (article.source, article.layout) == ("toa_soan_la", "generic")


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"slug": "Tòa Soạn"}, "a slug is lower-case"),
        ({"home": "toasoanla.example"}, "is no address"),
        ({"platform": "joomla"}, "platform 'joomla' is unknown"),
        ({"article_url": "("}, "no regular expression"),
        ({"feeds": "https://a.example/rss"}, "feeds is no list"),
        ({"tempo": 3}, "unknown key 'tempo'"),
        ({"delay_s": "long"}, "no number of seconds"),
        ({"per_week": [1]}, "no pair of whole numbers"),
    ],
)
def test_a_wrong_declaration_says_what_is_wrong(change: dict[str, object], reason: str) -> None:
    with pytest.raises(ScrapeError, match=reason):
        source_from_config({**OWN, **change})
