"""Dates in figures: 2015-11-30, 11/30/2015, 30/11/2015, 11/30."""

from __future__ import annotations

from dataclasses import replace

from discrepancy.extraction import dates_points as points
from discrepancy.extraction.dates_tokens import Read, Tokens, words
from discrepancy.normalise.date_written import Written


def figures(t: Tokens, i: int) -> Read | None:
    """Dates in figures: 2015-11-30, 2015-11, 11/30/2015, 30/11/2015, 11/30/15, 11/30, 20150930 is none."""
    one = t.digits(i)
    if not one or (t.glued(i) and (t.word(i - 1) in ("/", ".", ":", "=", "#", "$") or t.word(i - 1).isalnum())):
        return None
    if t.glued(i) and t.word(i - 1) == "-" and t.word(i - 3) != "/":
        return None
    sign = t.word(i + 1)
    two = t.digits(i + 2)
    if sign not in ("-", "/", ".", "–") or not two or not _same_gap(t, i):
        return None
    third = t.digits(i + 4) if t.word(i + 3) == sign else ""
    if t.word(i + 3) == sign and not third:
        return None
    end = i + 5 if third else i + 3
    if t.glued(end) and (t.word(end) in ("/", "%") or t.word(end).isalnum() or (t.word(end) == "-" and t.digits(end + 1) and sign == "-")):
        return None
    said = _three(one, two, third, sign) if third else _two(t, i, one, two, sign)
    if said and not third and said.day is not None:
        stated, end = points.year_after(t, end)
        said = replace(said, year=stated)
    return (said, end) if said else None


def _same_gap(t: Tokens, i: int) -> bool:
    return t.glued(i + 1) and t.glued(i + 2)


def _three(one: str, two: str, third: str, sign: str) -> Written | None:
    if len(one) == 4:
        year_, month_, day_ = int(one), int(two), int(third)
    elif len(third) in (2, 4) and len(one) <= 2 and len(two) <= 2:
        year_ = int(third) if len(third) == 4 else points.century(int(third))
        month_, day_ = int(one), int(two)
        if month_ > 12:
            month_, day_ = day_, month_
    else:
        return None
    if (len(third) == 2 and sign == ".") or not (1000 <= year_ <= 2200 and 1 <= month_ <= 12 and 1 <= day_ <= 31):
        return None
    return Written(year=year_, month=month_, day=day_)


def _two(t: Tokens, i: int, one: str, two: str, sign: str) -> Written | None:
    if (
        len(one) == 4
        and sign in "-/"
        and len(two) <= 2
        and 1000 <= int(one) <= 2200
        and 1 <= int(two) <= 12
        and (len(two) == 1 or (int(two) <= 12 and int(one[2:]) > int(two)))
    ):
        return Written(year=int(one), month=int(two))
    if sign == "/" and len(one) <= 2 and len(two) <= 2 and 1 <= int(one) <= 12 and 1 <= int(two) <= 31:
        if (int(one), int(two)) in ((9, 11), (1, 2), (2, 3), (3, 4), (1, 3), (1, 4), (7, 7)) and t.word(i - 1) not in (
            "on",
            "from",
            "since",
            "until",
            "by",
            "next",
            "this",
        ):
            return None
        if (
            t.word(i - 1) in ("on", "from", "since", "until", "by", "next", "this", "to", ",", "or", "and", "?", "between", "-")
            or t.word(i - 1) in words().weekdays
        ):
            return Written(month=int(one), day=int(two))
    return None
