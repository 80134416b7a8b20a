"""`discrepancy compare`: articles in, what they disagree on out."""

from __future__ import annotations

import datetime
import sys
from typing import TYPE_CHECKING, Literal

import click

from discrepancy.cli import options
from discrepancy.cli.entry import SOMETHING_FOUND

if TYPE_CHECKING:
    from discrepancy.model.report import Report

FailOn = Literal["conflict", "imprecise", "never"]
_FAILING: dict[FailOn, frozenset[str]] = {
    "conflict": frozenset({"conflict"}),
    "imprecise": frozenset({"conflict", "imprecise"}),
    "never": frozenset(),
}


@click.command(short_help="Show where articles on one story differ.")
@options.paths
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="For people, or for programs."
)
@click.option("--all", "agreements", is_flag=True, help="List agreements too (the JSON report always holds them).")
@click.option(
    "--fail-on",
    type=click.Choice(["conflict", "imprecise", "never"]),
    default="conflict",
    show_default=True,
    help="From which verdict on the exit status is 1.",
)
@click.option("--exit-zero", is_flag=True, help="The same as --fail-on never.")
@click.option("--output", "-o", metavar="FILE", help="Write to FILE, whole or not at all.")
@options.published
@options.sensitivity
@options.with_ledger
def compare(
    paths: tuple[str, ...],
    form: Literal["text", "json"],
    agreements: bool,
    fail_on: FailOn,
    exit_zero: bool,
    output: str | None,
    published: datetime.date | None,
    sensitivity: Literal["strict", "normal", "wide"],
    with_ledger: bool,
) -> int:
    """Compare the articles in PATH...: files, folders, or - for standard input.

    Text, Markdown, HTML, JSON and JSONL, mixed at will.
    """
    from discrepancy.cli.output import tell, write
    from discrepancy.cli.progress import progress_line
    from discrepancy.model.settings import Settings
    from discrepancy.pipeline import compare_story
    from discrepancy.read import load_story
    from discrepancy.report.text import notices

    with progress_line() as progress:
        story = load_story(paths, published, progress)
        if progress is not None:
            progress("comparing", 0, 0)
        report = compare_story(story, Settings(published, sensitivity, agreements, with_ledger))
    write(_json(report) if form == "json" else _text(report, agreements, output), output)
    tell(notices(report))
    failing = _FAILING["never" if exit_zero else fail_on]
    return SOMETHING_FOUND if any(finding.verdict in failing for finding in report.findings) else 0


def _json(report: Report) -> bytes:
    from discrepancy.report.jsonreport import dumps

    return dumps(report)


def _text(report: Report, agreements: bool, output: str | None) -> bytes:
    from discrepancy.cli.output import in_colour, typographic, width
    from discrepancy.report.text import Page, render

    text = render(report, Page(width(output), in_colour(output), agreements, typographic(output)))
    return text.encode("utf-8" if output not in (None, "-") else sys.stdout.encoding or "utf-8", "replace")
