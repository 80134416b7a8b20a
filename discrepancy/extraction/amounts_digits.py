"""Figures in digits: separators, re-joined decimals, fractions, scale words and letters."""

from __future__ import annotations

import re
from decimal import Decimal

from discrepancy.extraction.amounts_figure import Figure, Form
from discrepancy.lexicon import table
from discrepancy.normalise import number

SIGNS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
SCALE = r"hundred|thousand|million|billion|trillion|quadrillion|crore|lakh|lac|dozen"
_SCALES = r"thousands|millions|billions|trillions|crores|lakhs|lacs"
_DIGITS = re.compile(
    rf"(?P<number>\d{{1,3}}(?:,\d{{2,3}}){{1,6}}(?!\d)(?:\.\d{{1,20}})?|\d{{1,3}}(?:, \d{{3}}){{1,4}}(?!\d|, ?\d)"
    rf"|[1-9]\d{{0,2}}(?: \d{{3}}){{1,3}}(?![\w/:-]|[ .,]\d|,\d)(?=[^\w] ?[a-z(\"]|[.,;:)]|$)"
    rf"|\d{{1,{number.MAX_DIGITS}}}(?:\.\d{{1,20}})?|\.\d{{1,20}})"
    rf"(?:(?P<joined> ?\. ?\d{{1,4}})(?![\d,]|\.\d))?"
    rf"(?: ?(?P<sign>[{SIGNS}])|(?P<over>/\d{{1,3}})(?![\d/])|(?P<mixed>[ -]\d{{1,2}}/\d{{1,2}})(?![\d/]))?"
)
_DIGIT_SCALE = re.compile(rf"(?: ?-? ?)(?:(?:{SCALE})(?:[ -](?:{SCALE})){{0,2}}|{_SCALES})(?![a-z])")
_SUFFIX = re.compile(
    r" ?(?:bn|mn|mln|bln|tn|trn|mio)(?![A-Za-z])| ?(?:Bn|Mn|BN|MM)(?![A-Za-z])|(?:[kKmMbBT]|mil|bil|tr"
    r"|cr|Cr)(?![A-Za-z\d²³/])| (?:mil|cr|Cr)(?![A-Za-z])| [MB](?= (?:people|[a-z]+s)\b)"
)
WORD = re.compile(r"[a-z]+")
AND_FRACTION = re.compile(
    rf" ?(?:-| )and(?: |-)(?:a |an |one[ -]|a-)?(half|third|quarter|(?:two|three)[ -](?:thirds|quarters"
    rf"|fifths))(?![a-z])(?: ?-? ?({SCALE}))?(?![a-z])"
)
TRAILING_HALF = re.compile(r" and (?:a )?half(?! (?:of|the|a|an)\b)(?![a-z])")
_REJOIN_AFTER = re.compile(
    r" ?-? ?(?:%|percent|per cent|million|billion|trillion|thousand|crore|lakh|m\b|bn\b|mn\b|k\b|magnitude"
    r"|mag\b|earthquake|quake|temblor|tremor|km|mile|metre|meter|feet|foot|inch|kg|pound|on the richter"
    r"|degrees|°|strong)"
)
_REJOIN_BEFORE = re.compile(
    r"(?:magnitude(?:[ -]+(?:of|at|was|is|about|around|at least)){0,2}|[$€£₹]|measur(?:ed|ing)|richter scale)[ -]*(?:a "
    r"|an |at least |about )?$"
)


def digits_figure(text: str, lowered: str, start: int) -> Figure | None:
    if text[start] in SIGNS:
        top, bottom = table("numbers")["signs"][text[start]]
        value = Decimal(top) / Decimal(bottom)
        return scaled_figure(text, lowered, start, start + 1, value, Decimal("0.5"), "fraction")
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
    if " " in written and not _grouped(text, start, end):
        written = written.split(" ")[0].rstrip(",")
        end = start + len(written)
        parsed = number.digits(written)
        return scaled_figure(text, lowered, start, end, parsed.value, parsed.resolution, "digits")
    parsed = number.digits(written)
    value, resolution = parsed.value, parsed.resolution
    if (
        match["joined"]
        and "." not in written
        and (_REJOIN_AFTER.match(lowered, match.end("joined")) or _REJOIN_BEFORE.search(lowered, max(0, start - 40), start))
    ):
        decimals = match["joined"].replace(" ", "")
        value, resolution, end = value + Decimal("0" + decimals), Decimal(1).scaleb(1 - len(decimals)), match.end("joined")
        return scaled_figure(text, lowered, start, end, value, resolution, "digits")
    if match["joined"]:
        return scaled_figure(text, lowered, start, end, value, resolution, "digits")
    if match["sign"]:
        top, bottom = table("numbers")["signs"][match["sign"]]
        return scaled_figure(text, lowered, start, match.end("sign"), value + Decimal(top) / Decimal(bottom), Decimal("0.5"), "digits")
    for name in ("mixed", "over"):
        part = match[name]
        if part:
            whole, top, bottom = (value, *part[1:].split("/")) if name == "mixed" else (Decimal(0), written, part[1:])
            if top.isdecimal() and 0 < int(top) < int(bottom) and int(bottom) in (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 16, 20, 32, 64, 100):
                form: Form = "digits" if name == "mixed" else "fraction"
                return scaled_figure(
                    text, lowered, start, match.end(name), whole + Decimal(top) / Decimal(bottom), Decimal("0.5") / Decimal(bottom), form
                )
            if name == "over":
                return None
    return scaled_figure(text, lowered, start, end, value, resolution, "digits")


