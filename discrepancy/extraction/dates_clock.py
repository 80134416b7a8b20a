"""Times of the day: "11:05 p.m. local time", "1330 GMT", "noon", "just before dawn", "in the early hours"."""

from __future__ import annotations

from dataclasses import replace

from discrepancy.extraction.dates_tokens import DASHES, Read, Tokens, near, words
from discrepancy.normalise.date_written import Written


def hedge(t: Tokens, i: int) -> tuple[str, int] | None:
    """Words that leave room round a time: "about", "just before", "shortly after", "close to", "precisely"; with the index after."""
    word = t.word(i)
    if word in words().hedges:
        return "about", i + 1
    if word in ("just", "shortly", "soon", "right", "moments", "well", "long") and t.word(i + 1) in ("before", "after", "past"):
        return ("just-before" if t.word(i + 1) == "before" else "just-after"), i + 2
    if word in ("close", "prior", "near") and t.word(i + 1) == "to":
        return ("just-before" if word == "prior" else "about"), i + 2
    if word in ("precisely", "exactly") and t.word(i + 1) in ("at", ""):
        return "", i + 2
    return ("", i + 1) if word in ("precisely", "exactly") else None


def clock(t: Tokens, i: int) -> Read | None:
    """A clock time at token i, with its zone and what follows it in brackets."""
    found = _digits(t, i) or _named(t, i)
    if found is None:
        return None
    said, j = found
    said, j = _zone(t, said, j)
    said, j = _part_after(t, said, j)
    return said, _bracket(t, j)


def _named(t: Tokens, i: int) -> Read | None:
    word = t.word(i)
    if word == "12" and t.word(i + 1) in ("noon", "midnight"):
        i, word = i + 1, t.word(i + 1)
    if word in ("noon", "midnight"):
        return Written(form="clock", hour=12 if word == "noon" else None, part=word), t.skip(i + 1, "time")
    if word in ("midday", "noontime"):
        return Written(form="clock", part="noon"), i + 1
    if word == "a" and t.word(i + 1) == "quarter":
        i, word = i + 1, "quarter"
    if word in ("half", "quarter") and (told := _past(t, i, word)):
        return told
    hour = words().cardinals.get(word)
    if hour and hour <= 12 and word not in ("a", "an"):
        if t.word(i + 1) == "o" and t.word(i + 3) == "clock":
            return Written(form="clock", hour=hour, minute=0, dial=True), i + 4
        if meridiem := _meridiem(t, i + 1):
            return Written(form="clock", hour=hour % 12 + meridiem[0], minute=0), meridiem[1]
        if _of_the_day(t, i, i + 1):
            return Written(form="clock", hour=hour % 12, minute=0), i + 1
    return None


def _of_the_day(t: Tokens, i: int, j: int) -> bool:
    """Whether an hour from token i to j is one by the words round it: "at 2 in the morning", "around seven in the evening"."""
    told = t.word(j) == "in" and t.word(j + 1) == "the" and t.word(j + 2) in ("morning", "afternoon", "evening")
    return told and t.word(i - 1) in ("at", "around", "about", "by", "until", "till", "before", "after", "nearly", "almost", "since")


def _past(t: Tokens, i: int, word: str) -> Read | None:
    """ "half past eight", "quarter to six": about then, for such words are round; of the dial, unless its half of the day is said."""
    way = t.word(i + 1)
    hour = int(t.digits(i + 2) or 0) if len(t.digits(i + 2)) < 3 else 0
    hour = hour or words().cardinals.get(t.word(i + 2), 0)
    if not 0 < hour <= 12 or t.word(i + 2) in ("a", "an") or not (way == "past" or (way == "to" and word != "half")):
        return None
    if t.word(i + 3) in (*DASHES, ".", ",") and t.digits(i + 4) and t.glued(i + 4):
        return None
    minute = 30 if word == "half" else 15 if way == "past" else 45
    at = hour % 12 if way == "past" else (hour - 1) % 12
    if meridiem := _meridiem(t, i + 3):
        return Written(form="clock", hour=at + meridiem[0], minute=minute, hedge="about"), meridiem[1]
    return Written(form="clock", hour=at, minute=minute, dial=True, hedge="about"), i + 3


