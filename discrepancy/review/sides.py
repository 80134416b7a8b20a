"""Who says what: a finding seen from its articles.

The values of a finding are its sides, numbered as the report orders them from 0. An article may be on several sides
(it contradicts itself) or on none (it is silent).
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from discrepancy.model.report import ArticleRecord, FindingRecord, MentionRecord, Report, ValueRecord


@dataclass(frozen=True, slots=True)
class Statement:
    """One mention of one side: `side` indexes the finding's values, `repeated` is True where its article has said the value before."""

    side: int
    value: ValueRecord
    mention: MentionRecord
    repeated: bool = False


def statements(finding: FindingRecord) -> tuple[Statement, ...]:
    """Every mention of the finding: value by value in the report's order, within a value as the report lists them."""
    found = []
    for side, value in enumerate(finding.values):
        seen: set[str] = set()
        for mention in value.mentions:
            found.append(Statement(side, value, mention, mention.article in seen))
            seen.add(mention.article)
    return tuple(found)


def positions(finding: FindingRecord) -> dict[str, tuple[Statement, ...]]:
    """Article id -> what it says first on each side it takes, in the order of the sides; silent articles are absent."""
    taken: dict[str, list[Statement]] = {}
    for statement in statements(finding):
        if not statement.repeated:
            taken.setdefault(statement.mention.article, []).append(statement)
    return {article: tuple(said) for article, said in taken.items()}


def backers(value: ValueRecord) -> tuple[str, ...]:
    """The articles that state a value, each once, in the order of its mentions."""
    return tuple(dict.fromkeys(mention.article for mention in value.mentions))


def leading_side(finding: FindingRecord) -> int | None:
    """The one side with the most articles; None where two or more share that rank."""
    sizes = [len(backers(value)) for value in finding.values]
    most = max(sizes, default=0)
    return sizes.index(most) if sizes.count(most) == 1 else None


def lone_sides(finding: FindingRecord) -> frozenset[int]:
    """The sides of a conflict that one article holds alone, against a leading side of two or more whose interval theirs does not meet.

    None in a finding that is no conflict.
    """
    leading = leading_side(finding)
    if leading is None or finding.verdict != "conflict" or len(backers(finding.values[leading])) < 2:
        return frozenset()
    others = ((side, value) for side, value in enumerate(finding.values) if side != leading)
    return frozenset(side for side, value in others if len(backers(value)) == 1 and apart(value, finding.values[leading]))


def apart(one: ValueRecord, other: ValueRecord) -> bool:
    """True where no number or date lies in both closed intervals; of values without intervals, True."""
    lows, highs = [_end(value.low) for value in (one, other)], [_end(value.high) for value in (one, other)]
    if any(low is None and high is None for low, high in zip(lows, highs, strict=True)):
        return True
    return _beyond(lows[0], highs[1]) or _beyond(lows[1], highs[0])


def _end(text: str | None) -> Decimal | str | None:
    """A number, else a date as written, of which the first ten characters compare by day."""
    if text is None:
        return None
    try:
        return Decimal(text)
    except InvalidOperation:
        return text


def _beyond(low: Decimal | str | None, high: Decimal | str | None) -> bool:
    if isinstance(low, Decimal) and isinstance(high, Decimal):
        return low > high
    if isinstance(low, str) and isinstance(high, str):
        common = min(len(low), len(high))
        return low[:common] > high[:common]
    return False


def source_names(report: Report) -> dict[str, str]:
    """Article id -> the name to head its column: its source, with the id where two articles share the source or none is given."""
    sources = [article.source for article in report.articles]
    return {article.id: _name(article, sources.count(article.source)) for article in report.articles}


def _name(article: ArticleRecord, sharing: int) -> str:
    if not article.source:
        return article.id
    return article.source if sharing == 1 else f"{article.source} {article.id}"
