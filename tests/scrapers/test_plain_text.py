"""Plain-text dumps of article pages: furniture out, fields found."""

import pytest

from scrapers.article_text import article_text
from scrapers.errors import LayoutError, ScrapeError
from scrapers.read import read_bytes_auto, read_text
from scrapers.records import ArticleKind, BlockKind

TITLE = "Nữ công Nhà máy Gạch Phú Lộ thi nấu ăn ngày cuối tuần"
SAPO = "Hội thi thu hút 18 đội của các tổ sản xuất, là hoạt động mở đầu chuỗi sự kiện chăm lo lao động nữ năm nay."
ONE = (
    "Mỗi đội chuẩn bị một mâm cơm bốn người ăn với chi phí không quá 250.000 đồng, thuyết minh về cách chọn"
    " thực phẩm sạch và giữ bếp gọn gàng."
)
TWO = (
    "Kết quả, đội Lò nung số 2 giành giải Nhất, ba đội khác nhận giải Ba; ban tổ chức trao thêm 11 phần quà"
    " cho những chị em nuôi con nhỏ một mình."
)
RUN = "Gạch Phú Lộ tuyên dương thợ giỏi năm 2025 Tổ cơ điện Phú Lộ tiết kiệm 90 triệu đồng tiền điện mỗi quý"
OTHER = "Công đoàn Nhà máy Kính Sơn Hạ mở lớp dạy bơi miễn phí"
SUMMARY = (
    "Lớp học kéo dài hai tháng, dành cho 60 cháu là con của đoàn viên đang làm việc tại các xưởng ở ngoại thành, "
    "do chính công nhân biết bơi giỏi đứng lớp."
)
CAPITAL_PAPER = "\n".join(
    [TITLE, "", SAPO, RUN, "", ONE, "", TITLE, "Một mâm cơm dự thi.", "", TWO, "", "Đỗ Quyên", "",
     "Có thể bạn quan tâm", "", "Nên xem", "", OTHER, "", OTHER, "", SUMMARY, "Tin khác", OTHER, "Phiên bản di động"]
)  # fmt: skip
NATIONAL_PAPER = "\n".join(
    ["MỚI NHẤT", "Các đội thi bày mâm. Ảnh: Hồ Vy", "", TITLE, "", "Hồ Vy LDO | 08/03/2025 10:15", "", SAPO, "", ONE, "",
     "Chị em đội Lò nung số 2. Ảnh: Hồ Vy", "", TWO, "", "Tin mới nhất", "", "Gợi ý dành cho bạn"]
)  # fmt: skip
PORTAL = "\n".join(
    ["Sở Thông tin và truyền thông Phú Lộ", "NỮ ĐOÀN VIÊN PHÚ LỘ GIỎI VIỆC NƯỚC, ĐẢM VIỆC NHÀ, XÂY DỰNG TỔ ẤM HẠNH PHÚC BỀN LÂU",
     "• Thống kê truy cập", "• Đang online: 7", "", "Hôm nay: 311", "", "Đã truy cập: 52011", "", TITLE, "", SAPO, "", ONE, "",
     "Ảnh: Ban giám khảo chấm điểm", "", TWO, "", "Tin, ảnh: Đỗ Quyên, LĐLĐ huyện Phú Lộ", "",
     "Trang thông tin điện tử Liên đoàn Lao động tỉnh Phú Lộ", "", "Giấy phép số 4/GP-TTĐT ngày 01/9/2020", "",
     "Địa chỉ: Số 5 đường Bờ Hồ"]
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "byline", "published", "captions"),
    [
        pytest.param(CAPITAL_PAPER, "Đỗ Quyên", None, ["Một mâm cơm dự thi."], id="capital-paper"),
        pytest.param(
            NATIONAL_PAPER,
            "Hồ Vy",
            "2025-03-08T10:15:00+07:00",
            ["Các đội thi bày mâm. Ảnh: Hồ Vy", "Chị em đội Lò nung số 2. Ảnh: Hồ Vy"],
            id="national-paper",
        ),
        pytest.param(
            PORTAL,
            "Tin, ảnh: Đỗ Quyên, LĐLĐ huyện Phú Lộ",
            None,
            ["Ảnh: Ban giám khảo chấm điểm"],
            id="portal",
        ),
    ],
)
def test_dump(text: str, byline: str, published: str | None, captions: list[str]) -> None:
    article = read_text(text)
    assert (article.title, article.sapo, article.byline) == (TITLE, SAPO, byline)
    assert article.published == published
    assert [caption.text for caption in article.captions] == captions
    assert [block.text for block in article.blocks] == [ONE, TWO]
    assert article_text(article) == "\n".join([TITLE, SAPO, ONE, TWO, *captions])


def test_interview_has_questions_and_answers() -> None:
    article = read_text(
        "\n".join(
            [TITLE, SAPO, f"Phóng viên: {ONE[:-1]}?", f"Bà Đỗ Quyên: {TWO}", "Phóng viên: Xin chị cho biết bước tiếp theo?",
             f"Bà Đỗ Quyên: {ONE}", "Bếp ăn của nhà máy |", "Xin cảm ơn chị!", "Hồ Vy (thực hiện)", "Nên xem", OTHER]
        )
    )  # fmt: skip
    assert article.kind is ArticleKind.INTERVIEW
    assert [block.kind for block in article.blocks][:4] == [
        BlockKind.QUESTION,
        BlockKind.ANSWER,
        BlockKind.QUESTION,
        BlockKind.ANSWER,
    ]
    assert [caption.text for caption in article.captions] == ["Bếp ăn của nhà máy"]
    assert article.byline == "Hồ Vy (thực hiện)"


def test_heading_between_paragraphs_stays() -> None:
    article = read_text("\n\n".join([TITLE, SAPO, ONE, "Mâm cơm ba miền", TWO]))
    assert [(block.kind, block.text) for block in article.blocks][1] == (
        BlockKind.HEADING,
        "Mâm cơm ba miền",
    )


def test_an_address_in_the_middle_of_an_appeal_cuts_nothing() -> None:
    article = read_text("\n\n".join([TITLE, SAPO, ONE, "Địa chỉ: thôn Bãi, xã Phú Lộ", TWO]))
    assert article.blocks[-1].text == TWO


@pytest.mark.parametrize("text", ["\n \n", "abc", "1 2 3\n4 5 6", "x" * 60_000])
def test_what_is_no_dump_is_refused(text: str) -> None:
    with pytest.raises(ScrapeError):
        read_text(text)


def test_a_single_short_line_names_the_next_step() -> None:
    with pytest.raises(LayoutError, match="is it the dump of an article page"):
        read_text("Trang chủ")


def test_bytes_without_tags_are_a_dump() -> None:
    article = read_bytes_auto(CAPITAL_PAPER.encode())
    assert article.layout == "plain_text"
    assert article.title == TITLE


def test_an_unknown_source_is_refused_and_a_known_one_kept() -> None:
    assert read_text(CAPITAL_PAPER, source="laodong").source == "laodong"
    with pytest.raises(ScrapeError, match="'laodon' is unknown"):
        read_text(CAPITAL_PAPER, source="laodon")
