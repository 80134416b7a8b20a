"""A DateValue in a few words, for reasons."""

from __future__ import annotations

from discrepancy.model import DateValue, Moment

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_JOINS = {"from-to": "from {} to {}", "between": "between {} and {}"}
_HEDGES = {"about": "about ", "nearly": "just before ", "over": "just after "}


def label(value: DateValue) -> str:
    """The value as it was said: "June 10", "late Saturday night", "from April to June", "since 2002", "about 11:05 p.m. on Saturday"."""
    first = _HEDGES.get(value.approximation, "") + _moment(value.first, value).strip()
    if value.last is not None and value.first.days_ago is not None and value.last.days_ago is not None and not value.relation:
        past = value.first.days_ago > 0
        counted = _ago(value.first.days_ago if past else -value.last.days_ago, value.granularity)
        return ("the past " if past else "the next ") + _count_only(counted, value.granularity)
    if value.last is not None:
        return _JOINS.get(value.relation, "{} to {}").format(first, _moment(value.last, value))
    return f"{value.relation} {first}" if value.relation else first


def _moment(said: Moment, value: DateValue) -> str:
    day = _day(said, value)
    clock = _clock(said)
    if clock:
        told = f"{clock} {value.zone}" if value.zone else clock
        return f"{told} on {day}" if day else told
    if said.part and value.granularity == "part":
        return _edge(said.part, day) or _RELATIVE.get((day, said.part)) or _RELATIVE.get((day, ""), day + " ").strip() + f" {said.part}"
    if said.part and day:
        return _edge(said.part, day) or f"{said.part} of {day}"
    return day or said.part or _bare(value)


_RELATIVE = {("yesterday", "night"): "last night", ("today", "night"): "tonight", ("today", ""): "this"}


def _edge(part: str, day: str) -> str:
    if part not in ("early", "mid", "late"):
        return ""
    the, _, decade = day.partition("the ")
    return f"the {part}-{decade}" if decade and not the else f"mid-{day}" if part == "mid" else f"{part} {day}"


def _day(said: Moment, value: DateValue) -> str:
    words = []
    if said.weekday is not None:
        words.append(WEEKDAYS[said.weekday] + ("," if said.month is not None else ""))
    if said.month is not None:
        words.append(MONTHS[said.month - 1])
    if said.day is not None:
        words.append(f"{said.day}" + ("," if said.year is not None else ""))
    if said.year is not None:
        words.append(f"the {said.year}s" if value.granularity in ("decade", "century") else str(said.year))
    if not words and said.days_ago is not None:
        words.append(_ago(said.days_ago, value.granularity))
    return " ".join(words)


def _ago(days: int, granularity: str) -> str:
    if granularity in ("day", "part", "hour", "minute", "unknown"):
        named = {0: "today", 1: "yesterday", -1: "tomorrow"}.get(days)
        return named or (f"{days} days ago" if days > 0 else f"in {-days} days")
    size = {"week": 7, "weekend": 7, "month": 30, "quarter": 91, "season": 365, "year": 365, "decade": 3652, "century": 36525}.get(
        granularity, 1
    )
    count = round(abs(days) / size)
    if count <= 1:
        return {0: "this", 1: "last" if days > 0 else "next"}[count] + f" {granularity}"
    return f"{count} {granularity}s ago" if days > 0 else f"in {count} {granularity}s"


def _clock(said: Moment) -> str:
    if said.hour is None:
        return ""
    if said.hour == 12 and not said.minute and not said.dial:
        return "noon"
    hour = said.hour % 12 or 12
    if said.dial:
        return f"{hour}:{said.minute or 0:02d}"
    return f"{hour}:{said.minute or 0:02d} {'p.m.' if said.hour >= 12 else 'a.m.'}"


def _count_only(counted: str, granularity: str) -> str:
    """ "2 weeks ago" -> "2 weeks", "last week" -> "week" """
    return counted.removesuffix(" ago") if counted.endswith(" ago") else granularity


def _bare(value: DateValue) -> str:
    if value.low and value.high:
        if value.low[4:] == "-01-01" and value.high == value.low[:4] + "-12-31":
            return value.low[:4]
        return value.low if value.low == value.high else f"{value.low} to {value.high}"
    return value.low or value.high or "an unresolved date"
