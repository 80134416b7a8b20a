"""Currencies: signs, codes and words -> ISO 4217 codes; hundredths said by name -> parts of their currency."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from discrepancy.lexicon import table


@cache
def signs() -> dict[str, str]:
    """Sign or code written beside a figure, case as written -> ISO 4217 code."""
    currencies = table("currencies")
    found = {code: code for code in currencies["codes"]["known"]}
    for row in currencies["currency"]:
        for sign in row["signs"]:
            found.setdefault(sign, row["code"])
    return found


@cache
def words() -> dict[str, str]:
    """Lower-case word or words, singular and plural -> ISO 4217 code or "unknown"."""
    found: dict[str, str] = {}
    for row in table("currencies")["currency"]:
        for word in row["words"]:
            found.setdefault(word, row["code"])
            if not word.endswith("s"):
                found.setdefault(word + "s", row["code"])
    for code in table("currencies")["codes"]["known"]:
        found.setdefault(code.lower(), code)
    return found


@cache
def minor() -> dict[str, tuple[str, Decimal]]:
    """Lower-case name of a hundredth, singular and plural -> (code, how many make one)."""
    found: dict[str, tuple[str, Decimal]] = {}
    for word, (code, parts) in table("currencies")["minor"].items():
        found[word] = (code, Decimal(parts))
        if word[-1].isalpha() and not word.endswith("s"):
            found.setdefault(word + "s", (code, Decimal(parts)))
    return found


@cache
def shared() -> frozenset[str]:
    """Words that more than one currency bears: "dollar", "pounds", "peso"."""
    codes: dict[str, set[str]] = {}
    for name, code in words().items():
        codes.setdefault(name.rpartition(" ")[2], set()).add(code)
    return frozenset(word for word, found in codes.items() if len(found) > 1)


@cache
def _worth() -> dict[str, tuple[Decimal, Decimal]]:
    return {code: (Decimal(low), Decimal(high)) for code, (low, high) in table("rates")["dollars"].items()}


def rates(source: str, target: str) -> tuple[Decimal, Decimal] | None:
    """Least and most that one unit of `source` was worth in `target` in this century; None where the table does not know one of them."""
    known = _worth()
    if source not in known or target not in known:
        return None
    (low, high), (least, most) = known[source], known[target]
    return low / most, high / least


@cache
def dollars() -> frozenset[str]:
    """Codes of the currencies that are called dollars: at home each is written "$" alone."""
    return frozenset(row["code"] for row in table("currencies")["currency"] if any(w.rpartition(" ")[2] == "dollar" for w in row["words"]))
