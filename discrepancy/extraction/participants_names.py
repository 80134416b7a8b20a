"""From runs of capitals to names: what is no part of the name cut off, and what kind of thing it names."""

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
from discrepancy.model import Kind
from discrepancy.normalise.name import fold
from discrepancy.normalise.place import abbreviations, demonyms, place_name
from discrepancy.text.capitals import Run, bare, runs, word_set
from discrepancy.text.words import ordinary

MOST_WORDS = 30
"""Words with capitals in a row beyond which they are a table or nonsense, no name."""


@dataclass(frozen=True, slots=True)
class Name:
    """A name found: half-open offsets, what it is ("" where undecided), and the words as written."""

    start: int
    end: int
    kind: Kind | None
    words: tuple[str, ...]
    opens: bool
    titled: bool = False
    cued: bool = False
    fresh: bool = False  # none of its words stands in lower case in the text


def names_of(text: str, lower: Counter[str]) -> Iterator[Name]:
    """Every run of capitals of a field that may be a name, stripped of titles and sentence openers."""
    shouting = sum(c.isupper() for c in text) > 0.6 * sum(c.isalpha() for c in text)
    if shouting:
        return
    for run in runs(text):
        if len(run.words) > MOST_WORDS:
            continue
        yield from _homes(text, run)
        name = _stripped(text, run, lower)
        if name is not None:
            yield name


_HOME = re.compile(r"(?P<place>[^\W\d_].*)-(?:based|born)")


def _homes(text: str, run: Run) -> Iterator[Name]:
    """The place in "London-based", which is no part of the name that follows."""
    for start, end in run.words:
        found = _HOME.fullmatch(text[start:end])
        if found is not None and found["place"][0].isupper():
            yield Name(start, start + len(found["place"]), "place", (found["place"],), run.opens)


def _stripped(text: str, run: Run, lower: Counter[str]) -> Name | None:
    """The run without what is no part of the name: openers, demonyms, offices; None where nothing is left."""
    spans = list(run.words)
    words = [text[a:b] for a, b in spans]
    never, honorific, office = word_set("never"), word_set("honorific"), word_set("office")
    opens = run.opens
    titled = _titled_before(text, run.start)
    while words:
        first = bare(words[0]).partition("'")[0] if re.fullmatch(r"\w+[’'](?:ve|m|ll|d|re|t)", words[0]) else bare(words[0])
        whole = place_name(" ".join(words)) or organisation_word(words)
        common = opens and lower[first] and first not in given_names() and not (len(words) > 1 and organisation_word(words))
        if common or _HOME.fullmatch(words[0]) or (first in never and not (whole and first == "new")):
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
    words, spans = _without_tail(words[cut:], spans[cut:], lower)
    start, end = spans[0][0], spans[-1][1]
    kind = _kind(text, start, end, words, titled, lower, opens)
    cued = not lower[bare(words[0])] and person_cue(text, start, end)
    return Name(start, end, kind, tuple(words), opens, titled, cued, not any(lower[bare(w)] for w in words))


_TAIL = re.compile(r"^\(?[DRI]-[A-Z]|-(?:based|led|born|made|built|backed|style|owned|run|area|era)$")


def _without_tail(words: list[str], spans: list[tuple[int, int]], lower: Counter[str]) -> tuple[list[str], list[tuple[int, int]]]:
    """Drop last words that belong to no name ("X Tribute Concert", "X Monday")."""
    given = fold(words[0]) in given_names()
    while len(words) > 1:
        last = bare(words[-1])
        trailing = given and len(words) > 2 and (lower[last] or last in word_set("event")) and not organisation_word(words)
        if last not in word_set("never") and not trailing and not _TAIL.search(words[-1]):
            break
        words, spans = words[:-1], spans[:-1]
    return words, spans


def _titled_before(text: str, start: int) -> bool:
    """Whether a lower-case trade or honorific stands right before ("spokeswoman X", "special counsel X")."""
    before = re.search(r"([a-z][\w-]+),?\s+$", text[max(0, start - 24) : start])
    return bool(before and before[1] in word_set("office") and not (text[start - 2 : start] == ", " and not kin_before(text, start)))


def _led_by_given(words: list[str]) -> int:
    """How many leading words to drop so that a given name comes first ("Staff William X", "NASA Charles X"); 0 where none."""
    if len(words) < 3 or fold(words[0]) in given_names() or len(words[0].rstrip(".")) == 1:
        return 0
    for i in (1, 2):
        if (
            i < len(words) - 1
            and fold(words[i]) in given_names()
            and (acronym(words[0]) or not place_word(words))
            and not organisation_word(words[i:])
        ):
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
    stopped = "." in name or text[end : end + 1] == "." or text[max(0, start - 2) : start] == ", "
    if place_name(name) and not (titled and len(words) > 1) and (stopped or first not in abbreviations()):
        return "place"
    if titled and len(words) <= 4 and not organisation_word(words) and bare(words[0]).rstrip("s") not in word_set("adjective"):
        return "person"
    if organisation_word(words):
        return "organisation"
    if place_word(words):
        return "place"
    if len(words) in (2, 3) and bare(words[-1]).endswith("s") and place_name(" ".join(words[:-1])) and first not in given_names():
        return "organisation"  # a team: its town and what its players are called
    if acronym(words[0]) and len(words) == 1:
        return "organisation" if not opens or "." in words[0] or len(words[0]) <= 5 else None
    if 2 <= len(words) <= 4:
        if first in given_names() or (first in doubtful_names() and person_cue(text, start, end)):
            return "person"
        if person_cue(text, start, end):
            return "person"
        if re.match(r",?\s+(?:Inc|Corp|Ltd|LLC|PC|&)\b", text[end:]):
            return "organisation"
    if len(words) == 1 and (first in demonyms() or bare(words[0]).rstrip("s") in word_set("adjective")):
        return None
    if place_cue(text, start) or _before_state(text, end) or _PLACE_AFTER.match(text, end):
        return "place"
    if text[max(0, start - 4) : start].lower() == "the " and len(words) > 1 and not titled:
        return "organisation" if all(not lower[bare(w)] for w in words) else None
    if fold(words[-1]) in demonyms() or bare(words[-1]).rstrip("s") in word_set("country_like"):
        return None
    unknown = all(not lower[bare(w)] for w in words) and not any(acronym(w) and len(w) > 2 for w in words)
    if 2 <= len(words) <= 3 and unknown and not opens:
        body = place_name(words[0]) or acronym(words[-1]) or acronym(words[0]) or any(ordinary(bare(w)) for w in words)
        return "organisation" if body else "person"
    return None


_PLACE_AFTER = re.compile(r"\s(?:island|province|district|region|county|village|peninsula|valley|airport|neighbou?rhood|suburb)\b")


def _before_state(text: str, end: int) -> bool:
    """Whether ", State" or ", Country" follows."""
    after = re.match(r",\s((?:[A-Z][\w.]+\s?){1,2})", text[end : end + 30])
    return bool(after and (place_name(after[1].strip().rstrip(",")) or place_name(after[1].split()[0])))
