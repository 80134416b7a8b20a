"""The words round a mention, and how alike two such surroundings are: a cosine of rare words."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence

from discrepancy.model import Article, Mention
from discrepancy.text.sentences import sentences
from discrepancy.text.words import lemma, stopwords

_WORD = re.compile(r"[^\W\d_]{3,}|\d+")


def _lemmas(text: str) -> list[str]:
    stop = stopwords()
    return [lemma(w) for w in _WORD.findall(text.lower()) if w not in stop]


class Surroundings:
    """Sentences of a story by mention, and the weight of each word: rare in the story is heavy."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self._texts = {(a.id, field): a.field_text(field) for a in articles for field in ("text", "title")}
        self._counts: Counter[str] = Counter()
        for text in self._texts.values():
            self._counts.update(_lemmas(text[:100_000]))
        self._sentences: dict[tuple[str, str], list[tuple[int, int]]] = {}
        self._words: dict[tuple[str, str, int, int], tuple[frozenset[str], float]] = {}
        self._total = 1 + sum(self._counts.values()) / 20

    def sentence(self, article: str, mention: Mention) -> tuple[int, int]:
        """Half-open offsets of the sentence that holds the mention's start."""
        key = (article, mention.field)
        if key not in self._sentences:
            self._sentences[key] = sentences(self._texts[key])
        return next(((a, b) for a, b in self._sentences[key] if a <= mention.start < b), (mention.start, mention.end))

    def words(self, article: str, mention: Mention) -> tuple[frozenset[str], float]:
        """Lemmas of the mention's sentence without the mention's own, and their weight."""
        key = (article, mention.field, mention.start, mention.end)
        if key not in self._words:
            text = self._texts[article, mention.field]
            low, high = self.sentence(article, mention)
            found = frozenset(_lemmas(text[low:high])) - frozenset(_lemmas(mention.text))
            self._words[key] = (found, self.weigh(found))
        return self._words[key]

    def weigh(self, words: frozenset[str]) -> float:
        """The summed weight of some lemmas."""
        return sum(math.log(1 + self._total / (1 + self._counts[w])) for w in sorted(words))

    def likeness(self, a: tuple[str, Mention], b: tuple[str, Mention]) -> float:
        """0..1: the share of weight that the sentences of two mentions have in common."""
        (x, weight_x), (y, weight_y) = self.words(*a), self.words(*b)
        return self.weigh(x & y) / max(1e-9, math.sqrt(weight_x * weight_y))
