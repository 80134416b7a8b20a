"""Statements of one question by the value they state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from typing import Protocol, TypeVar

from discrepancy.model import Amount, DateValue, Mention
from discrepancy.normalise.relation import Stand


class _Stated(Protocol):
    """What states a value: in which article, with which mention."""

    @property
    def article(self) -> str: ...
    @property
    def mention(self) -> Mention: ...


S = TypeVar("S", bound=_Stated)
Compare = Callable[[Mention, Mention], Stand]


def grouped(statements: Sequence[S], stand: Compare) -> list[list[S]]:
    """The statements by value, whatever their order: two that exclude each other, or say other digits of one unit, are never under one
    value, whoever is the same as both."""
    buckets = _buckets(statements)
    mentions = [bucket[0].mention for bucket in buckets]
    stands = _stands(mentions, stand)
    groups: list[list[int]] = []
    for place in sorted(range(len(buckets)), key=lambda i: (-stands[i].count("exclusive"), i)):
        home = [g for g in groups if _any(stands, [place], g, "same") and not _apart(stands, mentions, [place], g)]
        if not home:
            groups.append([place])
            continue
        home[0].append(place)
        for other in home[1:]:
            if not _apart(stands, mentions, home[0], other):
                home[0].extend(other)
                groups.remove(other)
    groups = _presumed(groups, stands, mentions)
    return [sorted((s for place in g for s in buckets[place]), key=_place) for g in groups]


def _place(statement: _Stated) -> tuple[str, bool, int]:
    return statement.article, statement.mention.field != "title", statement.mention.start


def _buckets(statements: Sequence[S]) -> list[list[S]]:
    """Statements whose values are alike to the letter, in the order of their first."""
    found: dict[Hashable, list[S]] = {}
    for statement in sorted(statements, key=_place):
        found.setdefault((statement.mention.kind, statement.mention.value), []).append(statement)
    return list(found.values())


def _stands(mentions: Sequence[Mention], stand: Compare) -> list[list[Stand]]:
    """How each stands to each: symmetric."""
    found: list[list[Stand]] = [["same"] * len(mentions) for _ in mentions]
    for i, one in enumerate(mentions):
        for j in range(i):
            found[i][j] = found[j][i] = stand(one, mentions[j])
    return found


def _any(stands: Sequence[Sequence[Stand]], ones: Sequence[int], others: Sequence[int], wanted: Stand) -> bool:
    return any(stands[i][j] == wanted for i in ones for j in others)


def _apart(stands: Sequence[Sequence[Stand]], mentions: Sequence[Mention], ones: Sequence[int], others: Sequence[int]) -> bool:
    """Whether a statement of either group keeps the two apart."""
    return any(
        stands[i][j] == "exclusive" or (stands[i][j] == "compatible" and _told_otherwise(mentions[i], mentions[j]))
        for i in ones
        for j in others
    )


def _presumed(groups: list[list[int]], stands: Sequence[Sequence[Stand]], mentions: Sequence[Mention]) -> list[list[int]]:
    """Two dates that nothing sets apart and nothing links are one, where neither might as well be a third: "Friday" and "Jan. 30"."""
    alike = [
        (i, j)
        for i in range(len(groups))
        for j in range(i)
        if all(stands[a][b] == "unknown" and _told_alike(mentions[a], mentions[b]) for a in groups[i] for b in groups[j])
    ]
    often = Counter(place for pair in alike for place in pair)
    for i, j in sorted(alike, reverse=True):
        if often[i] == often[j] == 1:
            groups[j] = [*groups[j], *groups[i]]
            groups[i] = []
    return [group for group in groups if group]


def _told_otherwise(a: Mention, b: Mention) -> bool:
    """Whether two amounts are told in one unit with other digits: a third, converted from feet, may be the same as both."""
    x, y = a.value, b.value
    return isinstance(x, Amount) and isinstance(y, Amount) and x.unit == y.unit and None not in (x.value, y.value) and x.value != y.value


def _told_alike(a: Mention, b: Mention) -> bool:
    """Whether two dates are told as finely as each other, and as surely."""
    if not isinstance(a.value, DateValue) or not isinstance(b.value, DateValue):
        return False
    told = [(v.granularity, v.approximation, v.relation, v.last is None, v.first.part) for v in (a.value, b.value)]
    return told[0] == told[1]
