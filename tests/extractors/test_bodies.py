"""Bodies, offices and persons: where a name begins and ends."""

import pytest

from extractors.bodies import read_behind, read_bodies, read_body
from extractors.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        pytest.param(
            "LĐLĐ tỉnh Bình Minh vừa tặng", "LĐLĐ tỉnh Bình Minh", "body", id="with-place"
        ),
        pytest.param("Bộ Giáo dục và Đào tạo tặng", "Bộ Giáo dục và Đào tạo", "body", id="joined"),
        pytest.param(
            "Công đoàn Dệt may Phú Lâm đã", "Công đoàn Dệt may Phú Lâm", "body", id="inner"
        ),
        pytest.param("Công ty May 10 được", "Công ty May 10", "company", id="number-in-the-name"),
        pytest.param(
            "Chủ tịch UBND tỉnh Nam Hà Trần Văn Bưởi trao",
            "Chủ tịch UBND tỉnh Nam Hà",
            "office",
            id="office-without-the-person",
        ),
        pytest.param("đồng chí Lò Thị Mận phát biểu", "đồng chí Lò Thị Mận", "person", id="person"),
        pytest.param(
            "LĐLĐ tỉnh Bình Minh tổng kết", "LĐLĐ tỉnh Bình Minh", "body", id="verb-behind-a-place"
        ),
        pytest.param("LĐLĐ thành phố công bố", "LĐLĐ thành phố", "body", id="verb-behind-a-rank"),
        pytest.param(
            "Công đoàn Viên chức tỉnh tặng", "Công đoàn Viên chức tỉnh", "body", id="field-and-rank"
        ),
        pytest.param(
            "Liên đoàn Lao động (LĐLĐ) tỉnh Sơn Bình tặng",
            "Liên đoàn Lao động (LĐLĐ) tỉnh Sơn Bình",
            "body",
            id="abbreviation-in-brackets",
        ),
        pytest.param(
            "Ban Thường vụ Huyện ủy tặng", "Ban Thường vụ Huyện ủy", "body", id="organ-of-a-body"
        ),
        pytest.param(
            "Công đoàn cấp trên trực tiếp cơ sở tặng",
            "Công đoàn cấp trên trực tiếp cơ sở",
            "body",
            id="level",
        ),
        pytest.param("bộ y tế tặng", "bộ y tế", "body", id="field-in-small-letters"),
        pytest.param("Công ty 8 năm liền", "Công ty", "company", id="number-of-years"),
        pytest.param(
            "Chủ tịch Hội Nông dân Lò Thị Sen được",
            "Chủ tịch Hội Nông dân",
            "office",
            id="office-without-its-holder",
        ),
        pytest.param(
            "Chủ tịch UBND Q. 11 khen", "Chủ tịch UBND Q. 11", "office", id="office-and-short-rank"
        ),
        pytest.param(
            "LĐLĐ TỈNH NAM HÀ TRAO BẰNG KHEN CHO", "LĐLĐ TỈNH NAM HÀ", "body", id="all-in-capitals"
        ),
        pytest.param("HỘI NGHỊ TỔNG KẾT CÔNG TÁC", None, None, id="half-a-word-in-capitals"),
        pytest.param("sở tổ chức hội thi", None, None, id="a-verb-behind-a-common-noun"),
        pytest.param("nguyên Chủ tịch Hội Nông dân", None, None, id="a-former-officer"),
        pytest.param("công nhân vui mừng", None, None, id="a-common-noun"),
        pytest.param("tỉnh ta còn nghèo", None, None, id="a-place-without-a-name"),
    ],
)
def test_read_body(text: str, name: str | None, kind: str | None) -> None:
    tokens = tokenize(text)
    body = read_body(tokens, 0, len(tokens))
    found = (None, None) if body is None else (tokens.text(body.first, body.stop), str(body.kind))
    assert found == (name, kind)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Đội bóng Công đoàn Cảng Vàm thắng", "Đội bóng Công đoàn Cảng Vàm", id="body"),
        pytest.param("Đội bóng Sông Lam thắng", "Đội bóng Sông Lam", id="proper-name"),
        pytest.param("Đội bóng ra sân", "Đội bóng", id="nothing"),
    ],
)
def test_read_behind(text: str, name: str) -> None:
    tokens = tokenize(text)
    assert tokens.text(0, read_behind(tokens, 0, 2, len(tokens))) == name


def test_bodies_joined_by_commas_are_one_stretch() -> None:
    tokens = tokenize("Thủ tướng Chính phủ, Bộ Quốc phòng và Quân khu 3 tặng")
    whole = read_bodies(tokens, 0, len(tokens))
    assert whole is not None
    assert (
        tokens.text(whole.first, whole.stop) == "Thủ tướng Chính phủ, Bộ Quốc phòng và Quân khu 3"
    )
