"""Who says what: sides, statements, lone sides, names of columns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from discrepancy.model.report import ValueRecord
from discrepancy.review.sides import apart, backers, leading_side, lone_sides, positions, source_names, statements
from tests.tui import fake

REPAIRS, INJURED, ABANDONED, DISTANCE = (fake.findings()[at] for at in (0, 1, 4, 5))


def test_statements_come_side_by_side_and_repetitions_are_told() -> None:
    said = statements(INJURED)
    assert [(one.side, one.mention.article, one.repeated) for one in said] == [
        (0, "01", False),
        (0, "03", False),
        (0, "05", False),
        (1, "02", False),
        (1, "02", True),
        (2, "04", False),
    ]


def test_a_source_takes_each_of_its_sides_once() -> None:
    taken = positions(INJURED)
    assert {article: [one.side for one in said] for article, said in taken.items()} == {
        "01": [0],
        "03": [0],
        "05": [0],
        "02": [1],
        "04": [2],
    }


def test_an_article_that_contradicts_itself_is_on_both_sides() -> None:
    first, second = ABANDONED.values
    moved = replace(second, mentions=(replace(second.mentions[0], article="01"),))
    both = positions(replace(ABANDONED, values=(first, moved)))
    assert [one.side for one in both["01"]] == [0, 1]


def test_a_silent_article_takes_no_side() -> None:
    assert "05" not in positions(DISTANCE)


def test_a_side_of_one_against_two_or_more_stands_alone() -> None:
    assert lone_sides(REPAIRS) == {1}
    assert lone_sides(INJURED) == {1, 2}


def test_one_against_one_leads_nobody() -> None:
    assert leading_side(ABANDONED) is None
    assert lone_sides(ABANDONED) == frozenset()


def test_in_a_difference_of_precision_nobody_stands_alone() -> None:
    assert lone_sides(DISTANCE) == frozenset()
    assert lone_sides(replace(REPAIRS, verdict="imprecise")) == frozenset()


def test_backers_are_named_once() -> None:
    assert backers(INJURED.values[1]) == ("02",)


def test_columns_are_headed_by_source_and_told_apart_by_id() -> None:
    report = fake.report()
    assert source_names(report)["03"] == "Coastal Wire"
    articles = (replace(report.articles[0], source="Coastal Wire"), replace(report.articles[1], source=""), *report.articles[2:])
    assert [source_names(replace(report, articles=articles))[article] for article in ("01", "02", "03")] == [
        "Coastal Wire 01",
        "02",
        "Coastal Wire 03",
    ]


Ends = tuple[str | None, str | None]


def value(low: str | None, high: str | None) -> ValueRecord:
    return ValueRecord("", low, high, None, None, None, ())


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (("1", "2"), ("3", "4"), True),
        (("1", "3"), ("3", "4"), False),
        (("9", "9"), ("10", "11"), True),
        (("400", None), ("412", "412"), False),
        (("500", None), ("412", "412"), True),
        ((None, "400"), ("412", None), True),
        (("2026-03-01", "2026-03-31"), ("2026-03-03T23:40", "2026-03-03T23:40"), False),
        (("2026-03-03", "2026-03-03"), ("2026-03-03T23:40", "2026-03-03T23:59"), False),
        (("2026-03-04", "2026-03-04"), ("2026-03-03T23:40", "2026-03-03T23:59"), True),
        ((None, None), ("1", "2"), True),
        ((None, None), (None, None), True),
    ],
)
def test_intervals_that_meet_are_not_apart(
    one: tuple[str | None, str | None], other: tuple[str | None, str | None], expected: bool
) -> None:
    assert apart(value(*one), value(*other)) is expected
    assert apart(value(*other), value(*one)) is expected


def test_a_side_that_can_be_true_with_the_leading_one_does_not_stand_alone() -> None:
    near = replace(REPAIRS.values[1], low="3900000", high="4100000")
    assert lone_sides(replace(REPAIRS, values=(REPAIRS.values[0], near))) == frozenset()
