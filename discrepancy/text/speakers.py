"""Who says so, and what a statement is limited to, by shallow rules over one sentence."""

from __future__ import annotations

import re
from functools import cache

from discrepancy.lexicon import table
from discrepancy.text.words import stopwords

_NAME = r"[A-Z][\w’'.&-]*(?:\s+(?:(?:of|the|for|and|al|bin|de|von|van)\s+)?[A-Z][\w’'.&-]*)*"
_ACCORDING = re.compile(rf"[Aa]ccording to (?:the |a |an )?({_NAME}|[a-z]+(?: [a-z]+)?)")
_IN_PLACE = re.compile(
    rf"\b(?:in|near|at|outside|across|off)\s+(?:the\s+)?({_NAME}(?:\s+(?:trading|market|markets|province|county|city|region|area))?)"
)


@cache
def _says() -> re.Pattern[str]:
    words = "|".join(sorted(table("speech")["says"], key=len, reverse=True))
    roles = "|".join(sorted(table("speech")["speakers"], key=len, reverse=True))
    who = rf"({_NAME}|(?:[a-z]+\s)?(?:{roles}))"
    return re.compile(rf"(?:{who}\s+(?:has\s+|have\s+|had\s+|also\s+)?(?:{words})\b|\b(?:{words})\s+{who})")


def speaker(sentence: str) -> str | None:
    """Who is given as the source of what `sentence` says; None where the article speaks itself."""
    found = _ACCORDING.search(sentence)
    if found:
        return found[1]
    says = _says().search(sentence)
    if says is None:
        return None
    name = says[1] or says[2] or ""
    return name if name.split(" ")[0].lower() not in stopwords() else None


def place(sentence: str, start: int, end: int) -> str | None:
    """The place nearest the figure at sentence[start:end] that the sentence limits it to, in its own words."""
    near = [
        (min(abs(m.start() - end), abs(start - m.end())), m) for m in _IN_PLACE.finditer(sentence) if m.end() <= start or m.start() >= end
    ]
    close = [m for distance, m in sorted(near, key=lambda x: x[0]) if distance <= 60]
    return _unstopped(close[0][1]) if close else None


def _unstopped(name: str) -> str:
    """A name without the stop that ends its sentence; "U.S." keeps its own."""
    last = name.rsplit(None, 1)[-1]
    return name.rstrip(".") if last.count(".") == 1 and len(last) > 3 else name


_WORD = re.compile(r"[\w’'-]+")


def population(sentence: str, start: int, verbs: frozenset[str]) -> str | None:
    """The noun phrase before the verb that governs the figure at `start`: "American depositary receipts" of "… fell over three percent"."""
    words = list(_WORD.finditer(sentence, 0, start))
    stop = stopwords()
    at = next((i for i in range(len(words) - 1, max(-1, len(words) - 4), -1) if words[i].group().lower() in verbs), None)
    if at is None or at == 0:
        return None
    first = at
    while first > 0 and at - first < 4:
        word = words[first - 1]
        if sentence[word.end() : words[first].start()].strip() or word.group().lower() in stop or word.group().endswith(("’s", "'s")):
            break
        first -= 1
    if first == at:
        return None
    return sentence[words[first].start() : words[at - 1].end()]
