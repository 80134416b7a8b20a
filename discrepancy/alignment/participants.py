"""Who and where, across the articles of a story: groups of mentions that answer one question, each with its verdict."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.alignment.participants_context import Surroundings
from discrepancy.alignment.participants_frames import frame_findings
from discrepancy.alignment.participants_lent import lent
from discrepancy.alignment.participants_nations import nation_findings
from discrepancy.alignment.participants_offices import office_findings
from discrepancy.alignment.participants_organisations import organisation_findings
from discrepancy.alignment.participants_people import people_findings
from discrepancy.alignment.participants_places import place_findings
from discrepancy.alignment.participants_quotes import quote_findings
from discrepancy.alignment.participants_recipients import recipient_findings
from discrepancy.alignment.participants_roles import role_findings
from discrepancy.model import Article, Mention
from discrepancy.model.group import Group

Read = Sequence[tuple[Article, Sequence[Mention]]]


def participant_findings(articles: Read) -> list[Group]:
    """Groups of person, organisation and place mentions; verdicts included; empty for no articles.

    Order: conflicts, imprecise, agreements, each by confidence. The order of the articles changes nothing.
    """
    articles = lent(sorted(articles, key=lambda one: one[0].id))
    around = Surroundings([a for a, _ in articles])
    groups = [
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
    rank = {"conflict": 0, "imprecise": 1, "agree": 2}
    return sorted(groups, key=lambda g: (rank[g.verdict], -g.confidence, g.topic))
