"""Print a page to PDF with an installed Chromium."""

import os
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.errors import PipelineError

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
WAIT_S = 120


class NoBrowserError(PipelineError):
    """No Chromium is installed, or it could not print."""


def find_browser() -> Path:
    """Give the browser of THIDUA_CHROMIUM, else the first that is installed; raise `NoBrowserError`."""
    named = os.environ.get("THIDUA_CHROMIUM")
    found = named or next((path for path in map(shutil.which, BROWSERS) if path), None)
    if found is None or not Path(found).exists():
        raise NoBrowserError(
            f"no Chromium found{f' at {named}' if named else ''}",
            "PDF is printed by an installed browser",
            "install chromium, name it in THIDUA_CHROMIUM, or use --for html and print from a browser",
        )
    return Path(found)


def print_pdf(page: str) -> bytes:
    """Give the PDF of a self-contained page; the browser is let on no network."""
    browser = find_browser()
    with TemporaryDirectory(prefix="thidua-pdf-") as folder:
        source, target = Path(folder) / "trang.html", Path(folder) / "trang.pdf"
        source.write_text(page, encoding="utf-8")
        command = [
            str(browser),
            "--headless=new",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            f"--user-data-dir={folder}/profile",
            "--no-pdf-header-footer",
            f"--print-to-pdf={target}",
            source.as_uri(),
        ]
        if os.geteuid() == 0:
            # Chromium refuses its sandbox to root, as in a container; the page is ours and holds no script.
            command.insert(1, "--no-sandbox")
        try:
            done = subprocess.run(command, capture_output=True, timeout=WAIT_S, check=False)
        except subprocess.TimeoutExpired as err:
            raise NoBrowserError(f"{browser}: no PDF within {WAIT_S} s") from err
        if done.returncode or not target.exists():
            said = done.stderr.decode(errors="replace").strip().splitlines()
            raise NoBrowserError(f"{browser}: exit {done.returncode}", said[-1] if said else "")
        return target.read_bytes()
