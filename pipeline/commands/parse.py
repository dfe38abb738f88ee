"""`thidua parse`: what stands in saved pages, as JSON lines."""

from pathlib import Path

import click

from pipeline.invocation import Invocation
from pipeline.options import paths_argument, source_option


@click.command("parse", short_help="Print what stands in saved pages as JSON lines.")
@paths_argument(required=True)
@source_option
@click.option("--url", help="Address of the page; with one PATH only.")
@click.pass_obj
def command(invocation: Invocation, paths: tuple[Path, ...], source: str, url: str | None) -> int:
    """Print one JSON line a page: title, sapo, byline, date, paragraphs, captions, links.

    \b
    Examples:
      thidua parse page.html
      thidua parse saved/ --source laodong > pages.jsonl

    No database is read or written. A page that cannot be read is listed at the end; the exit code is then 1.
    """
    import json

    from pipeline.batch import UNUSABLE, Batch
    from pipeline.choose_sources import all_sources, check_source
    from pipeline.errors import MisuseError
    from pipeline.inputs import expand_paths, read_file
    from scrapers.parsed import article_to_parsed
    from scrapers.read import read_bytes_auto

    files = list(expand_paths(paths))
    if url is not None and len(files) != 1:
        raise MisuseError(
            "--url: goes with one PATH only", f"{len(files)} files were named", "name one"
        )
    sources = all_sources(invocation.load_settings())
    check_source(source, sources)
    batch = Batch()
    for path in files:
        try:
            article = read_bytes_auto(read_file(path), url=url, source=source, sources=sources)
        except UNUSABLE as err:
            batch.fail(str(path), err)
            continue
        batch.good += 1
        batch.warn(str(path), article.warnings)
        click.echo(json.dumps(article_to_parsed(article, path.name), ensure_ascii=False))
    return batch.report()
