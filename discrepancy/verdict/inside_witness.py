"""Who else tells the day: other articles that name the weekday on which a misdated day really falls."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from discrepancy.model import Article, DateValue, Mention
from discrepancy.model.group import Group, cited
from discrepancy.text.sentences import sentences
from discrepancy.text.words import stopwords, tokens

LEAST = 3
"""Content words that two sentences share where they tell one thing."""


def witnessed(group: Group, mention: Mention, article: Article, others: Sequence[tuple[Article, Sequence[Mention]]]) -> Group:
    """The group of a weekday that is not that of its date (`mention` as a whole) against the articles that have the right weekday.

    Where none tells the same thing with the right weekday the group stays as it is, the weekday against the date.
    """
    value = mention.value
    if not isinstance(value, DateValue) or value.low is None:
        return group
    words = _content(article, mention)
    found = [(other.id, m) for other, mentions in others if (m := _best(words, value.low[:10], other, mentions)) is not None]
    if not found:
        return group
    told = " ".join(mention.text.split())
    right = " ".join(found[0][1].text.split())
    more = f" and {len(found) - 1} more" if len(found) > 1 else ""
    say = "say" if more else "says"
    impossible = replace(mention, value=replace(value, low=None, high=None, resolved=False))
    return replace(
        group,
        explanation=group.explanation.removesuffix(".") + f", as {cited(found[0][0])}{more} {say}.",
        values=((told, told, ((article.id, impossible),)), (right, right, tuple(found))),
    )


def _best(words: frozenset[str], day: str, other: Article, mentions: Sequence[Mention]) -> Mention | None:
    """The mention of `other` that names the day by its weekday in the sentence that shares most with `words`; None below LEAST."""
    ranked = [(len(words & _content(other, m)), -m.start, m) for m in mentions if _names(m, day)]
    best = max(ranked, key=lambda row: row[:2], default=None)
    return best[2] if best is not None and best[0] >= LEAST else None


def _names(mention: Mention, day: str) -> bool:
    value = mention.value
    if not isinstance(value, DateValue) or value.note or value.first.weekday is None or value.last is not None or value.low is None:
        return False
    return value.low[:10] == day and (value.high or "")[:10] == day and value.approximation == "exact"


def _content(article: Article, mention: Mention) -> frozenset[str]:
    text = article.field_text(mention.field)
    return frozenset(_words(text, mention))


def _words(text: str, mention: Mention) -> Iterator[str]:
    stop = stopwords()
    for start, end in sentences(text):
        if start <= mention.start < end:
            for token in tokens(text, start, end):
                inside = mention.start <= token.start < mention.end
                if token.lower not in stop and token.lower[0].isalpha() and not inside:
                    yield token.lemma
