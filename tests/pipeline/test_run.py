import pytest

from pipeline.run import first_interrupted_run
from pipeline.runs import SourceLedger, begin_run, end_run
from pipeline.store import Store


def run(store: Store, command: str, code: int | None) -> int:
    number = begin_run(store, command)
    if code is not None:
        slugs = command.split()[1:] if command.startswith("harvest") else []
        end_run(store, number, code, {slug: SourceLedger(status="ok") for slug in slugs})
    return number


@pytest.mark.parametrize(
    ("history", "found"),
    [
        pytest.param([], None, id="no-run"),
        pytest.param([("harvest bao_a", 0)], None, id="finished"),
        pytest.param([("harvest bao_a", 1)], None, id="failed-but-finished"),
        pytest.param([("harvest bao_a", None)], 1, id="killed"),
        pytest.param([("harvest bao_a", 143)], 1, id="stopped"),
        pytest.param([("harvest bao_a", None), ("harvest bao_a", 143)], 1, id="killed-twice"),
        pytest.param([("harvest bao_a", None), ("harvest bao_a", 0)], None, id="went-on"),
        pytest.param([("harvest bao_a", None), ("import 3 files", 0)], 1, id="an-import-between"),
        pytest.param(
            [("harvest bao_a", None), ("harvest bao_b", 0)], 1, id="another-source-between"
        ),
        pytest.param([("harvest bao_b", None)], None, id="another-source-killed"),
        pytest.param([("harvest baoxa", None)], None, id="a-name-that-is-nearly-the-same"),
        pytest.param([("harvest bao_a bao_b", None), ("harvest bao_b", 0)], 1, id="of-two-sources"),
    ],
)
def test_first_interrupted_run(
    store: Store, history: list[tuple[str, int | None]], found: int | None
) -> None:
    for command, code in history:
        run(store, command, code)
    assert first_interrupted_run(store, "bao_a", before=99) == found
