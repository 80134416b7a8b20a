"""The table of commands; each is imported from its own file when it is called for."""

from __future__ import annotations

import importlib
from collections.abc import Mapping

import click

COMMANDS: Mapping[str, str] = {
    "compare": "discrepancy.cli.compare:compare",
    "view": "discrepancy.cli.view:view",
    "extract": "discrepancy.cli.extract:extract",
    "render": "discrepancy.cli.render:render",
    "explain": "discrepancy.cli.explain:explain",
    "verify": "discrepancy.cli.verify:verify",
    "diff": "discrepancy.cli.diff:diff",
    "judgements": "discrepancy.cli.judgements:judgements",
    "score": "discrepancy.cli.score:score",
    "schema": "discrepancy.cli.schema:schema",
    "config": "discrepancy.cli.configured:config",
    "completion": "discrepancy.cli.completion:completion",
}
"""Name of the command -> module:attribute, in the order of the help."""


_UNCONFIGURED = frozenset({"schema", "completion"})


class LazyGroup(click.Group):
    """A group that imports a command only when that command is asked for."""

    def list_commands(self, context: click.Context) -> list[str]:
        """The names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        """The command, imported now; None where there is none of that name."""
        if name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[name].partition(":")
        command = getattr(importlib.import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command


def _show_version(context: click.Context, _option: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        from discrepancy import __version__

        click.echo(f"discrepancy {__version__}")
        context.exit()


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--version", is_flag=True, expose_value=False, is_eager=True, callback=_show_version, help="Show the version and leave.")
@click.option("--no-config", is_flag=True, help="Read no configuration file.")
@click.pass_context
def program(context: click.Context, no_config: bool) -> None:
    """Show where articles on one story do not say the same, and why.

    Exit status: 0 nothing found, 1 something found, 2 the arguments or every input cannot be used,
    3 an error inside the program, 130 interrupted.
    """
    if no_config or context.resilient_parsing or context.invoked_subcommand in _UNCONFIGURED:
        return
    from pathlib import Path

    from discrepancy.cli.config import find

    context.obj = find(Path.cwd())
    context.default_map = context.obj.defaults()
