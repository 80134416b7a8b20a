"""A value's closed interval as positions on a line, and as words for people."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from discrepancy.model.report import FindingRecord, ValueRecord
from discrepancy.normalise.relation import plain
from discrepancy.normalise.unit import convert, dimension
from discrepancy.report.visible import one_line

DAY = 1440
"""Minutes: dates are positions in minutes since the year 1."""
NUMBERS = frozenset({"count", "money", "percent", "quantity", "duration", "age"})
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
_LONGEST_EXPONENT = 300


@dataclass(frozen=True, slots=True)
class Span:
    """One side's closed interval as positions in the unit of the first side; None is an open end."""

    side: int
    low: Decimal | None
    high: Decimal | None


def spans(finding: FindingRecord) -> tuple[Span, ...]:
    """The sides that have an interval with at least one end; none where two of them cannot be set on one line (two currencies)."""
    if finding.kind not in NUMBERS and finding.kind != "date":
        return ()
    found: list[Span] = []
    unit: str | None = None
    for side, value in enumerate(finding.values):
        low, high = ends(value, finding.kind)
        if low is None and high is None:
            continue
        unit = unit if found else value.unit
        if finding.kind != "date" and not alike(unit, value.unit):
            return ()
        found.append(Span(side, _converted(low, value.unit, unit), _converted(high, value.unit, unit)))
    return tuple(found)


def ends(value: ValueRecord, kind: str) -> tuple[Decimal | None, Decimal | None]:
    """Both ends as numbers, dates in minutes; None where an end is open or is no number or date."""
    if kind == "date":
        return moment(value.low, False), moment(value.high, True)
    return number(value.low), number(value.high)


def number(written: str | None) -> Decimal | None:
    """A decimal of sane size, else None."""
    try:
        value = Decimal(written) if written is not None else None
    except InvalidOperation:
        return None
    return value if value is not None and value.is_finite() and abs(value.adjusted()) < _LONGEST_EXPONENT else None


def moment(written: str | None, last: bool) -> Decimal | None:
    """Minutes since the year 1; a day as a high end (`last`) lasts to its last minute. None where it is no date."""
    try:
        at = datetime.datetime.fromisoformat(written) if written is not None else None
    except ValueError:
        return None
    if at is None or written is None:
        return None
    return Decimal(at.toordinal() * DAY + at.hour * 60 + at.minute + (DAY - 1 if last and len(written) <= 10 else 0))


def alike(one: str | None, other: str | None) -> bool:
    """Whether figures in two units go on one line: not two currencies or dimensions; counted nouns are taken as one."""
    if one == other or not one or not other or convert(Decimal(1), one, other) is not None:
        return True
    money, other_money = (unit.split(" per ", 1)[0] for unit in (one, other))
    if any(len(unit) == 3 and unit.isupper() for unit in (money, other_money)):
        return money == other_money and (" per " in one) != (" per " in other)
    return dimension(one) is None or dimension(other) is None


def _converted(value: Decimal | None, source: str | None, target: str | None) -> Decimal | None:
    if value is None or not source or not target or source == target:
        return value
    converted = convert(value, source, target)
    return value if converted is None else converted


def interval_words(value: ValueRecord, kind: str) -> str:
    """The closed interval in words, "" where there is none: "28.5 million to 29 million", "at least 40", "3 May 2031"."""
    if kind == "date":
        low, high = date_words(value.low), date_words(value.high)
    else:
        low, high = (figure(end) if (end := number(written)) is not None else "" for written in (value.low, value.high))
    if not low and not high:
        return ""
    if not high:
        told = f"from {low}" if kind == "date" else f"at least {low}"
    elif not low:
        told = f"until {high}" if kind == "date" else f"at most {high}"
    else:
        told = low if low == high else f"{low} to {high}"
    return told + unit_words(value.unit, kind)


def unit_words(unit: str | None, kind: str) -> str:
    """The unit as it follows a figure; "" for a counted noun, a date, or where none is known."""
    if not unit or unit == "unknown" or kind in ("date", "count"):
        return ""
    return "%" if unit == "percent" else f" {one_line(unit)}"


def figure(value: Decimal) -> str:
    """A decimal for people, as `normalise.relation.plain` writes it; with an exponent where it has more digits than anybody says."""
    return plain(value) if not value or -9 < value.adjusted() < 24 else f"{value:.3e}"


def date_words(written: str | None) -> str:
    """An ISO day or minute in words, in English whatever the machine's locale; what is no date as it is written; "" for None."""
    if written is None:
        return ""
    try:
        at = datetime.datetime.fromisoformat(written)
    except ValueError:
        return one_line(written)
    day = f"{at.day} {_MONTHS[at.month - 1]} {at.year}"
    return f"{day}, {at.hour:02d}:{at.minute:02d}" if "T" in written else day
