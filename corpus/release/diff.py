"""What changed between two releases, row by row, and what brought it about.

Causes: "takedown" (an article was taken down), "source" (an article is new, changed or gone), "reviewer" (somebody
judged the value), "extractor" (the same text read by other rules), "ontology" (a list that the rules refer to).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.release.records import Release
from corpus.tables import Cell, DataTable

Cause = Literal["takedown", "source", "reviewer", "extractor", "ontology"]
What = Literal["added", "removed", "changed"]
ABOUT_SOURCES = ("sources", "coverage")
OWNERS = {
    "award_recipients": "award_id",
    "claim_mentions": "figure_id",
    "check_figures": "check_id",
}
"""Table to the column that names the mention or check whose article a row is from."""
MADE_BY_RULES = ("claims", "claim_mentions", "extractors", "award_recipients", "check_figures")
NAMED_BY_ARTICLES = ("campaigns", "units", "organizations")
"""Lists that grow with what articles name."""
TARGETS = ("id", "figure_id", "award_id", "from_id", "to_id")
"""Columns that may name what somebody judged."""
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
        self.articles = {
            row["id"]: row["article_id"]
            for release in (old, new)
            for table in release.tables
            if table.licence == "annotation" and {"id", "article_id"} <= set(table.names)
            for row in table.records()
        }
        self.first = {
            key[0]: row["first_article_id"]
            for release in (new, old)
            for key, row in _rows(release.table("claims")).items()
            if row["first_article_id"] is not None
        }
        self.judged_claims = {
            row["claim_id"]
            for release in (old, new)
            for row in _rows(release.table("claim_mentions")).values()
            if row["figure_id"] in self.reviews
        }
        self.naming = _find_naming((old, new))

    def cause(self, table: str, row: Row, *, what: What) -> Cause:
        """Say what brought a change of a row about."""
        if table == "tombstones":
            return "takedown"
        if table in ABOUT_SOURCES:
            return "source"
        if table == "reviews":
            return "takedown" if self._article_of(row["target_id"]) in self.gone else "reviewer"
        if table in NAMED_BY_ARTICLES and what != "changed":
            return self._cause_of_naming(table, row)
        article = self._origin(table, row)
        if article in self.gone:
            return "takedown"
        if article is not None and self._is_other(article):
            return "source"
        if self._is_judged(table, row):
            return "reviewer"
        if table in MADE_BY_RULES or "article_id" in row:
            return "extractor"
        return "source" if table == "articles" else "ontology"

    def _is_judged(self, table: str, row: Row) -> bool:
        if table == "claims" and row["id"] in self.judged_claims:
            return True
        return any(row.get(column) in self.reviews for column in TARGETS)

    def _cause_of_naming(self, table: str, row: Row) -> Cause:
        """Say why a list holds a name that it did not hold, or no longer holds one."""
        naming = self.naming.get((table, row["id"]), set())
        if not naming:
            return "ontology"
        if naming <= self.gone:
            return "takedown"
        return "source" if all(map(self._is_other, naming)) else "extractor"

    def _article_of(self, target: Cell) -> Cell:
        """Give the article of a mention; of an article itself the same id."""
        return self.articles.get(target, target)

    def _origin(self, table: str, row: Row) -> Cell:
        """Give the article that a row is from. None where it is from none."""
        if table == "articles":
            return row["id"]
        if table in OWNERS:
            return self.articles.get(row[OWNERS[table]])
        if table == "claims":
            # Where the first article was taken down, the claim of today names another or none.
            return self.first.get(row["id"])
        return row.get("article_id")

    def _is_other(self, article: Cell) -> bool:
        """Say whether an article is new, gone, or has another text than before."""
        before, after = self.before.get((article,)), self.after.get((article,))
        if before is None or after is None:
            return True
        return before["text_sha256"] != after["text_sha256"]


def _rows(table: DataTable | None) -> dict[tuple[Cell, ...], Row]:
    return table.keyed() if table is not None else {}


def _find_naming(releases: Sequence[Release]) -> dict[tuple[str, Cell], set[Cell]]:
    """Give (list, id) → the articles that name it in either release."""
    found: defaultdict[tuple[str, Cell], set[Cell]] = defaultdict(set)
    for release in releases:
        for table in release.tables:
            if "article_id" not in table.names:
                continue
            at = table.names.index("article_id")
            for number, column in enumerate(table.columns):
                if column.refers_to and column.refers_to[0] in NAMED_BY_ARTICLES:
                    for row in table.rows:
                        if row[number] is not None:
                            found[column.refers_to[0], row[number]].add(row[at])
    return dict(found)


def _changes(name: str, facts: _Facts) -> Iterator[Change]:
    before, after = _rows(facts.old.table(name)), _rows(facts.new.table(name))
    for key in sorted(before.keys() | after.keys(), key=str):
        shown = " ".join(str(part) for part in key)
        old, new = before.get(key), after.get(key)
        if old is None and new is not None:
            yield Change(
                table=name, key=shown, what="added", cause=facts.cause(name, new, what="added")
            )
        elif new is None and old is not None:
            yield Change(
                table=name, key=shown, what="removed", cause=facts.cause(name, old, what="removed")
            )
        elif old is not None and new is not None and old != new:
            fields = tuple(one for one in {**old, **new} if old.get(one) != new.get(one))
            yield Change(
                table=name,
                key=shown,
                what="changed",
                cause=facts.cause(name, new, what="changed"),
                fields=fields,
                before=tuple(old.get(one) for one in fields),
                after=tuple(new.get(one) for one in fields),
            )
