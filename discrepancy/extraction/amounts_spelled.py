"""Figures in words: cardinals with scales, counted fractions, "six figures", "a week", "nobody"."""

from __future__ import annotations

import re
from decimal import Decimal

from discrepancy.extraction.amounts_before import hedge_before
from discrepancy.extraction.amounts_digits import AND_FRACTION, TRAILING_HALF, WORD, scaled_figure, with_fraction
from discrepancy.extraction.amounts_figure import Figure
from discrepancy.extraction.amounts_vague import (
    FIGURES,
    counted_digits,
    fraction_figure,
    group_figure,
    ordinal_figure,
    stretch_figure,
    vague_figure,
)
from discrepancy.lexicon import table
from discrepancy.normalise import number

_RUN = re.compile(r"[a-z]+(?:(?: ?- ?| and |-and-| {1,2}|, )[a-z]+){0,15}")
_POINT = re.compile(r" point ((?:(?:zero|one|two|three|four|five|six|seven|eight|nine)(?:[ -]|(?![a-z]))){1,6})")


def word_figure(text: str, lowered: str, start: int, end: int, kind: str) -> Figure | None:
    if start and (text[start - 1].isalnum() or (text[start - 1] in "_'" and text[start - 2 : start - 1].isalnum())):
        return None
    if kind in ("words", "scale"):
        return _spelled(text, lowered, start, end)
    if kind == "vague":
        return vague_figure(lowered, start, end)
    if kind == "multiple":
        return Figure(start, end, Decimal(table("numbers")["multiples"][lowered[start:end]]), Decimal(1), "multiple")
    if kind == "group":
        return group_figure(lowered, start, end)
    if kind == "fraction":
        return fraction_figure(lowered, start, end)
    if kind == "ordinal":
        return ordinal_figure(lowered, start, end)
    if kind == "single" and lowered.endswith("not a ", 0, start):
        return Figure(start - 6, end, Decimal(0), Decimal(1), "group")
    if kind == "single":
        return Figure(start, end, Decimal(1), Decimal(1), "group") if lowered[max(0, start - 2) : start] == "a " else None
    if kind == "double":
        if not _CRIMES.match(lowered, end):
            return None
        return Figure(start, end, Decimal(2 if lowered[start] == "d" else 3), Decimal(1), "group")
    if kind == "nobody":
        return Figure(start, end, Decimal(0), Decimal(1), "none") if _HARMED.match(lowered, end) else None
    if kind == "span":
        return _span(lowered, start, end)
    if kind == "stretch":
        return stretch_figure(lowered, start, end)
    if kind == "extent":
        return _extent(lowered, start, end)
    if lowered.startswith(" one", end) and lowered[start:end] == "no":
        return Figure(start, end + 4, Decimal(0), Decimal(1), "none") if _HARMED.match(lowered, end + 4) else None
    return Figure(start, end, Decimal(0), Decimal(1), "none")


_CRIMES = re.compile(
    r"(?: ?- ?| )(?:murders?|homicides?|killings?|shootings?|stabbings?|suicides?|slayings?|bombings?|executions?|fatal)\b"
)
_HARMED = re.compile(
    r"(?: else)? (?:was|were|is|has been|had been|died|got|in the [a-z]+ was)\b(?: (?:seriously|immediately"
    r"|reported|reportedly|believed))?(?: (?:to be|been))?(?: ?(?:hurt|injured|killed|wounded|harmed|arrested"
    r"|hospitali[sz]ed|charged|[.,]))"
)
_SPAN = re.compile(r"(?:^|[^a-z'-])(?:an?(?: (?:full|whole|entire|solid|good))?|one (?:full|whole)|another(?: full| whole)?)[ -]$")
_SPAN_BEFORE = re.compile(
    r"(?:\b(?:for|after|within|than|over|under|nearly|almost|about|around|least|to|just|lasted|lasts?|lasting"
    r"|spent|spend|spends|spending|took|takes?|taking|of|roughly|approximately|only|some|barely|up to|stayed"
    r"|waited|wait|or|every|served|late|later|lived|is|was|only|exactly|until|into)|[.,;:(\"—-]|^|\n) ?$"
)


_LONG_AFTER = re.compile(r" ?- ?long\b")
_COUNTED = re.compile(
    r"(?:\d|-|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve|few|several|many|half|dozen|all|last|\w+teen|\w+ty)) ?-? ?$"
)


