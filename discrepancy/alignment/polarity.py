"""Polarity across articles."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.model import Article, Mention
from discrepancy.model.group import Group


def polarity_findings(articles: Sequence[tuple[Article, Sequence[Mention]]]) -> list[Group]:
    """Groups of clauses that affirm and deny one thing."""
    return []
