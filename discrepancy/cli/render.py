"""`discrepancy render`: a JSON report in another format, without its articles."""

from __future__ import annotations

import click

from discrepancy.cli import options
from discrepancy.cli.formats import FORMATS


@click.command(short_help="Write a JSON report in another format.")
@click.argument("report", metavar="REPORT.json")
@options.form
@options.agreements
@click.option("--output", "-o", metavar="FILE", help="Write to FILE, whole or not at all.")
@options.verbosity
def render(report: str, form: str, agreements: bool, output: str | None) -> None:
    """Write REPORT.json (or - for standard input) as HTML, Markdown, CSV, text or JSON lines; the articles are not needed."""
    from discrepancy.cli.output import write
    from discrepancy.cli.reports import read_report

    write(FORMATS[form](read_report(report)[1], agreements, output), output)
