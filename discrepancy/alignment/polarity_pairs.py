"""Pairs of statements of which one may deny what the other affirms: which are worth a look, and a bounded number of them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from discrepancy.lexicon import table
from discrepancy.model import Article
from discrepancy.text.statements import Statement, small_words, statements
from discrepancy.text.words import lemma, sense

EXPLICIT = frozenset({"not", "never", "no", "without", "denied", "false", "unproved", "silence"})
"""Kinds of denial (rows of denials.toml) that a pair begins with; doubt and excluding states alone brought more noise than finds."""
AN_ARTICLE = 3
"""Statements of one article that are paired with one denial."""
BESIDE = 4
"""Statements before a denial, in its own and the preceding sentence, that are paired with it: "X said so. Y denies it"."""
OPPOSED = 400
"""A word, or state, of more statements than this pairs nothing."""
LEAST = 0.15
"""First score from which a pair is worth a look."""
DENIALS, PAIRS = 160, 1000
"""Denials of a story that are looked at, and pairs: the best matched, so that a long story costs no more."""


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """All statements of a story, in order of article and place.

    weight      of each sense: rare in the story is heavy. spread: in how many articles it stands.
    holding     sense -> the statements (indexes) that hold it; putting: (row, pole) of states.toml -> the same.
    """

    articles: tuple[Article, ...]
    said: tuple[Statement, ...]
    weight: dict[str, float]
    spread: dict[str, int]
    holding: dict[str, list[int]]
    putting: dict[tuple[str, int], list[int]]

    def weigh(self, senses: Iterable[str]) -> float:
        """The summed weight of some senses, added in one order whatever the set's."""
        weight = self.weight
        return math.fsum(weight.get(x, 0.0) for x in senses)


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """Two statements (indexes), the denying and the affirming one; how well they match at a first look; whether they stand side by side."""

    deny: int
    affirm: int
    score: float
    beside: bool


@cache
def empty() -> frozenset[str]:
    """Senses that only carry a denial or a report of it: they say nothing of what is denied."""
    kinds = table("denials")["kinds"]
    words = " ".join(kinds[k] for k in ("denied", "false", "unproved", "silence", "doubt", "failed", "corrected"))
    return frozenset(sense(lemma(part)) for word in words.split() for part in word.split("_")) | small_words("empty")


def told(articles: Sequence[Article]) -> Told:
    """Read all articles of a story."""
    said = tuple(s for i, a in enumerate(articles) for s in statements(i, a))
    seen: Counter[str] = Counter()
    where: dict[str, set[int]] = {}
    sentences = set()
    holding: dict[str, list[int]] = {}
    putting: dict[tuple[str, int], list[int]] = {}
    for i, s in enumerate(said):
        place = (s.article, s.field, s.sentence)
        if place not in sentences:
            sentences.add(place)
            seen.update(s.around)
            for x in s.around:
                where.setdefault(x, set()).add(s.article)
        for x in s.lemmas:
            holding.setdefault(x, []).append(i)
        for state in s.states:
            putting.setdefault(state, []).append(i)
    weight = {x: math.log((1 + len(sentences)) / n) for x, n in seen.items()}
    return Told(tuple(articles), said, weight, {x: len(a) for x, a in where.items()}, holding, putting)


def context(story: Told, at: int) -> dict[str, float]:
    """What a denial is about: senses with a share 0..1 each. Its own words count in full, those of its sentence and the one before less,
    unless it has hardly any of its own ("He denied it")."""
    one = story.said[at]
    own = one.lemmas - empty()
    bare = len(own) < 2
    out = dict.fromkeys(before(story, at), 0.5 if bare else 0.25)
    out.update(dict.fromkeys(one.around, 0.5))
    out.update(dict.fromkeys(own, 1.0))
    return {x: share for x, share in out.items() if x not in empty()}


def before(story: Told, at: int) -> frozenset[str]:
    """Senses of the sentence before, in the same field; none at its beginning."""
    one = story.said[at]
    for i in range(at - 1, -1, -1):
        other = story.said[i]
        if (other.article, other.field) != (one.article, one.field):
            break
        if other.sentence != one.sentence:
            return other.around
    return frozenset()


def candidate_pairs(story: Told) -> list[Pair]:
    """The pairs worth a look, best first, at most PAIRS; ties in order of place."""
    found: dict[tuple[int, int], Pair] = {}
    for at in _denials(story):
        for pair in _paired(story, at):
            key = (pair.deny, pair.affirm)
            if key not in found or found[key].score < pair.score:
                found[key] = pair
    pairs = [p for k, p in found.items() if (k[1], k[0]) not in found or p.deny > p.affirm]
    return sorted(pairs, key=lambda p: (-round(p.score, 6), p.deny, p.affirm))[:PAIRS]


def _denials(story: Told) -> list[int]:
    """Statements that deny, those of the title and the first sentences, and of rare words, first."""
    out = []
    for i, s in enumerate(story.said):
        if s.denials & EXPLICIT:
            rarity = max((story.weight.get(x, 0.0) for x in s.lemmas), default=0.0)
            central = 1.0 if s.field == "title" or s.number < 3 else 0.0
            out.append((-round(central + 0.2 * rarity, 6), i))
    return [i for _, i in sorted(out)[:DENIALS]]


def _paired(story: Told, at: int) -> list[Pair]:
    """The pairs of one denial: the best matched of each article, and what stands just before it."""
    one = story.said[at]
    scores = _scores(story, at)
    for row, pole in sorted(one.states):
        for i in story.putting.get((row, 1 - pole), ())[:OPPOSED]:
            scores[i] = scores.get(i, 0.0) + 1.5
    ranked: dict[int, list[tuple[float, int]]] = {}
    for i, score in scores.items():
        other = story.said[i]
        if i != at and not (one.denials == other.denials and one.predicate == other.predicate):
            ranked.setdefault(other.article, []).append((-round(score / _length(story, other), 6), i))
    pairs = [Pair(at, i, -s, False) for rows in ranked.values() for s, i in sorted(rows)[:AN_ARTICLE] if s < -LEAST]
    return [*pairs, *_beside(story, at, scores)]


def _length(story: Told, one: Statement) -> float:
    """What a first score is divided by: a long clause shares words by chance."""
    return math.sqrt(max(8.0, story.weigh(one.lemmas)))


def _scores(story: Told, at: int) -> dict[int, float]:
    scores: dict[int, float] = {}
    for x, share in context(story, at).items():
        held = story.holding.get(x, ())
        if len(held) <= OPPOSED:
            gain = share * story.weight.get(x, 0.0)
            for i in held:
                scores[i] = scores.get(i, 0.0) + gain
    return scores


def _beside(story: Told, at: int, scores: dict[int, float]) -> list[Pair]:
    """The statements just before (and one after, in the sentence) that a denial without words of its own may speak of."""
    one = story.said[at]
    out = []
    for i in [at + 1, *range(at - 1, max(-1, at - 1 - BESIDE), -1)]:
        if i >= len(story.said):
            continue
        other = story.said[i]
        if (other.article, other.field) == (one.article, one.field) and 0 <= one.number - other.number <= 1 and len(other.words) > 1:
            out.append(Pair(at, i, scores.get(i, 0.0) / _length(story, other) + 0.3, True))
    return out
