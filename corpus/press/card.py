"""Write the numbers of CARD.md anew from the files they speak of: `python -m corpus.press.card`."""

import re
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from corpus.agreement import agree
from corpus.gold import file_hash, load_annotated
from corpus.press.benchmark import (
    ENTITIES_GOLD,
    SIDES,
    load_press,
    load_second,
    save_split,
)
from corpus.press.build_gold import GOLD
from corpus.records import LAYERS

CARD = Path(__file__).parent / "CARD.md"
_PART = re.compile(r"(<!-- (?P<name>\w+):begin -->\n).*?(<!-- (?P=name):end -->)", re.DOTALL)


def render_card(text: str) -> str:
    """Give the card with the numbers between its markers made anew."""
    parts: dict[str, Callable[[], str]] = {"counts": _counts, "agreement": _agreement}
    return _PART.sub(lambda match: match[1] + parts[match["name"]]() + match[3], text)


def _counts() -> str:
    documents = load_press()
    head = ("", *SIDES, "all")
    rows: list[tuple[str | int, ...]] = []
    sides = {side: [one for one in documents if one.about["split"] == side] for side in SIDES}
    columns = [*sides.values(), list(documents)]
    rows.append(("articles", *map(len, columns)))
    for layer in LAYERS:
        rows.append((layer, *(sum(len(one.layer(layer)) for one in part) for part in columns)))
    rows.append(("code points", *(sum(len(one.text or "") for one in part) for part in columns)))
    for field in ("source", "genre"):
        for value, _ in sorted(Counter(one.about[field] for one in documents).items()):
            counted = [sum(one.about[field] == value for one in part) for part in columns]
            rows.append((f"{field} {value}", *counted))
    years = [one.about["year"] for one in documents]
    further = len(load_annotated(ENTITIES_GOLD, layers=("organizations",)))
    return (
        _table(head, rows)
        + f"\nYears {min(years)} to {max(years)}. Twice annotated: {len(load_second())}. "
        + f"With the further layers: {further}.\nSHA-256 of `gold.jsonl`: `{file_hash(GOLD)}`\n"
    )


def _agreement() -> str:
    second = load_second()
    if not second:
        return "No article has been annotated twice yet.\n"
    found = agree(load_press(), second)
    spans: list[tuple[str | int, ...]] = [
        (
            row.layer,
            f"`{row.measure}`",
            row.counts.gold,
            row.counts.predicted,
            row.counts.right,
            f"{row.counts.f1:.3f}",
            f"{row.low:.3f} to {row.high:.3f}",
        )
        for row in found.spans
    ]
    fields: list[tuple[str | int, ...]] = [
        (
            row.layer,
            row.field,
            row.pairs,
            f"{row.same / row.pairs:.3f}" if row.pairs else "",
            "" if row.kappa is None else f"{row.kappa:.3f}",
        )
        for row in found.fields
    ]
    return (
        f"{found.documents} articles were annotated twice.\n\n"
        + _table(("layer", "measure", "first", "second", "both", "F1", "interval"), spans)
        + "\n"
        + _table(("layer", "field", "pairs", "same", "κ"), fields)
    )


def _table(head: tuple[str, ...], rows: list[tuple[str | int, ...]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    lines += ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    new = save_split()
    CARD.write_text(render_card(CARD.read_text("utf-8")), "utf-8")
    sys.stderr.write(f"wrote {CARD.name}; {new} articles new to the split\n")
