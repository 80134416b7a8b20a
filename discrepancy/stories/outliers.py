"""Which articles of a folder seem to tell another story: they share neither words nor names with any other."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

NEAR = 0.25
"""Words' cosine plus names' cosine to the nearest other article, below which an article is an outlier. Of the 427 labelled
articles one lies below it beside its own story, and seven of eight articles put into a foreign story do."""


def outliers(words: Sequence[frozenset[str]], names: Sequence[frozenset[str]]) -> list[int]:
    """Indexes of the articles that are near no other; empty for fewer than three articles. Both lists: one set an article."""
    if len(words) < 3:
        return []
    lonely = []
    for i in range(len(words)):
        nearest = max(_cosine(words[i], words[j]) + _cosine(names[i], names[j]) for j in range(len(words)) if j != i)
        if nearest < NEAR:
            lonely.append(i)
    return lonely if len(lonely) < len(words) else []


def _cosine(a: frozenset[str], b: frozenset[str]) -> float:
    return len(a & b) / sqrt(len(a) * len(b)) if a and b else 0.0
