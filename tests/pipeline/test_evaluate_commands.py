"""evaluate, agreement and compare as a person calls them."""

import json
from pathlib import Path

import pytest

from corpus.gold import file_hash
from pipeline.cli import main

TEXT = "Công đoàn trao 50 suất quà."
FIGURE = {"start": 15, "end": 17, "text": "50", "value": 50, "kind": "count", "unit": "suất quà"}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return write(tmp_path / "gold.jsonl", [FIGURE])


def write(path: Path, figures: list[dict[str, object]]) -> Path:
    row = {"id": "a", "text": TEXT, "campaigns": [], "figures": figures, "awards": []}
    path.write_text(json.dumps(row, ensure_ascii=False) + "\n", "utf-8")
    return path


def test_evaluate_gives_scores_and_errors_as_json(
    gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = write(tmp_path / "predicted.jsonl", [FIGURE | {"unit": "hộp sữa"}])
    page = tmp_path / "page.html"
    code = main(["evaluate", str(gold), str(wrong), "--json", "--errors", "5", "--html", str(page)])
    found = json.loads(capsys.readouterr().out)
    assert code == 0
    scores = {row["measure"]: row["f1"] for row in found["scores"]}
    assert (scores["figure.value"], scores["figure.full"]) == (1.0, 0.0)
    assert [one["fields"] for one in found["errors"]] == [["unit"]]
    assert "hộp sữa" in page.read_text("utf-8")


def test_a_missed_floor_is_a_failure_that_is_named(
    gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = tmp_path / "floors.json"
    floors.write_text('{"figure.value": 0.9}', "utf-8")
    empty = write(tmp_path / "predicted.jsonl", [])
    assert main(["evaluate", str(gold), str(empty), "--floors", str(floors)]) == 1
    assert "figure.value: 0.000, floor 0.900" in capsys.readouterr().err
    assert main(["evaluate", str(gold), str(gold), "--floors", str(floors)]) == 0


def test_floors_hold_for_one_state_of_a_gold(
    gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    floors = tmp_path / "floors.json"
    line = ["evaluate", str(gold), str(gold), "--floors", str(floors)]
    row = {"sha256": file_hash(gold), "floors": {"figure.value": 1.0}}
    floors.write_text(json.dumps({"mine": row}), "utf-8")
    assert main(line) == 0
    gold.write_text(gold.read_text("utf-8") + "\n", "utf-8")
    assert main(line) == 2
    assert "no floors for" in capsys.readouterr().err
    floors.write_text('{"figure.valeu": 0.5}', "utf-8")
    assert main(line) == 2


def test_agreement_and_compare_read_files(
    gold: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = write(tmp_path / "second.jsonl", [])
    assert main(["agreement", str(gold), str(other), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["documents"] == 1
    assert main(["compare", str(other), str(gold), "--gold", str(gold), "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)["differences"]
    assert {row["measure"]: row["gain"] for row in rows}["figure.value"] == 1


def test_agreement_of_the_further_layers_needs_no_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["agreement", "press-further", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["documents"] == 9
    assert {"organizations", "links"} <= {row["layer"] for row in found["spans"]}


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(["evaluate", "no-such-file.jsonl"], id="gold"),
        pytest.param(["evaluate", "press:train"], id="side"),
        pytest.param(["compare", "no-such-file.jsonl"], id="system"),
    ],
)
def test_what_is_not_there_is_named(line: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(line) in (1, 2)
    assert line[1].split(":")[-1] in capsys.readouterr().err
