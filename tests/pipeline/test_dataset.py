"""`open_dataset`: a database and its release give the same records, frames and Docs."""

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.errors import CorpusError
from corpus.tables import hold_rows
from pipeline.cli import main
from pipeline.dataset import open_dataset
from pipeline.errors import MisuseError
from pipeline.records import Document
from pipeline.runs import begin_run, end_run, save_extractor
from pipeline.saving import save_document
from pipeline.store import Store


@pytest.fixture
def db(store: Store, make_document: Callable[..., Document]) -> Path:
    run_id, extractor_id = begin_run(store, "test"), save_extractor(store)
    paragraph = "Tết Sum vầy năm nay có 1.200 suất quà; 6 tập thể nhận Bằng khen."
    with store.transaction() as opened:
        for number in (1, 2):
            document = make_document(number, paragraph=paragraph)
            save_document(opened, document, run_id=run_id, extractor_id=extractor_id)
    end_run(store, run_id, 0)
    return store.path


def release(db: Path, out: Path, *options: str) -> Path:
    assert main(["release", "build", "--db", str(db), "--out", str(out), *options]) == 0
    return out


def test_a_release_gives_what_its_database_gives(db: Path, tmp_path: Path) -> None:
    from_db, from_release = open_dataset(db), open_dataset(release(db, tmp_path / "release"))
    assert [hold_rows(one) for one in from_db.tables] == [
        hold_rows(one) for one in from_release.tables
    ]
    assert (from_db.version, bool(from_release.version)) == (None, True)
    assert from_db.figures() == from_release.figures()
    assert [one.value for one in from_db.figures()] == [1200.0, 1200.0]
    assert {one.form_id for one in from_db.awards()} == {"bang_khen"}
    assert {one.type for one in from_db.campaign_mentions()} == {"mo_hinh"}
    assert from_db.articles()[0].text is None


def test_rows_and_documents_may_be_gone_through_twice(db: Path, tmp_path: Path) -> None:
    out = release(db, tmp_path / "release", "--full-text", "kiểm thử")
    for data in (open_dataset(db), open_dataset(out)):
        assert [one.id for one in data.documents] == [one.id for one in data.documents]
        assert len(list(data.documents)) == 2
        figures = data.table("figures").rows
        assert list(figures) == list(figures)
        assert len(figures) == 2


def test_three_reprints_are_one_claim(store: Store, make_document: Callable[..., Document]) -> None:
    run_id, extractor_id = begin_run(store, "test"), save_extractor(store)
    paragraph = (
        "Dịp này, LĐLĐ tỉnh Đồng Nai trao 6.700 suất quà cho đoàn viên có hoàn cảnh khó khăn."
    )
    with store.transaction() as opened:
        for number in range(3):
            document = make_document(
                number,
                title=f"Tin số {number}",
                paragraph=paragraph,
                source=f"bao_{number}",
                published=f"2026-01-1{number}",
            )
            save_document(opened, document, run_id=run_id, extractor_id=extractor_id)
    end_run(store, run_id, 0)
    data = open_dataset(store.path)
    claims = [row for row in data.rows("claims") if row["value"] == 6700]
    assert len(claims) == 1
    pairs = [row for row in data.rows("claim_mentions") if row["claim_id"] == claims[0]["id"]]
    assert len(pairs) == 3
    first = next(row for row in data.rows("articles") if row["id"] == claims[0]["first_article_id"])
    assert first["source_slug"] == "bao_0"
    assert sum(one.value for one in data.figures()) == 20_100


def test_docs_hold_the_text_and_its_spans(db: Path, tmp_path: Path) -> None:
    for data in (
        open_dataset(db),
        open_dataset(release(db, tmp_path / "release", "--full-text", "kiểm thử")),
    ):
        docs = list(data.docs())
        assert len(docs) == 2
        for doc in docs:
            assert [span.text for span in doc.spans["figures"]] == ["1.200"]
            assert doc.spans["figures"][0].label_ == "figure/count"
            assert doc.spans["awards"][0].text == "Bằng khen"


def test_a_release_without_texts_has_no_docs(db: Path, tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="without texts"):
        list(open_dataset(release(db, tmp_path / "release")).docs())


def test_frames_know_missing_values(db: Path) -> None:
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    frame = open_dataset(db).frame("figures")
    assert frame["value"].sum() == 2400
    assert frame["value_max"].isna().all()
    assert frame["start"].dtype == pandas.Int64Dtype()


def test_without_pandas_the_way_out_is_named(db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pandas", None)
    with pytest.raises(CorpusError, match="frames"):
        open_dataset(db).frame("figures")


def test_what_is_not_there_is_named(db: Path, tmp_path: Path) -> None:
    with pytest.raises(MisuseError):
        open_dataset(tmp_path / "nothing.db")
    with pytest.raises(CorpusError, match="no release"):
        open_dataset(tmp_path)
    with pytest.raises(CorpusError, match="no table 'figure'"):
        open_dataset(db).rows("figure")
