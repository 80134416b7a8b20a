"""Laws of the reader: offsets slice, mentions never overlap, nothing raises or is slower than linear, values lie in their intervals."""

from __future__ import annotations

import itertools
import time
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from discrepancy.extraction import read_mentions
from discrepancy.model import Amount

PIECES = [
    "more than",
    "nearly",
    "between",
    "and",
    "to",
    "-",
    "–",
    "$",
    "€",
    "%",
    "percent",
    "million",
    "28.8",
    "25,000",
    "5",
    "one",
    "twenty-one",
    "half",
    "a",
    "dozens of",
    "people",
    "fake accounts",
    "feet",
    "in",
    "of the",
    "old",
    "year",
    "61-year-old",
    "Sept. 14",
    "2014",
    "5ft 6in",
    "per",
    "square foot",
    ",",
    ".",
    "(",
    ")",
    "\u200b",
    "\u00a0",
    "½",
    "’",
    "No.",
    "3-2",
    "at least",
    "magnitude",
    "4. 6",
    "£74m",
    "e85 million",
    "no",
    "Smith, 34,",
    "\n",
    "10th",
    "İ",
    "â€™",
]
phrases = st.lists(st.sampled_from(PIECES), max_size=14).flatmap(
    lambda pieces: st.sampled_from([" ", ""]).map(lambda gap: gap.join(pieces))
)


@settings(max_examples=300, deadline=None)
@given(st.one_of(phrases, st.text(max_size=120)))
def test_any_text_is_read_and_its_mentions_are_slices_in_order(text: str) -> None:
    mentions = read_mentions(text)
    for mention in mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        assert mention.start <= mention.core[0] <= mention.core[1] <= mention.end or mention.kind == "date"
    for first, second in itertools.pairwise(mentions):
        assert first.end <= second.start


@settings(max_examples=300, deadline=None)
@given(phrases)
def test_the_stated_value_lies_in_the_interval_or_is_an_end_of_it(text: str) -> None:
    for mention in read_mentions(text):
        amount = mention.value
        if isinstance(amount, Amount) and amount.value is not None:
            low, high = amount.interval.low, amount.interval.high
            assert low is None or low <= amount.value
            assert high is None or amount.value <= high


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 10**12), st.sampled_from(["{:,} barges", "{} percent", "${:,}", "{:,} km", "{:,} tonnes"]))
def test_a_figure_written_out_is_read_back(value: int, written: str) -> None:
    mentions = [m for m in read_mentions(f"They counted {written.format(value)} there.") if m.kind != "date"]
    if 1500 <= value <= 2100 and "," not in written:
        return
    assert len(mentions) == 1
    amount = mentions[0].value
    assert isinstance(amount, Amount)
    assert amount.value == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "million " * 10000,
        "a " * 50000,
        "1/" * 50000,
        "3% " * 20000,
        "5' 6\" " * 160,
        "between 5 and " * 400,
        "hundred and " * 10000,
        "1" * 100000,
        "," * 100000,
        "1," * 50000,
        "(" * 50000 + ")" * 50000,
        "(5 " * 30000,
        "1-" * 50000,
        "one of the " * 9000,
        "twenty-" * 14000,
        "4. 6 " * 20000,
        "No. " * 25000,
        "age " * 25000,
        "old " * 25000,
        "www." * 25000,
        "@" * 100000,
        "x" * 100000,
        "half " * 20000,
        "$5 to " * 16000,
        "2\u200b9" * 30000,
    ],
    ids=lambda text: f"{text[:12]!r} to {len(text)} characters",
)
def test_no_text_takes_longer_than_its_length_allows(text: str) -> None:
    read_mentions("Warm up: 5 people.")
    begun = time.process_time()
    read_mentions(text)
    assert time.process_time() - begun < 1


def test_zero_width_characters_and_mojibake_do_not_move_offsets() -> None:
    text = "\ufeffThe firm\u2019s 2\u200b9 million users paid Â£3 and â€œonceâ€\u009d 40 left."
    assert [m.text for m in read_mentions(text)] == ["2\u200b9 million users", "Â£3", "40"]


def test_a_hedge_is_read_at_the_head_of_a_line() -> None:
    for text, quote in (
        ("It was wide.\n\nMore than 100 people came.", "More than 100 people"),
        ("- About 50 boats\n- Over 20 dogs", "About 50 boats"),
        ("He spoke for more\nthan 40 minutes.", "more\nthan 40 minutes"),
    ):
        assert quote in [m.text for m in read_mentions(text, None)]
