"""Names that one article makes plain, found again where another only uses the short form."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from discrepancy.alignment.participants_settled import settled
from discrepancy.model import Article, Field, Kind, Mention, Names
from discrepancy.normalise.name import fold, person_name

Read = Sequence[tuple[Article, Sequence[Mention]]]
Forms = Mapping[str, tuple[Kind, str]]
MOST = 80  # names of a story that are lent
FIELDS: tuple[Field, Field] = ("text", "title")


def lent(articles: Read) -> list[tuple[Article, list[Mention]]]:
    """The articles with further mentions: a lone surname of a person whom another article names in full, the name of an organisation
    that another article knows. One form is of one kind in all. Order within an article is by field and offset."""
    articles = settled(articles)
    known = _known(articles)
    out = []
    for article, mentions in articles:
        have = {fold(n) for m in mentions if isinstance(m.value, Names) for n in m.value.names}
        out.append((article, found_again(article, mentions, {w: form for w, form in known.items() if fold(form[1]) not in have})))
    return settled(out)


def found_again(article: Article, mentions: Sequence[Mention], forms: Forms) -> list[Mention]:
    """The mentions with those of every free occurrence of the forms, by field and offset."""
    more = list(mentions)
    taken = {(m.field, i) for m in mentions for i in range(m.start, m.end)}
    for word, (kind, name) in forms.items():
        for field in FIELDS:
            found = _found(article, field, word, kind, name, taken)
            more.extend(found)
            taken.update((field, i) for m in found for i in range(m.start, m.end))
    return sorted(more, key=lambda m: (m.field, m.start))


def _known(articles: Read) -> dict[str, tuple[Kind, str]]:
    """Short form -> kind and full name; a short form of two names is left out."""
    forms: dict[str, tuple[Kind, str]] = {}
    double: set[str] = set()
    for _, mentions in articles:
        for mention in mentions:
            if not isinstance(mention.value, Names) or mention.field == "title":
                continue
            name = mention.value.names[0]
            words = name.split()
            if mention.kind == "person" and len(words) > 1 and len(person_name(name).surname) > 3:
                short = words[-1] if fold(words[-1]) not in ("jr", "sr", "iii") else words[-2].rstrip(",")
            elif mention.kind == "organisation" and len(name) > 3:
                short = name
            else:
                continue
            held = forms.setdefault(short, (mention.kind, name))
            if fold(held[1]) != fold(name) and person_name(held[1]).given[:1] != person_name(name).given[:1]:
                double.add(short)
    return {k: v for k, v in list(forms.items())[:MOST] if k not in double}


def _found(article: Article, field: Field, word: str, kind: Kind, name: str, taken: set[tuple[Field, int]]) -> list[Mention]:
    """The free occurrences of `word` in a field, as mentions of `name`; none where the article writes the word in lower case too."""
    text = article.field_text(field)
    if word not in text:
        return []
    if word.lower() != word and re.search(rf"\b{re.escape(word.lower())}\b", article.text):
        return []
    return [
        Mention(match.start(), match.end(), match.group(), kind, Names((name,)), match.span(), field)
        for match in re.finditer(rf"(?<!\w){re.escape(word)}(?!\w)", text)
        if (field, match.start()) not in taken
    ]
