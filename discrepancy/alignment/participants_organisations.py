"""Organisations across articles: the same body, in full or by its initials, is an agreement."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from discrepancy.lexicon import table
from discrepancy.model import Article, Mention, Names
from discrepancy.model.group import Group
from discrepancy.normalise.name import fold
from discrepancy.text.words import ordinary

Read = Sequence[tuple[Article, Sequence[Mention]]]
MOST_SHOWN = 4  # mentions of one article
_DROPPED = re.compile(r"^(?:the|us|united states|american|national) | (?:inc|corp|corporation|co|company|ltd|llc|plc|group)$")


def organisation_findings(articles: Read) -> list[Group]:
    """One agreement for each organisation that two articles name."""
    found: dict[str, list[tuple[str, Mention]]] = defaultdict(list)
    for article, mentions in articles:
        for mention in mentions:
            if mention.kind == "organisation" and isinstance(mention.value, Names):
                found[body(mention.value.names[0])].append((article.id, mention))
    short = {initials(key): key for key in sorted(found) if " " in key}
    for key in sorted(found):
        # "Investment Club" may be anybody's: only a word that is no everyday one makes it a name of the longer kind.
        telling = len(key) > 3 and not all(ordinary(w) for w in key.split())
        longer = [other for other in found if telling and other != key and f" {key} " in f" {other} "]
        if longer:
            least = min(longer, key=lambda k: (len(k.split()), k))
            if all(f" {least} " in f" {other} " for other in longer):
                short.setdefault(key, least)
    merged: dict[str, list[tuple[str, Mention]]] = defaultdict(list)
    for key, held in found.items():
        merged[_home(key, short)].extend(held)
    groups = []
    for _, held in sorted(merged.items()):
        first: dict[tuple[str, str], list[Mention]] = {}
        for source, mention in held:
            first.setdefault((source, mention.field), []).append(mention)
        by = sorted({a for a, _ in first})
        if len(by) > 1:
            shown = tuple((a, m) for (a, _), ms in sorted(first.items(), key=lambda kv: kv[0]) for m in ms[:MOST_SHOWN])
            name = _commonest(held)
            groups.append(Group("organisation", name, "agree", (), f"{len(by)} articles name {name}.", 0.7, ((name, name, shown),)))
    return groups


def _commonest(held: Sequence[tuple[str, Mention]]) -> str:
    """The form of the name that most articles use, the longest of those as common."""
    used = Counter(name for _, name in {(a, m.value.names[0]) for a, m in held if isinstance(m.value, Names)})
    return min(used, key=lambda n: (-used[n], -len(n), n))


def _home(key: str, short: dict[str, str]) -> str:
    """The fullest form of the name."""
    seen = {key}
    while short.get(key, key) not in seen:
        key = short[key]
        seen.add(key)
    return key


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
