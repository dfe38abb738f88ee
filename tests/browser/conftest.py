"""A real Chromium, found where the system has it; absent, the tests are skipped, or fail where they are required."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.cli import main
from tests.site_store import HOSTILE, TEXTS, make_store

REQUIRED = os.environ.get("THIDUA_BROWSER_TESTS") == "required"


def missing(reason: str) -> None:
    if REQUIRED:
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser_path() -> str:
    found = os.environ.get("THIDUA_CHROMIUM") or shutil.which("chromium")
    if not found:
        missing("no chromium is installed")
    return str(found)


@pytest.fixture(scope="session")
def browser(browser_path: str) -> Iterator[object]:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        missing("playwright is not installed")
    with sync_playwright() as player:
        # No sandbox: in a container its name spaces are refused; the pages are our own.
        made = player.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture(scope="session")
def demo(demo_run: tuple[Path, str]) -> Path:
    """Give the folder of the sample press, harvested and built into pages and a report."""
    folder, _ = demo_run
    db = str(folder / "thidua.db")
    for name in ("Tết Sum vầy", "Mái ấm Công đoàn"):
        assert main(["topics", "add", name, "--db", db]) == 0
    assert main(["site", "build", "--db", db, "--out", str(folder / "trang")]) == 0
    assert main(["report", "--db", db, "--out", str(folder / "bao-cao.html")]) == 0
    return folder


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with a site of no article, `khong`, and one of a single one, `mot`."""
    folder = tmp_path_factory.mktemp("small")
    for name, texts in (("khong", ()), ("mot", TEXTS[:1])):
        db = make_store(folder / f"{name}.db", texts)
        assert main(["site", "build", "--db", str(db), "--out", str(folder / name)]) == 0
    return folder


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a site of texts that were written to do harm."""
    folder = tmp_path_factory.mktemp("hostile")
    db = make_store(folder / "a.db", HOSTILE)
    assert (
        main(["site", "build", "--db", str(db), "--out", str(folder / "trang"), "--full-text"]) == 0
    )
    return folder / "trang"
