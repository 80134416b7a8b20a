"""Words of an article found again in another version of it: by quote and context, never by offset (W3C TextQuoteSelector)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from discrepancy.model import Article
from discrepancy.model.judgement import Anchor

NEAR = 12
"""How many characters beside the quote must be as they were, both sides counted together; fewer where there are fewer."""
CONTEXT = 32


@dataclass(frozen=True, slots=True)
class Place:
    """Half-open offsets into a field of the article of that index."""

    article: int
    field: str
    start: int
    end: int

    def shared(self, article: int, field: str, start: int, end: int) -> int:
        """How many code points it has in common with a stretch; 0 in another field or article."""
        if (article, field) != (self.article, self.field):
            return 0
        return max(0, min(self.end, end) - max(self.start, start))


def agreement(one: Anchor, other: Anchor) -> int:
    """How well two anchors agree: 3 the same article and its context, 2 another article and all the same context,
    1 the same article and quote in other surroundings, 0 not at all."""
    if one.quote != other.quote or one.field != other.field:
        return 0
    before, after = _common(one.prefix[::-1], other.prefix[::-1]), _common(one.suffix, other.suffix)
    if one.article == other.article:
        context = min(NEAR, len(one.prefix) + len(one.suffix), len(other.prefix) + len(other.suffix))
        return 3 if before + after >= context else 1
    whole = before == min(len(one.prefix), len(other.prefix)) and after == min(len(one.suffix), len(other.suffix))
    return 2 if whole and before + after >= NEAR else 0


def _common(one: str, other: str) -> int:
    """How many characters two texts have in common from their beginning."""
    return next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def located(anchor: Anchor, articles: Sequence[Article]) -> Place | None:
    """Where the anchor's words stand now: in the article of its id, else in one that says the same under another id; else None."""
    own = [(index, article) for index, article in enumerate(articles) if article.id == anchor.article]
    return _among(anchor, own) or _among(
        anchor, [(index, article) for index, article in enumerate(articles) if article.id != anchor.article]
    )


def _among(anchor: Anchor, articles: Sequence[tuple[int, Article]]) -> Place | None:
    """The occurrence with most of the context, the first of several."""
    found = [
        (_common(anchor.prefix[::-1], now.prefix[::-1]) + _common(anchor.suffix, now.suffix), -index, -start)
        for index, article in articles
        for start, now in _occurrences(anchor, article)
        if agreement(anchor, now) >= 2
    ]
    if not found:
        return None
    _, index, start = max(found)
    return Place(-index, anchor.field, -start, -start + len(anchor.quote))


def _occurrences(anchor: Anchor, article: Article) -> Iterator[tuple[int, Anchor]]:
    text = article.field_text(anchor.field)
    start = text.find(anchor.quote) if anchor.quote else -1
    while start >= 0:
        end = start + len(anchor.quote)
        yield start, Anchor(article.id, anchor.field, anchor.quote, text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])
        start = text.find(anchor.quote, start + 1)
