"""Worker processes: models loaded once, answers in the order of the items, one that dies replaced.

Each worker is a pool of its own with one process, so that it is known at which items a worker died.
"""

import multiprocessing
import os
import resource
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from multiprocessing.process import BaseProcess
from typing import Generic, Protocol, TypeVar

from pipeline.errors import WorkerError

Item = TypeVar("Item")
Answer = TypeVar("Answer")
ItemIn = TypeVar("ItemIn", contravariant=True)
AnswerOut = TypeVar("AnswerOut", covariant=True)
CHUNK_ITEMS = 64
CHUNK_BYTES = 4_000_000
IN_HAND = 2
"""Chunks given to a worker: one it is at, one it finds at once when that is done."""
DIED_TWICE = "a worker process died at it twice; it was set aside"
AHEAD = 4
"""Chunks a worker that may wait, done or not, until those before them are taken: the bound of what is held."""


class Work(Protocol[ItemIn, AnswerOut]):
    """What a worker does with an item; goes to the workers by pickling, so it holds no models itself."""

    def load(self) -> None:
        """Load what every item needs, once a process."""
        ...

    def weigh(self, item: ItemIn, /) -> int:
        """Give about how many bytes go over to a worker with an item."""
        ...

    def __call__(self, item: ItemIn, /) -> AnswerOut:
        """Give the answer to one item; what may be wrong with an item is part of the answer."""
        ...


@dataclass(frozen=True, slots=True)
class Lost(Generic[Item]):
    """Stands for the answer to an item at which a worker died twice."""

    item: Item
    """The item, not to be tried a third time."""


@dataclass(slots=True, kw_only=True)
class Memory:
    """What one worker process took."""

    pid: int
    """Its process."""
    loaded: int
    """Peak bytes when its models were loaded."""
    first: int = 0
    """Peak bytes after its first chunk."""
    last: int = 0
    """Peak bytes after its last chunk."""
    items: int = 0
    """How many items it answered."""


@dataclass(eq=False)
class _Task(Generic[Item, Answer]):
    items: Sequence[Item]
    tried: bool = False
    answers: list[Answer | Lost[Item]] | None = None


@dataclass(eq=False)
class _Hand(Generic[Item, Answer]):
    pool: ProcessPoolExecutor
    processes: tuple[BaseProcess, ...]
    ready: Future[tuple[int, int]]
    given: "deque[tuple[_Task[Item, Answer], Future[tuple[list[Answer], int]]]]" = field(
        default_factory=deque
    )
    memory: Memory | None = None


class Crew(Generic[Item, Answer]):
    """Some worker processes for one kind of work."""

    def __init__(self, work: Work[Item, Answer], *, jobs: int) -> None:
        self._work = work
        self._jobs = jobs
        self._hands: list[_Hand[Item, Answer]] = []
        self._memory: list[Memory] = []
        self.deaths = 0
        """How many workers died and were replaced."""

    @property
    def memory(self) -> tuple[Memory, ...]:
        """What each worker took that answered anything, in the order of their starts."""
        return tuple(one for one in self._memory if one.items)

    def answer(self, items: Iterable[Item]) -> Iterator[Answer | Lost[Item]]:
        """Give the answers in the order of the items; those at which a worker died twice are `Lost`."""
        chunks = iter(cut_chunks(items, self._work.weigh))
        order: deque[_Task[Item, Answer]] = deque()
        waiting: deque[_Task[Item, Answer]] = deque()
        self._hands = [self._hire() for _ in range(self._jobs)]
        more = True
        while True:
            self._collect(order, waiting)
            while more and len(order) < AHEAD * self._jobs:
                chunk = next(chunks, None)
                more = chunk is not None
                if chunk is not None:
                    order.append(_Task(chunk))
                    waiting.append(order[-1])
            self._give_out(waiting)
            if not order:
                return
            if order[0].answers is not None:
                yield from order.popleft().answers or ()
            else:
                wait([hand.given[0][1] for hand in self._hands if hand.given],
                     return_when=FIRST_COMPLETED)  # fmt: skip

    def stop(self) -> None:
        """End every worker at once, whatever it is at."""
        for hand in self._hands:
            for process in hand.processes:  # also one that is still loading its models
                process.terminate()
            hand.pool.shutdown(wait=True, cancel_futures=True)
        self._hands = []

    def _hire(self) -> _Hand[Item, Answer]:
        pool = ProcessPoolExecutor(
            max_workers=1,
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_begin,
            initargs=(self._work,),
        )
        before = multiprocessing.active_children()
        # A worker is not to hear the Ctrl-C of the terminal: its parent ends it, in good order.
        with _signals_held():
            ready = pool.submit(_measure)  # the first task starts the process
        started = [one for one in multiprocessing.active_children() if one not in before]
        return _Hand(pool=pool, processes=tuple(started), ready=ready)

    def _give_out(self, waiting: "deque[_Task[Item, Answer]]") -> None:
        for depth in range(IN_HAND):
            for number, hand in enumerate(self._hands):
                if waiting and len(hand.given) == depth:
                    task = waiting.popleft()
                    run = partial(_answer_all, self._work, task.items)
                    try:
                        with _signals_held():
                            hand.given.append((task, hand.pool.submit(run)))
                    except BrokenProcessPool:
                        waiting.appendleft(task)
                        if not hand.given:
                            self._hands[number] = self._replace(hand)

    def _collect(
        self, order: "deque[_Task[Item, Answer]]", waiting: "deque[_Task[Item, Answer]]"
    ) -> None:
        for number, hand in enumerate(self._hands):
            while hand.given and hand.given[0][1].done():
                task, future = hand.given[0]
                if isinstance(future.exception(), BrokenProcessPool):
                    self._hands[number] = self._replace(hand)
                    waiting.extendleft(reversed([other for other, _ in list(hand.given)[1:]]))
                    _try_again(task, order, waiting)
                    break
                answers, peak = future.result()
                task.answers = list(answers)
                hand.given.popleft()
                self._note(hand, len(answers), peak)

    def _note(self, hand: _Hand[Item, Answer], count: int, peak: int) -> None:
        if hand.memory is None:
            pid, loaded = hand.ready.result()
            hand.memory = Memory(pid=pid, loaded=loaded, first=peak)
            self._memory.append(hand.memory)
        hand.memory.last = peak
        hand.memory.items += count

    def _replace(self, hand: _Hand[Item, Answer]) -> _Hand[Item, Answer]:
        if hand.ready.exception() is not None:
            raise WorkerError(
                "a worker process cannot start",
                "it died before its first document",
                "run the same command with --jobs 1 to see why",
            )
        hand.pool.shutdown(wait=True, cancel_futures=True)
        self.deaths += 1
        return self._hire()


