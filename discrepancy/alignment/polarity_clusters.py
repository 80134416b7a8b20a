"""From judged pairs to findings: pairs that share a statement speak of one question; the row that a finding's confidence is judged by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log

from discrepancy.alignment.polarity_features import NAMES
from discrepancy.alignment.polarity_pairs import Pair, Told

FINDING_NAMES = (
    "pair", "second_pair", "mass", "denying", "affirming", "affirming_alone", "pairs", "place", "articles", "above", "below", "best",
    *(f"pair_{name}" for name in NAMES),
)  # fmt: skip
"""What a finding is judged by: its surest pair (log odds), what stands behind it, its place in the story, and that pair's own row."""
LEAST = 0.02
"""Probability from which a pair may begin a finding."""
JOINS = 0.5
"""Share of a finding's surest pair that another pair of one of its statements must reach to join it."""
MOST = 8
"""Findings of a story that are judged."""


@dataclass(frozen=True, slots=True, eq=False)
class Cluster:
    """Pairs (indexes, the surest first) that speak of one question, with their probabilities."""

    pairs: tuple[int, ...]
    sure: tuple[float, ...]


def clusters(pairs: Sequence[Pair], sure: Sequence[float]) -> list[Cluster]:
    """The findings of a story, the surest first. A statement stands on one side of one finding."""
    home: dict[int, tuple[int, bool]] = {}
    held: list[list[int]] = []
    for i in sorted(range(len(pairs)), key=lambda i: (-round(sure[i], 9), pairs[i].deny, pairs[i].affirm)):
        if sure[i] < LEAST:
            break
        deny, affirm = home.get(pairs[i].deny), home.get(pairs[i].affirm)
        if deny is None and affirm is None:
            if len(held) < MOST:
                home[pairs[i].deny], home[pairs[i].affirm] = (len(held), False), (len(held), True)
                held.append([i])
            continue
        place = _joined(deny, affirm)
        if place is not None and sure[i] >= JOINS * sure[held[place][0]]:
            held[place].append(i)
            home.setdefault(pairs[i].deny, (place, False))
            home.setdefault(pairs[i].affirm, (place, True))
    return [Cluster(tuple(own), tuple(sure[i] for i in own)) for own in held]


def _joined(deny: tuple[int, bool] | None, affirm: tuple[int, bool] | None) -> int | None:
    """The finding that a pair may join: one of its statements stands there already, on the side that it has in the pair."""
    if deny is not None and affirm is not None:
        return None
    if deny is not None:
        return None if deny[1] else deny[0]
    return affirm[0] if affirm is not None and affirm[1] else None


def finding_rows(story: Told, pairs: Sequence[Pair], rows: Sequence[Sequence[float]], found: Sequence[Cluster]) -> list[list[float]]:
    """A row for each finding, in order."""
    best = [_odds(c.sure[0]) for c in found]
    out = []
    for place, cluster in enumerate(found):
        denying = {story.said[pairs[i].deny].article for i in cluster.pairs}
        affirming = {story.said[pairs[i].affirm].article for i in cluster.pairs}
        sure = sorted(cluster.sure, reverse=True)
        out.append(
            [
                best[place], _odds(sure[1]) if len(sure) > 1 else -6.0, sum(sure[:6]), float(len(denying)), float(len(affirming)),
                float(len(affirming - denying)), float(len(cluster.pairs)), float(place), float(len(story.articles)),
                best[place - 1] if place else 0.0, best[place + 1] if place + 1 < len(best) else -6.0, max(best), *rows[cluster.pairs[0]],
            ]
        )  # fmt: skip
    return out


def _odds(probability: float) -> float:
    """Log odds, within ±9."""
    p = min(1 - 1e-4, max(1e-4, probability))
    return log(p / (1 - p))
