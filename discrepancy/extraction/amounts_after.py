"""What follows a figure: percent, currency word, unit, rate, and hedges that come after."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from discrepancy.lexicon import table
from discrepancy.model import Approximation
from discrepancy.normalise import hedge, money, number, unit


@dataclass(frozen=True, slots=True)
class After:
    """A unit after a figure: where it ends, canonical name, kind of mention, what the figure is multiplied by."""

    end: int
    unit: str
    kind: str
    factor: Decimal = Decimal(1)


_WORD = re.compile(r"[A-Za-zµμ°ºß][A-Za-z°º²³·]*(?:\.[A-Za-z])*(?:/[A-Za-z]+)?[23]?(?![A-Za-z\d])")
_GAP = re.compile(r" {0,2}-? ?\(?")
_SIGN = re.compile(r" ?(?:%(?:-| )?points?\b|%|‰|°|º|€|£|\$(?![A-Z\d])|¥|₽|¢|₹|℃|℉|′|″)")
_PRIME = re.compile(r" ?('{2}|\"|'(?![a-z]))")
_DEGREE = re.compile(r"[°º] ?-?(?:([CF])(?![A-Za-z])|(celsius|fahrenheit|centigrade))", re.IGNORECASE)
_PER = re.compile(
    r"(?: ?-? ?(?:per|a|an|each|every)(?:-| )(?:(\d[\d,]*|one|hundred|thousand|million) )?| ?/ ?|(?: an?"
    r"| per) )([a-z]+(?:[ -](?:foot|feet|metres?|meters?|miles?|ounces?|yards?|inch|kilometres?|kilometers?"
    r"|hour|barrel|person|people|residents|inhabitants))?)(?![a-z])"
)


@cache
def _touching() -> frozenset[str]:
    return frozenset(table("units")["letters"]["touching"])


@cache
def _denominators() -> frozenset[str]:
    return frozenset(table("units")["denominators"]["said"])


def plus(lowered: str, at: int) -> tuple[int, Approximation] | None:
    """ "300-plus", "50+", "50-odd", "30ish" directly after the figure."""
    for mark, kind in (("-plus", "over"), ("-odd", "about"), (" odd ", "about"), ("-ish", "about"), ("ish ", "about"), ("+", "over")):
        if lowered.startswith(mark, at):
            return at + len(mark.rstrip()), kind  # type: ignore[return-value]
    return None


def unit_after(text: str, lowered: str, at: int, digits: bool = True) -> After | None:
    """The unit or currency word that follows at `at`, longest spelling first; None where there is none."""
    if sign := _SIGN.match(text, at):
        return _sign(text, lowered, at, sign)
    if digits and (prime := _PRIME.match(text, at)) and prime.start(1) == at:
        return _prime(text, at, prime)
    gap = _GAP.match(text, at)
    begin = gap.end() if gap else at
    opened = text[at:begin].endswith("(")
    tokens: list[tuple[int, int]] = []
    position = begin
    for _ in range(4):
        match = _WORD.match(text, position)
        if match is None:
            break
        tokens.append((match.start(), match.end()))
        position = match.end()
        if (
            text[position : position + 1] == "."
            and position - match.start() <= 3
            and text[position + 1 : position + 2] == " "
            and text[position + 2 : position + 3].islower()
        ):
            position += 1
        if text[position : position + 1] in (" ", "-"):
            position += 2 if text[position : position + 2] == "- " else 3 if text[position : position + 3] == " - " else 1
        else:
            break
    for count in range(len(tokens), 0, -1):
        found = _named(text, lowered, at, tokens[:count], begin)
        if found is not None:
            if opened:
                if text[found.end : found.end + 1] != ")":
                    return None
                return After(found.end + 1, found.unit, found.kind, found.factor)
            return found
    return None


def _sign(text: str, lowered: str, at: int, sign: re.Match[str]) -> After | None:
    mark = sign.group().strip()
    if mark.startswith("%") and len(mark) > 1:
        return After(sign.end(), "percentage-point", "percent")
    if mark == "%":
        return After(sign.end(), "percent", "percent")
    if mark in "°º":
        degree = _DEGREE.match(text, sign.end() - 1)
        if degree:
            letter = (degree[1] or degree[2])[0].lower()
            return After(degree.end(), "fahrenheit" if letter == "f" else "celsius", "quantity")
        return After(sign.end(), "degree", "quantity")
    if mark in money.minor():
        code, parts = money.minor()[mark]
        return After(sign.end(), code, "money", Decimal(1) / parts)
    if mark in money.signs():
        if text[sign.end() : sign.end() + 1].isdigit():
            return None
        return After(sign.end(), money.signs()[mark], "money")
    name = unit.canonical(mark)
    return After(sign.end(), name, _kind(name)) if name else None


def _prime(text: str, at: int, prime: re.Match[str]) -> After | None:
    if prime[1] == "'" and text.count("'", max(0, at - 80), at) % 2:
        return None  # closes a quotation
    if prime[1] != "'" and text.count('"', max(0, at - 200), at) % 2:
        return None
    return After(prime.end(), "foot" if prime[1] == "'" else "inch", "quantity")


def _named(text: str, lowered: str, at: int, tokens: list[tuple[int, int]], begin: int) -> After | None:
    start, end = tokens[0][0], tokens[-1][1]
    key = " ".join(lowered[s:e] for s, e in tokens)
    if len(tokens) == 1:
        symbol = text[start:end]
        name = unit.symbols().get(symbol)
        if symbol == "s" and end - at == 1 and text[at - 4 : at].isdigit():
            return None  # "the 1980s"
        if name is not None and not (
            symbol in _touching() and start != at and not (start == at + 1 and symbol in "gCFx" and text[at] == " ")
        ):
            if symbol in ("in", "ins") and not text[end : end + 1].isspace() and text[end : end + 1] not in ",.;)-":
                return None
            return After(end, name, _kind(name))
        if symbol == "p" and start == at and not re.search(r"(?:480|576|720|1080|1440|2160)$", text[max(0, at - 5) : at]):
            return After(end, "GBP", "money", Decimal("0.01"))
        if len(symbol) == 4 and symbol[0] == "M" and symbol[1:] in money.signs() and symbol.isupper():
            return After(end, symbol[1:], "money", Decimal(1000000))
    currency = money.words().get(key) or (_of_nation(text, lowered, tokens) if len(tokens) == 2 else None)
    if currency is not None and not (
        key in ("won", "real", "all", "try", "cop", "mad", "sterling", "rand", "buck", "crown", "crowns", "franc")
        and not _currency_sure(text, lowered, key, start, end)
    ):
        if len(tokens) == 1 and (scale := _LATE_SCALE.match(lowered, end)):
            return After(scale.end(), currency, "money", number.scales()[scale[1]])
        return After(end, currency, "money")
    minor = money.minor().get(key)
    if minor is not None and not (key in ("sen",) and text[start].isupper()):
        return After(end, minor[0], "money", Decimal(1) / minor[1])
    name = unit.names().get(key)
    if name is None and len(key) > 3 and key.replace(".", "") != key:
        name = unit.names().get(key.replace(".", ""))
    if name is None:
        return None
    if name == "time" and key in ("fold",) and start != at and text[at] != "-":
        return None
    if name in ("bit", "cup", "stone", "second") and key != name and key != name + "s":
        return After(end, name, _kind(name))
    return After(end, name, _kind(name))


def _of_nation(text: str, lowered: str, tokens: list[tuple[int, int]]) -> str | None:
    """ "Polish zloty" is the zloty; "Namibian dollars", where the table names no such dollar, are some dollar."""
    (start, end), (second, close) = tokens
    if not (text[start].isupper() and _DEMONYM.search(lowered, start, end)):
        return None
    word = lowered[second:close]
    return None if word not in money.words() or text[second].isupper() else "unknown" if word in money.shared() else money.words()[word]


_DEMONYM = re.compile(r"(?:ish|ian|ean|ese|can|yan|man|lan|ban|nan|qi|li|wi|ni|ti|ki|ri|ic|ch|ss|ek|ai)$")
_LATE_SCALE = re.compile(r" (million|billion|trillion)(?![a-z])")


def _currency_sure(text: str, lowered: str, key: str, start: int, end: int) -> bool:
    if key in ("rand", "franc", "buck", "crowns"):
        return True
    before = lowered[max(0, start - 12) : start]
    return (key == "won" and ("illion" in before or "housand" in before)) or (key == "sterling" and "illion" in before)


def _kind(name: str) -> str:
    return unit.units()[name].kind


def rate_after(text: str, lowered: str, at: int) -> tuple[int, str] | None:
    """ "per square foot", "a share", "/month", "-a-night", "an hour", "per 100,000 people" -> (end, canonical denominator)."""
    match = _PER.match(lowered, at)
    if match is None:
        return None
    count, word = match[1], match[2].replace("-", " ")
    slash = "/" in match.group()
    per = "per" in match.group()[:6] or slash
    head, _, tail = word.partition(" ")
    end = match.end(2)
    short = table("units")["denominators"]
    name = short.get(head) if slash else None
    if name is None:
        name = unit.names().get(word)
        if name is None and tail:
            name, end = unit.names().get(head), match.start(2) + len(head)
            word = head
        if name is None:
            from discrepancy.extraction import nouns

            stem = nouns.singular(word)
            if not (per or stem in _denominators()):
                return None
            name = stem
        elif not per and word not in _denominators():
            return None
    if count and count[0].isdigit() and not count.rstrip(",").isdigit() and "," in count:
        count = count.replace(",", "")
    if name in ("cent", "se", "capitum"):
        return None
    return end, f"{count} {name}" if count else ("person" if name in ("capita", "head") else name)


@cache
def _after_hedge() -> re.Pattern[str]:
    phrases = sorted((p for p in hedge.after() if p[0].isalpha()), key=len, reverse=True)
    return re.compile(r",? (?:" + "|".join(re.escape(p) for p in phrases) + r")(?![a-z])")


def hedge_after(lowered: str, at: int) -> tuple[int, Approximation] | None:
    """ "or so", "or more", "at most", "and counting" after the figure or its unit -> (end, approximation)."""
    if not lowered.startswith((" ", ", "), at):
        return None
    match = _after_hedge().match(lowered, at)
    if match is None:
        return None
    phrase = match.group().lstrip(", ")
    if phrase == "and up" and lowered.startswith(" to ", match.end()):
        return None  # "13ft and up to 62st"
    if phrase == "and some" and not _CLOSES.match(lowered, match.end()):
        return None  # "six surgeons and some 30 nurses"
    if _ANOTHER.match(lowered, match.end()):
        return None  # "$14 billion, or more than $60 a share"
    if phrase in _LOOSE and not (_CLOSES.match(lowered, match.end())):
        return None
    if phrase in ("at least", "approximately", "roughly", "minimum", "maximum", "odd", "max", "tops", "plus") and not (
        match.end() == len(lowered) or lowered[match.end()] in ".,;:)!?"
    ):
        return None
    return match.end(), hedge.after()[phrase]


_ANOTHER = re.compile(r" ?(?:[$€£¥₹]|\d|[a-z]{1,3}\$)")
_LOOSE = frozenset(("at most", "at best", "at the most", "at minimum"))
_CLOSES = re.compile(
    r"$|[^\w ]| (?:in|on|for|of|to|and|but|or|a|an|per|when|if|before|after|from|by|with|this|each|every|at|is|are|was|were|will)\b"
)
