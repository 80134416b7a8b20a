"""Hedges: words beside a figure -> how it is meant. The words are data in `lexicon/hedges.toml`."""

from __future__ import annotations

from functools import cache
from typing import cast

from discrepancy.lexicon import table
from discrepancy.model import Approximation, Direction

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
    return {word: way for way in ("up", "down") for word in table("hedges")["direction"][way]}


@cache
def bridging() -> frozenset[str]:
    """Words that may stand between such a word and its figure."""
    return frozenset(table("hedges")["direction"]["between"])


@cache
def phrasal() -> frozenset[str]:
    """Verbs whose "over" is no bound: "handed over $5"."""
    return frozenset(table("hedges")["phrasal"]["over"])
