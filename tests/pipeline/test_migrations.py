"""Databases of every earlier schema open, are brought up to date and keep their content."""

import hashlib
import sqlite3
from pathlib import Path

import pytest
from sqlite_utils import Database

from pipeline.cli import main
from pipeline.content_hash import hash_content
from pipeline.migrations import APPLICATION_ID, MIGRATIONS, SCHEMA_VERSION
from pipeline.schema_content import CONTENT_TABLES
from pipeline.schema_language import Table, render_step, table
from pipeline.schema_work import WORK_TABLES
from pipeline.store import open_store, read_version

STORED = Path(__file__).resolve().parents[1] / "fixtures" / "store"
STEPS = {1: "8df004abd471a830", 2: "b18c99e9734ced4a"}
"""Hash of the statements of each step; a step that was released never changes."""


def statements(schema: int) -> list[str]:
    return [line for t in (*CONTENT_TABLES, *WORK_TABLES) for line in render_step(t, schema)]


def load_stored(path: Path, target: Path) -> Path:
    connection = sqlite3.connect(target)
    connection.executescript(path.read_text(encoding="utf-8"))
    connection.close()
    return target


def test_every_step_is_pinned_and_has_a_stored_database() -> None:
    assert sorted(STEPS) == list(range(1, SCHEMA_VERSION + 1))
    assert {path.stem for path in STORED.glob("*.sql")} == {f"schema_{n}" for n in STEPS}


@pytest.mark.parametrize("schema", sorted(STEPS))
def test_a_released_step_never_changes(schema: int) -> None:
    digest = hashlib.sha256("\n".join(statements(schema)).encode()).hexdigest()[:16]
    assert digest == STEPS[schema], "write a new step with +N instead of editing a released one"


@pytest.mark.parametrize("path", sorted(STORED.glob("*.sql")), ids=lambda path: path.stem)
def test_a_stored_database_opens_and_keeps_its_content(path: Path, tmp_path: Path) -> None:
    db = load_stored(path, tmp_path / "old.db")
    before = hash_content(Database(sqlite3.connect(db)))
    assert main(["db", "migrate", "--db", str(db)]) == 0
    with open_store(db) as store:
        assert read_version(store.db) == SCHEMA_VERSION
        assert hash_content(store.db) == before
        for name in store.db.view_names():
            list(store.db.query(f"SELECT * FROM {name}"))
    assert main(["db", "check", "--db", str(db)]) == 0
    assert main(["search", "dong nai", "--db", str(db)]) == 0


def test_an_earlier_schema_is_not_read_without_migration(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    open_store(tmp_path / "old.db", create=True).close()
    monkeypatch.setattr("pipeline.store.SCHEMA_VERSION", SCHEMA_VERSION + 1)
    assert main(["search", "dong nai", "--db", str(tmp_path / "old.db")]) == 1
    assert "thidua db migrate" in capsys.readouterr().err


def test_a_step_adds_a_column_to_a_table_of_an_earlier_one() -> None:
    first = table("units", "code", "Đơn vị", "Units", "id TEXT * | Mã | Id")
    later = table(
        "units", "code", "Đơn vị", "Units",
        "id TEXT * | Mã | Id\nbase_id TEXT >units.id +2 | Gốc | Base",
    )  # fmt: skip
    old, new = Database(memory=True), Database(memory=True)
    for statement in render_step(first, 1):
        old.execute(statement)
    for step in (1, 2):
        for statement in render_step(later, step):
            new.execute(statement)
    for statement in render_step(later, 2):
        old.execute(statement)
    assert old.table("units").columns_dict == new.table("units").columns_dict
    assert [key.column for key in old.table("units").foreign_keys] == ["base_id"]
    assert ["base_id"] in [index.columns for index in old.table("units").indexes]


def test_a_column_that_is_added_later_may_be_null() -> None:
    declared: Table = table("units", "code", "Đ", "U", "id TEXT * | M | I\nname TEXT ! +2 | T | N")
    with pytest.raises(ValueError, match="may be null"):
        render_step(declared, 2)


def test_the_names_of_the_steps_are_in_order() -> None:
    names = [step.name for step in MIGRATIONS.pending(Database(memory=True))]
    assert names == sorted(names)
    assert int.from_bytes(b"thdu") == APPLICATION_ID
