"""How two dates stand to each other, resolved or not."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from discrepancy.lexicon import table
from discrepancy.model import DateValue, Moment
from discrepancy.normalise.date_axes import AXES, DAY, Stretch, axes, clock_stretch, timed
from discrepancy.normalise.date_clocks import DateRelationKind, clock_relation, comparable
from discrepancy.normalise.date_edges import edged
from discrepancy.normalise.date_label import label
from discrepancy.normalise.date_units import unit_days
from discrepancy.normalise.date_written import Written

_SLACK = {"ago": 4 * DAY}
"""Articles on one story appear some days apart, so days counted from their own day differ by that much for nothing."""


@dataclass(frozen=True, slots=True)
class DateRelation:
    """How two dates stand to each other, and one plain clause why.

    kind    equal     the same after normalisation
            within    one is finer and lies in the other
            overlap   both can be true, neither holds the other
            disjoint  both cannot be true
            unknown   nothing that is said can be set against anything
    """

    kind: DateRelationKind
    reason: str


def same(a: DateValue, b: DateValue) -> bool:
    """Whether two dates state the same after normalisation ("noon" and "12:00 p.m.", "Friday" and "last Friday")."""
    return relate(a, b).kind == "equal"


@lru_cache(maxsize=4096)
def relate(a: DateValue, b: DateValue) -> DateRelation:
    """How two dates stand to each other. Symmetric; a wider interval never turns an overlap into a gap."""
    if repr(b) < repr(a):
        a, b = b, a
    if _alike(a, b):
        return DateRelation("equal", _reason("equal", a, b))
    if _ends_said(a, b):
        return _points(a, b)
    if a.last and b.last and a.relation == b.relation == "from-to" and a.granularity == b.granularity:
        return _both_ends(a, b)
    return _relate(a, b)


_NOTHING = Moment()


def _alike(a: DateValue, b: DateValue) -> bool:
    """Said in the same parts, and not resolved to different days."""
    parts = a.first == b.first and a.last == b.last and a.first != _NOTHING
    told = (a.relation, a.granularity, a.approximation, a.zone) == (b.relation, b.granularity, b.approximation, b.zone)
    return parts and told and (not a.resolved or not b.resolved or (a.low, a.high) == (b.low, b.high))


def _both_ends(a: DateValue, b: DateValue) -> DateRelation:
    """Two spans told as finely as each other: who starts or stops elsewhere says something else ("1966 to 1978", "1967 to 1979")."""
    whole = _relate(a, b)
    if whole.kind not in ("within", "overlap"):
        return whole
    ends = [_relate(x, y).kind for x, y in zip(_split(a), _split(b), strict=True)]
    return DateRelation("disjoint", _reason("disjoint", a, b)) if "disjoint" in ends else whole


def _split(value: DateValue) -> tuple[DateValue, DateValue]:
    """The two ends of a span, each as a date of the span's granularity."""
    assert value.last is not None
    first = replace(value, last=None, relation="since", high=None, granularity=value.granularity)
    last = replace(value, first=value.last, last=None, relation="until", low=None)
    return _closed(first), _closed(last)


def _ends_said(a: DateValue, b: DateValue) -> bool:
    """Both name the same end of an open stretch, or one the start of what the other dates: then those ends are compared."""
    open_ends = {a.relation, b.relation} & {"since", "until"}
    return bool(open_ends) and (a.relation == b.relation or ({a.relation, b.relation} == {"since", ""} and _same_start(a, b)))


def _same_start(a: DateValue, b: DateValue) -> bool:
    return _relate(_closed(a), _closed(b)).kind in ("equal", "within")


def _points(a: DateValue, b: DateValue) -> DateRelation:
    found = _relate(_closed(a), _closed(b))
    if found.kind in ("equal", "unknown"):
        return found
    return DateRelation(found.kind, _reason(found.kind, a, b))


def _closed(value: DateValue) -> DateValue:
    """The date that an open stretch starts or ends with, by itself."""
    if value.relation not in ("since", "until"):
        return value
    whole = _named_unit(value)
    return replace(value, relation="", approximation="exact", low=whole[0], high=whole[1])


