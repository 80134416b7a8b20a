"""How two times of day stand to each other."""

from __future__ import annotations

from typing import Literal

from discrepancy.lexicon import table
from discrepancy.model import DateValue
from discrepancy.normalise.date_axes import DAY, Stretch, clock_stretch, timed

DateRelationKind = Literal["equal", "within", "overlap", "disjoint", "unknown"]


HALF = DAY // 2
_ORDER: tuple[DateRelationKind, ...] = ("equal", "within", "overlap", "unknown", "disjoint")


def clock_relation(a: DateValue, b: DateValue, day_a: int, day_b: int) -> DateRelationKind:
    """Two times of day on days that start at the given minutes, the closest way to read them.

    An hour of the dial ("five o'clock") is that of either half of the day; times told in zones whose distance from Greenwich is known
    are moved there ("0914 GMT", "5:14 a.m. EDT"); loosely where one is a clock time and the other a part of the day.
    """
    halves_a, halves_b = ((0, HALF) if x.first.dial else (0,) for x in (a, b))
    east_a, east_b = _east(a), _east(b)
    moved = {y - x for x in east_a for y in east_b} if east_a and east_b and _zone(a) != _zone(b) else {0}
    kinds = {_clocks(a, b, day_a + one + by, day_b + two) for one in halves_a for two in halves_b for by in moved}
    return min(kinds, key=_ORDER.index)


def _clocks(a: DateValue, b: DateValue, day_a: int, day_b: int) -> DateRelationKind:
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
    return (
        timed(a) and timed(b) and (_zone(a) == _zone(b) or bool(_east(a) and _east(b)) or clock_relation(a, b, 0, 0) in ("equal", "within"))
    )


def _east(value: DateValue) -> tuple[int, ...]:
    """Minutes east of Greenwich: one, or two where winter or summer is unsaid ("ET"); none where the zone is unsaid or unknown."""
    zones, name = table("zones"), value.zone.lower()
    if name in zones["offsets"]:
        return (int(zones["offsets"][name]),)
    return tuple(int(x) for x in zones["seasons"].get(name.removesuffix(" time"), ()))


def _zone(value: DateValue) -> str:
    name = value.zone.lower()
    return "" if name.startswith("local") else str(table("zones")["offsets"].get(name, name))
