"""What a review begins with: a report, and the full words of its articles where they are at hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from discrepancy.model.judgement import Constraints
from discrepancy.model.report import Report

NONE_HELD = Constraints()


@dataclass(frozen=True, slots=True)
class Loaded:
    """A report and its articles' texts.

    texts           article id -> full text; empty where only the report was read.
    constraints     the splits, merges and joins that the comparison was held to.
    comparable      True where reading again compares the articles anew, False of a report that was written before.
    figures         article id -> how many figures and dates were read of it, as far as is known.
    whole           False while the articles are still being read and compared: then the findings are provisional.
    compared        of how many of the articles these provisional findings are; 0 where there are none yet, or the report is whole.
    """

    report: Report
    texts: Mapping[str, str] = field(default_factory=dict)
    constraints: Constraints = NONE_HELD
    comparable: bool = True
    figures: Mapping[str, int] = field(default_factory=dict)
    whole: bool = True
    compared: int = 0


class Observer(Protocol):
    """Told how far a reading is."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """So many of so many; total 0: unknown."""

    def arrived(self, loaded: Loaded) -> None:
        """What has been read so far."""
