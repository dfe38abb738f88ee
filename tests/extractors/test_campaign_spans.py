"""Years, editions and loose signs at the ends of names."""

import pytest

from extractors.campaign_spans import trim_name
from extractors.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Tháng Công nhân năm 2017", "Tháng Công nhân", id="year"),
        pytest.param("Vinh quang Việt Nam 2017", "Vinh quang Việt Nam", id="bare-year"),
        pytest.param("Hai giỏi năm học 2021-2022", "Hai giỏi", id="school-year"),
        pytest.param("Dân vận khéo giai đoạn 2016 - 2020", "Dân vận khéo", id="period"),
        pytest.param(
            "Hội thi nấu ăn lần thứ IX, năm 2020", "Hội thi nấu ăn", id="edition-and-year"
        ),
        pytest.param("Hội thi nấu ăn lần thứ hai", "Hội thi nấu ăn", id="edition-in-words"),
        pytest.param(
            "Chuyến xe Công đoàn - Xuân 2024", "Chuyến xe Công đoàn", id="spring-of-a-year"
        ),
        pytest.param("Hai tốt (2021-2025)", "Hai tốt", id="years-in-brackets"),
        pytest.param("Ngõ sạch, nhà đẹp,", "Ngõ sạch, nhà đẹp", id="loose-comma"),
        pytest.param("… Bếp hồng …", "Bếp hồng", id="loose-dots"),
        pytest.param("Giờ thứ 9", "Giờ thứ 9", id="ordinal-that-belongs-to-it"),
        pytest.param("5 không, 3 sạch", "5 không, 3 sạch", id="number-at-the-front"),
        pytest.param("Hành trình 30 năm", "Hành trình 30 năm", id="a-number-of-years"),
        pytest.param(
            "An toàn lao động (ATLĐ)", "An toàn lao động (ATLĐ)", id="short-form-in-brackets"
        ),
        pytest.param("2019", "2019", id="a-year-alone-is-left"),
    ],
)
def test_trim_name(text: str, name: str) -> None:
    tokens = tokenize(text)
    assert tokens.text(*trim_name(tokens, 0, len(tokens))) == name


def test_signs_alone_leave_nothing() -> None:
    tokens = tokenize("…, - ")
    first, stop = trim_name(tokens, 0, len(tokens))
    assert first >= stop
