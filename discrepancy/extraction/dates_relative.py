"""Dates counted from another day, and named stretches: "last week", "three weeks ago", "the first quarter of 2015", "mid-90s"."""

from __future__ import annotations

from dataclasses import replace

from discrepancy.extraction import dates_points as points
from discrepancy.extraction.dates_tokens import APOSTROPHES, DASHES, Read, Tokens, cardinal, near, ordinal, words
from discrepancy.normalise.date_written import Written


def relative(t: Tokens, i: int) -> Read | None:
    """Any of the forms of this file at token i."""
    return (
        _edge(t, i) or _decade(t, i) or _half_or_quarter(t, i) or _nth(t, i) or _offset(t, i) or _period(t, i)
        or _named_day(t, i) or _shifted(t, i) or _season(t, i) or _holiday(t, i) or _week_of(t, i)
    )  # fmt: skip


def _named_day(t: Tokens, i: int) -> Read | None:
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


def _shifted(t: Tokens, i: int) -> Read | None:
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
            dated = points.calendar(t, j) or points.figures(t, found[1])
            if dated:
                return replace(dated[0], weekday=None if dated[0].weekday is None else dated[0].weekday), dated[1]
        return Written(form="unit", unit=unit, shift=shift, weekday=found[0]), found[1]
    if (named := points.month(t, j)) and (t.raw[j][0].isupper() or t.word(j) not in known.verb_months):
        day = points.day_number(t, named[1])
        if day and t.word(day[1]) not in known.units:
            return Written(form="unit", unit="month", shift=shift, month=named[0], day=day[0]), day[1]
        return Written(form="unit", unit="month", shift=shift, month=named[0]), named[1]
    if t.word(j) in known.seasons:
        return Written(form="unit", unit="season", shift=shift, name=t.word(j)), j + 1
    if (feast := _holiday(t, j)) is not None:
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


def _offset(t: Tokens, i: int) -> Read | None:
    """ "three weeks ago", "a day earlier", "in two days", "two days before Christmas", "a week from Friday", "a year and a half ago" """
    lead = t.word(i) in ("in", "within")
    j = i + lead
    number = cardinal(t, j)
    if number is None:
        return _bare_offset(t, i)
    count, k = number
    vague = t.word(k - 1) in words().vague
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
        return Written(form="offset", unit=unit, count=3, shift=shift, hedge="about", told=t.word(i + 1) != "ago"), i + 2
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
        if word in ("before", "after") and t.word(k).isalpha() and said.count < 100 and not lead:
            return replace(said, shift=shift, anchor=Written(form="event")), k
    if lead and t.word(k) not in ("of", "or", "-") and said.unit != "night" and t.word(k - 1) != "second":
        return replace(said, shift=1), k
    return None


def _anchor(t: Tokens, i: int) -> Read | None:
    """The date that days are counted from; a bare year or a possessive ("Friday's attack") is none."""
    the = t.word(i) == "the"
    i = t.skip(t.skip(i, "the"), "year")
    found = points.figures(t, i) or points.calendar(t, i)
    if found is None and (day := points.weekday(t, i)):
        found = Written(weekday=day[0]), day[1]
    if found is None and t.word(i - 1) == "year" and (only := points.year(t, i)):
        found = Written(year=only[0]), only[1]
    found = found or _named_day(t, i) or _shifted(t, i) or _holiday(t, i)
    if found is None or t.possessive(found[1]):
        return None
    noun = the and t.word(found[1]).isalpha() and found[0].form == "calendar" and found[0].weekday is not None
    return None if noun else found


def _period(t: Tokens, i: int) -> Read | None:
    """ "the past two weeks", "the last 24 hours", "the next few days", "the past week", "the 2 upcoming months" """
    j = t.skip(t.skip(i, *near("before_period")), "the")
    known = words()
    word = t.word(j)
    if word in known.shifts and word not in ("this", "current", "present", "following"):
        shift, k = known.shifts[word], j + 1
        number = cardinal(t, t.skip(k, "couple") if t.word(k + 1) == "of" and t.word(k) != "couple" else k)
        single = number is None
        count, k = number or (1, k)
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


