"""Where two amounts meet: their intervals in one unit, what a conversion may be rounded by, bounds, roundings that only touch."""

from __future__ import annotations

from decimal import Decimal

from discrepancy.model import Amount
from discrepancy.normalise import unit as units
from discrepancy.normalise.interval import reach

_CONVERTED = Decimal("0.02")  # two outlets round a conversion differently: 127 kg is 279.99 lb, 12 m is 39 or 40 ft
_SAME_TIME = Decimal("0.005")  # units of time are multiples of each other, so that 20 days for three weeks is rounded; 365 days are a year
_ROUNDED = Decimal("0.05")  # ... and a small figure more coarsely: 5 m is 16 ft; but 60 km for 35 miles is another figure


def points(a: Amount) -> tuple[Decimal | None, ...]:
    """The figure as stated, or the two ends of a stated range, in the base unit."""
    ends = (a.value,) if a.value is not None else (a.low, a.high)
    return tuple(None if x is None else units.to_base(x, a.unit) for x in ends)


def convertible(a: Amount, b: Amount) -> bool:
    """Whether the two are in different units of one dimension."""
    return a.unit != b.unit and units.dimension(a.unit) is not None and units.dimension(a.unit) == units.dimension(b.unit)


def equal_points(a: Amount, b: Amount) -> bool:
    """Whether both state the same figure or range, however hedged."""
    x, y = points(a), points(b)
    if len(x) != len(y):
        return False
    converted = convertible(a, b)
    for p, q in zip(x, y, strict=True):
        if p is None or q is None:
            if p is not q:
                return False
        elif p != q and not (converted and _as_converted(a, b, p, q)):
            return False
    return True


def _as_converted(a: Amount, b: Amount, p: Decimal, q: Decimal) -> bool:
    """Whether one is the other in another unit (both in the base unit): nearly the same, or the same once rounded as the other is."""
    apart, size = abs(p - q), max(abs(p), abs(q))
    if units.dimension(a.unit) == "time":
        return apart <= _SAME_TIME * size
    if apart <= _CONVERTED * size:
        return True
    return apart <= _step(a, b) / 2 and apart <= _ROUNDED * size


def bounds(a: Amount) -> tuple[Decimal | None, Decimal | None]:
    """The interval as far as another figure may lie in it, in the base unit; None is an open end."""
    far = reach(a.interval, a.value, a.approximation)
    return (None if far.low is None else units.to_base(far.low, a.unit), None if far.high is None else units.to_base(far.high, a.unit))


_FLOORS = ("over", "at-least")
_FAR = Decimal(3)
"""Two lower bounds can both be true, "more than 40" and "at least 80"; beyond so many times the lesser an editor would ask."""


def overlap(a: Amount, b: Amount) -> bool:
    """Whether a figure may be both."""
    (al, ah), (bl, bh) = bounds(a), bounds(b)
    if a.approximation in _FLOORS and b.approximation in _FLOORS:
        # the floors as stated: how far an interval reaches round them is another question
        p, q = points(a)[0], points(b)[0]
        if p and q and min(p, q) > 0:
            return max(p, q) <= _FAR * min(p, q)
    if _touching(a, b):
        return False
    if convertible(a, b):
        slack = _slack(a, b)
        al, ah = (None if al is None else al - slack, None if ah is None else ah + slack)
    return (al is None or bh is None or al <= bh) and (bl is None or ah is None or bl <= ah)


def _touching(a: Amount, b: Amount) -> bool:
    """4% reaches to 4.5 and 5% begins there: figures whose roundings only touch are two figures. A figure that is said may be touched."""
    (al, ah), (bl, bh) = bounds(a), bounds(b)
    if a.value is None or b.value is None or a.value == b.value or {a.approximation, b.approximation} & {"at-least", "at-most", "vague"}:
        return False
    told = {*points(a), *points(b)}
    return (ah is not None and ah == bl and ah not in told) or (bh is not None and bh == al and bh not in told)


def _slack(a: Amount, b: Amount) -> Decimal:
    """What a conversion may be rounded by: half the last digit written, up to a tenth ("60 km" for 35 miles), of times a twentieth."""
    largest = max((abs(x) for x in (*bounds(a), *bounds(b)) if x is not None), default=Decimal(0))
    if units.dimension(a.unit) == "time":
        return min(_step(a, b) / 2, largest / 20)
    return max(_CONVERTED * largest, min(_step(a, b) / 2, largest / 10))


def _step(a: Amount, b: Amount) -> Decimal:
    return max(units.to_base(x.resolution, x.unit) - units.to_base(Decimal(0), x.unit) for x in (a, b))


def two_extents(a: Amount, b: Amount) -> bool:
    """Whether both tell the ages of a group, and not the same: "aged 13 to 15", "between 13 and 14"; not "in his sixties"."""
    ends = [(x.low, x.high) for x in (a, b) if x.approximation == "exact" and x.value is None]
    if len(ends) < 2 or {a.unit, b.unit} != {"year"} or ends[0] == ends[1]:
        return False
    return all(low is not None and high is not None and not (low % 10 == 0 and high == low + 9) for low, high in ends)
