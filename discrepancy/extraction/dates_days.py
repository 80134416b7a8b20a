"""One date with its time of day and its hedge, in either order: "Friday at 5 p.m.", "about 11 p.m. on Saturday"."""

from __future__ import annotations

from dataclasses import replace

from discrepancy.extraction import dates_clock as clocks
from discrepancy.extraction import dates_feasts as feasts
from discrepancy.extraction import dates_figures as figures
from discrepancy.extraction import dates_points as points
from discrepancy.extraction import dates_stretches as stretches
from discrepancy.extraction import dates_units as units
from discrepancy.extraction.dates_tokens import DASHES, Read, Tokens, words
from discrepancy.extraction.dates_years import bare_year
from discrepancy.normalise.date_written import Written


def _relative(t: Tokens, i: int) -> Read | None:
    """A date counted from another day, or a named stretch, at token i."""
    for read in (
        stretches.edge,
        stretches.decade,
        stretches.half_or_quarter,
        stretches.nth_of,
        units.offset,
        units.period,
        units.named_day,
        units.shifted,
        feasts.season,
        feasts.holiday,
        stretches.week_of,
    ):
        if (found := read(t, i)) is not None:
            return found
    return None


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
    found_ = _day_edge(t, i) or figures.figures(t, i) or points.calendar(t, i) or _relative(t, i) or _weekday(t, i) or bare_year(t, i)
    if found_ is None:
        return None
    said, j = found_
    if said.form == "calendar" and said.weekday is None and said.day is not None:
        said, j = _weekday_after(t, said, j)
    if _coarse(said):
        return said, j
    said, j = _timed(t, said, j)
    if said.form == "calendar" and said.weekday is not None and said.month is None and said.timed and t.word(j) == ",":
        dated = points.calendar(t, j + 1)  # "Friday night, Sept. 14"
        if dated and dated[0].day is not None and dated[0].weekday is None:
            return _timed(t, replace(said, year=dated[0].year, month=dated[0].month, day=dated[0].day), dated[1])
    return said, j


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
    inner = figures.figures(t, k) or points.calendar(t, k) or _weekday(t, k) or _relative(t, k)
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
        return _early_hours(t, j) or clocks.part(t, i)
    k = j + 1 + bool(edge)
    inner = (
        _dated_day(t, t.skip(t.skip(k, "of", "on"), "the"))
        if t.word(k) in ("of", "on") or named in ("overnight", "midnight", "noon")
        else None
    )
    if inner is not None:
        return replace(inner[0], part=named, edge=""), inner[1]
    return clocks.part(t, i)


def _early_hours(t: Tokens, j: int) -> Read | None:
    """ "the early hours of Sunday" """
    if t.word(j) not in ("early", "late", "small") or t.word(j + 1) != "hours" or t.word(j + 2) not in ("of", "on"):
        return None
    inner = _dated_day(t, t.skip(j + 3, "the"))
    return (replace(inner[0], part="late" if t.word(j) == "late" else "early", edge=""), inner[1]) if inner else None


def _dated_day(t: Tokens, k: int) -> Read | None:
    found_ = figures.figures(t, k) or points.calendar(t, k) or _weekday(t, k) or _relative(t, k)
    return None if found_ is None or _coarse(found_[0]) or found_[0].timed else found_


def hedged(t: Tokens, i: int) -> Read | None:
    """A date with the hedge before it: "about 11 p.m.", "just before noon on Friday"."""
    hedge = clocks.hedge(t, i)
    if hedge is None:
        return _more_or_less(t, i) or _point(t, i)
    inner = _point(t, t.skip(hedge[1], "at", "on", "in", "the"))
    if inner is None:
        return None
    if hedge[0] in ("just-before", "just-after") and not inner[0].timed:
        return None
    return replace(inner[0], hedge=hedge[0] or inner[0].hedge), inner[1]


def _more_or_less(t: Tokens, i: int) -> Read | None:
    """ "more than a year ago", "just over two weeks earlier" """
    k = t.skip(i, "just", "well", "slightly", "little")
    if t.word(k) in ("more", "less") and t.word(k + 1) == "than":
        k += 2
    elif t.word(k) in ("over", "under"):
        k += 1
    else:
        return None
    inner = units.offset(t, k)
    return (replace(inner[0], hedge="about"), inner[1]) if inner and t.word(inner[1] - 1) in ("ago", "earlier", "later") else None


def after_hedge(t: Tokens, i: int) -> int:
    """The index at which the bare date starts."""
    hedge = clocks.hedge(t, i)
    return t.skip(hedge[1], "at", "on", "in") if hedge else i
