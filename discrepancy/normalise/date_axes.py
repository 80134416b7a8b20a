"""A DateValue laid on the axes on which two dates can be compared, in minutes.

calendar    minutes since the first day of year 1, for what is resolved
year        minutes since 1 January of an unnamed (leap) year: "June 10", "mid-July", "spring"
week        minutes since an unnamed Monday: "Friday", "late Saturday night"
ago         minutes from the start of the article's own day, mostly negative: "yesterday", "three weeks ago"
clock       minutes after midnight: "noon", "just before 11 p.m."

A stretch is closed at both ends; None is an open end. A part of the day runs on past midnight; `day_stretch` cuts it there.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from discrepancy.lexicon import table
from discrepancy.model import DateValue, Moment
from discrepancy.normalise.date_units import month_days

DAY = 1440
AXES = ("calendar", "year", "week", "ago")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Minutes on an axis, both ends inclusive, None open."""

    low: int | None
    high: int | None

    def meets(self, other: Stretch) -> bool:
        """Whether the two share a minute."""
        return _at_most(self.low, other.high) and _at_most(other.low, self.high)

    def holds(self, other: Stretch) -> bool:
        """Whether every minute of `other` is in this one."""
        low = self.low is None or (other.low is not None and self.low <= other.low)
        return low and (self.high is None or (other.high is not None and other.high <= self.high))

    def moved(self, minutes: int) -> Stretch:
        """The stretch `minutes` later."""
        return Stretch(None if self.low is None else self.low + minutes, None if self.high is None else self.high + minutes)

    def widened(self, before: int, after: int) -> Stretch:
        """The stretch with room at both ends."""
        return Stretch(None if self.low is None else self.low - before, None if self.high is None else self.high + after)


def _at_most(low: int | None, high: int | None) -> bool:
    return low is None or high is None or low <= high


def timed(value: DateValue) -> bool:
    """Whether a time of day is said."""
    part = value.first.part
    return value.first.hour is not None or (part is not None and value.granularity == "part")


def clock_stretch(value: DateValue, loose: bool = False) -> Stretch | None:
    """The minutes after midnight that the time of day covers; None where none is said."""
    if not timed(value):
        return None
    first = _clock_of(value.first, value, loose)
    last = _clock_of(value.last, value, loose) if value.last and value.last.hour is not None else first
    if value.last is not None and last.high is not None and first.low is not None and last.high < first.low:
        last = last.moved(DAY)
    return Stretch(first.low, last.high)


def _clock_of(said: Moment, value: DateValue, loose: bool) -> Stretch:
    room = table("dates")["clock_room"]
    if said.hour is None:
        spans = table("dates")["part_loose" if loose else "part_minutes"]
        low, high = spans.get(said.part, (0, DAY - 1))
        if said.part == "midnight" and value.approximation in ("nearly", "over", "about", "exact"):
            return _hedged(DAY, value, room["named"], room["just"]) if value.approximation != "exact" else Stretch(int(low), int(high))
        return Stretch(int(low), int(high))
    at = said.hour * 60 + (said.minute or 0)
    size = room["named"] if said.part in ("noon", "midnight") else room["half_hour"] if at % 30 == 0 else room["other"]
    return _hedged(at, value, size, room["just"])


def _hedged(at: int, value: DateValue, about: int, just: int) -> Stretch:
    if value.approximation == "about":
        return Stretch(at - about, at + about)
    if value.approximation == "nearly":
        return Stretch(at - just, at - 1)
    if value.approximation == "over":
        return Stretch(at + 1, at + just)
    return Stretch(at, at)


@lru_cache(maxsize=4096)
def axes(value: DateValue) -> Mapping[str, Stretch]:
    """The whole days that the value covers, on each axis it can be laid on; times of day are left out of account."""
    found: dict[str, Stretch] = {}
    if value.resolved:
        found["calendar"] = _calendar(value)
    if (year := _year(value)) is not None:
        found["year"] = year
    if (week := _week(value)) is not None:
        found["week"] = week
    if not value.resolved and value.first.days_ago is not None and value.first.weekday is None:
        found["ago"] = _ago(value)
    return found


def ordinal(iso: str) -> int:
    """Minutes from the first day of year 1 to the start of the day of `iso`."""
    return datetime.date.fromisoformat(iso[:10]).toordinal() * DAY


_VAGUE = 20
"""How far back "years ago" may reach, in times what it is resolved to."""


