"""The history of a source, night by night, out of the ledgers of its runs."""

from typing import Any

from scrapers.night import Night

NightRow = dict[str, Any]  # Any: a JSON object with numbers, lists and inner objects


def night_to_json(night: Night) -> dict[str, object]:
    """Give a night as it stands in the ledger."""
    value: dict[str, object] = _NIGHT.dump_python(night, mode="json")
    return value
