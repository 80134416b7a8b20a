"""Denials are read with their predicate; what only looks like one is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from discrepancy.extraction.polarity import find_polarity
from discrepancy.model import Polarity


def denials(text: str) -> list[tuple[str, str]]:
    """(predicate, words) of each denial."""
    return [(m.value.predicate, m.text) for m in find_polarity(text, "") if isinstance(m.value, Polarity) and not m.value.holds]


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The council has not approved the bridge.", "approve"),
        ("The mill isn't owned by the family.", "own"),
        ("No miners were killed in the blast.", "kill"),
        ("There are no wolves in the valley.", "wolf"),
        ("Norway is not the only country that hunts them.", "only"),
        ("The company declined to comment on Friday.", "comment"),
        ("There was no immediate comment from the ministry.", "comment"),
        ("The whole story is false, the mayor says.", "true"),
        ("She denied that the gate was locked.", "true"),
        ("No charges have been filed against the driver.", "charge"),
    ],
)
def test_a_denial_has_its_predicate(text: str, predicate: str) -> None:
    found = [p for p, _ in denials(text)]
    if predicate == "wolf":
        assert found
        assert found[0].startswith("wol")
    else:
        assert predicate in found


@pytest.mark.parametrize("text", ["The council approved the bridge.", "It is not only the bridge that counts.", "He noted the knot."])
def test_no_denial_is_read_into_an_affirmation(text: str) -> None:
    assert denials(text) == []


def test_the_span_is_the_clause_and_not_the_sentence() -> None:
    text = "The harbour was calm, but the ferry did not leave the quay, the captain said after a long night of waiting."
    assert [words for _, words in denials(text)] == ["the ferry did not leave the quay"]


@given(
    st.lists(
        st.sampled_from(["not", "never", "no", "comment", "deny", "denied", "the", "is", "false", ",", ".", "\n", "“", "didn’t", "was"]),
        max_size=30,
    )
)
def test_every_quote_is_the_slice_at_its_offsets(words: list[str]) -> None:
    text = " ".join(words)
    for mention in find_polarity(text, text):
        assert text[mention.start : mention.end] == mention.text
