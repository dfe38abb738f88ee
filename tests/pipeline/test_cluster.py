"""The work of a cluster: a real scheduler and two worker processes, one of them killed in the middle."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from corpus.press.generate import generate_papers
from pipeline.cli import main
from pipeline.cluster import describe_rules
from pipeline.content_hash import hash_content
from pipeline.partition_schema import SCHEMAS
from pipeline.store import open_store
from scrapers.article_text import article_text
from scrapers.records import Article, ArticleKind

ROOT = Path(__file__).resolve().parents[2]
DASK = Path(sys.executable).with_name("dask")
FILES, LINES = 12, 40
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not DASK.exists(), reason="dask's command is not beside this Python"),
    pytest.mark.xdist_group("cluster"),
]
Start = Callable[..., "subprocess.Popen[bytes]"]


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make files of JSON lines, one with a broken line, from the generated press."""
    folder = tmp_path_factory.mktemp("inputs")
    papers = generate_papers(FILES * LINES, 3)
    articles = [article for paper in papers for article in paper.articles]
    for number in range(FILES):
        lines = []
        for n, written in enumerate(articles[number * LINES : (number + 1) * LINES]):
            article = Article(
                source="generic",
                layout="test",
                kind=ArticleKind.NEWS,
                title=written.title,
                sapo=written.sapo,
                blocks=written.blocks,
            )
            line = {"id": f"{number}-{n}", "text": article_text(article), "title": written.title}
            lines.append(json.dumps(line | {"published": written.published}, ensure_ascii=False))
        if number == 5:
            lines[7] = '{"id": '
        (folder / f"{number:02d}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Start]:
    """Give what starts one of dask's commands; each is ended in the end."""
    running: list[subprocess.Popen[bytes]] = []
    folder = tmp_path_factory.mktemp("dask")

    def run(*words: str) -> "subprocess.Popen[bytes]":
        command = [str(DASK), *words, "--no-dashboard"]
        env = {**os.environ, "PYTHONPATH": str(ROOT)}
        with (folder / f"{len(running)}.log").open("wb") as log:
            running.append(subprocess.Popen(command, cwd=folder, env=env, stdout=log, stderr=log))
        return running[-1]

    yield run
    for process in reversed(running):  # the scheduler last: a worker without one waits for it
        process.terminate()
        try:
            process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@pytest.fixture(scope="module")
def scheduler(start: Start, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Start a scheduler and give its address."""
    path = tmp_path_factory.mktemp("scheduler") / "scheduler.json"
    start("scheduler", "--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(path))
    wait_for(path.exists)
    address: str = json.loads(path.read_text("utf-8"))["address"]
    return address


def wait_for(ready: Callable[[], bool], seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while not ready():
        if time.monotonic() > deadline:
            raise TimeoutError("it did not come")
        time.sleep(0.05)


def start_worker(start: Start, scheduler: str) -> "subprocess.Popen[bytes]":
    return start("worker", scheduler, "--no-nanny", "--nthreads", "1", "--host", "127.0.0.1")


def command(scheduler: str, inputs: Path, out: Path) -> list[str]:
    return ["-v", "extract", str(inputs), "--scheduler", scheduler, "--out", str(out)]


def run_command(words: list[str]) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "pipeline.cli", *words],
        cwd=ROOT, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip


def entries(out: Path) -> dict[str, float]:
    """Give the entries of the manifest with the times of their files."""
    found = sorted((out / "manifest").glob("*.json"))
    return {path.name: path.stat().st_mtime for path in found}


def hash_after_import(paths: Path, db: Path) -> str:
    main(["-q", "import", str(paths), "--db", str(db)])
    with open_store(db, read_only=True) as store:
        return hash_content(store.db)


def test_a_killed_worker_and_a_stopped_job_lose_nothing(
    start: Start, scheduler: str, inputs: Path, tmp_path: Path
) -> None:
    out = tmp_path / "partitions"
    doomed, _other = (start_worker(start, scheduler) for _ in range(2))

    job = run_command(command(scheduler, inputs, out))
    wait_for(lambda: len(entries(out)) >= 3)
    doomed.send_signal(signal.SIGKILL)
    wait_for(lambda: len(entries(out)) >= 5)
    job.send_signal(signal.SIGINT)
    _, told = job.communicate(timeout=60)
    assert job.returncode == 130
    assert "Traceback" not in told
    time.sleep(2)  # what the other worker was at
    before = entries(out)
    assert 5 <= len(before) < FILES

    job = run_command(command(scheduler, inputs, out))
    _, told = job.communicate(timeout=240)
    assert job.returncode == 1, told
    assert "05.jsonl@" in told
    assert f"{FILES} parts, {len(before)} of them done before" in told
    after = entries(out)
    assert len(after) == FILES
    assert {name: after[name] for name in before} == before
    assert not list(out.rglob("*.tmp"))
    assert hash_after_import(out, tmp_path / "far.db") == hash_after_import(
        inputs, tmp_path / "near.db"
    )


def test_partitions_are_tables_of_the_store_and_read_as_they_are(
    scheduler: str, start: Start, inputs: Path, tmp_path: Path
) -> None:
    start_worker(start, scheduler)
    out = tmp_path / "partitions"
    one = inputs / "00.jsonl"
    assert main(command(scheduler, one, out)) == 0
    with open_store(tmp_path / "union.db", create=True) as store:
        columns = {
            table: {column.name for column in store.db.table(table).columns} for table in SCHEMAS
        }
    further = {"articles", "in_ontology", "recipients"}
    for table in ("campaign_mentions", "figures", "awards"):
        read = pq.read_table(out / table)
        assert set(read.column_names) - columns[table] <= further
        assert read.num_rows > 20
    articles = pq.read_table(out / "articles", columns=["id", "text", "title"])
    assert articles.num_rows == LINES
    texts = dict(zip(articles["id"].to_pylist(), articles["text"].to_pylist(), strict=True))
    for row in pq.read_table(out / "figures").to_pylist():
        assert texts[row["article_id"]][row["start"] : row["end"]] == row["text"]


def test_another_job_into_the_same_folder_is_misuse(
    scheduler: str, start: Start, inputs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    start_worker(start, scheduler)
    words = command(scheduler, inputs / "00.jsonl", tmp_path / "out")
    assert main(words) == 0
    assert main([*words, "--source", "generic"]) == 2
    assert "another job" in capsys.readouterr().err


def test_a_worker_with_another_thidua_stops_the_job_before_it_begins(
    scheduler: str,
    start: Start,
    inputs: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    start_worker(start, scheduler)
    # The function goes over by its name: the worker answers with what it has itself.
    monkeypatch.setattr("pipeline.cluster.version", lambda name: "0.0.9")
    describe_rules.cache_clear()
    assert main(command(scheduler, inputs, tmp_path / "out")) == 1
    describe_rules.cache_clear()
    told = capsys.readouterr().err
    assert "not the thidua of this command" in told
    assert not entries(tmp_path / "out")


def test_no_scheduler_is_told(inputs: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                              capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    monkeypatch.setattr("pipeline.cluster.CONNECT_S", 1)
    assert main(command("tcp://127.0.0.1:9", inputs, tmp_path / "out")) == 1
    assert "no scheduler answers" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["--scheduler", "tcp://127.0.0.1:9"], id="no-out"),
        pytest.param(["--out", "folder"], id="no-scheduler"),
        pytest.param(["--scheduler", "tcp://a:1", "--out", "b", "--jobs", "2"], id="jobs-too"),
    ],
)
def test_options_that_do_not_go_together(inputs: Path, words: list[str]) -> None:
    assert main(["extract", str(inputs), *words]) == 2


def test_an_address_needs_a_cluster(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "s3://bucket/a.jsonl"]) == 2
    assert "--scheduler" in capsys.readouterr().err
