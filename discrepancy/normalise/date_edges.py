"""The parts of a stretch of days: early, mid, late, its start and end, what is left of it."""

from __future__ import annotations

import datetime
from dataclasses import replace

from discrepancy.normalise.date_units import Day, Days, month_days
from discrepancy.normalise.date_written import Written


def edged(whole: Days, said: Written, reference: Day | None) -> Days:
    """Thirds for early, mid and late (months 1-10, 11-20, 21-; years by four months; decades 0-3, 4-6, 7-9); start and end
    are a last or first quarter of the unit, in whole days."""
    first, last = whole
    length = (last - first).days + 1
    if length < 5:
        return whole
    if said.edge == "rest":
        return (max(first, reference), last) if reference and reference <= last else whole
    if "-" in said.edge:
        ends = [edged(whole, replace(said, edge=edge), reference) for edge in said.edge.split("-")]
        return ends[0][0], ends[1][1]
    if said.edge in ("earlier", "later"):
        return _beside_now(whole, said.edge, reference)
    if said.edge in ("start", "end"):
        part = datetime.timedelta(days=max(length // 4, 1) - 1)
        return (first, first + part) if said.edge == "start" else (last - part, last)
    if length > 300:
        return _year_edge(first, length, said.edge)
    third = length // 3
    cuts = {"early": (0, third - 1), "mid": (third, 2 * third - 1), "late": (2 * third, length - 1)}[said.edge]
    return first + datetime.timedelta(days=cuts[0]), first + datetime.timedelta(days=cuts[1])


def _year_edge(first: Day, length: int, edge: str) -> Days:
    years = round(length / 365.25)
    if years <= 1:
        start = {"early": 1, "mid": 5, "late": 9}[edge]
        return datetime.date(first.year, start, 1), month_days(first.year, start + 3)[1]
    low, high = {"early": (0.0, 0.4), "mid": (0.4, 0.7), "late": (0.7, 1.0)}[edge]
    return datetime.date(first.year + round(years * low), 1, 1), datetime.date(first.year + round(years * high) - 1, 12, 31)


def _beside_now(whole: Days, edge: str, reference: Day | None) -> Days:
    first, last = whole
    if reference is None or not first <= reference <= last:
        return whole
    return (first, reference) if edge == "earlier" else (reference, last)
