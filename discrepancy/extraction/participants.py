"""Persons, organisations and places: every proper name of an article, resolved within it ("Smith" is John Smith)."""

from __future__ import annotations

import re
from collections import Counter

from discrepancy.extraction.participants_kinds import given_names
from discrepancy.extraction.participants_names import names_of
from discrepancy.extraction.participants_resolve import people_of, resolved
from discrepancy.extraction.participants_spans import bare
from discrepancy.model import Field, Mention, Names
from discrepancy.normalise.name import fold
from discrepancy.normalise.place import place_name

_LOWER = re.compile(r"(?<![^\W_])[^\W\d_A-Z][\w'’]*")
LONGEST = 200_000  # characters of a field that are read for names


def find_participants(text: str, title: str) -> tuple[Mention, ...]:
    """The names in `text`, then those in `title`, each in order; `value.names` is canonical within the article.

    kind is person, organisation or place; a name that cannot be told is left out.
    """
    text, title = text[:LONGEST], title[:2000]
    lower = Counter(bare(m.group()) for m in _LOWER.finditer(text))
    found = {"text": list(names_of(text, lower)), "title": list(names_of(title, lower))}
    people = people_of(found["text"] + found["title"])
    mentions: list[Mention] = []
    fields: tuple[tuple[Field, str], ...] = (("text", text), ("title", title))
    for field, words in fields:
        mentions.extend(resolved(field, words, found[field], people))
    return tuple(m for m in mentions if m.field == "text" or _known(m, mentions, title))


def _known(mention: Mention, mentions: list[Mention], title: str) -> bool:
    """Whether a name of a title in title case, where any word has a capital, is one that the text or a table knows."""
    words = re.findall(r"[^\W\d_]{4,}", title)
    if sum(w[0].isupper() for w in words) < 0.7 * len(words):
        return True
    assert isinstance(mention.value, Names)
    name = mention.value.names[0]
    if mention.kind == "place":
        return place_name(name) is not None or any(m.field == "text" and m.value == mention.value for m in mentions)
    return any(m.field == "text" and m.value == mention.value for m in mentions) or fold(name.split()[0]) in given_names()
