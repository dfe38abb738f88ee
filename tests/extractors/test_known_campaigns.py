"""Known names found in a text, in any spelling."""

import pytest

from extractors.campaign_index import index_names
from extractors.known_campaigns import find_known
from extractors.ontology import load_ontology
from extractors.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("hưởng ứng tháng công nhân năm nay", ["tháng công nhân"], id="lower-case"),
        pytest.param("giỏi việc nước - đảm việc nhà", ["giỏi việc nước - đảm việc nhà"], id="dash"),
        pytest.param("LĐ giỏi, LĐ sáng tạo", ["LĐ giỏi, LĐ sáng tạo"], id="short-words"),
        pytest.param("95 Mái ấm CĐ vừa xây", ["Mái ấm CĐ"], id="short-last-word"),
        pytest.param("75.000 sáng kiến, vượt khó, phát triển", ["75.000 sáng kiến, vượt khó, phát triển"], id="longest"),
        pytest.param("Hai tốt, “Dạy tốt và học tốt”", ["Hai tốt", "Dạy tốt và học tốt"], id="marks-part-names"),
        pytest.param("tháng. Công nhân nghỉ", [], id="a-point-parts-words"),
        pytest.param("tháng\nCông nhân nghỉ", [], id="a-line-break-parts-words"),
        pytest.param("công nhân làm việc tốt", [], id="words-of-names-are-none"),
        pytest.param("", [], id="nothing"),
    ],
)  # fmt: skip
def test_find_known(text: str, names: list[str]) -> None:
    tokens = tokenize(text)
    hits = find_known(tokens, index_names(load_ontology()))
    assert [tokens.text(hit.first, hit.stop) for hit in hits] == names
