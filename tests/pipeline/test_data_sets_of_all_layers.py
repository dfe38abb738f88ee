"""Releases and exports of a database with every layer: nothing missing, nobody named, the same bytes twice."""

import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.export.annotation import ALL_LAYERS
from corpus.export.links import LINKS
from extractors.text import fold
from pipeline.cli import main
from pipeline.dataset import open_dataset
from pipeline.exporting import FORMATS, TABLE_FORMATS
from pipeline.forget import forget
from pipeline.review import import_reviews
from pipeline.store import open_store
from tests.layered_store import PEOPLE, make_layered_db

GIVEN = {"Nhượng", "Oánh"}
"""Given names that are no word of any list."""
GROWING = (
    "organization_mentions", "person_mentions", "place_mentions", "time_mentions", "document_mentions",
    "quotation_mentions", "mention_links", "checks", "check_figures", "article_facts", "claims", "claim_mentions",
    "campaign_mentions", "figures", "awards", "award_recipients",
)  # fmt: skip


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_layered_db(tmp_path_factory.mktemp("layered"))


@pytest.fixture
def db(source: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(source, tmp_path / "layered.db"))


def build(db: Path, out: Path, *options: str) -> Path:
    assert main(["release", "build", "--db", str(db), "--out", str(out), *options]) == 0
    return out


def read_texts(out: Path) -> Iterator[tuple[Path, str]]:
    """Give the words of every file, of a workbook those of its sheets."""
    for path in [out, *out.parent.glob(f"{out.stem}.*"), *out.rglob("*")]:
        if not path.is_file():
            continue
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as book:
                for name in book.namelist():
                    yield path / name, book.read(name).decode("utf-8", "ignore")
        else:
            yield path, read_words(path)


def read_words(path: Path) -> str:
    if path.suffix == ".parquet":
        parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
        return json.dumps(parquet.read_table(path).to_pylist(), ensure_ascii=False)
    if path.suffix == ".spacy":
        import spacy
        from spacy.tokens import DocBin

        docs = DocBin().from_disk(path).get_docs(spacy.blank("xx").vocab)
        return "\n".join(f"{doc.text} {doc.user_data}" for doc in docs)
    return path.read_bytes().decode("utf-8", "ignore")


def test_every_layer_is_in_a_release_and_two_builds_are_equal(db: Path, tmp_path: Path) -> None:
    one, two = build(db, tmp_path / "one"), build(db, tmp_path / "two")
    files = sorted(path.relative_to(one) for path in one.rglob("*") if path.is_file())
    assert [path for path in files if (one / path).read_bytes() != (two / path).read_bytes()] == []
    assert main(["release", "verify", str(one)]) == 0
    tables = json.loads((one / "MANIFEST.json").read_text("utf-8"))["tables"]
    rows = {table["name"]: table["rows"] for table in tables}
    assert [name for name in GROWING if not rows.get(name)] == []
    with open_store(db, read_only=True) as store:
        for name in GROWING:
            assert rows[name] == store.db.table(name).count, name


@pytest.mark.parametrize("format_name", FORMATS)
def test_no_format_names_a_person_or_a_speaker_unless_asked(
    format_name: str, source: Path, tmp_path: Path
) -> None:
    endings = {"xlsx": ".xlsx", "spacy": ".spacy", "labelstudio": ".json"}
    for names, named in (("drop", set()), ("keep", set(PEOPLE))):
        out = tmp_path / f"{names}{endings.get(format_name, '')}"
        line = ["export", format_name, "--db", str(source), "--out", str(out), "--names", names]
        assert main([*line, "--full-text"] if format_name in TABLE_FORMATS else line) == 0
        texts = dict(read_texts(out))
        assert texts
        whole = fold(" ".join(" ".join(text.replace("\t", " ").split()) for text in texts.values()))
        if format_name == "conll":  # a token a line
            whole = " ".join(
                line.split("\t")[0] for text in texts.values() for line in text.split("\n")
            )
            whole = fold(whole)
        assert {name for name in PEOPLE if fold(name) in whole} == named
        shown = " ".join(texts.values())
        assert {name for name in GIVEN if name in shown} == (GIVEN if named else set())


