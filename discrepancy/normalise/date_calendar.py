"""A written date -> the days it may mean, by the calendar and a reference day."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from discrepancy.lexicon import table
from discrepancy.normalise.date_edges import edged
from discrepancy.normalise.date_shifted import holiday_shifted, month_shifted, season_shifted, weekday_shifted, weekend_near
from discrepancy.normalise.date_units import Day, Days, holiday, month_days, nth_weekday, season_days, shifted, unit_days
from discrepancy.normalise.date_written import Written


@dataclass(frozen=True, slots=True)
class Setting:
    """What a date is read against.

    reference   the article's own day, None where unknown
    tense       1 where the sentence looks forwards, -1 where it looks back, 0 where nothing tells
    told        the days of the date the story has just named, None where there is none
    beside      a date so close before this one that, where no reference is known, it lends its year, and to a bare day its month
    """

    reference: Day | None = None
    tense: int = 0
    told: Days | None = None
    beside: Day | None = None


def days(said: Written, setting: Setting) -> Days | None:
    """First and last day, both inclusive; None where no day follows from the words.

    Raises ValueError or OverflowError for days no calendar has ("Feb. 30").
    """
    whole = _whole(said, setting)
    if whole and said.unit in ("week", "weekend") and said.form in ("calendar", "holiday"):
        whole = _around(whole[0], said.unit)
    return edged(whole, said, setting.reference) if whole and said.edge else whole


def _around(day: Day, unit: str) -> Days:
    """The week that a day lies in; the weekend next to a feast, with the feast where it makes the weekend long."""
    first, last = unit_days(day, unit)
    if unit == "weekend" and day.weekday() == 0:
        return first - datetime.timedelta(days=7), day
    return min(first, day), max(last, day)


def _whole(said: Written, setting: Setting) -> Days | None:
    reader = _READERS.get(said.form)
    return reader(said, setting) if reader else None


def _calendar(said: Written, setting: Setting) -> Days | None:
    if said.year is not None:
        if said.month is None:
            return datetime.date(said.year, 1, 1), datetime.date(said.year, 12, 31)
        if said.day is None:
            return month_days(said.year, said.month)
        day = datetime.date(said.year, said.month, said.day)
        return day, day
    if setting.reference is None:
        return _beside(said, setting)
    if said.month is not None and said.day is not None:
        return _day_of_year(said, setting)
    if said.month is not None:
        return month_days(_year_of(said.month, setting), said.month)
    if said.day is not None:
        return _day_of_month(said, setting)
    return _weekday(said, setting) if said.weekday is not None else None


def _beside(said: Written, setting: Setting) -> Days | None:
    if said.month is not None and said.day is not None:
        datetime.date(2000, said.month, said.day)  # no such day in any year: ValueError
    near = setting.beside
    if near is None or (said.month is None and (said.day is None or said.weekday is None)):
        return None
    month = said.month or near.month
    if said.day is None:
        return month_days(near.year, month)
    day = datetime.date(near.year, month, said.day)
    return (day, day) if said.weekday in (None, day.weekday()) or said.month is None else None


def _year_of(month: int, setting: Setting) -> int:
    reference = setting.reference or datetime.date.today()
    if setting.tense > 0:
        return reference.year + (month < reference.month)
    return reference.year - (month > reference.month)


_CLOSE = 60


def _day_of_year(said: Written, setting: Setting) -> Days:
    assert setting.reference
    assert said.month
    assert said.day
    found = []
    for year in range(setting.reference.year - 8, setting.reference.year + 9):
        try:
            day = datetime.date(year, said.month, said.day)
        except ValueError:
            continue
        if said.weekday is None or day.weekday() == said.weekday or abs(year - setting.reference.year) <= 1:
            found.append(day)
    around = [day for day in found if abs(day.year - setting.reference.year) <= 1]
    plain = _nearest(around, setting) if around else None
    if plain and abs((plain - setting.reference).days) <= _CLOSE:  # so near the article's own day that another year is not meant
        return plain, plain
    right = [day for day in found if said.weekday is None or day.weekday() == said.weekday]
    near = [day for day in right if abs((day - setting.reference).days) < 1000]
    day = _nearest(near or found, setting)
    return day, day


def _day_of_month(said: Written, setting: Setting) -> Days | None:
    assert setting.reference
    assert said.day
    found = []
    for months in range(-24, 25):
        first = shifted(setting.reference.replace(day=1), months, "month")
        try:
            day = first.replace(day=said.day)
        except ValueError:
            continue
        if said.weekday is None or day.weekday() == said.weekday:
            found.append(day)
    return (_nearest(found, setting),) * 2 if found else None


def _nearest(found: list[Day], setting: Setting) -> Day:
    """Nearest past, the same day counted, unless the sentence looks forwards; a day that is close ahead and far behind is ahead."""
    assert setting.reference
    past = [day for day in found if day <= setting.reference]
    ahead = [day for day in found if day >= setting.reference]
    if not past or (setting.tense > 0 and ahead):
        return min(ahead)
    if not ahead:
        return max(past)
    near, far = (min(ahead) - setting.reference).days, (setting.reference - max(past)).days
    if setting.tense == 0 and ((near <= 90 and far >= 270) or min(near, far) > 150):  # no hint at all and as far either way: this year
        same_year = [day for day in found if day.year == setting.reference.year]
        return same_year[0] if min(near, far) > 150 and len(same_year) == 1 else min(ahead) if near < far else max(past)
    return max(past)


def _weekday(said: Written, setting: Setting) -> Days:
    assert setting.reference
    assert said.weekday is not None
    back = (setting.reference.weekday() - said.weekday) % 7
    step = (-back) % 7 if setting.tense > 0 else -back
    day = setting.reference + datetime.timedelta(days=step)
    return day, day


def _unit(said: Written, setting: Setting) -> Days | None:
    base = setting.reference
    if said.told and setting.told:
        base, end = setting.told
        if said.shift and unit_days(base, said.unit)[1] < end:  # "the next day", after a month was named
            return None
    if base is None or said.shift is None:
        return None
    if said.name and said.unit == "season":
        return season_shifted(said, base, said.shift)
    if said.name:
        return holiday_shifted(said, base, said.shift)
    if said.month is not None:
        return month_shifted(said, base, said.shift)
    if said.weekday is not None:
        return weekday_shifted(said, base, said.shift)
    if said.unit == "weekend" and said.shift == 0:
        return weekend_near(base, setting.tense)
    moved = shifted(unit_days(base, said.unit)[0], said.shift, said.unit)
    return unit_days(moved, said.unit)


def _holiday(said: Written, setting: Setting) -> Days | None:
    if said.year is not None:
        day = holiday(said.name, said.year)
        return (day, day) if day else None
    base = setting.reference
    if base is None:
        return None
    found = [day for year in range(base.year - 1, base.year + 2) if (day := holiday(said.name, year))]
    if not found:
        return None
    day = min(d for d in found if d >= base) if setting.tense > 0 else min(found, key=lambda d: abs((d - base).days))
    return day, day


def _offset(said: Written, setting: Setting) -> Days | None:
    base = setting.reference
    if said.anchor is not None:
        found = days(said.anchor, setting)
        base = found[0] if found else None
    elif said.told and setting.told and said.shift is not None:
        first, last = (shifted(day, said.shift * said.count, said.unit) for day in setting.told)
        return first, last
    elif said.told and said.shift == 1 and setting.tense < 0:  # "two days later" than a day that the story has not named
        return None
    if base is None or said.shift is None:
        return None
    day = shifted(base, said.shift * said.count, said.unit)
    return day, day


def _period(said: Written, setting: Setting) -> Days | None:
    base = setting.reference
    if base is None or said.shift is None:
        return None
    one = datetime.timedelta(days=1)
    if said.unit in ("hour", "minute", "second"):
        moved = base + datetime.timedelta(hours=said.shift * said.count * (said.unit == "hour"))
        return min(base, moved), max(base, moved)
    if said.unit in ("quarter", "decade", "century"):
        first, last = unit_days(base, said.unit)
        if said.shift < 0:
            return shifted(first, -said.count, said.unit), first - one
        return last + one, shifted(last + one, said.count, said.unit) - one
    if said.shift < 0:
        return shifted(base, -said.count, said.unit), base
    return base + one, shifted(base, said.count, said.unit)


def _nth(said: Written, setting: Setting) -> Days | None:
    if said.unit == "season":
        return _bare_season(said, setting)
    if said.anchor is None and said.unit in ("quarter", "half"):
        return _bare_quarter(said, setting)
    inside = days(said.anchor, setting) if said.anchor else None
    if inside is None:
        return None
    first, last = inside
    if said.unit == "weekday" and said.weekday is not None:
        day = nth_weekday(first, last, said.weekday, said.count)
        return (day, day) if day else None
    if said.unit == "week":
        return _nth_week(first, last, said.count, said.shift or 1)
    if said.unit == "weekend":
        day = nth_weekday(first, last, 5, said.count)
        return (day, day + datetime.timedelta(days=1)) if day else None
    if said.count < 0:
        back = shifted(last + datetime.timedelta(days=1), -(said.shift or 1), said.unit)
        return back, last
    start = shifted(first, said.count - 1, said.unit)
    return unit_days(start, said.unit) if start <= last else None


def _nth_week(first: Day, last: Day, nth: int, length: int) -> Days:
    """Weeks are those whose Thursday lies inside (ISO 8601); `length` weeks from or up to the nth."""
    if nth > 0:
        monday = first + datetime.timedelta(days=(3 - first.weekday()) % 7 - 3 + 7 * (nth - 1))
        return monday, monday + datetime.timedelta(days=7 * length - 1)
    sunday = last - datetime.timedelta(days=(last.weekday() - 3) % 7 - 3)
    return sunday - datetime.timedelta(days=7 * length - 1), sunday


def _bare_season(said: Written, setting: Setting) -> Days | None:
    start = int(table("dates")["seasons"][said.name])
    if said.year is not None:
        return season_days(said.year, start)
    if setting.reference is None:
        return None
    return season_days(_year_of(start, setting), start)


def _bare_quarter(said: Written, setting: Setting) -> Days | None:
    size = 3 if said.unit == "quarter" else 6
    start = (said.count - 1) * size + 1 if said.count > 0 else 13 - size
    if said.year is None and setting.reference is None:
        return None
    if said.year is not None:
        year = said.year
    else:
        assert setting.reference
        year = setting.reference.year
        if setting.tense <= 0 and start > setting.reference.month:
            year -= 1
        elif setting.tense > 0 and start + size - 1 < setting.reference.month:
            year += 1
    return datetime.date(year, start, 1), month_days(year, start + size - 1)[1]


def _decade(said: Written, setting: Setting) -> Days | None:
    if said.year is None:
        return None
    size = 10 if said.form == "decade" else 100
    return datetime.date(max(said.year, 1), 1, 1), datetime.date(said.year + size - 1, 12, 31)


_READERS = {
    "calendar": _calendar,
    "unit": _unit,
    "offset": _offset,
    "period": _period,
    "nth": _nth,
    "decade": _decade,
    "century": _decade,
    "holiday": _holiday,
}
