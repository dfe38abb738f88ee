"""Houses named once and then by their sort alone."""

import pytest

from extractors.entities import Relation
from tests.extractors.links import linked


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Công ty CP Gạch Hà Lâm họp đầu năm. Hiện công ty có 4 xưởng.",
            {("4", "Công ty CP Gạch Hà Lâm")},
            id="the-company-has",
        ),
        pytest.param(
            "Công ty CP Gạch Hà Lâm họp đầu năm. Đội xe 9 chiếc của công ty đã cũ.",
            {("9", "Công ty CP Gạch Hà Lâm")},
            id="of-the-company",
        ),
        pytest.param(
            "Bệnh viện Đa khoa Sông Mây vừa tròn tuổi mười. Năm qua, bệnh viện đã mổ miễn phí "
            "cho 38 người.",
            {("38", "Bệnh viện Đa khoa Sông Mây")},
            id="the-hospital-did",
        ),
        pytest.param(
            "Lữ đoàn Pháo binh 618 ra quân. 57 thợ máy của lữ đoàn cùng trồng cây.",
            {("57", "Lữ đoàn Pháo binh 618")},
            id="of-the-brigade-behind",
        ),
        pytest.param(
            "Đoàn kiểm tra làm việc với Công ty TNHH Đá Nà Phiêng. Doanh nghiệp này nợ 2,4 tỷ đồng.",
            {("2,4 tỷ", "Công ty TNHH Đá Nà Phiêng")},
            id="this-enterprise",
        ),
        pytest.param(
            "Công ty CP Gạch Hà Lâm họp đầu năm. Cả xã còn 30 công ty có nợ lương.",
            set(),
            id="counted-companies-are-others",
        ),
        pytest.param(
            "Công ty CP Gạch Hà Lâm họp đầu năm. Các công ty có thêm 200 chỗ làm.",
            set(),
            id="companies-are-others",
        ),
        pytest.param(
            "Công ty CP Gạch Hà Lâm họp đầu năm. Nhà trường có 12 lớp.",
            set(),
            id="another-sort-of-house",
        ),
        pytest.param("Hiện công ty có 4 xưởng.", set(), id="nothing-named-before"),
    ],
)
def test_figures_of_houses(text: str, found: set[tuple[str, str]]) -> None:
    assert linked(text, Relation.ORGANIZATION) == found
