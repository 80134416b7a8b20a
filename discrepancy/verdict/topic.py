"""What a finding is about, in a few words of the articles themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from discrepancy.lexicon import table
from discrepancy.model import Amount, Mention
from discrepancy.normalise.unit import dimension
from discrepancy.text.words import lemma, sense, stopwords

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[\w’'&-]*\w")
_BREAK = re.compile(r"[,;:!?()\[\]“”\"—–|•…/$€£%]|(?<!\b[A-Z])\.(?=\s|$)|(?<![\w’])[’‘']|['’](?!\w)|\s-\s")
_CALENDAR = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday", "tomorrow"})
LONGEST = 6
"""Words of a phrase."""
_AWAY = 0.7
"""What a phrase is worth that does not stand next to the figure."""
_LONE = 0.5
"""What a phrase is worth that has one telling word."""
_AFTER_FIRST = frozenset({"count", "quantity", "age"})
_OTHER_SIDE = 0.75
"""What a phrase is worth after the figure, or before one of a kind that is usually told after it."""


def topic(
    mentions: Sequence[Mention], sentences: Sequence[tuple[str, int]], contexts: Sequence[Iterable[str]], weight: Mapping[str, float]
) -> str:
    """A head (the kind of value, or the thing counted) and the phrase of a source that holds most of what all sources share.

    sentences   per mention, its sentence and where that begins in the field.
    contexts    per mention, the lemmas near it, by sense; `weight` tells how telling each is in the story.
    """
    head = _head(mentions)
    shared = Counter(word for words in contexts for word in set(words))
    known = {sense(lemma(w.lower())) for text in (head, *(m.text for m in mentions)) for w in text.split()}
    best, phrase = 0.0, ""
    for mention, (sentence, start) in zip(mentions, sentences, strict=True):
        for words, worth in _phrases(mention, sentence, start):
            telling = {sense(lemma(w.lower().removesuffix("’s").removesuffix("'s"))) for w in words} - known - stopwords()
            score = sum(weight.get(w, 0.0) * (shared[w] - 1 + 0.2) for w in telling if w in shared)
            score *= (
                worth
                * (1.0 if len(telling) > 1 else _LONE)
                * (0.5 if mention.field == "title" else 1.0)
                / max(2.0, (len(telling) + len(words)) / 2) ** 0.5
            )
            told = " ".join(words)
            if score > best + 1e-9 or (score > best - 1e-9 and told < phrase):
                best, phrase = score, told
    return ": ".join(part for part in (head, phrase) if part)


def _phrases(mention: Mention, sentence: str, start: int) -> Iterator[tuple[list[str], float]]:
    """Phrases of the mention's clause and what their place is worth: those next to the figure before those further off."""
    low, high = mention.start - start, mention.end - start
    before, after = _BREAK.split(sentence[:low]), _BREAK.split(sentence[high:])
    first = mention.kind in _AFTER_FIRST
    yield from _runs(_chunks(after[0]), True, _worth(first, sentence[high : high + 1]))
    yield from _runs(_chunks(before[-1]), False, 1.0 if not first else _OTHER_SIDE)
    for piece in (*before[-3:-1], *after[1:3]):
        for chunks in _chunks(piece):
            yield _trimmed([word for chunk in chunks for word in chunk]), _AWAY * _OTHER_SIDE


def _worth(first: bool, following: str) -> float:
    return 1.0 if first and following.isspace() else _OTHER_SIDE


def _runs(clauses: list[list[list[str]]], forward: bool, worth: float) -> Iterator[tuple[list[str], float]]:
    """Phrases of one or more chunks: those of the clause next to the figure, at full worth where they touch it."""
    for nearness, chunks in enumerate(clauses if forward else reversed(clauses)):
        for i in range(len(chunks)):
            for j in range(i + 1, len(chunks) + 1):
                words = _trimmed([word for chunk in chunks[i:j] for word in chunk], keep_first=forward and i == 0)
                touches = nearness == 0 and (i == 0 if forward else j == len(chunks))
                if 0 < len(words) <= LONGEST:
                    yield words, worth if touches else worth * _AWAY
        if nearness:
            return


def _chunks(text: str) -> list[list[list[str]]]:
    """The clauses of a stretch without punctuation; each is a list of chunks: function words, then the words they lead in."""
    stop, breaks, hollow = stopwords(), _set("breaks"), _set("hollow")
    clauses: list[list[list[str]]] = [[]]
    for word in _WORD.findall(text):
        low = word.lower()
        if low in breaks or low in hollow or low in _CALENDAR or word[0].isdigit():
            if clauses[-1]:
                clauses.append([])
            continue
        chunks = clauses[-1]
        if not chunks or (low in stop and chunks[-1] and chunks[-1][-1].lower() not in stop):
            chunks.append([])
        chunks[-1].append(word)
    return [clause for clause in clauses if clause]


def _trimmed(words: list[str], keep_first: bool = False) -> list[str]:
    """Without function words at the end, nor at the beginning, where one that leads in a phrase may stay."""
    light = stopwords() | _set("dangling")
    while words and words[-1].lower() in light:
        words = words[:-1]
    while words and words[0].lower() in light and not (keep_first and words[0].lower() in _set("leading")):
        words = words[1:]
    return words


@cache
def _set(name: str) -> frozenset[str]:
    return frozenset(table("topics")[name])


def _head(mentions: Sequence[Mention]) -> str:
    kind = Counter(m.kind for m in mentions).most_common(1)[0][0]
    units = Counter(v.unit for m in mentions if isinstance(v := m.value, Amount) and v.unit)
    heads: Mapping[str, str] = table("topics")["heads"]
    if kind not in ("count", "quantity") or not units:
        return heads.get(kind, kind)
    unit = min(units, key=lambda u: (-units[u], u))
    if kind == "quantity" and (named := table("topics")["dimensions"].get(dimension(unit) or "")):
        return str(named)
    name = _written(mentions, unit) or (unit if kind == "quantity" else heads["count"])
    narrowing = Counter(w for m in mentions if isinstance(v := m.value, Amount) and v.unit == unit for w in v.modifiers)
    word = min(narrowing, key=lambda w: (-narrowing[w], w), default="")
    return f"{word} {name}" if kind == "count" and word and narrowing[word] * 2 >= len(mentions) and word not in name else name


def _written(mentions: Sequence[Mention], unit: str) -> str:
    """The noun as the articles write it: "exchanges", not "exchange"; "" where none writes it."""
    wanted = lemma(unit.split(" ")[-1].lower())
    last = Counter(w.lower() for m in mentions for w in _WORD.findall(m.text)[-3:] if lemma(w.lower()) == wanted or w.lower() == unit)
    return min(last, key=lambda w: (-last[w], w), default="")
