"""Where sentences and paragraphs begin and end.

One pass of regular expressions with an abbreviation table: a naive splitter cost five points of
value accuracy (FINDINGS 2), a full one costs more time than all the reading. Linear in the text.
"""

from __future__ import annotations

import re
from functools import cache

from discrepancy.lexicon import table

_BREAK = re.compile(r"""[.!?…]+["'”’)\]»]*(?=\s|$)|\n\s*\n|\n(?=\s*(?:[-•*–—]|\d{1,2}[.)])\s)""")
_PARAGRAPH = re.compile(r"\n[ \t\r]*\n\s*|\n")
_LAST_WORD = re.compile(r"([^\s(\[\"'“‘]+)$")
_NEXT = re.compile(r"\s+[\"'“‘(\[]*(\S)")
LONGEST = 2000  # a "sentence" longer than this is cut at a line break or blank: tables, lists, hostile text


@cache
def _abbreviations() -> frozenset[str]:
    words = table("abbreviations")
    return frozenset(w.lower() for group in ("title", "place", "month", "common") for w in words[group])


@cache
def _never_last() -> frozenset[str]:
    """Abbreviations that stand before a name or figure, so that a capital after them begins no sentence."""
    words = table("abbreviations")
    return frozenset(w.lower() for group in ("title", "month", "number") for w in words[group])


def _is_boundary(text: str, dot: int, end: int) -> bool:
    """Whether the full stop at `dot` closes a sentence that ends at `end`."""
    following = _NEXT.match(text, end)
    if following is None:
        return True
    nxt = following[1]
    if text[dot] != ".":
        return not nxt.islower()
    before = _LAST_WORD.search(text, max(0, dot - 40), dot)
    word = before[1].lower() if before else ""
    if text[end : following.start(1)].count("\n") >= 1 and not nxt.islower():
        return True
    if word in _never_last() and (nxt.isupper() or nxt.isdigit()):
        return False
    if nxt.islower():
        return False
    if nxt.isdigit() and word.isdigit():
        return False  # "4. 6 magnitude": a figure re-joined from tokens
    if len(word) == 1 and word.isalpha():
        return word in {"i"} and False
    if "." in word and all(len(part) <= 2 for part in word.split(".")):  # U.S., p.m., a.m., D.C.
        return nxt.isupper() and word in {"p.m", "a.m"}
    return word not in _abbreviations()


def sentences(text: str) -> list[tuple[int, int]]:
    """(start, end) of each sentence, half-open, in order, without surrounding white space; a blank line always ends one."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _BREAK.finditer(text):
        first = text[match.start()]
        if first != "\n" and not _is_boundary(text, match.start(), match.end()):
            continue
        _add(text, start, match.end() if first != "\n" else match.start(), spans)
        start = match.end()
    _add(text, start, len(text), spans)
    return spans


def _add(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    """Append the stripped span; lines that do not end in a stop are sentences of their own (headings, list items)."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start >= end:
        return
    for low, high in _lines(text, start, end):
        while high - low > LONGEST:
            cut = text.rfind(" ", low, low + LONGEST)
            cut = cut if cut > low else low + LONGEST
            spans.append((low, cut))
            low = cut + 1 if text[cut : cut + 1] == " " else cut
        if low < high:
            spans.append((low, high))


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split at a line break whose next line begins with a capital, digit or quote and whose line is a heading or list item.

    A break inside running text (wrapped lines) is kept: the next line then begins in lower case or the line is long.
    """
    if "\n" not in text[start:end]:
        return [(start, end)]
    out: list[tuple[int, int]] = []
    low = start
    for match in re.finditer(r"[ \t\r]*\n\s*", text[start:end]):
        a, b = start + match.start(), start + match.end()
        nxt = text[b : b + 1]
        if nxt and not nxt.islower() and not (60 <= a - low <= 85 and text[a - 1 : a] not in ".!?:"):
            if a > low:
                out.append((low, a))
            low = b
    if end > low:
        out.append((low, end))
    return out


def paragraphs(text: str) -> list[tuple[int, int]]:
    """(start, end) of each block between line breaks, half-open, stripped, in order."""
    spans = []
    start = 0
    for match in _PARAGRAPH.finditer(text):
        if text[start : match.start()].strip():
            spans.append((start, match.start()))
        start = match.end()
    if text[start:].strip():
        spans.append((start, len(text)))
    out = []
    for low, high in spans:
        while low < high and text[low].isspace():
            low += 1
        while high > low and text[high - 1].isspace():
            high -= 1
        out.append((low, high))
    return out
