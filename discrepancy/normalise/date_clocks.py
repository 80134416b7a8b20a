"""How two times of day stand to each other."""

from __future__ import annotations

from typing import Literal

from discrepancy.lexicon import table
from discrepancy.model import DateValue
from discrepancy.normalise.date_axes import DAY, Stretch, clock_stretch, timed

DateRelationKind = Literal["equal", "within", "overlap", "disjoint", "unknown"]


def clock_relation(a: DateValue, b: DateValue, day_a: int, day_b: int) -> DateRelationKind:
    """Two times of day on days that start at the given minutes; loosely where one is a clock time and the other a part of the day."""
    loose = (a.first.hour is None) != (b.first.hour is None)
    one, two = clock_stretch(a, loose), clock_stretch(b, loose)
    if one is None or two is None:
        return "unknown"
    one, two = _opened(a, one).moved(day_a), _opened(b, two).moved(day_b)
    if one == two:
        return "equal"
    if not one.meets(two):
        return "disjoint"
    return "within" if one.holds(two) or two.holds(one) else "overlap"


def _opened(value: DateValue, clock: Stretch) -> Stretch:
    """The stretch that "before dawn" or "after 2 p.m." leaves open, as far as the day's ends."""
    if value.relation in ("since", "after"):
        return Stretch(clock.low, DAY + 359)
    if value.relation in ("until", "by", "before"):
        return Stretch(0, clock.high)
    return clock


def comparable(a: DateValue, b: DateValue) -> bool:
    """Whether both say a time of day, in zones that can be set against each other."""
    return timed(a) and timed(b) and (_zone(a) == _zone(b) or clock_relation(a, b, 0, 0) in ("equal", "within"))


def _zone(value: DateValue) -> str:
    name = value.zone.lower()
    return "" if name.startswith("local") else str(table("zones")["offsets"].get(name, name))
