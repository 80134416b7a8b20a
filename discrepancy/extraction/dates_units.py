"""Dates counted in whole units from now or from another day: "last week", "three weeks ago", "two days before Christmas"."""

from __future__ import annotations

from dataclasses import replace

from discrepancy.extraction import dates_feasts as feasts
from discrepancy.extraction import dates_figures as figures
from discrepancy.extraction import dates_points as points
from discrepancy.extraction.dates_tokens import APOSTROPHES, DASHES, Read, Tokens, cardinal, near, words
from discrepancy.normalise.date_written import Written


def named_day(t: Tokens, i: int) -> Read | None:
    """ "today", "the next day", "last night", "this morning", "the day before yesterday" """
    word = t.word(i)
    if word in words().days and not (t.raw[i][0].isupper() and i and len(t.raw[i - 1]) > 1 and t.raw[i - 1].isupper()):
        return Written(form="unit", unit="day", shift=-words().days[word], part="night" if word == "tonight" else None), i + 1
    if word == "the" and t.word(i + 1) == "day" and t.word(i + 2) in ("before", "after") and t.word(i + 3) in ("yesterday", "tomorrow"):
        step = -2 if t.word(i + 3) == "yesterday" else 2
        return Written(form="unit", unit="day", shift=step), i + 4
    if (
        word == "the"
        and t.word(i + 1) in ("next", "following", "previous", "same")
        and t.word(i + 2) in ("day", "morning", "night", "evening", "afternoon")
    ):
        step = {"previous": -1, "same": 0}.get(t.word(i + 1), 1)
        return Written(form="unit", unit="day", shift=step, told=True, part=words().parts.get(t.word(i + 2))), i + 3
    if word in ("this", "that", "last") and t.word(i + 1) in words().parts:
        return _this_part(t, i, i + 1, "")
    if word in ("earlier", "later") and t.word(i + 1) in ("today", "tonight"):
        return Written(form="unit", unit="day", shift=0, edge=""), i + 2
    return None


def _this_part(t: Tokens, i: int, j: int, edge: str) -> Read | None:
    word, part = t.word(i), words().parts[t.word(j)]
    if word == "last" and part not in ("night", "evening"):
        return None
    if word == "last":
        return Written(form="unit", unit="day", shift=-1, part=part, edge=edge), j + 1
    return Written(form="unit", unit="day", shift=0, part=part, edge=edge, told=word == "that"), j + 1


def shifted(t: Tokens, i: int) -> Read | None:
    """last, this, next and their like before a unit, weekday, month, season or feast."""
    j = t.skip(i, "the")
    known = words()
    word = t.word(j)
    if word == "same" and t.word(j + 1) in known.units:
        return _unit(t, j + 1, 0, True)
    if word in ("that", "the") and t.word(j + 1) in ("weekend", "week", "month", "year", "decade", "day"):
        return None
    shift = known.shifts.get(word)
    if shift is None:
        return None
    if word == "this" and t.word(j + 1) in ("coming", "upcoming", "past"):
        j, word = j + 1, t.word(j + 1)
        shift = known.shifts[word]
    j += 1
    if t.word(j) in ("calendar", "working", "business") and t.word(j + 1) in known.units:
        j += 1
    told = j > i + 1 and word in ("next", "following", "previous") and t.word(i) == "the"
    if ((found := points.weekday(t, j)) and not t.possessive(found[1])) or found:
        unit = "week" if word in ("this", "previous", "next", "following") else "weekday"
        if points.month(t, t.skip(found[1], ",")) or (t.word(found[1] + 1) == "/" and t.digits(found[1])):
            dated = points.calendar(t, j) or figures.figures(t, found[1])
            if dated:
                return replace(dated[0], weekday=None if dated[0].weekday is None else dated[0].weekday), dated[1]
        return Written(form="unit", unit=unit, shift=shift, weekday=found[0]), found[1]
    if (named := points.month(t, j)) and (t.raw[j][0].isupper() or t.word(j) not in known.verb_months):
        day = points.day_number(t, named[1])
        if points.year_after(t, day[1] if day else named[1])[0] is not None:
            return points.calendar(t, j)
        if day and t.word(day[1]) not in known.units:
            return Written(form="unit", unit="month", shift=shift, month=named[0], day=day[0]), day[1]
        return Written(form="unit", unit="month", shift=shift, month=named[0]), named[1]
    if t.word(j) in known.seasons:
        return Written(form="unit", unit="season", shift=shift, name=t.word(j)), j + 1
    if (feast := feasts.holiday(t, j)) is not None:
        return replace(feast[0], form="unit", shift=shift), feast[1]
    return _unit(t, j, shift, told)


