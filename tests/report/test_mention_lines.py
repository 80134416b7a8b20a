"""Mentions as JSON lines: the value as stated, in full digits, and the interval it implies."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from discrepancy.model.mention import Kind, Mention
from discrepancy.model.values import Amount, DateValue, Interval, Moment, Names, Polarity, Value
from discrepancy.report.mentionlines import mention_line, plain


def line(value: Value, kind: Kind = "count") -> dict[str, Any]:
    return mention_line(Mention(3, 7, "word", kind, value), "text")


def test_a_point_has_its_value_and_its_interval() -> None:
    value = Amount(Decimal("2.50E+6"), None, None, "USD", Interval(Decimal("2450000"), Decimal("2550000")), Decimal(100000), "about", "up")
    assert line(value, "money") == {
        "start": 3, "end": 7, "field": "text", "text": "word", "kind": "money", "value": "2500000", "unit": "USD",
        "approximation": "about", "direction": "up", "interval": {"low": "2450000", "high": "2550000"}, "approx": "about",
    }  # fmt: skip


def test_a_range_has_two_ends_and_an_open_one_is_null() -> None:
    told = line(Amount(None, Decimal(24), None, "person", Interval(Decimal(24), None), Decimal(1), "at-least", per="day"))
    assert "value" not in told
    assert (told["low"], told["high"], told["unit"], told["approximation"]) == ("24", None, "person per day", "at_least")


@pytest.mark.parametrize(
    ("given", "written"),
    [("1E+2", "100"), ("0.10", "0.1"), ("-0.0", "-0"), ("1E-7", "0.0000001"), ("12345678901234567890.123", "12345678901234567890.123")],
)
def test_decimals_are_exact_and_without_exponent(given: str, written: str) -> None:
    assert plain(Decimal(given)) == written


def test_an_absurd_exponent_does_not_become_a_gigabyte() -> None:
    assert plain(Decimal("1E+999999")) == "1E+999999"


@pytest.mark.parametrize(
    ("low", "high", "value"),
    [
        ("2023-09-14", "2023-09-14", "2023-09-14"),
        ("2023-09-14T23:05", "2023-09-14T23:05", "2023-09-14"),
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2023-02-01", "2023-02-28", "2023-02"),
        ("2023-01-01", "2023-12-31", "2023"),
    ],
)
def test_a_date_that_is_a_whole_day_month_or_year_is_a_value(low: str, high: str, value: str) -> None:
    told = line(DateValue(Moment(), None, low, high, True, "day"), "date")
    assert told["value"] == value
    assert told["interval"] == {"low": low, "high": high}


@pytest.mark.parametrize(
    ("low", "high"), [("2023-09-11", "2023-09-20"), ("2023-09-01", None), (None, "2023-09-01"), ("2022-01-01", "2023-12-31")]
)
def test_any_other_span_has_two_ends(low: str | None, high: str | None) -> None:
    told = line(DateValue(Moment(), None, low, high, True, "part"), "date")
    assert (told["low"], told["high"]) == (low, high)
    assert "value" not in told


def test_since_a_year_states_that_year() -> None:
    told = line(DateValue(Moment(year=2009), None, "2009-01-01", None, True, "year", "at-least", "since"), "date")
    assert told["value"] == "2009"
    assert told["interval"] == {"low": "2009-01-01", "high": None}


def test_a_date_that_is_not_resolved_says_so() -> None:
    told = line(DateValue(Moment(weekday=3), granularity="day"), "date")
    assert (told["resolved"], told["granularity"], told["low"], told["high"]) == (False, "day", None, None)


def test_names_and_polarity() -> None:
    assert line(Names(("Ann Lee", "Bo"), True), "person")["value"] == "Ann Lee; Bo"
    assert line(Polarity("sign", False), "polarity") | {"text": ""} == {
        "start": 3, "end": 7, "field": "text", "text": "", "kind": "polarity", "value": "no", "predicate": "sign",
    }  # fmt: skip
