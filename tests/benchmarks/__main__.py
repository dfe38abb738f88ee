"""Run the benchmarks: `python -m tests.benchmarks [NAME...]` writes results.json and the table in the README.

Without a name all are run, which takes most of an hour. Numbers of other benchmarks stay as they are in the file.
"""

import argparse
import json
import multiprocessing
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from pipeline.readme import README, render_readme
from tests.benchmarks import (
    bench_extract,
    bench_jobs,
    bench_parts,
    bench_warc,
    bench_whole,
)
from tests.benchmarks.measures import Measure, describe_machine

RESULTS = Path(__file__).with_name("results.json")
BENCHMARKS: dict[str, Callable[[], list[Measure]]] = {
    "whole": bench_whole.measure,
    "reading": bench_parts.measure_reading,
    "extract": bench_extract.measure,
    "jobs": bench_jobs.measure,
    "store": bench_parts.measure_store,
    "site": bench_parts.measure_site,
    "harvest": bench_parts.measure_harvest,
    "warc": bench_warc.measure,
}
"""Name to what measures it, in the order of the table."""
QUICK: dict[str, Callable[[], list[Measure]]] = {
    "whole": partial(bench_whole.measure, 10_000),
    "extract": partial(bench_extract.measure, 2_000),
    "warc": partial(bench_warc.measure, 200_000_000),
}
"""Those that have a shorter form."""


def main(arguments: list[str] | None = None) -> int:
    """Run the named benchmarks, or all; give 0 where all came to their end."""
    parser = argparse.ArgumentParser(description="Run benchmarks.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument(
        "--quick", action="store_true", help="Let no growth go beyond 10,000 documents."
    )
    asked = parser.parse_args(arguments)
    unknown = [name for name in asked.names if name not in BENCHMARKS]
    if unknown:
        parser.error(f"no such benchmark: {unknown[0]}; there are {', '.join(BENCHMARKS)}")
    for name in asked.names or BENCHMARKS:
        run(name, quick=asked.quick)
    README.write_text(render_readme(README.read_text("utf-8")), "utf-8")
    return 0


def run(name: str, *, quick: bool) -> None:
    """Run one benchmark in a process of its own, which has its own peak of memory, and keep its numbers."""
    sys.stderr.write(f"{name} …\n")
    machine = describe_machine()
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        measures = pool.submit(
            QUICK.get(name, BENCHMARKS[name]) if quick else BENCHMARKS[name]
        ).result()
    known = json.loads(RESULTS.read_text("utf-8")) if RESULTS.exists() else {}
    known[name] = {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": machine,
        "measures": [asdict(one) | {"ratio": one.ratio} for one in measures],
    }
    ordered = {key: known[key] for key in BENCHMARKS if key in known}
    RESULTS.write_text(json.dumps(ordered, indent=1, ensure_ascii=False) + "\n", "utf-8")
    for one in measures:
        ratio = "" if one.ratio is None else f"  {one.ratio:.2f} × {one.peer}"
        sys.stderr.write(f"  {one.what}: {one.value:,.2f} {one.unit}{ratio}  {one.note}\n")


if __name__ == "__main__":
    sys.exit(main())
