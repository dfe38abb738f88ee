"""Where an unquoted name ends."""

import pytest

from extractors.campaign_ends import name_end
from extractors.campaign_heads import find_governors, head_terms
from extractors.document import read_document
from extractors.lexicon import Lexicon

LEXICON = Lexicon(head_terms())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Hội thi thợ giỏi tỉnh Bình Minh do LĐLĐ tổ chức", "Hội thi thợ giỏi tỉnh Bình Minh", id="launcher"),
        pytest.param("Hội thi thợ giỏi diễn ra sáng nay", "Hội thi thợ giỏi", id="clause"),
        pytest.param("Hội thi thợ giỏi của xí nghiệp", "Hội thi thợ giỏi", id="possessor"),
        pytest.param("Hội thi giáo viên giỏi cấp huyện năm 2019", "Hội thi giáo viên giỏi cấp huyện", id="level"),
        pytest.param("Hội thi đọc sách công nhân các khu công nghiệp lần II", "Hội thi đọc sách công nhân các khu công nghiệp", id="the-parks"),
        pytest.param("Hội thi tìm hiểu tư tưởng, đạo đức, phong cách", "Hội thi tìm hiểu tư tưởng, đạo đức, phong cách", id="set-phrase-with-commas"),
        pytest.param("Hội thi nhà giáo tài năng, duyên dáng năm 2012", "Hội thi nhà giáo tài năng, duyên dáng", id="comma-before-the-last-word"),
        pytest.param("Hội thi thợ giỏi, công nhân rất phấn khởi", "Hội thi thợ giỏi", id="comma-before-a-clause"),
        pytest.param("Hội thi cắm hoa và Gói bánh chưng", "Hội thi cắm hoa và Gói bánh chưng", id="joined-by-and"),
        pytest.param("Hội thi cắm hoa và trao quà", "Hội thi cắm hoa", id="and-before-a-verb"),
        pytest.param("Hội thi cắm hoa và Lễ trao thưởng", "Hội thi cắm hoa", id="and-before-another-event"),
        pytest.param("Hội thi cắm hoa và Tháng Công nhân", "Hội thi cắm hoa", id="and-before-another-head"),
        pytest.param("Giải chạy Báo Ví Dụ lần thứ 40 - Vì hòa bình", "Giải chạy Báo Ví Dụ lần thứ 40 - Vì hòa bình", id="edition-inside"),
        pytest.param("Giải chạy Báo Ví Dụ lần thứ 40 năm 2013", "Giải chạy Báo Ví Dụ", id="edition-at-the-end"),
        pytest.param("Hội thi hùng biện tiếng Anh", "Hội thi hùng biện tiếng Anh", id="capitalised-word-is-no-pronoun"),
    ],
)  # fmt: skip
def test_name_end(text: str, name: str) -> None:
    document = read_document(text, LEXICON)
    governors = find_governors(document)
    head = governors.heads[0]
    stop = name_end(document.tokens, head.stop, governors, event=True)
    assert document.tokens.text(0, stop) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Quỹ Chắp cánh hỗ trợ 30 em", "Quỹ Chắp cánh", id="what-it-does"),
        pytest.param("Quỹ Chắp cánh 5 tỷ đồng", "Quỹ Chắp cánh", id="a-number"),
        pytest.param("Quỹ Chắp cánh và các nhà hảo tâm", "Quỹ Chắp cánh", id="others-beside-it"),
    ],
)
def test_a_fund_ends_before_what_it_does(text: str, name: str) -> None:
    document = read_document(text, LEXICON)
    governors = find_governors(document)
    stop = name_end(document.tokens, 1, governors, event=True, fund=True)
    assert document.tokens.text(0, stop) == name
