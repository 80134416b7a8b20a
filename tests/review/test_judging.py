"""What each act of judging does to the session and to the store, without a screen."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from discrepancy.errors import UnusableStore
from discrepancy.model.judgement import Constraints, Judgement
from discrepancy.model.report import FindingRecord, MentionRecord
from discrepancy.review.attach import anchors
from discrepancy.review.choice import Filters, said_counts
from discrepancy.review.judging import Judging
from discrepancy.review.session import Session
from discrepancy.review.store import Store
from tests.tui import fake


def ticking() -> Judging:
    """Ann's, without a store, a second to each act."""
    seconds = count()
    return Judging("Ann", None, lambda: f"2026-03-07T09:30:{next(seconds) % 60:02}Z")


@pytest.fixture
def session() -> Session:
    return Session(fake.loaded(), judging=ticking())


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "project" / "judgements.sqlite3")


def over(store: Store, reviewer: str = "Ann", findings: tuple[FindingRecord, ...] | None = None) -> Session:
    return Session(fake.loaded(findings), judging=Judging(reviewer, store))


def state(session: Session, number: int) -> str:
    return session.judging.state(session.report.findings[number].id)


class Full:
    """A store on a disk that is full, until it is not."""

    def __init__(self) -> None:
        self.full = True
        self.held: list[Judgement] = []

    def all(self) -> tuple[Judgement, ...]:
        return tuple(self.held)

    def extend(self, judgements: Iterable[Judgement]) -> int:
        if self.full:
            raise UnusableStore("judgements.sqlite3: the store cannot be written: disk full")
        known = {one.id for one in self.held}
        new = [one for one in judgements if one.id not in known]
        self.held += new
        return len(new)


def test_a_confirmation_is_on_the_disk_before_the_next_finding_is_chosen(store: Store) -> None:
    session = over(store)
    session.confirm()
    (kept,) = Store(store.path).all()
    assert (kept.act, kept.reviewer, kept.finding, kept.kind) == ("confirm", "Ann", "f001", "money")
    assert session.index == 1
    assert session.progress == (1, 11)


def test_the_right_value_is_kept_as_its_normalised_value(session: Session) -> None:
    session.choose(1)
    assert session.confirm(2)
    judgement = session.standing(session.report.findings[1]).judgement
    assert judgement is not None
    assert judgement.right == ("44",)
    assert judgement.right[0] in judgement.values


def test_a_value_that_is_not_there_confirms_nothing(session: Session) -> None:
    assert session.confirm(7) == ()
    assert state(session, 0) == "not judged"


def test_each_reason_of_a_dismissal_is_kept(session: Session) -> None:
    session.dismiss("not-the-same")
    session.dismiss("misread")
    session.dismiss("both-true")
    session.dismiss("not-worth-it")
    reasons = [
        judgement.reason for finding in session.report.findings[:4] if (judgement := session.standing(finding).judgement) is not None
    ]
    assert reasons == ["not-the-same", "misread", "both-true", "not-worth-it"]
    assert session.standing(session.report.findings[0]).dismissed


def test_a_call_counts_as_judged_and_a_note_does_not(session: Session) -> None:
    session.note("ask the coastguard")
    assert (session.index, session.progress) == (0, (0, 11))
    session.call()
    assert (session.index, session.progress) == (1, (1, 11))
    assert [note.note for note in session.standing(session.report.findings[0]).notes] == ["ask the coastguard"]


def test_a_second_note_of_the_same_reviewer_takes_the_place_of_the_first(session: Session) -> None:
    session.note("one")
    session.note("two")
    assert [note.note for note in session.standing(session.report.findings[0]).notes] == ["two"]
    session.undo()
    assert [note.note for note in session.standing(session.report.findings[0]).notes] == ["one"]


def test_a_later_verdict_supersedes_and_undoing_it_brings_the_former_back(session: Session) -> None:
    first = session.report.findings[0]
    session.confirm()
    session.choose(0)
    session.dismiss("misread")
    assert session.judging.state(first.id) == "dismissed"
    assert session.undo() == (first,)
    assert (session.judging.state(first.id), session.index) == ("confirmed", 0)
    session.undo()
    assert session.judging.state(first.id) == "not judged"
    assert session.undo() is None


