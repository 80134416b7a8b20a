"""Hedges: words beside a figure -> how it is meant. The words are data in `lexicon/hedges.toml`."""

from __future__ import annotations

from functools import cache
from typing import cast

from discrepancy.lexicon import table
from discrepancy.model import Approximation, Direction

_WAYS: tuple[Direction, ...] = ("up", "down")
LONGEST = 6
"""No hedge has more words than this."""


@cache
def before() -> dict[str, Approximation]:
    """Lower-case phrase before a figure -> approximation."""
    return {phrase: cast(Approximation, kind) for kind, phrases in table("hedges")["before"].items() for phrase in phrases}


@cache
def after() -> dict[str, Approximation]:
    """Lower-case phrase after a figure -> approximation."""
    return {phrase: cast(Approximation, kind) for kind, phrases in table("hedges")["after"].items() for phrase in phrases}


@cache
def directions() -> dict[str, Direction]:
    """Word before a figure that says it is a change -> which way."""
    return {word: way for way in _WAYS for word in table("hedges")["direction"][way]}


@cache
def directions_by() -> dict[str, Direction]:
    """The same for a verb that says so only where "by" stands before the figure."""
    found = directions()
    for way in _WAYS:
        found = found | dict.fromkeys(table("hedges")["direction"][f"by_{way}"], way)
    return found


@cache
def bridging() -> frozenset[str]:
    """Words that may stand between such a word and its figure."""
    return frozenset(table("hedges")["direction"]["between"])


@cache
def phrasal() -> frozenset[str]:
    """Verbs whose "over" is no bound: "handed over $5"."""
    return frozenset(table("hedges")["phrasal"]["over"])


@cache
def particles() -> frozenset[str]:
    """Verbs whose "up" or "down" is no movement: "make up 12%"."""
    return frozenset(table("hedges")["phrasal"]["up"])
