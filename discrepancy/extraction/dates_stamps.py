"""Time stamps that machines write: "2014-11-03T08:30:00Z", "Mon, 3 Nov 2014 08:30:00 +0000", "Mon Nov 3 08:30:00 2014".

The grammar of dates reads the day of such a stamp; the whole of it is given to dateparser, as one short span in English and behind a
bounded cache, for that library knows every such format. Nothing else is: on running text it reads "we" as Wednesday.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from discrepancy.model import DateValue, Mention, Moment

_TAIL = re.compile(
    r"(?:T|,? )(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?"
    r"(?:Z\b| ?[+-]\d\d:?\d\d\b| (?:GMT|UTC)\b)?(?: (?:19|20)\d\d\b)?"
    r"|T(?:[01]\d|2[0-3]):[0-5]\dZ?\b"
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
    words = text[mention.start : tail.end()]
    said = _moment(words)
    if said is None:
        return mention
    at = f"{said.year:04d}-{said.month:02d}-{said.day:02d}T{said.hour:02d}:{said.minute:02d}"
    stamped = replace(value, first=said, low=at, high=at, resolved=True, granularity="minute")
    return replace(mention, end=tail.end(), text=words, value=stamped, core=(mention.core[0], tail.end()))


@lru_cache(maxsize=256)
def _moment(words: str) -> Moment | None:
    from dateparser.date import DateDataParser

    found = DateDataParser(languages=["en"], settings={"RETURN_AS_TIMEZONE_AWARE": False}).get_date_data(words).date_obj
    if found is None:
        return None
    return Moment(year=found.year, month=found.month, day=found.day, hour=found.hour, minute=found.minute)
