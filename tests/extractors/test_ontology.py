"""The packaged ontology: whole, with sources, without contradictions; and the lexicon built on it."""

from extractors.extract import load_extractor
from extractors.lexicon import Hit, Lexicon, Term, longest
from extractors.ontology import load_ontology
from extractors.records import CampaignType
from extractors.tokens import tokenize

NO_CAMPAIGNS = {"giai_thuong", "le_ky_niem"}


def test_every_entry_has_a_source_and_an_id_of_its_own() -> None:
    ontology = load_ontology()
    for entries in (ontology.campaigns, ontology.awards, ontology.bodies):
        assert all(entry.sources for entry in entries)
        assert len({entry.id for entry in entries}) == len(entries)


def test_types_of_campaigns_are_those_of_the_guideline() -> None:
    types = {entry.type for entry in load_ontology().campaigns}
    assert types - NO_CAMPAIGNS <= {one.value for one in CampaignType}


def test_sixty_three_provinces_become_thirty_four() -> None:
    provinces = load_ontology().provinces
    assert len({p.name for p in provinces}) == 63
    assert len({p.today for p in provinces}) == 34


def test_a_phrase_is_found_in_every_spelling() -> None:
    lexicon = Lexicon([Term("place", "Thanh Hóa", "thanh-hoa"), Term("place", "Hóa", "hoa")])
    found = lexicon.find(tokenize("từ THANH HOÁ đến Thanh Hóa"))
    assert longest(found["place"]) == (Hit(1, 3, "thanh-hoa"), Hit(4, 6, "thanh-hoa"))


def test_the_vocabulary_does_not_grow_with_the_texts_read() -> None:
    lexicon = load_extractor().lexicon
    before = len(lexicon)
    for number in range(200):
        lexicon.find(tokenize(f"từ mới zz{number} lần đầu, {number * 977} suất quà"))
    assert len(lexicon) == before