def _edge(t: Tokens, i: int) -> Read | None:
    """early, mid-, late, the end of, the rest of, earlier, later … before what they are a part of."""
    j = t.skip(i, "the")
    word = t.word(j)
    if word in ("earlier", "later"):
        k = t.skip(j + 1, "in")
        inner = _shifted(t, k) or _the_unit(t, t.skip(k, "the"))
        if inner and inner[0].form == "unit" and inner[0].weekday is None and not t.possessive(inner[1]):
            return replace(inner[0], edge=word), inner[1]
        if (day := points.weekday(t, k)) is not None:
            return Written(weekday=day[0]), day[1]
        return None
    edge = words().edges.get(word)
    if edge is None:
        return None
    k = j + 1
    k += t.word(k) in DASHES
    if t.word(k) == "and" and t.word(k + 1) in words().edges:  # "early and mid-1970s"
        k += 2
        k += t.word(k) in DASHES
    joined = k > j + 1
    of = t.word(k) in ("of", "in")
    k = t.skip(t.skip(k, "of", "in"), "the")
    if not of and word in ("end", "beginning", "start", "middle", "rest", "remainder", "close") and points.month(t, k) is None:
        return None
    found = (
        _decade(t, k)
        or _half_or_quarter(t, k)
        or points.calendar(t, k)
        or _year_only(t, k)
        or _season(t, k)
        or _shifted(t, k)
        or _the_unit(t, k)
    )
    if found is None or found[0].day is not None or found[0].weekday is not None or found[0].edge:
        return None
    if found[0].form == "unit" and not of and not joined and found[0].unit not in ("month", "year", "week", "season", "decade"):
        return None
    if found[0].form == "unit" and found[0].unit == "day":
        return None
    return replace(found[0], edge=edge), found[1]


def _the_unit(t: Tokens, k: int) -> Read | None:
    """ "month" in "the end of the month": the one we are in."""
    unit = words().units.get(t.word(k))
    if unit in ("week", "month", "year", "decade", "century", "weekend", "quarter") and t.word(k) == unit:
        return Written(form="unit", unit=unit, shift=0), k + 1
    return None


def _year_only(t: Tokens, k: int) -> Read | None:
    found = points.year(t, k)
    if found is None or t.word(found[1]) in words().counted:
        return None
    return Written(year=found[0]), found[1]


def _decade(t: Tokens, i: int) -> Read | None:
    """ "1980s", "the '90s", "90s", "2000s", "11th century", "19th-century", "the eighties" """
    j = t.skip(i, "the")
    if (nth := ordinal(t, j)) and nth[0] <= 25:
        k = nth[1]
        k += t.word(k) in DASHES
        if t.word(k) in ("century", "centuries"):
            end = k + 1
            named = t.raw[k][0].isupper() and t.word(end).isalpha() and t.raw[end][0].isupper()
            before = t.word(end) in ("bc", "bce") or (t.word(end) == "b" and t.word(end + 1) == ".")
            return None if before or named else (Written(form="century", year=100 * (nth[0] - 1), unit="century"), end)
    k = j + (t.word(j) in APOSTROPHES and t.glued(j + 1))
    number = t.digits(k)
    tail = k + 1 + (t.word(k + 1) in APOSTROPHES and t.glued(k + 1) and t.glued(k + 2))
    if not number or t.word(tail) != "s" or len(number) not in (2, 4) or number[-1] != "0" or (t.glued(k) and t.word(k - 1) in "$£€.,"):
        return None
    if len(number) == 4:
        start = int(number)
        if not 1000 <= start < 2200 or (not t.glued(k + 1) and t.word(tail - 1) not in APOSTROPHES):
            return None
        if start % 100 == 0 and start != 2000:
            return Written(form="century", year=start, unit="century"), tail + 1
        return Written(form="decade", year=start, unit="decade"), tail + 1
    marked = (
        k > j
        or t.word(k - 1) in ("the", "in", "s", "of", "since", "early", "late", "mid", "and", *DASHES)
        or t.word(tail + 1) in ("children", "era", "style")
    )
    age = any(t.word(k - n) in ("his", "her", "their", "my", "our") for n in (1, 2, 3)) or (int(number) < 20 and k == j)
    if age or not marked or not t.glued(k + 1):
        return None
    return Written(form="decade", year=1900 + int(number) if int(number) > 20 else 2000 + int(number), unit="decade"), tail + 1


