"""What corpus handles: annotated documents, as gold or as predicted."""

from dataclasses import dataclass, field

from extractors.output import Json

LAYERS = ("campaigns", "figures", "awards")


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """One document and its mentions, in the layout of the annotation guideline."""

    id: str
    """Id of the document; gold and predicted are matched on it."""
    text: str | None = None
    """The text that offsets count in. None where a prediction leaves it out."""
    mentions: dict[str, tuple[dict[str, Json], ...]]
    """Mentions by layer; each has "start", "end" and the fields of its layer."""
    about: dict[str, str] = field(default_factory=dict)
    """What is known of the document: genre, source, year."""

    def layer(self, name: str) -> tuple[dict[str, Json], ...]:
        """Give the mentions of one layer, `()` where there are none."""
        return self.mentions.get(name, ())