def _digits(t: Tokens, i: int) -> Read | None:
    number = t.digits(i)
    if not number or (t.glued(i) and t.word(i - 1) in ("$", "£", "€", ":", ".", "/")):
        return None
    if len(number) == 4:
        return _military(t, i, number)
    if len(number) > 2:
        return None
    hour, minute, j = int(number), 0, i + 1
    if t.word(j) in (":", ".") and len(t.digits(j + 1)) == 2:
        minute, j = int(t.digits(j + 1)), j + 2
        if t.word(j) == ":" and len(t.digits(j + 1)) == 2:
            j += 2
    if t.word(j) == "o" and t.word(j + 2) == "clock":
        return Written(form="clock", hour=hour, minute=0, dial=hour <= 12), j + 3
    if hour > 24 or minute > 59:
        return None
    if j == i + 1 and 0 < hour <= 12 and _of_the_day(t, i, j):
        return Written(form="clock", hour=hour % 12, minute=0), j
    if meridiem := _meridiem(t, j):
        if hour > 12:  # "17:06 pm"
            return Written(form="clock", hour=hour % 24, minute=minute), meridiem[1]
        return Written(form="clock", hour=hour % 12 + meridiem[0], minute=minute), meridiem[1]
    return _bare(t, i, j, hour, minute)


def _military(t: Tokens, i: int, number: str) -> Read | None:
    hour, minute = int(number[:2]), int(number[2:])
    if hour > 23 or minute > 59:
        return None
    word = t.word(i + 1)
    if word in ("gmt", "utc", "bst", "cet", "et", "edt", "est", "local"):
        return Written(form="clock", hour=hour, minute=minute), i + 1
    if word in ("hours", "hrs", "h") and t.word(i - 1) in near("before_clock"):
        return Written(form="clock", hour=hour, minute=minute), i + 2
    return None


def _bare(t: Tokens, i: int, j: int, hour: int, minute: int) -> Read | None:
    """ "at 17:06", "9:30 on Friday": a time only beside a word that makes it one."""
    if t.word(i + 1) == "." and j > i + 1 and hour < 24 and _dotted(t, i, j):
        dial = 0 < hour <= 12 and not t.digits(i).startswith("0")
        return Written(form="clock", hour=hour, minute=minute, dial=dial), j
    if t.word(i + 1) != ":" or j == i + 1 or hour == 24 or t.digits(j) or t.word(j) in near("after_no_clock"):
        return None
    if t.word(j) in ("hours", "hrs"):
        return Written(form="clock", hour=hour, minute=minute), j + 1
    beside = (
        (t.digits(i).startswith("0") and len(t.digits(i)) == 2 and j == i + 3)  # "09:21": nothing else is written so
        or t.word(i - 1) in near("before_clock")
        or t.word(j) in words().zones
        or t.word(j) in words().weekdays
        or t.word(j) in ("on", "local")
    )
    dial = 0 < hour <= 12 and not t.digits(i).startswith("0") and t.word(j) not in ("gmt", "utc", "z")
    return (Written(form="clock", hour=hour, minute=minute, dial=dial), j) if beside else None


def _dotted(t: Tokens, i: int, j: int) -> bool:
    """Whether "18.47" is a time: "at" before it, a clause's end or a word of time after it, and no price nearby."""
    k = i - 1
    if hedged := t.word(k) in ("about", "around", "exactly", "precisely") or (
        t.word(k) in ("after", "before") and t.word(k - 1) in ("just", "shortly")
    ):
        k -= 1 + (t.word(k) in ("after", "before"))
    if t.word(k) not in ("at", "until", "till") or not t.glued(i + 1) or not t.glued(i + 2):
        return False
    closes = t.word(j) in near("after_dotted") or t.word(j) in words().zones or t.word(j) in words().weekdays
    return closes and (hedged or near("prices").isdisjoint(t.words[max(0, k - 12) : k]))


