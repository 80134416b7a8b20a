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
    """How likely a link must be: between equal values, between groups of unequal values, and inside one article."""

    equal: float = 0.4
    unequal: float = 0.3
    inside: float = 0.6


class _Linkage:
    """Average linkage with a table of pair probabilities."""

    def __init__(self, claims: Sequence[Claim], pairs: Sequence[Pair]) -> None:
        self.members: dict[int, list[Claim]] = {c.index: [c] for c in claims}
        self.owner: dict[int, int] = {c.index: c.index for c in claims}
        self.known: dict[tuple[int, int], Pair] = {(p.a.index, p.b.index): p for p in pairs}

    def between(self, g: int, h: int) -> tuple[float, bool]:
        """Mean probability over the pairs of two articles (a pair never looked at counts 0), and whether there is any such pair."""
        total, n, inner, m = 0.0, 0, 0.0, 0
        for a in self.members[g]:
            for b in self.members[h]:
                pair = self.known.get((a.index, b.index) if a.index < b.index else (b.index, a.index))
                if a.article == b.article:
                    if pair is not None:
                        inner += pair.second
                        m += 1
                    continue
                n += 1
                total += pair.second if pair is not None else 0.0
        if n:
            return total / n, True
        return (inner / m if m else 0.0), False

    def merge(self, g: int, h: int) -> int:
        """Put `h` into `g`."""
        self.members[g].extend(self.members.pop(h))
        for claim in self.members[g]:
            self.owner[claim.index] = g
        return g

    def run(self, pairs: Sequence[Pair], limit: float, inside: float) -> None:
        """Merge along `pairs`, likeliest first, while the linkage of the two groups holds."""
        for pair in sorted(pairs, key=lambda p: (-p.second, p.a.index, p.b.index)):
            if pair.second < min(limit, inside):
                break
            g, h = self.owner[pair.a.index], self.owner[pair.b.index]
            if g == h:
                continue
            link, across = self.between(g, h)
            if link >= (limit if across else inside):
                self.merge(min(g, h), max(g, h))


def facets(claims: Sequence[Claim], pairs: Sequence[Pair], limits: Limits) -> list[Facet]:
    """The facets with two claims or more, in the order of their first claim."""
    linkage = _Linkage(claims, pairs)
    equal = [p for p in pairs if p.equal]
    linkage.run(equal, limits.equal, limits.inside)
    values = {c.index: linkage.owner[c.index] for c in claims}
    linkage.run([p for p in pairs if not p.equal], limits.unequal, limits.inside)
    out = []
    for members in linkage.members.values():
        if len(members) < 2:
            continue
        groups: dict[int, list[Claim]] = {}
        for claim in sorted(members, key=lambda c: c.index):
            groups.setdefault(values[claim.index], []).append(claim)
        inner = {c.index for c in members}
        own = tuple(p for p in pairs if p.a.index in inner and p.b.index in inner)
        across = [p.second for p in own if p.a.article != p.b.article and (p.equal is False or len(groups) == 1)]
        link = sum(across) / len(across) if across else max((p.second for p in own), default=0.0)
        out.append(Facet(tuple(tuple(g) for g in groups.values()), link, own))
    return sorted(out, key=lambda f: f.claims[0].index)
