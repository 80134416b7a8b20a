"""`discrepancy explain`: one finding, with the arithmetic of its intervals and the ledger of its weights."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Literal

import click

from discrepancy.cli import options
from discrepancy.errors import UnusableSetting

if TYPE_CHECKING:
    from discrepancy.model.report import FindingRecord, Report


@click.command(short_help="Explain one finding: intervals, causes, weights.")
@click.argument("id", metavar="ID")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...|REPORT.json")
@options.published
@options.sensitivity
@options.verbosity
def explain(id: str, paths: tuple[str, ...], published: datetime.date | None, sensitivity: Literal["strict", "normal", "wide"]) -> None:
    """Explain the finding ID (or the first characters of its id) of the articles in PATH..., or of a report.

    For each value the arithmetic of its interval, what verdict and causes mean, the weights by which its mentions were put
    together, and the nearest mention that was not, with why not. A report carries the weights when it was written with
    --with-ledger; over articles they are made anew.
    """
    from discrepancy.cli.output import typographic, width, write
    from discrepancy.cli.reports import report_in
    from discrepancy.report.explained import explained
    from discrepancy.report.text import without_typography
    from discrepancy.review.reread import arithmetic_of

    report = report_in(paths[0]) if len(paths) == 1 else None
    report = report or _compared(paths, published, sensitivity)
    text = explained(report, _chosen(report, id), arithmetic_of(report), min(width(None), 120))
    write((text if typographic(None) else without_typography(text)).encode("utf-8", "replace"), None)


def _compared(paths: tuple[str, ...], published: datetime.date | None, sensitivity: Literal["strict", "normal", "wide"]) -> Report:
    from discrepancy.cli.progress import progress_line
    from discrepancy.model.settings import Settings
    from discrepancy.pipeline import compare_story
    from discrepancy.read import load_story

    with progress_line() as progress:
        story = load_story(paths, published, progress)
        return compare_story(story, Settings(published, sensitivity, True, True))


def _chosen(report: Report, id: str) -> FindingRecord:
    """The finding of that id, or the only one whose id begins so. Raises UnusableSetting."""
    found = [finding for finding in report.findings if finding.id == id] or [f for f in report.findings if id and f.id.startswith(id)]
    if len(found) == 1:
        return found[0]
    if found:
        raise UnusableSetting(f"{len(found)} findings have an id that begins with {id!r}; give more of it")
    known = ", ".join(finding.id for finding in report.findings[:5])
    raise UnusableSetting(f"there is no finding {id!r}" + (f"; the first are {known}" if known else "; the report has none"))
