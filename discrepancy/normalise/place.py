"""Places the gazetteer knows: their canonical names, and which lies in which."""

from __future__ import annotations

from functools import cache
from typing import Any

from discrepancy.lexicon import table
from discrepancy.normalise.name import fold


def _rows(group: str) -> list[tuple[str, list[str]]]:
    places: dict[str, Any] = table("places")
    out = []
    for row in places[group].strip().splitlines():
        head, _, rest = row.partition(":")
        out.append((head.strip(), [w.strip() for w in rest.split(";") if w.strip()]))
    return out


@cache
def countries() -> dict[str, str]:
    """ISO 3166 code -> the country's name."""
    return {row[:2]: row[3:] for row in table("places")["countries"].strip().splitlines()}


@cache
def _states() -> dict[str, str]:
    """Postal code -> the U.S. state's name."""
    return {forms[-1].split()[-1]: name for name, forms in _rows("states")}


@cache
def gazetteer() -> dict[str, str]:
    """Folded name of a country, state or city, or an abbreviation -> its canonical name; a later row wins."""
    known: dict[str, str] = {}
    for _, cities in _rows("cities"):
        for city in cities:
            known[fold(city)] = city
    for name, forms in _rows("states"):
        known[fold(name)] = name
        for form in forms[0].split():
            if "." in form:
                known[fold(form)] = name
    for name in countries().values():
        known[fold(name)] = name
    for name, forms in _rows("regions"):
        for form in (name, *forms):
            known[fold(form)] = name
    return known


@cache
def demonyms() -> dict[str, str]:
    """Folded word for a people -> the country."""
    return {fold(word): country for country, forms in _rows("demonyms") for word in forms[0].split()}


@cache
def _parents() -> dict[str, frozenset[str]]:
    """Canonical city or state -> the states and countries it may lie in (a name can be of several places)."""
    parents: dict[str, set[str]] = {}
    for code, cities in _rows("cities"):
        home = _states().get(code[3:], "United States") if code.startswith("US-") else countries().get(code, "")
        for city in cities:
            parents.setdefault(city, set()).add(home)
            if code.startswith("US-"):
                parents[city].add("United States")
    for name, _ in _rows("states"):
        parents.setdefault(name, set()).add("United States")
    for name, homes in _rows("within"):
        parents.setdefault(name, set()).update(homes)
    return {k: frozenset(v) for k, v in parents.items()}


@cache
def abbreviations() -> frozenset[str]:
    """Folded state abbreviations that are written with a full stop ("ark", "mo")."""
    return frozenset(fold(form) for _, forms in _rows("states") for form in forms[0].split() if "." in form)


def place_name(name: str) -> str | None:
    """The canonical name of a place the gazetteer knows, else None."""
    return gazetteer().get(fold(name))


def homes(name: str) -> frozenset[str]:
    """The larger places a canonical place may lie in; none where unknown."""
    return _parents().get(name, frozenset())


def lies_in(inner: str, outer: str) -> bool:
    """Whether canonical `inner` lies in canonical `outer`, directly or through one step."""
    direct = homes(inner)
    return outer in direct or any(outer in homes(h) for h in direct)
