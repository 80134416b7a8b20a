"""Numbers, units, money and the intervals of hedges."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.model import Interval
from discrepancy.normalise import hedge, money, number, unit
from discrepancy.normalise.interval import implied
from discrepancy.normalise.unit_rare import looks_like_unit, rare_unit

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def spelled(value: int) -> str:
    if value < 20:
        return ONES[value]
    if value < 100:
        return TENS[value // 10] + (f"-{ONES[value % 10]}" if value % 10 else "")
    for name, size in (("trillion", 10**12), ("billion", 10**9), ("million", 10**6), ("thousand", 1000), ("hundred", 100)):
        if value >= size:
            rest = value % size
            return f"{spelled(value // size)} {name}" + (f"{' and' if size == 100 or rest < 100 else ''} {spelled(rest)}" if rest else "")
    raise AssertionError


@given(st.integers(0, 10**14))
def test_a_number_in_words_is_the_number(value: int) -> None:
    assert number.parse(spelled(value)) == value


@given(st.decimals(0, 10**12, places=3))
def test_a_number_in_figures_is_the_number(value: Decimal) -> None:
    assert number.parse(f"{value:,}") == value
    assert number.parse(number.plain(value)) == value


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("1,204", "1204"),
        ("9,34,200", "934200"),
        ("2.5bn", "2500000000"),
        ("28.8m", "28800000"),
        ("12 lakh", "1200000"),
        ("425 crore", "4250000000"),
        ("6 1/2", "6.5"),
        ("1½", "1.5"),
        ("half a million", "500000"),
        ("one and a half million", "1500000"),
        ("three-quarters", "0.75"),
        ("a dozen", "12"),
        ("two dozen", "24"),
        ("minus 3", "-3"),
        ("a hundred thousand", "100000"),
        ("two hundred and six thousand", "206000"),
        (".5", "0.5"),
    ],
)
def test_spellings_of_a_number(written: str, value: str) -> None:
    assert number.parse(written) == Decimal(value)


@pytest.mark.parametrize("written", ["", "and", "one two", "million and", "twenty twenty", "hundred a", "1/0", "x", "1" * 40])
def test_what_is_no_number_is_none(written: str) -> None:
    assert number.parse(written) is None


UNITS = sorted(unit.units())


@given(st.sampled_from(UNITS), st.sampled_from(UNITS), st.decimals(-(10**6), 10**6, places=2))
def test_a_unit_and_back_is_the_same(source: str, target: str, value: Decimal) -> None:
    there = unit.convert(value, source, target)
    if unit.dimension(source) != unit.dimension(target):
        assert there is None
        return
    assert there is not None
    back = unit.convert(there, target, source)
    assert back is not None
    assert abs(back - value) < Decimal("1e-9")


@pytest.mark.parametrize(
    ("value", "source", "target", "result"),
    [
        ("1", "foot", "inch", "12"),
        ("1", "mile", "kilometre", "1.609344"),
        ("1", "stone", "pound", "14"),
        ("212", "fahrenheit", "celsius", "100"),
        ("-40", "celsius", "fahrenheit", "-40"),
        ("1", "tonne", "kilogram", "1000"),
        ("36", "kilometre per hour", "metre per second", "10"),
        ("2", "gram per kilometre", "kilogram per kilometre", "0.002"),
    ],
)
def test_conversions_are_exact(value: str, source: str, target: str, result: str) -> None:
    assert unit.convert(Decimal(value), source, target) == Decimal(result)


def test_spellings_of_units_lead_to_one_name() -> None:
    for spelling in ("sq ft", "square feet", "square-foot", "sq. ft.", "ft2"):
        assert unit.canonical(spelling) == "square foot"
    assert unit.canonical("MB") != unit.canonical("Mb")


def test_currencies_by_sign_word_and_code() -> None:
    assert money.signs()["US$"] == money.words()["dollars"] == money.words()["usd"] == "USD"
    assert money.words()["pesos"] == "unknown"


@pytest.mark.parametrize(
    ("value", "resolution", "approximation", "low", "high"),
    [
        ("29000000", "1000000", "exact", "28500000", "29500000"),
        ("29000000", "1000000", "nearly", "28500000", "29000000"),
        ("28800000", "100000", "over", "28800000", "28900000"),
        ("3", "1", "over", "3", "4"),
        ("50", "10", "about", "42.5", "57.5"),
        ("680000000", "10000000", "about", "670000000", "690000000"),
        ("266", "1", "about", "265", "267"),
        ("10", "10", "at-least", "10", None),
        ("10", "10", "at-most", None, "10"),
        ("200", "100", "under", "0", "200"),
        ("200", "100", "nearly", "180", "200"),
    ],
)
def test_what_a_hedge_implies(value: str, resolution: str, approximation: str, low: str | None, high: str | None) -> None:
    found = implied(Decimal(value), Decimal(resolution), approximation, scaled=True)  # type: ignore[arg-type]
    assert found == Interval(None if low is None else Decimal(low), None if high is None else Decimal(high))


def test_a_flat_whole_count_is_exact_and_a_round_one_rounds() -> None:
    assert implied(Decimal(25), Decimal(1), exact=True) == Interval(Decimal(25), Decimal(25))
    assert implied(Decimal(50), Decimal(10), exact=True) == Interval(Decimal(50), Decimal(50))
    assert implied(Decimal(1204), Decimal(1), exact=True) == Interval(Decimal(1204), Decimal(1204))
    assert implied(Decimal(25000), Decimal(1000), exact=True) == Interval(Decimal(24500), Decimal(25500))
    assert implied(Decimal(200), Decimal(100), exact=True) == Interval(Decimal(190), Decimal(210))


@given(st.decimals(1, 10**9, places=1), st.sampled_from(sorted(set(hedge.before().values()))))
def test_the_value_is_in_what_its_hedge_implies(value: Decimal, approximation: str) -> None:
    found = implied(value, number.resolution_of(str(value)), approximation)  # type: ignore[arg-type]
    assert found.low is None or found.low <= value
    assert found.high is None or value <= found.high


@pytest.mark.parametrize("token", ["and/or", "NATO", "people", "29M", "x" * 40, "his/her"])
def test_words_are_not_asked_of_the_library_of_rare_units(token: str) -> None:
    assert not looks_like_unit(token)
    assert rare_unit(token) is None


def test_a_rare_unit_is_known() -> None:
    assert rare_unit("kΩ") == "kiloohm"
