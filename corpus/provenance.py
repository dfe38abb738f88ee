"""The birth certificate of a value as W3C PROV: entities, activities and agents, in PROV-JSON."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Document = dict[str, Any]  # Any: PROV-JSON, objects of several layers
PREFIXES = {
    "thidua": "urn:thidua:",
    "sha256": "urn:sha256:",
    "prov": "http://www.w3.org/ns/prov#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What a person said of a value."""

    id: str
    """Id of the review."""
    verdict: str
    """right, wrong or edited."""
    reviewer: str
    """Who judged."""
    at: str
    """UTC time."""
    note: str | None
    """What the reviewer noted."""
    value: str | None
    """The right value as JSON. None where it was not edited."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A stretch of the article's text."""

    start: int
    """First code point."""
    end: int
    """One past the last code point."""
    text: str
    """The words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkStep:
    """One link between the value and another mention of its article."""

    id: str
    """Id of the link; of a quotation and its speaker, that of the quotation."""
    relation: str
    """What it says, such as "campaign" or "grantor"."""
    outward: bool
    """True where the value belongs to the other, False where the other belongs to the value."""
    other: str
    """Id of the other mention."""
    words: str
    """The other's words."""
    rule: str
    """The rule that linked them."""
    score: float
    """The rule's confidence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimStep:
    """One claim that the value speaks for."""

    id: str
    """Id of the claim."""
    fields: dict[str, str | float | int | None]
    """What is claimed, as stored."""
    figures: int
    """Figures that speak for it."""
    sources: int
    """Sources among them."""
    contradicts: str | None
    """The claim that says otherwise. None where none does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """Where one value comes from, from the bytes of a page to the last review."""

    id: str
    """Id of the value."""
    layer: str
    """Its table, such as figures or organization_mentions."""
    fields: dict[str, str | float | int | None]
    """The value as stored."""
    mention: Place
    """Its words."""
    sentence: Place
    """The sentence around them."""
    rule: str
    """The rule that found it."""
    score: float
    """The rule's confidence."""
    evidence: tuple[tuple[str, Place], ...]
    """Role and place of what the rule used besides."""
    extractor: str
    """Id of the extractor."""
    rules_hash: str | None
    """Hash of its rules and ontology."""
    run: int | None
    """Number of the run that found it."""
    run_started_at: str | None
    """When that run began, UTC."""
    run_command: str | None
    """What it was called with."""
    run_version: str | None
    """Version of the program."""
    ended_run: int | None
    """Run that found it no more. None while it stands."""
    article: str
    """Id of the article."""
    title: str | None
    """Its title."""
    source: str
    """Its source."""
    url: str | None
    """Its address. None for a file that states none."""
    version: int
    """Which version of the article at its address."""
    previous: str | None
    """Id of the version before."""
    text_sha256: str
    """Hash of the text that offsets count in."""
    page_sha256: str
    """Hash of the bytes of the page."""
    page_bytes: int
    """Size of the page."""
    fetched_at: str
    """When it was fetched, UTC."""
    http_status: int | None
    """Of the answer. None for a file."""
    record: str | None
    """Id of its WARC record. None where the database keeps the bytes."""
    record_file: str | None
    """The archive's file of that record."""
    record_offset: int | None
    """First byte of the record in that file."""
    claims: tuple[str, ...]
    """Claims that the value speaks for."""
    claim_steps: tuple[ClaimStep, ...] = ()
    """The same claims with what they say."""
    links: tuple[LinkStep, ...] = ()
    """What the value belongs to and what belongs to it."""
    former: tuple[str, ...]
    """Values it had before, as JSON, oldest first."""
    reviews: tuple[Verdict, ...]
    """What people said of it, oldest first."""
    checks: tuple[tuple[str, bool | None], ...]
    """What was checked just now, and whether it held; None where it could not be checked."""

    @property
    def holds(self) -> bool:
        """True where nothing that was checked failed."""
        return all(held is not False for _, held in self.checks)


