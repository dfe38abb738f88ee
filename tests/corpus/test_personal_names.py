"""Personal names leave texts, quotes, titles and addresses, and nothing moves."""

import unicodedata

import pytest

from corpus.gold import load_annotated
from corpus.personal_names import BLANK, find_folded, make_blanker
from corpus.press.benchmark import ENTITIES_GOLD
from extractors.extract import load_extractor
from extractors.text import fold

TEXT = (
    "Chị Đinh Thị Mận nhận Bằng khen\nÔng Lò Văn Pửn, Chủ tịch Công đoàn cơ sở, chúc mừng. "
    "Năm nay, ĐINH THỊ MẬN là người duy nhất được khen. Ảnh: Sầm Hải Yến"
)


def blanked(text: str, names: str = "drop") -> str:
    return make_blanker(text, find_people(text), names).text(text)  # type: ignore[arg-type]


def find_people(text: str) -> tuple[tuple[int, int], ...]:
    return tuple((one.start, one.end) for one in load_extractor().extract_all(text).people)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_names_are_blanked_in_place(form: str) -> None:
    text = unicodedata.normalize(form, TEXT)  # type: ignore[arg-type]
    found = blanked(text)
    assert len(found) == len(text)
    for name in ("Mận", "MẬN", "Pửn", "Yến"):
        assert unicodedata.normalize(form, name) not in found  # type: ignore[arg-type]
    assert "Bằng khen" in unicodedata.normalize("NFC", found)
    assert "Chủ tịch Công đoàn cơ sở" in unicodedata.normalize("NFC", found)


def test_initials_keep_one_letter_a_syllable() -> None:
    assert blanked(TEXT, "initials").startswith("Chị Đ■■■ T■■ M■■ nhận")


def test_kept_names_are_kept() -> None:
    assert blanked(TEXT, "keep") == TEXT


def test_an_address_that_spells_a_name_is_told() -> None:
    blanker = make_blanker(TEXT, find_people(TEXT), "drop")
    assert blanker.is_in_address("https://bao.example/chi-dinh-thi-man-nhan-bang-khen-12.html")
    assert not blanker.is_in_address("https://bao.example/dinh-thi-manh-12.html")


def test_words_in_small_letters_are_no_name() -> None:
    assert find_folded("trong mùa thu hà nội, chị Thu Hà", ["thu ha"]) == ((26, 32),)


def test_no_whole_name_of_the_press_is_left() -> None:
    left = []
    for document in load_annotated(ENTITIES_GOLD, layers=("people",)):
        found = blanked(document.text or "")
        folded = fold(found)
        for person in document.layer("people"):
            name = str(person["text"])
            if len(name.split()) > 1 and (name in found or fold(name) in folded):
                left.append((document.id, name))
    assert left == []


def test_given_names_of_the_press_are_blanked_nearly_all() -> None:
    total = blank = 0
    for document in load_annotated(ENTITIES_GOLD, layers=("people",)):
        found = blanked(document.text or "")
        for person in document.layer("people"):
            total += 1
            start, end = int(str(person["start"])), int(str(person["end"]))
            blank += set(found[start:end]) <= {BLANK, " "}
    assert blank / total > 0.97


@pytest.mark.parametrize(
    ("credit", "left"),
    [
        pytest.param("Giờ tan ca. Ảnh minh họa: Mộc Lan Chi", "Giờ tan ca. Ảnh minh họa: ", id="a-kind-of-photo"),
        pytest.param("Lễ trao quà (Ảnh: T.Thuỷ)", "Lễ trao quà (Ảnh: )", id="a-letter-and-a-dot"),
        pytest.param("Bài: N.T. Hậu", "Bài: ", id="two-letters"),
        pytest.param("Ảnh: tư liệu của công ty", "Ảnh: tư liệu của công ty", id="no-name"),
        pytest.param("Tin: TP.Huế có 12 đội thi", "Tin: TPHuế có 12 đội thi", id="a-place"),
    ],
)  # fmt: skip
def test_credits_name_nobody(credit: str, left: str) -> None:
    shown = make_blanker(credit, (), "drop").text(credit)
    assert " ".join(shown.replace(BLANK, "").replace(".", "").split()) == " ".join(
        left.replace(".", "").split()
    )
