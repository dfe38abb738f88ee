"""End to end: pages → rows, how the cost grows from a hundred documents to a hundred thousand, and where the time goes."""

import cProfile
import json
import math
import pstats
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import trafilatura

from pipeline.documents import make_extractor
from pipeline.importing import AT_ONCE, save_documents
from pipeline.input_items import WebAnswer
from pipeline.inputs import JsonText
from pipeline.reading import Reading
from pipeline.records import Document
from pipeline.runs import begin_run, end_run, save_extractor
from pipeline.store import open_store
from scrapers.registry import load_sources
from tests.benchmarks.measures import Measure, cpu_seconds, present_megabytes
from tests.benchmarks.naive import NAIVE, naive_seconds
from tests.benchmarks.texts import generated_texts, press_pages

AT = datetime(2025, 11, 19, tzinfo=UTC)
PAGES = 300
SIZES = (100, 1_000, 10_000, 100_000)
STEPS = {
    "page → article (decode, parse, read)": ("scrapers/read.py", "read_page"),
    "text read once (tokens, sentences, quotes, phrases)": (
        "extractors/document.py",
        "read_document",
    ),
    "campaigns": ("extractors/campaigns.py", "find_campaigns"),
    "names of awards": ("extractors/award_names.py", "find_award_names"),
    "figures and owners of digits": ("extractors/figures.py", "find_figures"),
    "awards": ("extractors/awards.py", "find_awards"),
    "further layers, links and checks": ("extractors/further_layers.py", "read_further"),
    "sentences around facts, search forms": ("pipeline/preparing.py", "prepare"),
    "rows into SQLite": ("pipeline/saving.py", "save_document"),
}
"""Steps of the way from a page to its rows: file and function that hold all of each."""


def measure(most: int = SIZES[-1]) -> list[Measure]:
    """Measure everything here; `most` bounds the growth."""
    return [*_pages_to_rows(), *_profile(), *_growth(most)]


def answers(count: int) -> list[WebAnswer]:
    """Give so many pages of the sample press, each at an address of its own."""
    pages = press_pages()
    return [
        WebAnswer(
            name=f"{n}", archive="bench", file="bench", url=f"{pages[n % len(pages)][0]}?n={n}",
            body=pages[n % len(pages)][1], content_type="text/html; charset=utf-8", status=200,
            fetched_at=AT,
        )
        for n in range(count)
    ]  # fmt: skip


def store_all(path: Path, documents: list[Document]) -> None:
    """Store documents as an import does."""
    with open_store(path, create=True, durability="NORMAL") as store:
        run_id, extractor_id = begin_run(store, "bench"), save_extractor(store)
        for first in range(0, len(documents), AT_ONCE):
            some = documents[first : first + AT_ONCE]
            save_documents(store, some, run_id=run_id, extractor_id=extractor_id)
        end_run(store, run_id, 0)


def read_and_store(path: Path, given: list[WebAnswer]) -> int:
    """Read pages, extract, store; give how many articles there were."""
    reading = Reading(source="auto", sources=load_sources(), make_extractor=make_extractor)
    made = [reading(item)[1] for item in given]
    documents = [one for one in made if isinstance(one, Document)]
    store_all(path, documents)
    return len(documents)


def _pages_to_rows() -> list[Measure]:
    given = answers(PAGES)
    with tempfile.TemporaryDirectory() as folder:
        read_and_store(Path(folder) / "warm.db", given[:20])
        ours = PAGES / cpu_seconds(partial(read_and_store, Path(folder) / "a.db", given))
    texts: list[str] = []
    for item in given[:5]:
        trafilatura.extract(item.body)
    reading = cpu_seconds(lambda: texts.extend(trafilatura.extract(i.body) or "" for i in given))
    unit = "pages of the sample press a CPU second"
    peers = [("trafilatura, text alone", PAGES / reading)]
    if NAIVE.exists():
        for options, some in ((["--no-ner"], PAGES), ([], 20)):
            seconds = naive_seconds(options, texts[:some]) * PAGES / some
            name = "three regular expressions" if options else "underthesea.ner and three of them"
            peers.append(
                (f"trafilatura and the naive baseline ({name})", PAGES / (reading + seconds))
            )
    return [
        Measure(what="page → article → facts → rows", value=ours, unit=unit, peer=name, peer_value=value)
        for name, value in peers
    ]  # fmt: skip


