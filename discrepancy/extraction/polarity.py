"""Polarity."""

from __future__ import annotations

from discrepancy.model import Mention


def find_polarity(text: str, title: str) -> tuple[Mention, ...]:
    """Clauses that say that something did or did not happen."""
    return ()
