"""Mentions as the report carries them: quote, context, sentence, paragraph, who says so and of what."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from discrepancy.lexicon import table
from discrepancy.model import Amount, Article, DateValue, Mention
from discrepancy.model.report import MentionRecord, Passage, Scope
from discrepancy.text.sentences import paragraphs, sentences
from discrepancy.text.speakers import place, population, speaker

CONTEXT = 32
"""Code points of prefix and suffix (W3C TextQuoteSelector)."""


@dataclass(slots=True)
class Passages:
    """Sentences and paragraphs of one article, split once."""

    article: Article
    _spans: dict[tuple[str, str], list[tuple[int, int]]] = field(default_factory=dict)

    def round(self, mention: Mention, what: str) -> Passage:
        """The sentence or paragraph (`what`) that holds the mention; two joined where it crosses a boundary."""
        text = self.article.field_text(mention.field)
        key = (mention.field, what)
        if key not in self._spans:
            self._spans[key] = sentences(text) if what == "sentence" else paragraphs(text)
        spans = self._spans[key]
        at = max(0, bisect_right(spans, (mention.start, len(text) + 1)) - 1)
        start, end = spans[at] if spans else (mention.start, mention.end)
        start, end = min(start, mention.start), max(end, mention.end)
        return Passage(start, end, text[start:end])

    def record(self, mention: Mention) -> MentionRecord:
        """The mention with its context."""
        text = self.article.field_text(mention.field)
        sentence, paragraph = self.round(mention, "sentence"), self.round(mention, "paragraph")
        if paragraph.start > sentence.start or paragraph.end < sentence.end:
            low, high = min(paragraph.start, sentence.start), max(paragraph.end, sentence.end)
            paragraph = Passage(low, high, text[low:high])
        value = mention.value
        approximation = value.approximation if isinstance(value, Amount | DateValue) else "exact"
        return MentionRecord(
            article=self.article.id,
            field=mention.field,
            start=mention.start,
            end=mention.end,
            quote=text[mention.start : mention.end],
            prefix=text[max(0, mention.start - CONTEXT) : mention.start],
            suffix=text[mention.end : mention.end + CONTEXT],
            sentence=sentence,
            paragraph=paragraph,
            approximation=approximation,
            attribution=speaker(sentence.text),
            scope=scope(sentence, mention),
        )


def scope(sentence: Passage, mention: Mention) -> Scope:
    """What the mention is limited to, in the article's words."""
    start, end = mention.start - sentence.start, mention.end - sentence.start
    value = mention.value
    narrowed = " ".join(value.modifiers) if isinstance(value, Amount) and mention.kind == "count" and value.modifiers else None
    moved = (
        population(sentence.text, start, frozenset(table("speech")["moves"]))
        if mention.kind in ("percent", "money", "quantity", "count")
        else None
    )
    return Scope(place=place(sentence.text, start, end), time=None, population=moved or narrowed)


def finding_id(kind: str, records: Iterable[MentionRecord]) -> str:
    """Twelve hex digits, the same for the same evidence whatever the order."""
    rows = sorted(f"{r.article}\x1f{r.field}\x1f{r.start}\x1f{r.quote}" for r in records)
    return hashlib.sha256("\x1e".join([kind, *rows]).encode()).hexdigest()[:12]


def bounds_text(mentions: Sequence[Mention]) -> tuple[str | None, str | None, str | None]:
    """(low, high, unit) of a value as the report writes them: the interval shared by its mentions, decimals or ISO dates."""
    value = mentions[0].value
    if isinstance(value, Amount):
        unit = unit_text(mentions)
        told = next((m.value for m in mentions if isinstance(m.value, Amount) and _unit(m.value) == unit), value)
        return decimal_text(told.interval.low), decimal_text(told.interval.high), unit
    if isinstance(value, DateValue):
        dated = next((m.value for m in mentions if isinstance(m.value, DateValue) and m.value.resolved), value)
        return (dated.low, dated.high, None) if isinstance(dated, DateValue) else (None, None, None)
    return None, None, None


def unit_text(mentions: Sequence[Mention]) -> str | None:
    """The unit most of the mentions name, with the denominator of a rate."""
    found: dict[str, int] = {}
    for m in mentions:
        if isinstance(m.value, Amount) and m.value.unit:
            name = _unit(m.value)
            found[name] = found.get(name, 0) + 1
    return min(found, key=lambda u: (-found[u], u)) if found else None


def _unit(value: Amount) -> str:
    return f"{value.unit} per {value.per}" if value.per and " per " not in value.unit else value.unit


def decimal_text(x: object) -> str | None:
    """A decimal without exponent or needless zeros; None stays None."""
    if x is None:
        return None
    text = f"{x:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text