def _named_unit(value: DateValue) -> tuple[str | None, str | None]:
    """First and last day of the unit whose one end an open stretch keeps."""
    known = value.low if value.relation == "since" else value.high
    if known is None or len(known) > 10:
        return known, known
    try:
        first, last = unit_days(datetime.date.fromisoformat(known), value.granularity)
        if value.first.part in ("early", "mid", "late"):
            first, last = edged((first, last), Written(edge=value.first.part), None)
    except (ValueError, OverflowError):
        return known, known
    return (known, last.isoformat()) if value.relation == "since" else (first.isoformat(), known)


def _relate(a: DateValue, b: DateValue) -> DateRelation:
    ones, twos = axes(a), axes(b)
    for axis in AXES:
        if axis in ones and axis in twos:
            kind = _on_axis(axis, a, b, ones[axis], twos[axis])
            if kind == "disjoint" and (_loose_year(axis, a, b) or _loose_week(axis, a, b)):
                continue
            kind = "within" if kind == "equal" and _more_said(axis, a, b) else kind
            return DateRelation(kind, _reason(kind, a, b))
    return _by_clock(a, b, bool(ones), bool(twos)) or _apart(a, b, ones, twos)


def _apart(a: DateValue, b: DateValue, ones: Mapping[str, Stretch], twos: Mapping[str, Stretch]) -> DateRelation:
    """No axis in common: a year and a month without one can both be true; of other pairs nothing is known."""
    if {"calendar", "year"} & set(ones) and {"calendar", "year"} & set(twos):
        return DateRelation("overlap", _reason("overlap", a, b))
    return DateRelation("unknown", f"nothing says whether {label(a)} and {label(b)} are the same day")


def _more_said(axis: str, a: DateValue, b: DateValue) -> bool:
    """Whether of two dates that are the same on an axis one says more: the year of the month, the month of the weekday, months of years."""
    if axis == "calendar" and a.last is not None and b.last is not None:
        return a.granularity != b.granularity and not timed(a) and not timed(b)
    if axis == "year":
        return (a.first.year is None) != (b.first.year is None)
    return axis == "week" and (a.first.month is None) != (b.first.month is None)


def _loose_year(axis: str, a: DateValue, b: DateValue) -> bool:
    """Whether two resolved dates may differ only by the year that a rule chose for one: then the parts said are compared."""
    return axis == "calendar" and (_guessed(a) or _guessed(b))


def _loose_week(axis: str, a: DateValue, b: DateValue) -> bool:
    """Whether both name one weekday and nothing finer: articles of two weeks that answer one question mean one day."""
    weekdays = a.first.weekday is not None and a.first.weekday == b.first.weekday and a.first.month is None and b.first.month is None
    return axis in ("calendar", "year") and weekdays and a.last is None and b.last is None


def _guessed(value: DateValue) -> bool:
    """Whether the year was not said but chosen: "September", "June 10", "spring"."""
    said = value.first
    in_year = said.month is not None or said.part in table("dates")["seasons"] or value.granularity == "quarter"
    return said.year is None and said.days_ago is None and in_year


def _on_axis(axis: str, a: DateValue, b: DateValue, one: Stretch, two: Stretch) -> DateRelationKind:
    """The relation on one axis; times of day count where both days are single ones."""
    if comparable(a, b) and _single(one) and _single(two):
        return _timed(axis, a, b, one, two)
    if not one.meets(two):
        touching = {a.relation, b.relation} & {"after", "before"} and one.widened(1, 1).meets(two)
        return "overlap" if touching else _gap(axis, a, b, one, two)
    if one == two:
        return "equal" if not timed(a) and not timed(b) else _one_timed(a, b)
    if axis == "ago" and (one.low != two.low or one.high != two.high):
        return "within" if one.holds(two) or two.holds(one) else "overlap"
    return "within" if one.holds(two) or two.holds(one) else "overlap"


def _one_timed(a: DateValue, b: DateValue) -> DateRelationKind:
    return "within" if timed(a) != timed(b) else "equal" if a.first.hour == b.first.hour and a.first.minute == b.first.minute else "unknown"


def _gap(axis: str, a: DateValue, b: DateValue, one: Stretch, two: Stretch) -> DateRelationKind:
    """Disjoint, unless a night runs into the next day or the articles' own days may lie apart."""
    slack = _SLACK.get(axis, 0)
    if slack:
        return "unknown" if one.widened(slack, slack).meets(two) else "disjoint"
    if (timed(a) and timed(b)) or {a.first.part, b.first.part} & {"overnight", "midnight"}:
        spilled = _spill(a, one), _spill(b, two)
        days = [s if s is not None else d for s, d in zip(spilled, (one, two), strict=True)]
        if any(days[0].moved(turn).meets(days[1]) for turn in _turns(axis)):
            return "overlap"
    return "disjoint"


