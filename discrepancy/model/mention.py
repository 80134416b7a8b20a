"""A mention: where an article states a value, in which words, and which value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from discrepancy.model.values import Value

Kind = Literal[
    "count", "money", "percent", "quantity", "duration", "age", "date",
    "person", "organisation", "place", "polarity",
    "ordinal", "score",
]  # fmt: skip
"""The kinds of the report, and two that are read but only compared as counts: a rank or ordinal, and a score or vote."""

Field = Literal["text", "title"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One value in one field of one article.

    start, end      code points of the field, half-open; `text` is exactly that slice: value, unit or counted noun, hedge.
    core            (start, end) of the bare figure inside: the digits or number words with currency and scale.
    """

    start: int
    end: int
    text: str
    kind: Kind
    value: Value
    core: tuple[int, int] = (0, 0)
    field: Field = "text"
