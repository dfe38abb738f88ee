"""Names as keys: what is one name in two spellings, and what are two names."""

import pytest

from extractors.campaign_names import name_of, new_key
from extractors.records import CampaignType


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Lao động giỏi, lao động sáng tạo", "LĐ giỏi - LĐ sáng tạo", id="short-words"),
        pytest.param("01 triệu sáng kiến", "Một triệu sáng kiến", id="number-as-a-word"),
        pytest.param("1.000.000 sáng kiến", "1 triệu sáng kiến", id="magnitude-in-digits"),
        pytest.param("75.000 sáng kiến", "75 ngàn sáng kiến", id="thousand-in-the-south"),
        pytest.param("Dạy tốt và học tốt", "Dạy tốt - Học tốt", id="and-or-a-dash"),
        pytest.param("Đảm bảo an toàn", "Bảo đảm an toàn", id="swapped-syllables"),
        pytest.param("Văn hoá công sở", "Văn hóa công sở", id="place-of-the-tone-mark"),
        pytest.param("Kĩ năng số", "Kỹ năng số", id="i-or-y"),
        pytest.param("Vì ANTQ", "Vì an ninh Tổ quốc", id="abbreviated-end"),
    ],
)
def test_spellings_of_one_name_fold_alike(one: str, other: str) -> None:
    assert name_of(one) == name_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("90 ngày đêm", "60 ngày đêm", id="another-number"),
        pytest.param("Xanh - Sạch - Đẹp", "Sáng - Xanh - Sạch - Đẹp", id="one-word-more"),
        pytest.param("Ba nhất", "Năm nhất", id="another-number-word"),
        pytest.param("Tham mưu giỏi, phục vụ tốt", "Tham mưu đúng, phục vụ tốt", id="another-word"),
    ],
)
def test_different_names_stay_apart(one: str, other: str) -> None:
    assert name_of(one) != name_of(other)


def test_a_new_key_is_the_same_with_and_without_its_head() -> None:
    with_head = new_key(name_of("Hội thi Người thợ khéo tay"), CampaignType.HOI_THI)
    without = new_key(name_of("Người thợ khéo tay"), CampaignType.HOI_THI)
    assert with_head == without
    assert with_head.startswith("moi-")


def test_a_fund_and_a_contest_of_one_name_have_two_keys() -> None:
    name = name_of("Người thợ khéo tay")
    assert new_key(name, CampaignType.QUY) != new_key(name, CampaignType.HOI_THI)


def test_a_movement_and_a_programme_of_one_name_have_one_key() -> None:
    name = name_of("Ca sản xuất không lỗi")
    assert new_key(name, CampaignType.PHONG_TRAO) == new_key(name, CampaignType.CHUONG_TRINH)
