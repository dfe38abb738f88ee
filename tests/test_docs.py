"""The README: its tables equal what the code renders, and every command in it runs."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.readme import RENDERERS, render_readme

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BLOCK = re.compile(r"^```(sh|toml|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
THIDUA = Path(sys.executable).with_name("thidua")
SETUP = "requirements"
PAGE = """<!doctype html><html lang="vi"><head><meta charset="utf-8">
<title>Công đoàn Bến Lức trao quà</title>
<meta property="article:published_time" content="2026-05-04T08:00:00+07:00"></head><body>
<nav><a href="/">Trang chủ</a></nav><article><h1>Công đoàn Bến Lức trao 120 suất quà cho đoàn viên khó khăn</h1>
<p class="sapo">Hưởng ứng Tháng Công nhân, sáng 4/5, Công đoàn phường Bến Lức tổ chức trao quà cho công nhân.</p>
<p>Bà Lê Thị Mận, Chủ tịch Công đoàn phường, cho biết năm nay đơn vị trao 120 suất quà, mỗi suất 500.000 đồng, cho
đoàn viên có hoàn cảnh khó khăn tại 14 công đoàn cơ sở, trong đó 8 công đoàn cơ sở thuộc khu vực doanh nghiệp.</p>
<p>Dịp này, LĐLĐ tỉnh tặng Bằng khen cho 2 tập thể và 5 cá nhân có nhiều đóng góp cho phong trào
“Lao động giỏi, lao động sáng tạo”. Công đoàn phường cũng phát động thi đua 60 ngày cao điểm, ký kết 3 bản thoả ước
lao động tập thể và vận động mỗi đoàn viên góp một ngày lương ủng hộ Quỹ vì công nhân nghèo của phường.</p>
</article><footer>Điện thoại 0272 3872 111</footer></body></html>"""


def blocks(language: str) -> list[str]:
    """Give the code blocks of the README in a language, in order."""
    return [m[2] for m in BLOCK.finditer(README) if m[1] == language]


def commands() -> list[str]:
    """Give every command line of the README but the two that set up."""
    lines = [line for block in blocks("sh") for line in block.splitlines()]
    return [line for line in lines if line.strip() and SETUP not in line]


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make the folder that the README's examples speak of."""
    folder = tmp_path_factory.mktemp("Chỗ làm việc")
    (folder / "trang-da-luu").mkdir()
    (folder / "trang-da-luu" / "trang.html").write_text(PAGE, "utf-8")
    (folder / "bai.jsonl").write_text('{"id": "1", "text": "Trao 12 suất quà."}\n', "utf-8")
    (folder / "thidua.toml").write_text("\n".join(blocks("toml")), "utf-8")
    run("thidua demo", folder)
    return folder


def run(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run one command line of the README with the installed command, in a folder."""
    words = [str(THIDUA) if word == "thidua" else word for word in shlex.split(line, comments=True)]
    done = subprocess.run(
        words,
        cwd=folder,
        capture_output=True,
        text=True,
        timeout=240,
        env={**os.environ, "THIDUA_LANG": "vi"},
        check=False,
    )
    wanted = re.search(r"# exit (\d+)", line)
    code = int(wanted[1]) if wanted else 0
    assert done.returncode == code, f"{line}\n{done.stdout}\n{done.stderr}"
    return done


@pytest.mark.parametrize("name", sorted(RENDERERS))
def test_every_rendered_part_stands_in_the_readme(name: str) -> None:
    assert f"<!-- {name}:begin -->" in README


def test_the_tables_equal_what_the_code_renders() -> None:
    assert render_readme(README) == README, "run: python -m pipeline.readme"


def test_an_empty_part_is_filled_and_other_text_stays() -> None:
    empty = "before\n<!-- glossary:begin -->\n<!-- glossary:end -->\nafter\n"
    filled = render_readme(empty)
    assert filled.startswith("before\n<!-- glossary:begin -->\n| identifier |")
    assert filled.endswith(" |\n<!-- glossary:end -->\nafter\n")
    assert render_readme(filled) == filled


@pytest.mark.slow
@pytest.mark.skipif(not THIDUA.exists(), reason="the command is not installed beside this Python")
def test_every_command_of_the_readme_runs(workplace: Path) -> None:
    for line in commands():
        run(line, workplace)


def test_every_python_example_of_the_readme_runs(workplace: Path) -> None:
    for block in blocks("python"):
        done = subprocess.run(
            [sys.executable, "-c", block],
            cwd=workplace,
            capture_output=True,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=False,
        )
        assert done.returncode == 0, f"{block}\n{done.stderr}"


@pytest.mark.skipif(
    os.environ.get("THIDUA_SETUP_TEST") != "required",
    reason="installs everything anew from the package index; set THIDUA_SETUP_TEST=required",
)
def test_the_first_command_works_twice_in_a_folder_with_blanks(tmp_path: Path) -> None:
    folder = tmp_path / "thư mục mới"
    shutil.copytree(
        ROOT, folder, ignore=shutil.ignore_patterns(".git", ".venv*", "*.db", "__pycache__")
    )
    first = next(line for block in blocks("sh") for line in block.splitlines() if SETUP in line)
    for _ in range(2):
        done = subprocess.run(
            ["bash", "-c", first], cwd=folder, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
