"""`discrepancy completion`: the script by which a shell completes the program's commands and options."""

from __future__ import annotations

import click


@click.command(short_help="Print a shell's completion script.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the completion script for SHELL.

    \b
    bash:  eval "$(discrepancy completion bash)"                     in ~/.bashrc
    zsh:   eval "$(discrepancy completion zsh)"                      in ~/.zshrc
    fish:  discrepancy completion fish > ~/.config/fish/completions/discrepancy.fish
    """
    from click.shell_completion import get_completion_class

    from discrepancy.cli.commands import program
    from discrepancy.cli.output import write

    made = get_completion_class(shell)
    assert made is not None
    script = made(program, {}, "discrepancy", "_DISCREPANCY_COMPLETE")
    write((script.source_template % script.source_vars()).encode(), None)  # source() would start a shell to learn its version
