"""Releases of a database: equal bytes, named faults, causes of changes, no names, no whole texts."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from corpus.press.site import load_papers
from extractors.extract import load_extractor
from extractors.text import fold
from pipeline.cli import main
from pipeline.forget import forget
from pipeline.records import Document
from pipeline.review import import_reviews
from pipeline.runs import begin_run, end_run, save_extractor
from pipeline.saving import save_document
from pipeline.store import Store, open_store

# Fifty people nobody knows, to be looked for in everything that leaves the house.
SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Vũ", "Đặng", "Bùi", "Đỗ", "Ngô", "Dương")
MIDDLES = ("Thị", "Văn", "Hữu", "Đức", "Ngọc")
GIVEN = ("Quỷnh", "Khuyến", "Lụa", "Mười", "Nhượng", "Oánh", "Phẩm", "Quý", "Sửu", "Tuất")
PLANTED = tuple(
    f"{surname} {middle} {GIVEN[(n + m) % 10]}"
    for n, surname in enumerate(SURNAMES)
    for m, middle in enumerate(MIDDLES)
)


@pytest.fixture
def save(store: Store) -> Callable[..., str]:
    def run(*documents: Document) -> str:
        run_id = begin_run(store, "test")
        extractor_id = save_extractor(store)
        with store.transaction() as db:
            for document in documents:
                _, article = save_document(db, document, run_id=run_id, extractor_id=extractor_id)
        end_run(store, run_id, 0)
        return article

    return run


def build(store: Store, out: Path, *options: str) -> Path:
    assert main(["release", "build", "--db", str(store.path), "--out", str(out), *options]) == 0
    return out


def test_two_builds_are_the_same_bytes_and_one_flipped_byte_is_named(
    store: Store,
    save: Callable[..., str],
    make_document: Callable[..., Document],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    save(make_document(1), make_document(2, paragraph="Công ty tặng Bằng khen cho 6 tập thể."))
    one, two = build(store, tmp_path / "one"), build(store, tmp_path / "two")
    files = sorted(path.relative_to(one) for path in one.rglob("*") if path.is_file())
    assert len(files) > 50
    assert [path for path in files if (one / path).read_bytes() != (two / path).read_bytes()] == []
    assert main(["release", "verify", str(one)]) == 0
    body = bytearray((two / "csv" / "figures.csv").read_bytes())
    body[-3] ^= 1
    (two / "csv" / "figures.csv").write_bytes(body)
    (two / "notes.txt").write_text("mine", "utf-8")
    (two / "jsonl" / "units.jsonl").unlink()
    capsys.readouterr()
    assert main(["release", "verify", str(two)]) == 1
    named = [line.split(":")[0] for line in capsys.readouterr().out.splitlines()]
    assert named == ["jsonl/units.jsonl", "notes.txt", "csv/figures.csv"]


def test_a_default_release_holds_no_planted_name(
    store: Store, save: Callable[..., str], make_document: Callable[..., Document], tmp_path: Path
) -> None:
    documents = []
    for number, name in enumerate(PLANTED):
        paragraph = (
            f"Dịp này, chị {name} nhận 1.200 suất quà; {name} là công nhân tổ 3. "
            f"Bằng khen được trao cho {name}.\nẢnh: {name}"
        )
        slug = fold(name).replace(" ", "-")
        documents.append(
            make_document(
                number,
                title=f"Chị {name} và 17 suất quà",
                paragraph=paragraph,
                url=f"https://bao.example/chi-{slug}-{number}.html",
            )
        )
    save(*documents)
    store.db.execute(
        "UPDATE articles SET byline = ?, sapo = title, captions = json_array(title)", [PLANTED[0]]
    )
    out = build(store, tmp_path / "release")
    texts = [
        path.read_bytes().decode("utf-8", "ignore") for path in out.rglob("*") if path.is_file()
    ]
    left = {name for name in PLANTED for text in texts if name in text}
    slugs = {name for name in PLANTED for text in texts if fold(name).replace(" ", "-") in text}
    assert (left, slugs) == (set(), set())


def test_whole_texts_stay_out_unless_a_reason_is_given(
    store: Store, save: Callable[..., str], make_document: Callable[..., Document], tmp_path: Path
) -> None:
    long = "Dịp này, các cấp công đoàn trao 1.200 suất quà. " + "Đoàn viên phấn khởi đi làm. " * 20
    save(make_document(1, paragraph=long))
    default = build(store, tmp_path / "default")
    opted = build(store, tmp_path / "opted", "--full-text", "thỏa thuận với tòa soạn")
    for folder, there in ((default, False), (opted, True)):
        rows = (folder / "jsonl" / "articles.jsonl").read_text("utf-8")
        assert ("phấn khởi đi làm" in rows) is there
    manifest = json.loads((opted / "MANIFEST.json").read_text("utf-8"))
    assert manifest["policy"]["full_text_reason"] == "thỏa thuận với tòa soạn"
    assert "thỏa thuận với tòa soạn" in (opted / "README.md").read_text("utf-8")


def test_names_are_kept_for_a_reason_alone(
    store: Store, save: Callable[..., str], make_document: Callable[..., Document], tmp_path: Path
) -> None:
    save(make_document(1))
    options = ["release", "build", "--db", str(store.path), "--out", str(tmp_path / "a")]
    assert main([*options, "--names", "keep"]) == 2
    assert main([*options, "--names", "keep", "--names-reason", "hội đồng đạo đức số 5"]) == 0


def test_a_quote_stands_where_it_says_and_holds_the_mention(
    store: Store, save: Callable[..., str], make_document: Callable[..., Document], tmp_path: Path
) -> None:
    document = make_document(1)
    save(document)
    out = build(store, tmp_path / "release")
    rows = [
        json.loads(line)
        for line in (out / "jsonl" / "figures.jsonl").read_text("utf-8").splitlines()
    ]
    assert rows
    for row in rows:
        at, quote = row["quote_start"], row["quote"]
        assert document.text[at : at + len(quote)] == quote
        assert quote[row["start"] - at : row["end"] - at] == row["text"]


def test_a_difference_has_its_cause(
    store: Store,
    save: Callable[..., str],
    make_document: Callable[..., Document],
    make_extractor: Callable[..., object],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    kept = save(make_document(1))
    judged = save(make_document(2, paragraph="Trao 300 suất quà và 400 suất quà."))
    gone = save(make_document(3, paragraph="Trao 500 suất quà."))
    old = build(store, tmp_path / "old")
    ids = [
        row[0]
        for row in store.db.execute(
            "SELECT id FROM figures WHERE article_id = ? ORDER BY start", [judged]
        )
    ]
    verdicts = [
        {"target_id": ids[0], "verdict": "wrong"},
        {"target_id": ids[1], "verdict": "edited", "value": {"value": 401.0}},
    ]
    import_reviews(store, map(json.dumps, verdicts), reviewer="Lụa")
    forget(store, gone, reason="yêu cầu của tòa soạn", dry_run=False)
    with store.transaction() as db:
        db.execute("UPDATE figures SET value = value * 10 WHERE article_id = ?", [kept])
    save(make_document(4, paragraph="Trao 600 suất quà."))
    new = build(store, tmp_path / "new")
    capsys.readouterr()
    assert main(["release", "diff", str(old), str(new), "--json"]) == 0
    changes = json.loads(capsys.readouterr().out)["changes"]
    figures = {(one["what"], one["cause"]) for one in changes if one["table"] == "figures"}
    assert figures == {
        ("removed", "reviewer"),
        ("changed", "reviewer"),
        ("removed", "takedown"),
        ("changed", "extractor"),
        ("added", "source"),
    }
    edited = next(one for one in changes if one["key"] == ids[1])
    assert (edited["before"][0], edited["after"][0]) == (400.0, 401.0)
    assert ("articles", "removed", "takedown") in {
        (one["table"], one["what"], one["cause"]) for one in changes
    }
    released = (new / "jsonl" / "reviews.jsonl").read_text("utf-8")
    assert "reviewer 1" in released
    assert "Lụa" not in released
    assert "tòa soạn" not in (new / "jsonl" / "tombstones.jsonl").read_text("utf-8")


def test_a_folder_that_is_no_release_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for verb in ("verify", "cite"):
        assert main(["release", verb, str(tmp_path)]) == 1
        assert "no release" in capsys.readouterr().err


def test_a_release_goes_into_a_new_folder(
    store: Store, save: Callable[..., str], make_document: Callable[..., Document], tmp_path: Path
) -> None:
    save(make_document(1))
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "a.txt").write_text("a", "utf-8")
    line = ["release", "build", "--db", str(store.path), "--out", str(tmp_path / "mine")]
    assert main(line) == 1
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".new")] == []


def test_citation_and_dois(
    store: Store,
    save: Callable[..., str],
    make_document: Callable[..., Document],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    save(make_document(1))
    dois = ("--doi", "10.5072/zenodo.2", "--concept-doi", "10.5072/zenodo.1")
    out = build(store, tmp_path / "release", "--version", "1.0.0", *dois)
    cff = (out / "CITATION.cff").read_text("utf-8")
    assert 'version: "1.0.0"' in cff
    assert cff.count("type: doi") == 2
    capsys.readouterr()
    assert main(["release", "cite", str(out)]) == 0
    assert "https://doi.org/10.5072/zenodo.2" in capsys.readouterr().out
    assert main(["release", "cite", str(out), "--form", "bibtex"]) == 0
    assert capsys.readouterr().out.startswith("@misc{thidua100,")


@pytest.fixture(scope="module")
def press_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a database of the whole sample press, imported from its articles' texts."""
    folder = tmp_path_factory.mktemp("press")
    lines = []
    from corpus.press.articles import as_article
    from scrapers.article_text import article_text

    for paper in load_papers():
        for article in paper.articles:
            row = {
                "id": article.id,
                "text": article_text(as_article(article)),
                "title": article.title,
                "published": article.published,
            }
            lines.append(json.dumps(row, ensure_ascii=False))
    path = folder / "press.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    assert main(["import", str(path), "--db", str(folder / "press.db")]) == 0
    return folder / "press.db"


