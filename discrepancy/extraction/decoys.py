"""What looks like a figure and is none: phones, addresses, models, routes, references, list numbers. The patterns are data in `lexicon/decoys.toml`."""

from __future__ import annotations

import re
from functools import cache

from discrepancy.lexicon import table


@cache
def _patterns(soft: bool) -> tuple[tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str] | None], ...]:
    rows = [row for row in table("decoys")["pattern"] if row.get("soft", False) == soft]
    return tuple((re.compile(row["cue"]), re.compile(row["pattern"]), re.compile(row["keep"]) if "keep" in row else None) for row in rows)


@cache
def _named() -> re.Pattern[str]:
    names, references = table("decoys")["names"]["before"], table("decoys")["names"]["reference"]
    words = "|".join(re.escape(w) for w in sorted({*names, *references}, key=len, reverse=True))
    return re.compile(rf"(?<![\w])(?:{words})(?: ?- ?| )(?:[A-Z]-?)?(\d{{1,6}}[A-Za-z]{{0,2}}(?:\.\d{{1,3}}){{0,2}}(?:\(\w\))?)(?![\w%]|[,.]\d| (?:percent|per cent|million|billion))")


@cache
def _street() -> re.Pattern[str]:
    streets = "|".join(re.escape(w) for w in table("decoys")["names"]["streets"])
    return re.compile(rf"(?<![\w.,$])\d{{1,5}}[A-Z]? (?:(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\.? )?(?:[A-Z][\w'.]{{1,20}} |\d{{1,3}}(?:st|nd|rd|th) ){{1,3}}(?:{streets})\b\.?")


_CAPITALISED = re.compile(r"\b[A-Z][a-z]+(?:[A-Z][a-z]+)+ (\d{1,4})\b")
_LONG = re.compile(r"\d{21,}|\d[\d-]{24,}")


def find_decoys(text: str) -> list[tuple[int, int]]:
    """Half-open spans of `text` (cleaned) that no reader may touch; they may overlap."""
    spans = _matched(text, False)
    if _LONG_CUE.search(text):
        spans.extend(match.span() for match in _LONG.finditer(text))
    spans.extend(_named_numbers(text))
    return spans


def find_soft_decoys(text: str) -> list[tuple[int, int]]:
    """The same for what a date may claim first: clock times, letters joined to digits, list numbering."""
    return _matched(text, True)


def _matched(text: str, soft: bool) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    for cue, pattern, keep in _patterns(soft):
        if cue.search(text) is None:
            continue
        for match in pattern.finditer(text):
            if keep is None or not keep.match(match.group()):
                spans.append(match.span())
    return spans


_LONG_CUE = re.compile(r"\d{21}|\d-\d")
_BEFORE_NUMBER = re.compile(r"[\w.#§&] ?-? ?\d")


def _named_numbers(text: str) -> list[tuple[int, int]]:
    if _BEFORE_NUMBER.search(text) is None:
        return []
    spans = [match.span() for match in _named().finditer(text) if not _counts(text, match)]
    spans += [match.span() for match in _street().finditer(text)]
    spans += [match.span() for match in _CAPITALISED.finditer(text)]
    return spans


def _counts(text: str, match: re.Match[str]) -> bool:
    """Whether a name before a number only opens a sentence ("Group 5 people" is rare; "Level 3" is not): a counted plural word follows."""
    return bool(re.match(r" (?:people|men|women|children|years|days|hours|miles|metres|meters|feet|dead|injured)\b", text[match.end() : match.end() + 10]))
