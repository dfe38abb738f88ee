"""Train a small tagger on annotated texts of our own and say, by cross-validation, what it would gain over the rules."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from underthesea_core import CRFModel, CRFTagger, CRFTrainer

from corpus.errors import CorpusError
from corpus.evaluate import Counts
from corpus.measures import place
from corpus.records import Annotated
from extractors.document import Document, read_document
from extractors.extract import Extractor, load_extractor
from extractors.records import Span
from extractors.tagging import span_tags, tag_spans, token_features

TRAINED = ("campaigns", "awards")
ITERATIONS = 80


@dataclass(frozen=True, slots=True)
class Gain:
    """How many spans were exactly right on texts that the model had not seen."""

    rules: Counts
    """The rules alone."""
    model: Counts
    """The model alone."""
    union: Counts
    """The rules, and what the model finds where the rules find nothing."""


@dataclass(frozen=True, slots=True)
class _Read:
    document: Document
    features: list[list[str]]
    gold: tuple[Span, ...]
    rules: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Trained:
    """What tells a trained model."""

    sha256: str
    """Hash of its file. Two trainings differ in the last bits of some weights, so in this."""
    tags_sha256: str
    """Hash of the tags it gives to what it was trained on: equal for two trainings on the same texts."""


def train_tagger(documents: Sequence[Annotated], layer: str, out: Path) -> Trained:
    """Train on all documents and write the model."""
    read = _read_all(documents, layer, load_extractor())
    model = _train(read)
    model.save(str(out))
    tagger = CRFTagger.from_model(model)
    tags = "\n".join(" ".join(tagger.tag(one.features)) for one in read)
    return Trained(
        sha256=hashlib.sha256(out.read_bytes()).hexdigest(),
        tags_sha256=hashlib.sha256(tags.encode()).hexdigest(),
    )


def measure_gain(documents: Sequence[Annotated], layer: str, *, folds: int = 5) -> Gain:
    """Train on all folds but one, tag that one, and so on; documents are dealt to folds in their order."""
    read = _read_all(documents, layer, load_extractor())
    if not 2 <= folds <= len(read):
        raise CorpusError(f"{folds} folds of {len(read)} documents: give 2 or more, not above that")
    counts = {name: [0, 0] for name in ("rules", "model", "union")}
    for fold in range(folds):
        trained = _train([one for n, one in enumerate(read) if n % folds != fold])
        tagger = CRFTagger.from_model(trained)
        for one in read[fold::folds]:
            model = tag_spans(one.document, tagger.tag(one.features))
            more = tuple(span for span in model if not _meets(span, one.rules))
            found = {"rules": one.rules, "model": model, "union": (*one.rules, *more)}
            for name, spans in found.items():
                counts[name][0] += len({(s.start, s.end) for s in spans} & _places(one.gold))
                counts[name][1] += len(spans)
    total = sum(len(one.gold) for one in read)
    scores = {
        n: Counts(right=right, predicted=given, gold=total) for n, (right, given) in counts.items()
    }
    return Gain(scores["rules"], scores["model"], scores["union"])


def _read_all(documents: Sequence[Annotated], layer: str, extractor: Extractor) -> list[_Read]:
    if layer not in TRAINED:
        raise CorpusError(f"{layer}: no tagger is trained for it; known are {', '.join(TRAINED)}")
    read: list[_Read] = []
    for one in documents:
        if one.text is None:
            raise CorpusError(f"{one.id}: no text to train on")
        document = read_document(one.text, extractor.lexicon)
        if document.layer.starts is not None:
            continue
        places = (place(mention) for mention in one.layer(layer))
        facts = extractor.extract(one.text)
        rules: Sequence[Span] = facts.campaigns if layer == "campaigns" else facts.awards
        read.append(
            _Read(
                document=document,
                features=token_features(document),
                gold=tuple(Span(start=start, end=end) for start, end in places),
                rules=tuple(Span(start=r.start, end=r.end) for r in rules),
            )
        )
    return read


def _train(read: Sequence[_Read]) -> CRFModel:
    trainer = CRFTrainer(
        loss_function="lbfgs", l1_penalty=0.1, l2_penalty=0.01, max_iterations=ITERATIONS, verbose=0
    )
    return trainer.train(
        [one.features for one in read], [span_tags(one.document, one.gold) for one in read]
    )


def _places(spans: Sequence[Span]) -> set[tuple[int, int]]:
    return {(span.start, span.end) for span in spans}


def _meets(span: Span, others: Sequence[Span]) -> bool:
    return any(min(span.end, other.end) > max(span.start, other.start) for other in others)