def render_prov(found: Certificate) -> Document:
    """Give PROV-JSON: value ← sentence ← article ← page ← WARC record, made by extraction, reading and fetching."""
    names = _Names(found)
    document: Document = {
        "prefix": PREFIXES,
        "entity": _entities(found, names),
        "activity": _activities(found, names),
        "agent": {
            names.program: _known(
                {
                    "prov:type": "prov:SoftwareAgent",
                    "thidua:version": found.run_version,
                    "thidua:rulesHash": found.rules_hash,
                }
            )
        },
        "wasGeneratedBy": {
            "_:g1": {"prov:entity": names.page, "prov:activity": names.fetch},
            "_:g2": {"prov:entity": names.article, "prov:activity": names.reading},
            "_:g3": {"prov:entity": names.value, "prov:activity": names.extraction},
        },
        "used": {
            "_:u1": {"prov:activity": names.reading, "prov:entity": names.page},
            "_:u2": {"prov:activity": names.extraction, "prov:entity": names.article},
        },
        "wasDerivedFrom": {
            "_:d1": _derived(names.article, names.page),
            "_:d2": _derived(names.value, names.sentence, "prov:Quotation"),
            "_:d3": _derived(names.sentence, names.article, "prov:Quotation"),
        },
        "wasAssociatedWith": {
            "_:a1": {"prov:activity": names.extraction, "prov:agent": names.program}
        },
    }
    _add_record(document, found, names.page)
    _add_past(document, found, names.article, names.value)
    _add_claims(document, found, names.value)
    _add_links(document, found, names)
    _add_reviews(document, found, names.value)
    return document


def merge_prov(documents: Sequence[Document]) -> Document:
    """Give one document of several; what they share stands in it once."""
    merged: Document = {"prefix": PREFIXES}
    for number, document in enumerate(documents, 1):
        for part, rows in document.items():
            if part == "prefix":
                continue
            into = merged.setdefault(part, {})
            for name, row in rows.items():
                # Relations are numbered within their document.
                key = name.replace("_:", f"_:v{number}", 1) if name.startswith("_:") else name
                into[key] = into.get(key, {}) | row
    return merged


class _Names:
    """What the things of a certificate are called in its document."""

    def __init__(self, found: Certificate) -> None:
        self.page = f"sha256:{found.page_sha256}"
        self.article = _id(found.article)
        self.value = _id(found.id)
        self.sentence = _id(f"{found.article}/{found.sentence.start}-{found.sentence.end}")
        self.extraction = _id(f"extraction/{found.run}/{found.id}")
        self.reading = _id(f"reading/{found.article}")
        self.fetch = _id(f"fetch/{found.page_sha256[:16]}")
        self.program = _id(found.extractor)


def _entities(found: Certificate, names: _Names) -> Document:
    return {
        names.page: _known(
            {
                "prov:type": "thidua:Page",
                "thidua:bytes": found.page_bytes,
                "prov:location": found.url,
                "thidua:httpStatus": found.http_status,
            }
        ),
        names.article: _known(
            {
                "prov:type": "thidua:Article",
                "prov:label": found.title,
                "thidua:textSha256": found.text_sha256,
                "thidua:version": found.version,
            }
        ),
        names.sentence: {
            "prov:type": "thidua:Sentence",
            "prov:value": found.sentence.text,
            "thidua:start": found.sentence.start,
            "thidua:end": found.sentence.end,
        },
        names.value: _known(
            {
                "prov:type": f"thidua:{found.layer}",
                "prov:value": found.mention.text,
                "thidua:start": found.mention.start,
                "thidua:end": found.mention.end,
                "thidua:rule": found.rule,
                "thidua:confidence": found.score,
                **{f"thidua:{name}": cell for name, cell in found.fields.items()},
            }
        ),
    }


