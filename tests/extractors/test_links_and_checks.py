"""Links, parts and checks: what belongs to what, and which sums come out."""

from datetime import date

import pytest

from extractors.entities import CheckKind, Relation
from extractors.extract import extract_all, load_extractor
from tests.extractors.links import linked
from tests.work import count_calls


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "LĐLĐ tỉnh Sơn La tiếp nhận 712 công đoàn cơ sở.",
            {("712", "LĐLĐ tỉnh Sơn La")},
            id="body-before",
        ),
        pytest.param(
            "LĐLĐ huyện phối hợp với Ngân hàng Sao Khuê cho 58 hộ vay vốn.",
            {("58", "LĐLĐ huyện")},
            id="not-the-helper",
        ),
        pytest.param(
            "Công đoàn xã Tam Đường chi:\n- 40 triệu đồng tặng quà\n- 12 triệu đồng sửa nhà",
            {("40 triệu", "Công đoàn xã Tam Đường"), ("12 triệu", "Công đoàn xã Tam Đường")},
            id="head-of-a-list",
        ),
        pytest.param(
            "Cụm thi đua | Số CĐCS\nCụm số 1 | 214\nCụm số 2 | 187",
            {("214", "Cụm số 1"), ("187", "Cụm số 2")},
            id="row",
        ),
        pytest.param(
            "LĐLĐ tỉnh họp. Năm qua, toàn tỉnh có 612 sáng kiến.",
            {("612", "LĐLĐ tỉnh")},
            id="all-of-the-province",
        ),
        pytest.param(
            "Chị Hoa, công nhân Công ty May Lam, nuôi 3 con.", set(), id="not-the-workplace"
        ),
        pytest.param("Có 612 sáng kiến được gửi về.", set(), id="no-body-no-link"),
        pytest.param(
            "LĐLĐ tỉnh Sơn La họp bàn. Tỉnh đặt mục tiêu có thêm 6.500 đoàn viên.",
            {("6.500", "LĐLĐ tỉnh Sơn La")},
            id="the-province-acts",
        ),
        pytest.param(
            "LĐLĐ tỉnh Sơn La họp bàn. Tỉnh lộ qua đây rộng thêm 6 làn xe.",
            set(),
            id="a-road-of-the-province",
        ),
        pytest.param(
            "Có 430 hồ sơ được LĐLĐ tỉnh Sơn La xem lại.",
            {("430", "LĐLĐ tỉnh Sơn La")},
            id="done-by-a-body-behind",
        ),
        pytest.param(
            "Cả xã còn 12 hộ thiếu nước; thợ trẻ vừa báo tin cho Sở Xây dựng biết.",
            set(),
            id="a-body-further-on-is-no-lead",
        ),
        pytest.param(
            "Ông Lê Văn Thụ, Chủ tịch LĐLĐ huyện Mường Lai, cho biết: Sau bão, đã sửa 27 căn nhà.",
            {("27", "LĐLĐ huyện Mường Lai")},
            id="an-officer-reports",
        ),
        pytest.param(
            "Chị Lò Thị Sen, công nhân Công ty Than Khe Vầu, cho biết: Sau bão, đã sửa 27 căn nhà.",
            set(),
            id="a-worker-reports-for-nobody",
        ),
        pytest.param(
            "Văn phòng LĐLĐ tỉnh chuyển công văn của LĐLĐ tỉnh. Năm qua, toàn tỉnh có 612 sáng kiến.",
            {("612", "LĐLĐ tỉnh")},
            id="the-province-is-no-office",
        ),
        pytest.param(
            "Ông Lũy, nghiệp đoàn Bến Đá, ra khơi. Hiện toàn huyện có 9 bến cá.",
            set(),
            id="a-small-union-is-no-district",
        ),
        pytest.param("LĐLĐ tỉnh đã họp 5 lần.", set(), id="occasions-are-not-linked"),
    ],
)
def test_bodies_of_figures(text: str, found: set[tuple[str, str]]) -> None:
    assert linked(text, Relation.ORGANIZATION) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Năm 2025, xã có 128 hồ sơ.", {("128", "Năm 2025")}, id="before"),
        pytest.param("Có 90 hộ khó khăn, giảm so với năm 2024.", set(), id="compared-with"),
        pytest.param(
            "Số vụ giảm từ 126 vụ (năm 2020) xuống 42 vụ (năm 2024).",
            {("126", "năm 2020"), ("42", "năm 2024")},
            id="in-brackets",
        ),
        pytest.param(
            "Phát biểu sáng 10/3/2026, bà Lan cho biết cuộc thi nhận 954 bài.",
            set(),
            id="day-of-the-speech",
        ),
        pytest.param(
            "Tại hội nghị sơ kết 6 tháng đầu năm 2022, bà Lan cho biết cuộc thi nhận 954 bài.",
            {("954", "6 tháng đầu năm 2022")},
            id="what-the-meeting-reviews",
        ),
        pytest.param(
            "Từ 9 vụ năm 2009, nay cả vùng còn 3 vụ năm 2017.",
            {("9", "năm 2009"), ("3", "năm 2017")},
            id="right-behind-what-is-counted",
        ),
        pytest.param(
            "Ra đời tháng 10/2020, tổ tự quản nay có 31 xóm trọ.", set(), id="not-when-it-began"
        ),
        pytest.param(
            "Cuộc thi nhận bài đến hết ngày 15/8/2022, cơ cấu gồm 12 phần quà.",
            set(),
            id="not-the-deadline",
        ),
        pytest.param(
            "Tính đến hết tháng 6/2022, có 90 hộ vay vốn.",
            {("90", "tháng 6/2022")},
            id="until-when-it-was-counted",
        ),
    ],
)
def test_periods_of_figures(text: str, found: set[tuple[str, str]]) -> None:
    assert linked(text, Relation.PERIOD) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "Xã có 84 CĐCS, trong đó có 29 công đoàn trường học.", {("29", "84")}, id="trong-do"
        ),
        pytest.param(
            "Có 316 sáng kiến (loại A 22, loại B 119, loại C 175).",
            {("22", "316"), ("119", "316"), ("175", "316")},
            id="brackets-that-add-up",
        ),
        pytest.param("Có 2 trong số 33 nhà giáo được thưởng.", {("2", "33")}, id="trong-so"),
        pytest.param(
            "Trong số 46 căn nhà được hỗ trợ, có 19 căn xây mới.",
            {("19", "46")},
            id="trong-so-first",
        ),
        pytest.param(
            "Luật sư kể: trong 120 hồ sơ, chỉ 4 hồ sơ của thợ lò.",
            {("4", "120")},
            id="trong-behind-a-colon",
        ),
        pytest.param(
            "Trong 430 hồ sơ vừa xem lại có 11 trường hợp dùng bằng giả.",
            {("11", "430")},
            id="cases-of-what-was-counted",
        ),
        pytest.param(
            "Có 218 doanh nghiệp phải rà soát; năm trước, 11 doanh nghiệp trong số này bị phạt.",
            {("11", "218")},
            id="of-these",
        ),
        pytest.param("Tổ có 17 người thì 6 người làm ca đêm.", {("6", "17")}, id="thi"),
        pytest.param(
            "Cả vùng có 64 cuộc ngừng việc; 78,1% số cuộc ở các xưởng gỗ.",
            {("78,1", "64")},
            id="a-share-of-the-number",
        ),
        pytest.param(
            "Cả vùng có 64 cuộc ngừng việc; 78,1% số xưởng đã họp lại.",
            set(),
            id="a-share-of-others",
        ),
        pytest.param("Cứ 10 người thì 3 người ở trọ.", set(), id="a-rate-is-no-part"),
        pytest.param("Nhà có 17 người thì 6 phòng là vừa.", set(), id="thi-of-something-else"),
        pytest.param("Có 41 đoàn viên (tăng 6 so với cùng kỳ).", set(), id="a-change-is-no-part"),
        pytest.param("Tặng 30 suất quà và 12 nhà.", set(), id="beside-each-other"),
    ],
)
def test_parts(text: str, found: set[tuple[str, str]]) -> None:
    assert linked(text, Relation.PART_OF) == found


