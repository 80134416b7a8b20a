"""Which finding a judgement is about in a later report: by quotes and their context, never by offset.

A quote meets a mention of the same words in the same field where the context agrees too; in an article of another id only
where the context is all the same, for an article may have been renumbered.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from discrepancy.model.judgement import Anchor, Judgement
from discrepancy.model.report import FindingRecord, MentionRecord, Report

_NEAR = 12
"""How many characters beside the quote must be as they were, on one side or both together; fewer where the context is shorter."""


def anchor(mention: MentionRecord) -> Anchor:
    """The mention by quote and context."""
    return Anchor(mention.article, mention.field, mention.quote, mention.prefix, mention.suffix)


def anchors(finding: FindingRecord) -> tuple[Anchor, ...]:
    """All mentions of a finding, in the report's order."""
    return tuple(anchor(mention) for value in finding.values for mention in value.mentions)


def agreement(one: Anchor, other: Anchor) -> int:
    """How well two anchors agree: 3 the same article and its context, 2 another article and all the same context,
    1 the same article and quote in other surroundings, 0 not at all."""
    if one.quote != other.quote or one.field != other.field:
        return 0
    before, after = _common(one.prefix[::-1], other.prefix[::-1]), _common(one.suffix, other.suffix)
    if one.article == other.article:
        context = min(_NEAR, len(one.prefix) + len(one.suffix), len(other.prefix) + len(other.suffix))
        return 3 if before + after >= context else 1
    whole = before == min(len(one.prefix), len(other.prefix)) and after == min(len(one.suffix), len(other.suffix))
    return 2 if whole and before + after >= _NEAR else 0


def _common(one: str, other: str) -> int:
    """How many characters two texts have in common from their beginning."""
    return next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


class Places:
    """The findings of a report by the quotes in them."""

    def __init__(self, report: Report) -> None:
        self.findings = report.findings
        self._by_id = {finding.id: place for place, finding in enumerate(report.findings)}
        self._by_quote: dict[tuple[str, str, str], list[tuple[int, Anchor]]] = {}
        for place, finding in enumerate(report.findings):
            for one in anchors(finding):
                self._by_quote.setdefault((finding.kind, one.field, one.quote), []).append((place, one))

    def of(self, judgement: Judgement) -> FindingRecord | None:
        """The finding of the same kind that shares most quotes with the one judged; None where none shares one in its context."""
        same = self._by_id.get(judgement.finding)
        if same is not None and self.findings[same].kind == judgement.kind:
            return self.findings[same]
        place = self.best(judgement.kind, judgement.evidence)
        return self.findings[place] if place is not None else None

    def best(self, kind: str, evidence: Sequence[Anchor]) -> int | None:
        """The place of the finding that shares most of the anchors: the earliest in the report where several do."""
        counted: dict[int, tuple[int, int]] = {}
        for one in evidence:
            best: dict[int, int] = {}
            for place, other in self._by_quote.get((kind, one.field, one.quote), ()):
                best[place] = max(best.get(place, 0), agreement(one, other))
            for place, agreed in best.items():
                firm, loose = counted.get(place, (0, 0))
                counted[place] = (firm + agreed // 2, loose + agreed) if agreed else (firm, loose)
        found = [(-firm, -loose, place) for place, (firm, loose) in counted.items() if firm]
        return min(found)[2] if found else None


def meets(mention: MentionRecord, among: Iterable[Anchor]) -> bool:
    """Whether a mention is one of these anchors, in its context."""
    found = anchor(mention)
    return any(agreement(found, one) >= 2 for one in among)
