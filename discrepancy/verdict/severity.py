"""What an editor should look at first: 0..1, from how far apart, how central and how widely told a difference is."""

from __future__ import annotations

from discrepancy.model.report import Verdict

_BASE: dict[Verdict, float] = {"conflict": 0.52, "imprecise": 0.28, "agree": 0.0}
_COARSE = 0.10
"""An imprecise date, place or name starts here: a coarser date matters less than two printed figures."""
_WHO = frozenset({"person", "organisation", "place", "polarity", "date"})


def severity(verdict: Verdict, kind: str, apart: float, central: float, sources: int, confidence: float) -> float:
    """Rounded to three places; 0 for an agreement.

    apart       |ln| of the greatest ratio between two values (0 where it has no meaning).
    central     share of the mentions in a headline or opening, 0..1.
    sources     articles that answer.
    """
    if verdict == "agree":
        return 0.0
    base = _COARSE if verdict == "imprecise" and kind in _WHO else _BASE[verdict]
    total = base + 0.14 * min(1.0, apart) + 0.10 * central + 0.08 * min(1.0, (sources - 1) / 5) + 0.10 * confidence
    return round(min(1.0, total), 3)
