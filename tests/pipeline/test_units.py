from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.errors import MisuseError
from pipeline.units import render_cron, render_units


def test_units_name_the_database_and_take_75_for_success() -> None:
    text = render_units(Path("/srv/thi dua/100%.db"))
    assert '--db "/srv/thi dua/100%%.db"' in text
    assert "SuccessExitStatus=75" in text
    assert "OnCalendar=*-*-* 02:05:00 Asia/Ho_Chi_Minh" in text


def test_cron_lines_quote_what_cron_would_cut() -> None:
    lines = render_cron(Path("/srv/thi dua/100%.db")).splitlines()
    assert lines[0].startswith("5 2 * * *  ")
    assert "'/srv/thi dua/100\\%.db'" in lines[0]


def test_a_control_character_is_refused() -> None:
    with pytest.raises(MisuseError):
        render_units(Path("/srv/a\nExecStart=b.db"))


@pytest.mark.parametrize("args", [["systemd", "print"], ["systemd", "print", "--cron"]])
def test_systemd_print(args: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*args, "--db", "union.db"]) == 0
    assert "harvest --db" in capsys.readouterr().out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    assert "_THIDUA_COMPLETE" in capsys.readouterr().out
