"""A group: values of who, where or whether that answer one question, before it becomes a finding of the report."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from discrepancy.model.mention import Kind, Mention
from discrepancy.model.report import Cause, Verdict


@dataclass(frozen=True, slots=True)
class Group:
    """Values that answer one question, and how they stand to each other.

    topic        a few words for people.
    explanation  one plain sentence for an editor; it names an article by `cited`, until `with_sources` puts the source's name there.
    confidence   0..1.
    values       (label, canonical value, ((article id, mention), ...)) each; an agreement has one, the others two or more.
    ledger       (reason, signed weight) each.
    """

    kind: Kind
    topic: str
    verdict: Verdict
    causes: tuple[Cause, ...]
    explanation: str
    confidence: float
    values: tuple[tuple[str, str, tuple[tuple[str, Mention], ...]], ...]
    ledger: tuple[tuple[str, float], ...] = ()


_CITED = re.compile("\ue000([^\ue001]*)\ue001")


def cited(article: str) -> str:
    """An article in an explanation, by its id between two private characters that no article keeps (U+E000, U+E001)."""
    return f"\ue000{article}\ue001"


def with_sources(explanation: str, named: Callable[[str], str]) -> str:
    """The explanation with each cited article by the name people know it by."""
    return _CITED.sub(lambda match: named(match[1]), explanation)