@pytest.fixture(scope="module")
def press_release(press_db: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give one release of the sample press for the tests that only read it."""
    out = tmp_path_factory.mktemp("release") / "press"
    assert main(["release", "build", "--db", str(press_db), "--out", str(out)]) == 0
    return out


@pytest.mark.slow
def test_a_release_of_the_press_is_whole_valid_and_without_its_people(
    press_db: Path, press_release: Path, tmp_path: Path
) -> None:
    from corpus.gold import load_annotated
    from corpus.press.benchmark import ENTITIES_GOLD

    out = press_release
    assert main(["release", "verify", str(out)]) == 0
    people = {
        str(person["text"])
        for document in load_annotated(ENTITIES_GOLD, layers=("people",))
        for person in document.layer("people")
        if len(str(person["text"]).split()) > 1
    }
    assert len(people) > 50
    text = "".join(path.read_text("utf-8") for path in (out / "jsonl").iterdir())
    text += (out / "README.md").read_text("utf-8")
    assert {name for name in people if name in text} == set()
    again = tmp_path / "again"
    line = [sys.executable, "-m", "pipeline.cli", "release", "build", "--db", str(press_db)]
    environment = os.environ | {"PYTHONHASHSEED": "7", "TZ": "America/Lima"}
    root = Path(__file__).parents[2]
    subprocess.run([*line, "--out", str(again)], check=True, cwd=root, env=environment)
    manifests = [(folder / "MANIFEST.json").read_bytes() for folder in (out, again)]
    assert manifests[0] == manifests[1]
    card = (out / "README.md").read_text("utf-8")
    assert "| figure.value |" in card
    assert "| organization.type |" in card
    assert "not read | not looked for |" in card


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's own, below mlcroissant
def test_the_validators_of_the_formats_are_content(press_release: Path) -> None:
    frictionless = pytest.importorskip("frictionless", reason="frictionless is not installed")
    croissant = pytest.importorskip("mlcroissant", reason="mlcroissant is not installed")
    out = press_release
    report = frictionless.validate(str(out / "datapackage.json"))
    assert report.valid, report.to_summary()
    data = croissant.Dataset(str(out / "croissant.json"))
    stated = json.loads((out / "MANIFEST.json").read_text("utf-8"))
    rows = {table["name"]: table["rows"] for table in stated["tables"]}
    for name in ("figures", "organization_mentions"):
        assert sum(1 for _ in data.records(name)) == rows[name]


@pytest.mark.slow
def test_the_front_matter_of_the_card_names_files_that_load(press_release: Path) -> None:
    yaml = pytest.importorskip("yaml", reason="PyYAML is not installed")
    pandas = pytest.importorskip("pandas", reason="pandas is not installed")
    head = (press_release / "README.md").read_text("utf-8").split("---\n")[1]
    configs = {one["config_name"]: one["data_files"] for one in yaml.safe_load(head)["configs"]}
    stated = json.loads((press_release / "MANIFEST.json").read_text("utf-8"))
    rows = {table["name"]: table["rows"] for table in stated["tables"]}
    assert {name: len(pandas.read_parquet(press_release / configs[name])) for name in rows} == rows
    for name in ("figures", "claims"):
        for form in ("csv", "jsonl"):
            read = pandas.read_csv if form == "csv" else partial(pandas.read_json, lines=True)
            assert len(read(press_release / form / f"{name}.{form}")) == rows[name]


def test_an_interrupted_build_leaves_nothing(
    store: Store,
    save: Callable[..., str],
    make_document: Callable[..., Document],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    save(make_document(1))

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("corpus.release.build.render_card", fail)
    line = ["release", "build", "--db", str(store.path), "--out", str(tmp_path / "out")]
    assert main(line) == 130
    assert [path for path in tmp_path.iterdir() if "out" in path.name] == []


def test_planted_names_are_found_by_the_extractor_at_all() -> None:
    found = load_extractor().extract_all(f"Dịp này, chị {PLANTED[7]} nhận quà.").people
    assert [one.name for one in found] == [PLANTED[7]]


def test_reopening_finds_the_release_unchanged_by_reading(
    store: Store, save: Callable[..., str], make_document: Callable[..., Document], tmp_path: Path
) -> None:
    save(make_document(1))
    out = build(store, tmp_path / "release")
    shutil.copytree(out, tmp_path / "copy")
    with open_store(store.path, read_only=True) as again:
        assert again.db["articles"].count == 1
    assert main(["release", "verify", str(tmp_path / "copy")]) == 0
