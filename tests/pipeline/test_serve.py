import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import pytest

from pipeline.cli import main
from tests.site_store import HOSTILE, TEXTS, make_store

datasette = pytest.importorskip("datasette.app", reason="the extra web is not installed")


def get(db: Path, *paths: str) -> dict[str, tuple[int, str]]:
    from pipeline.serve import make_app

    app = make_app(db)

    async def ask() -> dict[str, tuple[int, str]]:
        await app.invoke_startup()
        found = {}
        for path in paths:
            answer = await app.client.get(path)
            found[path] = (answer.status_code, answer.text)
        return found

    try:
        # In a thread of its own: the browser tests may have a loop running in this one.
        with ThreadPoolExecutor(1) as pool:
            return pool.submit(asyncio.run, ask()).result()
    finally:
        for database in app.databases.values():
            database.close()
        app.executor.shutdown()


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_store(tmp_path_factory.mktemp("store") / "union.db", (*TEXTS, *HOSTILE))


@pytest.mark.filterwarnings("ignore")
def test_every_table_view_facet_and_query_answers(db: Path) -> None:
    from pipeline.datasette_config import FACETS, QUERIES
    from pipeline.schema_content import CONTENT_TABLES
    from pipeline.schema_work import WORK_TABLES
    from pipeline.views import VIEWS

    names = [one.name for one in (*CONTENT_TABLES, *WORK_TABLES)]
    names += [one.name for one in VIEWS]
    paths = ["/", "/union", *(f"/union/{name}" for name in names)]
    paths += [
        f"/union/{table}?_facet={quote(column)}"
        for table, columns in FACETS.items()
        for column in columns
    ]
    arguments = "?chien_dich=&tu_ngay=2025-01-01&den_ngay=2025-12-31"
    paths += [f"/union/{name}{arguments}" for name in QUERIES]
    answers = get(db, *paths)
    assert {path: status for path, (status, _) in answers.items() if status != 200} == {}


@pytest.mark.filterwarnings("ignore")
def test_evidence_is_marked_and_escaped(db: Path) -> None:
    answers = get(db, "/union/so_lieu?_size=100", "/union/so_lieu_co_cau?chien_dich=")
    for _, text in answers.values():
        assert "trao hơn <mark>1.200</mark> suất quà" in text
        assert "<script>window.dinh" not in text
        assert "&lt;script&gt;window.dinh" in text


@pytest.mark.filterwarnings("ignore")
def test_titles_are_vietnamese_and_texts_of_pages_are_hidden(db: Path) -> None:
    answers = get(db, "/union", "/union/figures")
    assert "Số liệu kèm câu văn" in answers["/union"][1]
    assert "Số liệu" in answers["/union/figures"][1]


@pytest.mark.filterwarnings("ignore")
def test_nothing_can_be_written(db: Path) -> None:
    before = db.read_bytes()
    answers = get(db, "/union?sql=" + quote("delete from articles"))
    assert [status for status, _ in answers.values()] == [400]
    assert db.read_bytes() == before


def test_another_address_needs_public(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--db", str(db), "--host", "0.0.0.0"]) == 2
    assert "--public" in capsys.readouterr().err