def test_undoing_and_redoing_append_and_never_edit(store: Store) -> None:
    session = over(store)
    session.confirm()
    session.undo()
    assert session.redo()
    assert session.undo()
    assert session.redo()
    assert session.redo() is None
    assert [judgement.act for judgement in store.all()] == ["confirm", "withdraw", "withdraw", "withdraw", "withdraw"]
    assert over(store).progress == (1, 11)


def test_what_was_judged_yesterday_can_be_taken_back_but_not_what_another_said(store: Store) -> None:
    ann = over(store, "Ann")
    ann.confirm()
    ann.call()
    over(store, "Bo").dismiss("misread")
    today = over(store, "Ann")
    assert [finding.id for finding in today.undo() or ()] == ["f002"]
    assert [finding.id for finding in today.undo() or ()] == ["f001"]
    assert today.undo() is None
    assert (state(today, 0), state(today, 1)) == ("dismissed", "not judged")
    today.redo()
    assert today.standing(today.report.findings[0]).disputed


def test_a_new_act_ends_what_could_be_redone(session: Session) -> None:
    session.confirm()
    session.undo()
    session.call()
    assert session.redo() is None


def test_one_judgement_is_about_all_that_are_marked_and_undone_as_one(session: Session) -> None:
    session.mark()
    session.mark()
    session.choose(5)
    session.mark()
    assert session.index == 6
    assert len(session.dismiss("not-worth-it")) == 3
    assert [state(session, number) for number in (0, 1, 5, 6)] == ["dismissed"] * 3 + ["not judged"]
    assert session.marked == {}
    assert len(session.undo() or ()) == 3
    assert session.progress == (0, 11)


def test_a_mark_is_taken_away_by_the_same_key(session: Session) -> None:
    session.mark()
    session.choose(0)
    session.mark()
    assert session.marked == {}


def test_all_that_is_shown_is_marked_and_unmarked(session: Session) -> None:
    session.filter(Filters(frozenset({"imprecise"})))
    assert session.mark_shown() == 6
    session.call()
    assert said_counts(session.report, session.said_of) == {"not judged": 7, "needs a call": 6}
    session.mark_shown()
    assert session.mark_shown() == 0


def test_which_value_is_right_is_said_of_one_finding(session: Session) -> None:
    session.mark_shown()
    assert session.confirm(0) == ()
    assert session.progress == (0, 11)


def test_the_queue_passes_what_is_judged_and_goes_round(session: Session) -> None:
    session.choose(1)
    session.confirm()
    session.choose(0)
    session.confirm()
    assert session.index == 2
    session.choose(10)
    session.confirm()
    assert session.index == 2
    for _ in range(8):
        session.confirm()
    assert session.progress == (11, 11)
    assert not session.next_to_do()


def test_a_filter_for_what_is_left_lets_go_of_what_is_judged(session: Session) -> None:
    session.filter(replace(session.filters, said=frozenset({"not judged"})))
    second = session.shown[1]
    session.confirm()
    assert (len(session.shown), session.chosen) == (10, second)
    session.undo()
    assert (len(session.shown), session.index) == (11, 0)


def test_what_is_left_stands_first_in_the_order_of_judgement(session: Session) -> None:
    session.confirm()
    while session.order != "judgement":
        session.next_order()
    assert session.shown[-1] == session.report.findings[0]


def test_reopened_exactly_when_a_value_came_or_went(store: Store) -> None:
    session = over(store)
    session.choose(1)
    session.dismiss("both-true")
    injured = fake.findings()[1]
    fewer = replace(injured, id="other", values=injured.values[:2])
    again = over(store, findings=(fake.findings()[0], fewer))
    assert again.judging.state("other") == "reopened"
    assert again.progress == (0, 2)
    assert again.said_of(fewer) >= {"reopened"}
    again.choose(1)
    again.confirm()
    assert again.judging.state("other") == "confirmed"


