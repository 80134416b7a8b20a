"""The one accused, or the one hurt: named in some articles, only described in others that never name them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from discrepancy.alignment.participants_phrases import Phrase, group, phrases
from discrepancy.lexicon import table
from discrepancy.model import Article, Mention
from discrepancy.model.group import Group
from discrepancy.normalise.name import fold, person_name, relation

Read = Sequence[tuple[Article, Sequence[Mention]]]
SURE = 0.28  # three of seven were right on labelled stories, and fewer elsewhere: shown where much is wanted
_ASIDE = r"(?:,[^.;\n“\"]{1,80}?,)?\s+(?:who\s+)?"
_BE = r"(?:(?:is|was|were|be|been|being|has|have|had|later|also|fatally|critically|seriously|allegedly|reportedly|formally|\d+),?\s+){0,4}"


@cache
def _roles() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """Role -> what follows its bearer, what goes before."""
    words = table("descriptions")
    out = {}
    for role in ("accused", "harmed"):
        subject, passive, governing = ("|".join(words[f"{role}_{part}"].split()) for part in ("subject", "passive", "governing"))
        after = rf"{_ASIDE}(?:{_BE}(?:{passive})\b|(?:\w+ly\s+)?(?:{subject})\b)"
        before = rf"\b(?:{governing})\s+(?:as\s+)?(?:(?:a|an|the|his|her|their|one|another)\s+)?$"
        out[role] = (re.compile(after, re.IGNORECASE), re.compile(before, re.IGNORECASE))
    return out


def role_findings(articles: Read) -> list[Group]:
    """At most one group for each role: the name, and the descriptions of articles that do not give it."""
    found = [p for p in phrases(articles) if p.kind == "person"]
    texts = {(a.id, f): a.field_text(f) for a, _ in articles for f in ("text", "title")}
    groups = []
    for role, (after, before) in _roles().items():
        bearers = [p for p in found if _bears(texts[p.sentence.article, p.sentence.field], p, after, before)]
        one = _group(role, bearers, texts)
        if one is not None:
            groups.append(one)
    return groups


def _bears(text: str, phrase: Phrase, after: re.Pattern[str], before: re.Pattern[str]) -> bool:
    m = phrase.mention
    return bool(after.match(text, m.end, min(len(text), m.end + 100)) or before.search(text, max(0, m.start - 40), m.start))


def _group(role: str, bearers: list[Phrase], texts: dict[tuple[str, str], str]) -> Group | None:
    named = [p for p in bearers if p.named and person_name(p.value).given]
    count = Counter(p.value for p in named)
    if not count:
        return _described(role, bearers)
    name = max(sorted(count), key=lambda n: (len({p.sentence.article for p in named if p.value == n}), count[n]))
    if any(relation(name, other) == "different" for other in count):
        return None  # more than one person in this role
    surname = person_name(name).surname
    knows = {a for a, f in texts if surname in fold(texts[a, f])}
    described = [p for p in bearers if not p.named and p.sentence.article not in knows and _single(p)]
    if not described:
        return None
    held = _firsts([p for p in bearers if p.named and (p.value == name or person_name(p.value).surname == surname)])
    return _record(role, [(held[0][1].text, held), (described[0].mention.text, _firsts(described))])


def _described(role: str, bearers: list[Phrase]) -> Group | None:
    """One that nobody names: "a man" here, "an accountant" there; None where two occupations are told."""
    single = [p for p in bearers if not p.named and _single(p)]
    bare = {p.sentence.article: p for p in reversed(single) if p.head in group("anybody")}
    closer = {p.sentence.article: p for p in reversed(single) if p.head not in group("anybody")}
    if len({p.head for p in closer.values()}) != 1 or not bare.keys() - closer.keys():
        return None
    outer = [p for p in bare.values() if p.sentence.article not in closer]
    return _record(role, [(p[0].mention.text, _firsts(p)) for p in (list(closer.values()), outer)])


def _record(role: str, sides: list[tuple[str, tuple[tuple[str, Mention], ...]]]) -> Group:
    (label, _), (what, _) = sides
    why = f"Some say {label}; others only {what}."
    return Group("person", f"who was {role}", "imprecise", ("granularity",), why, SURE, tuple((w, w.lower(), held) for w, held in sides))


def _single(phrase: Phrase) -> bool:
    """Whether a description is of one person."""
    words = phrase.mention.text.lower().split()
    return words[-1] == phrase.head and words[0] not in ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "no")


def _firsts(found: list[Phrase]) -> tuple[tuple[str, Mention], ...]:
    """The first of each article."""
    first: dict[str, Mention] = {}
    for p in sorted(found, key=lambda p: (p.sentence.article, p.sentence.field == "title", p.mention.start)):
        first.setdefault(p.sentence.article, p.mention)
    return tuple(sorted(first.items()))
