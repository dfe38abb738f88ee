import re
from pathlib import Path

import pytest

from pipeline.cli import main

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_a_pdf_is_printed_by_the_installed_browser(
    demo: Path, browser_path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("THIDUA_CHROMIUM", browser_path)
    out = tmp_path / "bao-cao.pdf"
    assert main(["report", "--for", "pdf", "--db", str(demo / "thidua.db"), "--out", str(out)]) == 0
    pdf = out.read_bytes()
    assert pdf.startswith(b"%PDF-")
    assert 1 <= len(re.findall(rb"/Type /Page\b", pdf)) <= 12
