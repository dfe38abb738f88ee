"""The command `thidua`: find the verb, run it, turn what it raises into a block and an exit code."""

import importlib
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import FrameType
from typing import Literal

import click

from corpus.errors import CorpusError
from extractors.errors import ExtractError
from pipeline.errors import EXIT_FAILED, EXIT_SIGINT, PipelineError, StoppedError
from pipeline.invocation import Invocation
from scrapers.errors import ScrapeError

SECTIONS: dict[str, tuple[str, ...]] = {
    "Every day": (
        "demo",
        "harvest",
        "import",
        "extract",
        "parse",
        "search",
        "show",
        "digest",
        "report",
        "site",
        "topics",
        "serve",
        "view",
    ),
    "Sources": ("sources", "backfill", "reextract"),
    "Review": ("review",),
    "Data sets": (
        "explain",
        "stats",
        "export",
        "release",
        "evaluate",
        "agreement",
        "compare",
        "train",
    ),
    "Upkeep": (
        "init",
        "status",
        "doctor",
        "runs",
        "db",
        "config",
        "forget",
        "systemd",
        "completion",
    ),
}
"""The verbs in the order of the help; each is `command` of `pipeline.commands.<verb>`."""


class LazyGroup(click.Group):
    """A group whose commands are imported when they are asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give every verb in the order of the help."""
        return [verb for verbs in SECTIONS.values() for verb in verbs]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a verb; None where there is no such verb."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command = importlib.import_module(f"pipeline.commands.{module_name(cmd_name)}").command
        if not isinstance(command, click.Command):
            raise TypeError(f"pipeline.commands.{cmd_name}.command is no click command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Resolve as click does, and name the nearest verb where none fits."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as err:
            raise click.NoSuchCommand(
                args[0], possibilities=self.list_commands(ctx), ctx=ctx
            ) from err

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the verbs under the headings of `SECTIONS`."""
        for heading, verbs in SECTIONS.items():
            rows = [(verb, self.get_command(ctx, verb)) for verb in verbs]
            listed = [(verb, c.get_short_help_str(70)) for verb, c in rows if c is not None]
            if listed:
                with formatter.section(heading):
                    formatter.write_dl(listed)


def module_name(verb: str) -> str:
    """Give the name of the module of a verb: `import` is a keyword, a dash is no identifier."""
    return {"import": "import_"}.get(verb, verb.replace("-", "_"))


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="thidua", prog_name="thidua")
@click.option(
    "--config",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Configuration file. Default: THIDUA_CONFIG, then thidua.toml here or above.",
)
@click.option("-q", "--quiet", is_flag=True, help="Print data and errors only.")
@click.option(
    "-v", "--verbose", count=True, help="Print a line a page; -vv also each known address."
)
@click.option(
    "--log-format",
    type=click.Choice(["text", "json"]),
    envvar="THIDUA_LOG_FORMAT",
    default="text",
    show_default=True,
    help="How log lines look.",
)
@click.option(
    "--lang",
    type=click.Choice(["vi", "en"]),
    envvar="THIDUA_LANG",
    help="Language of tables and summaries. Default: the locale.",
)
@click.pass_context
def thidua(
    ctx: click.Context,
    config: Path | None,
    quiet: bool,
    verbose: int,
    log_format: Literal["text", "json"],
    lang: Literal["vi", "en"] | None,
) -> None:
    """Turn Vietnamese trade-union news into campaigns, figures and awards, each with its sentence.

    \b
    Examples:
      thidua demo
      thidua import saved-pages/ --db union.db
      thidua search cong doan dong nai --db union.db

    Exit codes: 0 fine, 1 failed, 2 misuse, 75 another run holds the lock,
    130 and 143 stopped by a signal after a clean commit.
    """
    noise = -1 if quiet else verbose
    ctx.obj = Invocation(config=config, noise=noise, log_format=log_format, lang=lang)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line and give its exit code; the console script exits with it."""
    _write_utf8()
    signal.signal(signal.SIGTERM, _stop)
    try:
        result = thidua.main(
            args=list(argv) if argv is not None else None,
            prog_name="thidua",
            standalone_mode=False,
        )
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as err:
        click.echo(err.ctx.get_help() if err.ctx else err.format_message())
        return 0 if not (argv if argv is not None else sys.argv[1:]) else err.exit_code
    except click.UsageError as err:
        return _print_usage(err)
    except click.ClickException as err:
        return _print_block(err.format_message(), "", "", err.exit_code)
    except (click.Abort, KeyboardInterrupt):
        return EXIT_SIGINT
    except BrokenPipeError:
        # The reader of a pipe, such as head, left: nothing more can be said, and nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except PipelineError as err:
        return _print_block(err.thing, err.why, err.next_step, err.exit_code)
    except (CorpusError, ExtractError, ScrapeError) as err:
        return _print_block(str(err), "", "", EXIT_FAILED)
    return result if isinstance(result, int) else 0


def _stop(number: int, frame: FrameType | None) -> None:
    raise StoppedError(number)


def _write_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _print_usage(err: click.UsageError) -> int:
    command = err.ctx.command_path if err.ctx else "thidua"
    return _print_block(err.format_message(), "", f"{command} --help", err.exit_code)


def _print_block(thing: str, why: str, next_step: str, code: int) -> int:
    click.echo(f"error: {thing}", err=True)
    for label, text in (("why", why), ("next", next_step)):
        if text:
            click.echo(f"  {label}: {text}", err=True)
    return code


if __name__ == "__main__":
    sys.exit(main())
