"""Mentions as JSON lines: the value as stated, and the interval that its digits and hedge imply."""

from __future__ import annotations

import calendar
import datetime
import re
from decimal import Decimal
from typing import Any

from discrepancy.model.mention import Mention
from discrepancy.model.values import Amount, DateValue, Names, Polarity, Value

_LONGEST_EXPONENT = 400


def mention_line(mention: Mention, field: str) -> dict[str, Any]:
    """One mention as JSON values. Decimals are strings; offsets count code points, end exclusive."""
    return {
        "start": mention.start,
        "end": mention.end,
        "field": field,
        "text": mention.text,
        "kind": mention.kind,
        **_value(mention.value),
        **({"approx": hedge_word(mention)} if isinstance(mention.value, Amount) else {}),
    }


def hedge_word(mention: Mention) -> str:
    """The hedge beside the figure, in the six words that scorers of readers share: exact, about, over, under, nearly, atleast.

    A class without digits ("dozens") has no hedge of its own, and "just under" is a bound where "nearly" is none (as in NewsQuant).
    """
    approximation = mention.value.approximation if isinstance(mention.value, Amount) else "exact"
    if approximation == "nearly" and _BOUND.search(mention.text):
        return "under"
    return {"at-least": "atleast", "at-most": "under", "vague": "exact"}.get(approximation, approximation)


_BOUND = re.compile(r"\b(?:under|below|less|fewer|short of|shy of)\b", re.IGNORECASE)


def _value(value: Value) -> dict[str, Any]:
    if isinstance(value, Amount):
        return _amount(value)
    if isinstance(value, DateValue):
        return _date(value)
    if isinstance(value, Names):
        return {"value": "; ".join(value.names), "names": list(value.names), "named": value.named}
    assert isinstance(value, Polarity)
    return {"value": "yes" if value.holds else "no", "predicate": value.predicate}


def _amount(value: Amount) -> dict[str, Any]:
    """`value` for a point; `low` and `high` (null for an open end) for a stated range or a vague class."""
    stated = {"value": plain(value.value)} if value.value is not None else {"low": plain(value.low), "high": plain(value.high)}
    return {
        **stated,
        "unit": f"{value.unit} per {value.per}" if value.per else value.unit,
        "approximation": value.approximation.replace("-", "_"),
        "direction": value.direction,
        "interval": {"low": plain(value.interval.low), "high": plain(value.interval.high)},
    }


def plain(number: Decimal | None) -> str | None:
    """A decimal in full digits, exact, without an exponent; None stays None."""
    if number is None:
        return None
    if not number.is_finite() or abs(number.adjusted()) > _LONGEST_EXPONENT:
        return str(number)
    written = format(number, "f")
    return written.rstrip("0").rstrip(".") if "." in written else written


def _date(value: DateValue) -> dict[str, Any]:
    """`value` an ISO day, month or year where the date is exactly that; else `low` and `high`, both inclusive, null where open."""
    whole = (_whole(value.low, value.high) or _bound(value)) if value.resolved else None
    stated = {"value": whole} if whole else {"low": _day(value.low), "high": _day(value.high)}
    return {
        **stated,
        "unit": "",
        "approximation": value.approximation.replace("-", "_"),
        "direction": None,
        "interval": {"low": value.low, "high": value.high},
        "resolved": value.resolved,
        "granularity": value.granularity,
    }


def _bound(value: DateValue) -> str | None:
    """The date as said of an open span: "since 2009" states 2009, as "at least five" states five."""
    first = value.first
    if (
        value.last is not None
        or not value.relation
        or first.year is None
        or first.part
        or value.granularity not in ("year", "month", "day")
    ):
        return None
    if first.month is None:
        return f"{first.year:04d}"
    return f"{first.year:04d}-{first.month:02d}" + (f"-{first.day:02d}" if first.day else "")


def _day(iso: str | None) -> str | None:
    return iso[:10] if iso else None


def _whole(low: str | None, high: str | None) -> str | None:
    """`2023-09-14`, `2023-09` or `2023` where the closed span is exactly that day, month or year."""
    if not low or not high:
        return None
    first, last = low[:10], high[:10]
    if first == last:
        return first
    try:
        start, end = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    except ValueError:
        return None
    if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
        return first[:4]
    same_month = (start.year, start.month) == (end.year, end.month)
    return first[:7] if same_month and (start.day, end.day) == (1, calendar.monthrange(end.year, end.month)[1]) else None
