"""Bare figures: where digits or number words stand, and the number they are. No unit, hedge or currency is read here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from discrepancy.lexicon import table
from discrepancy.normalise import number

Form = Literal["digits", "words", "vague", "fraction", "multiple", "ordinal", "none", "group", "figures", "span"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A bare figure in cleaned text, half-open; `low` and `high` only for a vague class.

    suffix      the scale letter that touches the digits ("m", "k"), so that a reader who sees the unit can take it back.
    mantissa    the value without that letter.
    """

    start: int
    end: int
    value: Decimal | None
    resolution: Decimal
    form: Form
    scaled: bool = False
    low: Decimal | None = None
    high: Decimal | None = None
    suffix: str = ""
    mantissa: Decimal | None = None


_SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_SCALE = r"hundred|thousand|million|billion|trillion|quadrillion|crore|lakh|lac|dozen"
_SCALES = r"thousands|millions|billions|trillions|crores|lakhs|lacs"
_DIGITS = re.compile(
    rf"(?P<number>\d{{1,3}}(?:,\d{{2,3}}){{1,6}}(?!\d)(?:\.\d{{1,20}})?|\d{{1,3}}(?:, \d{{3}}){{1,4}}(?![\d,]|, ?\d)|\d{{1,{number.MAX_DIGITS}}}(?:\.\d{{1,20}})?|\.\d{{1,20}})"
    rf"(?:(?P<joined> ?\. ?\d{{1,4}})(?![\d,]|\.\d))?"
    rf"(?: ?(?P<sign>[{_SIGNS}])|(?P<over>/\d{{1,3}})(?![\d/])|(?P<mixed>[ -]\d{{1,2}}/\d{{1,2}})(?![\d/]))?"
)
_DIGIT_SCALE = re.compile(rf"(?: ?-? ?)(?:(?:{_SCALE})(?:[ -](?:{_SCALE})){{0,2}}|{_SCALES})(?![a-z])")
_SUFFIX = re.compile(r" ?(?:bn|mn|mln|bln|tn|trn|mio)(?![A-Za-z])| ?(?:Bn|Mn|BN|MM)(?![A-Za-z])|(?:[kKmMbBT]|mil|bil|tr|cr|Cr)(?![A-Za-z\d²³/])| (?:mil|cr|Cr)(?![A-Za-z])| [MB](?= (?:people|[a-z]+s)\b)")
_RUN = re.compile(r"[a-z]+(?:(?: ?- ?| and |-and-| {1,2}|, )[a-z]+){0,15}")
_WORD = re.compile(r"[a-z]+")
_AND_FRACTION = re.compile(
    rf" ?(?:-| )and(?: |-)(?:a |an |one[ -]|a-)?(half|third|quarter|(?:two|three)[ -](?:thirds|quarters|fifths))(?![a-z])(?: ?-? ?({_SCALE}))?(?![a-z])"
)
_POINT = re.compile(r" point ((?:(?:zero|one|two|three|four|five|six|seven|eight|nine)(?:[ -]|(?![a-z]))){1,6})")
_TRAILING_HALF = re.compile(r" and (?:a )?half(?! (?:of|the|a|an)\b)(?![a-z])")
_HALF_SCALE = re.compile(rf"(half|quarter)(?: of)?(?:[ -]an?)?[ -]({_SCALE})(?![a-z])")
_FIGURES = re.compile(r"((?:(?:high|low|mid)[ -])?(?:four|five|six|seven|eight|nine|ten))[ -]figures?(?![a-z])")
_REJOIN_AFTER = re.compile(
    r" ?-? ?(?:%|percent|per cent|million|billion|trillion|thousand|crore|lakh|m\b|bn\b|mn\b|k\b|magnitude|mag\b|earthquake|quake|temblor|tremor|km|mile|metre|meter|feet|foot|inch|kg|pound|on the richter|degrees|°|strong)"
)
_REJOIN_BEFORE = re.compile(r"(?:magnitude(?:[ -]+(?:of|at|was|is|about|around|at least)){0,2}|[$€£₹]|measur(?:ed|ing)|richter scale)[ -]*(?:a |an |at least |about )?$")


