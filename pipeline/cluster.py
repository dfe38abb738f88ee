"""The same reading on many machines: parts of the input go to the workers of a Dask scheduler and come out as partitions."""

import hashlib
import resource
import time
import uuid
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from itertools import islice
from pathlib import Path

from distributed import Client, Future, KilledWorker, as_completed

from extractors.ontology import load_ontology
from pipeline.documents import make_extractor
from pipeline.errors import InputError, WorkerError
from pipeline.partition_inputs import Part, items_of_part
from pipeline.partitions import PartResult, save_result, write_part
from pipeline.reading import Passed, Reading
from pipeline.records import Document
from pipeline.signals import hold_interrupt
from pipeline.vocabulary import ontology_version
from scrapers.records import Source

CONNECT_S = 30
WORKERS_S = 120
"""How long a cluster may take to bring up its first worker."""
RETRIES = 2
"""How often a part is tried again after an error of the storage; after the death of a worker Dask itself sees to that."""
AHEAD = 3
"""Parts a worker thread that are handed to the scheduler at once."""
ROOMS = ("extractors", "scrapers", "pipeline")


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is done with every part."""

    source: str
    """Slug of the source, or "auto"."""
    sources: tuple[Source, ...]
    """Every known source."""
    hosts: frozenset[str] | None
    """Hosts to take from web archives. None for all."""
    out: str
    """Folder of the partitions, as fsspec has it."""
    maker: tuple[str, str]
    """Version and rules that the workers are to have."""


def run_job(
    scheduler: str, job: Job, parts: Iterable[Part]
) -> Iterator[tuple[Part, PartResult | InputError]]:
    """Give the result of each part as it is done; a part that cannot be done, the error that names it.

    Raises `WorkerError` before anything is done where no scheduler answers, no worker comes up, or a worker has
    another thidua. The workers write partitions and manifest themselves, so a stopped job loses only what it was at.
    """
    with _connect(scheduler) as client:
        threads = check_workers(client)
        todo = iter(parts)
        waiting: dict[str, tuple[Part, Future[PartResult]]] = {}

        def hand_over(count: int) -> list[Future[PartResult]]:
            futures = []
            for part in islice(todo, count):
                # A key of its own: the scheduler may remember a part of an earlier job.
                key = f"thidua-{part.id}-{uuid.uuid4().hex[:8]}"
                futures.append(client.submit(read_part, job, part, key=key, retries=RETRIES))
                waiting[key] = part, futures[-1]
            return futures

        first = hand_over(AHEAD * threads)
        done = as_completed(first, loop=client.loop)  # type: ignore[no-untyped-call]  # distributed has types in part
        try:
            for future in done:
                part, _ = waiting.pop(future.key)
                with (
                    hold_interrupt()
                ):  # a result on its way when the client ends is a traceback of Dask's
                    result = _result(future, part)
                yield part, result
                future.release()
                done.update(hand_over(1))  # type: ignore[no-untyped-call]
        finally:
            # After a Ctrl-C: nobody waits for the others any more, and the workers need not begin them.
            client.cancel([future for _, future in waiting.values()])  # type: ignore[no-untyped-call]


def check_workers(client: Client) -> int:
    """Give the number of worker threads; raise `WorkerError` where there is none, or one has another thidua."""
    try:
        client.wait_for_workers(1, timeout=WORKERS_S)
    except TimeoutError as err:
        raise WorkerError(
            f"no worker came up in {WORKERS_S} s", "", "start some: dask worker tcp://HOST:PORT"
        ) from err
    ours = describe_rules()
    for worker, found in sorted(client.run(describe_rules, on_error="return").items()):
        if found != ours:
            theirs = found if isinstance(found, Exception) else f"it has {' '.join(found)}"
            raise WorkerError(
                f"worker {worker}: not the thidua of this command, which is {' '.join(ours)}",
                str(theirs),
                "install the same version on all machines",
            )
    return sum(client.nthreads().values())  # type: ignore[no-untyped-call]


def read_part(job: Job, part: Part) -> PartResult:
    """Read a part and write its partition: what a worker does."""
    if describe_rules() != job.maker:
        raise WorkerError(f"a worker that joined later has thidua {' '.join(describe_rules())}")
    started = time.monotonic()
    reading = Reading(source=job.source, sources=job.sources, make_extractor=make_extractor)
    failures: list[tuple[str, str, str]] = []
    passed: Counter[str] = Counter()
    documents = _documents(
        map(reading, items_of_part(part, hosts=job.hosts)), failures=failures, passed=passed
    )
    rows = write_part(job.out, part, documents)
    result = PartResult(
        part=part.id,
        paths=part.paths,
        start=part.start,
        rows=rows,
        failures=tuple(failures),
        passed=dict(passed),
        seconds=round(time.monotonic() - started, 3),
        worker_megabytes=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    )
    save_result(job.out, result)
    return result


@lru_cache(maxsize=1)
def describe_rules() -> tuple[str, str]:
    """Give the version, and a hash of the code and ontology that the facts depend on."""
    root = Path(__file__).resolve().parents[1]
    digest = hashlib.sha256(ontology_version(load_ontology()).encode())
    for room in ROOMS:
        for path in sorted((root / room).rglob("*.py")):
            digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return version("thidua"), digest.hexdigest()[:16]


def _documents(
    made: Iterable[tuple[str, object]],
    *,
    failures: list[tuple[str, str, str]],
    passed: Counter[str],
) -> Iterator[Document]:
    for _, one in made:
        match one:
            case Document():
                yield one
            case Passed():
                passed[one.reason] += 1
            case InputError():
                failures.append((one.thing, one.why, one.next_step))


@contextmanager
def _connect(scheduler: str) -> Iterator[Client]:
    try:
        client = Client(scheduler, timeout=CONNECT_S, set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, TimeoutError, ValueError) as err:
        raise WorkerError(
            f"{scheduler}: no scheduler answers ({err})", "", "start one: dask scheduler"
        ) from err
    with client:
        yield client


def _result(future: Future[PartResult], part: Part) -> PartResult | InputError:
    err = future.exception()  # type: ignore[no-untyped-call]
    if isinstance(err, KilledWorker):
        return InputError(
            part.name,
            "the workers that read it died; it was set aside",
            "give the workers more memory, or read it alone",
        )
    if isinstance(err, OSError):
        return InputError(part.name, str(err), "run the same command again")
    result: PartResult = future.result()
    return result
