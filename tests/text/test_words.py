"""Tokens and lemmas."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.text.words import lemma, tokens


@pytest.mark.parametrize(
    ("word", "base"),
    [
        ("exchanges", "exchange"), ("accounts", "account"), ("fell", "fall"), ("stopped", "stop"), ("moving", "move"), ("cities", "city"),
        ("children", "child"), ("boxes", "box"), ("news", "news"), ("killing", "killing"), ("robbed", "rob"),
        ("boss", "boss"), ("bus", "bus"),
    ],
)  # fmt: skip
def test_base_forms(word: str, base: str) -> None:
    assert lemma(word) == base


def test_tokens_carry_offsets_and_drop_the_possessive() -> None:
    found = tokens("Alibaba’s shares fell 4.4%.")
    assert [t.lower for t in found] == ["alibaba", "shares", "fell", "4.4", "%", "."]
    assert found[0].capital
    assert not found[1].capital


@given(st.text(max_size=120))
def test_tokens_are_slices_in_order(text: str) -> None:
    found = tokens(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= t.start < t.end <= len(text) for t in found)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=12))
def test_a_lemma_is_never_empty(word: str) -> None:
    assert lemma(word)
