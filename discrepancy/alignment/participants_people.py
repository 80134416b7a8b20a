"""Persons across articles: one name spelt in two ways is a conflict; the same person named in several is an agreement."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from discrepancy.alignment.participants_context import Surroundings
from discrepancy.lexicon import table
from discrepancy.model import Article, Mention, Names
from discrepancy.model.group import Group, cited
from discrepancy.normalise.name import consonants, fold, person_name, relation
from discrepancy.text.words import lemma

Read = Sequence[tuple[Article, Sequence[Mention]]]
SPELLING = 0.75  # confidence of a spelling conflict on somebody the story is about: three in four were right on labelled stories
ASIDE = 0.3  # the same on somebody whom two articles name once, far down
RELATIVES = 0.4  # of two relatives taken for one another: seen once, so no better than that
SAME_OFFICE = 0.5  # the same where both hold one office: of stories of our own, which the rule was not written for, most were right
SHORT = 4  # letters of a given name that may be cut from a longer one ("Ben", Benedicto)
FAR = 3500  # characters from the start of an article
LEAST_LIKE = 0.3  # likeness of two sentences that tell of one act
MOST_SHOWN = 4  # mentions of one article in an agreement, and as many of its headline
MOST_FURTHER = 2  # mentions of one spelling beyond the first of each article
MOST = 150  # persons of one story that are compared with one another


@dataclass
class Person:
    """One canonical name in the story: its mentions as (article id, mention), in order."""

    name: str
    mentions: list[tuple[str, Mention]] = field(default_factory=list)

    @property
    def articles(self) -> frozenset[str]:
        return frozenset(a for a, _ in self.mentions)


def people_findings(articles: Read, around: Surroundings) -> list[Group]:
    """Spelling conflicts, relatives taken for one another, and agreements on persons."""
    persons = _persons(articles)
    clusters = _clusters(persons)
    groups: list[Group] = []
    for cluster in clusters:
        groups.extend(_cluster_groups(cluster))
    groups.extend(_relatives(persons, around, {a.id: a for a, _ in articles}))
    return groups


def _relatives(persons: list[Person], around: Surroundings, articles: Mapping[str, Article]) -> Iterable[Group]:
    """Two persons of one surname whom no article knows both, in one act or office: one is taken for the other."""
    names = table("givennames")
    given = frozenset(names["common"].split()) | frozenset(names["international"].split())
    offices = {p.name: _offices(p, articles) for p in persons}
    for a, b in combinations(persons, 2):
        x, y = person_name(a.name), person_name(b.name)
        if x.surname != y.surname or not x.given or not y.given or a.articles & b.articles or relation(a.name, b.name) != "different":
            continue
        if any(p.startswith(q) and len(q) <= SHORT for p, q in ((x.given[0], y.given[0]), (y.given[0], x.given[0]))):
            continue
        office = min(offices[a.name] & offices[b.name], default="")
        if not office and (x.given[0] not in given or y.given[0] not in given):
            continue
        near, one, two = max(
            ((around.likeness(m, n), m, n) for m in a.mentions[:12] for n in b.mentions[:12]),
            key=lambda t: (t[0], -t[1][1].start, -t[2][1].start),
        )
        if near < LEAST_LIKE and not office:
            continue
        why = f"{cited(one[0])} names {a.name} where {cited(two[0])} names {b.name}."
        shown = ((one,), (two,)) if not office else tuple(tuple(first_mentions(p.mentions)) for p in (a, b))
        values = ((a.name, a.name, shown[0]), (b.name, b.name, shown[1]))
        ledger = ((f"both are called {office}", 1.0),) if office else (("alike sentences", round(near, 3)),)
        yield Group("person", f"{a.name} or {b.name}", "conflict", (), why, SAME_OFFICE if office else RELATIVES, values, ledger)


_APPOSED = re.compile(r",\s+(?:the |a |an |its |his |her |their )?([\w’' -]{3,60}?)[,.;]")


def _offices(person: Person, articles: Mapping[str, Article]) -> frozenset[str]:
    """The offices, trades and ranks that stand right before the person's name or after it between commas, as lemmas."""
    titles = table("titles")
    known = frozenset([*titles["office"].split(), *titles["honorific"].split()]) - frozenset(titles["shared"].split())
    found: set[str] = set()
    for article, mention in person.mentions[:12]:
        text = articles[article].field_text(mention.field)
        before = re.split(r"[,.;:!?()\n“”\"]", text[max(0, mention.start - 40) : mention.start])[-1]
        after = _APPOSED.match(text, mention.end)
        words = [*before.split()[-3:], *mention.text.split()[:1], *(after[1].split() if after else ())]
        found.update(lemma(w.lower().strip(".’'")) for w in words)
    return frozenset(found & known)


def _persons(articles: Read) -> list[Person]:
    """Every canonical name of a person in the story, the most often mentioned first."""
    found: dict[str, Person] = {}
    for article, mentions in articles:
        for mention in mentions:
            if mention.kind == "person" and isinstance(mention.value, Names):
                name = mention.value.names[0]
                found.setdefault(fold(name), Person(name)).mentions.append((article.id, mention))
    return sorted(found.values(), key=lambda p: (-len(p.articles), -len(p.mentions), p.name))[:MOST]


