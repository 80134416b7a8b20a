"""Parts that do not sum to the total they follow: "12 dead: 7 men and 6 women"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from discrepancy.lexicon import table
from discrepancy.model import Amount, Article, Mention
from discrepancy.model.group import Group, cited
from discrepancy.model.values import Interval
from discrepancy.normalise.relation import plain
from discrepancy.text.words import lemma
from discrepancy.verdict.inside_stretch import CLOSE, OPEN, POINT, Stretch, whole

SURE = 0.75
_PART = rf"{OPEN}N\d+{CLOSE}"
_LIST = re.compile(
    rf"{POINT}(?P<verb>(?:\s+[\w’'-]+){{0,6}})\s*(?::|\(|\s[-–—]|—)\s*"
    rf"(?P<parts>{_PART}(?:\s*,\s*{_PART})*\s*,?\s+(?:and|plus)\s+{_PART})\s*(?:[.;)—–]|\s-\s|$)"
)


def parts(article: Article, stretch: Stretch) -> Iterator[Group]:
    """Lists of exact counts of people (or of the thing totalled) that end with their clause and sum to something else."""
    for match in _LIST.finditer(stretch.marked):
        total = stretch.mentions[int(match[1])]
        listed = [stretch.mentions[int(i)] for i in re.findall(POINT, match["parts"])]
        figures = [_whole_number(m) for m in (total, *listed)]
        if None in figures or not all(_of_one_kind(total, part) for part in listed):
            continue
        stated, *others = [n for n in figures if n is not None]
        summed = sum(others, Decimal(0))
        if summed != stated and min(others) > 0 and max(others) < stated:
            yield _group(article, total, listed, summed)


def _whole_number(mention: Mention) -> Decimal | None:
    value = mention.value
    if mention.kind != "count" or not isinstance(value, Amount) or value.value is None or value.approximation != "exact":
        return None
    return value.value if value.value == value.value.to_integral_value() else None


@cache
def _people() -> frozenset[str]:
    return frozenset(lemma(word) for word in table("cues")["people"]["words"].split())


def _of_one_kind(total: Mention, part: Mention) -> bool:
    one, two = (lemma(m.value.unit.split(" ")[-1].lower()) if isinstance(m.value, Amount) else "" for m in (total, part))
    return bool(one) and (one == two or {one, two} <= _people())


def _group(article: Article, total: Mention, listed: list[Mention], summed: Decimal) -> Group:
    start, end, words = whole(article, listed)
    value = Amount(summed, None, None, total.value.unit if isinstance(total.value, Amount) else "", Interval(summed, summed), Decimal(1))
    together = Mention(start, end, words, "count", value, (start, end), total.field)
    sum_of = " + ".join(plain(m.value.value) for m in listed if isinstance(m.value, Amount))
    said, told = " ".join(total.text.split()), " ".join(words.split())
    why = f"{cited(article.id)} says {said}, but its parts, {told}, are {sum_of} = {plain(summed)}."
    return Group(
        "count",
        f"{said}: the sum of the parts",
        "conflict",
        ("internal", "part-whole"),
        why,
        SURE,
        ((said, said, ((article.id, total),)), (f"{told} ({plain(summed)})", plain(summed), ((article.id, together),))),
        (("a total and the list of its parts in one clause", 1.1),),
    )
