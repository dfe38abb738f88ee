"""Kill a harvest at random points and check that nothing is lost: `python -m tests.kill_points --points 100`.

A press of some hundred pages is harvested once undisturbed. Then a harvest of the same press is killed again
and again (SIGKILL, and every fourth time SIGTERM) after a few requests and a random pause. After each kill the
database is whole, every foreign key holds, every mention stands at its offsets, and every record that the
database points to is readable in the archive. A last run goes to the end: its content hash equals that of the
undisturbed run, no article is missing or doubled, and there was at most one request more for each kill.
"""

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from corpus.press.generate import generate_papers
from corpus.press.records import Paper
from pipeline.content_hash import hash_content
from pipeline.exchanges import ref_of_row
from pipeline.layer_rows import WORDED_TABLES
from pipeline.press_server import PaperServer
from pipeline.rows import MENTION_TABLES
from pipeline.store import Store, open_store
from scrapers.archive import read_record
from scrapers.archive_check import check_archive

ROOT = Path(__file__).resolve().parents[1]


@dataclass(slots=True)
class Tally:
    """What the kills showed."""

    kills: int = 0
    early: int = 0
    checked_records: int = 0
    checked_mentions: int = 0


def main(argv: list[str] | None = None) -> int:
    """Run the kills; give 0 where nothing was lost."""
    parser = argparse.ArgumentParser(description="Kill a harvest at random points.")
    parser.add_argument("--points", type=int, default=100)
    parser.add_argument("--articles", type=int, default=240)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-extract", action="store_true")
    options = parser.parse_args(argv)
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        problems, line = kill_and_compare(Path(folder), options)
    lines = [f"{line}, {time.monotonic() - started:.0f} s"]
    lines += [f"FAILED: {problem}" for problem in problems]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if problems else 0


def kill_and_compare(folder: Path, options: argparse.Namespace) -> tuple[list[str], str]:
    """Give what went wrong, and the line that says what was done."""
    paper = generate_papers(options.articles * 4, options.seed)[0]
    server = PaperServer(paper)
    server.start()
    undisturbed, killed = folder / "undisturbed.db", folder / "killed.db"
    config = write_config(folder, server)
    try:
        run_to_end(command(config, undisturbed, options))
        expected = server.asked.total()
        server.asked.clear()
        tally, problems = kill_often(server, config, killed, options, expected)
        run_to_end(command(config, killed, options))
        asked = server.asked.total()
    finally:
        server.stop()
    problems += compare(undisturbed, killed, paper)
    if asked > expected + tally.kills:
        problems.append(f"{asked} requests, {expected} undisturbed and {tally.kills} kills")
    if tally.kills < options.points:
        problems.append(f"only {tally.kills} of {options.points} kills hit a running harvest")
    return problems, (
        f"{tally.kills} kills, {len(paper.articles)} articles, {expected} requests undisturbed, "
        f"{asked} with kills, {tally.checked_records} records and {tally.checked_mentions} mentions checked"
    )


