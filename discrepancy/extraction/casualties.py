"""People told without a figure beside what became of them: "killed a woman", "a guard dead", "wounded another", "a man and a boy died"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from discrepancy.lexicon import table
from discrepancy.model import Amount, Interval, Mention

ONE = Amount(Decimal(1), None, None, "", Interval(Decimal(1), Decimal(1)), Decimal(1))
_BETWEEN = r"(?:[a-z][a-z'-]{0,14} (?:- )?){0,2}?"

_CLOSES = r"(?= ?[.,;:)]| (?:in|at|before|after|on|when|while|and|by|during|as)\b|\n|$)"
"""What may follow a participle that has no object: "a guard wounded in the raid", not "a gunman wounded two people"."""


@cache
def _told() -> tuple[tuple[str, ...], re.Pattern[str]]:
    """Stems that a text of casualties holds, and the phrases: the person is group 1, or there is none ("another wounded")."""
    words = table("casualties")
    harm, fate, states = ("|".join(words[name]) for name in ("harm", "fate", "states"))
    people = "|".join(
        sorted({*words["people"], *table("descriptions")["person"].split()} - set(words["several"]), key=lambda w: (-len(w), w))
    )
    one = rf"(?:an?|his|her|their) {_BETWEEN}(?:{people})"
    two = rf"(?:{harm}) ({one} and {one})\b(?!'|’|-)|\b({one} and {one}) (?:(?:were|are|have been) (?:{fate}|{states})\b|(?:{fate})\b)"
    struck = rf"(?:{harm}) ((?:an?|another|his|her|their) {_BETWEEN}(?:{people}))\b(?!'|’|-)"
    told = rf"\b((?:an?|another) {_BETWEEN}(?:{people})) (?:(?:was |is |has been )(?:{fate}|{states})\b|(?:{fate})\b|(?:{states}){_CLOSES})"
    other = rf"\b(another) (?:(?:was |is )?(?:{fate})\b|(?:was |is )?(?:{states}){_CLOSES})|(?:{harm}) (another){_CLOSES}"
    became = rf"(?:(?:was|were|is|are|has been|have been) (?:later )?(?:{fate}|{states})\b|(?:later )?(?:{fate})\b)"
    some = rf"\b(one|both)(?: of (?:them|whom|these|those))? {became}|(?:{harm}) (both){_CLOSES}"
    return tuple(words["stems"]), re.compile(rf"\b{two}|\b{struck}|{told}|{other}|{some}")


def find_casualties(text: str, lowered: str) -> Iterator[Mention]:
    """Casualties without a figure in cleaned `text`, from left to right: a count of one or two, without its verb."""
    stems, told = _told()
    at = 0
    for sentence in lowered.split(". "):  # most hold no such word: they are set aside whole
        if any(stem in sentence for stem in stems):
            for match in told.finditer(lowered, at, at + len(sentence)):
                start, end = match.span(match.lastindex or 0)
                yield Mention(start, end, text[start:end], "count", _counted(lowered[start:end]), (start, end))
        at += len(sentence) + 2


def _counted(words: str) -> Amount:
    if " and " in words or words == "both":
        unit = "people" if " and " in words else ""
        return Amount(Decimal(2), None, None, unit, Interval(Decimal(2), Decimal(2)), Decimal(1))
    last = words.rsplit(" ", 1)[-1]
    unit = "" if last in ("another", "one") else last
    return Amount(ONE.value, None, None, unit, ONE.interval, ONE.resolution)
