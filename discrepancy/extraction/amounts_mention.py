"""From a figure and its surroundings to the mention: hedge, direction, money without a sign, interval."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import cast

from discrepancy.extraction import amounts_after as following
from discrepancy.extraction import amounts_before as preceding
from discrepancy.extraction.amounts_around import Read
from discrepancy.extraction.amounts_figure import Figure
from discrepancy.model import Amount, Approximation, Kind, Mention
from discrepancy.normalise.interval import implied, of_fraction


def finish(text: str, lowered: str, read: Read, core: tuple[int, int] | None = None) -> Mention | None:
    figure = read.figure
    start, end = read.start, read.end
    approximation: Approximation = "vague" if figure.form in ("vague", "figures") else "exact"
    plusminus = preceding.plusminus_before(lowered, start)
    if plusminus is not None:
        start = plusminus
    hedged = preceding.hedge_before(lowered, start)
    if hedged and not (read.kind == "duration" and preceding.during(lowered, hedged[0], start)):
        start = hedged[0]
        if hedged[1] != "exact" and not (approximation == "vague" and hedged[1] == "about"):
            approximation = hedged[1]
    direction = preceding.direction_before(lowered, start)
    if direction == "up" and _ADDED_TO.match(lowered, end) and _ADDED.search(lowered, max(0, start - 24), start):
        direction = None  # put to something else, not risen by
    if direction is None and read.negative and read.kind in ("percent", "money") and figure.value is not None:
        direction = "down"
    if read.plus:
        approximation = read.plus
    if (after := following.hedge_after(lowered, end)) or (
        read.kind == "count" and read.unit and (after := following.hedge_after(lowered, figure.end))
    ):
        end, approximation = after
    if read.kind in ("count", "quantity") and _is_money(text, lowered, read):
        read = replace(read, kind="money", unit="unknown", factor=_MILLION if read.unit == "metre" else read.factor)
        if figure.end < end and read.factor == 1 and not read.plus:
            end = figure.end
    kind = cast(Kind, read.kind)
    return mentioned(
        text, start, end, kind, figure, read.unit, approximation, read.factor, read.modifiers, read.per, read.negative, core, direction
    )


_MILLION = Decimal(1000000)
_ADDED = re.compile(r"\badd(?:s|ed|ing)?(?: (?:another|a further|an extra|some|about|up to))? ?$")
_ADDED_TO = re.compile(r" to (?:the|its|his|her|their|our|my|your|that|this|these|those|a|an|each|every|it|them)\b")
_WORTH_BEFORE = re.compile(
    r"\b(?:worth|costs?|costing|paid|pays?|paying|fetch(?:es|ed)?|spen[dt]|spending|priced at|valued at)(?: (?:of"
    r"|about|around|some|nearly|almost|over|more than|up to|at least|roughly|an estimated|approximately"
    r"|as much as|the|a|in the|high))* ?[\"']?$"
)
_WORTH_AFTER = re.compile(
    r" (?:worth of|in (?:cash|damages|losses|funding|debt|revenue|profit|prize money|compensation|jewel[a-z]+"
    r"|loot))\b| ?\((?:about |around |roughly |approximately )?(?:[$€£¥]|[A-Z]{1,3}\$|R\d|US\$|; ?[$€£])"
    r"|; ?[$€£]"
)


def _is_money(text: str, lowered: str, read: Read) -> bool:
    """Whether a figure without currency is money all the same: "worth 1.7m", "2 million worth of loot", "six figures"."""
    figure = read.figure
    if figure.form == "figures":
        return True
    if read.unit and not (read.unit == "metre" and lowered[figure.end : figure.end + 1] == "m"):
        return False
    large = figure.scaled or read.unit == "metre" or (figure.form == "vague" and figure.low is not None and figure.low >= 1000)
    if not large:
        return False
    return _WORTH_AFTER.match(text, read.end) is not None or _WORTH_BEFORE.search(lowered, max(0, read.start - 48), read.start) is not None


def mentioned(
    text: str,
    start: int,
    end: int,
    kind: Kind,
    figure: Figure,
    name: str,
    approximation: Approximation,
    factor: Decimal = Decimal(1),
    modifiers: tuple[str, ...] = (),
    per: str = "",
    negative: bool = False,
    core: tuple[int, int] | None = None,
    direction: str | None = None,
) -> Mention:
    sign = -1 if negative else 1
    value = None if figure.value is None else figure.value * factor * sign
    low = None if figure.low is None else figure.low * factor
    high = None if figure.high is None else figure.high * factor
    resolution = figure.resolution * factor
    exact = kind in ("count", "age", "duration", "ordinal") and figure.form != "fraction"
    interval = implied(value, resolution, approximation, low, high, exact=exact, scaled=figure.scaled)
    if (
        kind == "percent"
        and name == "percent"
        and figure.form == "fraction"
        and approximation == "exact"
        and value is not None
        and 0 < value < 100
    ):
        interval = of_fraction(value)
    amount = Amount(value, low, high, name, interval, resolution, approximation, cast("None", direction), modifiers, per)
    return Mention(start, end, text[start:end], kind, amount, core or (figure.start, figure.end))
