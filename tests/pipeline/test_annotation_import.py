"""Annotations that come back from another tool become verdicts, or a gold file."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.gold import find_faults, load_annotated
from pipeline.cli import main
from pipeline.records import Document
from pipeline.runs import begin_run, end_run, save_extractor
from pipeline.saving import save_document
from pipeline.store import Store
from tests.layered_store import make_layered_db

PARAGRAPH = "🏅 Chị Đinh Thị Mận nhận Bằng khen, 1.200 suất quà và 300 suất quà của Tết Sum vầy."


@pytest.fixture
def db(store: Store, make_document: Callable[..., Document]) -> Path:
    run_id, extractor_id = begin_run(store, "test"), save_extractor(store)
    with store.transaction() as opened:
        save_document(
            opened,
            make_document(1, title="Tin vui", paragraph=PARAGRAPH),
            run_id=run_id,
            extractor_id=extractor_id,
        )
    end_run(store, run_id, 0)
    return store.path


FORMATS = {"labelstudio": "a.json", "doccano": "a.jsonl", "prodigy": "a.jsonl", "inception": "a"}


def export(db: Path, out: Path, format_name: str, *options: str) -> Path:
    assert main(["export", format_name, "--db", str(db), "--out", str(out), *options]) == 0
    return out


def bring_back(db: Path, path: Path, format_name: str, *options: str) -> int:
    return main(["import", str(path), "--annotations", format_name, "--db", str(db), *options])


def verdicts(store: Store) -> dict[str, str]:
    return dict(
        store.db.execute(
            """SELECT coalesce(f.text, w.text, c.text), r.verdict FROM reviews r
               LEFT JOIN figures f ON f.id = r.target_id LEFT JOIN awards w ON w.id = r.target_id
               LEFT JOIN campaign_mentions c ON c.id = r.target_id"""
        ).fetchall()
    )


@pytest.mark.parametrize("names", ["drop", "keep"])
@pytest.mark.parametrize("format_name", sorted(FORMATS))
def test_what_was_left_as_it_was_is_right(
    format_name: str, names: str, db: Path, store: Store, tmp_path: Path
) -> None:
    path = export(db, tmp_path / FORMATS[format_name], format_name, "--names", names)
    assert bring_back(db, path, format_name, "--reviewer", "lan") == 0
    found = verdicts(store)
    assert found == dict.fromkeys(("1.200", "300", "Bằng khen", "Tết Sum vầy"), "right")


def test_changed_removed_and_added_marks(
    db: Path, store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = export(db, tmp_path / "a.jsonl", "prodigy")
    task = json.loads(path.read_text("utf-8"))
    by_words = {task["text"][one["start"] : one["end"]]: one for one in task["spans"]}
    by_words["1.200"]["fields"]["unit"] = "phần quà"
    task["spans"] = [one for words, one in by_words.items() if words != "300"]
    at = task["text"].index("Chị")
    task["spans"].append({"start": at, "end": at + 3, "label": "campaign/other"})
    path.write_text(json.dumps(task), "utf-8")
    assert bring_back(db, path, "prodigy", "--reviewer", "lan") == 0
    assert verdicts(store) == {
        "1.200": "edited",
        "300": "wrong",
        "Bằng khen": "right",
        "Tết Sum vầy": "right",
    }
    value = store.db.execute("SELECT value FROM reviews WHERE verdict = 'edited'").fetchone()[0]
    assert json.loads(value) == {"unit": "phần quà"}
    said = capsys.readouterr()
    assert "not in the database" in said.err
    assert "'Chị'" in said.err


def test_annotations_become_a_gold(db: Path, tmp_path: Path) -> None:
    path = export(db, tmp_path / "a.json", "labelstudio")
    gold = tmp_path / "gold.jsonl"
    line = ["import", str(path), "--annotations", "labelstudio", "--gold", str(gold)]
    assert main(line) == 0
    (document,) = load_annotated(gold)
    assert find_faults(document) == ()
    assert [one["value"] for one in document.layer("figures")] == [1200, 300]


def test_another_text_is_refused_and_nothing_is_stored(
    db: Path, store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = export(db, tmp_path / "a.jsonl", "doccano")
    row = json.loads(path.read_text("utf-8"))
    row["text"] += " thêm"
    path.write_text(json.dumps(row), "utf-8")
    assert bring_back(db, path, "doccano", "--reviewer", "lan") == 1
    assert "no current article with this id and text" in capsys.readouterr().err
    assert store.db["reviews"].count == 0


def test_an_unknown_value_is_refused(db: Path, tmp_path: Path) -> None:
    path = export(db, tmp_path / "a.jsonl", "doccano")
    text = path.read_text("utf-8").replace("figure/count", "figure/weight")
    path.write_text(text, "utf-8")
    assert bring_back(db, path, "doccano", "--reviewer", "lan") == 1


def test_verdicts_need_a_reviewer(db: Path, tmp_path: Path) -> None:
    path = export(db, tmp_path / "a.jsonl", "doccano")
    assert bring_back(db, path, "doccano") == 2


def test_changes_in_further_layers_are_told_and_kept_in_a_gold(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    db = make_layered_db(tmp_path)
    path = export(db, tmp_path / "a.jsonl", "prodigy")
    tasks = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    task = next(one for one in tasks if any(span["label"] == "person" for span in one["spans"]))
    task["spans"] = [one for one in task["spans"] if not one["label"].startswith("place")]
    person = next(one for one in task["spans"] if one["label"] == "person")
    person["fields"]["role"] = "công nhân"
    path.write_text("".join(json.dumps(one) + "\n" for one in tasks), "utf-8")
    capsys.readouterr()
    assert bring_back(db, path, "prodigy", "--reviewer", "lan") == 0
    said = capsys.readouterr().err
    assert "1 changed in people: verdicts are kept of campaigns" in said
    assert "changed in places" in said
    assert "changed in links" in said
    gold = tmp_path / "gold.jsonl"
    assert bring_back(db, path, "prodigy", "--gold", str(gold)) == 0
    layers = ("people", "places", "organizations", "times", "documents", "quotations")
    documents = load_annotated(gold, layers=layers)
    assert [fault for one in documents for fault in find_faults(one)] == []
    roles = {one["role"] for document in documents for one in document.layer("people")}
    assert roles == {None, "công nhân"}
    assert all(any(document.layer(layer) for document in documents) for layer in layers)
    relations = {
        str(one["relation"])
        for document in load_annotated(gold, layers=("links",))
        for one in document.layer("links")
    }
    assert {"organization", "period", "speaker"} <= relations
