"""`discrepancy compare`: articles in, what they disagree on out."""

from __future__ import annotations

import datetime
import time
from typing import TYPE_CHECKING, Literal

import click

from discrepancy.cli import options
from discrepancy.cli.entry import SOMETHING_FOUND, say
from discrepancy.cli.formats import FORMATS
from discrepancy.errors import UnusableSetting

if TYPE_CHECKING:
    from discrepancy.model.judgement import Judgement

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
@options.with_judgements
@options.store
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
    with_judgements: bool,
    store: str | None,
) -> int:
    """Compare the articles in PATH...: files, folders, or - for standard input.

    Text, Markdown, HTML, JSON and JSONL, mixed at will.
    """
    from discrepancy.cli.output import tell, write
    from discrepancy.cli.progress import progress_line
    from discrepancy.model.settings import Settings
    from discrepancy.pipeline import compare_story
    from discrepancy.read import load_story
    from discrepancy.report.judged import dismissed
    from discrepancy.report.text import notices
    from discrepancy.review.reported import with_judgements as carrying
    from discrepancy.review.standing import constraints

    judged = _judged(paths, with_judgements, store)
    start = time.perf_counter()
    with progress_line() as progress:
        story = load_story(paths, published, progress)
        if progress is not None:
            progress("comparing", 0, 0)
        report = compare_story(story, Settings(published, sensitivity, agreements, with_ledger), None, constraints(judged))
    if with_judgements:
        report = carrying(report, judged, story.articles)
    counts = f"{len(report.articles)} articles, {len(report.skipped)} skipped, {len(report.findings)} findings"
    say(f"compared {counts} in {time.perf_counter() - start:.2f} s", "info")
    write(FORMATS[form](report, agreements, output), output)
    tell(notices(report))
    failing = _FAILING["never" if exit_zero else fail_on]
    aside = dismissed(report)
    return SOMETHING_FOUND if any(finding.verdict in failing and finding.id not in aside for finding in report.findings) else 0


def _judged(paths: tuple[str, ...], with_judgements: bool, store: str | None) -> tuple[Judgement, ...]:
    """What the store holds, where it is asked for. Raises UnusableSetting, UnusableStore."""
    if not with_judgements:
        if store is not None:
            raise UnusableSetting("--store is read with --with-judgements only: without it a report is made of the articles alone")
        return ()
    from discrepancy.cli.stored import store_at

    with store_at(store, paths, must_exist=True) as kept:
        return kept.all()