@cache
def _classes() -> dict[str, str]:
    """Lower-case word that may begin a figure -> what it begins."""
    numbers, hedges = table("numbers"), table("hedges")
    found = dict.fromkeys(hedges["vague"], "vague")
    found = {word.split()[0]: "vague" for word in found if word.split()[0] != "a"} | {"few": "vague", "couple": "vague", "handful": "vague", "high": "vague", "low": "vague"}
    found |= dict.fromkeys(numbers["multiples"], "multiple")
    found |= dict.fromkeys(numbers["groups"], "group")
    found |= dict.fromkeys(numbers["ordinals"], "ordinal")
    found |= {"half": "fraction", "quarter": "fraction", "quarters": "fraction", "third": "ordinal"}
    found |= dict.fromkeys(("no", "none", "neither"), "none")
    found |= dict.fromkeys(numbers["cardinals"], "words") | dict.fromkeys(numbers["scales"], "scale") | {"single": "single", "double": "double", "triple": "double", "nobody": "nobody"}
    found |= dict.fromkeys(("week", "month", "year", "decade", "century", "hour", "day", "minute", "fortnight", "night"), "span")
    return found


@cache
def _cue() -> re.Pattern[str]:
    words = sorted(_classes(), key=len, reverse=True)
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0], []).append(word[1:])
    branches = "|".join(f"{letter}(?:{'|'.join(map(re.escape, rest))})" for letter, rest in sorted(by_letter.items()))
    return re.compile(rf"\d+|[{_SIGNS}]|\b(?:{branches})(?![a-z'])")


def cues(lowered: str) -> list[tuple[int, int]]:
    """Half-open spans of the digits and words of lower-cased text that may begin a figure, from left to right."""
    return [match.span() for match in _cue().finditer(lowered)]


def figures(text: str, lowered: str, found: list[tuple[int, int]]) -> Iterator[Figure]:
    """Bare figures of `text` from left to right, none overlapping.

    `lowered` is `text` in lower case, character for character; `found` are its `cues` (those since blanked are passed over).
    """
    classes, at = _classes(), 0
    for start, end in found:
        if start < at:
            continue
        head = lowered[start]
        if head in _SIGNS or head.isdecimal():
            point = start and head not in _SIGNS and lowered[start - 1] == "." and not (start > 1 and lowered[start - 2].isalnum())
            figure = _digits(text, lowered, start - 1 if point else start)
            if figure is None:
                at = _past_token(text, start)
                continue
        elif head == BLANK:
            continue
        else:
            figure = _word(text, lowered, start, end, classes[lowered[start:end]])
            if figure is None:
                continue
        yield figure
        at = max(figure.end, end if figure.form == "span" else 0)


BLANK = "\x00"
"""Stands for characters that another reader has taken: no grammar reads it."""

_TOKEN_REST = re.compile(r"[\w.,/:-]{1,64}")


def _past_token(text: str, at: int) -> int:
    match = _TOKEN_REST.match(text, at)
    return max(match.end(), at + 1) if match else at + 1


