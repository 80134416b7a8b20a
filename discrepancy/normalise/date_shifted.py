"""Named days and stretches counted from a day: "last Friday", "next April", "this weekend", "last summer", "last Christmas"."""

from __future__ import annotations

import datetime

from discrepancy.lexicon import table
from discrepancy.normalise.date_units import Day, Days, holiday, month_days, season_days, unit_days
from discrepancy.normalise.date_written import Written


def weekend_near(base: Day, tense: int) -> Days:
    """The weekend meant by "this weekend": early in a week the one just gone, unless the sentence looks forwards."""
    first, last = unit_days(base, "weekend")
    early_week = base.weekday() < (2 if tense == 0 else 0 if tense > 0 else 5)
    back = datetime.timedelta(days=7 if early_week else 0)
    return first - back, last - back


def weekday_shifted(said: Written, base: Day, shift: int) -> Days:
    """The weekday so many weeks on, or the one just gone or coming."""
    assert said.weekday is not None
    in_week = unit_days(base, "week")[0] + datetime.timedelta(days=said.weekday)
    if said.unit == "week":  # "Friday last week", "previous Friday", "next Friday", "this Friday": counted in weeks
        day = in_week + datetime.timedelta(days=7 * shift)
    else:  # "last Friday": the one just gone
        back = (base.weekday() - said.weekday) % 7 or 7
        day = (
            base - datetime.timedelta(days=back) if shift < 0 else base + datetime.timedelta(days=(said.weekday - base.weekday()) % 7 or 7)
        )
    return day, day


def month_shifted(said: Written, base: Day, shift: int) -> Days:
    """The month just gone, of this year, or coming."""
    assert said.month is not None
    year = base.year
    if shift < 0:
        year -= said.month >= base.month
    elif shift > 0:
        year += said.month <= base.month
    if said.day is not None:
        day = datetime.date(year, said.month, said.day)
        return day, day
    return month_days(year, said.month)


def holiday_shifted(said: Written, base: Day, shift: int) -> Days | None:
    """The feast just gone, of this year, or coming; None where no rule fixes it."""
    found = [day for year in range(base.year - 1, base.year + 2) if (day := holiday(said.name, year))]
    if not found:
        return None
    if shift == 0:
        day = holiday(said.name, base.year) or found[0]
    else:
        day = max(d for d in found if d < base) if shift < 0 else min(d for d in found if d > base)
    return day, day


def season_shifted(said: Written, base: Day, shift: int) -> Days:
    """The season just gone, of this year, or coming."""
    start = int(table("dates")["seasons"][said.name])
    year = base.year
    if shift < 0:  # "last winter" said in January is the one before this; "last summer" in December this year's
        year -= season_days(year, start)[1] >= base
    elif shift > 0:
        year += season_days(year, start)[0] <= base
    elif start == 12 and base.month <= 2:
        year -= 1
    return season_days(year, start)
