"""Who and where, across the articles of a story: groups of mentions that answer one question, each with its verdict."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.alignment.participants_context import Surroundings
from discrepancy.alignment.participants_frames import frame_findings
from discrepancy.alignment.participants_learned import learned_findings
from discrepancy.alignment.participants_lent import lent
from discrepancy.alignment.participants_nations import nation_findings
from discrepancy.alignment.participants_offices import office_findings
from discrepancy.alignment.participants_organisations import organisation_findings
from discrepancy.alignment.participants_people import people_findings
from discrepancy.alignment.participants_places import place_findings
from discrepancy.alignment.participants_quotes import quote_findings
from discrepancy.alignment.participants_recipients import recipient_findings
from discrepancy.alignment.participants_roles import role_findings
from discrepancy.alignment.participants_unknown import with_unknown
from discrepancy.model import Article, Mention
from discrepancy.model.group import Group

Read = Sequence[tuple[Article, Sequence[Mention]]]


RANK = {"conflict": 0, "imprecise": 1, "agree": 2}


def participant_findings(articles: Read) -> list[Group]:
    """Groups of person, organisation and place mentions; verdicts included; empty for no articles.

    Order: conflicts, imprecise, agreements, each by confidence. The order of the articles changes nothing.
    """
    articles = lent(sorted(articles, key=lambda one: one[0].id))
    return merged(rule_findings(with_unknown(articles)), learned_findings(articles))


def rule_findings(articles: Read) -> list[Group]:
    """What typed rules find: spellings, quotations, places within places, offices, agreements. Articles by id, names lent."""
    around = Surroundings([a for a, _ in articles])
    return [
        *people_findings(articles, around),
        *organisation_findings(articles),
        *quote_findings(articles),
        *place_findings(articles, around),
        *recipient_findings(articles),
        *office_findings(articles, around),
        *frame_findings(articles, around),
        *nation_findings(articles, around),
        *role_findings(articles),
    ]


def merged(by_rule: Sequence[Group], learned: Sequence[Group]) -> list[Group]:
    """All groups in order, without a difference whose mentions a surer one tells; of two as sure the rule's."""
    differences = sorted(
        ((g, n) for n, some in enumerate((by_rule, learned)) for g in some if g.verdict != "agree"),
        key=lambda x: (-x[0].confidence, x[1], x[0].topic),
    )
    kept: list[Group] = []
    told: set[tuple[str, str, int]] = set()
    for group, is_learned in differences:
        spans = {(a, m.field, i) for _, _, held in group.values for a, m in held for i in (m.start, m.end)}
        if is_learned and spans & told:
            continue
        kept.append(group)
        told |= spans
    kept += [g for g in by_rule if g.verdict == "agree"]
    return sorted(kept, key=lambda g: (RANK[g.verdict], -g.confidence, g.topic))
