"""Campaigns that a text points back to."""

import pytest

from extractors.entities import Relation
from tests.extractors.links import linked

CONTEST = "Hội thi thợ giỏi tỉnh Gia Lai"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            f"{CONTEST} năm 2021 khai mạc sáng nay. Sau ba vòng, chị Lò Thị Sen đoạt giải Nhì.",
            {("giải Nhì", CONTEST)},
            id="prize-of-the-contest",
        ),
        pytest.param(
            f"{CONTEST} năm 2021 khai mạc sáng nay. Hội thi có 96 thợ so tài.",
            {("96", CONTEST)},
            id="the-contest-again",
        ),
        pytest.param(
            f"{CONTEST} năm 2021 khai mạc sáng nay. LĐLĐ tỉnh tặng Bằng khen cho chị Lò Thị Sen.",
            set(),
            id="a-certificate-is-no-prize",
        ),
        pytest.param(
            f"{CONTEST} vừa khép lại. Cuộc thi “Nét bút thợ mỏ” cũng vậy. Anh Hồ Văn Pha đoạt "
            "giải Nhì ở quê.",
            set(),
            id="two-contests-leave-it-open",
        ),
        pytest.param(
            "Chương trình “Lớp học sau ca” ra mắt tháng trước. Năm tới, chương trình đến thêm "
            "14 xóm trọ.",
            {("14", "Lớp học sau ca")},
            id="the-programme-further-on",
        ),
        pytest.param(
            "Chương trình “Lớp học sau ca” ra mắt tháng trước. Đợt rà soát vừa qua có 14 xóm trọ.",
            set(),
            id="another-kind-of-undertaking",
        ),
        pytest.param(
            "Chương trình “Lớp học sau ca” ra mắt tháng trước. Hội thảo bàn về 14 xóm trọ.",
            set(),
            id="a-seminar-is-no-contest",
        ),
        pytest.param(
            "Chương trình “Lớp học sau ca” ra mắt tháng trước. Phát biểu tại chương trình, ông Lê "
            "Văn Thụ nhấn mạnh cả huyện có 14 xóm trọ.",
            set(),
            id="where-somebody-speaks",
        ),
    ],
)
def test_campaigns_pointed_back_to(text: str, found: set[tuple[str, str]]) -> None:
    assert linked(text, Relation.CAMPAIGN) == found


@pytest.mark.parametrize(
    ("text", "campaigns", "periods"),
    [
        pytest.param(
            "Kết quả Hội thao thợ lò Vàng Danh năm 2016\nMôn | Hạng | Đơn vị\n"
            "Kéo co | Huy chương Bạc | Công đoàn Công ty Than Khe Vầu",
            {("Huy chương Bạc", "Hội thao thợ lò Vàng Danh")},
            {("Huy chương Bạc", "năm 2016")},
            id="heading-of-a-table",
        ),
        pytest.param(
            "LĐLĐ huyện vừa thông báo kết quả quý I/2016.\nĐơn vị | Đoàn viên\n"
            "Công đoàn xã Mường Lai | 120 đoàn viên",
            set(),
            set(),
            id="a-sentence-is-no-heading",
        ),
    ],
)
def test_headings_of_tables(
    text: str, campaigns: set[tuple[str, str]], periods: set[tuple[str, str]]
) -> None:
    assert linked(text, Relation.CAMPAIGN) == campaigns
    assert linked(text, Relation.PERIOD) == periods
