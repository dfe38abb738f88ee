from pathlib import Path

import pytest

from pipeline.cli import main


def test_the_demo_shows_the_facts_and_runs_twice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "bản thử của tôi"
    for _ in range(2):
        assert main(["--lang", "vi", "demo", "--dir", str(folder)]) == 0
        out = capsys.readouterr().out
        for heading in ("Nguồn", "Chiến dịch", "Khen thưởng", "Số liệu"):
            assert heading in out
        assert out.count("    ") >= 10
        assert str(folder / "thidua.db") in out
        assert "\x1b" not in out
    assert [path.name for path in folder.glob("*.db")] == ["thidua.db"]


def test_the_demo_refuses_a_folder_with_another_database(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "other.db").write_bytes(b"")
    assert main(["demo", "--dir", str(tmp_path)]) == 2
    assert "other.db" in capsys.readouterr().err
