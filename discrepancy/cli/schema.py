"""`discrepancy schema`: the JSON Schema of the report."""

from __future__ import annotations

import click


@click.command(short_help="Print the JSON Schema of the report.")
def schema() -> None:
    """Print the JSON Schema that every JSON report follows."""
    from discrepancy.cli.output import write
    from discrepancy.report.jsonreport import schema_bytes

    write(schema_bytes(), None)
