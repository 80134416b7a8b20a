"""From the words of a mention to its interval: the arithmetic, in one sentence."""

from __future__ import annotations

from decimal import Decimal

from discrepancy.model.values import Amount, DateValue, Value
from discrepancy.report.spans import date_words, figure, unit_words
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
        return f"{figure(value.value)} to the unit: {told}"
    written = (
        f"{figure(value.value)}, written to the nearest {figure(value.resolution)}"
        if value.approximation in ("exact", "over")
        else figure(value.value)
    )
    why = APPROXIMATIONS[value.approximation]
    return f"{written}; {why}; {_room(value.value, value.interval.low, value.interval.high)}: {told}"


def _room(stated: Decimal, low: Decimal | None, high: Decimal | None) -> str:
    """How far the interval reaches below and above the figure."""
    below = "no limit" if low is None else figure(stated - low) if stated != low else ""
    above = "no limit" if high is None else figure(high - stated) if stated != high else ""
    if below == above:
        return f"{below} either way"
    parts = ([f"{below} below"] if below else []) + ([f"{above} above"] if above else [])
    return " and ".join(parts)


def _interval(low: Decimal | None, high: Decimal | None) -> str:
    if low is None or high is None:
        if low is not None:
            return f"at least {figure(low)}"
        return f"at most {figure(high)}" if high is not None else "any value"
    return figure(low) if low == high else f"{figure(low)} to {figure(high)}"


def _date(value: DateValue) -> str:
    if not value.resolved:
        return f"told to the {value.granularity}; no calendar day follows from it, so it is compared by the parts that are said"
    low, high = date_words(value.low), date_words(value.high)
    span = low if low == high else f"{low or 'any day before'} to {high or 'any day after'}"
    return f"told to the {value.granularity}{f', {value.relation}' if value.relation else ''}: {span}"
