"""A group: values of who, where or whether that answer one question, before it becomes a finding of the report."""

from __future__ import annotations

from dataclasses import dataclass

from discrepancy.model.mention import Kind, Mention
from discrepancy.model.report import Cause, Verdict


@dataclass(frozen=True, slots=True)
class Group:
    """Values that answer one question, and how they stand to each other.

    topic        a few words for people.
    explanation  one plain sentence for an editor.
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
