"""Slips are named with their arithmetic: each in a story of two sentences."""

from __future__ import annotations

import pytest

from discrepancy.extraction import read_mentions
from discrepancy.verdict.explain import explain
from discrepancy.verdict.judge import Outcome, Statement, judge

SLIPS = [
    ("The bank lost $4.7 million on the loan.", "The bank lost $4.7 billion on the loan.", "the same digits with million and with billion"),
    ("The reservoir holds 640 tonnes.", "The reservoir holds 640,000 tonnes.", "640,000 is 640 thousandfold"),
    ("Output rose 3.8 percent.", "Output rose 38 percent.", "38 is 3.8 with the decimal point moved by one place"),
    ("The chain has 637 branches.", "The chain has 673 branches.", "637 and 673 differ by two digits that have changed places"),
    ("The trail is 140 kilometres long.", "The trail is 140 miles long.", "the same digits, 140, stand before kilometre and before mile"),
]
NO_SLIPS = [
    ("The chain has 637 branches.", "The chain has 645 branches."),
    ("He is 27.5 kilograms lighter.", "He is 31.2 kilograms lighter."),
    ("There were 12 boats.", "There were 21 boats."),
    ("There were 3 boats.", "There were 30 boats."),
    ("The chain has 136 branches.", "The chain has 631 branches."),
]


def of(one: str, two: str) -> Outcome:
    (a,), (b,) = read_mentions(one), read_mentions(two)
    return judge([Statement("North Post", a), Statement("South Mail", b)])


@pytest.mark.parametrize(("one", "two", "told"), SLIPS)
def test_a_slip_is_a_conflict_that_says_how_it_came_about(one: str, two: str, told: str) -> None:
    for outcome in (of(one, two), of(two, one)):
        assert outcome.verdict == "conflict"
        assert "magnitude" in outcome.causes
        assert f"A likely slip: {told}." in explain(outcome, str)


def test_the_same_digits_in_two_units_are_a_matter_of_the_unit_too() -> None:
    assert of(*SLIPS[-1][:2]).causes == ("magnitude", "unit")


@pytest.mark.parametrize(("one", "two"), NO_SLIPS)
def test_other_differences_are_no_slip(one: str, two: str) -> None:
    outcome = of(one, two)
    assert outcome.verdict == "conflict"
    assert outcome.causes == ()
    assert "slip" not in explain(outcome, str)


def test_notes_are_of_the_pair_that_is_told() -> None:
    said = ("There were 40 people.", "There were 70 people.", "There were 90 people.")
    days = ("2026-03-09", "2026-03-09", "2026-03-11")
    outcome = judge([Statement(f"0{i}", read_mentions(t)[0], published=d) for i, (t, d) in enumerate(zip(said, days, strict=True), 1)])
    assert "update" in outcome.causes
    assert "the later may be an update" not in explain(outcome, str)


def test_a_word_without_digits_is_told_last() -> None:
    said = ("Dozens of people were hurt.", "There were 50 people hurt.", "There were 190 people hurt.")
    outcome = judge([Statement(f"0{i}", read_mentions(t)[0]) for i, t in enumerate(said, 1)])
    assert explain(outcome, str).startswith("02 says 50 people, 03 190 people")
