from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.errors import ConfigError
from pipeline.settings import load_settings, load_with_origins, parse_duration


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("THIDUA_DB", "THIDUA_CONFIG", "THIDUA_CONTACT", "THIDUA_PING_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "xdg"))
    (tmp_path / "work" / "inner").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "work" / "inner")


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def db_line(name: str) -> str:
    return f'[store]\ndb = "{name}"\n'


def test_the_documented_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert load_settings().store.db == Path("thidua.db")
    places = [
        write(tmp_path / "xdg" / "thidua" / "thidua.toml", db_line("a.db")),
        write(tmp_path / "work" / "thidua.toml", db_line("b.db")),
        write(tmp_path / "work" / "inner" / "thidua.toml", db_line("c.db")),
        write(tmp_path / "d.toml", db_line("d.db")),
        write(tmp_path / "e.toml", db_line("e.db")),
    ]
    for path in places[:3]:
        path.rename(path.with_suffix(".off"))
    for path in places[:3]:
        path.with_suffix(".off").rename(path)
        assert load_with_origins().path == path
    monkeypatch.setenv("THIDUA_CONFIG", str(places[3]))
    assert load_settings().store.db == tmp_path / "d.db"
    assert load_settings(places[4]).store.db == tmp_path / "e.db"


def test_the_environment_goes_before_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path / "t.toml", db_line("a.db"))
    monkeypatch.setenv("THIDUA_DB", "other.db")
    loaded = load_with_origins(path)
    assert loaded.settings.store.db == Path("other.db")
    assert loaded.origins["store.db"] == "environment THIDUA_DB"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("[harvest]\nmax_tiem = 1", "harvest.max_time", id="misspelled-key"),
        pytest.param("[harvset]\n", "harvest", id="misspelled-section"),
        pytest.param('[sources.laodong]\nbase_ur = "x"', "base_url", id="key-of-a-source"),
        pytest.param('[harvest]\nmax_time = "soon"', "no duration", id="duration"),
        pytest.param('[privacy]\nnames = "some"', "names", id="closed-set"),
        pytest.param('[notify]\nsmtp_password = "x"', "secret", id="secret-in-the-file"),
        pytest.param('[notify]\nping_url = "http://x"', "ping_file", id="secret-address"),
        pytest.param("[store\n", "no TOML", id="broken-toml"),
    ],
)
def test_what_is_wrong_is_refused_with_the_nearest_key(
    tmp_path: Path, text: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write(tmp_path / "t.toml", text)
    with pytest.raises(ConfigError):
        load_settings(path)
    assert main(["--config", str(path), "config", "show"]) == 2
    assert told in capsys.readouterr().err


def test_show_origin(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path / "t.toml", db_line("a.db"))
    assert main(["--config", str(path), "config", "show", "--show-origin"]) == 0
    lines = dict(line.split(" = ", 1) for line in capsys.readouterr().out.splitlines())
    assert lines["store.db"] == f'"{tmp_path / "a.db"}"\tfile {path}'
    assert lines["harvest.hosts_at_once"] == "8\tdefault"


def test_a_secret_is_never_shown(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("THIDUA_PING_URL", "https://ping.example/secret-uuid")
    main(["config", "show"])
    assert "secret-uuid" not in capsys.readouterr().out


def test_path_and_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path / "t.toml", '[[source]]\nslug = "bao"\nhome = "https://bao.example"\n')
    assert main(["--config", str(path), "config", "path"]) == 0
    assert capsys.readouterr().out.strip() == str(path)
    assert main(["--config", str(path), "config", "check"]) == 0
    assert main(["config", "path"]) == 1
    write(path, '[[source]]\nslug = "bao"\nhomme = "https://bao.example"\n')
    assert main(["--config", str(path), "config", "check"]) == 1


@pytest.mark.parametrize(
    ("text", "seconds"), [("45m", 2700), ("26h", 93600), ("2d", 172800), ("9", 9)]
)
def test_parse_duration(text: str, seconds: float) -> None:
    assert parse_duration(text) == seconds
