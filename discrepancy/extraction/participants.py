"""Persons, organisations and places: every proper name of an article, resolved within it ("Smith" is John Smith)."""

from __future__ import annotations

import re
from collections import Counter

from discrepancy.extraction.participants_names import names_of
from discrepancy.extraction.participants_resolve import people_of, resolved
from discrepancy.model import Field, Mention, Names
from discrepancy.normalise.place import place_name
from discrepancy.text.capitals import bare

_LOWER = re.compile(r"(?<![^\W_])[^\W\d_A-Z][\w'’]*")
_LINE = re.compile(r"[^\n]{8,}")
_STOPS = '.!?:,;"”’'
LONGEST = 200_000  # characters of a field that are read for names


def find_participants(text: str, title: str) -> tuple[Mention, ...]:
    """The names in `text`, then those in `title`, each in order; `value.names` is canonical within the article.

    kind is person, organisation or place; a name that cannot be told is left out.
    """
    text, title = text[:LONGEST], title[:2000]
    lower = Counter(bare(m.group()) for m in _LOWER.finditer(text))
    headlines = [
        m.span()
        for m in _LINE.finditer(text)
        if m.end() - m.start() < 160 and m.group().rstrip()[-1:] not in _STOPS and _title_case(m.group())
    ]
    running = text
    for start, end in headlines:
        running = running[:start] + " " * (end - start) + running[end:]
    found = {"text": list(names_of(running, lower)), "title": list(names_of(title, lower))}
    people = people_of(found["text"] + found["title"])
    mentions = list(resolved("text", running, found["text"], people))
    for start, end in headlines:
        mentions.extend(_named_in(text[start:end], mentions, "text", start))
    mentions.sort(key=lambda m: m.start)
    if _title_case(title):
        mentions.extend(_named_in(title, mentions, "title", 0))
    else:
        mentions.extend(resolved("title", title, found["title"], people))
    return tuple(mentions)


def _title_case(title: str) -> bool:
    """Whether most words of a title have a capital, so that capitals tell no names."""
    words = re.findall(r"[^\W\d_]{4,}", title)
    return bool(words) and sum(w[0].isupper() for w in words) >= 0.7 * len(words)


def _named_in(title: str, known: list[Mention], field: Field, shift: int) -> list[Mention]:
    """The names of the text, in full or as written there, that stand in a line in title case; `shift` is where the line begins."""
    forms: dict[str, Mention] = {}
    for mention in known:
        forms.setdefault(mention.text, mention)
        if isinstance(mention.value, Names):
            forms.setdefault(mention.value.names[0], mention)
    places = {title[a:b]: None for a, b in _capitals(title) if place_name(title[a:b])}
    out: list[Mention] = []
    for form in sorted({*forms, *places}, key=lambda f: (-len(f), f)):
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", title):
            start, end = match.start() + shift, match.end() + shift
            if any(m.start < end and start < m.end for m in out):
                continue
            source = forms.get(form)
            kind, value = (source.kind, source.value) if source else ("place", Names((place_name(form) or form,)))
            out.append(Mention(start, end, form, kind, value, (start, end), field))
    return sorted(out, key=lambda m: m.start)


def _capitals(title: str) -> list[tuple[int, int]]:
    """One to three words with capitals in a row, as half-open offsets."""
    words = [m.span() for m in re.finditer(r"[A-Z][\w.’']*\w|[A-Z]\.[A-Z]\.", title)]
    return [(words[i][0], words[j][1]) for i in range(len(words)) for j in range(i, min(i + 3, len(words)))]
