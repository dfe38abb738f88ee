"""Pages of the explorer: the front page of 500 articles, a whole build in bounded memory, the night after.

    python tests/benchmarks/bench_site.py [--articles 100000] [--json]

The articles are copies of 240 invented ones with all their layers, spread over four years and six sources.
"""

import argparse
import json
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from pipeline.report import ReportOptions, make_report  # noqa: E402
from pipeline.site_build import SiteOptions, build_site  # noqa: E402
from pipeline.store import Store, open_store  # noqa: E402
from tests.site_store import add_documents, add_run, make_document  # noqa: E402

PLACES = ("Thanh Hóa", "Đồng Nai", "Bắc Ninh", "Nghệ An", "Cà Mau", "Hà Nội", "Đà Nẵng", "Gia Lai")
CAMPAIGNS = (
    "Tết Sum vầy",
    "Mái ấm Công đoàn",
    "Lao động giỏi, lao động sáng tạo",
    "Tháng Công nhân",
)
SOURCES = ("bao_mot", "bao_hai", "bao_ba", "bao_bon", "bao_nam", "bao_sau")
SEEDS = 240
TABLES = ("articles", "article_facts", "campaign_mentions", "figures", "awards", "award_recipients", "organization_mentions", "person_mentions", "claim_mentions")  # fmt: skip
"""What pages are made of."""
DAYS = 1460
OPTIONS = SiteOptions(names="drop", full_text=False, today="2025-11-20")


def make_seeds(store: Store) -> None:
    """Store the articles that the others are copies of."""
    run = add_run(store, "2025-11-19", dict.fromkeys(SOURCES))
    documents = []
    for n in range(SEEDS):
        place, campaign = PLACES[n % 8], CAMPAIGNS[n % 4]
        text = (
            f"Ngày {n % 27 + 1}/11, LĐLĐ tỉnh {place} tổ chức chương trình “{campaign}”, trao hơn {1000 + 7 * n} suất quà, tổng "
            f"trị giá {n + 2},4 tỷ đồng cho đoàn viên khó khăn. Tổng LĐLĐ Việt Nam tặng Bằng khen cho {n % 9 + 2} tập thể, "
            f"{n % 7 + 3} cá nhân. Chị Lò Thị Mận, công nhân may, được hỗ trợ {n % 20 + 1} triệu đồng."
        )
        documents.append(
            make_document(
                n,
                f"{campaign}: {place} trao {1000 + 7 * n} suất quà",
                text,
                source=SOURCES[n % 6],
                published=f"2025-11-{n % 18 + 1:02d}T08:00:00+07:00",
            )
        )
    add_documents(store, documents, run)


def copy_seeds(store: Store, count: int, *, days: int, run: int, first: int = 0) -> None:
    """Store `count` copies of the seeds, each with an id and a day of its own."""
    db = store.db
    columns = {
        table: [row[1] for row in db.execute(f"PRAGMA table_info({table})").fetchall()]
        for table in TABLES
    }
    with store.transaction() as opened:
        opened.execute("DROP TABLE IF EXISTS temp.copies")
        opened.execute(
            f"""CREATE TEMP TABLE copies AS WITH RECURSIVE n(i) AS (SELECT {first} UNION ALL
                SELECT i + 1 FROM n WHERE i + 1 < {first + count})
                SELECT n.i AS i, s.id AS seed FROM n JOIN
                (SELECT id, row_number() OVER (ORDER BY id) - 1 AS k FROM articles WHERE id NOT LIKE 'a-copy%'
                 LIMIT {SEEDS}) s ON s.k = n.i % {SEEDS}"""
        )
        day = f"date('2025-11-19', '-' || (c.i % {days}) || ' days')"
        own = {
            "articles": {"id": "'a-copy' || c.i", "published_on": day, "published_at": f"{day} || 'T01:00:00Z'", "url_id": "x.url_id", "first_seen_run": str(run)},
            "article_facts": {"article_id": "'a-copy' || c.i"},
            "award_recipients": {"award_id": "x.award_id || '-' || c.i"},
            "claim_mentions": {"figure_id": "x.figure_id || '-' || c.i"},
        }  # fmt: skip
        for table, names in columns.items():
            special = own.get(table, {"id": "x.id || '-' || c.i", "article_id": "'a-copy' || c.i"})
            listed = ", ".join(f'"{name}"' for name in names)
            values = ", ".join(special.get(name, f'x."{name}"') for name in names)
            source = {
                "articles": "articles x JOIN copies c ON c.seed = x.id",
                "award_recipients": "award_recipients x JOIN awards w ON w.id = x.award_id JOIN copies c ON c.seed = w.article_id",
                "claim_mentions": "claim_mentions x JOIN figures w ON w.id = x.figure_id JOIN copies c ON c.seed = w.article_id",
            }.get(table, f"{table} x JOIN copies c ON c.seed = x.article_id")
            opened.execute(f"INSERT INTO {table} ({listed}) SELECT {values} FROM {source}")


def peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure_front(folder: Path) -> dict[str, float]:
    """Measure report and front page of 500 articles in 28 days."""
    db = folder / "front.db"
    with open_store(db, create=True) as store:
        make_seeds(store)
        copy_seeds(store, 500 - SEEDS, days=18, run=1)
    started = time.perf_counter()
    page = make_report(db, ReportOptions(form="html", today="2025-11-20"))
    return {"front_s": time.perf_counter() - started, "front_kb": len(page) / 1000}


def measure_site(folder: Path, articles: int) -> dict[str, float]:
    """Measure a first build, one with nothing new, and one with 200 new articles."""
    db, out = folder / "site.db", folder / "trang"
    with open_store(db, create=True, durability="NORMAL") as store:
        make_seeds(store)
        copy_seeds(store, articles - SEEDS, days=DAYS, run=1)
    found: dict[str, float] = {"articles": articles}
    before = peak_mb()
    for name in ("first", "same", "next"):
        if name == "next":
            with open_store(db) as store:
                run = add_run(store, "2025-11-20", dict.fromkeys(SOURCES))
                copy_seeds(store, 200, days=1, run=run, first=articles)
        started, processor = time.perf_counter(), time.process_time()
        built = build_site(db, out, OPTIONS)
        found |= {
            f"{name}_s": time.perf_counter() - started,
            f"{name}_cpu_s": time.process_time() - processor,
            f"{name}_written": built.written,
            f"{name}_kept": built.kept,
        }
    return found | {"peak_mb": peak_mb(), "peak_before_mb": before}


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args(arguments)
    with TemporaryDirectory(prefix="thidua-bench-") as name:
        found = measure_front(Path(name)) | measure_site(Path(name), asked.articles)
    if asked.json:
        sys.stdout.write(json.dumps(found) + "\n")
    else:
        for key, value in found.items():
            sys.stdout.write(f"{key:18}{value:14.1f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
