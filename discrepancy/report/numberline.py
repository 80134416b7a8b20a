"""The number line: every value's interval over one scale in percent of its width, so that overlap and gap are seen."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from discrepancy.model.report import FindingRecord
from discrepancy.report.spans import DAY, Span, date_words, figure, spans, unit_words

_FAR = 40
"""How many times the least the greatest must be for a logarithmic scale."""
_EXCLUDE = "The intervals meet; the values exclude each other as they are said."
_FIRST, _LAST = 7.0, 93.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One side's interval, in percent from the left; `open_low` and `open_high` where it goes on beyond the line."""

    side: int
    start: float
    end: float
    open_low: bool
    open_high: bool

    @property
    def point(self) -> bool:
        """True for a single value."""
        return self.start == self.end

    @property
    def width(self) -> float:
        """Percent of the line."""
        return round(self.end - self.start, 3)


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the scale."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class NumberLine:
    """`band` is what all share (`meets`) or the gap over which they disagree; None where pairs meet but not all at once."""

    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    meets: bool
    band: Bar | None
    told: str


def number_line(finding: FindingRecord) -> NumberLine | None:
    """The line of a finding; None for fewer than two intervals."""
    found = spans(finding)
    if len(found) < 2:
        return None
    place = _scale(found)
    bars = tuple(_bar(span, place) for span in found)
    low, high = _inner(found)
    meets = low is None or high is None or low <= high
    unit = unit_words(finding.values[found[0].side].unit, finding.kind)
    band = _bar(Span(-1, low, high), place) if meets else _bar(Span(-1, high, low), place)
    if meets and finding.verdict == "conflict":  # decided by more than the intervals: flat figures that touch, dates by their parts
        touch = low is not None and low == high and len(found) == 2
        told = f"They only touch, at {_written(low, finding.kind)}{unit}." if touch and low is not None else _EXCLUDE
        return NumberLine(bars, _ticks(found, place, finding.kind), False, None, told)
    return NumberLine(bars, _ticks(found, place, finding.kind), meets, band, _told(low, high, meets, finding.kind, unit, len(found) == 2))


def _inner(found: Sequence[Span]) -> tuple[Decimal | None, Decimal | None]:
    """The greatest low and the least high end: what all share where low <= high, else the ends of the gap."""
    low = max((span.low for span in found if span.low is not None), default=None)
    high = min((span.high for span in found if span.high is not None), default=None)
    return low, high


def _scale(found: Sequence[Span]) -> Callable[[Decimal], float]:
    all_ends = [end for span in found for end in (span.low, span.high) if end is not None]
    least, greatest = min(all_ends), max(all_ends)
    far = least > 0 and greatest > least * _FAR
    size = (lambda x: math.log10(x)) if far else float
    start, extent = size(least), size(greatest) - size(least)

    def place(value: Decimal) -> float:
        part = (size(value) - start) / extent if extent else 0.5
        return round(_FIRST + part * (_LAST - _FIRST), 3)

    return place


def _bar(span: Span, place: Callable[[Decimal], float]) -> Bar:
    start = 0.0 if span.low is None else place(span.low)
    end = 100.0 if span.high is None else place(span.high)
    return Bar(span.side, start, end, span.low is None, span.high is None)


def _ticks(found: Sequence[Span], place: Callable[[Decimal], float], kind: str) -> tuple[Tick, ...]:
    """The ends that are stated, as many as have room for their words."""
    stated = sorted({end for span in found for end in (span.low, span.high) if end is not None})
    timed = kind == "date" and any(span.low is not None and span.high is not None and span.high - span.low < DAY - 1 for span in found)
    ticks: list[Tick] = []
    for end in (stated[0], stated[-1], *stated[1:-1]):
        tick = Tick(place(end), _written(end, kind, timed))
        if all(abs(tick.at - other.at) >= 24 and tick.label != other.label for other in ticks):
            ticks.append(tick)
    return tuple(sorted(ticks, key=lambda tick: tick.at))


def _written(at: Decimal, kind: str, timed: bool = False) -> str:
    if kind != "date":
        return figure(at)
    day, minute = divmod(int(at), DAY)
    date = datetime.date.fromordinal(max(1, day)).isoformat()
    return date_words(f"{date}T{minute // 60:02d}:{minute % 60:02d}") if timed else date_words(date)


def _told(low: Decimal | None, high: Decimal | None, meets: bool, kind: str, unit: str, few: bool) -> str:
    timed = kind == "date" and meets and low is not None and high is not None and high - low < DAY - 1
    first, last = (None if end is None else _written(end, kind, timed) for end in (low, high))
    if not meets:
        if few:
            return f"No value fits both: the gap runs from {last} to {first}{unit}."
        return f"No value fits all: some end at {last}, some begin at {first}{unit}."
    if first is None and last is None:
        return "All can be true."
    if first is None:
        return f"All can be true: any value up to {last}{unit}."
    if last is None:
        return f"All can be true: any value from {first}{unit}."
    return f"All can be true: {first}{unit}." if first == last else f"All can be true: any value from {first} to {last}{unit}."
