"""An article's words in few cells."""

from __future__ import annotations

import pytest

from discrepancy.tui.shorten import figure_of, fitted, jotted, padded


@pytest.mark.parametrize(
    ("words", "jotting"),
    [
        ("almost 29 million exchanges", "≲29m exchanges"),
        ("More than 28.8 million", ">28.8m"),
        ("approximately 4.4 percent", "~4.4%"),
        ("at least $1.2 billion", "≥$1.2bn"),
        ("between 22 September and 5 January", "between 22 Sep and 5 Jan"),
        ("1.7-million-square-foot", "1.7m-square-foot"),
        ("over the hill", "over the hill"),
        ("three percent", "three percent"),
        ("some people", "some people"),
        ("20 milestones", "20 milestones"),
        ("37 miles per hour", "37 mph"),
        ("300 pounds", "300 pounds"),  # of weight or of money
    ],
)
def test_hedges_scales_units_and_months_become_signs_round_figures_only(words: str, jotting: str) -> None:
    assert jotted(words) == jotting


@pytest.mark.parametrize("width", range(12))
def test_padding_is_exact_also_for_wide_characters(width: int) -> None:
    from rich.cells import cell_len

    for words in ("", "short", "a longer text than fits", "漢字漢字漢字漢字", "a漢a漢a漢"):
        assert cell_len(padded(words, width)) == width
        assert cell_len(fitted(words, width)) <= width


def test_a_cut_is_told() -> None:
    assert fitted("at the coast", 8) == "at the…"


@pytest.mark.parametrize(
    ("jotting", "figure"),
    [
        ("≥37 people", "≥37"),
        ("≲29m exchanges with the model", "≲29m"),
        ("$1.2bn loss", "$1.2bn"),
        ("22 to 24 people", "22 to 24 people"),
        ("5 Jan 2026", "5 Jan 2026"),
        ("4 in 10 voters", "4 in 10 voters"),
        ("37 people in 3 boats", "37 people in 3 boats"),
        ("thirty people", "thirty people"),
    ],
)
def test_the_noun_is_left_out_the_hedge_never(jotting: str, figure: str) -> None:
    assert figure_of(jotting) == figure
