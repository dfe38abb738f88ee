"""What holds for every text, however damaged: offsets, order, one owner a number; and the same facts in every encoding."""

import json
import os
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path

import pytest

from extractors.extract import extract
from extractors.facts import Facts
from extractors.output import facts_to_json
from extractors.records import Mention, Span
from tests.extractors.variants import HARMFUL, HARMLESS, Variant

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "corpus" / "press" / "gold.jsonl"
VARIANTS = int(os.environ.get("THIDUA_FUZZ_VARIANTS", "600"))


@lru_cache(maxsize=1)
def press_texts() -> tuple[str, ...]:
    rows = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
    return tuple(row["text"] for row in rows)


def check_promises(text: str, facts: Facts) -> None:
    layers: tuple[tuple[Span, ...], ...] = (
        facts.campaigns,
        facts.figures,
        facts.awards,
        facts.digits,
    )
    for layer in layers:
        for span in layer:
            assert 0 <= span.start < span.end <= len(text)
        assert list(layer) == sorted(layer, key=lambda m: (m.start, m.end)), (
            "not in the order of the text"
        )
    mentions: tuple[Mention, ...] = (*facts.campaigns, *facts.figures, *facts.awards)
    for mention in mentions:
        assert 0 <= mention.confidence <= 1
        assert mention.rule
        for one in mention.evidence:
            assert 0 <= one.start < one.end <= len(text)
    for before, after in zip(facts.digits, facts.digits[1:], strict=False):
        assert before.end <= after.start, "two owners of one number"


@lru_cache(maxsize=500)
def summary(text: str) -> list[object]:
    """Give what must not depend on the encoding: forms and values, not offsets."""
    facts = extract(text)
    return [
        [(m.type, m.id, m.key) for m in facts.campaigns],
        [(m.value, m.value_max, m.of, m.modifier, m.kind) for m in facts.figures],
        [
            (m.form, m.rank, m.status, [(r.kind, r.count) for r in m.recipients])
            for m in facts.awards
        ],
    ]


@pytest.mark.parametrize("variant", HARMLESS, ids=lambda v: v.__name__)
def test_the_same_words_give_the_same_facts(variant: Variant) -> None:
    draw = random.Random(3)
    for text in press_texts():
        assert summary(variant(text, draw)) == summary(text)


def test_promises_hold_on_damaged_texts() -> None:
    draw = random.Random(11)
    texts = press_texts()
    for _ in range(VARIANTS):
        text = draw.choice(texts)
        start = draw.randrange(max(1, len(text) - 800))
        text = text[start : start + 1200]
        for variant in draw.sample((*HARMLESS, *HARMFUL), 2):
            text = variant(text, draw)
        check_promises(text, extract(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("\n\n\n", id="breaks-alone"),
        pytest.param("\ud800 lone surrogate 12 suất", id="a-lone-surrogate"),
        pytest.param("“" * 500, id="opening-marks-alone"),
        pytest.param("1.1" * 500, id="points-and-ones"),
        pytest.param("(" * 10_000, id="brackets"),
        pytest.param("9" * 5000, id="a-number-of-5000-digits"),
        pytest.param("\u0300\u0301 tặng 12 suất", id="marks-without-a-letter"),
        pytest.param("tỷ tỷ tỷ triệu triệu rưỡi rưỡi mươi", id="magnitudes-alone"),
    ],
)
def test_odd_texts_raise_nothing(text: str) -> None:
    check_promises(text, extract(text))


def test_the_first_call_may_come_from_eight_threads_at_once() -> None:
    program = (
        "import sys, json; from concurrent.futures import ThreadPoolExecutor\n"
        "from extractors.extract import extract; from extractors.output import facts_to_json\n"
        "texts = json.load(sys.stdin)\n"
        "with ThreadPoolExecutor(8) as pool: found = list(pool.map(extract, texts))\n"
        "print(json.dumps([facts_to_json(f, t) for f, t in zip(found, texts)], sort_keys=True))\n"
    )
    texts = list(press_texts()[:8])
    out = [
        subprocess.run(
            [sys.executable, "-c", program],
            input=json.dumps(texts),
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("0", "4242")
    ]
    here = [facts_to_json(extract(text), text) for text in texts]
    assert out[0] == out[1]
    assert json.loads(out[0]) == json.loads(json.dumps(here))


def test_threads_agree_with_one_another() -> None:
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(extract, press_texts() * 2))
    assert found[: len(press_texts())] == found[len(press_texts()) :]