def test_two_reviewers_who_differ_are_both_heard(store: Store) -> None:
    over(store, "Ann").confirm()
    bo = over(store, "Bo")
    bo.choose(0)
    bo.dismiss("misread")
    finding = bo.report.findings[0]
    assert bo.standing(finding).disputed
    assert "disputed" in bo.said_of(finding)
    bo.undo()
    assert bo.judging.state(finding.id) == "confirmed"


def test_another_reviewers_judgement_arrives_with_the_next_reading(store: Store) -> None:
    ann, bo = over(store, "Ann"), over(store, "Bo")
    bo.confirm()
    assert ann.progress == (0, 11)
    ann.reload(fake.loaded())
    assert ann.progress == (1, 11)


def test_a_store_that_cannot_be_written_loses_nothing_and_says_so() -> None:
    full = Full()
    session = Session(fake.loaded(), judging=Judging("Ann", full))
    session.confirm()
    assert "disk full" in session.judging.trouble
    assert session.progress == (1, 11)
    session.reload(fake.loaded())
    assert session.progress == (1, 11)
    full.full = False
    session.call()
    assert session.judging.trouble == ""
    assert [judgement.act for judgement in full.held] == ["confirm", "call"]


def test_a_store_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "judgements.sqlite3"
    path.write_bytes(b"no database at all, but a text of some length" * 20)
    session = over(Store(path))
    assert "judgements.sqlite3" in session.judging.trouble
    session.confirm()
    assert session.progress == (1, 11)


def test_a_store_that_can_be_read_again_is_no_trouble_any_more(tmp_path: Path) -> None:
    path = tmp_path / "judgements.sqlite3"
    path.write_bytes(b"no database at all, but a text of some length" * 20)
    session = over(Store(path))
    path.unlink()
    session.reload(fake.loaded())
    assert session.judging.trouble == ""


def mention(session: Session) -> MentionRecord:
    assert session.statement is not None
    return session.statement.mention


def test_a_split_names_the_chosen_passage_and_waits_for_the_next_reading(session: Session) -> None:
    session.choose(1)
    session.move_place(3)
    split = mention(session)
    assert session.split() == split
    assert session.shaped(split)
    (rule,) = session.judging.constraints().rules
    assert (rule.act, rule.marks[0].quote, rule.kind) == ("split", "Forty-one people", "count")
    assert session.waiting == 1
    session.reload(replace(fake.loaded(), constraints=session.judging.constraints()))
    assert session.waiting == 0
    session.undo()
    assert not session.shaped(split)
    assert session.waiting == 1


def test_marked_findings_of_one_kind_become_one_question(session: Session) -> None:
    session.choose(1)
    session.mark()
    session.choose(6)
    session.mark()
    merged = session.merge()
    assert [finding.id for finding in merged] == ["f002", "f007"]
    (rule,) = session.judging.constraints().rules
    assert (rule.act, rule.marks) == ("merge", anchors(merged[1]))
    assert session.marked == {}


def test_one_finding_or_two_kinds_are_not_merged(session: Session) -> None:
    assert session.merge() == ()
    session.mark()
    session.mark()
    assert session.merge() == ()
    assert session.judging.constraints() == Constraints()


def test_a_missed_mention_is_joined_to_the_chosen_finding(session: Session) -> None:
    missed = replace(fake.findings()[11].values[0].mentions[0], article="05")
    assert session.join(missed)
    (rule,) = session.judging.constraints().rules
    assert (rule.act, rule.marks[0].quote, rule.evidence) == ("join", "58 crew", anchors(session.report.findings[0]))


def test_what_was_said_of_a_finding_that_is_gone_can_still_be_taken_back(session: Session) -> None:
    session.split()
    session.reload(fake.loaded(fake.findings()[1:]))
    assert session.undo() == ()
    assert session.judging.constraints() == Constraints()


def test_judging_nothing_does_nothing() -> None:
    session = Session(fake.loaded(()), judging=ticking())
    assert (session.confirm(), session.call(), session.split(), session.mark()) == ((), (), None, False)
    assert session.undo() is None


def test_judgements_that_meet_no_finding_are_counted(store: Store) -> None:
    over(store).confirm()
    assert over(store, findings=fake.findings()[5:]).judging.unmet == 1
