"""Words that stand for a class of values, a group, a part or a rank: "dozens", "a pair of", "half a million", "third"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from discrepancy.extraction.amounts_digits import SCALE
from discrepancy.extraction.amounts_figure import Figure
from discrepancy.lexicon import table
from discrepancy.normalise import number

_HALF_SCALE = re.compile(rf"(half|quarter)(?: of)?(?:[ -]an?)?[ -]({SCALE})(?![a-z])")
_PART_OF_SCALE = re.compile(rf" of a[ -]({SCALE})(?![a-z])")
FIGURES = re.compile(r"((?:(?:high|low|mid)[ -])?(?:four|five|six|seven|eight|nine|ten))[ -]figures?(?![a-z])")


def counted_digits(start: int, match: re.Match[str]) -> Figure:
    """ "six-figure", "the high eight figures": as many digits, in the upper or lower part."""
    *part, digits = match[1].replace("-", " ").split()
    row = table("hedges")["figures"][digits]
    low, high = Decimal(row["low"]), Decimal(row["high"])
    low, high = (low * 5, high) if part == ["high"] else (low, low * 5) if part == ["low"] else (low, high)
    return Figure(start, match.end(), None, Decimal(1), "figures", False, low, high)


@cache
def _vague_pattern() -> re.Pattern[str]:
    phrases = sorted(table("hedges")["vague"], key=len, reverse=True)
    return re.compile("|".join(re.escape(p).replace(r"\ ", r"[ -](?:and |upon )?") for p in phrases))


def vague_figure(lowered: str, start: int, end: int) -> Figure | None:
    if match := FIGURES.match(lowered, start):
        return counted_digits(start, match)
    begin = start - 2 if lowered[max(0, start - 2) : start] == "a " and (start < 3 or not lowered[start - 3].isalpha()) else start
    match = _vague_pattern().match(lowered, begin) or (_vague_pattern().match(lowered, start) if begin != start else None)
    if match and (match.end() == len(lowered) or not lowered[match.end()].isalnum()):
        row = table("hedges")["vague"][re.sub(r"[ -]+(?:and |upon )?", " ", match.group())]
        if (
            row["low"] == "1"
            and match.start() == start
            and not lowered.endswith(("past ", "last ", "next ", "first ", "final ", "these "), 0, start)
        ):
            return None  # "few" alone says hardly any
        return Figure(match.start(), match.end(), None, Decimal(1), "vague", False, Decimal(row["low"]), Decimal(row["high"]))
    if lowered.startswith("number", start):
        return _number_of(lowered, start)
    if lowered.startswith("couple", start):
        return group_figure(lowered, start, end)
    return None


def _number_of(lowered: str, start: int) -> Figure | None:
    """ "a number of", "a small number of": the phrase before a plural; its of is no part of the figure."""
    for phrase, row in table("hedges")["vague"].items():
        head = phrase.removesuffix("number of")
        if head != phrase and lowered.endswith(head, 0, start) and lowered.startswith("number of ", start):
            begin = start - len(head)
            if begin == 0 or not lowered[begin - 1].isalnum():
                return Figure(begin, start + len("number"), None, Decimal(1), "vague", False, Decimal(row["low"]), Decimal(row["high"]))
    return None


_STRETCH_BEFORE = re.compile(r"(?:^|[^a-z])([a-z]+)(?: (many|some|only|just))? $")
_MAY_LAST = re.compile(r"\b(?:could|will|may|can|to|might|would|should|often|not) last $")
_STRETCH_AFTER = re.compile(r" (?:ago|later|earlier|before|after|old|away|on end|from now)\b(?<!on end)")


def stretch_figure(lowered: str, start: int, end: int) -> Figure | None:
    """ "for weeks", "many years": a class of durations; no figure where a date is counted from it ("only days later")."""
    before = _STRETCH_BEFORE.search(lowered, max(0, start - 20), start)
    if (found := _counted_from(lowered, start, end)) is not None:
        return found
    if before is None or _STRETCH_AFTER.match(lowered, end):
        return None
    words = [word for word in before.groups() if word]
    if words[-1] not in _stretch_words() or (words[-1] == "some" and words[0] in ("the", "these", "in")):
        return None
    if words[-1] == "last" and not _MAY_LAST.search(lowered, max(0, start - 18), start):
        return None  # "last years" has lost its apostrophe
    row = table("hedges")["stretches"][lowered[start:end]]
    many = "many_" if words[-1] == "many" else ""
    begin = start - len(words[-1]) - 1 if words[-1] in ("many", "some", "only", "just") else start
    return Figure(begin, start, None, Decimal(1), "stretch", False, Decimal(row[many + "low"]), Decimal(row[many + "high"]))


_FROM = re.compile(r" (?:after|before) (?!yesterday\b|tomorrow\b|and\b)|[-](?:long|old)\b")
_NUMBERED = re.compile(
    r"(?:\d|\b(?:\w+ty|\w+teen|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few|several|many|couple|dozen|of"
    r"|hundred|last|past|next|first))[ -]$"
)


def _counted_from(lowered: str, start: int, end: int) -> Figure | None:
    """ "minutes after the attack", "just weeks before": how long, where no number says it."""
    if not _FROM.match(lowered, end) or _NUMBERED.search(lowered, max(0, start - 12), start):
        return None
    row = table("hedges")["stretches"][lowered[start:end]]
    begin = next((start - len(word) for word in ("just ", "only ") if lowered.endswith(word, 0, start)), start)
    return Figure(begin, start, None, Decimal(1), "stretch", False, Decimal(row["low"]), Decimal(row["high"]))


@cache
def _stretch_words() -> frozenset[str]:
    return frozenset(table("hedges")["stretch_before"]["words"])


def group_figure(lowered: str, start: int, end: int) -> Figure | None:
    if not lowered.startswith((" of ", " more "), end) and lowered[start:end] not in ("trio", "duo", "quartet", "quintet"):
        return None
    if lowered.startswith((" of of", " of times"), end):
        return None
    value = Decimal(table("numbers")["groups"].get(lowered[start:end], "2"))
    begin = start - 2 if lowered[max(0, start - 2) : start] == "a " else start
    return Figure(begin, end, value, Decimal(1), "group")


def fraction_figure(lowered: str, start: int, end: int) -> Figure | None:
    if match := _HALF_SCALE.match(lowered, start):
        factor = number.scales()[match[2]]
        bottom = Decimal(number.fractions()[match[1]])
        begin = start - 2 if lowered[max(0, start - 2) : start] == "a " else start
        return Figure(begin, match.end(), factor / bottom, factor / 10, "words", True)
    word = lowered[start:end]
    if word == "half":
        rest = lowered[end : end + 24]
        if re.match(
            (
                r"[ -](?:time|year|day(?!s)|hearted|way|brother|sister|back|past|century|term|marathon|full|empty|sibling"
                r"|staff|mast|court|truth|price|naked|dozen)"
            ),
            rest,
        ) and not rest.startswith(" year"):
            return None
        if re.search(
            r"(?:first|second|other|latter|better|next|last|final|opening|one|each|every|fiscal|in)[ -]$",
            lowered[max(0, start - 9) : start],
        ):
            return None
        begin = start - 2 if lowered[max(0, start - 2) : start] == "a " else start
        return Figure(begin, end, Decimal("0.5"), Decimal("0.1"), "fraction")
    if (
        word == "quarter"
        and lowered[max(0, start - 2) : start] == "a "
        and (_QUARTER_AFTER.match(lowered, end) or _hedged_part(lowered, start - 2, end))
    ):
        return Figure(start - 2, end, Decimal("0.25"), Decimal("0.1"), "fraction")
    return None


_QUARTER_AFTER = re.compile(r" of|[ -]of-an?|-(?:mile|inch|century|acre)| (?:mile|inch|century|acre)")
_PART_AFTER = re.compile(r" (?:of|above|below|more|less|lower|higher|fewer|larger|smaller)\b")
_PART_BEFORE = re.compile(r"\b(?:nearly|almost|about|over|than|by|roughly|around|least|up to|under|fell|rose|dropped|lost|cut|grew) $")


def _hedged_part(lowered: str, start: int, end: int) -> bool:
    """ "dropped nearly a quarter.": a part by the hedge or verb before it, where nothing else follows."""
    return (
        _PART_BEFORE.search(lowered, max(0, start - 12), start) is not None
        and re.match(r"[.,;:)]|$| (?:in|since|last|this|from|on|after|to)\b", lowered[end : end + 6]) is not None
    )


def ordinal_figure(lowered: str, start: int, end: int) -> Figure | None:
    word = lowered[start:end]
    parts = number.fractions()
    before = lowered[max(0, start - 2) : start]
    if before == "a " and word in parts and (match := _PART_OF_SCALE.match(lowered, end)):
        factor = number.scales()[match[1]]
        return Figure(start - 2, match.end(), factor / parts[word], factor / 10, "words", True)
    if word in parts and before == "a " and (_PART_AFTER.match(lowered, end) or _hedged_part(lowered, start - 2, end)):
        bottom = parts[word]
        return Figure(start - 2, end, Decimal(1) / bottom, Decimal("0.5") / bottom, "fraction")
    return Figure(start, end, Decimal(table("numbers")["ordinals"][word]), Decimal(1), "ordinal")
