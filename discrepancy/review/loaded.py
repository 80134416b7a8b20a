"""What a review begins with: a report, and the full words of its articles where they are at hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from discrepancy.model.report import Report


@dataclass(frozen=True, slots=True)
class Loaded:
    """A report and its articles' texts.

    texts   article id -> full text; empty where only the report was read.
    """

    report: Report
    texts: Mapping[str, str] = field(default_factory=dict)
