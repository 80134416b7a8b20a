"""Slips of the pen: two figures that differ as a mistyped one does from the right one."""

from __future__ import annotations

from decimal import Decimal

from discrepancy.model import Amount
from discrepancy.normalise import unit as units

_SCALES = {Decimal(1000): "thousandfold", Decimal(1_000_000): "millionfold"}
_WORDS = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"), (Decimal(1000), "thousand"))
_FEWEST = 3
"""Digits from which two swapped ones are no coincidence: 27 and 72 may well be two figures."""


def slip(a: Amount, b: Amount) -> str:
    """What kind of slip would turn one into the other, as a clause; "" where none would. Symmetric.

    Million for billion, a shifted decimal point, two neighbouring digits swapped, the same digits in two units of one dimension.
    """
    x, y = a.value, b.value
    if x is None or y is None or x <= 0 or y <= 0:
        return ""
    if x == y:
        return _other_unit(a, b)
    if a.unit != b.unit and units.dimension(a.unit) is not None:
        return ""
    return _scale(x, y) or _shift(x, y) or _swap(x, y)


def _other_unit(a: Amount, b: Amount) -> str:
    dimension = units.dimension(a.unit)
    if a.unit == b.unit or dimension is None or dimension != units.dimension(b.unit):
        return ""
    one, two = sorted((a.unit, b.unit))
    return f"the same digits, {_plain(a.value)}, stand before {one} and before {two}"


def _scale(x: Decimal, y: Decimal) -> str:
    big, small = max(x, y), min(x, y)
    if big / small not in _SCALES:
        return ""
    one, two = _scale_word(small), _scale_word(big)
    if one and two and big / small == 1000:
        return f"the same digits with {one} and with {two}"
    return f"{_plain(big)} is {_plain(small)} {_SCALES[big / small]}"


def _scale_word(x: Decimal) -> str:
    return next((word for scale, word in _WORDS if x >= scale), "")


def _shift(x: Decimal, y: Decimal) -> str:
    big, small = max(x, y), min(x, y)
    places = {Decimal(10): "one place", Decimal(100): "two places"}.get(big / small)
    if places is None or len(_digits(small)) < 2:
        return ""
    return f"{_plain(big)} is {_plain(small)} with the decimal point moved by {places}"


def _swap(x: Decimal, y: Decimal) -> str:
    p, q = _digits(x), _digits(y)
    if x.adjusted() != y.adjusted() or len(p) != len(q) or len(p) < _FEWEST:
        return ""
    differing = [i for i, (c, d) in enumerate(zip(p, q, strict=True)) if c != d]
    if len(differing) != 2 or differing[1] != differing[0] + 1 or sorted(p) != sorted(q):
        return ""
    return f"{_plain(min(x, y))} and {_plain(max(x, y))} differ by two digits that have changed places"


def _digits(x: Decimal) -> str:
    return format(x.normalize(), "f").replace(".", "").strip("0")


def _plain(x: Decimal | None) -> str:
    text = f"{x or Decimal(0):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
