"""The tables of README.md that are rendered from the code: `python -m pipeline.readme` writes them anew."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from extractors.glossary import GLOSSARY
from pipeline.cli import SECTIONS, LazyGroup
from pipeline.readme_benchmarks import render_arithmetic, render_benchmarks
from scrapers.registry import load_sources

README = Path(__file__).resolve().parents[1] / "README.md"
_PART = re.compile(
    r"(<!-- (?P<name>\w+):begin -->\n)(?:.*?\n)??(<!-- (?P=name):end -->)", re.DOTALL
)


def render_readme(text: str) -> str:
    """Give the README with every part between markers rendered again; an unknown marker raises `KeyError`."""
    return _PART.sub(lambda m: m[1] + RENDERERS[m["name"]]() + "\n" + m[3], text)


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join(lines)


def _commands() -> str:
    group = LazyGroup("thidua")
    context = click.Context(group)
    rows = []
    for heading, verbs in SECTIONS.items():
        for verb in verbs:
            command = group.get_command(context, verb)
            if command is not None:
                rows.append((heading, f"`thidua {verb}`", command.get_short_help_str(200)))
    return _table(("", "command", "what it does"), rows)


def _sources() -> str:
    rows = [
        (f"`{one.slug}`", one.name, one.platform, one.confirmed, one.inferred)
        for one in load_sources()
    ]
    return _table(("slug", "name", "platform", "confirmed on a real page", "inferred"), rows)


def _glossary() -> str:
    return _table(
        ("identifier", "term", "meaning"),
        [(f"`{term.identifier}`", term.vietnamese, term.english) for term in GLOSSARY],
    )


RENDERERS: dict[str, Callable[[], str]] = {
    "commands": _commands,
    "sources": _sources,
    "glossary": _glossary,
    "benchmarks": render_benchmarks,
    "arithmetic": render_arithmetic,
}


if __name__ == "__main__":
    README.write_text(render_readme(README.read_text("utf-8")), "utf-8")
