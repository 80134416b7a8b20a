"""Amounts: a bare figure with its hedge, currency or unit, rate and counted noun, alone or as one end of a range."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from discrepancy.extraction import amounts_after as following
from discrepancy.extraction import amounts_before as preceding
from discrepancy.extraction import nouns, scores
from discrepancy.extraction.amounts_apart import (
    is_named,
    is_numeral_one,
    is_title,
    is_year,
    read_extent,
    read_multiple,
    read_none,
    read_rank,
    read_span,
    read_stretch,
)
from discrepancy.extraction.amounts_around import Read, around
from discrepancy.extraction.amounts_figure import Figure
from discrepancy.extraction.amounts_figures import BLANK, cues, figures
from discrepancy.extraction.amounts_mention import finish
from discrepancy.extraction.amounts_pairs import bounded, composed, likewise, ranged
from discrepancy.model import Mention

__all__ = ["BLANK", "counts", "cues", "find_amounts", "is_counted"]


def find_amounts(text: str, lowered: str, begins: list[tuple[int, int]]) -> Iterator[Mention]:
    """Amounts of cleaned `text`, whose taken spans are blanked, from left to right, none overlapping; `begins` are its `cues`."""
    found = list(figures(text, lowered, begins))
    at = 0
    held: Mention | None = None
    previous: Mention | None = None
    while at < len(found):
        mention, used = _read(text, lowered, found, at)
        at += used
        if mention is None:
            continue
        if previous is not None:
            mention = likewise(text, previous, mention)
        previous = mention
        if held is not None and (both := bounded(text, held, mention)) is not None:
            held = both
            continue
        if held is not None:
            yield held
        held = mention
    if held is not None:
        yield held


def counts(text: str, end: int) -> bool:
    """Whether a plural noun follows close behind a figure that ends at `end`."""
    noun = nouns.after(text, end, most=3)
    return noun is not None and noun.end - end <= 40


def is_counted(text: str, lowered: str, start: int, end: int) -> bool:
    """Whether a four-digit figure counts something: a hedge stands before it and a plural noun after it."""
    if not counts(text, end):
        return False
    hedged = preceding.hedge_before(lowered, start)
    return hedged is not None and lowered[hedged[0] : start].strip() not in ("within", "past", "for about", "beyond")


def _read(text: str, lowered: str, found: list[Figure], at: int) -> tuple[Mention | None, int]:
    figure = found[at]
    if figure.form == "ordinal":
        return read_rank(text, lowered, figure), 1
    if figure.form == "none":
        return read_none(text, figure), 1
    if figure.form == "span":
        return _span(text, lowered, found, at)
    if figure.form == "stretch":
        return read_stretch(text, lowered, figure), 1
    if figure.form == "extent":
        return read_extent(text, lowered, figure), 1
    if figure.form == "multiple":
        return read_multiple(text, lowered, figure), 1
    if (
        lowered.startswith((" in ", "-in-", " out of ", " out-of-", " of every "), figure.end)
        and at + 1 < len(found)
        and (share := scores.proportion(text, lowered, figure.start))
    ):
        return share, 2
    if figure.value is not None and 0 < figure.value < 20 and at + 1 < len(found) and found[at + 1].start - figure.end < 40:
        share = scores.proportion(text, lowered, figure.start)  # "six voters in ten"
        if share is not None and share.end == found[at + 1].end:
            return share, 2
    first = around(text, lowered, figure)
    if at + 1 < len(found):
        second = found[at + 1]
        if second.start - first.end < 24 and first.plus is None:
            if pair := composed(text, lowered, first, second):
                used = 2
                if at + 2 < len(found) and (whole := composed(text, lowered, pair, found[at + 2])):
                    pair, used = whole, 3  # "24 hours, 39 minutes and 35 seconds"
                return finish(text, lowered, pair), used
            tail = found[at + 2] if at + 2 < len(found) else None
            if not (tail and _goes_on(lowered, first, second, tail)) and (both := ranged(text, lowered, first, second)):
                return both, 2
    if figure.form == "words" and figure.value == 1 and not is_numeral_one(text, lowered, first):
        return None, 1
    if is_year(lowered, first) or is_named(text, first) or is_title(text, first):
        return None, 1
    first = _of_whole(text, lowered, found, at, first)
    return finish(text, lowered, first), 1


def _span(text: str, lowered: str, found: list[Figure], at: int) -> tuple[Mention | None, int]:
    """ "an hour", "an hour and 20 minutes"."""
    figure = found[at]
    if at + 1 < len(found) and (whole := following.unit_after(text, lowered, figure.end, False)) is not None and whole.kind == "duration":
        first = Read(figure, figure.start, whole.end, "duration", whole.unit)
        if found[at + 1].start - whole.end < 6 and (pair := composed(text, lowered, first, found[at + 1])):
            return finish(text, lowered, pair), 2
    return read_span(text, lowered, figure), 1


def _goes_on(lowered: str, first: Read, second: Figure, tail: Figure) -> bool:
    """Whether a second figure belongs to a third: "from 24 to 33-35 billion"."""
    return lowered[second.end : tail.start] in ("-", " - ") and lowered[first.end : second.start] == " to " and second.form == "digits"


def _of_whole(text: str, lowered: str, found: list[Figure], at: int, read: Read) -> Read:
    """ "eighteen of the 37 wards", "7 out of 28 pupils": the part counts the same noun as the whole."""
    if read.unit or read.kind != "count" or at + 1 >= len(found):
        return read
    following_figure = found[at + 1]
    gap = lowered[read.figure.end : following_figure.start]
    if len(gap) < 24 and re.fullmatch(
        r" (?:out )?of (?:the |those |these |its |his |her |their |all |some |about |more than |nearly |at least )*", gap
    ):
        noun = nouns.after(text, following_figure.end)
        if noun is not None:
            return replace(read, unit=noun.head, modifiers=noun.modifiers)
    return read
