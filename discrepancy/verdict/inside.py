"""What one article says twice and differently, where its grammar leaves no other reading: findings with the cause `internal`.

Parts that do not sum to their total, a change that does not fit its ends, a conversion that does not fit, a weekday that does not
fall on its date, an age that does not fit the birth beside it, a headline that its text does not bear out. Each shows its arithmetic.
"""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.model import Article, Mention
from discrepancy.model.group import Group
from discrepancy.verdict.inside_change import changes
from discrepancy.verdict.inside_conversion import conversions
from discrepancy.verdict.inside_days import births, weekdays
from discrepancy.verdict.inside_parts import parts
from discrepancy.verdict.inside_stretch import stretches
from discrepancy.verdict.inside_title import headline
from discrepancy.verdict.inside_witness import witnessed

Read = tuple[Article, Sequence[Mention]]
"""An article with its figures and dates, of both fields."""


def inside_findings(stated: Sequence[Read]) -> list[Group]:
    """The contradictions of each article with itself, article by article."""
    return [group for number, (article, mentions) in enumerate(stated) for group in _of_one(article, mentions, stated, number)]


def _of_one(article: Article, mentions: Sequence[Mention], stated: Sequence[Read], number: int) -> list[Group]:
    found = [
        group for stretch in stretches(article, mentions) for rule in (parts, changes, conversions) for group in rule(article, stretch)
    ]
    others = [*stated[:number], *stated[number + 1 :]]
    found += [witnessed(group, mention, article, others) for group, mention in weekdays(article, mentions)]
    found += [*births(article, mentions), *headline(article, mentions)]
    return found
