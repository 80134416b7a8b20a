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


def inside_findings(article: Article, mentions: Sequence[Mention]) -> list[Group]:
    """The article's contradictions with itself, in the order of the text; `mentions` are its figures and dates, of both fields."""
    found = [
        group for stretch in stretches(article, mentions) for rule in (parts, changes, conversions) for group in rule(article, stretch)
    ]
    found += [group for rule in (weekdays, births) for group in rule(article, mentions)]
    found += headline(article, mentions)
    return found
