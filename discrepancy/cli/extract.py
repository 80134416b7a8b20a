"""`discrepancy extract`: every value that articles state, as JSON lines."""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Iterator
from typing import Any

import click

from discrepancy.cli import options
from discrepancy.errors import NothingToRead, UnusableSetting


@click.command(short_help="List every value the articles state, as JSON lines.")
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option("--jsonl", is_flag=True, help='Read {"id", "text", "reference_date"} lines on standard input instead.')
@options.published
@options.verbosity
def extract(paths: tuple[str, ...], jsonl: bool, published: datetime.date | None) -> None:
    """List the values in PATH... as JSON lines: {"id", "mentions": [...]}, one line per article.

    A mention has start, end (code points, end exclusive), field, text, kind, value (or low and high for a
    range), unit, approximation, direction, and the interval that its digits and hedge imply.
    """
    if jsonl and paths:
        raise UnusableSetting("--jsonl reads standard input; give no PATH with it")
    if not jsonl and not paths:
        raise click.UsageError("Missing argument 'PATH...'.")
    from discrepancy.cli.output import write

    lines = _from_lines(published) if jsonl else _from_paths(paths, published)
    for line in lines:
        write(json.dumps(line, ensure_ascii=False).encode("utf-8") + b"\n", None)


def _from_paths(paths: tuple[str, ...], published: datetime.date | None) -> Iterator[dict[str, Any]]:
    from discrepancy.cli.output import tell
    from discrepancy.cli.progress import progress_line
    from discrepancy.extraction import read_mentions
    from discrepancy.read import load_story
    from discrepancy.report.mentionlines import mention_line

    with progress_line() as progress:
        story = load_story(paths, published, progress)
    for article in story.articles:
        mentions = [mention_line(mention, "title") for mention in read_mentions(article.title, article.published)]
        mentions += [mention_line(mention, "text") for mention in read_mentions(article.text, article.published)]
        yield {"id": article.id, "mentions": mentions}
    tell([*(f"skipped {skipped.path}: {skipped.reason}" for skipped in story.skipped)])
    tell(f"{article.id}: {warning}" for article in story.articles for warning in article.warnings)


def _from_lines(published: datetime.date | None) -> Iterator[dict[str, Any]]:
    """One answer to each usable line, in order; a line that cannot be used is told of on standard error."""
    from discrepancy.cli.entry import say
    from discrepancy.extraction import read_mentions
    from discrepancy.report.mentionlines import mention_line

    usable = unusable = 0
    for number, raw in enumerate(sys.stdin.buffer, 1):
        if not raw.strip():
            continue
        try:
            id, text, reference = _asked(raw)
        except UnusableSetting as error:
            unusable += 1
            say(f"line {number}: {error}")
            continue
        usable += 1
        yield {"id": id, "mentions": [mention_line(mention, "text") for mention in read_mentions(text, reference or published)]}
    if unusable and not usable:
        raise NothingToRead("no line of standard input can be used")


def _asked(raw: bytes) -> tuple[Any, str, datetime.date | None]:
    """(id, text, reference day) of one line. Raises UnusableSetting."""
    from discrepancy.errors import UnreadableInput
    from discrepancy.read.draft import without_surrogates
    from discrepancy.read.published import parse_published
    from discrepancy.read.record import parse

    try:
        record = parse(raw.decode("utf-8"), "-")
    except UnreadableInput as error:
        raise UnusableSetting(error.reason.removeprefix("line 1, ")) from None
    except UnicodeDecodeError:
        raise UnusableSetting("not valid UTF-8") from None
    text = record.get("text") if isinstance(record, dict) else None
    if not isinstance(text, str):
        raise UnusableSetting('give an object with "id" and "text"')
    reference, warning = parse_published(record.get("reference_date"))
    if warning:
        raise UnusableSetting(f"`reference_date` is not understood; write it as YYYY-MM-DD ({warning})")
    return record.get("id"), without_surrogates(text), reference
