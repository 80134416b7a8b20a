"""Two reviewers' judgements put together: what is new, what clashes, and where they disagree."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from discrepancy.model.judgement import Anchor, Judgement
from discrepancy.review.standing import VERDICTS, effective
from discrepancy.review.store import Store
from discrepancy.text.anchoring import agreement


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge brought: how many were written, how many were there already, and those that were not taken because the store
    holds another judgement of the same id."""

    new: int
    known: int
    altered: tuple[Judgement, ...]


def merge(store: Store, judgements: Iterable[Judgement]) -> Merged:
    """Append what the store does not hold yet, in one write; again changes nothing."""
    held = {one.id: one for one in store.all()}
    fresh: dict[str, Judgement] = {}
    known, altered = 0, []
    for one in judgements:
        before = held.get(one.id) or fresh.get(one.id)
        if before is None:
            fresh[one.id] = one
        elif before == one:
            known += 1
        else:
            altered.append(one)
    new = store.extend(fresh.values()) if fresh else 0
    return Merged(new, known + len(fresh) - new, tuple(altered))


def disagreements(judgements: Iterable[Judgement]) -> tuple[tuple[Judgement, ...], ...]:
    """Where reviewers differ on the same evidence and the same values: each the latest verdicts on one finding, oldest first.

    They differ in the act, in the reason of a dismissal, or in which value is right.
    """
    clusters: list[list[Judgement]] = []
    by_quote: dict[tuple[str, str, str], list[int]] = {}
    for one in effective(judgements):
        if one.act not in VERDICTS:
            continue
        near = sorted({place for mark in one.evidence for place in by_quote.get((one.kind, mark.field, mark.quote), ())})
        home = next((place for place in near if same_finding(clusters[place][-1], one)), None)
        if home is None:
            home = len(clusters)
            clusters.append([])
        clusters[home].append(one)
        for mark in one.evidence:
            places = by_quote.setdefault((one.kind, mark.field, mark.quote), [])
            if home not in places:
                places.append(home)
    return tuple(found for cluster in clusters if (found := _differing(cluster)))


def same_finding(one: Judgement, other: Judgement) -> bool:
    """Whether two judgements are of one finding: the same evidence, or most of the smaller evidence in its context."""
    if one.kind != other.kind:
        return False
    if one.finding == other.finding:
        return True
    smaller, larger = sorted((one.evidence, other.evidence), key=len)
    return 2 * sum(_among(mark, larger) for mark in smaller) > len(smaller)


def _among(mark: Anchor, marks: Sequence[Anchor]) -> bool:
    return any(agreement(mark, other) >= 2 for other in marks)


def _differing(cluster: Sequence[Judgement]) -> tuple[Judgement, ...]:
    last: dict[str, Judgement] = {}
    for one in cluster:
        last.pop(one.reviewer, None)
        last[one.reviewer] = one
    latest = list(last.values())[-1]
    on_these = [one for one in last.values() if one.values == latest.values]
    return tuple(on_these) if len({(one.act, one.reason, one.right) for one in on_these}) > 1 else ()
