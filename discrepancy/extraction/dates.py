"""Dates, times and spans of them in a text.

A single pass of one expression looks for words and figures that dates are made of; round each the grammar of `dates_spans` reads the
longest date. Everything else of the text is never tokenised.
"""

from __future__ import annotations

import datetime
import re
from functools import cache

from discrepancy.extraction.dates_spans import Found, found
from discrepancy.extraction.dates_tense import tense
from discrepancy.extraction.dates_tokens import Tokens, words
from discrepancy.lexicon import table
from discrepancy.model import DateValue, Mention
from discrepancy.normalise.date import date_value
from discrepancy.normalise.date_calendar import Setting

_REACH = 48
_TOLD_REACH = 400


def find_dates(text: str, reference: datetime.date | None) -> list[Mention]:
    """Every date, time and span in `text`, sorted, without overlap; `value` is a DateValue.

    `reference` is the article's own day, against which relative and partial dates are resolved; without it they keep their parts and
    are not resolved. The span holds hedge and meaningful preposition ("since", "from … to"), not "at", "on" or "in".
    """
    mentions: list[Mention] = []
    told: tuple[int, datetime.date] | None = None
    if isinstance(reference, datetime.datetime):
        reference = reference.date()
    for start, end in _windows(text):
        t = Tokens(text, start, end)
        i = 0
        while i < t.count:
            one = found(t, i) if _may_start(t, i) else None
            if one is None or one.end <= i:
                i += 1
                continue
            near = told[1] if told and t.starts[one.start] - told[0] < _TOLD_REACH else None
            setting = Setting(reference, tense(t, one.start, one.end), near)
            mention = None if _lasts(t, one, setting) else _mention(text, t, one, setting)
            if mention is None:
                i += 1
                continue
            mentions.append(mention)
            told = _told(mention) or told
            i = one.end
    return mentions


def _lasts(t: Tokens, one: Found, setting: Setting) -> bool:
    """ "in two days" after a verb of the past is how long it took."""
    return one.first.form == "offset" and setting.tense < 0 and t.words[one.core] in ("in", "within")


def _mention(text: str, t: Tokens, one: Found, setting: Setting) -> Mention | None:
    value = date_value(one.first, one.last, one.relation, setting)
    if value is None:
        return None
    start, end = t.starts[one.start], t.ends[one.end - 1]
    return Mention(start, end, text[start:end], "date", value, (t.starts[one.core], end))


def _told(mention: Mention) -> tuple[int, datetime.date] | None:
    value = mention.value
    if not isinstance(value, DateValue) or not value.low or not value.high or value.low[:10] != value.high[:10]:
        return None
    return mention.end, datetime.date.fromisoformat(value.low[:10])


def _windows(text: str) -> list[tuple[int, int]]:
    """Stretches round the cues, merged where they meet, cut at white space."""
    out: list[tuple[int, int]] = []
    for cue in _cue().finditer(text):
        a, b = max(cue.start() - _REACH, 0), min(cue.end() + _REACH, len(text))
        if out and a <= out[-1][1]:
            out[-1] = (out[-1][0], b)
        else:
            out.append((a, b))
    return [(_back(text, a), _forward(text, b)) for a, b in out]


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


@cache
def _cue() -> re.Pattern[str]:
    known = words()
    names = {w for w in (*known.months, *known.weekdays, *known.days, *known.parts, *known.seasons) if len(w) > 3}
    short = {w for w in (*known.months, *known.weekdays) if len(w) <= 3}
    units = {"day", "days", "week", "weeks", "month", "months", "year", "years", "decade", "decades", "century", "centuries", "quarter", "weekend", "fortnight",
             "quarters", "hours", "minutes", "hour", "minute", "weekends", "half", "hours", "months", "years", "moments"}  # fmt: skip
    feasts = {name.split()[0].split("'")[0] for name in table("holidays")["rules"]} - names - {"all", "black", "good", "may", "st", "st.", "new", "super", "d-day"} | {"nineteen", "eighteen", "two thousand", "new year", "black friday", "good friday", "d-day", "st. patrick", "otd"}
    either = sorted(names | units | feasts, key=lambda w: (w[0], -len(w)))
    spelled = "|".join(f"[{w[0]}{w[0].upper()}]{re.escape(w[1:])}" for w in either)
    caps = "|".join(sorted({w.capitalize() for w in short} | {w for w in short if w not in ("sun", "sat", "wed", "mon", "mar", "may", "dec", "jan", "fri")} | {"may", "MAY"}, key=lambda w: (w[0], -len(w))))
    upper = "|".join(sorted({w.upper() for w in (*known.months, *known.weekdays) if len(w) > 4} | {"TODAY", "TONIGHT", "YESTERDAY", "TOMORROW"}, key=lambda w: (w[0], -len(w))))
    figures = r"(?<![\d.,])(?:\d{4}(?!\d)|\d{1,2}\s?[:/]\s?\d\d?(?!\d)|\d{1,2}[.]\d\d\s?[aApP]\.?[mM]\b|\d{1,2}\s?[aApP]\.?\s?[mM]\b|\d0s\b|\d\d?-\d\d?-\d)|[’'‘]\d\d(?!\d)"
    return re.compile(rf"\b(?:{spelled}|{caps}|{upper}|[Qq][1-4]|o['’]clock)\b|{figures}")


@cache
def _starters() -> frozenset[str]:
    known = words()
    extra = (
        "the that this from between in within at during over for throughout across as no later prior up beginning starting just shortly soon right moments well long close near "
        "precisely exactly q h year week weekend month final same earlier tomorrow couple couple' ' ’ ‘ early late"
    ).split()
    classes = (
        known.months, known.weekdays, known.ordinals, known.cardinals, known.vague, known.units, known.days, known.parts, known.seasons,
        known.edges, known.shifts, known.relations, known.hedges, known.holidays,
    )  # fmt: skip
    return frozenset(extra).union(*classes)


def _may_start(t: Tokens, i: int) -> bool:
    word = t.words[i]
    return word in _starters() or word.isdecimal()
