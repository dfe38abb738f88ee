"""Quoted stretches: what opens, what closes, and that nothing unclosed eats the text."""

import pytest

from extractors.quotes import find_quotes
from extractors.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        pytest.param("phong trào “Xưởng sạch” lan rộng", ["Xưởng sạch"], id="curly"),
        pytest.param('phong trào "Xưởng sạch" lan rộng', ["Xưởng sạch"], id="straight"),
        pytest.param("phong trào ‘‘Xưởng sạch’’ lan rộng", ["Xưởng sạch"], id="doubled"),
        pytest.param("phong trào ‘‘Xưởng sạch ’’, ca đêm", ["Xưởng sạch"], id="doubled-after-a-blank"),
        pytest.param("phong trào 'Xưởng sạch' lan rộng", ["Xưởng sạch"], id="single"),
        pytest.param('“Xưởng sạch", "Ca đêm", “Bếp ấm"', ["Xưởng sạch", "Ca đêm", "Bếp ấm"], id="curly-closed-by-straight"),
        pytest.param('các "Xưởng sạch ", "Ca đêm"', ["Xưởng sạch", "Ca đêm"], id="blank-before-the-closing-mark"),
        pytest.param("“Nhờ phong trào ‘Xưởng sạch’, tôi vui”", ["Nhờ phong trào ‘Xưởng sạch’, tôi vui", "Xưởng sạch"], id="nested"),
        pytest.param("phong trào “Xưởng sạch, ca đêm", ["Xưởng sạch"], id="unclosed-up-to-a-comma"),
        pytest.param("Công ty O'Neil tặng quà", [], id="apostrophe"),
        pytest.param("“mở đầu\nkết thúc”", ["mở đầu"], id="a-line-break-ends-it"),
        pytest.param("không có dấu nào", [], id="no-marks"),
    ],
)  # fmt: skip
def test_find_quotes(text: str, quoted: list[str]) -> None:
    tokens = tokenize(text)
    assert [tokens.text(quote.first, quote.stop) for quote in find_quotes(tokens)] == quoted
