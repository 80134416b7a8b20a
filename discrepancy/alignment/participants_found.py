"""Differences of who and where: pairs of two values with the mentions that state them, and what speaks for a difference as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from discrepancy.alignment.pairs import Pair
from discrepancy.alignment.participants_bearers import Bearer
from discrepancy.alignment.participants_ledger import WORDS

FINDING: dict[str, str] = {
    "best": "the likeliest pair of the two values",
    "mean": "all pairs of the two values",
    "pairs": "pairs of the two values",
    "articles": "sources that answer",
    "smaller": "sources on the smaller side",
    "values": "different values",
    "claims": "mentions",
    "rival": "the best other partner of either value",
    "margin": "lead over the best other partner",
    "order": "how many differences of the story are likelier",
    "both": "articles that state both values",
    "leads": "mentions in the opening",
    "titles": "mentions in a headline",
    "stories": "articles of the story",
    "among": "how many differences of its kind are likelier",
    "only_least": "articles that state one value alone, of the rarer",
    "only_most": "articles that state one value alone, of the commoner",
    "together": "articles that state both values anywhere",
    "any": "how likely one of the pairs is",
    **{f"p_{name}": words for name, words in WORDS.items()},
}
FINDING_NAMES = tuple(FINDING)
LEAST = 0.02  # probability of a pair that may make a difference
SHARE = 0.6  # of the likeliest pair's probability that another pair of the same values needs to be shown with it
JOINED = 0.7  # the same for a further value
MOST = 80  # differences of one kind in a story that are weighed


@dataclass(frozen=True, slots=True, eq=False)
class Difference:
    """Two values or more in one role.

    values  the bearers of each value, by article and offset; the values in the order of their first bearers.
    pairs   the pairs that tie them, the likeliest first.
    row     the features in the order of FINDING_NAMES.
    """

    values: tuple[tuple[Bearer, ...], ...]
    pairs: tuple[Pair, ...]
    row: tuple[float, ...] = ()

    @property
    def bearers(self) -> tuple[Bearer, ...]:
        """All of them."""
        return tuple(b for value in self.values for b in value)


def differences(bearers: Sequence[Bearer], pairs: Sequence[Pair], articles: int) -> list[Difference]:
    """The candidate differences of a story, the likeliest first: each pair of values, and each with the further values tied to it."""
    by_values: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for pair in pairs:
        if not pair.equal and pair.first >= LEAST:
            x, y = sorted((bearers[pair.a.index].entity, bearers[pair.b.index].entity))
            by_values[x, y].append(pair)
    found = [_kept(some) for some in by_values.values()]
    found.sort(key=lambda some: (-some[0].first, some[0].a.index, some[0].b.index))
    among, found = _of_each_kind(found)
    where: dict[str, set[int]] = defaultdict(set)
    for b in bearers:
        where[b.entity].add(b.article)
    touching: dict[int, list[int]] = defaultdict(list)
    for i, some in enumerate(found):
        for index in sorted({c for p in some for c in (p.a.index, p.b.index)}):
            touching[index].append(i)
    out = []
    for i, some in enumerate(found):
        one, two = (where[bearers[c].entity] for c in (some[0].a.index, some[0].b.index))
        story = [
            _rival(i, found, touching),
            float(i),
            float(articles),
            float(among[i]),
            float(min(len(one - two), len(two - one))),
            float(max(len(one - two), len(two - one))),
            float(len(one & two)),
        ]
        out.append(_difference(bearers, some, story))
        joined = _joined(bearers, i, found, touching)
        if len(joined) > len(some):
            out.append(_difference(bearers, joined, story))
    return out


def _of_each_kind(found: Sequence[list[Pair]]) -> tuple[list[int], list[list[Pair]]]:
    """The MOST likeliest of each kind, with the place of each among its kind."""
    count: dict[str, int] = defaultdict(int)
    among, kept = [], []
    for some in found:
        kind = min(some[0].a.mention.kind, some[0].b.mention.kind)
        count[kind] += 1
        if count[kind] <= MOST:
            among.append(count[kind] - 1)
            kept.append(some)
    return among, kept


def _kept(some: list[Pair]) -> list[Pair]:
    """The likeliest pair of two values and those not much less likely, the likeliest first."""
    some = sorted(some, key=lambda p: (-p.first, p.a.index, p.b.index))
    return [p for p in some if p.first >= SHARE * some[0].first]


def _rival(at: int, found: Sequence[Sequence[Pair]], touching: dict[int, list[int]]) -> float:
    """The probability of the best other difference that shares a mention with the one at `at`."""
    others = {i for p in found[at] for c in (p.a.index, p.b.index) for i in touching[c]} - {at}
    return max((found[i][0].first for i in others), default=0.0)


def _joined(bearers: Sequence[Bearer], at: int, found: Sequence[Sequence[Pair]], touching: dict[int, list[int]]) -> list[Pair]:
    """The pairs of the difference with those of less likely ones that share a mention with it and are not much less likely.

    What one sentence names beside a value of the difference is no other answer: "felt in Dubai and Oman".
    """
    mine = {c for p in found[at] for c in (p.a.index, p.b.index)}
    others = sorted({i for c in mine for i in touching[c] if i > at})
    more = [p for i in others for p in found[i] if found[i][0].first >= JOINED * found[at][0].first]
    out = list(found[at])
    entity = {id(bearers[c].claim.sentence): bearers[c].entity for c in sorted(mine)}
    for p in more:
        ends = [bearers[p.a.index], bearers[p.b.index]]
        if any(b.index in mine for b in ends) and all(entity.get(id(b.claim.sentence), b.entity) == b.entity for b in ends):
            out.append(p)
            entity.update({id(b.claim.sentence): b.entity for b in ends})
    return out


def _difference(bearers: Sequence[Bearer], pairs: Sequence[Pair], story: Sequence[float]) -> Difference:
    held: dict[str, dict[int, Bearer]] = defaultdict(dict)
    for pair in pairs:
        for index in (pair.a.index, pair.b.index):
            held[bearers[index].entity][index] = bearers[index]
    values = sorted((tuple(b for _, b in sorted(v.items())) for v in held.values()), key=lambda v: v[0].index)
    return Difference(tuple(values), tuple(pairs), tuple(_row(values, pairs, story)))


def _row(values: Sequence[Sequence[Bearer]], pairs: Sequence[Pair], story: Sequence[float]) -> list[float]:
    every = [b for v in values for b in v]
    sides = [{b.article for b in v} for v in values]
    n = len(every)
    best = pairs[0].first
    rival, order, articles, *others = story
    none = 1.0
    for p in pairs:
        none *= 1.0 - p.first
    return [
        best,
        sum(p.first for p in pairs) / len(pairs),
        float(len(pairs)),
        float(len(set().union(*sides))),
        float(min(len(s) for s in sides)),
        float(len(values)),
        float(n),
        rival,
        best - rival,
        order,
        sum(len(s) for s in sides) - float(len(set().union(*sides))),
        sum(b.claim.sentence.order <= 3 for b in every) / n,
        sum(b.claim.sentence.field == "title" for b in every) / n,
        articles,
        *others,
        1.0 - none,
        *pairs[0].row,
    ]


def apart(found: Sequence[Difference], wanted: Sequence[float]) -> list[int]:
    """Indexes of the differences most wanted first, none of which shares a mention with another; less than 0 is never taken."""
    taken: list[int] = []
    used: set[int] = set()
    for i in sorted(range(len(found)), key=lambda i: (-wanted[i], i)):
        mine = {b.index for b in found[i].bearers}
        if wanted[i] >= 0 and not mine & used:
            taken.append(i)
            used |= mine
    return taken