def _profile() -> list[Measure]:
    profile = cProfile.Profile()
    given = answers(PAGES)
    with tempfile.TemporaryDirectory() as folder:
        read_and_store(Path(folder) / "warm.db", given[:20])
        profile.enable()
        read_and_store(Path(folder) / "a.db", given)
        profile.disable()
    stats = pstats.Stats(profile).get_stats_profile().total_tt
    found = pstats.Stats(profile).stats  # type: ignore[attr-defined]  # typeshed leaves it out
    lines = []
    for name, (file, function) in STEPS.items():
        spent = sum(
            entry[3] for (path, _, called), entry in found.items()
            if called == function and path.endswith(file)
        )  # fmt: skip
        lines.append(
            Measure(what=f"share of the time: {name}", value=100 * spent / stats, unit="%")
        )
    rest = 100 - sum(line.value for line in lines)
    return [*lines, Measure(what="share of the time: all else", value=rest, unit="%")]


def _growth(most: int) -> list[Measure]:
    sizes = [size for size in SIZES if size <= most]
    found: list[tuple[int, float, float, float]] = []
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            code = "from tests.benchmarks.bench_whole import grow; grow()"
            done = subprocess.run(
                [sys.executable, "-c", code, str(size), folder], capture_output=True, text=True,
                check=True, cwd=Path(__file__).resolve().parents[2],
            )  # fmt: skip
            seconds, megabytes, stored = json.loads(done.stdout)
            found.append((size, seconds, megabytes, stored))
    slope = (math.log(found[-1][1]) - math.log(found[1][1])) / (
        math.log(found[-1][0]) - math.log(found[1][0])
    )
    lines = [
        Measure(what=f"text → facts → rows: {size:,} documents", value=1000 * seconds / size,
                unit="CPU ms a document", peer=f"{found[1][0]:,} documents",
                peer_value=1000 * found[1][1] / found[1][0],
                note=f"{megabytes:.0f} MB at most, {1000 * stored / size:.1f} KB of SQLite a document")
        for size, seconds, megabytes, stored in found
    ]  # fmt: skip
    note = f"in a store ten times as big a document costs {10 ** (slope - 1) - 1:+.0%}"
    name = f"slope of the cost from {found[1][0]:,} to {found[-1][0]:,} documents (log, log)"
    return [*lines, Measure(what=name, value=slope, unit="exponent", note=note)]


def grow() -> None:
    """Extract and store generated documents in a process of its own; print CPU seconds, megabytes, megabytes stored."""
    size, folder = int(sys.argv[1]), Path(sys.argv[2])
    reading = Reading(source="auto", sources=load_sources(), make_extractor=make_extractor)
    reading.load()
    path = folder / f"{size}.db"
    most = 0.0
    with open_store(path, create=True, durability="NORMAL") as store:
        run_id, extractor_id = begin_run(store, "bench"), save_extractor(store)
        started = time.process_time()
        some: list[Document] = []
        for number, text in enumerate(generated_texts(size)):
            line = JsonText(name=str(number), id=str(number), text=text, line=str(number).encode())
            made = reading(line)[1]
            if isinstance(made, Document):
                some.append(replace(made))
            if len(some) == AT_ONCE or number == size - 1:
                save_documents(store, some, run_id=run_id, extractor_id=extractor_id)
                some = []
                most = max(most, present_megabytes())
        seconds = time.process_time() - started
        end_run(store, run_id, 0)
        store.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    sys.stdout.write(json.dumps([seconds, most, path.stat().st_size / 1e6]))
