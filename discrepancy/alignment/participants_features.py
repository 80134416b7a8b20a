"""What two bearers have in common, as numbers: the evidence that the alignment of who and where weighs, in the order of `NAMES`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import fsum

from rapidfuzz.fuzz import ratio

from discrepancy.alignment.claim import Slots
from discrepancy.alignment.participants_bearers import Bearer, name_of, plain
from discrepancy.alignment.participants_described import group, heads
from discrepancy.alignment.participants_likeness import Likeness
from discrepancy.normalise.name import fold, person_name, relation, slip
from discrepancy.normalise.place import lies_in, place_name

NEAR = 0.1  # what a word shared next to two mentions counts beside the cosine of their sentences
_RELATION = {"same": 3.0, "form": 2.0, "spelling": 1.0, "different": 0.0}
_KIND = {
    frozenset({"person"}): 0.0,
    frozenset({"organisation"}): 1.0,
    frozenset({"place"}): 2.0,
    frozenset({"person", "organisation"}): 3.0,
    frozenset({"organisation", "place"}): 4.0,
}
_KIND_OF = {
    (a, b): _KIND.get(frozenset((a, b)), 5.0) for a in ("person", "organisation", "place") for b in ("person", "organisation", "place")
}
GATE = (
    "kind", "sentence", "sentence_rank", "lead", "title", "named", "prep", "governor", "rivals_least", "rivals_most", "number",
    "position", "often_least", "often_most", "sources_least", "sources_most", "definite", "head", "spread",
)  # fmt: skip
"""The features that cost next to nothing: by these alone the pairs are chosen that are looked at closely."""


def comparable(a: Bearer, b: Bearer) -> bool:
    """Whether the two may answer one question by their kinds: one kind, or a body and a place by name (often mistaken)."""
    return a.kind == b.kind or (a.named and b.named and "person" not in (a.kind, b.kind))


@dataclass(slots=True)
class Evidence:
    """Features of pairs of bearers of one story.

    texts    for each article its text and title in plain lower case, where a name or head is looked for.
    counts   (article, entity) -> mentions; sources: entity -> articles.
    called   entity -> nouns that any article puts beside it.
    written  (inner, outer) places written "Inner, Outer".
    """

    slots: Slots
    like: Likeness
    texts: Sequence[str]
    counts: Mapping[tuple[int, str], int]
    sources: Mapping[str, int]
    called: Mapping[str, frozenset[str]]
    written: frozenset[tuple[str, str]]
    firsts: frozenset[int]
    keys: Mapping[int, frozenset[str]]
    profiles: Mapping[tuple[int, str], frozenset[str]]
    acts: Mapping[tuple[int, str], frozenset[str]]
    cast: Mapping[tuple[int, str], Sequence[str]]
    places: Mapping[tuple[int, str], Sequence[Bearer]]
    _equal: dict[tuple[int, int], float] = field(default_factory=dict)
    _profile: dict[tuple[int, str, int, str], float] = field(default_factory=dict)
    _rank: dict[tuple[int, str, int, str], float] = field(default_factory=dict)
    _in: dict[tuple[int, str], bool] = field(default_factory=dict)

    def weighted(self, a: frozenset[str], b: frozenset[str]) -> float:
        """Weighted Jaccard of two word sets, 0..1."""
        shared = a & b
        if not shared:
            return 0.0
        weight = self.slots.weight
        inner = fsum(weight.get(w, 1.0) for w in shared)
        return inner / (inner + fsum(weight.get(w, 1.0) for w in a ^ b))

    def cover(self, words: frozenset[str], other: frozenset[str]) -> float:
        """Share of the weight of `words` that `other` has too; 0 for fewer than two words."""
        if len(words) < 2:
            return 0.0
        weight = self.slots.weight
        return fsum(weight.get(w, 1.0) for w in words & other) / (fsum(weight.get(w, 1.0) for w in words) or 1.0)

    def speaks_of(self, article: int, b: Bearer) -> bool:
        """Whether the article knows the other's bearer: by its entity, its surname or its noun."""
        key = (article, b.entity)
        found = self._in.get(key)
        if found is None:
            if key in self.counts:
                found = True
            elif b.named:
                word = b.head if b.kind == "person" else fold(name_of(b.claim.mention))
                found = f" {word} " in self.texts[article]
            else:
                found = f" {b.head} " in self.texts[article]
            self._in[key] = found
        return found

    def gate(self, a: Bearer, b: Bearer) -> list[float]:
        """The features in the order of GATE: the same numbers as in `row`."""
        s, t = a.claim.sentence, b.claim.sentence
        cosine = self.like.of(s, t)
        na, nb = self.counts.get((a.article, a.entity), 1), self.counts.get((b.article, b.entity), 1)
        sa, sb = self.sources.get(a.entity, 1), self.sources.get(b.entity, 1)
        both = a.named + b.named
        return [
            _KIND_OF[a.kind, b.kind],
            cosine,
            cosine / max(self.like.top(s, t.article), self.like.top(t, s.article), 1e-9),
            float((s.order <= 3) + (t.order <= 3)),
            float((s.field == "title") + (t.field == "title")),
            float(both),
            _agree(a.prep, b.prep),
            _agree(a.governor, b.governor),
            float(min(a.rivals, b.rivals)),
            float(max(a.rivals, b.rivals)),
            _numbers(a.number, b.number),
            abs(s.relative - t.relative),
            float(min(na, nb)),
            float(max(na, nb)),
            float(min(sa, sb)),
            float(max(sa, sb)),
            float(3 * min(a.definite, b.definite) + max(a.definite, b.definite)),
            0.0 if both else 1.0 if a.head == b.head else -1.0,
            min(self.like.spread[id(s)], self.like.spread[id(t)]),
        ]

    def row(self, a: Bearer, b: Bearer) -> list[float]:
        """The features of the pair in the order of NAMES; symmetric in a and b."""
        x, y = a.claim, b.claim
        s, t = x.sentence, y.sentence
        cosine = self.like.of(s, t)
        best = max(self.like.top(s, t.article), self.like.top(t, s.article), 1e-9)
        near = x.near & y.near
        more = self._values(a, b, cosine, near)
        return [
            self.weighted(x.near - a.words, y.near - b.words) if near else 0.0,
            float(len((x.near - a.words) & (y.near - b.words))) if near else 0.0,
            self.weighted(x.clause - a.words, y.clause - b.words),
            self.weighted(x.wide - a.words, y.wide - b.words),
            cosine,
            cosine / best,
            float(len(self.keys[id(s)] & self.keys[id(t)] - {a.entity, b.entity})),
            abs(s.relative - t.relative),
            float((s.order <= 3) + (t.order <= 3)),
            float((s.field == "title") + (t.field == "title")),
            _alike(x.lead, y.lead),
            _alike(x.tail, y.tail),
            0.0 if not x.event or not y.event else 1.0 if x.event == y.event else -1.0,
            self.weighted(x.verbs, y.verbs),
            self.weighted(x.context, y.context),
            max(self.cover(x.clause, t.content), self.cover(y.clause, s.content)),
            float(bool(x.previous) and x.previous == y.previous) + float(bool(x.next) and x.next == y.next),
            min(self.like.spread[id(s)], self.like.spread[id(t)]),
            _agree(a.prep, b.prep),
            _agree(a.governor, b.governor),
            _agree(a.following, b.following),
            float(a.says) + float(b.says),
            float(a.role == b.role) * (1.0 + a.role),
            *more,
        ]

    def _values(self, a: Bearer, b: Bearer, cosine: float, near: frozenset[str]) -> list[float]:
        """How the two answers stand to each other, and how much the articles speak of them."""
        both = a.named + b.named
        na, nb = self.counts.get((a.article, a.entity), 1), self.counts.get((b.article, b.entity), 1)
        sa, sb = self.sources.get(a.entity, 1), self.sources.get(b.entity, 1)
        knows_a, knows_b = self.speaks_of(b.article, a), self.speaks_of(a.article, b)
        shared = a.words & b.words
        union = len(a.words | b.words) or 1
        p, q = plain(a.claim.mention.text), plain(b.claim.mention.text)
        return [
            _KIND.get(frozenset((a.kind, b.kind)), 5.0),
            float(both),
            _RELATION[_related(a.entity, b.entity, a.kind == b.kind == "person")] if both == 2 else -1.0,
            0.0 if both else 1.0 if a.head == b.head else -1.0,
            len(shared) / union,
            float(bool(a.words - b.words) and bool(b.words - a.words)),
            self.lying(a, b),
            float(len(p) > 2 and len(q) > 2 and p != q and (p in q or q in p)),
            self._called(a, b) if both == 1 else 0.0,
            float(knows_a and knows_b),
            float(knows_a or knows_b),
            float(min(na, nb)),
            float(max(na, nb)),
            float(min(sa, sb)),
            float(max(sa, sb)),
            float(3 * min(a.definite, b.definite) + max(a.definite, b.definite)),
            _numbers(a.number, b.number),
            float((a.index in self.firsts) + (b.index in self.firsts)),
            float(min(a.rivals, b.rivals)),
            float(max(a.rivals, b.rivals)),
            float(abs(a.rank - b.rank)),
            float((a.head in group("anyone") and not a.named) + (b.head in group("anyone") and not b.named)),
            abs(len(p) - len(q)) / (len(p) + len(q)),
            *self._against_equals(a, b, cosine, near),
            0.0 if not a.figures or not b.figures else 1.0 if a.figures & b.figures else -1.0,
            _agree(a.act, b.act),
            self.weighted(self.acts[a.article, a.entity], self.acts[b.article, b.entity]),
            self.profile(a, b),
            self.rank(a, b) + self.rank(b, a),
            0.0 if both != 1 else -1.0 if (knows_a if a.named else knows_b) else 1.0,
            self._inner_known(a, b, knows_a, knows_b),
            float(not knows_a) + float(not knows_b),
        ]

    def _against_equals(self, a: Bearer, b: Bearer, cosine: float, near: frozenset[str]) -> tuple[float, float]:
        """The best partner of the same value that either has in the other's article, and the lead of this pair over it."""
        rival = max(self.equal(a, b.article), self.equal(b, a.article))
        return rival, cosine + NEAR * len(near) - rival

    def equal(self, a: Bearer, article: int) -> float:
        """How near the likest mention of the same value in another article is; 0 for none."""
        key = (a.index, article)
        found = self._equal.get(key)
        if found is None:
            s, near = a.claim.sentence, a.claim.near
            found = max(
                (self.like.of(s, o.claim.sentence) + NEAR * len(near & o.claim.near) for o in self.places.get((article, a.entity), ())),
                default=0.0,
            )
            self._equal[key] = found
        return found

    def profile(self, a: Bearer, b: Bearer) -> float:
        """Likeness of all that the two articles say beside the two, 0..1."""
        return self._profiled(a.article, a.entity, b.article, b.entity)

    def _profiled(self, i: int, x: str, j: int, y: str) -> float:
        key = (i, x, j, y) if i < j else (j, y, i, x)
        found = self._profile.get(key)
        if found is None:
            found = self._profile[key] = self.weighted(self.profiles[i, x], self.profiles[j, y])
        return found

    def rank(self, a: Bearer, b: Bearer) -> float:
        """The likeness of b to a over that of the likest bearer of b's kind in b's article, 0..1."""
        key = (a.article, a.entity, b.article, b.kind)
        best = self._rank.get(key)
        if best is None:
            best = self._rank[key] = max(self._profiled(a.article, a.entity, b.article, e) for e in self.cast[b.article, b.kind])
        return self.profile(a, b) / best if best else 0.0

    def _inner_known(self, a: Bearer, b: Bearer, knows_a: bool, knows_b: bool) -> float:
        """1 where the article of the larger of two places does not know the smaller, -1 where it does, 0 for others."""
        for inner, outer, known in ((a, b, knows_a), (b, a, knows_b)):
            x, y = _whole(inner), _whole(outer)
            if x and y and inner.kind != "person" and outer.kind != "person" and ((x, y) in self.written or _lies(x, y)):
                return -1.0 if known else 1.0
        return 0.0

    def lying(self, a: Bearer, b: Bearer) -> float:
        """2 where one place lies in the other, by the gazetteer, by "Inner, Outer" or by its own words; 0 else."""
        if a.kind == "person" or b.kind == "person" or not a.entity or not b.entity:
            return 0.0
        for inner, outer in ((a, b), (b, a)):
            x, y = _whole(inner), _whole(outer)
            if not x or not y:
                continue
            if (x, y) in self.written or _lies(x, y):
                return 2.0
            if x != y and f" {y} " in f" {x} ":
                return 1.0
        return 0.0

    def _called(self, a: Bearer, b: Bearer) -> float:
        name, other = (a, b) if a.named else (b, a)
        nouns = self.called.get(name.entity, frozenset())
        if other.head in nouns:
            return 2.0
        return 1.0 if other.words & nouns else -1.0 if nouns & frozenset(heads()) else 0.0


