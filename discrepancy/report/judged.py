"""What reviewers said, beside the findings of a report that carries it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from discrepancy.model.judgement import Act, Reason
from discrepancy.model.report import JudgementRecord, Report
from discrepancy.report.visible import one_line

REASONS: Mapping[Reason, str] = {
    "not-the-same": "not the same question",
    "misread": "a passage was misread",
    "both-true": "both can be true",
    "not-worth-it": "not worth it",
}
ACTS: Mapping[Act, str] = {
    "confirm": "confirmed",
    "dismiss": "dismissed",
    "call": "needs a call",
    "note": "note",
    "split": "taken out of this finding",
    "merge": "put together with this finding",
    "join": "joined to this finding",
    "withdraw": "withdrawn",
}
_VERDICTS = ("confirm", "dismiss", "call")


@dataclass(frozen=True, slots=True)
class Beside:
    """What reviewers said of one finding.

    said        what stands, oldest first; of each reviewer one verdict, the latest.
    dismissed   judged no conflict: dismissed on the values it has, and by nobody judged otherwise on them.
    disputed    reviewers differ: in the act, or in which value is right.
    reopened    judged, and on none of the values it has.
    """

    said: tuple[JudgementRecord, ...] = ()

    @property
    def _verdicts(self) -> list[JudgementRecord]:
        return [one for one in self.said if one.act in _VERDICTS]

    @property
    def _of_now(self) -> list[JudgementRecord]:
        return [one for one in self._verdicts if not one.reopened]

    @property
    def dismissed(self) -> bool:
        return bool(self._of_now) and all(one.act == "dismiss" for one in self._of_now)

    @property
    def disputed(self) -> bool:
        return len({(one.act, one.right) for one in self._of_now}) > 1

    @property
    def reopened(self) -> bool:
        return bool(self._verdicts) and not self._of_now

    @property
    def mark(self) -> str:
        """In a word or two, beside the verdict; "" where nobody gave one."""
        if self.disputed:
            return "reviewers differ"
        if self.reopened:
            return "to be judged anew"
        return ACTS[self._of_now[-1].act] if self._of_now else ""


NOTHING = Beside()


def beside(report: Report) -> dict[str, Beside]:
    """Finding id -> what was said of it; findings of which nothing was said are absent."""
    found: dict[str, dict[tuple[str, str], JudgementRecord]] = {}
    for one in report.judgements or ():
        if one.finding is not None:
            own = found.setdefault(one.finding, {})
            key = ("verdict", one.reviewer) if one.act in _VERDICTS else ("id", one.id)
            own.pop(key, None)
            own[key] = one
    return {finding: Beside(tuple(own.values())) for finding, own in found.items()}


def dismissed(report: Report) -> frozenset[str]:
    """The findings that are judged no conflict."""
    return frozenset(finding for finding, said in beside(report).items() if said.dismissed)


def elsewhere(report: Report) -> tuple[JudgementRecord, ...]:
    """What was judged and meets no finding: splits and merges that left none."""
    return tuple(one for one in report.judgements or () if one.finding is None)


def verdict_told(act: Act, reason: Reason | None, right: Sequence[str]) -> str:
    """The act, why, and which values are right: `dismissed: both can be true`."""
    told = ACTS[act] if reason is None else f"{ACTS[act]}: {REASONS[reason]}"
    return f"{told}: {', '.join(right)} is right" if right else told


def sentence(one: JudgementRecord) -> str:
    """One judgement on one line, made visible: `dismissed: both can be true (Ann, 2026-11-21): the note`."""
    told = verdict_told(one.act, one.reason, one.right)
    if one.marks:
        told += ": " + ", ".join(f"“{mark.quote}” of {mark.article}" for mark in one.marks[:3])
        told += f" and {len(one.marks) - 3} more" if len(one.marks) > 3 else ""
    told += f" ({one.reviewer}, {one.at[:10]})"
    if one.reopened and one.act in _VERDICTS:
        told += ", reopened: the values were " + (", ".join(one.values) or "none")
    return one_line(f"{told}: {one.note}" if one.note else told)
