"""One page of each layout, written by us, against what a person read in it."""

import json
from pathlib import Path
from typing import Any  # expected JSON is read as it stands

import pytest

from scrapers.parsed import article_to_parsed
from scrapers.read import read_page
from scrapers.records import Layer
from scrapers.registry import load_platforms

PAGES = Path(__file__).resolve().parents[1] / "fixtures" / "pages"
FILES = sorted(PAGES.glob("*.html"))
PARAGRAPHS = 4
IN_THE_PRESS = {"mastercms.2021", "mastercms.2020", "laodong.2022", "thanh_hoa.2022", "vccorp.2023"}


def expected(file: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(file.with_suffix(".json").read_text("utf-8"))
    return loaded


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_page_reads_as_expected(file: Path) -> None:
    assert article_to_parsed(read_page(file.read_bytes()), file.name) == expected(file)


def test_every_layout_has_a_page() -> None:
    layouts = {layout.name for platform in load_platforms() for layout in platform.layouts}
    shown = {expected(file)["layout"] for file in FILES}
    assert layouts - shown - IN_THE_PRESS == set()


@pytest.mark.parametrize(
    "file", [file for file in FILES if "listing" not in file.stem], ids=lambda file: file.stem
)
def test_no_related_title_and_no_footer_comes_in(file: Path) -> None:
    article = read_page(file.read_bytes())
    text = "\n".join(block.text for block in article.blocks)
    for foreign in ("45 đơn vị máu", "nối sợi nhanh", "Giấy phép số", "Cỡ chữ", "Bạn đọc Trần Vy"):
        assert foreign not in text
    assert sum(len(block.text) > 100 for block in article.blocks) == PARAGRAPHS


def test_each_field_says_where_it_was_read() -> None:
    article = read_page((PAGES / "story_2022.html").read_bytes())
    layers = {evidence.field: evidence.layer for evidence in article.fields}
    assert layers == {
        "title": Layer.SELECTOR,
        "sapo": Layer.SELECTOR,
        "byline": Layer.SELECTOR,
        "published": Layer.SELECTOR,
        "section": Layer.SELECTOR,
        "tags": Layer.SELECTOR,
        "blocks": Layer.SELECTOR,
        "site_id": Layer.URL_ID,
    }
    generic = read_page((PAGES / "generic_article.html").read_bytes())
    layers = {evidence.field: evidence.layer for evidence in generic.fields}
    assert layers["published"] is Layer.JSON_LD
    assert layers["blocks"] is Layer.GENERIC


def test_table_keeps_its_cells() -> None:
    article = read_page((PAGES / "wordpress_entry.html").read_bytes())
    tables = [block for block in article.blocks if block.cells]
    assert [table.cells for table in tables] == [
        (("Xưởng", "Suất quà"), ("Sợi", "60"), ("Dệt", "60"))
    ]


def test_caption_carries_credit_and_picture() -> None:
    article = read_page((PAGES / "laodong_2018.html").read_bytes())
    (caption,) = article.captions
    assert caption.credit == "Quốc Lãm"
    assert caption.image is not None
    assert caption.image.endswith("/628114/qua.jpg")
