"""Dates, times and spans of them in a text.

A single pass of one expression looks for words and figures that dates are made of; round each the grammar of `dates_spans` reads the
longest date. Everything else of the text is never tokenised.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import replace
from functools import cache

from discrepancy.extraction.crowd import DATES, crowded
from discrepancy.extraction.dates_spans import Found, found
from discrepancy.extraction.dates_stamps import with_stamp
from discrepancy.extraction.dates_tense import tense
from discrepancy.extraction.dates_tokens import DASHES, Tokens, near, words
from discrepancy.lexicon import table
from discrepancy.model import DateValue, Mention
from discrepancy.normalise.date import date_value
from discrepancy.normalise.date_calendar import Setting
from discrepancy.normalise.date_units import Days

_TOLD_REACH, _YEAR_REACH = 400, 20
_BEFORE, _AFTER, _LEAD = 64, 48, 34
"""How far a window reaches round a cue (for what tells the tense), and how far before the end of its cue a date may start."""
_WORD = re.compile(r"[^\W\d_]{3,}|[Qq][1-4]\b")
_FIGURE = re.compile(  # starts with a plain set of signs, so that the search runs fast over prose
    r"[\d'’‘](?:(?<=\d)(?<![\d.,]\d)(?:(?<=[12])\d{3}(?!\d)|\d{3}\s?(?:GMT|UTC|BST|h(?:ou)?rs)\b|\d?\s?[:/]\s?\d\d?(?!\d)|\d?[.]\d\d\s?[aApP]\.?[mM]\b|\d?[.][0-5]\d(?![\d%.,]?\d)|\d?\s?[aApP]\.?\s?[mM]\b"
    r"|(?:0|\d0)s\b|\d?-\d\d?-\d|\d?(?:th|st|nd|rd)\b)|(?<=['’‘])\d\d(?!\d))"
)


def find_dates(text: str, reference: datetime.date | None) -> list[Mention]:
    """Every date, time and span in `text`, sorted, without overlap; `value` is a DateValue.

    `reference` is the article's own day, against which relative and partial dates are resolved; without it they keep their parts and
    are not resolved. The span holds hedge and meaningful preposition ("since", "from … to"), not "at", "on" or "in".
    """
    mentions: list[Mention] = []
    told: tuple[int, Days] | None = None
    named: dict[tuple[int, int], int] = {}
    if isinstance(reference, datetime.datetime):
        reference = reference.date()
    for start, end, cues in _windows(text):
        t = Tokens(text, start, end)
        i = at = 0
        while i < t.count:
            while at < len(cues) and cues[at] <= t.starts[i]:
                at += 1
            if at == len(cues):
                break
            one = found(t, i) if cues[at] - t.starts[i] <= _LEAD + 12 and _may_start(t, i) else None
            if one is None or one.end <= i:
                i += 1
                continue
            one = _year_named(one, named)
            setting = _setting(t, one, reference, told)
            mention = None if _lasts(t, one, setting) or _recurs(t, one) else _mention(text, t, one, setting)
            if mention is None:
                i += 1
                continue
            mention = with_stamp(text, mention)
            mentions.append(mention)
            told = _told(mention) or told
            if one.first.month and one.first.day and one.first.year:
                named[one.first.month, one.first.day] = one.first.year
            i = one.end
            while i < t.count and t.starts[i] < mention.end:
                i += 1
    return mentions


def _recurs(t: Tokens, one: Found) -> bool:
    """ "every Tuesday", "each summer" name no day."""
    return t.word(one.start - 1) in ("every", "each") and one.first.year is None and one.start > 0


def _year_named(one: Found, named: dict[tuple[int, int], int]) -> Found:
    """A day of the year that the article has named with its year keeps that year: "Sept. 11, 2012 … the Sept. 11 attack"."""
    said = one.first
    if said.form != "calendar" or one.last is not None or said.year is not None or not said.month or not said.day:
        return one
    year = named.get((said.month, said.day))
    if year is None or (said.weekday is not None and datetime.date(year, said.month, said.day).weekday() != said.weekday):
        return one
    return replace(one, first=replace(said, year=year))


def _setting(t: Tokens, one: Found, reference: datetime.date | None, told: tuple[int, Days] | None) -> Setting:
    """What a date is read against: a day told not long before serves "a day later", one just before lends its year to a date without."""
    gap = t.starts[one.start] - told[0] if told else _TOLD_REACH
    near = told[1] if told and gap < _TOLD_REACH else None
    return Setting(reference, tense(t, one.start, one.end), near, near[0] if near and gap < _YEAR_REACH else None)


def _lasts(t: Tokens, one: Found, setting: Setting) -> bool:
    """Whether "in two days" is how long it took: after a verb of the past; in years, unless the sentence looks forwards."""
    if one.first.form != "offset" or t.words[one.core] not in ("in", "within"):
        return False
    if one.first.unit in ("second", "minute", "hour"):
        return setting.tense != 0
    return setting.tense < (1 if one.first.unit in ("year", "decade", "century") else 0)


def _mention(text: str, t: Tokens, one: Found, setting: Setting) -> Mention | None:
    value = date_value(one.first, one.last, one.relation, setting)
    if value is None:
        return None
    start, end = t.starts[one.start], t.ends[one.end - 1]
    return Mention(start, end, text[start:end], "date", value, (t.starts[one.core], end))


def _told(mention: Mention) -> tuple[int, Days] | None:
    value = mention.value
    if not isinstance(value, DateValue) or not value.low or not value.high or value.low[:4] != value.high[:4]:
        return None
    return mention.end, (datetime.date.fromisoformat(value.low[:10]), datetime.date.fromisoformat(value.high[:10]))


def _windows(text: str) -> list[tuple[int, int, list[int]]]:
    """Stretches round the cues, merged where they meet, cut at white space; with the ends of their cues in order."""
    out: list[tuple[int, int, list[int]]] = []
    for start, end in _cues(text):
        a, b = max(start - _BEFORE, 0), min(end + _AFTER, len(text))
        if out and a <= out[-1][1]:
            out[-1][2].append(end)
            out[-1] = (out[-1][0], max(b, out[-1][1]), out[-1][2])
        else:
            out.append((a, b, [end]))
    return [(_back(text, a), _forward(text, b), ends) for a, b, ends in out]


def _back(text: str, at: int) -> int:
    """The end of the word that `at` cuts, at most 40 characters on."""
    if at == 0 or not text[at - 1].isalnum():
        return at
    limit = min(at + 40, len(text))
    while at < limit and text[at].isalnum():
        at += 1
    return at


def _forward(text: str, at: int) -> int:
    limit = max(at - 40, 0)
    while limit < at < len(text) and text[at].isalnum() and text[at - 1].isalnum():
        at -= 1
    return at


def _cues(text: str) -> list[tuple[int, int]]:
    """Where a word or figure stands that every date holds one of, sorted by start."""
    known = _cue_words()
    found: list[tuple[int, int]] = []
    start = 0
    for piece in text.split(". "):  # most sentences hold no such word: they are set aside whole
        if not known.isdisjoint(_WORD.findall(piece)):
            found += [m.span() for m in _WORD.finditer(text, start, start + len(piece)) if m.group() in known]
        start += len(piece) + 2
    found += [m.span() for m in _FIGURE.finditer(text)]
    found.sort()
    if dense := crowded((start for start, _ in found), DATES):
        chunks = {chunk for start, end in dense for chunk in range(start // 1000, end // 1000)}
        found = [cue for cue in found if cue[0] // 1000 not in chunks]
    return found


@cache
def _cue_words() -> frozenset[str]:
    known = words()
    short = {"sun", "sat", "wed", "mon", "mar", "dec", "jan", "fri"}
    classes = (known.months, known.weekdays, known.days, known.parts, known.seasons)
    names = {w for c in classes for w in c} - short
    units = {*known.units, "half", "moments", "nineteen", "eighteen", "thousand", "clock"} - {"second", "seconds", "min", "mins", "nights"}
    whole = names | units | {"q1", "q2", "q3", "q4"}
    feasts = [re.findall("[a-z]+", name) for name in table("holidays")["rules"]]
    whole |= {spelled[0] for spelled in feasts if whole.isdisjoint(spelled)}
    cased = {w.capitalize() for w in whole | short} | {w.upper() for w in names if len(w) > 3}
    return frozenset(whole | cased)


@cache
def _starters() -> frozenset[str]:
    known = words()
    classes = (
        known.months, known.weekdays, known.ordinals, known.cardinals, known.vague, known.units, known.days, known.parts, known.seasons,
        known.edges, known.shifts, known.relations, known.hedges, known.holidays,
    )  # fmt: skip
    return near("openers").union(*classes)


@cache
def _cores() -> frozenset[str]:
    known = words()
    return frozenset().union(known.months, known.weekdays, known.units, known.days, known.parts, known.seasons, known.holidays)


_REACHES = {"the": 6, "a": 4, "an": 3, "in": 6, "for": 5, "that": 2, "at": 2, "'": 1, "’": 1, "‘": 1}
"""How many tokens after a common word the first word of a date stands at the latest: "the last couple of weeks", "in about two weeks"."""


def _may_start(t: Tokens, i: int) -> bool:
    word = t.words[i]
    if word.isdecimal():  # not inside a longer figure, nor the third link of a chain
        before = t.word(i - 1)
        inside = t.glued(i) and t.word(i - 2).isdecimal()
        return not (inside and (before in ("/", ":", ".") or (before in DASHES and t.word(i - 3) in DASHES)))
    if word not in _starters():
        return False
    reach = _REACHES.get(word)
    if reach is not None:
        core = _cores()
        return any(after in core or after.isdecimal() for after in t.words[i + 1 : i + 1 + reach])
    if word in words().units and word not in words().parts and word not in ("week", "weekend", "quarter"):
        return t.word(i + 1) in ("ago", "later", "earlier", "of") or t.word(i + 1).isdecimal()
    return True
