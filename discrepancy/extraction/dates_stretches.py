"""Named stretches of time and their parts: "mid-90s", "the first quarter of 2015", "the end of the month", "the week of May 3"."""

from __future__ import annotations

from dataclasses import replace

from discrepancy.extraction import dates_feasts as feasts
from discrepancy.extraction import dates_points as points
from discrepancy.extraction import dates_units as units
from discrepancy.extraction.dates_tokens import APOSTROPHES, DASHES, Read, Tokens, cardinal, ordinal, words
from discrepancy.normalise.date_written import Written


def edge(t: Tokens, i: int) -> Read | None:
    """early, mid-, late, the end of, the rest of, earlier, later … before what they are a part of."""
    j = t.skip(i, "the")
    word = t.word(j)
    if word in ("earlier", "later"):
        k = t.skip(j + 1, "in")
        inner = units.shifted(t, k) or units.the_unit(t, t.skip(k, "the"))
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
    further = t.skip(k, "and", "to", "or")
    further += further > k and t.word(further) in DASHES
    if further > k and words().edges.get(t.word(further)) in ("mid", "late") and edge in ("early", "mid"):  # "early and mid-1970s"
        edge, k = f"{edge}-{words().edges[t.word(further)]}", further + 1
        k += t.word(k) in DASHES
    joined = k > j + 1
    if t.word(k) == "in" and word in ("start", "end", "close", "beginning", "rest"):  # "sales start in April"
        return None
    of = t.word(k) in ("of", "in")
    k = t.skip(t.skip(k, "of", "in"), "the")
    if not of and word in ("end", "beginning", "start", "middle", "rest", "remainder", "close") and points.month(t, k) is None:
        return None
    found = (
        decade(t, k)
        or half_or_quarter(t, k)
        or points.calendar(t, k)
        or _year_only(t, k)
        or feasts.season(t, k)
        or units.shifted(t, k)
        or units.the_unit(t, k)
    )
    if found is None or found[0].day is not None or found[0].weekday is not None or found[0].edge:
        return None
    if found[0].form == "unit" and not of and not joined and found[0].unit not in ("month", "year", "week", "season", "decade"):
        return None
    if found[0].form == "unit" and found[0].unit == "day":
        return None
    return replace(found[0], edge=edge), found[1]


def _year_only(t: Tokens, k: int) -> Read | None:
    found = points.year(t, k)
    if found is None or t.word(found[1]) in words().counted:
        return None
    return Written(year=found[0]), found[1]


def decade(t: Tokens, i: int) -> Read | None:
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


def half_or_quarter(t: Tokens, i: int) -> Read | None:
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
            inner = units.shifted(t, end + 1) or units.the_unit(t, k)
            if inner and inner[0].unit == "year":
                return Written(form="nth", unit=unit, count=number, anchor=inner[0]), inner[1]
            if unit == "half":
                inner = inner or points.calendar(t, k) or decade(t, k)
                if inner and inner[0].day is None:
                    return replace(inner[0], edge="early" if number == 1 else "late"), inner[1]
    if stated is None and unit == "half":
        return None
    return Written(form="nth", unit=unit, count=number, year=stated), end


def nth_of(t: Tokens, i: int) -> Read | None:
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
    inner = points.calendar(t, start) or _year_only(t, start) or decade(t, start) or units.shifted(t, end + 1) or units.the_unit(t, start)
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


def week_of(t: Tokens, i: int) -> Read | None:
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
        found = found or feasts.holiday(t, j + 2)
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
