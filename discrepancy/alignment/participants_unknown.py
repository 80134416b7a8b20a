"""Names of which no article says what they name, found because the story repeats them: brands, teams, villages.

They tie articles that name one thing. They are no part of what is learned of who and where: as answers they add nothing there.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from discrepancy.alignment.participants_lent import FIELDS, MOST, found_again
from discrepancy.alignment.participants_settled import settled
from discrepancy.model import Article, Kind, Mention, Names
from discrepancy.normalise.name import fold
from discrepancy.normalise.place import demonyms
from discrepancy.text.capitals import bare, runs, word_set

Read = Sequence[tuple[Article, Sequence[Mention]]]
MOST_WORDS = 3  # of such a name
LONGEST = 50_000  # characters of an article that are looked through
_LOWER = re.compile(r"(?<!\w)[^\W\d_A-Z][\w’'-]*")
_PLACE_BEFORE = re.compile(r"\b(?:in|near|outside|around|at)\s+(?:the\s+)?$")
_LINE = re.compile(r"[^\n]+")
_CAPITALS = re.compile(r"[^\W\d_a-z][\w’'.-]*\w")
_POSSESSIVE = re.compile(r"['’][sS]?$")


def with_unknown(articles: Read) -> list[tuple[Article, list[Mention]]]:
    """The articles with further mentions: what two of them or more write with a capital, one of them inside a sentence, and none
    without. It names a place where "in" or "near" stands before it more often than not, else an organisation."""
    forms = _unknown(articles)
    plain = settled([(article, found_again(article, mentions, forms)) for article, mentions in articles])
    names = _in_capitals(plain)
    return [(article, sorted([*found, *_shouted(article, found, names)], key=lambda m: (m.field, m.start))) for article, found in plain]


def _in_capitals(articles: Read) -> dict[str, tuple[Kind, str]]:
    """The names of the story as a headline in capitals writes them; a lone surname is the person's."""
    out: dict[str, tuple[Kind, str]] = {}
    surnames: dict[str, set[str]] = defaultdict(set)
    for _, mentions in articles:
        for m in mentions:
            if isinstance(m.value, Names) and m.value.named and len(m.text) > 3:
                out.setdefault(_POSSESSIVE.sub("", m.text).upper(), (m.kind, m.value.names[0]))
                if m.kind == "person" and " " in m.value.names[0]:
                    surnames[m.value.names[0].split()[-1].upper()].add(m.value.names[0])
    for surname, full in surnames.items():
        if len(full) == 1 and len(surname) > 3:
            out.setdefault(surname, ("person", min(full)))
    return out


def _shouted(article: Article, mentions: Sequence[Mention], names: Mapping[str, tuple[Kind, str]]) -> Iterator[Mention]:
    """The names in lines without a small letter ("COLTS BEAT CHIEFS"), the longest first."""
    for field in FIELDS:
        text = article.field_text(field)[:LONGEST]
        taken = {i for m in mentions if m.field == field for i in range(m.start, m.end)}
        for line in _LINE.finditer(text):
            if not line.group().isupper():
                continue
            words = [w.span() for w in _CAPITALS.finditer(text, line.start(), line.end())]
            for size in range(min(MOST_WORDS, len(words)), 0, -1):
                for i in range(len(words) - size + 1):
                    start, end = words[i][0], words[i + size - 1][1]
                    known = names.get(_POSSESSIVE.sub("", text[start:end]))
                    if known is not None and not taken & set(range(start, end)):
                        taken.update(range(start, end))
                        yield Mention(start, end, text[start:end], known[0], Names((known[1],)), (start, end), field)


def _unknown(articles: Read) -> dict[str, tuple[Kind, str]]:
    inside: dict[str, Counter[Kind]] = defaultdict(Counter)
    where: dict[str, set[str]] = defaultdict(set)
    lower: set[str] = set()
    for article, mentions in articles:
        text = article.text[:LONGEST]
        lower.update(bare(w) for w in _LOWER.findall(text))
        taken = {i for m in mentions if m.field == "text" for i in range(m.start, m.end)}
        for run in runs(text):
            if len(run.words) > MOST_WORDS or run.start in taken or run.end - 1 in taken:
                continue
            form = _POSSESSIVE.sub("", text[run.start : run.end])
            where[form].add(article.id)
            if not run.opens:
                inside[form]["place" if _PLACE_BEFORE.search(text, max(0, run.start - 16), run.start) else "organisation"] += 1
    forms = [f for f in sorted(inside) if len(where[f]) > 1 and _may_name(f, lower)]
    return {f: (min(inside[f], key=lambda k: (-inside[f][k], k)), f) for f in forms[:MOST]}


def _may_name(form: str, lower: set[str]) -> bool:
    """Whether none of the words is an ordinary one, an adjective of a country, a day, a title."""
    words = [bare(w) for w in form.split()]
    return (
        len(form) > 2
        and not any(w in lower or fold(w) in demonyms() or w.rstrip("s") in word_set("adjective") for w in words)
        and not any(w in word_set(group) for w in words for group in ("never", "honorific", "office", "country_like"))
    )
