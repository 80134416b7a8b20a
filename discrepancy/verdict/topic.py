"""What a finding is about, in a few words of the articles themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from discrepancy.lexicon import table
from discrepancy.model import Amount, Mention
from discrepancy.text.words import lemma, stopwords

_HEAD = {"money": "amount", "percent": "percent", "duration": "how long", "age": "age", "date": "when", "ordinal": "rank", "score": "score"}
_WORD = re.compile(r"[\w$€£%.’'&-]*\w")
_BREAK = re.compile(r"[,;:!?()\[\]“”\"—–|•]|\.(?=\s|$)")
BEFORE, AFTER = 5, 4


def topic(
    mentions: Sequence[Mention], sentences: Sequence[tuple[str, int]], contexts: Sequence[Iterable[str]], weight: Mapping[str, float]
) -> str:
    """A head (the kind of value, or the thing counted) and the words next to the figure in the source that shares most.

    sentences   per mention, its sentence and where that begins in the field.
    contexts    per mention, the lemmas near it; `weight` tells how telling each is in the story.
    """
    head = _head(mentions)
    shared = Counter(word for words in contexts for word in set(words))
    best, phrase = -1.0, ""
    for mention, (sentence, start) in zip(mentions, sentences, strict=True):
        words = _beside(mention, sentence, start)
        told = " ".join(words)
        score = sum(weight.get(w, 0.0) * (shared[w] - 1 + 0.2) for w in {lemma(x.lower()) for x in words} if w in shared)
        score /= max(2.0, len(words)) ** 0.5
        if mention.field == "title":
            score *= 0.5
        if (score, phrase) > (best, told) or (score == best and told < phrase):
            best, phrase = score, told
    return ": ".join(part for part in (head, phrase) if part) or "figure"


def _beside(mention: Mention, sentence: str, start: int) -> list[str]:
    """Up to five words before the mention and four after, within its clause; of a count or quantity those after it first."""
    low, high = mention.start - start, mention.end - start
    before = _BREAK.split(sentence[:low])[-1]
    after = _BREAK.split(sentence[high:])[0]
    left, right = _WORD.findall(before)[-BEFORE:], _WORD.findall(after)[:AFTER]
    stop = stopwords() | _vague()
    while left and left[0].lower() in stop:
        left = left[1:]
    while left and left[-1].lower() in stop and mention.kind in ("count", "quantity"):
        left = left[:-1]
    while right and right[-1].lower() in stop:
        right = right[:-1]
    if mention.kind in ("count", "quantity", "age") and len(right) >= 2:
        return right
    return left if len(left) >= 2 else [*left, *right]


def _vague() -> frozenset[str]:
    return frozenset(table("speech")["fillers"])


def _head(mentions: Sequence[Mention]) -> str:
    kind = Counter(m.kind for m in mentions).most_common(1)[0][0]
    units = Counter(v.unit for m in mentions if isinstance(v := m.value, Amount) and v.unit)
    if kind in ("count", "quantity") and units:
        unit = min(units, key=lambda u: (-units[u], u))
        if kind == "quantity":
            return unit
        narrowing = Counter(w for m in mentions if isinstance(v := m.value, Amount) and v.unit == unit for w in v.modifiers)
        word = min(narrowing, key=lambda w: (-narrowing[w], w), default="")
        name = _written(mentions, unit)
        return f"{word} {name}" if word and narrowing[word] * 2 >= len(mentions) and word not in name else name
    return _HEAD.get(kind, kind)


def _written(mentions: Sequence[Mention], unit: str) -> str:
    """The noun as the articles write it: "exchanges", not "exchange"."""
    last = Counter(words[-1].lower() for m in mentions if (words := _WORD.findall(m.text)) and lemma(words[-1].lower()) == lemma(unit))
    return min(last, key=lambda w: (-last[w], w), default=unit)
