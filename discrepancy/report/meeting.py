"""Whether two values' closed intervals meet, as far as the report alone can say."""

from __future__ import annotations

from decimal import Decimal

from discrepancy.model import Interval
from discrepancy.model.report import FindingRecord, ValueRecord
from discrepancy.normalise.interval import reach
from discrepancy.normalise.unit import convert, dimension
from discrepancy.report.spans import NUMBERS, ends

_CONVERTED, _ROUNDED = Decimal("0.02"), Decimal("0.10")
"""Two outlets round a conversion differently (127 kg is 279.99 lb): the least and the most share that `normalise.relation` allows."""

_MOST = 30
"""Values of one finding beyond which nobody is singled out."""


def meet(one: ValueRecord, other: ValueRecord, kind: str) -> bool | None:
    """True where the intervals meet, False where they do not, None where that does not decide.

    That is: names and polarity; scores ("20-13"); a physical quantity with several mentions, which may be in several units; intervals
    that only touch; two lower bounds; two stretches of age; ages that do not meet; two currencies or dimensions; and dates, which are
    compared by their parts as well ("from 1966 to 1978" and "from 1967 to 1979" meet and exclude each other).
    """
    if kind not in NUMBERS or any(_undecided(value, kind) for value in (one, other)):
        return None
    (low, high), (low2, high2) = _reached(one, kind), _reached(other, kind)
    if (_hedged(one, "over", "at-least") and _hedged(other, "over", "at-least")) or (kind == "age" and low != high and low2 != high2):
        return None
    source, target = other.unit or "", one.unit or ""
    if source != target and dimension(source.split(" per ")[0]) and dimension(target.split(" per ")[0]):
        low2, high2 = (None if end is None else convert(end, source, target) for end in (low2, high2))
        if low2 is None and high2 is None:
            return None
        largest = max((abs(end) for end in (low, high, low2, high2) if end is not None), default=Decimal(0))
        close, far = (_share_point(low, high, low2, high2, share * largest) for share in (_CONVERTED, _ROUNDED))
        return close if close == far else None
    elif source != target and any(len(unit[:3]) == 3 and unit[:3].isupper() for unit in (source, target)):
        return None
    if (low is not None and low == high2) or (low2 is not None and low2 == high):
        return None  # figures whose roundings only touch are two figures (4% and 5%), stated ranges and bounds are not
    shared = _share_point(low, high, low2, high2, Decimal(0))
    return shared or (None if kind == "age" else False)  # between two articles a birthday may lie


def _share_point(low: Decimal | None, high: Decimal | None, low2: Decimal | None, high2: Decimal | None, slack: Decimal) -> bool:
    return (low is None or high2 is None or low - slack <= high2) and (low2 is None or high is None or low2 <= high + slack)


def _hedged(value: ValueRecord, *kinds: str) -> bool:
    return all(mention.approximation in kinds for mention in value.mentions)


def _reached(value: ValueRecord, kind: str) -> tuple[Decimal | None, Decimal | None]:
    """The ends of the interval as far as another value may lie in it: "more than 30,000" beside 40,000."""
    low, high = ends(value, kind)
    if _hedged(value, "over") or _hedged(value, "vague"):
        far = reach(Interval(low, high), low, "over" if _hedged(value, "over") else "vague")
        return far.low, far.high
    return low, high


def alone(finding: FindingRecord) -> frozenset[int]:
    """The sides of a conflict whose interval meets no other's, where others meet; none where that cannot be said."""
    values = finding.values
    if finding.verdict != "conflict" or not 2 < len(values) <= _MOST:
        return frozenset()
    stands = {(i, j): meet(values[i], values[j], finding.kind) for i in range(len(values)) for j in range(i + 1, len(values))}
    if None in stands.values():
        return frozenset()
    meeting = {side for pair, stand in stands.items() if stand for side in pair}
    return frozenset(range(len(values))) - meeting if meeting else frozenset()


def _undecided(value: ValueRecord, kind: str) -> bool:
    if value.low is None and value.high is None:
        return True
    if kind == "count" and not value.unit and None not in (value.low, value.high) and value.low != value.high:
        return all(mention.approximation == "exact" for mention in value.mentions)
    return len(value.mentions) > 1 and bool(value.unit) and dimension((value.unit or "").split(" per ")[0]) is not None
