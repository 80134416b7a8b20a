"""Who gets a span that two readers claim: decoys before dates before ages, scores and proportions, and all of them before plain figures."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from dataclasses import replace

from discrepancy.extraction import ages, amounts, scores
from discrepancy.extraction.dates import find_dates
from discrepancy.extraction.decoys import find_decoys
from discrepancy.model import Mention
from discrepancy.text.clean import Cleaned, clean


_SHORT_YEAR = re.compile(r"\d{4}$")


def read_mentions(text: str, reference: datetime.date | None = None) -> tuple[Mention, ...]:
    """Figures and dates of `text`, sorted by start, none overlapping, offsets into `text` as given (code points, half-open).

    reference   the day the text was published, which relative dates are counted from; None where it is not known.
    Never raises on any text; linear in its length.
    """
    cleaned = clean(text)
    plain = cleaned.text
    lowered = plain.lower()
    if len(lowered) != len(plain):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)
    if not amounts.has_figure(lowered):
        return _placed(text, cleaned, find_dates(plain, reference))
    taken = bytearray(len(plain))
    for start, end in find_decoys(plain):
        taken[start:end] = b"\1" * (end - start)
    found: list[Mention] = []
    _keep(found, taken, (m for m in find_dates(plain, reference) if not _counted_year(plain, lowered, m)))
    _keep(found, taken, ages.find_ages(plain, lowered))
    _keep(found, taken, scores.find_pairs(plain, lowered))
    _keep(found, taken, scores.find_ranks(plain, lowered))
    _keep(found, taken, amounts.find_amounts(plain, lowered, taken))
    found.sort(key=lambda m: (m.start, m.end))
    return _placed(text, cleaned, found)


def _keep(found: list[Mention], taken: bytearray, mentions: Iterable[Mention]) -> None:
    for mention in mentions:
        if taken.find(1, mention.start, mention.end) < 0:
            taken[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
            found.append(mention)


def _counted_year(text: str, lowered: str, mention: Mention) -> bool:
    """Whether a bare year is a count after all: "around 1900 troops"."""
    if not _SHORT_YEAR.match(mention.text) or mention.end - mention.start != 4:
        return False
    return amounts.is_counted(text, lowered, mention.start, mention.end)


def _placed(text: str, cleaned: Cleaned, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    if cleaned.offsets is None:
        return tuple(m if m.text == text[m.start : m.end] else replace(m, text=text[m.start : m.end]) for m in mentions)
    placed = []
    for mention in mentions:
        start, end = cleaned.original(mention.start, mention.end)
        placed.append(replace(mention, start=start, end=end, text=text[start:end], core=cleaned.original(*mention.core)))
    return tuple(placed)
