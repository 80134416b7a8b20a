"""Values: what a mention states, normalised. Uncertainty is a value too.

Amounts are exact decimals. An interval is closed; None is an open end.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Approximation = Literal[
    "exact",
    "about",  # about, around, some, roughly, "50 or so": either side
    "nearly",  # nearly, almost, just under, close to: below, within the rounding
    "over",  # over, more than, just over: above, up to one unit of the last written digit
    "under",  # under, less than, fewer than: below, open towards zero
    "at-least",  # at least, no fewer than, "50-plus", minimum: open above
    "at-most",  # up to, as many as, no more than, maximum: open below
    "vague",  # dozens, several, many, millions: a class of values with no digits
]
Direction = Literal["up", "down"]


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval of decimals; None is an open end."""

    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit: count, money, percent, quantity, duration, age, ordinal or score.

    value           the value as stated, sign included; None for a stated range.
    low, high       the ends of a stated range ("5 to 6 percent", "between 20 and 30") or of a vague class ("dozens": 24..99);
                    either may be None; both None for a point. For a score "20-13" low is the first and high the second figure.
    unit            canonical singular name: `exchange` for a count (lemma of the head noun; "" where none is said),
                    ISO 4217 or `unknown` for money, `percent`, `percentage-point`, `basis-point`, SI or customary name
                    for a quantity ("kilometre", "pound", "mile per hour", "magnitude"), `year` for an age, `day` for a duration.
    modifiers       lower-case words between number and head noun that may change the population ("fake", "civilian").
    interval        what value, written digits and hedge imply, in `unit`.
    resolution      one unit of the last written digit ("28.8 million": 100000; "29 million": 1000000; "25,000": 1000).
    per             canonical unit or noun of a rate's denominator ("square foot", "year", "100000 people"), "" for none.
    """

    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    interval: Interval
    resolution: Decimal
    approximation: Approximation = "exact"
    direction: Direction | None = None
    modifiers: tuple[str, ...] = ()
    per: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """One end of a date: the parts that are said or follow from what is said; None is unsaid.

    weekday is 0 (Monday) to 6. part is a named part of the next larger unit that is said:
    "early" | "mid" | "late" of a month, year or decade; "dawn" | "morning" | "noon" | "afternoon" | "evening" | "night" | "midnight"
    | "overnight" of a day; "spring" | "summer" | "autumn" | "winter" | "q1".."q4" of a year.
    days_ago is the distance in days from the article's own day where only that is known
    ("yesterday" is 1, "today" 0, "three weeks ago" 21); None otherwise.
    decade and century years are in `year` with granularity "decade" / "century".
    dial is True where the hour is one of a twelve-hour dial with neither a.m. nor p.m. ("five o'clock").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    part: str | None = None
    days_ago: int | None = None
    dial: bool = False


Granularity = Literal[
    "minute", "hour", "part", "day", "week", "weekend", "month", "season", "quarter", "year", "decade", "century", "unknown"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date, time or span of them.

    first, last     the ends as said; last is None for a single date.
    low, high       ISO 8601 days or minutes ("2026-06-10", "2026-06-10T23:05"), both inclusive, where the date could be resolved
                    (absolute, or relative with a reference date known); None where open ("since March": high None) or unresolved.
    resolved        False where no calendar day follows from what is said ("last Thursday" in an article without a date).
    granularity     of the ends as said.
    approximation   "about" (around midnight), "at-least" (since, after), "at-most" (until, by, before), else "exact".
    relation        "" | "since" | "until" | "by" | "before" | "after" | "from-to" | "between".
    zone            as written ("local time", "GMT", "Eastern"), "" where unsaid.
    """

    first: Moment
    last: Moment | None = None
    low: str | None = None
    high: str | None = None
    resolved: bool = False
    granularity: Granularity = "unknown"
    approximation: Approximation = "exact"
    relation: str = ""
    zone: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """Who or where: one or more names or descriptions, in the order of the text.

    names           canonical within the article ("Tim Scott", not "Scott"); descriptions as a lower-case phrase ("us senators").
    named           True where every one is a proper name; False for a description ("two senators", "lawmakers").
    """

    names: tuple[str, ...]
    named: bool = True


@dataclass(frozen=True, slots=True)
class Polarity:
    """Whether something happened or was said to: `holds` is False where the clause negates its predicate (a lemma)."""

    predicate: str
    holds: bool


Value = Amount | DateValue | Names | Polarity
