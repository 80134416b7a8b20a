"""Persons, organisations and places: every proper name of an article, resolved within it ("Smith" is John Smith)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from discrepancy.extraction.participants_kinds import (
    acronym,
    doubtful_names,
    given_names,
    kin_before,
    organisation_word,
    person_cue,
    place_cue,
    place_word,
)
from discrepancy.extraction.participants_spans import Run, bare, runs, word_set
from discrepancy.model import Field, Kind, Mention, Names
from discrepancy.normalise.name import distance, fold, person_name, slip
from discrepancy.normalise.place import demonyms, place_name

_LOWER = re.compile(r"(?<![^\W_])[^\W\d_A-Z][\w'’]*")
LONGEST = 200_000  # characters of a field that are read for names


@dataclass(frozen=True, slots=True)
class _Name:
    """A name found: half-open offsets, what it is ("" where undecided), and the words as written."""

    start: int
    end: int
    kind: Kind | None
    words: tuple[str, ...]
    opens: bool
    titled: bool = False
    cued: bool = False
    fresh: bool = False  # none of its words stands in lower case in the text


def find_participants(text: str, title: str) -> tuple[Mention, ...]:
    """The names in `text`, then those in `title`, each in order; `value.names` is canonical within the article.

    kind is person, organisation or place; a name that cannot be told is left out.
    """
    text, title = text[:LONGEST], title[:2000]
    lower = Counter(bare(m.group()) for m in _LOWER.finditer(text))
    found = {"text": list(_names(text, lower)), "title": list(_names(title, lower))}
    people = _people(found["text"] + found["title"])
    mentions: list[Mention] = []
    fields: tuple[tuple[Field, str], ...] = (("text", text), ("title", title))
    for field, words in fields:
        mentions.extend(_resolved(field, words, found[field], people))
    return tuple(m for m in mentions if m.field == "text" or _known(m, mentions, title))


def _known(mention: Mention, mentions: list[Mention], title: str) -> bool:
    """Whether a name of a title in title case, where any word has a capital, is one that the text or a table knows."""
    words = re.findall(r"[^\W\d_]{4,}", title)
    if sum(w[0].isupper() for w in words) < 0.7 * len(words):
        return True
    assert isinstance(mention.value, Names)
    name = mention.value.names[0]
    if mention.kind == "place":
        return place_name(name) is not None or any(m.field == "text" and m.value == mention.value for m in mentions)
    return any(m.field == "text" and m.value == mention.value for m in mentions) or fold(name.split()[0]) in given_names()


def _names(text: str, lower: Counter[str]) -> Iterator[_Name]:
    """Every run of capitals of a field that may be a name, stripped of titles and sentence openers."""
    shouting = sum(c.isupper() for c in text) > 0.6 * sum(c.isalpha() for c in text)
    if shouting:
        return
    for run in runs(text):
        name = _stripped(text, run, lower)
        if name is not None:
            yield name


def _stripped(text: str, run: Run, lower: Counter[str]) -> _Name | None:
    """The run without what is no part of the name: openers, demonyms, offices; None where nothing is left."""
    spans = list(run.words)
    words = [text[a:b] for a, b in spans]
    never, honorific, office = word_set("never"), word_set("honorific"), word_set("office")
    opens = run.opens
    titled = _titled_before(text, run.start)
    while words and len(words) > 0:
        first = bare(words[0])
        whole = place_name(" ".join(words)) or organisation_word(words)
        if first in never and not (whole and first == "new"):
            pass
        elif opens and lower[first] and first not in given_names() and not (len(words) > 1 and organisation_word(words)):
            pass
        elif first in honorific or (first in office and len(words) > 1 and not organisation_word(words)):
            titled = titled or len(words) > 1
        elif len(words) > 1 and (fold(words[0]) in demonyms() or first in word_set("country_like")) and not whole and not place_word(words):
            pass
        else:
            break
        spans.pop(0)
        words.pop(0)
        opens = False
    if not words or all(len(w.rstrip(".")) < 2 for w in words):
        return None
    words, spans, titled = _after_title(words, spans, titled)
    cut = 0 if titled else _led_by_given(words)
    words, spans = words[cut:], spans[cut:]
    given = fold(words[0]) in given_names()
    while len(words) > 1 and (bare(words[-1]) in never or (given and len(words) > 2 and (lower[bare(words[-1])] or bare(words[-1]) in word_set("event")) and not organisation_word(words))):
        words, spans = words[:-1], spans[:-1]
    start, end = spans[0][0], spans[-1][1]
    kind = _kind(text, start, end, words, titled, lower, opens)
    return _Name(start, end, kind, tuple(words), opens, titled, not lower[bare(words[0])] and person_cue(text, start, end), not any(lower[bare(w)] for w in words))


def _titled_before(text: str, start: int) -> bool:
    """Whether a lower-case trade or honorific stands right before ("spokeswoman X", "special counsel X")."""
    before = re.search(r"([a-z][\w-]+),?\s+$", text[max(0, start - 24) : start])
    return bool(before and before[1] in word_set("office") and not (text[start - 2 : start] == ", " and not kin_before(text, start)))


def _led_by_given(words: list[str]) -> int:
    """How many leading words to drop so that a given name comes first ("Staff William X", "NASA Charles X"); 0 where none."""
    if len(words) < 3 or fold(words[0]) in given_names() or len(words[0].rstrip(".")) == 1:
        return 0
    for i in (1, 2):
        if i < len(words) - 1 and fold(words[i]) in given_names() and (acronym(words[0]) or not place_word(words)) and not organisation_word(words[i:]):
            return i
    return 0


def _after_title(words: list[str], spans: list[tuple[int, int]], titled: bool) -> tuple[list[str], list[tuple[int, int]], bool]:
    """Cut everything up to a title inside the run: "Massachusetts Gov. Deval Patrick" -> "Deval Patrick"."""
    heads = word_set("honorific") | word_set("office")
    for i in range(len(words) - 2, 0, -1):
        if bare(words[i]) in heads and not organisation_word(words[i + 1 :]):
            return words[i + 1 :], spans[i + 1 :], True
    return words, spans, titled


def _kind(text: str, start: int, end: int, words: list[str], titled: bool, lower: Counter[str], opens: bool) -> Kind | None:
    """What the words name; None where nothing tells."""
    name = " ".join(words)
    first = fold(words[0])
    if place_name(name) and not (titled and len(words) > 1):
        return "place"
    if titled and len(words) <= 4 and not organisation_word(words):
        return "person"
    if organisation_word(words):
        return "organisation"
    if place_word(words):
        return "place"
    if acronym(words[0]) and len(words) == 1:
        return "organisation" if not opens or "." in words[0] or len(words[0]) <= 5 else None
    if 2 <= len(words) <= 4:
        if first in given_names() or (first in doubtful_names() and person_cue(text, start, end)):
            return "person"
        if person_cue(text, start, end):
            return "person"
        if re.match(r",?\s+(?:Inc|Corp|Ltd|LLC|PC|&)\b", text[end:]):
            return "organisation"
    if place_cue(text, start) or _before_state(text, end):
        return "place"
    if text[max(0, start - 4) : start].lower() == "the " and len(words) > 1 and not titled:
        return "organisation" if all(not lower[bare(w)] for w in words) else None
    if len(words) == 1 and (first in demonyms() or bare(words[0]) in word_set("country_like")):
        return None
    if fold(words[-1]) in demonyms() or bare(words[-1]).rstrip("s") in word_set("country_like"):
        return None
    unknown = all(not lower[bare(w)] for w in words) and not any(acronym(w) and len(w) > 2 for w in words)
    if 2 <= len(words) <= 3 and unknown and not opens:
        return "person"
    return None


def _before_state(text: str, end: int) -> bool:
    """Whether ", State" or ", Country" follows."""
    after = re.match(r",\s((?:[A-Z][\w.]+\s?){1,2})", text[end : end + 30])
    return bool(after and (place_name(after[1].strip().rstrip(",")) or place_name(after[1].split()[0])))


def _people(names: list[_Name]) -> dict[str, list[tuple[int, str]]]:
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


def _resolved(field: Field, text: str, names: list[_Name], people: dict[str, list[tuple[int, str]]]) -> Iterator[Mention]:
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
    r"\b(?:(?P<part>(?:south|north)(?:east|west)?(?:ern)?|(?:east|west|central|downtown|suburban|midtown|inner|outer|upper|lower)(?:ern)?)|(?P<by>near|outside|off)(?: the)?)\s+$",
    re.IGNORECASE,
)


def _modified(text: str, start: int, canonical: str) -> tuple[int, str]:
    """Start and name of a place with the part of it that is meant ("southern Iran", "near Aleppo"), where lower-case words say so."""
    before = _PART_OF.search(text, max(0, start - 16), start)
    if before is None or (not before.group()[0].islower() and before.start() and text[before.start() - 1] != "\n"):
        return start, canonical
    word = (before["part"] or before["by"]).lower()
    return before.start(), f"{word} {canonical}"


def _often(field: Field, names: list[_Name]) -> set[tuple[Field, str]]:
    """Unknown names that stand at least twice inside sentences of the text, never as an ordinary word: most are organisations or products."""
    if field == "title":
        return set()
    inside = Counter(_written(n.words) for n in names if n.kind is None and not n.opens and n.fresh)
    return {(field, written) for written, count in inside.items() if count > 1 and len(written) > 2}


def _lone(name: _Name, alone: str, written: str, people: dict[str, list[tuple[int, str]]]) -> tuple[Kind | None, str]:
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
    if near and any(len(surname) > 4 and slip(alone, surname) and (name.cued or (not name.opens and distance(alone, surname) == 1)) for surname in people):
        return "person", written
    return (name.kind if name.titled else None), written
