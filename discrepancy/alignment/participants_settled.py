"""What a name names, settled over a whole story: one form is a person, an organisation or a place in all its articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from discrepancy.lexicon import table
from discrepancy.model import Article, Kind, Mention, Names
from discrepancy.normalise.name import fold, person_name
from discrepancy.normalise.place import place_name

Read = Sequence[tuple[Article, Sequence[Mention]]]
Settled = Mapping[str, tuple[Kind, str]]
ORDER: tuple[Kind, ...] = ("place", "organisation", "person")
"""Of two kinds that as many articles tell: a person is what a name of two words is taken for where nothing tells."""


def settled(articles: Read) -> list[tuple[Article, list[Mention]]]:
    """The articles with mentions of one form under one kind; a lone name of somebody whom the story names in full is that person."""
    votes: dict[str, Counter[Kind]] = defaultdict(Counter)
    written: dict[str, str] = {}
    for _, mentions in articles:
        for kind, name in sorted({(m.kind, m.value.names[0]) for m in mentions if isinstance(m.value, Names)}):
            votes[fold(name)][kind] += 1
            written.setdefault(fold(name), name)
    kinds: dict[str, tuple[Kind, str]] = {}
    people = _people(votes, written)
    for form, counted in votes.items():
        name = written[form]
        if " " not in form and form in people and not place_name(name):
            kinds[form] = ("person", people[form])
        elif " " in form and (other := _led_by(form, votes)) is not None:
            kinds[form] = (other, name)
        elif len(counted) > 1:
            kinds[form] = (min(counted, key=lambda k: (-counted[k], ORDER.index(k))), name)
    return [(article, [_as(m, kinds) for m in mentions]) for article, mentions in articles]


def _as(mention: Mention, kinds: Settled) -> Mention:
    if not isinstance(mention.value, Names) or not mention.value.named:
        return mention
    found = kinds.get(fold(mention.value.names[0]))
    if found is None or found == (mention.kind, mention.value.names[0]):
        return mention
    kind, name = found
    if kind == mention.kind != "person":
        return mention
    return replace(mention, kind=kind, value=replace(mention.value, names=(name,)))


def _people(votes: Mapping[str, Counter[Kind]], written: Mapping[str, str]) -> dict[str, str]:
    """Lone surname, or lone given name of somebody with a known one, -> full name; a form of two persons is left out."""
    forms: dict[str, set[str]] = defaultdict(set)
    for form, counted in votes.items():
        words = form.split()
        if len(words) < 2 or counted["person"] < max(counted.values()) or _led_by(form, votes) is not None:
            continue
        forms[person_name(written[form]).surname].add(form)
        if words[0] in _given():
            forms[words[0]].add(form)
    return {lone: written[min(full)] for lone, full in forms.items() if len(full) == 1 and len(lone) > 2}


def _led_by(form: str, votes: Mapping[str, Counter[Kind]]) -> Kind | None:
    """The kind of what the story also calls by the first word alone: nobody is called by an unknown given name where the surname never
    stands alone ("Zipcoin Pay", then "Zipcoin")."""
    words = form.split()
    lone = votes.get(words[0])
    if lone is None or not votes[form]["person"] or words[0] in _given() or words[-1] in votes or lone["person"]:
        return None
    return min(lone, key=lambda k: (-lone[k], ORDER.index(k)))


@cache
def _given() -> frozenset[str]:
    names = table("givennames")
    return frozenset(fold(w) for group in ("common", "international", "doubtful") for w in names[group].split())
