"""A text may ask the library of units for a few tokens only, and what was asked before changes nothing."""

from __future__ import annotations

import itertools
import time

from discrepancy.extraction import read_mentions

TOKENS = ["".join(letters) + "/s" for letters in itertools.product("bdfgk", repeat=3)]


def test_many_tokens_that_look_like_units_cost_no_more_than_a_few() -> None:
    read_mentions("It is 5 kΩ.")
    begun = time.process_time()
    read_mentions(". ".join(f"It is 5 {token} there on the ridge" for token in TOKENS))
    assert time.process_time() - begun < 1


def test_a_text_reads_the_same_whatever_was_read_before() -> None:
    text = "It is 5 kΩ."
    first = read_mentions(text)
    read_mentions(". ".join(f"It is 5 {token} there on the ridge" for token in TOKENS))
    assert read_mentions(text) == first
    assert first[0].text == "5 kΩ"
