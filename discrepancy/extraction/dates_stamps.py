"""Time stamps that machines write: "2014-11-03T08:30:00Z", "Mon, 3 Nov 2014 08:30:00 +0000", "Mon Nov 3 08:30:00 2014".

The grammar of dates reads the day of such a stamp; what follows it is the clock, perhaps a zone, perhaps the year (ISO 8601, RFC 5322,
asctime). No library is asked: dateparser takes ten milliseconds for each.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import replace

from discrepancy.model import DateValue, Mention, Moment

_TAIL = re.compile(
    r"(?:T|,? )(?P<hour>[01]\d|2[0-3]):(?P<minute>[0-5]\d):[0-5]\d(?:\.\d{1,6})?"
    r"(?:Z\b| ?[+-]\d\d:?\d\d\b| (?:GMT|UTC)\b)?(?: (?P<year>(?:19|20)\d\d)\b)?"
    r"|T(?P<hours>[01]\d|2[0-3]):(?P<minutes>[0-5]\d)Z?\b"
)
_LONGEST = 60


def with_stamp(text: str, mention: Mention) -> Mention:
    """The mention with the clock, zone and year of a time stamp that follow it; as it is where none do."""
    value = mention.value
    if not isinstance(value, DateValue) or value.granularity != "day" or value.relation or value.last:
        return mention
    tail = _TAIL.match(text, mention.end)
    if tail is None or tail.end() - mention.start > _LONGEST:
        return mention
    said = _moment(value.first, tail)
    if said is None:
        return mention
    at = f"{said.year:04d}-{said.month:02d}-{said.day:02d}T{said.hour:02d}:{said.minute:02d}"
    stamped = replace(value, first=said, low=at, high=at, resolved=True, granularity="minute")
    words = text[mention.start : tail.end()]
    return replace(mention, end=tail.end(), text=words, value=stamped, core=(mention.core[0], tail.end()))


def _moment(day: Moment, tail: re.Match[str]) -> Moment | None:
    """The moment of a day as said and the clock and year in `tail`; None where that is no day."""
    year = int(tail["year"]) if tail["year"] else day.year
    if year is None or day.month is None or day.day is None:
        return None
    try:
        datetime.date(year, day.month, day.day)
    except ValueError:
        return None
    hour, minute = tail["hour"] or tail["hours"], tail["minute"] or tail["minutes"]
    return Moment(year=year, month=day.month, day=day.day, hour=int(hour), minute=int(minute))
