"""How two values stand to each other: the same, both possible, or excluding each other.

Innocent explanations come first (unit, rounding, hedge, bound, granularity); only what none of them
acquits excludes. Relations are symmetric, and a wider interval never turns an overlap into a gap.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from discrepancy.model import Amount, DateValue, Value
from discrepancy.normalise import daterelation, money
from discrepancy.normalise import unit as units
from discrepancy.normalise.interval import reach
from discrepancy.normalise.slip import slip

Stand = Literal["same", "compatible", "exclusive", "unknown"]


@dataclass(frozen=True, slots=True)
class Relation:
    """`stand`, the causes that acquit or explain, and one plain clause with the arithmetic."""

    stand: Stand
    causes: tuple[str, ...] = ()
    reason: str = ""


_SIDE = {
    "over": "over",
    "at-least": "at-least",
    "at-most": "at-most",
    "under": "under",
    "nearly": "nearly",
    "about": "about",
    "vague": "vague",
}
_HUGE = Decimal(10) ** 15
_CONVERTED = Decimal("0.02")  # two outlets round a conversion differently: 127 kg is 279.99 lb, 12 m is 39 or 40 ft
_SAME_TIME = Decimal("0.005")  # units of time are multiples of each other, so that 20 days for three weeks is rounded; 365 days are a year
_ROUNDED = Decimal("0.05")  # ... and a small figure more coarsely: 5 m is 16 ft; but 60 km for 35 miles is another figure


def relate(a: Value, b: Value) -> Relation:
    """The relation of two values of one question; `unknown` where nothing can be said."""
    if isinstance(a, Amount) and isinstance(b, Amount):
        return relate_amounts(a, b)
    if isinstance(a, DateValue) and isinstance(b, DateValue):
        return _relate_dates(a, b)
    return Relation("unknown")


def same(a: Value, b: Value) -> bool:
    """Whether both state the same value after normalisation: "seven" and "7", 127 kg and 280 lb, noon and 12:00."""
    if isinstance(a, Amount) and isinstance(b, Amount):
        return relate_amounts(a, b).stand == "same"
    if isinstance(a, DateValue) and isinstance(b, DateValue):
        return daterelation.same(a, b)
    return a == b


def _relate_dates(a: DateValue, b: DateValue) -> Relation:
    if daterelation.same(a, b):
        return Relation("same")
    found = daterelation.relate(a, b)
    if found.kind == "disjoint":
        return Relation("exclusive", (), found.reason)
    if found.kind == "within":
        return Relation("compatible", ("granularity",), found.reason)
    if found.kind in ("overlap", "equal"):
        hedged = a.approximation != "exact" or b.approximation != "exact"
        return Relation("compatible", ("hedge",) if hedged else ("granularity",), found.reason)
    return Relation("unknown", (), found.reason)


def _points(a: Amount) -> tuple[Decimal | None, ...]:
    ends = (a.value,) if a.value is not None else (a.low, a.high)
    return tuple(None if x is None else units.to_base(x, a.unit) for x in ends)


def _convertible(a: Amount, b: Amount) -> bool:
    return a.unit != b.unit and units.dimension(a.unit) is not None and units.dimension(a.unit) == units.dimension(b.unit)


def _equal_points(a: Amount, b: Amount) -> bool:
    x, y = _points(a), _points(b)
    if len(x) != len(y):
        return False
    converted = _convertible(a, b)
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


def _bounds(a: Amount) -> tuple[Decimal | None, Decimal | None]:
    far = reach(a.interval, a.value, a.approximation)
    return (None if far.low is None else units.to_base(far.low, a.unit), None if far.high is None else units.to_base(far.high, a.unit))


@lru_cache(maxsize=4096)
def relate_amounts(a: Amount, b: Amount) -> Relation:
    """The relation of two amounts in units of one dimension; `unknown` for money in two currencies."""
    if _two_currencies(a, b) and not (_both_dollars(a, b) and _equal_points(a, b)):
        return _two(a, b)
    converted = _convertible(a, b)
    if _equal_points(a, b) and (a.per == b.per or not a.per or not b.per):
        if a.approximation == b.approximation:
            return Relation("same", ("unit",) if converted else ())
        if {a.approximation, b.approximation} in _SIDES:
            return Relation("exclusive", (), "one lies above the figure, the other below it")
        if _overlap(a, b) or {a.approximation, b.approximation} & {"about", "vague"}:
            return Relation("compatible", ("hedge",), "one hedges the figure that the other gives")
        bound = {a.approximation, b.approximation} & {"at-least", "at-most", "over", "under", "nearly"}
        return Relation("compatible", ("bound",) if bound else ("hedge",), "the same figure, once as a bound")
    if _overlap(a, b) and not _two_extents(a, b):
        return Relation("compatible", _acquittals(a, b, converted), _how(a, b))
    return Relation("exclusive", _slips(a, b), _gap(a, b))


def _two_currencies(a: Amount, b: Amount) -> bool:
    return a.unit != b.unit and a.unit.isupper() and b.unit.isupper() and len(a.unit) == len(b.unit) == 3


def _two(a: Amount, b: Amount) -> Relation:
    """Amounts of two currencies: what no exchange rate of this century allows is excluded, of the rest nothing is known."""
    told = f"{a.unit} and {b.unit} are two currencies and no rate is given"
    by = money.rates(b.unit, a.unit)
    if by is None:
        return Relation("unknown", ("unit",), told)
    (al, ah), (bl, bh) = _bounds(a), _bounds(b)
    if (bl is not None and ah is not None and bl * by[0] > ah) or (al is not None and bh is not None and bh * by[1] < al):
        return Relation("exclusive", ("unit",), f"no rate between {a.unit} and {b.unit} makes {span(a)} and {span(b)} meet")
    return Relation("unknown", ("unit",), told)


def _both_dollars(a: Amount, b: Amount) -> bool:
    """Whether one is of American dollars and the other of others: "$3" in a paper of Sydney is what is "A$3" abroad."""
    return "USD" in (a.unit, b.unit) and {a.unit, b.unit} <= money.dollars()


_SIDES = ({"over", "nearly"}, {"over", "under"})
_FLOORS = ("over", "at-least")
_FAR = Decimal(3)
"""Two lower bounds can both be true, "more than 40" and "at least 80"; beyond so many times the lesser an editor would ask."""


def _overlap(a: Amount, b: Amount) -> bool:
    (al, ah), (bl, bh) = _bounds(a), _bounds(b)
    if a.approximation in _FLOORS and b.approximation in _FLOORS and al and bl and min(al, bl) > 0:
        return max(al, bl) <= _FAR * min(al, bl)
    if _touching(a, b):
        return False
    if _convertible(a, b):
        slack = _slack(a, b)
        al, ah = (None if al is None else al - slack, None if ah is None else ah + slack)
    return (al is None or bh is None or al <= bh) and (bl is None or ah is None or bl <= ah)


def _touching(a: Amount, b: Amount) -> bool:
    """4% reaches to 4.5 and 5% begins there: figures whose roundings only touch are two figures. A figure that is said may be touched."""
    (al, ah), (bl, bh) = _bounds(a), _bounds(b)
    if a.value is None or b.value is None or a.value == b.value or {a.approximation, b.approximation} & {"at-least", "at-most", "vague"}:
        return False
    told = {*_points(a), *_points(b)}
    return (ah is not None and ah == bl and ah not in told) or (bh is not None and bh == al and bh not in told)


def _slack(a: Amount, b: Amount) -> Decimal:
    """What a conversion may be rounded by: half the last digit written, up to a tenth ("60 km" for 35 miles), of times a twentieth."""
    largest = max((abs(x) for x in (*_bounds(a), *_bounds(b)) if x is not None), default=Decimal(0))
    if units.dimension(a.unit) == "time":
        return min(_step(a, b) / 2, largest / 20)
    return max(_CONVERTED * largest, min(_step(a, b) / 2, largest / 10))


def _step(a: Amount, b: Amount) -> Decimal:
    return max(units.to_base(x.resolution, x.unit) - units.to_base(Decimal(0), x.unit) for x in (a, b))


def _two_extents(a: Amount, b: Amount) -> bool:
    """Whether both tell the ages of a group, and not the same: "aged 13 to 15", "between 13 and 14"; not "in his sixties"."""
    ends = [(x.low, x.high) for x in (a, b) if x.approximation == "exact" and x.value is None]
    if len(ends) < 2 or {a.unit, b.unit} != {"year"} or ends[0] == ends[1]:
        return False
    return all(low is not None and high is not None and not (low % 10 == 0 and high == low + 9) for low, high in ends)


def _acquittals(a: Amount, b: Amount, converted: bool) -> tuple[str, ...]:
    causes: list[str] = []
    kinds = {a.approximation, b.approximation}
    if kinds & {"at-least", "at-most", "under"} or (a.value is None) != (b.value is None):
        causes.append("bound")
    if kinds & {"about", "nearly", "over", "vague"}:
        causes.append("hedge")
    if a.resolution != b.resolution or not causes:
        causes.append("rounding")
    if converted:
        causes.append("unit")
    return tuple(causes)


def _slips(a: Amount, b: Amount) -> tuple[str, ...]:
    """`magnitude` where one value is a likely slip for the other; with `unit` where their digits are the same in two units."""
    if not slip(a, b):
        return ()
    return ("magnitude", "unit") if _convertible(a, b) else ("magnitude",)


def plain(x: Decimal | None) -> str:
    """A decimal for people: grouped thousands, no needless zeros, millions and billions in words."""
    if x is None:
        return "∞"
    size = abs(x)
    for scale, word in ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million")):
        if size >= scale:
            return f"{_trim(x / scale)} {word}"
    return _trim(x)


def _trim(x: Decimal) -> str:
    if abs(x) >= _HUGE:
        return f"{x:.3E}"
    rounded = round(x, 3) if abs(x) < 1000 else round(x, 1)
    text = f"{rounded:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def span(a: Amount) -> str:
    """The implied interval in words: "28.5 million to 29.5 million", "at least 28.8 million"."""
    low, high = a.interval.low, a.interval.high
    if low is None and high is None:
        return "any value"
    if low is None:
        return f"at most {plain(high)}"
    if high is None:
        return f"at least {plain(low)}"
    return plain(low) if low == high else f"{plain(low)} to {plain(high)}"


def _how(a: Amount, b: Amount) -> str:
    low = max((x for x in (_bounds(a)[0], _bounds(b)[0]) if x is not None), default=None)
    high = min((x for x in (_bounds(a)[1], _bounds(b)[1]) if x is not None), default=None)
    if _convertible(a, b):
        return f"in one unit the ranges meet ({span(a)} {a.unit}; {span(b)} {b.unit})"
    if low is None and high is None:
        return "neither bounds the other"
    if low is None:
        return f"both hold for any figure up to {plain(high)}"
    if high is None:
        return f"both hold for any figure from {plain(low)}"
    if low == high:
        return f"both hold for {plain(low)}"
    return f"both hold for any figure between {plain(low)} and {plain(high)}"


def _gap(a: Amount, b: Amount) -> str:
    x, y = _points(a)[0], _points(b)[0]
    where = f"{span(a)} and {span(b)} do not meet" if not _convertible(a, b) else f"{span(a)} {a.unit} and {span(b)} {b.unit} do not meet"
    if x is None or y is None or not x or not y or a.value is None or b.value is None:
        return where
    big, small = max(abs(x), abs(y)), min(abs(x), abs(y))
    share = (big - small) / small * 100
    by = f"{_trim(round(big / small, 1))} times" if share >= 150 else f"{round(share, 1 if share < 10 else 0):f}%"
    return f"{where}: the larger is {by} {'the smaller' if share >= 150 else 'above the smaller'}"
