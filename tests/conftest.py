"""What all tests share: no network but loopback, and the folder of shared reference data."""

from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from pytest_socket import socket_allow_hosts

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"


@pytest.fixture(autouse=True)
def _refuse_the_network() -> None:
    socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)


@pytest.fixture
def shared() -> Path:
    """Give the folder of shared reference data; skip where it is absent, as in a fresh clone."""
    if not SHARED.is_dir():
        pytest.skip("the folder `shared` does not lie beside the project")
    return SHARED


@pytest.fixture(scope="session")
def demo_run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Give the folder of one run of the demo and what it printed; whoever changes it takes a copy.

    Tests that ask for it belong to the xdist group `browser`, so that it is made once.
    """
    from pipeline.cli import main

    folder = tmp_path_factory.mktemp("bản thử của tôi")
    printed = StringIO()
    with redirect_stdout(printed):
        assert main(["--lang", "vi", "demo", "--dir", str(folder)]) == 0
    return folder, printed.getvalue()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long, so that no worker is left alone with it at the end."""
    items.sort(key=lambda item: not any(item.iter_markers(name="slow")))
