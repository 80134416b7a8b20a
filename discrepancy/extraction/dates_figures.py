"""Dates in figures: 2015-11-30, 2015-11, 11/30/2015, 30/11/2015, 11/30."""

from __future__ import annotations

from dataclasses import replace

from discrepancy.extraction import dates_points as points
from discrepancy.extraction.dates_tokens import Read, Tokens, near, words
from discrepancy.normalise.date_written import Written


def figures(t: Tokens, i: int) -> Read | None:
    """A date in figures at token i; month before day, unless only the other order makes a date. Codes and fractions are none."""
    one, sign, two = t.digits(i), t.word(i + 1), t.digits(i + 2)
    if not one or not two or sign not in ("-", "/", ".", "–") or not (t.glued(i + 1) and t.glued(i + 2)) or _tied_before(t, i):
        return None
    third = t.digits(i + 4) if t.word(i + 3) == sign else ""
    if t.word(i + 3) == sign and not third:
        return None
    end = i + 5 if third else i + 3
    if _tied_after(t, end, sign):
        return None
    said = _three(one, two, third, sign) if third else _year_month(one, two, sign) or _month_day(t, i, one, two, sign)
    if said is None:
        return None
    if said.day is not None and said.year is None:
        stated, end = points.year_after(t, end)
        said = replace(said, year=stated)
    return said, end


def _tied_before(t: Tokens, i: int) -> bool:
    before = t.word(i - 1)
    if not t.glued(i):
        return False
    return before in ("/", ".", ":", "=", "#", "$") or before.isalnum() or (before == "-" and t.word(i - 3) != "/")


def _tied_after(t: Tokens, end: int, sign: str) -> bool:
    after = t.word(end)
    if not t.glued(end):
        return False
    stamp = after == "t" and bool(t.digits(end + 1))
    return after in ("/", "%") or (after.isalnum() and not stamp) or (after == "-" == sign and bool(t.digits(end + 1)))


def _three(one: str, two: str, third: str, sign: str) -> Written | None:
    if len(one) == 4:
        year, month, day = int(one), int(two), int(third)
    elif len(third) in (2, 4) and len(one) <= 2 and len(two) <= 2 and not (len(third) == 2 and sign == "."):
        year, month, day = int(third) if len(third) == 4 else points.century(int(third)), int(one), int(two)
    else:
        return None
    if month > 12:
        month, day = day, month
    known = 1000 <= year <= 2200 and 1 <= month <= 12 and 1 <= day <= 31
    return Written(year=year, month=month, day=day) if known else None


def _year_month(one: str, two: str, sign: str) -> Written | None:
    """ "2015-3", "2015-11"; "2004-08" is a span of years."""
    if len(one) != 4 or sign not in "-/" or len(two) > 2 or not (1000 <= int(one) <= 2200 and 1 <= int(two) <= 12):
        return None
    return Written(year=int(one), month=int(two)) if len(two) == 1 or int(one[2:]) > int(two) else None


def _month_day(t: Tokens, i: int, one: str, two: str, sign: str) -> Written | None:
    """ "11/30" after a word of time; "9/11" and simple fractions only where that word is no "," or "or"."""
    if sign != "/" or len(one) > 2 or len(two) > 2 or not (1 <= int(one) <= 12 and 1 <= int(two) <= 31):
        return None
    before = t.word(i - 1)
    name_or_fraction = (int(one), int(two)) in ((9, 11), (1, 2), (2, 3), (3, 4), (1, 3), (1, 4), (7, 7))
    fits = before in near("before_slash") or (not name_or_fraction and (before in near("before_slash_list") or before in words().weekdays))
    return Written(month=int(one), day=int(two)) if fits else None