def _meridiem(t: Tokens, i: int) -> tuple[int, int] | None:
    """0 for a.m., 12 for p.m., with the index after it; the last full stop only where it is glued and no sentence ends there."""
    word = t.word(i)
    if word in ("am", "pm"):
        return (12 if word == "pm" else 0), i + 1
    if word in ("a", "p") and t.word(i + 1) == "." and t.word(i + 2) == "m":
        return (12 if word == "p" else 0), i + 3 + (t.word(i + 3) == ".")
    if word in ("a", "p") and t.word(i + 1) == "m" and len(t.word(i + 1)) == 1:
        return (12 if word == "p" else 0), i + 2
    return None


def _zone(t: Tokens, said: Written, j: int) -> Read:
    opened = t.word(j) == "("
    k = j + opened
    word = t.word(k)
    known = words().zones
    if t.word(k) == "local" and t.word(k + 1) == "time":
        name, k = "local time", k + 2
    elif word in known and (t.raw[k].isupper() or (t.raw[k][0].isupper() and t.word(k + 1) in ("time", "standard", "daylight", "on"))):
        name, k = t.raw[k], k + 1
        if t.word(k) in ("standard", "daylight"):
            name, k = f"{name} {t.raw[k]}", k + 1
        k = t.skip(k, "time")
    else:
        return said, j
    if opened and t.word(k) != ")":
        return said, j
    return replace(said, zone=name), k + opened


def _part_after(t: Tokens, said: Written, j: int) -> Read:
    """ "in the morning", "at night" after a clock time; an hour under 12 said to be in the afternoon is moved there."""
    k = t.skip(t.skip(j, "in", "at"), "the")
    part = words().parts.get(t.word(k))
    if k == j or part is None:
        return said, j
    late = said.hour is not None and said.hour < 12 and (part in ("afternoon", "evening") or (part == "night" and said.hour > 5))
    return replace(said, hour=(said.hour or 0) + 12 if late else said.hour, dial=False), k + 1


def _bracket(t: Tokens, j: int) -> int:
    """The index after "(1336 GMT)" or "(12:36 p.m. in London)", which only says the same elsewhere."""
    if t.word(j) != "(":
        return j
    inner = _digits(t, j + 1) or _named(t, j + 1)
    if inner is None:
        return j
    for k in range(inner[1], min(inner[1] + 4, t.count)):
        if t.word(k) == ")":
            return k + 1
    return j


def part(t: Tokens, i: int) -> Read | None:
    """A part of the day standing by itself: "overnight", "in the morning", "at dawn", "the early hours", "early evening"."""
    j = t.skip(t.skip(i, "in", "at", "during"), "the")
    edge = ""
    if t.word(j) in ("early", "late", "mid"):
        edge, j = t.word(j), j + 1
        j += t.word(j) in DASHES
    word = t.word(j)
    if edge and word == "hours":
        return Written(form="clock", part="early" if edge == "early" else "late"), j + 1
    known = words().parts.get(word)
    if known is None:
        return None
    bare = word in ("overnight", "midday") or (word == "dawn" and t.word(j + 1) != "of")
    bare = bare or (word in ("dusk", "daybreak", "sunrise", "sunset", "nightfall") and t.word(j - 1) in near("before_dusk"))
    titled = not t.word(j + 1) or (t.word(j + 1) != "," and not t.raw[j + 1][0].islower())
    if t.raw[j][0].isupper() and ((t.word(j - 1).isalpha() and j == i) or t.word(j + 1) == "of" or titled):  # the name of something
        return None
    the = (
        t.word(i) == "the"
        and j == i + 1
        and t.word(i - 1) not in ("by", "until", "till", "since", "before", "after", "into", "through", "later")
    )
    if t.word(i) == "at" and word in ("noon", "midnight"):  # read without "at", as a clock time
        return None
    if bare or (j > i and not the):
        return Written(form="clock", part=known, edge=edge), j + 1
    return None
