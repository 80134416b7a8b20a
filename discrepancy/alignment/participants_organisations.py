"""Organisations across articles: the same body, in full or by its initials, is an agreement."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from discrepancy.lexicon import table
from discrepancy.model import Article, Mention, Names
from discrepancy.model.group import Group
from discrepancy.normalise.name import fold

Read = Sequence[tuple[Article, Sequence[Mention]]]
MOST_SHOWN = 2  # mentions of one article
_DROPPED = re.compile(r"^(?:the|us|united states|american|national) | (?:inc|corp|corporation|co|company|ltd|llc|plc|group)$")


def organisation_findings(articles: Read) -> list[Group]:
    """One agreement for each organisation that two articles name."""
    found: dict[str, list[tuple[str, Mention]]] = defaultdict(list)
    names: dict[str, str] = {}
    for article, mentions in articles:
        for mention in mentions:
            if mention.kind == "organisation" and isinstance(mention.value, Names):
                key = body(mention.value.names[0])
                names.setdefault(key, mention.value.names[0])
                found[key].append((article.id, mention))
    short = {initials(key): key for key in sorted(found) if " " in key}
    for key in sorted(found):
        heads = [
            other
            for other in sorted(found)
            if other != key and " " not in key and key in (other.split()[0], other.split()[-1]) and len(key) > 3
        ]
        if len(heads) == 1:
            short.setdefault(key, heads[0])
    merged: dict[str, list[tuple[str, Mention]]] = defaultdict(list)
    for key, held in found.items():
        merged[short.get(key, key)].extend(held)
    groups = []
    for key, held in sorted(merged.items()):
        first: dict[tuple[str, str], list[Mention]] = {}
        for source, mention in held:
            first.setdefault((source, mention.field), []).append(mention)
        by = sorted({a for a, _ in first})
        if len(by) > 1:
            shown = tuple((a, m) for (a, _), ms in sorted(first.items(), key=lambda kv: kv[0]) for m in ms[:MOST_SHOWN])
            groups.append(
                Group(
                    "organisation",
                    names[key],
                    "agree",
                    (),
                    f"{len(by)} articles name {names[key]}.",
                    0.7,
                    ((names[key], names[key], shown),),
                )
            )
    return groups


def body(name: str) -> str:
    """The folded name without article, country and legal form."""
    name = fold(name.replace(".", "") if len(name) < 8 else name)
    for _ in range(2):
        name = _DROPPED.sub("", name)
    return name


def initials(key: str) -> str:
    """First letters of a folded name of several words."""
    small = frozenset(table("titles")["small"].split())
    return "".join(w[0] for w in key.split() if w not in small)
