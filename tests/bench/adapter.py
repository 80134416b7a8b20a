"""The reader as an adapter of the extraction cases' scorer: a list of (text, reference) -> a list of lists of mention dictionaries."""

from __future__ import annotations

import datetime
from typing import Any

from discrepancy.extraction import read_mentions
from discrepancy.model import Amount, DateValue, Mention
from discrepancy.report.mentionlines import hedge_word


def extract(items: list[tuple[str, datetime.datetime | None]]) -> list[list[dict[str, Any]]]:
    """Every mention of each text, in the scorer's words."""
    return [[described(m) for m in read_mentions(text, reference.date() if reference else None)] for text, reference in items]


def described(mention: Mention) -> dict[str, Any]:
    """One mention in the scorer's words."""
    row: dict[str, Any] = {"start": mention.start, "end": mention.end, "kind": mention.kind}
    value = mention.value
    if isinstance(value, Amount):
        row |= {
            "value": None if value.value is None else float(value.value),
            "unit": value.unit + (f" per {value.per}" if value.per else ""),
        }
        row |= {"low": None if value.low is None else float(value.low), "high": None if value.high is None else float(value.high)}
        row |= {"approx": hedge_word(mention), "direction": value.direction}
    elif isinstance(value, DateValue):
        row |= {"low": value.low and value.low[:10], "high": value.high and value.high[:10]}
    return row
