"""Units of the calendar, and the feasts that are fixed in it."""

from __future__ import annotations

import calendar
import datetime
from typing import TypeAlias

from discrepancy.lexicon import table

Day: TypeAlias = datetime.date
Days: TypeAlias = tuple[Day, Day]
"""First and last day, both inclusive."""


def shifted(day: Day, count: int, unit: str) -> Day:
    """`day` moved by `count` units; the day of the month is cut to the month's length."""
    months = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "season": 12}.get(unit)
    if months is None:
        return day + datetime.timedelta(days=count * {"week": 7, "fortnight": 14, "weekend": 7, "day": 1, "night": 1}.get(unit, 0))
    at = day.year * 12 + day.month - 1 + count * months
    year, month = divmod(at, 12)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def unit_days(day: Day, unit: str) -> Days:
    """The whole unit that `day` lies in; a week starts on Monday (ISO 8601), a weekend is Saturday and Sunday of that week."""
    if unit in ("week", "fortnight", "weekend"):
        monday = day - datetime.timedelta(days=day.weekday())
        first, last = {"week": (0, 6), "fortnight": (0, 13), "weekend": (5, 6)}[unit]
        return monday + datetime.timedelta(days=first), monday + datetime.timedelta(days=last)
    if unit == "month":
        return month_days(day.year, day.month)
    if unit in ("quarter", "half"):
        size = 3 if unit == "quarter" else 6
        start = (day.month - 1) // size * size + 1
        return datetime.date(day.year, start, 1), month_days(day.year, start + size - 1)[1]
    size = {"year": 1, "decade": 10, "century": 100}.get(unit, 0)
    if not size:
        return day, day
    year = day.year // size * size
    return datetime.date(max(year, 1), 1, 1), datetime.date(year + size - 1, 12, 31)


def month_days(year: int, month: int) -> Days:
    """First and last day of a month."""
    return datetime.date(year, month, 1), datetime.date(year, month, calendar.monthrange(year, month)[1])


def season_days(year: int, month: int) -> Days:
    """The three months of a season that starts with `month` of `year`."""
    first = datetime.date(year, month, 1)
    return first, shifted(first, 1, "quarter") - datetime.timedelta(days=1)


def holiday(name: str, year: int) -> Day | None:
    """The day of a feast in a year; None where no rule fixes it."""
    rule = str(table("holidays")["rules"].get(name, ""))
    if not rule:
        return None
    base, _, plus = rule.partition("+") if "+" in rule else rule.partition("-") if rule.startswith("easter") else (rule, "", "")
    if base == "easter":
        return easter(year) + datetime.timedelta(days=int(plus or 0) * (-1 if "-" in rule else 1))
    if base == "thanksgiving":
        thursday = holiday(base, year)
        return thursday + datetime.timedelta(days=int(plus)) if thursday else None
    if ":" not in rule:
        month, day = rule.split("-")
        return datetime.date(year, int(month), int(day))
    in_month, weekday, nth = (int(x) for x in rule.split(":"))
    return nth_weekday(*month_days(year, in_month), weekday, nth)


def nth_weekday(first: Day, last: Day, weekday: int, nth: int) -> Day | None:
    """The nth weekday between two days, both inclusive; -1 is the last."""
    if nth > 0:
        day = first + datetime.timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
    else:
        day = last - datetime.timedelta(days=(last.weekday() - weekday) % 7)
    return day if first <= day <= last else None


def easter(year: int) -> Day:
    """Easter Sunday of the western church (Meeus/Jones/Butcher, Astronomical Algorithms, 1991)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return datetime.date(year, month, day + 1)
