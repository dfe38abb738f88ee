"""`thidua completion`: what makes a shell complete verbs and options."""

import click


@click.command("completion", short_help="Print the completion script of a shell.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> int:
    """Print the completion script of a shell.

    \b
    Example:
      thidua completion bash > ~/.local/share/bash-completion/completions/thidua
    """
    from click.shell_completion import get_completion_class

    from pipeline.cli import thidua

    found = get_completion_class(shell)
    if found is None:
        raise click.UsageError(f"no completion for {shell}")
    template = found(thidua, {}, "thidua", "_THIDUA_COMPLETE")
    click.echo(template.source_template % template.source_vars())
    return 0
