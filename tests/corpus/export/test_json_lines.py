"""JSON lines and arrays of whatever length, read one object at a time."""

import json
from pathlib import Path

import pytest

from corpus.errors import CorpusError
from corpus.export import json_lines
from corpus.export.json_lines import load_objects, save_array, save_lines

ROWS = [{"a": "“x” " * 40, "b": [1, {"c": "], ["}]}, {"d": None}, {}, {"e": "\u2028🏅"}]


@pytest.fixture(params=[3, 50, 1 << 16])
def piece(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_lines, "PIECE", request.param)


@pytest.mark.usefixtures("piece")
@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("lead", ["", "\ufeff", " \n\t"])
def test_an_array_is_read_in_pieces(lead: str, indent: int | None, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    for rows in (ROWS, []):
        path.write_text(lead + json.dumps(rows, indent=indent) + " \n", "utf-8")
        assert [row for _, row in load_objects(path)] == rows


@pytest.mark.usefixtures("piece")
@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("[{},]", "item 2: not JSON", id="comma-behind-the-last"),
        pytest.param("[{} {}]", "behind it", id="no-comma"),
        pytest.param("[{}", "behind it", id="no-end"),
        pytest.param("[", "not JSON", id="nothing-in-it"),
        pytest.param('[{"a": ', "item 1: not JSON", id="cut-off"),
        pytest.param("[{}] x", "behind the end", id="more-behind-it"),
        pytest.param("[12]", "not a JSON object", id="a-number"),
        pytest.param('{"a": 1}\nx\n', ":2: not JSON", id="a-broken-line"),
    ],
)
def test_what_is_broken_is_named(text: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(text, "utf-8")
    with pytest.raises(CorpusError, match=said):
        list(load_objects(path))


@pytest.mark.parametrize("save", [save_array, save_lines])
def test_what_is_saved_comes_back(save: object, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    for rows in (ROWS, []):
        save(path, rows)  # type: ignore[operator]
        assert [row for _, row in load_objects(path)] == rows


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match="cannot be read"):
        list(load_objects(tmp_path / "a.json"))
