"""The models of alignment, stage by stage: pairs, pairs among their rivals, whole findings.

Stage two is fitted on stage-one predictions for stories that stage one had not seen, inside the training stories alone; the models of
findings likewise, so that no figure of a held-back story has seen it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from discrepancy.alignment.cluster import Limits, Node, candidates
from discrepancy.alignment.confidence import FINDING_NAMES
from discrepancy.alignment.features import NAMES
from discrepancy.alignment.pairs import SECOND_NAMES, priors, second_rows
from discrepancy.pipeline import Compared, compared
from tests.bench.boosted import Fitted, train
from tests.bench.scoring import right
from tests.bench.stories import Labelled

STAGE_ONE: dict[str, Any] = {
    "learning_rate": 0.06,
    "num_leaves": 24,
    "min_data_in_leaf": 30,
    "lambda_l2": 6.0,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
}
STAGE_TWO = {**STAGE_ONE, "num_leaves": 8, "feature_fraction": 0.8, "learning_rate": 0.12}
FINDING = {**STAGE_ONE, "num_leaves": 6, "min_data_in_leaf": 12, "lambda_l2": 10.0, "learning_rate": 0.08}
ROUNDS, ROUNDS_TWO, ROUNDS_FINDING = 120, 45, 45
SEEDS_FINDING = 5
"""Models of whole findings under other draws of rows and features, averaged: there are fewer findings than pairs."""


def together(story: Labelled, a: int, b: int) -> int:
    """Whether two claims are labelled as answers to one question."""
    return int(bool(story.facets[a] & story.facets[b]))


OWN, OWN_FINDING = 0.7, 1.0
"""What a pair, and a candidate finding, of a story of our own weighs beside one of a labelled story."""

TRAP = 3.0
"""What a pair that a label calls a trap weighs beside another that does not belong together: somebody found it the likeliest mistake."""

EVEN = 0.8
"""How far stories are evened out: 0 lets each pair weigh the same, so that the longest stories teach most; 1 each story. Of held-back
pairs .5 and .8 brought average precision from .54 to .56 and .57 (figures) and from .52 to .53 and .55 (dates)."""


def evened(sizes: Sequence[int]) -> list[float]:
    """What a pair of each story weighs, for as many pairs as the stories have; 1 in the mean of all pairs."""
    shares = [max(1, n) ** -EVEN for n in sizes]
    mean = sum(n * share for n, share in zip(sizes, shares, strict=True)) / max(1, sum(sizes))
    return [share / mean for share in shares]


def weights_of(labels: Sequence[int], ours: Sequence[bool], weight: float) -> list[float]:
    """Weight of each row. In the stories of our own, which are short, more belongs together: their positive rows weigh less, so that
    the odds are those of the labelled stories."""
    count = Counter(zip(ours, labels, strict=True))
    real = count[False, 1] / max(1, count[False, 0])
    own = count[True, 1] / max(1, count[True, 0])
    less = min(1.0, real / own) if real and own else 1.0
    return [weight * (less if y else 1.0) if of_own else 1.0 for y, of_own in zip(labels, ours, strict=True)]


def weighted(stories: Sequence[Labelled], equal: bool, second: bool) -> tuple[list[Sequence[float]], list[int], list[float]]:
    """Rows, labels and weights of all pairs."""
    chosen = [(p.row2 if second else p.row, together(s, p.a.index, p.b.index), s.own) for s in stories for p in s.pairs if p.equal is equal]
    labels = [y for _, y, _ in chosen]
    weights = weights_of(labels, [own for _, _, own in chosen], OWN)
    sprung = [(p.a.index, p.b.index) in s.traps for s in stories for p in s.pairs if p.equal is equal]
    weights = [w * TRAP if trap and not y else w for w, trap, y in zip(weights, sprung, labels, strict=True)]
    sizes = [sum(p.equal is equal for p in s.pairs) for s in stories]
    even = [share for n, share in zip(sizes, evened(sizes), strict=True) for _ in range(n)]
    weights = [w * share for w, share in zip(weights, even, strict=True)]
    return [r or [] for r, _, _ in chosen], labels, weights


def first_models(stories: Sequence[Labelled]) -> tuple[Fitted, Fitted]:
    """Stage one: equal, unequal."""
    out = []
    for equal in (True, False):
        rows, labels, weights = weighted(stories, equal, second=False)
        out.append(train(rows, labels, NAMES, STAGE_ONE, ROUNDS, weights=weights))
    return out[0], out[1]


def fill_first(stories: Sequence[Labelled], models: tuple[Fitted, Fitted]) -> None:
    """Stage one and the rows of stage two, for all pairs."""
    for model, equal in zip(models, (True, False), strict=True):
        pairs = [p for s in stories for p in s.pairs if p.equal is equal]
        for pair, value in zip(pairs, model.all([p.row for p in pairs]), strict=True):
            pair.first = value
    for story in stories:
        for pair, least in zip(story.pairs, priors(story.pairs), strict=True):
            pair.first = max(pair.first, least)
        second_rows(story.pairs)


def fill_second(stories: Sequence[Labelled], models: tuple[Fitted, Fitted]) -> None:
    """Stage two for all pairs."""
    for model, equal in zip(models, (True, False), strict=True):
        pairs = [p for s in stories for p in s.pairs if p.equal is equal]
        for pair, value in zip(pairs, model.all([p.row2 or [] for p in pairs]), strict=True):
            pair.second = value


def second_models(stories: Sequence[Labelled], inner: int = 3) -> tuple[Fitted, Fitted]:
    """Stage two, on stage-one predictions of stories that stage one has not seen."""
    for part in range(inner):
        fill_first(
            [s for i, s in enumerate(stories) if i % inner == part], first_models([s for i, s in enumerate(stories) if i % inner != part])
        )
    out = []
    for equal in (True, False):
        rows, labels, weights = weighted(stories, equal, second=True)
        out.append(train(rows, labels, SECOND_NAMES, STAGE_TWO, ROUNDS_TWO, weights=weights))
    return out[0], out[1]


@dataclass(frozen=True, eq=False)
class Base:
    """Stages one and two."""

    first: tuple[Fitted, Fitted]
    second: tuple[Fitted, Fitted]


def base_models(stories: Sequence[Labelled]) -> Base:
    """Stages one and two on `stories`."""
    second = second_models(stories)
    return Base(first_models(stories), second)


Judged = tuple[list[Node], list[Compared]]
_RIGHT: dict[tuple[str, frozenset[int], str], tuple[bool, bool]] = {}


def flags(stories: Sequence[Labelled], base: Base, limits: Limits) -> list[Judged]:
    """All candidate facets of each story, judged."""
    fill_first(stories, base.first)
    fill_second(stories, base.second)
    out = []
    for s in stories:
        nodes = candidates(s.slots.claims, s.pairs, limits)
        out.append((nodes, [compared(n.facet, s.articles) for n in nodes]))
    return out


def judged_right(one: Compared, story: Labelled) -> tuple[bool, bool]:
    """Whether the scorer would count the finding, as a conflict and as a flag; remembered, for the same facet comes back in other folds."""
    key = (story.name, frozenset(c.index for c in one.facet.claims), one.outcome.verdict)
    if key not in _RIGHT:
        _RIGHT[key] = right(one, story)
    return _RIGHT[key]


def finding_models(stories: Sequence[Labelled], added: Sequence[Labelled], limits: Limits, inner: int = 3) -> tuple[Fitted, Fitted]:
    """Confidence that values differ, and that they exclude each other, on candidates of stories that the alignment models have not seen.

    The stories of our own (`added`) weigh little here, at the odds of the labelled ones: in them more facets conflict than in the news.
    """
    flagged: list[tuple[Sequence[float], int, bool]] = []
    conflicts: list[tuple[Sequence[float], int, bool]] = []
    for part in range(inner):
        base = base_models([s for some in (stories, added) for i, s in enumerate(some) if i % inner != part])
        held = [s for some in (stories, added) for i, s in enumerate(some) if i % inner == part]
        for story, (_, found) in zip(held, flags(held, base, limits), strict=True):
            for one in found:
                if one.outcome.verdict == "agree":
                    continue
                excludes, differs = judged_right(one, story)
                flagged.append((one.row, int(differs), story.own))
                if one.outcome.verdict == "conflict":
                    conflicts.append((one.row, int(excludes), story.own))
    models = []
    for rows in (flagged, conflicts):
        labels = [y for _, y, _ in rows]
        weights = weights_of(labels, [own for _, _, own in rows], OWN_FINDING)
        models.append(train([r for r, _, _ in rows], labels, FINDING_NAMES, FINDING, ROUNDS_FINDING, SEEDS_FINDING, weights))
    return models[0], models[1]
