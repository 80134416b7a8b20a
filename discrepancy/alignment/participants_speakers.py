"""Quotations of an article and who is said to have said them, to whom."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from discrepancy.lexicon import table
from discrepancy.model import Article, Mention, Names

_QUOTED = re.compile(
    r"“([^”“\n]{20,900})(?:”|\n|$)|\"([^\"\n]{20,900})(?:\"|\n|$)|(?<![\w])‘((?:[^’‘\n]|’(?=\w)){20,600})’(?!\w)|(?<!\w)'((?:[^'\n]|'(?=\w)){25,600})'(?!\w)"
)
_WORD = re.compile(r"[a-z0-9]+")
LEAST_WORDS = 6  # of a quotation that identifies a saying
MOST = 120  # quotations of one article that are compared


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation: article, half-open offsets with its marks, words in lower case, its speaker, how sure, and the outlet it was told."""

    article: str
    start: int
    end: int
    words: tuple[str, ...]
    speaker: Mention | None
    sure: float
    outlet: Mention | None = None


def quotations(article: Article, mentions: Sequence[Mention]) -> Iterable[Quotation]:
    """The quotations of the text with their speakers, in order."""
    people = [m for m in mentions if m.kind in ("person", "organisation") and m.field == "text" and isinstance(m.value, Names)]
    previous: tuple[int, Mention | None, float] = (-1, None, 0.0)
    found = list(_QUOTED.finditer(article.text))[:MOST]
    inside = [(m.start(), m.end()) for m in found]
    people = [p for p in people if not any(a <= p.start < b for a, b in inside)]
    for match in found:
        words = tuple(_WORD.findall(match.group().lower().replace("’", "").replace("'", "")))
        speaker, sure = _speaker(article.text, match.start(), match.end(), people)
        if speaker is None and previous[0] >= 0 and _continues(article.text, previous[0], match.start()):
            speaker, sure = previous[1], previous[2] * 0.9
        previous = (match.end(), speaker, sure)
        if len(words) >= LEAST_WORDS:
            yield Quotation(article.id, match.start(), match.end(), words, speaker, sure, _outlet(article.text, match.end(), mentions))


_TOLD = re.compile(r"[,.!?]?[ \t]*[^.\n“\"]{1,60}?\btold\s+(?:the\s+|The\s+)?(?=[A-Z])")


def _outlet(text: str, end: int, mentions: Sequence[Mention]) -> Mention | None:
    """The organisation somebody told it to, in the words after the quotation."""
    told = _TOLD.match(text, end, end + 100)
    if told is None:
        return None
    return next((m for m in mentions if m.kind == "organisation" and m.field == "text" and m.start == told.end()), None)


@cache
def _after() -> re.Pattern[str]:
    """ "…" said X; "…" X said."""
    verb = _saying()
    return re.compile(
        rf"[,.!?]?[ \t]*,?[ \t]*(?:{verb}\s+(?P<one>[^.\n“\"]{{2,90}})"
        rf"|(?P<two>[^.\n“\"]{{2,60}}?)\s+(?:\w+ly\s+|has\s+|had\s+|later\s+|also\s+)?{verb}\b)"
    )


@cache
def _before() -> re.Pattern[str]:
    """X said that "…"."""
    return re.compile(
        rf"(?P<who>[^\n“”\"]{{2,200}}?)\s+(?:\w+ly\s+|has\s+|had\s+|later\s+|also\s+)?{_saying()}\b[^.!?\n“”\"]{{0,70}}[:,]?\s*(?:that\s+)?$"
    )


def _saying() -> str:
    return "(?:" + "|".join(sorted({*table("titles")["speech"].split(), "adding", "saying", "asks"})) + ")"


_ACCORDING = re.compile(r"\bAccording to [^\n“”\"]{3,200}[.:]\s*$")
_DESCRIBED = re.compile(
    r"(?:(?:a|an|the|his|her|their|one|another)\s+)(?:[a-z][\w’'-]*\s+){0,3}?"
    r"(?:spokes\w+|statement|website|officials?|experts?|representative|source|company|son|daughter|father|mother|lawyer|owner|police|ministry|department)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:he|she)\b", re.IGNORECASE)


def _speaker(text: str, start: int, end: int, people: list[Mention]) -> tuple[Mention | None, float]:
    """The person a quotation at text[start:end] is given to, by the words right after or before it, and how sure that is."""
    after = _after().match(text, end, min(len(text), end + 140))
    if after:
        group = "one" if after["one"] is not None else "two"
        low, high = after.span(group)
        named = _first(people, low, high)
        if named is not None:
            return named, 0.95
        described = _DESCRIBED.match(text, low, high)
        if described:
            return _described(text, low, described.group()), 0.9
        if _PRONOUN.search(text, low, min(high, low + 12)):
            return _antecedent(text, start, people), 0.6
        return None, 0.0
    lead = _ACCORDING.search(text, max(0, start - 260), start)
    if lead:
        named = _first(people, lead.start(), lead.end())
        return named, 0.85
    low = max(text.rfind("\n", 0, start), text.rfind(". ", 0, start), start - 240) + 1
    before = _before().search(text[low:start])
    if before:
        a, b = low + before.start("who"), low + before.end("who")
        inside = [p for p in people if a <= p.start and p.end <= b]
        if inside:
            return inside[0 if len(inside) == 1 else -1], 0.85
        if _PRONOUN.search(text[a:b][-12:]):
            return _antecedent(text, a, people), 0.6
    return None, 0.0


def _first(people: list[Mention], low: int, high: int) -> Mention | None:
    """The first person in a phrase, else an organisation at its head."""
    inside = [p for p in people if low <= p.start < high]
    return next((p for p in inside if p.kind == "person"), None) or next((p for p in inside if p.start - low < 5), None)


_KIN = re.compile(r"(?:his|her|their)\s+(?:\w+\s+)?(son|daughter|father|mother|wife|husband|brother|sister)$", re.IGNORECASE)


def _described(text: str, low: int, words: str) -> Mention:
    """A speaker without a name; kin is named where the article says who that is ("his son Jeff")."""
    kin = _KIN.search(words)
    who = re.search(rf"\b(?:[Hh]is|[Hh]er|[Tt]heir)\s+(?:\w+\s+)?{kin[1]},?\s+([A-Z][\w-]+)", text) if kin else None
    names = Names((who[1],)) if who else Names((words.lower(),), False)
    return Mention(low, low + len(words), words, "person", names, (low, low + len(words)))


def _antecedent(text: str, before: int, names: list[Mention]) -> Mention | None:
    """The person named last within 600 characters before an offset beside a verb of saying; else the last named."""
    people = [p for p in names if p.kind == "person"]
    near = [p for p in people if before - 600 <= p.start < before]
    verbs = frozenset(table("titles")["speech"].split())
    for person in reversed(near):
        after = re.match(r"(?:,[^.]{0,60}?,)?\s+(\w+)", text[person.end : person.end + 80])
        ahead = re.search(r"(\w+)\s+(?:[A-Z]\w+\.?\s+)*$", text[max(0, person.start - 30) : person.start])
        if (after and after[1] in verbs) or (ahead and ahead[1] in verbs):
            return person
    return near[-1] if near else None


def _continues(text: str, low: int, high: int) -> bool:
    """Whether nothing but a short bridge without another sentence's subject lies between two quotations."""
    between = text[low:high]
    return len(between) < 160 and between.count("\n\n") <= 1 and not re.search(r"\b[A-Z][a-z]+\s+[A-Z][a-z]+", between)
