"""The fitted models that the program ships, as one record, so that a fit can put its own in their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from discrepancy.alignment.cluster import Limits
from discrepancy.alignment.trees import Trees, shipped


@dataclass(frozen=True, slots=True)
class Models:
    """Stage one and two for equal and for unequal values; confidence of findings: that values differ, that they exclude each other.

    `limits` were chosen with them.
    """

    first_equal: Trees
    first_unequal: Trees
    second_equal: Trees
    second_unequal: Trees
    flag: Trees
    conflict: Trees
    limits: Limits = field(default_factory=Limits)

    def first(self, equal: bool, rows: Sequence[Sequence[float]]) -> list[float]:
        """Probabilities of stage one."""
        return (self.first_equal if equal else self.first_unequal).probabilities(rows)

    def second(self, equal: bool, rows: Sequence[Sequence[float]]) -> list[float]:
        """Probabilities of stage two."""
        return (self.second_equal if equal else self.second_unequal).probabilities(rows)


@cache
def shipped_models() -> Models:
    """The models in `weights/`."""
    return Models(
        shipped("first_equal"),
        shipped("first_unequal"),
        shipped("second_equal"),
        shipped("second_unequal"),
        shipped("flag"),
        shipped("conflict"),
    )
