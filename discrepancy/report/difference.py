"""The first thing in which two JSON documents differ, named by its path."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from discrepancy.report.visible import one_line

_MISSING = object()
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class Difference:
    """Where two documents differ (`findings[3].values[0].low`, "" for the whole), and what stands there in each, as short JSON."""

    path: str
    left: str
    right: str


def first_difference(left: Any, right: Any, path: str = "") -> Difference | None:
    """The first difference in the order of `right`, keys that only `left` has coming last; None where they are equal, types included."""
    if isinstance(left, dict) and isinstance(right, dict):
        for key in (*right, *(key for key in left if key not in right)):
            found = first_difference(left.get(key, _MISSING), right.get(key, _MISSING), f"{path}.{key}" if path else str(key))
            if found is not None:
                return found
        return None
    if isinstance(left, list) and isinstance(right, list):
        for place in range(max(len(left), len(right))):
            one, other = (rows[place] if place < len(rows) else _MISSING for rows in (left, right))
            found = first_difference(one, other, f"{path}[{place}]")
            if found is not None:
                return found
        return None
    return None if type(left) is type(right) and left == right else Difference(path, _short(left), _short(right))


def first_byte(left: bytes, right: bytes) -> int:
    """The offset of the first byte in which two unequal documents differ."""
    return next((place for place, (one, other) in enumerate(zip(left, right, strict=False)) if one != other), min(len(left), len(right)))


def _short(value: Any) -> str:
    if value is _MISSING:
        return "nothing"
    written = one_line(json.dumps(value, ensure_ascii=False))
    return written if len(written) <= _LONGEST else written[: _LONGEST - 1] + "…"
