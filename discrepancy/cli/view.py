"""`discrepancy view`: the terminal UI over articles or over a report."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from discrepancy.cli import options
from discrepancy.cli.reports import report_in
from discrepancy.errors import UnusableSetting

if TYPE_CHECKING:
    from discrepancy.cli.progress import Progress
    from discrepancy.model.settings import Settings
    from discrepancy.review.loaded import Loaded


@click.command(short_help="Review the findings in the terminal.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...|REPORT.json")
@options.published
@options.sensitivity
@options.verbosity
def view(paths: tuple[str, ...], published: datetime.date | None, sensitivity: Literal["strict", "normal", "wide"]) -> None:
    """Open the terminal UI on the articles in PATH..., or on a report that `compare --format json` wrote."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UnusableSetting("view needs a terminal; `discrepancy compare` writes to a file or a pipe")
    if "-" in paths:
        raise UnusableSetting("view reads its keys from standard input and cannot read articles from it; save them to a file first")
    from discrepancy.model.settings import Settings
    from discrepancy.tui.app import run

    settings = Settings(published, sensitivity)

    def load(progress: Progress | None) -> Loaded:
        return load_review(paths, settings, progress)

    run(load, ", ".join(Path(path).name or path for path in paths))


def load_review(paths: tuple[str, ...], settings: Settings, progress: Progress | None) -> Loaded:
    """The report over `paths` with the articles' texts, or the one report that `paths` names, without them."""
    from discrepancy.review.loaded import Loaded

    if len(paths) == 1 and (report := report_in(paths[0])) is not None:
        return Loaded(report, {article.id: article.text for article in report.articles if article.text is not None})
    from discrepancy.pipeline import compare_story
    from discrepancy.read import load_story

    story = load_story(paths, settings.published, progress)
    if progress is not None:
        progress("comparing", 0, 0)
    return Loaded(compare_story(story, settings), {article.id: article.text for article in story.articles})
