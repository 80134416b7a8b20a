"""One story in, one report out: read figures, find who answers the same question, judge, explain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from discrepancy.alignment.claim import Claim, Slots, read_slots
from discrepancy.alignment.cluster import Facet, facets
from discrepancy.alignment.confidence import finding_row
from discrepancy.alignment.models import Models, shipped_models
from discrepancy.alignment.pairs import Pair, candidate_pairs, judge_first, judge_second, second_rows
from discrepancy.extraction import read_mentions
from discrepancy.model import Article, Mention
from discrepancy.verdict.judge import Outcome, Statement, judge


@dataclass(frozen=True, slots=True, eq=False)
class Compared:
    """A facet with its verdict: `values` are its claims by value, `row` the features of its confidence."""

    facet: Facet
    outcome: Outcome
    values: tuple[tuple[Claim, ...], ...]
    row: tuple[float, ...]
    confidence: float = 1.0


def read_figures(article: Article) -> tuple[Mention, ...]:
    """Every figure and date of the title and the text."""
    title = tuple(replace(m, field="title") for m in read_mentions(article.title, article.published)) if article.title else ()
    return (*title, *read_mentions(article.text, article.published))


def align(slots: Slots, pairs: Sequence[Pair], models: Models) -> list[Facet]:
    """Facets of a story's claims."""
    judge_first(pairs, models.first)
    second_rows(pairs)
    judge_second(pairs, models.second)
    return facets(slots.claims, pairs, models.limits)


def compared(facet: Facet, articles: Sequence[Article]) -> Compared:
    """Judge one facet."""
    by_mention = {id(c.mention): c for c in facet.claims}
    outcome = judge([_statement(c, articles) for c in facet.claims])
    values = tuple(tuple(by_mention[id(s.mention)] for s in group) for group in outcome.values)
    row = finding_row(facet, values, outcome.verdict == "conflict", outcome.causes)
    return Compared(facet, outcome, values, tuple(row))


def _statement(claim: Claim, articles: Sequence[Article]) -> Statement:
    article = articles[claim.article]
    return Statement(article.id, claim.mention, (), "", article.published.isoformat() if article.published else "")


def figures(articles: Sequence[Article], models: Models | None = None) -> list[Compared]:
    """All figures and dates of a story, aligned and judged, agreements included."""
    slots = read_slots(articles, [read_figures(a) for a in articles])
    models = models or shipped_models()
    return [compared(f, articles) for f in align(slots, candidate_pairs(slots), models)]
