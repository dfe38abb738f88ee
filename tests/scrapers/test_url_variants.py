"""Which address is a view of another one."""

import pytest

from scrapers.url_variants import main_address, printed_id

MAIN = "https://vidu.example/cong-doan/trao-qua-12345.html"


@pytest.mark.parametrize(
    "url",
    [
        "https://m.vidu.example/cong-doan/trao-qua-12345.html",
        "https://amp.vidu.example/cong-doan/trao-qua-12345.html",
        "https://vidu.example/amp/cong-doan/trao-qua-12345.html",
        "https://vidu.example/cong-doan/trao-qua-12345.html/amp",
        "https://vidu.example/cong-doan/trao-qua-12345.amp.html",
        "https://vidu.example/cong-doan/trao-qua-12345-amp.html",
        "https://vidu.example/cong-doan/trao-qua-12345.html?amp",
        "https://vidu.example/cong-doan/trao-qua-12345.html?amp=1",
        "https://vidu.example/cong-doan/trao-qua-12345.html?view=print",
        "https://vidu.example/cong-doan/trao-qua-12345.html?print=1#in",
        "https://m.vidu.example/cong-doan/trao-qua-12345.html?outputType=amp",
    ],
)
def test_views_lead_to_the_main_address(url: str) -> None:
    assert main_address(url) == MAIN


@pytest.mark.parametrize(
    "url",
    [
        MAIN,
        f"{MAIN}#binh-luan",
        f"{MAIN}?page=2",
        f"{MAIN}?view=all&m=tin",
        "https://m.example/a-1.html",
        "https://mo.vidu.example/a-1.html",
        "https://vidu.example/ampe-ke-12345.html",
        "https://vidu.example/cong-doan/tram-amp-12345.html",
        "https://vidu.example/cong-doan&s_cond=&BRSR=20",
        "https://vidu.example/",
    ],
)
def test_a_main_view_has_no_other(url: str) -> None:
    assert main_address(url) is None


def test_other_parameters_stay() -> None:
    assert main_address(f"{MAIN}?page=2&amp=1") == f"{MAIN}?page=2"


@pytest.mark.parametrize(
    ("url", "number"),
    [
        ("https://vidu.example/apicenter@/print_article&i=140572", "140572"),
        ("https://vidu.example/apicenter%40/print_article%26i%3D140572", "140572"),
        (MAIN, None),
    ],
)
def test_printed_id(url: str, number: str | None) -> None:
    assert printed_id(url) == number
