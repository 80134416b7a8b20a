"""What an editor should look at first: 0..1, from how far apart, how central, how widely told and how sure a difference is."""

from __future__ import annotations

from discrepancy.model.report import Verdict

_BASE: dict[Verdict, float] = {"conflict": 0.42, "imprecise": 0.28, "agree": 0.0}
_SURE: dict[Verdict, float] = {"conflict": 0.24, "imprecise": 0.10, "agree": 0.0}
"""What certainty adds: a conflict that may be two questions costs a phone call, so an unsure one comes after a sure one."""
_COARSE = 0.10
"""An imprecise date, place or name starts here: a coarser date matters less than two printed figures."""
_WHO = frozenset({"person", "organisation", "place", "polarity", "date"})
_MIDWAY, _SLIP = 0.35, 0.0
"""How far apart what excludes each other without a distance is taken to be: yes and no, two names, two days; a slip."""
_APART, _CENTRAL, _SOURCES = 0.12, 0.10, 0.10


def severity(verdict: Verdict, kind: str, apart: float, central: float, sources: int, confidence: float, slip: bool = False) -> float:
    """Rounded to three places; 0 for an agreement.

    apart       |ln| of the greatest ratio between two values (0 where it has no meaning).
    central     share of the mentions in a headline or opening, 0..1.
    sources     articles that answer.
    slip        whether nothing but a spelling or a weekday differs.
    """
    if verdict == "agree":
        return 0.0
    base = _COARSE if verdict == "imprecise" and kind in _WHO else _BASE[verdict]
    distance = min(1.0, apart)
    if verdict == "conflict" and kind in _WHO:
        distance = _SLIP if slip else _MIDWAY
    spread = min(1.0, (sources - 1) / 5)
    total = base + _APART * distance + _CENTRAL * central + _SOURCES * spread + _SURE[verdict] * confidence
    return round(min(1.0, total), 3)
