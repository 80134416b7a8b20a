"""`discrepancy config`: each setting, and where its value came from."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from discrepancy.cli import options
from discrepancy.cli.config import SETTINGS, Configuration


@click.command(short_help="Show each setting and where it came from.")
@options.published
@options.sensitivity
@options.with_ledger
@options.with_judgements
@options.form
@options.agreements
@options.fail_on
@options.verbosity
@click.pass_context
def config(context: click.Context, /, **values: Any) -> None:
    """Show each setting, its value, and whether it came from a flag, a file or the default.

    Settings are kept in discrepancy.toml, or under [tool.discrepancy] in pyproject.toml, in this folder or the nearest one
    above it that has them. A flag goes before the file. `discrepancy --no-config ...` reads no file.
    """
    from discrepancy.cli.log import log
    from discrepancy.cli.output import write
    from discrepancy.report.visible import one_line

    values |= {"quiet": log.least == "error", "verbose": log.least == "info", "log_format": log.form}
    found = context.find_object(Configuration)
    path = found.path if found else None
    file = os.path.relpath(path, Path.cwd()) if path else ""
    rows = []
    for key, setting in SETTINGS.items():
        source = context.get_parameter_source(setting.parameter)
        origin = "flag" if source is ParameterSource.COMMANDLINE else file if source is ParameterSource.DEFAULT_MAP else "default"
        rows.append((key, _written(values[setting.parameter]), origin))
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    lines = [f"{key:<{widths[0]}}  {value:<{widths[1]}}  {one_line(origin)}\n" for key, value, origin in rows]
    write("".join(lines).encode("utf-8", "replace"), None)


def _written(value: Any) -> str:
    """As it is written in the file; `-` where there is no value."""
    if value is None:
        return "-"
    return str(value).lower() if isinstance(value, bool) else str(value)
