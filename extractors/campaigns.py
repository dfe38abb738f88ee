"""Campaigns: named undertakings that people join."""

from collections.abc import Iterable

from extractors.bare_campaigns import find_bare, find_listed
from extractors.campaign_candidates import Candidate
from extractors.campaign_heads import find_governors, head_terms
from extractors.campaign_index import index_names
from extractors.campaign_links import link_campaigns
from extractors.campaign_memory import find_known_names, find_repeated, known_ids
from extractors.document import Document
from extractors.fund_lists import find_fund_lists
from extractors.known_campaigns import find_known
from extractors.lexicon import Term
from extractors.named_events import find_events
from extractors.ontology import Ontology
from extractors.quoted_campaigns import find_quoted
from extractors.records import Campaign


def campaign_terms(ontology: Ontology) -> Iterable[Term]:
    """Give the phrases that campaigns are found by; names are found by `find_known`."""
    return head_terms()


def find_campaigns(document: Document, ontology: Ontology) -> tuple[Campaign, ...]:
    """Find campaigns in order of place; overlapping finds are settled by the order of the rules."""
    index = index_names(ontology)
    governors = find_governors(document)
    known = {hit.first: hit for hit in find_known(document.tokens, index)}
    quoted, refused = find_quoted(document, governors, index, known)
    taken = bytearray(len(document.tokens))
    kept = _settle([], quoted, taken)
    spent = _spent(quoted)
    kept = _settle(kept, find_bare(document, governors, known, spent, refused), taken)
    kept = _settle(kept, find_repeated(document, governors, kept, refused), taken)
    kept = _settle(kept, find_events(document, governors, known, index, spent), taken)
    kept = _settle(kept, find_fund_lists(document, governors, kept), taken)
    kept = _settle(kept, find_listed(document, known, kept, refused), taken)
    seen = known_ids(document, kept, index)
    kept = _settle(kept, find_known_names(document, governors, known, refused, seen, spent), taken)
    return link_campaigns(document, kept, index)


def _spent(quoted: Iterable[Candidate]) -> frozenset[int]:
    """Give the heads that announce a quoted name near by: they begin no unquoted one."""
    return frozenset(
        one.head[0]
        for one in quoted
        if one.head is not None and one.rule == "campaign.quoted" and one.first - one.head[1] < 6
    )


def _settle(kept: list[Candidate], more: Iterable[Candidate], taken: bytearray) -> list[Candidate]:
    """Add finds that overlap none kept before; of two nested new ones the outer one."""
    out = list(kept)
    for one in sorted(more, key=lambda c: (c.first, -c.stop)):
        if any(taken[one.first : one.stop]):
            continue
        taken[one.first : one.stop] = b"\x01" * (one.stop - one.first)
        out.append(one)
    out.sort(key=lambda c: c.first)
    return out