def _span(lowered: str, start: int, end: int) -> Figure | None:
    """ "a week", "an entire month", "a decade": one of a unit of time, where it says how long and is no rate ("$5 a week")."""
    if lowered[end : end + 1] in (" ", "-") and _LONG_AFTER.match(lowered, end):
        counted = _COUNTED.search(lowered, max(0, start - 14), start)
        begin = start - 2 if lowered[max(0, start - 2) : start] == "a " else start
        return None if counted else Figure(begin, start, Decimal(1), Decimal(1), "span")
    article = _SPAN.search(lowered, max(0, start - 14), start)
    if article is None:
        return None
    begin = article.start() + (0 if article.group()[0] in "ao" and (article.start() == 0 or article.group()[:1].isalpha()) else 1)
    whole = len(article.group().split()) > 1
    if not whole and not _SPAN_BEFORE.search(lowered, max(0, begin - 14), begin):
        return None
    return Figure(begin, start - 1, Decimal(1), Decimal(1), "span")


_AND_HALF = re.compile(r" and (?:a|one)[ -](half|quarter|third)(?![a-z])")
_ARTICLE = re.compile(r"(?:^|[^a-z'-])(an?) $")


def _extent(lowered: str, start: int, end: int) -> Figure | None:
    """ "up to a tonne", "a mile and a half": one of a physical unit, where a hedge or a part of it says that it is meant as a figure."""
    article = _ARTICLE.search(lowered, max(0, start - 4), start)
    if article is None:
        return None
    begin = article.start(1)
    if half := _AND_HALF.match(lowered, end):
        part = Decimal(1) / number.fractions()[half[1]]
        return Figure(begin, start - 1, 1 + part, part, "extent")
    hedged = hedge_before(lowered, begin)
    return Figure(begin, start - 1, Decimal(1), Decimal(1), "extent") if hedged and hedged[1] != "exact" else None


def _spelled(text: str, lowered: str, start: int, end: int) -> Figure | None:
    if match := FIGURES.match(lowered, start):
        return counted_digits(start, match)
    known, factors, parts = number.cardinals(), number.scales(), number.fractions()
    tokens: list[str] = []
    ends: list[int] = []
    if lowered[start:end] in factors:
        article = re.search(r"(?:^|[^a-z])(an?)[ -]$", lowered[max(0, start - 4) : start])
        if article is None:
            return None
        start = start - len(article[1]) - 1
        tokens, ends = ["a"], [start + len(article[1])]
    run = _RUN.match(lowered, start if not tokens else ends[0] + 1)
    if run is None:
        return None
    for word in WORD.finditer(lowered, run.start(), run.end()):
        token = word.group()
        if token in known or token in factors or token == "and":
            tokens.append(token)
            ends.append(word.end())
        else:
            if token in parts and tokens and tokens[-1] in known and token not in ("half",):
                return _counted_fraction(lowered, start, word, tokens, ends)
            break
    while tokens:
        parsed = number.words(tokens)
        if parsed is not None:
            break
        tokens.pop()
        ends.pop()
    else:
        return None
    close = ends[-1]
    if match := AND_FRACTION.match(lowered, close):
        return with_fraction(lowered, start, match, parsed.value)
    if match := _POINT.match(lowered, close):
        decimals = "".join(str(known[w]) for w in WORD.findall(match[1]))
        return scaled_figure(
            text,
            lowered,
            start,
            close + len(match.group().rstrip()),
            parsed.value + Decimal("0." + decimals),
            Decimal(1).scaleb(-len(decimals)),
            "words",
        )
    if parsed.scaled and (half := TRAILING_HALF.match(lowered, close)):
        return Figure(start, half.end(), parsed.value + parsed.resolution / 2, parsed.resolution / 10, "words", True)
    return Figure(start, close, parsed.value, parsed.resolution, "words", parsed.scaled)


def _counted_fraction(lowered: str, start: int, word: re.Match[str], tokens: list[str], ends: list[int]) -> Figure | None:
    """ "two-thirds", "three quarters", "one fifth": never "two seconds"."""
    count = number.words(tokens[-1:])
    if count is None:
        return None
    bottom = number.fractions()[word.group()]
    plural = word.group().endswith("s")
    if (count.value == 1) == plural or count.value >= bottom:
        whole = number.words(tokens)
        return Figure(start, ends[-1], whole.value, whole.resolution, "words", whole.scaled) if whole else None
    if (
        bottom != 2
        and word.group() in ("quarters", "fourth", "quarter")
        and not re.match(r"(?: of|-| majority| full| the|s?[.,;])", lowered[word.end() : word.end() + 10])
        and lowered[word.start() - 1] != "-"
    ):
        return Figure(start, ends[-1], count.value, Decimal(1), "words")
    begin = start if len(tokens) == 1 else ends[-1] - len(tokens[-1])
    return Figure(begin, word.end(), count.value / bottom, Decimal("0.5") / bottom, "fraction")
