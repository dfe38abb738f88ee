"""The parts of README.md that speak of speed, from the numbers that were measured last."""

import json
from pathlib import Path
from typing import TypedDict

from scrapers.registry import load_sources

RESULTS = Path(__file__).resolve().parents[1] / "tests" / "benchmarks" / "results.json"
HEAD = ("what", "thidua", "unit", "peer or bare least of it", "its number", "ratio", "note")
PAGES = 10_000_000
PROVINCES = 63
DAY = 86_400


class Line(TypedDict):
    """One number of a benchmark, as `tests.benchmarks.measures.Measure` has it."""

    what: str
    value: float
    unit: str
    peer: str | None
    peer_value: float | None
    note: str
    ratio: float | None


class Part(TypedDict):
    """What one benchmark gave."""

    date: str
    machine: dict[str, object]
    measures: list[Line]


def render_benchmarks() -> str:
    """Give one line a measure, under a line a benchmark; what was not measured yet is not there."""
    lines = ["| " + " | ".join(HEAD) + " |", "|" + " --- |" * len(HEAD)]
    for name, part in _load().items():
        machine = part["machine"]
        where = (
            f"{part['date']}, Python {machine['python']}, {machine['cores']} cores, "
            f"load {machine['load_before']} before"
        )
        lines.append(f"| **{name}** |  |  |  |  |  | {where} |")
        for one in part["measures"]:
            cells = (
                one["what"], render_number(one["value"]), one["unit"], one["peer"] or "",
                render_number(one["peer_value"]), render_number(one["ratio"]), one["note"],
            )  # fmt: skip
            lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
    return "\n".join(lines)


def render_arithmetic() -> str:
    """Reckon what ten million pages take, each number from the table; empty where one was not measured."""
    rate = find_value("whole", "page → article → facts → rows")
    kept = find_value("harvest", "archive: a page with its request, packed")
    warc = find_value("warc", "web archive filtered by host")
    bare = find_value("warc", "web archive filtered by host", of_peer=True)
    stored = find_stored()
    if rate is None or kept is None or warc is None or bare is None or stored is None:
        return ""
    hosts, gap = len(load_sources()), load_sources()[0].delay_s
    hours = PAGES / rate / 3600
    return "\n".join(
        [
            "| step | reckoning | result |",
            "| --- | --- | --- |",
            *(
                f"| fetch from {count} hosts | {PAGES:,} pages ÷ {count} hosts × {gap:g} s between two requests to a host; "
                f"no machine makes it shorter | {PAGES / count * gap / DAY:,.0f} days |"
                for count in (hosts, hosts + PROVINCES)
            ),
            f"| archive | {PAGES:,} × {kept:,.1f} KB a page with its request | {PAGES * kept / 1e9:,.2f} TB |",
            f"| read, extract, store | {PAGES:,} ÷ {rate:,.1f} pages a CPU second | {hours:,.0f} core hours |",
            f"| the same in one night of 10 hours | {hours:,.0f} core hours ÷ 10 | {hours / 10:,.0f} cores |",
            f"| SQLite | {PAGES:,} × {stored:,.1f} KB an article | {PAGES * stored / 1e9:,.2f} TB |",
            f"| pick the hosts out of 1 TB of foreign web archives | 1,000 GB ÷ {warc:,.1f} GB a minute "
            f"(warcio alone: {bare:,.1f}) | {1000 / warc / 60:,.1f} core hours ({1000 / bare / 60:,.1f}) |",
        ]
    )  # fmt: skip


def find_value(benchmark: str, what: str, *, of_peer: bool = False) -> float | None:
    """Give the number of the first line that begins so; None where it was not measured."""
    found = [line for line in _lines(benchmark) if line["what"].startswith(what)]
    return found[0]["peer_value" if of_peer else "value"] if found else None


def find_stored() -> float | None:
    """Give the kilobytes of SQLite a document that the biggest store of the growth took."""
    found = [
        line["note"].partition("at most, ")[2].partition(" KB")[0]
        for line in _lines("whole")
        if line["what"].startswith("text → facts → rows")
    ]
    return float(found[-1]) if found else None


def _lines(benchmark: str) -> list[Line]:
    part = _load().get(benchmark)
    return part["measures"] if part else []


def render_number(value: float | None) -> str:
    """Give a number with no more digits than it is worth; empty for None."""
    if value is None:
        return ""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:,.2f}"


def _load() -> dict[str, Part]:
    found: dict[str, Part] = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    return found
