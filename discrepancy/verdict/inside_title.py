"""A headline whose figure the text does not bear out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from discrepancy.model import Amount, Article, Mention
from discrepancy.model.group import Group, cited
from discrepancy.normalise.relation import relate, relate_amounts
from discrepancy.text.sentences import sentences
from discrepancy.text.words import lemma, stopwords, tokens

SURE = 0.55
LEAST, SHARE = 3, 0.5
"""Content words that headline and sentence share, at least, and as a share of the headline's."""
OPENING = 3
"""Sentences of the text that tell what the headline tells."""
_KINDS = frozenset({"count", "money", "percent", "quantity", "duration", "age"})


def headline(article: Article, mentions: Sequence[Mention]) -> list[Group]:
    """A headline's figure of which the text has only another value, in an opening sentence that tells the same."""
    return list(_clashes(article, mentions))


def _clashes(article: Article, mentions: Sequence[Mention]) -> Iterator[Group]:
    spans = sentences(article.text)[:OPENING]
    titled = _content(article.title)
    for above in (m for m in mentions if m.field == "title" and m.kind in _KINDS):
        below = [m for m in mentions if m.field == "text" and _alike(above, m)]
        if not isinstance(above.value, Amount) or above.value.approximation == "vague" or not below:
            continue
        if any(relate(above.value, m.value).stand != "exclusive" for m in mentions if m.field == "text" and isinstance(m.value, Amount)):
            continue  # the figure stands somewhere in the text
        if sum(m.field == "title" and _alike(above, m) for m in mentions) > 1:
            continue
        for start, end in spans:
            told = [m for m in below if start <= m.start < end and (m.kind != "duration" or _led_on(article, above) == _led_on(article, m))]
            shared = titled & _content(article.text[start:end])
            if len(told) == 1 and len(shared) >= max(LEAST, SHARE * len(titled)):
                yield _group(article, above, told[0])
                break


def _led_on(article: Article, mention: Mention) -> tuple[str, str]:
    """The unit of a duration and the word after it, "" at an end of a clause: "four days after" and "three days after" are one question."""
    words = article.field_text(mention.field)[mention.end : mention.end + 30].split()
    return mention.value.unit if isinstance(mention.value, Amount) else "", words[0].lower() if words else ""


def _content(text: str) -> frozenset[str]:
    stop = stopwords()
    return frozenset(t.lemma for t in tokens(text) if t.lower not in stop and t.lower[0].isalpha())


def _alike(one: Mention, two: Mention) -> bool:
    """Whether both are flat figures of one thing."""
    x, y = one.value, two.value
    if one.kind != two.kind or not isinstance(x, Amount) or not isinstance(y, Amount) or x.per != y.per or x.direction != y.direction:
        return False
    if one.kind == "count":
        return bool(x.unit) and lemma(x.unit.lower()) == lemma(y.unit.lower()) and set(x.modifiers) == set(y.modifiers)
    return relate_amounts(x, y).stand != "unknown"


def _group(article: Article, above: Mention, below: Mention) -> Group:
    assert isinstance(above.value, Amount)
    assert isinstance(below.value, Amount)
    said, told = (" ".join(m.text.split()) for m in (above, below))
    why = relate_amounts(above.value, below.value).reason
    words = " ".join(takewhile(str.strip, article.title.split()))[:60]
    return Group(
        above.kind,
        f"headline “{words}”",
        "conflict",
        ("internal",),
        f"The headline of {cited(article.id)} says {said}, its text {told}: {why}.",
        SURE,
        ((said, said, ((article.id, above),)), (told, told, ((article.id, below),))),
        (("the opening tells what the headline tells", 0.2),),
    )
