"""Precision, recall and F1 from the shared scorer's counts."""

from __future__ import annotations

from collections import Counter


def rates(counts: Counter[str], key: str) -> tuple[float, float]:
    """Precision and recall of conflicts ("c"), flags ("f") or aligned pairs ("a"); 0 where there is nothing to be right about."""
    said = counts[f"{key}_tp"] + counts[f"{key}_fp"] + counts[f"{key}_dup"]
    found = counts["a_tp" if key == "a" else f"{key}_found"]
    return counts[f"{key}_tp"] / max(1, said), found / max(1, counts[f"{key}_gold"])


def f1(counts: Counter[str], key: str) -> float:
    """Their harmonic mean, 0 where both are."""
    precision, recall = rates(counts, key)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
