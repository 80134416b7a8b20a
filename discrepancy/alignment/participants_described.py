"""Who and where without a known name: descriptions by a noun ("a receptionist", "suburban clinics"), peoples, and names of unknown kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from discrepancy.alignment.claim import Sentence
from discrepancy.lexicon import table
from discrepancy.model import Field, Kind, Mention, Names
from discrepancy.normalise.name import fold
from discrepancy.normalise.place import demonyms
from discrepancy.text.words import Token, stopwords

LONGEST = 5  # words of a description before its noun
READ = 12_000  # characters of a text that are read for descriptions
WORDS = 140  # tokens of a sentence that are read


@cache
def group(name: str) -> frozenset[str]:
    """One group of the table of descriptions."""
    return frozenset(str(table("descriptions")[name]).split())


@cache
def heads() -> dict[str, Kind]:
    """Noun -> what it describes."""
    kinds: tuple[tuple[Kind, str], ...] = (("place", "place"), ("organisation", "body"), ("person", "person"))
    more = {w: kind for kind, name in kinds for w in group(f"{name}_more")}
    return {**more, **{w: kind for kind, name in kinds for w in group(name)}}


def described(sentences: Sequence[Sentence], text: str, title: str, named: Sequence[Mention]) -> list[Mention]:
    """What the sentences of one article say of persons, bodies and places beside its names, in order.

    `value.named` is False for descriptions.
    """
    taken = _taken(named)
    out: list[Mention] = []
    for sentence in sentences:
        if sentence.start < READ:
            field: Field = "title" if sentence.field == "title" else "text"
            out.extend(_of_sentence(sentence, title if field == "title" else text, field, taken[field]))
    return out


def _taken(named: Sequence[Mention]) -> dict[str, dict[int, int]]:
    """For each field, offset of a name's start -> its end."""
    out: dict[str, dict[int, int]] = {"text": {}, "title": {}}
    for m in named:
        out[m.field][m.start] = max(m.end, out[m.field].get(m.start, 0))
    return out


def _of_sentence(sentence: Sentence, text: str, field: Field, taken: dict[int, int]) -> Iterable[Mention]:
    words = sentence.words[:WORDS]
    used = _used(words, taken)
    for i in range(len(words)):
        if i in used:
            continue
        span = _unknown(words, i, used, sentence) or _noun(words, i, used, field)
        if span is None:
            continue
        low, high, kind, is_name = span
        used.update(range(low, high + 1))
        start, end = words[low].start, words[high].end
        written = text[start:end]
        if written.lower().replace("’", "'").endswith("'s"):
            end -= 2
            written = text[start:end]
        yield Mention(start, end, written, kind, Names((written if is_name else written.lower(),), is_name), (start, end), field)


def _used(words: Sequence[Token], taken: dict[int, int]) -> set[int]:
    used: set[int] = set()
    until = -1
    for i, token in enumerate(words):
        until = max(until, taken.get(token.start, -1))
        if token.start < until:
            used.add(i)
    return used


def _unknown(words: Sequence[Token], at: int, used: set[int], sentence: Sentence) -> tuple[int, int, Kind, bool] | None:
    """A run of capitals that the reading of names left: a people by its own word, else a place after a word of place, or a body."""
    token = words[at]
    if not token.capital or token.lower not in sentence.names or len(token.lower) < 3:
        return None
    high = at
    while high + 1 < len(words) and high - at < 3 and high + 1 not in used and words[high + 1].start == words[high].end + 1:
        if not words[high + 1].capital or words[high + 1].lower not in sentence.names:
            break
        high += 1
    if fold(token.lower) in demonyms() or token.lower in heads():
        return _people(words, at, used)
    before = words[at - 1].lower if at else ""
    if before == "the" and at > 1:
        before = words[at - 2].lower
    return at, high, "place" if before in group("placing") else "organisation", True


def _people(words: Sequence[Token], at: int, used: set[int]) -> tuple[int, int, Kind, bool] | None:
    """A people that stands for one or some of it: "an Australian", "two Britons"."""
    following = words[at + 1] if at + 1 < len(words) else None
    alone = following is None or not following.lower[:1].isalpha() or following.lower in stopwords() or following.lower in group("ends")
    if not alone or at in used:
        return None
    low = at
    while low > 0 and at - low < 2 and words[low - 1].lower in group("determiner") and low - 1 not in used:
        low -= 1
    return low, at, "person", False


def _noun(words: Sequence[Token], at: int, used: set[int], field: Field) -> tuple[int, int, Kind, bool] | None:
    """A description whose noun stands at `at`: with up to LONGEST words before it."""
    token = words[at]
    kind = heads().get(token.lemma) or heads().get(token.lower)
    if token.lower == "year-old" or token.lower.endswith("-year-old"):
        kind = "person"
    if kind is None or not token.lower[:1].isalpha():
        return None
    if at + 1 < len(words) and at + 1 not in used and words[at + 1].lemma in heads() and words[at + 1].start == token.end + 1:
        return None  # the noun after it is the head
    low = at
    while low > 0 and at - low < LONGEST and _goes_on(words, low - 1, used, field):
        low -= 1
    return low, at, kind, False


def _goes_on(words: Sequence[Token], at: int, used: set[int], field: Field) -> bool:
    token, following = words[at], words[at + 1]
    if field == "title" and token.capital:
        return False  # where every word is a capital one, a verb cannot be told
    if at in used or following.start - token.end > 1 or not (token.lower[:1].isalnum() or token.lower == "-"):
        return False
    return token.lower not in group("ends") and following.lower not in group("determiner")
