"""One person's nation said more and less closely: an English climber here, a British one there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from discrepancy.alignment.participants_context import Surroundings
from discrepancy.lexicon import table
from discrepancy.model import Article, Mention, Names
from discrepancy.model.group import Group
from discrepancy.normalise.name import fold
from discrepancy.normalise.place import demonyms, lies_in

Read = Sequence[tuple[Article, Sequence[Mention]]]
LEAST_LIKE = 0.3  # likeness of two sentences that tell of one event
MOST = 60  # such phrases of a story
Found = list[tuple[str, str, Mention]]


@cache
def _pattern() -> re.Pattern[str]:
    peoples = "|".join(sorted((w for w in demonyms() if " " not in w), key=lambda w: (-len(w), w)))
    bearers = "|".join(table("roles")["bearer"].split())
    return re.compile(rf"\b(?P<people>(?i:{peoples}))\s+(?:[a-z]+\s+)?(?P<bearer>(?i:{bearers}))s?\b")


def nation_findings(articles: Read, around: Surroundings) -> list[Group]:
    """One group for each noun that two articles give nations of which one lies in the other, in alike sentences."""
    by_bearer: dict[str, Found] = {}
    for article, _ in articles:
        for match in list(_pattern().finditer(article.text))[:MOST]:
            if match.group()[0].isupper():
                nation = demonyms()[fold(match["people"])]
                names = Names((match.group().lower(),), False)
                mention = Mention(match.start(), match.end(), match.group(), "person", names, match.span())
                by_bearer.setdefault(match["bearer"].lower(), []).append((article.id, nation, mention))
    groups = []
    for bearer, found in sorted(by_bearer.items()):
        group = _group(bearer, found[:MOST], around)
        if group is not None:
            groups.append(group)
    return groups


def _group(bearer: str, found: Found, around: Surroundings) -> Group | None:
    best, pair = 0.0, ("", "")
    for a, inner, one in found:
        for b, outer, two in found:
            if a != b and lies_in(inner, outer):
                near = around.likeness((a, one), (b, two))
                if near > best:
                    best, pair = near, (inner, outer)
    if best < LEAST_LIKE:
        return None
    values = tuple((n, n, tuple((a, m) for a, nation, m in found if nation == n)) for n in pair)
    why = f"The {bearer} is said to be from {pair[0]} and, more widely, from {pair[1]}."
    return Group("person", f"nation of the {bearer}", "imprecise", ("granularity",), why, round(min(0.5, 0.3 + 0.5 * best), 3), values)
