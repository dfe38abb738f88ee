"""Worker processes: the same answers in the same order as one process gives, whatever happens to a worker."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.errors import WorkerError
from pipeline.workers import AHEAD, CHUNK_ITEMS, Lost, _Task, cut_chunks, open_answers, open_crew

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Doubling:
    """Doubles numbers; what is said to be deadly kills its process, always or while its mark is not there."""

    deadly: frozenset[int] = frozenset()
    mark: Path | None = None
    broken: bool = False
    slow: frozenset[int] = frozenset()

    def load(self) -> None:
        if self.broken:
            raise RuntimeError("no model")

    def weigh(self, item: int, /) -> int:
        return 8

    def __call__(self, item: int, /) -> tuple[int, bool]:
        if item in self.deadly and not (self.mark and self.mark.exists()):
            if self.mark:
                self.mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if item in self.slow:
            time.sleep(0.5)
        if item < 0:
            raise ValueError(f"{item}: below zero")
        return 2 * item, multiprocessing.parent_process() is not None


def answers(work: Doubling, items: Iterator[int] | range, jobs: int = 2) -> list[object]:
    with open_answers(work, iter(items), jobs=jobs, report=lambda line: None) as found:
        return [one[0] if isinstance(one, tuple) else one for one in found]


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_answers_come_in_the_order_of_the_items(jobs: int) -> None:
    work = Doubling(slow=frozenset({3}))
    assert answers(work, range(1000), jobs) == [2 * n for n in range(1000)]


def test_nothing_in_gives_nothing_out() -> None:
    assert answers(Doubling(), range(0)) == []


def test_the_work_is_done_in_other_processes_and_their_memory_is_told() -> None:
    lines: list[str] = []
    with open_answers(Doubling(), range(300), jobs=2, report=lines.append) as found:
        assert all(isinstance(one, tuple) and one[1] for one in found)
    assert 1 <= len(lines) <= 2
    assert all("MB at the end" in line for line in lines)


def test_a_worker_that_dies_once_is_replaced_and_nothing_is_lost(tmp_path: Path) -> None:
    work = Doubling(deadly=frozenset({100}), mark=tmp_path / "died")
    with open_crew(work, jobs=2) as crew:
        found = list(crew.answer(iter(range(500))))
        assert crew.deaths == 1
    assert found == [(2 * n, True) for n in range(500)]


def test_items_that_kill_a_worker_twice_are_set_aside_alone() -> None:
    deadly = frozenset({0, 130, 131, 499})
    with open_crew(Doubling(deadly=deadly), jobs=2) as crew:
        found = list(crew.answer(iter(range(500))))
    assert found == [Lost(n) if n in deadly else (2 * n, True) for n in range(500)]


def test_a_worker_killed_from_outside_while_it_waits_is_replaced() -> None:
    with open_crew(Doubling(), jobs=2) as crew:

        def items() -> Iterator[int]:
            yield from range(AHEAD * 2 * CHUNK_ITEMS + 1)
            for one in crew.memory:
                os.kill(one.pid, signal.SIGKILL)
            yield from range(1000, 1200)

        found = list(crew.answer(items()))
    wanted = [*range(AHEAD * 2 * CHUNK_ITEMS + 1), *range(1000, 1200)]
    assert found == [(2 * n, True) for n in wanted]


def test_an_error_of_the_work_is_raised_as_in_one_process() -> None:
    for jobs in (1, 2):
        with pytest.raises(ValueError, match="-7: below zero"):
            answers(Doubling(), iter([1, 2, -7, 3]), jobs)


def test_workers_that_cannot_start_are_told() -> None:
    with pytest.raises(WorkerError, match="cannot start"):
        answers(Doubling(broken=True), range(3))


def test_items_are_taken_no_further_ahead_than_the_bound() -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        while taken < 100_000:
            taken += 1
            yield taken

    with open_crew(Doubling(), jobs=2) as crew:
        for number, _ in enumerate(crew.answer(items())):
            assert taken - number <= (AHEAD * 2 + 1) * CHUNK_ITEMS
            if number == 5000:
                break


def test_heavy_items_make_short_chunks() -> None:
    chunks = list(cut_chunks([1, 5_000_000, 1, 1], lambda weight: weight))
    assert chunks == [(1, 5_000_000), (1, 1)]
    assert [len(chunk) for chunk in cut_chunks(range(130), lambda item: 1)] == [64, 64, 2]


def test_workers_end_with_the_crew() -> None:
    with open_crew(Doubling(slow=frozenset(range(64, 9999))), jobs=2) as crew:
        next(crew.answer(iter(range(9999))))
        started = time.monotonic()
    assert time.monotonic() - started < 20, "it waited for a chunk, which takes 32 s"
    assert multiprocessing.active_children() == []


def test_a_crew_ends_while_its_workers_are_starting() -> None:
    work = Doubling(slow=frozenset(range(9999)))
    with open_crew(work, jobs=2) as crew:
        crew._hands = [crew._hire() for _ in range(2)]
        crew._give_out(deque(_Task(tuple(range(n, n + 64))) for n in (0, 64)))
        started = time.monotonic()
    assert time.monotonic() - started < 20, "it waited for a chunk, which takes 32 s"
    assert multiprocessing.active_children() == []


SCRIPT = """
import os, sys, time
sys.path.insert(0, sys.argv[1])
sys.path.insert(0, sys.argv[2])
from test_workers import Doubling
from pipeline.workers import open_answers
if __name__ == "__main__":
    def tell(line):
        print(line, flush=True)
    with open_answers(Doubling(slow=frozenset(range(10**6))), iter(range(10**6)), jobs=2, report=tell) as found:
        try:
            for one in found:
                print("working", flush=True)
        except KeyboardInterrupt:
            print("stopped", flush=True)
            raise SystemExit(130)
"""


def alive_in_group(group: int) -> list[str]:
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(fields[2]) == group and fields[0] != "Z":
            found.append(stat.parent.name)
    return found


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_stopped_command_leaves_no_worker_behind(tmp_path: Path, how: signal.Signals) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT, encoding="utf-8")
    parts = [sys.executable, str(script), str(ROOT), str(Path(__file__).parent)]
    with subprocess.Popen(
        parts, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        group = process.pid
        # Itself, the workers, and what the standard library sets beside them.
        deadline = time.monotonic() + 20
        while len(alive_in_group(group)) < 4 and time.monotonic() < deadline:
            time.sleep(0.1)
        time.sleep(1)
        workers = [pid for pid in alive_in_group(group) if pid != str(process.pid)]
        if how is signal.SIGINT:
            os.killpg(group, signal.SIGINT)  # as a terminal does at Ctrl-C
        else:
            process.kill()
        out, err = process.communicate(timeout=30)
    assert len(workers) >= 3
    if how is signal.SIGINT:
        assert process.returncode == 130
        assert "stopped" in out
        assert "Traceback" not in err
    deadline = time.monotonic() + 10
    while alive_in_group(group) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert alive_in_group(group) == []
