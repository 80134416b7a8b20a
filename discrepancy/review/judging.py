"""What reviewers have said of a report's findings; each act is kept at once, and taken back by one more. It knows no screen."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Protocol

from discrepancy.errors import DiscrepancyError
from discrepancy.model.judgement import Act, Constraints, Judgement
from discrepancy.model.report import FindingRecord, Report, Tool
from discrepancy.review.attach import Places
from discrepancy.review.choice import State
from discrepancy.review.reported import judgements_of
from discrepancy.review.reviewer import now
from discrepancy.review.standing import VERDICTS, Standing, constraints, effective, judged, standing

_STATE_OF: Mapping[Act, State] = {"confirm": "confirmed", "dismiss": "dismissed", "call": "needs a call"}
NOTHING = Standing()


class Keeping(Protocol):
    """What keeps judgements: a `review.store.Store`. Both raise a DiscrepancyError where it cannot be read or written."""

    def all(self) -> tuple[Judgement, ...]:
        """Every judgement, in the order of writing."""

    def extend(self, judgements: Iterable[Judgement]) -> int:
        """Write those it does not hold yet, all or none."""


class Judging:
    """The judgements beside one report, and the acts of one reviewer.

    `changes` counts how often what stands has changed.
    `trouble` says why the last act could not be kept, empty where all is kept; what was not kept is tried again with the next act.
    """

    def __init__(self, reviewer: str = "reviewer", store: Keeping | None = None, clock: Callable[[], str] = now) -> None:
        self.reviewer, self.store, self.clock = reviewer, store, clock
        self.trouble = ""
        self._all: list[Judgement] = []
        self._unkept: list[Judgement] = []
        self._undo: list[tuple[Judgement, ...]] = []
        self._redo: list[tuple[Judgement, ...]] = []
        self._report = Report("discrepancy-report", 1, Tool("discrepancy", ""), {}, (), (), ())
        self._places: Places | None = None
        self._findings: dict[str, FindingRecord] = {}
        self._standing: dict[str, Standing] = {}
        self._homes: dict[str, str | None] = {}
        self.changes = 0

    def take(self, report: Report) -> None:
        """Lay the judgements, read anew, and those that the report carries, beside it."""
        if self.store is not None:
            try:
                held = self.store.all()
            except DiscrepancyError as error:
                self.trouble = str(error)
            else:
                known = {one.id for one in held}
                self._all = [*held, *(one for one in self._all if one.id not in known)]
                self.trouble = self.trouble if self._unkept else ""
        known = {one.id for one in self._all}
        self._all += [one for one in judgements_of(report) if one.id not in known]
        self._report, self._places = report, None
        self._findings = {finding.id: finding for finding in report.findings}
        self._homes, self._standing = {}, {}
        self._settle(self._findings)

    def of(self, finding: str) -> Standing:
        """What is said of a finding, by its id."""
        return self._standing.get(finding, NOTHING)

    def state(self, finding: str) -> State:
        """How far a finding is."""
        stands = self.of(finding)
        if stands.judgement is None:
            return "not judged"
        return "reopened" if stands.reopened else _STATE_OF[stands.judgement.act]

    def own(self, finding: str) -> Judgement | None:
        """What this reviewer confirmed, dismissed or asked a call for, where it still stands."""
        stands = self.of(finding)
        said = [one for one in (*stands.others, stands.judgement) if one is not None and one.reviewer == self.reviewer]
        return said[-1] if said else None

    def own_note(self, finding: str) -> Judgement | None:
        """This reviewer's latest note."""
        return next((one for one in reversed(self.of(finding).notes) if one.reviewer == self.reviewer), None)

    def judge(self, findings: Sequence[FindingRecord], act: Act, **more: Any) -> None:
        """Say the same of each finding; a new verdict or note takes the place of this reviewer's former one."""
        self.say(act, [(finding, {**self._former(finding, act), **more}) for finding in findings])

    def say(self, act: Act, of: Sequence[tuple[FindingRecord, Mapping[str, Any]]]) -> None:
        """One act, on each finding with its own further fields of a judgement; undone as one."""
        made = tuple(judged(finding, act, self.reviewer, self.clock(), **more) for finding, more in of)
        if made:
            self._keep(made)
            self._undo.append(made)
            self._redo.clear()

    def _former(self, finding: FindingRecord, act: Act) -> Mapping[str, str]:
        former = self.own(finding.id) if act in VERDICTS else self.own_note(finding.id) if act == "note" else None
        return {"supersedes": former.id} if former is not None else {}

    def undo(self) -> tuple[str, ...] | None:
        """Take this reviewer's last act back, one of an earlier session where this one has none.

        The findings of the report that it was about; None where there is nothing to take back.
        """
        if not self._undo and (last := self._last_own()) is not None:
            self._undo.append((last,))
        return self._take_back(self._undo, self._redo)

    def redo(self) -> tuple[str, ...] | None:
        """Take the last undoing back."""
        return self._take_back(self._redo, self._undo)

    def _take_back(self, done: list[tuple[Judgement, ...]], opposite: list[tuple[Judgement, ...]]) -> tuple[str, ...] | None:
        """A withdrawal can itself be withdrawn, so that undoing and redoing are one act."""
        if not done:
            return None
        withdrawn = done.pop()
        made = [self._withdrawal(one) for one in withdrawn]
        self._keep(made)
        opposite.append(tuple(made))
        return tuple(dict.fromkeys(home for one in made if (home := self._home(one)) is not None))

    def _last_own(self) -> Judgement | None:
        """This reviewer's latest act that stands and meets a finding of the report."""
        own = (one for one in reversed(effective(self._all)) if one.reviewer == self.reviewer)
        return next((one for one in own if self._home(one) is not None), None)

    def _withdrawal(self, of: Judgement) -> Judgement:
        return Judgement(
            uuid.uuid4().hex, of.finding, of.kind, "withdraw", self.reviewer, self.clock(),
            values=of.values, evidence=of.evidence, supersedes=of.id,
        )  # fmt: skip

    def constraints(self) -> Constraints:
        """The splits, merges and joins that stand."""
        return constraints(self._all)

    @property
    def known(self) -> tuple[Judgement, ...]:
        """Every judgement, the withdrawn ones too."""
        return tuple(self._all)

    @property
    def unmet(self) -> int:
        """How many judgements stand that meet no finding of the report."""
        return sum(self._home(one) is None for one in effective(self._all))

    def _keep(self, made: Sequence[Judgement]) -> None:
        self._all += made
        self._unkept += made
        if self.store is not None:
            try:
                self.store.extend(self._unkept)
            except DiscrepancyError as error:
                self.trouble = str(error)
            else:
                self._unkept, self.trouble = [], ""
        self._settle({home for one in made if (home := self._home(one)) is not None})

    def _home(self, judgement: Judgement) -> str | None:
        """The finding that a judgement attaches to."""
        if judgement.id not in self._homes:
            if (same := self._findings.get(judgement.finding)) is not None and same.kind == judgement.kind:
                self._homes[judgement.id] = same.id
            else:
                self._places = self._places or Places(self._report)
                finding = self._places.of(judgement)
                self._homes[judgement.id] = finding.id if finding is not None else None
        return self._homes[judgement.id]

    def _settle(self, touched: Iterable[str]) -> None:
        """Say anew what stands on the findings touched."""
        self.changes += 1
        said: dict[str, list[Judgement]] = {identifier: [] for identifier in touched}
        for one in effective(self._all):
            home = self._home(one)
            if home in said:
                said[home].append(one)
        for identifier, own in said.items():
            self._standing.pop(identifier, None)
            if own:
                alone = replace(self._report, findings=(self._findings[identifier],))
                self._standing.update(standing(alone, own))
