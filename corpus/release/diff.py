"""What changed between two releases, row by row, and what brought it about.

Causes: "takedown" (an article was taken down), "source" (an article is new, changed or gone), "reviewer" (somebody
judged the value), "extractor" (the same text read by other rules), "ontology" (a list that the rules refer to).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from corpus.release.records import Release
from corpus.tables import Cell, DataTable

Cause = Literal["takedown", "source", "reviewer", "extractor", "ontology"]
What = Literal["added", "removed", "changed"]
MENTIONS = ("campaign_mentions", "figures", "awards")
ABOUT_SOURCES = ("sources", "coverage", "tombstones")
Row = dict[str, Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One row that is not what it was."""

    table: str
    """The table."""
    key: str
    """Its key; parts are joined by a blank."""
    what: What
    """Added, removed or changed."""
    cause: Cause
    """What brought it about."""
    fields: tuple[str, ...] = ()
    """Columns that changed; `()` for an added or removed row."""
    before: tuple[Cell, ...] = ()
    """Their values before."""
    after: tuple[Cell, ...] = ()
    """Their values after."""


def diff_releases(old: Release, new: Release) -> tuple[Change, ...]:
    """Give every change, by table and key."""
    facts = _Facts(old, new)
    names = [table.name for table in old.tables]
    names += [table.name for table in new.tables if table.name not in names]
    return tuple(change for name in names for change in _changes(name, facts))


class _Facts:
    """What both releases say of articles and reviews, asked for causes."""

    def __init__(self, old: Release, new: Release) -> None:
        self.old, self.new = old, new
        self.before, self.after = _rows(old.table("articles")), _rows(new.table("articles"))
        self.gone = {key[0] for key in _rows(new.table("tombstones"))}
        self.reviews = {
            row["target_id"]
            for key, row in _rows(new.table("reviews")).items()
            if key not in _rows(old.table("reviews"))
        }
        self.awards = {
            key[0]: row["article_id"]
            for release in (old, new)
            for key, row in _rows(release.table("awards")).items()
        }
        self.figures = {
            key[0]: row["article_id"]
            for release in (old, new)
            for key, row in _rows(release.table("figures")).items()
        }

    def cause(self, table: str, row: Row) -> Cause:
        """Say what brought a change of a row about."""
        if table in ABOUT_SOURCES:
            return "source"
        if table == "reviews":
            return "reviewer"
        article, target = self._origin(table, row)
        if article in self.gone:
            return "takedown"
        if article is not None and self._is_other(article):
            return "source"
        if target in self.reviews:
            return "reviewer"
        if table in (*MENTIONS, "award_recipients", "claims", "claim_mentions", "extractors"):
            return "extractor"
        return "source" if table == "articles" else "ontology"

    def _origin(self, table: str, row: Row) -> tuple[Cell, Cell]:
        if table == "articles":
            return row["id"], row["id"]
        if table == "award_recipients":
            return self.awards.get(row["award_id"]), row["award_id"]
        if table == "claim_mentions":
            return self.figures.get(row["figure_id"]), row["figure_id"]
        if table == "claims":
            return row.get("first_article_id"), row["id"]
        return row.get("article_id"), row.get("id")

    def _is_other(self, article: Cell) -> bool:
        """Say whether an article is new, gone, or has another text than before."""
        before, after = self.before.get((article,)), self.after.get((article,))
        if before is None or after is None:
            return True
        return before["text_sha256"] != after["text_sha256"]


def _rows(table: DataTable | None) -> dict[tuple[Cell, ...], Row]:
    return table.keyed() if table is not None else {}


def _changes(name: str, facts: _Facts) -> Iterator[Change]:
    before, after = _rows(facts.old.table(name)), _rows(facts.new.table(name))
    for key in sorted(before.keys() | after.keys(), key=str):
        shown = " ".join(str(part) for part in key)
        old, new = before.get(key), after.get(key)
        if old is None and new is not None:
            yield Change(table=name, key=shown, what="added", cause=facts.cause(name, new))
        elif new is None and old is not None:
            yield Change(table=name, key=shown, what="removed", cause=facts.cause(name, old))
        elif old is not None and new is not None and old != new:
            fields = tuple(one for one in {**old, **new} if old.get(one) != new.get(one))
            yield Change(
                table=name,
                key=shown,
                what="changed",
                cause=facts.cause(name, new),
                fields=fields,
                before=tuple(old.get(one) for one in fields),
                after=tuple(new.get(one) for one in fields),
            )
