"""Whole dates: one with the preposition that carries meaning, and the spans between two of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from discrepancy.extraction import dates_days as days
from discrepancy.extraction import dates_figures as figures
from discrepancy.extraction import dates_points as points
from discrepancy.extraction.dates_clock import clock
from discrepancy.extraction.dates_tokens import DASHES, Read, Tokens, near, ordinal, words
from discrepancy.extraction.dates_years import year_span
from discrepancy.normalise.date_written import Written

_NOW = Written(form="unit", unit="day", shift=0)
_JOIN = frozenset(["to", "through", "thru", "until", "till"])


@dataclass(frozen=True, slots=True)
class Found:
    """One date in the tokens [start, end): its first and last end as written, and its relation; core is where the bare date starts."""

    start: int
    end: int
    first: Written
    last: Written | None
    relation: str
    core: int


def found(t: Tokens, i: int) -> Found | None:
    """The longest date that starts at token i."""
    word = t.word(i)
    if word in ("from", "between") and (pair := _pair(t, i)):
        return pair
    if (related := _related(t, i)) is not None:
        return related
    return _plain(t, i)


def _plain(t: Tokens, i: int) -> Found | None:
    core = days.after_hedge(t, i)
    if (years := year_span(t, core)) is not None:
        return Found(i, years[1], *years[0], "from-to", core)
    if (hours := _hours(t, core)) is not None:
        return Found(i, hours[1], *hours[0], "from-to", core)
    one = days.hedged(t, i)
    if one is None:
        return None
    said, j = one
    span = _joined(t, said, j)
    if span:
        return Found(i, span[1], span[0][0], span[0][1], "from-to", core)
    relation, j = _open(t, j)
    return Found(i, j, said, None, relation, core)


def _hours(t: Tokens, i: int) -> tuple[tuple[Written, Written], int] | None:
    """ "9-11am", "7–9 p.m.": two hours of one half of the day."""
    number = t.digits(i)
    if (
        not number
        or len(number) > 2
        or not 0 < int(number) <= 12
        or t.word(i + 1) not in DASHES
        or not t.glued(i + 1)
        or not t.glued(i + 2)
    ):
        return None
    later = clock(t, i + 2)
    if later is None or later[0].hour is None or later[0].dial or not t.digits(i + 2):
        return None
    return _shared(Written(form="bare", day=int(number)), later[0]), later[1]


def _open(t: Tokens, j: int) -> tuple[str, int]:
    """ "or later", "and after", "or earlier" behind a date: since or until it."""
    join, word = t.word(j), t.word(j + 1)
    opens = join in ("or", "and") and word in ("later", "after", "afterwards", "onwards", "earlier", "before")
    if opens and ((join == "or" and word in ("later", "earlier")) or not t.word(j + 2).isalpha()):
        return ("until" if word in ("earlier", "before") else "since"), j + 2
    return "", j


def _related(t: Tokens, i: int) -> Found | None:
    word = t.word(i)
    relation = words().relations.get(word)
    j = i + 1
    if relation is None:
        if word in ("beginning", "starting") and not (word == "beginning" and t.word(j) == "of"):
            relation, j = "since", t.skip(j, "on", "in", "from")
        elif word == "up" and t.word(j) in ("to", "until", "till"):
            relation, j = "until", j + 1
        elif word == "no" and t.word(j) == "later" and t.word(j + 1) == "than":
            relation, j = "by", j + 2
        elif word in ("later", "prior") and t.word(j) in ("than", "to"):
            relation, j = ("after" if word == "later" else "before"), j + 1
        elif word == "as" and t.word(j) == "late" and t.word(j + 1) == "as":
            relation, j = "until", j + 2
        else:
            return None
    the = t.word(j) == "the"
    j = t.skip(j, "around", "about", "at", "on") if relation != "by" else j
    inner = days.hedged(t, j) or (days.hedged(t, j + 1) if the and t.word(j) == "the" else None)
    if inner is None or t.possessive(inner[1]) or _belongs(t, relation, inner, the):
        return None
    said, end = inner
    if (
        said.form == "clock"
        and said.part
        and said.hour is None
        and said.part not in ("dawn", "noon", "midnight", "evening", "morning", "afternoon", "night")
    ):
        return None
    return Found(i, end, said, None, relation, j)


def _belongs(t: Tokens, relation: str, inner: Read, the: bool) -> bool:
    """Whether the date after a preposition only names an event ("after the 2012 election", "since the Sept. 11 attack")."""
    said, end = inner
    if said.form in ("offset", "period"):
        return relation in ("before", "after")
    named = said.form == "calendar" and not said.edge and t.word(end).isalpha()
    return the and named and t.word(end) not in near("after_year") and t.word(end) not in ("on", "under")


def _pair(t: Tokens, i: int) -> Found | None:
    """from A to B, between A and B; where B is none, "from A" alone is a plain date after the preposition."""
    between = t.word(i) == "between"
    joins = _JOIN | DASHES | ({"and"} if between else frozenset())
    j = t.skip(i + 1, "the") if t.word(i + 1) == "the" and t.word(i + 2) not in words().edges else i + 1
    if t.word(j) in ("now", "this", "next") and (figures.figures(t, j + 1) or t.word(j) == "now"):
        one: Read | None = (_NOW, j + 1) if t.word(j) == "now" else figures.figures(t, j + 1)
    else:
        one = days.hedged(t, j) or _bare_part(t, j)
    if one is None:
        return None
    said, k = one
    k = k + 1 if t.word(k) == "," and t.word(k + 1) in joins else k
    if t.word(k) not in joins:
        return None
    two = _second(t, said, k + 1 + (t.word(k + 1) == "the" and days.hedged(t, k + 1) is None))
    if two is None:
        return None
    first, last = _shared(said, two[0])
    if not _whole(first) or not _whole(last):
        return None
    return Found(i, two[1], first, last, "between" if between else "from-to", j)


def _whole(said: Written) -> bool:
    return said.form != "bare"


def _bare_part(t: Tokens, j: int) -> Read | None:
    """A bare day, hour or year of a pair: "from 5 to 7 p.m.", "from the 9th to 17th of April", "from 1974 to 1978"."""
    if only := points.year(t, j):
        return Written(year=only[0]), only[1]
    if nth := ordinal(t, j):
        return Written(form="bare", day=nth[0]), nth[1]
    number = t.digits(j)
    if number and len(number) <= 2 and 0 < int(number) <= 31:
        return Written(form="bare", day=int(number)), j + 1
    return None


def _second(t: Tokens, first: Written, j: int) -> Read | None:
    """The far end of a span: a whole date, or the part of one that the near end completes."""
    if t.word(j) in ("now", "date") or (t.word(j) in ("present", "current") and t.word(j + 1) in ("", "day", "date")):
        return _NOW, j + 1 + (t.word(j) == "current" or t.word(j + 1) == "day")
    full = days.hedged(t, j)
    if full and (
        full[0].form != "calendar"
        or full[0].year is None
        or full[0].month is not None
        or first.form in ("calendar", "decade", "nth", "unit", "bare")
    ):
        return full
    if first.form == "calendar" and first.day is not None and (day := points.day_number(t, j)):
        stated, end = points.year_after(t, day[1])
        if t.word(end) in words().units or t.word(end) == "percent":
            return None
        return Written(month=first.month, day=day[0], year=stated), end
    if first.form == "calendar" and first.year is not None and first.month is None:
        if only := points.year(t, j):
            return Written(year=only[0]), only[1]
        two = t.digits(j)
        if len(two) == 2 and t.glued(j) and 0 < int(two) - first.year % 100 < 50:
            return Written(year=first.year // 100 * 100 + int(two)), j + 1
    return None


def _joined(t: Tokens, said: Written, k: int) -> tuple[tuple[Written, Written], int] | None:
    """A span without a preposition: "Monday through Wednesday", "1967-1979", "Oct. 18-21", "April 22 to June 5"."""
    word = t.word(k)
    if (word not in _JOIN and word not in DASHES) or said.form in ("offset", "period"):
        return None
    if said.form == "clock" and said.hour is None:
        return None
    dash = word in DASHES
    if dash and t.word(k + 1) in DASHES:
        return None
    two = _second(t, said, t.skip(k + 1, "the"))
    if two is None or two[0].form in ("offset", "period"):
        return None
    if dash and not t.glued(k) and said.form != two[0].form:
        return None
    if (said.form == "clock") != (two[0].form == "clock") and two[0].form != "bare" and not (said.form == "clock" and two[0].timed):
        return None
    if dash and said.year is not None and said.month is None and two[0].month is not None:
        return None
    first, last = _shared(said, two[0])
    return (first, last), two[1]


def _shared(first: Written, last: Written) -> tuple[Written, Written]:
    """What one end of a span leaves to the other: the month, the year, the half of the day."""
    if first.form == "bare":
        if last.hour is not None and first.day is not None and first.day <= 12:
            hour = first.day % 12 + (12 if last.hour >= 12 and (first.day % 12) + 12 <= last.hour else 0)
            first = Written(form="clock", hour=hour, minute=0)
        elif last.form == "calendar" and last.month is not None:
            first = Written(month=last.month, day=first.day, year=last.year)
    if first.form == "clock" and last.form != "clock" and last.timed:  # "between 8 a.m. and noon on Saturday"
        at = 0 if first.part == "midnight" else first.hour
        first = replace(last, hour=at, minute=first.minute, part=None if at is not None else first.part, edge=first.edge, hedge=first.hedge)
    elif last.form == "clock" and first.form != "clock" and first.timed:
        last = replace(first, hour=last.hour, minute=last.minute, part=last.part, edge=last.edge, hedge=last.hedge)
    if first.form != "calendar" or last.form != "calendar":
        return first, last
    if first.year is None and last.year is not None and first.month is not None:
        later = last.month is not None and (first.month, first.day or 0) > (last.month, last.day or 31)
        first = replace(first, year=last.year - later)
    elif last.year is None and first.year is not None and last.month is not None:
        last = replace(last, year=first.year + ((last.month, last.day or 31) < (first.month or 0, first.day or 0)))
    return first, last
