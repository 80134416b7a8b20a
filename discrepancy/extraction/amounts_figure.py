"""A bare figure, as the readers of digits and of words give it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Form = Literal["digits", "words", "vague", "fraction", "multiple", "ordinal", "none", "group", "figures", "span", "extent", "stretch"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A bare figure in cleaned text, half-open; `low` and `high` only for a vague class.

    suffix      the scale letter that touches the digits ("m", "k"), so that a reader who sees the unit can take it back.
    mantissa    the value without that letter.
    """

    start: int
    end: int
    value: Decimal | None
    resolution: Decimal
    form: Form
    scaled: bool = False
    low: Decimal | None = None
    high: Decimal | None = None
    suffix: str = ""
    mantissa: Decimal | None = None
