"""Places in one frame ("arrested in X", "X-based") of alike sentences, of which one lies in the other: one article says it more closely."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from discrepancy.alignment.participants_context import Surroundings
from discrepancy.alignment.participants_places import whole, written_pairs
from discrepancy.model import Article, Mention, Names
from discrepancy.model.group import Group, cited
from discrepancy.normalise.name import fold
from discrepancy.normalise.place import demonyms, lies_in, place_name
from discrepancy.text.words import lemma

Read = Sequence[tuple[Article, Sequence[Mention]]]
LEAST_LIKE = {"": 0.3, "based": 0.1}  # by frame, "" for all others
MOST = 250  # framed places of a story
_GOVERNED = re.compile(
    r"([\w’']+)\s+(?:(?:the|a|an|his|her|their|its|[a-z]+)\s+){0,3}?(?:in|at|near|from|of|to|outside)\s+(?:the\s+)?"
    r"(?:(?:town|city|village|state|province|outskirts)\s+of\s+)?$"
)
_BASED = re.compile(r"-based\b")
_BEFORE = re.compile(r"(?<!\w)[A-Z][\w.]*(?: [A-Z][\w.]*){0,3}$")


@dataclass(frozen=True, slots=True)
class Framed:
    """A place with its frame: article, mention, canonical place without the part of it, and the lemma that governs it."""

    article: str
    mention: Mention
    place: str
    frame: str


def frame_findings(articles: Read, around: Surroundings) -> list[Group]:
    """One group for each frame whose places lie in one another, the sentences being alike."""
    written = written_pairs(articles)
    framed = [f for article, mentions in articles for f in (*_governed(article, mentions), *_based(article))][:MOST]
    groups: dict[str, Group] = {}
    for inner in framed:
        for outer in framed:
            if inner.article == outer.article or inner.frame != outer.frame or inner.place == outer.place:
                continue
            if not lies_in(inner.place, outer.place) and (inner.place, outer.place) not in written:
                continue
            if any(f.article == outer.article and f.frame == inner.frame and f.place == inner.place for f in framed):
                continue
            near = around.likeness((inner.article, inner.mention), (outer.article, outer.mention))
            topic = f"{inner.frame}: {inner.place}, {outer.place}"
            if near >= LEAST_LIKE.get(inner.frame, LEAST_LIKE[""]) and (topic not in groups or groups[topic].ledger[0][1] < near):
                groups[topic] = _group(inner, outer, [f for f in framed if f.frame == inner.frame], near)
    return list(groups.values())


def _governed(article: Article, mentions: Sequence[Mention]) -> list[Framed]:
    """The places that follow a word and a preposition."""
    out = []
    for mention in mentions:
        if mention.kind == "place" and isinstance(mention.value, Names):
            text = article.field_text(mention.field)
            before = _GOVERNED.search(text, max(0, mention.start - 60), mention.start)
            if before:
                out.append(Framed(article.id, mention, whole(mention.value.names[0]), lemma(before[1].lower())))
    return out


def _based(article: Article) -> list[Framed]:
    """The places of "X-based"; a people stands for its country."""
    out = []
    for match in _BASED.finditer(article.text):
        before = _BEFORE.search(article.text, max(0, match.start() - 40), match.start())
        place = (place_name(before.group()) or demonyms().get(fold(before.group()))) if before else None
        if before and place:
            start, end = before.start(), match.end()
            said = Mention(start, end, article.text[start:end], "place", Names((place,)), before.span())
            out.append(Framed(article.id, said, place, "based"))
    return out


def _group(inner: Framed, outer: Framed, framed: list[Framed], near: float) -> Group:
    """The two places with every article that puts either in the same frame."""

    def held(one: Framed) -> tuple[tuple[str, Mention], ...]:
        first = {f.article: f.mention for f in reversed(framed) if f.place == one.place}
        return tuple(sorted({**first, one.article: one.mention}.items()))

    values = ((inner.place, inner.place, held(inner)), (outer.place, outer.place, held(outer)))
    why = f"{cited(inner.article)} says {inner.place}, {cited(outer.article)} {outer.place}, in which it lies."
    topic = f"where: {inner.place} or {outer.place}"
    return Group(
        "place", topic, "imprecise", ("granularity",), why, round(min(0.7, 0.3 + near), 3), values, (("alike sentences", round(near, 3)),)
    )