def test_a_release_with_texts_gives_the_documents_of_its_database(db: Path, tmp_path: Path) -> None:
    out = build(db, tmp_path / "release", "--full-text", "kiểm thử")
    from_db, from_release = open_dataset(db), open_dataset(out)
    assert [one.text for one in from_db.documents] == [one.text for one in from_release.documents]
    for one, other in zip(from_db.documents, from_release.documents, strict=True):
        assert one.layer(LINKS)
        for layer in (*ALL_LAYERS, LINKS):
            own = ("rule", "confidence", "stored_id", "recipients", "id")
            mine, theirs = (
                [{k: v for k, v in m.items() if k not in own} for m in some.layer(layer)]
                for some in (one, other)
            )
            assert mine == theirs, layer
    groups = {name for doc in from_release.docs() for name in doc.spans if doc.spans[name]}
    assert groups == set(ALL_LAYERS)


def test_typed_records_of_every_layer(source: Path) -> None:
    data = open_dataset(source)
    assert {one.type for one in data.organizations()} >= {"union", "company"}
    assert all(one.role is None and one.name_hash is None for one in data.people())
    assert {one.level for one in data.places()} == {"province"}
    assert {one.period_from for one in data.times()} >= {"2025"}
    assert [one.number for one in data.documents_named()] == ["118/KH-LĐLĐ"]
    speakers = {one.id for one in data.people()}
    assert {one.person_id for one in data.quotations()} <= speakers
    ids = {one.id for one in (*data.figures(), *data.awards())}
    assert {one.from_id for one in data.links()} <= ids
    assert [(one.stated, one.passed) for one in data.checks()] == [(10, 1)]
    assert {one.article_id for one in data.article_facts()} == {one.id for one in data.articles()}
    assert "more_than" in {one.modifier for one in data.claims() if one.value == 6700}
    kept = open_dataset(source, names="keep")
    assert "Phó Chủ tịch" in {one.role for one in kept.people()}


def test_a_claim_says_what_reviewers_made_of_its_only_figure(db: Path) -> None:
    sql = """SELECT claim_id, min(figure_id) FROM claim_mentions GROUP BY claim_id
        HAVING count(*) {} ORDER BY 1 LIMIT 1"""
    with open_store(db) as store:
        (alone, repeated) = (
            store.db.execute(sql.format(bound)).fetchone() for bound in ("= 1", "> 1")
        )
        verdicts = [
            {"target_id": figure, "verdict": "edited", "value": {"value": 77.0}}
            for _, figure in (alone, repeated)
        ]
        import_reviews(store, map(json.dumps, verdicts), reviewer="lan")
    claims = {one.id: one.value for one in open_dataset(db).claims()}
    assert claims[alone[0]] == 77
    assert claims[repeated[0]] != 77


def test_a_takedown_is_the_cause_in_every_layer(
    db: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = build(db, tmp_path / "old")
    with open_store(db) as store:
        sql = "SELECT article_id FROM checks"
        gone = str(store.db.execute(sql).fetchone()[0])
        forget(store, gone, reason="yêu cầu của tòa soạn", dry_run=False)
    new = build(db, tmp_path / "new")
    capsys.readouterr()
    assert main(["release", "diff", str(old), str(new), "--json"]) == 0
    changes = json.loads(capsys.readouterr().out)["changes"]
    removed = [one for one in changes if one["what"] == "removed" and one["table"] != "coverage"]
    assert {one["cause"] for one in removed} == {"takedown"}
    assert {one["table"] for one in removed} >= {*GROWING, "articles"} - {"claims"}
    (stone,) = [one for one in changes if one["table"] == "tombstones"]
    assert (stone["key"], stone["what"], stone["cause"]) == (gone, "added", "takedown")