def test_an_award_leads_to_its_grantor_and_receivers_to_the_award() -> None:
    text = "LĐLĐ tỉnh Sơn La tặng Bằng khen cho 3 tập thể và 9 cá nhân."
    assert linked(text, Relation.GRANTOR) == {("Bằng khen", "LĐLĐ tỉnh Sơn La")}
    assert linked(text, Relation.RECIPIENT_COUNT) == {("3", "Bằng khen"), ("9", "Bằng khen")}
    assert linked(text, Relation.ORGANIZATION) == set()


@pytest.mark.parametrize(
    ("text", "kind", "passed"),
    [
        pytest.param(
            "Toàn ngành có 7.929/1500 sáng kiến, đạt 528,6%.", CheckKind.PLAN, True, id="plan-holds"
        ),
        pytest.param(
            "Toàn ngành có 750/500 sáng kiến, đạt 120%.", CheckKind.PLAN, False, id="plan-fails"
        ),
        pytest.param(
            "Có 237 suất quà, gồm 128 suất quà gạo, 64 suất quà mì và 35 suất quà vở.",
            CheckKind.LIST_SUM,
            False,
            id="sum-fails",
        ),
        pytest.param(
            "Có 227 suất quà, gồm 128 suất quà gạo, 64 suất quà mì và 35 suất quà vở.",
            CheckKind.LIST_SUM,
            True,
            id="sum-holds",
        ),
        pytest.param(
            "Có 100 đoàn viên, trong đó có 120 nữ đoàn viên.",
            CheckKind.PARTS,
            False,
            id="part-too-big",
        ),
        pytest.param(
            "Xã có 6.284 đoàn viên (nữ 4.517, chiếm 71,9%).",
            CheckKind.SHARE,
            True,
            id="share-holds",
        ),
    ],
)
def test_checks(text: str, kind: CheckKind, *, passed: bool) -> None:
    assert (kind, passed) in [(one.kind, one.passed) for one in extract_all(text).checks]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Có 12 đơn vị họp, 75% số đơn vị đạt chuẩn.", id="share-of-the-number"),
        pytest.param("Có 41 đoàn viên, trong đó 63,5% là nữ.", id="share-behind-trong-do"),
    ],
)
def test_a_share_is_not_held_against_the_number_that_it_is_of(text: str) -> None:
    facts = extract_all(text)
    assert [one.relation for one in facts.links] == [Relation.PART_OF]
    assert facts.checks == ()


