"""Quality cannot fall unseen: no measure on any gold lies below its floor, and each floor belongs to the gold it was set on."""

import pytest

from corpus.floors import GOLDS, Standing, load_floors, measure_standings, raised
from corpus.gold import file_hash


@pytest.mark.parametrize("name", sorted(GOLDS))
def test_no_score_lies_below_its_floor(name: str) -> None:
    if not GOLDS[name].exists():
        pytest.skip("the folder `shared` does not lie beside the project")
    floors = load_floors()
    assert floors[name]["sha256"] == file_hash(GOLDS[name]), (
        "the gold changed: python -m corpus.floors --write"
    )
    low = [one for one in measure_standings(name, GOLDS[name], floors) if not one.holds]
    assert low == []


def test_a_floor_is_raised_and_never_lowered() -> None:
    better = Standing(gold="a", measure="figure.value", f1=0.95, floor=0.9)
    worse = Standing(gold="a", measure="figure.full", f1=0.8, floor=0.9)
    assert raised((better, worse)) == {"figure.value": 0.947, "figure.full": 0.9}
    assert (better.holds, worse.holds) == (True, False)
