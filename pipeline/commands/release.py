"""`thidua release`: build, verify, tell apart and cite releases of the data set."""

from pathlib import Path
from typing import Literal

import click

from pipeline.invocation import Invocation
from pipeline.options import db_option, json_option

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)


@click.group("release", short_help="Build, verify, compare and cite releases of the data set.")
def command() -> None:
    """Make a citable data set of a database, and check it.

    \b
    Examples:
      thidua release build --out thidua-2026.11
      thidua release verify thidua-2026.11
      thidua release diff thidua-2026.10 thidua-2026.11
      thidua release cite thidua-2026.11 --form bibtex
    """


@command.command("build")
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), required=True, metavar="DIR",
    help="New folder for the release.",
)  # fmt: skip
@click.option(
    "--version",
    "version",
    metavar="V",
    help="Version. Default: day of the newest run, then +1, +2 …",
)
@click.option("--parent", metavar="V", help="Version before. Default: the one built last.")
@click.option("--doi", help="DOI of this version.")
@click.option("--concept-doi", help="DOI of all versions.")
@click.option(
    "--names",
    type=click.Choice(["drop", "initials", "keep"]),
    default="drop",
    show_default=True,
    help="What is done with personal names.",
)
@click.option("--names-reason", metavar="TEXT", help="Why names are not dropped.")
@click.option(
    "--full-text", "text_reason", metavar="REASON", help="Put the whole texts in, for this reason."
)
@db_option
@click.pass_obj
def build(
    invocation: Invocation,
    out: Path,
    version: str | None,
    parent: str | None,
    doi: str | None,
    concept_doi: str | None,
    names: Literal["drop", "initials", "keep"],
    names_reason: str | None,
    text_reason: str | None,
    db: Path | None,
) -> int:
    """Write all tables in three formats, card, citation and manifest: thidua release build --out DIR.

    Two builds from one database are equal byte by byte. Personal names and whole texts stay out unless asked for.
    """
    from pipeline.choose_db import choose_db
    from pipeline.releasing import ReleaseOptions, make_release

    options = ReleaseOptions(
        version=version,
        parent=parent,
        doi=doi,
        concept_doi=concept_doi,
        names=names,
        names_reason=names_reason,
        text_reason=text_reason,
    )
    manifest = make_release(choose_db(invocation, db), out, options)
    click.echo(f"{out}\t{manifest['version']}\t{manifest['content_sha256']}")
    return 0


@command.command("verify")
@click.argument("folder", type=FOLDER)
@click.pass_obj
def verify(invocation: Invocation, folder: Path) -> int:
    """Check every byte and row against the manifest: thidua release verify DIR; exit 1 names what differs."""
    from corpus.release.verify import verify_release
    from pipeline.errors import EXIT_FAILED, EXIT_OK

    problems = verify_release(folder)
    for problem in problems:
        click.echo(problem)
    if not problems and invocation.is_chatty():
        click.echo(f"{folder}: whole", err=True)
    return EXIT_FAILED if problems else EXIT_OK


@command.command("diff")
@click.argument("old", type=FOLDER)
@click.argument("new", type=FOLDER)
@click.option("--summary", is_flag=True, help="Count by table, kind of change and cause alone.")
@json_option
@click.pass_obj
def diff(invocation: Invocation, old: Path, new: Path, summary: bool, as_json: bool) -> int:
    """List what was added, removed and changed, each with its cause: thidua release diff OLD NEW."""
    import json
    from collections import Counter
    from dataclasses import asdict

    from corpus.release.diff import diff_releases
    from corpus.release.manifest import load_release
    from pipeline.tables import Cell, print_table

    changes = diff_releases(load_release(old), load_release(new))
    counts = Counter((one.table, one.what, one.cause) for one in changes)
    if as_json:
        document = {
            "schema_version": 1,
            "counts": [
                {"table": table, "what": what, "cause": cause, "rows": number}
                for (table, what, cause), number in sorted(counts.items())
            ],
            "changes": [] if summary else [asdict(one) for one in changes],
        }
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
        return 0
    if summary:
        rows: list[list[Cell]] = [[*key, number] for key, number in sorted(counts.items())]
        print_table(("table", "what", "cause", "rows"), rows)
        return 0
    listed: list[list[Cell]] = [
        [
            one.table,
            one.key,
            one.what,
            one.cause,
            "; ".join(
                f"{name}: {before} → {after}"
                for name, before, after in zip(one.fields, one.before, one.after, strict=True)
            ),
        ]
        for one in changes
    ]
    print_table(("table", "key", "what", "cause", "fields"), listed)
    return 0


@command.command("cite")
@click.argument("folder", type=FOLDER)
@click.option(
    "--form",
    type=click.Choice(["text", "bibtex", "cff"]),
    default="text",
    show_default=True,
    help="How the citation is written.",
)
@click.pass_obj
def cite(invocation: Invocation, folder: Path, form: Literal["text", "bibtex", "cff"]) -> int:
    """Print how to cite a release: thidua release cite DIR --form bibtex."""
    from corpus.release.cite import render_citation
    from corpus.release.manifest import load_manifest

    manifest = load_manifest(folder)
    if form == "cff":
        click.echo((folder / "CITATION.cff").read_text("utf-8"), nl=False)
    else:
        click.echo(render_citation(manifest, form))
    return 0