def _unit(t: Tokens, j: int, shift: int, told: bool) -> Read | None:
    unit = words().units.get(t.word(j))
    if unit is None or t.word(j) != unit or unit in ("second", "minute", "hour", "night") or (unit == "day" and shift):
        return None
    if t.possessive(j + 1) and t.word(j + 2) == "s" and t.word(j + 3) in ("end", "start"):
        return Written(form="unit", unit=unit, shift=shift, told=told, edge=t.word(j + 3)), j + 4
    if unit == "week":  # "last week on Friday", "next week Wednesday"
        found = points.weekday(t, t.skip(j + 1, "on"))
        if found:
            return Written(form="unit", unit="week", shift=shift, weekday=found[0], told=told), found[1]
    return Written(form="unit", unit=unit, shift=shift, told=told), j + 1


def offset(t: Tokens, i: int) -> Read | None:
    """ "three weeks ago", "a day earlier", "in two days", "two days before Christmas", "a week from Friday", "a year and a half ago" """
    lead = t.word(i) in ("in", "within")
    j = i + lead
    if (
        (t.word(i - 1) in DASHES and t.digits(i - 2))
        or (t.word(i - 1) == "and" and t.word(i - 2) in ("hundred", "thousand"))
        or t.word(i - 1) == "half"
    ):
        return None
    about = lead and t.word(j) in words().hedges
    j += about
    if t.word(j) == "half" and t.word(j + 1) in ("a", "an"):
        return _half(t, j + 2, lead)
    number = cardinal(t, j)
    if number is None:
        return _bare_offset(t, i)
    count, k = number
    vague = about or t.word(k - 1) in words().vague
    if t.word(k) in ("to", "or", *DASHES) and (other := cardinal(t, k + 1)) and words().units.get(t.word(other[1])):  # "two to three weeks"
        vague, k = True, other[1]
    k = t.skip(k, "full", "short", "whole", "long")
    half = t.word(k) == "and" and t.word(k + 1) == "a" and t.word(k + 2) == "half"
    k += 3 * half
    unit = words().units.get(t.word(k))
    if unit is None or (unit in ("weekend", "quarter", "century") and t.word(k + 1) not in ("ago", "later", "earlier", "hence")):
        return None
    k += 1
    if t.word(k) in APOSTROPHES and t.word(k + 1) == "time":
        k += 2
    elif t.word(k) in APOSTROPHES and t.word(k + 1) == "s" and t.word(k + 2) == "time":
        k += 3
    if t.word(k) == "and" and t.word(k + 1) == "a" and t.word(k + 2) == "half":
        half, k = True, k + 3
    said = Written(form="offset", unit=unit, count=count, hedge="about" if vague else "")
    if unit == "year" and (more := cardinal(t, t.skip(k, "and", ","))) and words().units.get(t.word(more[1])) == "month" and not half:
        said, k = replace(said, unit="month", count=12 * count + more[0]), more[1] + 1
    if half:
        finer = {"year": ("month", 12), "month": ("day", 30), "week": ("day", 7), "day": ("hour", 24), "decade": ("year", 10)}.get(unit)
        if finer:
            said = replace(said, unit=finer[0], count=count * finer[1] + finer[1] // 2)
    return _direction(t, said, k, lead)


def _half(t: Tokens, k: int, lead: bool) -> Read | None:
    """ "half a century ago", "in half an hour" """
    finer = {"century": ("year", 50), "decade": ("year", 5), "year": ("month", 6), "hour": ("minute", 30)}.get(
        words().units.get(t.word(k), "")
    )
    return _direction(t, Written(form="offset", unit=finer[0], count=finer[1]), k + 1, lead) if finer else None


def _bare_offset(t: Tokens, i: int) -> Read | None:
    """ "weeks ago", "the day before", "the year after" """
    unit = words().units.get(t.word(i))
    before = t.word(i - 1)
    loose = not before.isdecimal() and before not in (
        "hundred",
        "thousand",
        "million",
        "billion",
        "hundreds",
        "thousands",
        "millions",
        "of",
        "half",
    )
    if unit and loose and t.word(i).endswith("s") and t.word(i + 1) in ("ago", "later", "earlier") and unit not in ("second",):
        shift = 1 if t.word(i + 1) == "later" else -1
        return Written(form="offset", unit=unit, count=3, shift=shift, hedge="vague", told=t.word(i + 1) != "ago"), i + 2
    if (
        t.word(i) == "the"
        and t.word(i + 1) in ("day", "week", "month", "year", "night", "morning")
        and t.word(i + 2) in ("before", "after")
    ):
        unit = words().units.get(t.word(i + 1), "day")
        shift = -1 if t.word(i + 2) == "before" else 1
        anchor = _anchor(t, i + 3)
        if anchor:
            return Written(form="offset", unit=unit, shift=shift, anchor=anchor[0]), anchor[1]
        return Written(form="unit", unit=unit, shift=shift, told=True), i + 3
    return None


def _direction(t: Tokens, said: Written, k: int, lead: bool) -> Read | None:
    word = t.word(k)
    if word == "ago" or (word == "prior" and t.word(k + 1) != "to"):
        return replace(said, shift=-1, told=word == "prior"), k + 1
    if word in ("earlier", "later", "afterwards", "afterward", "hence"):
        return replace(said, shift=-1 if word == "earlier" else 1, told=True), k + 1
    if word == "from" and t.word(k + 1) == "now":
        return replace(said, shift=1), k + 2
    if word in ("from", "before", "after", "since"):
        k += 1
        shift = -1 if word == "before" else 1
        if said.unit in ("second", "minute", "hour") or t.word(k - 2) in ("old",):
            return None
        anchor = _anchor(t, k)
        if anchor:
            return replace(said, shift=shift, anchor=anchor[0]), anchor[1]
        short = said.unit in ("day", "night", "week", "month", "fortnight") or (said.unit == "year" and said.count == 1)
        if word in ("before", "after") and t.word(k).isalpha() and short and not lead:
            return replace(said, shift=shift, anchor=Written(form="event")), k
    if lead and t.word(k) not in ("of", "or", "-") and said.unit != "night" and t.word(k - 1) != "second":
        return replace(said, shift=1), k
    return None


def _anchor(t: Tokens, i: int) -> Read | None:
    """The date that days are counted from; a bare year or a possessive ("Friday's attack") is none."""
    the = t.word(i) == "the"
    i = t.skip(t.skip(i, "the"), "year")
    found = figures.figures(t, i) or points.calendar(t, i)
    if found is None and (day := points.weekday(t, i)):
        found = Written(weekday=day[0]), day[1]
    if found is None and t.word(i - 1) == "year" and (only := points.year(t, i)):
        found = Written(year=only[0]), only[1]
    found = found or named_day(t, i) or shifted(t, i) or feasts.holiday(t, i)
    if found is None or t.possessive(found[1]):
        return None
    noun = the and t.word(found[1]).isalpha() and found[0].form == "calendar" and found[0].weekday is not None
    return None if noun else found


def period(t: Tokens, i: int) -> Read | None:
    """ "the past two weeks", "the last 24 hours", "the next few days", "the past week", "the 2 upcoming months" """
    j = t.skip(t.skip(i, *near("before_period")), "the")
    known = words()
    word = t.word(j)
    if word in known.shifts and word not in ("this", "current", "present", "following"):
        shift, k = known.shifts[word], j + 1
        number = cardinal(t, t.skip(k, "couple") if t.word(k + 1) == "of" and t.word(k) != "couple" else k)
        single = number is None
        count, k = number or (1, k)
        if not single and word == "last" and t.word(j - 1) in near("before_lasting"):
            return None
        if single and not (word == "past" or (t.word(j - 1) == "the" and t.word(j - 2) in near("before_period") and word == "last")):
            return None
    else:
        number = cardinal(t, j)
        if number is None or t.word(number[1]) not in ("past", "last", "previous", "upcoming", "next", "coming"):
            return None
        count, k, shift = number[0], number[1] + 1, known.shifts[t.word(number[1])]
        single = False
    business = t.word(k) in ("business", "working")
    unit = known.units.get(t.word(k + business))
    if unit is None or unit == "second" or (single and unit in ("day", "night", "weekend", "quarter")):
        return None
    k += 1 + business
    if t.word(k) == "of" or (not single and count > 1 and t.word(k - 1) == unit):
        return None
    vague = not single and t.word(k - 2) in known.vague
    said = Written(form="period", unit=unit, shift=shift, count=count, hedge="about" if vague else "")
    return said, k


def the_unit(t: Tokens, k: int) -> Read | None:
    """ "month" in "the end of the month": the one we are in."""
    unit = words().units.get(t.word(k))
    if unit in ("week", "month", "year", "decade", "century", "weekend", "quarter") and t.word(k) == unit:
        return Written(form="unit", unit=unit, shift=0), k + 1
    return None
