"""Where it happened: places of title and first sentences that lie in one another, and places spelt in two ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations, pairwise

from discrepancy.alignment.participants_context import Surroundings
from discrepancy.model import Article, Mention, Names
from discrepancy.model.group import Group
from discrepancy.normalise.name import consonants, distance, fold
from discrepancy.normalise.place import demonyms, lies_in, place_name

Read = Sequence[tuple[Article, Sequence[Mention]]]
Found = list[tuple[str, Mention]]
LEAD = 600  # characters of the text that tell what happened and where
MOST_SHOWN = 4  # mentions of one value in one article
MOST = 60  # places of a story that are compared with one another
SURE = 0.34  # share of these findings that was right, whatever the likeness (tests/bench/rules.py, as for polarity)
LEAST_LIKE = 0.25  # likeness of two sentences that tell of one event (tests/bench/participants.py, by fold)
_PART = re.compile(
    r"^(?:(?:south|north|east|west)\w*|central|downtown|suburban|midtown|inner|outer|upper|lower|near|outside|off) (?=[A-Z])"
)
_LIES = (", ", ", in ", " in ", " in the ", ", a town in ", ", a village in ", ", a city in ")
"""What stands between a place and the one it lies in."""
_BESIDE = re.compile(r"^(?:near|outside|off) ")
"""Beside a place is no part of it, and editors take "off X" for "in X": of six such differences one was labelled."""


def place_findings(articles: Read, around: Surroundings) -> list[Group]:
    """Spelling conflicts; where the event was, if some say it more closely; agreements on each place."""
    places = _places(articles)
    groups = _spellings(places)
    lead = {name: [(a, m) for a, m in found if m.field == "title" or m.start < LEAD] for name, found in places.items()}
    texts = {(a.id, f): a.field_text(f) for a, _ in articles for f in ("text", "title")}
    behind: set[tuple[str, str, int]] = {(a, m.field, m.end) for found in places.values() for a, m in found}
    lead = {
        name: [(a, m) for a, m in found if _located(texts[a, m.field], m) and not _appended(texts[a, m.field], a, m, behind)]
        for name, found in lead.items()
    }
    lead = {name: lead[name] for name in sorted((n for n in lead if lead[n]), key=lambda n: (-len(lead[n]), n))[:MOST]}
    inside = _inside(articles, lead)
    for component in _components(lead, inside):
        group = _where(component, lead, inside, around)
        if group is not None:
            groups.append(group)
    # A difference of granularity shows the opening alone: beside it all that name the place agree.
    used = {name for group in groups for name, _, _ in group.values if group.verdict == "conflict"}
    named = _named(places)
    for name in sorted(n for n in named if n not in used)[: 2 * MOST]:
        shown = _firsts(named[name])
        if len({a for a, _ in shown}) > 1:
            groups.append(
                Group("place", name, "agree", (), f"{len({a for a, _ in shown})} articles name {name}.", 0.6, ((name, name, shown),))
            )
    return groups


def _named(places: dict[str, Found]) -> dict[str, Found]:
    """Place -> what names it or what lies beside it, in capitals or not; in the order of articles and text."""
    forms: dict[str, dict[str, Found]] = defaultdict(dict)
    for name, found in places.items():
        beside = _BESIDE.sub("", name)
        forms[fold(beside)].setdefault(beside, []).extend(found)
    out = {}
    for written in forms.values():
        name = min(written, key=lambda n: (-len({a for a, _ in written[n]}), n.isupper(), n))
        out[name] = sorted((m for found in written.values() for m in found), key=lambda m: (m[0], m[1].field, m[1].start))
    return out


_LOCATED = re.compile(r"\b(?:in|at|near|outside|around|off|on|from|of|to|across|inside)\s+(?:the\s+|a\s+)?(?:[a-z]+\s+){0,2}$|,\s+$")


def _located(text: str, mention: Mention) -> bool:
    """Whether the mention follows a word of place or a place's comma; a dateline says where the reporter is."""
    return bool(_LOCATED.search(text[max(0, mention.start - 40) : mention.start])) or mention.text[0].islower()


def _appended(text: str, article: str, mention: Mention, behind: set[tuple[str, str, int]]) -> bool:
    """Whether the mention only says where the place right before it lies ("Hope, Arkansas")."""
    gap = re.search(r",\s(?:in\s)?$", text[max(0, mention.start - 5) : mention.start])
    return gap is not None and (article, mention.field, mention.start - len(gap.group())) in behind


def _places(articles: Read) -> dict[str, Found]:
    """Canonical place, with the part that is meant -> its mentions in the order of articles and text."""
    found: dict[str, Found] = defaultdict(list)
    for article, mentions in articles:
        for mention in mentions:
            if mention.kind == "place" and isinstance(mention.value, Names):
                found[mention.value.names[0]].append((article.id, mention))
    return dict(found)


def whole(name: str) -> str:
    """The place of which `name` is a part or the neighbourhood: "southern Iran" -> "Iran"."""
    return _PART.sub("", name)


