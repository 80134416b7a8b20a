"""Which pairs of claims are looked at, and how likely each answers one question: two stages.

Stage one weighs what the two claims have in common, with one model for equal and one for unequal values. Stage two
looks at each pair among its rivals: who else the two would rather go with, and whether a third source ties them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from discrepancy.alignment.claim import Claim, Slots, peer_key
from discrepancy.alignment.dimension import comparable, dimension
from discrepancy.alignment.features import NAMES, Evidence, other_things, same_thing
from discrepancy.normalise.relation import same

SECOND: dict[str, str] = {
    "first": "all of the above",
    "rival_a": "a better partner of the same value",
    "rival_b": "a worse partner of the same value",
    "best_a": "the best partner in the other article",
    "best_b": "the second of the two best partners",
    "margin": "lead over the next partner",
    "mutual": "each is the other's best partner",
    "third": "a third source ties them",
    "paraphrase": "the sentences share figures that were aligned",
    "order": "how many partners stand higher",
    "equal": "the values are the same",
    "near": NAMES[4],
    "ratio": "distance between the values",
    "sentence": "wording of the sentences",
    "unit": "the thing counted or measured",
    "relation": "how the dates stand to each other",
    "kind": "kind of value",
    "inside": "both stand in one article",
}
SECOND_NAMES = tuple(SECOND)
ENOUGH = 0.02
"""Unequal pairs whose sentences share less than this (weighted cosine) and no word near the figure are not looked at."""
MOST = 400
"""Mentions of one dimension in one story beyond which only nearer pairs are looked at."""


@dataclass(slots=True, eq=False)
class Pair:
    """Two claims of one dimension: a.index < b.index. `first` and `second` are probabilities that they answer one question."""

    a: Claim
    b: Claim
    equal: bool
    row: list[float]
    first: float = 0.0
    second: float = 0.0
    row2: list[float] | None = None


Judge = Callable[[bool, Sequence[Sequence[float]]], list[float]]
"""(values are equal, features of each pair) -> probabilities."""


def candidate_pairs(slots: Slots) -> list[Pair]:
    """Pairs of comparable claims, of two articles or of one that says two things of one sentence's subject."""
    evidence = Evidence(slots)
    by_dimension: dict[str, list[Claim]] = {}
    for claim in slots.claims:
        by_dimension.setdefault(dimension(claim.mention), []).append(claim)
    out: list[Pair] = []
    names = sorted(by_dimension)
    for i, x in enumerate(names):
        for y in names[i:]:
            if comparable(x, y):
                _between(evidence, by_dimension[x], by_dimension[y], x == y, out)
    return out


def _between(evidence: Evidence, xs: list[Claim], ys: list[Claim], one: bool, out: list[Pair]) -> None:
    floor = ENOUGH if max(len(xs), len(ys)) <= MOST else 4 * ENOUGH
    for i, p in enumerate(xs):
        for q in xs[i + 1 :] if one else ys:
            a, b = (p, q) if p.index < q.index else (q, p)
            inside = a.article == b.article
            equal = same(a.mention.value, b.mention.value)
            if (not equal and inside and not _repeats(a, b)) or _few_of_others(a, b) or _several_of_a_fraction(a, b):
                continue
            if not equal and not a.near & b.near and evidence.cosine(a.sentence, b.sentence) < floor and not _worth_a_look(a, b):
                continue
            out.append(Pair(a, b, equal, evidence.row(a, b, equal)))


def _same_move(a: Claim, b: Claim) -> bool:
    """Whether both figures say how far one named thing rose, or both how far it fell, in whatever words."""
    x, y = a.amount, b.amount
    if x is None or y is None or x.unit != y.unit or x.direction is None or x.direction != y.direction:
        return False
    return bool(set(a.subject) & set(b.subject))


LEAD = 3
"""Sentences of the opening: what stands there in two articles is told of the same event, in whatever words."""


def _worth_a_look(a: Claim, b: Claim) -> bool:
    """Whether two figures whose sentences share no words may still answer one question: both in the opening, or of one kind of thing."""
    if a.sentence.order <= LEAD and b.sentence.order <= LEAD:
        return True
    return _same_move(a, b) or same_thing(a, b)


SMALL = 20
"""Up to here counts of different things are equal by chance: two churches, two trawlers."""


def _few_of_others(a: Claim, b: Claim) -> bool:
    """Whether both count, in small numbers, things of which the other does not speak."""
    if a.amount is None or b.amount is None or not other_things(a, b):
        return False
    return all(v.value is not None and abs(v.value) <= SMALL for v in (a.amount, b.amount))


def _several_of_a_fraction(a: Claim, b: Claim) -> bool:
    """Whether one says "several" of things that come whole, and the other a bare figure with a fraction: a magnitude, a mark."""
    x, y = a.amount, b.amount
    if x is None or y is None or a.mention.kind != "count" or b.mention.kind != "count":
        return False
    return any(
        v.approximation == "vague" and w.value is not None and not w.unit and w.value != w.value.to_integral_value()
        for v, w in ((x, y), (y, x))
    )