def kill_often(
    server: PaperServer, config: Path, db: Path, options: argparse.Namespace, expected: int
) -> tuple[Tally, list[str]]:
    """Kill until there were enough kills or the harvest came to its end."""
    chance, tally = random.Random(options.seed), Tally()
    problems: list[str] = []
    seen: set[str] = set()
    while tally.kills < options.points and not problems:
        child = subprocess.Popen(command(config, db, options), cwd=ROOT, stderr=subprocess.DEVNULL)
        # Spread over the whole harvest: what is left of it, by the kills that are left. A page or two more get
        # through in the pause before each kill.
        kills_left = options.points - tally.kills
        left = max(0, expected - len(seen) - 3 * kills_left)
        stop_at = server.asked.total() + chance.randint(0, min(left, 2 * left // kills_left))
        while child.poll() is None and server.asked.total() < stop_at:
            time.sleep(0.001)
        time.sleep(chance.random() * (0.02 if stop_at > 0 else 0.6))
        number = signal.SIGTERM if tally.kills % 4 == 3 else signal.SIGKILL
        if child.poll() is None:
            child.send_signal(number)
            child.wait(60)
            tally.kills += 1
        elif child.returncode == 0:
            return tally, problems
        problems += check_whole(db, seen, tally)
    return tally, problems


def check_whole(db: Path, seen: set[str], tally: Tally) -> list[str]:
    """Give what a kill left broken."""
    if not db.exists():
        tally.early += 1
        return []
    problems: list[str] = []
    with open_store(db) as store:
        if store.db.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            problems.append("integrity_check")
        if store.db.execute("PRAGMA foreign_key_check").fetchall():
            problems.append("foreign_key_check")
        problems += check_offsets(store, tally)
        for row in store.db.query("SELECT * FROM records"):
            if row["record_id"] not in seen:
                seen.add(row["record_id"])
                read_record(db.with_name(f"{db.stem}-archive"), ref_of_row(row))
                tally.checked_records += 1
    return problems


def check_offsets(store: Store, tally: Tally) -> list[str]:
    """Give the mentions that do not stand where they say."""
    problems = []
    for table in (*MENTION_TABLES, *WORDED_TABLES):
        rows = store.db.execute(
            f'SELECT m.id, m.text = substr(a.text, m."start" + 1, m."end" - m."start") '
            f"FROM {table} m JOIN articles a ON a.id = m.article_id"
        ).fetchall()
        tally.checked_mentions += len(rows)
        problems += [f"{table} {row[0]} is not at its offsets" for row in rows if not row[1]]
    return problems


def compare(undisturbed: Path, killed: Path, paper: Paper) -> list[str]:
    """Give what differs between the two databases at the end."""
    problems = []
    with (
        open_store(undisturbed, read_only=True) as one,
        open_store(killed, read_only=True) as two,
    ):
        if hash_content(one.db) != hash_content(two.db):
            problems.append("the content hashes differ")
        count = two.db.execute("SELECT count(*), count(DISTINCT title) FROM articles").fetchone()
        if count[0] != len(paper.articles):
            problems.append(f"{count[0]} articles, {len(paper.articles)} were published")
        refs = [ref_of_row(row) for row in two.db.query("SELECT * FROM records")]
    archive = killed.with_name(f"{killed.stem}-archive")
    damages = check_archive(sorted(archive.glob("*.warc.gz")), refs=refs)
    return problems + [
        f"archive: {damage.kind} {damage.file} {damage.reason}" for damage in damages
    ]


def write_config(folder: Path, server: PaperServer) -> Path:
    """Write a configuration that sends the paper's source to the server."""
    paper = server.paper
    sections = ", ".join(f'"{section.path}"' for section in paper.sections)
    feeds = ", ".join(f'"{feed}"' for feed in paper.feeds)
    path = folder / "thidua.toml"
    path.write_text(
        f'[harvest]\nhosts_at_once = 1\n[sources.{paper.slug}]\nbase_url = "{server.base_url}"\n'
        f'[[source]]\nslug = "{paper.slug}"\nhome = "{paper.home}"\nplatform = "{paper.platform}"\n'
        f"feeds = [{feeds}]\nsections = [{sections}]\n",
        encoding="utf-8",
    )
    return path


def command(config: Path, db: Path, options: argparse.Namespace) -> list[str]:
    """Give the command line of one harvest."""
    words = [
        sys.executable,
        "-m",
        "pipeline.cli",
        "--config",
        str(config),
        "harvest",
        "--db",
        str(db),
    ]
    return [*words, *(["--no-extract"] if options.no_extract else [])]


def run_to_end(words: list[str]) -> None:
    """Run a harvest undisturbed."""
    subprocess.run(words, cwd=ROOT, check=True)


if __name__ == "__main__":
    sys.exit(main())
