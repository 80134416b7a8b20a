"""Days of publication, strictly: a day that is guessed at is worse than none."""

from __future__ import annotations

import datetime
import re

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:$|[T\s,])")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:$|T)")
_NUMERIC = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:$|[\s,])")
_MONTH = r"(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_MONTH_FIRST = re.compile(rf"\b{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})\b", re.I)
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{_MONTH},?[\s-]+(\d{{4}})\b", re.I)
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONGEST = 80
_UNDERSTOOD = "write it as YYYY-MM-DD"


def parse_published(given: object) -> tuple[datetime.date | None, str | None]:
    """(the day, None), (None, None) where nothing is given, or (None, a warning) where it cannot be understood.

    The day is the one written: a time zone does not move it. `06/07/2026` may be June or July, so it is refused.
    A number is seconds (or milliseconds) since 1970, UTC.
    """
    if given is None or given == "":
        return None, None
    if isinstance(given, bool) or not isinstance(given, str | int | float):
        return None, f"`published` is no date; {_UNDERSTOOD}"
    if not isinstance(given, str):
        return _since_1970(given)
    written = " ".join(given[: _LONGEST * 4].split())
    if not written:
        return None, None
    day = _by_form(written) if len(written) <= _LONGEST else None
    if day is None:
        return None, f"the publication date {written[:40]!r} is not understood; {_UNDERSTOOD}"
    return day, None


def _since_1970(seconds: float) -> tuple[datetime.date | None, str | None]:
    try:
        moment = datetime.datetime.fromtimestamp(seconds / 1000 if abs(seconds) > 1e11 else seconds, datetime.UTC)
    except (ValueError, OverflowError, OSError):
        return None, f"the publication date is not understood; {_UNDERSTOOD}"
    return (moment.date(), None) if moment.year >= 1990 else (None, f"the publication date is not understood; {_UNDERSTOOD}")


def _by_form(written: str) -> datetime.date | None:
    if match := _ISO.match(written) or _COMPACT.match(written):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _NUMERIC.match(written):
        first, second, year = int(match[1]), int(match[2]), int(match[3])
        if first > 12 or first == second:
            return _day(year, second, first)
        return _day(year, first, second) if second > 12 else None
    if match := _MONTH_FIRST.search(written):
        return _day(int(match[3]), _month(match[1]), int(match[2]))
    if match := _DAY_FIRST.search(written):
        return _day(int(match[3]), _month(match[2]), int(match[1]))
    return _by_library(written)


def _month(name: str) -> int:
    return _NAMES.index(name[:3].lower()) + 1


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _by_library(written: str) -> datetime.date | None:
    """Rarer forms, by dateparser, only where day, month and year are all said."""
    if not re.search(r"\d{4}", written) or sum(character.isdigit() for character in written) > 20:
        return None
    from dateparser.date import DateDataParser

    parser = DateDataParser(languages=["en"], settings={"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"]})
    found = parser.get_date_data(written).date_obj
    return found.date() if found is not None else None
