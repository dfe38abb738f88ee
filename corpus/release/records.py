"""What a release is told to be, and what its manifest says."""

from dataclasses import dataclass

from corpus.breakdown import Line
from corpus.export.datapackage import FileFacts
from corpus.tables import DataTable


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasePolicy:
    """What a release holds of people and of the publishers' words, and why."""

    names: str
    """"drop", "initials" or "keep"."""
    names_reason: str | None
    """Why names are not dropped. None where they are."""
    with_text: bool
    """True where whole texts are in it."""
    text_reason: str | None
    """Why. None where they are not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNote:
    """What is known of the terms of one source."""

    slug: str
    """The source."""
    name: str
    """As readers know it."""
    homepage: str
    """Its address; "unknown" where none is known."""
    robots: str
    """What robots.txt said, and when it was read; "not read" where nobody did."""
    terms: str
    """Address and day of the terms; "not read" where nobody did."""
    mining: str
    """What the source signals about text and data mining; "not looked for" where nobody did."""
    articles: int
    """Articles of it in the release."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasePlan:
    """Everything that goes into a release beside its tables."""

    version: str
    """Version of the release."""
    released_on: str
    """ISO day of the newest run behind it."""
    parent: str | None
    """Version before. None for the first."""
    doi: str | None
    """DOI of this version. None where it has none."""
    concept_doi: str | None
    """DOI of all versions. None where there is none."""
    program: str
    """Version of the program."""
    schema: int
    """Schema of the database."""
    policy: ReleasePolicy
    """What it holds of people and of the publishers' words."""
    scores: tuple[Line, ...]
    """How good the extractor is on the gold of the sample press."""
    gold_documents: int
    """Documents of that gold."""
    further_scores: tuple[Line, ...]
    """How good it is on the gold of bodies, people, places, times, documents, quotations and links."""
    further_documents: int
    """Documents of that gold."""
    sources: tuple[SourceNote, ...]
    """Its sources."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Release:
    """A release that was read."""

    version: str
    """Its version."""
    manifest: dict[str, object]
    """The whole manifest."""
    files: tuple[FileFacts, ...]
    """Its files, by path."""
    tables: tuple[DataTable, ...]
    """Its tables."""

    def table(self, name: str) -> DataTable | None:
        """Give a table; None where the release has none of this name."""
        return next((table for table in self.tables if table.name == name), None)
