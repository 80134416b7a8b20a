"""Names resolved within one article: "Smith" is John Smith, "southern Iran" a part of Iran."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from discrepancy.extraction.participants_names import Name
from discrepancy.model import Field, Kind, Mention, Names
from discrepancy.normalise.name import distance, fold, person_name, slip
from discrepancy.normalise.place import demonyms, place_name
from discrepancy.text.capitals import word_set


def people_of(names: list[Name]) -> dict[str, list[tuple[int, str]]]:
    """Folded surname, or sole given name, -> [(offset, full name)] in the order of the article."""
    people: dict[str, list[tuple[int, str]]] = {}
    for name in names:
        if name.kind == "person" and len(name.words) > 1:
            full = _written(name.words)
            people.setdefault(person_name(full).surname, []).append((name.start, full))
    return people


def _written(words: tuple[str, ...]) -> str:
    """The name without quotation marks round it or a possessive after it."""
    last = re.sub(r"['’]s?$", "", words[-1])
    return " ".join((*words[:-1], last)).strip("\"“”‘’' ")


def resolved(field: Field, text: str, names: list[Name], people: dict[str, list[tuple[int, str]]]) -> Iterator[Mention]:
    """Mentions with canonical names; a lone surname takes the nearest full name before it, or the first in the article."""
    often = _often(field, names)
    for name in names:
        kind, end = name.kind, name.end
        written = _written(name.words) if kind == "person" or len(name.words) == 1 else " ".join(text[name.start : end].split())
        written = re.sub(r"['’]s?$", "", written)
        end = end - len(text[name.start : end]) + len(re.sub(r"['’]s?$", "", text[name.start : end]))
        canonical = written
        if len(name.words) == 1:
            alone = fold(written)
            kind, canonical = _lone(name, alone, written, people)
        if kind is None and (field, written) in often:
            kind = "organisation"
        if kind is None:
            continue
        start = name.start
        if kind == "place":
            canonical = place_name(written) or written
            start, canonical = _modified(text, start, canonical)
        yield Mention(start, end, text[start:end], kind, Names((canonical,)), (name.start, end), field)


_PART_OF = re.compile(
    r"\b(?:(?P<part>(?:south|north)(?:east|west)?(?:ern)?|(?:east|west|central|downtown|suburban|midtown|inner|outer|upper|lower)(?:ern)?)"
    r"|(?P<by>near|outside|off)(?: the)?)\s+$",
    re.IGNORECASE,
)


def _modified(text: str, start: int, canonical: str) -> tuple[int, str]:
    """Start and name of a place with the part of it that is meant ("southern Iran", "near Aleppo"), where lower-case words say so."""
    before = _PART_OF.search(text, max(0, start - 16), start)
    if before is None or (not before.group()[0].islower() and before.start() and text[before.start() - 1] != "\n"):
        return start, canonical
    word = (before["part"] or before["by"]).lower()
    word = word + "ern" if word.endswith(("south", "north", "east", "west")) else word
    return before.start(), f"{word} {canonical}"


def _often(field: Field, names: list[Name]) -> set[tuple[Field, str]]:
    """Unknown names that stand twice inside sentences, never as ordinary words: most are organisations or products."""
    if field == "title":
        return set()
    inside = Counter(_written(n.words) for n in names if n.kind is None and not n.opens and n.fresh)
    adjectives = word_set("adjective")
    return {
        (field, written)
        for written, count in inside.items()
        if count > 1 and len(written) > 2 and fold(written) not in demonyms() and written.lower().rstrip("s") not in adjectives
    }


def _lone(name: Name, alone: str, written: str, people: dict[str, list[tuple[int, str]]]) -> tuple[Kind | None, str]:
    """Kind and canonical form of a single word: a known surname or given name, one misspelt, or what it was."""
    known = people.get(alone)
    if known:
        before = [full for at, full in known if at <= name.start]
        return "person", (before[-1] if before else known[0][1])
    if name.kind not in (None, "person"):
        return name.kind, written
    by_given = [full for rows in people.values() for _, full in rows if fold(full.split()[0]) == alone]
    if by_given and len(alone) > 2:
        return "person", by_given[0]
    near = (name.kind is None or name.kind == "person") and alone not in demonyms() and alone not in word_set("country_like")
    if near and any(
        len(surname) > 4 and slip(alone, surname) and (name.cued or (not name.opens and distance(alone, surname) == 1))
        for surname in people
    ):
        return "person", written
    return (name.kind if name.titled else None), written
