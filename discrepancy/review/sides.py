"""Who says what: a finding seen from its articles.

The values of a finding are its sides, numbered as the report orders them from 0. An article may be on several sides
(it contradicts itself) or on none (it is silent).
"""

from __future__ import annotations

from dataclasses import dataclass

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
    """The sides of a conflict that one article holds alone, against a leading side of two or more; none in any other finding."""
    leading = leading_side(finding)
    if leading is None or finding.verdict != "conflict" or len(backers(finding.values[leading])) < 2:
        return frozenset()
    return frozenset(side for side, value in enumerate(finding.values) if side != leading and len(backers(value)) == 1)


def source_names(report: Report) -> dict[str, str]:
    """Article id -> the name to head its column: its source, with the id where two articles share the source or none is given."""
    sources = [article.source for article in report.articles]
    return {article.id: _name(article, sources.count(article.source)) for article in report.articles}


def _name(article: ArticleRecord, sharing: int) -> str:
    if not article.source:
        return article.id
    return article.source if sharing == 1 else f"{article.source} {article.id}"