@contextmanager
def open_crew(work: Work[Item, Answer], *, jobs: int) -> Iterator[Crew[Item, Answer]]:
    """Give a crew whose workers are ended at the end, also after an error or a signal."""
    crew = Crew(work, jobs=jobs)
    try:
        yield crew
    finally:
        crew.stop()


@contextmanager
def open_answers(
    work: Work[Item, Answer], items: Iterable[Item], *, jobs: int, report: Callable[[str], None]
) -> Iterator[Iterator[Answer | Lost[Item]]]:
    """Give the answers in the order of the items, from this process or from `jobs` others; report what those took."""
    if jobs == 1:
        work.load()
        yield map(work, items)
        return
    with open_crew(work, jobs=jobs) as crew:
        yield crew.answer(items)
        for one in crew.memory:
            report(render_memory(one))
        if crew.deaths:
            report(f"{crew.deaths} worker processes died and were replaced")


def render_memory(memory: Memory) -> str:
    """Give one line about what a worker took."""
    loaded, first, last = (size // 2**20 for size in (memory.loaded, memory.first, memory.last))
    return (
        f"worker {memory.pid}: {memory.items} documents; at most {loaded} MB with its models, "
        f"{first} MB after the first chunk, {last} MB at the end"
    )


def cut_chunks(items: Iterable[Item], weigh: Callable[[Item], int]) -> Iterator[tuple[Item, ...]]:
    """Give the items in chunks that are neither long nor heavy."""
    chunk: list[Item] = []
    weight = 0
    for item in items:
        chunk.append(item)
        weight += weigh(item)
        if len(chunk) == CHUNK_ITEMS or weight >= CHUNK_BYTES:
            yield tuple(chunk)
            chunk, weight = [], 0
    if chunk:
        yield tuple(chunk)


def _try_again(
    task: _Task[Item, Answer],
    order: "deque[_Task[Item, Answer]]",
    waiting: "deque[_Task[Item, Answer]]",
) -> None:
    """Have the items of a chunk tried once more, one by one, so that only those that kill a worker are lost."""
    if task.tried:
        task.answers = [Lost(item) for item in task.items]
        return
    singles: list[_Task[Item, Answer]] = [_Task((item,), tried=True) for item in task.items]
    at = order.index(task)
    del order[at]
    for number, single in enumerate(singles):
        order.insert(at + number, single)
    waiting.extendleft(reversed(singles))


@contextmanager
def _signals_held() -> Iterator[None]:
    """Hold SIGINT back in this thread, and for good in a process that is started meanwhile."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin(work: Work[Item, Answer]) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    work.load()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _measure() -> tuple[int, int]:
    """Give the number of this process and the most memory it ever had, in bytes."""
    return os.getpid(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def _answer_all(work: Work[Item, Answer], items: Sequence[Item]) -> tuple[list[Answer], int]:
    return [work(item) for item in items], _measure()[1]