def _repeats(a: Claim, b: Claim) -> bool:
    """Whether two unequal values of one article may answer one question: they share words next to the figure and stand apart."""
    return a.sentence is not b.sentence and len(a.near & b.near) >= 1


def judge_first(pairs: Sequence[Pair], judge: Judge) -> None:
    """Fill `first` of every pair."""
    for equal in (True, False):
        some = [p for p in pairs if p.equal is equal]
        for pair, judged in zip(some, judge(equal, [p.row for p in some]), strict=True):
            pair.first = judged
    for pair, least in zip(pairs, priors(pairs), strict=True):
        pair.first = max(pair.first, least)


ONE_MOVE = 0.6
"""Pairs that alone in their articles say by what percentage or sum one named thing rose or fell: three labelled ones in three stories,
all one question, so few that the fitted trees cannot learn it. (3 + 1) / (3 + 2), less for the few."""


def priors(pairs: Sequence[Pair]) -> list[float]:
    """What is known of each pair before any wording: typed roles that decide alone. 0 where nothing is."""
    moves: dict[tuple[int, str], dict[int, Claim]] = {}
    for pair in pairs:
        for claim in (pair.a, pair.b):
            if claim.mention.kind in ("percent", "money") and claim.amount is not None and claim.amount.direction:
                moves.setdefault((claim.article, peer_key(claim.mention)), {})[claim.index] = claim
    single = {c.index for group in moves.values() for c in group.values() if not any(_rivals(c, other) for other in group.values())}
    return [
        ONE_MOVE
        if pair.a.index in single
        and pair.b.index in single
        and not pair.equal
        and pair.a.article != pair.b.article
        and _same_move(pair.a, pair.b)
        else 0.0
        for pair in pairs
    ]


def _rivals(claim: Claim, other: Claim) -> bool:
    """Whether another value of the article says of the same name how far it moved that way."""
    return claim.key != other.key and bool(set(claim.subject) & set(other.subject))


def second_rows(pairs: Sequence[Pair]) -> None:
    """Fill `row2` from the first stage of all pairs together."""
    partners: dict[tuple[int, int], list[Pair]] = {}
    linked: dict[int, dict[int, float]] = {}
    ties: dict[tuple[int, int], list[Pair]] = {}
    for pair in pairs:
        partners.setdefault((pair.a.index, pair.b.article), []).append(pair)
        partners.setdefault((pair.b.index, pair.a.article), []).append(pair)
        if pair.first > 0.1 and pair.a.article != pair.b.article:
            linked.setdefault(pair.a.index, {})[pair.b.index] = pair.first
            linked.setdefault(pair.b.index, {})[pair.a.index] = pair.first
        if pair.equal and pair.first > 0.5:
            ties.setdefault((id(pair.a.sentence), id(pair.b.sentence)), []).append(pair)
    order = {key: sorted((p.first for p in rows), reverse=True) for key, rows in partners.items()}
    equal_best = {key: max((p.first for p in rows if p.equal), default=0.0) for key, rows in partners.items()}
    for pair in pairs:
        ka, kb = (pair.a.index, pair.b.article), (pair.b.index, pair.a.article)
        ea, eb = equal_best[ka], equal_best[kb]
        if pair.equal:
            ea = max((p.first for p in partners[ka] if p.equal and p is not pair), default=0.0)
            eb = max((p.first for p in partners[kb] if p.equal and p is not pair), default=0.0)
        ba, bb = _others(order[ka], pair.first), _others(order[kb], pair.first)
        third = _third(linked.get(pair.a.index, {}), linked.get(pair.b.index, {}))
        shared = [p for p in ties.get((id(pair.a.sentence), id(pair.b.sentence)), ()) if p is not pair]
        row = dict(zip(NAMES, pair.row, strict=True))
        pair.row2 = [
            pair.first,
            max(ea, eb),
            min(ea, eb),
            max(ba, bb),
            min(ba, bb),
            pair.first - max(ba, bb),
            float(pair.first >= ba and pair.first >= bb),
            third,
            float(len(shared)),
            float(sum(x > pair.first for x in order[ka][:8]) + sum(x > pair.first for x in order[kb][:8])),
            float(pair.equal),
            row["near"],
            row["ratio"],
            row["sentence"],
            row["unit"],
            row["relation"],
            row["kind"],
            row["inside"],
        ]


def _others(order: list[float], own: float) -> float:
    """The best probability among the rivals: the list without one occurrence of `own`."""
    if not order or len(order) == 1:
        return 0.0
    return order[1] if order[0] == own else order[0]


def _third(a: dict[int, float], b: dict[int, float]) -> float:
    """The strongest tie over a third claim: the greatest of the smaller of both links."""
    if len(a) > len(b):
        a, b = b, a
    return max((min(p, b[c]) for c, p in a.items() if c in b), default=0.0)


def judge_second(pairs: Sequence[Pair], judge: Judge) -> None:
    """Fill `second` of every pair, whose second rows are filled."""
    for equal in (True, False):
        some = [p for p in pairs if p.equal is equal]
        for pair, judged in zip(some, judge(equal, [p.row2 or [] for p in some]), strict=True):
            pair.second = judged
