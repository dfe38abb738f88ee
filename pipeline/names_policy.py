"""Which policy for private persons' names a command follows."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from pipeline.errors import ConfigError

if TYPE_CHECKING:
    from corpus.site.quotes import Names
    from pipeline.settings import Settings

# Any: click decorates functions of every signature.
F = TypeVar("F", bound=Callable[..., Any])


def names_option(function: F) -> F:
    """Add `--names drop|initials|keep`; the value is None where it is not given, see `choose_names`."""
    return click.option(
        "--names",
        type=click.Choice(["drop", "initials", "keep"]),
        help="Names of private persons. Default: privacy.names, else drop.",
    )(function)


def choose_names(settings: "Settings", option: "Names | None") -> "Names":
    """Give the option, else the configuration's; `keep` needs a written reason in the configuration."""
    names = option or settings.privacy.names
    if names == "keep" and not settings.privacy.reason:
        raise ConfigError(
            "names = keep: no reason is given",
            "names of private persons are personal data",
            'set privacy.reason = "…" in thidua.toml, or use drop or initials',
        )
    return names
