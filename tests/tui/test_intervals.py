"""The number line: overlap and gap are where the intervals say."""

from __future__ import annotations

import pytest

from discrepancy.model.report import FindingRecord, ValueRecord
from discrepancy.tui.themes import DARK
from discrepancy.tui.widgets.intervals import Span, common, number_line, spans

WIDTH = 80


def finding(kind: str, *ends: tuple[str | None, str | None], unit: str | None = None) -> FindingRecord:
    values = tuple(ValueRecord(f"v{at}", low, high, unit, None, None, ()) for at, (low, high) in enumerate(ends))
    return FindingRecord("f", "topic", kind, "conflict", (), 0.5, 0.5, "", values)


def rows(told: FindingRecord, width: int = WIDTH) -> list[str]:
    return [row.plain for row in number_line(told, width, DARK)]


def stretch(row: str) -> tuple[int, int]:
    """The first and last cell that is drawn on."""
    drawn = [at for at, cell in enumerate(row) if cell in "┣━┫◀▶●◆▲■" and at > 20]
    return drawn[0], drawn[-1]


def test_intervals_apart_are_drawn_apart_and_the_gap_is_told() -> None:
    first, second, shared = rows(finding("count", ("36.5", "37.5"), ("41", "44")))
    assert stretch(first)[1] < stretch(second)[0]
    assert "no value fits all" in shared
    assert "gap 37.5 – 41" in shared


def test_intervals_that_overlap_are_drawn_over_one_another_and_the_overlap_is_told() -> None:
    first, second, shared = rows(finding("money", ("28500000", "29000000"), ("28800000", "28900000"), unit="USD"))
    assert stretch(first)[0] < stretch(second)[0] <= stretch(second)[1] < stretch(first)[1]
    assert "all can be true" in shared
    assert "28.8m – 28.9m USD" in shared


def test_an_open_end_runs_to_the_edge_with_an_arrow() -> None:
    first, second, shared = rows(finding("count", ("3", None), ("10", "10")))
    assert first.rstrip().endswith("▶")
    assert stretch(second)[0] == stretch(second)[1]
    assert "10" in shared


def test_an_end_open_below_runs_to_the_left() -> None:
    first, *_ = rows(finding("percent", (None, "5"), ("4", "6"), unit="percent"))
    assert "◀" in first


def test_a_day_holds_each_of_its_minutes() -> None:
    (day, minute) = spans(finding("date", ("2026-03-03", "2026-03-03"), ("2026-03-03T23:40", "2026-03-03T23:40")))
    assert day.low is not None
    assert day.high is not None
    assert minute.low is not None
    assert day.low <= minute.low <= day.high
    assert common((day, minute)) == (minute.low, minute.high)


def test_far_apart_magnitudes_are_each_still_seen() -> None:
    told = rows(finding("count", ("1000", "1100"), ("1000000", "1100000"), ("1000000000", "1100000000")))
    starts = [stretch(row)[0] for row in told[:3]]
    assert starts[1] - starts[0] == pytest.approx(starts[2] - starts[1], abs=2)


@pytest.mark.parametrize(
    "ends", [[("5", "5")], [(None, None), ("5", "5")], [("yes", None), (None, None)], [("NaN", "1e999999"), ("Infinity", None)]]
)
def test_without_two_intervals_there_is_no_line(ends: list[tuple[str | None, str | None]]) -> None:
    assert rows(finding("count", *ends)) == []


def test_in_few_cells_there_is_no_line() -> None:
    assert rows(finding("count", ("1", "1"), ("2", "2")), 30) == []


@pytest.mark.parametrize("width", range(44, 140, 13))
def test_no_row_is_wider_than_asked(width: int) -> None:
    told = [
        finding("date", ("2026-01-01", None), (None, "2025-06-01")),
        finding("count", ("0", "0"), ("0", "0")),
        finding("count", ("-5", "4"), ("9", None)),
    ]
    for each in told:
        assert all(len(row) <= width for row in rows(each, width))


def test_no_common_point_needs_two_ends_that_cross() -> None:
    assert common((Span(0, "", None, 3.0), Span(1, "", 3.0, None))) == (3.0, 3.0)
    assert common((Span(0, "", None, 2.0), Span(1, "", 3.0, None))) is None