def _digits(text: str, lowered: str, start: int) -> Figure | None:
    if text[start] in _SIGNS:
        top, bottom = table("numbers")["signs"][text[start]]
        value = Decimal(top) / Decimal(bottom)
        return _scaled(text, lowered, start, start + 1, value, Decimal("0.5"), "fraction")
    if start and (text[start - 1].isdecimal() or (text[start - 1] in ".," and start > 1 and text[start - 2].isdecimal())):
        return None
    if start and (text[start - 1].isalpha() or text[start - 1] == "_") and not _money_letters(text, start):
        return None
    match = _DIGITS.match(text, start)
    if match is None:
        return None
    end, written = match.end("number"), match["number"]
    if end < len(text) and text[end].isdecimal():
        return None  # more digits than a figure has
    if ", " in written and not _grouped(text, start, end):
        written = written.split(",")[0]
        end = start + len(written)
        parsed = number.digits(written)
        return _scaled(text, lowered, start, end, parsed.value, parsed.resolution, "digits")
    parsed = number.digits(written)
    value, resolution = parsed.value, parsed.resolution
    if match["joined"] and "." not in written and (_REJOIN_AFTER.match(lowered, match.end("joined")) or _REJOIN_BEFORE.search(lowered, max(0, start - 40), start)):
        decimals = match["joined"].replace(" ", "")
        value, resolution, end = value + Decimal("0" + decimals), Decimal(1).scaleb(1 - len(decimals)), match.end("joined")
        return _scaled(text, lowered, start, end, value, resolution, "digits")
    if match["joined"]:
        return _scaled(text, lowered, start, end, value, resolution, "digits")
    if match["sign"]:
        top, bottom = table("numbers")["signs"][match["sign"]]
        return _scaled(text, lowered, start, match.end("sign"), value + Decimal(top) / Decimal(bottom), Decimal("0.5"), "digits")
    for name in ("mixed", "over"):
        part = match[name]
        if part:
            whole, top, bottom = (value, *part[1:].split("/")) if name == "mixed" else (Decimal(0), written, part[1:])
            if top.isdecimal() and 0 < int(top) < int(bottom) and int(bottom) in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 64, 100):
                form: Form = "digits" if name == "mixed" else "fraction"
                return _scaled(text, lowered, start, match.end(name), whole + Decimal(top) / Decimal(bottom), Decimal("0.5") / Decimal(bottom), form)
            if name == "over":
                return None
    return _scaled(text, lowered, start, end, value, resolution, "digits")


