"""Awards as frames: form, title, rank, level, grantor, recipients and status around each named award."""

from collections.abc import Sequence

from extractors.award_names import AwardName
from extractors.document import Document
from extractors.records import Award, Campaign, Figure


def find_awards(
    document: Document,
    *,
    names: Sequence[AwardName],
    figures: Sequence[Figure],
    campaigns: Sequence[Campaign],
) -> tuple[Award, ...]:
    """Find awards in order of place."""
    return ()
