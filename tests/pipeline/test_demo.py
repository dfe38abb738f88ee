import shutil
from pathlib import Path

import pytest

from pipeline.cli import main


@pytest.mark.xdist_group("browser")
def test_the_demo_shows_the_facts_and_runs_twice(
    demo_run: tuple[Path, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, printed = demo_run
    second = tmp_path / first.name
    shutil.copytree(first, second)
    assert main(["--lang", "vi", "demo", "--dir", str(second)]) == 0
    for out, folder in ((printed, first), (capsys.readouterr().out, second)):
        for heading in ("Nguồn", "Chiến dịch", "Khen thưởng", "Số liệu"):
            assert heading in out
        assert out.count("    ") >= 10
        assert str(folder / "thidua.db") in out
        assert "\x1b" not in out
    assert [path.name for path in second.glob("*.db")] == ["thidua.db"]


def test_the_demo_refuses_a_folder_with_another_database(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "other.db").write_bytes(b"")
    assert main(["demo", "--dir", str(tmp_path)]) == 2
    assert "other.db" in capsys.readouterr().err
