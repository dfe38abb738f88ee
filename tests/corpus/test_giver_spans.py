"""One grammar of bodies: the giver of an award ends where the mention of the organisation ends."""

from pathlib import Path

import pytest

from corpus.gold import load_annotated
from extractors.extract import load_extractor

CORPUS = Path(__file__).parents[2] / "corpus"
GOLDS = {name: CORPUS / name / "gold.jsonl" for name in ("press", "passages")}
# Givers that stand where organisations are mentioned; the texts hold many more that name none.
LEAST = 150


@pytest.mark.parametrize("name", sorted(GOLDS))
def test_a_giver_ends_with_the_organisation_it_names(name: str) -> None:
    extractor = load_extractor()
    apart, together = [], 0
    for document in load_annotated(GOLDS[name]):
        text = document.text or ""
        facts = extractor.extract_all(text)
        for award in facts.awards:
            for giver in (one for one in award.evidence if one.role == "grantor"):
                named = [
                    body
                    for body in facts.organizations
                    if body.start < giver.end and giver.start < body.end
                ]
                together += bool(named)
                if named and (named[-1].end != giver.end or named[0].start < giver.start):
                    apart.append((text[giver.start : giver.end], named[-1].name))
    assert together >= LEAST
    assert apart == []
