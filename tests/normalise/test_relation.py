"""How two amounts stand to each other: cases of the report contract, and laws."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from discrepancy.extraction import read_mentions
from discrepancy.model import Amount, Approximation, Interval
from discrepancy.normalise.interval import implied
from discrepancy.normalise.relation import plain, relate, same, span


def amount(text: str) -> Amount:
    found = [m.value for m in read_mentions(text) if isinstance(m.value, Amount)]
    assert len(found) == 1, (text, found)
    return found[0]


@pytest.mark.parametrize(
    ("one", "other", "stand", "cause"),
    [
        ("nearly 29 million exchanges", "more than 28.8 million exchanges", "compatible", "hedge"),
        ("over 3 percent", "4.4%", "exclusive", ""),
        ("29 million users", "28.8 million users", "compatible", "rounding"),
        ("seven people", "7 people", "same", ""),
        ("280 lb", "127 kg", "same", "unit"),
        ("at least 3 people", "10 people", "compatible", "bound"),
        ("about 50 people", "50 people", "compatible", "hedge"),
        ("dozens of people", "43 people", "compatible", "hedge"),
        ("dozens of people", "500 people", "exclusive", ""),
        ("23 people", "19 people", "exclusive", ""),
        ("55,000 pages", "50,000 pages", "exclusive", ""),
        ("4%", "5%", "exclusive", ""),
        ("$2.5 billion", "$2.5 million", "exclusive", "magnitude"),
        ("$10", "10 euros", "unknown", "unit"),
        ("$10 million", "100 million euros", "exclusive", "unit"),
        ("$3", "A$3", "same", ""),
        ("$3.50", "$3.50 per device", "same", ""),
        ("more than 30,000 people", "40,000 people", "compatible", "hedge"),
        ("more than 40 homes", "at least 80 homes", "compatible", "bound"),
        ("more than three metres", "almost three metres", "exclusive", ""),
        ("about 680 million users", "695 million users", "exclusive", ""),
        ("about 30 people", "34 people", "compatible", "hedge"),
        ("roughly 266 pounds", "280 pounds", "exclusive", ""),
        ("almost 19 percent", "18 percent", "exclusive", ""),
        ("several people", "14 people", "compatible", "hedge"),
        ("dozens of homes", "118 homes", "compatible", "hedge"),
        ("16 feet", "5 metres", "same", "unit"),
        ("35 miles", "60 km", "compatible", "unit"),
        ("three weeks", "20 days", "compatible", "unit"),
        ("two days", "48 hours", "same", "unit"),
        ("seven years", "87 months", "compatible", "unit"),
        ("three years", "50 months", "exclusive", ""),
    ],
)
def test_pairs(one: str, other: str, stand: str, cause: str) -> None:
    found = relate(amount(f"They saw {one}."), amount(f"They saw {other}."))
    assert found.stand == stand
    assert cause == "" or cause in found.causes


APPROXIMATIONS: tuple[Approximation, ...] = ("exact", "about", "nearly", "over", "under", "at-least", "at-most")
numbers = st.integers(min_value=1, max_value=10**9).map(Decimal)


@st.composite
def amounts(draw: st.DrawFn) -> Amount:
    value = draw(numbers)
    unit = draw(st.sampled_from(["metre", "foot", "kilometre"]))
    approximation = draw(st.sampled_from(APPROXIMATIONS))
    resolution = Decimal(10) ** draw(st.integers(min_value=0, max_value=max(0, len(str(value)) - 1)))
    return Amount(value, None, None, unit, implied(value, resolution, approximation), resolution, approximation)


@given(amounts(), amounts())
def test_relations_are_symmetric(a: Amount, b: Amount) -> None:
    one, other = relate(a, b), relate(b, a)
    assert one.stand == other.stand
    assert set(one.causes) == set(other.causes)
    assert same(a, b) == same(b, a)


@given(amounts())
def test_everything_is_the_same_as_itself(a: Amount) -> None:
    assert relate(a, a).stand == "same"


@given(amounts(), amounts(), st.integers(min_value=0, max_value=10**6))
@example(
    Amount(Decimal(3), None, None, "metre", Interval(Decimal(3), Decimal(4)), Decimal(1), "over"),
    Amount(Decimal(4), None, None, "metre", Interval(Decimal(4), Decimal(5)), Decimal(1), "over"),
    2,
)
def test_a_wider_interval_never_turns_an_overlap_into_a_gap(a: Amount, b: Amount, by: int) -> None:
    if relate(a, b).stand in ("same", "compatible"):
        low, high = a.interval.low, a.interval.high
        wider = replace(a, interval=Interval(None if low is None else low - by, None if high is None else high + by))
        assert relate(wider, b).stand != "exclusive"


@pytest.mark.parametrize(
    ("number", "words"),
    [("28800000", "28.8 million"), ("25000", "25,000"), ("4.40", "4.4"), ("965000000000", "965 billion"), ("0", "0"), ("-3.5", "-3.5")],
)
def test_numbers_for_people(number: str, words: str) -> None:
    assert plain(Decimal(number)) == words


def test_an_open_interval_in_words() -> None:
    assert span(amount("at least 28.8 million users")) == "at least 28.8 million"
