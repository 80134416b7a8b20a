"""Pairs into facets: equal values first, then groups of equal values against one another, by average linkage."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from discrepancy.alignment.claim import Claim
from discrepancy.alignment.pairs import Pair


@dataclass(frozen=True, slots=True, eq=False)
class Facet:
    """Claims that answer one question, as groups of the same value; `link` is the mean probability that tied them."""

    groups: tuple[tuple[Claim, ...], ...]
    link: float
    pairs: tuple[Pair, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, group by group."""
        return tuple(c for group in self.groups for c in group)


@dataclass(frozen=True, slots=True)
class Limits:
    """How likely a link must be: between equal values, between groups of unequal values, and inside one article.

    The limit for unequal values only keeps out what is hopeless: each union of groups is a candidate facet, and a model of
    whole findings chooses among them (`select`).
    """

    equal: float = 0.25
    unequal: float = 0.18
    inside: float = 0.5


TWICE = 0.2
"""Least link of two different values of one article that may stand in one finding: mostly an article answers a question once."""


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A candidate facet: one group of equal values, or the union of two other candidates (`children`, indexes into the same list)."""

    facet: Facet
    children: tuple[int, ...] = ()


class _Linkage:
    """Average linkage with a table of pair probabilities."""

    def __init__(self, claims: Sequence[Claim], pairs: Sequence[Pair]) -> None:
        self.members: dict[int, list[Claim]] = {c.index: [c] for c in claims}
        self.owner: dict[int, int] = {c.index: c.index for c in claims}
        self.known: dict[tuple[int, int], Pair] = {(p.a.index, p.b.index): p for p in pairs}

    def between(self, g: int, h: int, once: bool = False) -> tuple[float, bool]:
        """Mean probability over the pairs of two articles (a pair never looked at counts 0), and whether there is any such pair.

        With `once` two articles count once, by their likeliest pair: a figure that an article repeats in its headline, in fewer words,
        is no weaker for that.
        """
        across: dict[tuple[int, int], list[float]] = {}
        inner: list[float] = []
        for a in self.members[g]:
            for b in self.members[h]:
                pair = self.known.get((a.index, b.index) if a.index < b.index else (b.index, a.index))
                if a.article != b.article:
                    across.setdefault((a.article, b.article), []).append(pair.second if pair is not None else 0.0)
                elif pair is not None:
                    inner.append(pair.second)
        if once and across and self._twice(g, h):
            return 0.0, True
        if across:
            found = [max(x) for x in across.values()] if once else [x for xs in across.values() for x in xs]
            return sum(found) / len(found), True
        return (sum(inner) / len(inner) if inner else 0.0), False

    def _twice(self, g: int, h: int) -> bool:
        """Whether an article would answer one question in two ways that have next to nothing to do with each other."""
        best: dict[int, float] = {}
        for a in self.members[g]:
            for b in self.members[h]:
                if a.article == b.article:
                    pair = self.known.get((a.index, b.index) if a.index < b.index else (b.index, a.index))
                    best[a.article] = max(best.get(a.article, 0.0), pair.second if pair is not None else 0.0)
        return any(link < TWICE for link in best.values())

    def merge(self, g: int, h: int) -> None:
        """Put `h` into `g`."""
        self.members[g].extend(self.members.pop(h))
        for claim in self.members[g]:
            self.owner[claim.index] = g

    def run(self, pairs: Sequence[Pair], limit: float, inside: float, once: bool = False) -> list[tuple[int, int]]:
        """Merge along `pairs`, likeliest first, while the linkage of the two groups holds; the merges made, as (kept, dropped)."""
        made = []
        for pair in sorted(pairs, key=lambda p: (-p.second, p.a.index, p.b.index)):
            if pair.second < min(limit, inside):
                break
            g, h = sorted((self.owner[pair.a.index], self.owner[pair.b.index]))
            if g == h:
                continue
            link, across = self.between(g, h, once)
            if link >= (limit if across else inside):
                self.merge(g, h)
                made.append((g, h))
        return made


def candidates(claims: Sequence[Claim], pairs: Sequence[Pair], limits: Limits) -> list[Node]:
    """Every group of equal values (two claims or more, or part of a union) and every union of groups, children before parents."""
    linkage = _Linkage(claims, pairs)
    linkage.run([p for p in pairs if p.equal], limits.equal, limits.inside)
    groups = {g: tuple(sorted(members, key=lambda c: c.index)) for g, members in linkage.members.items()}
    inner: dict[int, list[Pair]] = {}
    for pair in pairs:
        g = linkage.owner[pair.a.index]
        if g == linkage.owner[pair.b.index]:
            inner.setdefault(g, []).append(pair)
    merges = linkage.run([p for p in pairs if not p.equal], limits.unequal, limits.inside, once=True)
    used = {g for merge in merges for g in merge}
    nodes: list[Node] = []
    at: dict[int, int] = {}
    for g, members in sorted(groups.items()):
        if len(members) > 1 or g in used:
            at[g] = len(nodes)
            nodes.append(Node(_facet((members,), tuple(inner.get(g, ())))))
    known = linkage.known
    for g, h in merges:
        one, two = nodes[at[g]], nodes[at[h]]
        across = [
            found
            for a in one.facet.claims
            for b in two.facet.claims
            if (found := known.get((a.index, b.index) if a.index < b.index else (b.index, a.index))) is not None
        ]
        facet = _facet((*one.facet.groups, *two.facet.groups), (*one.facet.pairs, *two.facet.pairs, *across))
        nodes.append(Node(facet, (at[g], at[h])))
        at[g] = len(nodes) - 1
    return nodes


def _facet(groups: tuple[tuple[Claim, ...], ...], pairs: tuple[Pair, ...]) -> Facet:
    ordered = tuple(sorted(groups, key=lambda g: g[0].index))
    across = [p.second for p in pairs if p.a.article != p.b.article]
    return Facet(ordered, sum(across) / len(across) if across else max((p.second for p in pairs), default=0.0), pairs)


def select(nodes: Sequence[Node], wanted: Sequence[float]) -> list[int]:
    """Indexes of disjoint nodes, the most wanted first, none below or above another; a node wanted less than 0 is never taken."""
    parent = {child: i for i, node in enumerate(nodes) for child in node.children}
    taken: list[int] = []
    closed: set[int] = set()
    for i in sorted(range(len(nodes)), key=lambda i: (-wanted[i], i)):
        if wanted[i] < 0 or i in closed:
            continue
        taken.append(i)
        up = parent.get(i)
        while up is not None:
            closed.add(up)
            up = parent.get(up)
        below = list(nodes[i].children)
        while below:
            child = below.pop()
            closed.add(child)
            below.extend(nodes[child].children)
    return sorted(taken)
