"""What a proper name names: a person, an organisation or a place, by its own words and those beside it."""

from __future__ import annotations

import re
from functools import cache

from discrepancy.lexicon import table
from discrepancy.text.capitals import bare, word_set

_PLACE_BEFORE = re.compile(
    r"\b(?:in|near|outside|around|(?:town|city|village|district|suburb|province|region|state|outskirts|island|port) of)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_AGE_AFTER = re.compile(r"\s*,\s*(?:aged\s+)?\d{1,3}\b(?!\s*(?:per|%|million|,\d))|\s+\(\d\d?\)")
_WHO_AFTER = re.compile(
    r"\s*,?\s+(?:who|whose)\b|['’]s?\s+(?:wife|husband|mother|father|son|daughter|brother|sister|lawyer|spokesm|spokesw|family)"
)
_KIN = (
    r"wife|husband|mother|father|mum|mom|dad|son|daughter|brother|sister|girlfriend|boyfriend|partner|fiancee?"
    r"|niece|nephew|cousin|uncle|aunt|friend"
)
_KIN_BEFORE = re.compile(rf"\b(?:{_KIN}),?\s+$")
_ACRONYM = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]{2,7}(?:-[A-Z]{1,4})?")


@cache
def given_names() -> frozenset[str]:
    """Given names that are little else."""
    names = table("givennames")
    return frozenset(names["common"].split()) | frozenset(names["international"].split())


@cache
def doubtful_names() -> frozenset[str]:
    """Given names that are ordinary words or places too."""
    return frozenset(table("givennames")["doubtful"].split())


def speaks(text: str, start: int, end: int) -> bool:
    """Whether a verb of saying stands beside text[start:end] as with its subject."""
    verbs = word_set("speech")
    after = re.match(r"\s*,?\s+(?:(?:has|had|also|later|then)\s+)?(\w+)", text[end : end + 40])
    before = re.search(r"(\w+)\s+$", text[max(0, start - 20) : start])
    return bool(after and after[1] in verbs) or bool(
        before and before[1] in verbs and before[1] not in ("told", "tell", "asked", "confirmed", "reported")
    )


def person_cue(text: str, start: int, end: int) -> bool:
    """Whether the words round text[start:end] are those that stand beside a person."""
    return bool(
        _AGE_AFTER.match(text, end) or _WHO_AFTER.match(text, end) or _KIN_BEFORE.search(text, max(0, start - 16), start)
    ) or speaks(text, start, end)


def kin_before(text: str, start: int) -> bool:
    """Whether a word of kinship stands right before ("wife, X")."""
    return bool(_KIN_BEFORE.search(text, max(0, start - 16), start))


def place_cue(text: str, start: int) -> bool:
    """Whether text[start:] follows "in", "near", "the town of" and the like."""
    return bool(_PLACE_BEFORE.search(text, max(0, start - 24), start))


def acronym(word: str) -> bool:
    """Capital letters alone, two to seven, with or without stops."""
    return bool(_ACRONYM.fullmatch(word))


def organisation_word(words: list[str]) -> bool:
    """Whether one of the words belongs to an organisation's name."""
    known = word_set("organisation")
    return bare(words[-1]) in known or (len(words) > 1 and any(bare(w) in known for w in words))


def place_word(words: list[str]) -> bool:
    """Whether the last word names a kind of place ("Street", "Island") or the first does ("Mount", "Lake", "Port")."""
    return len(words) > 1 and (
        bare(words[-1]) in word_set("building") or bare(words[0]) in ("mount", "mt", "lake", "fort", "ft", "port", "isle")
    )
