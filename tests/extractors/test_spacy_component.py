"""The pipe component for spaCy users, and the frame for pandas users."""

import importlib.util
from datetime import date

import pytest
import spacy

import extractors.spacy_component  # the factory registers itself
from extractors.errors import ExtractError
from extractors.extract import extract_all
from extractors.frame import facts_frame

TEXT = "Ngày 5/8, LĐLĐ tỉnh Sơn La tặng Bằng khen cho 3 tập thể."


def test_add_pipe_gives_spans_and_extensions() -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe("thidua")
    doc = nlp(TEXT)
    spans = doc.spans["thidua_organizations"]
    assert [(span.text, span.label_) for span in spans] == [("LĐLĐ tỉnh Sơn La", "organizations")]
    assert spans[0]._.thidua.province == "Sơn La"
    assert doc._.thidua == extract_all(TEXT)


def test_a_day_of_publication_is_used() -> None:
    nlp = spacy.blank("xx")
    nlp.add_pipe("thidua")
    doc = nlp.make_doc(TEXT)
    doc._.thidua_published = date(2025, 8, 6)
    times = nlp.get_pipe("thidua")(doc).spans["thidua_times"]
    assert times[0]._.thidua.begin == "2025-08-05"


def test_the_component_is_made_by_the_named_function() -> None:
    assert extractors.spacy_component.KEY == "thidua"


@pytest.mark.skipif(importlib.util.find_spec("pandas") is not None, reason="pandas is installed")
def test_without_pandas_the_error_says_what_to_install() -> None:
    with pytest.raises(ExtractError, match="pip install pandas"):
        facts_frame(extract_all(TEXT), TEXT)


def test_a_frame_has_one_row_a_mention() -> None:
    pytest.importorskip("pandas")
    frame = facts_frame(extract_all(TEXT), TEXT, layer="organizations")
    assert list(frame["text"]) == ["LĐLĐ tỉnh Sơn La"]
