"""A facet's values compared: conflict, imprecise or agree, with causes. Innocent explanations are tested first (`normalise.relation`)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from discrepancy.model import Amount, Mention
from discrepancy.model.report import Cause, Verdict
from discrepancy.normalise.relation import Relation, relate
from discrepancy.verdict.gloss import Rates, exchanged, near, told_rates
from discrepancy.verdict.grouping import grouped

ORDER: tuple[Cause, ...] = (
    "internal", "magnitude", "unit", "rounding", "hedge", "bound",
    "granularity", "scope", "update", "attribution", "part-whole", "spelling",
)  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """One mention with its source, as the verdict needs it; `part` are the words that make it a part of another figure, or ""."""

    article: str
    mention: Mention
    scope: tuple[str, ...] = ()
    speaker: str = ""
    published: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Judgeable:
    """Values that differ, pair by pair: indexes into the values, and how the two stand."""

    left: int
    right: int
    relation: Relation


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """The verdict on one facet. `values` are groups of statements of one value, most independent articles first."""

    verdict: Verdict
    causes: tuple[Cause, ...]
    values: tuple[tuple[Statement, ...], ...]
    pairs: tuple[Judgeable, ...]


def judge(statements: Sequence[Statement]) -> Outcome:
    """Compare all values of one question. `conflict` when two of them cannot both be true, `imprecise` when they differ, else `agree`.

    Two amounts exclude each other where any of their statements do (308 pounds is 22 stone, and is not 317 pounds), two dates where
    all do: a weekday that does not fall on its date would set one value against another that it agrees with.
    """
    rates = told_rates((x.mention, y.mention) for i, x in enumerate(statements) for y in statements[:i] if x.article == y.article)
    values = grouped(statements, lambda a, b: _stand(a, b, rates).stand)
    values.sort(key=lambda g: (-len({s.article for s in g}), g[0].article, g[0].mention.start))
    pairs = []
    for i, x in enumerate(values):
        for j in range(i + 1, len(values)):
            relations = [_told(p, q, rates) for p in x for q in values[j]]
            stands = {r.stand for r in relations}
            excluded = stands == {"exclusive"} or ("exclusive" in stands and x[0].mention.kind != "date")
            chosen = "exclusive" if excluded else "compatible" if "compatible" in stands else min(stands)
            pairs.append(Judgeable(i, j, next(r for r in relations if r.stand == chosen)))
    exclusive = [p for p in pairs if p.relation.stand == "exclusive"]
    verdict: Verdict = "conflict" if exclusive else "imprecise" if len(values) > 1 else "agree"
    causes: set[str] = set()
    for pair in exclusive or pairs:
        causes.update(pair.relation.causes)
    if exclusive:
        causes.update(_why(exclusive, values))
    ordered: tuple[Cause, ...] = tuple(c for c in ORDER if c in causes)
    return Outcome(verdict, ordered, tuple(map(tuple, values)), tuple(pairs))


def _stand(a: Mention, b: Mention, rates: Rates) -> Relation:
    """The relation of two mentions; two scores or votes that differ in either figure exclude each other."""
    if rates and isinstance(a.value, Amount) and isinstance(b.value, Amount) and (other := exchanged(b.value, a.value.unit, rates)):
        return Relation("same", ("unit",)) if near(a.value, other) else relate(a.value, other)
    if a.kind == b.kind == "score" and a.value != b.value:
        return Relation("exclusive", (), "the two scores differ")
    return relate(a.value, b.value)


BIRTHDAY = 30
"""Days between two articles from which a birthday is likelier to lie between them than a slip: ages a year apart on one day are one."""


def _told(x: Statement, y: Statement, rates: Rates) -> Relation:
    """The relation of two statements: as that of their mentions, but who is 78 in autumn may be 79 in spring."""
    relation = _stand(x.mention, y.mention, rates)
    if relation.stand != "exclusive" or x.mention.kind != "age" or y.mention.kind != "age" or not x.published or not y.published:
        return relation
    older, younger = (x, y) if x.published > y.published else (y, x)
    a, b = older.mention.value, younger.mention.value
    if not isinstance(a, Amount) or not isinstance(b, Amount) or a.value is None or b.value is None or a.unit != b.unit:
        return relation
    days = (date.fromisoformat(older.published[:10]) - date.fromisoformat(younger.published[:10])).days
    years, apart = days / 365.25, float(a.value - b.value)
    if days < BIRTHDAY or apart < 1 or not years - 1 < apart < years + 1:
        return relation
    return Relation("compatible", ("granularity",), f"{days} days lie between the articles, and a birthday may")


def _why(pairs: Sequence[Judgeable], values: Sequence[Sequence[Statement]]) -> set[str]:
    """Causes that explain a conflict without acquitting it."""
    return {cause for pair in pairs for cause in explaining(values[pair.left], values[pair.right])}


def explaining(x: Sequence[Statement], y: Sequence[Statement]) -> set[str]:
    """What may explain that two values exclude each other: one article says both, or scope, speaker or day
    of each differ throughout, or the lesser is called a part."""
    causes: set[str] = set()
    if {s.article for s in x} & {s.article for s in y}:
        causes.add("internal")
    sx, sy = {w for s in x for w in s.scope}, {w for s in y for w in s.scope}
    if sx and sy and not sx & sy:
        causes.add("scope")
    px, py = {s.speaker for s in x if s.speaker}, {s.speaker for s in y if s.speaker}
    if px and py and not px & py:
        causes.add("attribution")
    dx, dy = {s.published for s in x}, {s.published for s in y}
    if dx and dy and "" not in dx | dy and not dx & dy:
        causes.add("update")
    if _part_of(x, y) or _part_of(y, x):
        causes.add("part-whole")
    return causes


def _part_of(x: Sequence[Statement], y: Sequence[Statement]) -> bool:
    """Whether x is the lesser and called a part wherever it is told, and y never."""
    if not all(s.part for s in x) or any(s.part for s in y):
        return False
    a, b = x[0].mention.value, y[0].mention.value
    if not isinstance(a, Amount) or not isinstance(b, Amount) or a.value is None or b.value is None:
        return False
    return a.value < b.value
