"""Which language a text is in: cheaply yes for English, with care for the rest."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from discrepancy.lexicon import table

_SAMPLE = 6_000
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ENOUGH_WORDS = 12
_PLAINLY_ENGLISH, _HARDLY_ENGLISH = 0.16, 0.08
_PLAINLY_OTHER, _KNOWN_WORDS = 0.12, 0.5


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language of `text`, judged by its beginning; `und` where it is not English and not known.

    A text of a dozen words or fewer in Latin letters passes for English: a headline holds too little to tell.
    """
    sample = text[:_SAMPLE]
    if (script := _script(sample)) is not None:
        return script
    words = [word.lower() for word in _WORD.findall(sample)]
    share = sum(word in _english_words() for word in words) / len(words) if words else 1.0
    if share >= _PLAINLY_ENGLISH or len(words) <= _ENOUGH_WORDS:
        return "en"
    other, other_share = _other(words)
    if other_share > max(_PLAINLY_OTHER, 1.5 * share):
        return other
    return "en" if share >= _HARDLY_ENGLISH or _english_share(sample) >= _KNOWN_WORDS else "und"


def language_name(code: str) -> str:
    """The English name of a language's code, or the code itself."""
    return str(table("languages")["names"].get(code, code))


@cache
def _english_words() -> frozenset[str]:
    return frozenset(table("languages")["english"])


def _script(sample: str) -> str | None:
    """The language that a script other than the Latin stands for, where most letters are of it."""
    if sample.isascii():
        return None
    letters = [character for character in sample if character.isalpha()]
    foreign = Counter(unicodedata.name(character, "").partition(" ")[0] for character in letters if ord(character) > 0x2FF)
    if sum(foreign.values()) * 2 < len(letters) or not foreign:
        return None
    scripts: dict[str, str] = table("languages")["scripts"]
    known = {name: count for name, count in foreign.items() if name in scripts}
    if kana := {name for name in known if name in {"HIRAGANA", "KATAKANA"}}:
        return scripts[min(kana)]
    return scripts[max(known, key=lambda name: (known[name], name))] if known else "und"


def _other(words: list[str]) -> tuple[str, float]:
    """The language whose function words are the largest share of `words`, and that share."""
    counts = Counter(words)
    shares = {code: sum(counts[word] for word in known) / len(words) for code, known in table("languages")["others"].items()}
    best = max(shares, key=lambda code: (shares[code], code))
    return best, shares[best]


def _english_share(sample: str) -> float:
    """The share of words that simplemma's English list knows, 0..1. One language only: it takes half a minute to load twenty."""
    from simplemma import langdetect

    return dict(langdetect(sample, lang=("en",))).get("en", 0.0)
