"""Which mentions can answer the same question at all: the dimension of a value, and the distance between two values."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from math import log

from discrepancy.model import Amount, DateValue, Mention
from discrepancy.normalise import unit as units

_KIND = {
    "count": "count",
    "ordinal": "ordinal",
    "score": "score",
    "money": "money",
    "percent": "percent",
    "age": "age",
    "duration": "time",
    "date": "date",
}


@lru_cache(maxsize=4096)
def _physical(name: str) -> str:
    return units.dimension(name) or name


def dimension(mention: Mention) -> str:
    """The class of values `mention` may be set against: `count`, `money`, `date`, `length`, …"""
    if mention.kind == "quantity" and isinstance(mention.value, Amount):
        return _physical(mention.value.unit) + ("/" if mention.value.per else "")
    return _KIND.get(mention.kind, mention.kind)


_OPEN = (frozenset({"age", "time"}), frozenset({"count", "percent"}), frozenset({"time", "date"}))


def comparable(a: str, b: str) -> bool:
    """Whether values of these dimensions may answer one question."""
    return a == b or frozenset((a, b)) == _OPEN[0]


def base(amount: Amount, value: Decimal | None) -> Decimal | None:
    """`value` in the base unit of its dimension, so that 127 kg and 280 lb can be set side by side; money and counts stay as they are."""
    if value is None:
        return None
    return units.to_base(value, amount.unit)


def middle(amount: Amount) -> Decimal | None:
    """One number that stands for the amount: as stated, or the middle of its range, in the base unit."""
    if amount.value is not None:
        return base(amount, amount.value)
    if amount.low is not None and amount.high is not None:
        return base(amount, (amount.low + amount.high) / 2)
    return base(amount, amount.low if amount.low is not None else amount.high)


def bounds(amount: Amount) -> tuple[Decimal | None, Decimal | None]:
    """The implied interval in the base unit; None is open."""
    return base(amount, amount.interval.low), base(amount, amount.interval.high)


def log_ratio(a: Amount, b: Amount) -> float:
    """|ln(a / b)| of the stated values, 0 when equal, capped at 20; 20 where signs differ or one is unknown."""
    x, y = middle(a), middle(b)
    if x is None or y is None:
        return 20.0
    if x == y:
        return 0.0
    if x == 0 or y == 0 or (x < 0) != (y < 0):
        return 20.0
    return min(20.0, abs(log(abs(float(x))) - log(abs(float(y)))))


def digits(mention: Mention) -> int:
    """How many significant digits are written: 934,200 has four and is rarely repeated by chance."""
    value = mention.value
    if isinstance(value, DateValue):
        first = value.first
        return sum(part is not None for part in (first.year, first.month, first.day, first.hour, first.minute, first.weekday))
    if isinstance(value, Amount):
        number = value.value if value.value is not None else value.low
        if number is None:
            return 0
        return max(1, len(str(abs(number).normalize()).replace(".", "").split("E")[0].strip("0")))
    return 1
