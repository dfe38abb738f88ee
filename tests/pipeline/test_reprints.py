"""Articles that are nearly the same come into one cluster, whichever run brought them; none is deleted."""

import json
from pathlib import Path

import pytest
import sqlite_utils

from pipeline.cli import main

ROOT = Path(__file__).resolve().parents[2]
ROW = json.loads((ROOT / "corpus" / "press" / "gold.jsonl").read_text("utf-8").splitlines()[0])
TEXT = ROW["text"]


def import_texts(folder: Path, name: str, *texts: str) -> None:
    lines = [
        json.dumps({"id": f"{name}{n}", "text": t, "published": "2026-05-04"})
        for n, t in enumerate(texts)
    ]
    (folder / f"{name}.jsonl").write_text("\n".join(lines), "utf-8")
    assert main(["import", str(folder / f"{name}.jsonl"), "--db", str(folder / "a.db")]) == 0


def clusters(folder: Path) -> list[str | None]:
    db = sqlite_utils.Database(folder / "a.db")
    return [
        row["cluster_id"]
        for row in db.query("SELECT cluster_id FROM articles ORDER BY external_id")
    ]


@pytest.mark.model
def test_a_reprint_of_a_later_run_joins_its_source(tmp_path: Path) -> None:
    import_texts(tmp_path, "a", TEXT)
    assert clusters(tmp_path) == [None]
    import_texts(
        tmp_path, "b", "Theo báo bạn\n" + TEXT, "Một tin khác hẳn về hội thao của thợ mỏ. " * 20
    )
    first, second, other = clusters(tmp_path)
    assert first is not None
    assert (first, other) == (second, None)
