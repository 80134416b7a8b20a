"""What stands: judgements laid beside the findings of a report that may be another than the one they were made on."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from discrepancy.model.judgement import Act, Constraint, Constraints, Judgement
from discrepancy.model.report import FindingRecord, Report
from discrepancy.review.attach import Places, anchors
from discrepancy.review.valuekeys import same_values, value_keys

VERDICTS: frozenset[Act] = frozenset({"confirm", "dismiss", "call"})
"""The acts of which a reviewer has one at a time on a finding."""
SHAPES: frozenset[Act] = frozenset({"split", "merge", "join"})
"""The acts that change what a finding holds when the articles are compared again."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is said of one finding.

    judgement   the latest that confirms, dismisses or asks for a call, whoever said it, of those made on the values of now; where there
                is none, of all; None where nobody did.
    notes       every note that stands, oldest first.
    reopened    the values are not those that `judgement` was made on, so that it must be made anew.
    others      what each other reviewer says instead, of the same ones, oldest first.
    shapes      the splits, merges and joins that stand, oldest first.
    """

    judgement: Judgement | None = None
    notes: tuple[Judgement, ...] = ()
    reopened: bool = False
    others: tuple[Judgement, ...] = ()
    shapes: tuple[Judgement, ...] = ()

    @property
    def disputed(self) -> bool:
        """True where reviewers differ: in what they say, in the reason or in which value is right."""
        if self.judgement is None:
            return False
        return any(
            (one.act, one.reason, one.right) != (self.judgement.act, self.judgement.reason, self.judgement.right) for one in self.others
        )

    @property
    def dismissed(self) -> bool:
        """True where the finding is judged no conflict, on the values that it has, and no other reviewer's word stands against that."""
        held = self.judgement is not None and self.judgement.act == "dismiss" and not self.reopened
        return held and all(one.act == "dismiss" for one in self.others)


def judged(finding: FindingRecord, act: Act, reviewer: str, at: str, **more: Any) -> Judgement:
    """A judgement of a finding as it is now; `more` are further fields of `Judgement` (reason, note, right, marks, supersedes)."""
    made = Judgement(
        id=uuid.uuid4().hex,
        finding=finding.id,
        kind=finding.kind,
        act=act,
        reviewer=reviewer,
        at=at,
        values=value_keys(finding),
        evidence=anchors(finding),
    )
    return replace(made, **more)


def in_time(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Oldest first by their own time, in the order given where times are equal; a time that cannot be read keeps the order given."""
    return sorted(judgements, key=lambda one: _moment(one.at))


def _moment(at: str) -> datetime.datetime:
    try:
        read = datetime.datetime.fromisoformat(at)
    except ValueError:
        return datetime.datetime.min.replace(tzinfo=datetime.UTC)
    return read if read.tzinfo else read.replace(tzinfo=datetime.UTC)


def effective(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Those that have not been withdrawn or superseded, oldest first, withdrawals left out.

    A withdrawn judgement is as if it had never been made: what it superseded stands again, and a withdrawal can be withdrawn.
    """
    ordered = in_time(judgements)
    void: set[str] = set()
    swept: dict[tuple[str, str], int] = {}
    for place in range(len(ordered) - 1, -1, -1):
        one = ordered[place]
        if one.act == "withdraw" and one.id not in void:
            if one.supersedes is not None:
                void.add(one.supersedes)
            else:
                swept.setdefault((one.reviewer, one.finding), place)
    kept = [
        one
        for place, one in enumerate(ordered)
        if one.id not in void and one.act != "withdraw" and place >= swept.get((one.reviewer, one.finding), 0)
    ]
    replaced = {one.supersedes for one in kept if one.supersedes is not None}
    return tuple(one for one in kept if one.id not in replaced)


def standing(report: Report, judgements: Sequence[Judgement]) -> Mapping[str, Standing]:
    """Finding id -> what is said of it; findings of which nothing is said are absent.

    A judgement attaches to the finding of its kind that shares most quotes with the one judged, and to none where none does.
    """
    places = Places(report)
    said: dict[str, list[Judgement]] = {}
    for one in effective(judgements):
        finding = places.of(one)
        if finding is not None:
            said.setdefault(finding.id, []).append(one)
    by_id = {finding.id: finding for finding in report.findings}
    return {finding.id: _standing(finding, said[finding.id]) for finding in by_id.values() if finding.id in said}


def _standing(finding: FindingRecord, said: Sequence[Judgement]) -> Standing:
    last: dict[str, Judgement] = {}
    for one in said:
        if one.act in VERDICTS:
            last.pop(one.reviewer, None)
            last[one.reviewer] = one
    of_now = [one for one in last.values() if same_values(one.values, finding)]
    of_whom = of_now or list(last.values())
    latest = of_whom[-1] if of_whom else None
    return Standing(
        judgement=latest,
        notes=tuple(one for one in said if one.act == "note"),
        reopened=latest is not None and not of_now,
        others=tuple(of_whom[:-1]),
        shapes=tuple(one for one in said if one.act in SHAPES),
    )


def unattached(report: Report, judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Those that stand and meet no finding of the report: its articles or passages are gone, or its values now agree out of sight."""
    places = Places(report)
    return tuple(one for one in effective(judgements) if places.of(one) is None)


def constraints(judgements: Iterable[Judgement]) -> Constraints:
    """The splits, merges and joins that stand, oldest first, for `pipeline.compare_story`."""
    return Constraints(
        tuple(
            Constraint(one.act, one.kind, one.evidence, one.marks) for one in effective(judgements) if one.act in ("split", "merge", "join")
        )
    )
