"""Candidates: stretches of tokens that a rule takes for the name of a campaign."""

from dataclasses import dataclass

from extractors.records import CampaignType

# How often each rule is right: its share of exact finds at the first sight of passages that no rule had been made from,
# pooled with the annotated passages; rules with less than ten finds are set lower.
CONFIDENCE = {
    "campaign.quoted": 0.98,
    "campaign.quoted_list": 0.97,
    "campaign.quoted_head": 0.94,
    "campaign.quoted_known": 0.93,
    "campaign.quoted_row": 0.7,
    "campaign.launched": 0.75,
    "campaign.theme_year": 0.85,
    "campaign.known_after_trigger": 0.93,
    "campaign.name_after_trigger": 0.75,
    "campaign.bare_list": 0.85,
    "campaign.known_event": 0.85,
    "campaign.named_event": 0.82,
    "campaign.short_form": 0.85,
    "campaign.fund_list": 0.8,
    "campaign.known_name": 0.92,
    "campaign.repeated": 0.93,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A stretch of tokens taken for the name of a campaign."""

    first: int
    """The first token of the name."""
    stop: int
    """One past its last token."""
    type: CampaignType | None
    """The type that the words around it give; None where only the ontology can tell."""
    rule: str
    """The rule that found it, a key of `CONFIDENCE`."""
    head: tuple[int, int] | None = None
    """The tokens of the head that announces it."""
