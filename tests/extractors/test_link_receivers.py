"""Figures that count who receives an award."""

import pytest

from extractors.entities import Relation
from tests.extractors.links import linked


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Năm năm ấy, thợ trong ngành đón nhận 2 Huân chương Lao động và 57 Bằng khen của Bộ.",
            {("2", "Huân chương Lao động"), ("57", "Bằng khen")},
            id="counted-awards",
        ),
        pytest.param(
            "Ban Tổ chức trao 4 giải Khuyến khích cho 4 đội.",
            {("4", "giải Khuyến khích")},
            id="awards-and-their-receivers",
        ),
        pytest.param(
            "Đội Công đoàn Viên chức giành 3 giải Nhì ở nội dung đồng đội.",
            set(),
            id="what-one-team-wins",
        ),
        pytest.param(
            "Đoàn Công ty Than Khe Vầu dẫn đầu với 9 huy chương vàng.", set(), id="medals-of-a-team"
        ),
        pytest.param("Trong 12 tháng, Bằng khen được trao kịp thời.", set(), id="a-comma-between"),
    ],
)
def test_counts_of_receivers(text: str, found: set[tuple[str, str]]) -> None:
    assert linked(text, Relation.RECIPIENT_COUNT) == found
