"""A judgement in words, beside no report: one line, and nothing in it that could steer a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.model.judgement import Anchor, Judgement
from discrepancy.report.judged import verdict_told
from discrepancy.report.visible import one_line

_MOST = 3


def cited(marks: Sequence[Anchor]) -> str:
    """The first of the quotes with their articles: `01 “seven”, 02 “nine” and 2 more`."""
    told = ", ".join(f"{mark.article} “{mark.quote}”" for mark in marks[:_MOST])
    return one_line(f"{told} and {len(marks) - _MOST} more" if len(marks) > _MOST else told)


def said(one: Judgement) -> str:
    """What the reviewer says: `dismissed: both can be true`."""
    told = verdict_told(one.act, one.reason, one.right)
    if one.marks:
        told += f": {cited(one.marks)}"
    return one_line(told)


def line(one: Judgement) -> str:
    """When, who, what, of what, and the note."""
    of = ", ".join(one.values) if one.values else cited(one.evidence)
    told = f"{one.at[:16].replace('T', ' ')} · {one.reviewer} · {said(one)} · {one.kind} {one.finding}: {of}"
    return one_line(f"{told} · “{one.note}”" if one.note else told)


def disagreement(differing: Sequence[Judgement]) -> str:
    """Who says what of one finding: `count, 7 / 9 (01 “seven”, …): Ann: confirmed; Bob: dismissed: both can be true`."""
    first = differing[-1]
    told = "; ".join(f"{one.reviewer}: {said(one)}" for one in differing)
    return one_line(f"{first.kind} {' / '.join(first.values)} ({cited(first.evidence)}): {told}")