def _activities(found: Certificate, names: _Names) -> Document:
    extraction = {
        "prov:type": "thidua:Extraction",
        "prov:startTime": found.run_started_at,
        "thidua:run": found.run,
        "thidua:command": found.run_command,
    }
    return {
        names.fetch: {"prov:type": "thidua:Fetch", "prov:endTime": found.fetched_at},
        names.reading: {"prov:type": "thidua:Reading"},
        names.extraction: _known(extraction),
    }


def _derived(made: str, of: str, kind: str | None = None) -> Document:
    return _known({"prov:generatedEntity": made, "prov:usedEntity": of, "prov:type": kind})


def _add_record(document: Document, found: Certificate, page: str) -> None:
    if found.record is None:
        return
    record = _id(f"warc/{found.record}")
    document["entity"][record] = _known(
        {
            "prov:type": "thidua:WarcRecord",
            "prov:label": found.record,
            "thidua:file": found.record_file,
            "thidua:offset": found.record_offset,
        }
    )
    document["wasDerivedFrom"]["_:d4"] = {"prov:generatedEntity": page, "prov:usedEntity": record}


def _add_past(document: Document, found: Certificate, article: str, value: str) -> None:
    if found.previous is not None:
        before = _id(found.previous)
        document["entity"][before] = {"prov:type": "thidua:Article"}
        document["wasDerivedFrom"]["_:d5"] = {
            "prov:generatedEntity": article,
            "prov:usedEntity": before,
            "prov:type": "prov:Revision",
        }


def _add_claims(document: Document, found: Certificate, value: str) -> None:
    for number, claim in enumerate(found.claim_steps, 1):
        said = {f"thidua:{name}": cell for name, cell in claim.fields.items()}
        counts = {"thidua:figures": claim.figures, "thidua:sources": claim.sources}
        document["entity"][_id(claim.id)] = _known({"prov:type": "thidua:Claim", **said, **counts})
        document["wasDerivedFrom"][f"_:c{number}"] = _derived(_id(claim.id), value)
        if claim.contradicts is not None:
            other = _id(claim.contradicts)
            document["entity"].setdefault(other, {"prov:type": "thidua:Claim"})
            influence = {
                "prov:influencee": _id(claim.id),
                "prov:influencer": other,
                "prov:type": "thidua:contradicts",
            }
            document.setdefault("wasInfluencedBy", {})[f"_:k{number}"] = influence


def _add_links(document: Document, found: Certificate, names: "_Names") -> None:
    for number, link in enumerate(found.links, 1):
        other = _id(link.other)
        document["entity"].setdefault(
            other, {"prov:type": "thidua:Mention", "prov:value": link.words}
        )
        ends = (names.value, other) if link.outward else (other, names.value)
        document.setdefault("wasInfluencedBy", {})[f"_:l{number}"] = {
            "prov:influencee": ends[0],
            "prov:influencer": ends[1],
            "prov:type": f"thidua:{link.relation}",
            "thidua:link": link.id,
            "thidua:rule": link.rule,
            "thidua:confidence": link.score,
        }


def _add_reviews(document: Document, found: Certificate, value: str) -> None:
    for number, review in enumerate(found.reviews, 1):
        activity, person = _id(review.id), _id(f"reviewer/{number}")
        document["activity"][activity] = _known(
            {
                "prov:type": "thidua:Review",
                "prov:endTime": review.at,
                "thidua:verdict": review.verdict,
                "thidua:value": review.value,
                "thidua:note": review.note,
            }
        )
        document["agent"][person] = {"prov:type": "prov:Person", "prov:label": review.reviewer}
        document["used"][f"_:r{number}"] = {"prov:activity": activity, "prov:entity": value}
        document["wasAssociatedWith"][f"_:r{number}"] = {
            "prov:activity": activity,
            "prov:agent": person,
        }


def _id(name: str) -> str:
    return f"thidua:{name}"


def _known(values: Document) -> Document:
    return {name: value for name, value in values.items() if value is not None}
