"""Bare figures: where digits or number words stand, and the number they are. No unit, hedge or currency is read here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from discrepancy.extraction.amounts_digits import SIGNS, digits_figure
from discrepancy.extraction.amounts_figure import Figure
from discrepancy.extraction.amounts_spelled import word_figure
from discrepancy.lexicon import table


@cache
def _classes() -> dict[str, str]:
    """Lower-case word that may begin a figure -> what it begins."""
    numbers, hedges = table("numbers"), table("hedges")
    found = dict.fromkeys(hedges["vague"], "vague")
    found = {word.split()[0]: "vague" for word in found if word.split()[0] != "a"} | {
        "few": "vague",
        "couple": "vague",
        "handful": "vague",
        "number": "vague",
        "high": "vague",
        "low": "vague",
    }
    found |= dict.fromkeys(numbers["multiples"], "multiple")
    found |= dict.fromkeys(numbers["groups"], "group")
    found |= dict.fromkeys(numbers["ordinals"], "ordinal")
    found |= {"half": "fraction", "quarter": "fraction", "quarters": "fraction", "third": "ordinal"}
    found |= dict.fromkeys(("no", "none", "neither"), "none")
    found |= (
        dict.fromkeys(numbers["cardinals"], "words")
        | dict.fromkeys(numbers["scales"], "scale")
        | {"single": "single", "double": "double", "triple": "double", "nobody": "nobody"}
    )
    found |= dict.fromkeys(("week", "month", "year", "decade", "century", "hour", "day", "minute", "fortnight", "night"), "span")
    found |= dict.fromkeys(numbers["extents"]["words"], "extent")
    found |= dict.fromkeys(hedges["stretches"], "stretch")
    return found


@cache
def _cue() -> re.Pattern[str]:
    words = sorted(_classes(), key=len, reverse=True)
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0], []).append(word[1:])
    branches = "|".join(f"{letter}(?:{'|'.join(map(re.escape, rest))})" for letter, rest in sorted(by_letter.items()))
    return re.compile(rf"\d+|[{SIGNS}]|\b(?:{branches})(?![a-z'])")


def cues(lowered: str) -> list[tuple[int, int]]:
    """Half-open spans of the digits and words of lower-cased text that may begin a figure, from left to right."""
    return [match.span() for match in _cue().finditer(lowered)]


def figures(text: str, lowered: str, found: list[tuple[int, int]]) -> Iterator[Figure]:
    """Bare figures of `text` from left to right, none overlapping.

    `lowered` is `text` in lower case, character for character; `found` are its `cues` (those since blanked are passed over).
    """
    classes, at = _classes(), 0
    for start, end in found:
        if start < at:
            continue
        head = lowered[start]
        if head in SIGNS or head.isdecimal():
            point = start and head not in SIGNS and lowered[start - 1] == "." and not (start > 1 and lowered[start - 2].isalnum())
            figure = digits_figure(text, lowered, start - 1 if point else start)
            if figure is None:
                at = _past_token(text, start)
                continue
        elif head == BLANK:
            continue
        else:
            figure = word_figure(text, lowered, start, end, classes[lowered[start:end]])
            if figure is None:
                continue
        yield figure
        at = max(figure.end, end if figure.form in ("span", "extent", "stretch") else 0)


BLANK = "\x00"
"""Stands for characters that another reader has taken: no grammar reads it."""
_TOKEN_REST = re.compile(r"[\w.,/:-]{1,64}")


def _past_token(text: str, at: int) -> int:
    match = _TOKEN_REST.match(text, at)
    return max(match.end(), at + 1) if match else at + 1


_SPAN_AFTER = re.compile(r"(?: ago| earlier| later| before| prior| from now|-old| old|'s|s\b| -? ?old|-long| -? ?long)")
