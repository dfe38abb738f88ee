"""`thidua explain`: where a value comes from, byte to claim."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.invocation import Invocation
from pipeline.options import db_option, json_option

if TYPE_CHECKING:
    from corpus.provenance import Certificate, ClaimStep


@click.command("explain", short_help="Say where a value comes from, byte to claim.")
@click.argument("target", metavar="ID")
@click.option("--prov", is_flag=True, help="W3C PROV as JSON.")
@json_option
@db_option
@click.pass_obj
def command(invocation: Invocation, target: str, prov: bool, as_json: bool, db: Path | None) -> int:
    """Print the way of a value: page and hash, archive record, article, sentence, rule, run, claims, reviews.

    \b
    Examples:
      thidua explain so-4f2a81b2c3d4e5f6
      thidua explain kt-c3d4e5f607182930 --prov > value.prov.json

    ID is that of a figure (so-), award (kt-), campaign (cd-), body (tc-), person (ng-), place (dd-), time (tg-),
    document (vb-), quotation (td-), claim (c-), check (ks-) or link (lk-), and may be shortened. Each step is checked
    anew: words at their place, hash of the text, bytes of the page; the exit code is 1 where one fails.
    """
    import json
    from dataclasses import asdict

    from corpus.provenance import merge_prov, render_prov
    from pipeline.choose_db import choose_db
    from pipeline.explain import explain_value, find_values
    from pipeline.run import archive_folder
    from pipeline.store import open_store

    path = choose_db(invocation, db)
    archive = archive_folder(path, invocation.load_settings())
    with open_store(path, read_only=True) as store:
        found = [
            explain_value(store.db, table, value, archive)
            for table, value in find_values(store.db, target)
        ]
    if prov:
        merged = merge_prov([render_prov(one) for one in found])
        click.echo(json.dumps(merged, ensure_ascii=False, indent=2))
    elif as_json:
        documents = [{"schema_version": 1} | asdict(one) for one in found]
        shown = documents[0] if len(documents) == 1 else documents
        click.echo(json.dumps(shown, ensure_ascii=False, indent=2))
    else:
        click.echo("\n\n".join(_render(one) for one in found))
    return 0 if all(one.holds for one in found) else 1


def _render(found: "Certificate") -> str:
    """Give the certificate for people, one step a line, from the value down to the bytes."""
    said = ", ".join(f"{k} {v}" for k, v in found.fields.items() if v is not None)
    at = f"{found.mention.start}..{found.mention.end}"
    lines = [
        f"value     {found.id}  {said}",
        f"words     {found.mention.text!r} at {at}",
        f"sentence  {found.sentence.text}",
        f"rule      {found.rule}, confidence {found.score:.2f}",
    ]
    lines += [f"evidence  {role}: {place.text!r}" for role, place in found.evidence]
    lines += [
        f"extractor {found.extractor}, rules {found.rules_hash}",
        f"run       {found.run}, {found.run_started_at}, thidua {found.run_version}: {found.run_command}",
        f"article   {found.article}, version {found.version}: {found.title}",
        f"source    {found.source}  {found.url}",
        f"text      SHA-256 {found.text_sha256}",
        f"page      SHA-256 {found.page_sha256}, {found.page_bytes} bytes, fetched {found.fetched_at}",
    ]
    if found.record:
        place = f"{found.record_file} at byte {found.record_offset}"
        lines.append(f"record    {found.record} in {place}")
    if found.previous:
        lines.append(f"before    {found.previous}")
    if found.ended_run:
        lines.append(f"ended     in run {found.ended_run}")
    lines += [f"former    {fields}" for fields in found.former]
    lines += [
        f"link      {one.relation} {'→' if one.outward else '←'} {one.other} {one.words!r}, {one.rule}, {one.score:.2f}"
        for one in found.links
    ]
    lines += [_render_claim(one) for one in found.claim_steps]
    lines += [
        f"review    {one.verdict} by {one.reviewer}, {one.at} {one.value or ''}".rstrip()
        for one in found.reviews
    ]
    words = {True: "holds", False: "FAILS", None: "cannot be checked: pruned"}
    lines += [f"check     {what}: {words[held]}" for what, held in found.checks]
    return "\n".join(lines)


def _render_claim(claim: "ClaimStep") -> str:
    said = ", ".join(f"{k} {v}" for k, v in claim.fields.items() if v is not None)
    against = f"; contradicts {claim.contradicts}" if claim.contradicts else ""
    return (
        f"claim     {claim.id}  {said}; {claim.figures} figures of {claim.sources} sources{against}"
    )