def _grouped(text: str, start: int, end: int) -> bool:
    """Whether "2, 400" is one number: not in a list of numbers and not after a month."""
    before = text[max(0, start - 12) : start].rstrip()
    return not before.endswith((",", "-")) and not re.search(r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?$", before)


_MONEY_LETTERS = re.compile(r"(?:^|[^A-Za-z\d-])([A-Za-z]{1,4})$")


def _money_letters(text: str, start: int) -> bool:
    """Whether the letters that touch the digits from the left can be money ("USD10m", "Rs425", "R26")."""
    from discrepancy.normalise import money

    match = _MONEY_LETTERS.search(text, max(0, start - 6), start)
    if match is None:
        return False
    letters = match[1]
    return letters in ("US", "PS") or letters in money.signs() or letters[1:] in money.signs() and letters[0] == "M" or letters in ("e", "p")


def _scaled(text: str, lowered: str, start: int, end: int, value: Decimal, resolution: Decimal, form: Form) -> Figure:
    """The figure with the scale that follows its digits."""
    if match := _DIGIT_SCALE.match(lowered, end):
        factors = number.scales()
        factor = Decimal(1)
        for word in _WORD.findall(match.group()):
            factor *= factors[word]
        close = match.end()
        value, resolution = value * factor, (resolution if resolution < 1 else _unit_of(value)) * factor
        if half := _TRAILING_HALF.match(lowered, close):
            return Figure(start, half.end(), value + factor / 2, factor / 10, form, True)
        return Figure(start, close, value, resolution, form, True)
    if (match := _SUFFIX.match(text, end)) and form != "fraction":
        letters = match.group().strip()
        factor = Decimal(table("numbers")["suffixes"][letters] if letters in table("numbers")["suffixes"] else "1000000")
        return Figure(start, match.end(), value * factor, (resolution if resolution < 1 else _unit_of(value)) * factor, form, True, suffix=letters, mantissa=value)
    if form == "digits" and (match := _AND_FRACTION.match(lowered, end)):
        return _with_fraction(lowered, start, match, value)
    return Figure(start, end, value, resolution, form)


def _unit_of(value: Decimal) -> Decimal:
    """One unit of the last digit of a mantissa: 29 -> 1, 150 -> 10, 300 -> 100 (a scale word follows)."""
    return number.resolution_of(str(value.quantize(Decimal(1)))) if value == value.to_integral_value() and abs(value) >= 100 else Decimal(1)


def _with_fraction(lowered: str, start: int, match: re.Match[str], whole: Decimal) -> Figure:
    words = match[1].replace("-", " ").split()
    bottom = Decimal(number.fractions()[words[-1]])
    top = Decimal({"two": 2, "three": 3}.get(words[0], 1)) if len(words) > 1 else Decimal(1)
    factor = number.scales()[match[2]] if match[2] else Decimal(1)
    return Figure(start, match.end(), (whole + top / bottom) * factor, factor / bottom, "words", bool(match[2]))


def _word(text: str, lowered: str, start: int, end: int, kind: str) -> Figure | None:
    if start and (text[start - 1].isalnum() or text[start - 1] in "_'" and text[start - 2 : start - 1].isalnum()):
        return None
    if kind in ("words", "scale"):
        return _spelled(text, lowered, start, end)
    if kind == "vague":
        return _vague(lowered, start, end)
    if kind == "multiple":
        return Figure(start, end, Decimal(table("numbers")["multiples"][lowered[start:end]]), Decimal(1), "multiple")
    if kind == "group":
        return _group(lowered, start, end)
    if kind == "fraction":
        return _fraction(lowered, start, end)
    if kind == "ordinal":
        return _ordinal(lowered, start, end)
    if kind == "single":
        return Figure(start, end, Decimal(1), Decimal(1), "group") if lowered[max(0, start - 2) : start] == "a " else None
    if kind == "double":
        if not _CRIMES.match(lowered, end):
            return None
        return Figure(start, end, Decimal(2 if lowered[start] == "d" else 3), Decimal(1), "group")
    if kind == "nobody":
        return Figure(start, end, Decimal(0), Decimal(1), "none") if _HARMED.match(lowered, end) else None
    if kind == "span":
        return _span(lowered, start)
    if lowered.startswith(" one", end) and lowered[start:end] == "no":
        return Figure(start, end + 4, Decimal(0), Decimal(1), "none") if _HARMED.match(lowered, end + 4) else None
    return Figure(start, end, Decimal(0), Decimal(1), "none")


_CRIMES = re.compile(r"(?: ?- ?| )(?:murders?|homicides?|killings?|shootings?|stabbings?|suicides?|slayings?|bombings?|executions?|fatal)\b")
_HARMED = re.compile(r"(?: else)? (?:was|were|is|has been|had been|died|got|in the [a-z]+ was)\b(?: (?:seriously|immediately|reported|reportedly|believed))?(?: (?:to be|been))?(?: ?(?:hurt|injured|killed|wounded|harmed|arrested|hospitali[sz]ed|charged|[.,]))")
_SPAN = re.compile(r"(?:^|[^a-z'-])(?:an?(?: (?:full|whole|entire|solid|good))?|one full|one whole|an entire)[ -]$")
_SPAN_BEFORE = re.compile(
    r"(?:\b(?:for|after|within|than|over|under|nearly|almost|about|around|least|to|just|lasted|lasts?|lasting|spent|spend|spends|spending|took|takes?|taking|of|roughly|approximately|only|some|barely|up to|stayed|waited|wait|or|every|served|late|later|lived|is|was|only|exactly|until|into)|[.,;:(\"—-]|^|\n) ?$"
)
_SPAN_AFTER = re.compile(r"(?: ago| earlier| later| before| prior| from now|-old| old|'s|s\b| -? ?old|-long| -? ?long)")


def _span(lowered: str, start: int) -> Figure | None:
    """ "a week", "an entire month", "a decade": one of a unit of time, where it says how long and is no rate ("$5 a week")."""
    article = _SPAN.search(lowered, max(0, start - 14), start)
    if article is None:
        return None
    begin = article.start() + (0 if article.group()[0] in "ao" and (article.start() == 0 or article.group()[:1].isalpha()) else 1)
    whole = len(article.group().split()) > 1
    if not whole and not _SPAN_BEFORE.search(lowered, max(0, begin - 14), begin):
        return None
    return Figure(begin, start - 1, Decimal(1), Decimal(1), "span")


def _spelled(text: str, lowered: str, start: int, end: int) -> Figure | None:
    if match := _FIGURES.match(lowered, start):
        return _counted_digits(start, match)
    known, factors, parts = number.cardinals(), number.scales(), number.fractions()
    tokens: list[str] = []
    ends: list[int] = []
    if lowered[start:end] in factors:
        article = re.search(r"(?:^|[^a-z])(an?)[ -]$", lowered[max(0, start - 4) : start])
        if article is None:
            return None
        start = start - len(article[1]) - 1
        tokens, ends = ["a"], [start + len(article[1])]
    run = _RUN.match(lowered, start if not tokens else ends[0] + 1)
    if run is None:
        return None
    for word in _WORD.finditer(lowered, run.start(), run.end()):
        token = word.group()
        if token in known or token in factors or token == "and":
            tokens.append(token)
            ends.append(word.end())
        else:
            if token in parts and tokens and tokens[-1] in known and token not in ("half",):
                return _counted_fraction(lowered, start, word, tokens, ends)
            break
    while tokens:
        parsed = number.words(tokens)
        if parsed is not None:
            break
        tokens.pop()
        ends.pop()
    else:
        return None
    close = ends[-1]
    if match := _AND_FRACTION.match(lowered, close):
        return _with_fraction(lowered, start, match, parsed.value)
    if match := _POINT.match(lowered, close):
        decimals = "".join(str(known[w]) for w in _WORD.findall(match[1]))
        return _scaled(text, lowered, start, close + len(match.group().rstrip()), parsed.value + Decimal("0." + decimals), Decimal(1).scaleb(-len(decimals)), "words")
    if parsed.scaled and (half := _TRAILING_HALF.match(lowered, close)):
        return Figure(start, half.end(), parsed.value + parsed.resolution / 2, parsed.resolution / 10, "words", True)
    return Figure(start, close, parsed.value, parsed.resolution, "words", parsed.scaled)


def _counted_digits(start: int, match: re.Match[str]) -> Figure:
    """ "six-figure", "the high eight figures": as many digits, in the upper or lower part."""
    *part, digits = match[1].replace("-", " ").split()
    row = table("hedges")["figures"][digits]
    low, high = Decimal(row["low"]), Decimal(row["high"])
    low, high = (low * 5, high) if part == ["high"] else (low, low * 5) if part == ["low"] else (low, high)
    return Figure(start, match.end(), None, Decimal(1), "figures", False, low, high)


def _counted_fraction(lowered: str, start: int, word: re.Match[str], tokens: list[str], ends: list[int]) -> Figure | None:
    """ "two-thirds", "three quarters", "one fifth": never "two seconds"."""
    count = number.words(tokens[-1:])
    if count is None:
        return None
    bottom = number.fractions()[word.group()]
    plural = word.group().endswith("s")
    if (count.value == 1) == plural or count.value >= bottom:
        whole = number.words(tokens)
        return Figure(start, ends[-1], whole.value, whole.resolution, "words", whole.scaled) if whole else None
    if bottom != 2 and word.group() in ("quarters", "fourth", "quarter") and not re.match(r"(?: of|-| majority| full| the|s?[.,;])", lowered[word.end() : word.end() + 10]) and lowered[word.start() - 1] != "-":
        return Figure(start, ends[-1], count.value, Decimal(1), "words")
    begin = start if len(tokens) == 1 else ends[-1] - len(tokens[-1])
    return Figure(begin, word.end(), count.value / bottom, Decimal("0.5") / bottom, "fraction")


@cache
def _vague_pattern() -> re.Pattern[str]:
    phrases = sorted(table("hedges")["vague"], key=len, reverse=True)
    return re.compile("|".join(re.escape(p).replace(r"\ ", r"[ -](?:and |upon )?") for p in phrases))


def _vague(lowered: str, start: int, end: int) -> Figure | None:
    if match := _FIGURES.match(lowered, start):
        return _counted_digits(start, match)
    begin = start - 2 if lowered[max(0, start - 2) : start] == "a " and (start < 3 or not lowered[start - 3].isalpha()) else start
    match = _vague_pattern().match(lowered, begin) or (_vague_pattern().match(lowered, start) if begin != start else None)
    if match and (match.end() == len(lowered) or not lowered[match.end()].isalnum()):
        row = table("hedges")["vague"][re.sub(r"[ -]+(?:and |upon )?", " ", match.group())]
        if row["low"] == "1" and match.start() == start and not lowered.endswith(("past ", "last ", "next ", "first ", "final ", "these "), 0, start):
            return None  # "few" alone says hardly any
        return Figure(match.start(), match.end(), None, Decimal(1), "vague", False, Decimal(row["low"]), Decimal(row["high"]))
    if lowered.startswith("couple", start):
        return _group(lowered, start, end)
    return None


def _group(lowered: str, start: int, end: int) -> Figure | None:
    if not lowered.startswith((" of ", " more "), end) and not (lowered[start:end] in ("trio", "duo", "quartet", "quintet")):
        return None
    if lowered.startswith((" of of", " of times"), end):
        return None
    value = Decimal(table("numbers")["groups"].get(lowered[start:end], "2"))
    begin = start - 2 if lowered[max(0, start - 2) : start] == "a " else start
    return Figure(begin, end, value, Decimal(1), "group")


def _fraction(lowered: str, start: int, end: int) -> Figure | None:
    if match := _HALF_SCALE.match(lowered, start):
        factor = number.scales()[match[2]]
        bottom = Decimal(number.fractions()[match[1]])
        begin = start - 2 if lowered[max(0, start - 2) : start] == "a " else start
        return Figure(begin, match.end(), factor / bottom, factor / 10, "words", True)
    word = lowered[start:end]
    if word == "half":
        rest = lowered[end : end + 24]
        if re.match(r"[ -](?:time|year|day(?!s)|hearted|way|brother|sister|back|past|century|term|marathon|full|empty|sibling|staff|mast|court|truth|price|naked|dozen)", rest) and not rest.startswith(" year"):
            return None
        if re.search(r"(?:first|second|other|latter|better|next|last|final|opening|one|each|every|fiscal|in)[ -]$", lowered[max(0, start - 9) : start]):
            return None
        begin = start - 2 if lowered[max(0, start - 2) : start] == "a " else start
        return Figure(begin, end, Decimal("0.5"), Decimal("0.1"), "fraction")
    if word == "quarter" and lowered[max(0, start - 2) : start] == "a " and re.match(r"(?: of|[ -]of-an?|-(?:mile|inch|century|acre)| (?:mile|inch|century|acre))", lowered[end : end + 10]):
        return Figure(start - 2, end, Decimal("0.25"), Decimal("0.1"), "fraction")
    return None


def _ordinal(lowered: str, start: int, end: int) -> Figure | None:
    word = lowered[start:end]
    parts = number.fractions()
    before = lowered[max(0, start - 2) : start]
    if word in parts and before == "a " and re.match(r" (?:of|more|less|lower|higher|fewer|larger|smaller)\b", lowered[end : end + 9]):
        bottom = parts[word]
        return Figure(start - 2, end, Decimal(1) / bottom, Decimal("0.5") / bottom, "fraction")
    return Figure(start, end, Decimal(table("numbers")["ordinals"][word]), Decimal(1), "ordinal")
