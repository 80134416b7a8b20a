"""Two figures that are one value: "5ft 6in", "thirteen dollars and forty-five cents", ranges, and changes from one figure to another."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from discrepancy.extraction import amounts_after as following
from discrepancy.extraction import amounts_before as preceding
from discrepancy.extraction.amounts_around import EXTENT, Read, around
from discrepancy.extraction.amounts_figure import Figure
from discrepancy.extraction.amounts_mention import finish
from discrepancy.model import Amount, Direction, Interval, Mention
from discrepancy.normalise import number, unit
from discrepancy.normalise.interval import implied

_PAIRS = {
    ("foot", "inch"): 12,
    ("stone", "pound"): 14,
    ("pound", "ounce"): 16,
    ("hour", "minute"): 60,
    ("minute", "second"): 60,
    ("year", "month"): 12,
    ("yard", "inch"): 36,
    ("metre", "centimetre"): 100,
    ("kilometre", "metre"): 1000,
    ("kilogram", "gram"): 1000,
}
_RANGE_JOIN = re.compile(
    r"(?: ?- ?| (?:to|and|or|through|till|versus) |-to-|-or-|- to |- or )(?:(?:nearly|almost|about|around|as (?:much"
    r"|many|high) as|up to|a|even|perhaps|maybe) )?$"
)
_PAIR_GAP = re.compile(r"[ -]?(?:, ?(?:and )?| and | )?$")


def composed(text: str, lowered: str, first: Read, second: Figure) -> Read | None:
    """ "5ft 6in", "20 stone 3 lb", "1 hour 20 minutes": one value in the smaller unit."""
    if first.kind == "money" and second.form in ("digits", "words"):
        return _dollars_and_cents(text, lowered, first, second)
    if (
        first.kind not in ("quantity", "duration")
        or first.figure.value is None
        or second.value is None
        or second.form not in ("digits", "words")
    ):
        return None
    gap = text[first.end : second.start]
    if len(gap) > 6 or not _PAIR_GAP.fullmatch(gap.lower()) or first.figure.scaled:
        return None
    other = following.unit_after(text, lowered, second.end)
    if (
        other is None
        and first.unit == "foot"
        and lowered.startswith(" in", second.end)
        and second.value < 12
        and not lowered[second.end + 3 : second.end + 4].isalpha()
    ):
        other = following.After(second.end + 3, "inch", "quantity")
    if other is None:
        if (
            first.unit == "foot"
            and second.value < 12
            and text[first.end - 1] in "'′t"
            and gap in ("", " ", "-")
            and first.figure.end + 6 > first.end
            and not text[second.end : second.end + 1].isalpha()
        ):
            other = following.After(second.end, "inch", "quantity")
        else:
            return None
    parts = _PAIRS.get((first.unit, other.unit))
    if parts is None or second.value >= parts or first.figure.value != first.figure.value.to_integral_value():
        return None
    total = replace(
        first.figure, end=second.end, value=first.figure.value * parts + second.value, resolution=min(Decimal(1), second.resolution)
    )
    end = other.end
    if extent := EXTENT.match(lowered, end):
        end = extent.end()
    return replace(first, figure=total, end=end, unit=other.unit, kind=other.kind)


def _dollars_and_cents(text: str, lowered: str, first: Read, second: Figure) -> Read | None:
    """ "thirteen dollars and forty-five cents"."""
    gap = text[first.end : second.start].lower()
    if second.value is None or second.value >= 100 or first.figure.value is None or first.per or gap not in (" ", " and ", ", "):
        return None
    cents = following.unit_after(text, lowered, second.end)
    if cents is None or cents.kind != "money" or cents.unit != first.unit or cents.factor == 1 or first.factor != 1:
        return None
    total = replace(first.figure, end=second.end, value=first.figure.value + second.value * cents.factor, resolution=cents.factor)
    return replace(first, figure=total, end=cents.end)


_LIKEWISE = re.compile(r",? or | ?\(|,? (?:and )?(?:[A-Z][\w'&.]* ){1,4}by ")


def likewise(text: str, previous: Mention, mention: Mention) -> Mention:
    """ "fell 300 points, or 1.2 percent": a change told twice, or "down 2.3%, Acme by 2.6%", goes the same way."""
    before, amount = previous.value, mention.value
    if not (isinstance(before, Amount) and isinstance(amount, Amount)):
        return mention
    if before.approximation not in ("exact", "vague") and amount.approximation == "exact" and _converts(text, previous, mention):
        mention = _hedged_like(before, mention)
        amount = mention.value
        assert isinstance(amount, Amount)
    if before.direction is None or amount.direction is not None:
        return mention
    if mention.kind not in ("percent", "money", "count") or not _LIKEWISE.fullmatch(text[previous.end : mention.start][:60]):
        return mention
    return replace(mention, value=replace(amount, direction=before.direction))


_CONVERSION = re.compile(r" \((?:or )?| ?/ ")


def _converts(text: str, previous: Mention, mention: Mention) -> bool:
    """Whether a figure in brackets tells the one before them in another unit: "just under 296 hp (221 kW)", "over 7m kroner ($1m)"."""
    if not _CONVERSION.fullmatch(text, previous.end, mention.start) or text[mention.end : mention.end + 1] not in (")", " "):
        return False
    first, second = previous.value, mention.value
    if not (isinstance(first, Amount) and isinstance(second, Amount)) or first.value is None or second.value is None:
        return False
    if first.unit == second.unit:
        return False
    if previous.kind == mention.kind == "money":
        return True
    return unit.dimension(first.unit) is not None and unit.dimension(first.unit) == unit.dimension(second.unit)


def _hedged_like(before: Amount, mention: Mention) -> Mention:
    amount = mention.value
    assert isinstance(amount, Amount)
    interval = implied(amount.value, amount.resolution, before.approximation)
    return replace(mention, value=replace(amount, approximation=before.approximation, interval=interval))


_BOUNDS = re.compile(r",? (?:and|but|yet) (?:not )?$|, $")


def bounded(text: str, first: Mention, second: Mention) -> Mention | None:
    """ "more than 20 but fewer than 35 people": two bounds on one figure are a range."""
    low, high = first.value, second.value
    if not (isinstance(low, Amount) and isinstance(high, Amount)) or low.value is None or high.value is None or low.value >= high.value:
        return None
    if low.approximation not in ("over", "at-least") or high.approximation not in ("under", "at-most") or low.unit not in ("", high.unit):
        return None
    if second.start - first.end > 10 or not _BOUNDS.fullmatch(text[first.end : second.start]):
        return None
    value = replace(high, value=None, low=low.value, high=high.value, approximation="exact", interval=Interval(low.value, high.value))
    return Mention(first.start, second.end, text[first.start : second.end], second.kind, value, (first.core[0], second.core[1]))


def ranged(text: str, lowered: str, first: Read, second: Figure) -> Mention | None:
    if (
        first.figure.form not in ("digits", "words", "fraction")
        or second.form not in ("digits", "words")
        or first.figure.value is None
        or second.value is None
    ):
        return None
    last = around(text, lowered, second)
    close = first.end if first.own else first.figure.end
    join = lowered[close : (last.start if not last.negative else second.start)]
    if not _RANGE_JOIN.fullmatch(join):
        return None
    word = join.strip(" -")
    low, high = first.figure.value, second.value
    before = lowered[max(0, first.start - 30) : first.start]
    between = re.search(r"\bbetween (?:about |around |roughly |an estimated |some |approximately |\$)?$", before)
    from_ = re.search(r"\bfrom (?:about |around |roughly |an estimated |some |approximately )?$", before)
    if word.startswith("and") and not between:
        return None
    if word.startswith("or") and not (low < high <= low + max(Decimal(3), low / 3) and ((first.own and last.own) or not first.own)):
        return None
    if first.own and last.own and first.unit != last.unit:
        return None
    if first.own and not last.own and first.kind != "money" and not _unsaid_unit(first, last, from_ is not None and word == "to"):
        return None
    if (
        first.kind == last.kind == "money"
        and first.own
        and last.own
        and (first.start < first.figure.start) != (last.start < last.figure.start)
    ):
        return None  # "18 sen to RM23.50"
    scale = Decimal(1)
    if second.scaled and not first.figure.scaled and second.suffix != "" and second.mantissa:
        scale = second.value / second.mantissa
    elif second.scaled and not first.figure.scaled and second.form == "digits":
        scale = _scale_of(lowered, second)
    elif second.scaled and not first.figure.scaled and second.form == "words" and first.figure.form == "words":
        scale = second.resolution
    if scale != 1 and low * scale <= high and (low < 1000):
        low *= scale
    stretch = from_ is not None or (first.own and last.own and _OF.search(before) is not None)
    falls = stretch and word.startswith("to") and low > high and (first.own or last.own or last.kind == first.kind == "count")
    if not (low < high or falls):
        return None
    shared = last if last.own or not first.own else replace(first, end=last.figure.end)
    scaled = bool(first.figure.suffix and second.suffix)
    if not shared.own and not shared.unit and word == "" and not between and not scaled and not _hedged_or_counted(lowered, first, last):
        return None
    factor_first = first.factor if first.own else shared.factor
    low, high = low * factor_first, high * shared.factor
    if first.negative:
        low, high = (-high, -low) if not last.negative and word == "" else (-low, high) if not last.negative else (-high, -low)
    figure = replace(
        second,
        start=first.figure.start,
        value=None,
        low=min(low, high),
        high=max(low, high),
        resolution=min(first.figure.resolution * scale, second.resolution),
    )
    start = first.start - (len(between.group()) if between else 0)
    read = replace(shared, figure=figure, start=start, factor=Decimal(1), negative=False, end=max(shared.end, last.figure.end))
    if not read.own and last.kind == "count":
        read = replace(read, unit=last.unit, modifiers=last.modifiers, end=last.end)
    mention = finish(text, lowered, read, core=(first.figure.start, second.end))
    if mention is None or from_ is None or not word.startswith("to"):
        return mention
    way = preceding.direction_before(lowered, first.start - len(from_.group()))
    return _changed(mention, "down" if falls else way)


_OF = re.compile(r"\bof (?:about |around |roughly )?$")


def _unsaid_unit(first: Read, last: Read, from_to: bool) -> bool:
    """ "from 208 pounds to 193": the second figure leaves the unit out."""
    low, high = first.figure.value, last.figure.value
    if not from_to or last.unit or first.figure.scaled or last.figure.scaled or low is None or high is None:
        return False
    return 0 < low <= 10 * high and 0 < high <= 10 * low


def _changed(mention: Mention, direction: Direction | None) -> Mention:
    """ "fell from 52 to 47 percent": a range by its ends, but what holds now is the last figure, so that is what the interval allows."""
    amount = mention.value
    assert isinstance(amount, Amount)
    if direction is None:
        return mention
    last = amount.low if direction == "down" else amount.high
    interval = implied(last, amount.resolution, exact=mention.kind in ("count", "duration"))
    return replace(mention, value=replace(amount, direction=direction, interval=interval))


def _scale_of(lowered: str, figure: Figure) -> Decimal:
    match = re.search(r"(hundred|thousand|million|billion|trillion|quadrillion|crore|lakh|lac|dozen)s?", lowered[figure.start : figure.end])
    return number.scales()[match[1]] if match else Decimal(1)


def _hedged_or_counted(lowered: str, first: Read, last: Read) -> bool:
    return preceding.hedge_before(lowered, first.start) is not None or bool(last.unit)
