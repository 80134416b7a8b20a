"""How an interval came about, in words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from discrepancy.extraction import read_mentions
from discrepancy.model.values import Names, Polarity
from discrepancy.report.arithmetic import arithmetic
from discrepancy.report.numberline import number_line
from discrepancy.report.spans import date_words, interval_words, number
from discrepancy.report.words import APPROXIMATIONS
from tests.report.stories import ferry


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Seven people were hurt.", "7 to the unit: 7"),
        ("They had 28.8 million exchanges.",
         "28.8 million, written to the nearest 100,000; {exact}; 50,000 either way: 28.75 million to 28.85 million"),
        ("They had nearly 29 million exchanges.", "29 million; {nearly}; 500,000 below: 28.5 million to 29 million"),
        ("They had more than 28.8 million exchanges.",
         "28.8 million, written to the nearest 100,000; {over}; 100,000 above: 28.8 million to 28.9 million"),
        ("At least 40 people were hurt.", "40; {at-least}; no limit above: at least 40"),
        ("Up to 350 jobs will go.", "350; {at-most}; no limit below: at most 350"),
        ("Between 20 and 30 people were hurt.", "a stated range: 20 to 30"),
        ("Dozens of people were hurt.", "{vague}: 24 to 99"),
        ("It happened on May 4, 2031.", "told to the day: 4 May 2031"),
    ],
)  # fmt: skip
def test_the_arithmetic_is_told(sentence: str, told: str) -> None:
    (mention,) = read_mentions(sentence, None)
    expected = told
    for name, words in APPROXIMATIONS.items():
        expected = expected.replace(f"{{{name}}}", words)
    assert arithmetic(mention.value, mention.kind) == expected


def test_names_and_polarity_have_none() -> None:
    assert arithmetic(Names(("Ann Lee",)), "person") == arithmetic(Polarity("sign", True), "polarity") == ""


def test_a_number_line_shows_the_gap_and_open_ends() -> None:
    line = number_line(ferry().findings[0])
    assert line is not None
    assert [(bar.side, bar.open_low, bar.open_high, bar.point) for bar in line.bars] == [(0, False, True, False), (1, False, False, True)]
    assert line.bars[1].end < line.bars[0].start
    assert (line.meets, line.told) == (False, "No value fits both: the gap runs from 38 to 40.")


def test_a_conflict_is_never_told_to_be_none() -> None:
    first = ferry().findings[0]

    def line(*ends: tuple[str, str]) -> tuple[bool, object, str]:
        values = tuple(replace(first.values[1], low=low, high=high) for low, high in ends)
        found = number_line(replace(first, values=values))
        assert found is not None
        return found.meets, found.band, found.told

    assert line(("18", "19"), ("19", "20")) == (False, None, "They only touch, at 19.")
    assert line(("18", "20"), ("19", "20")) == (False, None, "The intervals meet; the values exclude each other as they are said.")


def test_fewer_than_two_intervals_make_no_line() -> None:
    assert number_line(ferry().findings[1]) is None
    assert number_line(ferry().findings[2]) is None


@pytest.mark.parametrize(("written", "read"), [("12.50", Decimal("12.5")), ("1e9999999", None), ("NaN", None), ("x", None), (None, None)])
def test_only_numbers_of_a_sane_size_are_numbers(written: str | None, read: Decimal | None) -> None:
    assert number(written) == read


def test_dates_are_told_in_english_everywhere() -> None:
    assert date_words("2031-05-03T21:40") == "3 May 2031, 21:40"
    assert date_words("soon\x1b") == "soon␛"
    assert interval_words(ferry().findings[1].values[0], "date") == "3 May 2031, 21:40"
