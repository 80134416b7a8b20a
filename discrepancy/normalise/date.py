"""Written date -> DateValue."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import cast

from discrepancy.lexicon import table
from discrepancy.model import Approximation, DateValue, Moment
from discrepancy.model.values import Granularity
from discrepancy.normalise.date_calendar import Setting, days
from discrepancy.normalise.date_units import Days
from discrepancy.normalise.date_written import Written, granularity, moment

_ONE = datetime.timedelta(days=1)
_APPROXIMATIONS = {"since": "at-least", "after": "at-least", "until": "at-most", "by": "at-most", "before": "at-most"}
_HEDGES = {"about": "about", "just-before": "nearly", "just-after": "over", "vague": "vague"}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def date_value(first: Written, last: Written | None, relation: str, setting: Setting) -> DateValue | None:
    """The value of a date ("" or since, until, by, before, after) or of a span (last given: from-to, between).

    None where the words name a day that no calendar has. What cannot be resolved keeps its parts and has `resolved` False.
    """
    if not setting.tense and relation in ("until", "by", "since"):
        setting = replace(setting, tense=-1 if relation == "since" else 1)
    try:
        one = _interval(first, setting)
        two = _interval(last, setting) if last else None
        if one and two and last and two[1] < one[0] and not (first.year or last.year):
            one, two = _in_order(first, last, setting, one, two)
    except (ValueError, OverflowError):
        return None
    low, high, resolved = _ends(one, two, first, last, relation)
    hedge = first.hedge or (last.hedge if last else "")
    if low and high and high < low:
        low, high, resolved = None, None, False
    approximation = _APPROXIMATIONS.get(relation) or _HEDGES.get(hedge, "exact")
    value = DateValue(
        first=_today(first) if first.form == "period" and (first.shift or 0) > 0 else moment(first),
        last=moment(last) if last else _other_end(first),
        low=low,
        high=high,
        resolved=resolved,
        granularity=cast(Granularity, _finer(first, last)),
        approximation=cast(Approximation, approximation),
        relation=relation,
        zone=first.zone or (last.zone if last else ""),
    )
    note = weekday_note(value)
    return value if not note else _noted(value, note)


def _other_end(said: Written) -> Moment | None:
    """The far end of a stretch that is counted from today: today itself, or the day so many units ahead."""
    if said.form != "period" or said.told:
        return None
    return moment(said) if (said.shift or 0) > 0 else _today(said)


def _today(said: Written) -> Moment:
    return Moment(days_ago=0)


def weekday_note(value: DateValue) -> str:
    """Why the weekday said is not that of the date beside it; "" where it is, or where nothing can be told."""
    ends = ((value.first, value.low or value.high), (value.last, value.high))
    notes = [_note(said, known) for said, known in ends if said is not None]
    return "; ".join(note for note in notes if note)


def _note(said: Moment, known: str | None) -> str:
    if said.weekday is None or said.month is None or said.day is None:
        return ""
    year = said.year or (int(known[:4]) if known and known[4:10] == f"-{said.month:02d}-{said.day:02d}" else None)
    try:
        real = datetime.date(year, said.month, said.day) if year else None
    except ValueError:
        return ""
    if real is None:
        return ""
    if real.weekday() == said.weekday:
        return ""
    return f"{real.isoformat()} is a {WEEKDAYS[real.weekday()]}, not a {WEEKDAYS[said.weekday]}"


def _noted(value: DateValue, note: str) -> DateValue:
    return replace(value, note=note)


def _finer(first: Written, last: Written | None) -> str:
    return granularity(last) if last is not None and granularity(first) == "unknown" else granularity(first)


Ends = tuple[str, str]


def _interval(said: Written, setting: Setting) -> tuple[str, str] | None:
    """ISO ends of one date, both inclusive: days, or minutes where a time of day is said."""
    if said.form == "clock":
        return None
    if said.form == "offset" and said.unit in ("hour", "minute", "second"):
        return _hours(said, setting)
    found: Days | None = days(said, setting)
    if found is None:
        return None
    if not said.timed or found[0] != found[1]:
        return found[0].isoformat(), found[1].isoformat()
    low, high = clock_minutes(moment(said))
    return stamp(found[0], low), stamp(found[0], min(high, 1439))


def _hours(said: Written, setting: Setting) -> tuple[str, str] | None:
    if setting.reference is None or said.anchor is not None or said.told or said.shift is None:
        return None
    size = {"hour": 24, "minute": 1440, "second": 86400}[said.unit]
    moved = setting.reference + datetime.timedelta(days=said.shift * (said.count // size))
    return moved.isoformat(), moved.isoformat()


def stamp(day: datetime.date, minute: int) -> str:
    """ISO 8601 day and minute."""
    return f"{day.isoformat()}T{minute // 60:02d}:{minute % 60:02d}"


def clock_minutes(said: Moment) -> tuple[int, int]:
    """The minutes after midnight that a time of day covers, both inclusive; a part of the day may run past 1439 into the next."""
    if said.hour is not None:
        start = said.hour * 60 + (said.minute or 0)
        return start, start
    spans = table("dates")["part_minutes"]
    low, high = spans.get(said.part, (0, 1439))
    return int(low), int(high)


def _in_order(first: Written, last: Written, setting: Setting, one: Ends, two: Ends) -> tuple[Ends, Ends]:
    """A span whose end came out before its start: in a sentence that looks forwards the start is looked for before the end."""
    if setting.tense > 0:
        earlier = _interval(first, replace(setting, reference=datetime.date.fromisoformat(two[1][:10]), tense=-1))
        if earlier and earlier[0] <= two[1]:
            return earlier, two
    later = _interval(last, replace(setting, reference=datetime.date.fromisoformat(one[0][:10]), tense=1))
    return one, later or two


def _ends(one: Ends | None, two: Ends | None, first: Written, last: Written | None, relation: str) -> tuple[str | None, str | None, bool]:
    if one and two and two[1] < one[0]:
        return None, None, False
    if last is not None:
        return (one[0] if one else None), (two[1] if two else None), one is not None and two is not None
    if one is None:
        return None, None, False
    low, high = one
    if relation == "since":
        return low, None, True
    if relation == "after":
        return (low if first.edge == "start" or low == high or len(high) > 10 else _day(high, 1)), None, True
    if relation in ("until", "by"):
        return None, high, True
    if relation == "before":
        return None, (high if first.edge == "end" or len(low) > 10 else _day(low, -1)), True
    return low, high, True


def _day(iso: str, step: int) -> str:
    try:
        return (datetime.date.fromisoformat(iso) + step * _ONE).isoformat()
    except OverflowError:
        return iso
