"""Personal and other proper names: folding, parts, and whether two written forms can be one name.

Pure functions on strings. `relation` is symmetric.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from discrepancy.lexicon import table

Relation = Literal["same", "form", "spelling", "different"]
"""same: equal once folded; form: both right (initials, short forms, a part left out, another transliteration);
spelling: one of them is misspelt; different: two names."""

_ARABIC = re.compile(r"\b(?:al|el|ul|bin|ibn|abu|abd|abdul|abdel)\b")
_VOWELS = re.compile(r"[aeiouy]+")


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(str(table("titles")[group]).split())


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """Lower case ASCII without marks: "Sánchez" -> "sanchez"; hyphens and apostrophes become blanks or vanish."""
    if not name.isascii():
        from anyascii import anyascii

        name = anyascii(name)
    name = name.lower().replace("'", "").replace("`", "")
    return " ".join(re.sub(r"[^a-z0-9&]+", " ", name).split())


@dataclass(frozen=True, slots=True)
class PersonName:
    """The folded parts of a personal name; `surname` is the last word with its particles, "" never; given may be empty."""

    given: tuple[str, ...]
    surname: str
    arabic: bool


@lru_cache(maxsize=20_000)
def person_name(name: str) -> PersonName:
    """Split a name as English-language newspapers write it: given names, then the surname; "Jr." and the like are dropped."""
    words = [w for w in re.sub(r"[\"“”(][^\"“”)]*[\"“”)]", " ", name).split() if fold(w) and fold(w) not in _words("suffix")]
    parts = [fold(w) for w in words] or [fold(name)]
    arabic = bool(_ARABIC.search(" ".join(parts)))
    start = len(parts) - 1
    while start > 1 and parts[start - 1] in _words("particle"):
        start -= 1
    surname = " ".join(parts[start:])
    return PersonName(tuple(parts[:start]), surname, arabic)


@cache
def _short_forms() -> dict[str, frozenset[str]]:
    """Each given name -> those that stand for the same one."""
    groups: dict[str, set[str]] = {}
    for formal, short in table("givennames")["short"].items():
        for one in (formal, *short.split()):
            groups.setdefault(one, set()).update((formal, *short.split()))
    return {k: frozenset(v) for k, v in groups.items()}


def short_for(a: str, b: str) -> bool:
    """Whether two folded given names may be one ("mike", "michael"): short form or initial."""
    return a == b or b in _short_forms().get(a, ()) or ((len(a) == 1 or len(b) == 1) and a[:1] == b[:1])


@lru_cache(maxsize=50_000)
def distance(a: str, b: str) -> int:
    """Edits (insert, delete, substitute, swap of neighbours) between two words."""
    from rapidfuzz.distance import OSA

    return int(OSA.distance(a[:80], b[:80]))


def slip(a: str, b: str) -> bool:
    """Whether two folded words are so near that one may be the other misspelt: one edit from 4 letters, two from 6, three from 10.

    A doubled or final letter only counts where the words begin alike; "Smith" / "Smythe" is near, "Brown" / "Crown" is not.
    """
    shorter = min(len(a), len(b))
    if a == b or shorter < 4 or a[0] != b[0]:
        return False
    if a + "s" == b or b + "s" == a:
        return False  # a family, a possessive, a people
    allowed = 1 if shorter < 6 else 2 if shorter < 10 else 3
    return distance(a, b) <= allowed


def consonants(word: str) -> str:
    """The word without vowels and doubling: what stays when a name is written by ear."""
    return re.sub(r"(.)\1+", r"\1", _VOWELS.sub("", word))


def transliterated(a: str, b: str) -> bool:
    """Whether two folded words render one Arabic word: the same consonants in the same syllables, vowels and doubling aside."""

    def skeleton(word: str) -> str:
        word = (
            word.replace("dh", "d")
            .replace("th", "t")
            .replace("kh", "h")
            .replace("gh", "g")
            .replace("q", "k")
            .replace("ou", "u")
            .replace("ee", "i")
            .replace("aa", "a")
        )
        return re.sub(r"(.)\1+", r"\1", _VOWELS.sub("a", word))

    long_vowels = [len(v) for v in _VOWELS.findall(a.replace("ou", "u").replace("ee", "i"))] == [
        len(v) for v in _VOWELS.findall(b.replace("ou", "u").replace("ee", "i"))
    ]
    return skeleton(a).strip("a") == skeleton(b).strip("a") and (long_vowels or a[:1] != b[:1] or len(a) != len(b))


def _given(a: tuple[str, ...], b: tuple[str, ...]) -> Relation:
    """How two lists of given names stand, their first names foremost."""
    if not a or not b:
        return "form"
    if a == b:
        return "same"
    if any(short_for(x, y) for x in a for y in b if len(x) > 1 or len(y) > 1):
        return "form"
    if a[0][:1] == b[0][:1] and (len(a[0]) == 1 or len(b[0]) == 1):
        return "form"
    if not slip(a[0], b[0]):
        return "different"
    undoubled = re.sub(r"(.)\1+", r"\1", a[0]) == re.sub(r"(.)\1+", r"\1", b[0])
    return "form" if undoubled and not {a[0], b[0]} & frozenset(table("givennames")["common"].split()) else "spelling"


def _glued(a: str, b: str) -> bool:
    """Whether `b` is `a` with the next word stuck to it ("HinshawIn")."""
    return b.startswith(a) and b[len(a) : len(a) + 1].isupper()


def relation(a: str, b: str) -> Relation:
    """How two personal names stand to each other; at most one part may differ for a spelling."""
    if fold(a) == fold(b) or fold(a).replace(" ", "") == fold(b).replace(" ", ""):
        return "same"
    x_whole, y_whole = fold(a).replace(" ", ""), fold(b).replace(" ", "")
    if min(len(x_whole), len(y_whole)) > 6 and (x_whole.endswith(y_whole) or y_whole.endswith(x_whole)):
        return "form"
    if fold(a).replace("oe", "u").replace("dj", "j") == fold(b).replace("oe", "u").replace("dj", "j"):
        return "form"  # old and new spelling of Indonesian names
    if _glued(a, b) or _glued(b, a):
        return "form"
    x, y = person_name(a), person_name(b)
    given = _given(x.given, y.given)
    if x.surname == y.surname:
        if given == "spelling" and (x.arabic or y.arabic) and transliterated(x.given[0], y.given[0]):
            return "form"
        return given
    arabic = x.arabic or y.arabic
    if arabic and transliterated(x.surname.split()[-1], y.surname.split()[-1]) and given != "different":
        return "form"
    if x.given and y.given and (given in ("same", "form") or (given == "spelling" and len(x.surname) > 4)) and slip(x.surname, y.surname):
        return "spelling"
    if given == "same" and len(x.given[0]) > 2 and x.surname[:1] == y.surname[:1] and consonants(x.surname) == consonants(y.surname):
        return "spelling"
    if (not x.given or not y.given) and slip(x.surname, y.surname) and min(len(x.surname), len(y.surname)) >= 5:
        return "spelling"
    return "different"
