import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.errors import NoStoreError, StoreError
from pipeline.migrations import APPLICATION_ID, SCHEMA_VERSION, migrate
from pipeline.records import Document
from pipeline.saving import save_document
from pipeline.store import Store, open_store

Make = Callable[..., Document]


def save(store: Store, document: Document, run_id: int | None = None) -> tuple[str, str]:
    with store.transaction() as db:
        db.execute(
            "INSERT OR IGNORE INTO extractors (id, name, version) VALUES ('test-1', 'test', '1')"
        )
        return save_document(db, document, run_id=run_id, extractor_id="test-1")


def dump(store: Store) -> list[str]:
    return list(store.db.conn.iterdump())


def test_every_foreign_key_is_declared_and_indexed(store: Store) -> None:
    for table in store.db.tables:
        indexed = {index.columns[0] for index in table.indexes} | {table.pks[0]}
        assert {key.column for key in table.foreign_keys} <= indexed, table.name


def test_every_table_and_column_is_described_in_two_languages(store: Store) -> None:
    own = {
        name
        for name in (*store.db.table_names(), *store.db.view_names())
        if not name.startswith(("articles_fts", "_sqlite", "sqlite_"))
    }
    described = {row["name"] for row in store.db.query("SELECT name FROM _tables")}
    assert described == own
    for name in own:
        real = {r["name"] for r in store.db.query("SELECT name FROM pragma_table_info(?)", [name])}
        rows = list(store.db.query("SELECT * FROM _columns WHERE table_name = ?", [name]))
        assert {row["name"] for row in rows} == real, name
        assert all(row["description_vi"] and row["description_en"] for row in rows), name


def test_every_table_people_look_up_has_a_label(store: Store) -> None:
    for name in ("sources", "provinces", "organizations", "campaigns", "award_forms", "units"):
        assert "name" in store.db.table(name).columns_dict
    assert "title" in store.db.table("articles").columns_dict


def test_no_view_takes_the_day_of_a_utc_time(store: Store) -> None:
    for view in store.db.views:
        assert "date(a.published_at" not in view.schema
        assert "date(published_at" not in view.schema


def test_each_view_answers_on_an_empty_and_on_a_filled_store(
    store: Store, make_document: Make
) -> None:
    for _ in range(2):
        for name in store.db.view_names():
            list(store.db.query(f"SELECT * FROM {name}"))
        save(store, make_document())


def test_an_article_is_stored_with_offsets_and_sentences(store: Store, make_document: Make) -> None:
    outcome, article_id = save(store, make_document())
    assert outcome == "new"
    text = store.db.table("articles").get(article_id)["text"]
    (figure,) = store.db.query("SELECT * FROM figures")
    assert text[figure["start"] : figure["end"]] == figure["text"] == "1.200"
    sentence = text[figure["sentence_start"] : figure["sentence_end"]]
    assert sentence == "Dịp này, các cấp công đoàn trao 1.200 suất quà cho đoàn viên khó khăn."
    assert store.db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert store.db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"


def test_the_published_day_is_the_day_in_hanoi(store: Store, make_document: Make) -> None:
    _, article_id = save(store, make_document(published="2025-11-19T06:05:00+07:00"))
    row = store.db.table("articles").get(article_id)
    assert (row["published_at"], row["published_on"]) == ("2025-11-18T23:05:00Z", "2025-11-19")


def test_a_bare_day_gives_no_time(store: Store, make_document: Make) -> None:
    _, article_id = save(store, make_document(published="2025-11-19"))
    row = store.db.table("articles").get(article_id)
    assert (row["published_at"], row["published_on"]) == (None, "2025-11-19")


def test_storing_twice_changes_nothing(store: Store, make_document: Make) -> None:
    save(store, make_document())
    before = dump(store)
    assert save(store, make_document())[0] == "unchanged"
    assert dump(store) == before


def test_other_bytes_with_the_same_text_are_the_same_article(
    store: Store, make_document: Make
) -> None:
    _, first = save(store, make_document(1, url="https://bao.example/tin.html"))
    outcome, second = save(store, make_document(2, url="https://bao.example/tin.html"))
    assert (outcome, second) == ("unchanged", first)


