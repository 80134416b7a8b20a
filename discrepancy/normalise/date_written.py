"""A date as it is written: the parts that a grammar found, before any calendar is asked."""

from __future__ import annotations

from dataclasses import dataclass, replace

from discrepancy.lexicon import table
from discrepancy.model import Moment


@dataclass(frozen=True, slots=True)
class Written:
    """One end of a date in words.

    form    calendar  year, month, day, weekday, as far as they are said
            unit      a whole unit counted from now: "last week" is unit week, shift -1; "yesterday" unit day, shift -1;
                      also a named one: "last Friday" (weekday), "next April" (month), "last Christmas" (name), "last summer"
            offset    count units from the anchor (None: from now): "three weeks ago", "two days before Christmas"; the sign is in shift
            period    count units up to now or from now on: "the past two weeks"; the sign is in shift
            nth       the count-th unit of the anchor (-1: the last): "the first week of July", "the third quarter of 2015"
            decade, century   `year` is their first
            clock     a time of day and nothing else
    unit    second, minute, hour, day, night, week, fortnight, weekend, month, quarter, half, season, year, decade, century, weekday
    edge    early, mid, late, start, end, rest of what the form names; earlier, later: of a unit, before or after now
    part    part of the day; early and late stand for the two ends of a day ("late Saturday")
    hedge   "", "about", "just-before", "just-after", "vague" (a plural with no number: "years ago", whose count is 3)
    dial    True where an hour up to twelve is said with neither a.m. nor p.m.
    told    True where "later", "earlier", "following" count from a day the story has just named
    """

    form: str = "calendar"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    part: str | None = None
    edge: str = ""
    unit: str = ""
    shift: int | None = None
    count: int = 1
    anchor: Written | None = None
    name: str = ""
    zone: str = ""
    hedge: str = ""
    told: bool = False
    dial: bool = False

    def at(self, clock: Written) -> Written:
        """The same date at the time of day of `clock`."""
        return replace(
            self,
            hour=clock.hour if clock.hour is not None else self.hour,
            minute=clock.minute if clock.minute is not None else self.minute,
            part=clock.part or self.part,
            edge=self.edge or clock.edge,
            zone=clock.zone or self.zone,
            hedge=clock.hedge or self.hedge,
            dial=clock.dial or self.dial,
        )

    @property
    def timed(self) -> bool:
        """Whether a time of day is said."""
        return self.hour is not None or self.part is not None


_UNIT_DAYS = {
    "second": 0, "minute": 0, "hour": 0, "day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7, "month": 30,
    "quarter": 91, "half": 182, "season": 365, "year": 365, "decade": 3652, "century": 36525, "weekday": 7,
}  # fmt: skip


def days_ago(said: Written) -> int | None:
    """About how many days before the article's own day: None where no distance is said or it counts from another day."""
    if said.anchor is not None or said.told or said.shift is None:
        return None
    if said.form in ("offset", "period"):
        return -said.shift * said.count * _UNIT_DAYS.get(said.unit, 0)
    if said.form == "unit" and said.weekday is None and said.month is None and not said.name:
        return -said.shift * _UNIT_DAYS.get(said.unit, 0)
    return None


def granularity(said: Written) -> str:
    """How fine the words are: a Granularity."""
    if said.minute is not None:
        return "minute"
    if said.hour is not None:
        return "hour"
    if said.part is not None:
        return "part"
    return _coarse(said)


def _coarse(said: Written) -> str:
    if said.form in ("decade", "century"):
        return said.form
    if said.form == "calendar":
        fine = said.day is not None or said.weekday is not None
        return "day" if fine else "month" if said.month is not None else "year" if said.year is not None else "unknown"
    if said.day is not None or said.weekday is not None or (said.name and said.unit != "season"):
        return "day"
    if said.month is not None:
        return "month"
    return {"night": "day", "fortnight": "week", "half": "quarter", "second": "minute", "weekday": "day"}.get(
        said.unit, said.unit
    ) or "unknown"


def fixed_feast(name: str) -> tuple[int | None, int | None]:
    """Month and day of a feast that falls on the same day every year."""
    month, dash, day = str(table("holidays")["rules"].get(name, "")).partition("-")
    return (int(month), int(day)) if dash and month.isdecimal() else (None, None)


def moment(said: Written) -> Moment:
    """The parts that are said."""
    part = said.part
    if part is None and said.edge in ("early", "mid", "late", "start", "end"):
        part = {"start": "early", "end": "late"}.get(said.edge, said.edge)
    if said.unit == "season" and said.name:
        part = part or said.name
    if said.unit == "quarter" and said.form == "nth":
        part = part or f"q{said.count}"
    inner = said.anchor if said.form == "nth" else None
    month, day = fixed_feast(said.name) if said.form == "holiday" and not said.unit else (said.month, said.day)
    return Moment(
        year=said.year if said.year is not None or inner is None else inner.year,
        month=month if month is not None or inner is None else inner.month,
        day=day,
        weekday=said.weekday,
        hour=said.hour,
        minute=said.minute,
        part=part,
        days_ago=days_ago(said),
        dial=said.dial and part is None,
    )
