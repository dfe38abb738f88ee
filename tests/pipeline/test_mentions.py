import json
from collections.abc import Callable

import pytest

from extractors.facts import Facts
from pipeline.documents import Extractor
from pipeline.mentions import compare_facts, save_facts
from pipeline.records import Document
from pipeline.review import import_reviews
from pipeline.rows import Row
from pipeline.saving import save_document
from pipeline.store import Store

TEXT = "Công đoàn trao 1.200 suất quà, sau đó trao 300 suất quà. LĐLĐ tỉnh tặng Bằng khen."


@pytest.fixture
def article(store: Store, make_document: Callable[..., Document]) -> str:
    with store.transaction() as db:
        db.execute("INSERT INTO extractors (id, name, version) VALUES ('t', 't', '1')")
        db.execute(
            "INSERT INTO runs (id, started_at, command, version) VALUES (1, '', '', ''), (2, '', '', '')"
        )
        document = make_document(paragraph=TEXT)
        return save_document(db, document, run_id=1, extractor_id="t")[1]


def again(
    store: Store, article: str, extractor: Extractor, *, keep: slice = slice(None)
) -> list[str]:
    text = str(store.db.table("articles").get(article)["text"])
    found = extractor.extract_all(text)
    facts = Facts(campaigns=found.campaigns, figures=found.figures[keep], awards=found.awards)
    planned = compare_facts(store.db, facts, text, article)
    with store.transaction() as db:
        changes = save_facts(db, facts, text, article, run_id=2, extractor_id="t")
    assert [(c.what, c.target_id) for c in planned] == [(c.what, c.target_id) for c in changes]
    return sorted(change.what for change in changes)


def figures(store: Store) -> list[Row]:
    return list(store.db.query("SELECT * FROM figures ORDER BY start"))


def test_the_same_facts_change_nothing(store: Store, article: str, extractor: Extractor) -> None:
    before = list(store.db.conn.iterdump())
    assert again(store, article, extractor) == []
    assert list(store.db.conn.iterdump()) == before


def test_a_vanished_mention_is_ended_and_kept(
    store: Store, article: str, extractor: Extractor
) -> None:
    before = figures(store)
    assert again(store, article, extractor, keep=slice(1)) == ["ended"]
    after = figures(store)
    assert [row["id"] for row in after] == [row["id"] for row in before]
    assert [row["ended_run"] for row in after] == [None, 2]
    assert [row["Số"] for row in store.db.query("SELECT * FROM so_lieu")] == [1200]


def test_a_mention_found_again_lives_again(
    store: Store, article: str, extractor: Extractor
) -> None:
    again(store, article, extractor, keep=slice(1))
    assert again(store, article, extractor) == ["revived"]
    assert [row["ended_run"] for row in figures(store)] == [None, None]


def test_a_changed_value_keeps_the_id_and_the_former_value(
    store: Store, article: str, make_extractor: Callable[..., Extractor]
) -> None:
    before = figures(store)
    assert again(store, article, make_extractor(factor=10)) == ["changed", "changed"]
    after = figures(store)
    assert [row["id"] for row in after] == [row["id"] for row in before]
    assert [row["value"] for row in after] == [12000, 3000]
    rows = store.db.query("SELECT * FROM mention_versions ORDER BY target_id")
    assert sorted(json.loads(row["fields"])["value"] for row in rows) == [300, 1200]


def test_a_verdict_survives_every_re_extraction(
    store: Store, article: str, make_extractor: Callable[..., Extractor]
) -> None:
    target = figures(store)[0]["id"]
    line = json.dumps({"target_id": target, "verdict": "wrong", "reviewer": "lan"})
    assert import_reviews(store, [line], reviewer=None) == 1
    again(store, article, make_extractor(factor=10))
    again(store, article, make_extractor(), keep=slice(1, None))
    again(store, article, make_extractor())
    (row,) = store.db.query("SELECT * FROM so_lieu WHERE Số = 1200")
    assert (row["Mã"], row["Duyệt"]) == (target, "sai")
    (review,) = store.db.query("SELECT * FROM reviews")
    assert json.loads(review["seen"])["value"] == 1200


def test_what_others_fill_is_no_change(store: Store, article: str, extractor: Extractor) -> None:
    with store.transaction() as db:
        db.execute("UPDATE figures SET organization_id = (SELECT id FROM organizations LIMIT 1)")
    assert again(store, article, extractor) == []


def test_recipients_of_a_changed_award_are_replaced(
    store: Store, article: str, extractor: Extractor
) -> None:
    with store.transaction() as db:
        db.execute("UPDATE award_recipients SET count = 7")
    assert again(store, article, extractor) == ["changed"]
    assert [row["count"] for row in store.db.query("SELECT * FROM award_recipients")] == [6]
