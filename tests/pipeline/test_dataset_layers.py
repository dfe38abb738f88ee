"""The further layers in a data set: what belongs to current articles, without people's names."""

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.dataset import open_dataset
from pipeline.dataset_layers import layer_tables, shown_columns
from pipeline.records import Document
from pipeline.runs import begin_run, end_run, save_extractor
from pipeline.saving import save_document
from pipeline.store import Store

LAYERS = layer_tables()
pytestmark = pytest.mark.skipif(not LAYERS, reason="the schema declares no further layers")


@pytest.fixture
def db(store: Store, make_document: Callable[..., Document]) -> Path:
    run_id, extractor_id = begin_run(store, "test"), save_extractor(store)
    with store.transaction() as opened:
        document = make_document(1, paragraph="Chị Đinh Thị Mận ở Đồng Nai nhận 50 suất quà.")
        _, article = save_document(opened, document, run_id=run_id, extractor_id=extractor_id)
        start = document.text.index("Đinh")
        for table, at, length in (
            ("person_mentions", start, 12),
            ("place_mentions", start + 15, 8),
        ):
            row = {
                "id": f"{table[:2]}-1", "article_id": article, "start": at, "end": at + length,
                "sentence_start": at, "sentence_end": at + length, "score": 0.9, "rule": "test",
                "evidence": "[]", "extractor_id": extractor_id, "run_id": run_id,
            }  # fmt: skip
            if table == "person_mentions":
                row |= {"name_hash": "ab12", "role": "công nhân", "unit": "Công ty May Bến Đá"}
            else:
                row |= {"text": "Đồng Nai", "name": "Đồng Nai", "level": "province", "today": "[]"}
            opened.table(table).insert(row)
        opened.table("place_mentions").insert(row | {"id": "pl-2", "ended_run": run_id})
    end_run(store, run_id, 0)
    return store.path


def test_layers_of_current_articles_are_in_the_data_set(db: Path) -> None:
    data = open_dataset(db)
    assert {table.name for table in LAYERS} <= set(data.names)
    assert [row["name"] for row in data.rows("place_mentions")] == ["Đồng Nai"]


def test_of_people_there_is_the_place_alone(db: Path) -> None:
    (person,) = open_dataset(db).rows("person_mentions")
    assert person["start"] is not None
    assert not {"name_hash", "role", "unit", "text"} & set(person)
    (kept,) = open_dataset(db, names="keep").rows("person_mentions")
    assert (kept["name_hash"], kept["role"]) == ("ab12", "công nhân")


def test_no_layer_shows_what_hashes_names() -> None:
    for table in LAYERS:
        names = {column.name for column in shown_columns(table, "drop")}
        assert not names & {"name_hash", "speaker_hash", "evidence", "run_id"}
