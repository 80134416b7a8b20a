"""What stands: a judgement holds through re-runs, renumbered and edited articles, and is reopened exactly when the values changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.model.judgement import Judgement
from discrepancy.model.report import FindingRecord, MentionRecord, Report, ValueRecord
from discrepancy.review.attach import Places, anchor
from discrepancy.review.standing import Standing, constraints, effective, judged, standing, unattached
from discrepancy.review.valuekeys import same_values, value_keys
from tests.report.stories import COAST, FERRY, ferry, mention

AT = "2031-05-04T10:00:0{}Z"


def said(act: str, at: int = 0, who: str = "Ann", **more: object) -> Judgement:
    return judged(ferry().findings[0], act, who, AT.format(at), **more)  # type: ignore[arg-type]


def of(report: Report, *judgements: Judgement) -> Standing:
    return standing(report, judgements).get(report.findings[0].id, Standing())


def mentions_changed(change: Callable[[MentionRecord], MentionRecord]) -> Report:
    report = ferry()
    findings = tuple(
        replace(f, id=f"{f.id}-now", values=tuple(replace(v, mentions=tuple(map(change, v.mentions))) for v in f.values))
        for f in report.findings
    )
    return replace(report, findings=findings)


def with_value(value: ValueRecord) -> Report:
    report = ferry()
    first = report.findings[0]
    return replace(report, findings=(replace(first, id="now", values=(*first.values, value)), *report.findings[1:]))


RENUMBERED = {"a": "e", "b": "a", "c": "b", "d": "c"}
CHANGES: dict[str, Callable[[MentionRecord], MentionRecord]] = {
    "words before it": lambda m: replace(m, start=m.start + 90, end=m.end + 90),
    "articles renumbered": lambda m: replace(m, article=RENUMBERED[m.article]),
    "an edit beside it": lambda m: replace(m, suffix=""),
    "an edit before it": lambda m: replace(m, prefix="Somebody else now says here that "),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_judgement_holds_though_the_articles_moved(name: str) -> None:
    stands = of(mentions_changed(CHANGES[name]), said("dismiss", reason="both-true"))
    assert stands.judgement is not None
    assert stands.dismissed
    assert not stands.reopened


def test_other_words_are_another_finding() -> None:
    moved = mentions_changed(lambda m: replace(m, quote=f"{m.quote} or so"))
    assert standing(moved, [said("confirm")]) == {}
    assert unattached(moved, [said("confirm")]) != ()


def test_the_same_quote_in_other_surroundings_is_no_evidence() -> None:
    elsewhere = mentions_changed(lambda m: replace(m, prefix="In 1912 another ship with ", suffix=" sank off the coast of Corrin."))
    assert standing(elsewhere, [said("confirm")]) == {}


def test_the_finding_that_shares_most_quotes_is_meant() -> None:
    report = ferry()
    first = report.findings[0]
    part = replace(first, id="part", values=(first.values[1],))
    most = replace(first, id="most", severity=0.1)
    assert Places(replace(report, findings=(part, most))).of(said("confirm")) == most
    assert Places(replace(report, findings=(replace(most, kind="money"), part))).of(said("confirm")) == part


def test_another_source_for_a_known_value_reopens_nothing() -> None:
    report = ferry()
    first = report.findings[0]
    again = replace(first.values[1], mentions=(*first.values[1].mentions, mention("c", COAST, "38 passengers")))
    more = replace(report, findings=(replace(first, id="now", values=(first.values[0], again)),))
    assert not of(more, said("dismiss", reason="misread")).reopened


def test_a_new_value_and_a_value_gone_reopen() -> None:
    new = ValueRecord("52 passengers", "52", "52", "passenger", None, None, (mention("c", FERRY, "aboard"),))
    stands = of(with_value(new), said("dismiss", reason="misread"))
    assert stands.reopened
    assert not stands.dismissed
    report = ferry()
    less = replace(report, findings=(replace(report.findings[0], values=report.findings[0].values[1:]),))
    assert of(less, said("confirm")).reopened


def finding(kind: str, *values: ValueRecord) -> FindingRecord:
    return replace(ferry().findings[0], kind=kind, values=values)


def value(
    low: str | None, high: str | None, unit: str | None = None, hedge: str = "exact", label: str = "x", name: str | None = None
) -> ValueRecord:
    return ValueRecord(label, low, high, unit, name, None, (replace(mention("a", FERRY, "40"), approximation=hedge),))


@pytest.mark.parametrize(
    ("kind", "one", "other", "same"),
    [
        ("money", value("2450000000", "2550000000", "USD"), value("2499500000", "2500500000", "USD"), True),
        ("money", value("2450000000", "2550000000", "USD"), value("2450000000", "2550000000", "EUR"), False),
        ("quantity", value("126.5", "127.5", "kilogram"), value("279.5", "280.5", "pound"), True),
        ("quantity", value("126.5", "127.5", "kilogram"), value("299.5", "300.5", "pound"), False),
        ("count", value("7", "7", "person"), value("7", "7", "passenger"), True),
        ("count", value("7", "7"), value("8", "8"), False),
        ("count", value("38", "42", None, "about"), value("40", "40"), False),
        ("count", value("28500000", "29000000", None, "nearly"), value("28999500", "29000000", None, "nearly"), True),
        ("count", value("40", None, None, "at-least"), value("40", "41", None, "over"), False),
        ("count", value("40", None, None, "at-least"), value("41", None, None, "at-least"), False),
        ("percent", value("3.5", "4.5", "percent"), value("3.5", "4.5", "percentage-point"), False),
        ("date", value("2031-05-03", "2031-05-03"), value("2031-05-03", "2031-05-04"), False),
        ("date", value("2009-01-01", "2009-12-31"), value("2009-01-01", None), True),
        ("date", value("2009-01-01", "2009-12-31"), value("2009-01-01", "2009-01-01"), False),
        ("date", value("2009-01-01", None), value(None, "2009-12-31"), False),
        ("date", value(None, None, label="last Thursday"), value(None, None, label="LAST  Thursday"), True),
        ("person", value(None, None, name="Tim Scott"), value(None, None, name="tim scott"), True),
        ("person", value(None, None, name="Tim Scott"), value(None, None, name="Elizabeth Warren"), False),
        ("polarity", value(None, None, name="yes"), value(None, None, name="no", label="yes"), False),
    ],
)  # fmt: skip
def test_which_values_are_the_same(kind: str, one: ValueRecord, other: ValueRecord, same: bool) -> None:
    assert same_values(value_keys(finding(kind, one)), finding(kind, other)) is same
    assert same_values(value_keys(finding(kind, other)), finding(kind, one)) is same


def test_the_latest_of_each_reviewer_counts_and_disagreement_shows() -> None:
    ann, later, bob = said("confirm", 1), said("dismiss", 3, reason="misread"), said("confirm", 2, "Bob")
    stands = of(ferry(), ann, bob, later)
    assert (stands.judgement, stands.others) == (later, (bob,))
    assert stands.disputed
    assert not stands.dismissed
    agreed = of(ferry(), later, said("dismiss", 4, "Bob", reason="misread"))
    assert agreed.dismissed
    assert not agreed.disputed


def test_time_orders_judgements_of_two_stores_not_the_order_of_writing() -> None:
    early, late = said("confirm", 1), said("dismiss", 2, reason="misread")
    assert of(ferry(), late, early).judgement == late


def test_a_withdrawn_judgement_was_never_made() -> None:
    first = said("confirm", 1)
    second = said("dismiss", 2, reason="misread", supersedes=first.id)
    undo = said("withdraw", 3, supersedes=second.id)
    redo = said("withdraw", 4, supersedes=undo.id)
    assert effective([first, second]) == (second,)
    assert effective([first, second, undo]) == (first,)
    assert effective([first, second, undo, redo]) == (second,)


def test_a_withdrawal_that_names_nothing_takes_back_all_of_that_reviewer_so_far() -> None:
    mine, hers, after = said("confirm", 1), said("call", 2, "Bob"), said("call", 4)
    assert effective([mine, hers, said("withdraw", 3)]) == (hers,)
    assert effective([mine, hers, said("withdraw", 3), after]) == (hers, after)


def test_a_judgement_on_the_values_of_now_goes_before_a_later_one_on_others() -> None:
    now, stale = said("confirm", 1), said("dismiss", 2, "Bob", reason="misread", values=("1", "2"))
    stands = of(ferry(), now, stale)
    assert (stands.judgement, stands.reopened, stands.others) == (now, False, ())


def test_notes_and_shapes_stand_beside_a_verdict() -> None:
    note = said("note", 1, note="ask the port")
    marks = (anchor(ferry().findings[0].values[0].mentions[0]),)
    split = said("split", 2, marks=marks)
    stands = of(ferry(), note, split)
    assert (stands.judgement, stands.notes, stands.shapes, stands.reopened) == (None, (note,), (split,), False)
    assert [(rule.act, rule.marks) for rule in constraints([note, split]).rules] == [("split", marks)]
    assert not constraints([note, split, said("withdraw", 3, supersedes=split.id)])


ACTS = st.sampled_from(["confirm", "dismiss", "call", "note", "split", "withdraw"])


@st.composite
def histories(draw: st.DrawFn) -> list[Judgement]:
    """Judgements of two reviewers, each at a time of its own; some supersede or withdraw an earlier one."""
    made: list[Judgement] = []
    for place in range(draw(st.integers(0, 8))):
        act = draw(ACTS)
        earlier = draw(st.sampled_from([None, *(one.id for one in made)]))
        who = draw(st.sampled_from(["Ann", "Bob"]))
        made.append(replace(said(act, place, who, supersedes=earlier), id=f"{place:032x}"))
    return made


@given(histories(), st.randoms())
def test_what_stands_follows_from_the_judgements_not_from_who_wrote_first(history: list[Judgement], chance: Random) -> None:
    shuffled = list(history)
    chance.shuffle(shuffled)
    assert effective(shuffled) == effective(history)
    assert effective(effective(history)) == effective(history)
    assert standing(ferry(), shuffled) == standing(ferry(), history)
    assert {one.id for one in effective(history)} <= {one.id for one in history}
    assert all(one.act != "withdraw" for one in effective(history))


@given(histories())
def test_an_undo_at_the_end_gives_back_what_stood(history: list[Judgement]) -> None:
    last = replace(said("dismiss", 8, reason="misread"), id="e" * 32)
    undo = replace(said("withdraw", 9, supersedes=last.id), id="f" * 32)
    assert effective([*history, last, undo]) == effective(history)
