"""The spec files: each case is a sentence of ours and the mentions of one layer that must be read in it."""

import json
from pathlib import Path
from typing import Any

import pytest

from extractors.extract import load_extractor
from extractors.output import facts_to_json

SPECS = Path(__file__).parent / "specs"
LAYERS = {"campaigns", "figures", "awards", "digits"}


def load_specs() -> list[dict[str, Any]]:  # the content of a spec file is free JSON
    return [
        json.loads(path.read_text("utf-8")) | {"file": path.stem}
        for path in sorted(SPECS.glob("*.json"))
    ]


def load_cases() -> list[Any]:  # pytest.param has no public type
    return [
        pytest.param(spec["layer"], case, id=f"{spec['file']}-{case['id']}")
        for spec in load_specs()
        if spec["layer"] in LAYERS
        for case in spec["cases"]
    ]


def narrow(found: object, wanted: object) -> object:
    """Keep of what was found the keys that a spec asks for, lists member by member."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        return {key: narrow(found.get(key), value) for key, value in wanted.items()}
    if isinstance(wanted, list) and isinstance(found, list) and len(wanted) == len(found):
        return [narrow(one, other) for one, other in zip(found, wanted, strict=True)]
    return found


@pytest.mark.parametrize(("layer", "case"), load_cases())
def test_spec(layer: str, case: dict[str, Any]) -> None:
    found = facts_to_json(load_extractor().extract(case["text"]), case["text"])[layer]
    assert isinstance(found, list)
    seen = narrow(found[: len(case["expect"])], case["expect"])
    rest = found[len(case["expect"]) :]
    assert (seen, [one["text"] for one in rest if isinstance(one, dict)]) == (case["expect"], [])


@pytest.mark.parametrize("layer", sorted(LAYERS - {"digits"}))
def test_a_layer_has_enough_cases_that_must_not_find(layer: str) -> None:
    cases = [case for spec in load_specs() if spec["layer"] == layer for case in spec["cases"]]
    if not cases:
        pytest.skip(f"no spec file of the layer {layer} yet")
    assert sum(not case["expect"] for case in cases) >= 0.4 * len(cases)


def test_ids_of_cases_are_unique_in_their_file() -> None:
    for spec in load_specs():
        ids = [case["id"] for case in spec["cases"]]
        assert len(ids) == len(set(ids)), spec["file"]
