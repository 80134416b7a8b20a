"""Amounts: a bare figure with its hedge, currency or unit, rate and counted noun, alone or as one end of a range."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import cast

from discrepancy.extraction import amounts_after as following
from discrepancy.extraction import amounts_before as preceding
from discrepancy.extraction import nouns, scores
from discrepancy.extraction.amounts_figures import BLANK, Figure, cues, figures
from discrepancy.lexicon import table
from discrepancy.model import Amount, Approximation, Kind, Mention
from discrepancy.normalise import number, unit
from discrepancy.normalise.interval import implied

__all__ = ["BLANK", "cues", "find_amounts", "is_counted"]

_PAIRS = {("foot", "inch"): 12, ("stone", "pound"): 14, ("pound", "ounce"): 16, ("hour", "minute"): 60, ("minute", "second"): 60, ("year", "month"): 12, ("yard", "inch"): 36}
_JOIN = re.compile(r" ?-? ?(?:to|through|and|or|-)(?: -)?(?: |-)?|-| - | ?— ?|,? (?:and|or) ")
_RANGE_JOIN = re.compile(r"(?: ?- ?| (?:to|and|or|through|till|versus) |-to-|-or-)(?:(?:nearly|almost|about|around|as (?:much|many|high) as|up to|a|even|perhaps|maybe) )?$")
_PAIR_GAP = re.compile(r"[ -]?(?:, ?|,? and | )?$")
_MAGNITUDE_BEFORE = re.compile(r"(?:magnitude|richter scale)(?: ?-? ?(?:of|at|was|is|registered|measured|measuring)){0,2}(?: ?-? ?(?:a|an|at least|about|around|approximately|preliminary|over|more than|nearly))* ?-? ?$")
_QUAKE_AFTER = re.compile(r"[ -]{0,3}(?:magnitude\b|mag\b|on the richter(?: scale)?|(?:undersea |offshore |strong |powerful |major |shallow |aftershock )?(?:earthquakes?|quakes?|temblors?|tremors?|aftershocks?)\b)")
_QUAKE_UNIT = re.compile(r"[ -]{0,3}(?:magnitude|mag|on the richter scale|on the richter)\b")
_ADVERB_RATE = {"daily": "day", "weekly": "week", "monthly": "month", "annually": "year", "yearly": "year", "nightly": "night", "hourly": "hour", "each": "each", "apiece": "each"}
_ADVERB = re.compile(r" (daily|weekly|monthly|annually|yearly|nightly|hourly|each|apiece)(?![a-z])")
_YEAR_CUE = re.compile(r"(?:\b(?:in|since|by|of|during|from|until|till|through|early|late|mid|before|after|around|circa|between|and|to)[ -]|[(,] ?|^)$")
_OF_UNIT = re.compile(r"[ -](?:of[ -])?(?:an?[ -]|one[ -])?")
_FRACTION_OF = re.compile(r"[ -]?(?:of|the|that|this|those|these|his|her|its|their|our|as|what|majority|share|stake|interest|to|said|would|were|are|have|had|voted|were)\b|[.,;)]|-(?:owned|stake|share)|$")
_EXTENT = re.compile(r"[ -](?:tall|high|long|wide|deep|thick|across|in (?:diameter|length|height|width|depth))(?![a-z])")
_NO_ONE_BEFORE = frozenset("the this that no any every each another which what old new last first next or someone some many only not little big good bad right wrong other only same loved square anyone number day".split())
_MONEY_WORDS = re.compile(r"\b(?:jewel|robb|thie|heist|haul|worth|cost|paid|pay|price|fee|fine|bill|budget|salar|earn|spen[dt]|donat|raised|bought|sold|bid|loan|debt|revenue|profit|sales|deal|contract|invest|fund|damages|bail|reward|valued?|tax|turnover|ransom|cash|bank|charg|money|cheque)")


@dataclass(frozen=True, slots=True)
class _Read:
    """A figure with what stands directly round it."""

    figure: Figure
    start: int
    end: int
    kind: str
    unit: str
    factor: Decimal = Decimal(1)
    own: bool = False
    per: str = ""
    modifiers: tuple[str, ...] = ()
    plus: Approximation | None = None
    negative: bool = False


def find_amounts(text: str, lowered: str, begins: list[tuple[int, int]]) -> Iterator[Mention]:
    """Amounts of cleaned `text`, whose taken spans are blanked, from left to right, none overlapping; `begins` are its `cues`."""
    found = list(figures(text, lowered, begins))
    at = 0
    while at < len(found):
        mention, used = _read(text, lowered, found, at)
        if mention is not None:
            yield mention
        at += used


def is_counted(text: str, lowered: str, start: int, end: int) -> bool:
    """Whether a four-digit figure counts something: a hedge stands before it and a plural noun after it."""
    noun = nouns.after(text, end, most=3)
    if noun is None or noun.end - end > 40:
        return False
    hedged = preceding.hedge_before(lowered, start)
    return hedged is not None and lowered[hedged[0] : start].strip() not in ("within", "past", "for about", "beyond")


def _read(text: str, lowered: str, found: list[Figure], at: int) -> tuple[Mention | None, int]:
    figure = found[at]
    if figure.form == "ordinal":
        return _rank(text, lowered, figure), 1
    if figure.form == "none":
        return _none(text, figure), 1
    if figure.form == "span":
        return _time_span(text, lowered, figure), 1
    if figure.form == "multiple":
        return _multiple(text, lowered, figure), 1
    if lowered.startswith((" in ", "-in-", " out of ", " out-of-"), figure.end) and at + 1 < len(found) and (share := scores.proportion(text, lowered, figure.start)):
        return share, 2
    first = _around(text, lowered, figure)
    if at + 1 < len(found):
        second = found[at + 1]
        if second.start - first.end < 24 and first.plus is None:
            if pair := _composite(text, lowered, first, second):
                used = 2
                return _finish(text, lowered, pair), used
            if ranged := _range(text, lowered, first, second):
                return ranged, 2
    if figure.form == "words" and figure.value == 1 and not _is_numeral_one(text, lowered, first):
        return None, 1
    if _is_year(lowered, first) or _is_named(text, first):
        return None, 1
    first = _of_whole(text, lowered, found, at, first)
    return _finish(text, lowered, first), 1


# ------------------------------------------------------------------ one figure and its surroundings
def _around(text: str, lowered: str, figure: Figure) -> _Read:
    start, currency = figure.start, ""
    negative = False
    factor = Decimal(1)
    if figure.form in ("digits", "words", "vague", "fraction") and (sign := preceding.currency_before(text, start)) is not None:
        start, currency = sign[0], sign[1]
        if sign[2] == "M" and not figure.scaled:
            factor = Decimal(1000000)
    elif figure.form == "digits" and figure.scaled and (lost := preceding.letter_currency(text, start)) is not None:
        start, currency = lost
    if figure.form in ("digits", "words") and (minus := preceding.minus_before(lowered, start)) is not None:
        start, negative = minus, True
    plus = following.plus(lowered, figure.end)
    end = plus[0] if plus else figure.end
    hedge = plus[1] if plus else None
    if currency:
        figure, end = _money_suffix(text, lowered, figure, end)
        if figure.scaled is False and (late := following.unit_after(text, lowered, end)) and late.kind == "money" and late.unit == currency:
            end = late.end
        return _with_rate(text, lowered, _Read(figure, start, end, "money", currency, factor, True, plus=hedge, negative=negative))
    return _with_unit(text, lowered, figure, start, end, hedge, negative)


def _money_suffix(text: str, lowered: str, figure: Figure, end: int) -> tuple[Figure, int]:
    return figure, end


def _with_unit(text: str, lowered: str, figure: Figure, start: int, end: int, hedge: Approximation | None, negative: bool) -> _Read:
    magnitude = _magnitude(lowered, figure, start, end)
    if magnitude is not None:
        return _Read(figure, magnitude[0], magnitude[1], "quantity", "magnitude", own=True, plus=hedge, negative=negative)
    if figure.form == "fraction":
        return _fraction(text, lowered, figure, start, end)
    found = following.unit_after(text, lowered, _vague_of(lowered, figure, end), figure.form == "digits")
    if figure.suffix and not (found and found.kind == "money"):
        figure, end, found = _without_suffix(text, lowered, figure, end, found)
    if found is not None:
        found = _sense(text, lowered, figure, start, found)
    if found is not None and not _denies(text, lowered, figure, found):
        stop = found.end
        if found.kind in ("quantity",) and (extent := _EXTENT.match(lowered, stop)):
            stop = extent.end()
        read = _Read(figure, start, stop, found.kind, found.unit, found.factor, True, plus=hedge, negative=negative)
        return _with_rate(text, lowered, read)
    if _PARENT.search(lowered, max(0, start - 14), start):
        return _Read(figure, start, end, "count", "child", plus=hedge)
    noun = nouns.after(text, end, one=figure.value == 1)
    if noun is not None:
        name = noun.head
        return _with_rate(text, lowered, _Read(figure, start, noun.end, "count", name, modifiers=noun.modifiers, plus=hedge, negative=negative))
    return _with_rate(text, lowered, _Read(figure, start, end, "count", "", plus=hedge, negative=negative))


_PARENT = re.compile(r"\b(?:father|mother|mum|mom|dad|parent|grandfather|grandmother)s?[ -]of[ -]$")


def _vague_of(lowered: str, figure: Figure, end: int) -> int:
    """After "millions of", "a couple of", "half a million" the unit may follow the word of."""
    return end + 3 if figure.form in ("vague", "group") and lowered.startswith(" of ", end) else end


def _without_suffix(text: str, lowered: str, figure: Figure, end: int, found: following.After | None) -> tuple[Figure, int, following.After | None]:
    """Takes a scale letter back where it is a unit: "60m" is metres unless money or a counted plural stands beside it."""
    letter = figure.suffix
    if letter not in table("numbers")["guarded"]["suffixes"] or figure.mantissa is None:
        return figure, end, found
    noun = nouns.after(text, figure.end, most=4)
    counted = noun is not None and not lowered.startswith("-", figure.end)
    bare = replace(figure, end=figure.end - len(letter), value=figure.mantissa, resolution=number.resolution_of(str(figure.mantissa)), scaled=False, suffix="")
    if letter == "m" and not counted:
        return bare, bare.end, following.After(figure.end, "metre", "quantity")
    if letter in ("k", "K") and re.match(r" ?-?(?:run|race|walk|loop|fun)\b", lowered[figure.end : figure.end + 6]):
        return bare, bare.end, following.After(figure.end, "kilometre", "quantity")
    if letter in ("b", "T", "tr", "cr", "Cr") and not counted:
        return bare, bare.end, following.unit_after(text, lowered, bare.end)
    return figure, end, found


def _sense(text: str, lowered: str, figure: Figure, start: int, found: following.After) -> following.After | None:
    """Pounds of money or weight, seconds of time or rank, degrees of heat."""
    if found.unit == "pound" and not lowered[figure.end : found.end].strip(" -").startswith("lb"):
        hyphen = lowered[figure.end : figure.end + 1] == "-"
        context = lowered[max(0, start - 60) : found.end + 40]
        scaled = figure.scaled and figure.value is not None and figure.value >= 100000
        if (scaled or (_MONEY_WORDS.search(context) and not re.search(r"weigh|fish|heav|thrust|muscle", context))) and not hyphen:
            return following.After(found.end, "GBP", "money")
    if found.unit == "stone" and not re.match(r"[ -]*st(?:one)?\b", lowered[figure.end : found.end]):
        return None
    return found


def _denies(text: str, lowered: str, figure: Figure, found: following.After) -> bool:
    """Whether the words that look like a unit are none here: "two minutes to nine" stays, "100 metres" stays, "24 hours" stays."""
    if found.unit == "time" and found.end - figure.end > 6:
        return False
    return found.unit in ("second",) and figure.form == "words" and figure.value == 1 and False


def _magnitude(lowered: str, figure: Figure, start: int, end: int) -> tuple[int, int] | None:
    if figure.value is None or not 0 < figure.value < 11 or figure.scaled or figure.form not in ("digits", "words"):
        return None
    decimal = figure.value != figure.value.to_integral_value()
    before = _MAGNITUDE_BEFORE.search(lowered, max(0, start - 48), start)
    if before is not None:
        stop = end
        if richter := re.compile(r" on the richter(?: scale)?").match(lowered, end):
            stop = richter.end()
        word = before.group()
        return (start if not word.startswith("magnitude") else before.start()), stop
    after = _QUAKE_AFTER.match(lowered, end)
    if after is None or not (decimal or "magnitude" in after.group() or "mag" in after.group() or "richter" in after.group()):
        return None
    named = _QUAKE_UNIT.match(lowered, end)
    return start, (named.end() if named else after.end())


def _fraction(text: str, lowered: str, figure: Figure, start: int, end: int) -> _Read:
    gap = _OF_UNIT.match(lowered, end)
    if gap is not None:
        found = following.unit_after(text, lowered, gap.end() - 1) if gap.end() > end else None
        if found is not None and found.kind != "percent" and found.unit != "time" and not (gap.group().strip(" -") in ("of",) and found.kind == "duration"):
            return _with_rate(text, lowered, _Read(figure, start, found.end, found.kind, found.unit, found.factor, True))
    if percent := re.compile(r" ?(?:of (?:a|one) )(?:percent|per cent)(age point)?").match(lowered, end):
        return _Read(figure, start, percent.end(), "percent", "percentage-point" if percent[1] else "percent", own=True)
    if direct := following.unit_after(text, lowered, end):
        return _with_rate(text, lowered, _Read(figure, start, direct.end, direct.kind, direct.unit, direct.factor, True))
    return _Read(figure, start, end, "percent", "percent", Decimal(100), True)


def _with_rate(text: str, lowered: str, read: _Read) -> _Read:
    """The same with its denominator: "per square foot", "a share", "monthly"."""
    if rate := following.rate_after(text, lowered, read.end):
        if read.kind in ("count", "duration", "percent") and not re.match(r" ?-? ?(?:per|/)", lowered[read.end : read.end + 5]) and not (read.kind == "duration" and rate[1] in ("day", "week") or read.kind == "count" and rate[1] in ("day", "week", "month", "year", "hour", "minute", "second", "night", "game")):
            return read
        return replace(read, end=rate[0], per=rate[1])
    if read.kind in ("money", "quantity") and (adverb := _ADVERB.match(lowered, read.end)):
        name = _ADVERB_RATE[adverb[1]]
        return replace(read, end=adverb.end(), per="" if name == "each" else name)
    return read


# ------------------------------------------------------------------ what is no numeral
def _is_numeral_one(text: str, lowered: str, read: _Read) -> bool:
    """Whether "one" is a number here and no pronoun: a noun, a unit or "of the …" follows, and no determiner stands before it."""
    figure = read.figure
    if lowered[figure.start : figure.end] != "one":
        return True
    if lowered.startswith((" or more ", " or two "), figure.end) or re.search(r"\b(?:killing|wounding|injuring|hurting|leaving|arresting|at least) $", lowered[max(0, figure.start - 10) : figure.start]):
        return True
    before = lowered[max(0, figure.start - 14) : figure.start].rstrip(" -").split(" ")[-1].strip("\"'(")
    if before in _NO_ONE_BEFORE and not (before in ("or", "only", "some", "not", "another", "number", "day", "first", "last", "next") and read.unit):
        return False
    if read.unit in ("", "another", "thing", "way", "reason", "person" if before in ("like",) else ""):
        return read.unit != "" and read.unit not in ("another",)
    return not re.match(r"(?: (?:another|thing is|day,|day (?:he|she|they|it|we|be|soon|after)\b|way or)|-on-|-sided|-time|-way\b|-off\b|-liner)", lowered[figure.end : figure.end + 14])


def _is_year(lowered: str, read: _Read) -> bool:
    figure = read.figure
    if read.own or figure.form != "digits" or figure.end - figure.start != 4 or figure.value is None or not 1500 <= figure.value <= 2100 or figure.suffix:
        return False
    if figure.value != figure.value.to_integral_value() or not lowered[figure.start : figure.end].isdigit():
        return False
    hedged = preceding.hedge_before(lowered, read.start)
    if hedged and not lowered.startswith(("as far", "as late", "within", "beyond", "as long"), hedged[0]) or figure.value % 100 == 0 and not _YEAR_CUE.search(lowered[max(0, figure.start - 10) : figure.start]):
        return False
    if 1900 <= figure.value <= 2050:
        return True
    return _YEAR_CUE.search(lowered[max(0, figure.start - 10) : figure.start]) is not None


_CAPITALISED = re.compile(r"[a-z,'] (?:[A-Z][\w&]*[ -])*[A-Z][a-z][\w&]*[ -]$")
_MONTH = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December)[ -]$")


def _is_named(text: str, read: _Read) -> bool:
    """Whether a bare number only ends a name ("Apple Watch 5"): a capitalised word inside the sentence stands before it, and nothing is counted."""
    figure = read.figure
    if read.own or read.unit or read.plus or figure.form != "digits" or figure.value is None or figure.value >= 1000 or figure.scaled or read.start != figure.start:
        return False
    before = text[max(0, figure.start - 40) : figure.start]
    return _CAPITALISED.search(before) is not None and _MONTH.search(before) is None


def _none(text: str, figure: Figure) -> Mention | None:
    if text[figure.start : figure.end].lower() in ("nobody", "no one"):
        return _mention(text, figure.start, figure.end, "count", figure, "person", "exact")
    if figure.end - figure.start == 2:
        noun = nouns.after(text, figure.end, most=4)
        if noun is None or noun.head not in _none_nouns():
            return None
        return _mention(text, figure.start, noun.end, "count", figure, noun.head, "exact", modifiers=noun.modifiers)
    if not text.startswith(" of ", figure.end):
        return None
    noun = nouns.after(text, figure.end, most=5)
    end, head = (noun.end, noun.head) if noun else (figure.end, "")
    return _mention(text, figure.start, end, "count", figure, head, "exact", modifiers=noun.modifiers if noun else ())


@cache
def _none_nouns() -> frozenset[str]:
    return frozenset(nouns.singular(word) for word in table("nouns")["none"]["words"])


def _multiple(text: str, lowered: str, figure: Figure) -> Mention | None:
    if lowered.startswith(("-check", " check", "-digit", " a ", " an ", " in ", " weekly", " daily", " yearly", " monthly", " per "), figure.end) and lowered.startswith("twice", figure.start):
        return None
    hedge = preceding.hedge_before(lowered, figure.start)
    start, kind = hedge if hedge else (figure.start, cast(Approximation, "exact"))
    mention = _mention(text, start, figure.end, "count", figure, "time", kind)
    return mention


_TIME = re.compile(r" (week|month|year|decade|century|hour|day|minute|fortnight|night)(?![a-z])(?! ?-? ?(?:ago|earlier|later|before|prior|from now|old|'s)\b|'s| in (?:jail|prison)\b(?<!x))")


def _time_span(text: str, lowered: str, figure: Figure) -> Mention | None:
    match = _TIME.match(lowered, figure.end)
    if match is None:
        return None
    hedged = preceding.hedge_before(lowered, figure.start)
    if match[1] in ("day", "night", "year", "minute") and hedged is None and not re.search(r"\b(?:for|after|within|lasted|spent|spends?|spending|took|takes?|whole|full|entire|only|just)[ a-z]{0,12}$", lowered[max(0, figure.start - 12) : figure.end]):
        return None
    start, kind = hedged if hedged and hedged[1] != "exact" else (figure.start, cast(Approximation, "exact"))
    half = re.compile(r" and a half(?![a-z])").match(lowered, match.end())
    whole = replace(figure, value=Decimal("1.5") if half else Decimal(1), resolution=Decimal("0.5") if half else Decimal(1))
    end = half.end() if half else match.end()
    after = following.hedge_after(lowered, end)
    if after:
        end, kind = after
    return _mention(text, start, end, "duration", whole, match[1], kind)


def _rank(text: str, lowered: str, figure: Figure) -> Mention | None:
    """An ordinal word that ranks something: a determiner before it, no "first time", "second half", "third party"."""
    before = lowered[max(0, figure.start - 8) : figure.start].rstrip(" ").split(" ")[-1]
    if before not in ("the", "a", "an", "his", "her", "its", "their", "our", "my", "in", "finished", "placed", "ranked", "is", "was", "came"):
        return None
    if re.match(r"(?: (?:time|half|place\b(?! (?:finish))|hand|party|lady|name|thing|things|glance|sight|step|all|and|aid|class|person|quarter|day|week|month|year|hours|days|weeks|months|years|few|ever|minister|was|of|two|three|four|five|six|seven|eight|nine|ten|amendment)\b|[-.,;:)])", lowered[figure.end : figure.end + 14]) and not lowered.startswith(" place", figure.end):
        return None
    assert figure.value is not None
    return scores.rank(text, figure.start, figure.end, figure.value)


def _of_whole(text: str, lowered: str, found: list[Figure], at: int, read: _Read) -> _Read:
    """ "eighteen of the 37 wards", "7 out of 28 pupils": the part counts the same noun as the whole."""
    if read.unit or read.kind != "count" or at + 1 >= len(found):
        return read
    following_figure = found[at + 1]
    gap = lowered[read.figure.end : following_figure.start]
    if len(gap) < 24 and re.fullmatch(r" (?:out )?of (?:the |those |these |its |his |her |their |all |some |about |more than |nearly |at least )*", gap):
        noun = nouns.after(text, following_figure.end)
        if noun is not None:
            return replace(read, unit=noun.head, modifiers=noun.modifiers)
    return read


# ------------------------------------------------------------------ two figures
def _composite(text: str, lowered: str, first: _Read, second: Figure) -> _Read | None:
    """ "5ft 6in", "20 stone 3 lb", "1 hour 20 minutes": one value in the smaller unit."""
    if first.kind == "money" and second.form in ("digits", "words"):
        return _dollars_and_cents(text, lowered, first, second)
    if first.kind not in ("quantity", "duration") or first.figure.value is None or second.value is None or second.form not in ("digits", "words"):
        return None
    gap = text[first.end : second.start]
    if len(gap) > 6 or not _PAIR_GAP.fullmatch(gap.lower()) or first.figure.scaled:
        return None
    other = following.unit_after(text, lowered, second.end)
    if other is None and first.unit == "foot" and lowered.startswith(" in", second.end) and second.value < 12 and not lowered[second.end + 3 : second.end + 4].isalpha():
        other = following.After(second.end + 3, "inch", "quantity")
    if other is None:
        if first.unit == "foot" and second.value < 12 and text[first.end - 1] in "'′t" and gap in ("", " ") and first.figure.end + 3 > first.end and not text[second.end : second.end + 1].isalpha():
            other = following.After(second.end, "inch", "quantity")
        else:
            return None
    parts = _PAIRS.get((first.unit, other.unit))
    if parts is None or second.value >= parts or first.figure.value != first.figure.value.to_integral_value():
        return None
    total = replace(first.figure, end=second.end, value=first.figure.value * parts + second.value, resolution=min(Decimal(1), second.resolution))
    end = other.end
    if extent := _EXTENT.match(lowered, end):
        end = extent.end()
    return replace(first, figure=total, end=end, unit=other.unit, kind=other.kind)


def _dollars_and_cents(text: str, lowered: str, first: _Read, second: Figure) -> _Read | None:
    """ "thirteen dollars and forty-five cents"."""
    gap = text[first.end : second.start].lower()
    if second.value is None or second.value >= 100 or first.figure.value is None or first.per or gap not in (" ", " and ", ", "):
        return None
    cents = following.unit_after(text, lowered, second.end)
    if cents is None or cents.kind != "money" or cents.unit != first.unit or cents.factor == 1 or first.factor != 1:
        return None
    total = replace(first.figure, end=second.end, value=first.figure.value + second.value * cents.factor, resolution=cents.factor)
    return replace(first, figure=total, end=cents.end)


def _range(text: str, lowered: str, first: _Read, second: Figure) -> Mention | None:
    if first.figure.form not in ("digits", "words", "fraction") or second.form not in ("digits", "words") or first.figure.value is None or second.value is None:
        return None
    last = _around(text, lowered, second)
    close = first.end if first.own else first.figure.end
    if second.start < close or last.negative and last.start > close:
        pass
    join = lowered[close : (last.start if not last.negative else second.start)]
    if not _RANGE_JOIN.fullmatch(join):
        return None
    word = join.strip(" -")
    low, high = first.figure.value, second.value
    before = lowered[max(0, first.start - 30) : first.start]
    between = re.search(r"\bbetween (?:about |around |roughly |an estimated |some |approximately |\$)?$", before)
    from_ = re.search(r"\bfrom (?:about |around |roughly |an estimated |some |approximately )?$", before)
    if word.startswith("and") and not between and not (from_ and False):
        return None
    if word.startswith("or") and not (low < high <= low + max(3, low / 3) and (first.own and last.own or not first.own)):
        return None
    if first.own and last.own and first.unit != last.unit:
        return None
    if first.own and not last.own and first.kind != "money":
        return None
    if first.kind == last.kind == "money" and first.own and last.own and (first.start < first.figure.start) != (last.start < last.figure.start):
        return None  # "18 sen to RM23.50"
    if first.own and not last.own and last.unit and first.kind == "money" and word != "":
        pass
    scale = Decimal(1)
    if second.scaled and not first.figure.scaled and second.suffix != "" and second.mantissa:
        scale = second.value / second.mantissa
    elif second.scaled and not first.figure.scaled and second.form == "digits":
        scale = _scale_of(lowered, second)
    elif second.scaled and not first.figure.scaled and second.form == "words" and first.figure.form == "words":
        scale = second.resolution
    if scale != 1 and low * scale <= high and (low < 1000):
        low *= scale
    if last.negative != first.negative and first.negative and low:
        pass
    falls = from_ is not None and word.startswith("to") and low > high and (first.own or last.own or last.kind == first.kind == "count")
    if not (low < high or falls):
        return None
    shared = last if last.own or not first.own else replace(first, end=last.figure.end)
    if not shared.own and not shared.unit and word == "" and not between and not _hedged_or_counted(lowered, first, last):
        return None
    factor_first = first.factor if first.own else shared.factor
    low, high = low * factor_first, high * shared.factor
    if first.negative:
        low, high = (-high, -low) if not last.negative and word == "" else (-low, high) if not last.negative else (-high, -low)
    figure = replace(second, start=first.figure.start, value=None, low=min(low, high), high=max(low, high), resolution=min(first.figure.resolution * scale, second.resolution))
    start = first.start - (len(between.group()) if between else 0)
    read = replace(shared, figure=figure, start=start, factor=Decimal(1), negative=False, end=max(shared.end, last.figure.end))
    if not read.own and last.kind == "count":
        read = replace(read, unit=last.unit, modifiers=last.modifiers, end=last.end)
    mention = _finish(text, lowered, read, core=(first.figure.start, second.end))
    return _changed(mention, falls) if mention is not None and from_ is not None and word.startswith("to") else mention


def _changed(mention: Mention, falls: bool) -> Mention:
    """ "fell from 52 to 47 percent": a range by its ends, but what holds now is the last figure, so that is what the interval allows."""
    amount = mention.value
    assert isinstance(amount, Amount)
    direction = "down" if falls else amount.direction
    if direction is None:
        return mention
    last = amount.low if direction == "down" else amount.high
    interval = implied(last, amount.resolution, exact=mention.kind in ("count", "duration"))
    return replace(mention, value=replace(amount, direction=cast("None", direction), interval=interval))


def _scale_of(lowered: str, figure: Figure) -> Decimal:
    match = re.search(r"(hundred|thousand|million|billion|trillion|quadrillion|crore|lakh|lac|dozen)s?", lowered[figure.start : figure.end])
    return number.scales()[match[1]] if match else Decimal(1)


def _hedged_or_counted(lowered: str, first: _Read, last: _Read) -> bool:
    return preceding.hedge_before(lowered, first.start) is not None or bool(last.unit)


# ------------------------------------------------------------------ the mention
def _finish(text: str, lowered: str, read: _Read, core: tuple[int, int] | None = None) -> Mention | None:
    figure = read.figure
    start, end = read.start, read.end
    approximation: Approximation = "vague" if figure.form in ("vague", "figures") else "exact"
    plusminus = preceding.plusminus_before(lowered, start)
    if plusminus is not None:
        start = plusminus
    if hedged := preceding.hedge_before(lowered, start):
        start = hedged[0]
        if hedged[1] != "exact":
            approximation = hedged[1]
    direction = preceding.direction_before(lowered, start)
    if direction is None and read.negative and read.kind in ("percent", "money") and figure.value is not None:
        direction = "down"
    if read.plus:
        approximation = read.plus
    if after := following.hedge_after(lowered, end):
        end, approximation = after
    elif read.kind == "count" and read.unit and (after := following.hedge_after(lowered, figure.end)):
        end, approximation = after
    if read.kind in ("count", "quantity") and _is_money(text, lowered, read):
        read = replace(read, kind="money", unit="unknown", factor=_MILLION if read.unit == "metre" else read.factor)
        if figure.end < end and read.factor == 1 and not read.plus:
            end = figure.end
    kind = cast(Kind, read.kind)
    return _mention(text, start, end, kind, figure, read.unit, approximation, read.factor, read.modifiers, read.per, read.negative, core, direction)


_MILLION = Decimal(1000000)
_WORTH_BEFORE = re.compile(r"\b(?:worth|costs?|costing|paid|pays?|paying|fetch(?:es|ed)?|spen[dt]|spending|priced at|valued at)(?: (?:of|about|around|some|nearly|almost|over|more than|up to|at least|roughly|an estimated|approximately|as much as|the|a|in the|high))* ?[\"']?$")
_WORTH_AFTER = re.compile(r" (?:worth of|in (?:cash|damages|losses|funding|debt|revenue|profit|prize money|compensation|jewel[a-z]+|loot))\b| ?\((?:about |around |roughly |approximately )?(?:[$€£¥]|[A-Z]{1,3}\$|R\d|US\$|; ?[$€£])|; ?[$€£]")


def _is_money(text: str, lowered: str, read: _Read) -> bool:
    """Whether a figure without currency is money all the same: "worth 1.7m", "2 million worth of loot", "2 million ($2.6m)", "six figures"."""
    figure = read.figure
    if figure.form == "figures":
        return True
    if read.unit and not (read.unit == "metre" and lowered[figure.end : figure.end + 1] == "m"):
        return False
    large = figure.scaled or read.unit == "metre" or figure.form == "vague" and figure.low is not None and figure.low >= 1000
    if not large:
        return False
    return _WORTH_AFTER.match(text, read.end) is not None or _WORTH_BEFORE.search(lowered, max(0, read.start - 48), read.start) is not None


def _mention(
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
    vague = approximation if figure.form not in ("vague", "figures") else approximation
    interval = implied(value, resolution, vague, low, high, exact=exact, scaled=figure.scaled)
    amount = Amount(value, low, high, name, interval, resolution, approximation, cast("None", direction), modifiers, per)
    return Mention(start, end, text[start:end], kind, amount, core or (figure.start, figure.end))
