"""What a figure, its digits and its hedge allow: the closed interval they imply. The sizes are data in `lexicon/hedges.toml`."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from discrepancy.lexicon import table
from discrepancy.model import Approximation, Interval

ZERO = Decimal(0)


@cache
def _sizes() -> dict[str, Decimal]:
    return {name: Decimal(str(size)) for name, size in table("hedges")["size"].items()}


def implied(
    value: Decimal | None,
    resolution: Decimal,
    approximation: Approximation = "exact",
    low: Decimal | None = None,
    high: Decimal | None = None,
    exact: bool = False,
    scaled: bool = False,
) -> Interval:
    """The closed interval; None is an open end.

    value       None for a stated range, whose ends are `low` and `high`.
    resolution  one unit of the last written digit.
    exact       a flat figure that is meant to the unit (whole counts, ages, durations in their own unit).
    scaled      written with a scale word ("29 million"): rounds by half its resolution, however large.
    The stated value lies in the interval or is an end of it.
    """
    if value is None:
        return _ranged(low, high, approximation)
    size, share = _sizes(), abs(value)
    if approximation == "about":
        half = min(share * size["about_share"], resolution * size["about_resolution"])
        return Interval(value - half, value + half)
    if approximation == "nearly":
        half = min(resolution * size["nearly_resolution"], share * size["nearly_share"]) if share else ZERO
        return Interval(value - half, value)
    if approximation == "over":
        return Interval(value, value + resolution * size["over_resolution"])
    if approximation == "under":
        return Interval(min(ZERO, value), value)
    if approximation == "at-least":
        return Interval(value, None)
    if approximation == "at-most":
        return Interval(None, value)
    return _flat(value, resolution, exact, scaled)


def reach(interval: Interval, value: Decimal | None, approximation: Approximation) -> Interval:
    """How far another article's figure may lie in it: "more than 30,000" beside 40,000 is no contradiction, nor "several" beside 14."""
    if approximation == "vague" and interval.high is not None and interval.high < _sizes()["vague_far_below"]:
        return Interval(interval.low, interval.high * _sizes()["vague_far"])
    if approximation != "over" or value is None or value <= 0 or interval.high is None:
        return interval
    return Interval(interval.low, max(interval.high, value * (1 + _sizes()["over_share"])))


def _flat(value: Decimal, resolution: Decimal, exact: bool, scaled: bool) -> Interval:
    size, share = _sizes(), abs(value)
    whole = value == value.to_integral_value()
    if exact and (resolution <= 1 or share < size["exact_below"]) and whole and not scaled:
        return Interval(value, value)
    if whole and not scaled and share < size["exact_below"]:
        resolution = min(resolution, Decimal(1))
    half = resolution * size["flat_resolution"]
    if (whole and not scaled and resolution > 1) or (scaled and _trailing_zeros(share, resolution)):
        half = min(half, share * size["flat_share"])
    return Interval(value - half, value + half)


def of_fraction(percent: Decimal) -> Interval:
    """What a flat fraction or proportion allows, in percent: "two-thirds" beside 65% is rounding."""
    size = _sizes()
    half = max(min(percent, 100 - percent) * size["fraction_share"], min(size["fraction_points"], percent / 2))
    return Interval(percent - half, percent + half)


def _trailing_zeros(share: Decimal, resolution: Decimal) -> bool:
    """Whether the number before the scale word ends in a zero ("100 million", "20bn"), so that its last digit tells nothing."""
    scale = Decimal(1000) ** (share.adjusted() // 3)
    return resolution > scale


def _ranged(low: Decimal | None, high: Decimal | None, approximation: Approximation) -> Interval:
    if approximation in ("at-least", "over"):
        return Interval(low, None)
    if approximation in ("at-most", "under"):
        return Interval(None, high)
    if approximation == "vague" and low is not None and high is not None and low >= 1000 and high >= 5 * low:
        return Interval(low, high * _sizes()["vague_reach"])
    return Interval(low, high)
