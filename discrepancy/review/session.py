"""The session: one report under review, what is shown of it and chosen, and what the reviewer says of it. It knows no screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from discrepancy.model.judgement import Act, Anchor, Reason
from discrepancy.model.report import FindingRecord, MentionRecord
from discrepancy.review.attach import anchor, anchors
from discrepancy.review.browsing import Browsing
from discrepancy.review.choice import DIFFERENCES, TO_DO, Filters, Known
from discrepancy.review.judging import Judging
from discrepancy.review.loaded import Loaded
from discrepancy.review.standing import Standing
from discrepancy.review.valuekeys import value_key


class Session(Browsing):
    """What is browsed, with judgements beside it.

    `marked` holds the ids of the findings that the next judgement is about, in the order they were marked; where it is
    empty, the chosen one. A verdict on the chosen finding moves on to the next that is still to do.
    """

    def __init__(
        self, loaded: Loaded, filters: Filters | None = None, judging: Judging | None = None, seen: Sequence[Known] | None = None
    ) -> None:
        self.judging = judging or Judging()
        self.marked: dict[str, None] = {}
        self._progress = (-1, 0, 0)
        super().__init__(loaded, filters, seen)

    def _take(self, loaded: Loaded) -> None:
        # What was said of all values would seem reopened beside the values of a few articles.
        self.judging.take(loaded.report if loaded.whole else replace(loaded.report, findings=()))
        super()._take(loaded)
        self._by_id = {finding.id: finding for finding in loaded.report.findings}
        self.marked = {identifier: None for identifier in self.marked if identifier in self._by_id}

    def standing(self, finding: FindingRecord) -> Standing:
        """What reviewers say of a finding."""
        return self.judging.of(finding.id)

    def said_of(self, finding: FindingRecord) -> frozenset[str]:
        """How far it is, whether it is disputed or noted, and what a later reading brought."""
        stands = self.judging.of(finding.id)
        more = [word for word, holds in (("disputed", stands.disputed), ("noted", bool(stands.notes))) if holds]
        return super().said_of(finding) | {self.judging.state(finding.id), *more}

    @property
    def progress(self) -> tuple[int, int]:
        """How many of the report's differences are judged, and how many there are."""
        if self._progress[0] != self.judging.changes:
            states = [self.judging.state(finding.id) for finding in self.report.findings if finding.verdict in DIFFERENCES]
            self._progress = (self.judging.changes, sum(state not in TO_DO for state in states), len(states))
        return self._progress[1:]

    def mark(self) -> bool:
        """Mark the chosen finding, or take its mark away, and go on to the next; False where nothing is chosen."""
        chosen = self.chosen
        if chosen is None:
            return False
        if chosen.id in self.marked:
            del self.marked[chosen.id]
        else:
            self.marked[chosen.id] = None
        self.move(1)
        return True

    def mark_shown(self) -> int:
        """Mark all that is shown, or take every mark away where all is marked; how many are marked now."""
        identifiers = [finding.id for finding in self.shown]
        self.marked = {} if all(one in self.marked for one in identifiers) else {**self.marked, **dict.fromkeys(identifiers)}
        return len(self.marked)

    @property
    def targets(self) -> tuple[FindingRecord, ...]:
        """What the next judgement is about."""
        if self.marked:
            return tuple(self._by_id[identifier] for identifier in self.marked)
        return (self.chosen,) if self.chosen is not None else ()

    def confirm(self, side: int | None = None) -> tuple[FindingRecord, ...]:
        """The conflict is real; with `side`, that value of the one finding in question is right.

        What was judged: none where there is no such value, or more than one finding is marked.
        """
        right: tuple[str, ...] = ()
        if side is not None:
            if len(self.targets) != 1 or side >= len(self.targets[0].values):
                return ()
            right = (value_key(self.targets[0].values[side], self.targets[0].kind),)
        return self._judge("confirm", right=right)

    def dismiss(self, reason: Reason) -> tuple[FindingRecord, ...]:
        """No conflict, and why."""
        return self._judge("dismiss", reason=reason)

    def call(self) -> tuple[FindingRecord, ...]:
        """It needs a phone call."""
        return self._judge("call")

    def note(self, words: str) -> tuple[FindingRecord, ...]:
        """Words to keep beside it; the chosen finding stays chosen."""
        return self._judge("note", note=words, on=False)

    def _judge(self, act: Act, on: bool = True, **more: Any) -> tuple[FindingRecord, ...]:
        targets = self.targets
        self.judging.judge(targets, act, **more)
        self.marked = {}
        if targets and on:
            self.next_to_do()
        self._show()
        return targets

    def next_to_do(self) -> bool:
        """Choose the next finding shown that is still to do, going round; False where all is done."""
        number = len(self.shown)
        for step in range(1, number + 1):
            index = (self.index + step) % number
            if self.judging.state(self.shown[index].id) in TO_DO:
                self.choose(index)
                return True
        return False

    def undo(self) -> tuple[FindingRecord, ...] | None:
        """Take the last act back and choose what it was about, where the report still has it; None where there is nothing to take back."""
        return self._taken_back(self.judging.undo())

    def redo(self) -> tuple[FindingRecord, ...] | None:
        """Take the last undoing back."""
        return self._taken_back(self.judging.redo())

    def _taken_back(self, identifiers: tuple[str, ...] | None) -> tuple[FindingRecord, ...] | None:
        if identifiers is None:
            return None
        found = tuple(self._by_id[identifier] for identifier in identifiers)
        self._show()
        if found:
            self._settle(found[0])
        return found

    def split(self) -> MentionRecord | None:
        """The chosen passage does not belong in the chosen finding; None where nothing is chosen."""
        statement, chosen = self.statement, self.chosen
        if statement is None or chosen is None:
            return None
        self._shape(chosen, "split", (anchor(statement.mention),))
        return statement.mention

    def merge(self) -> tuple[FindingRecord, ...]:
        """The marked findings ask the same question as the first of them; none where fewer than two of one kind are marked."""
        targets = self.targets
        if len(targets) < 2 or len({finding.kind for finding in targets}) > 1:
            return ()
        self.judging.say("merge", [(targets[0], {"marks": anchors(other)}) for other in targets[1:]])
        self.marked = {}
        self._show()
        return targets

    def join(self, mention: MentionRecord) -> bool:
        """A mention that the program missed answers the chosen finding's question too."""
        if self.chosen is None:
            return False
        self._shape(self.chosen, "join", (anchor(mention),))
        return True

    def _shape(self, finding: FindingRecord, act: Act, marks: tuple[Anchor, ...]) -> None:
        self.judging.judge((finding,), act, marks=marks)
        self._show()

    def shaped(self, mention: MentionRecord) -> bool:
        """True where a split says that a mention of the chosen finding does not belong."""
        if self.chosen is None:
            return False
        own = anchor(mention)
        return any(shape.act == "split" and own in shape.marks for shape in self.standing(self.chosen).shapes)

    @property
    def waiting(self) -> int:
        """How many splits, merges and joins stand that the report was not compared with: reading again applies them."""
        applied, wanted = self.loaded.constraints.rules, self.judging.constraints().rules
        return len(set(applied) ^ set(wanted))
