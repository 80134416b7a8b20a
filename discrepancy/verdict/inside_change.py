"""A change that does not fit its ends: "rose 10% from 50 to 60", "fell by 12 to 40 from 55"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from discrepancy.lexicon import table
from discrepancy.model import Amount, Article, Mention
from discrepancy.model.group import Group, cited
from discrepancy.model.mention import Kind
from discrepancy.model.values import Interval
from discrepancy.normalise import unit as units
from discrepancy.normalise.relation import plain
from discrepancy.verdict.inside_stretch import CLOSE, OPEN, Stretch, whole

SURE = 0.75
SLACK = Decimal("0.05")
"""Of the change: ends are often rounded more than they are written."""
LEAST = Decimal("0.5")
"""The same, in points of a percentage, at least."""
_SMALL = Decimal(100)


@dataclass(frozen=True, slots=True)
class End:
    """One end of a change: what it may be, in its unit's base unit."""

    stated: Decimal
    low: Decimal
    high: Decimal


_WHEN = rf"(?:\s+(?:(?:in|during|on)\s+)?{OPEN}D\d+{CLOSE})?"
"""A date after an end."""


def _mark(name: str, what: str = "N") -> str:
    return rf"{OPEN}{what}(?P<{name}>\d+){CLOSE}"


@cache
def _shapes() -> tuple[re.Pattern[str], ...]:
    """Where a change stands beside its ends: N the change, A and B where it began and ended, R both as one range."""
    noun = "|".join(table("inside")["changes"])
    change = rf"(?P<by>\bby\s+)?{_mark('N')}(?:\s+(?:{noun}))?{_WHEN}\s*,?\s+"
    spread, from_to, to_from = (
        rf"from\s+{_mark('R', 'R')}",
        rf"from\s+{_mark('A')}{_WHEN}\s+to\s+{_mark('B')}",
        rf"(?:to|at)\s+{_mark('B')}{_WHEN}\s*,?\s+(?:(?:up|down)\s+)?from\s+{_mark('A')}",
    )
    after = rf"{_WHEN}\s*,\s+(?:or\s+)?(?:an?(?:\s+[a-z]+)?|up|down)\s+(?P<by>by\s+)?{_mark('N')}"
    shapes = [change + ends for ends in (spread, from_to, to_from)]
    shapes += [rf"{ends}{after}" for ends in (spread, from_to, to_from)]
    return tuple(re.compile(shape, re.IGNORECASE) for shape in shapes)


@cache
def _rates() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('inside')['rates'])})\b", re.IGNORECASE)


def changes(article: Article, stretch: Stretch) -> Iterator[Group]:
    """Changes of exact figures that lie outside what their ends leave, rounding and a slack allowed."""
    if _rates().search(stretch.marked):
        return
    taken: set[int] = set()
    for shape in _shapes():
        for match in shape.finditer(stretch.marked):
            group = _checked(article, stretch, match)
            if group is not None and match.start() not in taken:
                taken.add(match.start())
                yield group


def _checked(article: Article, stretch: Stretch, match: re.Match[str]) -> Group | None:
    held = {name: stretch.mentions[int(index)] for name, index in match.groupdict().items() if name != "by" and index}
    ends = _ends(held)
    if ends is None:
        return None
    first, last, told = ends
    change = held.get("N")
    if change is None or not isinstance(change.value, Amount) or not _flat(change.value):
        return None
    if change.value.unit == "percent":
        return _share(article, change, first, last, told)
    return _step(article, change, first, last, told) if match["by"] else None


def _flat(value: Amount) -> bool:
    return value.value is not None and value.approximation == "exact"


def _ends(held: dict[str, Mention]) -> tuple[End, End, list[Mention]] | None:
    """Where the change began and ended, and the mentions that say so; None where they are hedged or of two units."""
    if "R" in held and "N" in held:
        value = held["R"].value
        if (
            not isinstance(value, Amount)
            or value.approximation != "exact"
            or value.low is None
            or value.high is None
            or value.unit == "percent"
        ):
            return None
        return _end(value.low, value), _end(value.high, value), [held["R"]]
    if "A" not in held or "B" not in held:
        return None
    a, b = held["A"].value, held["B"].value
    if not isinstance(a, Amount) or not isinstance(b, Amount) or not (_flat(a) and _flat(b)) or a.unit == "percent":
        return None
    if a.per != b.per or (a.unit != b.unit and units.dimension(a.unit) is None and a.unit and b.unit):
        return None
    assert a.value is not None
    assert b.value is not None
    return _end(a.value, a), _end(b.value, b), [held["A"], held["B"]]


def _end(stated: Decimal, value: Amount) -> End:
    step = min(value.resolution, Decimal(1)) if stated == stated.to_integral_value() and abs(stated) < _SMALL else value.resolution
    return End(*(units.to_base(x, value.unit) for x in (stated, stated - step / 2, stated + step / 2)))


def _share(article: Article, change: Mention, first: End, last: End, told: list[Mention]) -> Group | None:
    value = change.value
    if first.low <= 0 or last.low <= 0 or not isinstance(value, Amount) or value.value is None:
        return None
    shares = [abs(b / a - 1) * 100 for a in (first.low, first.high) for b in (last.low, last.high)]
    exact = abs(last.stated / first.stated - 1) * 100
    low, high = min(shares), max(shares)
    slack = max(LEAST, SLACK * max(value.value, exact))
    stated = value.interval
    if stated.low is None or stated.high is None or (stated.low <= high + slack and low - slack <= stated.high):
        return None
    shown = round(exact, 1)
    sum_of = f"|{plain(last.stated)} − {plain(first.stated)}| ÷ {plain(first.stated)} = {plain(shown)}%"
    return _group(article, change, told, Amount(shown, None, None, "percent", Interval(low, high), Decimal("0.1")), sum_of, "percent")


def _step(article: Article, change: Mention, first: End, last: End, told: list[Mention]) -> Group | None:
    value = change.value
    if not isinstance(value, Amount) or value.value is None or value.interval.low is None or value.interval.high is None:
        return None
    one = told[0].value
    if not isinstance(one, Amount) or change.kind != told[0].kind or (value.unit != one.unit and value.unit and one.unit):
        return None
    exact = abs(last.stated - first.stated)
    room = (first.high - first.low + last.high - last.low) / 2 + SLACK * exact
    low, high = (units.to_base(x, value.unit) for x in (value.interval.low, value.interval.high))
    if low <= exact + room and exact - room <= high:
        return None
    sum_of = f"|{plain(last.stated)} − {plain(first.stated)}| = {plain(exact)}"
    return _group(
        article, change, told, Amount(exact, None, None, value.unit, Interval(exact - room, exact + room), Decimal(1)), sum_of, change.kind
    )


def _group(article: Article, change: Mention, told: list[Mention], value: Amount, sum_of: str, kind: Kind) -> Group:
    start, end, words = whole(article, told)
    ends = Mention(start, end, words, kind, value, (start, end), change.field)
    said, between = " ".join(change.text.split()), " ".join(words.split())
    return Group(
        kind,
        f"change of {said}, {between}",
        "conflict",
        ("internal",),
        f"{cited(article.id)} says {said}, but {between} is another change: {sum_of}.",
        SURE,
        (
            (said, said, ((article.id, change),)),
            (f"{between} ({plain(value.value)}{'%' if kind == 'percent' else ''})", between, ((article.id, ends),)),
        ),
        (("a change and both its ends in one clause", 1.1),),
    )
