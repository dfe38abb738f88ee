"""The spec files of bodies, people, places, times, documents and quotations, read with all layers."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from extractors.extract import load_extractor
from extractors.output import FURTHER, all_to_json

SPECS = Path(__file__).parent / "specs"


def load_specs() -> list[dict[str, Any]]:  # the content of a spec file is free JSON
    specs = [
        json.loads(path.read_text("utf-8")) | {"file": path.stem}
        for path in sorted(SPECS.glob("*.json"))
    ]
    return [spec for spec in specs if spec["layer"] in FURTHER]


def load_cases() -> list[Any]:  # pytest.param has no public type
    return [
        pytest.param(spec["layer"], case, id=f"{spec['file']}-{case['id']}")
        for spec in load_specs()
        for case in spec["cases"]
    ]


@pytest.mark.parametrize(("layer", "case"), load_cases())
def test_spec(layer: str, case: dict[str, Any]) -> None:
    day = date.fromisoformat(case["published"]) if "published" in case else None
    found = all_to_json(load_extractor().extract_all(case["text"], published=day), case["text"])
    rows = found[layer]
    assert isinstance(rows, list)
    seen = [row for row in rows if isinstance(row, dict)]
    assert [row["text"] for row in seen] == [one["text"] for one in case["expect"]]
    for row, wanted in zip(seen, case["expect"], strict=True):
        assert {key: row[key] for key in wanted} == wanted


def test_there_are_two_hundred_cases_and_many_that_must_not_find() -> None:
    cases = [case for spec in load_specs() for case in spec["cases"]]
    assert len(cases) >= 200
    assert sum(not case["expect"] for case in cases) >= 0.35 * len(cases)
