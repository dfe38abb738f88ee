"""Text → facts: articles a second on one core, beside what else reads Vietnamese; growth with the length; memory.

python -m tests.benchmarks extract
"""

import subprocess
import sys
from collections.abc import Callable
from functools import partial
from itertools import islice, pairwise

from underthesea import ner, word_tokenize

from extractors.extract import Extractor, load_extractor
from extractors.facts import Facts
from tests.benchmarks.measures import Measure, cpu_seconds, present_megabytes
from tests.benchmarks.naive import NAIVE, naive_seconds
from tests.benchmarks.texts import LONG, generated_texts, long_texts

ARTICLES, SAMPLE, MEMORY_DOCUMENTS = 60, 3, 20_000
LENGTHS = (1_600, 16_000, 160_000)
BAD_GROWTH = 30
"""Ten would be linear and a hundred quadratic; between them is what a busy machine adds to a few milliseconds."""
LOADING = "import time; t = time.process_time()\nfrom extractors.extract import load_extractor\nload_extractor()\nprint(time.process_time() - t)"
SENTENCE = "Liên đoàn Lao động tỉnh tặng Bằng khen cho 12 tập thể và 1.250 cá nhân trong phong trào thi đua. "
AWKWARD: dict[str, Callable[[int], str]] = {
    "plain sentences in one line": lambda n: (SENTENCE * (n // len(SENTENCE) + 1))[:n],
    "quotes that never close": lambda n: ("Phong trào “Giỏi việc nước " * (n // 26 + 1))[:n],
    "straight quotes": lambda n: ('chương trình "Tết sum vầy ' * (n // 26 + 1))[:n],
    "1.1.1.1…": lambda n: ("1." * n)[:n],
    "digits and blanks": lambda n: ("12 345 " * n)[:n],
    "brackets that open only": lambda n: ("(" * n)[:n],
    "capitals": lambda n: ("Công Đoàn Việt Nam " * n)[:n],
    "and, and, and": lambda n: ("tập thể, cá nhân và " * n)[:n],
    "awards without end": lambda n: ("tặng Bằng khen, Giấy khen, Cờ thi đua " * n)[:n],
    "no blanks": lambda n: ("a" * n)[:n],
}


def measure(documents: int = MEMORY_DOCUMENTS) -> list[Measure]:
    """Measure everything here; `documents` bounds the look at the memory."""
    extractor = load_extractor()
    return [
        _loading(),
        *_speeds(extractor),
        *_linearity(extractor),
        *_memory(extractor, documents),
    ]


def _loading() -> Measure:
    def seconds() -> float:
        done = subprocess.run(
            [sys.executable, "-c", LOADING], capture_output=True, text=True, check=True
        )
        return float(done.stdout)

    return Measure(
        what="extractor: import and load", value=min(seconds() for _ in range(3)), unit="CPU s"
    )


def _speeds(extractor: Extractor) -> list[Measure]:
    texts = long_texts(ARTICLES)
    for text in texts[:5]:
        extractor.extract_all(text)
    three = ARTICLES / cpu_seconds(lambda: [extractor.extract(text) for text in texts], rounds=3)
    every = ARTICLES / cpu_seconds(lambda: [extractor.extract_all(t) for t in texts], rounds=3)
    words = ARTICLES / cpu_seconds(lambda: [word_tokenize(text) for text in texts])
    ner("Công đoàn")
    lines = [[line for line in text.split("\n") if line.strip()] for text in texts[:SAMPLE]]
    tagged = SAMPLE / cpu_seconds(lambda: [ner(line) for some in lines for line in some])
    unit = f"articles of {LONG:,} code points a CPU second"
    found = [
        Measure(what="text → campaigns, figures, awards", value=three, unit=unit,
                peer="underthesea.ner, line by line", peer_value=tagged),
        Measure(what="text → campaigns, figures, awards", value=three, unit=unit,
                peer="underthesea.word_tokenize alone", peer_value=words),
        Measure(what="text → all layers, links and checks", value=every, unit=unit,
                peer="underthesea.ner, line by line", peer_value=tagged),
    ]  # fmt: skip
    if NAIVE.exists():
        for name, options, some in (
            # So many that they take longer than its start, which is taken off.
            ("naive baseline: three regular expressions", ["--no-ner"], texts * 30),
            ("naive baseline: underthesea.ner and three regular expressions", [], texts[:SAMPLE]),
        ):
            found.append(
                Measure(what="text → campaigns, figures, awards", value=three, unit=unit,
                        peer=name, peer_value=_naive(options, some))
            )  # fmt: skip
    return found


def _naive(options: list[str], texts: list[str]) -> float:
    """Give the articles a CPU second of the baseline, its start left out."""
    seconds = naive_seconds(options, texts) - naive_seconds(options, texts[:1])
    return len(texts[1:]) / max(seconds, 1e-6)


def _linearity(extractor: Extractor) -> list[Measure]:
    readers: tuple[tuple[str, Callable[[str], Facts]], ...] = (
        ("three layers", extractor.extract),
        ("all layers", extractor.extract_all),
    )
    return [
        _growth(f"{layers}, {name}", read, make)
        for layers, read in readers
        for name, make in AWKWARD.items()
    ]


def _growth(what: str, read: Callable[[str], Facts], make: Callable[[int], str]) -> Measure:
    """Compare a line with one ten times as long; the longest only where the growth up to it lets hope for its end."""
    read(make(LENGTHS[0]))
    for short, long in pairwise(LENGTHS):
        before = cpu_seconds(partial(read, make(short)), rounds=3)
        after = cpu_seconds(partial(read, make(long)), rounds=2)
        if after > BAD_GROWTH * before and after > 0.1:
            break
    return Measure(
        what=f"{what}: a line of {long:,} code points",
        value=after * 1000,
        unit="CPU ms",
        peer=f"ten times one of {short:,}",
        peer_value=before * 10_000,
        note="" if after <= BAD_GROWTH * before else "grows faster than the length",
    )


def _memory(extractor: Extractor, documents: int) -> list[Measure]:
    texts = generated_texts(documents)
    marks = (documents // 20, documents // 2, documents)
    seen, read = [], 0
    for mark in marks:
        for text in islice(texts, mark - read):
            extractor.extract(text)
        read = mark
        seen.append(present_megabytes())
    return [
        Measure(what=f"memory after {mark:,} documents", value=size, unit="MB",
                peer=f"after {marks[0]:,}", peer_value=seen[0])
        for mark, size in zip(marks[1:], seen[1:], strict=True)
    ]  # fmt: skip
