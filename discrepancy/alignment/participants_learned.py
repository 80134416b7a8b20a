"""Who and where by learned weights: differences of a story as groups, with verdict, causes, a sentence for an editor and a ledger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from discrepancy.alignment.pairs import Pair
from discrepancy.alignment.participants_bearers import Bearer, read_bearers
from discrepancy.alignment.participants_found import FINDING, Difference, apart, differences
from discrepancy.alignment.participants_ledger import NAMES
from discrepancy.alignment.participants_pairs import evidence_of, participant_pairs
from discrepancy.alignment.trees import Trees, shipped
from discrepancy.model import Article, Kind, Mention
from discrepancy.model.group import Group, cited

Read = Sequence[tuple[Article, Sequence[Mention]]]
EXCLUDES = 0.5  # share of the probability of a difference that its being a conflict needs to be called one
LEAST = 0.12  # confidence below which a difference is not told at all
_AT = {name: i for i, name in enumerate(NAMES)}
_LEDGER = 8  # reasons shown


@dataclass(frozen=True, slots=True)
class ParticipantModels:
    """Of pairs: that they answer one question differently, by cheap features and by all.

    Of differences: that they are one, that they are a conflict.
    """

    gate: Trees
    differ: Trees
    flag: Trees
    conflict: Trees


@cache
def shipped_participants() -> ParticipantModels:
    """The models in `weights/`."""
    return ParticipantModels(*(shipped(f"participants_{name}") for name in ("gate", "differ", "flag", "conflict")))


def learned_findings(articles: Read, models: ParticipantModels | None = None) -> list[Group]:
    """Conflicts and imprecise groups, the surest first, none sharing a value of an article; articles in the order of their ids."""
    models = models or shipped_participants()
    texts = [a for a, _ in articles]
    slots, bearers = read_bearers(articles)
    pairs = participant_pairs(bearers, evidence_of(texts, slots, bearers), models.gate)
    _judge(pairs, models)
    found = differences(bearers, pairs, len(texts))
    flags = [models.flag.probability(d.row) for d in found]
    conflicts = [models.conflict.probability(d.row) for d in found]
    return told(texts, found, flags, conflicts, models)


def _judge(pairs: Sequence[Pair], models: ParticipantModels) -> None:
    for pair, first in zip(pairs, models.differ.probabilities([p.row for p in pairs]), strict=True):
        pair.first = first


def told(
    articles: Sequence[Article],
    found: Sequence[Difference],
    flags: Sequence[float],
    conflicts: Sequence[float],
    models: ParticipantModels | None,
) -> list[Group]:
    """The differences that are sure enough, as groups."""
    wanted = [f + c if f >= LEAST else -1.0 for f, c in zip(flags, conflicts, strict=True)]
    return [_group(articles, found[i], flags[i], conflicts[i], models) for i in apart(found, wanted)]


def _group(articles: Sequence[Article], one: Difference, flag: float, conflict: float, models: ParticipantModels | None) -> Group:
    excludes = conflict >= EXCLUDES * flag
    kind = _kind(one)
    spelt = excludes and one.pairs[0].row[_AT["relation"]] == 1.0
    values = tuple(
        (v[0].claim.mention.text, v[0].entity.removeprefix("~"), tuple((articles[b.article].id, b.claim.mention) for b in v))
        for v in one.values
    )
    word = "where" if kind == "place" else "who"
    return Group(
        kind,
        f"{word}: {' or '.join(v[0] for v in values[:3])}",
        "conflict" if excludes else "imprecise",
        ("spelling",) if spelt else () if excludes else ("granularity",),
        _explained(articles, one, excludes),
        round(conflict if excludes else flag, 3),
        values,
        _ledger(one, models, excludes),
    )


def _kind(one: Difference) -> Kind:
    counts = Counter(b.claim.mention.kind for b in one.bearers)
    return min(counts, key=lambda k: (-counts[k], ("person", "organisation", "place").index(k)))


def _explained(articles: Sequence[Article], one: Difference, excludes: bool) -> str:
    """One plain sentence: who says what, and whether both can hold."""
    seen: list[str] = []
    for value in one.values:
        told_by = dict.fromkeys(articles[b.article].id for b in value)
        seen.append(f"{' and '.join(cited(a) for a in list(told_by)[:3])} {'say' if len(told_by) > 1 else 'says'} {_said(value[0])}")
    end = "both cannot be right" if excludes else "both can be true, but one tells more"
    return f"{', '.join(seen)}: {end}."


def _said(b: Bearer) -> str:
    text = " ".join(b.claim.mention.text.split())
    return text if b.named else f"“{text}”"


def _ledger(one: Difference, models: ParticipantModels | None, excludes: bool) -> tuple[tuple[str, float], ...]:
    """The strongest signed reasons for the confidence, in words."""
    if models is None:
        return ()
    weights = (models.conflict if excludes else models.flag).contributions(one.row)
    found = {FINDING.get(name, "how often such differences are right"): w for name, w in weights.items()}
    return tuple(sorted(((r, round(w, 3)) for r, w in found.items() if abs(w) >= 0.05), key=lambda x: (-abs(x[1]), x[0]))[:_LEDGER])
