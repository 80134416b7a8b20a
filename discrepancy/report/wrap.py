"""Lines of a terminal: how wide words are, where to break them, and in which style they are written."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_CODES = {"red": "31", "green": "32", "yellow": "33", "cyan": "36"}


@dataclass(frozen=True, slots=True)
class Ink:
    """Writes words in a style, or plainly where there is no colour."""

    colour: bool

    def __call__(self, text: str, hue: str = "", *, bold: bool = False, dim: bool = False, underline: bool = False) -> str:
        """`text` in ANSI SGR codes that end with it."""
        codes = [code for code, wanted in (("1", bold), ("2", dim), ("4", underline)) if wanted]
        codes += [_CODES[hue]] if hue else []
        return f"\x1b[{';'.join(codes)}m{text}\x1b[0m" if self.colour and codes and text else text


@dataclass(frozen=True, slots=True)
class Styled:
    """A stretch of a passage, marked where it is the value."""

    text: str
    marked: bool = False


def columns(text: str) -> int:
    """How many columns of a terminal `text` takes: two for a wide character, none for a combining one."""
    if text.isascii():
        return len(text)
    return sum(_column(character) for character in text)


def _column(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cut_round(text: str, start: int, end: int, room: int) -> tuple[Styled, ...]:
    """`text` cut to `room` columns so that [start, end) stays in sight, with … where words were left out.

    Returns at least one stretch; with start == end only the end is cut.
    """
    if columns(text) <= room:
        return _marked(text, start, end)
    room = max(room, 8)
    quote = columns(text[start:end])
    ahead = max(8, (room - quote) // 2, room - quote - columns(text[end:]) - 1)  # a short end leaves its room to the beginning
    lead = 0 if start == end else max(0, start - ahead)
    if lead:
        space = text.find(" ", lead - 1, start)
        lead = space + 1 if 0 <= space - lead < 15 else lead
    shown = "…" if lead else ""
    last = _last(text, end, lead, room - columns(shown))
    tail = "…" if last < len(text) else ""
    shift = len(shown) - lead
    return _marked(shown + text[lead:last].rstrip() + tail, start + shift, min(end, last) + shift)


def _last(text: str, end: int, lead: int, room: int) -> int:
    """Where to stop so that [lead, last) with … fits in `room` columns: all of it, or a word's end after `end` if one is near."""
    if columns(text[lead:]) <= room:
        return len(text)
    last, width = lead, 1
    while last < len(text) and width + _column(text[last]) <= room:
        width += _column(text[last])
        last += 1
    space = text.rfind(" ", max(end, lead + 1), last + 1)
    return space if 0 <= last - space < 15 and space > lead else last


def _marked(text: str, start: int, end: int) -> tuple[Styled, ...]:
    parts = (Styled(text[:start]), Styled(text[start:end], True), Styled(text[end:])) if start < end else (Styled(text),)
    return tuple(part for part in parts if part.text) or (Styled(""),)


def fill(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` columns, broken at spaces; a word that is longer is broken anywhere. At least one line."""
    lines = [""]
    for word in text.split():
        while word:
            gap = 1 if lines[-1] else 0
            room = width - columns(lines[-1]) - gap
            if columns(word) <= room:
                lines[-1] += " " * gap + word
                break
            if lines[-1]:
                lines.append("")
                continue
            lines[-1], word = _split(word, width)
    return lines


def _split(word: str, width: int) -> tuple[str, str]:
    """The longest head of `word` that fits in `width` columns, one character at least, and the rest."""
    used = 0
    for place, character in enumerate(word):
        used += _column(character)
        if used > width and place:
            return word[:place], word[place:]
    return word, ""
