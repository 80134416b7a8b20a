"""A written date becomes the days that the calendar gives it."""

from __future__ import annotations

import datetime

import pytest

from discrepancy.model import DateValue
from discrepancy.normalise.date import date_value, weekday_note
from discrepancy.normalise.date_calendar import Setting, days
from discrepancy.normalise.date_units import easter, holiday, shifted, unit_days
from discrepancy.normalise.date_written import Written

OCTOBER = datetime.date(2018, 10, 15)  # a Monday


def iso(said: Written, tense: int = 0, reference: datetime.date | None = OCTOBER) -> tuple[str, str] | None:
    found = days(said, Setting(reference, tense))
    return None if found is None else (found[0].isoformat(), found[1].isoformat())


@pytest.mark.parametrize(
    ("said", "tense", "first", "last"),
    [
        (Written(weekday=0), 0, "2018-10-15", "2018-10-15"),
        (Written(weekday=1), 0, "2018-10-09", "2018-10-09"),
        (Written(weekday=1), 1, "2018-10-16", "2018-10-16"),
        (Written(month=12), 0, "2017-12-01", "2017-12-31"),
        (Written(month=12), 1, "2018-12-01", "2018-12-31"),
        (Written(month=10, day=16), -1, "2017-10-16", "2017-10-16"),
        (Written(month=10, day=16), 0, "2018-10-16", "2018-10-16"),
        (Written(month=2, day=29), -1, "2016-02-29", "2016-02-29"),
        (Written(month=10, day=16, weekday=0), 0, "2018-10-16", "2018-10-16"),
        (Written(month=4, day=16, weekday=6), 0, "2017-04-16", "2017-04-16"),
        (Written(form="unit", unit="week", shift=-1), 0, "2018-10-08", "2018-10-14"),
        (Written(form="unit", unit="month", shift=0, edge="earlier"), 0, "2018-10-01", "2018-10-15"),
        (Written(form="unit", unit="quarter", shift=-1), 0, "2018-07-01", "2018-09-30"),
        (Written(form="unit", unit="season", shift=-1, name="winter"), 0, "2017-12-01", "2018-02-28"),
        (Written(form="offset", unit="month", count=1, shift=-1), 0, "2018-09-15", "2018-09-15"),
        (Written(form="period", unit="week", count=2, shift=-1), 0, "2018-10-01", "2018-10-15"),
        (Written(form="nth", unit="quarter", count=3, year=2015), 0, "2015-07-01", "2015-09-30"),
        (Written(form="decade", year=1990, edge="late"), 0, "1997-01-01", "1999-12-31"),
        (Written(form="holiday", name="thanksgiving", year=2018), 0, "2018-11-22", "2018-11-22"),
    ],
)
def test_days(said: Written, tense: int, first: str, last: str) -> None:
    assert iso(said, tense) == (first, last)


@pytest.mark.parametrize(
    "said", [Written(weekday=0), Written(month=5), Written(month=5, day=3), Written(form="unit", unit="year", shift=-1)]
)
def test_nothing_is_resolved_without_a_reference(said: Written) -> None:
    assert iso(said, reference=None) is None


def test_a_day_that_no_calendar_has_is_no_date() -> None:
    assert date_value(Written(month=2, day=30), None, "", Setting()) is None
    assert date_value(Written(year=2019, month=2, day=29), None, "", Setting()) is None


def test_open_ends() -> None:
    ends = {}
    for relation in ("since", "after", "until", "by", "before"):
        value = date_value(Written(year=2010, month=5), None, relation, Setting())
        assert value is not None
        ends[relation] = value.low, value.high, value.approximation
    assert ends == {
        "since": ("2010-05-01", None, "at-least"),
        "after": ("2010-06-01", None, "at-least"),
        "until": (None, "2010-05-31", "at-most"),
        "by": (None, "2010-05-31", "at-most"),
        "before": (None, "2010-04-30", "at-most"),
    }


def test_a_span_across_the_new_year_runs_forwards() -> None:
    value = date_value(Written(month=11), Written(month=2), "from-to", Setting(OCTOBER))
    assert value is not None
    assert (value.low, value.high) == ("2017-11-01", "2018-02-28")


def test_the_note_names_the_real_weekday() -> None:
    value = date_value(Written(year=2018, month=10, day=15, weekday=2), None, "", Setting())
    assert isinstance(value, DateValue)
    assert weekday_note(value) == value.note == "2018-10-15 is a Monday, not a Wednesday"


def test_a_wrong_weekday_close_to_the_article_is_noted_though_no_year_is_said() -> None:
    value = date_value(Written(month=10, day=16, weekday=0), None, "", Setting(OCTOBER))
    assert value is not None
    assert value.note == "2018-10-16 is a Tuesday, not a Monday"


def test_movable_feasts() -> None:
    assert [easter(year).isoformat() for year in (1999, 2000, 2018, 2038)] == ["1999-04-04", "2000-04-23", "2018-04-01", "2038-04-25"]
    assert holiday("memorial day", 2018) == datetime.date(2018, 5, 28)
    assert holiday("black friday", 2018) == datetime.date(2018, 11, 23)
    assert holiday("diwali", 2018) is None


def test_units() -> None:
    assert shifted(datetime.date(2020, 3, 31), -1, "month") == datetime.date(2020, 2, 29)
    assert unit_days(datetime.date(2018, 10, 14), "week") == (datetime.date(2018, 10, 8), datetime.date(2018, 10, 14))
    assert unit_days(datetime.date(2018, 10, 14), "decade") == (datetime.date(2010, 1, 1), datetime.date(2019, 12, 31))