@lru_cache(maxsize=20_000)
def _related(a: str, b: str, persons: bool) -> str:
    if a == b:
        return "same"
    if persons:
        x, y = person_name(a), person_name(b)
        if x.surname[:1] != y.surname[:1] and x.given[:1] != y.given[:1]:
            return "different"
        return relation(a, b)
    return "spelling" if slip(a, b) else "form" if f" {a} " in f" {b} " or f" {b} " in f" {a} " else "different"


@lru_cache(maxsize=20_000)
def _lies(x: str, y: str) -> bool:
    inner, outer = place_name(x), place_name(y)
    return inner is not None and outer is not None and inner != outer and lies_in(inner, outer)


def _whole(b: Bearer) -> str:
    return fold(name_of(b.claim.mention)) if b.named else fold(b.claim.mention.text)


def _alike(a: str, b: str) -> float:
    return float(ratio(a[-25:], b[-25:])) / 100.0 if a and b else 0.0


def _agree(a: str, b: str) -> float:
    return 0.0 if not a or not b else 1.0 if a == b else -1.0


def _numbers(a: int, b: int) -> float:
    """0 unknown, 1 both one, 2 both several, 3 the same figure, -1 one and several, -2 two figures."""
    if not a or not b:
        return 0.0
    if a == b:
        return 1.0 if a == 1 else 2.0 if a == -1 else 3.0
    if a > 1 and b > 1:
        return -2.0
    return -1.0 if 1 in (a, b) else 2.5
