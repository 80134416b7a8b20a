"""How alike the sentences of a story are, all pairs of two articles at once: an index of words makes it cheap."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from discrepancy.alignment.claim import Sentence, Slots

COMMON = 60  # sentences beyond which a word tells nothing
NEAREST = 3  # sentences of another article that are looked at for each


@dataclass(slots=True)
class Likeness:
    """Weighted cosines of sentences of two articles, 0..1; none is 0."""

    slots: Slots
    cosines: dict[tuple[int, int], float] = field(default_factory=dict)
    best: dict[tuple[int, int], float] = field(default_factory=dict)
    order: dict[int, Sentence] = field(default_factory=dict)
    near: list[tuple[Sentence, Sentence]] = field(default_factory=list)
    spread: dict[int, float] = field(default_factory=dict)

    def of(self, a: Sentence, b: Sentence) -> float:
        """The cosine of two sentences."""
        x, y = id(a), id(b)
        return self.cosines.get((x, y) if a.article < b.article else (y, x), 0.0)

    def top(self, a: Sentence, article: int) -> float:
        """The best cosine of `a` in another article."""
        return self.best.get((id(a), article), 0.0)


def likeness(slots: Slots) -> Likeness:
    """All cosines of a story's sentences; `near` are the pairs that are among the NEAREST of either."""
    out = Likeness(slots)
    every = [s for rows in slots.sentences for s in rows]
    postings: dict[str, list[int]] = defaultdict(list)
    norms: list[float] = []
    n = max(1, slots.articles)
    for at, s in enumerate(every):
        for word in s.content:
            postings[word].append(at)
        norms.append(sum(slots.weight.get(w, 1.0) ** 2 for w in sorted(s.content)) ** 0.5 or 1.0)
        out.order[id(s)] = s
        out.spread[id(s)] = sum(slots.spread.get(w, 0) for w in s.content) / (max(1, len(s.content)) * n)
    dots: dict[tuple[int, int], float] = defaultdict(float)
    for word, holders in sorted(postings.items()):
        if 1 < len(holders) <= COMMON:
            square = slots.weight.get(word, 1.0) ** 2
            for i, x in enumerate(holders):
                mine = every[x].article
                for y in holders[i + 1 :]:
                    if every[y].article != mine:
                        dots[x, y] += square
    ranked: dict[tuple[int, int], list[tuple[float, int]]] = defaultdict(list)
    for (x, y), dot in dots.items():
        a, b = every[x], every[y]
        cosine = dot / (norms[x] * norms[y])
        out.cosines[id(a), id(b)] = cosine
        ranked[x, b.article].append((-cosine, y))
        ranked[y, a.article].append((-cosine, x))
    pairs: set[tuple[int, int]] = set()
    for (x, article), found in ranked.items():
        found.sort()
        out.best[id(every[x]), article] = -found[0][0]
        pairs.update((min(x, y), max(x, y)) for _, y in found[:NEAREST])
    out.near = [(every[x], every[y]) for x, y in sorted(pairs)]
    return out
