"""Bodies, offices and persons: where a name begins and ends."""

import pytest

from extractors.bodies import read_bodies, read_body
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
        pytest.param("công nhân vui mừng", None, None, id="a-common-noun"),
        pytest.param("tỉnh ta còn nghèo", None, None, id="a-place-without-a-name"),
    ],
)
def test_read_body(text: str, name: str | None, kind: str | None) -> None:
    tokens = tokenize(text)
    body = read_body(tokens, 0, len(tokens))
    found = (None, None) if body is None else (tokens.text(body.first, body.stop), str(body.kind))
    assert found == (name, kind)


def test_bodies_joined_by_commas_are_one_stretch() -> None:
    tokens = tokenize("Thủ tướng Chính phủ, Bộ Quốc phòng và Quân khu 3 tặng")
    whole = read_bodies(tokens, 0, len(tokens))
    assert whole is not None
    assert (
        tokens.text(whole.first, whole.stop) == "Thủ tướng Chính phủ, Bộ Quốc phòng và Quân khu 3"
    )