def _half_or_quarter(t: Tokens, i: int) -> Read | None:
    """ "the first quarter of 2015", "Q1 2015", "2015-Q1", "the second half of the year", "fourth-quarter" """
    stated: int | None = None
    if (led := points.year(t, i)) and t.word(t.skip(led[1], *DASHES)) in ("q", "h"):
        stated, i = led[0], t.skip(led[1], *DASHES)
    if t.word(i) in ("q", "h") and len(t.digits(i + 1)) == 1 and t.glued(i + 1):
        number = int(t.digits(i + 1))
        unit = "quarter" if t.word(i) == "q" else "half"
        if not 1 <= number <= (4 if unit == "quarter" else 2) or (unit == "half" and not (stated or points.year_after(t, i + 2)[0])):
            return None
        end = i + 2
    elif stated is None:
        j = t.skip(i, "the")
        last = t.word(j) == "last"
        found = (-1, j + 1) if last and t.word(j + 1) in ("quarter", "half") and t.word(j + 2) == "of" else ordinal(t, j)
        if found is None or found[0] > 4:
            return None
        number, end = found
        end = t.skip(end, "fiscal")
        end += t.word(end) in DASHES
        if t.word(end) not in ("quarter", "half") or (t.word(end) == "half" and t.word(end + 1) != "of"):
            return None
        unit, end = t.word(end), end + 1
        if unit == "half" and number > 2:
            return None
    else:
        return None
    if stated is None:
        stated, end = points.year_after(t, end)
        k = t.skip(t.skip(end, "of"), "the")
        if stated is None and k > end:
            inner = _shifted(t, end + 1) or _the_unit(t, k)
            if inner and inner[0].unit == "year":
                return Written(form="nth", unit=unit, count=number, anchor=inner[0]), inner[1]
            if unit == "half":
                inner = inner or points.calendar(t, k) or _decade(t, k)
                if inner and inner[0].day is None:
                    return replace(inner[0], edge="early" if number == 1 else "late"), inner[1]
    if stated is None and unit == "half":
        return None
    return Written(form="nth", unit=unit, count=number, year=stated), end


def _nth(t: Tokens, i: int) -> Read | None:
    """ "the first week of July", "the last 3 weeks of this year", "the 15th day of next month", "the first Monday in October" """
    j = t.skip(i, "the")
    last = t.word(j) in ("last", "final")
    found = (-1, j + 1) if last else ordinal(t, j)
    if found is None:
        return None
    number, k = found
    length = 1
    if more := (cardinal(t, k) if t.word(k) not in ("a", "an") else None):
        length, k = more
    unit = words().units.get(t.word(k), "")
    day = points.weekday(t, k) if not unit else None
    end = day[1] if day else k + 1
    if (unit not in ("day", "week", "month", "weekend", "year") and day is None) or t.word(end) not in ("of", "in"):
        return None
    start = t.skip(end + 1, "the")
    inner = points.calendar(t, start) or _year_only(t, start) or _decade(t, start) or _shifted(t, end + 1) or _the_unit(t, start)
    if (
        inner is None
        or inner[0].day is not None
        or inner[0].weekday is not None
        or (inner[0].form == "unit" and inner[0].unit in ("week", "weekend", "day"))
    ):
        return None
    return Written(
        form="nth", unit="weekday" if day else unit, count=number, shift=length, weekday=day[0] if day else None, anchor=inner[0]
    ), inner[1]


