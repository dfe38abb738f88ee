"""The house rules that a machine can check."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ROOMS = ("pipeline", "corpus", "scrapers", "extractors")
IO = {"requests", "socket", "sqlite3", "sqlite_utils", "subprocess", "urllib3"}
NETWORK = {"requests", "urllib3", "socket", "http"}
VAGUE_NAMES = {"utils", "helpers", "common", "misc"}
TOP_LEVEL = {*ROOMS, "tests", "pyproject.toml", "README.md", ".ci", ".gitignore"}


def modules(room: str) -> list[Path]:
    return sorted((ROOT / room).rglob("*.py"))


def imported(path: Path) -> set[str]:
    """Give the top-level names that a file imports, at its top or inside a function."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.split(".")[0])
    return names


def swallows_all(path: Path) -> bool:
    """Say whether a handler takes every exception; one that raises again at its end only cleans up."""
    return any(
        (
            handler.type is None
            or (
                isinstance(handler.type, ast.Name)
                and handler.type.id in {"Exception", "BaseException"}
            )
        )
        and not (isinstance(handler.body[-1], ast.Raise) and handler.body[-1].exc is None)
        for handler in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(handler, ast.ExceptHandler)
    )


@pytest.mark.parametrize("room", ROOMS)
def test_room_imports_only_rooms_to_its_right(room: str) -> None:
    barred = set(ROOMS[: ROOMS.index(room)]) | (IO if room == "extractors" else set())
    for path in modules(room):
        assert imported(path) & barred == set(), path


def test_only_fetch_touches_the_network() -> None:
    for room in ("corpus", "scrapers", "extractors"):
        for path in modules(room):
            if path != ROOT / "scrapers" / "fetch.py":
                assert imported(path) & (NETWORK - {"http"}) == set(), path


def test_only_the_archive_knows_the_warc_library() -> None:
    # These turn exchanges into records in memory and back; `archive` alone opens the files.
    allowed = {ROOT / "scrapers" / name for name in ("stored_records.py", "warc_records.py")}
    for room in ROOMS:
        for path in modules(room):
            if path not in allowed:
                assert "warcio" not in imported(path), path


def test_exception_is_caught_at_the_edge_of_a_source_alone() -> None:
    allowed = {ROOT / "pipeline" / "run.py"}
    found = {path for room in ROOMS for path in modules(room) if swallows_all(path)}
    assert found <= allowed


@pytest.mark.parametrize("room", [*ROOMS, "tests"])
def test_a_file_is_named_after_its_concept(room: str) -> None:
    assert [path for path in modules(room) if path.stem in VAGUE_NAMES] == []


def code_lines(tree: ast.Module) -> int:
    """Give the lines of functions and classes; data beside them may be longer."""
    kinds = (ast.FunctionDef, ast.ClassDef)
    return sum((n.end_lineno or n.lineno) - n.lineno + 1 for n in tree.body if isinstance(n, kinds))


@pytest.mark.parametrize("room", ROOMS)
def test_no_module_grows_beyond_the_stop(room: str) -> None:
    sizes = {path: code_lines(ast.parse(path.read_text("utf-8"))) for path in modules(room)}
    assert {path: size for path, size in sizes.items() if size > 400} == {}


@pytest.mark.parametrize("room", ROOMS)
def test_no_function_grows_beyond_the_stop(room: str) -> None:
    long = {
        (path.name, node.name): (node.end_lineno or 0) - node.lineno + 1
        for path in modules(room)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno + 1 > 60
    }
    assert long == {}


def test_no_relative_import() -> None:
    for room in ROOMS:
        for path in modules(room):
            nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            assert not any(isinstance(n, ast.ImportFrom) and n.level for n in nodes), path


def test_tests_hold_no_packages() -> None:
    assert list((ROOT / "tests").rglob("__init__.py")) == []


def test_every_room_says_what_it_is_for_and_re_exports_nothing() -> None:
    for room in ROOMS:
        tree = ast.parse((ROOT / room / "__init__.py").read_text(encoding="utf-8"))
        assert ast.get_docstring(tree), room
        assert len(tree.body) == 1, room


def test_the_top_level_is_fixed() -> None:
    tracked = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    known = {name for name in TOP_LEVEL if not name.startswith(".")}
    made = {"build", "dist", "thidua-demo", "thidua.egg-info"}
    extra = {name for name in tracked - known - made if not name.startswith("requirements")}
    assert {name for name in extra if not name.endswith((".db", ".db-wal", ".db-shm"))} == set()
