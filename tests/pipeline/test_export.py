"""`thidua export` as a person calls it: every format, losses named, names out."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.commands.export import FORMATS as OFFERED
from pipeline.exporting import FORMATS
from pipeline.records import Document
from pipeline.runs import begin_run, end_run, save_extractor
from pipeline.saving import save_document
from pipeline.store import Store

PARAGRAPH = "Ngày 🏅, chị Đinh Thị Mận nhận Bằng khen và 1.200 suất quà của Tết Sum vầy."


@pytest.fixture
def db(store: Store, make_document: Callable[..., Document]) -> Path:
    run_id, extractor_id = begin_run(store, "test"), save_extractor(store)
    with store.transaction() as opened:
        save_document(
            opened, make_document(1, paragraph=PARAGRAPH), run_id=run_id, extractor_id=extractor_id
        )
    end_run(store, run_id, 0)
    return store.path


def test_the_command_offers_what_there_is() -> None:
    assert OFFERED == FORMATS


@pytest.mark.parametrize("format_name", FORMATS)
def test_every_format_is_written_and_read_back(format_name: str, db: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert main(["export", format_name, "--db", str(db), "--out", str(out)]) == 0
    assert out.exists()


@pytest.mark.parametrize("names", ["drop", "initials", "keep"])
def test_names_are_treated_as_asked_and_offsets_hold(names: str, db: Path, tmp_path: Path) -> None:
    out = tmp_path / "a.jsonl"
    assert main(["export", "prodigy", "--db", str(db), "--out", str(out), "--names", names]) == 0
    (task,) = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert ("Đinh Thị Mận" in task["text"]) is (names == "keep")
    assert ("Đ■■■ T■■ M■■" in task["text"]) is (names == "initials")
    marked = {task["text"][span["start"] : span["end"]] for span in task["spans"]}
    assert marked == {"Bằng khen", "1.200", "Tết Sum vầy"}


def test_a_loss_is_named_and_fails_unless_it_is_allowed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "trao 50 suất quà"
    half = {"start": 5, "end": 6, "text": "5", "value": 5, "kind": "count", "unit": "suất quà"}
    row = {"id": "a", "text": text, "campaigns": [], "figures": [half], "awards": []}
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(row), "utf-8")
    line = ["export", "conll", "--gold", str(gold), "--out", str(tmp_path / "a.conllup")]
    assert main(line) == 1
    said = capsys.readouterr().err
    assert "lost: a figures 5..6 '5': it begins or ends inside a token" in said
    assert "1 of 1 mentions lost" in said
    listed = tmp_path / "losses.jsonl"
    assert main([*line, "--allow-loss", "--losses", str(listed)]) == 0
    assert json.loads(listed.read_text("utf-8"))["start"] == 5


def test_a_reviewed_value_is_exported(db: Path, tmp_path: Path) -> None:
    from pipeline.review import import_reviews
    from pipeline.store import open_store

    with open_store(db) as store:
        figure = store.db.execute("SELECT id FROM figures").fetchone()[0]
        award = store.db.execute("SELECT id FROM awards").fetchone()[0]
        verdicts = [
            {"target_id": figure, "verdict": "edited", "value": {"unit": "phần quà"}},
            {"target_id": award, "verdict": "wrong"},
        ]
        import_reviews(store, map(json.dumps, verdicts), reviewer="lan")
    out = tmp_path / "a.jsonl"
    assert main(["export", "doccano", "--db", str(db), "--out", str(out)]) == 0
    row = json.loads(out.read_text("utf-8"))
    assert {label for *_, label in row["label"]} == {"figure/count", "campaign/mo_hinh"}
    assert "phần quà" in row["mentions"]


def test_tables_go_into_a_new_folder(db: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("mine", "utf-8")
    assert main(["export", "csv", "--db", str(db), "--out", str(tmp_path)]) == 2
    assert main(["export", "csv", "--gold", "press", "--out", str(tmp_path / "b")]) == 2


def test_a_spreadsheet_gets_a_byte_order_mark(db: Path, tmp_path: Path) -> None:
    out = tmp_path / "csv"
    assert main(["export", "csv", "--db", str(db), "--out", str(out), "--bom"]) == 0
    assert (out / "figures.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_what_comes_in_during_an_export_is_not_in_it(
    db: Path,
    make_document: Callable[..., Document],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    from corpus.export.prodigy import write_prodigy
    from corpus.records import Annotated
    from pipeline.store import open_store

    def write_and_harvest(documents: Iterable[Annotated], out: Path) -> None:
        write_prodigy(documents, out)
        with open_store(db) as other, other.transaction() as opened:
            save_document(opened, make_document(2), run_id=None, extractor_id="thidua-0.1.0")

    monkeypatch.setattr("corpus.export.annotation_export.write_prodigy", write_and_harvest)
    out = tmp_path / "a.jsonl"
    for articles in (1, 2):
        assert main(["export", "prodigy", "--db", str(db), "--out", str(out)]) == 0
        assert len(out.read_text("utf-8").splitlines()) == articles


def test_links_of_a_gold_are_left_out_aloud_and_its_mentions_come_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from corpus.gold import load_annotated
    from corpus.press.benchmark import ENTITIES_GOLD

    tasks, back = tmp_path / "tasks.json", tmp_path / "back.jsonl"
    line = ["export", "labelstudio", "--gold", "press-further", "--out", str(tasks)]
    assert main(line) == 0
    links = sum(len(one.layer("links")) for one in load_annotated(ENTITIES_GOLD, layers=("links",)))
    assert f"{links} links are left out" in capsys.readouterr().err
    line = ["import", str(tasks), "--annotations", "labelstudio", "--gold", str(back)]
    assert main(line) == 0
    for layer in ("organizations", "people", "places", "times", "documents", "quotations"):
        given, returned = (load_annotated(path, layers=(layer,)) for path in (ENTITIES_GOLD, back))
        for one, other in zip(given, returned, strict=True):
            mine, theirs = (
                sorted((str(m["start"]), str(m["end"])) for m in some.layer(layer))
                for some in (one, other)
            )
            assert mine == theirs