def _season(t: Tokens, i: int) -> Read | None:
    """ "the summer of 2016", "spring 2015", "in the fall", "this" and its like are `_shifted`'s."""
    j = t.skip(i, "the")
    word = t.word(j)
    if word not in words().seasons:
        return None
    stated, end = points.year_after(t, j + 1)
    if stated is None and t.raw[j][0].isupper() and t.word(j + 1).isalpha() and t.raw[j + 1][0].isupper():
        return None
    if stated is None and t.word(j + 1) not in ("of",) and _noun_follows(t, j + 1):
        return None
    if stated is None and word == "fall" and not (t.word(j - 1) == "the" and t.word(j - 2) in ("in", "by", "until", "since", "during")):
        return None
    if stated is None and t.word(j - 1) not in near("before_season"):
        return None
    return Written(form="nth", unit="season", name=word, year=stated), end


def _noun_follows(t: Tokens, i: int) -> bool:
    stops = (
        "and",
        "or",
        "when",
        "but",
        "as",
        "to",
        "for",
        "after",
        "before",
        "with",
        "at",
        "in",
        "on",
        "by",
        "that",
        "the",
        "he",
        "she",
        "they",
        "it",
        "was",
        "is",
        "a",
    )
    return t.word(i).isalpha() and t.word(i) not in stops and t.glued(i + 1) is False and not t.possessive(i)


def _holiday(t: Tokens, i: int) -> Read | None:
    for spelled, name in words().holidays.get(t.word(i), ()):
        if all(_same(t.word(i + n), part) for n, part in enumerate(spelled)):
            if t.raw[i][0].islower() and len(spelled) == 1 and t.word(i - 1) not in words().shifts:
                continue
            end = i + len(spelled)
            stated, after = points.year_after(t, end)
            if len(spelled) == 1 and stated is None and t.word(i - 1) not in near("before_feast") and t.word(i - 1) not in words().shifts:
                continue
            if t.word(after) == "weekend":
                return Written(form="holiday", name=name, year=stated, unit="weekend"), after + 1
            return Written(form="holiday", name=name, year=stated), after
    return None


def _same(word: str, part: str) -> bool:
    return word == part or (part == "'" and word in APOSTROPHES)


def _week_of(t: Tokens, i: int) -> Read | None:
    """ "the week of May 3", "the weekend of June 10", "the week beginning February 4", "week 23", "week 3 of 2027", "that weekend" """
    j = t.skip(i, "the", "that")
    unit = t.word(j)
    if unit not in ("week", "weekend", "month", "year"):
        return None
    if unit == "week" and t.digits(j + 1) and len(t.digits(j + 1)) <= 2 and int(t.digits(j + 1)) <= 53:
        stated, end = points.year_after(t, j + 2)
        anchor = Written(year=stated) if stated else Written(form="unit", unit="year", shift=0)
        return Written(form="nth", unit="week", count=int(t.digits(j + 1)), anchor=anchor), end
    if unit in ("week", "weekend") and t.word(j + 1) in ("of", "beginning", "ending", "starting"):
        found = points.calendar(t, t.skip(j + 2, "the"))
        if found is None and (nth := ordinal(t, t.skip(j + 2, "the"))) and t.word(nth[1]) not in words().units:
            found = Written(day=nth[0]), nth[1]
        found = found or _holiday(t, j + 2)
        if found and (found[0].day is not None or found[0].name):
            return replace(found[0], unit=unit), found[1]
    if (
        j > i
        and t.word(i) == "the"
        and t.word(i - 1) in ("throughout", "during", "over")
        and t.word(j + 1) not in ("of", "before", "after", "to")
    ):
        return Written(form="unit", unit=unit, shift=0), j + 1
    if unit == "weekend" and j > i:
        return Written(form="unit", unit="weekend", shift=0, told=t.word(i) == "that"), j + 1
    if (
        t.word(i) == "that"
        and unit in ("week", "month", "year")
        and t.word(i - 1) in ("of", "later", "earlier", "in", "during", "until", "since", "by")
    ):
        return Written(form="unit", unit=unit, shift=0, told=True), j + 1
    return None
