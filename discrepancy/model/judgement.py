"""A judgement: what a reviewer says of a finding. It never edits the finding, nor another judgement; a later one supersedes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Act = Literal["confirm", "dismiss", "call", "note", "split", "merge", "join", "withdraw"]
"""What a reviewer does.

confirm     the difference is real; `right` may say which of the values is right.
dismiss     no conflict, with a `reason`.
call        it needs a phone call.
note        only a note.
split       the mentions in `marks` do not belong in this finding.
merge       the finding whose evidence is in `marks` asks the same question.
join        the mentions in `marks`, which the program missed, answer this question too.
withdraw    takes back the judgement that `supersedes` names; without that, all that this reviewer said of the finding so far.
"""
Reason = Literal["not-the-same", "misread", "both-true", "not-worth-it"]
"""Why a finding is dismissed: not one question; a passage misunderstood; one question, and both hold; true, and of no weight."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of an article by quote and context, never by offset (a W3C TextQuoteSelector in a field, `text` or `title`)."""

    article: str
    field: str
    quote: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """One act of one reviewer.

    id          32 hex digits, unlike every other's.
    finding     the id that the finding had in the report under review.
    at          when, ISO 8601 in UTC.
    reason      of a dismissal; else None.
    right       of a confirmation: which of `values` are right; may be empty.
    values      the sorted distinct normalised values that the finding had then (`review.standing.value_key`).
    evidence    all mentions that the finding had then, in the report's order.
    marks       of a split, merge or join: the mentions it is about.
    supersedes  the id of the judgement that this one replaces (or, of a withdrawal, takes back).
    """

    id: str
    finding: str
    kind: str
    act: Act
    reviewer: str
    at: str
    reason: Reason | None = None
    note: str = ""
    right: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    evidence: tuple[Anchor, ...] = ()
    marks: tuple[Anchor, ...] = ()
    supersedes: str | None = None


@dataclass(frozen=True, slots=True)
class Constraint:
    """What one split, merge or join asks of a comparison: `marks` stay apart from `evidence`, or come to it."""

    act: Literal["split", "merge", "join"]
    kind: str
    evidence: tuple[Anchor, ...]
    marks: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class Constraints:
    """The constraints that stand, in the order they were judged; a later one wins over an earlier one."""

    rules: tuple[Constraint, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rules)
