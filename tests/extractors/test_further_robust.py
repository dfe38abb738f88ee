"""All layers on hostile, respelled and empty texts: no error, offsets that hold, the same from every thread."""

import unicodedata
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from extractors.extract import extract_all
from extractors.output import FURTHER, all_to_json

TEXT = (
    "Ngày 5/8, LĐLĐ tỉnh Hoà Bình tặng Bằng khen cho chị Vũ Thị Mận, công nhân Công ty May Lam. “Tôi vui lắm”, "
    "chị Mận nói.\nTheo Quyết định số 12/QĐ-LĐLĐ, cả tỉnh Thái Bình có 84 CĐCS, trong đó có 29 đơn vị mới."
)
DAY = date(2025, 8, 6)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("\n\n", id="breaks"),
        pytest.param("”", id="closing-mark"),
        pytest.param("Ảnh:", id="credit-alone"),
        pytest.param("LĐLĐ", id="head-alone"),
        pytest.param("Ông", id="address-alone"),
        pytest.param("- ?\n- ", id="dashes"),
        pytest.param("toàn tỉnh 5", id="all-without-a-body"),
        pytest.param("trong đó 5 (3", id="part-without-a-whole"),
        pytest.param(TEXT[::-1], id="reversed"),
        pytest.param(TEXT.upper(), id="capitals"),
    ],
)
def test_odd_texts_raise_nothing_and_offsets_hold(text: str) -> None:
    rows = all_to_json(extract_all(text, published=DAY), text)
    for layer in FURTHER:
        found = rows[layer]
        assert isinstance(found, list)
        for row in found:
            assert isinstance(row, dict)
            assert text[int(str(row["start"])) : int(str(row["end"]))] == row["text"] != ""


@pytest.mark.parametrize(
    "respelled",
    [
        pytest.param(unicodedata.normalize("NFD", TEXT), id="nfd"),
        pytest.param(TEXT.replace(" ", "\u00a0"), id="no-break-spaces"),
        pytest.param(TEXT.replace("\n", "\r\n"), id="crlf"),
        pytest.param(TEXT.replace("Hoà", "Hòa"), id="tone-mark"),
    ],
)
def test_other_spellings_give_the_same_facts(respelled: str) -> None:
    facts, other = extract_all(TEXT, published=DAY), extract_all(respelled, published=DAY)
    for layer in FURTHER:
        assert len(getattr(facts, layer)) == len(getattr(other, layer)) > 0
    assert [one.id for one in facts.organizations] == [one.id for one in other.organizations]
    assert len(facts.links) == len(other.links)


def test_eight_threads_read_as_one() -> None:
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: extract_all(TEXT, published=DAY), range(16)))
    assert all(one == found[0] for one in found)
