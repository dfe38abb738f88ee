"""`thidua search`: find articles, with or without accents."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.invocation import Invocation
from pipeline.options import db_option, json_option

if TYPE_CHECKING:
    from pipeline.rows import Value

ARTICLE_COLUMNS: tuple[str, ...] = ("id", "published", "source", "title", "sentence")
MENTION_COLUMNS: dict[str, tuple[str, ...]] = {
    "figures": ("id", "value", "unit", "sentence"),
    "awards": ("id", "form", "grantor", "sentence"),
}


@click.command("search", short_help="Find articles, with or without accents.")
@click.argument("words", nargs=-1, required=True)
@click.option(
    "--in",
    "where",
    type=click.Choice(["articles", "figures", "awards"]),
    default="articles",
    show_default=True,
    help="What to list: articles, or figures or awards whose sentence has the words.",
)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True)
@db_option
@json_option
@click.pass_obj
def command(
    invocation: Invocation,
    words: tuple[str, ...],
    where: str,
    limit: int,
    db: Path | None,
    as_json: bool,
) -> int:
    """Find articles that hold all WORDS; typed without accents they match any, typed with accents exactly.

    \b
    Examples:
      thidua search cong doan dong nai
      thidua search "Thanh Hoá" --json
      thidua search bang khen --in awards
    """
    import json
    import sys

    from pipeline.choose_db import choose_db
    from pipeline.search import search_articles, search_mentions
    from pipeline.store import open_store
    from pipeline.tables import print_blocks, print_table
    from pipeline.words import say

    lang = invocation.choose_lang()
    query = " ".join(words)
    with open_store(choose_db(invocation, db), read_only=True) as store:
        if where == "articles":
            rows = [hit.as_json() for hit in search_articles(store.db, query, limit=limit)]
            columns = ARTICLE_COLUMNS
        else:
            rows = search_mentions(store.db, query, table=where, limit=limit)
            columns = MENTION_COLUMNS[where]
    if as_json:
        document = {"schema_version": 1, "query": query, "hits": rows}
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    elif rows and sys.stdout.isatty():
        print_blocks([_block(row, columns) for row in rows])
    elif rows:
        print_table(
            [say(c, lang) for c in columns], [[row.get(c) for c in columns] for row in rows]
        )
    elif invocation.is_chatty():
        click.echo(f"{say('no_hits', lang)}: {query}", err=True)
    return 0


def _block(row: "dict[str, Value]", columns: tuple[str, ...]) -> tuple[str, str, str]:
    """Give title, facts and sentence of a hit; a mention's title is what it says."""
    title = row.get("title") or row.get("text") or row["id"]
    facts = [row.get(name) for name in columns if name not in {"title", "sentence"}]
    shown = " · ".join(str(fact) for fact in facts if fact is not None)
    return str(title), shown, " ".join(str(row.get("sentence") or "").split())
