"""`thidua extract`: campaigns, figures and awards of texts, as JSON lines."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.invocation import Invocation
from pipeline.options import paths_argument, source_option

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from pipeline.batch import Batch
    from scrapers.records import Source


@click.command("extract", short_help="Print campaigns, figures and awards as JSON lines.")
@paths_argument(required=False, dash=True)
@source_option
@click.option("--no-text", is_flag=True, help="Leave the text out of the lines.")
@click.pass_obj
def command(invocation: Invocation, paths: tuple[Path, ...], source: str, no_text: bool) -> int:
    """Print one JSON line a document: id, text, campaigns, figures, awards, with offsets into the text.

    \b
    Examples:
      thidua extract articles.jsonl > facts.jsonl
      thidua extract page.html --no-text
      cat articles.jsonl | thidua extract -

    The text of a JSONL input is the article exactly as given; of pages and dumps the article is read first.
    Without PATH the standard input is read as JSONL. No database is read or written.
    """
    import json

    from extractors.output import facts_to_json
    from pipeline.batch import Batch
    from pipeline.choose_sources import all_sources, check_source
    from pipeline.documents import extract_facts, make_extractor

    sources = all_sources(invocation.load_settings())
    check_source(source, sources)
    batch = Batch()
    extractor = make_extractor()
    for name, text, published in _texts(paths or (Path("-"),), source, sources, batch):
        facts = facts_to_json(extract_facts(extractor, text, published=published), text)
        shown = {} if no_text else {"text": text}
        click.echo(json.dumps({"id": name} | shown | facts, ensure_ascii=False))
        batch.good += 1
    return batch.report()


def _texts(
    paths: tuple[Path, ...], source: str, sources: "tuple[Source, ...]", batch: "Batch"
) -> "Iterator[tuple[str, str, date | None]]":
    from pipeline.batch import UNUSABLE
    from pipeline.documents import day_of
    from pipeline.errors import InputError
    from pipeline.inputs import expand_paths, is_json_lines, read_file, read_json_lines
    from scrapers.article_text import article_text
    from scrapers.read import read_bytes_auto

    for path in expand_paths(paths):
        if is_json_lines(path):
            for line in read_json_lines(path):
                if isinstance(line, InputError):
                    batch.fail(str(path), line)
                else:
                    yield line.id, line.text, day_of(line.published)
            continue
        try:
            article = read_bytes_auto(read_file(path), source=source, sources=sources)
        except UNUSABLE as err:
            batch.fail(str(path), err)
            continue
        batch.warn(str(path), article.warnings)
        yield path.name, article_text(article), day_of(article.published)
