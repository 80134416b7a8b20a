"""The tokens that dates are read from, and the classes of their words."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from discrepancy.lexicon import table
from discrepancy.normalise.date_written import Written

_TOKEN = re.compile(r"\n\s*\n|\d+|[^\W\d_]+|[^\w\s]|_")
DASHES = frozenset("-–—‐‑−~")
_PAD = 24
APOSTROPHES = frozenset("'’‘`")
Read = tuple[Written, int]
"""What was read, and the index of the token after it."""


class Tokens:
    """The tokens of one window of a text: words in lower case, as written, with offsets into the whole text, half-open.

    Numbers, words and single signs are tokens of their own; a blank line is one token that no date runs across.
    """

    __slots__ = ("count", "digits", "ends", "raw", "starts", "word", "words")

    def __init__(self, text: str, start: int, end: int) -> None:
        found = [(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text, start, end)]
        self.count = len(found)
        self.raw = [raw for raw, _, _ in found]
        self.starts = [a for _, a, _ in found]
        self.ends = [b for _, _, b in found]
        self.words = ["" if raw.isspace() else raw.lower() for raw in self.raw] + [""] * _PAD
        self.word = self.words.__getitem__
        """Lower-case token i; "" a little beyond either end."""
        self.digits = [w if w.isdecimal() and w.isascii() and len(w) <= 8 else "" for w in self.words].__getitem__
        """Token i where it is a plain number of at most eight ASCII digits, else ""."""

    def glued(self, i: int) -> bool:
        """Whether token i follows the one before without a space."""
        return 0 < i < self.count and self.starts[i] == self.ends[i - 1]

    def skip(self, i: int, *words: str) -> int:
        """The index after token i where it is one of `words`, else i."""
        return i + 1 if self.word(i) in words else i

    def possessive(self, i: int) -> bool:
        """Whether tokens i, i+1 are 's (or a bare apostrophe glued to what stands before)."""
        return self.word(i) in APOSTROPHES and self.glued(i)


class Words(NamedTuple):
    """The classes of words that the grammar asks for."""

    months: dict[str, int]
    weekdays: dict[str, int]
    ordinals: dict[str, int]
    cardinals: dict[str, int]
    vague: dict[str, int]
    units: dict[str, str]
    days: dict[str, int]
    parts: dict[str, str]
    seasons: dict[str, int]
    edges: dict[str, str]
    shifts: dict[str, int]
    relations: dict[str, str]
    hedges: dict[str, str]
    shaky_months: frozenset[str]
    verb_months: frozenset[str]
    shaky_weekdays: frozenset[str]
    counted: frozenset[str]
    verbs_in_s: frozenset[str]
    zones: frozenset[str]
    holidays: dict[str, list[tuple[tuple[str, ...], str]]]


@cache
def words() -> Words:
    """The tables `dates`, `holidays` and `zones`, as the grammar uses them."""
    dates: dict[str, Any] = table("dates")
    zones = table("zones")
    holidays: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name in sorted(table("holidays")["rules"], key=len, reverse=True):
        spelled = tuple(re.findall(r"\d+|[^\W\d_]+|[^\w\s]", name))
        holidays.setdefault(spelled[0], []).append((spelled, name))
    return Words(
        dates["months"], dates["weekdays"], dates["ordinals"], dates["cardinals"], dates["vague"], dates["units"], dates["days"],
        dates["parts"], dates["seasons"], dates["edges"], dates["shifts"], dates["relations"], dates["hedges"],
        frozenset(dates["ambiguous"]["months"]), frozenset(dates["ambiguous"]["verbs"]), frozenset(dates["ambiguous"]["weekdays"]),
        frozenset(dates["counted"]["nouns"]), frozenset(dates["counted"]["verbs_in_s"]),
        frozenset(zones["offsets"]) | frozenset(zones["names"]["words"]), holidays,
    )  # fmt: skip


@cache
def near(name: str) -> frozenset[str]:
    """The words of table `near` called `name`; "" stands for the end of a paragraph or of the text."""
    return frozenset("" if word == "¶" else word for word in table("dates")["near"][name].split())


def cardinal(t: Tokens, i: int) -> tuple[int, int] | None:
    """A count of units: "3", "three", "twenty-one", "a", "a couple of", "several"; with the index after it."""
    known = words()
    if number := t.digits(i):
        if t.word(i - 1) in (".", ",") and t.glued(i) and t.digits(i - 2):
            return None
        if t.word(i + 1) == "," and t.glued(i + 1) and t.glued(i + 2) and len(t.digits(i + 2)) == 3 and len(number) <= 3:
            return int(number + t.digits(i + 2)), i + 3
        return _scaled(t, int(number), i + 1) if len(number) <= 4 and int(number) else None
    word = t.word(i)
    if word in ("a", "the") and t.word(i + 1) in ("couple", "few"):
        i, word = i + 1, t.word(i + 1)
    if word in known.vague:
        return known.vague[word], i + 1
    value = known.cardinals.get(word)
    if value is None:
        return None
    if word == "couple":
        return 2, t.skip(i + 1, "of")
    if word in ("a", "an") and t.word(i + 1) == "dozen":
        return 12, i + 2
    if 20 <= value <= 90:
        j = i + 1 + (t.word(i + 1) in DASHES)
        low = known.cardinals.get(t.word(j), 0)
        if 1 <= low <= 9 and t.word(j) not in ("a", "an"):
            return value + low, j + 1
    return _scaled(t, value, i + 1)


def _scaled(t: Tokens, value: int, i: int) -> tuple[int, int]:
    """ "a hundred", "two thousand" """
    scale = {"hundred": 100, "thousand": 1000}.get(t.word(i))
    return (value * scale, i + 1) if scale else (value, i)


def ordinal(t: Tokens, i: int) -> tuple[int, int] | None:
    """ "1st", "21 st", "first", "twenty-first", with the index after it."""
    if number := t.digits(i):
        if len(number) <= 2 and t.word(i + 1) in ("st", "nd", "rd", "th"):
            return int(number), i + 2
        return None
    known = words()
    if (value := known.ordinals.get(t.word(i))) is not None:
        return value, i + 1
    tens = known.cardinals.get(t.word(i), 0)
    if tens in (20, 30):
        j = i + 1 + (t.word(i + 1) in DASHES)
        if 1 <= (low := known.ordinals.get(t.word(j), 0)) <= 9:
            return tens + low, j + 1
    return None
