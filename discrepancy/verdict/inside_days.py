"""A weekday that does not fall on the date beside it, and an age that does not fit the birth beside it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from discrepancy.model import Amount, Article, DateValue, Mention
from discrepancy.model.group import Group, cited
from discrepancy.model.values import Interval, Moment

SURE_DAY, SURE_AGE = 0.8, 0.7
NEAR = 31
"""Days from the article's own day within which a date without a year is surely of that year."""
_WEEKDAY = re.compile(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?", re.IGNORECASE)
_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def weekdays(article: Article, mentions: Sequence[Mention]) -> Iterator[tuple[Group, Mention]]:
    """Dates whose weekday is another, each with its group; without a year only those near the article's own day, which is their year."""
    for mention in mentions:
        value = mention.value
        if not isinstance(value, DateValue) or not value.note or value.last is not None or value.low is None:
            continue
        day = datetime.date.fromisoformat(value.low[:10])
        near = article.published is not None and abs((article.published - day).days) <= NEAR
        sides = _split(mention)
        if sides is not None and (value.first.year is not None or near):
            yield _day_group(article, sides, day), mention


def _split(mention: Mention) -> tuple[Mention, Mention] | None:
    """The weekday and the rest of the date, each as its own mention."""
    match = _WEEKDAY.search(mention.text)
    value = mention.value
    if match is None or not isinstance(value, DateValue):
        return None
    if match.start() == 0 or not mention.text[: match.start()].strip(" ,on"):
        low, high = match.end(), len(mention.text)
    else:
        low, high = 0, match.start()
    kept = mention.text[low:high]
    rest = kept.strip(" ,()\n\t")
    if not any(c.isdigit() for c in rest):
        return None
    low += kept.index(rest)
    first = value.first
    weekday = Moment(weekday=first.weekday)
    at, to = mention.start + match.start(), mention.start + match.end()
    said = replace(mention, start=at, end=to, text=match.group(), core=(at, to), value=DateValue(weekday, granularity="day"))
    start, end = mention.start + low, mention.start + low + len(rest)
    dated = replace(
        mention, start=start, end=end, text=rest, core=(start, end), value=replace(value, first=replace(first, weekday=None), note="")
    )
    return said, dated


def _day_group(article: Article, sides: tuple[Mention, Mention], day: datetime.date) -> Group:
    said, dated = (" ".join(side.text.split()) for side in sides)
    return Group(
        "date",
        f"the weekday of {dated}",
        "conflict",
        ("internal",),
        f"{cited(article.id)} says {said}, {dated}, but {day.isoformat()} is a {_NAMES[day.weekday()]}.",
        SURE_DAY,
        ((said, said, ((article.id, sides[0]),)), (dated, dated, ((article.id, sides[1]),))),
        (("a weekday and a date as one", 1.4),),
    )


_BORN = re.compile(r"\s*,?\s*(?:who\s+)?(?:was\s+)?born\s+(?:(?:in|on)\s+)?", re.IGNORECASE)


def births(article: Article, mentions: Sequence[Mention]) -> Iterator[Group]:
    """ "Smith, 54, born in 1950": the age on the article's own day against the birth; only where the article carries its day."""
    if article.published is None:
        return
    for field in ("title", "text"):
        text = article.field_text(field)
        held = sorted((m for m in mentions if m.field == field), key=lambda m: m.start)
        for one, two in pairwise(held):
            if one.kind == "age" and two.kind == "date" and _BORN.fullmatch(text, one.end, two.start):
                yield from _birth(article, one, two)


def _birth(article: Article, age: Mention, born: Mention) -> Iterator[Group]:
    years, date = age.value, born.value
    assert article.published is not None
    if not isinstance(years, Amount) or not isinstance(date, DateValue) or years.value is None or years.approximation != "exact":
        return
    if (
        years.unit != "year"
        or date.first.year is None
        or date.last is not None
        or date.approximation != "exact"
        or not date.low
        or not date.high
    ):
        return
    if date.granularity not in ("day", "month", "year"):
        return
    low = _years(datetime.date.fromisoformat(date.high[:10]), article.published)
    high = _years(datetime.date.fromisoformat(date.low[:10]), article.published)
    if low <= years.value <= high:
        return
    told = str(high) if low == high else f"{low} or {high}"
    reckoned = Amount(None, Decimal(low), Decimal(high), "year", Interval(Decimal(low), Decimal(high)), Decimal(1))
    said, birth = (" ".join(m.text.split()) for m in (age, born))
    yield Group(
        "age",
        f"age, and birth in {date.first.year}",
        "conflict",
        ("internal",),
        f"{cited(article.id)} says {said}, but who was born in {birth} was {told} on {article.published.isoformat()}.",
        SURE_AGE,
        ((said, said, ((article.id, age),)), (f"born {birth} ({told})", told, ((article.id, replace(born, kind="age", value=reckoned)),))),
        (("an age and a birth as one", 0.9),),
    )


def _years(born: datetime.date, day: datetime.date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
