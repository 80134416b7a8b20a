"""Hostile characters made visible: what an article says may not draw on the screen.

One code point becomes one code point, so that every offset into a text holds for its visible form too.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_SUSPECT = re.compile(r"[^\x20-\x7e]")
_STACKED = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{3,}")
_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_BLANK_LETTERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # letters and symbols by category, nothing to the eye
NOTHING = "◌"
TURN = "⇄"
CONTROL = "␦"
RETURN = "⏎"


def visible(text: str, lines: bool = False) -> str:
    """`text` with each control, format, private or unassigned character as a mark, and each space as a plain one.

    Controls become their control pictures (escape is ␛; those above 0x7f ␦), direction marks ⇄, characters without
    width ◌, third and further accents stacked on one letter ◌. Line feeds stay where `lines`, else they become spaces.
    """
    shown = _SUSPECT.sub(lambda found: _mark(found[0]), text)
    if not shown.isascii():
        shown = _STACKED.sub(lambda found: NOTHING * len(found[0]), shown)
    return shown if lines else shown.replace("\n", " ")


@lru_cache(maxsize=4096)
def _mark(character: str) -> str:
    if character in "\n":
        return character
    if character in "\t\r":
        return " "
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if character in _TURNING:
        return TURN
    category = unicodedata.category(character)
    if category == "Cc":
        return CONTROL
    if category == "Zs":
        return " "
    if category in ("Zl", "Zp"):
        return RETURN
    hidden = category in ("Cf", "Cs", "Co", "Cn") or character in _BLANK_LETTERS or 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF
    return NOTHING if hidden else character


def one_line(text: str) -> str:
    """`text` made visible with every run of white space as one space: for a place that holds one line."""
    return " ".join(visible(text).split())
