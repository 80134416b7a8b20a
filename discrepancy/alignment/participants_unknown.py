"""Names of which no article says what they name, found because the story repeats them: brands, teams, villages.

They tie articles that name one thing. They are no part of what is learned of who and where: as answers they add nothing there.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from discrepancy.alignment.participants_lent import MOST, found_again
from discrepancy.alignment.participants_settled import settled
from discrepancy.model import Article, Kind, Mention
from discrepancy.normalise.name import fold
from discrepancy.normalise.place import demonyms
from discrepancy.text.capitals import bare, runs, word_set

Read = Sequence[tuple[Article, Sequence[Mention]]]
MOST_WORDS = 3  # of such a name
LONGEST = 50_000  # characters of an article that are looked through
_LOWER = re.compile(r"(?<!\w)[^\W\d_A-Z][\w’'-]*")
_PLACE_BEFORE = re.compile(r"\b(?:in|near|outside|around|at)\s+(?:the\s+)?$")
_POSSESSIVE = re.compile(r"['’]s?$")


def with_unknown(articles: Read) -> list[tuple[Article, list[Mention]]]:
    """The articles with further mentions: what two of them or more write with a capital, one of them inside a sentence, and none
    without. It names a place where "in" or "near" stands before it more often than not, else an organisation."""
    forms = _unknown(articles)
    return settled([(article, found_again(article, mentions, forms)) for article, mentions in articles])


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
