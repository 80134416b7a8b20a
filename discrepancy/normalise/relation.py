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
from discrepancy.normalise.amount_overlap import bounds, convertible, equal_points, overlap, points, two_extents
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


@lru_cache(maxsize=4096)
def relate_amounts(a: Amount, b: Amount) -> Relation:
    """The relation of two amounts in units of one dimension; `unknown` for money in two currencies."""
    if _two_currencies(a, b) and not (_both_dollars(a, b) and equal_points(a, b)):
        return _two(a, b)
    converted = convertible(a, b)
    if equal_points(a, b) and (a.per == b.per or not a.per or not b.per):
        if a.approximation == b.approximation:
            return Relation("same", ("unit",) if converted else ())
        if {a.approximation, b.approximation} in _SIDES:
            return Relation("exclusive", (), "one lies above the figure, the other below it")
        if overlap(a, b) or {a.approximation, b.approximation} & {"about", "vague"}:
            return Relation("compatible", ("hedge",), "one hedges the figure that the other gives")
        bound = {a.approximation, b.approximation} & {"at-least", "at-most", "over", "under", "nearly"}
        return Relation("compatible", ("bound",) if bound else ("hedge",), "the same figure, once as a bound")
    if overlap(a, b) and not two_extents(a, b):
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
    (al, ah), (bl, bh) = bounds(a), bounds(b)
    if any(x is not None and x < 0 for x in (al, bl)):
        return Relation("unknown", ("unit",), told)
    if (bl is not None and ah is not None and bl * by[0] > ah) or (al is not None and bh is not None and bh * by[1] < al):
        return Relation("exclusive", ("unit",), f"no rate between {a.unit} and {b.unit} makes {span(a)} and {span(b)} meet")
    return Relation("unknown", ("unit",), told)


def _both_dollars(a: Amount, b: Amount) -> bool:
    """Whether one is of American dollars and the other of others: "$3" in a paper of Sydney is what is "A$3" abroad."""
    return "USD" in (a.unit, b.unit) and {a.unit, b.unit} <= money.dollars()


_SIDES = ({"over", "nearly"}, {"over", "under"})


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
    return ("magnitude", "unit") if convertible(a, b) else ("magnitude",)


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
    low = max((x for x in (bounds(a)[0], bounds(b)[0]) if x is not None), default=None)
    high = min((x for x in (bounds(a)[1], bounds(b)[1]) if x is not None), default=None)
    if convertible(a, b):
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
    x, y = points(a)[0], points(b)[0]
    where = f"{span(a)} and {span(b)} do not meet" if not convertible(a, b) else f"{span(a)} {a.unit} and {span(b)} {b.unit} do not meet"
    if x is None or y is None or not x or not y or a.value is None or b.value is None:
        return where
    big, small = max(abs(x), abs(y)), min(abs(x), abs(y))
    share = (big - small) / small * 100
    by = f"{_trim(round(big / small, 1))} times" if share >= 150 else f"{round(share, 1 if share < 10 else 0):f}%"
    return f"{where}: the larger is {by} {'the smaller' if share >= 150 else 'above the smaller'}"
