"""Figures: the spec files, the owner of each digit, evidence, robustness and linear time."""

import json
from pathlib import Path

import pytest

from extractors.document import read_document
from extractors.figures import find_figures
from extractors.lexicon import Lexicon
from extractors.records import DigitOwner, DigitRun, Figure, FigureKind, Modifier, Span
from tests.work import count_calls

SPECS = sorted((Path(__file__).parent / "specs").glob("figures_*.json"))
LEXICON = Lexicon(())


def read(text: str, names: tuple[str, ...] = ()) -> tuple[tuple[Figure, ...], tuple[DigitRun, ...]]:
    """Find the figures of a text without zero-width signs; `names` are names to be found in it."""
    document = read_document(text, LEXICON)
    spans = [Span(start=text.index(n), end=text.index(n) + len(n)) for n in names]
    return find_figures(document, names=spans)


def spec_cases() -> list[object]:
    found: list[object] = []
    for path in SPECS:
        for case in json.loads(path.read_text("utf-8"))["cases"]:
            found.append(pytest.param(case, id=f"{path.stem}-{case['id']}"))
    return found


@pytest.mark.parametrize("case", spec_cases())
def test_spec(case: dict[str, object]) -> None:
    text = str(case["text"])
    quoted = ("Mái ấm Công đoàn",) if "Mái ấm Công đoàn" in text else ()
    found = read(text, quoted)[0]
    expected = case["expect"]
    assert isinstance(expected, list)
    shown = [
        {
            "text": text[f.start : f.end],
            "value": f.value,
            "value_max": f.value_max,
            "of": f.of,
            "modifier": f.modifier.value,
            "kind": f.kind.value,
            "unit": f.unit,
        }
        for f in found
    ]
    assert shown == [{"value_max": None, "of": None, **one} for one in expected]


def test_at_least_two_fifths_of_the_cases_must_not_find() -> None:
    cases = [case for path in SPECS for case in json.loads(path.read_text("utf-8"))["cases"]]
    assert len(cases) >= 140
    assert sum(not case["expect"] for case in cases) >= 0.4 * len(cases)


def test_a_number_inside_a_name_belongs_to_the_name() -> None:
    text = "Chương trình 1 triệu sáng kiến thu hút 250 tác giả."
    figures, runs = read(text, ("1 triệu sáng kiến",))
    assert [f.value for f in figures] == [250]
    assert [(r.owner, text[r.start : r.end]) for r in runs] == [
        (DigitOwner.NAME, "1"),
        (DigitOwner.FIGURE, "250"),
    ]


def test_the_number_of_a_known_name_is_remembered() -> None:
    text = "Chủ đề “Hành trình 30 năm dựng xây” được chọn.\nHành trình 30 năm dựng xây khép lại."
    assert read(text)[0] == ()


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Sáng 27/4/2022, hội nghị khai mạc.", DigitOwner.DATE),
        ("Năm 2019, xưởng mới mở.", DigitOwner.YEAR),
        ("Nhiệm kỳ 2018-2023 khép lại.", DigitOwner.PERIOD),
        ("Lễ bắt đầu lúc 7h30.", DigitOwner.TIME),
        ("Hội diễn lần thứ 17 thành công.", DigitOwner.ORDINAL),
        ("Nghị quyết số 07/NQ-TLĐ được quán triệt.", DigitOwner.DOCUMENT),
        ("Điện thoại: 02373.852.369.", DigitOwner.PHONE),
        ("LĐLĐ quận 11 họp.", DigitOwner.ADDRESS),
        ("Tàu QNg 90917 TS đã về.", DigitOwner.CODE),
        ("Đội nhà thắng 3-1.", DigitOwner.SCORE),
        ("Nhà máy theo chuẩn 4.0.", DigitOwner.MODEL),
        ("Kỷ niệm 95 năm Ngày thành lập ngành.", DigitOwner.ANNIVERSARY),
        ("Gian hàng 0 đồng mở cửa.", DigitOwner.TERM),
        ("1. Công đoàn ngành Y tế", DigitOwner.FURNITURE),
        ("Tổ có 12 người.", DigitOwner.FIGURE),
    ],
)
def test_the_owner_of_a_number(text: str, owner: DigitOwner) -> None:
    assert [run.owner for run in read(text)[1]] == [owner]


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 1/2/2020, 3-4 người ở số 5 đường 30/4 nhận 2,5 triệu đồng (12.3%) theo QĐ 45/QĐ-UB, gọi 0912 345 678.",
        "1.1.1.1 2..3 4,,5 6/7/8/9 10-11-12 m2 CO2 9A2 1tr2 5S 24/7 1900.0456 0.5.0.5",
        "Giải A | 1 | 2,5\n3 | 4 | x5y6z7\n8%9‰ 10h20p 11g12 ½ ٣",
    ],
)
def test_each_run_of_digits_has_exactly_one_owner(text: str) -> None:
    runs = read(text)[1]
    for place, sign in enumerate(text):
        if sign.isdecimal():
            assert sum(run.start <= place < run.end for run in runs) == 1, (place, sign)


def test_evidence_names_hedge_and_unit() -> None:
    text = "Có hơn 2.219 cá nhân được khen."
    figure = read(text)[0][0]
    assert {e.role: text[e.start : e.end] for e in figure.evidence} == {
        "modifier": "hơn",
        "unit": "cá nhân",
    }
    assert figure.rule == "figure.digits"
    assert 0.9 < figure.confidence <= 1


def test_the_same_values_in_upper_case_and_other_spellings() -> None:
    lower = read("hơn 2,5 tỷ đồng cho 45 đoàn viên nữ")[0]
    upper = read("HƠN 2,5 TỈ ĐỒNG CHO 45 ĐOÀN VIÊN NỮ")[0]
    assert [(f.value, f.kind, f.modifier) for f in lower] == [
        (f.value, f.kind, f.modifier) for f in upper
    ]
    assert [f.kind for f in lower] == [FigureKind.MONEY, FigureKind.COUNT]
    assert lower[0].modifier is Modifier.MORE_THAN


def test_words_glued_by_a_lost_blank_keep_their_figure() -> None:
    text = "Ảnh: V.LâmHàng vạn lao động đăng ký."
    figure = read(text)[0][0]
    assert (text[figure.start : figure.end], figure.value) == ("Hàng vạn", 10_000)


@pytest.mark.parametrize(
    "piece",
    [
        "1.1",
        "1, ",
        "5/",
        "5-6-",
        "(5 ",
        "“5 ",
        "hai ba ",
        "trăm nghìn ",
        "từ 5 đến ",
        "số là 5 ",
        "7 | 8\n",
        "(a b 1, ",
    ],
)
def test_the_work_grows_with_the_length_of_a_line_alone(piece: str) -> None:
    def work(size: int) -> int:
        document = read_document((piece * size)[:size], LEXICON)
        return count_calls(lambda: find_figures(document, names=()))

    assert work(15_000) < 6.5 * work(3_000)
