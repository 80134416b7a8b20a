"""A minister by name in one article, the ministry in another, doing the same thing: said more and less closely."""

from __future__ import annotations

import re
from collections.abc import Sequence

from discrepancy.alignment.participants_context import Surroundings
from discrepancy.model import Article, Mention, Names
from discrepancy.model.group import Group, cited

Read = Sequence[tuple[Article, Sequence[Mention]]]
LEAST_LIKE = 0.15  # likeness of two sentences that tell of one act
_BEFORE = re.compile(r"(?P<of>[A-Z][a-z]+) (?P<office>Secretary|Minister|Commissioner)\s+$")


def office_findings(articles: Read, around: Surroundings) -> list[Group]:
    """One group for each office-holder and body whose sentences are alike."""
    groups = []
    for article, mentions in articles:
        for mention in mentions:
            if mention.kind != "person" or mention.field != "text" or not isinstance(mention.value, Names):
                continue
            before = _BEFORE.search(article.text, max(0, mention.start - 40), mention.start)
            if before is None:
                continue
            start = before.start()
            holder = Mention(start, mention.end, article.text[start : mention.end], "person", mention.value, (mention.start, mention.end))
            best = _body(articles, around, (article.id, holder), before["of"])
            if best is not None:
                groups.append(_group((article.id, holder), best[0], best[1]))
    closest: dict[str, Group] = {}
    for group in sorted(groups, key=lambda g: (-g.ledger[0][1], g.topic)):
        closest.setdefault(group.values[0][1], group)
    return list(closest.values())


def _body(articles: Read, around: Surroundings, holder: tuple[str, Mention], of: str) -> tuple[tuple[str, Mention], float] | None:
    """The body that does in another article what the holder does, with the likeness of the two sentences; None where none does."""
    body = re.compile(
        rf"(?:the )?(?:US |U\.S\. |British |Federal )?(?:{of} (?:Department|Ministry|Office)|(?:Department|Ministry|Office) of {of})",
        re.IGNORECASE,
    )
    best: tuple[tuple[str, Mention], float] | None = None
    for article, _ in articles:
        if article.id == holder[0]:
            continue
        for match in body.finditer(article.text):
            found = Mention(match.start(), match.end(), match.group(), "organisation", Names((match.group(),)), match.span())
            near = around.likeness(holder, (article.id, found))
            if near >= LEAST_LIKE and (best is None or near > best[1]):
                best = ((article.id, found), near)
    return best


def _group(holder: tuple[str, Mention], body: tuple[str, Mention], near: float) -> Group:
    values = ((holder[1].text, _name(holder[1]), (holder,)), (body[1].text, _name(body[1]), (body,)))
    why = f"{cited(holder[0])} names {holder[1].text}, {cited(body[0])} speaks of {body[1].text}."
    return Group(
        "person",
        f"{holder[1].text} or {body[1].text}",
        "imprecise",
        ("granularity",),
        why,
        0.5,
        values,
        (("alike sentences", round(near, 3)),),
    )


def _name(mention: Mention) -> str:
    return mention.value.names[0] if isinstance(mention.value, Names) else mention.text