def _clusters(persons: list[Person]) -> list[list[Person]]:
    """Names that can be one person, full names first; a name that fits two different persons joins the one most mentioned."""
    full = [p for p in persons if person_name(p.name).given]
    lone = [p for p in persons if not person_name(p.name).given]
    clusters: list[list[Person]] = []
    for person in full + lone:
        home = next((c for c in clusters if _fits(person, c)), None)
        if home is None:
            clusters.append([person])
        else:
            home.append(person)
    return clusters


def _fits(person: Person, cluster: list[Person]) -> bool:
    """Whether the name stands as one name to the most mentioned of the cluster, and is no second person beside it in one article."""
    found = relation(person.name, cluster[0].name)
    if found == "different":
        return False
    if found == "spelling":
        return _introduced(person, cluster[0]) and not _two_people(person, cluster[0])
    return True


def _introduced(a: Person, b: Person) -> bool:
    """Whether a lone name can be the other misspelt: newspapers give a name in full first, so a lone one that no full one of its article
    is like belongs to somebody else whom every reader knows. Two lone ones must sound alike."""
    x, y = person_name(a.name), person_name(b.name)
    if bool(x.given) == bool(y.given):
        return bool(x.given) or consonants(x.surname) == consonants(y.surname)
    return bool(a.articles & b.articles)


def _two_people(a: Person, b: Person) -> bool:
    """Whether two similar names are persons of their own: two articles know both, or one names both in full more than once."""
    both = a.articles & b.articles
    if len(both) >= 2:
        return True
    x, y = person_name(a.name), person_name(b.name)
    if both and x.given and y.given and x.surname == y.surname:
        return True
    return any(sum(i == article for i, _ in a.mentions) > 1 and sum(i == article for i, _ in b.mentions) > 1 for article in both) and bool(
        x.given and y.given
    )


def _cluster_groups(cluster: list[Person]) -> Iterable[Group]:
    """The conflict on spelling of one person, if any, and else the agreement."""
    spellings: list[list[Person]] = []
    for person in cluster:
        home = next((s for s in spellings if all(relation(person.name, p.name) in ("same", "form") for p in s)), None)
        if home is None:
            spellings.append([person])
        else:
            home.append(person)
    if len(spellings) > 1:
        yield _spelling_group(spellings)
        return
    every = [m for p in cluster for m in p.mentions]
    shown: set[tuple[str, Mention]] = set()
    for _ in range(MOST_SHOWN):
        shown |= set(first_mentions([m for m in every if m not in shown]))
    mentions = sorted(shown, key=lambda m: (m[0], m[1].field, m[1].start))
    if len({a for a, _ in mentions}) > 1:
        name = max((p.name for p in cluster), key=lambda n: (len(person_name(n).given) > 0, -len(n)))
        yield Group(
            "person", name, "agree", (), f"{len({a for a, _ in mentions})} articles name {name}.", 0.8, ((name, name, tuple(mentions)),)
        )


def first_mentions(mentions: list[tuple[str, Mention]]) -> list[tuple[str, Mention]]:
    """For each article its first mention in the text, the longest of those near it, and that of the title, in order."""
    best: dict[tuple[str, str], Mention] = {}
    for article, mention in sorted(mentions, key=lambda m: (m[0], m[1].field, m[1].start)):
        key = (article, mention.field)
        if key not in best or (len(best[key].text.split()) == 1 and len(mention.text.split()) > 1):
            best[key] = mention
    return [(article, mention) for (article, _), mention in sorted(best.items(), key=lambda kv: (kv[0][0], kv[0][1]))]


def _central(values: list[tuple[str, str, tuple[tuple[str, Mention], ...]]]) -> bool:
    """Whether three articles name the person, or one does early."""
    held = [m for v in values for m in v[2]]
    return len({a for a, _ in held}) > 2 or any(m.start < FAR for _, m in held)


def _spelling_group(spellings: list[list[Person]]) -> Group:
    values = []
    by_article: dict[str, set[int]] = defaultdict(set)
    for i, names in enumerate(spellings):
        every = [m for p in names for m in p.mentions]
        shown = first_mentions(every)
        further = [m for m in every if m not in shown]
        shown = sorted([*shown, *further[:MOST_FURTHER]], key=lambda m: (m[0], m[1].field, m[1].start))
        for article, _ in shown:
            by_article[article].add(i)
        values.append((names[0].name, names[0].name, tuple(shown)))
    internal = any(len(v) > 1 for v in by_article.values())
    labels = [v[0] for v in values]
    return Group(
        "person",
        f"spelling of {labels[0]}",
        "conflict",
        ("spelling", "internal") if internal else ("spelling",),
        f"The name is written {' and '.join(labels)}: one of them is misspelt.",
        SPELLING if _central(values) else ASIDE,
        tuple(values),
    )
