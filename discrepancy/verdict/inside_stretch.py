"""A sentence with its figures as marks, so that a pattern can ask for "FIGURE from FIGURE to FIGURE"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from discrepancy.model import Amount, Article, Mention
from discrepancy.model.mention import Field
from discrepancy.text.sentences import sentences

OPEN, CLOSE = "\ue002", "\ue003"
"""Around a mark: a letter for what it is (R a range, D a date, N any other figure), then its index among the stretch's mentions."""
POINT = rf"{OPEN}N(\d+){CLOSE}"
RANGE = rf"{OPEN}R(\d+){CLOSE}"


@dataclass(frozen=True, slots=True)
class Stretch:
    """One sentence of one field: `marked` is its text with each mention replaced by its mark."""

    field: Field
    start: int
    text: str
    marked: str
    mentions: tuple[Mention, ...]


def stretches(article: Article, mentions: Sequence[Mention]) -> Iterator[Stretch]:
    """The sentences of title and text that hold two figures or more."""
    fields: tuple[Field, ...] = ("title", "text")
    for field in fields:
        text = article.field_text(field)
        held = sorted((m for m in mentions if m.field == field), key=lambda m: (m.start, m.end))
        if len(held) < 2:
            continue
        spans = [(0, len(text))] if field == "title" else sentences(text)
        starts = [start for start, _ in spans]
        by_span: dict[int, list[Mention]] = {}
        for mention in held:
            by_span.setdefault(max(0, bisect_right(starts, mention.start) - 1), []).append(mention)
        for at, inside in sorted(by_span.items()):
            start, end = spans[at]
            if len(inside) > 1 and all(m.end <= end for m in inside):
                yield Stretch(field, start, text[start:end], _marked(text, start, end, inside), tuple(inside))


def _marked(text: str, start: int, end: int, mentions: Sequence[Mention]) -> str:
    out, at = [], start
    for index, mention in enumerate(mentions):
        if mention.start < at:
            continue
        out += [_bare(text[at : mention.start]), f"{OPEN}{_what(mention)}{index}{CLOSE}"]
        at = mention.end
    return "".join([*out, _bare(text[at:end])])


def _bare(text: str) -> str:
    return text.replace(OPEN, " ").replace(CLOSE, " ")


def _what(mention: Mention) -> str:
    if not isinstance(mention.value, Amount):
        return "D"
    return "R" if mention.value.value is None and mention.value.low is not None and mention.value.high is not None else "N"


def whole(article: Article, mentions: Sequence[Mention]) -> tuple[int, int, str]:
    """(start, end, words) of the stretch of text from the first of `mentions` to the last."""
    start, end = min(m.start for m in mentions), max(m.end for m in mentions)
    return start, end, article.field_text(mentions[0].field)[start:end]
