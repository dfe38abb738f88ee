"""The tagger: its features and tags, and that training is measured on what was not trained on."""

from pathlib import Path

import pytest

from corpus.errors import CorpusError
from corpus.gold import load_annotated
from corpus.press.build_gold import GOLD
from corpus.records import Annotated
from corpus.train import measure_gain, train_tagger
from extractors.document import read_document
from extractors.extract import load_extractor
from extractors.records import Span
from extractors.tagging import span_tags, tag_spans, token_features

TEXT = "Phong trào “Hai giỏi” và Tháng Công nhân"


def test_tags_and_spans_are_the_same_thing() -> None:
    document = read_document(TEXT, load_extractor().lexicon)
    start, month = TEXT.index("Hai"), TEXT.index("Tháng")
    spans = (Span(start=start, end=start + 8), Span(start=month, end=len(TEXT)))
    tags = span_tags(document, spans)
    assert " ".join(tags) == "O O O B I O O B I I"
    assert tag_spans(document, tags) == spans


def test_a_feature_says_what_stands_in_quotation_marks() -> None:
    features = token_features(read_document(TEXT, load_extractor().lexicon))
    assert "q=2" in features[3]
    assert "q=0" in features[7]


@pytest.mark.model
@pytest.mark.slow
def test_a_model_is_measured_on_articles_it_has_not_seen(tmp_path: Path) -> None:
    documents = load_annotated(GOLD)[:20]
    gain = measure_gain(documents, "campaigns", folds=2)
    assert gain.rules.f1 > gain.model.f1 > 0.2
    first, second = (train_tagger(documents, "campaigns", tmp_path / name) for name in ("a", "b"))
    assert first.tags_sha256 == second.tags_sha256


@pytest.mark.parametrize(
    ("layer", "text", "message"),
    [("figures", "a", "no tagger is trained"), ("campaigns", None, "no text")],
)
def test_what_cannot_be_trained_on_is_said(layer: str, text: str | None, message: str) -> None:
    documents = [Annotated(id="x", text=text, mentions={})] * 2
    with pytest.raises(CorpusError, match=message):
        measure_gain(documents, layer, folds=2)
