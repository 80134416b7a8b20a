"""A conversion that does not fit the figure before it: "19 feet (5 metres)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from discrepancy.model import Amount, Article, Mention
from discrepancy.model.group import Group, cited
from discrepancy.normalise import unit as units
from discrepancy.normalise.relation import plain
from discrepancy.verdict.inside_stretch import POINT, Stretch

SURE = 0.75
SLACK = Decimal("0.01")
"""Of the larger figure: desks round twice."""
_PAIR = re.compile(rf"{POINT}(?:\s+[a-z]+)?\s*(?:\(\s*(?:or\s+)?{POINT}(?:\s+[a-z]+)?\s*\)|,\s+or\s+{POINT}\s*,)", re.IGNORECASE)


def conversions(article: Article, stretch: Stretch) -> Iterator[Group]:
    """Figures of one dimension in two units, the second in brackets, that are not one size whatever the rounding."""
    for match in _PAIR.finditer(stretch.marked):
        first, second = stretch.mentions[int(match[1])], stretch.mentions[int(match[2] or match[3])]
        a, b = first.value, second.value
        if not isinstance(a, Amount) or not isinstance(b, Amount) or a.unit == b.unit or a.per != b.per:
            continue
        if units.dimension(a.unit) is None or units.dimension(a.unit) != units.dimension(b.unit) or first.kind != second.kind != "duration":
            continue
        if _apart(a, b):
            yield _group(article, first, second, a, b)


def _apart(a: Amount, b: Amount) -> bool:
    if a.value is None or b.value is None or {a.approximation, b.approximation} - {"exact", "about"}:
        return False
    (al, ah), (bl, bh) = (_reach(v) for v in (a, b))
    slack = SLACK * max(abs(x) for x in (al, ah, bl, bh))
    return ah + slack < bl or bh + slack < al


def _reach(value: Amount) -> tuple[Decimal, Decimal]:
    """What the figure may be, in the base unit: its interval, at least as wide as its last written digit leaves."""
    assert value.value is not None
    low, high = value.value - value.resolution / 2, value.value + value.resolution / 2
    low = low if value.interval.low is None else min(low, value.interval.low)
    high = high if value.interval.high is None else max(high, value.interval.high)
    return units.to_base(low, value.unit), units.to_base(high, value.unit)


def _group(article: Article, first: Mention, second: Mention, a: Amount, b: Amount) -> Group:
    said, turned = (" ".join(m.text.split()) for m in (first, second))
    assert b.value is not None
    sum_of = f"{plain(b.value)} {b.unit} is {plain(units.convert(b.value, b.unit, a.unit))} {a.unit}"
    return Group(
        first.kind,
        f"{said} and its conversion",
        "conflict",
        ("internal", "unit"),
        f"{cited(article.id)} says {said}, but turns it into {turned}: {sum_of}.",
        SURE,
        ((said, said, ((article.id, first),)), (turned, turned, ((article.id, second),))),
        (("a figure and its conversion in brackets", 1.1),),
    )
