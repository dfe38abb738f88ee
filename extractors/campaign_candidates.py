"""Candidates: stretches of tokens that a rule takes for the name of a campaign."""

from dataclasses import dataclass

from extractors.records import CampaignType


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
    """The rule that found it."""
    confidence: float
    """How often the rule is right, as measured on the annotated passages."""
    head: tuple[int, int] | None = None
    """The tokens of the head that announces it."""
