"""Serve the database with Datasette: read-only, to this machine alone unless told otherwise."""

import json
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pipeline.datasette_config import make_metadata
from pipeline.errors import MisuseError, PipelineError
from pipeline.store import check_ours

if TYPE_CHECKING:
    from datasette.app import Datasette  # type: ignore[import-untyped]  # no types there

LOOPBACK = ("127.0.0.1", "::1", "localhost")
PLUGINS = Path(__file__).parent / "datasette_plugins"
SETTINGS = {
    "default_page_size": 50,
    "sql_time_limit_ms": 3000,
    "facet_time_limit_ms": 1000,
    "allow_download": False,
    "suggest_facets": True,
    "max_returned_rows": 2000,
}


class NoDatasetteError(PipelineError):
    """The extra `web` is not installed."""


def make_app(db: Path) -> "Datasette":
    """Give the application over one database, opened read-only but not as immutable, so that new rows are seen."""
    if find_spec("datasette") is None:
        raise NoDatasetteError(
            "datasette is not installed",
            "serve needs the extra web",
            "pip install 'thidua[web]', or build pages with thidua site build",
        )
    from datasette.app import Datasette

    check_ours(db)
    return Datasette(
        [str(db)],
        metadata=make_metadata(db.stem),
        plugins_dir=str(PLUGINS),
        settings=dict(SETTINGS),
    )


def serve(db: Path, *, host: str, port: int, public: bool) -> None:
    """Serve until stopped; a host other than this machine's own needs `public`."""
    if host not in LOOPBACK and not public:
        raise MisuseError(
            f"{host}: not this machine alone",
            "whoever reaches the address could read every text and name in the database",
            "add --public, behind a proxy that asks who it is",
        )
    make_app(db)
    from datasette.cli import cli  # type: ignore[import-untyped]  # no types there

    with TemporaryDirectory(prefix="thidua-serve-") as folder:
        metadata = Path(folder) / "metadata.json"
        metadata.write_text(
            json.dumps(make_metadata(db.stem), ensure_ascii=False), encoding="utf-8"
        )
        arguments = ["serve", str(db), "--host", host, "--port", str(port)]
        arguments += ["--metadata", str(metadata), "--plugins-dir", str(PLUGINS)]
        for name, value in SETTINGS.items():
            arguments += ["--setting", name, str(value).lower()]
        cli.main(args=arguments, prog_name="datasette", standalone_mode=False)
