from urllib.parse import unquote

import pytest

from corpus.site.charts import grade, make_bars
from corpus.site.numbers import render_change, render_in_words, render_number, render_said
from corpus.site.private_names import find_private
from corpus.site.quotes import BLANK, Names, blank_title, make_quote
from corpus.site.safety import clean_title, safe_link
from extractors.extract import extract_all

SENTENCE = "Chị Lò Thị Mận, công nhân may, được hỗ trợ 5 triệu đồng."
NAME = (4, 14)
MENTION = (SENTENCE.index("5 triệu"), SENTENCE.index("5 triệu") + len("5 triệu"))


@pytest.mark.parametrize(
    ("names", "said"),
    [
        pytest.param("drop", BLANK, id="drop"),
        pytest.param("initials", "L.T.M.", id="initials"),
        pytest.param("keep", "Lò Thị Mận", id="keep"),
    ],
)
def test_a_private_name_is_said_by_the_policy_and_the_mark_stays(names: Names, said: str) -> None:
    quote = make_quote(
        SENTENCE,
        MENTION,
        (0, len(SENTENCE)),
        private=[NAME],
        names=names,
        url=None,
    )
    assert quote.text == SENTENCE.replace("Lò Thị Mận", said)
    assert [piece.text for piece in quote.pieces if piece.kind == "mark"] == ["5 triệu"]


def test_the_link_opens_at_words_of_the_sentence_around_the_mention() -> None:
    quote = make_quote(
        SENTENCE,
        MENTION,
        (0, len(SENTENCE)),
        private=[],
        names="drop",
        url="https://bao.example/tin-1.html#cu",
    )
    assert quote.link is not None
    page, _, fragment = quote.link.partition("#:~:text=")
    assert page == "https://bao.example/tin-1.html"
    assert "5 triệu" in unquote(fragment)
    assert unquote(fragment) in SENTENCE
    assert "-" not in fragment
    assert "," not in fragment


def test_the_link_holds_no_hidden_name() -> None:
    quote = make_quote(
        SENTENCE,
        MENTION,
        (0, len(SENTENCE)),
        private=[NAME],
        names="drop",
        url="https://bao.example/tin-1.html",
    )
    assert quote.link is not None
    assert "Mận" not in unquote(quote.link)
    assert "5 triệu" in unquote(quote.link)


def test_a_fragment_stays_in_its_line() -> None:
    text = "Tít có 5 suất quà\nMở đầu bài viết ở dòng sau."
    quote = make_quote(text, (7, 8), (0, 17), private=[], names="drop", url="https://bao.example/")
    assert quote.link is not None
    assert unquote(quote.link.partition("text=")[2]) == "Tít có 5 suất quà"


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        pytest.param("https://bao.example/a?b=1", "https://bao.example/a?b=1", id="web"),
        pytest.param("javascript:alert(1)", None, id="script"),
        pytest.param("\u0001JaVaScRiPt:alert(1)", None, id="script-behind-a-control"),
        pytest.param("data:text/html,<b>", None, id="data"),
        pytest.param("//bao.example/a", None, id="no-scheme"),
        pytest.param("tin.html", None, id="a-file-name"),
        pytest.param("https://", None, id="no-host"),
        pytest.param("http://[::1", None, id="no-address-at-all"),
        pytest.param(
            'https://bao.example/"><x', "https://bao.example/%22%3E%3Cx", id="quotes-are-encoded"
        ),
    ],
)
def test_only_web_addresses_become_links(url: str, kept: str | None) -> None:
    assert safe_link(url) == kept


def test_a_title_is_one_line_without_signs_that_reorder() -> None:
    assert clean_title("\u202eĐảo\n ngược\u200b") == "Đảo ngược"
    assert len(clean_title("Tít rất dài " * 100)) == 300


def test_a_name_in_a_title_is_blanked() -> None:
    assert blank_title("Chị Lò Thị Mận vượt khó", private=[(4, 14)], names="drop") == (
        f"Chị {BLANK} vượt khó"
    )


def test_workers_are_private_and_officials_in_office_are_not() -> None:
    text = (
        "Anh Vừ A Pó, thợ lò, nhận quà. Chủ tịch LĐLĐ tỉnh Trịnh Quang Sáu phát biểu.\n"
        "Cuối buổi, VỪ A PÓ cảm ơn."
    )
    private = [text[a:b] for a, b in find_private(text, extract_all(text).people)]
    assert "Vừ A Pó" in private
    assert "VỪ A PÓ" in private
    assert not any("Sáu" in name for name in private)


@pytest.mark.parametrize(
    ("value", "shown"),
    [(2411.0, "2.411"), (2400000000.0, "2.400.000.000"), (20.1, "20,1"), (0.5, "0,5")],
)
def test_numbers_are_written_as_vietnamese_print_has_them(value: float, shown: str) -> None:
    assert render_number(value) == shown


def test_a_hedge_is_never_dropped() -> None:
    said = render_said(
        600_000, value_max=None, of=None, unit="đoàn viên", kind="count", modifier="more_than"
    )
    assert said == "hơn 600.000 đoàn viên"
    assert render_in_words(2.4e9, "VND") == "= 2,4 tỷ đồng"
    assert render_in_words(1_045_000_000, "VND") == "= 1,045 tỷ đồng"
    assert render_in_words(1_234_567_890, "VND") == "≈ 1,23 tỷ đồng"
    assert render_in_words(187_650_000, "VND") == "= 187,65 triệu đồng"


def test_a_change_is_a_shape_and_a_number() -> None:
    assert [render_change(n) for n in (3, -2, 0)] == ["▲ 3", "▼ 2", "= 0"]


def test_bars_fill_their_box_and_zero_has_no_height() -> None:
    bars = make_bars([("a", 0), ("b", 5), ("c", 10)], width=30, height=20)
    assert [bar.height for bar in bars] == [0, 10, 20]
    assert all(bar.y + bar.height == 20 for bar in bars)
    assert [grade(n, 8) for n in (0, 1, 8)] == [0, 1, 4]
