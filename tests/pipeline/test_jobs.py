"""`--jobs N`: the output, its order and what is said beside it are those of one process."""

import json
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import pytest

from corpus.press.site import load_papers, render_site
from pipeline.cli import main
from pipeline.content_hash import hash_content
from pipeline.store import open_store
from scrapers.archive import ArchiveWriter
from scrapers.exchange import Exchange

AT = datetime(2025, 11, 19, 2, 30, tzinfo=UTC)
BAD = {"010.html": b"", "020.html": b"%PDF-1.7 \xe2\xe3", "broken.jsonl": b'{"id": "1", "text"\n'}


def exchange(url: str, body: bytes) -> Exchange:
    """Give an answer as a server gave it."""
    head = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
    return Exchange(
        url=url,
        final_url=url,
        status=200,
        request=b"GET / HTTP/1.1\r\n\r\n",
        response_head=head.encode(),
        wire_body=body,
        body=body,
        headers=(("Content-Type", "text/html; charset=utf-8"),),
        fetched_at=AT,
    )


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a folder with pages, broken files, lines of JSON and a web archive of the sample press."""
    folder = tmp_path_factory.mktemp("inputs")
    first, *others = load_papers()
    pages = [answer.body for answer in render_site(first).values() if answer.status == 200]
    for number, body in enumerate(pages):
        (folder / f"{number:03d}.html").write_bytes(body)
    for name, bad in BAD.items():
        (folder / name).write_bytes(bad)
    lines = [
        {"id": n, "text": f"LĐLĐ tỉnh tặng Bằng khen cho {n} tập thể.", "published": "2025-05-01"}
        for n in range(200)
    ]
    (folder / "lines.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    writer = ArchiveWriter(folder)
    for paper in others:
        for path, answer in islice(render_site(paper).items(), 0, None, 7):
            if answer.status == 200:
                writer.write(exchange(f"https://{paper.host}{path}", answer.body))
    writer.close()
    return folder


@pytest.mark.slow
def test_extract_prints_the_same_bytes(inputs: Path, capfd: pytest.CaptureFixture[str]) -> None:
    told = []
    for jobs in ("1", "2"):
        assert main(["extract", str(inputs), "--jobs", jobs]) == 1
        told.append(capfd.readouterr())
    assert told[0].out == told[1].out
    assert told[0].err == told[1].err
    assert len(told[0].out.splitlines()) > 220
    assert "pages that are no articles" in told[0].err


@pytest.mark.slow
def test_import_and_reextract_store_the_same_in_the_same_order(
    inputs: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    found = []
    for jobs in ("1", "2"):
        db = tmp_path / f"{jobs}.db"
        assert main(["import", str(inputs), "--db", str(db), "--no-extract", "--jobs", jobs]) == 1
        assert main(["reextract", "--db", str(db), "--jobs", jobs, "--diff"]) == 0
        told = capfd.readouterr()
        with open_store(db, read_only=True) as store:
            ids = [
                store.db.execute(f"SELECT id FROM {table} ORDER BY rowid").fetchall()
                for table in ("articles", "figures", "awards", "campaign_mentions")
            ]
            found.append((hash_content(store.db), ids, told.out, told.err))
    assert found[0] == found[1]
    assert all(len(rows) > 50 for rows in found[0][1])


@pytest.mark.slow
@pytest.mark.parametrize("again", [[], ["--from-archive"]], ids=["texts", "pages"])
def test_reextract_changes_nothing_that_import_stored(
    inputs: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str], again: list[str]
) -> None:
    archive = str(next(inputs.glob("*.warc.gz")))
    db = ["--db", str(tmp_path / "union.db")]
    assert main(["-q", "import", archive, "--jobs", "2", *db]) == 0
    with open_store(Path(db[1]), read_only=True) as store:
        before = hash_content(store.db)
    assert main(["reextract", "--jobs", "2", *again, *db]) == 0
    with open_store(Path(db[1]), read_only=True) as store:
        assert hash_content(store.db) == before
    assert capfd.readouterr().err.splitlines()[-1].endswith("articles: no change")


def test_hosts_are_taken_from_an_archive_alone_where_they_are_asked_for(
    inputs: Path, tmp_path: Path
) -> None:
    host = load_papers()[1].host
    archive = str(next(inputs.glob("*.warc.gz")))
    db = tmp_path / "one.db"
    assert main(["-q", "import", archive, "--db", str(db), "--no-extract", "--host", host]) == 0
    with open_store(db, read_only=True) as store:
        urls = [url for (url,) in store.db.execute("SELECT canonical FROM urls")]
    assert urls
    assert all(host.removeprefix("www.") in url for url in urls)


def test_jobs_below_one_are_misuse(inputs: Path) -> None:
    assert main(["extract", str(inputs), "--jobs", "0"]) == 2