def test_a_failed_check_lowers_confidence_and_edits_nothing() -> None:
    text = "Có 237 suất quà, gồm 128 suất quà gạo, 64 suất quà mì và 35 suất quà vở."
    whole, all_layers = load_extractor().extract(text), extract_all(text)
    assert [one.value for one in all_layers.figures] == [one.value for one in whole.figures]
    assert all(
        low.confidence < high.confidence
        for low, high in zip(all_layers.figures, whole.figures, strict=True)
    )


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param(
            "Chị Vũ Thị Mận nói: “Vui”. LĐLĐ tỉnh chi 3 triệu đồng, trong đó 2 suất; ", id="all"
        ),
        pytest.param("trong đó 5 người (3 nam, ", id="openers"),
        pytest.param("“Ông Lê Văn Sáng nói ", id="open-quotes"),
        pytest.param("ngày 5/8 đến ", id="ranges"),
    ],
)
def test_the_work_grows_with_the_length_alone(unit: str) -> None:
    def work(size: int) -> int:
        text = unit * (size // len(unit))
        return count_calls(lambda: extract_all(text, published=date(2025, 1, 1)))

    work(2_000)  # what is read once only
    assert work(10_000) < 7 * work(2_000)


def test_no_sum_of_the_seeds_is_flagged(shared: object) -> None:
    import json
    from pathlib import Path

    lines = (Path(str(shared)) / "gold" / "seeds.jsonl").read_text("utf-8").splitlines()
    failed = [
        check
        for line in lines
        for check in extract_all(json.loads(line)["text"]).checks
        if not check.passed
    ]
    assert failed == []
