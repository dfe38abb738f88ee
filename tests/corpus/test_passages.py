"""The passages: whole, by the closed sets of the guideline, with an id each."""

from corpus.floors import GOLDS
from corpus.gold import find_faults, load_annotated


def test_the_passages_are_annotated_without_fault() -> None:
    documents = load_annotated(GOLDS["passages"])
    assert len(documents) == 220
    assert [fault for one in documents for fault in find_faults(one)] == []
