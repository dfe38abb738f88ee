import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.cli import SECTIONS, main, thidua

HEAVY = ("spacy", "underthesea", "bs4", "sqlite_utils")
VERBS = [verb for verbs in SECTIONS.values() for verb in verbs]


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom pipeline.cli import main\ncode = main(['--help'])\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], code, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[] 0"
    assert all(f"  {verb} " in done.stdout for verb in VERBS)


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_has_help_and_an_example(
    verb: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([verb, "--help"]) == 0
    assert f"thidua {verb}" in capsys.readouterr().out.split("\n", 1)[1]


def test_an_unknown_option_is_misuse_and_names_the_nearest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["search", "quà", "--jsn"]) == 2
    assert "--json" in capsys.readouterr().err


def test_an_unknown_verb_is_misuse_and_names_the_nearest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["serach", "quà"]) == 2
    assert "'search'" in capsys.readouterr().err


def test_a_missing_path_is_misuse(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["parse", str(tmp_path / "ghost.html")]) == 2
    err = capsys.readouterr().err
    assert "ghost.html" in err
    assert "next: thidua parse --help" in err


@pytest.mark.parametrize("verb", ["search", "show", "status"])
def test_a_reading_command_makes_no_database(
    verb: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    db = tmp_path / "typo.db"
    words = [] if verb == "status" else ["quà"]
    assert main([verb, *words, "--db", str(db)]) == 2
    assert not db.exists()
    assert f"thidua init --db {db}" in capsys.readouterr().err


def test_no_verb_gives_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert "Every day:" in capsys.readouterr().out


def test_the_group_is_called_thidua() -> None:
    assert thidua.name == "thidua"
