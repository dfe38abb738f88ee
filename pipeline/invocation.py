"""What was said before the verb: configuration file, noise, log format, language."""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

if TYPE_CHECKING:
    from pipeline.settings import Settings

Lang = Literal["vi", "en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Invocation:
    """The options of the whole program for one call."""

    config: Path | None = None
    """The file after `--config`. None where the usual places are to be searched."""
    noise: int = 0
    """-1 after `-q`, 1 after `-v`, 2 after `-vv`."""
    log_format: Literal["text", "json"] = "text"
    """How log lines look."""
    lang: Lang | None = None
    """The language of people's output. None where the environment is to decide."""

    def load_settings(self) -> "Settings":
        """Read the configuration in the documented order; raise `ConfigError` where it is wrong."""
        from pipeline.settings import load_settings

        return load_settings(self.config)

    def choose_lang(self) -> Lang:
        """Give the language: the option, then the locale; English where neither says Vietnamese."""
        if self.lang is not None:
            return self.lang
        for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
            value = os.environ.get(name)
            if value:
                return "vi" if value.lower().startswith("vi") else "en"
        return "en"

    def shows_progress(self) -> bool:
        """Say whether progress may be drawn: a terminal that can, and no `-q`."""
        return self.noise >= 0 and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    def is_chatty(self) -> bool:
        """Say whether a summary of a success is wanted: on a terminal or after `-v`, never after `-q`."""
        return self.noise > 0 or (self.noise == 0 and sys.stderr.isatty())

    def report(self, line: str) -> None:
        """Print a line about the work itself on stderr, after `-v`."""
        if self.noise > 0:
            click.echo(line, err=True)
