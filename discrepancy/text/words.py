"""Words: tokens with offsets, and lemmas of English by rule and a table of irregular forms.

A dictionary lemmatiser takes half a second to load, half of what a whole comparison may take;
alignment only needs that "exchanges" and "exchange", "fell" and "fall" meet.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from discrepancy.lexicon import table

_TOKEN = re.compile(r"[^\W\d_]+(?:['’\-‑][^\W\d_]+)*(?:['’])?|\d+(?:[.,]\d+)*|[$€£¥₹%]|[^\w\s]")
_VOWEL = re.compile(r"[aeiouy]")


class Token(NamedTuple):
    """A word, number or mark: half-open offsets, the word in lower case, its lemma, and whether it begins with a capital."""

    start: int
    end: int
    lower: str
    lemma: str
    capital: bool


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of text[start:end], with offsets into `text`."""
    out = []
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        word = match.group()
        lower = word.lower().replace("’", "'").rstrip("'")
        if lower.endswith("'s"):
            lower = lower[:-2]
        out.append(Token(match.start(), match.end(), lower or word, lemma(lower or word), word[:1].isupper()))
    return out


@cache
def _irregular() -> dict[str, str]:
    forms: dict[str, str] = {}
    for base, others in table("irregular")["forms"].items():
        for form in others.split():
            forms[form] = base
    return forms


@cache
def _unchanged() -> frozenset[str]:
    return frozenset(table("irregular")["unchanged"])


@cache
def stopwords() -> frozenset[str]:
    """Function words, which say nothing of what a sentence is about."""
    return frozenset(table("irregular")["stop"])


@cache
def _senses() -> dict[str, str]:
    lines = (line.split() for line in table("senses")["sense"].splitlines() if not line.startswith("#"))
    return {word: line[0] for line in lines for word in line}


def sense(base: str) -> str:
    """The lemma that stands for all words of the same sense in the news ("slay": kill); the lemma itself where none does."""
    return _senses().get(base, base)


@lru_cache(maxsize=50_000)
def ordinary(word: str) -> bool:
    """Whether a lower-case word is one of the thesaurus: an everyday word, which few surnames are."""
    return lemma(word) in _senses()


def lemma(word: str) -> str:
    """The base form of a lower-case word: plural to singular, past and -ing to infinitive where rules tell."""
    if len(word) < 4 or not word.isalpha():
        return _irregular().get(word, word)
    found = _irregular().get(word)
    if found is not None:
        return found
    if word in _unchanged() or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s"):
        return word[:-1]
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("ing") and len(word) > 5 and _VOWEL.search(word[:-3]):
        return _stem(word[:-3])
    if word.endswith("ed") and len(word) > 4 and _VOWEL.search(word[:-2]):
        return _stem(word[:-2])
    return word


def _stem(stem: str) -> str:
    """Mend a verb stem after -ed / -ing is cut: stopp -> stop, mov -> move."""
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    if stem.endswith(
        (
            "at",
            "iz",
            "is",
            "uc",
            "ur",
            "ir",
            "iv",
            "ov",
            "av",
            "as",
            "os",
            "us",
            "ag",
            "eg",
            "rg",
            "dg",
            "nc",
            "rc",
            "ac",
            "ic",
            "rs",
            "ns",
            "iv",
            "ev",
            "bl",
            "tl",
            "pl",
            "gl",
            "ok",
            "in",
        )
    ) and not stem.endswith(("ain", "ein", "oin", "eat", "oat", "rain", "ious", "ook")):
        return stem + "e"
    return stem
