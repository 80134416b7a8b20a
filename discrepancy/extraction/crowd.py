"""Where figures or dates stand too close together to be prose.

Such stretches are not read, so that no text takes longer than its length allows.
In the labelled stories a thousand characters hold at most 45 words or digits that may begin a figure and 20 that may begin a date,
ten thousand at most 197 and 48; tables of results and chronologies hold two or three times as many.
"""

from __future__ import annotations

import collections
from collections.abc import Iterable

FIGURES = ((1_000, 80), (10_000, 450))
DATES = ((1_000, 80), (10_000, 250))
"""Pairs of a length in characters and how many cues of prose it holds at most."""


def crowded(starts: Iterable[int], limits: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """Half-open stretches of whole chunks that hold more of `starts` than a limit allows; they may overlap."""
    places = list(starts)
    found: list[tuple[int, int]] = []
    for size, most in limits:
        if len(places) > most:
            counts = collections.Counter(start // size for start in places)
            found += [(chunk * size, (chunk + 1) * size) for chunk, count in sorted(counts.items()) if count > most]
    return found
