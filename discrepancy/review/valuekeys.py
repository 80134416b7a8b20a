"""The normalised values under a finding as text, and whether two sets of them are the same.

A key holds the hedge and the implied interval, with the unit where it matters: `nearly 28500000..29000000`, `40..`,
`126.5..127.5 kilogram`, `2031-05-03T21:40`, `Tim Scott`, `yes`. The interval of a value follows from one of its mentions, so another
article that states it with more digits (2.5 billion, 2,500 million) or in another unit moves the key and not the value: keys are compared
by what the hedge leaves fixed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from discrepancy.model.report import FindingRecord, ValueRecord
from discrepancy.normalise.unit import dimension, to_base

_CONVERTED = Decimal("0.02")  # as in normalise.relation: two outlets round a conversion differently
_KEY = re.compile(r"(?:(?P<hedge>[a-z-]+) )?(?P<low>-?\d+(?:\.\d+)?)?(?P<dots>\.\.)?(?P<high>-?\d+(?:\.\d+)?)?(?: (?P<unit>.+))?")
_COUNTED = frozenset({"count"})
"""Kinds whose unit is a noun in the article's words, and no part of the value."""
_FIXED = {"exact": "middle", "about": "middle", "nearly": "high", "under": "high", "at-most": "high", "over": "low", "at-least": "low"}


def value_key(value: ValueRecord, kind: str) -> str:
    """The normalised value as text."""
    if value.low is None and value.high is None:
        return " ".join((value.value if value.value is not None else value.label).split())
    span = value.low if value.low == value.high and value.low is not None else f"{value.low or ''}..{value.high or ''}"
    if kind == "date":
        return span
    hedge = value.mentions[0].approximation if value.mentions else "exact"
    unit = "" if kind in _COUNTED or not value.unit else f" {value.unit}"
    return f"{'' if hedge == 'exact' else f'{hedge} '}{span}{unit}"


def value_keys(finding: FindingRecord) -> tuple[str, ...]:
    """The sorted distinct normalised values of a finding."""
    return tuple(sorted({value_key(value, finding.kind) for value in finding.values}))


def same_values(judged: Iterable[str], finding: FindingRecord) -> bool:
    """Whether a finding has the values that were judged, none more and none less."""
    words: dict[str, frozenset[str]] = {}
    for value in finding.values:
        key = value_key(value, finding.kind)
        words[key] = words.get(key, frozenset()) | _words(value)
    left = set(judged) - words.keys()
    for key in sorted(words.keys() - set(judged)):
        met = next((old for old in sorted(left) if _same(old, key, words[key], finding.kind)), None)
        if met is None:
            return False
        left.remove(met)
    return not left


def _words(value: ValueRecord) -> frozenset[str]:
    """Where no interval tells, the words by which a value may have been known."""
    if value.low is not None or value.high is not None:
        return frozenset()
    said = (value.label, *(mention.quote for mention in value.mentions))
    return frozenset(" ".join(words.split()).casefold() for words in said)


def _same(old: str, new: str, words: frozenset[str], kind: str) -> bool:
    if old.casefold() == new.casefold() or (kind != "polarity" and old.casefold() in words):
        return True
    if kind == "date":
        return _same_dates(old, new)
    return kind not in ("person", "organisation", "place", "polarity") and _same_amount(old, new)


def _same_dates(old: str, new: str) -> bool:
    """Two dates that begin alike, one of them open at its end: "2009" and "since 2009" stand under one value ("by 2009" does not)."""
    one, other = _ends(old), _ends(new)
    return one[0] == other[0] != "" and "" in (one[1], other[1])


def _ends(key: str) -> tuple[str, str]:
    low, dots, high = key.partition("..")
    return (low, high) if dots else (key, key)


def _same_amount(old: str, new: str) -> bool:
    """Two amounts of one hedge that agree in the end, or the middle, that the hedge leaves where the figure is."""
    one, other = _parsed(old), _parsed(new)
    if one is None or other is None or one[0] != other[0]:
        return False
    (hedge, low, high, unit), (_, low2, high2, unit2) = one, other
    converted = unit != unit2
    if converted and (not unit or not unit2 or dimension(unit) is None or dimension(unit) != dimension(unit2)):
        return False
    ends = [None if end is None else to_base(end, name) for end, name in ((low, unit), (high, unit), (low2, unit2), (high2, unit2))]
    fixed = _fixed(hedge, ends[0], ends[1]), _fixed(hedge, ends[2], ends[3])
    if fixed[0] is None or fixed[1] is None:
        return False
    slack = _CONVERTED * max(abs(fixed[0]), abs(fixed[1])) if converted else Decimal(0)
    return abs(fixed[0] - fixed[1]) <= slack


def _parsed(key: str) -> tuple[str, Decimal | None, Decimal | None, str] | None:
    found = _KEY.fullmatch(key)
    if found is None or not (found["low"] or found["high"]):
        return None
    low = Decimal(found["low"]) if found["low"] else None
    high = Decimal(found["high"]) if found["high"] else None if found["dots"] else low
    return found["hedge"] or "exact", low, high, found["unit"] or ""


def _fixed(hedge: str, low: Decimal | None, high: Decimal | None) -> Decimal | None:
    which = _FIXED.get(hedge)
    if which == "middle":
        return (low + high) / 2 if low is not None and high is not None else None
    return low if which == "low" else high if which == "high" else None
