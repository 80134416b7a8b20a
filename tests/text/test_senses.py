"""The thesaurus of news English: each word in one line, each word one that `lemma` can give."""

from __future__ import annotations

from collections import Counter

import pytest

from discrepancy.lexicon import table
from discrepancy.text.words import lemma, sense

LINES = [line.split() for line in table("senses")["sense"].splitlines() if line and not line.startswith("#")]
ENDS = ("", "s", "es", "d", "ed", "ing", "led", "ling")


def test_a_word_stands_in_one_line_and_once() -> None:
    assert [word for word, n in Counter(word for line in LINES for word in line).items() if n > 1] == []


def test_a_line_has_two_words_or_more() -> None:
    assert [line for line in LINES if len(line) < 2] == []


def test_every_word_is_the_lemma_of_some_form() -> None:
    stray = [w for line in LINES for w in line if all(lemma(w + end) != w for end in ENDS)]
    assert stray == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("decision", "decide"), ("exploded", "explosion"), ("resignation", "resigned"), ("kidnapping", "abducted"), ("automobiles", "car")],
)
def test_forms_of_one_sense_meet(one: str, other: str) -> None:
    assert sense(lemma(one)) == sense(lemma(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("killer", "victim"),
        ("buyer", "seller"),
        ("hire", "fire"),
        ("rise", "fall"),
        ("robber", "robbery"),
        ("plane", "plan"),
        ("tonne", "ton"),
    ],
)
def test_opposites_and_roles_stay_apart(one: str, other: str) -> None:
    assert sense(lemma(one)) != sense(lemma(other))
