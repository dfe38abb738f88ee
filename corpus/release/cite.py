"""How to cite a release: CITATION.cff, BibTeX, and one line of text."""

import json
from typing import Literal

from corpus.release.manifest import Manifest
from corpus.release.records import ReleasePlan

Form = Literal["text", "bibtex", "cff"]
TITLE = "thidua: campaigns, figures and awards in Vietnamese trade-union news"
AUTHOR = "thidua"


def version_of(day: str) -> str:
    """Give the version that an ISO day makes, as semantic versioning writes it: "2026.1.5" of 2026-01-05."""
    return ".".join(str(int(part)) for part in day.split("-"))


def render_cff(plan: ReleasePlan) -> str:
    """Give CITATION.cff; each string is written as JSON, which is YAML as well."""
    lines = [
        "cff-version: 1.2.0",
        f"message: {_quoted('If you use this data set, please cite this version of it.')}",
        "type: dataset",
        f"title: {_quoted(TITLE)}",
        f"version: {_quoted(plan.version)}",
        f"date-released: {_quoted(plan.released_on)}",
        "authors:",
        f"  - name: {_quoted(AUTHOR)}",
    ]
    if plan.doi:
        lines.append(f"doi: {_quoted(plan.doi)}")
    identifiers = [
        (value, said)
        for value, said in (
            (plan.doi, "This version"),
            (plan.concept_doi, "All versions"),
        )
        if value
    ]
    if identifiers:
        lines.append("identifiers:")
        for value, said in identifiers:
            lines += [
                "  - type: doi",
                f"    value: {_quoted(value)}",
                f"    description: {_quoted(said)}",
            ]
    return "\n".join(lines) + "\n"


def render_citation(manifest: Manifest, form: Form) -> str:
    """Give the citation of a release from its manifest; "cff" is the file's matter."""
    version, day, doi = manifest["version"], str(manifest["released_on"]), manifest["doi"]
    if form == "bibtex":
        fields = {
            "author": f"{{{AUTHOR}}}",
            "title": f"{{{TITLE}}}",
            "year": day[:4],
            "version": version,
            "note": f"Data set, content SHA-256 {manifest['content_sha256']}",
        }
        if doi:
            fields["doi"] = doi
        inner = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
        key = "".join(letter for letter in f"thidua{version}" if letter.isalnum())
        return f"@misc{{{key},\n{inner}}}"
    end = f" https://doi.org/{doi}" if doi else ""
    digest = str(manifest["content_sha256"])[:16]
    return f"{AUTHOR} ({day[:4]}). {TITLE}. Data set, version {version}, content {digest}.{end}"


def citation_of(plan: ReleasePlan) -> str:
    """Give one line for a plan, before there is a manifest."""
    end = f" https://doi.org/{plan.doi}" if plan.doi else ""
    return f"{AUTHOR} ({plan.released_on[:4]}). {TITLE}. Data set, version {plan.version}.{end}"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
