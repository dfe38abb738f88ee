"""The history of a source, night by night, out of the ledgers of its runs."""

from dataclasses import replace
from datetime import date

from pydantic import TypeAdapter

from pipeline.store import Store
from scrapers.drift_history import find_breaches
from scrapers.night import Night, join_nights

_NIGHT = TypeAdapter(Night)


def night_to_json(night: Night) -> dict[str, object]:
    """Give a night as it stands in the ledger."""
    value: dict[str, object] = _NIGHT.dump_python(night, mode="json")
    return value


def load_nights(store: Store, slug: str) -> dict[date, Night]:
    """Give the nights of a source by day, several runs of a day as one; accepted ones are no breaches."""
    with store.reading() as db:
        accepted = db.execute(
            "SELECT coalesce(max(CAST(value AS INTEGER)), 0) FROM _meta WHERE key = ?", [_key(slug)]
        ).fetchone()[0]
        rows = db.execute(
            "SELECT r.id, s.value ->> '$.night' FROM runs r, json_each(r.ledger) s "
            "WHERE s.key = ? AND s.value ->> '$.night' IS NOT NULL ORDER BY r.id",
            [slug],
        ).fetchall()
    nights: dict[date, Night] = {}
    for run_id, text in rows:
        night = _NIGHT.validate_json(text)
        if run_id <= accepted:
            night = replace(night, breached=False)
        known = nights.get(night.day)
        nights[night.day] = join_nights(known, night) if known else night
    return nights


def judge_night(
    store: Store, slug: str, night: Night, *, per_week: tuple[int, int] | None
) -> tuple[Night, list[str]]:
    """Give the night, marked where its source's history does not explain it, and the reasons in words."""
    nights = load_nights(store, slug)
    today = nights.pop(night.day, None)
    whole = join_nights(today, night) if today else night
    breaches = find_breaches(whole, nights.values(), per_week=per_week)
    reasons = [f"drift: {breach.reason}" for breach in breaches]
    return replace(night, breached=bool(reasons)), reasons


def accept_nights(store: Store, slug: str) -> int:
    """Take all nights of a source so far for usual ones; give the run up to which that holds."""
    with store.transaction() as db:
        last = db.execute("SELECT coalesce(max(id), 0) FROM runs").fetchone()[0]
        db.table("_meta").upsert({"key": _key(slug), "value": str(last)}, pk="key")
    return int(last)


def _key(slug: str) -> str:
    return f"accepted:{slug}"
