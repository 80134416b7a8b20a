"""`discrepancy schema`: the JSON Schema of the report."""

from __future__ import annotations

from typing import Literal

import click


@click.command(short_help="Print the JSON Schema of the report.")
@click.argument("of", type=click.Choice(["report", "judgements"]), default="report")
def schema(of: Literal["report", "judgements"]) -> None:
    """Print the JSON Schema that every JSON report, or every JSON export of judgements, follows."""
    from discrepancy.cli.output import write

    if of == "judgements":
        from discrepancy.review import exchange

        write(exchange.schema_bytes(), None)
        return
    from discrepancy.report.jsonreport import schema_bytes

    write(schema_bytes(), None)
