"""From the words of a mention to its interval: the arithmetic, in one sentence."""

from __future__ import annotations

from decimal import Decimal

from discrepancy.model.values import Amount, DateValue, Value
from discrepancy.normalise.relation import plain
from discrepancy.report.spans import date_words, unit_words
from discrepancy.report.words import APPROXIMATIONS


def arithmetic(value: Value, kind: str) -> str:
    """How the closed interval of a value follows from its figure, its last written digit and its hedge; "" for names and polarity."""
    if isinstance(value, Amount):
        return _amount(value, kind)
    return _date(value) if isinstance(value, DateValue) else ""


def _amount(value: Amount, kind: str) -> str:
    told = _interval(value.interval.low, value.interval.high) + unit_words(value.unit, kind)
    if value.value is None:
        return f"a stated range: {told}" if value.approximation == "exact" else f"{APPROXIMATIONS[value.approximation]}: {told}"
    if value.interval.low == value.interval.high:
        return f"{plain(value.value)} to the unit: {told}"
    written = (
        f"{plain(value.value)}, written to the nearest {plain(value.resolution)}"
        if value.approximation in ("exact", "over")
        else plain(value.value)
    )
    why = APPROXIMATIONS[value.approximation]
    return f"{written}; {why}; {_room(value.value, value.interval.low, value.interval.high)}: {told}"


def _room(stated: Decimal, low: Decimal | None, high: Decimal | None) -> str:
    """How far the interval reaches below and above the figure."""
    below = "no limit" if low is None else plain(stated - low) if stated != low else ""
    above = "no limit" if high is None else plain(high - stated) if stated != high else ""
    if below == above:
        return f"{below} either way"
    parts = ([f"{below} below"] if below else []) + ([f"{above} above"] if above else [])
    return " and ".join(parts)


def _interval(low: Decimal | None, high: Decimal | None) -> str:
    if low is None or high is None:
        return "any value" if low == high else f"at least {plain(low)}" if high is None else f"at most {plain(high)}"
    return plain(low) if low == high else f"{plain(low)} to {plain(high)}"


def _date(value: DateValue) -> str:
    if not value.resolved:
        return f"told to the {value.granularity}; no calendar day follows from it, so it is compared by the parts that are said"
    low, high = date_words(value.low), date_words(value.high)
    span = low if low == high else f"{low or 'any day before'} to {high or 'any day after'}"
    return f"told to the {value.granularity}{f', {value.relation}' if value.relation else ''}: {span}"
