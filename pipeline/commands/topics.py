"""`thidua topics`: saved searches that feed digest, feeds and alerts."""

from pathlib import Path

import click

from pipeline.invocation import Invocation
from pipeline.options import db_option, json_option


@click.group("topics", short_help="Saved searches, and alerts where they spike.")
def command() -> None:
    """Save what you follow once; every spelling is caught, with and without marks.

    \b
    Examples:
      thidua topics add "Tết Sum vầy"
      thidua topics add "Nhà ở công nhân" --query "nha o cong nhan" --alert 2.5
      thidua topics test "Tết Sum vầy"
    """


@command.command("add")
@click.argument("name")
@click.option("--query", help="Words to look for. Default: the name.")
@click.option("--campaign", metavar="ID", help="A campaign whose printed forms are caught too.")
@click.option(
    "--alert",
    type=click.FloatRange(min=1, min_open=True),
    help="Alert where a day has so many times the usual number. Default: 3.",
)
@click.option("--owner", help="Who follows it.")
@db_option
@click.pass_obj
def add(
    invocation: Invocation,
    name: str,
    query: str | None,
    campaign: str | None,
    alert: float | None,
    owner: str | None,
    db: Path | None,
) -> int:
    """Save a topic and print its id: thidua topics add "Tết Sum vầy"."""
    from pipeline.choose_db import choose_db
    from pipeline.lock import hold_lock
    from pipeline.store import open_store
    from pipeline.topics import add_topic

    path = choose_db(invocation, db)
    with hold_lock(path), open_store(path) as store:
        click.echo(
            add_topic(store, name, query=query, campaign=campaign, alert_at=alert, owner=owner)
        )
    return 0


@command.command("list")
@db_option
@json_option
@click.pass_obj
def list_(invocation: Invocation, db: Path | None, as_json: bool) -> int:
    """Print the saved topics: thidua topics list."""
    import json

    from pipeline.choose_db import choose_db
    from pipeline.store import open_store
    from pipeline.tables import print_table
    from pipeline.topics import list_topics

    with open_store(choose_db(invocation, db), read_only=True) as store:
        rows = list_topics(store.db)
    if as_json:
        click.echo(json.dumps({"schema_version": 1, "topics": rows}, ensure_ascii=False, indent=2))
    elif rows:
        columns = ("id", "name", "query", "alias_set", "alert_at", "owner")
        print_table(columns, [[row[name] for name in columns] for row in rows])
    return 0


@command.command("test")
@click.argument("name")
@click.option("--query", help="Words to look for. Default: the topic's, else the name.")
@click.option("--days", type=click.IntRange(min=1), default=31, show_default=True)
@db_option
@json_option
@click.pass_obj
def test(
    invocation: Invocation, name: str, query: str | None, days: int, db: Path | None, as_json: bool
) -> int:
    """Print what a topic, saved or not, would have caught in the last DAYS: thidua topics test "Tết Sum vầy"."""
    import json
    from dataclasses import asdict
    from datetime import date, timedelta

    from pipeline.choose_db import choose_db
    from pipeline.site_data import last_day
    from pipeline.store import open_store
    from pipeline.tables import print_table
    from pipeline.topics import find_campaign, list_topics, try_topic

    with open_store(choose_db(invocation, db), read_only=True) as store:
        saved = next((t for t in list_topics(store.db) if name in (t["id"], t["name"])), None)
        until = last_day(store.db)
        since = (date.fromisoformat(until) - timedelta(days=days - 1)).isoformat() if until else ""
        words = query or str(saved["query"] if saved else name)
        campaign = saved["alias_set"] if saved else find_campaign(store.db, name)
        hits = try_topic(store.db, words, campaign, since, until or "")
    if as_json:
        document = {"schema_version": 1, "query": words, "hits": [asdict(hit) for hit in hits]}
        click.echo(json.dumps(document, ensure_ascii=False, indent=2))
    elif hits:
        print_table(
            ("day", "source", "title", "id"), [[h.day, h.source, h.title, h.id] for h in hits]
        )
    if not as_json and invocation.is_chatty():
        click.echo(f"{len(hits)} articles in {days} days", err=True)
    return 0


@command.command("rm")
@click.argument("topic_id", metavar="ID")
@db_option
@click.pass_obj
def remove(invocation: Invocation, topic_id: str, db: Path | None) -> int:
    """Remove a topic: thidua topics rm tet-sum-vay."""
    from pipeline.choose_db import choose_db
    from pipeline.lock import hold_lock
    from pipeline.store import open_store
    from pipeline.topics import remove_topic

    path = choose_db(invocation, db)
    with hold_lock(path), open_store(path) as store:
        remove_topic(store, topic_id)
    return 0
