"""Dates by the calendar: weekdays, months, days and years in any order, and in figures."""

from __future__ import annotations

from dataclasses import replace

from discrepancy.extraction.dates_tokens import APOSTROPHES, DASHES, Read, Tokens, near, ordinal, words
from discrepancy.normalise.date_written import Written

_MONEY = frozenset(["$", "£", "€", "¥", "%", "#"])


def month(t: Tokens, i: int) -> tuple[int, int] | None:
    """A month's name at token i, with the full stop of an abbreviation; with the index after it."""
    word = t.word(i)
    number = words().months.get(word)
    if number is None:
        return None
    j = i + 1
    if len(word) <= 4 and word not in ("may", "june", "july") and t.word(j) == ".":
        j += 1
    return number, j


def year(t: Tokens, i: int) -> tuple[int, int] | None:
    """A year that stands in a date: four digits from 1000 to 2199, or two after an apostrophe; with the index after it."""
    if t.word(i) in APOSTROPHES and len(t.digits(i + 1)) == 2 and t.glued(i + 1) and t.word(i + 2) != "s":
        return century(int(t.digits(i + 1))), i + 2
    if t.word(i) in ("nineteen", "eighteen", "two") and (worded := _worded_year(t, i)):
        return worded
    number = t.digits(i)
    if len(number) != 4 or not 1000 <= int(number) < 2200 or _in_number(t, i):
        return None
    return int(number), i + 1


def _worded_year(t: Tokens, i: int) -> tuple[int, int] | None:
    """ "nineteen ninety-six", "two thousand and fifteen" """
    known = words().cardinals
    if t.word(i) == "two":
        if t.word(i + 1) != "thousand":
            return None
        j, base = t.skip(i + 2, "and"), 2000
    else:
        j, base = i + 1, 100 * known[t.word(i)]
    tens = known.get(t.word(j), 0)
    if not tens or t.word(j) in ("a", "an", "couple") or (base < 2000 and tens < 10):
        return None
    k = j + 1 + (t.word(j + 1) in DASHES)
    low = known.get(t.word(k), 0) if tens >= 20 else 0
    if 1 <= low <= 9 and t.word(k) not in ("a", "an"):
        return base + tens + low, k + 1
    return base + tens, j + 1


def century(two: int) -> int:
    """The year that two digits stand for: '41 to '99 of the last century, the others of this one."""
    return two + (1900 if two > 40 else 2000)


def _in_number(t: Tokens, i: int) -> bool:
    """Whether the digits at token i are a piece of a longer figure, sum or code."""
    if t.word(i - 1) in _MONEY or (
        t.glued(i) and t.word(i - 1) in (".", ",", "/", ":", "_") and not (t.word(i - 1) == "/" and t.word(i - 2).isalpha())
    ):
        return True
    if t.word(i + 1) in ("%", "$"):
        return True
    return t.glued(i + 1) and t.word(i + 1) in (".", ",", "/", ":", "_") and t.glued(i + 2) and bool(t.digits(i + 2))


def day_number(t: Tokens, i: int) -> tuple[int, int] | None:
    """A day of the month at token i: "4", "4th", "the fourth"; with the index after it."""
    j = t.skip(i, "the")
    if found := ordinal(t, j):
        return found if 1 <= found[0] <= 31 else None
    number = t.digits(j)
    if j > i or not number or len(number) > 2 or not 1 <= int(number) <= 31:
        return None
    after = t.word(j + 1)
    if (
        after in near("after_no_day")
        or after == "th"
        or (after in (":", ".", ",") and t.glued(j + 1) and t.glued(j + 2) and t.digits(j + 2))
    ):
        return None
    return int(number), j + 1


def _day_word(t: Tokens, i: int) -> tuple[int, int] | None:
    """ "May twenty nine"."""
    known = words().cardinals
    value = known.get(t.word(i), 0)
    if t.word(i + 1) == "thousand" or value < 1 or t.word(i) in ("a", "an", "one", "couple"):
        return None
    j = i + 1 + (t.word(i + 1) in DASHES)
    low = known.get(t.word(j), 0)
    if value in (20, 30) and 1 <= low <= 9 and t.word(j) not in ("a", "an"):
        return (value + low, j + 1) if value + low <= 31 else None
    return (value, i + 1) if value <= 31 else None


def year_after(t: Tokens, i: int) -> tuple[int | None, int]:
    """The year that may follow a month or a day: ", 2012", "of 2012", "2012", "'08"; (None, i) where none does."""
    j = t.skip(i, ",", "of", "in", "/", *DASHES)
    if t.word(j) == "the" and t.word(j + 1) == "year":
        j += 2
    found = year(t, j)
    if found is None or (t.word(i) == "," and t.word(found[1]) in words().counted):
        return None, i
    if t.word(i) in DASHES and not t.glued(i):
        return None, i
    return found


