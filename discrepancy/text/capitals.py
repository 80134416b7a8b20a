"""Runs of capitalised words: where a proper name may stand, before anyone asks whose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from discrepancy.lexicon import table

_WORD = r"(?:(?:[A-Z]\.[ ]?){1,4}(?![a-z])|[^\W\d_a-z][\w'’\-‑]*\w\.?|[A-Z]\b|(?:al|el|as|ash|ad|an)[-‑][A-Z][\w'’]+)"
_PART = re.compile(_WORD)
_GAP = re.compile(
    r"[ \t]{1,2}(?:(?:de|da|di|del|dos|van|von|der|den|bin|ibn|la|le|al|el|y)[ ]){0,2}"
    r"|[ ](?:of|for|&|and)[ ](?:the[ ])?|[ ][\"“(]|[\"”)][ ]|[ ]?&[ ]?"
)
_ORG_JOIN = re.compile(r"^[ ](?:of|for|&|and)[ ]")
_ABBREVIATED = re.compile(
    r"(?:^|[ .])(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Capt|Maj|Prof|Rev|Hon|St|Jr|Sr"
    r"|Insp|Supt|Det|Brig|Adm|Cmdr|Mt|Ft|Inc|Corp|Co|Ltd|Bros|[A-Z])\.$"
)


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row, half-open: `words` are their (start, end) offsets; opens where it begins a sentence or quotation."""

    start: int
    end: int
    words: tuple[tuple[int, int], ...]
    opens: bool


@cache
def word_set(group: str) -> frozenset[str]:
    """The words of one group of the table of titles and name parts."""
    return frozenset(table("titles")[group].split())


def bare(word: str) -> str:
    """Lower case without a possessive ending or a final stop."""
    word = word.lower().replace("’", "'").rstrip(".")
    return word[:-2] if word.endswith("'s") else word.rstrip("'")


def runs(text: str) -> list[Run]:
    """Every run of capitalised words of `text`, in order. "University of X" is one; "A and B" two; a possessive ends one."""
    found: list[Run] = []
    words: list[tuple[int, int]] = []
    for match in _PART.finditer(text):
        if match.start() and (text[match.start() - 1].isalnum() or text[match.start() - 1] in "@#/_"):
            continue
        start, end = match.span()
        while end > start and text[end - 1] in " '’-":
            end -= 1
        if text[end - 1] == "." and not _ABBREVIATED.search(text[start:end]):
            end -= 1
        if words and not _joined(text, words, start):
            found.extend(_ended(text, words))
            words = []
        words.append((start, end))
    if words:
        found.extend(_ended(text, words))
    return found


def _ended(text: str, words: list[tuple[int, int]]) -> list[Run]:
    """The run, without what stands in brackets at its end, which is a run of its own: no nickname, but initials, a party, a State."""
    if len(words) > 1 and text[words[-2][1] : words[-1][0]] == " (":
        return [_run(text, words[:-1]), _run(text, words[-1:])]
    return [_run(text, words)]


def _joined(text: str, words: list[tuple[int, int]], start: int) -> bool:
    """Whether the word at `start` goes on the run."""
    low, high = words[-1]
    gap = text[high:start]
    if len(gap) > 12 or not _GAP.fullmatch(gap):
        return False
    last = text[low:high].replace("’", "'")
    if last.endswith(("'s", "s'")) and gap.startswith(" "):
        return False
    if _ORG_JOIN.match(gap):
        heads = word_set("organisation") | word_set("building")
        head = any(bare(text[a:b]) in heads for a, b in words)
        return head if " of" in gap or " for" in gap else "&" in gap
    return not (gap in (' "', " “", " (") and not text[start:].split(maxsplit=1)[0].rstrip(",").endswith(('"', "”", ")")))


_OPENING = frozenset('.!?:;\n"“‘(•|—–*')


def _run(text: str, words: list[tuple[int, int]]) -> Run:
    at = words[0][0] - 1
    while at >= 0 and text[at] in " \t":
        at -= 1
    return Run(words[0][0], words[-1][1], tuple(words), at < 0 or text[at] in _OPENING)
