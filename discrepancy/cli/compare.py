"""`discrepancy compare`: articles in, what they disagree on out."""

from __future__ import annotations

import datetime
import time
from typing import Literal

import click

from discrepancy.cli import options
from discrepancy.cli.entry import SOMETHING_FOUND, say
from discrepancy.cli.formats import FORMATS

FailOn = Literal["conflict", "imprecise", "never"]
_FAILING: dict[FailOn, frozenset[str]] = {
    "conflict": frozenset({"conflict"}),
    "imprecise": frozenset({"conflict", "imprecise"}),
    "never": frozenset(),
}


@click.command(short_help="Show where articles on one story differ.")
@options.paths
@options.form
@options.agreements
@options.fail_on
@click.option("--exit-zero", is_flag=True, help="The same as --fail-on never.")
@click.option("--output", "-o", metavar="FILE", help="Write to FILE, whole or not at all.")
@options.published
@options.sensitivity
@options.with_ledger
@options.verbosity
def compare(
    paths: tuple[str, ...],
    form: str,
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

    start = time.perf_counter()
    with progress_line() as progress:
        story = load_story(paths, published, progress)
        if progress is not None:
            progress("comparing", 0, 0)
        report = compare_story(story, Settings(published, sensitivity, agreements, with_ledger))
    counts = f"{len(report.articles)} articles, {len(report.skipped)} skipped, {len(report.findings)} findings"
    say(f"compared {counts} in {time.perf_counter() - start:.2f} s", "info")
    write(FORMATS[form](report, agreements, output), output)
    tell(notices(report))
    failing = _FAILING["never" if exit_zero else fail_on]
    return SOMETHING_FOUND if any(finding.verdict in failing for finding in report.findings) else 0
