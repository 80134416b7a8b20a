"""A figure told twice by one article, in two currencies: "85 million euros ($108 million)"; the rate it tells holds for the story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from discrepancy.model import Amount, Interval, Mention

Rates = Mapping[tuple[str, str], Decimal]
"""(from, to) -> how many of the one make one of the other, as the articles tell it."""

BETWEEN = 2
"""Characters between a figure and its gloss: a space and a bracket."""


def glossed(one: Mention, other: Mention) -> bool:
    """Whether two mentions of one article are a sum of money and the same in another currency, in brackets right after it."""
    a, b = one.value, other.value
    if not isinstance(a, Amount) or not isinstance(b, Amount) or one.field != other.field or {one.kind, other.kind} != {"money"}:
        return False
    first, second = (one, other) if one.start < other.start else (other, one)
    return a.unit != b.unit and "unknown" not in (a.unit, b.unit) and 0 < second.start - first.end <= BETWEEN


def told_rates(pairs: Iterable[tuple[Mention, Mention]]) -> Rates:
    """The rates that glosses tell, both ways; of several between two currencies the middle one."""
    found: dict[tuple[str, str], list[Decimal]] = {}
    for one, other in pairs:
        a, b = one.value, other.value
        if not glossed(one, other) or not isinstance(a, Amount) or not isinstance(b, Amount) or not a.value or not b.value:
            continue
        if a.value > 0 and b.value > 0:
            units, rate = ((a.unit, b.unit), b.value / a.value) if a.unit < b.unit else ((b.unit, a.unit), a.value / b.value)
            found.setdefault(units, []).append(rate)
    middle = {units: sorted(ratios)[len(ratios) // 2] for units, ratios in found.items()}
    return middle | {(b, a): 1 / rate for (a, b), rate in middle.items()}


def exchanged(amount: Amount, unit: str, rates: Rates) -> Amount | None:
    """The amount in the currency `unit`, as exact as it is told; None where no article tells the rate."""
    rate = rates.get((amount.unit, unit))
    if rate is None:
        return None
    value, low, high = (None if x is None else x * rate for x in (amount.value, amount.low, amount.high))
    ends = [None if x is None else x * rate for x in (amount.interval.low, amount.interval.high)]
    interval = Interval(ends[0], ends[1])
    return replace(amount, value=value, low=low, high=high, unit=unit, interval=interval, resolution=amount.resolution * rate)


SAME = Decimal("0.015")
"""Two sums whose ratio is the told rate up to this share are one: rates move from day to day, and the gloss is rounded."""


def near(a: Amount, b: Amount) -> bool:
    """Whether two amounts of one currency, one of them exchanged, are one."""
    if a.value is None or b.value is None or a.approximation != b.approximation:
        return False
    return abs(a.value - b.value) <= SAME * max(abs(a.value), abs(b.value))