def test_an_edited_article_is_a_new_version_of_the_old(store: Store, make_document: Make) -> None:
    address = "https://bao.example/tin.html"
    _, first = save(store, make_document(1, url=address))
    edited = make_document(2, url=address, paragraph="Công đoàn trao 1.300 suất quà tại Biên Hòa.")
    outcome, second = save(store, edited)
    assert outcome == "changed"
    row = store.db.table("articles").get(second)
    assert (row["version"], row["previous_id"], row["is_current"]) == (2, first, 1)
    assert store.db.table("articles").get(first)["is_current"] == 0
    assert [r["Số"] for r in store.db.query("SELECT * FROM so_lieu")] == [1300]


def test_ids_do_not_depend_on_the_order_of_storing(tmp_path: Path, make_document: Make) -> None:
    ids = []
    for name, order in (("a.db", (1, 2)), ("b.db", (2, 1))):
        with open_store(tmp_path / name, create=True) as store:
            for number in order:
                save(store, make_document(number))
            rows = store.db.query("SELECT id FROM articles UNION SELECT id FROM figures ORDER BY 1")
            ids.append([row["id"] for row in rows])
    assert ids[0] == ids[1]
    assert len(ids[0]) == 4


def test_a_failure_in_the_middle_leaves_nothing(store: Store, make_document: Make) -> None:
    before = dump(store)

    def save_and_fail() -> None:
        with store.transaction() as db:
            db.execute("INSERT INTO extractors (id, name, version) VALUES ('test-1', 'test', '1')")
            save_document(db, make_document(), run_id=None, extractor_id="test-1")
            db.table("units").insert({"id": "tấn", "name": "tấn", "dimension": "measure"})
            raise RuntimeError("planted")

    with pytest.raises(RuntimeError):
        save_and_fail()
    assert dump(store) == before


def test_no_plain_name_of_a_recipient_is_stored(store: Store) -> None:
    assert "name" not in store.db.table("award_recipients").columns_dict


def test_a_missing_database_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(NoStoreError, match="thidua init"):
        open_store(tmp_path / "typo.db")
    assert list(tmp_path.iterdir()) == []


def test_making_a_database_leaves_no_half_file(tmp_path: Path) -> None:
    open_store(tmp_path / "union.db", create=True).close()
    assert [path.name for path in tmp_path.iterdir()] == ["union.db"]


@pytest.mark.parametrize("body", [b"", b"not a database, only words" * 50])
def test_a_file_that_is_no_database_is_refused(tmp_path: Path, body: bytes) -> None:
    path = tmp_path / "notes.db"
    path.write_bytes(body)
    with pytest.raises(StoreError):
        open_store(path, create=True)
    assert path.read_bytes() == body


def test_a_database_of_another_program_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE articles (id TEXT)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="not a database of thidua"):
        open_store(path, create=True)
    assert path.read_bytes() == before


def test_a_newer_schema_is_refused_and_untouched(tmp_path: Path) -> None:
    path = tmp_path / "newer.db"
    open_store(path, create=True).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="newer"):
        open_store(path)
    assert path.read_bytes() == before


def test_the_header_says_whose_file_it_is(store: Store) -> None:
    assert store.db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert store.db.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION


def test_the_store_sets_its_own_safety(store: Store) -> None:
    pragmas = ("foreign_keys", "journal_mode", "synchronous", "busy_timeout")
    values = [store.db.execute(f"PRAGMA {name}").fetchone()[0] for name in pragmas]
    assert values == [1, "wal", 2, 75_000]


def test_migrating_twice_changes_nothing(store: Store) -> None:
    before = dump(store)
    assert migrate(store.db) is False
    assert dump(store) == before


def test_provinces_sort_in_vietnamese_order(store: Store) -> None:
    names = [r["name"] for r in store.db.query("SELECT name FROM provinces ORDER BY sort_key")]
    assert names.index("Cà Mau") < names.index("Đà Nẵng") < names.index("Vĩnh Long")
    assert names.index("Ninh Thuận") < names.index("Quảng Nam")


def test_award_recipients_and_tags_are_json_in_the_views(store: Store, make_document: Make) -> None:
    save(store, make_document(paragraph="LĐLĐ tỉnh tặng Bằng khen cho 06 tập thể xuất sắc."))
    (row,) = store.db.query("SELECT * FROM khen_thuong")
    assert json.loads(row["Đối tượng"]) == [{"loai": "collective", "so_luong": 6.0}]
    assert row["Tình trạng"] == "đã tặng"
