"""The number line: overlap and gap are where the intervals say."""

from __future__ import annotations

import pytest

from discrepancy.model.report import FindingRecord, ValueRecord, Verdict
from discrepancy.tui.themes import DARK
from discrepancy.tui.widgets.intervals import number_line

WIDTH = 80


def finding(kind: str, *ends: tuple[str | None, str | None], unit: str | None = None, verdict: Verdict = "conflict") -> FindingRecord:
    values = tuple(ValueRecord(f"v{at}", low, high, unit, None, None, ()) for at, (low, high) in enumerate(ends))
    return FindingRecord("f", "topic", kind, verdict, (), 0.5, 0.5, "", values)


def in_units(verdict: Verdict, *sides: tuple[str, str, str]) -> FindingRecord:
    """A quantity whose sides are (low, high, unit)."""
    values = tuple(ValueRecord(f"v{at}", low, high, unit, None, None, ()) for at, (low, high, unit) in enumerate(sides))
    return FindingRecord("f", "topic", "quantity", verdict, (), 0.5, 0.5, "", values)


def rows(told: FindingRecord, width: int = WIDTH) -> list[str]:
    return [row.plain for row in number_line(told, width, DARK)]


def stretch(row: str) -> tuple[int, int]:
    """The first and last cell that is drawn on."""
    drawn = [at for at, cell in enumerate(row) if cell in "┣━┫◀▶●◆▲■" and at > 20]
    return drawn[0], drawn[-1]


def test_intervals_apart_are_drawn_apart_and_the_gap_is_told() -> None:
    first, second, band, said = rows(finding("count", ("36.5", "37.5"), ("41", "44")))
    assert stretch(first)[1] < stretch(second)[0]
    assert (band.index("╌"), band.rindex("╌")) == (stretch(first)[1], stretch(second)[0])
    assert said.strip() == "No value fits both: the gap runs from 37.5 to 41."


def test_intervals_that_overlap_are_drawn_over_one_another_and_the_overlap_is_told() -> None:
    told = finding("money", ("28500000", "29000000"), ("28800000", "28900000"), unit="USD", verdict="imprecise")
    first, second, band, said = rows(told)
    assert stretch(first)[0] < stretch(second)[0] <= stretch(second)[1] < stretch(first)[1]
    assert (band.index("▔"), band.rindex("▔")) == stretch(second)
    assert said.strip() == "All can be true: any value from 28.8 million to 28.9 million USD."


def test_an_open_end_runs_to_the_edge_with_an_arrow() -> None:
    first, second, _, said = rows(finding("count", ("3", None), ("10", "10"), verdict="imprecise"))
    assert first.rstrip().endswith("▶")
    assert stretch(second)[0] == stretch(second)[1]
    assert said.strip() == "All can be true: 10."


def test_an_end_open_below_runs_to_the_left() -> None:
    first, *_ = rows(finding("percent", (None, "5"), ("4", "6"), unit="percent"))
    assert "◀" in first


def test_a_day_holds_each_of_its_minutes() -> None:
    told = finding("date", ("2026-03-03", "2026-03-03"), ("2026-03-03T23:40", "2026-03-03T23:40"), verdict="imprecise")
    day, minute, *_ = rows(told)
    assert stretch(day)[0] < stretch(minute)[0] <= stretch(minute)[1] <= stretch(day)[1]


def test_two_units_are_drawn_on_the_scale_of_the_first() -> None:
    near, far, *_ = rows(in_units("imprecise", ("9.5", "10.5", "kilometre"), ("5.8", "6.2", "mile")))
    assert stretch(near)[0] < stretch(far)[1]
    assert stretch(far)[0] < stretch(near)[1]
    apart, beyond, _, said = rows(in_units("conflict", ("10", "10", "kilometre"), ("9", "9", "mile")))
    assert stretch(apart)[1] < stretch(beyond)[0]
    assert "from 10 to 14.4" in said


def test_two_currencies_are_not_on_one_line() -> None:
    values = tuple(ValueRecord(unit, "4", "4", unit, None, None, ()) for unit in ("EUR", "USD"))
    assert rows(FindingRecord("f", "topic", "money", "conflict", (), 0.5, 0.5, "", values)) == []


@pytest.mark.parametrize("ends", [[("4", "5"), ("5", "6")], [("18", "20"), ("19", "20")], [("3", None), ("4", None)]])
def test_a_conflict_whose_intervals_meet_is_never_told_as_all_true(ends: list[tuple[str | None, str | None]]) -> None:
    *_, said = rows(finding("percent", *ends, unit="percent"))
    assert not any("can be true" in row or "▔" in row for row in rows(finding("percent", *ends, unit="percent")))
    assert said.strip().startswith(("They only touch, at 5%.", "The intervals meet; the values exclude each other"))


@pytest.mark.parametrize("verdict", ["imprecise", "agree"])
def test_what_can_be_true_is_never_told_as_a_gap(verdict: Verdict) -> None:
    told = rows(in_units(verdict, ("127", "127", "kilogram"), ("279", "279", "pound")))
    assert len(told) == 2
    assert not any("No value" in row or "╌" in row for row in told)


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
