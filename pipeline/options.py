"""Options that several commands share, each with one meaning."""

from collections.abc import Callable
from os import PathLike
from pathlib import Path
from typing import Any, TypeVar

import click

# Any: click decorates functions of every signature.
F = TypeVar("F", bound=Callable[..., Any])


def db_option(function: F) -> F:
    """Add `--db FILE`; the value is None where it is not given, see `choose_db`."""
    return click.option(
        "--db",
        "db",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Database. Default: THIDUA_DB, then the configuration, then thidua.db here.",
    )(function)


def json_option(function: F) -> F:
    """Add `--json`."""
    return click.option(
        "--json", "as_json", is_flag=True, help="One JSON document instead of a table."
    )(function)


def source_option(function: F) -> F:
    """Add `--source SLUG|auto`."""
    return click.option(
        "--source",
        default="auto",
        show_default=True,
        metavar="SLUG|auto",
        help="Source whose layout reads the pages; auto finds it from the page.",
    )(function)


def jobs_option(function: F) -> F:
    """Add `--jobs N`."""
    return click.option(
        "--jobs",
        type=click.IntRange(1, 512),
        default=1,
        show_default=True,
        metavar="N",
        help="Processes that read and extract; the output is the same for each number.",
    )(function)


def hosts_option(function: F) -> F:
    """Add `--host HOST`, which may be given again, and `--known-hosts`; see `choose_hosts`."""
    function = click.option(
        "--known-hosts", is_flag=True, help="Of web archives take the hosts of known sources only."
    )(function)
    return click.option(
        "--host",
        "hosts",
        multiple=True,
        metavar="HOST",
        help="Of web archives take this host only; may be given again.",
    )(function)


def paths_argument(*, required: bool, dash: bool = False, urls: bool = False) -> Callable[[F], F]:
    """Add PATH… that must exist; with `dash`, "-" is the standard input; with `urls`, addresses go too, as `str`."""
    return click.argument(
        "paths",
        nargs=-1,
        required=required,
        metavar="PATH..." if required else "[PATH...]",
        type=_InputPath(exists=True, allow_dash=dash, path_type=Path)
        if urls
        else click.Path(exists=True, allow_dash=dash, path_type=Path),
    )


class _InputPath(click.Path):
    """A path that exists, or an address such as s3://bucket/file, which only a cluster's worker opens."""

    def convert(
        self,
        value: str | PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> str | bytes | PathLike[str]:
        """Give a `Path`, or the address as it is."""
        if "://" in str(value):
            return str(value)
        return super().convert(value, param, ctx)