def _calendar(value: DateValue) -> Stretch:
    low = None if value.low is None else ordinal(value.low)
    high = None if value.high is None else ordinal(value.high) + DAY - 1
    plain = Stretch(low, high)
    if low is None or high is None:
        return plain
    room = 0
    part = value.first.part
    if value.low == value.high:  # a day counted off in weeks, months or years is no more exact than these
        room = {"week": 3, "month": 15, "quarter": 45, "season": 45, "year": 183, "decade": 1826, "century": 18262}.get(
            value.granularity, 0
        )
        room *= 2 if value.approximation == "about" else 1
        if value.approximation == "vague":  # "years ago": two of them at least
            return plain.widened(_VAGUE * 2 * room * DAY, 2 * room * DAY)
    elif value.granularity in ("week", "weekend"):  # a week begins on Sunday for some, a weekend on Friday night
        room = 1
    elif value.approximation == "about" and not timed(value):
        room = max((high - low) // DAY, 1)
    elif part in ("early", "mid", "late"):
        room = {"month": 3, "year": 30, "decade": 366}.get(value.granularity, 0)
        return plain.widened(room * DAY * (part == "mid"), room * DAY * (part != "late"))
    return plain.widened(room * DAY, room * DAY)


def _year(value: DateValue) -> Stretch | None:
    said = value.first
    if value.granularity in ("year", "decade", "century"):
        return None
    first = _month_days(said)
    if (first is None and value.low and value.high and value.low[:4] == value.high[:4] and value.low != value.high) or (
        value.resolved and value.low == value.high
    ):
        first = _in_year(value)
    if first is None:
        return None
    last = _month_days(value.last) if value.last else first
    if last is None:
        return None
    if value.relation in _OPEN:
        return _opened(first, value.relation, value.first.part == "late")
    return (
        first if value.last is None else Stretch(first.low, last.high if _at_most(first.low, last.high) else (last.high or 0) + 366 * DAY)
    )


_OPEN = frozenset(("since", "after", "until", "by", "before"))


def _opened(named: Stretch, relation: str, at_end: bool) -> Stretch:
    """The stretch that a preposition leaves open on one side; "before the end of April" reaches to that end."""
    assert named.low is not None
    assert named.high is not None
    if relation == "since":
        return Stretch(named.low, None)
    if relation == "after":
        return Stretch(named.high + 1 if named.high - named.low >= DAY else named.low, None)
    return Stretch(None, named.low - 1 if relation == "before" and not at_end else named.high)


def _in_year(value: DateValue) -> Stretch | None:
    if not value.low or not value.high or (value.granularity in ("year", "week") and value.low == value.high):
        return None
    ends = [datetime.date.fromisoformat(x[:10]).replace(year=2000) for x in (value.low, value.high)]
    return _stretch(ends[0], ends[1])


def _stretch(first: datetime.date, last: datetime.date) -> Stretch:
    start = datetime.date(2000, 1, 1).toordinal()
    return Stretch((first.toordinal() - start) * DAY, (last.toordinal() - start) * DAY + DAY - 1)


def _month_days(said: Moment) -> Stretch | None:
    if said.month is not None:
        first, last = month_days(2000, said.month)
        if said.day is not None and said.day <= last.day:
            first = last = first.replace(day=said.day)
        elif said.part in ("early", "mid", "late"):
            first, last = {
                "early": (first, first.replace(day=13)),
                "mid": (first.replace(day=8), first.replace(day=23)),
                "late": (first.replace(day=21), last),
            }[said.part]
        return _stretch(first, last)
    if said.part in ("q1", "q2", "q3", "q4"):
        quarter = int(said.part[1])
        return _stretch(datetime.date(2000, 3 * quarter - 2, 1), month_days(2000, 3 * quarter)[1])
    start = table("dates")["seasons"].get(said.part) if said.part else None
    if start is not None:
        return _stretch(datetime.date(2000, start, 1), month_days(2001 if start == 12 else 2000, (start + 1) % 12 + 1)[1])
    return None


def _week(value: DateValue) -> Stretch | None:
    if value.relation in _OPEN:
        return None
    first = weekday_of(value)
    if first is None:
        return None
    last = first if value.last is None else value.last.weekday
    if last is None:
        return None
    return Stretch(first * DAY, (last + 7 * (last < first)) * DAY + DAY - 1)


def weekday_of(value: DateValue) -> int | None:
    """The weekday said, or that of the one day resolved."""
    if value.first.weekday is not None:
        return value.first.weekday
    if value.resolved and value.last is None and value.low and value.high and value.low[:10] == value.high[:10]:
        exact = value.granularity in ("day", "part", "hour", "minute")
        return datetime.date.fromisoformat(value.low[:10]).weekday() if exact else None
    return None


def _ago(value: DateValue) -> Stretch:
    """Two such days of two articles are compared by `daterelation` with some days of room, for the articles have days of their own."""
    away = value.first.days_ago or 0
    if value.last is not None:
        return Stretch(-away * DAY, -(value.last.days_ago or 0) * DAY + DAY - 1)
    if value.approximation == "vague":
        return Stretch(-away * _VAGUE * DAY, -away * 2 // 3 * DAY + DAY - 1)
    size = {"week": 7, "weekend": 7, "month": 30, "quarter": 91, "season": 91, "year": 365, "decade": 3652, "century": 36525}.get(
        value.granularity, 0
    )
    room = max(size - 1, 0) if abs(away) <= size else size // 2
    return Stretch((-away - room) * DAY, (-away + room) * DAY + DAY - 1)
