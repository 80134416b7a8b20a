"""The counted noun after a figure: where it ends, its lemma, and the words between that may change the population."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from discrepancy.lexicon import table

_TOKEN = re.compile(r"[ -]{0,3}([A-Za-zÀ-ɏ][\w'.&À-ɏ]*(?:-[A-Za-z][\w'À-ɏ]*){0,3})")
_TITLES = frozenset(("mr", "ms", "mrs", "dr", "sen", "rep", "gov", "gen", "lt", "st"))
_PREFIXES = frozenset(("co", "non", "ex", "self", "anti", "pro", "semi"))
_LONGEST = 6


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun phrase after a figure: half-open end in the text, singular lower-case head, lower-case words before the head."""

    end: int
    head: str
    modifiers: tuple[str, ...]


@cache
def _stop() -> frozenset[str]:
    numbers = table("numbers")
    said = [*table("nouns")["stop"]["words"], *numbers["cardinals"], *numbers["scales"], *numbers["ordinals"]]
    return frozenset(said) - {"second"}


@cache
def _person() -> frozenset[str]:
    return frozenset(table("nouns")["person"]["words"])


@cache
def _collective() -> frozenset[str]:
    return frozenset(table("nouns")["collective"]["words"])


@cache
def _skip() -> frozenset[str]:
    return frozenset(table("nouns")["skip"]["words"])


@cache
def _not_plural() -> frozenset[str]:
    return frozenset(table("nouns")["singular"]["words"])


def singular(word: str) -> str:
    """The singular of a lower-case noun: "accounts" -> "account", "people" -> "person"; a word that is none stays."""
    irregular = table("nouns")["plural"].get(word)
    if irregular:
        return str(irregular)
    if word.endswith("men") and len(word) > 5 and word not in ("specimen", "regimen", "abdomen"):
        return word[:-2] + "an"
    if word in _not_plural() or not word.endswith("s") or len(word) < 4 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if (re.search(r"(?:[sxz]|ch|sh)es$", word) and len(word) > 4 and not word.endswith(("ches",))) or word.endswith(("ches", "shes")):
        return word[:-2]
    return word[:-1]


def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural noun."""
    if word in table("nouns")["plural"] or (word.endswith("men") and len(word) > 5 and word not in ("specimen", "regimen", "abdomen")):
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "'s", "is")) and word not in _not_plural()


def after(text: str, at: int, one: bool = False, most: int = _LONGEST) -> Noun | None:
    """The noun phrase that starts at `at` (a blank or hyphen may come first), None where there is none.

    `one`: the figure is 1, so the head is singular and the phrase ends before the first function word or verb form.
    """
    words: list[tuple[str, int]] = []
    position, best = at, -1
    hyphen = text[at : at + 1] == "-" or text[at : at + 3] == " - "
    stop, person = _stop(), _person()
    of = False
    while len(words) < most:
        match = _TOKEN.match(text, position)
        if match is None:
            break
        raw = match[1].rstrip(".'&") if not match[1].rstrip("'&").endswith(".S.") else match[1]
        if raw.endswith("'s"):
            # "two of Iran's ships": a possessor, no head
            word = raw.lower()
            words.append((word, match.start(1) + len(raw)))
            position = match.start(1) + len(raw)
            continue
        word, end = raw.lower(), match.start(1) + len(raw)
        if word in _TITLES and text[end : end + 2] == ". ":
            position = end + 1
            continue
        if word == "of" and not words:
            of = True
            position = end
            continue
        if (
            of
            and not words
            and word in ("the", "these", "those", "its", "his", "her", "their", "our", "my", "all", "them", "us", "whom", "which", "your")
        ):
            if word in ("them", "us", "whom", "which"):
                return None
            position = end
            continue
        if word in stop or word in person:
            if word in person and not words and not of:
                counted = after(text, end, most=4) if text[end : end + 1] in " -" else None
                return Noun(counted.end, counted.head, (word, *counted.modifiers)) if counted else Noun(end, word, ())
            if (word in person and not words) or (word in person and best < 0 and _person_follows(text, end)):
                words.append((word, end))
                position = end
                continue
            break
        if words and words[-1][0] in _PREFIXES and "-" in text[position : match.start(1)]:
            word = f"{words.pop()[0]}-{word}"  # "co - workers", as re-joined from tokens
        if one and not of and words and is_plural(word):
            break  # "one employee thinks"
        words.append((word, end))
        position = end
        if is_plural(word) or word in _collective():
            best = len(words) - 1
            following = _TOKEN.match(text, end)
            if text[end : end + 1] == "-" or (
                following is not None and is_plural(following[1].lower()) and following[1].lower() not in stop and not one
            ):
                continue
            if word == "police" and following is not None and following[1].lower().startswith("officer"):
                continue
            break
        if one and not of and best < 0 and len(words) >= 4:
            break
        if text[end : end + 1] in '.,;:!?)("':
            break
    return _phrase(words, best, one, hyphen, of)


def _person_follows(text: str, at: int) -> bool:
    following = _TOKEN.match(text, at)
    return following is not None and is_plural(following[1].lower())


_VERBAL = re.compile(r".{2,}(?:ed|ing)$")


def _phrase(words: list[tuple[str, int]], best: int, one: bool, hyphen: bool, of: bool) -> Noun | None:
    if not words:
        return None
    if best < 0:
        if hyphen:
            word, end = words[0]
            if word == "strong":
                return Noun(end, "person", ())
            return Noun(end, singular(word), ())
        if not one or of:
            return None
        best = 0
        for index, (word, _) in enumerate(words):
            if index and (_VERBAL.match(word) or word.endswith("ly")):
                break
            best = index
        head = words[best][0]
        if head.endswith("'s") or (
            best == 0
            and len(head) > 5
            and (head.endswith("ed") or (head.endswith("ly") and not head.endswith(("family", "rally", "embly", "opoly", "omaly"))))
        ):
            return None
    head, end = words[best]
    skip = _skip()
    modifiers = tuple(w for w, _ in words[:best] if w not in skip and not w.endswith("'s"))
    return Noun(end, singular(head), modifiers)
