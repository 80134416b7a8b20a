"""The number line: each value's interval drawn over one scale, so that overlap and gap are seen."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from rich.text import Text

from discrepancy.model.report import FindingRecord
from discrepancy.report.visible import visible
from discrepancy.tui.shorten import jotted, padded
from discrepancy.tui.themes import Palette, shape

NOTHING_FITS = "no value fits all"
_MINUTES_A_DAY = 1440
_FAR = 40.0  # how many times the least the greatest must be for a logarithmic scale


@dataclass(frozen=True, slots=True)
class Span:
    """One side's closed interval as positions on the line; None is an open end."""

    side: int
    label: str
    low: float | None
    high: float | None


def spans(finding: FindingRecord) -> tuple[Span, ...]:
    """The sides that have an interval with at least one end, as positions: numbers as they are, dates in minutes."""
    read = _moment if finding.kind == "date" else _number
    found = []
    for side, value in enumerate(finding.values):
        low, high = read(value.low, False), read(value.high, True)
        if low is not None or high is not None:
            found.append(Span(side, value.label, low, high))
    return tuple(found)


def _number(text: str | None, last: bool) -> float | None:
    try:
        value = float(Decimal(text)) if text is not None else math.nan
    except (InvalidOperation, OverflowError):
        return None
    return value if math.isfinite(value) else None


def _moment(text: str | None, last: bool) -> float | None:
    """Minutes since the year 1; a day as a high end lasts to its last minute."""
    if text is None:
        return None
    try:
        moment = datetime.datetime.fromisoformat(text)
    except ValueError:
        return None
    minutes = moment.toordinal() * _MINUTES_A_DAY + moment.hour * 60 + moment.minute
    return float(minutes + (_MINUTES_A_DAY - 1 if last and len(text) <= 10 else 0))


def common(found: tuple[Span, ...]) -> tuple[float | None, float | None] | None:
    """The interval that lies in every span, closed, None for an open end; None where there is none."""
    lows = [span.low for span in found if span.low is not None]
    highs = [span.high for span in found if span.high is not None]
    low, high = max(lows, default=None), min(highs, default=None)
    return None if low is not None and high is not None and low > high else (low, high)


def number_line(finding: FindingRecord, width: int, palette: Palette) -> list[Text]:
    """The line in `width` cells: a row for each side, and one for what they share. None for fewer than two intervals or in few cells."""
    found = spans(finding)
    if len(found) < 2 or width < 44:
        return []
    labels = min(22, max(len(NOTHING_FITS), width // 4))
    room = width - labels - 4
    ends = [end for span in found for end in (span.low, span.high) if end is not None]
    place = _scale(ends, room, any(span.low is None for span in found), any(span.high is None for span in found))
    rows = [_row(span, labels, room, place, palette) for span in found]
    return [*rows, _shared(found, labels, room, place, palette, finding)]


def _scale(ends: list[float], room: int, below: bool, above: bool) -> Callable[[float], int]:
    """Positions to cells 0..room-1, with some cells to spare on the sides that are open."""
    first, last = (4 if below else 1), room - (5 if above else 2)
    least, greatest = min(ends), max(ends)
    far = least > 0 and greatest / least > _FAR
    start, extent = (math.log(least), math.log(greatest / least)) if far else (least, greatest - least)

    def place(value: float) -> int:
        part = ((math.log(value) if far else value) - start) / extent if extent else 0.5
        return first + round(part * (last - first))

    return place


def _row(span: Span, labels: int, room: int, place: Callable[[float], int], palette: Palette) -> Text:
    colour = palette.side(span.side)
    row = Text.assemble((f" {shape(span.side)} ", colour), (padded(visible(jotted(span.label)), labels), ""), " ")
    cells = ["·"] * room
    left = place(span.low) if span.low is not None else 0
    right = place(span.high) if span.high is not None else room - 1
    for at in range(left, right + 1):
        cells[at] = "━"
    if left == right:
        cells[left] = shape(span.side)
    else:
        cells[left], cells[right] = ("┣" if span.low is not None else "◀"), ("┫" if span.high is not None else "▶")
    line = Text("".join(cells), style=palette.faint)
    line.stylize(f"bold {colour}", left, right + 1)
    return row.append_text(line)


def _shared(
    found: tuple[Span, ...], labels: int, room: int, place: Callable[[float], int], palette: Palette, finding: FindingRecord
) -> Text:
    """The last row: the stretch that all hold, or the widest gap between two neighbours."""
    both = common(found)
    unit = _unit(finding)
    if both is None:
        least, greatest = _gap(found)
        name = "gap" if len(found) == 2 else "spread"
        told = f"{name} {_said(least, finding)} – {_said(greatest, finding)}{unit}"
        return _under(told, NOTHING_FITS, place(least), place(greatest), "╌", labels, room, palette.conflict)
    low, high = both
    left, right = (place(low) if low is not None else 0), (place(high) if high is not None else room - 1)
    told = _extent(low, high, finding) + unit
    return _under(told, "all can be true", left, right, "▔", labels, room, palette.agree)


def _under(told: str, name: str, left: int, right: int, fill: str, labels: int, room: int, style: str) -> Text:
    cells = [" "] * room
    for at in range(left, right + 1):
        cells[at] = fill
    drawn = "".join(cells)
    if right + 2 + len(told) <= room:
        drawn = drawn[: right + 2] + told
    elif len(told) + 1 <= left:
        drawn = told.rjust(left - 1) + drawn[left - 1 :]
    elif right - left - 1 >= len(told):
        start = left + (right - left + 1 - len(told)) // 2
        drawn = drawn[:start] + told + drawn[start + len(told) :]
    else:
        drawn = told[:room].ljust(room)
    return Text(f"   {padded(name, labels)} {drawn[:room]}", style=style)


def _gap(found: tuple[Span, ...]) -> tuple[float, float]:
    """From the least high end to the greatest low end, of spans that share nothing: the stretch over which they disagree."""
    return min(span.high for span in found if span.high is not None), max(span.low for span in found if span.low is not None)


def _extent(low: float | None, high: float | None, finding: FindingRecord) -> str:
    if low is None and high is None:
        return "any"
    if low is None:
        return f"≤ {_said(high or 0.0, finding)}"
    if high is None:
        return f"≥ {_said(low, finding)}"
    first, last = _said(low, finding), _said(high, finding)
    return first if first == last else f"{first} – {last}"


def _said(position: float, finding: FindingRecord) -> str:
    """A position in few words: a date as day and month, a number in thousands, millions, billions."""
    if finding.kind == "date":
        moment = datetime.datetime.fromordinal(int(position) // _MINUTES_A_DAY) + datetime.timedelta(minutes=int(position) % _MINUTES_A_DAY)
        exact = any(value.low is not None and "T" in value.low for value in finding.values)
        return f"{moment.day} {moment:%b} {moment:%H:%M}" if exact else f"{moment.day} {moment:%b} {moment.year}"
    for size, name in ((1e12, "tn"), (1e9, "bn"), (1e6, "m")):
        if abs(position) >= size:
            return f"{position / size:.4g}{name}"
    return f"{position:,.0f}" if position == int(position) else f"{position:,.4g}"


def _unit(finding: FindingRecord) -> str:
    units = {value.unit for value in finding.values}
    unit = units.pop() if len(units) == 1 else None
    if not unit or finding.kind in ("date", "count"):
        return ""
    return "%" if unit == "percent" else f" {visible(unit)}"
