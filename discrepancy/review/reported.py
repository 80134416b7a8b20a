"""Judgements into a report, and out of one again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from discrepancy.model import Article
from discrepancy.model.judgement import Judgement
from discrepancy.model.report import FindingRecord, JudgementRecord, Report
from discrepancy.review.attach import Places
from discrepancy.review.standing import SHAPES, VERDICTS, effective
from discrepancy.review.valuekeys import same_values
from discrepancy.text.anchoring import located


def with_judgements(report: Report, judgements: Iterable[Judgement], articles: Sequence[Article] = ()) -> Report:
    """The report with the judgements that stand and meet one of its findings, oldest first.

    A split, merge or join of which a word is in `articles` is carried even where it meets no finding: it may have left none.
    """
    places = Places(report)
    carried = []
    for one in effective(judgements):
        finding = places.of(one)
        if finding is not None or (one.act in SHAPES and _concerns(one, articles)):
            carried.append(_record(one, finding))
    return replace(report, judgements=tuple(carried), settings={**report.settings, "with_judgements": True})


def _concerns(one: Judgement, articles: Sequence[Article]) -> bool:
    return any(located(mark, articles) is not None for mark in (*one.marks, *one.evidence))


def _record(one: Judgement, finding: FindingRecord | None) -> JudgementRecord:
    return JudgementRecord(
        finding=finding.id if finding is not None else None,
        act=one.act,
        reviewer=one.reviewer,
        at=one.at,
        reason=one.reason,
        note=one.note,
        values=one.values,
        right=one.right,
        reopened=one.act in VERDICTS and finding is not None and not same_values(one.values, finding),
        id=one.id,
        kind=one.kind,
        judged=one.finding,
        evidence=one.evidence,
        marks=one.marks,
        supersedes=one.supersedes,
    )


def judgements_of(report: Report) -> tuple[Judgement, ...]:
    """The judgements that a report carries, as they were made."""
    return tuple(
        Judgement(
            id=one.id,
            finding=one.judged,
            kind=one.kind,
            act=one.act,
            reviewer=one.reviewer,
            at=one.at,
            reason=one.reason,
            note=one.note,
            right=one.right,
            values=one.values,
            evidence=one.evidence,
            marks=one.marks,
            supersedes=one.supersedes,
        )
        for one in report.judgements or ()
    )