def _grouped(text: str, start: int, end: int) -> bool:
    """Whether "2, 400" or "40 000" is one number: not in a list of numbers, nor after a month; with blanks alone not after a name."""
    before = text[max(0, start - 24) : start].rstrip()
    if "," not in text[start:end] and _AFTER_NAME.search(before):
        return False
    return not before.endswith((",", "-")) and not re.search(r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?$", before)


_AFTER_NAME = re.compile(r"[a-z,] (?:[A-Z][a-z]+ )*[A-Z][\w.]*$|\d$")


_MONEY_LETTERS = re.compile(r"(?:^|[^A-Za-z\d-])([A-Za-z]{1,4})$")


_SCALED = re.compile(r"\d{1,3}(?:,\d{3})+\b|\d[\d.,]* ?-?(?:(?:thousand|[mbt]illion|crore|lakh)\b|(?:bn|mn|mln|m|b)\b)")


def _money_letters(text: str, start: int) -> bool:
    """Whether the letters that touch the digits from the left can be money ("USD10m", "Rs425", "R26")."""
    from discrepancy.normalise import money

    match = _MONEY_LETTERS.search(text, max(0, start - 6), start)
    if match is None:
        return False
    letters = match[1]
    return (
        letters in ("US", "PS")
        or letters in money.signs()
        or (letters[1:] in money.signs() and letters[0] == "M")
        or (letters in table("currencies")["letters"] and _SCALED.match(text, start) is not None)
    )


def scaled_figure(text: str, lowered: str, start: int, end: int, value: Decimal, resolution: Decimal, form: Form) -> Figure:
    """The figure with the scale that follows its digits."""
    if match := _DIGIT_SCALE.match(lowered, end):
        factors = number.scales()
        factor = Decimal(1)
        for word in WORD.findall(match.group()):
            factor *= factors[word]
        close = match.end()
        value, resolution = value * factor, (resolution if resolution < 1 else _unit_of(value)) * factor
        if half := TRAILING_HALF.match(lowered, close):
            return Figure(start, half.end(), value + factor / 2, factor / 10, form, True)
        return Figure(start, close, value, resolution, form, True)
    if (match := _SUFFIX.match(text, end)) and form != "fraction":
        letters = match.group().strip()
        factor = Decimal(table("numbers")["suffixes"].get(letters, "1000000"))
        return Figure(
            start,
            match.end(),
            value * factor,
            (resolution if resolution < 1 else _unit_of(value)) * factor,
            form,
            True,
            suffix=letters,
            mantissa=value,
        )
    if form == "digits" and (match := AND_FRACTION.match(lowered, end)):
        return with_fraction(lowered, start, match, value)
    return Figure(start, end, value, resolution, form)


def _unit_of(value: Decimal) -> Decimal:
    """One unit of the last digit of a mantissa: 29 -> 1, 150 -> 10, 300 -> 100 (a scale word follows)."""
    return number.resolution_of(str(value.quantize(Decimal(1)))) if value == value.to_integral_value() and abs(value) >= 100 else Decimal(1)


def with_fraction(lowered: str, start: int, match: re.Match[str], whole: Decimal) -> Figure:
    words = match[1].replace("-", " ").split()
    bottom = Decimal(number.fractions()[words[-1]])
    top = Decimal({"two": 2, "three": 3}.get(words[0], 1)) if len(words) > 1 else Decimal(1)
    factor = number.scales()[match[2]] if match[2] else Decimal(1)
    return Figure(start, match.end(), (whole + top / bottom) * factor, factor / bottom, "words", bool(match[2]))
