"""A value in few cells: an article's words with the signs an editor would jot in a margin."""

from __future__ import annotations

import re

from rich.cells import cell_len, set_cell_size

# Signs of the margin: mathematical signs for hedges, SI symbols for units, the scales of British newspapers (m, bn, tn),
# months cut to three letters.
_HEDGES = {
    "approximately": "~", "roughly": "~", "around": "~", "about": "~", "an estimated": "~", "some": "~",
    "just under": "≲", "nearly": "≲", "almost": "≲", "close to": "≲",
    "no more than": "≤", "no fewer than": "≥", "as many as": "≤", "at least": "≥", "at most": "≤", "up to": "≤",
    "just over": "≳", "more than": ">", "greater than": ">", "over": ">", "above": ">",
    "fewer than": "<", "less than": "<", "under": "<", "below": "<",
}  # fmt: skip
_AFTER_FIGURE = {
    "thousand": "k", "million": "m", "billion": "bn", "trillion": "tn", "per cent": "%", "percent": "%", "percentage points": "pp",
    "miles per hour": " mph", "miles an hour": " mph", "kilometers per hour": " km/h", "kilometres per hour": " km/h", "miles": " mi",
    "kilometers": " km", "kilometres": " km", "kilometer": " km", "kilometre": " km", "metres": " m", "meters": " m",
    "kilograms": " kg",
}  # fmt: skip
_MONTHS = ("January", "February", "August", "September", "October", "November", "December")

_HEDGE = re.compile(rf"\b({'|'.join(map(re.escape, _HEDGES))})\s+(?=[\d$€£¥])", re.IGNORECASE)
_SCALE = re.compile(rf"(?<=\d)[\s-]?({'|'.join(map(re.escape, _AFTER_FIGURE))})\b", re.IGNORECASE)
_MONTH = re.compile(rf"\b({'|'.join(_MONTHS)})\b")
_COUNTED = re.compile(r"([~≲≳<>≤≥]?[$€£¥]?\d[\d.,]*(?:k|m|bn|tn|%|pp)?) (?!(?:to|and|or|of|out|per|in)\b)[a-z]\D*$")


def jotted(words: str) -> str:
    """`words` with hedges before figures, scales and units after them, and the names of months, as signs."""
    words = _HEDGE.sub(lambda found: _HEDGES[found[1].lower()], words)
    words = _SCALE.sub(lambda found: _AFTER_FIGURE[found[1].lower()], words)
    return _MONTH.sub(lambda found: found[1][:3], words)


def figure_of(jotting: str) -> str:
    """A jotting without the noun that follows its one leading figure: "≥37 people" is "≥37"; any other jotting as it is."""
    found = _COUNTED.match(jotting)
    return found[1] if found else jotting


def fitted(words: str, width: int) -> str:
    """`words` in at most `width` cells, cut with an ellipsis."""
    if width <= 0:
        return ""
    return words if cell_len(words) <= width else set_cell_size(words, width - 1).rstrip() + "…"


def padded(words: str, width: int) -> str:
    """`words` in exactly `width` cells."""
    return set_cell_size(fitted(words, width), max(0, width))
