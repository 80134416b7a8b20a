"""Every way an article says who or where: names, and descriptions by a noun for a person, a body or a place; each with its slot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from discrepancy.lexicon import table
from discrepancy.model import Article, Field, Mention, Names
from discrepancy.normalise.name import fold, person_name
from discrepancy.text.sentences import sentences
from discrepancy.text.words import Token, stopwords, tokens

Read = Sequence[tuple[Article, Sequence[Mention]]]
LONGEST = 5  # words of a description before its noun
READ = 12_000  # characters of a text that are read for phrases


@dataclass(frozen=True, slots=True, eq=False)
class Spoken:
    """One sentence: article, field, half-open offsets, its number in the field, its content lemmas, its figures."""

    article: str
    field: Field
    start: int
    end: int
    number: int
    lemmas: frozenset[str]
    figures: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Phrase:
    """A name or description in its slot.

    kind      person, organisation or place.
    value     the canonical name, folded; the lower-case words of a description without determiner.
    head      the noun of a description or the last word of a name, folded.
    before    the word right before (a preposition, a verb), determiners passed over; "" at the start of a sentence.
    governor  the last content lemma before; following: the first after; left, right: up to four content lemmas on either side.
    rank      how many phrases stand before it in its sentence.
    """

    mention: Mention
    sentence: Spoken
    kind: str
    named: bool
    value: str
    head: str
    words: frozenset[str]
    before: str
    governor: str
    following: str
    left: frozenset[str]
    right: frozenset[str]
    definite: int
    rank: int


@cache
def group(name: str) -> frozenset[str]:
    """One group of the table of descriptions."""
    return frozenset(str(table("descriptions")[name]).split())


@cache
def _kinds() -> dict[str, str]:
    return {w: kind for kind, name in (("place", "place"), ("organisation", "body"), ("person", "person")) for w in group(name)}


def phrases(articles: Read) -> list[Phrase]:
    """All phrases of a story by article, field and offset."""
    out: list[Phrase] = []
    for article, mentions in articles:
        for field in ("title", "text"):
            text = article.field_text(field)[:READ]
            named = [
                m for m in mentions if m.field == field and isinstance(m.value, Names) and m.kind in ("person", "organisation", "place")
            ]
            for number, (start, end) in enumerate(sentences(text)):
                inside = [m for m in named if start <= m.start and m.end <= end]
                out.extend(_of_sentence(article.id, field, text, start, end, number, inside))
    return out


def _of_sentence(article: str, field: Field, text: str, start: int, end: int, number: int, named: list[Mention]) -> list[Phrase]:
    found = tokens(text, start, min(end, start + 700))
    stop = stopwords()
    content = [t.lower[:1].isalnum() and t.lower not in stop and len(t.lower) > 1 for t in found]
    figures = frozenset(t.lower for t in found if t.lower[:1].isdigit())
    spoken = Spoken(article, field, start, end, number, frozenset(t.lemma for t, c in zip(found, content, strict=True) if c), figures)
    spans: list[tuple[int, int, Mention | None, str]] = []
    taken: set[int] = set()
    for m in named:
        at = [i for i, t in enumerate(found) if m.start <= t.start < m.end]
        if at and not taken & set(at):
            taken.update(at)
            spans.append((at[0], at[-1], m, m.kind))
    kinds = _kinds()
    for i, token in enumerate(found):
        if i in taken or token.lemma not in kinds or not token.lower.isalpha():
            continue
        if i + 1 < len(found) and found[i + 1].lemma in kinds and i + 1 not in taken and found[i + 1].start == token.end + 1:
            continue  # the noun after it is the head
        low = i
        while low > 0 and i - low < LONGEST and _goes_on(found, low - 1, taken, field):
            low -= 1
        spans.append((low, i, None, kinds[token.lemma]))
        taken.update(range(low, i + 1))
    spans.sort(key=lambda s: s[0])
    return [_phrase(text, found, content, spoken, span, rank) for rank, span in enumerate(spans)]


def _goes_on(found: list[Token], at: int, taken: set[int], field: Field) -> bool:
    token, following = found[at], found[at + 1]
    if field == "title" and token.capital:
        return False  # where every word is a capital one, a verb cannot be told
    if at in taken or following.start - token.end > 1 or not token.lower[:1].isalnum():
        return False
    return token.lower not in group("ends") and following.lower not in group("determiner")


def _phrase(
    text: str, found: list[Token], content: list[bool], spoken: Spoken, span: tuple[int, int, Mention | None, str], rank: int
) -> Phrase:
    low, high, mention, kind = span
    determiner = group("determiner")
    first = found[low].lower
    words = frozenset(
        t.lemma for t, c in zip(found[low : high + 1], content[low : high + 1], strict=True) if c and t.lower not in determiner
    )
    if mention is None:
        start, end = found[low].start, found[high].end
        written = text[start:end]
        value = " ".join(t.lemma for t in found[low : high + 1] if t.lower not in determiner)
        mention = Mention(start, end, written, kind, Names((written.lower(),), False), (start, end), spoken.field)  # type: ignore[arg-type]
        named, head = False, found[high].lemma
    else:
        assert isinstance(mention.value, Names)
        value, named = fold(mention.value.names[0]), mention.value.named
        head = person_name(mention.value.names[0]).surname if kind == "person" else found[high].lemma
    at = low - 1
    while at >= 0 and found[at].lower in determiner:
        at -= 1
    left = [t.lemma for t, c in zip(found[:low], content[:low], strict=True) if c][-4:]
    right = [t.lemma for t, c in zip(found[high + 1 :], content[high + 1 :], strict=True) if c][:4]
    before = found[at].lower if at >= 0 and at >= low - 3 else ""
    definite = 2 if first in ("a", "an", "one", "another", "some") else 1 if first in determiner else 0
    return Phrase(
        mention, spoken, kind, named, value, head, words, before, left[-1] if left else "", right[0] if right else "",
        frozenset(left), frozenset(right), definite, rank,
    )  # fmt: skip
