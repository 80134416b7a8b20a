"""Units: spellings -> canonical names, and exact conversion within a dimension.

Factors come from `lexicon/units.toml` (SI brochure; NIST Handbook 44). Temperatures convert with their offsets.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from discrepancy.lexicon import table


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: canonical singular name, dimension, size in the dimension's base unit as a ratio, kind of mention it makes."""

    name: str
    dimension: str
    numerator: Decimal
    denominator: Decimal
    kind: str


@cache
def units() -> dict[str, Unit]:
    """Canonical name -> unit."""
    found = {}
    for row in table("units")["unit"]:
        numerator, denominator = Decimal(row.get("numerator", row.get("factor", "1"))), Decimal(row.get("denominator", "1"))
        found[row["name"]] = Unit(row["name"], row["dimension"], numerator, denominator, row.get("kind", "quantity"))
    return found


@cache
def names() -> dict[str, str]:
    """Lower-case spelling, hyphens as spaces, singular and plural -> canonical name."""
    found: dict[str, str] = {}
    for row in table("units")["unit"]:
        for spelling in (row["name"], *row["names"]):
            key = spelling.lower().replace("-", " ")
            found.setdefault(key, row["name"])
            if key[-1].isalpha() and key[-1] != "s":
                found.setdefault(key + "s", row["name"])
            if " of " in key or " per " in key:
                head, _, rest = key.partition(" ")
                found.setdefault(f"{head}s {rest}", row["name"])
    return found


@cache
def symbols() -> dict[str, str]:
    """Symbol exactly as written -> canonical name."""
    return {symbol: row["name"] for row in table("units")["unit"] for symbol in row["symbols"]}


def canonical(written: str) -> str | None:
    """Canonical name of a spelling or symbol, None where the table does not know it: "km" -> "kilometre", "sq ft" -> "square foot"."""
    return symbols().get(written) or names().get(" ".join(written.lower().replace("-", " ").split()))


def dimension(name: str) -> str | None:
    """Dimension of a canonical name: "length", "mass", "time" …; None for a noun or an unknown unit."""
    unit = units().get(name)
    return unit.dimension if unit else None


def convert(value: Decimal, source: str, target: str) -> Decimal | None:
    """`value` of `source` in `target` (canonical names or rates "x per y"); None where they are not of one dimension."""
    if source == target:
        return value
    if " per " in source and " per " in target and source not in units():
        return _convert_rate(value, source, target)
    a, b = units().get(source), units().get(target)
    if a is None or b is None or a.dimension != b.dimension:
        return None
    if a.dimension == "temperature":
        return _from_celsius(_to_celsius(value, source), target)
    return value * a.numerator * b.denominator / (a.denominator * b.numerator)


def to_base(value: Decimal, name: str) -> Decimal:
    """`value` in the base unit of its dimension (temperatures in celsius); unchanged where the table does not know the unit."""
    unit = units().get(name)
    if unit is None:
        return value
    if unit.dimension == "temperature":
        return _to_celsius(value, name)
    return value * unit.numerator / unit.denominator


def _convert_rate(value: Decimal, source: str, target: str) -> Decimal | None:
    (top, bottom), (top2, bottom2) = source.split(" per ", 1), target.split(" per ", 1)
    raised = convert(value, top, top2)
    lowered = convert(Decimal(1), bottom, bottom2)
    return raised / lowered if raised is not None and lowered else None


def _to_celsius(value: Decimal, source: str) -> Decimal:
    if source == "fahrenheit":
        return (value - 32) * 5 / 9
    return value - Decimal("273.15") if source == "kelvin" else value


def _from_celsius(value: Decimal, target: str) -> Decimal:
    if target == "fahrenheit":
        return value * 9 / 5 + 32
    return value + Decimal("273.15") if target == "kelvin" else value
