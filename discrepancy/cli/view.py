"""`discrepancy view`: the terminal UI over articles or over a report."""

from __future__ import annotations

import datetime
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from discrepancy.cli import options
from discrepancy.cli.reports import report_in
from discrepancy.cli.stored import store_at
from discrepancy.errors import DiscrepancyError, UnusableSetting

if TYPE_CHECKING:
    from discrepancy.model.judgement import Constraints
    from discrepancy.model.settings import Settings
    from discrepancy.review.loaded import Loaded, Observer
    from discrepancy.review.store import Store


@click.command(short_help="Review the findings in the terminal.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...|REPORT.json")
@options.published
@options.sensitivity
@options.store
@click.option("--reviewer", help="Whose judgements these are; else git's user.name.")
@options.verbosity
def view(
    paths: tuple[str, ...],
    published: datetime.date | None,
    sensitivity: Literal["strict", "normal", "wide"],
    store: str | None,
    reviewer: str | None,
) -> None:
    """Open the terminal UI on the articles in PATH..., or on a report that `compare --format json` wrote."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UnusableSetting("view needs a terminal; `discrepancy compare` writes to a file or a pipe")
    if "-" in paths:
        raise UnusableSetting("view reads its keys from standard input and cannot read articles from it; save them to a file first")
    from discrepancy.model.settings import Settings
    from discrepancy.review.judging import Judging
    from discrepancy.review.reviewer import reviewer_name
    from discrepancy.review.seen import seen_path
    from discrepancy.tui.app import run

    settings = Settings(published, sensitivity, with_ledger=True)
    kept = store_at(store, paths)

    def load(progress: Observer | None) -> Loaded:
        return load_review(paths, settings, progress, kept)

    run(load, ", ".join(Path(path).name or path for path in paths), Judging(reviewer_name(reviewer), kept), seen_path(kept.path, paths))


def load_review(paths: tuple[str, ...], settings: Settings, progress: Observer | None, store: Store | None = None) -> Loaded:
    """The report over `paths` with the articles' texts, or the one report that `paths` names, without them.

    A comparison is held to the splits, merges and joins in `store`, where that can be read. Where it takes long, `progress` is
    given what the first articles disagree on meanwhile.
    """
    from discrepancy.review.loaded import Loaded

    if len(paths) == 1 and (report := report_in(paths[0])) is not None:
        return Loaded(report, {article.id: article.text for article in report.articles if article.text is not None}, comparable=False)
    from discrepancy.pipeline import Reading, compare_story
    from discrepancy.read import load_story
    from discrepancy.review.filling import Filling

    story = load_story(paths, settings.published, progress)
    texts = {article.id: article.text for article in story.articles}
    figures: dict[str, int] = {}
    readings: Mapping[str, Reading] = {}
    if progress is not None:
        before = held_to(store)
        filling = Filling(story, progress, lambda part, read: compare_story(part, settings, None, before, read), before)
        filling.read()
        figures, readings = filling.figures, filling.readings
        progress("comparing", 0, 0)
    held = held_to(store)  # again: a reviewer may have split or joined while a reading goes on
    return Loaded(compare_story(story, settings, None, held, readings), texts, held, figures=figures)


def held_to(store: Store | None) -> Constraints:
    """What reviewers split, merged and joined; nothing where the store cannot be read, of which the session tells."""
    from discrepancy.model.judgement import Constraints
    from discrepancy.review.standing import constraints

    try:
        return constraints(store.all()) if store is not None else Constraints()
    except DiscrepancyError:
        return Constraints()