def calendar(t: Tokens, i: int) -> Read | None:
    """[weekday] month day [year], [weekday] day month [year], month [year], year month; figures are `figures`."""
    first = weekday(t, i)
    if first is not None:
        number, j = first
        k = t.skip(j, ",", "(")
        k += k < t.count and t.word(k) in DASHES
        k = t.skip(t.skip(k, "on"), "the")
        dated = _month_first(t, k) or _day_first(t, k)
        if dated and dated[0].day is not None:
            end = dated[1] + (t.word(j) == "(" and t.word(dated[1]) == ")")
            return replace(dated[0], weekday=number), end
        if t.word(i - 1) in ("a", "one") and t.word(j) in ("in", "of", "last") and (named := month(t, j + 1)) and t.raw[j + 1][0].isupper():
            stated, end = year_after(t, named[1])
            return Written(weekday=number, month=named[0], year=stated), end  # "on a Tuesday in October"
        if (nth := ordinal(t, k)) and nth[0] <= 31 and t.word(nth[1]) not in words().units:
            return Written(weekday=number, day=nth[0]), nth[1]
        if (bare := day_number(t, t.skip(j, ","))) and t.word(bare[1]) in near("after_day") and not t.glued(bare[1] + 1):
            return Written(weekday=number, day=bare[0]), bare[1]
        return None
    return _month_first(t, i) or _day_first(t, i) or _year_first(t, i)


def _month_first(t: Tokens, i: int) -> Read | None:
    found = month(t, i)
    if found is None:
        return None
    number, j = found
    k = j + (t.word(j) == "/" or (t.word(j) in DASHES and t.glued(j) and t.glued(j + 1)))
    day = day_number(t, t.skip(k, ",") if t.word(k) == "," and t.digits(k + 1) and len(t.digits(k + 1)) <= 2 else k) or _day_word(t, k)
    if day is not None and (
        t.word(i) not in ("march", "may", "mar")
        or t.raw[i][0].isupper()
        or _fits(t, i)
        or ordinal(t, k)
        or _day_word(t, k)
        or t.word(i - 1) == "off"
    ):
        end = day[1]
        stated, end = year_after(t, end)
        return Written(month=number, day=day[0], year=stated), end
    stated, end = year_after(t, j)
    if stated is not None:
        if t.word(j) in DASHES and t.word(end) in DASHES:
            return None
        return Written(month=number, year=stated), end
    if not _fits(t, i, j):
        return None
    k = t.skip(j, "of")
    if t.word(k + 1) == "year" and t.word(k) in ("last", "this", "next"):  # "April this year", "March of last year"
        shift = words().shifts[t.word(k)]
        return Written(form="nth", unit="month", count=number, month=number, anchor=Written(form="unit", unit="year", shift=shift)), k + 2
    return Written(month=number), j


def _fits(t: Tokens, i: int, j: int = -1) -> bool:
    """Whether a month that stands without day and year is one: "may", "march" and first names only after a word of time."""
    word, raw = t.word(i), t.raw[i]
    before = t.word(i - 1) in near("before_month") or (t.word(i - 2) in ("mid", "early", "late") and t.word(i - 1) in DASHES)
    if word in words().verb_months:
        strong = before and t.word(i - 1) not in near("before_verb")
        return strong if raw[0].islower() else (before and not t.word(j).isalpha()) or strong
    if word in words().shaky_months:
        named = 0 < j < t.count and t.word(j).isalpha() and t.raw[j][0].isupper()
        if named and t.word(i - 1) in near("before_verb"):
            return False
        return before or (raw[0].isupper() and not named)
    return raw[0].isupper() or before or len(word) > 4


def _day_first(t: Tokens, i: int) -> Read | None:
    day = day_number(t, i)
    if day is None or (t.glued(i) and t.word(i - 1) in (".", ",", "$", "/", ":") and t.digits(i - 2)):
        return None
    j = day[1]
    j = j + 1 if (t.word(j) in DASHES and t.glued(j)) or t.word(j) in ("/", "of") else j
    if t.word(j) == "day" and t.word(j + 1) == "of":
        j += 2
    found = month(t, j)
    if found is None:
        return None
    if (
        t.word(j) in words().verb_months
        and t.raw[j][0].islower()
        and t.word(j - 1) != "of"
        and year_after(t, found[1])[0] is None
        and not ordinal(t, i)
    ):
        return None
    stated, end = year_after(t, found[1])
    if stated is None and t.word(end) in ("/", *DASHES) and t.glued(end) and (two := year(t, end + 1)):
        stated, end = two
    return Written(month=found[0], day=day[0], year=stated), end


def _year_first(t: Tokens, i: int) -> Read | None:
    """ "2017 April", "2019-aug-01"."""
    found = year(t, i)
    if found is None:
        return None
    stated, j = found
    j += t.word(j) in ("/", *DASHES) and t.glued(j)
    named = month(t, j)
    if named is None or (t.word(j) in words().verb_months and t.raw[j][0].islower()):
        return None
    k = named[1]
    if t.word(k) in ("/", *DASHES) and t.glued(k) and (day := day_number(t, k + 1)):
        return Written(year=stated, month=named[0], day=day[0]), day[1]
    return Written(year=stated, month=named[0]), named[1]


def weekday(t: Tokens, i: int) -> tuple[int, int] | None:
    """A weekday's name at token i (0 is Monday), with the full stop of an abbreviation; with the index after it."""
    word = t.word(i)
    number = words().weekdays.get(word)
    if number is None:
        return None
    if word not in words().shaky_weekdays:
        return number, i + 1
    if t.raw[i][0].islower() or (t.raw[i].isupper() and len(word) > 3):
        return None
    j = i + 1
    j = j + 1 if t.word(j) == "." and t.glued(j) else j
    told = t.word(i - 1) in ("on", "next", "last", "this", "week", "or", "and", "late", "early", "until", "since", "by")
    dated = month(t, t.skip(j, ",")) is not None or day_number(t, t.skip(j, ",")) is not None
    return (number, j) if told or dated else None
