"""What an editor sees first: sure before unsure, central before remote, told by many before told by two, figures before coarse dates."""

from __future__ import annotations

import pytest

from discrepancy.verdict.severity import severity


def conflict(kind: str = "count", apart: float = 0.2, central: float = 0.2, sources: int = 3, confidence: float = 0.5) -> float:
    return severity("conflict", kind, apart, central, sources, confidence)


@pytest.mark.parametrize("more", [{"apart": 0.9}, {"central": 0.8}, {"sources": 6}, {"confidence": 0.9}])
def test_each_of_the_four_raises_it(more: dict[str, float]) -> None:
    assert conflict(**more) > conflict()  # type: ignore[arg-type]  # `sources` is whole


def test_an_unsure_conflict_of_values_far_apart_comes_after_a_sure_one_that_many_tell() -> None:
    assert conflict(apart=2.0, confidence=0.2) < conflict("date", sources=8, confidence=0.55)


def test_two_printed_figures_come_before_a_coarser_date() -> None:
    assert severity("imprecise", "count", 0.0, 0.0, 2, 0.3) > severity("imprecise", "date", 0.0, 0.5, 4, 0.9)


def test_a_conflict_comes_before_what_is_only_imprecise_of_the_same_kind_place_and_sources() -> None:
    assert conflict(confidence=0.5) > severity("imprecise", "count", 0.2, 0.2, 3, 1.0)


def test_a_misspelt_name_comes_after_two_names() -> None:
    assert severity("conflict", "person", 0.0, 0.2, 3, 0.6, True) < severity("conflict", "person", 0.0, 0.2, 3, 0.6)


def test_it_lies_between_0_and_1_and_agreements_have_none() -> None:
    assert conflict(apart=9, central=1, sources=90, confidence=1) <= 1
    assert severity("agree", "count", 9, 1, 9, 1) == 0
