"""The table of cases that the page's own search is held to, held against the search of the store."""

import json
import unicodedata
from pathlib import Path

import pytest

from extractors.text import fold, spelling
from pipeline.search import search_articles
from pipeline.store import Store, open_store
from tests.site_store import add_documents, make_document

CASES = json.loads(
    (Path(__file__).parents[1] / "fixtures" / "search_cases.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(("given", "folded"), CASES["folds"])
def test_fold(given: str, folded: str) -> None:
    assert fold(given) == folded
    assert fold(unicodedata.normalize("NFD", given)) == folded


@pytest.mark.parametrize(("given", "spelled"), CASES["spellings"])
def test_spelling(given: str, spelled: str) -> None:
    assert " ".join(map(spelling, given.split())) == spelled


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Store:
    store = open_store(tmp_path_factory.mktemp("search") / "a.db", create=True)
    documents = [
        make_document(
            n, title, "Hội nghị bế mạc.", source="bao_mot", published="2025-11-18T08:00:00+07:00"
        )
        for n, title in enumerate(CASES["titles"])
    ]
    add_documents(store, documents, None)
    return store


@pytest.mark.parametrize(("query", "expected"), CASES["queries"])
def test_query(filled: Store, query: str, expected: list[int]) -> None:
    found = {hit.title for hit in search_articles(filled.db, query)}
    assert found == {CASES["titles"][n] for n in expected}
