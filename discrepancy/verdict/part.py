"""A figure that its own words make a part of another: "including seven children", "seven of them"."""

from __future__ import annotations

import re
from functools import cache

from discrepancy.lexicon import table


def part_words(before: str, quote: str, after: str) -> str:
    """The words that make the figure a part, with the figure: "including seven children"; "" where none do.

    before, after   what stands round the quote in its sentence.
    """
    lead, tail = _patterns()
    led = lead.search(before)
    if led:
        return " ".join(f"{led[1]} {quote}".split())
    tailed = tail.match(after)
    return " ".join(f"{quote} {tailed[1]}".split()) if tailed else ""


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = table("inside")
    lead, tail = (
        "|".join(sorted((w.replace(" ", r"\s+") for w in words[name]), key=len, reverse=True)) for name in ("part_before", "part_after")
    )
    return re.compile(rf"\b({lead})\s*$", re.IGNORECASE), re.compile(rf"\s+({tail})\b(?!\s+than)", re.IGNORECASE)
