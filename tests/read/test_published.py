"""Days of publication: many forms, none guessed at."""

from __future__ import annotations

import datetime

import pytest

from discrepancy.read.published import parse_published

DAY = datetime.date(2026, 6, 24)


@pytest.mark.parametrize(
    "written",
    [
        "2026-06-24", "2026-06-24T23:30:00-11:00", "2026-06-24 10:00", "2026/06/24", "20260624", "20260624T101500Z", "2026-6-24",
        "June 24, 2026", "Jun. 24, 2026 at 10:00 a.m. ET", "24 June 2026", "24th June, 2026", "Wed, 24 Jun 2026 10:00:00 GMT",
        "Wednesday 24 June 2026", "Published: June 24 2026", "24/06/2026", "06/24/2026", "24.06.2026", "24-Jun-2026",
        1782259200, 1782259200000, 1782259200.5,
    ],
)  # fmt: skip
def test_a_day_that_is_said_is_understood(written: object) -> None:
    assert parse_published(written) == (DAY, None)


@pytest.mark.parametrize("written", [None, "", "  ", "\n"])
def test_nothing_given_is_nothing_and_no_warning(written: object) -> None:
    assert parse_published(written) == (None, None)


@pytest.mark.parametrize(
    "written",
    [
        "06/07/2026", "June 2026", "2026", "yesterday", "soon", "2026-13-01", "February 30, 2026", "Wednesday", "we", "47%",
        "2 hours ago", True, [2026], {}, float("nan"), float("inf"), 1e300, -5, "9" * 5000, "June " * 5000, "\u202e2026",
    ],
)  # fmt: skip
def test_what_could_be_another_day_is_refused_with_a_warning(written: object) -> None:
    day, warning = parse_published(written)
    assert day is None
    assert warning is not None
    assert "YYYY-MM-DD" in warning


def test_the_same_number_twice_is_no_ambiguity() -> None:
    assert parse_published("05/05/2026")[0] == datetime.date(2026, 5, 5)
