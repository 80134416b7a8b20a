"""One figure and what stands directly round it: sign, currency, unit, counted noun, rate."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from discrepancy.extraction import amounts_after as following
from discrepancy.extraction import amounts_before as preceding
from discrepancy.extraction import nouns
from discrepancy.extraction.amounts_figure import Figure
from discrepancy.lexicon import table
from discrepancy.model import Approximation
from discrepancy.normalise import number
from discrepancy.normalise.unit_rare import rare_unit

_MAGNITUDE_BEFORE = re.compile(
    r"(?:magnitude|richter scale)(?: ?-? ?(?:of|at|was|is|registered|measured|measuring)){0,2}(?: ?-? ?(?:a"
    r"|an|at least|about|around|approximately|preliminary|over|more than|nearly))* ?-? ?$"
)
_QUAKE_AFTER = re.compile(
    r"[ -]{0,3}(?:magnitude\b|mag\b|on the richter(?: scale)?|(?:undersea |offshore |strong |powerful "
    r"|major |shallow |aftershock )?(?:earthquakes?|quakes?|temblors?|tremors?|aftershocks?)\b)"
)
_QUAKE_UNIT = re.compile(r"[ -]{0,3}(?:magnitude|mag|on the richter scale|on the richter)\b")
_ADVERB_RATE = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "annually": "year",
    "yearly": "year",
    "nightly": "night",
    "hourly": "hour",
    "each": "each",
    "apiece": "each",
}
_ADVERB = re.compile(r" (daily|weekly|monthly|annually|yearly|nightly|hourly|each|apiece)(?![a-z])")
_OF_UNIT = re.compile(r"[ -](?:of[ -])?(?:an?[ -]|one[ -])?")
EXTENT = re.compile(r"[ -](?:tall|high|long|wide|deep|thick|across|in (?:diameter|length|height|width|depth))(?![a-z])")
_MONEY_WORDS = re.compile(
    r"\b(?:jewel|robb|thie|heist|haul|worth|cost|paid|pay|price|fee|fine|bill|budget|salar|earn|spen[dt]"
    r"|donat|raised|bought|sold|bid|loan|debt|revenue|profit|sales|deal|contract|invest|fund|damages|bail"
    r"|reward|valued?|tax|turnover|ransom|cash|bank|charg|money|cheque)"
)


@dataclass(frozen=True, slots=True)
class Read:
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


def around(text: str, lowered: str, figure: Figure) -> Read:
    start, currency = figure.start, ""
    negative = False
    factor = Decimal(1)
    if figure.form in ("digits", "words", "vague", "fraction") and (sign := preceding.currency_before(text, start)) is not None:
        start, currency = sign[0], sign[1]
        negative = text.endswith(("$-", "€-", "£-"), 0, figure.start)
        if sign[2] == "M" and not figure.scaled:
            factor = Decimal(1000000)
    elif figure.form == "digits" and (lost := preceding.letter_currency(text, start)) is not None:
        start, currency = lost
    either = preceding.plusminus_before(lowered, start) is not None
    if not either and figure.form in ("digits", "words") and (minus := preceding.minus_before(lowered, start)) is not None:
        start, negative = minus, True
    plus = following.plus(lowered, figure.end)
    end = plus[0] if plus else figure.end
    hedge = plus[1] if plus else None
    if plus is None and (later := following.hedge_after(lowered, figure.end)) is not None:
        end, hedge = later
    if currency:
        if figure.scaled is False and (late := following.unit_after(text, lowered, end)) and late.kind == "money" and late.unit == currency:
            end = late.end
        elif currency == "USD" and (nation := _NATION.match(text, end)):
            end = nation.end()
            currency = _NATIONS.get(nation[1][0], currency)
        return _with_rate(text, lowered, Read(figure, start, end, "money", currency, factor, True, plus=hedge, negative=negative))
    return _with_unit(text, lowered, figure, start, end, hedge, negative)


def _with_unit(text: str, lowered: str, figure: Figure, start: int, end: int, hedge: Approximation | None, negative: bool) -> Read:
    magnitude = _magnitude(lowered, figure, start, end)
    if magnitude is not None:
        if hedge is None and magnitude[0] < figure.start and (inner := preceding.hedge_before(lowered, figure.start)) is not None:
            hedge = inner[1]  # "magnitude of at least 5.9"
        return Read(figure, magnitude[0], magnitude[1], "quantity", "magnitude", own=True, plus=hedge, negative=negative)
    if figure.form == "fraction":
        return _fraction(text, lowered, figure, start, end)
    found = following.unit_after(text, lowered, _vague_of(lowered, figure, end), figure.form == "digits")
    if figure.suffix and not (found and found.kind == "money"):
        figure, end, found = _without_suffix(text, lowered, figure, end, found)
    if found is not None:
        found = _sense(text, lowered, figure, start, found)
    if found is not None and found.unit in ("celsius", "fahrenheit") and _APART.search(lowered, max(0, start - 12), start):
        start, negative = start - 2, True
    if found is not None and not (found.unit == "time" and found.end - figure.end > 6):
        stop = found.end
        if found.kind in ("quantity",) and (extent := EXTENT.match(lowered, stop)):
            stop = extent.end()
        read = Read(figure, start, stop, found.kind, found.unit, found.factor, True, plus=hedge, negative=negative)
        return _with_rate(text, lowered, read)
    if figure.form == "digits" and (token := _RARE.match(text, end)) is not None and (rare := rare_unit(token[1])) is not None:
        return Read(figure, start, token.end(), "quantity", rare, own=True, plus=hedge, negative=negative)
    if _PARENT.search(lowered, max(0, start - 14), start):
        return Read(figure, start, end, "count", "child", plus=hedge)
    noun = nouns.after(text, end, one=figure.value == 1 or (figure.form == "group" and figure.value == 0))
    if noun is not None:
        name = noun.head
        return _with_rate(
            text, lowered, Read(figure, start, noun.end, "count", name, modifiers=noun.modifiers, plus=hedge, negative=negative)
        )
    return _with_rate(text, lowered, Read(figure, start, end, "count", "", plus=hedge, negative=negative))


_NATIONS = {"C": "CAD", "A": "AUD", "N": "NZD", "H": "HKD"}
_APART = re.compile(r"\b(?:to|of|at|is|was|were|hit|reached|near|around|about|convert|from|between|and|with|in|below) - $")
_NATION = re.compile(r" \(?(U\.S\.|(?:US|USD|Canadian|Cdn|CAD|Australian|AUD|NZ|Hong Kong)\b)\)?(?! [A-Z])")
_RARE = re.compile(r" ?([A-Za-zΩµμ]{1,4}(?:/[A-Za-z]{1,3}[²³23]?|[²³]|(?<=Ω)))(?![\w/])")
_PARENT = re.compile(r"\b(?:father|mother|mum|mom|dad|parent|grandfather|grandmother)s?[ -]of[ -]$")


def _vague_of(lowered: str, figure: Figure, end: int) -> int:
    """After "millions of", "a couple of", "half a million" the unit may follow the word of."""
    return end + 3 if figure.form in ("vague", "group") and lowered.startswith(" of ", end) else end


def _without_suffix(
    text: str, lowered: str, figure: Figure, end: int, found: following.After | None
) -> tuple[Figure, int, following.After | None]:
    """Takes a scale letter back where it is a unit: "60m" is metres unless money or a counted plural stands beside it."""
    letter = figure.suffix
    if letter not in table("numbers")["guarded"]["suffixes"] or figure.mantissa is None:
        return figure, end, found
    noun = nouns.after(text, figure.end, most=4)
    counted = noun is not None and not lowered.startswith("-", figure.end)
    bare = replace(
        figure,
        end=figure.end - len(letter),
        value=figure.mantissa,
        resolution=number.resolution_of(str(figure.mantissa)),
        scaled=False,
        suffix="",
    )
    if letter == "m" and not counted and not _DONE_BY_PEOPLE.match(lowered, figure.end):
        return bare, bare.end, following.After(figure.end, "metre", "quantity")
    if letter in ("k", "K") and figure.mantissa in _KARATS and _GOLD.match(lowered, figure.end):
        return bare, bare.end, following.After(figure.end, "karat", "quantity")
    if letter in ("k", "K") and re.match(r" ?-?(?:run|race|walk|loop|fun)\b", lowered[figure.end : figure.end + 6]):
        return bare, bare.end, following.After(figure.end, "kilometre", "quantity")
    if letter in ("b", "T", "tr", "cr", "Cr") and not counted:
        return bare, bare.end, following.unit_after(text, lowered, bare.end)
    return figure, end, found


_DONE_BY_PEOPLE = re.compile(
    r" (?:watched|tuned|voted|were|are|have|saw|use|used|viewed|listened|attended|signed|downloaded|streamed|live|fled)\b"
)
"""After a sum of people or viewings: "12.9m watched"; no length does that."""
_KARATS = frozenset(Decimal(n) for n in (8, 9, 10, 14, 18, 20, 21, 22, 24))
_GOLD = re.compile(r" (?:[a-z]+ )?gold\b")
_SENTENCE_END = re.compile(r"[.!?] |\n")


_WEIGHED = re.compile(r"weigh|fish|heav|thrust|muscle|cargo|beef|poultry|timber|harvest")
_LOAD = re.compile(
    r" of (?:[a-z]+ )?(?:thrust|force|pressure|fish|meat|beef|pork|chicken|food|rice|wheat|coal|steel|cargo|ice|trash|debris|explosives?"
    r"|fuel|cocaine|marijuana|heroin|cheese|lobster|salmon|copper|carbon|paint|weight|fruit|cotton|tobacco|seed|soil)\b"
)


def _sense(text: str, lowered: str, figure: Figure, start: int, found: following.After) -> following.After | None:
    """Pounds of money or weight, seconds of time or rank, degrees of heat."""
    if found.unit == "pound" and not lowered[figure.end : found.end].strip(" -").startswith("lb"):
        hyphen = lowered[figure.end : figure.end + 1] == "-"
        context = _SENTENCE_END.split(lowered[max(0, start - 60) : start])[-1] + _SENTENCE_END.split(lowered[start : found.end + 40])[0]
        scaled = figure.scaled and figure.value is not None and figure.value >= 100000
        sum_told = _MONEY_WORDS.search(context) is not None and _WEIGHED.search(context) is None
        if (sum_told or (scaled and not _LOAD.match(lowered, found.end))) and not hyphen:
            return following.After(found.end, "GBP", "money")
    if found.unit == "stone" and not re.match(r"[ -]*st(?:one)?\b", lowered[figure.end : found.end]):
        return None
    return found


def _magnitude(lowered: str, figure: Figure, start: int, end: int) -> tuple[int, int] | None:
    if figure.value is None or not 0 < figure.value < 11 or figure.scaled or figure.form not in ("digits", "words"):
        return None
    decimal = figure.resolution < 1
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


def _fraction(text: str, lowered: str, figure: Figure, start: int, end: int) -> Read:
    gap = _OF_UNIT.match(lowered, end)
    if gap is not None:
        found = following.unit_after(text, lowered, gap.end() - 1) if gap.end() > end else None
        if (
            found is not None
            and found.unit != "percent"
            and found.unit != "time"
            and not (gap.group().strip(" -") in ("of",) and found.kind == "duration")
        ):
            return _with_rate(text, lowered, Read(figure, start, found.end, found.kind, found.unit, found.factor, True))
    if percent := re.compile(r" ?(?:of )?(?:a|one) (?:percent|per cent|pc|pct)(age[ -]point)?(?![a-z])").match(lowered, end):
        return Read(figure, start, percent.end(), "percent", "percentage-point" if percent[1] else "percent", own=True)
    if direct := following.unit_after(text, lowered, end):
        return _with_rate(text, lowered, Read(figure, start, direct.end, direct.kind, direct.unit, direct.factor, True))
    return Read(figure, start, end, "percent", "percent", Decimal(100), True)


def _with_rate(text: str, lowered: str, read: Read) -> Read:
    """The same with its denominator: "per square foot", "a share", "monthly"."""
    if rate := following.rate_after(text, lowered, read.end):
        if (
            read.kind in ("count", "duration", "percent")
            and not re.match(r" ?-? ?(?:per|/)", lowered[read.end : read.end + 5])
            and not (
                (read.kind == "duration" and rate[1] in ("day", "week"))
                or (read.kind == "count" and rate[1] in ("day", "week", "month", "year", "hour", "minute", "second", "night", "game"))
            )
        ):
            return read
        return replace(read, end=rate[0], per=rate[1])
    if read.kind in ("money", "quantity") and (adverb := _ADVERB.match(lowered, read.end)):
        name = _ADVERB_RATE[adverb[1]]
        return replace(read, end=adverb.end(), per="" if name == "each" else name)
    return read
