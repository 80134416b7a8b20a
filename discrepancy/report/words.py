"""What each verdict, cause and hedge means, in words for people; `docs/verdicts.md` has an example of each."""

from __future__ import annotations

from collections.abc import Mapping

from discrepancy.model.report import Cause, Verdict

VERDICTS: Mapping[Verdict, str] = {
    "conflict": "at least two of the values cannot both be true as answers to one question",
    "imprecise": "the values differ, and all of them can be true",
    "agree": "all say the same, units and spelling aside",
}
CAUSES: Mapping[Cause, str] = {
    "rounding": "one figure is a rounding of the other",
    "hedge": "a word such as nearly, about or more than leaves room for the other value",
    "bound": "one gives a bound (at least, up to) that the other keeps",
    "granularity": "one is told more coarsely than the other: a month for a day, a group for a name",
    "unit": "the figures are given in two units",
    "scope": "the passages limit the figure to different places, times, populations or markets",
    "update": "the articles appeared at different times: the later may have newer figures",
    "magnitude": "a likely slip: the digits differ by a shift of the decimal point, a thousandfold or a swap",
    "part-whole": "one figure is a part of what the other counts",
    "attribution": "each follows another speaker",
    "spelling": "one name in two spellings",
    "internal": "one article contradicts itself",
}
APPROXIMATIONS: Mapping[str, str] = {
    "exact": "said flatly: it stands for what rounds to its last written digit",
    "about": "“about” leaves room on both sides",
    "nearly": "“nearly” and “almost” lie below the figure, within its rounding",
    "over": "“over” and “more than” lie above the figure, by at most one unit of its last written digit",
    "under": "“under” and “less than” lie below the figure",
    "at-least": "“at least” is open above",
    "at-most": "“up to” is open below",
    "vague": "a word for many without a figure",
}
MARKS: Mapping[Verdict, str] = {"conflict": "✗", "imprecise": "≈", "agree": "="}
WORDS: Mapping[Verdict, str] = {"conflict": "Conflict", "imprecise": "Imprecise", "agree": "Agree"}


def counted(number: int, noun: str) -> str:
    """1 article, 2 articles."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
