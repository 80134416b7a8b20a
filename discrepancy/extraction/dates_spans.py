"""Whole dates: a point with its time of day, its hedge and preposition, and the spans between two of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from discrepancy.extraction import dates_clock as clocks
from discrepancy.extraction import dates_points as points
from discrepancy.extraction.dates_relative import relative
from discrepancy.extraction.dates_tokens import APOSTROPHES, DASHES, Read, Tokens, ordinal, words
from discrepancy.extraction.dates_years import bare_year, year_span
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
    core = _after_hedge(t, i)
    if (years := year_span(t, core)) is not None:
        return Found(i, years[1], *years[0], "from-to", core)
    one = _hedged(t, i)
    if one is None:
        return None
    said, j = one
    span = _joined(t, said, j)
    if span:
        return Found(i, span[1], span[0][0], span[0][1], "from-to", core)
    relation, j = _open(t, j)
    return Found(i, j, said, None, relation, core)


def _open(t: Tokens, j: int) -> tuple[str, int]:
    """ "or later", "and after", "or earlier" behind a date: since or until it."""
    join, word = t.word(j), t.word(j + 1)
    opens = join in ("or", "and") and word in ("later", "after", "afterwards", "onwards", "earlier", "before")
    if opens and (join == "or" and word in ("later", "earlier") or not t.word(j + 2).isalpha()):
        return ("until" if word in ("earlier", "before") else "since"), j + 2
    return "", j


def _after_hedge(t: Tokens, i: int) -> int:
    hedge = clocks.hedge(t, i)
    return t.skip(hedge[1], "at", "on", "in") if hedge else i


def _hedged(t: Tokens, i: int) -> Read | None:
    hedge = clocks.hedge(t, i)
    if hedge is None:
        return _point(t, i)
    inner = _point(t, t.skip(hedge[1], "at", "on", "in", "the"))
    if inner is None:
        return None
    if hedge[0] in ("just-before", "just-after") and not inner[0].timed:
        return None
    return replace(inner[0], hedge=hedge[0] or inner[0].hedge), inner[1]


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
    inner = _hedged(t, j) or (_hedged(t, j + 1) if the and t.word(j) == "the" else None)
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
    return (
        the
        and said.form == "calendar"
        and t.word(end).isalpha()
        and t.word(end) not in ("and", "or", "but", "to", "in", "at", "on", "when", "as")
    )


def _pair(t: Tokens, i: int) -> Found | None:
    """from A to B, between A and B; where B is none, "from A" alone is a plain date after the preposition."""
    between = t.word(i) == "between"
    joins = _JOIN | DASHES | ({"and"} if between else frozenset())
    j = t.skip(i + 1, "the") if t.word(i + 1) == "the" and t.word(i + 2) not in words().edges else i + 1
    if t.word(j) in ("now", "this", "next") and (points.figures(t, j + 1) or t.word(j) == "now"):
        one: Read | None = (_NOW, j + 1) if t.word(j) == "now" else points.figures(t, j + 1)
    else:
        one = _hedged(t, j) or _bare_part(t, j)
    if one is None:
        return None
    said, k = one
    if t.word(k) not in joins:
        return None
    two = _second(t, said, k + 1 + (t.word(k + 1) == "the" and _hedged(t, k + 1) is None))
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
    full = _hedged(t, j)
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
    if (said.form == "clock") != (two[0].form == "clock") and two[0].form != "bare":
        return None
    if dash and said.year is not None and said.month is None and two[0].month is not None:
        return None
    first, last = _shared(said, two[0])
    return (first, last), two[1]


def _shared(first: Written, last: Written) -> tuple[Written, Written]:
    """What one end of a span leaves to the other: the month, the year, the half of the day."""
    if first.form == "bare":
        if last.form == "clock" and last.hour is not None and first.day is not None and first.day <= 12:
            hour = first.day % 12 + (12 if last.hour >= 12 and (first.day % 12) + 12 <= last.hour else 0)
            first = Written(form="clock", hour=hour, minute=0)
        elif last.form == "calendar" and last.month is not None:
            first = Written(month=last.month, day=first.day, year=last.year)
    if first.form != "calendar" or last.form != "calendar":
        return first, last
    if first.year is None and last.year is not None and first.month is not None:
        later = last.month is not None and (first.month, first.day or 0) > (last.month, last.day or 31)
        first = replace(first, year=last.year - later)
    elif last.year is None and first.year is not None and last.month is not None:
        last = replace(last, year=first.year + ((last.month, last.day or 31) < (first.month or 0, first.day or 0)))
    return first, last


def _point(t: Tokens, i: int) -> Read | None:
    """One date with its time of day, in either order."""
    timed = clocks.clock(t, i)
    if timed is not None:
        return _clock_date(t, *timed)
    return _dated(t, i) or _part_date(t, i)


def _clock_date(t: Tokens, said: Written, j: int) -> Read:
    k = t.skip(t.skip(j, ","), "on", "of", "late", "early")
    inner = _dated(t, k)
    if inner is None or inner[0].hour is not None or _coarse(inner[0]):
        return said, j
    return inner[0].at(said), inner[1]


def _coarse(said: Written) -> bool:
    """Whether a date is too wide for a clock time beside it to belong to it."""
    if said.form == "calendar":
        return said.day is None and said.weekday is None
    if said.form == "holiday":
        return False
    return said.form != "unit" or (said.unit != "day" and said.weekday is None)


def _dated(t: Tokens, i: int) -> Read | None:
    found_ = _day_edge(t, i) or points.figures(t, i) or points.calendar(t, i) or relative(t, i) or _weekday(t, i) or bare_year(t, i)
    if found_ is None:
        return None
    said, j = found_
    if said.form == "calendar" and said.weekday is None and said.day is not None:
        said, j = _weekday_after(t, said, j)
    if _coarse(said):
        return said, j
    return _timed(t, said, j)


def _weekday_after(t: Tokens, said: Written, j: int) -> Read:
    """ "June 10 (Tuesday)", "the 16th, a Monday" """
    k = t.skip(j, "(")
    if k > j and (day := points.weekday(t, k)) and t.word(day[1]) == ")":
        return replace(said, weekday=day[0]), day[1] + 1
    return said, j


def _weekday(t: Tokens, i: int) -> Read | None:
    day = points.weekday(t, i)
    if day is None:
        return None
    if t.word(day[1]) in ("last", "next", "this") and t.word(day[1] + 1) == "week":
        shift = words().shifts[t.word(day[1])]
        return Written(form="unit", unit="week", shift=shift, weekday=day[0]), day[1] + 2
    return Written(weekday=day[0]), day[1]


def _day_edge(t: Tokens, i: int) -> Read | None:
    """early or late before a day: "late Saturday night", "early on Monday", "late last night", "later Friday", "early Sept. 14"."""
    word = t.word(i)
    if word not in ("early", "late", "mid"):
        return None
    k = i + 1
    k += t.word(k) in DASHES
    k = t.skip(t.skip(k, "on", "in"), "the")
    if (
        t.word(k) in words().parts
        and t.word(t.skip(k + 1, "on", "of", "hours"))
        and (inner := _part_date(t, k))
        and inner[0].form != "clock"
    ):
        return replace(inner[0], edge=""), inner[1]
    inner = points.figures(t, k) or points.calendar(t, k) or _weekday(t, k) or relative(t, k)
    if inner is None or _coarse(inner[0]):
        return None
    said, j = inner
    if said.part is None:
        said, j = _timed(t, said, j)
    return (said if said.timed else replace(said, part=word)), j


def _timed(t: Tokens, said: Written, j: int) -> Read:
    """A date with the part of the day or the clock time that follows it."""
    if said.hour is not None:
        return said, j
    k = t.skip(j, ",")
    if said.part is None:
        p = t.skip(t.skip(j, "in", "at"), "the")
        p += t.word(p) in ("early", "late") and t.word(p + 1) in words().parts
        part = words().parts.get(t.word(p))
        if part and not (p > j + 1 and part in ("dawn",)) and (p == j or t.word(p) not in ("night",) or t.word(j) == "at"):
            said, j = replace(said, part=part, hour=12 if t.word(p) == "noon" else said.hour), p + 1
            k = t.skip(j, ",")
    start = t.skip(k, "at", "around", "about", "from", "by", "@")
    hedge = clocks.hedge(t, t.skip(k, "at"))
    core = t.skip(hedge[1], "at") if hedge else start
    after = clocks.clock(t, core)
    if after is not None:
        if t.word(core - 1) in ("from",):
            return said, j
        clock = replace(after[0], hedge=hedge[0]) if hedge else after[0]
        if t.word(start - 1) in ("around", "about") and start > k:
            clock = replace(clock, hedge="about")
        return said.at(clock), after[1]
    return said, j


def _part_date(t: Tokens, i: int) -> Read | None:
    """A part of the day with or without its day: "the night of Sept. 13", "the morning after", "overnight Friday", "at dawn"."""
    j = t.skip(t.skip(i, "in", "at"), "the")
    edge = t.word(j) if t.word(j) in ("early", "late") and t.word(j + 1) in words().parts else ""
    named = words().parts.get(t.word(j + bool(edge)))
    if named is None:
        return clocks.part(t, i)
    k = j + 1 + bool(edge)
    k = t.skip(k, "hours")
    inner = (
        _dated_day(t, t.skip(t.skip(k, "of", "on"), "the"))
        if t.word(k) in ("of", "on") or named in ("overnight", "midnight", "noon")
        else None
    )
    if inner is not None:
        return replace(inner[0], part=named, edge=""), inner[1]
    return clocks.part(t, i)


def _dated_day(t: Tokens, k: int) -> Read | None:
    found_ = points.figures(t, k) or points.calendar(t, k) or _weekday(t, k) or relative(t, k)
    return None if found_ is None or _coarse(found_[0]) or found_[0].timed else found_


__all__ = ["APOSTROPHES", "Found", "found"]
