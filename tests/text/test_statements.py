"""Clauses are read as statements: how they deny, of which state they tell, what they keep together."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.model import Article
from discrepancy.text.statements import LONGEST, Statement, joined, statements


def read(text: str, title: str = "") -> list[Statement]:
    """The statements of one article."""
    return statements(0, Article("a", "", title, text))


def kinds(text: str) -> set[str]:
    """All kinds of denial in a text."""
    return {kind for s in read(text) for kind in s.denials}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The council has not approved the bridge.", "not"),
        ("The mill isn't owned by the family.", "not"),
        ("The mill isn’t owned by the family.", "not"),
        ("She never owned the mill.", "never"),
        ("There are no wolves in the valley.", "no"),
        ("Nobody lived in the mill.", "no"),
        ("He denied the charge of theft.", "denied"),
        ("The report is false.", "false"),
        ("It was a false report.", "false"),
        ("There is no evidence of a leak.", "unproved"),
        ("The mayor declined to comment.", "silence"),
    ],
)
def test_what_denies_is_read_with_its_kind(text: str, kind: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "The student said in a statement that the client went on.",
        "It was not only a mill.",
        "The mill is no doubt old.",
        "He lost his false teeth in the mill.",
        "The No. 1 team of the valley.",
    ],
)
def test_what_only_looks_like_a_denial_is_none(text: str) -> None:
    assert kinds(text) & {"not", "never", "no", "without", "denied", "false", "unproved", "silence"} == set()


def test_a_negator_turns_a_state_round() -> None:
    caught, free = read("The man was arrested."), read("The man was not arrested.")
    assert ("custody", 0) in caught[0].states
    assert ("custody", 1) in free[0].states
    assert ("custody", 0) not in free[0].states


def test_a_negative_prefix_denies_its_word() -> None:
    (one,) = read("The drill was unannounced.")
    assert "announce" in one.lemmas


def test_a_clause_of_denial_keeps_what_it_denies() -> None:
    text = "He denies that he was searched, and went home."
    assert [text[c.start : c.end] for c in joined(text)] == ["He denies that he was searched", "and went home"]


def test_a_figure_is_not_cut_at_its_marks() -> None:
    text = "The village does not pay 50,000 euros at 5:20 p.m."
    assert len(joined(text)) == 1


def test_questions_quotes_and_hedges_are_told() -> None:
    asked, quoted, hedged = read("Did she sell the mill?"), read('"I sold the mill yesterday," she said.'), read("She may sell the mill.")
    assert "question" in asked[0].flags
    assert "quoted" in quoted[0].flags
    assert "self" in quoted[0].flags
    assert "may" in hedged[0].modal


@given(st.text(max_size=400))
def test_offsets_lie_in_the_text_and_in_order(text: str) -> None:
    found = read(text)
    assert all(0 <= s.start <= s.centre[0] < s.centre[1] <= len(text) for s in found)
    assert [s.start for s in found] == sorted(s.start for s in found)


@pytest.mark.parametrize("piece", ["not ", "no, ", "“", "denied that ", "a", "n't ", "50,000,", "She never owned the mill. "])
def test_hostile_text_is_read_in_bounded_time(piece: str) -> None:
    text = (piece * 100_000)[:100_000]
    began = time.perf_counter()
    found = read(text)
    assert time.perf_counter() - began < 2.0
    assert all(s.end <= LONGEST for s in found)
