"""What stands before a figure: sign, currency, hedge, and verbs that say which way it moved."""

from __future__ import annotations

import re
from functools import cache

from discrepancy.lexicon import table
from discrepancy.model import Approximation, Direction
from discrepancy.normalise import hedge, money


@cache
def _longest_sign() -> int:
    return max(len(sign) for sign in money.signs())


def currency_before(text: str, at: int) -> tuple[int, str, str] | None:
    """A currency sign, code or letters that touch the figure or stand one blank before it: (start, ISO code, scale letter "M" or "")."""
    close = at
    while close and text[close - 1] in " -" and at - close < 2:
        close -= 1
    if close == 0:
        return None
    last = text[close - 1]
    if not (last in "$€£¥₹₽₩₺₪₦₱฿₫₴₸₾₡₿₤₭₵₲=.元৳Ξ/" or last.isalpha()):
        return None
    signs = money.signs()
    for length in range(min(_longest_sign(), close), 0, -1):
        sign = text[close - length : close]
        code = signs.get(sign)
        start = close - length
        if code is None or (sign[0].isalpha() and start and (text[start - 1].isalnum() or text[start - 1] in "_'’‘.")):
            continue  # inside a word, or the end of a possessive: "China's $2 billion"
        if (
            sign in ("R", "PS", "S/", "Sh", "LE", "LL", "DM", "SR", "QR", "KD", "FF", "TL", "DH", "Dh", "Tk")
            and close != at
            and sign != "Tk"
        ):
            continue  # such letters are money only where they touch the digits
        if code == "ALL" or (sign in ("rs",) and close != at):
            continue
        return start, code, ""
    word = re.search(r"(?:^|[^A-Za-z])(M(?:USD|EUR|GBP|AUD|CAD|SEK|NOK|DKK|CHF))$", text[max(0, close - 5) : close])
    if word:
        return close - 4, word[1][1:], "M"
    if text[max(0, close - 6) : close].lower() == "dollar":
        return close - 6, "USD", ""
    return None


def letter_currency(text: str, at: int) -> tuple[int, str] | None:
    """ "e85 million", "N70 million": a sign lost to an encoding, or a letter for it; such a figure has a scale or thousands."""
    if at and text[at - 1].isalpha() and (at == 1 or not text[at - 2].isalnum()):
        code = table("currencies")["letters"].get(text[at - 1])
        return (at - 1, code) if code else None
    return None


_MINUS = re.compile(r"(?:(?:^|[ (\n])[-]|minus[ -])$")


def minus_before(lowered: str, at: int) -> int | None:
    """Where a minus sign or the word minus before the figure starts, None where there is none."""
    if lowered[at - 1 : at] == "-" and (at == 1 or lowered[at - 2] in " (\n\"'$"):
        return at - 1
    if lowered[max(0, at - 6) : at - 1] == "minus" and lowered[at - 1 : at] in " -":
        return at - 6
    if lowered[max(0, at - 9) : at - 1] == "negative" and lowered[at - 1 : at] in " -":
        return at - 9
    return None


_PLUSMINUS = re.compile(r"(?:\+/-|±|plus or minus|plus-or-minus|\+-) ?$")


def plusminus_before(lowered: str, at: int) -> int | None:
    """Where "±", "+/-" or "plus or minus" before the figure starts."""
    match = _PLUSMINUS.search(lowered[max(0, at - 16) : at])
    return max(0, at - 16) + match.start() if match else None


_LAST_WORDS = re.compile(r"[^ ]+ {0,2}$")


def hedge_before(lowered: str, at: int) -> tuple[int, Approximation] | None:
    """The longest hedge that ends where the figure starts: (start, approximation)."""
    table = hedge.before()
    window = lowered[max(0, at - 48) : at].replace("\n", " ")  # a line's end parts words as a blank does
    stripped = window.rstrip(" \"'-(") if window[-1:] in ' "-(' else window
    if not stripped or len(window) - len(stripped) > 3:
        return None
    if stripped[-1] in "<>~≈≥≤=":
        for mark in (stripped[-2:], stripped[-1:]):
            if mark in table and not (len(mark) == 1 and stripped[-2:-1] in "<>="):
                return at - len(window) + len(stripped) - len(mark), table[mark]
        return None
    if stripped == window:
        return None
    words = stripped.split(" ")
    best: tuple[int, Approximation] | None = None
    length = 0
    for count in range(1, min(hedge.LONGEST, len(words)) + 1):
        length += len(words[-count]) + (count > 1)
        phrase = stripped[len(stripped) - length :].lstrip("(\"'—-")
        kind = table.get(phrase)
        if kind is not None:
            best = (at - len(window) + len(stripped) - len(phrase), kind)
    if best is not None and _of_verb(stripped):
        return None
    return best


@cache
def _more_before() -> frozenset[str]:
    return frozenset(table("hedges")["over_time"]["before"])


def during(lowered: str, hedge_start: int, at: int) -> bool:
    """Whether the "over" before a stretch of time that starts at `at` says during: "swum over 16 days", not "for over a month"."""
    if lowered[hedge_start:at].strip(" -") != "over" or hedge_start == 0:
        return False
    word = lowered[max(0, hedge_start - 20) : hedge_start].rstrip().rpartition(" ")[2].strip("\"'“‘(")
    return word not in _more_before()


def _of_verb(stripped: str) -> bool:
    """Whether the "over" that ends `stripped` belongs to its verb: "handed over", "turned over"."""
    if not stripped.endswith(" over"):
        return False
    words = stripped.rsplit(" ", 2)
    return len(words) == 3 and words[-2].strip("(\"'") in hedge.phrasal()


_TOKENS = re.compile(r"[a-z]+|[^a-z ]")


def direction_before(lowered: str, at: int) -> Direction | None:
    """Which way the figure moved, from a verb or adverb close before it in the same clause."""
    window = lowered[max(0, at - 56) : at]
    words, bridging = hedge.directions(), hedge.bridging()
    tokens = _TOKENS.findall(window)
    if len(window) == 56 and tokens:
        tokens = tokens[1:]
    if (tokens and tokens[-1] in ("to", "from")) or (len(tokens) > 1 and tokens[-2] == "to" and tokens[-1] in bridging):
        return None  # where it went, not how far
    by = bool(tokens) and tokens[-1] == "by"
    words = hedge.directions_by() if by else words
    for steps, token in enumerate(reversed(tokens)):
        if token in words and not (token == "up" and steps == 0 and tokens[-1] == "to"):
            if token in ("up", "down") and steps + 1 < len(tokens) and tokens[-steps - 2] in hedge.particles():
                return None
            return words[token]
        if (by and steps <= 5 and token.isalpha()) or token in bridging or token.endswith("ly") or token == "-":
            if steps > 5:
                return None
            continue
        return None
    return None
