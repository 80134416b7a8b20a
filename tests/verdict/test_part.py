"""A figure that its words make a part of another explains a conflict, and is no reason to acquit it."""

from __future__ import annotations

import pytest

from discrepancy.extraction import read_mentions
from discrepancy.verdict.explain import explain
from discrepancy.verdict.judge import Statement, judge
from discrepancy.verdict.part import part_words


@pytest.mark.parametrize(
    ("before", "quote", "after", "told"),
    [
        ("Thirty people were hurt, including ", "seven children", ".", "including seven children"),
        ("Thirty people were hurt, among them ", "seven children", ".", "among them seven children"),
        ("Thirty people were hurt, ", "seven", " of them badly.", "seven of them"),
        ("The storm hurt ", "another 12 people", ".", ""),
        ("The storm hurt ", "12", " more than the last.", ""),
        ("The storm hurt ", "12 people", ".", ""),
    ],
)
def test_words_that_make_a_part(before: str, quote: str, after: str, told: str) -> None:
    assert part_words(before, quote, after) == told


def statement(article: str, text: str, part: str) -> Statement:
    return Statement(article, read_mentions(text)[0], part=part)


def test_a_lesser_figure_called_a_part_explains_the_conflict() -> None:
    outcome = judge([statement("01", "Thirty people were hurt.", ""), statement("02", "Seven people were hurt.", "seven of them")])
    assert (outcome.verdict, outcome.causes) == ("conflict", ("part-whole",))
    assert "02 gives a part: “seven of them”." in explain(outcome, str)


@pytest.mark.parametrize(("one", "two"), [("thirty of them", "seven of them"), ("thirty of them", ""), ("", "")])
def test_a_greater_figure_or_two_parts_explain_nothing(one: str, two: str) -> None:
    outcome = judge([statement("01", "Thirty people were hurt.", one), statement("02", "Seven people were hurt.", two)])
    assert outcome.causes == ()
