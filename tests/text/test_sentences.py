"""Sentences and paragraphs: spans that hold all words, and are not cut after abbreviations."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.text.sentences import LONGEST, paragraphs, sentences


def split(text: str) -> list[str]:
    return [text[a:b] for a, b in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam broke. Nobody was hurt.", ["The dam broke.", "Nobody was hurt."]),
        ("Sen. Ann Lee left on Nov. 9. She was 61.", ["Sen. Ann Lee left on Nov. 9.", "She was 61."]),
        ("The U.S. Senate met. It voted.", ["The U.S. Senate met.", "It voted."]),
        ("It struck at 9 p.m. Nobody slept.", ["It struck at 9 p.m.", "Nobody slept."]),
        ("A 4. 6 - magnitude quake. It was felt.", ["A 4. 6 - magnitude quake.", "It was felt."]),
        ("“We saw it.” He left.", ["“We saw it.”", "He left."]),
        ("Was it 5.4%? Yes! It was.", ["Was it 5.4%?", "Yes!", "It was."]),
        ("Heading\n\nThe text begins here.", ["Heading", "The text begins here."]),
        ("• one thing\n• another thing", ["• one thing", "• another thing"]),
        ("Acme Inc. said sales fell.", ["Acme Inc. said sales fell."]),
    ],
)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@given(st.text(alphabet=st.sampled_from("aB1. \n?!”—•-,"), max_size=200))
def test_spans_are_in_order_and_lose_no_word(text: str) -> None:
    spans = sentences(text)
    assert all(a < b <= c < d for (a, b), (c, d) in pairwise(spans))
    inside = {i for a, b in spans for i in range(a, b)}
    assert all(i in inside for i, c in enumerate(text) if not c.isspace() and c not in "•-—") or not text.strip()


@given(st.text(max_size=200))
def test_paragraphs_are_stripped_slices(text: str) -> None:
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in paragraphs(text))


def test_a_text_without_stops_is_cut() -> None:
    assert max(b - a for a, b in sentences("word " * 5000)) <= LONGEST


@pytest.mark.parametrize("text", ["U.S. " * 20_000, "a " * 50_000, "\n" * 100_000, "." * 100_000, "1. " * 30_000])
def test_hostile_text_takes_linear_time(text: str) -> None:
    began = time.perf_counter()
    sentences(text)
    paragraphs(text)
    assert time.perf_counter() - began < 2.0
