"""What brought a change about, table by table."""

from collections.abc import Mapping, Sequence

import pytest

from corpus.release.diff import diff_releases
from corpus.release.records import Release
from corpus.tables import Cell, DataColumn, DataTable, Licence

KEYS = {
    "articles": ("id",),
    "figures": ("id",),
    "mention_links": ("id",),
    "checks": ("id",),
    "check_figures": ("check_id", "n"),
    "claims": ("id",),
    "claim_mentions": ("claim_id", "figure_id"),
    "campaigns": ("id",),
    "reviews": ("id",),
    "tombstones": ("target_id",),
}
REFERENCES = {"campaign_id": ("campaigns", "id"), "article_id": ("articles", "id")}
LICENCES: dict[str, Licence] = {"articles": "publisher", "campaigns": "code", "tombstones": "code"}
Rows = Sequence[Mapping[str, Cell]]


def release(**tables: Rows) -> Release:
    return Release(
        version="1.0",
        manifest={},
        files=(),
        tables=tuple(table(name, tables.get(name, ())) for name in KEYS),
    )


def table(name: str, rows: Rows) -> DataTable:
    names = [*dict.fromkeys([*KEYS[name], *(key for row in rows for key in row)])]
    columns = tuple(
        DataColumn(
            name=one,
            kind="string",
            title=one,
            title_vi=one,
            description=one,
            key=one in KEYS[name],
            refers_to=REFERENCES.get(one),
        )
        for one in names
    )
    return DataTable(
        name=name,
        title=name,
        title_vi=name,
        licence=LICENCES.get(name, "annotation"),
        columns=columns,
        rows=tuple(tuple(row.get(one) for one in names) for row in rows),
    )


ARTICLE = {"id": "a-1", "text_sha256": "11"}
OTHER = {"id": "a-2", "text_sha256": "22"}
FIGURE: dict[str, Cell] = {"id": "so-1", "article_id": "a-1", "value": 5.0, "campaign_id": None}


def causes(old: Release, new: Release) -> dict[str, tuple[str, str]]:
    return {one.table: (one.what, one.cause) for one in diff_releases(old, new)}


def test_the_same_text_read_by_other_rules() -> None:
    link = {"id": "lk-1", "article_id": "a-1", "from_id": "so-1", "to_id": "tc-1"}
    check = {"id": "ks-1", "article_id": "a-1", "figure_id": "so-1"}
    member: dict[str, Cell] = {"check_id": "ks-1", "n": 1, "figure_id": "so-1"}
    old = release(articles=[ARTICLE], figures=[FIGURE])
    new = release(
        articles=[ARTICLE],
        figures=[FIGURE | {"value": 50.0}],
        mention_links=[link],
        checks=[check],
        check_figures=[member],
    )
    assert causes(old, new) == {
        "figures": ("changed", "extractor"),
        "mention_links": ("added", "extractor"),
        "checks": ("added", "extractor"),
        "check_figures": ("added", "extractor"),
    }


def test_a_verdict_reaches_what_rests_on_the_value() -> None:
    claim = {"id": "c-1", "first_article_id": "a-1"}
    pair = {"claim_id": "c-1", "figure_id": "so-1"}
    link = {"id": "lk-1", "article_id": "a-1", "from_id": "so-1", "to_id": "tc-1"}
    old = release(
        articles=[ARTICLE],
        figures=[FIGURE],
        claims=[claim],
        claim_mentions=[pair],
        mention_links=[link],
    )
    new = release(articles=[ARTICLE], reviews=[{"id": "duyet-1", "target_id": "so-1"}])
    found = causes(old, new)
    assert found.pop("reviews") == ("added", "reviewer")
    assert set(found) == {"figures", "claims", "claim_mentions", "mention_links"}
    assert set(found.values()) == {("removed", "reviewer")}


def test_a_claim_whose_first_article_was_taken_down() -> None:
    claim = {"id": "c-1", "first_article_id": "a-1"}
    old = release(articles=[ARTICLE, OTHER], claims=[claim])
    new = release(
        articles=[OTHER],
        claims=[claim | {"first_article_id": None}],
        tombstones=[{"target_id": "a-1"}],
    )
    assert causes(old, new) == {
        "articles": ("removed", "takedown"),
        "claims": ("changed", "takedown"),
        "tombstones": ("added", "takedown"),
    }


@pytest.mark.parametrize(
    ("naming", "stones", "cause"),
    [
        pytest.param("a-2", [], "source", id="a-new-article-names-it"),
        pytest.param("a-1", [], "extractor", id="other-rules-found-it-in-a-known-text"),
        pytest.param(None, [], "ontology", id="no-article-names-it"),
    ],
)
def test_why_a_list_grew(naming: str | None, stones: Rows, cause: str) -> None:
    old = release(articles=[ARTICLE], figures=[FIGURE])
    named = FIGURE | {"id": "so-2", "article_id": naming, "campaign_id": "moi-1"}
    new = release(
        articles=[ARTICLE, OTHER],
        figures=[FIGURE, named] if naming else [FIGURE],
        campaigns=[{"id": "moi-1", "name": "Nhà máy xanh"}],
    )
    assert causes(old, new)["campaigns"] == ("added", cause)


def test_a_name_goes_with_the_article_that_was_taken_down() -> None:
    named = FIGURE | {"campaign_id": "moi-1"}
    campaign = {"id": "moi-1", "name": "Nhà máy xanh"}
    old = release(articles=[ARTICLE], figures=[named], campaigns=[campaign])
    new = release(tombstones=[{"target_id": "a-1"}])
    assert causes(old, new)["campaigns"] == ("removed", "takedown")