def _inside(articles: Read, lead: dict[str, Found]) -> set[tuple[str, str]]:
    """(inner, outer) pairs: by the gazetteer, by "Inner, Outer" in an article, by a part's name."""
    pairs = set()
    written = written_pairs(articles)
    for a, b in combinations(sorted(lead), 2):
        for inner, outer in ((a, b), (b, a)):
            x, y = whole(inner), whole(outer)
            if (
                (x == y and inner != x and outer == y and not _BESIDE.match(inner))
                or (x != y and (lies_in(x, y) or (x, y) in written))
                or (x != y and inner == x and x.endswith(" " + y))
            ):
                pairs.add((inner, outer))
    return pairs


def written_pairs(articles: Read) -> set[tuple[str, str]]:
    """(inner, outer) of places written "Inner, Outer" or "Inner in Outer"."""
    pairs = set()
    for article, mentions in articles:
        places = [m for m in mentions if m.kind == "place" and isinstance(m.value, Names)]
        for one, two in pairwise(places):
            if (
                one.field == two.field
                and article.field_text(one.field)[one.end : two.start] in _LIES
                and isinstance(one.value, Names)
                and isinstance(two.value, Names)
            ):
                pairs.add((whole(one.value.names[0]), whole(two.value.names[0])))
    return pairs


def _components(lead: dict[str, Found], inside: set[tuple[str, str]]) -> list[list[str]]:
    """Each chain of places: one that most articles name, with those that lie in it or hold it; most articles first."""
    left = sorted(lead, key=lambda n: (-len({a for a, _ in lead[n]}), n))
    out = []
    while left:
        head = left.pop(0)
        chain = [head, *(n for n in left if (n, head) in inside or (head, n) in inside)]
        left = [n for n in left if n not in chain]
        out.append(chain)
    return sorted(out, key=lambda c: -len({a for n in c for a, _ in lead[n]}))


def _where(chain: list[str], lead: dict[str, Found], inside: set[tuple[str, str]], around: Surroundings) -> Group | None:
    """The difference on one chain of places; None where there is none. An article answers with the closest place it names."""
    closest: dict[str, list[str]] = {}
    for name in chain:
        for article, _ in lead[name]:
            closest.setdefault(article, [])
            if name not in closest[article]:
                closest[article].append(name)
    if len(closest) < 2:
        return None
    for article, named in closest.items():
        closest[article] = [n for n in named if not any((other, n) in inside for other in named)]
    values = []
    for name in chain:
        first: dict[str, Mention] = {}
        for article, mention in lead[name]:
            if name in closest[article]:
                first.setdefault(article, mention)
        if first:
            values.append((name, name, tuple(sorted(first.items()))))
    if not values:
        return None
    head = values[0]
    linked, sure = [head], 0.0
    for other in values[1:]:
        if (other[0], head[0]) in inside or (head[0], other[0]) in inside:
            near = max((around.likeness(x, y) for x in head[2] for y in other[2] if x[0] != y[0]), default=0.0)
            if near >= LEAST_LIKE:
                linked.append(other)
                sure = max(sure, near)
    if len(linked) == 1:
        return None
    shown = tuple((v[0], v[0], _firsts(lead[v[0]])) for v in linked)
    names = ", ".join(v[0] for v in shown)
    why = f"{names}: one lies in the other; some say it more closely."
    return Group(
        "place",
        f"where: {head[0]}",
        "imprecise",
        ("granularity",),
        why,
        SURE,
        shown,
        (("alike sentences", round(sure, 3)),),
    )


def _firsts(found: Found) -> tuple[tuple[str, Mention], ...]:
    """The first MOST_SHOWN mentions of each article's text and of its title, in order."""
    first: dict[tuple[str, str], list[Mention]] = {}
    for article, mention in found:
        held = first.setdefault((article, mention.field), [])
        if len(held) < MOST_SHOWN:
            held.append(mention)
    return tuple((article, mention) for (article, _), held in sorted(first.items(), key=lambda kv: kv[0]) for mention in held)


def _spellings(places: dict[str, Found]) -> list[Group]:
    """Two unknown places one consonant apart, of different articles, the rarer one in one article alone."""
    groups = []
    for a, b in combinations(sorted(places, key=lambda n: (-len(places[n]), n))[:MOST], 2):
        x, y = fold(a), fold(b)
        if (
            min(len(x), len(y)) < 5
            or distance(x, y) != 1
            or consonants(x).rstrip("h") == consonants(y).rstrip("h")
            or x + "s" == y
            or y + "s" == x
        ):
            continue
        if (place_name(a) and place_name(b)) or x in demonyms() or y in demonyms() or {i for i, _ in places[a]} & {i for i, _ in places[b]}:
            continue
        shown = tuple((n, n, tuple({i: (i, m) for i, m in reversed(places[n])}.values())) for n in (a, b))
        groups.append(Group("place", f"spelling of {a}", "conflict", ("spelling",), f"The place is written {a} and {b}.", 0.5, shown))
    return groups
