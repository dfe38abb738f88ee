"""Awards as records: who gives, who receives, how many, how real; and what the evidence points at."""

import pytest

from extractors.extract import load_extractor
from extractors.records import Award


def read(text: str) -> list[Award]:
    return list(load_extractor().extract(text).awards)


@pytest.mark.parametrize(
    ("text", "grantor"),
    [
        pytest.param(
            "LĐLĐ tỉnh Bình Minh tặng Bằng khen cho 2 tập thể.", "LĐLĐ tỉnh Bình Minh", id="active"
        ),
        pytest.param(
            "Hai cá nhân được Bộ Xây dựng tặng Bằng khen.", "Bộ Xây dựng", id="inside-the-passive"
        ),
        pytest.param("Chị nhận Bằng khen của UBND tỉnh.", "UBND tỉnh", id="after-cua"),
        pytest.param("Chị được tặng Bằng khen.", None, id="not-stated"),
        pytest.param(
            "Ông Vũ Văn Ẩn, Phó Chủ tịch LĐLĐ tỉnh trao Bằng khen cho các tập thể.",
            None,
            id="who-hands-over-is-no-grantor",
        ),
        pytest.param(
            "Thừa ủy quyền Thủ tướng Chính phủ, lãnh đạo tỉnh trao Bằng khen cho 3 cá nhân.",
            "Thủ tướng Chính phủ",
            id="on-behalf",
        ),
    ],
)
def test_grantor(text: str, grantor: str | None) -> None:
    assert [award.grantor for award in read(text)] == [grantor]


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        pytest.param(
            "06 tập thể 08 cá nhân được tặng Bằng khen.",
            [("collective", 6), ("individual", 8)],
            id="two-counts-without-a-sign",
        ),
        pytest.param(
            "57 tập thể, cá nhân được tặng Giấy khen.",
            [("collective", None), ("individual", None)],
            id="one-number-for-two-kinds-counts-neither",
        ),
        pytest.param(
            "Công ty Gốm Bến Đá được tặng Cờ thi đua.", [("enterprise", None)], id="by-name"
        ),
        pytest.param(
            "UBND xã tặng Giấy khen cho 85 người, đại diện cho gần 218 nghìn lao động.",
            [("individual", 85)],
            id="numbers-in-the-description-stay-out",
        ),
    ],
)
def test_recipients(text: str, recipients: list[tuple[str, float | None]]) -> None:
    (award,) = read(text)
    assert [(str(one.kind), one.count) for one in award.recipients] == recipients


def test_evidence_points_at_verb_grantor_and_receivers() -> None:
    text = "LĐLĐ huyện tặng Giấy khen cho 26 tập thể."
    (award,) = read(text)
    assert {one.role: text[one.start : one.end] for one in award.evidence} == {
        "trigger": "tặng",
        "grantor": "LĐLĐ huyện",
        "recipient": "26 tập thể",
    }


def test_each_award_names_its_rule_and_its_confidence() -> None:
    (award,) = read("Ba tập thể được tặng Cờ thi đua.")
    assert award.rule == "award.form.passive"
    assert 0.5 < award.confidence <= 1


def test_a_sentence_of_very_many_awards_is_read_to_its_end() -> None:
    text = "LĐLĐ tỉnh " + ", ".join("tặng Bằng khen cho 2 tập thể" for _ in range(90)) + "."
    found = read(text)
    assert len(found) == 90
    assert {award.grantor for award in found} == {"LĐLĐ tỉnh"}
    assert {award.recipients[0].count for award in found} == {2}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("được " * 400 + "tặng Bằng khen", id="many-passives"),
        pytest.param("danh hiệu “" * 300, id="unclosed-quotes"),
        pytest.param("giải giải Nhất, Nhì, Ba, 1, 2, 3 " * 100, id="ranks"),
        pytest.param("Huân chương hạng", id="cut-off"),
        pytest.param("TẶNG BẰNG KHEN CHO 5 TẬP THỂ", id="capitals"),
    ],
)
def test_broken_text_raises_nothing(text: str) -> None:
    for award in read(text):
        assert text[award.start : award.end].strip()
