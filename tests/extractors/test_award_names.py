"""The places that name an award: how far the name goes, its form, title, rank and level."""

import pytest

from extractors.award_names import find_award_names
from extractors.document import read_document
from extractors.extract import load_extractor


def names(text: str) -> list[tuple[str, str, str | None, str | None, str | None]]:
    extractor = load_extractor()
    document = read_document(text, extractor.lexicon)
    return [
        (text[n.start : n.end], n.form.value, n.title, n.rank, n.level)
        for n in find_award_names(document, extractor.knowledge.ontology)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "đón nhận Huân chương Lao động hạng Ba",
            [("Huân chương Lao động hạng Ba", "huan_chuong", "Lao động", "ba", None)],
            id="order-with-its-class",
        ),
        pytest.param(
            "được tặng Huân chương Lao động hạng Nhất, Nhì",
            [("Huân chương Lao động hạng Nhất, Nhì", "huan_chuong", "Lao động", None, None)],
            id="two-classes-leave-no-rank",
        ),
        pytest.param(
            "đạt danh hiệu “Lao động giỏi” cấp cơ sở",
            [("Lao động giỏi", "danh_hieu", "Lao động giỏi", None, "cấp cơ sở")],
            id="title-without-its-marks",
        ),
        pytest.param(
            "trao 1 giải Nhất, 2 giải Nhì",
            [("giải Nhất", "giai", None, "nhat", None), ("giải Nhì", "giai", None, "nhi", None)],
            id="places",
        ),
        pytest.param(
            "giành 5 huy chương vàng, 3 bạc",
            [
                ("huy chương vàng", "huy_chuong", None, "nhat", None),
                ("bạc", "huy_chuong", None, "nhi", None),
            ],
            id="medals-with-the-word-left-out",
        ),
        pytest.param("đề ra nhiều giải pháp", [], id="a-solution-is-no-prize"),
        pytest.param("công tác thi đua, khen thưởng", [], id="a-field-of-work"),
        pytest.param(
            "Nghệ sĩ ưu tú Lan Vy hát",
            [("Nghệ sĩ ưu tú", "danh_hieu", "Nghệ sĩ ưu tú", None, None)],
            id="a-title-carried-before-a-name",
        ),
        pytest.param("giấy chứng nhận quyền sử dụng đất", [], id="a-land-certificate"),
    ],
)
def test_find_award_names(
    text: str, found: list[tuple[str, str, str | None, str | None, str | None]]
) -> None:
    assert names(text) == found
