"""Two worker processes against one: documents a second of `extract`, beside two bare processes that share nothing."""

import json
import multiprocessing
import os
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from pathlib import Path

from extractors.extract import load_extractor
from pipeline.extracting import Extracting
from pipeline.input_items import iter_items
from pipeline.workers import open_answers
from scrapers.registry import load_sources
from tests.benchmarks.measures import Measure
from tests.benchmarks.texts import generated_texts

DOCUMENTS, ROUNDS, SPIN = 6_000, 2, 6_000_000


def measure() -> list[Measure]:
    """Measure both in turns, the best of each; loading is left out, as it is of a long job."""
    lines: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        texts = islice(generated_texts(DOCUMENTS), DOCUMENTS)
        records = (json.dumps({"id": n, "text": text}) for n, text in enumerate(texts))
        path.write_text("\n".join(records), encoding="utf-8")
        one, two, bare = [], [], []
        for _ in range(ROUNDS):
            one.append(documents_a_second(path, 1, lines))
            two.append(documents_a_second(path, 2, lines))
            bare.append(bare_speed_up())
    speed_up, possible = max(two) / max(one), max(bare)
    load = os.getloadavg()[0]
    return [
        Measure(what="extract --jobs 2", value=max(two), unit="documents a second",
                peer="extract --jobs 1", peer_value=max(one),
                note=f"load of the machine {load:.1f}; {'; '.join(lines[-2:])}"),
        Measure(what="speed-up of --jobs 2", value=speed_up, unit="times",
                peer="two bare processes that only count", peer_value=possible,
                note="" if speed_up >= 1.7 else "below 1.7: see the load of the machine"),
    ]  # fmt: skip


def documents_a_second(path: Path, jobs: int, lines: list[str]) -> float:
    """Give the speed from the first document to the last."""
    work = Extracting(
        source="auto", sources=load_sources(), with_text=True, make_extractor=load_extractor
    )
    with open_answers(work, iter_items([path]), jobs=jobs, report=lines.append) as answers:
        next(iter(answers))
        started = time.perf_counter()
        count = sum(1 for _ in answers)
    return count / (time.perf_counter() - started)


def bare_speed_up() -> float:
    """Give how much faster two processes count than one: what the machine has to give just now."""
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(2, mp_context=context) as pool:
        list(pool.map(spin, [10, 10]))
        started = time.perf_counter()
        for _ in range(2):
            pool.submit(spin, SPIN).result()
        alone = time.perf_counter() - started
        started = time.perf_counter()
        list(pool.map(spin, [SPIN, SPIN]))
        return alone / (time.perf_counter() - started)


def spin(count: int) -> int:
    """Count."""
    total = 0
    for number in range(count):
        total += number & 7
    return total
