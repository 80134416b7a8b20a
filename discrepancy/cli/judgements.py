"""`discrepancy judgements`: what reviewers said, listed, taken elsewhere, brought in, and as a sheet of calls."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from discrepancy.cli import options
from discrepancy.errors import UnusableJudgements, UnusableSetting

if TYPE_CHECKING:
    from discrepancy.model.article import Story
    from discrepancy.model.judgement import Judgement
    from discrepancy.model.report import Report

Sensitivity = Literal["strict", "normal", "wide"]


@click.group(short_help="List, export and import what reviewers judged.")
def judgements() -> None:
    """What reviewers judged in `discrepancy view`, kept in .discrepancy/judgements.sqlite3 of the project folder."""


@judgements.command("list", short_help="List the judgements that stand.")
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@options.store
@click.option("--history", is_flag=True, help="List superseded and withdrawn ones too, in the order of writing.")
@options.verbosity
def list_(paths: tuple[str, ...], store: str | None, history: bool) -> None:
    """List the judgements that stand, oldest first, and where reviewers disagree.

    PATH... (articles or their folder) only says which project's store is meant; without it, that of this folder.
    """
    from discrepancy.cli.output import write
    from discrepancy.cli.stored import store_at
    from discrepancy.report.visible import one_line
    from discrepancy.review.merging import disagreements
    from discrepancy.review.standing import effective
    from discrepancy.review.told import disagreement, line

    with store_at(store, paths, must_exist=True) as kept:
        every = kept.all()
    standing = effective(every)
    stands = {one.id for one in standing}
    shown = [("  " if one.id in stands else "- ") + line(one) for one in every] if history else [line(one) for one in standing]
    none = f"no judgements in {one_line(os.path.relpath(kept.path))}"
    lines = [*(shown or [none]), *(f"reviewers disagree: {disagreement(one)}" for one in disagreements(every))]
    write("".join(f"{one}\n" for one in lines).encode("utf-8", "replace"), None)


@judgements.command("export", short_help="Write the judgements as JSON, JSONL, CSV or labels.")
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "jsonl", "csv", "gold"]),
    default="json",
    show_default=True,
    help="json, jsonl and csv hold every judgement ever made and can be imported; gold is labels for `discrepancy score`.",
)
@options.store
@click.option("--output", "-o", metavar="FILE", help="Write to FILE, whole or not at all.")
@options.published
@options.sensitivity
@options.verbosity
def export(
    paths: tuple[str, ...],
    form: Literal["json", "jsonl", "csv", "gold"],
    store: str | None,
    output: str | None,
    published: datetime.date | None,
    sensitivity: Sensitivity,
) -> None:
    """Write all judgements of the store, or, with --format gold, labels of the story in PATH... as reviewers judged it.

    For labels the articles are compared as `compare` does, held to reviewers' splits and merges; what nobody judged is left out.
    """
    from discrepancy.cli.output import write
    from discrepancy.cli.stored import store_at
    from discrepancy.review.exchange import WRITERS

    with store_at(store, paths, must_exist=True) as kept:
        held = kept.all()
    if form != "gold":
        write(WRITERS[form](held), output)
        return
    if not paths:
        raise UnusableSetting("labels are made of a story: give its articles or their folder")
    import json

    from discrepancy.review.labels import labels

    story, report = _compared(paths, held, published, sensitivity)
    made = labels(report, held, story.articles, Path(paths[0]).resolve().stem)
    write((json.dumps(made, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace"), output)


def _compared(
    paths: tuple[str, ...], held: tuple[Judgement, ...], published: datetime.date | None, sensitivity: Sensitivity
) -> tuple[Story, Report]:
    """The story in `paths`, compared and held to what reviewers split, merged and joined."""
    from discrepancy.cli.progress import progress_line
    from discrepancy.model.settings import Settings
    from discrepancy.pipeline import compare_story
    from discrepancy.read import load_story
    from discrepancy.review.standing import constraints

    with progress_line() as progress:
        story = load_story(paths, published, progress)
        return story, compare_story(story, Settings(published, sensitivity, True), None, constraints(held))


@judgements.command("import", short_help="Bring in another reviewer's judgements.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@options.store
@options.verbosity
def import_(files: tuple[str, ...], store: str | None) -> None:
    """Add the judgements of each FILE to the store: an export (JSON, JSONL or CSV, - for standard input) or another store.

    What the store holds already is passed over, so that a second import changes nothing. Says where reviewers disagree.
    """
    from discrepancy.cli.output import tell, write
    from discrepancy.cli.stored import store_at
    from discrepancy.report.visible import one_line
    from discrepancy.review.merging import disagreements, merge
    from discrepancy.review.told import disagreement

    brought = [(name, _read(name)) for name in files]  # all are read before any is written
    lines = []
    with store_at(store) as kept:
        for name, found in brought:
            merged = merge(kept, found)
            lines.append(f"{one_line(Path(name).name)}: {merged.new} new, {merged.known} known")
            tell(f"{Path(name).name}: {one.id} is not taken: the store holds another judgement of that id" for one in merged.altered)
        lines += [f"reviewers disagree: {disagreement(one)}" for one in disagreements(kept.all())]
    write("".join(f"{line}\n" for line in lines).encode("utf-8", "replace"), None)


def _read(name: str) -> tuple[Judgement, ...]:
    """The judgements of an export or a store. Raises UnusableJudgements or UnusableStore, naming the file."""
    import sys

    from discrepancy.review.exchange import read
    from discrepancy.review.store import Store

    path = Path(name)
    try:
        written = sys.stdin.buffer.read() if name == "-" else path.read_bytes()
        if written.startswith(b"SQLite format 3\0"):
            with Store(path) as other:
                return other.all()
        return read(written)
    except OSError as error:
        raise UnusableJudgements(f"{path.name}: it cannot be read: {error.strerror or error}") from None
    except UnusableJudgements as error:
        raise UnusableJudgements(f"{'standard input' if name == '-' else path.name}: {error}") from None


@judgements.command("calls", short_help="Write the call sheet: whom to ask what.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...|REPORT.json")
@click.option("--format", "form", type=click.Choice(["text", "markdown"]), default="text", show_default=True, help="To print, or to paste.")
@options.store
@click.option("--output", "-o", metavar="FILE", help="Write to FILE, whole or not at all.")
@options.published
@options.sensitivity
@options.verbosity
def calls(
    paths: tuple[str, ...],
    form: Literal["text", "markdown"],
    store: str | None,
    output: str | None,
    published: datetime.date | None,
    sensitivity: Sensitivity,
) -> None:
    """Write what needs a call in the story in PATH..., or in a report, by source: what it says, what others say, the notes."""
    from discrepancy.cli.output import write
    from discrepancy.cli.reports import report_in
    from discrepancy.cli.stored import store_at
    from discrepancy.review.callmarkdown import call_sheet_markdown
    from discrepancy.review.callsheet import call_sheet
    from discrepancy.review.judging import Judging
    from discrepancy.review.loaded import Loaded
    from discrepancy.review.session import Session

    with store_at(store, paths, must_exist=True) as kept:
        report = report_in(paths[0]) if len(paths) == 1 else None
        report = report or _compared(paths, kept.all(), published, sensitivity)[1]
        kept.all()  # a store that cannot be read is an error here, not an empty sheet
        session = Session(Loaded(report), judging=Judging(store=kept))
        sheet = call_sheet_markdown(session) if form == "markdown" else call_sheet(session)
    write((sheet or "nothing needs a call\n").encode("utf-8", "replace"), output)
