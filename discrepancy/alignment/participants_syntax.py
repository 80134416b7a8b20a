"""The shallow syntax round a mention of who or where: what stands before and after it, what it does or suffers.

`words` are the tokens of its sentence, and low and high the half-open places of the mention among them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from discrepancy.alignment.participants_described import group, heads
from discrepancy.lexicon import table
from discrepancy.text.words import Token, lemma, sense, stopwords


def before(words: Sequence[Token], low: int) -> tuple[str, str]:
    """The word before, determiners passed over, and the last content word before that one."""
    at = low - 1
    while at >= 0 and words[at].lower in group("determiner"):
        at -= 1
    if at < 0:
        return "", ""
    stop = stopwords()
    governor = next((w.lemma for w in reversed(words[max(0, at - 4) : at]) if w.lower not in stop and w.lower[:1].isalpha()), "")
    return words[at].lower, sense(governor)


def beside(words: Sequence[Token], low: int, high: int) -> frozenset[str]:
    """Nouns for a person, body or place right before a name, or in the apposition after it."""
    found: set[str] = set()
    known = heads()
    for w in reversed(words[max(0, low - 4) : low]):
        if not w.lower[:1].isalpha():
            break
        if w.lemma in known or w.lower in known:
            found.add(sense(w.lemma))
    if high < len(words) and words[high].lower == ",":
        for w in words[high + 1 : high + 12]:
            if w.lower in (",", ".", ";"):
                break
            if w.lemma in known:
                found.add(sense(w.lemma))
    elif high + 1 < len(words) and words[high].lower in ("is", "was"):
        found.update(sense(w.lemma) for w in words[high + 1 : high + 6] if w.lemma in known)
    own = [w for w in words[low:high] if w.lemma in known and w is not words[high - 1]]
    return frozenset(found | {sense(w.lemma) for w in own})


_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "both": 2}


def number(own: Sequence[Token], entity: str) -> int:
    """How many it is: a number word, figures, the names of a list; -1 for a plural, 0 where nothing tells."""
    if " & " in entity:
        return entity.count(" & ") + 1
    for w in own:
        if w.lower in _NUMBERS:
            return _NUMBERS[w.lower]
        if w.lower.isdigit() and len(w.lower) < 4:
            return int(w.lower)
    if not own:
        return 0
    last = own[-1]
    if last.capital:
        return 1
    if last.lower != lemma(last.lower) or last.lower in ("people", "police", "staff"):
        return -1
    return 1


def figures(words: Sequence[Token], low: int, high: int) -> frozenset[str]:
    """The numbers below a thousand in it and in the three words after: an age, mostly."""
    return frozenset(w.lower for w in words[low : high + 3] if w.lower.isdigit() and len(w.lower) < 4)


def definite(own: Sequence[Token], words: Sequence[Token], low: int) -> int:
    """1 after "the" or a possessive, 2 after "a", 0 bare."""
    first = own[0].lower if own else ""
    before = words[low - 1].lower if low else ""
    for word in (first, before):
        if word in ("a", "an", "one", "another", "some"):
            return 2
        if word in group("determiner"):
            return 1
    return 0


@cache
def _speech() -> frozenset[str]:
    return frozenset(table("titles")["speech"].split()) | {"according"}


def says(words: Sequence[Token], low: int, high: int) -> bool:
    """Whether a verb of saying stands beside it."""
    near = [*words[max(0, low - 2) : low], *words[high : high + 2]]
    return any(w.lower in _speech() for w in near)


def role(words: Sequence[Token], low: int, high: int, prep: str) -> int:
    """1 before a verb, 2 after one, 3 after a preposition, 0 none of these."""
    if prep in group("preposition"):
        return 3
    after = words[high] if high < len(words) else None
    if after is not None and (after.lower in ("is", "was", "were", "are", "has", "have", "had", "will", "who") or _verbal(after)):
        return 1
    return 2 if low and _verbal(words[low - 1]) else 0


def _verbal(word: Token) -> bool:
    return not word.capital and word.lower != word.lemma and word.lower.endswith(("ed", "ing", "d", "t", "s"))


_WITHIN = 7  # words after a subject in which its verb is looked for


def act(words: Sequence[Token], low: int, high: int) -> str:
    """Subject or object of which verb; a passive's subject is its object."""
    at = _past_apposition(words, high)
    passive = False
    for w in words[at : at + _WITHIN]:
        if w.lower in group("auxiliary") or w.lower in group("being") or w.lower.endswith("ly"):
            passive = passive or w.lower in group("being")
            continue
        if not w.lower[:1].isalpha() or w.capital or w.lower in stopwords():
            break
        if _inflected(w) or at > high:
            by = passive and not w.lower.endswith("ing")
            return f"{'o' if by else 's'} {sense(w.lemma)}"
        break
    before = words[low - 1] if low else None
    if before is not None and before.lower in group("determiner") and low > 1:
        before = words[low - 2]
    if before is not None and before.lower == "by" and low > 1:
        return f"s {sense(words[low - 2].lemma)}"
    if before is not None and not before.capital and (_inflected(before) or before.lower in _speech()):
        return f"o {sense(before.lemma)}"
    return ""


def _past_apposition(words: Sequence[Token], high: int) -> int:
    """Where the clause goes on after ", 33, of X," or ", who"."""
    if high < len(words) and words[high].lower in (",", "("):
        for i in range(high + 1, min(len(words), high + 14)):
            if words[i].lower in (",", ")"):
                return i + 1
            if words[i].lower in ("who", "which"):
                return i + 1
    return high


def _inflected(word: Token) -> bool:
    return word.lower != word.lemma and not (word.lower.endswith("s") and word.lemma in heads())
