"""To whom something was sent or said: a letter to two named senators, to "US senators", to "lawmakers"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from discrepancy.lexicon import table
from discrepancy.model import Article, Mention, Names
from discrepancy.model.group import Group
from discrepancy.normalise.name import fold
from discrepancy.text.words import lemma

Read = Sequence[tuple[Article, Sequence[Mention]]]
_PHRASE = re.compile(
    r"(?:the\s+|a\s+|an\s+|two\s+|three\s+|four\s+|several\s+|some\s+|all\s+)?"
    r"(?P<head>(?:[A-Z][\w’'-]*\s+|(?:[A-Z]|Sens?|Reps?|Gov|Gen|Mr|Mrs|Ms|Dr)\.\s*|and\s+(?=[A-Z])|[a-z]+\s+(?=[a-z]+s\b))*(?:[A-Z][\w’'-]+|[a-z]{4,}s|men|women|people|police))"
)
LONGEST = 90  # characters of a recipient


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who got it: article, half-open offsets, the persons named (folded), the lemma of the head noun ("" where there is none)."""

    article: str
    start: int
    end: int
    persons: tuple[str, ...]
    head: str


@cache
def _sent() -> re.Pattern[str]:
    words = table("roles")
    nouns, verbs = "|".join(words["sent"].split()), "|".join(words["sending"].split())
    return re.compile(rf"\b(?P<what>{nouns})s?\b[^.!?;\n“”\"]{{0,60}}?\b(?:(?:{verbs})\s+)?to\s+", re.IGNORECASE)


@cache
def _told() -> re.Pattern[str]:
    verbs = "|".join(table("roles")["informing"].split())
    return re.compile(rf"\b(?:{verbs})\s+(?=[^.,;\n]{{3,60}}?\s+that\b)", re.IGNORECASE)


def recipient_findings(articles: Read) -> list[Group]:
    """One group for each thing sent whose recipients differ in precision between two articles."""
    sent: dict[str, list[Recipient]] = defaultdict(list)
    told: list[Recipient] = []
    for article, mentions in articles:
        people = [m for m in mentions if m.kind == "person" and m.field == "text"]
        for match in _sent().finditer(article.text):
            recipient = _recipient(article, match.end(), people)
            if recipient:
                sent[match["what"].lower()].append(recipient)
        told.extend(r for m in _told().finditer(article.text) if (r := _recipient(article, m.end(), people)))
    texts = {a.id: a.text for a, _ in articles}
    groups = []
    for what, found in sorted(sent.items()):
        heads = {r.head for r in found if r.head}
        group = _group(what, [*found, *(r for r in told if r.head in heads)], texts)
        if group is not None:
            groups.append(group)
    return groups


def _recipient(article: Article, start: int, people: list[Mention]) -> Recipient | None:
    """The phrase at `start` as a recipient; None where it is neither named persons nor a plural."""
    match = _PHRASE.match(article.text, start, start + LONGEST)
    if match is None:
        return None
    end = match.end()
    named = [m for m in people if start <= m.start < end]
    if named:
        end = max(end, named[-1].end)
    persons = tuple(fold(m.value.names[0]) for m in named if isinstance(m.value, Names))
    words = re.findall(r"[A-Za-z]+", article.text[start : named[0].start if named else end])
    kinds = [lemma(w.lower()) for w in words if lemma(w.lower()) in table("roles")["bodies"].split()]
    if not persons and not kinds:
        return None
    return Recipient(article.id, start, end, persons, kinds[-1] if kinds else "")


def _group(what: str, found: list[Recipient], texts: dict[str, str]) -> Group | None:
    """Recipients by what they say; imprecise where one names persons and another a description, or descriptions differ."""
    values: dict[str, list[tuple[str, Mention]]] = {}
    for one in sorted(found, key=lambda r: (r.article, r.start)):
        label = "; ".join(one.persons) or one.head
        words = texts[one.article][one.start : one.end]
        names = Names(one.persons or (words.lower(),), bool(one.persons))
        held = values.setdefault(label, [])
        if all(a != one.article for a, _ in held):
            held.append((one.article, Mention(one.start, one.end, words, "person", names, (one.start, one.end))))
    named = {label for label in values if ";" in label or any(r.persons for r in found if "; ".join(r.persons) == label)}
    if len(values) < 2 or len({a for v in values.values() for a, _ in v}) < 2 or len(named) != 1:
        return None
    shown = tuple((held[0][1].text, label, tuple(held)) for label, held in values.items())
    said = ", ".join(v[0] for v in shown)
    return Group(
        "person", f"to whom the {what} went", "imprecise", ("granularity",), f"Said as {said}: some name them, some do not.", 0.5, shown
    )