def _turns(axis: str) -> tuple[int, ...]:
    """On the axis of the week Monday follows Sunday."""
    return (-7 * DAY, 0, 7 * DAY) if axis == "week" else (0,)


def _single(days: Stretch) -> bool:
    return days.low is not None and days.high is not None and days.high - days.low == DAY - 1


def _spill(value: DateValue, days: Stretch) -> Stretch | None:
    clock = clock_stretch(value)
    if clock is None or not _single(days) or days.low is None:
        return None
    return clock.moved(days.low)


def _timed(axis: str, a: DateValue, b: DateValue, one: Stretch, two: Stretch) -> DateRelationKind:
    assert one.low is not None
    assert two.low is not None
    kinds = []
    for turn in _turns(axis):
        kind = clock_relation(a, b, one.low + turn, two.low)
        if kind != "disjoint":
            return kind
        kinds.append(kind)
    if axis == "ago" and one.low != two.low:
        return "unknown" if clock_relation(a, b, 0, 0) != "disjoint" else "disjoint"
    return "disjoint"


def _by_clock(a: DateValue, b: DateValue, day_a: bool, day_b: bool) -> DateRelation | None:
    """Times of day whose days cannot be set against each other: their clocks decide, turned by a day where no day is said.

    One clock time is the same whether its day is said beside it or is plain from the story ("at 5 p.m.", "Friday at 5 p.m.").
    """
    if not timed(a) or not timed(b):
        return None
    if not comparable(a, b):
        return DateRelation("unknown", f"{label(a)} and {label(b)} are told in different time zones")
    kinds = {clock_relation(a, b, turn, 0) for turn in (-DAY, 0, DAY)}
    if kinds == {"disjoint"}:
        return DateRelation("disjoint", f"{label(a)} and {label(b)} are different times of day")
    best: DateRelationKind = "equal" if "equal" in kinds else "within" if "within" in kinds else "overlap"
    if day_a and day_b:
        return DateRelation("unknown", f"nothing says whether {label(a)} and {label(b)} are the same day")
    return DateRelation(best, _reason(best, a, b))


def _reason(kind: DateRelationKind, a: DateValue, b: DateValue) -> str:
    one, two = label(a), label(b)
    if kind == "equal":
        return f"{one} and {two} are the same" if one != two else f"both say {one}"
    if kind == "within":
        fine, coarse = (one, two) if _finer(a, b) else (two, one)
        return f"{fine} lies in {coarse}" if fine != coarse else f"one says {fine} more closely"
    if kind == "overlap":
        return f"{one} and {two} can both hold"
    if kind == "disjoint":
        both_timed = timed(a) and timed(b)
        return f"{one} and {two} are different times" if both_timed else f"{one} is not {two}"
    return f"nothing says whether {one} and {two} are the same"


_FINENESS = ("minute", "hour", "part", "day", "weekend", "week", "month", "season", "quarter", "year", "decade", "century", "unknown")


def _finer(a: DateValue, b: DateValue) -> bool:
    """Whether `a` is the finer of two, one of which holds the other."""
    ones, twos = axes(a), axes(b)
    for axis in AXES:
        if axis in ones and axis in twos and ones[axis].holds(twos[axis]) != twos[axis].holds(ones[axis]):
            return twos[axis].holds(ones[axis])
    if timed(a) and timed(b) and (a.first.hour is None) != (b.first.hour is None):
        return b.first.hour is None
    if (clock_a := clock_stretch(a)) and (clock_b := clock_stretch(b)) and clock_a != clock_b:
        return clock_b.holds(clock_a)
    return _FINENESS.index(a.granularity) <= _FINENESS.index(b.granularity)


def stated(value: DateValue) -> tuple[str | None, str | None]:
    """First and last day of the date as said: of "since 2009" and "by 1900" the year that is named, else the interval itself."""
    if value.relation in ("since", "until", "by") and value.granularity in ("year", "decade", "century"):
        known = value.low or value.high
        whole = replace(value, relation="since", low=known) if known == value.low else replace(value, relation="until", high=known)
        return _named_unit(whole)
    return value.low, value.high
