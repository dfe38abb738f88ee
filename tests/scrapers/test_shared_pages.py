"""Real pages, where they lie beside the project: the scorer's own numbers, with and without platforms."""

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any  # the scorer gives plain JSON values

import pytest

from scrapers.parsed import article_to_parsed
from scrapers.read import read_bytes_auto, read_page

DAMAGED = "laodong.vn__1.html"


def load_scorer(shared: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "score_pages", shared / "bench" / "score_pages.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score(shared: Path, source: str) -> dict[str, Any]:
    scorer = load_scorer(shared)
    expected = json.loads((shared / "pages" / "expected.json").read_text("utf-8"))
    results = {}
    for page in expected:
        body = (shared / "pages" / page["file"]).read_bytes()
        row = article_to_parsed(read_page(body, source=source), page["file"])
        results[page["file"]] = scorer.score_page(page, row)
    total: dict[str, Any] = scorer.summary(results)
    return total


def test_platforms_read_real_pages(shared: Path) -> None:
    total = score(shared, "auto")
    for field in ("title", "published", "byline", "section"):
        assert total["measures"][field] == 1, field
    assert total["all_paragraphs"]["f1"] >= 0.98
    assert total["all_links"]["f1"] >= 0.95
    assert total["violations"] == 0


def test_the_generic_reader_reads_real_pages(shared: Path) -> None:
    total = score(shared, "generic")
    assert total["all_paragraphs"]["f1"] >= 0.92
    assert total["all_links"]["f1"] >= 0.92


def test_a_double_encoded_page_reads_like_its_repaired_twin(shared: Path) -> None:
    damaged = read_page((shared / "pages" / DAMAGED).read_bytes())
    repaired = read_page((shared / "pages" / "laodong.vn__1.decoded.html").read_bytes())
    assert damaged.links == repaired.links
    assert any("double-encoded" in warning for warning in damaged.warnings)


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_seed_dumps_lose_furniture_and_keep_all_paragraphs(shared: Path, number: str) -> None:
    (path,) = (shared / "seeds").glob(f"{number}_*.txt")
    gold = {
        row["id"][-3:]: row["text"]
        for row in map(
            json.loads, (shared / "gold" / "seeds.jsonl").read_text("utf-8").splitlines()
        )
    }
    article = read_bytes_auto(path.read_bytes())
    assert article.title
    assert article.sapo
    assert article.byline
    lines = {" ".join(line.split()) for line in gold[number].splitlines() if len(line) > 200}
    read = {article.sapo, *(block.text for block in article.blocks)}
    read |= {caption.text for caption in article.captions}
    missing = {line for line in lines - read if line.endswith((".", "!", "?", "…", "”"))}
    assert missing == set()
    for mark in (
        "Có thể bạn quan tâm",
        "Nên xem",
        "Tin khác",
        "Đã truy cập",
        "Giấy phép số",
        "MỚI NHẤT",
    ):
        assert not any(mark in text for text in read)
