"""Awards as named in the text: the places where an award is spoken of, before anything else is known of it."""

from collections.abc import Iterable

from extractors.award_form_places import read_bare, read_form, read_rank
from extractors.award_forms import BARE_FORMS, FORM_PHRASES, LOOK_ALIKES, RANK_WORDS, TITLES
from extractors.award_places import LABEL, AwardName, Places
from extractors.award_title_places import (
    read_known_title,
    read_praise,
    read_quoted_title,
    read_titles,
)
from extractors.award_verbs import VERB_PHRASES, VerbKind
from extractors.document import Document
from extractors.lexicon import Hit, Term
from extractors.ontology import Ontology
from extractors.records import AwardForm

CUE = "cue:danh hiệu"
_NAMING = (VerbKind.GIVE, VerbKind.NAME, VerbKind.RECEIVE)


def award_terms(ontology: Ontology) -> Iterable[Term]:
    """Give the phrases that awards are found by."""
    for phrase, form in FORM_PHRASES.items():
        yield Term(LABEL, phrase, f"form:{form}")
    for phrase, bare in BARE_FORMS.items():
        yield Term(LABEL, phrase, f"bare:{bare}")
    for phrase in LOOK_ALIKES:
        yield Term(LABEL, phrase, "none:")
    for phrase in TITLES.listed():
        yield Term(LABEL, phrase, "title:")
    for phrase, kind in VERB_PHRASES.items():
        yield Term(LABEL, phrase, f"verb:{kind}")
    for phrase in RANK_WORDS:
        yield Term(LABEL, phrase, "rank:")
    yield Term(LABEL, "danh hiệu", CUE)


def find_award_names(document: Document, ontology: Ontology) -> tuple[AwardName, ...]:
    """Find the places that name an award, in order; verbs of praise are only candidates."""
    places = Places(document)
    for hit in places.hits:
        if not places.found or hit.first >= places.found[-1].after:
            _read(places, hit)
    return tuple(places.found)


def _read(places: Places, hit: Hit) -> None:
    tag, _, value = hit.value.partition(":")
    stop = places.stop_at(hit.first)
    if tag == "form":
        read_form(places, hit, AwardForm(value), stop)
    elif tag == "bare":
        read_bare(places, hit, AwardForm(value), stop)
    elif tag == "rank":
        read_rank(places, hit, stop)
    elif tag == "cue":
        read_titles(places, hit, stop)
    elif tag == "title":
        read_known_title(places, hit, stop)
    elif value == VerbKind.PRAISE:
        read_praise(places, hit, stop)
    elif tag == "verb" and value in _NAMING:
        read_quoted_title(places, hit, stop)
