"""The few lines that say what a run did."""

from collections.abc import Mapping

from pipeline.invocation import Lang
from pipeline.store import Store
from pipeline.words import say


def render_counts(
    store: Store, outcomes: Mapping[str, int], failed: int, run_id: int, lang: Lang = "en"
) -> str:
    """Give articles by outcome and the mentions the run added, in at most five lines."""
    shown = [
        f"{outcomes.get(name, 0)} {say(name, lang)}" for name in ("new", "changed", "unchanged")
    ]
    if outcomes.get("forgotten"):
        shown.append(f"{outcomes['forgotten']} {say('forgotten', lang)}")
    shown.append(f"{failed} {say('failed', lang)}")
    mentions = []
    for word, table in (
        ("campaigns", "campaign_mentions"),
        ("figures", "figures"),
        ("awards", "awards"),
    ):
        count = store.db.execute(f"SELECT count(*) FROM {table} WHERE run_id = ?", [run_id])
        mentions.append(f"{count.fetchone()[0]} {say(word, lang)}")
    return (
        f"{say('articles', lang)}: {', '.join(shown)}\n"
        f"{', '.join(mentions)}\n"
        f"{say('database', lang)}: {store.path}\n"
        f"{say('next', lang)}: thidua search tet sum vay --db {store.path}"
    )
