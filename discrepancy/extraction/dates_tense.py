"""Whether a sentence looks back or forwards, by the words before the date."""

from __future__ import annotations

from functools import cache

from discrepancy.extraction.dates_tokens import Tokens
from discrepancy.lexicon import table

_LEFT, _RIGHT = 14, 6


@cache
def _cues() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    cues = table("dates")["future"]
    forms = {form: base for base, others in table("irregular")["forms"].items() for form in others.split()}
    irregular = {form for form, base in forms.items() if base not in ("be", "have", "do") and not form.endswith(("ing", "s"))}
    return frozenset(cues["words"]), frozenset(cues["past"]) | irregular, frozenset(cues["present"])


def tense(t: Tokens, start: int, end: int) -> int:
    """1 where the sentence of the date in tokens [start, end) looks forwards, -1 where it looks back, 0 where nothing tells.

    The nearest cue before the date decides; without one, the nearest after it.
    """
    future, past, present = _cues()
    for i in range(start - 1, max(start - _LEFT, 0) - 1, -1):
        word = t.words[i]
        if word in (".", "!", "?", ";") and _ends_sentence(t, i):
            break
        if word in ("ll", "let", "won") or (word in future and _is_cue(t, i, word)):
            return 1
        if word == "be":  # "to be held", "will be held": what follows looks forwards
            return 1
        if (word in past or (len(word) > 4 and word.endswith("ed"))) and "be" not in (t.word(i - 1), t.word(i - 2)):
            return -1
        if word in present and i == start - 1 - (t.word(start - 1) in ("on", "in", "at")):
            return 1
    for i in range(end, min(end + _RIGHT, t.count)):
        word = t.words[i]
        if word in (".", "!", "?", ";"):
            break
        if word in ("will", "ll", "shall"):
            return 1
        if word in past or (len(word) > 4 and word.endswith("ed")):
            return -1
    return 0


def _is_cue(t: Tokens, i: int, word: str) -> bool:
    """ "set", "may" and "plans" are nouns and names too."""
    if word == "may":
        return t.raw[i][0].islower()
    if word in ("set", "going", "due"):
        return t.word(i + 1) in ("to", "for", "on", "by", "at", "in") or word == "due"
    return True


def _ends_sentence(t: Tokens, i: int) -> bool:
    """Not the full stop of an abbreviation: what follows starts with a capital, after a word of more than three letters."""
    if t.words[i] != ".":
        return True
    return i + 1 >= t.count or ((t.raw[i + 1][:1].isupper() or t.raw[i + 1] in '"“') and len(t.word(i - 1)) > 4)
