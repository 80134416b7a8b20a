"""What looks like a figure and is none: phones, addresses, models, routes, references. The patterns are data in `lexicon/decoys.toml`.

Nearly all hold digits, so they are looked for only round the runs of digits of a text, and only where the neighbouring characters allow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from discrepancy.lexicon import table
from discrepancy.normalise import number

Runs = list[tuple[int, int]]
_REACH = 80


@dataclass(frozen=True, slots=True)
class _Decoy:
    pattern: re.Pattern[str]
    keep: re.Pattern[str] | None
    needles: tuple[str, ...]
    before: str
    after: str
    first: str
    near: str
    back: int


@cache
def _decoys(soft: bool) -> tuple[_Decoy, ...]:
    return tuple(
        _Decoy(
            re.compile(row["pattern"]),
            re.compile(row["keep"]) if "keep" in row else None,
            tuple(row.get("needles", ())),
            row.get("before", ""),
            row.get("after", ""),
            row.get("first", ""),
            row.get("near", ""),
            row.get("back", 0),
        )
        for row in table("decoys")["pattern"]
        if row.get("soft", False) == soft
    )


def find_decoys(text: str, runs: Runs) -> list[tuple[int, int]]:
    """Half-open spans of `text` (cleaned) that no reader may touch; they may overlap. `runs` are its `digit_runs`."""
    spans = [(start, end) for start, end in runs if end - start > number.MAX_DIGITS]
    spans += _matched(text, runs, False)
    for start, end in runs:
        spans += _name(text, start, end)
    return spans


def find_soft_decoys(text: str, runs: Runs) -> list[tuple[int, int]]:
    """The same for what a date may claim first: clock times, letters joined to digits, list numbering."""
    return _matched(text, runs, True)


def _matched(text: str, runs: Runs, soft: bool) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    by_run: list[_Decoy] = []
    for decoy in _decoys(soft):
        if not decoy.needles:
            by_run.append(decoy)
        elif any(needle in text for needle in decoy.needles):
            spans.extend(match.span() for match in decoy.pattern.finditer(text))
    size = len(text)
    for start, end in runs:
        left = text[start - 1] if start else "\n"
        right = text[end] if end < size else "\n"
        for decoy in by_run:
            if (decoy.before and not _allows(decoy.before, left)) or (decoy.after and not _allows(decoy.after, right)):
                continue
            if decoy.first and text[start] not in decoy.first and left not in decoy.first:
                continue
            if decoy.near and not (left in decoy.near or (start > 1 and text[start - 2] in decoy.near) or right in decoy.near):
                continue
            match = decoy.pattern.search(text, max(0, start - decoy.back), min(size, end + _REACH))
            if match is not None and match.start() <= start < match.end() and (decoy.keep is None or not decoy.keep.match(match.group())):
                spans.append(match.span())
    return spans


def _allows(allowed: str, character: str) -> bool:
    return character in allowed or (character == "\n" and "^" in allowed) or ("a" in allowed and character.isalpha())


@cache
def _names() -> frozenset[str]:
    names = table("decoys")["names"]
    return frozenset(word.split()[-1] for word in (*names["before"], *names["reference"]))


@cache
def _street() -> re.Pattern[str]:
    streets = "|".join(re.escape(w) for w in table("decoys")["names"]["streets"])
    return re.compile(
        rf"\d{{1,5}}[A-Z]? (?:(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\.? )?(?:[A-Z][\w'.]{{1,20}} |\d{{1,3}}(?:st"
        rf"|nd|rd|th) ){{1,3}}(?:{streets})\b\.?"
    )


_LAST_WORD = re.compile(r"(?<![\w$€£.])([\w.#§&]{1,16}) ?- ?$|(?<![\w$€£])([A-Za-z#§][\w.&'§#]{0,15}|#|§) $")
_CAMEL = re.compile(r"[A-Z][a-z]+(?:[A-Z][a-z]+)+$")
_NUMBER = re.compile(r"\d{1,6}[A-Za-z]{0,2}(?:\.\d{1,3}){0,2}(?:\(\w\))?(?![\w%]|[,.]\d| (?:percent|per cent|million|billion)\b)")
_COUNTED = re.compile(r" (?:people|men|women|children|years|days|hours|miles|metres|meters|feet|dead|injured)\b")


def _name(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The number with the name before it ("Section 230", "Boeing 737"), or the street address that it opens."""
    if (
        end < len(text)
        and text[end] == " "
        and text[end + 1 : end + 2].isupper()
        and not (start and (text[start - 1].isalnum() or text[start - 1] in ".,$"))
    ):
        street = _street().match(text, start)
        if street is not None:
            return [street.span()]
    if not start or text[start - 1] not in " -":
        return []
    word = _LAST_WORD.search(text, max(0, start - 20), start)
    if word is None:
        return []
    name = word[1] or word[2]
    if name not in _names() and not _CAMEL.match(name):
        return []
    if name == "number" and text.endswith(("now ", "who ", "they "), 0, word.start(2)):
        return []  # "the injured now number 86"
    match = _NUMBER.match(text, start)
    if match is None or match.end() - match.start() > 9 or _COUNTED.match(text, match.end()):
        return []
    return [(word.start(), match.end())]
