"""Clauses: the pieces of a sentence between its marks and joining words; shallow, for matching what is affirmed and denied."""

from __future__ import annotations

import re
from typing import NamedTuple

from discrepancy.text.sentences import sentences

_SPLIT = re.compile(
    r"""\s*[;:,—–()\[\]"“”]+\s*|\s+-{1,2}\s+|\s+(?=(?:but|that|which|who|whom|whether|if|when|because|although|though|while|after|before|until|unless|since|so|as|where)\s)""",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?:(?:but|that|because|although|though|while|and|or|so|as)\s+)+", re.IGNORECASE)
LONGEST = 80  # characters of a clause that is shown


class Clause(NamedTuple):
    """Half-open offsets of a clause, the sentence it stands in (offsets), and that sentence's number in the field."""

    start: int
    end: int
    sentence: tuple[int, int]
    number: int


def clauses(text: str) -> list[Clause]:
    """The clauses of `text` in order: joining words at their head stay, marks round them do not."""
    out: list[Clause] = []
    for number, (start, end) in enumerate(sentences(text)):
        low = start
        for match in _SPLIT.finditer(text, start, end):
            _add(text, low, match.start(), (start, end), number, out)
            low = match.end()
        _add(text, low, end, (start, end), number, out)
    return out


def _add(text: str, low: int, high: int, sentence: tuple[int, int], number: int, out: list[Clause]) -> None:
    while low < high and not text[low].isalnum() and text[low] not in "$€£":
        low += 1
    while high > low and not text[high - 1].isalnum() and text[high - 1] != "%":
        high -= 1
    if high - low > 2:
        out.append(Clause(low, high, sentence, number))


def shortened(text: str, start: int, end: int, centre: tuple[int, int]) -> tuple[int, int]:
    """text[start:end] without joining words at its head, cut to at most LONGEST characters round `centre`, at blanks."""
    lead = _LEAD.match(text, start, end)
    if lead and (centre[0] == start or lead.end() <= centre[0]) and lead.end() < end:
        start = lead.end()
        centre = (max(centre[0], start), max(centre[1], start))
    if end - start <= LONGEST:
        return start, end
    spare = max(0, LONGEST - (centre[1] - centre[0]))
    low = max(start, centre[0] - spare * 2 // 3)
    high = min(end, max(centre[1], low + LONGEST))
    while low > start and low < centre[0] and not text[low - 1].isspace():
        low += 1
    while high < end and high > centre[1] and not text[high].isspace():
        high -= 1
    return low, high
