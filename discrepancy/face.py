"""The functions of the public face; import them from `discrepancy`."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from discrepancy.errors import UnusableSetting
from discrepancy.model.article import Story
from discrepancy.model.mention import Mention
from discrepancy.model.report import Report
from discrepancy.model.settings import Settings

Location = str | Path


def load(*paths: Location | Sequence[Location], published: datetime.date | str | None = None) -> Story:
    """Read the articles in `paths` (files, folders, "-" for standard input; a sequence of them is taken too) as one story.

    published   a day, or "YYYY-MM-DD", given to articles that carry none.
    What cannot be compared is in `Story.skipped` with its reason; raises NothingToRead where no article is left.
    """
    from discrepancy.read import load_story

    flat: list[Location] = []
    for path in paths:
        if isinstance(path, str | Path):
            flat.append(path)
        else:
            flat.extend(path)
    return load_story(flat, _day(published))


def extract(text: str, reference_date: datetime.date | str | None = None) -> tuple[Mention, ...]:
    """Every value that `text` states, in order, at offsets that count code points of `text`, half-open.

    reference_date  the day of writing (or "YYYY-MM-DD"), from which "last Thursday" is counted; None leaves such dates unresolved.
    """
    from discrepancy.extraction import read_mentions

    return read_mentions(text, _day(reference_date))


def compare(
    story: Story | Location | Sequence[Location],
    *,
    published: datetime.date | str | None = None,
    sensitivity: Literal["strict", "normal", "wide"] = "normal",
    with_ledger: bool = False,
) -> Report:
    """Compare the articles of a story, or of one or more paths as `load` takes them.

    The findings, agreements included, are ordered by severity; the settings are those of the command line.
    Raises NothingToRead where no article can be read, UnusableSetting for a setting that cannot be used.
    """
    from discrepancy.pipeline import compare_story

    if sensitivity not in ("strict", "normal", "wide"):
        raise UnusableSetting(f"sensitivity is strict, normal or wide, not {sensitivity!r}")
    day = _day(published)
    read = story if isinstance(story, Story) else load(story, published=day)
    return compare_story(read, Settings(day, sensitivity, True, with_ledger))


def _day(given: datetime.date | str | None) -> datetime.date | None:
    if isinstance(given, datetime.datetime):
        return given.date()
    if given is None or isinstance(given, datetime.date):
        return given
    try:
        return datetime.date.fromisoformat(given)
    except (TypeError, ValueError):
        raise UnusableSetting(f"{given!r} is no day; write it as YYYY-MM-DD") from None
