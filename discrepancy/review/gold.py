"""Labels read: which questions a story's articles answer, who says what, and what must not be put together."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from discrepancy.errors import UnusableJudgements
from discrepancy.model.report import MentionRecord

Texts = Mapping[tuple[str, str], str]
"""(article id, field) -> its words, as far as they are at hand."""


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled span: half-open offsets into a field; `group` is shared by those that state the same value."""

    article: str
    field: str
    start: int
    end: int
    quote: str
    group: str = ""

    def met_by(self, article: str, field: str, start: int, end: int) -> bool:
        """Whether a span shares half of the shorter of the two, and is not much longer than the value it stands for."""
        if (article, field) != (self.article, self.field):
            return False
        own, other = self.end - self.start, end - start
        overlap = min(self.end, end) - max(self.start, start)
        return overlap > 0 and 2 * overlap >= min(own, other) and other <= max(80, 2 * own + 30)

    def met_by_mention(self, mention: MentionRecord) -> bool:
        """Whether a report's mention meets it."""
        return self.met_by(mention.article, mention.field, mention.start, mention.end)


@dataclass(frozen=True, slots=True)
class Facet:
    """One labelled question; `conflicting` names the pairs of groups that exclude each other."""

    id: str
    question: str
    kind: str
    verdict: str
    mentions: tuple[Label, ...]
    conflicting: tuple[tuple[str, str], ...]

    @property
    def groups(self) -> list[str]:
        """The groups, sorted."""
        return sorted({label.group for label in self.mentions})


@dataclass(frozen=True, slots=True)
class Trap:
    """Two spans that must not be put together."""

    a: Label
    b: Label
    why: str


@dataclass(frozen=True, slots=True)
class Gold:
    """The labels of one story; `partial` where only some of its questions are labelled, as reviewers judged them."""

    cluster: str
    facets: tuple[Facet, ...]
    traps: tuple[Trap, ...]
    partial: bool


def read_gold(written: bytes, texts: Texts) -> Gold:
    """The labels in a document. Raises UnusableJudgements, naming the place.

    A quote is looked for in `texts`; where its article is not there, the label's own offsets are taken.
    """
    try:
        told = json.loads(written)
    except (ValueError, RecursionError) as error:
        raise UnusableJudgements(f"it is no JSON: {error}") from None
    if not isinstance(told, dict) or not isinstance(told.get("facets"), list):
        raise UnusableJudgements("these are no labels: an object with `facets` is needed")
    facets = tuple(_facet(one, f"facets[{place}]", texts) for place, one in enumerate(told["facets"]))
    traps = tuple(_trap(one, f"traps[{place}]", texts) for place, one in enumerate(told.get("traps") or ()))
    return Gold(str(told.get("cluster", "")), facets, traps, told.get("partial") is True)


def _facet(told: Any, where: str, texts: Texts) -> Facet:
    try:
        mentions = tuple(_label(one, f"{where}.mentions[{place}]", texts) for place, one in enumerate(told["mentions"]))
        pairs = tuple((str(pair[0]), str(pair[1])) for pair in told.get("conflicting", ()))
        facet = Facet(str(told["id"]), str(told.get("question", "")), str(told["kind"]), str(told["verdict"]), mentions, pairs)
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise UnusableJudgements(f"{where}: it is no labelled question: {type(error).__name__} {error}") from None
    if facet.verdict == "conflict" and not pairs:
        raise UnusableJudgements(f"{where}: a conflict that names no `conflicting` groups")
    return facet


def _trap(told: Any, where: str, texts: Texts) -> Trap:
    try:
        return Trap(_label(told["a"], f"{where}.a", texts), _label(told["b"], f"{where}.b", texts), str(told.get("why", "")))
    except (KeyError, TypeError, AttributeError) as error:
        raise UnusableJudgements(f"{where}: it is no trap: {type(error).__name__} {error}") from None


def _label(told: Mapping[str, Any], where: str, texts: Texts) -> Label:
    article, field, quote = str(told["article"]), str(told.get("in", "text")), str(told["quote"])
    start = told.get("start")
    text = texts.get((article, field))
    if text is not None and not (isinstance(start, int) and text[start : start + len(quote)] == quote):
        start = _nth(text, quote, told.get("nth", 1))
    if not isinstance(start, int) or start < 0:
        why = "the article's text is not in the report, and the label has no offsets; give the articles with --articles"
        raise UnusableJudgements(f"{where}: “{quote}” of {article}: {why if text is None else 'the article does not say so'}")
    return Label(article, field, start, start + len(quote), quote, str(told.get("group", "")))


def _nth(text: str, quote: str, number: Any) -> int:
    at = -1
    for _ in range(number if isinstance(number, int) and number > 0 else 1):
        at = text.find(quote, at + 1)
        if at < 0:
            return -1
    return at
