"""Seasons and feasts: "the summer of 2016", "on Christmas Eve", "Labor Day weekend"."""

from __future__ import annotations

from discrepancy.extraction import dates_points as points
from discrepancy.extraction.dates_tokens import APOSTROPHES, Read, Tokens, near, words
from discrepancy.normalise.date_written import Written


def season(t: Tokens, i: int) -> Read | None:
    """ "the summer of 2016", "spring 2015", "in the fall", "this" and its like are `_shifted`'s."""
    j = t.skip(i, "the")
    word = t.word(j)
    if word not in words().seasons:
        return None
    stated, end = points.year_after(t, j + 1)
    if stated is None and t.raw[j][0].isupper() and t.word(j + 1).isalpha() and t.raw[j + 1][0].isupper():
        return None
    if stated is None and t.word(j + 1) not in ("of",) and _noun_follows(t, j + 1):
        return None
    if stated is None and word == "fall" and not (t.word(j - 1) == "the" and t.word(j - 2) in ("in", "by", "until", "since", "during")):
        return None
    if stated is None and t.word(j - 1) not in near("before_season"):
        return None
    return Written(form="nth", unit="season", name=word, year=stated), end


def _noun_follows(t: Tokens, i: int) -> bool:
    stops = (
        "and",
        "or",
        "when",
        "but",
        "as",
        "to",
        "for",
        "after",
        "before",
        "with",
        "at",
        "in",
        "on",
        "by",
        "that",
        "the",
        "he",
        "she",
        "they",
        "it",
        "was",
        "is",
        "a",
    )
    return t.word(i).isalpha() and t.word(i) not in stops and t.glued(i + 1) is False and not t.possessive(i)


def holiday(t: Tokens, i: int) -> Read | None:
    """ "Christmas Eve", "Labor Day 2015", "Thanksgiving weekend" """
    for spelled, name in words().holidays.get(t.word(i), ()):
        if all(_same(t.word(i + n), part) for n, part in enumerate(spelled)):
            if t.raw[i][0].islower() and len(spelled) == 1 and t.word(i - 1) not in words().shifts:
                continue
            end = i + len(spelled)
            stated, after = points.year_after(t, end)
            if len(spelled) == 1 and stated is None and t.word(i - 1) not in near("before_feast") and t.word(i - 1) not in words().shifts:
                continue
            if t.word(after) == "weekend":
                return Written(form="holiday", name=name, year=stated, unit="weekend"), after + 1
            return Written(form="holiday", name=name, year=stated), after
    return None


def _same(word: str, part: str) -> bool:
    return word == part or (part == "'" and word in APOSTROPHES)
