"""Polarity: clauses that say that something did not happen, is not so, or is untrue."""

from __future__ import annotations

import re
from functools import cache

from discrepancy.lexicon import table
from discrepancy.model import Field, Mention, Polarity
from discrepancy.text.clauses import clauses, shortened
from discrepancy.text.words import Token, tokens

_NEGATIVE = re.compile(r"\b(?:not|never|no|none|nobody|neither|nor|nothing|cannot|without)\b|n[’']t\b", re.IGNORECASE)
_HINT = re.compile(
    r"\bn(?:o|ot|ever|one|obody|either|or|othing)\b|cannot|without|n[’']t\b|den[iy]|reject|refut|disput|debunk|dismiss|declin|refus"
    r"|fals|fake|hoax|untrue|bogus|rubbish|nonsense|fabricat|accurate|incorrect|baseless|satir"
    r"|unfounded|groundless|erroneous|mistaken|mislead|made[- ]up|invent|concoct|phon(?:e)?y|photoshop|doctored|prank"
    r"|genuine|authentic|rebut|contradict|dispel|quash"
    r"|\blie\b|mis(?:quot|attrib)|yet to|ruled out",
    re.IGNORECASE,
)  # no clause without one of these denies anything: a cheap first look
_NOT_BEFORE = re.compile(r"(?:n[’']t|\bnot|\bnever|\bno one|\bnobody)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)  # "has not denied"
LONGEST = 200_000


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(str(table("negation")[group]).split())


@cache
def pattern(name: str) -> re.Pattern[str]:
    """One of the compiled patterns of the table of negation."""
    return re.compile(table("negation")["patterns"][name], re.IGNORECASE)


def find_polarity(text: str, title: str) -> tuple[Mention, ...]:
    """The clauses of `text`, then of `title`, that deny their predicate, in order; `value.holds` is False.

    The predicate is the lemma of what is denied: the verb after "not", the noun after "no"; "true" where a claim is called false,
    "comment" where somebody kept silent.
    """
    out: list[Mention] = []
    fields: tuple[tuple[Field, str], ...] = (("text", text[:LONGEST]), ("title", title[:2000]))
    for field, words in fields:
        for clause in clauses(words):
            mention = _denial(words, clause.start, clause.end, field)
            if mention is not None:
                out.append(mention)
    return tuple(out)


def _denial(text: str, start: int, end: int, field: Field) -> Mention | None:
    """The denial in text[start:end], if there is one."""
    piece = text[start:end]
    if not _HINT.search(piece):
        return None
    for name, predicate in (("silence", "comment"), ("uncharged", "charge"), ("false_claim", "true"), ("denied", "true")):
        match = pattern(name).search(piece)
        if match and not (name == "denied" and _NOT_BEFORE.search(piece, 0, match.start())):
            return _mention(text, start, end, (start + match.start(), start + match.end()), predicate, field)
    match = _NEGATIVE.search(piece)
    if match is None:
        return None
    found = tokens(text, start + match.end(), end)
    predicate = _predicate(match.group().lower(), found)
    if not predicate:
        return None
    return _mention(text, start, end, (start + match.start(), start + match.end()), predicate, field)


def _predicate(negator: str, after: list[Token]) -> str:
    """The lemma that is denied: the first word after the negator that is neither function word nor adverb; "" for none.

    After "no" and "none" a participle that follows a form of "be" is taken ("no militants were killed": kill), else the noun.
    """
    if after and after[0].lower in _words("false_near"):
        return ""
    if negator in ("no", "none", "neither"):
        for i, token in enumerate(after[1:8], 1):
            if after[i - 1].lower in ("was", "were", "been", "be", "is", "are") and token.lower.endswith(
                ("ed", "en", "lt", "ne", "nt", "rn", "ft")
            ):
                return token.lemma
    if len(after) > 1 and after[0].lower in ("the", "its", "their", "his", "her") and after[1].lower == "only":
        return "only"
    skip = _words("skipped")
    chosen = ""
    for token in after[:7]:
        if not token.lower[:1].isalpha() or token.lower in skip or token.lower.endswith("ly") or token.lemma in ("be", "have", "do"):
            if chosen:
                break
            continue
        chosen = token.lemma
        if negator not in ("no", "none", "neither"):
            break
    return chosen


def _mention(text: str, start: int, end: int, centre: tuple[int, int], predicate: str, field: Field) -> Mention:
    low, high = shortened(text, start, end, centre)
    return Mention(low, high, text[low:high], "polarity", Polarity(predicate, False), centre, field)
