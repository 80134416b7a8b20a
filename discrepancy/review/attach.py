"""Which finding a judgement is about in a later report: by quotes and their context, never by offset.

A quote meets a mention of the same words in the same field where the context agrees too; in an article of another id only
where the context is all the same, for an article may have been renumbered.
"""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.model.judgement import Anchor, Judgement
from discrepancy.model.report import FindingRecord, MentionRecord, Report
from discrepancy.text.anchoring import agreement


def anchor(mention: MentionRecord) -> Anchor:
    """The mention by quote and context."""
    return Anchor(mention.article, mention.field, mention.quote, mention.prefix, mention.suffix)


def anchors(finding: FindingRecord) -> tuple[Anchor, ...]:
    """All mentions of a finding, in the report's order."""
    return tuple(anchor(mention) for value in finding.values for mention in value.mentions)


class Places:
    """The findings of a report by the quotes in them."""

    def __init__(self, report: Report) -> None:
        self.findings = report.findings
        self._by_id = {finding.id: place for place, finding in enumerate(report.findings)}
        self._by_quote: dict[tuple[str, str, str], dict[Anchor, list[int]]] = {}
        for place, finding in enumerate(report.findings):
            for one in anchors(finding):
                self._by_quote.setdefault((finding.kind, one.field, one.quote), {}).setdefault(one, []).append(place)

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
            for other, places in self._by_quote.get((kind, one.field, one.quote), {}).items():
                agreed = agreement(one, other)
                for place in places:
                    best[place] = max(best.get(place, 0), agreed)
            for place, agreed in best.items():
                firm, loose = counted.get(place, (0, 0))
                counted[place] = (firm + agreed // 2, loose + agreed) if agreed else (firm, loose)
        found = [(-firm, -loose, place) for place, (firm, loose) in counted.items() if firm]
        return min(found)[2] if found else None
