"""The date pass as an adapter of the extraction cases: (text, reference) pairs in, lists of mentions out."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from discrepancy.extraction.dates import find_dates
from discrepancy.model import DateValue
from discrepancy.normalise.daterelation import stated


def extract(items: Sequence[tuple[str, datetime.datetime | None]]) -> list[list[dict[str, Any]]]:
    """Every date with an interval, `high` inclusive; clock times without a day are of kind `time`."""
    return [
        [_row(m.start, m.end, m.value) for m in find_dates(text, at.date() if at else None) if isinstance(m.value, DateValue)]
        for text, at in items
    ]


def _row(start: int, end: int, value: DateValue) -> dict[str, Any]:
    low, high = (x[:10] if x else None for x in stated(value))
    kind = "time" if low is None and high is None else "date" if low == high else "date_range"
    return {"start": start, "end": end, "kind": kind, "low": low, "high": high}
