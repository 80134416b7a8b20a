"""Which statements stand under one value."""

from __future__ import annotations

from itertools import permutations

from discrepancy.extraction import read_mentions
from discrepancy.verdict.judge import Statement, judge


def values(*sentences: str) -> list[list[str]]:
    """The words of each value, statement by statement; each sentence is one article."""
    said = [Statement(f"{i:02}", read_mentions(sentence)[0]) for i, sentence in enumerate(sentences)]
    return [[s.mention.text for s in group] for group in judge(said).values]


def test_two_figures_of_one_unit_are_not_made_one_by_a_third_that_is_converted() -> None:
    for told in permutations(("The tower is 605ft high.", "It is 184 metres high.", "It is 180 metres high.")):
        groups = values(*told)
        assert sorted(text for group in groups for text in group) == ["180 metres high", "184 metres high", "605ft high"]
        assert not any({"180 metres high", "184 metres high"} <= set(group) for group in groups)


def test_a_conversion_alone_is_the_value_converted() -> None:
    assert values("The tower is 605ft high.", "It is 184 metres high.") == [["605ft high", "184 metres high"]]
