"""Numbers in figures and words -> exact decimals, with the resolution their digits have.

Words follow the short scale; lakh and crore are read too. `parse` is the inverse of any usual spelling of a number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from discrepancy.lexicon import table

MAX_DIGITS = 20
"""Longer runs of digits are no figures of a news text (ids, hashes) and cost time."""

_TOKEN = re.compile(r"[A-Za-z]+|\d[\d,]*(?:\.\d+)?|\.\d+|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|/")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A number: its value, one unit of its last written digit, and whether a scale word or suffix was part of it."""

    value: Decimal
    resolution: Decimal
    scaled: bool = False


@cache
def cardinals() -> dict[str, int]:
    """Word -> value, zero to ninety."""
    return {word: int(value) for word, value in table("numbers")["cardinals"].items()}


@cache
def scales() -> dict[str, Decimal]:
    """Scale word, singular or plural -> factor."""
    numbers = table("numbers")
    factors = {word: Decimal(value) for word, value in numbers["scales"].items()}
    return factors | {form: factors[word] for form, word in numbers["scale_forms"].items() if word}


@cache
def fractions() -> dict[str, int]:
    """Fraction word -> denominator."""
    return dict(table("numbers")["fractions"])


def resolution_of(digits: str) -> Decimal:
    """One unit of the last written digit but the trailing zeros of an integer: "28.8" -> 0.1, "25,000" -> 1000, "50" -> 10."""
    plain = digits.replace(",", "")
    if "." in plain:
        return Decimal(1).scaleb(-(len(plain) - plain.index(".") - 1))
    stripped = plain.rstrip("0")
    return Decimal(1).scaleb(len(plain) - len(stripped)) if stripped else Decimal(1)


def digits(written: str) -> Parsed:
    """Figures with optional separators: "1,204", "9,34,200", ".5"."""
    plain = written.replace(",", "").replace(" ", "")
    return Parsed(Decimal(plain), resolution_of(plain))


def words(tokens: list[str]) -> Parsed | None:
    """Number words ("two hundred and six thousand", "a dozen", "twenty five"), or None where they are not one number."""
    known, factors = cardinals(), scales()
    total = part = Decimal(0)
    last = Decimal("Infinity")  # the scale last closed; scales must fall
    previous = ""
    scaled = seen = False
    smallest = Decimal(1)
    for token in tokens:
        if token == "and":
            if not seen or previous not in factors:
                return None
            previous = "and"
            continue
        if token in ("a", "an"):
            if seen:
                return None
            part, previous, seen, smallest = Decimal(1), "a", True, Decimal(1)
            continue
        if token in known:
            value = Decimal(known[token])
            if not _may_follow(value, previous, known, factors):
                return None
            part += value
            smallest = Decimal(10) if value and value % 10 == 0 and value > 10 else Decimal(1)
        elif token in factors:
            factor = factors[token]
            if previous == "and":
                return None
            if factor in (100, 12) and part < 100 and previous not in ("hundred", "dozen"):
                part = (part or Decimal(1)) * factor
            else:
                if factor >= last and previous not in factors:
                    return None
                if previous in factors and factor <= factors[previous] and previous != "hundred":
                    return None
                if part or not total:
                    total += (part or Decimal(1)) * factor
                else:
                    total *= factor
                part, last = Decimal(0), factor
            smallest = factor
            scaled = True
        else:
            return None
        previous, seen = token, True
    if not seen or previous in ("and", "a"):
        return None
    return Parsed(total + part, smallest, scaled and previous in factors)


def _may_follow(value: Decimal, previous: str, known: dict[str, int], factors: dict[str, Decimal]) -> bool:
    if previous in ("", "and") or previous in factors:
        return True
    if previous in known:
        before = known[previous]
        return before >= 20 and before % 10 == 0 and 0 < value < 10
    return False


def parse(written: str) -> Decimal | None:
    """Any spelling of one number, without unit: "1,204", "2.5bn", "twenty-one", "one and a half million", "two-thirds", "12 lakh"."""
    text = written.strip().lower()
    negative = text.startswith(("-", "−", "minus ", "negative "))
    text = re.sub(r"^(?:-|−|minus |negative )", "", text).strip()
    if sum(c.isdigit() for c in text) > MAX_DIGITS or len(text) > 200:
        return None
    value = _parse_plain(text)
    return -value if negative and value is not None else value


def _parse_plain(text: str) -> Decimal | None:
    factors, signs = scales(), table("numbers")["signs"]
    if suffixed := re.fullmatch(r"(\d[\d,]*(?:\.\d+)?|\.\d+) ?(k|m|mn|mln|bn|b|tn|trn|cr)", text):
        return digits(suffixed[1]).value * Decimal(table("numbers")["suffixes"][suffixed[2]])
    tokens: list[str] = _TOKEN.findall(text)
    if not tokens:
        return None
    scale = Decimal(1)
    while (
        len(tokens) > 1
        and tokens[-1] in factors
        and (not tokens[-2].isalpha() or tokens[-2] in factors or {*tokens[-3:-1]} & fractions().keys())
    ):
        scale *= factors[tokens.pop()]
    if len(tokens) > 1 and tokens[-1] in ("a", "an") and tokens[-2] in fractions():
        tokens.pop()  # "half a million"
    if tokens[-1] in signs:
        top, bottom = signs[tokens.pop()]
        whole = digits(tokens[0]).value if tokens else Decimal(0)
        return (whole + Decimal(top) / Decimal(bottom)) * scale
    if "/" in tokens:
        at = tokens.index("/")
        if at not in (1, 2) or len(tokens) != at + 2 or not tokens[at + 1].isdigit() or not int(tokens[at + 1]) or tokens[at - 1].isalpha():
            return None
        whole = digits(tokens[0]).value if at == 2 and not tokens[0].isalpha() else Decimal(0)
        return (whole + digits(tokens[at - 1]).value / Decimal(tokens[at + 1])) * scale
    if len(tokens) == 1 and not tokens[0].isalpha():
        return digits(tokens[0]).value * scale
    return _parse_words(tokens, scale)


def _parse_words(tokens: list[str], scale: Decimal) -> Decimal | None:
    parts = fractions()
    if tokens[-1] in parts:
        bottom = Decimal(parts[tokens[-1]])
        rest = tokens[:-1]
        if "and" in rest:
            at = len(rest) - 1 - rest[::-1].index("and")
            whole, top = (
                words(rest[:at]),
                words(rest[at + 1 :]) or (Parsed(Decimal(1), Decimal(1)) if rest[at + 1 :] in (["a"], []) else None),
            )
            return (whole.value + top.value / bottom) * scale if whole and top else None
        if not rest or rest in (["a"], ["an"], ["one"]):
            return scale / bottom
        count = words(rest)
        return count.value / bottom * scale if count else None
    found = words(tokens)
    return found.value * scale if found else None


def plain(value: Decimal) -> str:
    """The decimal without exponent or needless zeros: 1E+3 -> "1000"."""
    if value == value.to_integral_value():
        return str(value.quantize(Decimal(1))) if abs(value) < Decimal("1e27") else f"{value:f}"
    return f"{value.normalize():f}"
